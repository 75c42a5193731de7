"""``python -m communique`` does what ``communique`` does."""

from communique.cli import main

if __name__ == "__main__":
    main(prog_name="communique")

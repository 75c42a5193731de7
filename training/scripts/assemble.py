"""Make the shipped pipeline out of a trained one: lemmas in, training traces out."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import spacy
import typer
from lemmas import add_lemmatizer
from spacy.language import Language
from spacy.strings import StringStore

ABOUT: dict[str, Any] = {
    "lang": "en",
    "name": "communique_en",
    "description": "Tags, morphology, lemmas and Universal Dependencies for English news prose.",
    "author": "The communique contributors",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "UD English GUM", "license": "CC BY 4.0"},
        {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
        {"name": "spacy-lookups-data word clusters", "license": "MIT"},
        {"name": "WordNet 3.0 word index", "license": "WordNet 3.0"},
    ],
}
# What only training needs; some of it names folders of the machine that trained.
TRAINING_BLOCKS = ("paths", "corpora", "training", "initialize", "pretraining")


def main(trained: Path, corpus: Path, target: Path, version: str) -> None:
    """Write the pipeline to `target` with the version in its `meta.json`."""
    nlp = spacy.load(trained)
    add_lemmatizer(nlp, corpus)
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "built"
        nlp.to_disk(built)
        _clean_config(built)
        _clean_meta(built, version)
        _trim_strings(built, nlp)
        _install(built, target)
    size = sum(f.stat().st_size for f in target.rglob("*") if f.is_file())
    typer.echo(f"{target}: {size / 1e6:.1f} MB")


def _clean_config(folder: Path) -> None:
    path = folder / "config.cfg"
    config = spacy.util.load_config(path)
    for block in TRAINING_BLOCKS:
        config.pop(block, None)
    config["paths"] = {}
    config.to_disk(path)


def _clean_meta(folder: Path, version: str) -> None:
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta.update(ABOUT, version=version, performance={})
    path.write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _trim_strings(folder: Path, nlp: Language) -> None:
    """Keep the strings that labels and lemmas need, not the words of the treebanks."""
    kept = StringStore()
    for name, pipe in nlp.pipeline:
        for label in nlp.pipe_labels.get(name, []):
            kept.add(label)
        for action in getattr(pipe, "move_names", []):
            kept.add(action)
    kept.to_disk(folder / "vocab" / "strings.json")


def _install(built: Path, target: Path) -> None:
    """Replace the pipeline in `target`, leaving its README where it is."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
        elif old.suffix != ".md":
            old.unlink()
    shutil.copytree(built, target, dirs_exist_ok=True)


if __name__ == "__main__":
    typer.run(main)

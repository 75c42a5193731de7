#!/usr/bin/env python3
"""Make the pictures in docs/img from what the program really prints over the example pages.

python docs/picture.py
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from communique.cli import main as cli
from communique.cli.rooms import open_record
from communique.views.commitments import commitments_view
from communique.views.engagement import engagement_view
from communique.views.timeline import timeline_view

HERE = Path(__file__).parent
PAGES = HERE.parent / "examples" / "pages"
WIDTH = 80


def main() -> None:
    """Read the examples into a record of their own and picture the answers to three questions."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "examples.db")
        cli(["read", str(PAGES), "--record", target], standalone_mode=False)
        with open_record(target) as record:
            engagements = record.engagements()
            ids = record.short_ids()
            commitments = record.commitments()
    widest = max(engagements, key=lambda each: (len(each["accounts"]) == 2, len(each["topics"])))
    picture(
        "timeline",
        ("communique timeline", timeline_view(engagements, ids)),
        ("communique commitments", commitments_view(commitments)),
    )
    shown = [each for each in commitments if each["id"] in widest["commitments"]]
    command = f"communique show {ids[widest['id']]}"
    picture("show", (command, engagement_view(widest, shown, width=WIDTH)))


def picture(name: str, *commands: tuple[str, RenderableType]) -> None:
    """Write docs/img/NAME.svg: a terminal with the commands and what they print."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), markup=False, highlight=False, emoji=False
    )
    for number, (command, view) in enumerate(commands):
        console.print(Text(("\n" if number else "") + f"$ {command}", style="bold green"))
        console.print(view)
    path = HERE / "img" / f"{name}.svg"
    path.parent.mkdir(exist_ok=True)
    # A fixed id keeps the file the same as long as what it shows is the same.
    drawn = console.export_svg(title="communique", unique_id=f"communique-{name}")
    # The reader's own monospaced font does; nothing is to be fetched for a picture.
    path.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), "utf-8")
    print(f"wrote {path.name}")


if __name__ == "__main__":
    main()

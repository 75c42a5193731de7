#!/usr/bin/env python3
"""Make the pictures in docs/img from what the program really prints over the example pages.

python docs/picture.py
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

from rich.console import Console, RenderableType
from rich.text import Text

from communique.cli import main as cli
from communique.cli.asking import short_ids
from communique.cli.rooms import open_record
from communique.exchange.record_form import commitment_to_json, engagement_to_json
from communique.views.commitments import commitments_view
from communique.views.engagement import engagement_view
from communique.views.timeline import timeline_view

HERE = Path(__file__).resolve().parent
PAGES = Path("examples", "pages")
SINCE = "2024"
WIDTH = 80
COUNTED_TO = date(2024, 12, 31)


def main() -> None:
    """Read the examples into a record of their own and picture the answers to three questions."""
    os.chdir(HERE.parent)  # so that the pictures show no more of a path than a reader has
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "examples.db")
        with suppress(SystemExit):  # one of the pages reports no engagement
            cli(["read", str(PAGES), "--record", target], standalone_mode=False)
        with open_record(target) as record:
            engagements = [engagement_to_json(e) for e in record.engagements(accounts=True)]
            recent = [engagement_to_json(e) for e in record.engagements(since=SINCE)]
            commitments = [commitment_to_json(c, COUNTED_TO) for c in record.commitments()]
    ids = short_ids(each["id"] for each in engagements)
    widest = max(engagements, key=lambda each: (len(each["accounts"]) == 2, len(each["topics"])))
    picture(
        "timeline",
        (f"communique timeline --since {SINCE}", timeline_view(recent, ids)),
        (f"communique commitments --as-of {COUNTED_TO}", commitments_view(commitments)),
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

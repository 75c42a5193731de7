#!/usr/bin/env python3
"""Make docs/img/brief.png: the head of a brief over the example pages, as a browser shows it.

python docs/brief_picture.py [BROWSER]     BROWSER is a Chromium, /usr/bin/chromium unless given
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from communique.cli import main as cli
from communique.dossier import Asked, compose, written
from communique.record import Record

HERE = Path(__file__).resolve().parent
SIZE = {"width": 860, "height": 940}
ASKED = Asked(("PRK", "RUS"), as_of=date(2024, 12, 31))


def main(browser: str) -> None:
    """Read the examples, write a brief and take its picture."""
    os.chdir(HERE.parent)
    with tempfile.TemporaryDirectory() as folder:
        target, page = str(Path(folder, "examples.db")), Path(folder, "brief.html")
        with suppress(SystemExit):  # one of the pages reports no engagement
            cli(["read", str(Path("examples", "pages")), "--record", target], standalone_mode=False)
        with Record.open(target) as record:
            page.write_bytes(written(compose(record, ASKED), "html"))
        with sync_playwright() as driver:
            opened = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            shown = opened.new_page(viewport=SIZE, color_scheme="light")
            shown.goto(page.as_uri())
            shown.screenshot(path=str(HERE / "img" / "brief.png"))
            opened.close()
    print("wrote brief.png")


if __name__ == "__main__":
    main(*(sys.argv[1:2] or ["/usr/bin/chromium"]))

"""The pictures of docs/img show what the program prints: the words that the golden answers have."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
_RUN = re.compile(r'<text [^>]*x="([\d.]+)" y="([\d.]+)"[^>]*clip-path=[^>]*>([^<]*)</text>')


def lines_of(picture: str) -> list[str]:
    """Return the lines of the terminal that a picture shows."""
    drawn = (ROOT / "docs" / "img" / picture).read_text("utf-8")
    rows: dict[float, list[tuple[float, str]]] = {}
    for x, y, words in _RUN.findall(drawn):
        rows.setdefault(float(y), []).append((float(x), unescape(words).replace("\xa0", " ")))
    return [" ".join(words for _, words in sorted(rows[y])) for y in sorted(rows)]


def test_the_picture_of_the_timeline_is_of_what_is_printed() -> None:
    shown = "\n".join(lines_of("timeline.svg"))
    before, timeline, commitments = (part.split() for part in shown.split("$ communique"))
    assert before == []
    printed = (GOLDEN / "timeline.txt").read_text("utf-8").split()
    words = Counter(timeline[len("timeline --since 2024".split()) :])
    assert words <= Counter(printed), "draw it anew: python docs/picture.py"
    printed = (GOLDEN / "commitments.txt").read_text("utf-8").split()
    # What is bold is drawn apart from what follows it, so that spaces do not count.
    asked = "commitments --as-of 2024-12-31".split()
    assert "".join(commitments) == "".join([*asked, *printed]), "draw it anew"

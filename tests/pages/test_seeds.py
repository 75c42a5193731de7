"""The five shared seed pages, read where they lie."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from communique.pages import read_text_page

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
EXPECTED: dict[str, Any] = (
    json.loads((SEEDS / "expected.json").read_text(encoding="utf-8"))["documents"]
    if SEEDS.exists()
    else {}
)

pytestmark = pytest.mark.skipif(not EXPECTED, reason="the shared seeds are not on this machine")


def folded(text: str | None) -> str:
    parts = unicodedata.normalize("NFKD", (text or "").replace("’", "'"))
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


@pytest.mark.parametrize("name", EXPECTED)
def test_seed(name: str) -> None:
    expected = EXPECTED[name]
    document = read_text_page((SEEDS / name).read_bytes(), path=name)
    assert document.published == expected["published"]
    assert document.language == expected["language"]
    for field in ("title", "byline"):
        if field in expected:
            assert folded(getattr(document, field)) == folded(expected[field])
    for chrome in expected.get("text_must_not_contain", []):
        assert chrome not in document.text
    body = document.text[document.title_span.end if document.title_span else 0 :].lstrip()
    if document.captions:
        body = document.text[document.captions[0].end :].lstrip()
    if "body_must_start" in expected:
        assert body.startswith(expected["body_must_start"])


@pytest.mark.parametrize("name", EXPECTED)
def test_seed_loses_no_paragraph(name: str) -> None:
    """Every long line before the page's end mark or first teaser is in the kept text."""
    raw = (SEEDS / name).read_text(encoding="utf-8")
    document = read_text_page(raw)
    letters = "".join(c for c in document.text if c.isalnum())
    article = raw.split("\nTIN LI")[0].split("Comment (0)")[0]
    for line in article.splitlines():
        if len(line.split()) > 12 and "(Photo:" not in line:
            assert "".join(c for c in line.strip("./") if c.isalnum()) in letters

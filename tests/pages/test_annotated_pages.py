"""Stripped pages in many styles of chrome, marked line by line with what is to be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.model import Document
from communique.pages import read_text_page
from pages.annotated_pages import PAGES, bare, parts_of


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_article_is_told_from_chrome(path: Path) -> None:
    fields, text, kept, title = parts_of(path)
    document = read_text_page(text)
    assert [bare(block) for block in document.text.split("\n\n")] == [bare(one) for one in kept]
    assert document.title == title
    for field, expected in fields.items():
        assert field_of(document, field, expected) == (None if expected == "none" else expected)


def field_of(document: Document, field: str, expected: str) -> str | None:
    if field == "contains":
        return expected if expected in document.text else document.text
    if field == "precision":
        return document.published_precision
    value = getattr(document, field)
    return value.quote if field.startswith("dateline") and value else value

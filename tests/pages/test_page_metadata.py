"""Title, author and site of a page are those that trafilatura's own function finds."""

from pathlib import Path

import pytest
from trafilatura import extract_metadata

from communique.pages.page_metadata import metadata_of
from communique.pages.page_tree import tree_of

CORPUS = Path(__file__).parent.parent / "corpus"
PAGES = [page for half in ("dev", "test") for page in sorted((CORPUS / half).glob("*.html"))]
LINKED = '<script type="application/ld+json">{}</script>'
HEADS = {
    "an account's name": '<meta name="twitter:site" content="@daily"><title>Talks held</title>',
    "an author of one word": '<meta name="author" content="admin"><title>Talks held</title>',
    "linked data that is none": LINKED.format('{"author": {"name": [1, {'),
    "linked data of another shape": LINKED.format('{"@type": ["NewsArticle"], "author": 7}'),
    "an address alone": '<link rel="canonical" href="https://www.daily.example/talks">',
    "nothing": "",
}


def told(source: str) -> tuple[str | None, str | None, str | None]:
    whole = extract_metadata(source, extensive=False)
    return whole.title, whole.author, whole.sitename


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_labelled_pages_tell_what_trafilatura_finds(page: Path) -> None:
    source = page.read_text("utf-8", "replace")
    assert metadata_of(tree_of(source)) == told(source)


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_odd_heads_tell_what_trafilatura_finds(head: str) -> None:
    source = f"<html><head>{head}</head><body><h1>Talks</h1><p>By Jane Doe</p></body></html>"
    assert metadata_of(tree_of(source)) == told(source)

"""What holds of every page, whatever stands on it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Document
from communique.pages import UnreadableError, marks, read_html_page, read_text_page
from communique.pages.characters import regular
from pages.annotated_pages import PAGES, bare, parts_of

LINES = [
    "The two presidents met in Vienna on Monday and talked about trade and transport.",
    "He thanked his host for the welcome, the office of the president said in a statement.",
    "VIENNA, March 5 (APA) - The talks had been planned for a long time, officials said.",
    "Presidents hold talks in Vienna",
    "5 March 2024",
    "05/03/2024 10:15",
    "By Jane Doe",
    "Jane Doe |",
    "|",
    "• Vienna",
    "Home",
    "Related news",
    "Comments (3)",
    "Source: Xinhua",
    "The two shake hands. (Photo: X/APA)",
    "They agreed on all points./.",
    "###",
    "",
]
pages = st.lists(st.sampled_from(LINES), min_size=1, max_size=40).map("\n".join)
anything = st.text(max_size=600)


def read(text: str) -> Document | None:
    try:
        return read_text_page(text)
    except UnreadableError:
        return None


def check(document: Document) -> None:
    spans = [document.title_span, document.dateline_place, document.dateline_date]
    for span in [*filter(None, spans), *document.captions]:
        assert document.text[span.start : span.end] == span.quote
    assert "\n\n\n" not in document.text
    assert document.text == document.text.strip()
    assert regular(document.text) == document.text
    assert (document.published is None) == (document.published_precision is None)
    if document.title is not None:
        assert document.title_span is not None
        assert document.title_span.quote == document.title


@settings(deadline=None)
@given(st.one_of(pages, anything))
def test_spans_fit_and_text_is_regular(text: str) -> None:
    document = read(text)
    if document is not None:
        check(document)
        assert read(text) == document


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(UnreadableError):
        check(read_text_page(raw))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "<h1>", "<script>", "<!--", *LINES])))
def test_broken_markup_is_read_or_refused(parts: list[str]) -> None:
    with suppress(UnreadableError):
        check(read_html_page("<html>" + "".join(parts)))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_clean_text_read_again_stays_as_it_is(path: Path) -> None:
    _, text, _, _ = parts_of(path)
    once = read_text_page(text)
    if once.captions or path.stem == "outcomes_at_the_end":
        pytest.skip("it is told by a credit or by list marks, which the kept text no longer has")
    assert read_text_page(once.text).text == once.text


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_article_stands_without_any_marker_word(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chrome is told by its look: without the list of marker words no paragraph is lost."""
    _, text, kept, title = parts_of(path)
    monkeypatch.setattr(
        marks, "chrome", lambda: {"whole": {}, "start": {}, "anywhere": {}, "tail": {}}
    )
    monkeypatch.setattr(marks, "phrases_by_word", dict)
    document = read_text_page(text)
    found = {"".join(filter(str.isalnum, block)) for block in document.text.split("\n\n")}
    for paragraph in kept:
        assert any("".join(filter(str.isalnum, bare(paragraph))) in block for block in found)
    assert document.title == title
    if path.stem in MOSTLY_MARKED:
        return
    assert len(document.text.split("\n\n")) <= len(kept) + 1


# Pages whose chrome is whole sentences that nothing but their words give away.
MOSTLY_MARKED = {
    "agency_disclaimer",
    "feed_notices_at_the_tail",
    "inline_more_links",
    "newspaper_read_also",
    "no_blank_lines",
    "notes_under_a_story",
    "paywall_tail",
    "syndicator_notice",
    "wire_with_licensing",
}


def test_reading_ten_thousand_lines_takes_no_more_than_seconds() -> None:
    page = "\n".join(LINES * 600)
    assert read(page) is not None

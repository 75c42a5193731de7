"""A text cut at its marks: every character once, in order, each under the marks that cover it."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.web.marking import MOST_MARKS, PART, Mark, Piece, marked, parts_of

# A machine that does much besides makes texts slowly; that is no fault of theirs.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = st.text(alphabet="ab <&\n\u202e\u05d0", max_size=80)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark], tuple[int, int] | None]:
    text = draw(TEXTS)
    offsets = st.integers(-3, len(text) + 3)
    marks = [
        Mark(draw(offsets), draw(offsets), draw(st.sampled_from(["date", "party"])), number)
        for number in range(1, draw(st.integers(0, 6)) + 1)
    ]
    return text, marks, draw(st.none() | st.tuples(offsets, offsets))


def whole(text: str, marks: list[Mark], asked: tuple[int, int] | None = None) -> list[list[Piece]]:
    return [list(each) for each in marked(text, (0, len(text)), marks, asked).paragraphs]


@unhurried
@given(texts_with_marks())
def test_nothing_is_lost_or_told_twice(
    case: tuple[str, list[Mark], tuple[int, int] | None],
) -> None:
    text, marks, asked = case
    shown = "".join(piece.words for paragraph in whole(text, marks, asked) for piece in paragraph)
    assert shown.replace("\n", "") == text.replace("\n", "")


@unhurried
@given(texts_with_marks())
def test_each_character_lies_under_the_innermost_mark(
    case: tuple[str, list[Mark], tuple[int, int] | None],
) -> None:
    text, marks, asked = case
    under = [
        (piece.value, piece.asked)
        for paragraph in whole(text, marks, asked)
        for piece in paragraph
        for character in piece.words
        if character != "\n"
    ]
    expected = []
    for at, character in enumerate(text):
        over = [mark for mark in marks if mark.start <= at < mark.end]
        inner = min(over, key=lambda mark: (mark.end - mark.start, mark.value), default=None)
        if character != "\n":
            is_asked = asked is not None and asked[0] <= at < asked[1]
            expected.append((inner and inner.value, is_asked))
    assert under == expected


@unhurried
@given(texts_with_marks())
def test_every_value_begins_at_most_once(
    case: tuple[str, list[Mark], tuple[int, int] | None],
) -> None:
    text, marks, asked = case
    begun = [value for each in whole(text, marks, asked) for piece in each for value in piece.begin]
    assert len(begun) == len(set(begun))


def test_a_faint_mark_gives_way() -> None:
    marks = [Mark(0, 9, "party", 1), Mark(2, 4, "person", 2, faint=True)]
    assert {piece.value for piece in whole("To Lam met", marks)[0]} == {1, None}


def test_a_page_of_a_million_sentences_is_cut_into_parts_that_cover_it() -> None:
    text = "He met her. " * 1_000_000
    parts = parts_of(text)
    assert [start for start, _ in parts] == [0, *(end for _, end in parts[:-1])]
    assert parts[-1][1] == len(text)
    assert max(end - start for start, end in parts) <= PART


@pytest.mark.parametrize("nested", [True, False], ids=["nested", "side by side"])
def test_marks_without_end_are_bounded(nested: bool) -> None:
    """A page may be written so that hundreds of thousands of values lie over each other."""
    text = "ab" * PART
    marks = [Mark(n, PART - n if nested else n + 1, "date", n + 1) for n in range(10 * MOST_MARKS)]
    began = time.process_time()
    part = marked(text, (0, PART), marks)
    assert time.process_time() - began < 5
    assert part.unmarked > 0
    assert "".join(piece.words for each in part.paragraphs for piece in each) == text[:PART]

"""Skeletons: what the parser sees of a sentence, and where each of its characters stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.annotations import Mention, MentionKind, OfficePhrase
from communique.language.skeleton import skeleton_of

TEXT = (
    "Czech President Petr Pavel on Tuesday received the Slovak foreign minister in Prague Castle."
)


def mention(words: str, kind: MentionKind, **more: str) -> Mention:
    start = TEXT.index(words)
    made = Mention(kind, start, start + len(words), words, **more)  # type: ignore[arg-type]
    if kind is MentionKind.OFFICE:
        made.offices = [
            OfficePhrase(start, made.end, words, "foreign minister", "foreign_minister", "SVK",
                         None, weak=False)
        ]  # fmt: skip
    return made


MENTIONS = [
    mention("Czech President Petr Pavel", MentionKind.PERSON),
    mention("Tuesday", MentionKind.DATE),
    mention("Slovak foreign minister", MentionKind.OFFICE),
    mention("Prague Castle", MentionKind.PLACE),
]


def test_each_mention_is_one_plain_word() -> None:
    seen = skeleton_of(TEXT, 0, [m for m in MENTIONS if m.text != "Tuesday"], title_case=False)
    assert seen.text == "John on Tuesday received the minister in London."


def test_a_day_between_subject_and_verb_is_left_out() -> None:
    seen = skeleton_of(TEXT, 0, MENTIONS, title_case=False)
    assert seen.text == "John received the minister in London."
    (verb,) = seen.moved.values()
    assert seen.text[verb:].startswith("received")


@pytest.mark.parametrize("offset", [0, 7, 1200])
def test_every_character_keeps_its_offset_in_the_page(offset: int) -> None:
    moved = [
        Mention(m.kind, m.start + offset, m.end + offset, m.text, offices=m.offices)
        for m in MENTIONS
    ]
    seen = skeleton_of(TEXT, offset, moved, title_case=False)
    assert len(seen.offsets) == len(seen.text)
    for word in ("received ", "the ", "in "):
        assert seen.offsets[seen.text.index(word)] == offset + TEXT.index(word)
    assert seen.offsets[0] == offset
    assert seen.mentions[0] is moved[0]


def test_headline_words_are_written_small_outside_mentions() -> None:
    title = "Petr Pavel Meets Friends In Prague"
    person = Mention(MentionKind.PERSON, 0, 10, "Petr Pavel")
    seen = skeleton_of(title, 0, [person], title_case=True)
    assert seen.text == "John meets friends in Prague"


@given(st.text(max_size=200), st.integers(0, 50), st.booleans())
def test_without_mentions_nothing_moves(text: str, offset: int, title_case: bool) -> None:
    seen = skeleton_of(text, offset, [], title_case=title_case)
    assert len(seen.text) == len(text)
    assert seen.offsets == list(range(offset, offset + len(text)))
    assert seen.text.lower() == text.lower()

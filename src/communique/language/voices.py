"""Whose words a page or a turn of a transcript is: whom "I", "we" and "our" stand for there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import Mention, MentionKind, Person, Sentence

# "Mao Ning:", "QUESTION (Example TV):" at the head of a turn
_LABEL = re.compile(r"(?P<who>[A-Z][\w.’'&-]*(?: [\w.’'&-]+){0,6})(?: ?\([^)]{1,60}\))?: ")
_NAMED = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
# A letterhead or a signature is a short line, near the page's top or end.
_LINE = 100
_TOP, _END = 10, 6
_LISTED = re.compile(r"(?:,|,? and|,? &)(?: the)? ")
_HEAD = re.compile(r"(?:(?:the|rt|right|senator|hon|hons|sir|dr|by|from|h\.?e\.?)[ .:-]*)*$", re.I)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTE = frozenset('"“')


def speaking(sentences: Sequence[Sentence], words: ReferenceWords) -> dict[int, tuple[Person, ...]]:
    """Who says "I" or "we" outside of quotation marks, by the index of the sentence."""
    if not any(t.lower in words.first | words.we | words.our for s in sentences for t in s.tokens):
        return {}
    turns = turns_of(sentences, words)
    if turns:
        return {index: (person,) for index, (_, person) in turns.items() if person is not None}
    authors = _authors(sentences, words)
    return {s.index: authors for s in sentences if not s.is_title} if authors else {}


def turns_of(
    sentences: Sequence[Sentence], words: ReferenceWords
) -> dict[int, tuple[str, Person | None]]:
    """The turns of a transcript by index of the sentence: the label and the person it names.

    Empty for a page on which no label names a person or a part in an interview ("Q"); what stands
    before the first turn belongs to none.
    """
    found: dict[int, tuple[str, Person | None]] = {}
    block, turn, named = -1, None, 0
    for sentence in sentences:
        if sentence.is_title:
            continue
        if sentence.block != block:
            block = sentence.block
            label = _labelled(sentence)
            turn = label or turn
            named += label is not None and (label[1] is not None or asks(label[0], words))
        if turn is not None:
            found[sentence.index] = turn
    return found if named else {}


def asks(label: str, words: ReferenceWords) -> bool:
    """Whether a label is that of whoever asks the questions: "Q", "Journalist"."""
    return label.lower().rstrip(".") in words.questions


def _labelled(sentence: Sentence) -> tuple[str, Person | None] | None:
    """The label that begins ``sentence`` and whom it names."""
    for mention in sentence.mentions[:1]:
        opening = sentence.text[: mention.start - sentence.start].strip(" .")
        after = sentence.text[mention.end - sentence.start :].lstrip()
        if mention.person is not None and len(opening) < 4 and after.startswith(":"):
            return mention.text, mention.person
    label = _LABEL.match(sentence.text)
    return (label["who"], None) if label is not None else None


def _authors(sentences: Sequence[Sentence], words: ReferenceWords) -> tuple[Person, ...]:
    """Who writes or speaks the page: named by its headline, its letterhead or its signature."""
    for title in sentences:
        if title.is_title:
            authors = tuple(_of_title(title, words))
            if authors:
                return authors
    lines = [s for s in sentences if not s.is_title]
    for line in (*lines[:_TOP], *reversed(lines[-_END:])):
        author = alone(line, lines)
        if author is not None:
            return (author,)
    return ()


def _of_title(title: Sentence, words: ReferenceWords) -> Iterator[Person]:
    """ "Statement by X and Y", "Remarks of X", "X's speech"."""
    before: Mention | None = None
    for mention in title.mentions:
        person = mention.person
        if person is None or mention.kind not in _NAMED:
            continue
        opening = title.text[: mention.start - title.start].lower().removesuffix("the ")
        said = opening.split()[-2:]
        if before is not None:
            between = title.text[before.end - title.start : mention.start - title.start]
            listed = _LISTED.fullmatch(between)
            if listed is None:
                return
            yield person
        elif len(said) == 2 and said[1] in words.authorship and said[0] in words.authored:
            before = mention
            yield person
        elif _owns(title.text[mention.end - title.start :], words):
            yield person
            return


def _owns(after: str, words: ReferenceWords) -> bool:
    """Whether a name is followed by "'s statement"."""
    found = re.match(r"(?:['’]s?|:) ?(?:[\w-]+ ){0,2}?([\w-]+)", after)
    return found is not None and found[1].lower() in words.authored


def alone(line: Sentence, lines: Sequence[Sentence]) -> Person | None:
    """The office-holder whose name is all that a line holds."""
    persons = [m for m in line.mentions if m.kind is MentionKind.PERSON and m.person is not None]
    alone = sum(other.block == line.block for other in lines) == 1
    if len(persons) != 1 or len(line.text) > _LINE or not alone:
        return None
    person = persons[0].person
    assert person is not None
    known = person.known or bool(person.offices and person.state)
    before = line.text[: persons[0].start - line.start]
    plain = not any(t.tag in _FINITE for t in line.tokens) and not any(
        q in line.text for q in _QUOTE
    )
    return person if known and plain and _HEAD.fullmatch(before) else None

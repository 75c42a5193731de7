"""What the language room says of a page: sentences, tokens of the parse, mentions, persons.

All offsets are code points into ``Document.text``. Mentions are found before parsing; a mention
of several words is one token of the parse, so that long titles cannot break the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from communique.language.dates import DateExpression
from communique.model import Document, OfficeSpan, Span


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    OFFICE = "office"
    STATE = "state"
    ORGANIZATION = "organization"
    PLACE = "place"
    DATE = "date"
    NAME = "name"  # capitalised words that may name a person or anything else


@dataclass(slots=True)
class OfficePhrase:
    """An office as printed: offsets, its head in small letters, its kind and whose it is.

    ``plural`` is true of "Presidents X and Y"; ``former``, ``late`` and ``coming`` of offices no
    longer or not yet held. ``states`` are those of "the French and German ministers".
    """

    start: int
    end: int
    text: str
    head: str
    kind: str
    state: str | None
    organization: str | None
    weak: bool
    plural: bool = False
    former: bool = False
    late: bool = False
    coming: bool = False
    printed: str | None = None
    states: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Person:
    """A person on the page. ``name`` is the fullest form printed, or the known one."""

    name: str
    state: str | None = None
    organization: str | None = None
    gender: str | None = None
    offices: list[OfficeSpan] = field(default_factory=list)
    office_kinds: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    deceased: bool = False
    former: bool = False
    known: bool = False
    state_from: str | None = None


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of text that names something.

    ``form`` tells how a state is named: name, demonym, person_noun, capital, seat, city.
    ``name_start``/``name_end`` bound the bare name of a person inside the mention.
    ``visiting`` is true of "the visiting minister". ``date`` is an index into the sentence's date
    expressions.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    form: str | None = None
    state: str | None = None
    organization: str | None = None
    city: str | None = None
    candidates: tuple[str, ...] = ()
    offices: list[OfficePhrase] = field(default_factory=list)
    name_start: int | None = None
    name_end: int | None = None
    person: Person | None = None
    gender: str | None = None
    merged: bool = True
    date: int | None = None
    worked_from: str | None = None
    visiting: bool = False

    @property
    def name(self) -> str:
        """The bare name inside the mention, or its text."""
        if self.name_start is None or self.name_end is None:
            return self.text
        return self.text[self.name_start - self.start : self.name_end - self.start]


@dataclass(slots=True, eq=False)
class Token:
    """One token of the parse; ``head`` indexes the sentence's tokens, the root heads itself.

    ``persons`` is filled for pronouns and plural phrases that stand for persons;
    ``states`` likewise for "the two countries".
    """

    i: int
    text: str
    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    morph: str = ""
    mention: Mention | None = None
    persons: tuple[Person, ...] = ()
    states: tuple[str, ...] = ()
    worked_from: str | None = None
    children: list[int] = field(default_factory=list)
    lower: str = field(init=False)

    def __post_init__(self) -> None:
        """``lower`` is the token's text in small letters, its apostrophe straight: "’ll"."""
        self.lower = self.text.lower().replace("\u2019", "'")


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: offsets, block number, whether headline or caption, tokens of its parse.

    ``moved`` maps the page offset of a dated phrase or a place that was left out of the parse to
    the token that follows it.
    """

    index: int
    block: int
    start: int
    end: int
    text: str
    is_title: bool
    is_caption: bool
    mentions: list[Mention] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)

    def span(self, document_text: str) -> Span:
        """The whole sentence as a span."""
        return Span(self.start, self.end, document_text[self.start : self.end])


@dataclass(slots=True, eq=False)
class Analysis:
    """An annotated page: what coding reads."""

    document: Document
    sentences: list[Sentence]
    people: list[Person]
    home_state: str | None
    published: date | None
    dates: list[DateExpression] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The document's kept text."""
        return self.document.text

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets as evidence."""
        return Span(start, end, self.document.text[start:end])

    def mentions(self) -> Iterator[Mention]:
        """Every mention in order of the page."""
        for sentence in self.sentences:
            yield from sentence.mentions

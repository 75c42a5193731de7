"""What each word of a text may be to an engagement: a word that reports one, or one of a party.

The words are those of the frames, the offices, the names of states and bodies, and the leaders in
``knowledge``; forms are led back to lemmas by the tables of the shipped pipeline, as reading does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from communique.knowledge.folding import fold_word
from communique.knowledge.frames import EngagementFrame, load_frames
from communique.knowledge.leaders import by_surname
from communique.knowledge.offices import load_office_words
from communique.knowledge.states import surface_forms
from communique.knowledge.words import common_words
from communique.language.models import ENGLISH

_KEPT = 100_000
_ABROAD = frozenset({"foreign_place", "destination"})
# Marks of frames that are no words of the text.
_OPEN_MARKS = frozenset({"each other", "there"})
_HEADS = frozenset({"head_of_state", "head_of_government"})


class Report(NamedTuple):
    """A way in which a word may report an engagement.

    ``marks`` are the words of which one has to stand near it, None where it says so by itself;
    ``abroad`` is true where it needs a state gone to.
    """

    marks: frozenset[str] | None
    abroad: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word may be: ways to report an engagement, its lemmas, and what it may begin.

    ``offices`` are the words that follow it in phrases of office, ``form`` the length of the
    longest name of a state or body that it begins, ``leader`` whether it is a leader's surname.
    """

    reports: tuple[Report, ...]
    lemmas: frozenset[str]
    offices: tuple[tuple[str, ...], ...]
    form: int
    leader: bool

    def __bool__(self) -> bool:
        """Whether it may be anything at all."""
        return bool(self.reports or self.offices or self.form or self.leader)


class _Kept(dict[str, Meaning | None]):
    """Meanings by their word; ``reporting`` are the words that may report an engagement."""

    def __init__(self, work_out: Callable[[str], Meaning | None]) -> None:
        super().__init__()
        self._work_out = work_out
        self.reporting: set[str] = set()

    def __missing__(self, word: str) -> Meaning | None:
        if len(self) >= _KEPT:
            self.clear()
        meaning = self[word] = self._work_out(word)
        if meaning is not None and meaning.reports:
            self.reporting.add(word)
        return meaning


class Meanings:
    """The meanings of words, each worked out once."""

    def __init__(self, language: str = "en") -> None:
        """``language`` is one that ``knowledge`` has frames for."""
        self._reports = _reports(language)
        self._rules, self._exceptions = _lemma_tables()
        self._offices = _office_phrases(language)
        self._leaders = _leader_names()
        self._first_words = surface_forms().first_words
        self._marks = frozenset(
            mark for ways in self._reports.values() for way in ways for mark in way.marks or ()
        )
        self._found = _Kept(self._work_out)

    def of(self, words: Sequence[str]) -> list[Meaning | None]:
        """What each of ``words`` may be, None where it is nothing."""
        return list(map(self._found.__getitem__, words))

    def reporting(self, words: Sequence[str]) -> Iterator[int]:
        """Where those of ``words`` stand that may report an engagement; all were asked ``of``."""
        return compress(count(), map(self._found.reporting.__contains__, words))

    def _work_out(self, word: str) -> Meaning | None:
        lower, folded = word.lower(), fold_word(word)
        lemmas = frozenset(self._lemmas(lower))
        reports = {way for lemma in lemmas for way in self._reports.get(lemma, ())}
        capital = word[0].isupper()
        meaning = Meaning(
            tuple(reports),
            lemmas & self._marks,
            self._offices.get(lower, ()),
            self._first_words.get(folded, 0) if capital else 0,
            capital and folded in self._leaders,
        )
        return meaning if meaning or meaning.lemmas else None

    def _lemmas(self, lower: str) -> Iterator[str]:
        """Every lemma that the pipeline might give a form."""
        yield lower
        yield from self._exceptions.get(lower, ())
        for old, new in self._rules:
            if lower.endswith(old) and len(lower) > len(old):
                yield lower[: len(lower) - len(old)] + new


def _reports(language: str) -> Mapping[str, tuple[Report, ...]]:
    found: dict[str, set[Report]] = {}

    def add(words: frozenset[str], marks: frozenset[str] | None, frame: EngagementFrame) -> None:
        way = Report(marks, frame.needs in _ABROAD)
        for word in words:
            found.setdefault(word.partition("-")[0], set()).add(way)

    for frame in load_frames(language).engagements:
        add(frame.nouns, frame.noun_marks, frame)
        free = frame.verb_marks & _OPEN_MARKS
        add(frame.verbs, None if free else frame.verb_marks, frame)
        add(frame.bare_nouns | frame.weak_nouns | frame.bare_verbs, None, frame)
    return {word: tuple(ways) for word, ways in found.items()}


def _office_phrases(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    data = load_office_words(language)
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in (*data.heads, *data.honorifics):
        found.setdefault(phrase[0], set()).add(phrase[1:])
    return {first: ((),) if () in rest else tuple(rest) for first, rest in found.items()}


def _leader_names() -> frozenset[str]:
    """Surnames of heads of state or government that are no usual word."""
    return frozenset(
        name
        for name, tenures in by_surname().items()
        if name not in common_words() and any(_HEADS & set(t.office_kinds) for t in tenures)
    )


@cache
def _lemma_tables() -> tuple[tuple[tuple[str, str], ...], Mapping[str, tuple[str, ...]]]:
    """The shipped pipeline's rules and exceptions of verbs and nouns."""
    from spacy.lookups import Lookups

    tables = Lookups().from_disk(ENGLISH / "lemmatizer" / "lookups")
    rules: dict[tuple[str, str], None] = {}
    exceptions: dict[str, tuple[str, ...]] = {}
    for part in ("verb", "noun"):
        rules |= dict.fromkeys((old, new) for old, new in tables.get_table("lemma_rules")[part])
        for form, lemmas in tables.get_table("lemma_exc")[part].items():
            exceptions[form] = (*exceptions.get(form, ()), *lemmas)
    return tuple(rules), exceptions

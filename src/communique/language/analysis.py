"""The language room's one function: a Document in, an annotated Analysis out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from communique.knowledge.offices import OfficeWords, load_office_words
from communique.knowledge.references import load_reference_words
from communique.knowledge.states import surface_forms
from communique.language.annotations import Analysis, Mention, MentionKind, Person, Sentence
from communique.language.belonging import settle_states
from communique.language.dates import DateExpression, FormKind, find_dates
from communique.language.held_offices import settle_offices
from communique.language.listed_envoys import name_listed_envoys
from communique.language.mentions import MentionFinder
from communique.language.namesakes import settle_namesakes
from communique.language.organization_heads import settle_heads
from communique.language.parsing import parse
from communique.language.people import PeopleFinder
from communique.language.predicate_offices import give_offices_told
from communique.language.press import press_state
from communique.language.reference import ReferenceResolver
from communique.language.scanning import is_title_case, words_of
from communique.language.seated import settle_seated
from communique.language.sentences import sentence_spans
from communique.language.skeleton import COUNTED, skeleton_of
from communique.language.titles import bind_titles
from communique.model import Document
from communique.pages.dateline import dateline_of
from communique.pages.marks import outlets_by_mark

if TYPE_CHECKING:
    from spacy.language import Language

_BLOCK = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")
# Dated phrases that a parser may take as one weekday: whole days, with or without their year.
_DAYS = frozenset({FormKind.DATE, FormKind.WEEKDAY, FormKind.NUMERIC, FormKind.SPAN})
_ADVERBS = _DAYS | {FormKind.OFFSET, FormKind.PART_OF_DAY}

_DASHES = frozenset("-–—)")

# Kinds of outlets that speak for a state: "the Prime Minister" is theirs.
_OFFICIAL = frozenset({"government", "ministry", "presidency"})


@dataclass(frozen=True, slots=True)
class Named:
    """A page's sentences with what they name and who its persons are, before any is parsed."""

    document: Document
    sentences: list[Sentence]
    people: list[Person]
    home_state: str | None
    published: date | None
    dates: list[DateExpression]


# What was named last and not yet parsed: who judges a page by its names does not name it twice.
_named_last: list[Named] = []


def name(document: Document) -> Named:
    """Find what a page names; ``analyse`` of the same document goes on from there.

    ``document.language`` must be one that ``knowledge/`` has words for.
    """
    named = _name(document)
    _named_last[:] = [named]
    return named


def _name(document: Document) -> Named:
    data = load_office_words(document.language or "en")
    published = _day(document.published)
    dates = find_dates(document.text)
    sentences = list(sentences_of(document))
    for sentence in sentences:
        _mention(sentence, data, dates)
    name_listed_envoys(sentences, load_reference_words())
    give_offices_told(sentences)
    home = home_state(document)
    people = PeopleFinder(sentences, data, published, home).find()
    settle_seated(people, sentences)
    words = load_reference_words()
    settle_states(people, sentences, home, press_state(document), data, words, published)
    settle_namesakes(sentences, people, home)
    settle_heads(sentences, people, published)
    bind_titles(sentences, people, data, published, home)
    return Named(document, sentences, people, home, published, dates)


def analyse(document: Document, pipeline: Language) -> Analysis:
    """Annotate one page: sentences, parse, mentions, persons, and who "he" and "both" are.

    ``document.language`` must be one that ``knowledge/`` has words for; ``pipeline`` is a spaCy
    pipeline with tagger, lemmas and Universal Dependencies parser.
    """
    last, _named_last[:] = _named_last[:], []
    named = last[0] if last and last[0].document is document else _name(document)
    sentences, people = named.sentences, named.people
    data = load_office_words(document.language or "en")
    _parse(sentences, named.dates, pipeline)
    ReferenceResolver(sentences, load_reference_words(), data).resolve()
    settle_offices(sentences, people, data)
    return Analysis(document, sentences, people, named.home_state, named.published, named.dates)


def _day(stamp: str | None) -> date | None:
    return date.fromisoformat(stamp) if stamp is not None and len(stamp) == 10 else None


def _after_dateline(block: str) -> int:
    """Where the report begins in a paragraph: behind its dateline, where it has one."""
    found = dateline_of(block)
    if found is None:
        return 0
    told = block[: found.end].rstrip()
    signed = found.agency is not None and (told[0] == "(" or told[-1] in _DASHES)  # "(ECPV) -"
    return found.end if found.place is not None or signed else 0


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Cut a document's text into sentences; each begins behind the dateline of its paragraph."""
    title, index = document.title_span, 0
    for block, match in enumerate(_BLOCK.finditer(document.text)):
        if title is not None and match.start() <= title.start < match.end():
            begin = title.start
        else:
            begin = match.start() + _after_dateline(match.group())
        for first, end in sentence_spans(match.group(), match.start()):
            start = max(first, begin)
            if start >= end:
                continue
            yield Sentence(
                index, block, start, end, document.text[start:end],
                is_title=title is not None and title.start <= start < title.end,
                is_caption=any(c.start <= start < c.end for c in document.captions),
            )  # fmt: skip
            index += 1


def _inside(dates: Sequence[DateExpression], sentence: Sentence) -> list[DateExpression]:
    return [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]


def _opens_part(expression: DateExpression, sentence: Sentence) -> bool:
    """ "Earlier in the week X received Y": a part of a period that opens a sentence."""
    form = expression.form
    opens = expression.start == sentence.start
    return opens and form.kind in {FormKind.PERIOD, FormKind.MONTH} and form.part is not None


def _mention(sentence: Sentence, data: OfficeWords, dates: Sequence[DateExpression]) -> None:
    spans = [(d.start, d.end) for d in _inside(dates, sentence) if d.form.kind in _DAYS]
    sentence.mentions = MentionFinder(sentence.text, sentence.start, data, spans).find()


def _parse(
    sentences: Sequence[Sentence], dates: Sequence[DateExpression], pipeline: Language
) -> None:
    skeletons = []
    for sentence in sentences:
        days = [
            Mention(
                MentionKind.DATE,
                d.start,
                d.end,
                d.surface,
                form=COUNTED if d.form.origin == "event" and d.form.first is None else None,
            )
            for d in _inside(dates, sentence)
            if (d.form.kind in _ADVERBS or _opens_part(d, sentence))
            and not any(m.start < d.end and d.start < m.end for m in sentence.mentions)
        ]
        mentions = sorted((*sentence.mentions, *days), key=lambda m: m.start)
        title_case = is_title_case(words_of(sentence.text, sentence.start))
        skeletons.append(
            skeleton_of(sentence.text, sentence.start, mentions, title_case=title_case)
        )
    parse(pipeline, sentences, skeletons)


def home_state(document: Document) -> str | None:
    """The state a page is written in: that of its dateline's place, else of the government that
    published it, None where it has neither."""
    if document.dateline_place is None:
        outlet = outlets_by_mark().get(document.outlet or "")
        return outlet.state or None if outlet is not None and outlet.kind in _OFFICIAL else None
    form = surface_forms().get(document.dateline_place.quote)
    if form is None or not form.candidates or form.candidates[0].kind == "organization":
        return None
    return form.candidates[0].id

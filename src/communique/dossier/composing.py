"""A whole brief, put together from what the record answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.dossier.commitments import commitments
from communique.dossier.engagements import chronology, engagements
from communique.dossier.gathering import Asked, Gathered, Limits, gather
from communique.dossier.manners import in_manner
from communique.dossier.parts import (
    Block,
    Brief,
    Figure,
    Paragraph,
    Pieces,
    Section,
    Sentence,
    with_sentences,
    words_of,
)
from communique.dossier.persons import persons
from communique.dossier.phrases import counted, listing, phrase, say, say_some
from communique.dossier.relations import relations
from communique.dossier.silences import silences
from communique.dossier.sources import numbered
from communique.dossier.summary import period, summary
from communique.dossier.topics import topics
from communique.dossier.values import day, plain, state_name
from communique.pictures import Picture, Writing, contacts_by_month, timeline

if TYPE_CHECKING:
    from communique.record import Record
    from communique.views.locales import Manner

_METHOD = ("fields", "engagements", "dates", "words", "silence")
_DEFAULT = Limits()


def compose(
    record: Record, asked: Asked, limits: Limits = _DEFAULT, manner: Manner | None = None
) -> Brief:
    """Return the brief that was asked for, with dates in a manner, else day, month, year.

    Raises NobodyError where the person is nobody or several. What is too much for a brief is
    counted in it and left to the record.
    """
    gathered, writing = gather(record, asked, limits), Writing(manner)
    between = _between(asked)
    found = (
        summary(gathered, between),
        _drawn("timeline", timeline(gathered.engagements, writing)),
        engagements(gathered),
        chronology(gathered),
        _drawn("contacts", contacts_by_month(gathered.engagements, writing)),
        persons(gathered, writing),
        topics(gathered, writing) if gathered.engagements else None,
        # Where nothing is told of engagements, that there is nothing else needs no sections.
        commitments(gathered, between, writing)
        if gathered.engagements or gathered.commitments
        else None,
        relations(gathered, between) if gathered.engagements or gathered.relations else None,
        silences(gathered) if gathered.engagements else None,
    )
    sections = tuple(section for section in found if section)
    brief = Brief(
        title=Sentence(_title(gathered)),
        subtitle=Sentence(_subtitle(gathered)),
        made=Sentence(_made(asked)),
        sections=(*sections, _method()),
        sources=numbered(sections, gathered.documents),
    )
    sections = tuple(with_sentences(each, brief.arranged) for each in brief.sections)
    brief = replace(brief, sections=sections)
    return in_manner(brief, manner) if manner else brief


def _between(asked: Asked) -> Pieces:
    """Return "Vietnam and Russia" where two or more states were asked for."""
    if len(asked.states) < 2:
        return ()
    return _states(asked)


def _states(asked: Asked) -> Pieces:
    return listing([state_name(code, "asked", code) for code in asked.states])


def _title(gathered: Gathered) -> Pieces:
    person = gathered.person
    if person:
        name = plain(person.person, "person", person.id)
        return say("title.person", person=name, states=_states(gathered.asked))
    if gathered.asked.states:
        return say("title.states", states=_states(gathered.asked))
    return say("title.all")


def _subtitle(gathered: Gathered) -> Pieces:
    documents = {page.id: page for each in gathered.engagements for page in each.documents}
    if not documents:
        return say("subtitle.none")
    outlets = list(dict.fromkeys(page.outlet for page in documents.values() if page.outlet))
    pages = say_some("count.pages", len(documents), n=counted("page", documents))
    number = counted("outlet", outlets)
    told_by = say_some("count.outlets", len(outlets), n=number) if outlets else ()
    first, last = period(gathered)
    if not first:
        return say("subtitle.undated", pages=pages, outlets=told_by)
    if words_of(first) == words_of(last):
        return say("subtitle.day", first=first, pages=pages, outlets=told_by)
    return say("subtitle.span", first=first, last=last, pages=pages, outlets=told_by)


def _made(asked: Asked) -> Pieces:
    since = day(asked.since, "asked", "since") if asked.since else None
    until = day(asked.until, "asked", "until") if asked.until else None
    if since and until:
        words = say("made.asked.both", since=since, until=until)
    elif since:
        words = say("made.asked.since", since=since)
    elif until:
        words = say("made.asked.until", until=until)
    else:
        words = say("made.asked.none")
    as_of = day(asked.as_of.isoformat(), "asked", "as_of")
    return say("made.with_period", asked=words, as_of=as_of)


def _drawn(key: str, picture: Picture | None) -> Section | None:
    if picture is None:
        return None
    return Section(key, phrase(f"section.{key}"), (Figure(picture),))


def _method() -> Section:
    blocks: list[Block] = [
        Paragraph((Sentence(say(f"method.{key}")),), quiet=True) for key in _METHOD
    ]
    return Section("method", phrase("section.method"), tuple(blocks))

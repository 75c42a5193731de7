"""Who spoke for whom: the persons of a brief, with their offices as of the day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.dossier.parts import (
    Block,
    Bullets,
    Cite,
    Figure,
    Paragraph,
    Pieces,
    Section,
    Sentence,
    Table,
)
from communique.dossier.phrases import counted, listing, phrase, say, say_some
from communique.dossier.relations import cites
from communique.dossier.telling import anchor
from communique.dossier.values import TOOK_PLACE, day, plain, state_name
from communique.knowledge.office_claims import holders_instead
from communique.pictures import Writing, who_meets_whom

if TYPE_CHECKING:
    from communique.dossier.gathering import Gathered
    from communique.record.entries import EngagementEntry, PersonEntry, TenureEntry

_CITES = 4
_OFFICES = 4

_Days = list[tuple[str | None, str]]


@dataclass
class _Seen:
    """A person as a brief's engagements show them."""

    engagements: list[str] = field(default_factory=list)
    offices: dict[str, _Days] = field(default_factory=lambda: defaultdict(list))
    pages: dict[str, None] = field(default_factory=dict)


def persons(gathered: Gathered, writing: Writing) -> Section | None:
    """Return the table of persons with their offices, and the picture of who meets whom."""
    seen = _seen(gathered.engagements)
    if not seen:
        return None
    people = gathered.people
    order = {code: number for number, code in enumerate(gathered.asked.states)}
    shown = sorted(
        (each for each in seen if each in people),
        key=lambda name: (
            order.get(people[name].state or "", len(order)),
            people[name].state or "~",
            -len(seen[name].engagements),
            name,
        ),
    )
    rows = tuple(_row(people[name], seen[name]) for name in shown)
    keys = ("person", "for", "office", "engagements", "sources")
    head = tuple(phrase(f"persons.head_{key}") for key in keys)
    blocks: list[Block] = [
        Paragraph((Sentence(say("persons.lead")),)),
        Table(phrase("persons.caption"), head, rows),
    ]
    if left := [name for name in seen if name not in people]:
        words = say_some("persons.more", len(left), n=counted("person", left))
        blocks.append(Paragraph((Sentence(words),), quiet=True))
    pages = gathered.by_label()
    notes = [note for name in shown for note in _notes(people[name], seen[name], gathered, pages)]
    if notes:
        blocks.append(Bullets(tuple(notes)))
    picture = who_meets_whom(
        gathered.engagements,
        gathered.asked.states,
        gathered.person.id if gathered.person else None,
        writing,
    )
    if picture:
        blocks.append(Figure(picture))
    return Section("persons", phrase("section.persons"), tuple(blocks))


def _seen(engagements: tuple[EngagementEntry, ...]) -> dict[str, _Seen]:
    found: defaultdict[str, _Seen] = defaultdict(_Seen)
    for entry in engagements:
        for party in entry.parties:
            if party.person_id is None:
                continue
            one = found[party.person_id]
            one.engagements.append(entry.id)
            one.pages.update((page.id, None) for page in entry.documents[:_CITES])
            if party.office:
                # A plan says nothing of the office on its day.
                held = entry.start if entry.status in TOOK_PLACE else None
                one.offices[party.office].append((held, entry.id))
    return dict(found)


def _row(person: PersonEntry, seen: _Seen) -> tuple[Sentence, ...]:
    state: Pieces = ()
    if person.state:
        state = (state_name(person.state, "person", person.id, bare=True),)
    elif person.organization:
        state = (plain(person.organization, "person", person.id),)
    told = [_office(office, days, person) for office, days in _offices(person, seen)[:_OFFICES]]
    seen_in = tuple(Cite(page) for page in list(seen.pages)[:_CITES])
    return (
        Sentence((plain(person.person, "person", person.id),)),
        Sentence(state),
        Sentence(_apart(told) if told else say("persons.unsaid")),
        Sentence((counted("engagement", dict.fromkeys(seen.engagements)),)),
        Sentence((), seen_in),
    )


def _offices(person: PersonEntry, seen: _Seen) -> list[tuple[str, _Days]]:
    """Return the offices with the days of the engagements, forms of one office together."""
    usual = {form: tenure.office for tenure in person.tenures for form in tenure.offices}
    found: defaultdict[str, _Days] = defaultdict(list)
    for printed, days in seen.offices.items():
        found[usual.get(printed, printed)] += days
    return sorted(found.items(), key=lambda item: min(day or "~" for day, _ in item[1]))


def _office(office: str, days: _Days, person: PersonEntry) -> Pieces:
    words = plain(office, "office", person.id)
    dated = sorted((iso, name) for iso, name in days if iso)
    if not dated:
        return say("persons.office_undated", office=words)
    first, last = (day(iso, "engagement", name) for iso, name in (dated[0], dated[-1]))
    if first.words == last.words:
        return say("persons.office_day", office=words, first=first)
    return say("persons.office_span", office=words, first=first, last=last)


def _notes(
    person: PersonEntry, seen: _Seen, gathered: Gathered, pages: dict[str, str]
) -> list[Sentence]:
    """Return what a reader has to know: who has died, whom the table of leaders has instead."""
    name = plain(person.person, "person", person.id)
    over = next((tenure for tenure in person.tenures if tenure.ended_by), None)
    notes: list[Sentence | None] = []
    if person.deceased:
        ended = day(over.ended_by, "person", person.id) if over and over.ended_by else None
        later = _since(over, gathered, pages) if over else ()
        notes.append(Sentence(say("persons.deceased", person=name, day=ended), later))
    for office, days in _offices(person, seen):
        notes.append(_contradicted(person, office, days, gathered))
    return [note for note in notes if note]


def _contradicted(
    person: PersonEntry, office: str, days: _Days, gathered: Gathered
) -> Sentence | None:
    """Return whom the table of leaders has in an office on the first day that pages give it."""
    iso, name = min(((iso, name) for iso, name in days if iso), default=(None, ""))
    others = holders_instead(person.names, person.state, office, iso) if iso else ()
    if not others:
        return None
    words = say(
        "persons.contradicted",
        person=plain(person.person, "person", person.id),
        office=plain(office, "office", person.id),
        day=day(iso or "", "engagement", name),
        others=listing([plain(other, "leaders", person.id) for other in others]),
    )
    pages = next((e.documents for e in gathered.engagements if e.id == name), ())
    return Sentence(words, tuple(Cite(page.id) for page in pages[:_CITES]), anchor(name))


def _since(tenure: TenureEntry, gathered: Gathered, pages: dict[str, str]) -> tuple[Cite, ...]:
    """Return the pages of a tenure from when it was over: those before cannot say so."""
    found = cites(tenure.documents, pages)
    dates = {page.id: page.published or page.dated or "" for page in gathered.documents.values()}
    return tuple(one for one in found if dates[one.document] >= (tenure.ended_by or ""))


def _apart(told: list[Pieces]) -> Pieces:
    out: Pieces = ()
    for each in told:
        out += (phrase("join.then"), *each) if out else each
    return out

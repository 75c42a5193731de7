"""Ambassadors who hand over their credentials: those whom the page lists behind the ceremony."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, MentionKind, Person, Sentence
from communique.language.grammar import Tree
from communique.model import Kind, Role

_FRAME = "credentials"
# Who receives credentials: heads of state, and ministers for chargés.
_RECEIVERS = frozenset({"head_of_state", "head_of_government", "foreign_minister", "royal"})
# How many sentences behind the ceremony may name those received.
_NEAR = 10
# How many sentences on the other side of a ceremony may be told.
_NEXT = 2
# A line that names one of them holds little else.
_LINE = 6


def name_accredited(drafts: Sequence[Draft], analysis: Analysis) -> list[Draft]:
    """Give credentials received from "six envoys" the ambassadors that the page names.

    They stand in the same sentence or in those that follow; who is of the receiving state, or
    of none, is not one of them. Parties that are a state alone make way for its ambassador. That
    they were "received" is no more than the ceremony, and left out of what is returned.
    """
    drafts = [draft for draft in _at_ceremonies(drafts) if not _posting(draft)]
    ceremonies = [draft for draft in drafts if draft.frame == _FRAME and not draft.denied]
    for draft in ceremonies:
        _turned(draft)
    for one, other in pairwise(ceremonies):
        _told_in_two(one, other)
    _one_occasion(ceremonies, analysis)
    for draft in drafts:
        hosts = draft.actors(Role.HOST)
        home = {host.side for host in hosts}
        guests = [g for g in draft.actors(Role.GUEST) if g.person and g.side not in home]
        if draft.frame != _FRAME or not hosts or guests:
            continue
        found = [a for a in _diplomats(draft.sentence, analysis) if a.side not in {None, *home}]
        named = {actor.side for actor in found}
        if found:
            draft.parties = [
                p for p in draft.parties
                if p.role is not Role.GUEST or p.actor.side not in {None, *named}
            ]  # fmt: skip
        for actor in found:
            draft.add(actor, Role.GUEST)
    return [draft for draft in drafts if not _again(draft, drafts)]


def _at_ceremonies(drafts: Sequence[Draft]) -> list[Draft]:
    """ "At a credentials ceremony X received A and B", "received A, who presented her letters":
    one ceremony, whatever the receptions that a sentence tells of it."""
    found: list[Draft] = []
    for draft in drafts:
        words = {token.lemma for token in draft.sentence.tokens}
        received = draft.frame == "receive" and draft.kind == Kind.MEETING
        guests = draft.actors(Role.GUEST)
        envoys = bool(guests) and all(_sent(guest) for guest in guests)
        if not (received and envoys and words & word_list("credentials")):
            found.append(draft)
            continue
        same = [d for d in found if d.sentence is draft.sentence and d.frame == _FRAME]
        draft.frame, draft.kind = _FRAME, Kind.CEREMONY
        for party in draft.parties if same else ():
            same[0].add(party.actor, party.role)
        found += [] if same else [draft]
    return found


def _posting(draft: Draft) -> bool:
    """ "X, who was accredited to Peru in 2018": an ambassador's post, and no ceremony told."""
    by_verb = draft.frame == _FRAME and draft.trigger.lemma == "accredit"
    return by_verb and not any(host.person for host in draft.actors(Role.HOST))


def _sent(guest: Actor) -> bool:
    """Whether a guest is an ambassador, by name or as one of "the ambassadors of A and B"."""
    mention = guest.token.mention
    offices = mention.offices if mention is not None else []
    return any(office.kind == "diplomat" for office in offices) or (
        guest.person is not None and _envoy(guest.person)
    )


def _told_in_two(one: Draft, other: Draft) -> None:
    """ "The Emir received credentials. They were handed in by the ambassadors of A and B":
    who received them, and who handed them over, by two sentences."""
    near = other.sentence.index - one.sentence.index <= _NEXT
    for receiving, given in ((one, other), (other, one)):
        hosts, guests = receiving.actors(Role.HOST), given.actors(Role.GUEST)
        alone = len(hosts) == len(receiving.parties) and len(guests) == len(given.parties)
        if near and hosts and guests and alone:
            for actor in hosts:
                given.add(actor, Role.HOST)
            for actor in guests:
                receiving.add(actor, Role.GUEST)
            return


def _one_occasion(ceremonies: Sequence[Draft], analysis: Analysis) -> None:
    """Of several envoys received by one, each is told of by himself: all of them are its guests.

    "The President received letters from three ambassadors. Ms X of Cuba was the first."
    """
    told = [draft for draft in ceremonies if not draft.sentence.is_title]
    hosts = {a.key: a for draft in ceremonies for a in draft.actors(Role.HOST) if a.person}
    several = any(_several(draft.sentence) for draft in ceremonies)
    if len(hosts) != 1 or not several or not told:
        return
    host, days = next(iter(hosts.values())), _by_day(told)
    for received in days:
        guests = [a for draft in received for a in draft.actors(Role.GUEST) if a.person is not None]
        if len(days) == 1:
            guests += _diplomats(told[0].sentence, analysis)
        guests = [actor for actor in guests if actor.side not in {None, host.side}]
        headlines = [d for d in ceremonies if d not in told] if received is days[0] else []
        for draft in (*received, *headlines) if len(guests) > 1 else ():
            for actor in guests:
                draft.add(actor, Role.GUEST)
            draft.add(host, Role.HOST)


def _by_day(told: Sequence[Draft]) -> list[list[Draft]]:
    """Ceremonies of one day together: those without a day are of that told last."""
    days: list[list[Draft]] = []
    last: set[str] | None = None
    for draft in told:
        words = {e.surface.lower() for e in draft.dates}
        if not days or (words and last and words != last):
            days.append([])
        last = words or last
        days[-1].append(draft)
    return days


def _several(sentence: Sentence) -> bool:
    """Whether a sentence speaks of several envoys."""
    offices = (o for m in sentence.mentions for o in m.offices)
    return any(o.plural and o.kind == "diplomat" for o in offices)


def _turned(draft: Draft) -> None:
    """ "X welcomed the ambassador and accepted his letters": X, no diplomat, receives them.

    So does who stands beside an ambassador, whatever the grammar makes of the two.
    """
    envoys = [p for p in draft.parties if p.actor.person and _envoy(p.actor.person)]
    others = [p for p in draft.parties if p not in envoys]
    for party in envoys:
        party.role = Role.GUEST
    for party in others if envoys else ():
        person = party.actor.person
        alone = len(others) == 1 and person is not None and person.offices
        if person is not None and (alone or person.office_kinds & _RECEIVERS):
            party.role = Role.HOST
    if len(draft.parties) != 1 or draft.parties[0].role is not Role.GUEST:
        return
    person = draft.parties[0].actor.person
    if person is not None and person.office_kinds & _RECEIVERS:
        draft.parties[0].role = Role.HOST


def _envoy(person: Person) -> bool:
    return "diplomat" in person.office_kinds and not person.office_kinds & _RECEIVERS


def _again(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether ``draft`` says of those accredited only that they were received."""
    persons = draft.persons()
    return draft.frame == "receive" and any(
        d.frame == _FRAME and d.complete() and persons and persons <= d.persons() for d in drafts
    )


def _diplomats(told: Sentence, analysis: Analysis) -> Iterator[Actor]:
    """Ambassadors named in the sentence of the ceremony or in the next ones, each once, and those
    of a list below it: "Rodolfo Lekogo (Gabon)"."""
    seen: set[int] = set()
    near = _NEAR
    for sentence in analysis.sentences[told.index :]:
        listed = sentence.text.rstrip(" ;,.").endswith(")") and len(sentence.tokens) <= _LINE
        near -= not listed
        if not near:
            return
        reader = ActorReader(analysis, Tree(sentence.tokens))
        for token in sentence.tokens:
            mention = token.mention
            if mention is None or mention.kind is not MentionKind.PERSON:
                continue
            person = mention.person
            if person is None or id(person) in seen or person.former:
                continue
            if "diplomat" in person.office_kinds or (listed and not person.office_kinds):
                seen.add(id(person))
                yield from reader.read(token)

"""Whether a visit that only frames the news is still under way.

"During his visit to Oslo, X met Y" says nothing of the visit's end: the page has the guest there
unless it dates the visit earlier or has the guest gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.status_merging import OFF
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Person
from communique.language.dates import FormKind
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_RECEIVING = frozenset({Kind.MEETING, Kind.CEREMONY})
_HAPPENING = frozenset({Status.HELD, Status.UNDER_WAY})
_RANKED = frozenset({"head_of_state", "head_of_government", "foreign_minister", "minister"})
_STAY = timedelta(days=4)
_FROM_AFAR = frozenset({Kind.CALL, Kind.VIDEO_CALL, Kind.LETTER})


def settle_stays(groups: Sequence[Draft], analysis: Analysis) -> None:
    """Mark as under way the visits during which the page's own news took place, and no others."""
    for visit in groups:
        if visit.kind == Kind.VISIT and visit.recalled and not visit.main:
            begun = visit.status == Status.UNDER_WAY  # "embarked on a visit in October"
            visit.status = Status.HELD if begun else visit.status
        if visit.kind == Kind.VISIT and _assessed(visit) and _framed(visit, groups):
            visit.status = Status.UNDER_WAY
        if visit.kind != Kind.VISIT or visit.status != Status.HELD:
            continue
        if not _only_frames(visit) or _earlier(visit, analysis.published) or _once(visit):
            continue
        guests = [a.person for a in visit.actors(Role.GUEST) if a.person is not None]
        there = analysis.home_state is not None and analysis.home_state == visit.destination
        news = visit.main and analysis.published is not None and _frames_a_report(visit)
        if (there or news or _framed(visit, groups)) and not _gone(guests, analysis):
            visit.status = Status.UNDER_WAY


def settle_programmes(groups: Sequence[Draft]) -> None:
    """What was planned for a visit goes with it: its talks are put off or called off too.

    A visit only spoken of is planned where its talks are.
    """
    for visit in groups:
        if visit.kind != Kind.VISIT:
            continue
        talks = [g for g in groups if g.kind == Kind.MEETING and _within(g, visit)]
        if visit.status in OFF:
            talks += [g for g in groups if g.kind == Kind.MEETING and _soon_after(g, visit)]
        ahead = [g for g in talks if g.status == Status.PLANNED]
        if visit.status in OFF:
            for group in ahead:
                if not any(_goes_with(group, other, visit) for other in groups):
                    group.status = visit.status
        untold = visit.status == Status.HELD and not visit.told and visit.when.start is None
        if untold and ahead and len(ahead) == len(talks):
            visit.status = Status.PLANNED


def _goes_with(talks: Draft, other: Draft, visit: Draft) -> bool:
    """Whether ``talks`` are of another visit there, which has not been put or called off."""
    apart = other.kind == Kind.VISIT and other is not visit and other.status not in OFF
    return apart and _within(talks, other)


def settle_hosts(groups: Sequence[Draft]) -> None:
    """Who receives the guest is the host of the visit, in place of the bare state."""
    for visit in groups:
        if visit.kind != Kind.VISIT or any(a.person for a in visit.actors(Role.HOST)):
            continue
        talks = [g for g in groups if g.kind in _RECEIVING and _within(g, visit)]
        talks = [g for g in talks if not _aside(g)]
        talks.sort(key=lambda g: not g.main)
        hosts = [
            actor
            for group in talks
            for actor in group.actors(Role.HOST, Role.PARTICIPANT)
            if actor.person is not None and actor.side == visit.destination
        ]
        if not hosts:
            _state_receives(visit)
            continue
        high = any(_heads(guest) for guest in visit.actors(Role.GUEST))
        alike = [a for a in hosts if _same_office(a, visit.actors(Role.GUEST))]
        host = next((a for a in (*alike, *hosts) if _heads(a) == high), (alike or hosts)[0])
        visit.parties = [p for p in visit.parties if p.role is not Role.HOST]
        visit.add(host, Role.HOST)


def _state_receives(visit: Draft) -> None:
    """Where nobody is named the state visited is host."""
    if visit.destination is not None and not visit.actors(Role.HOST) and visit.place_spans:
        named = visit.place.name if visit.place is not None else None
        host = Actor(
            visit.trigger, state=visit.destination, spans=visit.place_spans, worked_from=named
        )
        visit.add(host, Role.HOST)


def _aside(talks: Draft) -> bool:
    """Who meets the guest on the sidelines of a session receives nobody."""
    return any(t.lemma in word_list("sidelines") for t in talks.sentence.tokens)


def _heads(actor: Actor) -> bool:
    kinds = actor.person.office_kinds if actor.person is not None else set()
    return bool(kinds & {"head_of_state", "head_of_government", "royal"})


def _same_office(actor: Actor, guests: Sequence[Actor]) -> bool:
    """A foreign minister's host is the foreign minister, whoever else receives the guest."""
    kinds = actor.person.office_kinds if actor.person is not None else set()
    return any(g.person is not None and kinds & g.person.office_kinds & _RANKED for g in guests)


def _assessed(visit: Draft) -> bool:
    """ "The visit will contribute to peace": what is to come of it, which may be going on."""
    told = [d for d in (visit, *visit.echoes) if not d.sentence.is_title]
    only = all(d.status == Status.PLANNED and not d.told and d.relation is None for d in told)
    return only and visit.status == Status.PLANNED and visit.when.start is None and not visit.dates


def _within(talks: Draft, visit: Draft) -> bool:
    """Whether ``talks`` are of the visit's guest with the side visited, there and then."""
    place = talks.place.state if talks.place is not None else None
    there = place in {None, visit.destination}
    days = talks.when.start, visit.when.start, visit.when.end or visit.when.start
    apart = None not in days and not str(days[1]) <= str(days[0]) <= str(days[2])
    return (
        there and not apart and visit.destination in talks.sides()
        and bool(visit.persons() & talks.persons())
    )  # fmt: skip


def _soon_after(talks: Draft, visit: Draft) -> bool:
    """Whether ``talks`` with the side visited were to be held soon after its guest came."""
    days = [w.start for w in (visit.when, talks.when) if w.start is not None and len(w.start) == 10]
    if len(days) < 2 or visit.destination not in talks.sides():
        return False
    apart = date.fromisoformat(days[1]) - date.fromisoformat(days[0])
    return timedelta(0) < apart <= _STAY and bool(visit.persons() & talks.persons())


def _only_frames(visit: Draft) -> bool:
    held = [d for d in (visit, *visit.echoes) if d.status == Status.HELD]
    return all(d.relation == "during" or not d.told for d in held if not d.sentence.is_title)


def _frames_a_report(visit: Draft) -> bool:
    """ "During his visit X said", and nothing of the visit itself."""
    return all(d.relation == "during" for d in (visit, *visit.echoes) if d.status == Status.HELD)


def _earlier(visit: Draft, published: date | None) -> bool:
    """Whether the visit's own dates end before the day before publication."""
    end = visit.when.end or visit.when.start
    if end is None or published is None:
        return False
    yesterday = (published - timedelta(days=1)).isoformat()
    return end < yesterday[: len(end)]


def _once(visit: Draft) -> bool:
    """ "During his visit last week": of a week or a month that is over."""
    forms = [e.form for draft in (visit, *visit.echoes) for e in draft.dates]
    return any(form.kind is FormKind.PERIOD and form.rel == "last" for form in forms)


def _framed(visit: Draft, groups: Sequence[Draft]) -> bool:
    """Whether a main engagement of the page has the guest in the visited state.

    Who telephones or writes to somebody there is not there, but who hands over a letter is.
    """
    guests = visit.persons()
    for group in groups:
        if group is visit or not group.main or group.status not in _HAPPENING:
            continue
        if group.kind in _FROM_AFAR and not group.actors(Role.ENVOY):
            continue
        if not guests & group.persons():
            continue
        place = group.place.state if group.place is not None else None
        if place == visit.destination or (place is None and visit.destination in group.sides()):
            return True
    return False


def _gone(guests: Sequence[Person], analysis: Analysis) -> bool:
    """Whether the page has one of ``guests`` leave or return."""
    for sentence in analysis.sentences:
        for verb in sentence.tokens:
            if verb.lemma not in word_list("going_home") or verb.tag not in {"VBD", "VBN"}:
                continue
            doers = [p for t in Tree(sentence.tokens).subjects(verb) for p in t.persons]
            doers += [
                t.mention.person
                for t in Tree(sentence.tokens).subjects(verb)
                if t.mention is not None and t.mention.person is not None
            ]
            if any(doer is guest for doer in doers for guest in guests):
                return True
    return False

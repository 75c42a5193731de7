"""Where, from around: the place of what has none of its own, and the town of what names a house."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.places.runs import take_place
from communique.coding.places.soil import abroad, aside, same_time
from communique.coding.places.whereabouts import Whereabouts
from communique.language.annotations import Analysis, MentionKind
from communique.model import Kind, Place, Role, Status

_TALKS = frozenset({Kind.MEETING, Kind.CEREMONY, Kind.CONSULTATION})


def settle_places(groups: Sequence[Draft], analysis: Analysis, whereabouts: Whereabouts) -> None:
    """Place what has no place of its own: where its sentence is told from, at its guest's visit,
    else where the page is filed."""
    span = analysis.document.dateline_place
    here = Place(span.quote, span.quote, analysis.home_state) if span is not None else None
    visits = [g for g in groups if g.kind == Kind.VISIT and g.place is not None]
    for group in groups:
        if group.kind in {Kind.CALL, Kind.VIDEO_CALL, Kind.LETTER}:
            continue
        if group.place is not None:
            _in_its_town(group, visits, whereabouts)
            continue
        if group.kind != Kind.VISIT and (
            _placed_near(group, whereabouts) or _placed_by_visit(group, visits)
        ):
            continue
        if take_place(group, groups, whereabouts):
            continue
        happening = group.status in {Status.HELD, Status.UNDER_WAY}
        ours = group.destination or (analysis.home_state if group.main else None)
        sides = group.sides() | {group.destination}
        at_home = here is not None and here.state in sides and ours == here.state
        elsewhere = aside(group) or abroad(group, visits)
        if at_home and happening and span is not None and not elsewhere:
            group.place, group.place_spans = here, (span,)


def name_states(groups: Sequence[Draft], analysis: Analysis) -> None:
    """A visit placed by a city gets the state's name beside it, where the page has it."""
    for group in groups:
        place = group.place
        if group.kind != Kind.VISIT or place is None or place.city is None or place.name is None:
            continue
        named = next(
            (
                m
                for m in analysis.mentions()
                if m.kind is MentionKind.STATE and m.form == "name" and m.state == place.state
            ),
            None,
        )
        if named is not None and named.text not in place.name:
            group.place = Place(f"{place.name}, {named.text}", place.city, place.state)
            span = analysis.span(named.start, named.end)
            group.place_spans = (*group.place_spans, span)


def _placed_near(group: Draft, whereabouts: Whereabouts) -> bool:
    """In the town that the sentence is told from, where that is the host's."""
    hosts = {p.actor.side for p in group.parties if p.role is Role.HOST}
    ahead = group.status not in {Status.HELD, Status.UNDER_WAY}
    for draft in (group, *group.echoes):
        where = whereabouts.at(draft.sentence, ahead=ahead)
        if where is not None and where.place.city is not None and where.place.state in hosts:
            group.place, group.place_spans = where.place, (where.span,)
            return True
    return False


def _placed_by_visit(group: Draft, visits: Sequence[Draft]) -> bool:
    guests = {id(p.actor.person) for p in group.parties if p.role is Role.GUEST and p.actor.person}
    for visit in visits:
        coming = {id(a.person) for a in visit.actors(Role.GUEST) if a.person is not None}
        hosts = {p.actor.side for p in group.parties if p.role is Role.HOST}
        if guests & coming and visit.destination in hosts and same_time(group, visit):
            group.place, group.place_spans = visit.place, visit.place_spans
            return True
    return False


def _in_its_town(group: Draft, visits: Sequence[Draft], whereabouts: Whereabouts) -> None:
    """ "At the Foreign Ministry": in the town that the talks are told from."""
    place = group.place
    if place is None or place.city is not None or group.kind == Kind.VISIT:
        return
    bare = Draft(
        group.kind, group.status, group.frame, group.sentence, group.trigger,
        parties=group.parties, when=group.when, echoes=group.echoes,
    )  # fmt: skip
    found = _placed_near(bare, whereabouts) or _placed_by_visit(bare, visits)
    town = bare.place
    if found and town is not None and town.city and place.state in {None, town.state}:
        group.place = Place(place.name, town.city, town.state)
        group.place_spans = (*group.place_spans, *bare.place_spans)


def fill_visits(groups: Sequence[Draft], analysis: Analysis) -> None:
    """Give a visit the town of its talks, and one without a place the name of its host's state."""
    for visit in groups:
        hosts = {actor.side for actor in visit.actors(Role.HOST)}
        state = visit.destination or (next(iter(hosts)) if len(hosts) == 1 else None)
        if visit.kind != Kind.VISIT or state is None:
            continue
        if visit.place is None or (visit.place.city is None and _is_person(visit, analysis)):
            _by_name(visit, state, analysis)
        place = visit.place
        if place is None or place.city is not None:
            continue
        for group in groups:
            there = group.place is not None and group.place.state == state
            theirs = group.persons() & visit.persons() and same_time(group, visit)
            if group.kind in _TALKS and there and theirs and group.place and group.place.city:
                visit.place = Place(place.name, group.place.city, place.state)
                visit.place_spans = (*visit.place_spans, *group.place_spans)
                break


def _is_person(visit: Draft, analysis: Analysis) -> bool:
    """Whether a visit is placed by the words for its host: "received by President X"."""
    spans = {(span.start, span.end) for span in visit.place_spans}
    return any(
        m.person is not None and any(m.start <= end and start < m.end for start, end in spans)
        for m in analysis.mentions()
    )


def _by_name(visit: Draft, state: str, analysis: Analysis) -> None:
    """By the first name of the state that the page prints."""
    named = [
        m for m in analysis.mentions()
        if m.state == state and m.kind is MentionKind.STATE
        and m.form in {"name", "capital"}
    ]  # fmt: skip
    first = next((m for m in named if m.form == "name"), named[0] if named else None)
    if first is not None:
        visit.place = Place(first.text, first.city, first.state)
        visit.place_spans = (analysis.span(first.start, first.end),)

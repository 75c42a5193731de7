"""Which place stands where several sentences place one engagement."""

from __future__ import annotations

from communique.coding.engagements.drafts import Draft
from communique.model import Kind, Place


def take_place(target: Draft, draft: Draft) -> None:
    """Take the place that ``draft`` gives over to ``target`` where it says more."""
    if draft.place is None:
        return
    both = target.place is not None and target.kind == Kind.VISIT
    if both and target.place is not None and draft.place.state == target.place.state:
        wide, narrow = sorted((target.place, draft.place), key=lambda p: p.city is not None)
        if narrow.city is not None and wide.city is None:
            target.place = Place(wide.name, narrow.city, wide.state)
            target.place_spans = (*target.place_spans, *draft.place_spans)
            return
    if target.place is not None and target.kind != Kind.VISIT:
        joined = _venue_in_town(target.place, draft.place) or _venue_in_town(
            draft.place, target.place
        )
        if joined is not None:
            target.place = joined
            target.place_spans = (*target.place_spans, *draft.place_spans)
            return
    if target.place is None or _fuller(draft, target):
        target.place, target.place_spans = draft.place, draft.place_spans


def _venue_in_town(venue: Place, town: Place) -> Place | None:
    """ "At Buckingham Palace", and elsewhere "in London": the one stands in the other."""
    bare = town.city is not None and town.name == town.city
    stands = venue.city in {None, town.city} and venue.state in {None, town.state}
    if bare and stands and venue.name not in {None, town.city}:
        return Place(venue.name, town.city, town.state)
    return None


def _fuller(draft: Draft, target: Draft) -> bool:
    """A building or city says more than the state it lies in."""
    assert draft.place is not None
    if target.place is None:
        return True
    here = (draft.place.city is not None, len(draft.place.name or ""))
    there = (target.place.city is not None, len(target.place.name or ""))
    if target.kind == Kind.VISIT:
        same = draft.place.state == target.place.state and draft.place.city == target.place.city
        return same and here > there
    return here[0] and not there[0] and here > there

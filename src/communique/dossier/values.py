"""Values of the record as pieces of sentences: days, states, persons, places, topics."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from communique.dossier.parts import Cite, Days, Pieces, Value
from communique.dossier.phrases import counted, listing, say
from communique.knowledge.states import display_name, load_states
from communique.knowledge.written_names import state_in_sentence, topic_name
from communique.model import Place, Span, Status
from communique.partial_dates import to_bounds
from communique.views.printable import printable, shortened
from communique.views.written_dates import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.linking.outcome import LinkedParty
    from communique.record.entries import EngagementEntry

TOOK_PLACE = frozenset({Status.HELD, Status.UNDER_WAY})
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_QUOTES, _QUOTE_LENGTH, _NAME_LENGTH = 4, 160, 160
_MOST_PARTIES = 8
_DAY = len("2024-01-01")


def plain(words: str, of: str, name: str, limit: int = _NAME_LENGTH) -> Value:
    """Return a value as it is written in the record, safe to print, cut at ``limit``."""
    return Value(shortened(words, limit), of, name, words)


def day(iso: str, of: str, name: str) -> Value:
    """Return an ISO partial date as "26 March 2024"."""
    return Value(written_date(iso), of, name, iso)


def state_name(code: str, of: str, name: str, *, bare: bool = False) -> Value:
    """Return the name of a state for its code, with its article unless ``bare``."""
    words = display_name(code) if bare else state_in_sentence(code)
    return Value(printable(words), of, name, code)


def actor(words: str, of: str, name: str) -> Value:
    """Return the name of a state where the words are its code, else the words."""
    is_code = len(words) == 3 and words.isascii() and words.isupper()
    return state_name(words, of, name) if is_code else plain(words, of, name)


def topic(word: str, of: str, name: str) -> Value:
    """Return a topic of the codebook as people write it."""
    return Value(topic_name(word), of, name, word)


def cite(document: str, spans: Iterable[Span] = ()) -> Cite:
    """Return a page with the words behind a sentence, a few of them."""
    quotes = dict.fromkeys(shortened(span.quote, _QUOTE_LENGTH) for span in spans)
    return Cite(document, tuple(filter(None, quotes))[:_QUOTES])


def cite_longest(document: str, spans: Iterable[Span], *, listed: bool = True) -> Cite:
    """Return a page with the longest stretch behind a sentence: the others are mere cues."""
    longest = max((span.quote for span in spans), key=len, default="")
    quotes = (shortened(longest, 2 * _QUOTE_LENGTH),) if longest else ()
    return Cite(document, quotes, listed)


def days_between(begun: str, over: str) -> Days:
    """Return the days from one ISO partial date to another, "67 to 96" where they are vague."""
    (first, last), (end_first, end_last) = to_bounds(begun), to_bounds(over)
    least, most = max(0, (end_first - last).days), (end_last - first).days
    return Days(f"{least:,}" if least == most else f"{least:,} to {most:,}", begun, over)


def least_days(begun: str, as_of: date) -> Days:
    """Return the days from an ISO partial date to a day, the fewest where it is vague."""
    over = as_of.isoformat()
    return Days(f"{max(0, (as_of - to_bounds(begun)[1]).days):,}", begun, over)


def when(entry: EngagementEntry, prefix: str = "when") -> Pieces:
    """Return "on 26 March 2024", "by 8 August 2024"; nothing where nothing dates it.

    With the prefix ``for`` only what a page gives: "for June 2025".
    """
    start, end = entry.start, entry.end
    if start:
        own = day(start, "engagement", entry.id)
        if end and end != start:
            over = day(end, "engagement", entry.id)
            return say("when.for_span" if prefix == "for" else "when.span", start=own, end=over)
        if prefix == "for":
            return say("when.for_day", start=own)
        return say("when.day" if len(start) == _DAY else "when.month", start=own)
    if prefix == "for":
        return ()
    if entry.status in TOOK_PLACE and entry.latest:
        return say("when.by", latest=day(entry.latest, "engagement", entry.id))
    if entry.status not in TOOK_PLACE and entry.earliest:
        return say("when.after", earliest=day(entry.earliest, "engagement", entry.id))
    return ()


def dated(entry: EngagementEntry) -> Pieces:
    """Return the date as it heads an entry: "26 March 2024", "By 8 August 2024", "Undated"."""
    if entry.start:
        own = day(entry.start, "engagement", entry.id)
        if entry.end and entry.end != entry.start:
            return say("entry.span", start=own, end=day(entry.end, "engagement", entry.id))
        return (own,)
    if entry.status in TOOK_PLACE and entry.latest:
        return say("entry.by", latest=day(entry.latest, "engagement", entry.id))
    if entry.earliest:
        return say("entry.after", earliest=day(entry.earliest, "engagement", entry.id))
    return say("entry.undated")


def where(entry: EngagementEntry) -> Pieces:
    """Return "in Hanoi", with the building where the page names one."""
    place = entry.place
    if place is None:
        return ()
    city, name = _own_parts(place, entry.id)
    if city:
        return say("where.named", city=city, name=name) if name else say("where.city", city=city)
    if name:
        return say("where.name", name=name)
    if place.state:
        return say("where.state", state=state_name(place.state, "engagement", entry.id))
    return ()


def destination(entry: EngagementEntry) -> Pieces:
    """Return where a visit went: "Pyongyang, North Korea", "Vietnam"."""
    place = entry.place
    hosts = [p.state for p in entry.parties if p.role.value == "host" and p.state]
    code = (place and place.state) or next(iter(hosts), None)
    state = state_name(code, "engagement", entry.id) if code else None
    city, named = _own_parts(replace(place, state=code), entry.id) if place else (None, None)
    if city and code:
        bare = state_name(code, "engagement", entry.id, bare=True)
        return say("where.to_city", city=city, state=bare)
    return tuple(filter(None, (state or city or named,)))


def _own_parts(place: Place, name: str) -> tuple[Value | None, Value | None]:
    """Return the city without its state, and of the place's name what these two do not say.

    Pages write "Paris, France" for a city, and for a place in it once more.
    """
    known = _names(place.state)
    city = _without(place.city, known, name)
    told = frozenset({city.words.casefold()}) if city else frozenset[str]()
    return city, _without(place.name, known | told, name)


def _without(words: str | None, known: frozenset[str], name: str) -> Value | None:
    """Return what words say before known ones parted off by commas; None where that is nothing."""
    told = [part.strip() for part in (words or "").split(",")]
    while told and told[-1].casefold() in known:
        told.pop()
    said = ", ".join(told)
    return replace(plain(said, "engagement", name), raw=words or "") if said else None


def party(one: LinkedParty, name: str, *, office: bool = True) -> Pieces:
    """Return "Vladimir Putin (Russian President)": who it is, as what, for whom."""
    state = state_name(one.state, "engagement", name) if one.state else None
    body = plain(one.organization, "engagement", name) if one.organization else None
    if not one.person:
        if state:
            return say("party.bare", state=state)
        return say("party.body", body=body) if body else say("party.nobody")
    person = plain(one.person, "engagement", name)
    if one.state:
        state = state_name(one.state, "engagement", name, bare=True)
    told = plain(one.office, "engagement", name) if office and one.office else None
    for_whom = state or body
    if told and (for_whom is None or _speaks_of(told.words, one.state)):
        return say("party.office", person=person, office=told)
    if told:
        return say("party.full", person=person, office=told, state=for_whom)
    return say("party.state", person=person, state=for_whom) if for_whom else (person,)


def party_name(one: LinkedParty, name: str) -> Value | None:
    """Return a party by its name alone: the person, else the state or the organisation."""
    if one.person:
        return plain(one.person, "engagement", name)
    if one.state:
        return state_name(one.state, "engagement", name)
    return plain(one.organization, "engagement", name) if one.organization else None


def parties(some: list[LinkedParty], name: str, *, office: bool = True) -> Pieces:
    """Return several parties as "A, B and 3 more"."""
    shown = [party(one, name, office=office) for one in some[:_MOST_PARTIES]]
    if left := some[_MOST_PARTIES:]:
        ids = [f"{name}#{number}" for number in range(len(left))]
        shown.append(say("party.more", n=counted("party", ids)))
    return listing(shown)


def _speaks_of(office: str, code: str | None) -> bool:
    """Tell whether the words of an office name its state: "Russian President"."""
    said = office.casefold()
    return any(word in said for word in _names(code))


def _names(code: str | None) -> frozenset[str]:
    state = load_states().get(code or "")
    if state is None:
        return frozenset()
    words = (state.display, state.formal, *state.names, *state.adjectives)
    return frozenset(word.casefold() for word in words if len(word) > 3)

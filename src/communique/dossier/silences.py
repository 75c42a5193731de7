"""What the sources do not say: missing days, places, names and sides; plans unconfirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.dossier.parts import (
    Block,
    Bullets,
    Cite,
    Paragraph,
    Piece,
    Pieces,
    Section,
    Sentence,
)
from communique.dossier.phrases import counted, listing, phrase, say, say_some
from communique.dossier.telling import anchor, cites_of, noun
from communique.dossier.values import (
    AHEAD,
    TOOK_PLACE,
    dated,
    day,
    days_between,
    party_name,
    plain,
    state_name,
)
from communique.model import Kind
from communique.partial_dates import to_bounds
from communique.pictures.words import acting_first

if TYPE_CHECKING:
    from communique.dossier.gathering import Gathered
    from communique.record.entries import EngagementEntry

_PLACED = frozenset({Kind.MEETING, Kind.VISIT, Kind.SUMMIT, Kind.CEREMONY})
_DAY = len("2024-01-01")
_WIDE = 30
_QUOTE = 280


def silences(gathered: Gathered) -> Section:
    """Return the section that says what is missing."""
    blocks: list[Block] = []
    general = [*unheard(gathered), *_unknown_outlets(gathered), *_gaps(gathered)]
    if general:
        blocks.append(Bullets(tuple(general)))
    for key, missing in _MISSING.items():
        found = [each for each in gathered.engagements if missing(each, gathered.asked.as_of)]
        if found:
            blocks.append(_listed(key, found, gathered.limits.named))
    speaking = [each for each in gathered.detailed if _one_speaks(each)]
    if speaking:
        blocks.append(_listed("one_sided", speaking, gathered.limits.named))
    if gathered.unread:
        blocks.append(_unread(gathered))
    if not blocks:
        blocks.append(Paragraph((Sentence(say("silences.nothing")),)))
    return Section("silences", phrase("section.silences"), tuple(blocks))


def unheard(gathered: Gathered) -> Iterator[Sentence]:
    """Yield the states asked for none of whose outlets is among the sources."""
    for code in silent_states(gathered):
        yield Sentence(say("silences.unheard", state=state_name(code, "asked", code)))


def silent_states(gathered: Gathered) -> list[str]:
    """Return the states asked for none of whose outlets is among the sources."""
    if not gathered.engagements:
        return []
    pages = {page.id: page for each in gathered.engagements for page in each.documents}
    heard = {page.origin.state for page in pages.values()}
    return [code for code in gathered.asked.states if code not in heard]


def _unknown_outlets(gathered: Gathered) -> Iterator[Sentence]:
    pages = {page.id: page for each in gathered.engagements for page in each.documents}
    unknown = [p.id for p in pages.values() if p.origin.state is None]
    if unknown:
        words = say_some("silences.unknown_outlets", len(unknown), n=counted("page", unknown))
        yield Sentence(words, tuple(Cite(page) for page in unknown[:8]))


def _gaps(gathered: Gathered) -> Iterator[Sentence]:
    """Yield the longest time without a dated engagement, and the time since the last."""
    known = sorted(
        (each.start or "", each.id)
        for each in gathered.engagements
        if each.status in TOOK_PLACE and len(each.start or "") == _DAY
    )
    if not known:
        return
    if pairs := list(pairwise(known)):
        longest = max(pairs, key=lambda pair: _days(pair[0][0], pair[1][0]))
        (first, a), (last, b) = longest
        if _days(first, last) > _WIDE:
            yield Sentence(
                say(
                    "silences.gap",
                    days=_counted_days(first, last),
                    first=day(first, "engagement", a),
                    last=day(last, "engagement", b),
                )
            )
    last, name = known[-1]
    as_of = gathered.asked.as_of.isoformat()
    if _days(last, as_of) > _WIDE:
        words = say(
            "silences.since_last",
            last=day(last, "engagement", name),
            days=_counted_days(last, as_of),
            as_of=day(as_of, "asked", "as_of"),
        )
        yield Sentence(words)


def _counted_days(first: str, last: str) -> Pieces:
    return say_some("count.days", _days(first, last), n=days_between(first, last))


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _undated(entry: EngagementEntry, as_of: date) -> bool:
    return entry.status in TOOK_PLACE and len(entry.start or "") < _DAY


def _placeless(entry: EngagementEntry, as_of: date) -> bool:
    return entry.status in TOOK_PLACE and entry.kind in _PLACED and entry.place is None


def _unconfirmed(entry: EngagementEntry, as_of: date) -> bool:
    """Tell whether a plan's time is past; of one without a time, whether its pages are old."""
    if entry.status not in AHEAD:
        return False
    over = entry.end or entry.start or entry.latest
    return bool(over and to_bounds(over)[1] < as_of)


def _nameless(entry: EngagementEntry, as_of: date) -> bool:
    return entry.status in TOOK_PLACE and any(party.person is None for party in entry.parties)


def _one_witness(entry: EngagementEntry, as_of: date) -> bool:
    return entry.witnesses == 1


def _one_speaks(entry: EngagementEntry) -> bool:
    """Tell whether of several states at an engagement one alone is quoted, once and again."""
    homes = {p.person: p.state for a in entry.accounts for p in a.account.parties if p.person}
    speakers = [
        name
        for account in entry.accounts
        for statement in account.account.statements
        for name in (
            [statement.speaker] if isinstance(statement.speaker, str) else statement.speaker
        )
    ]
    states = {homes.get(name, name) for name in speakers}
    return (
        len({p.state for p in entry.parties if p.state}) > 1
        and len(states) == 1
        and ("both" not in states)
    )


_MISSING: dict[str, Callable[[EngagementEntry, date], bool]] = {
    "unconfirmed": _unconfirmed,
    "undated": _undated,
    "placeless": _placeless,
    "no_names": _nameless,
    "one_witness": _one_witness,
}


def _listed(key: str, found: list[EngagementEntry], most: int) -> Bullets:
    """Return how many engagements lack something, and which; the latest, where there are many."""
    number = counted("engagement", [each.id for each in found])
    lead = Sentence(say_some(f"silences.{key}", len(found), n=number))
    shown = found[-most:]
    items = [_item(each) for each in shown]
    if left := found[:-most]:
        rest = counted("engagement", [each.id for each in left])
        items.append(Sentence(say("silences.more", n=rest)))
    return Bullets(tuple(items), lead)


def _item(entry: EngagementEntry) -> Sentence:
    names = [party_name(party, entry.id) for party in acting_first(entry.parties)[:3]]
    who = listing([name for name in names if name])
    words = say("silences.item", when=dated(entry), kind=noun(entry, "kind"), who=who)
    return Sentence(words, tuple(Cite(c.document) for c in cites_of(entry)), anchor(entry.id))


def _unread(gathered: Gathered) -> Bullets:
    most = gathered.limits.unread
    ids = [f"{each.document.id}#{each.span.start}" for each in gathered.unread]
    lead = Sentence(say_some("silences.unread", len(ids), n=counted("unread", ids)))
    items = []
    for each in gathered.unread[:most]:
        quote: Piece = plain(each.span.quote, "unread", each.document.id, _QUOTE)
        words = say("silences.unread_words", quote=quote, cites=(Cite(each.document.id),))
        items.append(Sentence(words))
    if left := ids[most:]:
        items.append(Sentence(say("silences.more", n=counted("unread", left))))
    return Bullets(tuple(items), lead)

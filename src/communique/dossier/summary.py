"""The summary of a brief: how much, the latest, the highest in rank, what is open, how sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.dossier.commitments import kept, opened, sources, undertaken
from communique.dossier.parts import Bullets, Held, Pieces, Section, Sentence, words_of
from communique.dossier.phrases import Slot, counted, listing, phrase, say, say_some
from communique.dossier.relations import level_told
from communique.dossier.silences import silent_states
from communique.dossier.telling import anchor, told
from communique.dossier.topics import by_topic, most_named
from communique.dossier.values import AHEAD, TOOK_PLACE, day, state_name
from communique.model import Kind, Status, Verdict, VisitType

if TYPE_CHECKING:
    from communique.dossier.gathering import Gathered
    from communique.record.entries import EngagementEntry

_RANKS = (VisitType.STATE, VisitType.OFFICIAL, VisitType.WORKING)
_STANDING = (Kind.CALL, Kind.MEETING, Kind.SUMMIT, Kind.VISIT)
_MOST_RELATIONS = 3


def summary(gathered: Gathered, between: Pieces) -> Section:
    """Return what a reader in a hurry has to know."""
    if not gathered.engagements:
        items = [Sentence(say("summary.nothing", states=between))]
    else:
        items = [
            Sentence(_scope(gathered, between)),
            *_left_out(gathered),
            *_telling(gathered),
            *_commitments(gathered),
            *_relations(gathered),
            *_topics(gathered),
            *_sureness(gathered),
        ]
    return Section("summary", phrase("section.summary"), (Bullets(tuple(items)),))


def period(gathered: Gathered) -> tuple[Pieces, Pieces]:
    """Return the first and the last date of what took place, else of all; empty where none."""
    took = [each for each in gathered.engagements if each.status in TOOK_PLACE and each.start]
    dated = took or [each for each in gathered.engagements if each.start]
    if not dated:
        return (), ()
    first = min(dated, key=lambda each: each.start or "")
    last = max(dated, key=lambda each: each.start or "")
    return (
        (day(first.start or "", "engagement", first.id),),
        (day(last.start or "", "engagement", last.id),),
    )


def _scope(gathered: Gathered, between: Pieces) -> Pieces:
    kinds: defaultdict[Kind, list[str]] = defaultdict(list)
    others = []
    for each in gathered.engagements:
        if each.status in TOOK_PLACE:
            kinds[each.kind].append(each.id)
        else:
            others.append(each.id)
    ranked = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    words = [
        say_some(f"count.kind.{kind.value}", len(ids), n=counted("engagement", ids))
        for kind, ids in ranked
    ]
    took = [each for each in gathered.engagements if each.status in TOOK_PLACE]
    key = "under_way" if any(each.status is Status.UNDER_WAY for each in took) else "took"
    parts = [say_some(f"summary.{key}", len(took), kinds=listing(words))] if words else []
    if others:
        number = counted("engagement", others)
        parts.append(say_some("summary.kinds_not_held", len(others), n=number))
    every = counted("engagement", [each.id for each in gathered.engagements])
    number_of = say_some("count.engagements", len(gathered.engagements), n=every)
    first, last = period(gathered)
    given = {"engagements": number_of, "states": between, "kinds": _apart(parts)}
    if not first:
        return say("summary.scope_undated", **given)
    if words_of(first) == words_of(last):
        return say("summary.scope_day", first=first, **given)
    return say("summary.scope", first=first, last=last, **given)


def _left_out(gathered: Gathered) -> Iterator[Sentence]:
    """Yield how many the record holds besides, where a brief of all would be too long."""
    if gathered.held > len(gathered.engagements):
        number = counted("engagement", [each.id for each in gathered.engagements])
        held = Held(f"{gathered.held:,}", gathered.held)
        yield Sentence(say("summary.left_out", n=number, held=held))


def _telling(gathered: Gathered) -> Iterator[Sentence]:
    """Yield the latest engagement, the visit highest in rank, and the next one ahead."""
    detailed = {each.id: each for each in gathered.detailed}
    took = [each for each in gathered.engagements if each.status in TOOK_PLACE]
    dated = [each for each in took if each.start]
    last = max(dated, key=_by_date, default=None)
    if last:
        yield _lead("summary.last", detailed.get(last.id, last))
    visits = [each for each in took if each.kind is Kind.VISIT and each.visit_type in _RANKS]
    if visits:
        best = min(visits, key=_by_rank)
        if best is not last:
            yield _lead("summary.visit", detailed.get(best.id, best))
    ahead = [each for each in gathered.engagements if each.status in AHEAD]
    if ahead:
        latest = max(ahead, key=lambda each: each.start or each.earliest or "")
        yield _lead("summary.ahead", detailed.get(latest.id, latest))


def _by_date(entry: EngagementEntry) -> tuple[str, bool, int]:
    """Return what puts the latest last: of one day what the page is about, and talks in person."""
    standing = _STANDING.index(entry.kind) if entry.kind in _STANDING else -1
    return entry.start or "", entry.main, standing


def _by_rank(entry: EngagementEntry) -> tuple[int, int]:
    rank = _RANKS.index(entry.visit_type) if entry.visit_type in _RANKS else len(_RANKS)
    return rank, -int((entry.start or entry.latest or "0").replace("-", "").ljust(8, "0"))


def _lead(key: str, entry: EngagementEntry) -> Sentence:
    sentence = told(entry)
    return Sentence(say(key, told=sentence.pieces), sentence.cites, anchor(entry.id))


def _commitments(gathered: Gathered) -> Iterator[Sentence]:
    for key, found in (("open", opened(gathered)), ("kept", kept(gathered))):
        if found:
            number = counted("commitment", [each.id for each in found])
            last = found[-1]
            given: dict[str, Slot] = {"n": number, "what": undertaken(last)}
            if key == "open":
                given["due"] = day(last.due, "commitment", last.id) if last.due else None
            words = say_some(f"summary.{key}", len(found), **given)
            yield Sentence(words, sources(last), anchor(last.id))


def _relations(gathered: Gathered) -> Iterator[Sentence]:
    if len(gathered.relations) <= _MOST_RELATIONS:
        yield from filter(None, (level_told(each, gathered) for each in gathered.relations))


def _topics(gathered: Gathered) -> Iterator[Sentence]:
    if named := by_topic(gathered):
        yield Sentence(most_named(named))


def _sureness(gathered: Gathered) -> Iterator[Sentence]:
    """Yield where accounts dispute, how much rests on one text, and which side is not heard."""
    disputed = [
        each.id
        for each in gathered.detailed
        if any(field.verdict is Verdict.DIFFER for field in each.comparison)
    ]
    if disputed:
        number = counted("engagement", disputed)
        yield Sentence(say_some("summary.differ", len(disputed), n=number))
    single = [each.id for each in gathered.engagements if each.witnesses == 1]
    if single:
        every = counted("engagement", [each.id for each in gathered.engagements])
        number = counted("engagement", single)
        yield Sentence(say("summary.one_witness", n=number, all=every))
    if silent := silent_states(gathered):
        names = listing([state_name(code, "asked", code) for code in silent], "join.or")
        yield Sentence(say("summary.unheard", states=names))


def _apart(parts: list[Pieces]) -> Pieces:
    out: Pieces = ()
    for part in parts:
        out += (phrase("join.then"), *part) if out else part
    return out

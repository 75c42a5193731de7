"""What people decided, laid over what was read and linked.

A decision speaks of accounts and pages by what lasts: the page, and what the account says. The
record finds those again after a new reading; here they stand by their ids. Of two decisions on the
same thing the later one holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import product
from typing import Any

from communique.knowledge.states import load_states
from communique.linking.clusters import Cluster, Placed, family
from communique.linking.decided_parties import with_party
from communique.linking.outcome import DecidedField, LinkedEngagement
from communique.linking.persons import Knows
from communique.linking.rows import Corpus, Decision, Verb
from communique.linking.weighing import Weighing
from communique.model import TOPICS, Kind, Place, Status, VisitType
from communique.partial_dates import to_bounds

# The fields that can be set, as CSV names them.
FIELDS = (
    *("kind", "status", "visit_type", "start", "end"),
    *("place_name", "place_city", "place_state", "topics"),
)


# What an engagement whose accounts were merged or split names as the field.
GROUPING = "accounts"


def of_verb(decisions: Iterable[Decision], *verbs: Verb) -> list[Decision]:
    """Return the decisions of these kinds, in their order."""
    return [decision for decision in decisions if decision.verb in verbs]


def without_rejected(corpus: Corpus) -> Corpus:
    """Return the rows without the accounts that no longer count, and what hangs on them."""
    told = of_verb(corpus.decisions, Verb.REJECT)
    gone = {account for decision in told for group in decision.groups for account in group}
    return replace(
        corpus,
        accounts=tuple(row for row in corpus.accounts if row.id not in gone),
        commitments=tuple(row for row in corpus.commitments if row.account not in gone),
    )


def decided_copies(
    found: Mapping[str, str], decisions: Iterable[Decision], pages: Collection[str]
) -> dict[str, str]:
    """Return which page repeats which, as found and then as decided; every copy has one root."""
    copies = dict(found)
    for decision in of_verb(decisions, Verb.COPY):
        page, of = decision.page or "", decision.of
        if page not in pages or (of is not None and of not in pages):
            continue
        copies.pop(page, None)
        if of is not None:
            root = copies.get(of, of)
            if root != page:
                copies[page] = root
            else:  # what was the copy is the original now
                copies[page] = of
                copies.pop(of, None)
    return {page: _root(page, copies) for page in sorted(copies)}


def _root(page: str, copies: Mapping[str, str]) -> str:
    while page in copies:
        page = copies[page]
    return page


def regroup(
    clusters: list[Cluster], decisions: Sequence[Decision], weighing: Weighing
) -> list[Cluster]:
    """Take apart what was split and join what was merged, whatever linking made of it."""
    told = of_verb(decisions, Verb.MERGE, Verb.SPLIT)
    if not told:
        return clusters
    together = _verdicts(told)
    apart = {pair for pair, joined in together.items() if not joined}
    torn = {account for pair in apart for account in pair}
    parts = []
    for cluster in clusters:
        here = torn & {member.account.id for member in cluster.members} if torn else set()
        parts += _taken_apart(cluster, here, apart, weighing) if here else [cluster.members]
    where = {m.account.id: n for n, part in enumerate(parts) for m in part}
    groups = {n: {n} for n in range(len(parts))}
    for one, other in (pair for pair, joined in together.items() if joined):
        if one not in where or other not in where:
            continue
        mine, theirs = groups[where[one]], groups[where[other]]
        if mine is not theirs and not _kept_apart(mine, theirs, parts, apart):
            mine |= theirs
            groups.update(dict.fromkeys(theirs, mine))
    changed = {n for n, group in groups.items() if len(group) > 1}
    kept = [part for n, part in enumerate(parts) if n not in changed]
    merged = {min(group): group for n, group in groups.items() if n in changed}
    for first in sorted(merged):
        kept.append([member for n in sorted(merged[first]) for member in parts[n]])
    untouched = {id(cluster.members): cluster for cluster in clusters}
    return [untouched.get(id(part)) or _cluster(n, part) for n, part in enumerate(kept)]


Pair = tuple[str, str]


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _verdicts(decisions: Iterable[Decision]) -> dict[Pair, bool]:
    """Return for pairs of accounts whether they are one engagement's; the last word holds."""
    verdicts: dict[Pair, bool] = {}
    for decision in decisions:
        for n, group in enumerate(decision.groups):
            for other in decision.groups[n + 1 :]:
                for a, b in product(group, other):
                    verdicts.pop(_pair(a, b), None)
                    verdicts[_pair(a, b)] = decision.verb is Verb.MERGE
    return verdicts


def _taken_apart(
    cluster: Cluster, torn: set[str], apart: set[Pair], weighing: Weighing
) -> list[list[Placed]]:
    """Return a cluster's members in parts that hold no two which were split.

    An account that nobody spoke of goes where the account most like it went; ``torn`` are those
    of the cluster that somebody spoke of.
    """
    parts: list[list[Placed]] = []
    for member in sorted(cluster.members, key=lambda m: (m.account.id not in torn, m.order)):
        own = member.account.id
        free = [
            part
            for part in parts
            if not any(_pair(own, other.account.id) in apart for other in part)
        ]
        if free:
            alike = [weighing.content(member.number, [m.number for m in part]) for part in free]
            free[alike.index(max(alike))].append(member)
        else:
            parts.append([member])
    return parts


def _kept_apart(
    mine: Iterable[int], theirs: Iterable[int], parts: list[list[Placed]], apart: set[Pair]
) -> bool:
    """Tell whether joining two groups of parts would join two accounts that were split."""
    here = [member.account.id for n in mine for member in parts[n]]
    there = [member.account.id for n in theirs for member in parts[n]]
    return any(_pair(a, b) in apart for a, b in product(here, there))


def _cluster(number: int, members: Sequence[Placed]) -> Cluster:
    first = members[0]
    cluster = Cluster(number, family(first.account.kind), [], first.sides, first.window)
    for member in members:
        cluster.add(member)
    return cluster


def with_set_values(
    engagements: Iterable[LinkedEngagement], decisions: Sequence[Decision], people: Knows
) -> Iterator[LinkedEngagement]:
    """Yield the engagements, in each the values and parties that a person set for it.

    An engagement whose accounts somebody merged or split says so, too.
    """
    if not of_verb(decisions, Verb.SET, Verb.PARTY, Verb.MERGE, Verb.SPLIT):
        yield from engagements
        return
    found = list(engagements)
    holder = {account: n for n, e in enumerate(found) for account in e.accounts}
    for decision in of_verb(decisions, Verb.MERGE, Verb.SPLIT):
        groups = [{holder[a] for a in group if a in holder} for group in decision.groups]
        shared = set.intersection(*groups)
        every = set().union(*groups)
        # A later decision may have undone what this one did.
        split = set() if shared else every
        for n in sorted(shared if decision.verb is Verb.MERGE else split):
            noted = DecidedField(GROUPING, decision.verb.value, decision.id)
            found[n] = replace(found[n], decided=(*found[n].decided, noted))
    for decision in of_verb(decisions, Verb.SET, Verb.PARTY):
        votes = [holder[a] for group in decision.groups for a in group if a in holder]
        if votes:
            chosen = min(votes, key=lambda n: (-votes.count(n), found[n].id))
            if decision.verb is Verb.PARTY:
                found[chosen] = with_party(found[chosen], decision, people)
            else:
                found[chosen] = _with_value(found[chosen], decision)
    yield from found


def _with_value(engagement: LinkedEngagement, decision: Decision) -> LinkedEngagement:
    field = decision.field or ""
    told = [each for each in engagement.decided if each.field != field]
    decided = (*told, DecidedField(field, decision.value, decision.id))
    return replace(engagement, decided=decided, **_values(engagement, field, decision.value))


def _values(engagement: LinkedEngagement, field: str, value: Any) -> dict[str, Any]:
    """Return the attributes that setting a field changes."""
    if field.startswith("place_"):
        place = replace(engagement.place or Place(None, None, None), **{field[6:]: value})
        return {"place": place if place.name or place.city or place.state else None}
    if field == "start" and value:
        first, last = to_bounds(value)
        # Where no page gives an end, the day is both: the end moves along with the start.
        by_hand = any(one.field == "end" for one in engagement.decided)
        one_day = engagement.end == engagement.start and not by_hand
        end = value if one_day and engagement.end else engagement.end
        end = end if end and end >= value else None
        return {
            "start": value,
            "end": end,
            "earliest": first.isoformat(),
            "latest": last.isoformat(),
        }
    types = {"kind": Kind, "status": Status, "visit_type": VisitType, "topics": tuple}
    return {field: types[field](value) if field in types and value else value}


def check_value(field: str, value: Any) -> None:
    """Raise ValueError, which says why, where a field cannot have a value."""
    if field not in FIELDS:
        raise ValueError(f"{field} cannot be set; these can: {', '.join(FIELDS)}")
    words: Mapping[str, type[StrEnum]] = {"kind": Kind, "status": Status, "visit_type": VisitType}
    if value is None and field in ("kind", "status"):
        raise ValueError(f"an engagement has to have a {field}")
    if value is None:
        return
    if field in words and value not in {word.value for word in words[field]}:
        raise ValueError(f"{value!r} is no {field}; {', '.join(words[field])} are")
    if field in ("start", "end"):
        _check_date(value)
    if field == "place_state" and value not in load_states():
        raise ValueError(f"{value!r} is no state's code; write three letters, such as FRA")
    if field == "topics" and (strange := sorted(set(value) - TOPICS)):
        raise ValueError(
            f"{', '.join(strange)}: no topic of the codebook; it has {', '.join(sorted(TOPICS))}"
        )


def _check_date(value: Any) -> None:
    try:
        to_bounds(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no date; write 2024, 2024-06 or 2024-06-20") from error

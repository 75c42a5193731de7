"""How accounts of one engagement stand to each other, field by field.

Agreement is counted over independent texts: a copy speaks with the voice of what it copies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any

from communique.knowledge.states import state_of
from communique.linking.clusters import Placed
from communique.linking.names import same_name
from communique.linking.outcome import ComparedValue, Comparison
from communique.linking.windows import WEEKDAYS, Grip, Window, right_weekday
from communique.linking.words import folded
from communique.model import DateBasis, Role, Status, Verdict
from communique.partial_dates import narrower, to_bounds

Read = Callable[[Placed], Any]
Judge = Callable[[Any, Any], Verdict]

# Both can be right: a thing announced or put off on one page and held on a later one.
_STEPS = {
    Status.PROPOSED: 0,
    Status.PLANNED: 1,
    Status.POSTPONED: 1,
    Status.CANCELLED: 1,
    Status.UNDER_WAY: 2,
    Status.HELD: 3,
}


def compare(
    members: Sequence[Placed],
    window: Window,
    copies: Mapping[str, str],
    page_dates: Mapping[str, str],
    names: Mapping[tuple[str, int], str],
) -> tuple[Comparison, ...]:
    """Compare the accounts in every field; empty for an engagement with a single account.

    ``names`` gives the joined person's id for (account, position of party).
    """
    if len(members) < 2:
        return ()

    told = _when_told(members, page_dates)
    moved = _moved_from(members, window)

    def parties(placed: Placed) -> Any:
        return _parties(placed, names)

    fields: tuple[tuple[str, Read, Judge], ...] = (
        ("kind", _kind, _same_or_differ),
        ("status", _status, lambda a, b: _judge_status(a, b, told)),
        ("date", _date, lambda a, b: _judge_date(a, b, window, moved)),
        ("place", _place, _judge_place),
        ("visit_type", _visit_type, _same_or_differ),
        ("parties", parties, _judge_parties),
        ("host", _host, _judge_host),
        ("topics", _topics, _judge_sets),
    )
    compared = (_compare_field(name, read, judge, members, copies) for name, read, judge in fields)
    return tuple(comparison for comparison in compared if comparison)


def _compare_field(
    name: str, read: Read, judge: Judge, members: Sequence[Placed], copies: Mapping[str, str]
) -> Comparison | None:
    """Compare one field; None where no account says anything about it."""
    given: list[tuple[Any, list[str]]] = []
    there = {member.account.page for member in members}
    for member in members:
        value, page = read(member), member.account.page
        pages = next((pages for known, pages in given if known == value), None)
        if pages is None:
            given.append((value, [page]))
        else:
            pages.append(page)
    if not any(_said(value) for value, _ in given):
        return None
    # What only copies say is their editors' word, not another witness's.
    independent = [
        value for value, pages in given if any(copies.get(page) not in there for page in pages)
    ]
    verdicts = {
        judge(a, b) if _said(a) and _said(b) else Verdict.SILENT
        for a, b in combinations(independent, 2)
    }
    one_text = len({copies.get(page, page) for page in there}) == 1
    if one_text and not all(_said(value) for value, _ in given):
        verdicts.add(Verdict.SILENT)  # a copy that leaves it out, and no other text to agree with
    return Comparison(
        field=name,
        verdict=min(verdicts, key=_GRAVEST.index, default=Verdict.AGREE),
        values=tuple(ComparedValue(value, tuple(sorted(set(pages)))) for value, pages in given),
        witnesses=_witnesses(given, judge, copies),
        note=_note(name, given),
    )


_GRAVEST = (Verdict.DIFFER, Verdict.SILENT, Verdict.NARROWER, Verdict.AGREE)


def _witnesses(
    grouped: list[tuple[Any, list[str]]], judge: Judge, copies: Mapping[str, str]
) -> int:
    """Count the independent texts behind the value that most of them bear out."""
    said = [(value, pages) for value, pages in grouped if _said(value)]
    agreeing = (
        {
            copies.get(page, page)
            for other, pages in said
            if other == value or judge(value, other) is Verdict.AGREE
            for page in pages
        }
        for value, _ in said
    )
    return max(map(len, agreeing), default=0)


def _said(value: Any) -> bool:
    return value not in (None, [], {})


def _note(name: str, grouped: list[tuple[Any, list[str]]]) -> str | None:
    weekdays = [value for value, _ in grouped if name == "date" and _is_weekday(value)]
    known = any(_said(value) and not _is_weekday(value) for value, _ in grouped)
    return f"{weekdays[0]} falls on the day given" if weekdays and known else None


def _status(placed: Placed) -> str:
    return placed.account.status.value


def _kind(placed: Placed) -> str:
    return placed.account.kind.value


def _date(placed: Placed) -> str | list[str] | None:
    """Return the start, or start and end, else the weekday that a page gives; None for silence."""
    account = placed.account
    if account.start is None:
        return account.weekday
    if account.date_basis is DateBasis.PUBLISHED:
        return None
    return (
        [account.start, account.end] if account.end not in (None, account.start) else account.start
    )


def _place(placed: Placed) -> dict[str, Any] | None:
    place = placed.account.place
    found = asdict(place) if place else {}
    return found if any(found.values()) else None


def _visit_type(placed: Placed) -> str | None:
    kind = placed.account.visit_type
    return kind.value if kind else None


def _topics(placed: Placed) -> list[str]:
    return sorted(placed.account.topics)


def _parties(placed: Placed, names: Mapping[tuple[str, int], str]) -> list[str]:
    """Return who takes part, with a role that another account may contradict: "NOR, host"."""
    account = placed.account
    found = set()
    for n, party in enumerate(account.parties):
        name = names.get((account.id, n)) or party.person or party.state or party.organization
        if name:
            found.add(f"{name}{_AS}{party.role}" if party.role in _TAKING_TURNS else name)
    return sorted(found)


_AS = ", "
_TAKING_TURNS = (Role.GUEST, Role.HOST)


def _judge_parties(a: list[str], b: list[str]) -> Verdict:
    """Who is guest for one and host for the other makes them differ; else as sets of names."""
    one, other = (dict(each.partition(_AS)[::2] for each in parties) for parties in (a, b))
    if any({one[name], other[name]} == set(_TAKING_TURNS) for name in one.keys() & other.keys()):
        return Verdict.DIFFER
    return _judge_sets(sorted(one), sorted(other))


def _host(placed: Placed) -> list[str]:
    """Return the states that receive, as far as the account says so."""
    parties = placed.account.parties
    return sorted({party.state for party in parties if party.role is Role.HOST and party.state})


def _judge_host(a: list[str], b: list[str]) -> Verdict:
    if a == b:
        return Verdict.AGREE
    return Verdict.DIFFER if set(a).isdisjoint(b) else Verdict.NARROWER


def _same_or_differ(a: Any, b: Any) -> Verdict:
    return Verdict.AGREE if a == b else Verdict.DIFFER


Told = Mapping[str, tuple[str, str]]


def _when_told(members: Sequence[Placed], page_dates: Mapping[str, str]) -> Told:
    """Return the first and last date of a page that gives each status."""
    told: dict[str, tuple[str, str]] = {}
    for member in members:
        date = page_dates.get(member.account.page)
        if date:
            first, last = told.get(member.account.status.value, (date, date))
            told[member.account.status.value] = (min(first, date), max(last, date))
    return told


def _judge_status(a: str, b: str, told: Told) -> Verdict:
    """What was ahead on an earlier page and past on a later one has moved on, not changed."""
    earlier, later = sorted((a, b), key=lambda status: _STEPS[Status(status)])
    if _STEPS[Status(earlier)] == _STEPS[Status(later)]:
        return Verdict.NARROWER
    (_, last), (first, _) = told.get(earlier, ("", "")), told.get(later, ("9999", ""))
    return Verdict.NARROWER if last <= first else Verdict.DIFFER


def _is_weekday(value: Any) -> bool:
    return isinstance(value, str) and value in WEEKDAYS


def _moved_from(members: Sequence[Placed], window: Window) -> list[Any]:
    """Return the dates for which it was planned before it took place on others."""
    if not any(m.account.status in (Status.HELD, Status.UNDER_WAY) for m in members):
        return []
    plans = [m for m in members if m.account.status in (Status.PLANNED, Status.POSTPONED)]
    return [_date(m) for m in plans if m.account.start and not m.window.meets(window)]


def _judge_date(a: Any, b: Any, window: Window, moved: Sequence[Any] = ()) -> Verdict:
    if a == b:
        return Verdict.AGREE
    if a in moved or b in moved:
        return Verdict.NARROWER
    if _is_weekday(a) or _is_weekday(b):
        day = a if _is_weekday(a) else b
        other = b if _is_weekday(a) else a
        if _is_weekday(other):
            return Verdict.DIFFER
        fits = right_weekday(day, _as_window(other, window))
        return Verdict.AGREE if fits else Verdict.DIFFER
    return Verdict.NARROWER if _says_more(a, b) or _says_more(b, a) else Verdict.DIFFER


def _says_more(a: Any, b: Any) -> bool:
    """Tell whether ``b`` leaves open what ``a`` says: ``a`` lies in it, or begins in it."""
    first, second = _interval(a), _interval(b)
    return narrower(first, second) or first[0] == second[0] or narrower(first[0], second[0])


def in_dispute(field: str, values: Sequence[Any]) -> list[Any]:
    """Return those of the values given that cannot all be right.

    A plan for "later this year" is in no dispute with the two days that others give.
    """
    said = [value for value in values if _said(value)]
    if field != "date":
        return said
    days = [value for value in said if not _is_weekday(value)]
    wide = [v for v in days if all(other == v or _says_more(other, v) for other in days)]
    return [value for value in said if value not in wide] if len(days) > len(wide) + 1 else said


def _interval(value: Any) -> tuple[str, str]:
    return (value, value) if isinstance(value, str) else (value[0], value[1])


def _as_window(value: Any, window: Window) -> Window:
    start, _ = _interval(value)
    first, last = to_bounds(start)
    return Window(first, last, max(last, window.until), Grip.EXACT)


def _judge_place(a: dict[str, Any], b: dict[str, Any]) -> Verdict:
    """Places differ only by state or city; one name inside the other is a narrower place."""
    for part in ("state", "city"):
        one, other = folded(a[part] or ""), folded(b[part] or "")
        if one and other and "".join(one) != "".join(other):
            return Verdict.DIFFER
    one, other = folded(a["name"] or ""), folded(b["name"] or "")
    if one and other and (set(one) == set(other) or same_name(one, other)):
        return Verdict.AGREE
    if a["state"] and a["state"] == b["state"] == _state_named(a) == _state_named(b):
        return Verdict.AGREE
    return Verdict.AGREE if one == other and a == b else Verdict.NARROWER


def _state_named(place: dict[str, Any]) -> str | None:
    return state_of(place["name"]) if place["name"] else None


def _judge_sets(a: list[str], b: list[str]) -> Verdict:
    """Lists cannot contradict each other: one says more, or each says something more."""
    return Verdict.AGREE if a == b else Verdict.NARROWER

"""Lists answered by the database say what one finds by going through everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest

from communique.model import Verdict
from communique.record import Record, RecordError
from communique.record.entries import EngagementEntry
from communique.record.finding import Asked, AskedCommitments, AskedDocuments, Order
from communique.record.review import Doubt
from record.made_readings import EXAMPLES, account, page, reading
from record.test_keeping import a_call


@pytest.fixture
def examples(careful_record: Callable[[Path], Record]) -> Record:
    return careful_record(EXAMPLES)


def states_of(entry: EngagementEntry) -> set[str]:
    return {party.state for party in entry.parties if party.state}


def held(entry: EngagementEntry, word: str, record: Record) -> bool:
    """Tell whether a page of an engagement has the word in its text."""
    texts = {r.document.path: r.document.text for r in record.readings()}
    return any(word in texts[page.path].casefold() for page in entry.documents)


# What is asked, and the same said in words of an entry.
CASES: list[tuple[Asked, Callable[[EngagementEntry, Record], bool]]] = [
    (Asked(), lambda e, _: True),
    (Asked(states=("IND",)), lambda e, _: "IND" in states_of(e)),
    (Asked(states=("IND", "USA")), lambda e, _: {"IND", "USA"} <= states_of(e)),
    (Asked(kinds=("visit",)), lambda e, _: e.kind == "visit"),
    (Asked(kinds=("visit", "call")), lambda e, _: e.kind in ("visit", "call")),
    (Asked(statuses=("held",)), lambda e, _: e.status == "held"),
    (Asked(topics=("trade",)), lambda e, _: "trade" in e.topics),
    (Asked(topics=("trade", "energy")), lambda e, _: {"trade", "energy"} <= set(e.topics)),
    (
        Asked(differing=True),
        lambda e, _: any(one.verdict is Verdict.DIFFER for one in e.comparison),
    ),
    (Asked(since="2024-01-15"), lambda e, r: e.id in ids(r.engagements(since="2024-01-15"))),
    (Asked(until="2024-03"), lambda e, r: e.id in ids(r.engagements(until="2024-03"))),
    (Asked(person="putin"), lambda e, r: e.id in ids(r.engagements(person="putin"))),
    (Asked(words="trade"), lambda e, r: held(e, "trade", r)),
    (Asked(outlets=("No such outlet",)), lambda e, _: False),
]


def ids(entries: Iterator[EngagementEntry]) -> set[str]:
    return {entry.id for entry in entries}


@pytest.mark.parametrize(("asked", "told"), CASES, ids=[str(n) for n in range(len(CASES))])
def test_engagements_are_narrowed_as_one_would_by_hand(
    examples: Record, asked: Asked, told: Callable[[EngagementEntry, Record], bool]
) -> None:
    everything = list(examples.engagements(accounts=True))
    expected = [entry.id for entry in everything if told(entry, examples)]
    found = examples.finding.engagements(asked, limit=1000)
    assert [line.id for line in found.items] == expected[::-1]
    assert (found.total, found.more) == (len(expected), 0)
    assert len(expected) < len(everything) or asked == Asked()


def test_words_on_very_many_pages_are_found_one_engagement_at_a_time(
    examples: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(words="president")
    every = examples.finding.engagements(asked, limit=1000)
    assert every.total > 3
    monkeypatch.setattr("communique.record.finding.engagements._VERY_MANY", 2)
    assert examples.finding.engagements(asked, limit=1000) == every
    monkeypatch.setattr("communique.record.finding.engagements._COUNTED", 2)
    few = examples.finding.engagements(asked, limit=1)
    assert (few.items, few.total, few.at_least) == (every.items[:1], 2, True)
    assert examples.finding.engagements(asked, limit=2).more == 1
    rest = examples.finding.engagements(asked, offset=1, limit=1000)
    assert (rest.items, rest.total, rest.at_least) == (every.items[1:], every.total, False)


def test_outlets_are_counted(record: Record) -> None:
    for number, outlet in enumerate(("Daily Post", "The Wire", "Daily Post", None)):
        kept = a_call(f"{number}.txt", text=f"Words of number {number}.")
        document = replace(kept.document, outlet=outlet, published=f"2023-05-0{number + 4}")
        record.keep(replace(kept, document=document))
    post, wire = record.finding.outlets().items
    assert (post.outlet, post.pages, post.engagements) == ("Daily Post", 2, 1)
    assert (post.first, post.last, post.copies) == ("2023-05-04", "2023-05-06", 0)
    assert record.finding.outlets("WIRE").items == (wire,)
    (line,) = record.finding.engagements(Asked(outlets=("The Wire",))).items
    assert line.outlets == ("Daily Post", "The Wire")


def test_a_line_says_what_the_engagement_says(examples: Record) -> None:
    whole = {entry.id: entry for entry in examples.engagements(accounts=True)}
    found = examples.finding.engagements(limit=1000).items
    same = ("kind", "status", "start", "end", "place", "parties", "topics", "witnesses", "part_of")
    for line in found:
        entry = whole[line.id]
        assert [getattr(line, name) for name in same] == [getattr(entry, name) for name in same]
        assert line.pages == len(entry.documents)
        differing = any(one.verdict is Verdict.DIFFER for one in entry.comparison)
        assert line.differs == differing
    assert len(found) == len(whole)


def test_pieces_make_up_the_list(examples: Record) -> None:
    whole = examples.finding.engagements(Asked(order=Order.OLDEST), limit=1000)
    pieces = [
        line
        for offset in range(0, whole.total, 3)
        for line in examples.finding.engagements(
            Asked(order=Order.OLDEST), offset=offset, limit=3
        ).items
    ]
    assert tuple(pieces) == whole.items
    first = examples.finding.engagements(limit=3)
    assert first.more == whole.total - 3


@pytest.mark.parametrize("asked", [Asked(), Asked(order=Order.OLDEST, states=("IND",))], ids=str)
def test_neighbours_stand_beside_it_in_the_list(examples: Record, asked: Asked) -> None:
    row = [None, *(line.id for line in examples.finding.engagements(asked, limit=1000).items), None]
    for before, here, after in zip(row, row[1:], row[2:], strict=False):
        beside = examples.finding.neighbours(here or "", asked)
        assert (beside.before, beside.after) == (before, after)


def test_persons_with_whom_they_met(examples: Record) -> None:
    taken_part: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for entry in examples.engagements():
        people = {party.person_id for party in entry.parties if party.person_id}
        taken_part.update(people)
        together.update((a, b) for a in people for b in people if a != b)
    found = examples.finding.people(limit=1000)
    assert {one.id: one.engagements for one in found.items} == {
        one.id: taken_part[one.id] for one in examples.people()
    }
    assert [one.id for one in examples.finding.people("vlad put").items] == [
        one.id for one in examples.finding.people(limit=1000).items if "Putin" in one.person
    ]
    most = found.items[0]
    person = examples.finding.person(most.id)
    assert person.entry == next(one for one in examples.people() if one.id == most.id)
    assert person.engagements == most.engagements == sum(one.number for one in person.months)
    assert {one.id: one.number for one in person.people} == {
        b: number for (a, b), number in together.items() if a == most.id
    }
    with pytest.raises(RecordError, match="no person"):
        examples.finding.person("nobody")


def test_pairs_of_states_are_counted(examples: Record) -> None:
    pairs = Counter(
        pair
        for entry in examples.engagements()
        for pair in combinations(sorted(states_of(entry)), 2)
    )
    found = examples.finding.pairs(limit=1000)
    assert {line.states: line.engagements for line in found.items} == dict(pairs)
    assert found.total == len(pairs)
    in_2023 = Counter(
        pair
        for entry in examples.engagements(since="2023", until="2023")
        for pair in combinations(sorted(states_of(entry)), 2)
    )
    found = examples.finding.pairs(since="2023", until="2023", limit=1000)
    assert {line.states: line.engagements for line in found.items} == dict(in_2023)
    (most, number) = pairs.most_common(1)[0]
    pair = examples.finding.pair(*reversed(most))
    assert (pair.states, pair.engagements) == (most, number)
    assert pair.relation == next((r for r in examples.relations() if r.states == most), None)
    assert all("IND" in line.states for line in examples.finding.pairs("IND").items)
    assert examples.finding.pair("FJI", "ISL").engagements == 0


def test_a_plan_without_a_day_does_not_put_off_the_last_day_of_a_pair(record: Record) -> None:
    """How long it is followed is nobody's word; what was some time before a day ends with that."""

    def keep(name: str, other: str, status: str, **days: str) -> None:
        document = page(f"{name}.txt", "2024-03-02")
        told = account(document, "meeting", "Ada Obi/NGA", other, status=status)
        record.keep(reading(document, replace(told, **days)))

    keep("a", "NOR", "planned", after="2024-03-01")
    keep("b", "SWE", "held", before="2024-02-01")
    keep("c", "FIN", "planned", start="2025-05-03")
    pairs = record.finding.pairs().items
    last = {next(state for state in line.states if state != "NGA"): line.last for line in pairs}
    (planned,) = record.finding.engagements(Asked(states=("NOR",))).items
    assert planned.earliest is not None
    assert planned.latest is not None
    assert planned.latest > planned.earliest
    (held,) = record.finding.engagements(Asked(states=("SWE",))).items
    assert last == {"NOR": planned.earliest, "SWE": held.latest, "FIN": "2025-05-03"}
    assert record.finding.pairs(since="1000").items == pairs


def test_the_board_of_commitments(examples: Record) -> None:
    everything = examples.commitments()
    board = examples.finding.commitments(AskedCommitments(order=Order.OLDEST), limit=1000)
    assert list(board.items) == everything
    stand = examples.finding.standings()
    assert stand["open"] == sum(one.open for one in everything) > 0
    assert stand.get("overdue") == sum(one.overdue_on(date.today()) for one in everything)
    for standing in ("open", "overdue", "fulfilled"):
        found = examples.finding.commitments(AskedCommitments(standing), limit=1000)
        assert len(found.items) == found.total == stand.get(standing, 0)
    for entry in examples.engagements():
        found = examples.finding.commitments(AskedCommitments(engagement=entry.id))
        assert {one.id for one in found.items} == set(entry.commitments)
    for states in (("IDN",), ("IDN", "MYS")):
        found = examples.finding.commitments(AskedCommitments(states=states), limit=1000)
        assert {one.id for one in found.items} == {
            one.id for one in examples.commitments(states=states)
        }


def test_pages_and_what_was_read_from_them(examples: Record) -> None:
    readings = {reading.document.path: reading for reading in examples.readings()}
    found = examples.finding.documents(limit=1000)
    assert found.total == len(readings)
    dates = [line.document.published or "" for line in found.items]
    assert dates == sorted(dates, reverse=True)
    engagement_of = {
        account.id: entry.id
        for entry in examples.engagements(accounts=True)
        for account in entry.accounts
    }
    for line in found.items:
        page = examples.finding.document(line.document.id)
        assert page.reading == readings[line.document.path]
        assert len(page.engagements) == len(page.reading.accounts) == line.accounts
        assert dict(page.engagements) == {
            name: engagement_of.get(name) for name, _ in page.engagements
        }
    nuclear = examples.finding.documents(AskedDocuments(words="trade")).items
    assert {line.document.path for line in nuclear} == {
        path for path, reading in readings.items() if "trade" in reading.document.text.casefold()
    }


def test_how_much_the_record_holds(examples: Record) -> None:
    overview = examples.finding.overview()
    assert overview.pages == len(examples.documents())
    assert overview.engagements == len(list(examples.engagements()))
    assert overview.people == len(examples.people())
    assert overview.open_commitments == len(examples.commitments(open_only=True))
    assert overview.unread == len(examples.unread())
    assert overview.first
    assert overview.last
    assert overview.first < overview.last


def test_what_nothing_dates_comes_last_in_any_order(record: Record) -> None:
    days = {"a": "2023-05-03", "b": None, "c": "2023-06-03", "d": None}
    for (name, day), other in zip(days.items(), ("NOR", "SWE", "FIN", "DNK"), strict=True):
        document = page(f"{name}.txt", None)
        told = account(document, "call", "Ada Obi/NGA", other, start=day)
        record.keep(reading(document, told))
    for order, wanted in ((Order.NEWEST, "ca"), (Order.OLDEST, "ac")):
        asked = Asked(order=order)
        whole = record.finding.engagements(asked).items
        dated = [one.start for one in whole]
        assert dated == [*(days[name] for name in wanted), None, None]
        for size in (1, 2, 3):
            pieces = [record.finding.engagements(asked, offset=n, limit=size) for n in range(5)]
            for n, piece in enumerate(pieces):
                assert piece.items == whole[n : n + size]
        for n, one in enumerate(whole):
            beside = record.finding.neighbours(one.id, asked)
            assert beside.before == (whole[n - 1].id if n else None)
            assert beside.after == (whole[n + 1].id if n < 3 else None)


@pytest.mark.parametrize("order", Order)
def test_a_list_goes_on_after_an_item_whatever_comes_in_before_it(
    record: Record, order: Order
) -> None:
    def keep(name: str, other: str, day: str | None) -> None:
        document = page(f"{name}.txt", None)
        record.keep(reading(document, account(document, "call", "Ada Obi/NGA", other, start=day)))

    for name, other, day in (
        ("a", "NOR", "2023-05-03"),
        ("b", "SWE", "2023-06-03"),
        ("c", "FIN", "2023-07-03"),
        ("d", "DNK", None),
        ("e", "ISL", None),
    ):
        keep(name, other, day)
    asked = Asked(order=order)
    whole = [one.id for one in record.finding.engagements(asked).items]
    seen: list[str] = []
    after, number = None, 0
    while True:
        found = record.finding.engagements(asked, limit=2, after=after)
        seen += [one.id for one in found.items]
        if found.follows is None:
            break
        after = found.follows
        # Another comes in where the reader has been already, or where they will be.
        keep(f"new{number}", "EST", f"20{22 if order is Order.OLDEST else 24}-01-0{number + 1}")
        number += 1
    assert seen == whole
    assert number == 2


@pytest.mark.parametrize("piece", [1, 3])
def test_lists_go_on_after_an_item_whatever_comes_in_before_it(
    examples: Record, piece: int
) -> None:
    """Asked for by the key of the last item, a piece skips nothing and has nothing twice."""
    finding = examples.finding
    for ask in (
        finding.documents,
        finding.commitments,
        partial(finding.commitments, AskedCommitments(order=Order.OLDEST)),
        examples.corrections.lines,
        finding.people,
        partial(finding.people, "a", states=["RUS", "VNM", "JPN"]),
        finding.pairs,
        partial(finding.pairs, "RUS"),
        partial(finding.pairs, since="2023", until="2024"),
        finding.outlets,
        examples.review.queue,
        *(partial(examples.review.queue, [doubt]) for doubt in Doubt),
    ):
        every, key, found = list(ask(limit=1000).items), None, []
        while True:
            some = ask(limit=piece, after=key)
            found += some.items
            key = some.follows
            if key is None:
                break
        assert found == every

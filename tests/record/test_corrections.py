"""What a person decided holds: over new readings and new pages, until it is undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.model import Kind, Reading, Role, Span
from communique.record import Author, Kept, Record, RecordError
from record.made_readings import account, page, person, reading

ME = Author("Eva Lind", "the ministry says so")
CALL = ("call", "Ada Obi/NGA", "Jon Dahl/NOR")


def told(name: str, day: str, *what: str, **values: Any) -> Reading:
    """Return the reading of a page that tells one thing."""
    document = page(name, day)
    return reading(document, account(document, *(what or CALL), start=day, **values))


def pages(record: Record) -> list[set[str]]:
    """Return the pages of every engagement, in order of time."""
    return [{str(d.path) for d in e.documents} for e in record.engagements()]


def ids(record: Record) -> list[str]:
    return [engagement.id for engagement in record.engagements()]


def keep(record: Record, *readings: Reading) -> None:
    for one in readings:
        record.keep(one)


def merge_two(record: Record) -> None:
    keep(record, told("a", "2023-05-03"), told("b", "2023-05-10"))
    record.corrections.merge(ids(record), ME)


def split_two(record: Record) -> None:
    keep(record, told("a", "2023-05-03"), told("b", "2023-05-03"))
    (engagement,) = record.engagements(accounts=True)
    (out,) = (a.id for a in engagement.accounts if a.document.path == "b")
    record.corrections.split(engagement.id, [out], ME)


def set_place(record: Record) -> None:
    keep(record, told("a", "2023-05-03"))
    record.corrections.set(*ids(record), "place_city", "Abuja", ME)


def as_party(person: str | None, side: str | None, *, present: bool = True, **decided: Any) -> Any:
    """Return what somebody decides about a party."""
    who = {"person": person, "state": side, "organization": None}
    return {**who, "present": present, "as": decided}


def set_party(record: Record) -> None:
    keep(record, told("a", "2023-05-03"))
    wanted = as_party("Jon Dahl", "NOR", office="Prime Minister")
    record.corrections.party(*ids(record), wanted, ME)


def add_party(record: Record) -> None:
    keep(record, told("a", "2023-05-03"))
    wanted = as_party("Bola Ige", "NGA", role="delegate")
    record.corrections.party(*ids(record), wanted, ME)


def remove_party(record: Record) -> None:
    keep(record, told("a", "2023-05-03"))
    record.corrections.party(*ids(record), as_party("Jon Dahl", "NOR", present=False), ME)


def reject_one(record: Record) -> None:
    keep(record, told("a", "2023-05-03"), told("b", "2023-05-10"))
    (engagement,) = (e for e in record.engagements(accounts=True) if e.start == "2023-05-10")
    record.corrections.reject(engagement.accounts[0].id, ME)


def name_one(record: Record) -> None:
    keep(record, told("a", "2023-05-03"), told("b", "2023-05-10", "call", "Bola Ige/NGA", "NOR"))
    record.corrections.name("nga-bola-ige", "Ada Obi", ME)


def mark_copy(record: Record) -> None:
    keep(record, told("a", "2023-05-03"), told("b", "2023-05-03"))
    record.corrections.mark_copy("b", "a", ME)


def state(record: Record) -> Any:
    """Return what decisions can change, as a person sees it."""
    return [
        (
            sorted(str(d.path) for d in e.documents),
            e.place and e.place.city,
            [(p.person, p.person_id) for p in e.parties],
            e.witnesses,
            [(one.field, one.value, one.made_by) for one in e.decided],
        )
        for e in record.engagements()
    ]


DAHL = ("Jon Dahl", "NOR")
SPLIT = [("accounts", "split", ME.by)]
BOTH = [("Ada Obi", "nga-ada-obi"), ("Jon Dahl", "nor-jon-dahl")]

# name: (the correction, what the record holds then)
CORRECTIONS: dict[str, tuple[Callable[[Record], None], Any]] = {
    "merge": (merge_two, [(["a", "b"], None, BOTH, 2, [("accounts", "merge", ME.by)])]),
    "split": (
        split_two,
        [(["a"], None, BOTH, 1, SPLIT), (["b"], None, BOTH, 1, SPLIT)],
    ),
    "set": (set_place, [(["a"], "Abuja", BOTH, 1, [("place_city", "Abuja", "Eva Lind")])]),
    "party set": (
        set_party,
        [(["a"], None, BOTH, 1, [("parties", as_party(*DAHL, office="Prime Minister"), ME.by)])],
    ),
    "party added": (
        add_party,
        [
            (
                *(["a"], None, [*BOTH, ("Bola Ige", None)], 1),
                [("parties", as_party("Bola Ige", "NGA", role="delegate"), ME.by)],
            )
        ],
    ),
    "party removed": (
        remove_party,
        [(["a"], None, BOTH[:1], 1, [("parties", as_party(*DAHL, present=False), ME.by)])],
    ),
    "reject": (reject_one, [(["a"], None, BOTH, 1, [])]),
    "name": (
        name_one,
        [(["a"], None, BOTH, 1, []), (["b"], None, [BOTH[0], (None, None)], 1, [])],
    ),
    "copy": (mark_copy, [(["a", "b"], None, BOTH, 1, [])]),
}
EVERY = pytest.mark.parametrize(("correct", "wanted"), CORRECTIONS.values(), ids=CORRECTIONS)


def sorted_state(record: Record) -> Any:
    return sorted(state(record), key=repr)


@EVERY
def test_a_correction_holds(record: Record, correct: Callable[[Record], None], wanted: Any) -> None:
    correct(record)
    assert sorted_state(record) == wanted
    assert record.check() == []


@EVERY
def test_it_survives_another_reading(
    record: Record, correct: Callable[[Record], None], wanted: Any
) -> None:
    """A coder that finds more on every page numbers the accounts anew."""
    correct(record)
    for one in list(record.readings()):
        other = account(one.document, "letter", "sender:KEN", "recipient:SWE", main=False)
        words = replace(one.accounts[0].evidence, kind=(Span(0, 3, one.document.text[:3]),))
        first = replace(one.accounts[0], topics=("trade",), evidence=words)
        first = replace(first, evidence=replace(words, topics=(words.kind,)))
        assert record.keep(replace(one, accounts=(other, first))) is Kept.RECODED
    found = [each for each in sorted_state(record) if each[2] != [(None, None), (None, None)]]
    assert found == wanted
    assert record.check() == []


@EVERY
def test_it_survives_a_new_text_of_the_page(
    record: Record, correct: Callable[[Record], None], wanted: Any
) -> None:
    correct(record)
    for one in list(record.readings()):
        text = f"{one.document.text} And {one.document.path} adds a word or two."
        assert record.keep(replace(one, document=replace(one.document, text=text))) is (
            Kept.NEW_VERSION
        )
    assert sorted_state(record) == wanted
    assert record.check() == []


@EVERY
def test_undone_it_is_as_if_never_made(
    record: Record, correct: Callable[[Record], None], wanted: Any
) -> None:
    correct(record)
    (made,) = record.corrections.all()
    assert (made.made_by, made.why) == ("Eva Lind", "the ministry says so")
    undoing = record.corrections.undo(made.id, Author("Jon Dahl"))
    undone = sorted_state(record)
    assert undone != wanted
    with pytest.raises(RecordError, match="was undone"):
        record.corrections.undo(made.id, ME)
    record.corrections.undo(undoing.id, ME)
    assert sorted_state(record) == wanted
    verbs = [(one.verb, one.undone_by is None) for one in record.corrections.all()]
    assert verbs == [(made.verb, True), ("undo", False), ("undo", True)]


@EVERY
def test_another_record_takes_it_over(
    record: Record, correct: Callable[[Record], None], wanted: Any, tmp_path: Path
) -> None:
    """The other record has the pages from other places, in another order, after the decisions."""
    correct(record)
    with Record.open(tmp_path / "other.db") as other:
        assert other.corrections.add(record.corrections.all()) == 1
        assert [fault.rule for fault in other.check()] == ["decision"]
        for one in reversed(list(record.readings())):
            elsewhere = replace(one.document, path=f"elsewhere/{one.document.path}")
            other.keep(replace(one, document=elsewhere))
        assert other.corrections.add(record.corrections.all()) == 0
        assert repr(sorted_state(other)).replace("elsewhere/", "") == repr(wanted)
        assert other.check() == []


@EVERY
def test_a_copy_of_the_record_has_it(
    record: Record, correct: Callable[[Record], None], wanted: Any, tmp_path: Path
) -> None:
    correct(record)
    with Record.open(tmp_path / "other.db") as other:
        record.copy_to(other)
        assert sorted_state(other) == wanted
        assert other.corrections.all() == record.corrections.all()


def test_a_later_page_joins_what_was_merged(record: Record) -> None:
    merge_two(record)
    keep(record, told("c", "2023-05-10"))
    assert pages(record) == [{"a", "b", "c"}]


def test_a_later_page_goes_where_it_is_most_like(record: Record) -> None:
    keep(record, told("a", "2023-05-03", topics=["trade"]))
    keep(record, told("b", "2023-05-03", topics=["energy"]))
    (engagement,) = record.engagements(accounts=True)
    record.corrections.split(engagement.id, [engagement.accounts[1].id], ME)
    keep(record, told("c", "2023-05-03", topics=["energy"]))
    assert sorted(map(sorted, pages(record))) == [["a"], ["b", "c"]]


def test_the_last_word_holds(record: Record) -> None:
    split_two(record)
    record.corrections.merge(ids(record), ME)
    assert pages(record) == [{"a", "b"}]
    (only,) = ids(record)
    for city in ("Abuja", "Lagos"):
        record.corrections.set(only, "place_city", city, ME)
    (engagement,) = record.engagements()
    assert engagement.place is not None
    assert engagement.place.city == "Lagos"
    assert [one.value for one in engagement.decided] == ["merge", "Lagos"]


@pytest.mark.parametrize(
    ("field", "value", "attribute"),
    [
        ("kind", "meeting", "kind"),
        ("status", "cancelled", "status"),
        ("start", "2023-05-02", "start"),
        ("start", "2023-05", "start"),
        ("end", "2023-05-04", "end"),
        ("topics", ["trade", "health"], "topics"),
        ("visit_type", "state", "visit_type"),
        ("visit_type", None, "visit_type"),
    ],
)
def test_what_is_set_is_what_the_record_says(
    record: Record, field: str, value: Any, attribute: str
) -> None:
    keep(record, told("a", "2023-05-03"))
    (before,) = ids(record)
    record.corrections.set(before, field, value, ME)
    (engagement,) = record.engagements(accounts=True)
    found = getattr(engagement, attribute)
    assert found == (tuple(value) if isinstance(value, list) else value)
    assert engagement.id == before
    assert engagement.accounts[0].account.kind is Kind.CALL
    assert record.check() == []


@pytest.mark.parametrize(
    ("end", "day", "shown"),
    [
        (None, "2023-05-01", "2023-05-01"),  # one day, moved
        (None, "2023-05-09", "2023-05-09"),
        ("2023-05-05", "2023-05-01", "2023-05-05"),  # an end set by hand stays
        ("2023-05-05", "2023-05-09", None),  # but for one before the start
    ],
)
def test_what_took_a_day_takes_a_day_where_its_start_is_set(
    record: Record, end: str | None, day: str, shown: str | None
) -> None:
    keep(record, told("a", "2023-05-03", end="2023-05-03"))
    (name,) = ids(record)
    if end:
        record.corrections.set(name, "end", end, ME)
    record.corrections.set(name, "start", day, ME)
    (engagement,) = record.engagements()
    assert (engagement.start, engagement.end) == (day, shown)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "chat"),
        ("kind", None),
        ("start", "soon"),
        ("colour", "red"),
        ("place_state", "XYZ"),
        ("topics", ["weather"]),
        ("end", "2023-05-01"),
    ],
)
def test_what_breaks_the_codebook_is_refused(record: Record, field: str, value: Any) -> None:
    keep(record, told("a", "2023-05-03"))
    (only,) = ids(record)
    with pytest.raises(RecordError):
        record.corrections.set(only, field, value, ME)
    assert record.corrections.all() == []


def test_what_is_decided_of_a_party_adds_up(record: Record) -> None:
    keep(record, told("a", "2023-05-03"))
    (only,) = ids(record)
    for decided in (
        as_party(*DAHL, office="Prime Minister"),
        as_party(*DAHL, role="host"),
        as_party(*DAHL, office="King", role="guest"),
    ):
        record.corrections.party(only, decided, ME)
    (engagement,) = record.engagements()
    (dahl,) = (party for party in engagement.parties if party.person == "Jon Dahl")
    assert (dahl.office, dahl.role, dahl.state) == ("King", Role.GUEST, "NOR")
    assert [one.value["as"] for one in engagement.decided] == [{"office": "King", "role": "guest"}]
    record.corrections.party(only, as_party(*DAHL, state="SWE"), ME)
    (engagement,) = record.engagements(states=("SWE",))
    assert [party.state for party in engagement.parties] == ["NGA", "SWE"]
    assert record.check() == []


def test_a_party_that_no_page_names_any_more_stays_as_decided(record: Record) -> None:
    set_party(record)
    (one,) = record.readings()
    parties = tuple(party for party in one.accounts[0].parties if party.state != "NOR")
    record.keep(replace(one, accounts=(replace(one.accounts[0], parties=parties),)))
    (engagement,) = record.engagements()
    assert ("Jon Dahl", "Prime Minister") in [(p.person, p.office) for p in engagement.parties]


def test_a_party_of_another_spelling_is_the_one_decided_on(record: Record) -> None:
    keep(record, told("a", "2023-05-03", "call", "Volodymyr Zelensky/UKR", "Jon Dahl/NOR"))
    wanted = as_party("Volodymyr Zelenskyy", "UKR", role="guest")
    record.corrections.party(*ids(record), wanted, ME)
    (engagement,) = record.engagements()
    assert [(p.person, p.role) for p in engagement.parties] == [
        ("Jon Dahl", Role.PARTICIPANT),
        ("Volodymyr Zelensky", Role.GUEST),
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        as_party("Jon Dahl", "NOR", role="king"),
        as_party("Jon Dahl", "NOR", colour="red"),
        as_party("Jon Dahl", "NOR", state="XYZ"),
        as_party("Jon Dahl", "Norway"),
        as_party("Jon Dahl", "NOR", state="NOR", organization="UN"),
        as_party(None, None, role="host"),
        as_party("--", "NOR"),
        {"person": "Jon Dahl"},
    ],
)
def test_nobody_can_be_such_a_party(record: Record, wanted: Any) -> None:
    keep(record, told("a", "2023-05-03"))
    with pytest.raises(RecordError):
        record.corrections.party(*ids(record), wanted, ME)
    assert record.corrections.all() == []


def test_the_last_party_stays(record: Record) -> None:
    remove_party(record)
    with pytest.raises(RecordError, match="a party at least"):
        record.corrections.party(*ids(record), as_party("Ada Obi", "NGA", present=False), ME)


def test_a_decision_whose_target_is_gone_is_kept_and_told(record: Record) -> None:
    set_place(record)
    (one,) = record.readings()
    record.keep(replace(one, accounts=()))
    assert list(record.engagements()) == []
    (notice,) = record.check()
    assert (notice.rule, notice.notice) == ("decision", True)
    assert notice.where == record.corrections.all()[0].id
    record.keep(one)
    assert sorted_state(record) == CORRECTIONS["set"][1]


def test_a_rejected_account_leaves_no_commitment(record: Record) -> None:
    from record.test_keeping import a_call

    record.keep(a_call())
    (engagement,) = record.engagements(accounts=True)
    assert record.commitments()
    record.corrections.reject(engagement.accounts[0].id, ME)
    assert record.commitments() == []
    assert [fault for fault in record.check() if not fault.notice] == []


def test_a_person_may_be_given_another_name(record: Record) -> None:
    document = page("a", "2023-05-03")
    visit = account(document, "visit", "guest:Ada Obi/NGA", "host:NOR", start="2023-05-03")
    record.keep(reading(document, visit, people=(person(document, "Ada Obi/NGA", names=("Obi",)),)))
    record.corrections.name("Ada Obi", "Ada Obi-Okafor", ME)
    (one,) = record.people()
    assert (one.id, one.person) == ("nga-ada-obi-okafor", "Ada Obi-Okafor")
    assert {"Ada Obi", "Obi"} <= set(one.names)
    (engagement,) = record.engagements(person="Okafor")
    (guest,) = (party for party in engagement.parties if party.role is Role.GUEST)
    assert guest.person == "Ada Obi-Okafor"


def test_no_copy_after_all(record: Record) -> None:
    text = " ".join(f"word{n}" for n in range(60))
    for name in ("a", "b"):
        document = page(name, "2023-05-03", text=text)
        record.keep(reading(document, account(document, *CALL, start="2023-05-03")))
    assert [e.witnesses for e in record.engagements()] == [1]
    (copy,) = (str(one.path) for one in record.documents() if one.copy_of)
    record.corrections.mark_copy(copy, None, ME)
    assert [e.witnesses for e in record.engagements()] == [2]


@pytest.mark.parametrize("wanted", ["nothing", "call-"])
def test_what_cannot_be_undone(record: Record, wanted: str) -> None:
    with pytest.raises(RecordError, match="decisions begin with"):
        record.corrections.undo(wanted, ME)

"""Everything kept read again: what changes is told field by field, and kept only if wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from communique.model import Reading, Status
from communique.record import Author, Record
from communique.record.differences import Change
from record.made_readings import person
from record.test_corrections import ids, told
from record.test_keeping import a_call
from record.test_team import everything


@pytest.fixture
def kept(record: Record) -> Record:
    record.keep(replace(a_call(), coder="1"))
    record.keep(replace(told("b.txt", "2023-06-09", topics=["trade"]), coder="1"))
    return record


def again(
    record: Record, other: Callable[[Reading], Reading], *, keep: bool = False
) -> list[Change]:
    """Read a record's pages again by a coder that reads otherwise."""
    now = {page.version: page for page in record.kept_pages()}
    readings = zip(now, record.readings(), strict=True)
    new = [(version, replace(other(reading), coder="2")) for version, reading in readings]
    return record.recode(new, keep=keep).changes


def same(reading: Reading) -> Reading:
    return reading


def with_account(**values: Any) -> Callable[[Reading], Reading]:
    def read(reading: Reading) -> Reading:
        if reading.document.path != "b.txt":
            return reading
        return replace(reading, accounts=(replace(reading.accounts[0], **values),))

    return read


def told_fields(changes: list[Change]) -> list[tuple[str, str, dict[str, tuple[Any, Any]]]]:
    return [(c.what, c.how, {f.field: (f.before, f.after) for f in c.fields}) for c in changes]


def test_the_same_reading_changes_nothing_but_the_coder(kept: Record) -> None:
    before = everything(kept)
    assert again(kept, same) == []
    assert everything(kept) == before
    assert [page.coder for page in kept.kept_pages()] == ["2", "2"]
    assert [reading.coder for reading in kept.readings()] == ["2", "2"]


# name: (what the new coder reads, what changes)
READ_OTHERWISE: dict[str, tuple[dict[str, Any], dict[str, tuple[Any, Any]]]] = {
    "a status": ({"status": Status.CANCELLED}, {"status": ("held", "cancelled")}),
    "topics": ({"topics": ()}, {"topics": (["trade"], [])}),
}


@pytest.mark.parametrize(("read", "wanted"), READ_OTHERWISE.values(), ids=READ_OTHERWISE)
def test_a_change_is_told_field_by_field_and_not_kept(
    kept: Record, read: dict[str, Any], wanted: dict[str, tuple[Any, Any]]
) -> None:
    before = everything(kept)
    changes = again(kept, with_account(**read))
    assert told_fields(changes) == [("engagement", "changed", wanted)]
    assert everything(kept) == before
    assert [page.coder for page in kept.kept_pages()] == ["1", "1"]


def test_kept_it_is_what_the_record_holds(kept: Record) -> None:
    changes = again(kept, with_account(status=Status.CANCELLED), keep=True)
    assert len(changes) == 1
    assert sorted(e.status for e in kept.engagements()) == ["cancelled", "held"]
    assert [f for f in kept.check() if not f.notice] == []
    assert again(kept, same) == []


def test_an_engagement_with_another_date_is_known_again(kept: Record) -> None:
    (change,) = again(kept, with_account(start="2023-06-08"))
    fields = {field.field: (field.before, field.after) for field in change.fields}
    assert (change.how, fields["start"]) == ("changed", ("2023-06-09", "2023-06-08"))
    assert fields["id"][0] == change.name


def test_what_is_new_and_what_is_gone(kept: Record) -> None:
    def read(reading: Reading) -> Reading:
        if reading.document.path != "b.txt":
            return replace(reading, accounts=())
        return replace(reading, people=(person(reading.document, "Eva Lind/SWE", "Envoy"),))

    changes = again(kept, read, keep=True)
    hows = {(change.what, change.how) for change in changes}
    assert {("engagement", "gone"), ("commitment", "gone"), ("person", "new")} <= hows
    (gone,) = (c for c in changes if (c.what, c.how) == ("engagement", "gone"))
    assert ("start", "2023-05-03", None) in {
        (f.field, f.before, f.after) for f in gone.fields if f.field == "start"
    }


def test_decisions_hold_over_it(kept: Record) -> None:
    name = next(e.id for e in kept.engagements() if e.start == "2023-06-09")
    kept.corrections.set(name, "status", "postponed", Author("Eva Lind"))
    assert again(kept, with_account(status=Status.CANCELLED), keep=True) == []
    assert sorted(e.status for e in kept.engagements()) == ["held", "postponed"]
    assert len(ids(kept)) == 2


def test_a_page_that_has_changed_meanwhile_is_left_alone(kept: Record) -> None:
    (version, old), *_ = (
        (page.version, reading)
        for page, reading in zip(kept.kept_pages(), kept.readings(), strict=True)
        if page.document.path == "a.txt"
    )
    kept.keep(a_call(text="The call was put off."))
    recoded = kept.recode([(version, replace(old, accounts=()))], keep=True)
    assert (recoded.pages, recoded.changes) == (0, [])

"""What the five seeds amount to together, as their careful reader has it.

The reader's page-by-page answers go in; the record that they ought to make comes out.
"""

from __future__ import annotations

from typing import Any

import pytest

from communique.model import Role
from communique.record import Record
from communique.record.entries import CommitmentEntry, EngagementEntry
from record.made_readings import SEEDS, expected

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="no ../shared/seeds beside this checkout"
)

ANSWERS: dict[str, Any] = expected()["record"] if SEEDS.is_dir() else {}


def answers(section: str) -> list[Any]:
    return [pytest.param(one, id=str(one.get("id", n))) for n, one in _numbered(section)]


def _numbered(section: str) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(ANSWERS.get(section, ())))


def found_for(record: Record, answer: dict[str, Any]) -> EngagementEntry:
    """Return the engagement that has exactly the accounts of an answer."""
    found = [
        entry
        for entry in record.engagements(kind=answer["kind"], accounts=True)
        if {account.document.path for account in entry.accounts} == set(answer["accounts"])
        and set(answer["people"]) <= {party.person for party in entry.parties}
    ]
    assert len(found) == 1, [entry.id for entry in found]
    return found[0]


@pytest.mark.parametrize("answer", answers("engagements"))
def test_engagements_are_joined_over_pages(seeds_record: Record, answer: dict[str, Any]) -> None:
    entry = found_for(seeds_record, answer)
    for field in ("start", "end", "status", "visit_type"):
        if field in answer:
            assert getattr(entry, field) == answer[field], field
    if "host" in answer:
        hosts = {party.state for party in entry.parties if party.role is Role.HOST}
        assert hosts == {answer["host"]}
        guests = [party.person for party in entry.parties if party.role is Role.GUEST]
        assert guests == answer["people"]


def test_nothing_is_joined_beyond_that(seeds_record: Record) -> None:
    pages = {name: len(page["engagements"]) for name, page in expected()["documents"].items()}
    engagements = list(seeds_record.engagements(accounts=True))
    assert sum(len(entry.accounts) for entry in engagements) == sum(pages.values())
    assert len(engagements) == len(ANSWERS["engagements"]) + 2  # a funeral, talks of two premiers


@pytest.mark.parametrize("answer", answers("commitments"))
def test_commitments_are_followed_over_pages(seeds_record: Record, answer: dict[str, Any]) -> None:
    (found,) = (c for c in seeds_record.commitments() if (c.by, c.to) == _ends(answer))
    assert found.kind == answer["kind"]
    assert found.open == answer["open"]
    assert _steps(found) == [(step["state"], step["date"]) for step in answer["states"]]
    assert found.due == answer.get("due")
    for step, wanted in zip(found.states, answer["states"], strict=True):
        assert step.via == wanted.get("via")
        assert step.engagement is not None
        assert all(source.evidence for source in step.sources)


def _ends(answer: dict[str, Any]) -> tuple[str, str]:
    return (answer["by"], answer["to"])


def _steps(found: CommitmentEntry) -> list[tuple[str, str | None]]:
    return [(step.state.value, step.date) for step in found.states]


def test_no_further_commitments(seeds_record: Record) -> None:
    assert len(seeds_record.commitments()) == len(ANSWERS["commitments"])
    still_open = seeds_record.commitments(open_only=True)
    assert [c.to for c in still_open] == [c["to"] for c in ANSWERS["commitments"] if c["open"]]


@pytest.mark.parametrize("answer", answers("tenures"))
def test_tenures_are_learned(seeds_record: Record, answer: dict[str, Any]) -> None:
    (person,) = (p for p in seeds_record.people() if p.person == answer["person"])
    assert person.state == answer["state"]
    (tenure,) = (t for t in person.tenures if answer["office"] in t.offices)
    assert tenure.seen_first == answer["seen"]
    assert tenure.ended_by == answer.get("ended_by")
    assert tenure.why == answer.get("why")


@pytest.mark.parametrize("answer", answers("comparison"))
def test_accounts_are_compared(seeds_record: Record, answer: dict[str, Any]) -> None:
    (wanted,) = (e for e in ANSWERS["engagements"] if e["id"] == answer["engagement"])
    entry = found_for(seeds_record, wanted)
    (compared,) = (c for c in entry.comparison if c.field == answer["field"])
    assert compared.verdict == answer["verdict"]
    said = {page[:3]: value.value for value in compared.values for page in value.documents}
    for page, value in said.items():
        if page in answer:
            text = value["name"] if isinstance(value, dict) else value
            assert (text or "silent") == answer[page]


@pytest.mark.parametrize("answer", answers("relation"))
def test_relations_and_their_milestones(seeds_record: Record, answer: dict[str, Any]) -> None:
    (found,) = seeds_record.relations()
    assert set(found.states) == set(answer["states"])
    assert found.levels[0].level == answer["level"]
    assert [(m.what, m.year) for m in found.milestones] == [
        (m["what"], m["year"]) for m in answer["milestones"]
    ]


def test_two_independent_texts_are_two_witnesses(seeds_record: Record) -> None:
    call = next(seeds_record.engagements(since="2024-08-08", until="2024-08-08", kind="call"))
    assert call.witnesses == 2
    assert [document.copy_of for document in call.documents] == [None, None]

"""What labelled pages amount to together, as their careful reader has it.

The reader's page-by-page answers go in; the record that they ought to make comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.model import Role
from communique.record import Record
from communique.record.entries import CommitmentEntry, EngagementEntry
from record.made_readings import EXAMPLES, SEEDS, expected

Json = dict[str, Any]
Records = Callable[[Path], Record]

SETS = [folder for folder in (SEEDS, EXAMPLES) if (folder / "expected.json").exists()]
needs_seeds = pytest.mark.skipif(
    SEEDS not in SETS, reason="no ../shared/seeds beside this checkout"
)


def answers(section: str) -> list[Any]:
    """Return the answers of a section of every set that is there."""
    return [
        pytest.param(folder, one, id=f"{folder.name}-{one.get('id', n)}")
        for folder in SETS
        for n, one in enumerate(expected(folder)["record"].get(section, ()))
    ]


def found_for(record: Record, answer: Json) -> EngagementEntry:
    """Return the engagement that has exactly the accounts of an answer."""
    found = [
        entry
        for entry in record.engagements(kind=answer["kind"], accounts=True)
        if {account.document.path for account in entry.accounts} == set(answer["accounts"])
        and set(answer["people"]) <= {party.person for party in entry.parties}
    ]
    assert len(found) == 1, [entry.id for entry in found]
    return found[0]


@pytest.mark.parametrize(("folder", "answer"), answers("engagements"))
def test_engagements_are_joined_over_pages(
    folder: Path, answer: Json, careful_record: Records
) -> None:
    entry = found_for(careful_record(folder), answer)
    for field in ("start", "end", "status", "visit_type"):
        if field in answer:
            assert getattr(entry, field) == answer[field], field
    if "host" in answer:
        hosts = {party.state for party in entry.parties if party.role is Role.HOST}
        assert hosts == {answer["host"]}


@needs_seeds
def test_nothing_is_joined_beyond_that(careful_record: Records) -> None:
    pages = expected(SEEDS)["documents"].values()
    engagements = list(careful_record(SEEDS).engagements(accounts=True))
    told = sum(len(page["engagements"]) for page in pages)
    assert sum(len(entry.accounts) for entry in engagements) == told
    listed = len(expected(SEEDS)["record"]["engagements"])
    assert len(engagements) == listed + 2  # a funeral, and talks of two premiers


@pytest.mark.parametrize(("folder", "answer"), answers("commitments"))
def test_commitments_are_followed_over_pages(
    folder: Path, answer: Json, careful_record: Records
) -> None:
    kept = careful_record(folder).commitments()
    (found,) = (c for c in kept if (c.by, c.to) == (answer["by"], answer["to"]))
    assert found.kind == answer["kind"]
    assert found.open == answer["open"]
    assert _steps(found) == [(step["state"], step["date"]) for step in answer["states"]]
    assert found.due == answer.get("due")
    for step, wanted in zip(found.states, answer["states"], strict=True):
        assert step.via == wanted.get("via")
        assert step.engagement is not None
        assert all(source.evidence for source in step.sources)


def _steps(found: CommitmentEntry) -> list[tuple[str, str | None]]:
    return [(step.state.value, step.date) for step in found.states]


@needs_seeds
def test_no_further_commitments(careful_record: Records) -> None:
    wanted = expected(SEEDS)["record"]["commitments"]
    record = careful_record(SEEDS)
    assert len(record.commitments()) == len(wanted)
    still_open = record.commitments(open_only=True)
    assert [c.to for c in still_open] == [c["to"] for c in wanted if c["open"]]


@pytest.mark.parametrize(("folder", "answer"), answers("tenures"))
def test_tenures_are_learned(folder: Path, answer: Json, careful_record: Records) -> None:
    (person,) = (p for p in careful_record(folder).people() if p.person == answer["person"])
    assert person.state == answer["state"]
    (tenure,) = (t for t in person.tenures if answer["office"] in t.offices)
    assert tenure.seen_first == answer["seen"]
    assert tenure.ended_by == answer.get("ended_by")
    assert tenure.why == answer.get("why")


@pytest.mark.parametrize(("folder", "answer"), answers("comparison"))
def test_accounts_are_compared(folder: Path, answer: Json, careful_record: Records) -> None:
    listed = expected(folder)["record"]["engagements"]
    (wanted,) = (e for e in listed if e["id"] == answer["engagement"])
    entry = found_for(careful_record(folder), wanted)
    field = {"start": "date"}.get(answer["field"], answer["field"])
    (compared,) = (c for c in entry.comparison if c.field == field)
    assert compared.verdict == answer["verdict"]
    for value in compared.values:
        shown = value.value["name"] if isinstance(value.value, dict) else value.value
        for page in value.documents:
            assert answer.get(page[:3], shown or "silent") == (shown or "silent")


@pytest.mark.parametrize(("folder", "answer"), answers("relation"))
def test_relations_and_their_milestones(
    folder: Path, answer: Json, careful_record: Records
) -> None:
    (found,) = careful_record(folder).relations()
    assert set(found.states) == set(answer["states"])
    assert found.levels[0].level == answer["level"]
    assert [(m.what, m.year) for m in found.milestones] == [
        (m["what"], m["year"]) for m in answer["milestones"]
    ]


@needs_seeds
def test_two_independent_texts_are_two_witnesses(careful_record: Records) -> None:
    calls = careful_record(SEEDS).engagements(since="2024-08-08", until="2024-08-08", kind="call")
    call = next(calls)
    assert call.witnesses == 2
    assert [document.copy_of for document in call.documents] == [None, None]


def test_persons_are_joined_across_spellings(careful_record: Records) -> None:
    names = {p.id: set(p.names) for p in careful_record(EXAMPLES).people()}
    assert {"Kim Jong Un", "Kim Jong-un"} <= names["prk-kim-jong-un"]
    zelensky = next(found for name, found in names.items() if name.startswith("ukr-volodymyr"))
    assert {"Volodymyr Zelenskyy", "Volodymyr Zelensky"} <= zelensky

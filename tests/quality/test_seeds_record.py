"""What the seeds amount to together: read from the pages, asked over the command line.

The careful reader's ``record`` section is read where it lies. tests/record holds the same for
readings made by hand, so a failure here alone points at the reading.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.cli import main
from conftest import SHARED

Json = dict[str, Any]
Ask = Callable[..., Any]

EXPECTED = SHARED / "seeds" / "expected.json"
ANSWERS: Json = json.loads(EXPECTED.read_text("utf-8"))["record"] if EXPECTED.exists() else {}

pytestmark = pytest.mark.skipif(not ANSWERS, reason="no ../shared/seeds beside this checkout")


def answers(section: str) -> list[Any]:
    given = ANSWERS.get(section, ())
    return [pytest.param(one, id=str(one.get("id", place))) for place, one in enumerate(given)]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Ask a record that has read the seeds; gives the parsed JSON answer."""
    record = str(tmp_path_factory.mktemp("seeds") / "seeds.db")
    pages = sorted(str(page) for page in EXPECTED.parent.glob("*.txt"))
    read = CliRunner().invoke(main, ["read", *pages, "--record", record])
    assert read.exit_code == 0, read.output

    def asked(*command: str) -> Any:
        done = CliRunner().invoke(main, [*command, "--json", "--record", record])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return asked


def people_in(engagement: Json) -> set[str]:
    return {party["person"] for party in engagement["parties"] if party["person"]}


def pages_of(engagement: Json) -> set[str]:
    return {Path(account["document"]["path"]).name for account in engagement["accounts"]}


def found_for(answer: Json, timeline: list[Json]) -> Json:
    """Return the engagement with exactly the accounts of an answer."""
    alike = [
        one
        for one in timeline
        if one["kind"] == answer["kind"] and set(answer["people"]) <= people_in(one)
    ]
    joined = [one for one in alike if pages_of(one) == set(answer["accounts"])]
    assert len(joined) == 1, [(one["id"], sorted(pages_of(one))) for one in alike]
    return joined[0]


@pytest.mark.parametrize("answer", answers("engagements"))
def test_engagements_are_joined_over_pages(ask: Ask, answer: Json) -> None:
    found = found_for(answer, ask("timeline"))
    known = {key: answer[key] for key in ("start", "end", "status", "visit_type") if key in answer}
    assert {key: found[key] for key in known} == known
    if "host" in answer:
        hosts = {party["state"] for party in found["parties"] if party["role"] == "host"}
        assert hosts == {answer["host"]}


@pytest.mark.parametrize("answer", answers("commitments"))
def test_commitments_are_followed_over_pages(ask: Ask, answer: Json) -> None:
    ends = (answer["by"], answer["to"])
    of_that_kind = [one for one in ask("commitments") if one["kind"] == answer["kind"]]
    (found,) = (one for one in of_that_kind if (one["by"], one["to"]) == ends)
    assert [(step["state"], step["date"]) for step in found["states"]] == [
        (step["state"], step["date"]) for step in answer["states"]
    ]
    assert found["open"] == answer["open"]
    assert all(step["evidence"] for step in found["states"])


@pytest.mark.parametrize("answer", answers("tenures"))
def test_tenures_are_learned(ask: Ask, answer: Json) -> None:
    (person,) = (one for one in ask("people") if one["person"] == answer["person"])
    assert person["state"] == answer["state"]
    (tenure,) = (one for one in person["tenures"] if answer["office"] in one["offices"])
    assert tenure["seen_first"] == answer["seen"]
    assert tenure["ended_by"] == answer.get("ended_by")


@pytest.mark.parametrize("answer", answers("comparison"))
def test_accounts_are_compared(ask: Ask, answer: Json) -> None:
    (wanted,) = (one for one in ANSWERS["engagements"] if one["id"] == answer["engagement"])
    shown = ask("show", found_for(wanted, ask("timeline"))["id"])
    (compared,) = (one for one in shown["comparison"] if one["field"] == answer["field"])
    assert compared["verdict"] == answer["verdict"]


def test_every_span_holds_and_no_rule_is_broken(ask: Ask) -> None:
    assert [fault for fault in ask("check") if not fault["notice"]] == []

"""What labelled pages amount to together: read from the pages, asked over the command line.

The careful reader's ``record`` section of each set is read where it lies. tests/record holds the
same for readings made by hand, so a failure here alone points at the reading.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.cli import main
from conftest import ROOT, SHARED

Json = dict[str, Any]
Ask = Callable[..., Any]

SETS = {
    "seeds": (SHARED / "seeds" / "expected.json", SHARED / "seeds"),
    "examples": (ROOT / "examples" / "expected.json", ROOT / "examples" / "pages"),
}
FLOORS = tomllib.loads((ROOT / "tests" / "floors.toml").read_text("utf-8"))
NOT_YET = set(FLOORS["record"]["not_yet"])


@cache
def answers_of(name: str) -> Json:
    expected = SETS[name][0]
    found: Json = json.loads(expected.read_text("utf-8"))["record"] if expected.exists() else {}
    return found


def answers(section: str) -> list[Any]:
    """Return a section's answers of every set that is there, each with the name of its set."""
    return [
        pytest.param(name, answer, id=case, marks=_marks(f"{section} {case}"))
        for name in SETS
        for place, answer in enumerate(answers_of(name).get(section, ()))
        for case in [f"{name}-{answer.get('id', place)}"]
    ]


def _marks(case: str) -> tuple[pytest.MarkDecorator, ...]:
    """Return the mark of a case that floors.toml says is not reached yet: it has to fail."""
    return (pytest.mark.xfail(reason="not read so far yet"),) if case in NOT_YET else ()


@pytest.fixture(scope="session")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Ask]:
    """Give for a set's name a way to ask a record that has read its pages."""

    @cache
    def ask_of(name: str) -> Ask:
        record = str(tmp_path_factory.mktemp(name) / "record.db")
        folder = SETS[name][1]
        pages = sorted(str(page) for page in folder.iterdir() if page.suffix != ".json")
        read = CliRunner().invoke(main, ["read", *pages, "--record", record])
        assert "could not be read" not in read.output

        def asked(*command: str) -> Any:
            done = CliRunner().invoke(main, [*command, "--json", "--record", record])
            assert done.exit_code == 0, done.output
            return json.loads(done.stdout)

        return asked

    return ask_of


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


@pytest.mark.parametrize(("name", "answer"), answers("engagements"))
def test_engagements_are_joined_over_pages(
    name: str, answer: Json, asking: Callable[[str], Ask]
) -> None:
    ask = asking(name)
    found = found_for(answer, ask("timeline"))
    known = {key: answer[key] for key in ("start", "end", "status", "visit_type") if key in answer}
    assert {key: found[key] for key in known} == known
    if "host" in answer:
        hosts = {party["state"] for party in found["parties"] if party["role"] == "host"}
        assert hosts == {answer["host"]}


@pytest.mark.parametrize(("name", "answer"), answers("commitments"))
def test_commitments_are_followed_over_pages(
    name: str, answer: Json, asking: Callable[[str], Ask]
) -> None:
    ask = asking(name)
    ends = (answer["by"], answer["to"])
    of_that_kind = [one for one in ask("commitments") if one["kind"] == answer["kind"]]
    (found,) = (one for one in of_that_kind if (one["by"], one["to"]) == ends)
    assert [(step["state"], step["date"]) for step in found["states"]] == [
        (step["state"], step["date"]) for step in answer["states"]
    ]
    assert found["open"] == answer["open"]
    assert all(step["evidence"] for step in found["states"])


@pytest.mark.parametrize(("name", "answer"), answers("tenures"))
def test_tenures_are_learned(name: str, answer: Json, asking: Callable[[str], Ask]) -> None:
    ask = asking(name)
    (person,) = (one for one in ask("people") if one["person"] == answer["person"])
    assert person["state"] == answer["state"]
    (tenure,) = (one for one in person["tenures"] if answer["office"] in one["offices"])
    assert tenure["seen_first"] == answer["seen"]
    assert tenure["ended_by"] == answer.get("ended_by")


@pytest.mark.parametrize(("name", "answer"), answers("comparison"))
def test_accounts_are_compared(name: str, answer: Json, asking: Callable[[str], Ask]) -> None:
    ask = asking(name)
    engagements = answers_of(name)["engagements"]
    (wanted,) = (one for one in engagements if one["id"] == answer["engagement"])
    shown = ask("show", found_for(wanted, ask("timeline"))["id"])
    field = {"start": "date"}.get(answer["field"], answer["field"])
    (compared,) = (one for one in shown["comparison"] if one["field"] == field)
    assert compared["verdict"] == answer["verdict"]


@pytest.mark.parametrize(("name", "answer"), answers("persons"))
def test_persons_are_joined_across_spellings(
    name: str, answer: Json, asking: Callable[[str], Ask]
) -> None:
    people = [one for one in asking(name)("people") if one["state"] == answer["state"]]
    (person,) = (one for one in people if set(answer["names"]) & set(one["names"]))
    # "Mr Kim" counts as told where "Kim" is known: courtesy titles are no part of a name.
    missing = [
        name for name in answer["names"] if not any(known in name for known in person["names"])
    ]
    assert missing == []


@pytest.mark.parametrize("name", [name for name in SETS if answers_of(name)])
def test_every_span_holds_and_no_rule_is_broken(name: str, asking: Callable[[str], Ask]) -> None:
    assert [fault for fault in asking(name)("check") if not fault["notice"]] == []

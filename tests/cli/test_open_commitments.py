"""How long a commitment has been open, and the last word on it: counted, asked, printed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.exchange.record_form import commitment_to_json
from communique.model import CommitmentKind, CommitmentStateKind
from communique.record import Record
from communique.record.entries import CommitmentEntry, StepEntry
from record.made_readings import EXAMPLES, careful_readings


def commitment(*dates: str | None, is_open: bool = True) -> CommitmentEntry:
    steps = (StepEntry(CommitmentStateKind.EXTENDED, day, None, None, None, ()) for day in dates)
    return CommitmentEntry(
        id="c",
        kind=CommitmentKind.INVITATION,
        by="NOR",
        by_id=None,
        to="NGA",
        to_id=None,
        via=None,
        what="visit",
        due=None,
        open=is_open,
        states=tuple(steps),
        engagements=(),
    )


@pytest.mark.parametrize(
    ("given", "since", "days"),
    [
        (commitment("2024-02-28"), "2024-02-28", 2),
        (commitment("2024-02-28", "2024-02-29"), "2024-02-28", 2),
        (commitment("2024-03-01"), "2024-03-01", 0),
        (commitment("2024-01"), "2024-01", 30),
        (commitment("2023"), "2023", 61),
        (commitment(None, "2024-02-29"), "2024-02-29", 1),
        # It began later, or may have: nobody can tell the days.
        (commitment("2024-03-02"), "2024-03-02", None),
        (commitment("2024"), "2024", None),
        (commitment(None), None, None),
        (commitment("2024-02-28", is_open=False), None, None),
    ],
)
def test_days_count_from_the_first_state(
    given: CommitmentEntry, since: str | None, days: int | None
) -> None:
    form = commitment_to_json(given, date(2024, 3, 1))
    assert (form["open_since"], form["days_open"]) == (since, days)


def test_the_record_says_how_long_and_who_spoke_last(tmp_path: Path) -> None:
    target = str(tmp_path / "r.db")
    with Record.open(target) as record:
        for one in careful_readings(EXAMPLES):
            record.keep(one)

    def asked(*options: str) -> str:
        done = CliRunner(env={"COLUMNS": "80"}).invoke(
            main, ["commitments", "--open", *options, "--record", target]
        )
        assert done.exit_code == 0, done.output
        return done.stdout

    by_month = json.loads(asked("--as-of", "2024-12", "--json"))
    assert by_month == json.loads(asked("--as-of", "2024-12-31", "--json"))
    later = json.loads(asked("--as-of", "2025-01-01", "--json"))
    assert [one["days_open"] + 1 for one in by_month] == [one["days_open"] for one in later]
    for one in by_month:
        words = {**one["states"][-1], "outlet": one["last_word"]["outlet"]}
        assert one["last_word"] == {key: words[key] for key in one["last_word"]}
    printed = asked("--as-of", "2024-12")
    assert max(map(len, printed.splitlines())) <= 80
    assert by_month
    for one in by_month:
        assert f"open for {one['days_open']} days" in printed


def test_what_is_no_date_is_refused(tmp_path: Path) -> None:
    asked = ["commitments", "--as-of", "soon", "--record", str(tmp_path / "r.db")]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 2
    assert "no date" in done.stderr


def test_where_none_is_held_it_says_what_to_do(tmp_path: Path) -> None:
    record = str(tmp_path / "r.db")
    Record.open(record).close()
    none = CliRunner().invoke(main, ["commitments", "--record", record])
    assert none.exit_code == 0
    assert "communique read" in none.stderr
    asked = CliRunner().invoke(main, ["commitments", "--kind", "pledge", "--record", record])
    assert "communique commitments alone lists all" in asked.stderr

"""``communique compare`` and ``check --disagreements`` as one calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.record import Record
from record.test_comparing import AWAY, HOME, OTHER, telling


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    grain = "to send \x1b[2J grain ships in spring"
    with Record.open(path) as record:
        record.keep(telling("a", HOME, says=grain, topics=["trade"]))
        record.keep(telling("b", AWAY, start="2023-05-02"))
        record.keep(telling("c", OTHER, says="to close the border for good"))
    return path


def run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--record", str(path)])


def test_each_sides_account_beside_the_others(kept: Path) -> None:
    said = run(kept, "compare", "call-2023").stdout
    lines = [line.rstrip() for line in said.splitlines()]
    heads = [line for line in lines if line.startswith(("Outlets", "Other", "Said"))]
    assert heads == [
        "Outlets of Nigeria",
        "Outlets of Norway",
        "Other outlets",
        "Said by outlets of Nigeria, left out by outlets of Norway and others",
        "Said by others, left out by outlets of Nigeria and outlets of Norway",
    ]
    (columns,) = (line.split() for line in lines if line.endswith("Verdict"))
    assert columns == ["Nigeria", "Norway", "others", "Verdict"]
    (date,) = (line for line in lines if line.startswith("  date"))
    assert (date.count("2023-05-03"), date.count("2023-05-02")) == (2, 1)
    assert date.endswith("differ")
    assert r"Ada Obi (pledge): to send \x1b[2J grain ships" in said
    assert "\x1b" not in said


def test_json(kept: Path) -> None:
    found = json.loads(run(kept, "compare", "call-2023", "--json").stdout)
    assert [side["side"] for side in found["sides"]] == ["NGA", "NOR", None]
    assert [one["sides"] for one in found["statements"]] == [["NGA"], [None]]


def test_disagreements_over_the_record(kept: Path) -> None:
    done = run(kept, "check", "--disagreements")
    assert (done.exit_code, done.stderr) == (0, "1 disagreement\n")
    assert "date: 2023-05-0" in done.stdout
    (found,) = json.loads(run(kept, "check", "--disagreements", "--json").stdout)
    assert (found["rule"], found["notice"]) == ("disagreement", True)
    assert found["where"].startswith("call-2023")


def test_an_outlet_put_on_a_side_by_hand(kept: Path) -> None:
    (outlet,) = {
        one["document"]["outlet"]
        for one in json.loads(run(kept, "compare", "call-2023", "--json").stdout)["accounts"]
        if one["side"] is None
    }
    said = run(kept, "correct", "outlet", outlet, "--state", "Norway", "--owner", "office")
    assert said.exit_code == 0, said.stderr
    assert said.stderr.endswith(f": outlet {outlet}: of Norway, an office of the state\n")
    found = json.loads(run(kept, "compare", "call-2023", "--json").stdout)
    assert {one["owner"] for one in found["accounts"] if one["document"]["outlet"] == outlet} == {
        "office"
    }
    assert [len(side["accounts"]) for side in found["sides"]] == [1, 2, 0]
    assert run(kept, "correct", "undo", said.stderr.split(":")[0]).exit_code == 0
    again = json.loads(run(kept, "compare", "call-2023", "--json").stdout)
    assert [len(side["accounts"]) for side in again["sides"]] == [1, 1, 1]
    assert run(kept, "correct", "outlet", outlet).exit_code == 2
    assert run(kept, "correct", "outlet", "nobody.example", "--state", "none").exit_code == 1

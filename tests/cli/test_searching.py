"""``communique search`` as one calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.record import Record
from record.test_searching import telling


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        record.keep(telling("grain.txt", "One \x1b[2J ship of grain\x07 went to\u202e Odesa."))
    return path


def run(path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["search", *words, "--record", str(path)])


def test_hits_are_shown_under_their_page_and_cannot_steer_the_terminal(kept: Path) -> None:
    said = run(kept, "ship").stdout
    assert said.splitlines()[0].startswith("grain.txt, 2023-05-04")
    assert r"  - One \x1b[2J ship of grain\x07 went to\u202e Odesa." in said
    assert "  - Ada Obi (pledge): to send more ships" in said
    assert "\x1b" not in said


def test_json_has_the_offsets(kept: Path) -> None:
    found = json.loads(run(kept, "grain odesa", "--json").stdout)
    assert found == []
    (hit,) = json.loads(run(kept, "grain", "odesa", "--json").stdout)
    (context,) = hit["contexts"]
    marked = [context["words"][start:end] for start, end in context["hits"]]
    assert (hit["part"], marked) == ("text", ["grain", "Odesa"])


def test_several_words_in_one_argument_stand_so(kept: Path) -> None:
    assert "ship of grain" in run(kept, "ship of grain").stdout
    assert run(kept, "grain of ship").stdout == ""


def test_nothing_found_and_nothing_asked(kept: Path) -> None:
    assert "nothing in the record" in run(kept, "corridor").stderr
    done = run(kept, "?")
    assert (done.exit_code, "no word to search for" in done.stderr) == (1, True)

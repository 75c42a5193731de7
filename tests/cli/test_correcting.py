"""``communique correct`` as one calls it, from the correction to another record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.cli.correcting import FIELDS
from communique.linking import decisions
from communique.record import Record
from record.test_corrections import told


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        for name, day in (
            ("a.txt", "2023-05-03"),
            ("b.txt", "2023-05-03"),
            ("c.txt", "2023-06-09"),
        ):
            record.keep(told(name, day))
    return path


def run(path: Path, *words: str, **more: Any) -> Result:
    return CliRunner().invoke(main, [*words, "--record", str(path)], **more)


def timeline(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(path, "timeline", "--json").stdout)
    return found


def pages(path: Path) -> list[list[str]]:
    return sorted(
        sorted(document["path"] for document in each["documents"]) for each in timeline(path)
    )


def test_from_a_correction_to_its_undoing(kept: Path) -> None:
    first, second = (each["id"] for each in timeline(kept))
    author = ("--by", "Eva Lind", "--why", "one long call")
    refused = run(kept, "correct", "merge", first, second)
    assert refused.exit_code == 1
    assert "not merged: they are 37 days apart" in refused.stderr
    assert "--force" in refused.stderr
    assert len(pages(kept)) == 2
    done = run(kept, "correct", "merge", first, second.rpartition("-")[2], "--force", *author)
    assert done.exit_code == 0, done.stderr
    decided, now = done.stderr.splitlines()
    decision, _, words = decided.partition(": ")
    assert words == f"merge {first} and {second}"
    assert now == f"now {timeline(kept)[0]['id']}"
    assert pages(kept) == [["a.txt", "b.txt", "c.txt"]]
    (listed,) = json.loads(run(kept, "correct", "list", "--json").stdout)
    told = (listed["id"], listed["verb"], listed["made_by"], listed["why"], listed["undone_by"])
    assert told == (decision, "merge", "Eva Lind", "one long call", None)
    asked = run(kept, "correct", "undo")
    assert asked.exit_code == 2
    assert f"{decision[:8]}  merge {first} and {second}" in asked.stderr
    undone = run(kept, "correct", "undo", decision[:6])
    assert undone.exit_code == 0
    assert pages(kept) == [["a.txt", "b.txt"], ["c.txt"]]
    said = run(kept, "correct", "list").stdout
    assert f"undone by {undone.stderr.partition(':')[0]}" in said


@pytest.mark.parametrize("by_number", [True, False])
@pytest.mark.parametrize(
    ("verb", "left"), [("split", [["a.txt"], ["b.txt"]]), ("reject", [["a.txt"]])]
)
def test_an_account_by_number_or_page(
    kept: Path, verb: str, by_number: bool, left: list[list[str]]
) -> None:
    name = timeline(kept)[0]["id"]
    told_by = json.loads(run(kept, "show", name, "--json").stdout)["accounts"]
    numbers = {each["document"]["path"]: str(n) for n, each in enumerate(told_by, start=1)}
    which = numbers["b.txt"] if by_number else "b.txt"
    done = run(kept, "correct", verb, name, which)
    assert done.exit_code == 0, done.stderr
    assert pages(kept) == [*left, ["c.txt"]]


def test_what_was_split_off_goes_by_its_hash_and_a_number(kept: Path) -> None:
    name = timeline(kept)[0]["id"]
    tail = name.rpartition("-")[2]
    done = run(kept, "correct", "split", name, "b.txt")
    assert done.exit_code == 0
    assert done.stderr.splitlines()[1] == f"now {name}, {name}-2"
    said = run(kept, "timeline").stdout
    assert {line.split()[-1] for line in said.splitlines()} >= {tail, f"{tail}-2"}
    assert run(kept, "show", f"{tail}-2").exit_code == 0


def test_a_copy_of_a_page_of_another_engagement_names_the_page(kept: Path) -> None:
    name = timeline(kept)[1]["id"]
    assert run(kept, "correct", "copy", "c.txt", "a.txt").exit_code == 0
    assert "a copy of page " in " ".join(run(kept, "show", name).stdout.split())


def test_a_value_set_is_shown_as_a_decision(kept: Path) -> None:
    name = timeline(kept)[1]["id"]
    author = ("--by", "Eva\x1b[2J Lind", "--why", "she was there")
    assert run(kept, "correct", "set", name, "place_city", "Oslo", *author).exit_code == 0
    said = run(kept, "show", name).stdout
    assert "place city set to Oslo by Eva\\x1b[2J Lind on 20" in said
    assert "she was there" in said
    shown = json.loads(run(kept, "show", name, "--json").stdout)
    assert shown["place"]["city"] == "Oslo"
    assert [(one["field"], one["value"]) for one in shown["decided"]] == [("place_city", "Oslo")]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("Town Hall, Oslo, Norway",), ("Town Hall", "Oslo", "NOR")),
        (("Oslo, Norway",), (None, "Oslo", "NOR")),
        (("Rovaniemi",), (None, "Rovaniemi", "FIN")),
        (("Town Hall, Rovaniemi",), ("Town Hall", "Rovaniemi", "FIN")),
        (("Norway",), (None, None, "NOR")),
        (("Town Hall",), ("Town Hall", None, None)),
        ((), None),
    ],
)
def test_a_place_is_set_as_a_whole(
    kept: Path, words: tuple[str, ...], place: tuple[str | None, ...] | None
) -> None:
    name = timeline(kept)[1]["id"]
    run(kept, "correct", "set", name, "place_city", "Abuja")
    assert run(kept, "correct", "set", name, "place", *words).exit_code == 0
    shown = json.loads(run(kept, "show", name, "--json").stdout)["place"]
    assert (shown and (shown["name"], shown["city"], shown["state"])) == place


def test_what_two_kinds_are_merged_into_is_told(kept: Path) -> None:
    first, second = (each["id"] for each in timeline(kept)[:2])
    run(kept, "correct", "set", first, "kind", "visit")
    said = run(kept, "correct", "merge", first, second, "--force").stderr
    assert "of a call and a visit it is now a " in said


def parties(path: Path, number: int = 0) -> list[tuple[str | None, str | None, str | None, str]]:
    return [
        (one["person"], one["state"] or one["organization"], one["office"], one["role"])
        for one in timeline(path)[number]["parties"]
    ]


ADA, JON = ("Ada Obi", "NGA", None, "participant"), ("Jon Dahl", "NOR", None, "participant")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("Dahl", "--role", "host"), [ADA, ("Jon Dahl", "NOR", None, "host")]),
        (
            ("jon dahl", "--office", "King", "--state", "Sweden"),
            [ADA, ("Jon Dahl", "SWE", "King", "participant")],
        ),
        (("Ada Obi", "--organization", "UN"), [(*ADA[:1], "United Nations (UN)", *ADA[2:]), JON]),
        (
            ("Bola Ige", "--add", "--state", "NGA", "--role", "delegate"),
            [ADA, JON, ("Bola Ige", "NGA", None, "delegate")],
        ),
        (("France", "--add"), [ADA, JON, (None, "FRA", None, "participant")]),
        (
            ("African Union", "--add", "--role", "host"),
            [ADA, JON, (None, "African Union (AU)", None, "host")],
        ),
        (
            ("Council of Elders", "--add", "--organization", "Council of Elders"),
            [ADA, JON, (None, "Council of Elders", None, "participant")],
        ),
        (("Jon Dahl", "--remove"), [ADA]),
    ],
)
def test_parties_are_set_added_and_removed(kept: Path, words: Any, wanted: Any) -> None:
    name = timeline(kept)[0]["id"]
    done = run(kept, "correct", "party", name, *words, "--by", "me")
    assert done.exit_code == 0, done.stderr
    assert parties(kept) == wanted
    assert parties(kept, 1) == [ADA, JON]
    shown = " ".join(run(kept, "show", name).stdout.split())
    assert ("is no party by me" if "--remove" in words else "is a party") in shown
    assert run(kept, "correct", "undo", done.stderr.partition(":")[0]).exit_code == 0
    assert parties(kept) == [ADA, JON]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("Dahl",), 2, "say --role"),
        (("Dahl", "--remove", "--role", "host"), 2, "say --role"),
        (("Bola Ige", "--role", "host"), 1, "no party by 'Bola Ige', of Ada Obi (NGA), Jon Dahl"),
        (("Bola Ige", "--add"), 2, "whose Bola Ige is"),
        (("Dahl", "--add", "--state", "NOR"), 1, "already; leave out --add"),
    ],
)
def test_a_party_that_cannot_be_meant_is_told(kept: Path, words: Any, code: int, said: str) -> None:
    done = run(kept, "correct", "party", timeline(kept)[0]["id"], *words)
    assert done.exit_code == code
    assert said in " ".join(done.stderr.split())
    assert json.loads(run(kept, "correct", "list", "--json").stdout) == []


def test_persons_and_copies(kept: Path) -> None:
    assert run(kept, "correct", "name", "Ada Obi", "Ada Obi-Okafor").exit_code == 0
    assert timeline(kept)[0]["parties"][0]["person"] == "Ada Obi-Okafor"
    assert timeline(kept)[0]["witnesses"] == 2
    assert run(kept, "correct", "copy", "b.txt", "a.txt").exit_code == 0
    assert timeline(kept)[0]["witnesses"] == 1
    assert run(kept, "correct", "copy", "b.txt", "--of-none").exit_code == 0
    assert timeline(kept)[0]["witnesses"] == 2


def test_decisions_go_to_another_record(kept: Path, tmp_path: Path) -> None:
    run(kept, "correct", "set", timeline(kept)[1]["id"], "kind", "meeting", "--by", "me")
    lines = run(kept, "export", "--decisions").stdout_bytes
    other = tmp_path / "other.db"
    with Record.open(other) as record:
        record.keep(told("c.txt", "2023-06-09"))
    taken = run(other, "import", "--decisions", "-", input=lines)
    assert taken.stderr == "1 decision, 1 of them new\n"
    assert [each["kind"] for each in timeline(other)] == ["meeting"]
    again = run(other, "import", "--decisions", "-", input=lines)
    assert again.stderr == "1 decision, 0 of them new\n"


@pytest.mark.parametrize(
    "line",
    [b"{}", b"[]", b"not JSON", b'{"id": "a", "made_at": "b", "made_by": "c", "subject": {}}'],
)
def test_what_holds_no_decision_is_refused_whole(kept: Path, line: bytes) -> None:
    run(kept, "correct", "set", timeline(kept)[1]["id"], "kind", "meeting", "--by", "me")
    good = run(kept, "export", "--decisions").stdout_bytes
    undone = run(kept, "import", "--decisions", "-", input=good + line + b"\n")
    assert undone.exit_code == 1
    assert "line 2 holds no decision" in undone.stderr
    assert "Error(" not in undone.stderr
    assert "export --decisions wrote; nothing was taken over" in undone.stderr
    assert len(json.loads(run(kept, "correct", "list", "--json").stdout)) == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("merge", "call-2023-05"), 2, "two engagements"),
        (("merge", "nothing", "call-2023-05"), 1, "no engagement"),
        (("split", "call-2023-05", "7"), 1, "no account"),
        (("split", "call-2023-06", "1"), 2, "either side"),
        (("set", "call-2023-05", "start", "soon"), 2, "no date; write 2024"),
        (
            ("set", "call-2023-05", "topics", "trade,cheese"),
            2,
            "cheese: no topic of the codebook; it",
        ),
        (("set", "call-2023-05", "place_state", "Wakanda"), 2, "such as FRA"),
        (("set", "call-2023-05", "colour", "red"), 2, "colour"),
        (("name", "Nobody", "Somebody"), 1, "communique people"),
        (("copy", "b.txt"), 2, "--of-none"),
        (("copy", "b.txt", "b.txt"), 2, "is one page; name the other one that it repeats"),
        (("copy", "b.txt", "z.txt"), 1, "no page"),
        (("undo", "zzz"), 1, "correct list"),
    ],
)
def test_what_cannot_be_decided(kept: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = run(kept, "correct", *words)
    assert (done.exit_code, said in done.stderr) == (code, True), done.stderr
    assert json.loads(run(kept, "correct", "list", "--json").stdout) == []


def test_the_fields_that_can_be_set_are_linkings_own() -> None:
    assert FIELDS == decisions.FIELDS

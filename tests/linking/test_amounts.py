"""What the accounts of one engagement amount to, how they compare, and what their fields weigh."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from communique.model import Place
from communique.record import Record
from linking.telling import (
    CALL,
    TALKS,
    VISIT,
    Told,
    believed,
    tell,
)
from record.made_readings import account, page, reading


def test_of_roles_told_as_often_the_earliest_page_has_the_say(tmp_path: Path) -> None:
    turned = ("meeting", "host:Ada Obi/NGA", "guest:Jon Dahl/NOR")
    case: dict[str, tuple[str | None, Told]] = {
        "late": ("2023-06-04", tell(*turned, start="2023-05-03")),
        "early": ("2023-05-04", tell(*TALKS, start="2023-05-03")),
    }
    entry = believed(tmp_path, case)
    assert {party.person: party.role.value for party in entry.parties} == {
        "Ada Obi": "guest",
        "Jon Dahl": "host",
    }


NORWAY, OSLO, PALACE = (
    Place("Norway", None, "NOR"),
    Place("Oslo", "Oslo", "NOR"),
    Place("the Palace in Oslo", "Oslo", "NOR"),
)
# field: (what each of two pages says, verdict, independent texts behind the best value)
COMPARED: dict[str, tuple[dict[str, Any], dict[str, Any], str, str, int]] = {
    "date: the same day": ({"start": "2023-05-03"}, {"start": "2023-05-03"}, "date", "agree", 2),
    "date: the month": ({"start": "2023-05-03"}, {"start": "2023-05"}, "date", "narrower", 1),
    "date: nothing": ({"start": "2023-05-03"}, {}, "date", "silent", 1),
    "date: the day after": (
        *({"start": "2023-05-03"}, {"start": "2023-05-04"}),
        *("date", "differ", 1),
    ),
    "date: its end too": (
        *({"start": "2023-05-03"}, {"start": "2023-05-03", "end": "2023-05-05"}),
        *("date", "narrower", 1),
    ),
    "place: the city": ({"place": NORWAY}, {"place": OSLO}, "place", "narrower", 1),
    "place: the building": ({"place": PALACE}, {"place": OSLO}, "place", "narrower", 1),
    "place: another spelling": (
        *({"place": Place("Türkiye", None, "TUR")}, {"place": Place("Turkey", None, "TUR")}),
        *("place", "agree", 2),
    ),
    "place: elsewhere": (
        *({"place": OSLO}, {"place": Place("Abuja", "Abuja", "NGA")}),
        *("place", "differ", 1),
    ),
    "topics: more": (
        {"topics": ["trade"]},
        {"topics": ["trade", "energy"]},
        "topics",
        "narrower",
        1,
    ),
    "status: moved on": (
        *({"status": "planned", "start": "2023-05-03"}, {"start": "2023-05-03"}),
        *("status", "narrower", 1),
    ),
}


@pytest.mark.parametrize("case", COMPARED.values(), ids=COMPARED)
def test_accounts_are_compared(
    tmp_path: Path, case: tuple[dict[str, Any], dict[str, Any], str, str, int]
) -> None:
    one, other, field, verdict, witnesses = case
    day = {} if field == "date" else {"start": "2023-05-03"}
    entry = believed(
        tmp_path,
        {
            "a": ("2023-05-04", tell(*VISIT, **(day | one))),
            "b": ("2023-05-05", tell(*VISIT, **(day | other))),
        },
    )
    (compared,) = (c for c in entry.comparison if c.field == field)
    assert (compared.verdict, compared.witnesses) == (verdict, witnesses)


def test_a_copy_is_no_second_witness(tmp_path: Path) -> None:
    text = " ".join(f"word{n} of what was told" for n in range(80))
    pages = [page("a", "2023-05-04", text), page("b", "2023-05-05", text + " Copied.")]
    with Record.open(tmp_path / "r.db") as record:
        for one in pages:
            record.keep(reading(one, account(one, *CALL, start="2023-05-03")))
        (entry,) = record.engagements(accounts=True)
    first, second = (told.document for told in entry.accounts)
    assert (first.copy_of, second.copy_of) == (None, first.id)
    assert entry.witnesses == 1
    assert {(c.verdict, c.witnesses) for c in entry.comparison} == {("agree", 1)}


def test_later_pages_leave_an_engagement_its_id(tmp_path: Path) -> None:
    first, later = page("z", "2023-05-04"), page("a", "2023-05-06")
    fuller = ("call", "Ada Obi/NGA", "Ben Ayo/NGA", "Jon Dahl/NOR")
    with Record.open(tmp_path / "r.db") as record:
        record.keep(reading(first, account(first, *CALL, start="2023-05-03")))
        (before,) = record.engagements()
        record.keep(reading(later, account(later, *fuller, start="2023-05-03")))
        (after,) = record.engagements()
    assert (before.id, len(after.documents)) == (after.id, 2)


def test_every_account_says_what_its_fields_weigh(tmp_path: Path) -> None:
    call = {"start": "2023-05-03", "topics": ["trade"]}
    with Record.open(tmp_path / "r.db") as record:
        for name in "ab":
            document = page(name, "2023-05-04")
            record.keep(reading(document, account(document, *CALL, **call)))
        alone = page("c", "2023-06-04")
        record.keep(reading(alone, account(alone, *CALL, start="2023-06-03")))
        both, one = record.engagements(accounts=True)
    weights = [{weight.field: weight for weight in told.weights} for told in both.accounts]
    assert weights[0] == weights[1]
    assert (weights[0]["date"].level, weights[0]["topics"].level) == ("the same day", "most")
    assert weights[0]["start"].weight < 0 < weights[0]["date"].weight
    assert weights[0]["place"].weight == 0
    assert sum(weight.weight for weight in weights[0].values()) > 0
    assert one.accounts[0].weights == ()

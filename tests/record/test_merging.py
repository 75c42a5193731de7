"""What speaks against merging is told before anything is decided."""

from __future__ import annotations

from typing import Any

import pytest

from communique.record import Author, DoubtfulError, Record, RecordError
from record.made_readings import account, page, reading

ME = Author("me")
SIDES = ("Ada Obi/NGA", "Jon Dahl/NOR")
VISIT = {"kind": "visit", "who": ("guest:Ada Obi/NGA", "host:Jon Dahl/NOR")}
CALL: dict[str, Any] = {"kind": "call", "who": SIDES, "start": "2023-05-03"}
# name: what the other is, and what is said of it
CASES = {
    "a visit": (VISIT, "a call and a visit"),
    "another month": ({"start": "2023-06-09"}, "37 days apart: 2023-05-03 and 2023-06-09"),
    "others": ({"who": ("Eva Lind/SWE", "Ian Koh/SGP")}, "no side: NGA, NOR and SGP, SWE"),
    "their ministers": ({"who": ("Chi Eke/NGA", "Liv Moe/NOR")}, "nobody takes part in both"),
    "another week": ({"start": "2023-05-09"}, None),
    "no date": ({"start": None}, None),
}  # fmt: skip


@pytest.mark.parametrize(("values", "said"), CASES.values(), ids=CASES)
def test_what_speaks_against_it(record: Record, values: dict[str, Any], said: str | None) -> None:
    for name, told in (("a", CALL), ("b", {**CALL, **values})):
        document = page(name, "2023-06-12")
        kind, who = told["kind"], told["who"]
        record.keep(reading(document, account(document, kind, *who, start=told["start"])))
    ids = [each.id for each in record.engagements()]
    if len(ids) == 1:  # joined by linking
        assert said is None
        return
    if said is None:
        record.corrections.merge(ids, ME)
    else:
        with pytest.raises(DoubtfulError, match=said):
            record.corrections.merge(ids, ME)
        assert len(list(record.engagements())) == 2
        record.corrections.merge(ids, ME, force=True)
    assert len(list(record.engagements())) == 1


def test_an_engagement_that_was_merged_leads_to_what_it_became(record: Record) -> None:
    """Whoever has the id of either, or its beginning, finds the one; undone, both are there."""
    for name, day in (("a", "2023-05-03"), ("b", "2023-05-09")):
        document = page(name, "2023-06-12")
        record.keep(reading(document, account(document, "call", *SIDES, start=day)))
    both = [each.id for each in record.engagements()]
    made = record.corrections.merge(both, ME)
    (one,) = (each.id for each in record.engagements())
    assert [record.engagement(each).id for each in both] == [one, one]
    assert record.engagement("call-2023-05-09").id == one
    with pytest.raises(RecordError):
        record.engagement("call-2023-06")
    record.corrections.undo(made.id, ME)
    assert [record.engagement(each).id for each in both] == both

"""How accounts stand to each other is told for every verdict, whatever the values are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from communique.dossier.accounts import agreement
from communique.dossier.parts import words_of
from communique.dossier.telling import told
from communique.model import Status, Verdict
from communique.record import Record
from communique.record.entries import ComparedValueEntry, ComparisonEntry, EngagementEntry

VALUES: dict[str, list[Any]] = {
    "kind": ["call", "meeting"],
    "status": ["held", "planned"],
    "date": ["2024-06-01", ["2024-06-01", "2024-06-03"], "Tuesday"],
    "place": [{"name": "City Hall", "city": "Oslo", "state": "NOR"}, "Oslo"],
    "visit_type": ["state", "official"],
    "parties": [["NOR, host", "ken-bo"], ["NOR"]],
    "topics": [["trade", "oil_gas"], ["trade"]],
    "host": [["NOR"], ["KEN"]],
}


@pytest.fixture
def entry(record: Record) -> EngagementEntry:
    return next(e for e in record.engagements(accounts=True) if e.witnesses == 2)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("field", VALUES)
@pytest.mark.parametrize("silent", [False, True])
def test_every_verdict_on_every_field_makes_a_sentence(
    field: str, verdict: Verdict, silent: bool, entry: EngagementEntry
) -> None:
    labels = [page.label for page in entry.documents]
    values = [ComparedValueEntry(value, (labels[n % 2],)) for n, value in enumerate(VALUES[field])]
    if silent:
        values.append(ComparedValueEntry(None, (labels[1],)))
    one = ComparisonEntry(field, verdict, tuple(values), 1, None)
    told = agreement(replace(entry, comparison=(one,)))
    assert told is not None
    (sentence,) = told.sentences
    assert words_of(sentence.pieces).endswith(".")
    single = ComparisonEntry(field, Verdict.SILENT, (values[0], values[-1]), 1, None)
    assert agreement(replace(entry, comparison=(single,))) is not None


def test_roles_are_told_in_words(entry: EngagementEntry) -> None:
    labels = [page.label for page in entry.documents]
    values = [
        ComparedValueEntry(["NOR, host"], (labels[0],)),
        ComparedValueEntry(["NOR, guest"], (labels[1],)),
    ]
    one = ComparisonEntry("parties", Verdict.DIFFER, tuple(values), 1, None)
    told = agreement(replace(entry, comparison=(one,)))
    assert told is not None
    words = words_of(told.sentences[0].pieces)
    assert "Norway as host" in words
    assert "Norway as guest" in words


def test_a_text_that_only_announced_it_is_none_that_tells_it_took_place(
    entry: EngagementEntry,
) -> None:
    first, second = entry.accounts[:2]
    announced = replace(first, account=replace(first.account, status=Status.PLANNED))
    took_place = replace(second, account=replace(second.account, status=Status.HELD))
    mixed = replace(entry, status=Status.HELD, accounts=(announced, took_place))
    assert [cite.document for cite in told(mixed).cites] == [second.document.id]
    assert "independent texts" not in words_of(told(mixed).pieces)
    also = replace(took_place, document=first.document)
    agreed = replace(mixed, accounts=(also, took_place))
    assert "according to 2 independent texts" in words_of(told(agreed).pieces)

"""What ``check`` finds: broken spans, broken rules, lost references; and that all else passes."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.model import (
    Account,
    Act,
    DateBasis,
    Document,
    Evidence,
    Party,
    Place,
    Reading,
    Role,
    Span,
    Statement,
    Unread,
    VisitType,
)
from communique.record import Record
from communique.record.connecting import engine_for
from communique.record.rules import broken_rules
from record.made_readings import account, invitation, page, person, reading, span

PAGE = page("a.txt", "2023-05-04")
WORDS = span(PAGE)
CALL = account(PAGE, "call", "Ada Obi/NGA", "Jon Dahl/NOR", start="2023-05-03", topics=["trade"])
STATEMENT = Statement("Ada Obi", None, Act.AFFIRM, "so it is", (), False, WORDS)


def with_party(**values: Any) -> Account:
    return replace(CALL, parties=(replace(CALL.parties[0], **values), *CALL.parties[1:]))


def with_page(**values: Any) -> Reading:
    return reading(replace(PAGE, **values), CALL)


# name: (what breaks the rule, the rule, where)
BROKEN: dict[str, tuple[Account | Reading, str, str]] = {
    "words that are not there": (
        replace(CALL, evidence=replace(CALL.evidence, kind=(Span(0, 4, "phon"),))),
        *("span", "account 0"),
    ),
    "a span beyond the text": (
        replace(CALL, evidence=replace(CALL.evidence, kind=(Span(9000, 9004, "call"),))),
        *("span", "account 0"),
    ),
    "an empty span": (
        replace(CALL, evidence=replace(CALL.evidence, kind=(Span(3, 3, ""),))),
        *("span", "account 0"),
    ),
    "a kind without words": (
        replace(CALL, evidence=replace(CALL.evidence, kind=())),
        *("evidence", "account 0 kind"),
    ),
    "a topic without words": (
        replace(CALL, evidence=replace(CALL.evidence, topics=())),
        *("evidence", "account 0 topic trade"),
    ),
    "a party without words": (
        replace(
            with_party(evidence=()), evidence=Evidence(kind=WORDS, start=WORDS, topics=(WORDS,))
        ),
        *("evidence", "account 0 party 0"),
    ),
    "a place without words": (
        replace(
            CALL,
            place=Place("Oslo", "Oslo", "NOR"),
            evidence=replace(CALL.evidence, place=()),
        ),
        *("evidence", "account 0 place"),
    ),
    "a date that is none": (replace(CALL, start="2023-13-40", end=None), "date", "account 0 start"),
    "an end before the start": (replace(CALL, end="2023-05-01"), "date", "account 0"),
    "an end without a start": (
        replace(CALL, start=None, date_basis=DateBasis.PUBLISHED, end="2023-05-01"),
        *("date", "account 0"),
    ),
    "a basis without a date": (replace(CALL, start=None), "date_basis", "account 0"),
    "a visit type that is no visit's": (
        replace(CALL, visit_type=VisitType.STATE),
        *("visit_type", "account 0"),
    ),
    "a topic of nobody's": (replace(CALL, topics=("weather",)), "topic", "account 0"),
    "nobody": (replace(CALL, parties=()), "party", "account 0"),
    "a party without a name": (
        replace(CALL, parties=(Party(None, None, None, None, Role.HOST, WORDS),)),
        *("party", "account 0 party 0"),
    ),
    "a state and an organisation": (
        with_party(organization="United Nations"),
        *("party", "account 0 party 0"),
    ),
    "a state of no code": (with_party(state="XYZ"), "state", "account 0 party 0"),
    "a nationality for a state": (with_party(state="Nigerian"), "state", "account 0 party 0"),
    "a statement without words": (
        replace(CALL, statements=(replace(STATEMENT, evidence=()),)),
        *("evidence", "account 0 statement 0"),
    ),
    "a statement by nobody": (
        replace(CALL, statements=(replace(STATEMENT, speaker=""),)),
        *("speaker", "account 0 statement 0"),
    ),
    "a commitment without a state": (
        replace(CALL, commitments=(invitation(PAGE, "Jon Dahl", "Ada Obi"),)),
        *("commitment", "account 0 commitment 0"),
    ),
    "a day that the page's precision denies": (
        with_page(published_precision="month"),
        *("date", "document"),
    ),
}


@pytest.mark.parametrize(("broken", "rule", "where"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_found(
    record: Record, broken: Account | Reading, rule: str, where: str
) -> None:
    record.keep(broken if isinstance(broken, Reading) else reading(PAGE, broken))
    faults = [fault for fault in record.check() if fault.rule in (rule, "codebook")]
    assert [(fault.rule, fault.where) for fault in faults] == [(rule, where)]
    assert faults[0].document == "a.txt"


def test_what_keeps_the_rules_passes(record: Record) -> None:
    record.keep(reading(PAGE, replace(CALL, statements=(STATEMENT,)), people=(_ada(PAGE),)))
    assert record.check() == []


def _ada(document: Document) -> Any:
    return person(document, "Ada Obi/NGA", "President")


def test_a_value_worked_out_needs_no_words_of_its_own() -> None:
    told = replace(with_party(evidence=(), worked_from="Abuja"), evidence=Evidence(kind=WORDS))
    rules = [rule for rule, where, _ in broken_rules(reading(PAGE, told)) if "party 0" in where]
    assert rules == []


def test_unread_sentences_are_notices_and_no_faults(record: Record) -> None:
    record.keep(reading(PAGE, CALL, unread=(Unread(WORDS[0], "no frame fits"),)))
    (notice,) = record.check()
    assert (notice.rule, notice.notice, notice.document) == ("unread", True, "a.txt")
    assert notice.message.startswith("no frame fits")


# Changes made behind the record's back, and the rule that finds them.
TAMPERED = {
    "the text": ("UPDATE versions SET text = 'x' || text", "span"),
    "a quote": ("UPDATE spans SET quote = 'xyz'", "span"),
    "a word of the codebook": ("UPDATE accounts SET kind = 'chat'", "codebook"),
    "a claim": ("UPDATE claims SET value = '\"visit\"' WHERE field = 'kind'", "claim"),
    "a lost account": ("DELETE FROM engagement_accounts", "link"),
    "an invitation left open": ("UPDATE linked_commitments SET open = FALSE", "commitment"),
}


@pytest.mark.parametrize(("change", "rule"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_behind_its_back_is_found(target: str, change: str, rule: str) -> None:
    told = replace(CALL, commitments=(invitation(PAGE, "Jon Dahl", "Ada Obi", "extended"),))
    with Record.open(target) as record:
        record.keep(reading(PAGE, told, people=(_ada(PAGE), person(PAGE, "Jon Dahl/NOR"))))
        assert record.check() == []
        engine = engine_for(target)
        with engine.begin() as connection:
            connection.exec_driver_sql(change)
        engine.dispose()
        assert rule in {fault.rule for fault in record.check()}


def test_a_lost_page_is_found(tmp_path: Path) -> None:
    """PostgreSQL does not let go of a page that anything points to; SQLite may be told to."""
    with Record.open(tmp_path / "r.db") as record:
        record.keep(reading(PAGE, CALL))
        assert record.check() == []
        with sqlite3.connect(tmp_path / "r.db") as database:
            database.execute("DELETE FROM versions")
        database.close()
        assert "reference" in {fault.rule for fault in record.check()}

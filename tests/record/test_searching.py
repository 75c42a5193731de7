"""Words are found whatever their accents and case, the same over every database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from communique.model import Act, Reading, Span, Statement
from communique.record import Record, RecordError
from communique.record.connecting import engine_for
from record.conftest import Places
from record.made_readings import account, page, reading

TEXTS = {
    "grain.txt": "Ministers spoke of grain. The corridor for ships was agreed, they visited Odesa.",
    "visit.txt": "Tô Lâm's visit to Paris: a joint statement was made.\n\nThe statement is joint.",
    "kyiv.txt": "Володимир Зеленський received grain ministers on 2024-05-03, to lament that.",
}


def telling(name: str, text: str) -> Reading:
    document = replace(page(name, "2023-05-04", text=text), title=f"A page on {name[:-4]}")
    words = (Span(0, 4, text[:4]),)
    said = Statement("Ada Obi", None, Act.PLEDGE, "to send more ships", (), False, words)
    call = account(document, "call", "Ada Obi/NGA", "Jon Dahl/NOR", start="2023-05-03")
    return reading(document, replace(call, statements=(said,) if "grain." in name else ()))


@pytest.fixture(scope="module")
def searched(places: Places) -> Iterator[Record]:
    with Record.open(places.new_record()) as record:
        for name, text in TEXTS.items():
            record.keep(telling(name, text))
        yield record


def found(record: Record, asked: str) -> set[tuple[str, str]]:
    return {(str(hit.document.path).removesuffix(".txt"), hit.part) for hit in record.search(asked)}


# what is asked: where it is found
ASKED: dict[str, set[tuple[str, str]]] = {
    "corridor": {("grain", "text")},
    "CORRIDOR Ministers": {("grain", "text")},
    "grain": {("grain", "text"), ("grain", "title"), ("kyiv", "text")},
    "minister": {("grain", "text"), ("kyiv", "text")},
    "visit": {("visit", "text"), ("visit", "title"), ("grain", "text")},
    "To Lam": {("visit", "text")},
    "tô lâm": {("visit", "text")},
    '"To Lam"': {("visit", "text")},
    '"Lam visit"': {("visit", "text")},
    "lam's": {("visit", "text")},
    "lams": set(),
    "lame": {("kyiv", "text")},
    '"joint statement"': {("visit", "text")},
    '"statement joint"': set(),
    "ships": {("grain", "text"), ("grain", "statement")},
    "send more": {("grain", "statement")},
    "2024": {("kyiv", "text")},
    "Зеленський": {("kyiv", "text")},
    "zelens": {("kyiv", "text")},
    "nowhere": set(),
    "grain nowhere": set(),
    "AND OR NOT": set(),
    "grain*": {("grain", "text"), ("grain", "title"), ("kyiv", "text")},
    "'; DROP TABLE": set(),
    "(grain": {("grain", "text"), ("grain", "title"), ("kyiv", "text")},
}


@pytest.mark.parametrize(("asked", "wanted"), ASKED.items(), ids=ASKED)
def test_what_is_found(searched: Record, asked: str, wanted: set[tuple[str, str]]) -> None:
    assert found(searched, asked) == wanted


@pytest.mark.parametrize("asked", ["", "  ", '""', "?!"])
def test_nothing_asked(searched: Record, asked: str) -> None:
    with pytest.raises(RecordError, match="no word"):
        searched.search(asked)


def test_hits_stand_in_their_context(searched: Record) -> None:
    (hit,) = searched.search('"joint statement" Paris')
    (context,) = hit.contexts
    text = TEXTS["visit.txt"]
    assert text[context.start : context.end] == context.words
    marked = [context.words[start:end] for start, end in context.hits]
    assert marked == ["Paris", "joint statement"]


def test_long_texts_show_where_most_of_it_stands(record: Record) -> None:
    far = "word " * 100
    text = f"A ship left. {far} A ship brought grain to Odesa. {far} The grain was sold. {far} End."
    record.keep(telling("long.txt", text))
    (hit,) = (hit for hit in record.search("ship grain") if hit.part == "text")
    assert [len(context.hits) for context in hit.contexts] == [1, 2, 1]
    for context in hit.contexts:
        assert text[context.start : context.end] == context.words
        assert context.words == context.words.strip()
        assert context.words.split()[-1] in {"word", "left.", "sold.", "Odesa."}
        assert len(context.words) < 350


def test_a_statement_tells_who_said_it_and_where(searched: Record) -> None:
    (hit,) = searched.search("send ships")
    (engagement,) = searched.engagements(accounts=False, until="2023-05-03")
    assert (hit.speaker, hit.act, hit.engagement) == ("Ada Obi", "pledge", engagement.id)


def test_only_the_newest_text_is_searched(record: Record) -> None:
    record.keep(telling("a.txt", "The first text of it."))
    record.keep(telling("a.txt", "The other text of it."))
    assert found(record, "first") == set()
    assert found(record, "other") == {("a", "text")}
    record.keep(telling("a.txt", "The first text of it."))
    assert found(record, "first") == {("a", "text")}


def test_what_is_read_anew_is_found_anew(record: Record) -> None:
    first = telling("grain.txt", TEXTS["grain.txt"])
    record.keep(first)
    assert found(record, '"more ships"') == {("grain", "statement")}
    said = replace(first.accounts[0].statements[0], content="to send fewer boats")
    told = replace(first.accounts[0], statements=(said,))
    record.keep(replace(first, accounts=(told,)))
    assert found(record, '"more ships"') == set()
    assert found(record, '"fewer boats"') == {("grain", "statement")}
    assert [fault for fault in record.check() if not fault.notice] == []


def test_as_many_hits_as_asked_for(searched: Record) -> None:
    assert len(searched.search("grain", most=2)) == 2


LOSE_WORDS = {
    True: "UPDATE passages SET words = NULL",
    False: "DELETE FROM search",
}


def test_check_misses_lost_words(target: str) -> None:
    with Record.open(target) as record:
        record.keep(telling("a.txt", "The first text of it."))
        assert record.check() == []
        engine = engine_for(target)
        with engine.begin() as connection:
            connection.exec_driver_sql(LOSE_WORDS[target.startswith("postgresql")])
        engine.dispose()
        assert {fault.rule for fault in record.check()} == {"search"}


def test_check_finds_an_index_at_odds_with_the_words(tmp_path: Path) -> None:
    """Only SQLite keeps the two apart."""
    with Record.open(tmp_path / "r.db") as record:
        record.keep(telling("a.txt", "The first text of it."))
        assert record.check() == []
        with sqlite3.connect(tmp_path / "r.db") as database:
            database.execute("UPDATE search_content SET c0 = 'another' WHERE id = 1")
        database.close()
        assert {fault.rule for fault in record.check()} == {"search"}

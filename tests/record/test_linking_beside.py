"""Linking beside a server: what is written again, what questions see meanwhile, the process."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from communique.model import Reading
from communique.record import Author, Record, tables
from communique.record.linker import Linker
from communique.record.relinking import Relinking
from record.made_readings import account, invitation, page, person, reading
from record.test_keeping import a_call

PEOPLE = {"NGA": "Ada Obi", "NOR": "Jon Dahl", "SWE": "Eva Lind", "KEN": "Sam Otieno"}


def some_page(chance: random.Random, number: int) -> Reading:
    """Return a page on a few engagements between a few people, so that pages share some."""
    one, other = chance.sample(sorted(PEOPLE), 2)
    day = f"2023-0{chance.randint(1, 3)}-1{chance.randint(0, 4)}"
    document = page(f"{number}.txt", "2023-04-01")
    document = replace(document, outlet=chance.choice(["Daily Post", "The Wire", None]))
    kind = chance.choice(["call", "meeting", "visit"])
    told = account(
        document,
        kind,
        f"guest:{PEOPLE[one]}/{one}",
        f"host:{PEOPLE[other]}/{other}",
        start=day,
        topics=chance.sample(["trade", "energy", "health"], 2),
    )
    promise = invitation(document, PEOPLE[one], PEOPLE[other], "extended", due="2023-08")
    told = replace(told, commitments=(promise,) if chance.random() < 0.5 else ())
    who = f"{PEOPLE[one]}/{one}"
    return reading(document, told, people=(person(document, who, "President"),))


def linked_rows(record: Record) -> dict[str, list[Any]]:
    """Return everything that linking made, as it stands in the tables."""
    with record._reading() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)).all()))
            for table in (*tables.LINKED, *tables.FOOTING, tables.settled)
        }


def forget_linking(record: Record) -> None:
    """Empty what linking made, so that the next one writes all of it."""
    with record._writing() as connection:
        for table in (*tables.FOOTING, *tables.LINKED):
            connection.execute(table.delete())
        which = tables.meta.c.name == "linked"
        connection.execute(tables.meta.update().where(which).values(value="no"))


@pytest.mark.parametrize("seed", range(3))
def test_writing_what_differs_leaves_what_writing_everything_does(
    record: Record, seed: int
) -> None:
    """Pages come, change and are read otherwise; people decide and take it back.

    What one linking kept for the next one leads to what linking everything anew does.
    """
    chance, linking = random.Random(seed), Relinking()
    for step in range(16):
        if step % 3:
            record.keep(some_page(chance, chance.randrange(8)))
        engagements = [entry.id for entry in record.engagements()]
        decided = record.corrections.all()
        if step % 4 == 3 and len(engagements) > 1:
            record.corrections.merge(chance.sample(engagements, 2), Author("me"), force=True)
        elif step % 4 == 1:
            record.corrections.set(chance.choice(engagements), "status", "held", Author("me"))
        elif step == 6:
            record.corrections.name(chance.choice(record.people()).id, "A. N. Other", Author("me"))
        elif step == 10:
            entry = record.engagement(chance.choice(engagements))
            record.corrections.reject(entry.accounts[0].id, Author("me"))
        elif decided and not decided[-1].undone_by:
            record.corrections.undo(decided[-1].id, Author("me"))
        record.link_once(linking)
        after_the_last = linked_rows(record)
        forget_linking(record)
        record.link()
        assert linked_rows(record) == after_the_last


def test_what_has_not_changed_is_not_written(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        record.keep(some_page(random.Random(number), number))
    record.link()
    written: list[str] = []

    def note(connection: Any, table: Any, rows: Any) -> None:
        for row in rows:
            connection.execute(table.insert().values(row))
            written.append(table.name)

    monkeypatch.setattr("communique.record.linked_writing.insert", note)
    record.keep(a_call("new.txt"))
    record.link()
    assert written.count("engagement_accounts") == 1


def test_questions_answer_from_what_was_linked_last(target: str) -> None:
    with Record.open(target) as writer:
        writer.keep(a_call("first.txt"))
    with Record.open(target, link_first=False) as reader, Record.open(target) as writer:
        assert reader.waiting() == 0
        assert reader.finding.engagements().total == 1
        (before,) = reader.finding.engagements().items
        assert before.pages == 1
        writer.keep(a_call("second.txt", text="The same day, in other words."))
        # The first page is read otherwise: what was linked last is still there to see.
        writer.keep(replace(a_call("first.txt"), people=()))
        assert reader.waiting() == 2
        (now,) = reader.finding.engagements().items
        assert now == before
        assert reader.engagement(before.id).accounts == ()
        listed = reader.finding.documents().items
        assert {line.document.path for line in listed} == {"first.txt", "second.txt"}
        writer.link()
        assert reader.waiting() == 0
        (after,) = reader.finding.engagements().items
        assert after.pages == 2


def test_linking_goes_on_though_writers_are_quicker(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that comes in while linking waits for the next time, and nothing is lost of either."""
    record.keep(a_call("first.txt"))
    join = Relinking.link

    def slowly(linking: Relinking, seen: Any) -> Any:
        made = join(linking, seen)
        if record.waiting() == 1:
            # Its account goes, and another page comes.
            record.keep(replace(a_call("first.txt"), accounts=()))
            record.keep(a_call("late.txt", text="Later, elsewhere."))
        return made

    monkeypatch.setattr(Relinking, "link", slowly)
    record.link_once()
    assert record.waiting() == 2
    record.link_once()
    assert record.waiting() == 0
    (only,) = record.engagements(accounts=True)
    assert [one.document.path for one in only.accounts] == ["late.txt"]


def test_a_process_links_in_the_background(target: str) -> None:
    with Record.open(target, link_first=False) as record:
        linker = Linker(target)
        try:
            record.keep(a_call())
            assert linker.wait(record, seconds=60)
            assert record.finding.engagements().total == 1
            process = linker._process
            assert process is not None
            process.kill()
            process.wait()
            assert not linker.alive
            record.keep(a_call("b.txt", text="Something else."))
            assert linker.wait(record, seconds=60)
            assert [one.pages for one in record.finding.engagements().items] == [2]
        finally:
            linker.stop()
        assert not linker.alive


def test_the_process_ends_with_who_started_it(target: str) -> None:
    linker = Linker(target)
    linker.start()
    process = linker._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(60) == 0

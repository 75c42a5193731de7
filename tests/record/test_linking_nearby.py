"""New pages and decisions linked alone leave what linking everything would."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from communique.model import Account, Document, Milestone, Place, Reading, Relation, Span
from communique.record import Author, Record, relinking, tables
from communique.record.relinking import Relinking
from record.made_readings import account, invitation, page, person, reading
from record.test_keeping import a_call

PEOPLE = (
    "Ada Obi/NGA", "Ada Obbi/NGA", "Obi/NGA", "Ngozi Ada Obi/NGA", "Jon Dahl/NOR", "Jon Dahll/NOR",
    "Jonas Dahl/NOR", "Eva Lind/SWE", "Eva Lindt/SWE", "Sam Otieno/KEN", "Samuel Otieno/KEN",
    "Rosa Field", "Rosa Field/KEN", "Rosa Field/SWE",
)  # fmt: skip
STATES = ("NGA", "NOR", "SWE", "KEN")
OFFICES = ("President", "Prime Minister", "Foreign Minister", "former President", None)
KINDS = ("call", "call", "meeting", "meeting", "visit", "visit", "letter", "ceremony", "summit")
STATUSES = ("held", "held", "held", "under_way", "planned", "planned", "proposed", "cancelled")
WORDS = [f"word{n}" for n in range(300)]


def some_text(chance: random.Random, texts: list[str]) -> str:
    """Return a text of its own, or one that repeats another, whole or in part."""
    if texts and chance.random() < 0.25:
        words = chance.choice(texts).split()
        return " ".join(words[: chance.choice([len(words), len(words) // 2 + 5])])
    return " ".join(chance.choices(WORDS, k=40))


def some_day(chance: random.Random) -> str | None:
    day = f"2023-0{chance.randint(1, 4)}-{chance.randint(10, 17)}"
    return chance.choice([day, day, day, day[:7], None])


def some_account(chance: random.Random, document: Document, *, postponed: bool) -> Account:
    kind = chance.choice(KINDS)
    roles = {"visit": ("guest", "host"), "letter": ("sender", "recipient")}.get(kind, ("", ""))
    count = chance.choice([1, 2, 2, 2, 3]) if kind != "summit" else 4
    who = [
        f"{roles[min(n, 1)]}:{one}"
        for n, one in enumerate(chance.sample([*PEOPLE, *PEOPLE, *STATES], count))
    ]
    start = some_day(chance)
    city, state = chance.choice([("Oslo", "NOR"), ("Abuja", "NGA"), (None, "KEN"), (None, None)])
    status = "postponed" if postponed and chance.random() < 0.1 else chance.choice(STATUSES)
    told = account(
        document,
        kind,
        *who,
        start=start,
        end=start if start and len(start) == 10 and chance.random() < 0.3 else None,
        topics=chance.sample(["trade", "energy", "health"], chance.randint(0, 2)),
        status=status,
        main=chance.random() < 0.7,
        place=Place(None, city, state) if state else None,
    )
    parties = (replace(p, office=chance.choice(OFFICES)) for p in told.parties)
    promises = [
        invitation(
            document, chance.choice(PEOPLE).split("/")[0], chance.choice(PEOPLE).split("/")[0],
            chance.choice(["extended", "accepted", "scheduled"]), due=some_day(chance),
        )
        for _ in range(chance.choice([0, 0, 1]))
    ]  # fmt: skip
    return replace(told, parties=tuple(parties), commitments=tuple(promises))


def some_reading(
    chance: random.Random, number: int, texts: list[str], *, postponed: bool = False
) -> Reading:
    """Return a page on a few engagements between a few people whose names vary."""
    text = some_text(chance, texts)
    texts.append(text)
    published = chance.choice([some_day(chance), f"2023-05-{chance.randint(10, 28)}"])
    document = page(f"{number}.txt", published, text)
    document = replace(document, outlet=chance.choice(["Daily Post", "The Wire", None]))
    accounts = [
        some_account(chance, document, postponed=postponed)
        for _ in range(chance.choice([0, 1, 1, 2]))
    ]
    people = [
        person(document, chance.choice(PEOPLE), chance.choice(OFFICES) or "Envoy")
        for _ in range(chance.randint(0, 2))
    ]
    words = (Span(0, 4, text[:4]),)
    related = Relation(
        tuple(sorted(chance.sample(STATES, 2))),
        chance.choice(["partnership", "strategic partnership", None]),
        (Milestone("relations established", chance.choice([1960, 1961]), words),),
        words,
    )
    return reading(
        document, *accounts, people=tuple(people), relations=(related,) * (chance.random() < 0.3)
    )


def linked_rows(record: Record) -> dict[str, list[Any]]:
    """Return everything that linking made, and left for the next, as it stands in the tables."""
    with record._reading() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)).all()))
            for table in (*tables.LINKED, *tables.FOOTING, tables.settled)
        }


def decide(record: Record, chance: random.Random) -> None:
    """Merge, split, set, name, tell copies and outlets, or take a decision back."""
    engagements = [entry.id for entry in record.engagements()]
    decided = [one for one in record.corrections.all() if not one.undone_by and not one.undoes]
    acts = [
        "merge",
        "set",
        "set",
        "split",
        "undo",
        "undo",
        "name",
        "name",
        "copy",
        "copy",
        "outlet",
    ]
    what = chance.choice(acts)
    author = Author("me")
    if what == "undo" and decided:
        record.corrections.undo(chance.choice(decided).id, author)
    elif what == "merge" and len(engagements) > 1:
        record.corrections.merge(chance.sample(engagements, 2), author, force=True)
    elif what == "set" and engagements:
        field, value = chance.choice([("status", "held"), ("start", "2023-03-12"), ("end", None)])
        record.corrections.set(chance.choice(engagements), field, value, author)
    elif what == "split" and engagements:
        entry = record.engagement(chance.choice(engagements))
        if len(entry.accounts) > 1:
            record.corrections.split(entry.id, [entry.accounts[0].id], author)
    elif what in ("name", "copy", "outlet"):
        decide_on_names(record, chance, what, author)


def decide_on_names(record: Record, chance: random.Random, what: str, author: Author) -> None:
    """Say who somebody is, which page repeats which, or what an outlet is called."""
    people = [one.id for one in record.finding.people(limit=100).items]
    pages = [one.document.id for one in record.finding.documents(limit=100).items]
    if what == "name" and people:
        called = chance.choice([*(name.split("/")[0] for name in PEOPLE), "Otto Berg"])
        record.corrections.name(chance.choice(people), called, author)
    elif what == "copy" and len(pages) > 1:
        page, of = chance.sample(pages, 2)
        record.corrections.mark_copy(page, chance.choice([of, of, None]), author)
    elif what == "outlet" and record.finding.outlets("The Wire").items:
        name = chance.choice(["Another Wire", "Daily Post", "The Wire"])
        record.corrections.outlet("The Wire", {"name": name}, author)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_linked_alone_is_what_linking_everything_makes(
    record: Record, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages come and people decide, in any order; nothing is linked that need not be."""
    chance, texts, alone = random.Random(seed), list[str](), 0
    for number in range(14):
        for _ in range(chance.choice([1, 1, 3])):
            if number > 3 and chance.random() < 0.3:
                decide(record, chance)
            else:
                told = some_reading(chance, len(texts), texts, postponed=seed % 2 == 1)
                record.keep(told)
        with record._reading() as connection:
            alone += relinking.see_part(connection) is not None
        record.link_once()
        after_the_last = linked_rows(record)
        with monkeypatch.context() as only_all:
            only_all.setattr(relinking, "link_part", lambda *_: None)
            with record._writing() as connection:
                relinking.mark_changed(connection)
            record.link_once(Relinking())
        assert linked_rows(record) == after_the_last
    assert alone > 4


def test_another_program_links_everything_anew(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one program took for one engagement, another may not; it does not build upon it."""
    record.keep(a_call())
    record.link()
    record.keep(a_call("b.txt", text="In other words."))
    with record._reading() as connection:
        assert relinking.see_part(connection) is not None
    monkeypatch.setattr(relinking, "linking_program", lambda: "another")
    with record._reading() as connection:
        assert relinking.see_part(connection) is None
    record.link()
    record.keep(a_call("c.txt", text="The same again, told at length."))
    with record._reading() as connection:
        assert relinking.see_part(connection) is not None

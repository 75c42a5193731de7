"""Questions on some persons, pages and states answer as those on all, cut to them."""

from __future__ import annotations

from pathlib import Path

from communique.model import Relation, Unread
from communique.record import Record
from record.made_readings import account, page, person, reading, span


def test_some_are_answered_as_among_all(tmp_path: Path) -> None:
    with Record.open(tmp_path / "some.db") as record:
        for number, state in enumerate(("NOR", "KEN", "PER")):
            document = page(f"{number}.txt", f"2024-0{number + 1}-10")
            words = span(document)
            who = f"Ada {number}/{state}"
            record.keep(
                reading(
                    document,
                    account(document, "call", who, "CHL", start=f"2024-0{number + 1}-09"),
                    people=(person(document, who, "President"),),
                    relations=(Relation((state, "CHL"), "partnership", (), words),),
                    unread=(Unread(words[0], "no parties"),),
                )
            )
        people, unread, relations = record.people(), record.unread(), record.relations()
        assert len(people) == len(unread) == len(relations) == 3
        assert record.people([people[1].id]) == people[1:2]
        assert record.people([]) == []
        chosen = unread[2].document.id
        assert record.unread({chosen}) == unread[2:]
        assert record.unread(set()) == []
        assert record.relations(("PER", "CHL")) == [
            each for each in relations if "PER" in each.states
        ]

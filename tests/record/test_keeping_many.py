"""Keeping many readings at once leaves the rows that keeping one after the other does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from communique.record import Record
from communique.record import tables as t
from record.made_readings import account, page, person, reading


def rounds() -> list[list[Any]]:
    """Readings in batches: new pages, two of one page, one read again, one with other words."""

    def one(name: str, start: str, text: str | None = None, url: str | None = None) -> Any:
        document = page(name, "2024-03-05", text, url)
        told = account(document, "call", "A Leader/NOR", "B Leader/PER", start=start)
        return reading(document, told, people=(person(document, "A Leader/NOR", "President"),))

    return [
        [one(f"{n}.txt", "2024-03-04") for n in range(4)],
        [
            one("5.txt", "2024-03-04"),
            one("1.txt", "2024-03-05"),
            one("6.txt", "2024-03-04", url="https://news.example/6"),
            one("x/6.txt", "2024-03-04", "Other words.", url="https://news.example/6"),
            one("folder/2.txt", "2024-03-04", page("2.txt").text),
            one("7.txt", "2024-03-04", "The same words."),
            one("other/7.txt", "2024-03-04", "The same words."),
        ],
        [one("5.txt", "2024-03-04")],
    ]


def rows(record: Record) -> dict[str, Any]:
    """All that reading wrote; passages by what they hold, as their numbers tell nothing."""
    with record._reading() as connection:
        found = {
            table.name: sorted(repr(row) for row in connection.execute(select(table)))
            for table in (t.documents, t.versions, *t.PARTS, t.parties, t.claims)
        }
    with record._reading() as connection:
        p = t.passages.c
        found["passages"] = sorted(
            map(repr, connection.execute(select(p.version_id, p.owner, p.part)))
        )
    return found


def test_many_at_once_are_kept_as_one_by_one(places: Any) -> None:
    with Record.open(places.new_record()) as single, Record.open(places.new_record()) as many:
        for batch in rounds():
            outcomes = [single.keep(one) for one in batch]
            assert many.keep_all(batch) == outcomes
        assert rows(many) == rows(single)
        assert len(many.documents()) == 7
        words = [hit.document.id for hit in many.search("other words")]
        assert words == [hit.document.id for hit in single.search("other words")] != []
        assert [e.id for e in many.engagements()] == [e.id for e in single.engagements()]


def test_none_of_many_is_kept_where_one_cannot_be(places: Any) -> None:
    import pytest

    with Record.open(places.new_record()) as record:
        with pytest.raises(AttributeError):
            record.keep_all([rounds()[0][0], None])  # type: ignore[list-item]
        assert record.documents() == []

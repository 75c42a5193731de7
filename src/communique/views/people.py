"""People of the record: names, states, offices as of when they were seen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.tables import plain_table
from communique.views.words import JsonObject


def people_view(people: Sequence[JsonObject]) -> RenderableType:
    """Return the table of persons with their tenures, first seen first."""
    table = plain_table()
    table.add_column("Person", ratio=3)
    table.add_column("State", no_wrap=True)
    table.add_column("Seen as", ratio=5)
    for person in people:
        table.add_row(plain(person["person"]), plain(person["state"] or ""), _tenures(person))
    return table


def _tenures(person: JsonObject) -> Text:
    lines = [
        f"{printable(tenure['office'])}, {_seen(tenure)}{_table(tenure)}"
        for tenure in person["tenures"]
    ]
    return Text("\n".join(lines))


def _table(tenure: JsonObject) -> str:
    """Who held the office by the table of leaders, where that contradicts the pages."""
    others = tenure.get("table_has")
    return f" (the table has {printable(', '.join(others))})" if others else ""


def _seen(tenure: JsonObject) -> str:
    first, last = tenure["seen_first"], tenure["seen_last"]
    seen = f"{first} to {last}" if last and last != first else first or "undated"
    return f"{seen}, ended by {tenure['ended_by']}" if tenure["ended_by"] else seen

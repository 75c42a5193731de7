"""Engagements in order of time, one block of lines each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import RenderableType
from rich.text import Text

from communique.views.printable import plain
from communique.views.tables import plain_table
from communique.views.words import (
    JsonObject,
    kind_words,
    parties_in_order,
    party_words,
    town_words,
    when_words,
)

_PARTIES_SHOWN = 4


def timeline_view(engagements: Sequence[JsonObject], ids: Mapping[str, str]) -> RenderableType:
    """Return the table of engagements; ``ids`` gives the short id that is shown for each id."""
    table = plain_table()
    table.add_column("When", no_wrap=True)
    table.add_column("What", max_width=20)
    table.add_column("Who", ratio=1)
    table.add_column("Pages", justify="right", no_wrap=True)
    table.add_column("Id", no_wrap=True)
    for engagement in engagements:
        table.add_row(
            Text(when_words(engagement).replace("after ", "after\n")),
            _what(engagement),
            _who(engagement),
            plain(len(engagement["documents"])),
            plain(ids.get(engagement["id"], engagement["id"]), "dim"),
        )
    return table


def _what(engagement: JsonObject) -> Text:
    text = plain(kind_words(engagement), "bold")
    town = town_words(engagement.get("place"))
    if town:
        text.append("\n").append(town)
    return text


def _who(engagement: JsonObject) -> Text:
    parties = parties_in_order(engagement["parties"])
    lines = [party_words(party) for party in parties[:_PARTIES_SHOWN]]
    if len(parties) > _PARTIES_SHOWN:
        lines.append(f"and {len(parties) - _PARTIES_SHOWN} more")
    return Text("\n".join(lines))

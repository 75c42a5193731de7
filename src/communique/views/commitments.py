"""Invitations, pledges and agreed steps, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from communique.views.printable import plain, printable, shortened
from communique.views.tables import plain_table
from communique.views.words import JsonObject, actor_words

_WHAT_LENGTH = 160


def commitments_view(commitments: Sequence[JsonObject]) -> RenderableType:
    """Return the table of commitments: what was undertaken, by whom, and its dated states."""
    table = plain_table()
    table.add_column("What", ratio=5)
    table.add_column("Where it stands", ratio=4)
    for number, commitment in enumerate(commitments):
        if number:
            table.add_row()
        table.add_row(commitment_words(commitment), _states(commitment))
    return table


def commitment_words(commitment: JsonObject) -> Text:
    """Return "invitation, A to B: visit Viet Nam (by 2025)" for one commitment."""
    text = plain(str(commitment["kind"]), "bold")
    sides = [actor_words(commitment[side]) for side in ("by", "to") if commitment.get(side)]
    if sides:
        between = " with " if commitment["kind"] == "agreement" else " to "
        text.append(", " + between.join(sides))
    if commitment.get("via"):
        text.append(f" through {actor_words(commitment['via'])}")
    text.append(f": {shortened(commitment['what'], _WHAT_LENGTH)}")
    if commitment.get("due"):
        text.append(f" (due {printable(commitment['due'])})")
    return text


def _states(commitment: JsonObject) -> Text:
    lines = [
        Text(f"{state['date'] or 'undated':<10}  {state['state']}")
        for state in commitment["states"]
    ]
    if commitment["open"]:
        lines.append(plain(_open(commitment), "bold"))
        if last := commitment["last_word"]:
            lines.append(Text(f"last word: {_last_word(last)}"))
    return Text("\n").join(lines)


def _open(commitment: JsonObject) -> str:
    """Return "open for 30 days, overdue"; "at least" where the day of its beginning is not told."""
    words = "open"
    if (days := commitment["days_open"]) is not None:
        first = commitment["states"][0]["date"] or ""
        least = "" if len(first) == len("2000-01-01") else "at least "
        words += f" for {least}{days} {'day' if days == 1 else 'days'}"
    return f"{words}, overdue" if commitment["overdue"] else words


def _last_word(last: JsonObject) -> str:
    source = printable(last["outlet"] or last["document"] or "-")
    return f"{last['state']}, {last['date'] or 'undated'}, {source}"

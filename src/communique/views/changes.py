"""What a new reading changes in the record: each field before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.views.printable import plain, printable, shortened
from communique.views.tables import hanging
from communique.views.words import JsonObject

_VALUE_LENGTH = 160
_STYLES = {"new": "green", "gone": "red", "changed": "yellow"}


def changes_view(changes: Sequence[JsonObject]) -> RenderableType:
    """Return changes one below the other, their fields beneath."""
    blocks: list[RenderableType] = []
    for change in changes:
        head = plain(change["how"], _STYLES[change["how"]])
        head.append(f" {change['what']} {printable(change['name'])}")
        blocks += [head, *hanging(("   ", line) for line in _lines(change))]
    return Group(*blocks)


def _lines(change: JsonObject) -> Iterator[Text]:
    for field in change["fields"]:
        name = str(field["field"]).replace("_", " ")
        before, after = _values(field["before"]), _values(field["after"])
        if isinstance(field["before"] or field["after"], list):
            yield from (_signed(f"{name}: ", "- ", value, "red") for value in before)
            yield from (_signed(f"{name}: ", "+ ", value, "green") for value in after)
        elif change["how"] == "changed":
            was, now = (shortened(each[0], _VALUE_LENGTH) for each in (before, after))
            yield plain(f"{name}: {was} → {now}")
        else:
            yield plain(f"{name}: {(before + after)[0]}")


def _signed(name: str, sign: str, value: str, style: str) -> Text:
    return plain(name).append(" ").append(sign + shortened(value, _VALUE_LENGTH), style=style)


def _values(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [printable(each) for each in value]
    return ["nothing" if value is None else printable(value)]

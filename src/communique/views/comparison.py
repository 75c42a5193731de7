"""One engagement's accounts set against each other: each party's outlets, and all others'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.views.account_fields import FIELDS, Field
from communique.views.engagement import VERDICT_STYLES, heading
from communique.views.printable import plain, printable, shortened
from communique.views.tables import hanging, plain_table
from communique.views.words import JsonObject, actor_words, source_words

_OWNERS = {
    "office": "an office of the state",
    "state": "state media",
    "public": "a public broadcaster or agency",
    "organization": "an organisation",
    "press": "",
}
_CONTENT_LENGTH = 240


def compared_view(compared: JsonObject) -> RenderableType:
    """Return the accounts by side, field for field, and what each side leaves out."""
    blocks: list[RenderableType] = [heading(compared)]
    for side in compared["sides"]:
        if side["accounts"]:
            blocks.append(Text(f"\n{_outlets(side['side'])}", style="bold"))
            blocks += [Padding(line, (0, 0, 0, 2)) for line in _accounts(side, compared)]
    blocks += [Text("\nFields", style="bold"), Padding(_fields(compared), (0, 0, 0, 2))]
    for title, statements in _statements(compared):
        blocks.append(Text(f"\n{title}", style="bold"))
        blocks += [Padding(line, (0, 0, 0, 2)) for line in hanging(map(_said, statements))]
    return Group(*blocks)


def _outlets(side: str | None) -> str:
    return f"Outlets of {actor_words(side)}" if side else "Other outlets"


def _accounts(side: JsonObject, compared: JsonObject) -> list[RenderableType]:
    numbered = {each["number"]: each for each in compared["accounts"]}
    return hanging((f"[{n}]", _outlet(numbered[n])) for n in side["accounts"])


def _outlet(account: JsonObject) -> Text:
    document = account["document"]
    text = plain(source_words(document), "bold")
    known = [_OWNERS[account["owner"]]]
    if account["side"] is None and account["outlet_state"]:
        known.insert(0, actor_words(account["outlet_state"]))
    known.append(printable(document["published"] or ""))
    if not account["independent"]:
        known.append("a copy")
    said = ", ".join(filter(None, known))
    return text.append(f", {said}" if said else "")


def _fields(compared: JsonObject) -> RenderableType:
    """Return a table with a column for each side that tells; a copy has no say in it."""
    sides = [side for side in compared["sides"] if side["accounts"]]
    verdicts = {each["field"]: str(each["verdict"]) for each in compared["fields"]}
    table = plain_table()
    table.add_column("", style="bold", no_wrap=True)
    for side in sides:
        table.add_column(actor_words(side["side"]) if side["side"] else "others", ratio=1)
    table.add_column("Verdict", no_wrap=True)
    for field in FIELDS:
        cells = [_cell(field, side, compared) for side in sides]
        if any(cells):
            verdict = verdicts.get(field.name.replace(" ", "_"), "")
            shown = plain(verdict, VERDICT_STYLES.get(verdict, ""))
            table.add_row(field.name, *(cell or plain("–", "dim") for cell in cells), shown)
    return table


def _cell(field: Field, side: JsonObject, compared: JsonObject) -> Text:
    """Return the values that a side's independent accounts give, each with who gives it."""
    given: dict[str, list[int]] = {}
    for account in compared["accounts"]:
        if account["number"] in side["accounts"] and account["independent"]:
            for value, _ in field.values(account):
                given.setdefault(printable(value), []).append(account["number"])
    every = [n for n in side["accounts"] if _independent(n, compared)]
    text = Text()
    for value, numbers in given.items():
        text.append(("\n" if text else "") + value)
        if numbers != every:
            text.append(" " + "".join(f"[{n}]" for n in numbers), style="dim")
    return text


def _independent(number: int, compared: JsonObject) -> bool:
    return any(each["number"] == number and each["independent"] for each in compared["accounts"])


def _statements(compared: JsonObject) -> Iterator[tuple[str, Sequence[JsonObject]]]:
    """Yield statements under what is to be said of those who tell them."""
    found: dict[str, list[JsonObject]] = {}
    for statement in compared["statements"]:
        telling = " and ".join(_named(side) for side in statement["sides"])
        title = f"Said by {telling}"
        for how, sides in (
            ("perhaps told otherwise by", statement["otherwise"]),
            ("left out by", statement["left_out"]),
        ):
            if sides:
                title += f", {how} {' and '.join(_named(side) for side in sides)}"
        found.setdefault(title, []).append(statement)
    yield from found.items()


def _named(side: str | None) -> str:
    return f"outlets of {actor_words(side)}" if side else "others"


def _said(statement: JsonObject) -> tuple[str, Text]:
    first = statement["told"][0]
    text = plain(_names(first), "bold")
    text.append(f" ({first['act']}): {shortened(first['content'], _CONTENT_LENGTH)}")
    for other in statement["told"][1:]:
        if printable(other["content"]) != printable(first["content"]):
            said = shortened(other["content"], _CONTENT_LENGTH)
            who = f"{_names(other)} " if together(other) != together(first) else ""
            text.append(f"\n[{other['account']}] {who}{other['act']}: {said}", style="dim")
    for near in statement["near"]:
        said = shortened(near["words"]["quote"], _CONTENT_LENGTH)
        text.append(f"\nperhaps [{near['account']}]: {said}", style="dim italic")
    accounts = dict.fromkeys(told["account"] for told in statement["told"])
    return "".join(f"[{number}]" for number in accounts), text


def together(told: JsonObject) -> bool:
    """Tell whether a statement is one of both sides, which another page may have of one of them."""
    return told["speaker"] == "both" or not isinstance(told["speaker"], str)


def _names(told: JsonObject) -> str:
    speaker = told["speaker"]
    return ", ".join(map(actor_words, [speaker] if isinstance(speaker, str) else speaker))

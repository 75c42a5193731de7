"""Why accounts stand under one engagement: a waterfall of match weights for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.tables import plain_table
from communique.views.words import JsonObject, kind_words, source_words, when_words

_BAR = 24
_NOTHING = 0.05
_FOR, _AGAINST = "green", "red"


def weights_view(engagement: JsonObject) -> RenderableType:
    """Return, for each account, what every field weighs against the engagement's other accounts."""
    accounts = engagement["accounts"]
    heading = plain(kind_words(engagement), "bold")
    heading.append(f"  {when_words(engagement)}\nid {printable(engagement['id'])}", style="dim")
    if len(accounts) < 2:
        return Group(heading, Text("\none account alone: nothing was joined"))
    return Group(heading, *_waterfalls(accounts), _legend())


def _legend() -> Text:
    return Text(
        "\nWeights are bits: 1 doubles the odds that accounts are of one engagement, -1 halves "
        "them.\nEach is the mean against the other accounts; the level is how it mostly stands.",
        style="dim",
    )


def _waterfalls(accounts: Sequence[JsonObject]) -> Iterator[RenderableType]:
    for number, account in enumerate(accounts, start=1):
        document = account["document"]
        head = plain(f"\n[{number}] {source_words(document)}", "bold")
        if document.get("published"):
            head.append(f", {printable(document['published'])}", style="not bold")
        yield head
        yield Padding(_waterfall(account["weights"]), (0, 0, 0, 2))


def _waterfall(weights: Sequence[JsonObject]) -> RenderableType:
    told = [one for one in weights if abs(one["weight"]) >= _NOTHING]
    sums = [0.0]
    for one in told:
        sums.append(sums[-1] + one["weight"])
    low, high = min(sums), max(sums)
    table = plain_table(head=False)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for one, before, after in zip(told, sums, sums[1:], strict=False):
        style = _FOR if one["weight"] > 0 else _AGAINST
        table.add_row(
            plain(str(one["field"]).replace("_", " ")),
            plain(f"{one['weight']:+.1f}", style),
            Text(_bar(before, after, low, high), style),
            plain(str(one["level"]), "dim"),
        )
    table.add_row(
        plain("total", "bold"),
        plain(f"{sums[-1]:+.1f}", "bold"),
        Text(_bar(0.0, sums[-1], low, high), "bold"),
        plain(_odds(sums[-1]), "bold"),
    )
    return table


def _bar(start: float, end: float, low: float, high: float) -> str:
    """Return a bar from one sum to the next, on the scale of all."""
    scale = _BAR / (high - low) if high > low else 0.0
    first, last = sorted(round((value - low) * scale) for value in (start, end))
    return (" " * first + "\u2588" * max(1, last - first)).ljust(_BAR)


def _odds(weight: float) -> str:
    """Return the chance that a total weight means, never as certainty."""
    chance = 1 / (1 + 2.0**-weight)
    return f"{min(chance, 0.9999):.2%}" if chance > 0.5 else f"{max(chance, 0.0001):.2%}"

"""What ``check`` found: broken rules of the record, and sentences that nobody could code."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from communique.views.printable import printable
from communique.views.words import JsonObject


def faults_view(faults: Sequence[JsonObject]) -> RenderableType:
    """Return faults and notices one below the other, each with where it is and what it is."""
    return Text("\n").join(_fault(fault) for fault in faults)


def _fault(fault: JsonObject) -> Text:
    text = Text(f"{fault['severity']}: ", style="bold")
    text.append(f"{printable(fault['where'])}: {printable(fault['message'])}")
    return text

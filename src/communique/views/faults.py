"""What ``check`` found: broken rules of the record, and sentences that nobody could code."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.words import JsonObject


def faults_view(faults: Sequence[JsonObject]) -> RenderableType:
    """Return faults and notices one below the other, each with where it is and what it is."""
    return Text("\n").join(_fault(fault) for fault in faults)


def _fault(fault: JsonObject) -> Text:
    text = plain("notice" if fault["notice"] else "fault", "bold")
    where = ", ".join(printable(fault[key]) for key in ("document", "where") if fault[key])
    return text.append(f" ({printable(fault['rule'])}) {where}: {printable(fault['message'])}")

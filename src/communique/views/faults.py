"""What ``check`` found: broken rules of the record, and sentences that nobody could code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.tables import hanging
from communique.views.words import JsonObject


def faults_view(faults: Sequence[JsonObject]) -> RenderableType:
    """Return faults and notices under the pages that they are of, each with its place and rule."""
    blocks: list[RenderableType] = []
    by_page = sorted(faults, key=lambda fault: fault["document"] or "")
    for document, found in groupby(by_page, key=lambda fault: fault["document"]):
        blocks.append(plain(document or "the record", "bold"))
        blocks += hanging(("  -", _fault(fault)) for fault in found)
    return Group(*blocks)


def _fault(fault: JsonObject) -> Text:
    text = plain("notice" if fault["notice"] else "fault", "" if fault["notice"] else "bold red")
    return text.append(
        f" ({printable(fault['rule'])}), {printable(fault['where'])}: {printable(fault['message'])}"
    )

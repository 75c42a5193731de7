"""The one look of the program's tables: no frame, a rule under the head, nothing cut off."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text


def plain_table(*, head: bool = True) -> Table:
    """Return a table without a frame that wraps its words instead of cutting them."""
    return Table(
        box=None,
        show_header=head,
        header_style="bold",
        padding=(0, 2, 0, 0),
        pad_edge=False,
        collapse_padding=True,
    )


def hanging(entries: Iterable[tuple[str, Text]]) -> list[RenderableType]:
    """Return entries one below the other, their words indented behind their marks; [] for none."""
    table = Table.grid(padding=(0, 1, 0, 0))
    for mark, words in entries:
        table.add_row(mark, words)
    return [table] if table.row_count else []

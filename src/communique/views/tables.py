"""The one look of the program's tables: no frame, a rule under the head, nothing cut off."""

from rich.table import Table


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

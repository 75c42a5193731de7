"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from communique.cli.terminal import console

Page = TypeVar("Page")

if TYPE_CHECKING:
    from typing import Protocol

    class Counting(Protocol):
        """Passes pages through as they come."""

        def __call__(self, pages: Iterable[Page], /) -> Iterable[Page]:
            """Return the pages as they are."""


@contextmanager
def progress(inputs: tuple[str, ...], total: int | None = None) -> Iterator[Counting]:
    """Give a function that passes pages through and moves a bar as they go by.

    Off a terminal nothing is drawn. ``inputs`` are counted first where that is cheap; without a
    count the bar only shows that work goes on.
    """
    if not sys.stderr.isatty():
        yield lambda pages: pages
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from communique.pages import count_inputs

    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console(stderr=True),
        transient=True,
        redirect_stdout=False,  # JSON lines go there
    )
    with bar:
        task = bar.add_task("reading", total=total or count_inputs(inputs))

        def advance() -> None:
            """Go on; what turns out to be more than was counted, as a feed does, has no end."""
            bar.advance(task)
            one = bar.tasks[task]
            if one.total is not None and one.completed > one.total:
                bar.update(task, total=None)

        yield lambda pages: _counted(pages, advance)


def _counted(pages: Iterable[Page], advance: Callable[[], None]) -> Iterable[Page]:
    for page in pages:
        yield page
        advance()

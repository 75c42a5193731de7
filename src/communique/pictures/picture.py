"""A picture with its title, its data as a table, and what it shows in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Picture:
    """A drawn answer to a question.

    ``name`` is a short word for files and anchors; ``text`` says in words what is to be seen;
    ``columns`` and ``rows`` hold the same data as a table. ``make`` makes the Vega-Lite drawing
    when that is asked for: words and table alone are quick.
    """

    name: str
    title: str
    text: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    make: Callable[[], Mapping[str, Any]] = field(compare=False)

    @cached_property
    def spec(self) -> Mapping[str, Any]:
        """Return the Vega-Lite drawing."""
        return self.make()

    @cached_property
    def _drawn(self) -> str:
        from communique.pictures.drawing import drawn

        return drawn(self.spec)

    def svg(self, theme: str = "auto") -> str:
        """Return the picture as SVG that holds no script, link or font.

        ``auto`` follows what the reader prefers, light or dark, and prints on white; ``light``,
        ``dark`` and ``print`` stand as they are. ``inline`` is ``auto`` without its style sheet,
        for pages that have ``style_sheet()`` in theirs.
        """
        from communique.pictures.svg import themed

        return themed(self._drawn, self.name, self.title, self.text, theme)

    def png(self, scale: float = 2.0) -> bytes:
        """Return the picture in print colours as PNG, for formats that take no SVG."""
        from communique.pictures.drawing import pixels

        return pixels(self.svg("print"), scale)

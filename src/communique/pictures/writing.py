"""How dates and numbers are written in a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.views.written_dates import short_date, written_date

if TYPE_CHECKING:
    from communique.views.locales import Manner


@dataclass(frozen=True, slots=True)
class Writing:
    """Dates and numbers in a reader's manner; day, month, year and bare figures without one."""

    manner: Manner | None = None

    def date(self, partial: str) -> str:
        """Return an ISO partial date in words."""
        return self.manner.date(partial) if self.manner else written_date(partial)

    def short(self, partial: str) -> str:
        """Return an ISO partial date in few words."""
        return self.manner.short_date(partial) if self.manner else short_date(partial)

    def span(self, first: str, last: str) -> str:
        """Return "from June 2024 to May 2025", "in June 2024" or "on 3 June 2024"."""
        if first != last:
            return f"from {self.date(first)} to {self.date(last)}"
        return f"{'on' if len(first) == len('2024-06-03') else 'in'} {self.date(first)}"

    def number(self, value: int) -> str:
        """Return a whole number."""
        return self.manner.number(value) if self.manner else str(value)

    @property
    def figures(self) -> str:
        """How the drawing itself writes whole numbers, as d3 says it."""
        return ",d" if self.manner else "d"

    @property
    def formats(self) -> Mapping[str, Any]:
        """Return the months and the parting of numbers for the drawing's own axes."""
        if self.manner is None:
            return {}
        return {"number": self.manner.number_format(), "time": self.manner.time_format()}


PLAIN = Writing()

"""What came of a source since it was last told of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class SourceTally:
    """One source's lists and pages, counted.

    ``looked`` counts answers of its lists, ``named`` the pages that were new on them, ``kept``
    pages by what the record did with them, ``empty`` those without an engagement, ``refused`` pages
    by reason, ``passed`` those that triage passed over, ``left_out`` those read and not kept, as
    they have no engagement, ``put_off`` failures that are tried again, ``failed`` what is wrong
    with its lists, by address.
    """

    looked: int = 0
    named: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    empty: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    passed: int = 0
    left_out: int = 0
    put_off: int = 0
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def happened(self) -> bool:
        """Tell whether there is anything to say."""
        done = self.looked or self.kept or self.refused or self.passed or self.left_out
        return bool(done or self.put_off or self.failed)

"""Failed logins counted, so that guessing passwords takes longer than anybody lives."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from communique.record.failed_logins import FailedLogins

_WINDOW_SECONDS = 600.0
# How often a login may fail within the window: for one name from one address, from one address
# with any names, and for one name from anywhere. The last is large: the owner has to wait, too.
_BOTH, _ADDRESS, _NAME = 5, 30, 100


@dataclass(frozen=True, slots=True)
class Tries:
    """Counts the failed logins of the last minutes, of all servers of one record."""

    kept: FailedLogins
    clock: Callable[[], float] = time.time

    def seconds_to_wait(self, name: str, address: str) -> int:
        """Return for how long a login is refused, 0 where it may be tried."""
        now = self.clock()
        return max(self._wait(told, most, now) for told, most in _counted_by(name, address))

    def failed(self, name: str, address: str) -> None:
        """Note a login that failed."""
        now = self.clock()
        told = [each for each, _ in _counted_by(name, address)]
        self.kept.note(told, now, now - _WINDOW_SECONDS)

    def succeeded(self, name: str, address: str) -> None:
        """Note a login that went well: whoever mistyped starts anew."""
        (both, _), *_ = _counted_by(name, address)
        self.kept.forget(both)

    def _wait(self, told: str, most: int, now: float) -> int:
        recent = self.kept.times(told, now - _WINDOW_SECONDS, most)
        if len(recent) < most:
            return 0
        return max(1, int(min(recent) + _WINDOW_SECONDS - now) + 1)


def _counted_by(name: str, address: str) -> tuple[tuple[str, int], ...]:
    both = (f"both {name!r} {address!r}", _BOTH)
    return both, (f"address {address!r}", _ADDRESS), (f"name {name!r}", _NAME)

"""Failed logins counted, so that guessing passwords takes longer than anybody lives."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

_WINDOW_SECONDS = 600.0
# How often a login may fail within the window: for one name from one address, from one address
# with any names, and for one name from anywhere. The last is large: the owner has to wait, too.
_BOTH, _ADDRESS, _NAME = 5, 30, 100
_MOST_KEPT = 10_000

Key = tuple[str | None, str | None]


@dataclass
class Tries:
    """Remembers failed logins of the last minutes, in this process."""

    clock: Callable[[], float] = time.monotonic
    _failed: dict[Key, deque[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def seconds_to_wait(self, name: str, address: str) -> int:
        """Return for how long a login is refused, 0 where it may be tried."""
        now = self.clock()
        with self._lock:
            return max(self._wait(key, most, now) for key, most in _keys(name, address))

    def failed(self, name: str, address: str) -> None:
        """Note a login that failed."""
        now = self.clock()
        with self._lock:
            self._forget(now)
            for key, most in _keys(name, address):
                times = self._failed.pop(key, None) or deque(maxlen=most)
                times.append(now)
                self._failed[key] = times

    def succeeded(self, name: str, address: str) -> None:
        """Note a login that went well: whoever mistyped starts anew."""
        with self._lock:
            self._failed.pop((name, address), None)

    def _wait(self, key: Key, most: int, now: float) -> int:
        recent = [at for at in self._failed.get(key, ()) if at > now - _WINDOW_SECONDS]
        if len(recent) < most:
            return 0
        return max(1, int(recent[0] + _WINDOW_SECONDS - now) + 1)

    def _forget(self, now: float) -> None:
        """Drop what is over; and the oldest, where somebody makes up names to fill the memory."""
        for key in list(self._failed):
            over = self._failed[key][-1] <= now - _WINDOW_SECONDS
            if not over and len(self._failed) <= _MOST_KEPT:
                break
            del self._failed[key]


def _keys(name: str, address: str) -> tuple[tuple[Key, int], ...]:
    return ((name, address), _BOTH), ((None, address), _ADDRESS), ((name, None), _NAME)

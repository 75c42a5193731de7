"""When a host may be asked again: a pause after each request, longer where it asks for that."""

from __future__ import annotations

import threading
import time


class Pace:
    """The next moment of each host, shared by all who fetch; moments are of a monotonic clock."""

    def __init__(self, stopping: threading.Event) -> None:
        """``stopping`` ends all waiting."""
        self._stopping = stopping
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, pause: float, most: float) -> None:
        """Wait for a host's turn, at most so long, and take it; the next is a pause later."""
        with self._lock:
            now = time.monotonic()
            turn = min(max(now, self._next.get(host, now)), now + most)
            self._next[host] = turn + pause
        self._stopping.wait(max(0.0, turn - now))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long from now."""
        with self._lock:
            later = time.monotonic() + seconds
            self._next[host] = max(later, self._next.get(host, later))

    def resting(self) -> dict[str, float]:
        """Return the hosts whose turn has not come, with the seconds until then."""
        with self._lock:
            now = time.monotonic()
            self._next = {host: at for host, at in self._next.items() if at > now}
            return {host: at - now for host, at in self._next.items()}

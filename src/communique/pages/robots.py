"""What hosts allow robots to fetch (robots.txt, RFC 9309), asked once a day and host."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.addresses import split_address
from communique.pages.fetching import Manner, fetch
from communique.pages.limits import FetchError, Limits
from communique.pages.network import checked_address, place_of

if TYPE_CHECKING:
    from protego import Protego

_NAME = "communique"
_LASTS = 24 * 3600.0
_LASTS_UNREACHED = 300.0
_BYTES = 512_000
_LONGEST_DELAY = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class _Rules:
    """A host's rules, or why they could not be had; forgotten at a moment of a monotonic clock."""

    rules: Protego | None
    until: float
    failed: FetchError | None = None


class Robots:
    """The rules of all hosts that were asked."""

    def __init__(self, limits: Limits, agent: str) -> None:
        self._limits = Limits(
            page_bytes=_BYTES,
            connect_seconds=limits.connect_seconds,
            total_seconds=limits.total_seconds,
            allow_private=limits.allow_private,
            allow_hosts=limits.allow_hosts,
        )
        self._agent = agent
        self._known: dict[str, _Rules] = {}
        self._lock = threading.Lock()

    def check(self, url: str) -> None:
        """Raise FetchError where the host of an address does not allow it, or cannot be asked.

        A host whose rules cannot be had is left alone until they can.
        """
        # What lies in a private network is refused for itself, not for its rules.
        checked_address(place_of(url), self._limits)
        found = self._rules(url)
        if found.failed is not None:
            raise FetchError(
                f"robots.txt of its host: {found.failed}",
                passing=found.failed.passing,
                retry_after=found.failed.retry_after,
            )
        if found.rules is not None and not found.rules.can_fetch(url, _NAME):
            raise FetchError("robots.txt of its host forbids it")

    def delay(self, url: str) -> float:
        """Return the seconds between two requests that a host asks for, as far as is known."""
        with self._lock:
            found = self._known.get(_origin(url))
        if found is None or found.rules is None:
            return 0.0
        rate = found.rules.request_rate(_NAME)
        each = rate.seconds / rate.requests if rate is not None and rate.requests else 0.0
        wanted = max(found.rules.crawl_delay(_NAME) or 0.0, each)
        return min(wanted, _LONGEST_DELAY)

    def _rules(self, url: str) -> _Rules:
        origin = _origin(url)
        with self._lock:
            found = self._known.get(origin)
        if found is not None and found.until > time.monotonic():
            return found
        found = self._asked(origin)
        with self._lock:
            self._known[origin] = found
        return found

    def _asked(self, origin: str) -> _Rules:
        from protego import Protego

        now = time.monotonic()
        manner = Manner(kinds=("",), accept="text/plain,*/*;q=0.1", agent=self._agent)
        try:
            text = fetch(f"{origin}/robots.txt", self._limits, manner).body.decode(
                "utf-8", "replace"
            )
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500 and not error.passing:
                return _Rules(None, now + _LASTS)
            return _Rules(None, now + _LASTS_UNREACHED, error)
        return _Rules(Protego.parse(text), now + _LASTS)


def _origin(url: str) -> str:
    parts = split_address(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"

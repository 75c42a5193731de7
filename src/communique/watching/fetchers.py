"""Those who fetch: a few threads, each with one request at a time, never two to one host."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass, replace

from communique.pages.fetching import AGENT, PAGES, Fetched, Manner, fetch
from communique.pages.limits import FetchError, Limits
from communique.pages.links import LIST_BYTES
from communique.pages.robots import Robots
from communique.record.watched import WatchedList, WatchedPage
from communique.watching.pace import Pace
from communique.watching.plan import Plan, host_of

AT_ONCE = 8
_LISTS = (*PAGES, "application/", "binary/")
_LISTS_ACCEPTED = (
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,text/html;q=0.9,application/json;q=0.8,*/*;q=0.1"
)
# A turn that is further away is waited for by the one who hands out, not by the one who fetches.
_LONGEST_WAIT = 10.0

Asked = WatchedList | WatchedPage


@dataclass(frozen=True, slots=True)
class Arrival:
    """What came of asking: what was fetched, or why nothing."""

    asked: Asked
    got: Fetched | FetchError


class Fetchers:
    """Fetches lists and pages beside the one who reads them."""

    def __init__(self, plan: Plan, limits: Limits) -> None:
        contact = f"; {plan.manners.contact}" if plan.manners.contact else ""
        self._agent = AGENT.removesuffix(")") + contact + ")"
        self._plan = plan
        self._limits = limits
        self._stopping = threading.Event()
        self._todo: queue.Queue[Asked | None] = queue.Queue()
        self._arrived: queue.Queue[Arrival] = queue.Queue()
        self._asked: dict[str, Asked] = {}
        self._threads: list[threading.Thread] = []
        self.pace = Pace(self._stopping)
        self.robots = Robots(limits, self._agent)

    @property
    def busy(self) -> int:
        """Return how many requests are under way, or have arrived and were not taken."""
        return len(self._asked)

    def resting(self) -> dict[str, float]:
        """Return hosts that are not to be asked now, with the seconds until they may be."""
        return {**self.pace.resting(), **dict.fromkeys(self._asked, 0.05)}

    def ask(self, asked: Asked) -> None:
        """Have something fetched; its host must not be resting."""
        self._asked[asked.host] = asked
        if len(self._threads) < min(AT_ONCE, len(self._asked)):
            thread = threading.Thread(target=self._work, name="fetching", daemon=True)
            self._threads.append(thread)
            thread.start()
        self._todo.put(asked)

    def take(self, seconds: float) -> Arrival | None:
        """Return what has arrived, waiting at most so long."""
        try:
            arrival = self._arrived.get(timeout=seconds)
        except queue.Empty:
            return None
        del self._asked[arrival.asked.host]
        return arrival

    def stop(self) -> None:
        """End; nobody waits for what is under way."""
        self._stopping.set()
        for _ in self._threads:
            self._todo.put(None)

    def _work(self) -> None:
        while (asked := self._todo.get()) is not None and not self._stopping.is_set():
            self._arrived.put(Arrival(asked, self._fetched(asked)))

    def _fetched(self, asked: Asked) -> Fetched | FetchError:
        try:
            return self.fetch(asked)
        except FetchError as error:
            # Without its trace, which would keep what had been fetched.
            return FetchError(
                str(error),
                status=error.status,
                passing=error.passing,
                retry_after=error.retry_after,
            )
        except Exception as error:  # whatever it is, the other hosts have to be asked all the same
            return FetchError(f"the fetching failed: {error!r}"[:300])

    def fetch(self, asked: Asked) -> Fetched:
        """Fetch a list or page at once, in its host's turn. Raises FetchError."""
        source = self._plan.sources[asked.source]

        def before(url: str) -> None:
            self.robots.check(url)
            pause = max(source.pause, self.robots.delay(url))
            self.pace.wait(host_of(url), pause, _LONGEST_WAIT)
            if self._stopping.is_set():
                raise FetchError("stopped", passing=True)

        manner = Manner(
            agent=self._agent, etag=asked.etag, last_modified=asked.last_modified, before=before
        )
        if isinstance(asked, WatchedPage):
            return fetch(asked.url, self._limits, manner)
        most = LIST_BYTES if asked.kind == "sitemap" else self._limits.page_bytes
        wide = replace(self._limits, page_bytes=most)
        return fetch(asked.url, wide, replace(manner, kinds=_LISTS, accept=_LISTS_ACCEPTED))

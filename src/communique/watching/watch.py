"""The watch itself: hands out what is due, takes what arrives, and keeps it in the record.

One thread decides and writes; others only fetch. Whatever moment it is stopped or killed at, the
record knows what was done, and what was not is asked again.
"""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from communique.apart import Passed, Refused
from communique.pages.fetching import Fetched
from communique.pages.limits import FetchError, Limits
from communique.record import Record
from communique.record.left_out import tells_nothing
from communique.record.watched import Marks, WatchedList, WatchedPage
from communique.watching.fetchers import AT_ONCE, Arrival, Fetchers
from communique.watching.packets import PAGE_SECONDS, Packets
from communique.watching.plan import ENGAGEMENTS, Plan
from communique.watching.tally import SourceTally

_LONGEST_RETRY = 24 * 3600.0
_NAP = 1.0
Told = Callable[[str], None]


class Watch:
    """Watches the sources of a plan for a record.

    ``said`` is told of every page or list that failed, in one line; ``told`` gets each source's
    tally whenever there is nothing to do for a while.
    """

    def __init__(
        self,
        plan: Plan,
        record: Record,
        limits: Limits,
        *,
        said: Told,
        told: Callable[[str, SourceTally], None],
        moved: Callable[[], None] = lambda: None,
        seconds: float = PAGE_SECONDS,
    ) -> None:
        self._plan, self._record = plan, record
        self._said, self._told, self._moved = said, told, moved
        self._fetchers = Fetchers(plan, limits)
        self._packets = Packets(seconds)
        self._tallies: dict[str, SourceTally] = defaultdict(SourceTally)
        self._since: datetime | None = None

    def run(self, *, once: bool) -> None:
        """Watch: until each list was asked and every page named is done, or else for ever.

        What has to wait for longer than the plan's patience is left for the next run. An interrupt
        ends it at any moment; ``stop`` has to follow.
        """
        now = _now()
        self._since = now if once else None
        roots = [source.root for source in self._plan.sources.values()]
        self._record.watched.declare(roots, now=now, check=once)
        while True:
            self._hand_out()
            if self._fetchers.busy:
                arrival = self._fetchers.take(_NAP)
                if arrival is not None:
                    self._take(arrival)
                continue
            seconds = self._seconds_to_next()
            if once and (seconds is None or seconds > self._plan.manners.patience):
                break
            if not once and (seconds is None or seconds > _NAP):
                self._tell()
            time.sleep(min(_NAP, _NAP if seconds is None else max(0.01, seconds)))
        for source, url, reason in self._record.watched.failing(set(self._plan.sources)):
            self._tallies[source].failed.setdefault(url, reason)
        self._tell()

    def stop(self) -> None:
        """End, whatever is under way, and tell what was done."""
        self._fetchers.stop()
        self._packets.stop()
        self._tell()

    def _tell(self) -> None:
        tallies, self._tallies = self._tallies, defaultdict(SourceTally)
        for name in self._plan.sources:
            if name in tallies and tallies[name].happened:
                self._told(name, tallies[name])

    def _hand_out(self) -> None:
        """Have fetched what is due, of every host one thing, lists first."""
        watched, names = self._record.watched, set(self._plan.sources)
        if self._fetchers.busy >= AT_ONCE:
            return
        for one in watched.due_lists(names, _now(), set(self._fetchers.resting()), self._since):
            if self._fetchers.busy < AT_ONCE and one.host not in self._fetchers.resting():
                self._fetchers.ask(one)
        while self._fetchers.busy < AT_ONCE:
            page = watched.due_page(names, _now(), set(self._fetchers.resting()))
            if page is None:
                return
            self._fetchers.ask(page)

    def _seconds_to_next(self) -> float | None:
        """Return how long nothing is due, None where nothing will be."""
        due = self._record.watched.next_due(set(self._plan.sources), self._since)
        if due is None:
            return None
        # What is due of a host that rests is due when that may be asked.
        resting = self._fetchers.resting().values()
        return max((due - _now()).total_seconds(), min(resting, default=0.0))

    def _take(self, arrival: Arrival) -> None:
        asked, got = arrival.asked, arrival.got
        if isinstance(got, FetchError) and got.retry_after:
            self._fetchers.pace.hold(asked.host, min(got.retry_after, _LONGEST_RETRY))
        if isinstance(asked, WatchedList):
            self._take_list(asked, got)
        else:
            self._take_page(asked, got)
        self._moved()

    def _take_list(self, one: WatchedList, got: Fetched | FetchError) -> None:
        tally, source = self._tallies[one.source], self._plan.sources[one.source]
        if isinstance(got, FetchError):
            self._list_failed(one, got)
            return
        now, marks = _now(), Marks(got.etag, got.last_modified)
        due = now + timedelta(seconds=source.every)
        if got.unchanged:
            self._record.watched.unchanged(one, marks, now=now, due=due)
        else:
            try:
                pages, lists = self._packets.links(one, got, source)
            except Refused as error:
                self._list_failed(one, error)
                return
            named = self._record.watched.named(one, marks, pages, lists, now=now, due=due)
            tally.named += named
        tally.looked += 1
        tally.failed.pop(one.url, None)

    def _list_failed(self, one: WatchedList, error: FetchError | Refused) -> None:
        """Note why a list gave nothing; what may pass is asked again sooner than the others."""
        seconds = self._plan.sources[one.source].every
        if isinstance(error, FetchError) and error.passing:
            seconds = min(seconds, self._wait(one.failures, None))
        held = min(getattr(error, "retry_after", None) or 0.0, _LONGEST_RETRY)
        due = _now() + timedelta(seconds=max(seconds, held))
        self._record.watched.failed(one, str(error), due, held=held > 0)
        self._tallies[one.source].failed[one.url] = str(error)
        self._said(f"{one.url}: {error}; asked again from {_clock(due)}")

    def _take_page(self, page: WatchedPage, got: Fetched | FetchError) -> None:
        tally, watched = self._tallies[page.source], self._record.watched
        source = self._plan.sources[page.source]
        if isinstance(got, FetchError):
            self._page_failed(page, got)
        elif got.unchanged:
            watched.known(page, _now())
            tally.kept["unchanged"] += 1
        else:
            try:
                reading = self._packets.reading(got, triage=source.triage)
            except Passed as error:
                watched.refused(page, str(error), _now())
                tally.passed += 1
                return
            except Refused as error:
                self._give_up(page, str(error))
                return
            if source.keep == ENGAGEMENTS and watched.left_out(page, reading, _now()):
                tally.left_out += 1
                return
            marks = Marks(got.etag, got.last_modified)
            tally.kept[str(watched.keep(page, marks, reading, _now()))] += 1
            tally.empty += tells_nothing(reading)

    def _page_failed(self, page: WatchedPage, error: FetchError) -> None:
        if not error.passing or page.tries + 1 >= self._plan.manners.tries:
            self._give_up(page, str(error))
            return
        self._tallies[page.source].put_off += 1
        due = _now() + timedelta(seconds=self._wait(page.tries, error.retry_after))
        self._record.watched.put_off(page, str(error), due)

    def _give_up(self, page: WatchedPage, reason: str) -> None:
        self._record.watched.refused(page, reason, _now())
        self._tallies[page.source].refused[reason] += 1
        self._said(f"{page.url}: {reason}")

    def _wait(self, failures: int, wanted: float | None) -> float:
        """Return for how long to leave alone what has failed so often: doubled, a little spread."""
        doubled = self._plan.manners.retry * 2.0 ** min(failures, 30) * random.uniform(1.0, 1.2)
        return min(max(doubled, wanted or 0.0), _LONGEST_RETRY)


def _now() -> datetime:
    return datetime.now(UTC)


def _clock(moment: datetime) -> str:
    return moment.astimezone().strftime("%H:%M:%S")

"""Outlets on this machine, and watches over them that take pages apart at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from communique.pages import Limits
from communique.record import Record
from communique.watching import SourceTally, Watch
from communique.watching.plan import plan_of
from record.conftest import cluster, places, record, target
from watching.outlet import Outlet
from watching.quickly import read_quickly

__all__ = ["cluster", "places", "record", "target"]

LIMITS = Limits(connect_seconds=1.7, total_seconds=2, allow_hosts=frozenset({"127.0.0.1"}))
QUICK = {"pause": 0, "retry": 0.1, "patience": 2, "tries": 3}


@pytest.fixture
def outlet_of() -> Iterator[Callable[[], Outlet]]:
    """Open outlets, each a host of its own."""
    opened: list[Outlet] = []

    def open_one() -> Outlet:
        opened.append(Outlet())
        return opened[-1]

    yield open_one
    for each in opened:
        each.stop()


@pytest.fixture
def outlet(outlet_of: Callable[[], Outlet]) -> Outlet:
    return outlet_of()


@dataclass
class Watched:
    """What a run told: tallies by source, and what was said of failures."""

    tallies: dict[str, SourceTally] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


Watching = Callable[..., Watched]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages taken apart in this process, and nothing read from them but the page itself."""
    read_quickly(monkeypatch.setattr)


@pytest.fixture
def watch(record: Record, quick: None) -> Watching:
    """Run a watch over sources; ``until`` tells after each tally whether one without end ends."""

    def run(
        *sources: dict[str, Any],
        until: Callable[[Watched], bool] | None = None,
        moved: Callable[[], None] = lambda: None,
        **manners: Any,
    ) -> Watched:
        plan = plan_of({"watch": {**QUICK, **manners}, "source": list(sources)})
        watched = Watched()

        def told(name: str, tally: SourceTally) -> None:
            watched.tallies[name] = tally
            watched.told.append(name)
            if until is not None and until(watched):
                raise KeyboardInterrupt

        watching = Watch(
            plan, record, LIMITS, said=watched.said.append, told=told, moved=moved, seconds=20
        )
        try:
            watching.run(once=until is None)
        except KeyboardInterrupt:
            pass
        finally:
            watching.stop()
        return watched

    return run

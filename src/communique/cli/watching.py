"""``communique watch``: sources that keep coming, into the record."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.parameters import examples, network_options, record_option
from communique.cli.rooms import limits_of, open_record
from communique.cli.terminal import console, counted, listed, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.pages import Limits
    from communique.record import Record
    from communique.watching import Look, Plan, SourceTally

INTERRUPTED = 130
_SHOWN_EVERY = 0.5
_REASONS = 3


@click.command(
    epilog=examples(
        "communique watch sources.toml --dry-run      what there is, nothing is kept",
        "communique watch sources.toml --once         each morning, by cron",
        "communique watch sources.toml --every 20m    on and on, until Ctrl-C",
    )
)
@click.argument("sources", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Look at each source once, read what is new, and end.")
@click.option("--every", metavar="TIME", help="Between two looks at a source: 90s, 20m, 2h, 1d.")
@click.option("--source", "only", metavar="NAME", multiple=True, help="This source alone.")
@click.option(
    "--dry-run", is_flag=True, help="Show what each source names; fetch and keep no page."
)
@record_option
@network_options
def watch(
    sources: Path,
    once: bool,
    every: str | None,
    only: tuple[str, ...],
    dry_run: bool,
    record: str,
    allow_private: bool,
    allow_hosts: tuple[str, ...],
) -> None:
    """Follow feeds, sitemaps and listings.

    SOURCES is a TOML file that names them; docs/watching.md shows one. What their hosts forbid to
    robots is left alone, no host is asked oftener than once a second unless the file says so, and
    what has not changed is not fetched again. It can be stopped at any moment and goes on from
    there. A line tells of each source; it ends with 1 where one of them could not be had.
    """
    plan = _plan(sources, every, only)
    limits = limits_of(allow_private=allow_private, allow_hosts=allow_hosts)
    if _look(plan, record, limits) if dry_run else _watch(plan, record, limits, once=once):
        sys.exit(1)


def _plan(path: Path, every: str | None, only: tuple[str, ...]) -> Plan:
    from communique.watching import PlanError, load_plan

    try:
        return load_plan(path, every=every, only=only)
    except PlanError as error:
        raise click.ClickException(str(error)) from error


def _watch(plan: Plan, target: str, limits: Limits, *, once: bool) -> bool:
    """Watch, and tell whether the last look at some source failed."""
    from communique.watching import Watch, give_large_blocks_back

    give_large_blocks_back()
    failing: set[str] = set()

    def told(name: str, tally: SourceTally) -> None:
        failing.discard(name)
        if tally.failed:
            failing.add(name)
        click.echo(_line(name, tally, record.watched.waiting(name)))

    with open_record(target, to_write=True) as record, _showing(record, plan) as moved:
        watching = Watch(plan, record, limits, said=say, told=told, moved=moved)
        stopped = False
        try:
            with _terminated_as_interrupted():
                watching.run(once=once)
        except KeyboardInterrupt:
            stopped = True
        finally:
            watching.stop()
        if stopped:
            say("stopped; the next watch goes on from here")
            sys.exit(INTERRUPTED)
        linked = record.link()
        say(f"the record holds {counted(linked.engagements, 'engagement')}")
    return bool(failing)


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """Let the end that a system asks for be as orderly as that of Ctrl-C."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _line(name: str, tally: SourceTally, waiting: int) -> str:
    """Return what came of a source, on one line."""
    parts = [f"{tally.named} new" if tally.looked else ""]
    read = sum(tally.kept.values())
    if read:
        outcomes = [
            f"{number} {outcome.replace('_', ' ')}" for outcome, number in tally.kept.items()
        ]
        parts.append(f"{counted(read, 'page')} read ({', '.join(sorted(outcomes))})")
    if tally.empty:
        parts.append(f"{tally.empty} without an engagement")
    if tally.passed:
        parts.append(f"{tally.passed} passed over")
    if tally.left_out:
        parts.append(f"{tally.left_out} left out, without an engagement")
    if tally.refused:
        reasons = [f"{reason} ×{number}" for reason, number in tally.refused.most_common(_REASONS)]
        parts.append(f"{sum(tally.refused.values())} could not be read ({'; '.join(reasons)})")
    if waiting:
        parts.append(f"{waiting} waiting")
    if tally.failed:
        address, reason = next(iter(tally.failed.items()))
        more = f" and {len(tally.failed) - 1} more" if len(tally.failed) > 1 else ""
        parts.append(f"FAILED: {address}{more}: {reason}")
    return f"{name}: {', '.join(part for part in parts if part)}"


@contextmanager
def _showing(record: Record, plan: Plan) -> Iterator[Callable[[], None]]:
    """Give what is to be called when something moved; it shows how far the watch is."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    names, shown = set(plan.sources), 0.0
    with console(stderr=True).status("watching") as status:

        def moved() -> None:
            nonlocal shown
            if time.monotonic() - shown > _SHOWN_EVERY:
                shown = time.monotonic()
                states = record.watched.states(names)
                waiting = states.pop("waiting", 0)
                status.update(f"watching: {sum(states.values())} pages done, {waiting} waiting")

        yield moved


def _look(plan: Plan, target: str, limits: Limits) -> bool:
    """Show what each source names, and tell whether one of them could not be had."""
    from communique.watching import look_at

    failed = False
    there = "://" in target or Path(target).exists()
    record = open_record(target) if there else None
    try:
        with suppress(KeyboardInterrupt):
            for look in look_at(plan, record, limits):
                _show_look(look)
                failed = failed or bool(look.failed)
    finally:
        if record is not None:
            record.close()
    return failed


def _show_look(look: Look) -> None:
    said = f"{counted(look.pages, 'page')} named, {len(look.fresh)} to be fetched"
    click.echo(f"{look.source}: {said if look.pages or not look.failed else 'nothing'}")
    for address in look.fresh:
        click.echo(f"  {address}")
    for address, reason in look.barred:
        say(f"{look.source}: {address}: {reason}")
    if look.failed:
        say(f"{look.source}: {listed(look.failed)}")

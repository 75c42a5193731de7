"""``communique read``: pages into the record, or onto standard output as JSON lines."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from communique.cli.into_record import LEFT_OUT, IntoRecord
from communique.cli.parameters import examples, network_options, record_option
from communique.cli.progress import progress
from communique.cli.rooms import limits_of, load_reader, pages_of
from communique.cli.sharing import Engine, Sharing, engine_options
from communique.cli.terminal import counted, listed, say, show_json_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from communique.model import Document, Reading
    from communique.pages import Limits, Refusal
    from communique.reader import Reader

    Take = Callable[[Sequence[Reading]], Sequence[str]]

INTERRUPTED = 130
ALL, ENGAGEMENTS = "all", "engagements"
# Readings of shards that are kept at once, all or none.
_AT_ONCE = 200


@dataclass
class Tally:
    """What a run has done: pages read, those of them without anything to keep, inputs refused.

    ``outcomes`` counts pages by what the record did with them, ``left_out`` those read, not kept,
    as they have no engagement (``left_out_unread``: but sentences that may speak of one),
    ``passed_over`` those left alone, by the reason; ``unread`` counts sentences that speak of an
    engagement and could not be coded, ``unread_pages`` the pages they stand on.
    """

    read: int = 0
    empty: int = 0
    left_out: int = 0
    left_out_unread: int = 0
    refused: int = 0
    unread: int = 0
    unread_pages: int = 0
    interrupted: bool = False
    outcomes: dict[str, int] = field(default_factory=dict)
    passed_over: dict[str, int] = field(default_factory=dict)


@click.command(
    epilog=examples(
        "communique read pages/                   a folder of saved pages",
        "communique read 'news/2024-*.html'       files by pattern",
        "communique read https://example.org/a    a page on the web, or a feed",
        "communique read CC-NEWS/2024/            archives of a crawl, on all cores",
        "communique read CC-NEWS/ --engine spark --master spark://head:7077",
        "cat page.txt | communique read -         standard input",
        "communique read pages/ --jsonl           print, keep nothing",
    )
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@record_option
@click.option("--jsonl", is_flag=True, help="Print each page's reading as a JSON line; keep none.")
@click.option("--pipeline", metavar="NAME", help="An installed spaCy pipeline to read with.")
@click.option(
    "--triage/--no-triage",
    default=None,
    help="Pass over pages in which nothing can be an engagement; archives are read so unless told.",
)
@click.option(
    "--keep",
    type=click.Choice([ALL, ENGAGEMENTS]),
    default=ALL,
    show_default=True,
    help="All pages, or only those with an engagement, a message, a statement or a commitment.",
)
@network_options
@engine_options
def read(
    inputs: tuple[str, ...],
    record: str,
    jsonl: bool,
    pipeline: str | None,
    triage: bool | None,
    keep: str,
    allow_private: bool,
    allow_hosts: tuple[str, ...],
    engine: Engine,
) -> None:
    """Read pages into the record.

    INPUT is a text or HTML file, an archive of pages (WARC, WACZ, JSON Lines, Parquet), a folder,
    a pattern, a URL of a page or a feed, or - for standard input. Reading a page again changes
    nothing. What cannot be read, and what reports no engagement, is named with the reason and makes
    the exit code 1; the rest is kept.

    With --keep engagements, other pages are counted and left out; those with an address are not
    read again until the program is another, or the page.

    Large inputs are read on all cores, in shards whose results land in a folder beside the record
    until they are in it: after a stop, the same command goes on with what is left.
    """
    reader = load_reader(pipeline)
    limits = limits_of(allow_private=allow_private, allow_hosts=allow_hosts, triage=triage)
    with engine.sharing(inputs, None if jsonl else record, reader, pipeline, triage) as sharing:
        if jsonl:
            if sharing is not None:
                sharing.pass_over(())
            tally = _read_through(inputs, limits, reader, _printing(keep), sharing)
        else:
            tally = _read_into(record, inputs, limits, reader, sharing, keep)
    if tally.interrupted:
        sys.exit(INTERRUPTED)
    if tally.refused or tally.empty or not (tally.read or tally.left_out or tally.passed_over):
        sys.exit(1)


def _read_into(
    target: str,
    inputs: tuple[str, ...],
    limits: Limits,
    reader: Reader,
    sharing: Sharing | None,
    keep: str,
) -> Tally:
    with ExitStack() as closing:
        into = IntoRecord(target, reader.version if keep == ENGAGEMENTS else None, closing)
        limits = into.without_left_out(limits, sharing)
        tally = _read_through(inputs, limits, reader, into.take, sharing)
        _summarise(tally)
        if into.record is None:
            return tally
        try:
            linked = sharing.link(into.record) if sharing else into.record.link()
        except KeyboardInterrupt:
            tally.interrupted = True
        else:
            from communique.record.connecting import shown

            say(
                f"{shown(target)} holds {counted(linked.engagements, 'engagement')} and "
                f"{counted(linked.commitments, 'commitment')}"
            )
    return tally


def _read_through(
    inputs: tuple[str, ...],
    limits: Limits,
    reader: Reader,
    take: Take,
    sharing: Sharing | None,
) -> Tally:
    tally = Tally()
    if sharing is not None:
        take_shards(sharing, take, tally)
        inputs = sharing.others
    if inputs and not tally.interrupted:
        with progress(inputs) as counting:
            pages = pages_of(inputs, limits)
            read_each(counting(pages), reader, take, tally, limits.page_seconds)
    if tally.passed_over:
        reasons = "; ".join(f"{reason}: {n:,}" for reason, n in sorted(tally.passed_over.items()))
        say(f"passed over {counted(sum(tally.passed_over.values()), 'page')} ({reasons})")
    if tally.left_out:
        doubtful = f" ({tally.left_out_unread} with sentences that may speak of one)"
        said = f"left out {counted(tally.left_out, 'page')} without an engagement"
        say(said + (doubtful if tally.left_out_unread else ""))
    done = tally.read or tally.left_out or tally.passed_over
    if not (done or tally.refused or tally.interrupted):
        say(f"{listed(inputs)}: no page to read there")
    return tally


def take_shards(sharing: Sharing, take: Take, tally: Tally) -> None:
    """Hand on what shards gave, as they are done, some hundreds of readings at once."""
    from communique.pages import Refusal

    waiting: list[Reading] = []

    def hand_on() -> None:
        if waiting:
            for reading, outcome in zip(waiting, take(waiting), strict=True):
                _note(reading, outcome, tally)
            waiting.clear()

    try:
        for given in sharing.given(tally.passed_over):
            if isinstance(given, Refusal):
                _refuse(tally, given.source, given.reason)
                continue
            waiting.append(given)
            if len(waiting) == _AT_ONCE:
                hand_on()
        hand_on()
    except KeyboardInterrupt:
        tally.interrupted = True


def read_each(
    pages: Iterable[Document | Refusal],
    reader: Reader,
    take: Take,
    tally: Tally,
    seconds: float | None,
) -> None:
    """Read page after page and hand each reading to ``take``, which says what became of it.

    A page that cannot be read, or not within so many seconds of the processor, is named on standard
    error and counted; an interrupt ends the run and is noted in the tally, so that the caller can
    still say what was done.
    """
    try:
        for page in pages:
            _read_one(page, reader, take, tally, seconds)
    except KeyboardInterrupt:
        tally.interrupted = True


def _read_one(
    page: Document | Refusal, reader: Reader, take: Take, tally: Tally, seconds: float | None
) -> None:
    from communique.model import Document
    from communique.pages import PassedOver
    from communique.pages.time_limit import TooLongError, within

    if isinstance(page, PassedOver):
        tally.passed_over[page.reason] = tally.passed_over.get(page.reason, 0) + 1
        return
    if not isinstance(page, Document):
        _refuse(tally, page.source, page.reason)
        return
    try:
        with within(seconds):
            reading = reader.read(page)
    except TooLongError as error:
        _refuse(tally, _name(page), str(error))
        return
    except Exception as error:  # one page's trouble is not to end a run over thousands
        _refuse(tally, _name(page), f"the reader failed: {error!r}")
        return
    (outcome,) = take([reading])
    _note(reading, outcome, tally)


def _note(reading: Reading, outcome: str, tally: Tally) -> None:
    from communique.record.left_out import tells_nothing

    if outcome == LEFT_OUT:
        tally.left_out += 1
        tally.left_out_unread += bool(reading.unread)
        return
    tally.read += 1
    tally.unread += len(reading.unread)
    tally.unread_pages += bool(reading.unread)
    if tells_nothing(reading):
        tally.empty += 1
        say(f"{_name(reading.document)}: {_why_empty(reading)}")
    tally.outcomes[outcome] = tally.outcomes.get(outcome, 0) + 1


def _name(page: Document) -> str:
    return page.url or page.path or "-"


def _why_empty(reading: Reading) -> str:
    doubtful = len(reading.unread)
    if doubtful:
        return f"no engagement could be coded; {counted(doubtful, 'sentence')} may speak of one"
    return "no engagement on this page"


def _refuse(tally: Tally, name: str, reason: str) -> None:
    tally.refused += 1
    say(f"{name}: {reason}")


def _printing(keep: str) -> Take:
    """Return what prints readings, or of them those with an engagement."""
    from communique.exchange.json_form import reading_to_json
    from communique.record.left_out import tells_nothing

    def take(readings: Sequence[Reading]) -> Sequence[str]:
        outcomes = []
        for reading in readings:
            out = keep == ENGAGEMENTS and tells_nothing(reading)
            if not out:
                show_json_line(reading_to_json(reading))
            outcomes.append(LEFT_OUT if out else "printed")
        return outcomes

    return take


def _summarise(tally: Tally) -> None:
    if tally.interrupted:
        say("stopped; every page finished before that is kept")
    parts = [
        f"{number} {outcome.replace('_', ' ')}"
        for outcome, number in sorted(tally.outcomes.items())
    ]
    said = f"read {counted(tally.read, 'page')}" + (f" ({', '.join(parts)})" if parts else "")
    if tally.empty:
        said += f"; {tally.empty} without an engagement"
    if tally.refused:
        said += f"; {counted(tally.refused, 'input')} could not be read"
    say(said)
    if tally.unread:
        left = f"{counted(tally.unread, 'sentence')} on {counted(tally.unread_pages, 'page')}"
        say(f"left unread: {left} may speak of an engagement; “communique check” says why")

"""``communique recode``: everything kept, read again by the program as it is now."""

from __future__ import annotations

import pickle
import sys
import tempfile
from typing import IO, TYPE_CHECKING

import click

from communique.cli.parameters import examples, json_option, record_option
from communique.cli.progress import progress
from communique.cli.rooms import load_reader, open_record
from communique.cli.terminal import counted, say, show_json
from communique.cli.terminal import show as show_views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model import Reading
    from communique.reader import Reader
    from communique.record import Record
    from communique.record.recoding import Recoded


@click.command(
    epilog=examples(
        "communique recode              show what would change, then ask",
        "communique recode --keep       and keep it",
        "communique recode --json       what would change, for other programs",
    )
)
@click.option("--keep", is_flag=True, help="Keep the new readings without asking.")
@click.option("--pipeline", metavar="NAME", help="An installed spaCy pipeline to read with.")
@json_option
@record_option
def recode(keep: bool, pipeline: str | None, as_json: bool, record: str) -> None:
    """Read everything kept again.

    The texts are kept, so that no page is fetched anew. What the new readings change in the record
    is shown field by field before anything is kept; decisions of people hold as before.
    """
    from communique.exchange.record_form import change_to_json

    with open_record(record) as kept, tempfile.TemporaryFile() as spool:
        reader = load_reader(pipeline)
        failed = _read_again(kept, reader, spool)
        recoded = kept.recode(_spooled(spool), keep=keep)
        changes = [change_to_json(change) for change in recoded.changes]
        if as_json:
            show_json(changes)
        elif changes:
            from communique.views.changes import changes_view

            show_views(changes_view(changes))
        _summarise(recoded, keep=keep)
        if recoded.pages and not keep and not as_json and _wanted():
            kept.recode(_spooled(spool), keep=True)
            say("kept")
    if failed:
        sys.exit(1)


def _read_again(record: Record, reader: Reader, spool: IO[bytes]) -> int:
    """Write every page's new reading to a file of our own; return how many could not be read."""
    failed = 0
    with progress(()) as counting:
        for version, reading in counting(_readings(record, reader)):
            if isinstance(reading, str):
                failed += 1
                say(reading)
            else:
                pickle.dump((version, reading), spool)
    return failed


def _readings(record: Record, reader: Reader) -> Iterator[tuple[str, Reading | str]]:
    for page in record.kept_pages():
        try:
            yield page.version, reader.read(page.document)
        except Exception as error:  # one page's trouble is not to end a run over thousands
            name = page.document.url or page.document.path
            yield page.version, f"{name}: the reader failed, its old reading stays: {error!r}"


def _spooled(spool: IO[bytes]) -> Iterator[tuple[str, Reading]]:
    spool.seek(0)
    while True:
        try:
            yield pickle.load(spool)
        except EOFError:
            return


def _summarise(recoded: Recoded, *, keep: bool) -> None:
    if not recoded.pages:
        say("every page reads as it did")
        return
    kept = "kept" if keep else "nothing is kept yet"
    pages = counted(recoded.pages, "page")
    say(f"{pages} read otherwise, {counted(len(recoded.changes), 'change')} of the record; {kept}")


def _wanted() -> bool:
    if not sys.stdin.isatty():
        say("add --keep to keep it")
        return False
    return click.confirm("Keep the new readings?", err=True)

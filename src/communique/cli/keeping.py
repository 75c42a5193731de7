"""The commands that look after the record as a whole: export and check."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from communique.cli.parameters import examples, json_option, record_option
from communique.cli.rooms import open_record
from communique.cli.terminal import counted, say, show_json
from communique.cli.terminal import show as show_views

FORMATS = ("jsonl", "csv", "parquet")


@click.command(
    epilog=examples(
        "communique export --format jsonl > record.jsonl",
        "communique export --format csv --out record.csv",
        "communique export --format parquet --out record.parquet",
        "communique export --decisions > decisions.jsonl",
    )
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option(
    "--out", metavar="PATH", type=click.Path(path_type=Path, dir_okay=False), help="Write here."
)
@click.option("--decisions", is_flag=True, help="What people decided instead, as jsonl.")
@record_option
def export(form: str, out: Path | None, decisions: bool, record: str) -> None:
    """Everything the record holds, for other programs.

    jsonl has one engagement a line with its accounts and their evidence; csv and parquet have one
    row for each party of each account of each engagement. Decisions go to another record with
    --decisions, which import takes there.
    """
    from communique.exchange.decisions import write_decisions
    from communique.exchange.export import ExportError, export_record
    from communique.exchange.record_form import engagement_to_json

    if decisions and form != "jsonl":
        raise click.UsageError("decisions are written as jsonl alone")
    if form == "parquet" and out is None and sys.stdout.isatty():
        raise click.UsageError("parquet is not for a terminal; add --out PATH")
    try:
        with open_record(record) as kept, _opened(out) as stream:
            if decisions:
                write_decisions(kept.corrections.all(), stream)
            else:
                engagements = map(engagement_to_json, kept.engagements(accounts=True))
                export_record(engagements, form, stream)
        if out is not None:
            say(f"wrote {out}")
    except BrokenPipeError:
        raise  # whoever reads our output has had enough; Click ends the program quietly
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror}") from error


@click.command(
    "import",
    epilog=examples(
        "communique import --decisions decisions.jsonl",
        "ssh host communique export --decisions | communique import --decisions -",
    ),
)
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.File("rb"),
    required=True,
    help="What export --decisions wrote; - for standard input.",
)
@record_option
def import_decisions(decisions: IO[bytes], record: str) -> None:
    """Take over what people decided in another record.

    What the record has already stays as it is. A decision on a page that is not here waits for it.
    """
    from communique.exchange.decisions import DecisionError, read_decisions

    try:
        entries = list(read_decisions(decisions))
    except DecisionError as error:
        raise click.ClickException(f"{error}; nothing was taken over") from error
    with open_record(record) as kept:
        added = kept.corrections.add(entries)
    say(f"{counted(len(entries), 'decision')}, {added} of them new")


@click.command(
    epilog=examples(
        "communique check", "communique check --json", "communique check --disagreements"
    )
)
@click.option(
    "--disagreements",
    is_flag=True,
    help="Instead list where accounts cannot all be right: two dates, two hosts, an invitation "
    "that only one side reports.",
)
@json_option
@record_option
def check(disagreements: bool, as_json: bool, record: str) -> None:
    """Verify the record.

    Every span against its text, every reference, every rule of the codebook. Sentences that look
    like an engagement and could not be coded are listed as notices. Ends with exit code 1 where a
    rule is broken.
    """
    with open_record(record) as kept:
        from communique.exchange.record_form import fault_to_json

        faults = kept.disagreements() if disagreements else kept.check()
        found = [fault_to_json(fault) for fault in faults]
    broken = [fault for fault in found if not fault["notice"]]
    if as_json:
        show_json(found)
    else:
        if found:
            from communique.views.faults import faults_view

            show_views(faults_view(found))
        notices = len(found) - len(broken)
        faulty = f"{counted(len(broken), 'fault')}, {counted(notices, 'notice')}"
        say(counted(notices, "disagreement") if disagreements else faulty)
    if broken:
        sys.exit(1)


@contextmanager
def _opened(out: Path | None) -> Iterator[IO[bytes]]:
    """Give standard output, or a file that appears under its name only once it is whole."""
    if out is None:
        yield sys.stdout.buffer
        return
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)

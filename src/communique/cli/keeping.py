"""The commands that look after the record as a whole: export and check."""

from __future__ import annotations

import sys
from pathlib import Path

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
    )
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option(
    "--out", metavar="PATH", type=click.Path(path_type=Path, dir_okay=False), help="Write here."
)
@record_option
def export(form: str, out: Path | None, record: str) -> None:
    """Everything the record holds, for other programs.

    jsonl has one engagement a line with its accounts and their evidence; csv and parquet have one
    row for each party of each account of each engagement.
    """
    from communique.exchange.export import ExportError, export_record

    if form == "parquet" and out is None and sys.stdout.isatty():
        raise click.UsageError("parquet is not for a terminal; add --out PATH")
    with open_record(record) as kept:
        engagements = kept.engagements()
    try:
        if out is None:
            export_record(engagements, form, sys.stdout.buffer)
        else:
            with out.open("wb") as stream:
                export_record(engagements, form, stream)
            say(f"wrote {counted(len(engagements), 'engagement')} to {out}")
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror}") from error


@click.command(epilog=examples("communique check", "communique check --json"))
@json_option
@record_option
def check(as_json: bool, record: str) -> None:
    """Verify the record.

    Every span against its text, every reference, every rule of the codebook. Sentences that look
    like an engagement and could not be coded are listed as notices. Ends with exit code 1 where a
    rule is broken.
    """
    with open_record(record) as kept:
        found = kept.check()
    broken = [entry for entry in found if entry["severity"] == "fault"]
    if as_json:
        show_json(found)
    else:
        if found:
            from communique.views.faults import faults_view

            show_views(faults_view(found))
        notices = len(found) - len(broken)
        say(f"{counted(len(broken), 'fault')}, {counted(notices, 'notice')}")
    if broken:
        sys.exit(1)

"""The command that writes briefs."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.parameters import PartialDate, examples, record_option, states_argument
from communique.cli.rooms import open_record
from communique.cli.terminal import counted, say
from communique.partial_dates import to_bounds

if TYPE_CHECKING:
    from communique.dossier import Brief
    from communique.views.locales import Manner

_FORMS = ("html", "pdf", "md", "docx")


@click.command(
    short_help="What the record holds of some states, as a document.",
    epilog=examples(
        "communique brief VNM RUS --since 2024 --out brief.html",
        "communique brief India --out brief.pdf",
        "communique brief --person 'To Lam' --out brief.docx",
        "communique brief Kenya Iran                    as Markdown, on the terminal",
    ),
)
@states_argument
@click.option("--since", type=PartialDate(), metavar="DATE", help="On this date or later.")
@click.option("--until", type=PartialDate(), metavar="DATE", help="On this date or before.")
@click.option("--person", metavar="NAME", help="With this person, in any usual spelling.")
@click.option(
    "--as-of", type=PartialDate(), metavar="DATE", help="Count days to this date; else to today."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file to write; its ending says how: .html, .pdf, .md or .docx. Else Markdown is "
    "printed.",
)
@click.option(
    "--locale",
    metavar="TAG",
    help="Write dates as there: en-US, en-IN, fr-FR (words stay English); else 26 March 2024.",
)
@record_option
def brief(
    states: tuple[str, ...],
    since: str | None,
    until: str | None,
    person: str | None,
    as_of: str | None,
    out: Path | None,
    locale: str | None,
    record: str,
) -> None:
    """A document of what the record holds of some states or a person, to hand to others.

    A summary, the engagements with their accounts, who spoke for whom, topics over time,
    commitments, the level of relations, what the sources do not say, and every source with a
    number and its words. Each sentence is made from fields of the record.

    STATE takes any usual name, nationality or ISO code; of several, all have to be sides.
    """
    form = _form(out)
    with open_record(record) as kept:
        from communique.dossier import Asked, NobodyError, compose

        counted_to = to_bounds(as_of)[1] if as_of else date.today()
        asked = Asked(states, since, until, person, counted_to)
        try:
            composed = compose(kept, asked, manner=_manner(locale))
        except NobodyError as error:
            raise click.UsageError(f"{error}; communique people lists all") from error
    _write(composed, form, out)


def _manner(locale: str | None) -> Manner | None:
    from communique.views.locales import is_locale, manner_of

    if locale is None:
        return None
    if not is_locale(locale):
        raise click.BadParameter(
            f"{locale!r} is no locale; write a language and a territory, such as en-US",
            param_hint="--locale",
        )
    return manner_of(locale)


def _form(out: Path | None) -> str:
    if out is None:
        return "md"
    form = out.suffix.lower().removeprefix(".")
    if form not in _FORMS:
        known = ", ".join(f".{each}" for each in _FORMS)
        raise click.UsageError(f"{out.name} does not say what to write; end it in one of {known}")
    if not out.resolve().parent.is_dir():
        raise click.UsageError(f"there is no folder {out.parent}; make it first")
    return form


def _write(composed: Brief, form: str, out: Path | None) -> None:
    from communique.dossier import PrintError, written

    try:
        data = written(composed, form)
    except PrintError as error:
        raise click.ClickException(str(error)) from error
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise click.ClickException(f"cannot write {out}: {error.strerror}") from error
    say(f"wrote {out}: {counted(len(composed.sources), 'source')}")

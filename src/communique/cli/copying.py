"""``communique copy``: a record moved to another place."""

from __future__ import annotations

from pathlib import Path

import click

from communique.cli.parameters import examples
from communique.cli.rooms import open_record
from communique.cli.terminal import counted, say


@click.command(
    epilog=examples(
        "communique copy communique.db postgresql://me@host/talks",
        "communique copy postgresql://me@host/talks talks.db",
    )
)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
def copy(source: str, target: str) -> None:
    """Copy a record to another place.

    FROM and TO are paths or postgresql:// URLs. Everything that was read and decided goes along;
    TO has to be empty or not there yet, and is left as it was where something fails.
    """
    if _one_place(source, target):
        raise click.UsageError("FROM and TO are one record; name another place to copy it to")
    with open_record(source) as kept, open_record(target, to_write=True) as other:
        pages = kept.copy_to(other)
        linked = other.link()
    say(f"copied {counted(pages, 'page')}, {counted(linked.engagements, 'engagement')}")


def _one_place(source: str, target: str) -> bool:
    """Tell whether two names are of one record."""
    if "://" in source or "://" in target:
        return source == target
    return Path(source).resolve() == Path(target).resolve()

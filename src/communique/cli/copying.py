"""``communique copy``: a record moved to another place."""

from __future__ import annotations

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
    with open_record(source) as kept, open_record(target, to_write=True) as other:
        pages = kept.copy_to(other)
        linked = other.link()
    say(f"copied {counted(pages, 'page')}, {counted(linked.engagements, 'engagement')}")

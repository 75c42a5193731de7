"""``communique leaders``: the table of who held which office when."""

from __future__ import annotations

import click

from communique.cli.parameters import examples
from communique.cli.terminal import say


@click.group()
def leaders() -> None:
    """The table of who held which office when."""


@leaders.command(epilog=examples("communique leaders refresh"))
def refresh() -> None:
    """Fetch the table anew from Wikidata.

    Reading works without it: the table that came with the program stays in use until then.
    """
    from communique.exchange.wikidata import refresh as fetch

    say(f"wrote {fetch()}")

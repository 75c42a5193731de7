"""``communique leaders``: the table of who held which office when."""

from __future__ import annotations

from pathlib import Path

import click

from communique.cli.parameters import examples
from communique.cli.terminal import say


@click.group()
def leaders() -> None:
    """The table of who held which office when."""


@leaders.command(
    epilog=examples(
        "communique leaders refresh",
        "communique leaders refresh --contact me@example.org",
        "communique leaders refresh --out leaders.csv",
    )
)
@click.option("--endpoint", metavar="URL", help="Ask here instead of Wikidata's own service.")
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write here; else to your own table, $COMMUNIQUE_LEADERS or in your configuration folder.",
)
@click.option("--contact", metavar="TEXT", default="", help="How the service can reach you.")
def refresh(endpoint: str | None, out: Path | None, contact: str) -> None:
    """Fetch what is new from Wikidata.

    Your own table is laid over the one that came with the program. Reading works without either.
    """
    from communique.exchange.sparql import FetchError, Limits
    from communique.exchange.wikidata import ENDPOINT
    from communique.exchange.wikidata import refresh as fetch_leaders

    say("asking for office-holders; that can take some minutes")
    try:
        report = fetch_leaders(endpoint or ENDPOINT, out, limits=Limits(contact=contact))
    except (FetchError, ValueError, OSError) as error:
        raise click.ClickException(f"{error}; the table is as it was") from error
    say(str(report))

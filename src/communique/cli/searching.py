"""``communique search``: words looked up in everything kept."""

from __future__ import annotations

import click

from communique.cli.parameters import examples, json_option, record_option
from communique.cli.rooms import open_record
from communique.cli.terminal import say, show_json
from communique.cli.terminal import show as show_views

MOST = 50


@click.command(
    epilog=examples(
        "communique search grain corridor",
        "communique search '\"joint statement\" Hanoi'    a phrase and a word",
        "communique search 'To Lam' --json",
    )
)
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=MOST,
    show_default=True,
    help="At most so many hits, the best first.",
)
@json_option
@record_option
def search(words: tuple[str, ...], limit: int, as_json: bool, record: str) -> None:
    """Look up words in titles, texts and statements.

    All words have to be there; accents and case do not count. A word of four letters or more finds
    every word that begins with it; an argument of several words, or words in double quotes, have
    to stand so.
    """
    from communique.exchange.record_form import hit_to_json

    asked = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    with open_record(record) as kept:
        found = [hit_to_json(hit) for hit in kept.search(asked, limit)]
    if as_json:
        show_json(found)
    elif found:
        from communique.views.hits import hits_view

        show_views(hits_view(found))
        if len(found) == limit:
            say(f"the first {limit}; --limit asks for more")
    else:
        say("nothing in the record has these words")

"""The commands that ask the record: timeline, show, commitments, people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.cli.parameters import (
    engagement_filters,
    examples,
    json_option,
    record_option,
    states_argument,
)
from communique.cli.rooms import open_record
from communique.cli.terminal import console, say, show_json
from communique.cli.terminal import show as show_views

if TYPE_CHECKING:
    from communique.record import Record


@click.command(
    epilog=examples(
        "communique timeline                             everything",
        "communique timeline India --since 2024",
        "communique timeline French Chad --kind visit    visits with either",
        "communique timeline --person 'To Lam' --topic defence",
    )
)
@states_argument
@engagement_filters
@json_option
@record_option
def timeline(states: tuple[str, ...], as_json: bool, record: str, **filters: Any) -> None:
    """Engagements in order of time.

    STATE takes any usual name, nationality or ISO code.
    """
    with open_record(record) as kept:
        found = kept.engagements(states=states, **filters)
        ids = kept.short_ids()
    if as_json:
        show_json(found)
    elif found:
        from communique.views.timeline import timeline_view

        show_views(timeline_view(found, ids))
        say("communique show ID tells all about one of them")
    else:
        say("no engagement answers to that")


@click.command(
    epilog=examples(
        "communique show 3f9c2a           the id as timeline prints it",
        "communique show 3f9c2a --json",
    )
)
@click.argument("engagement")
@json_option
@record_option
def show(engagement: str, as_json: bool, record: str) -> None:
    """One engagement, its accounts side by side.

    Every field stands with the words behind it and how the accounts compare. ENGAGEMENT is an id,
    or its first characters.
    """
    with open_record(record) as kept:
        found = _one_engagement(kept, engagement)
        wanted = set(found["commitments"])
        commitments = [each for each in kept.commitments() if each["id"] in wanted]
    if as_json:
        show_json(found)
        return
    from communique.views.engagement import engagement_view

    show_views(engagement_view(found, commitments, width=console().width))


@click.command(
    epilog=examples(
        "communique commitments --open        what is still to be kept",
        "communique commitments Indonesia",
    )
)
@states_argument
@click.option("--open", "only_open", is_flag=True, help="Only what is still open.")
@json_option
@record_option
def commitments(states: tuple[str, ...], only_open: bool, as_json: bool, record: str) -> None:
    """Invitations, pledges, agreed steps, and where each stands.

    STATE takes any usual name, nationality or ISO code.
    """
    with open_record(record) as kept:
        found = kept.commitments(states=states, only_open=only_open)
    if as_json:
        show_json(found)
    elif found:
        from communique.views.commitments import commitments_view

        show_views(commitments_view(found))
    else:
        say("no commitment answers to that")


@click.command(epilog=examples("communique people", "communique people China --json"))
@states_argument
@json_option
@record_option
def people(states: tuple[str, ...], as_json: bool, record: str) -> None:
    """Persons of the record, with the offices they were seen in.

    STATE takes any usual name, nationality or ISO code.
    """
    with open_record(record) as kept:
        found = kept.people(states=states)
    if as_json:
        show_json(found)
    elif found:
        from communique.views.people import people_view

        show_views(people_view(found))
    else:
        say("nobody answers to that")


def _one_engagement(record: Record, wanted: str) -> dict[str, Any]:
    """Return the engagement that an id or the beginning of one names."""
    matches = record.ids_beginning(wanted)
    if len(matches) == 1:
        return record.engagement(matches[0])
    if matches:
        raise click.UsageError(
            f"{len(matches)} engagements begin with {wanted!r}; give more of the id"
        )
    raise click.UsageError(f"no engagement {wanted!r}; communique timeline lists them")

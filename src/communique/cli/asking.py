"""The commands that ask the record: timeline, show, commitments, people."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from communique.cli.parameters import (
    PartialDate,
    engagement_filters,
    examples,
    json_option,
    record_option,
    states_argument,
)
from communique.cli.rooms import open_record
from communique.cli.terminal import console, say, show_json
from communique.cli.terminal import show as show_views
from communique.model import CommitmentKind
from communique.partial_dates import to_bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.record import Record
    from communique.record.entries import EngagementEntry


_SHORTEST = 4  # letters and digits of a short id: those of a hash


@click.command(
    epilog=examples(
        "communique timeline                             everything",
        "communique timeline India --since 2024",
        "communique timeline French Chad --kind visit    between the two",
        "communique timeline --person 'To Lam' --topic defence",
    )
)
@states_argument
@engagement_filters
@json_option
@record_option
def timeline(states: tuple[str, ...], as_json: bool, record: str, **filters: Any) -> None:
    """Engagements in order of time.

    STATE takes any usual name, nationality or ISO code; of several, all have to be sides.
    """
    with open_record(record) as kept:
        from communique.exchange.record_form import engagement_to_json

        entries = kept.engagements(states=states, **filters, accounts=as_json)
        found = [engagement_to_json(entry) for entry in entries]
        ids = short_ids(entry.id for entry in kept.engagements())
    if as_json:
        show_json(found)
    elif found:
        from communique.views.timeline import timeline_view

        show_views(timeline_view(found, ids))
        if sys.stdout.isatty():
            say("communique show ID tells all about one of them")
    else:
        say("no engagement answers to that; communique timeline alone lists all")


@click.command(
    epilog=examples(
        "communique show 98f8               the id as timeline prints it",
        "communique show call-2024-08-26    or the beginning of the whole id",
        "communique show 98f8 --why         what joined its accounts",
    )
)
@click.argument("engagement")
@click.option("--why", is_flag=True, help="What speaks for its accounts being of one engagement.")
@json_option
@record_option
def show(engagement: str, why: bool, as_json: bool, record: str) -> None:
    """One engagement, its accounts side by side.

    Every field stands with the words behind it and how the accounts compare. ENGAGEMENT is an id
    as timeline prints it, or the beginning of a whole id.
    """
    with open_record(record) as kept:
        from communique.exchange.record_form import commitment_to_json, engagement_to_json

        entry = find_engagement(kept, engagement)
        found = engagement_to_json(entry, why=why)
        undertaken = [
            commitment_to_json(each, date.today())
            for each in kept.commitments()
            if each.id in entry.commitments
        ]
    if as_json:
        show_json(found)
        return
    if why:
        from communique.views.weights import weights_view

        show_views(weights_view(found))
        return
    from communique.views.engagement import engagement_view

    show_views(engagement_view(found, undertaken, width=console().width))


@click.command(
    epilog=examples("communique compare 98f8", "communique compare call-2024-08-26 --json")
)
@click.argument("engagement")
@json_option
@record_option
def compare(engagement: str, as_json: bool, record: str) -> None:
    """One engagement as each side tells it.

    The outlets of each party stand apart, and all others; every field with how independent
    accounts agree; and the statements that one side has and the other tells otherwise,
    perhaps, or leaves out.
    """
    with open_record(record) as kept:
        from communique.exchange.compared_form import compared_to_json

        found = compared_to_json(find_engagement(kept, engagement))
    if as_json:
        show_json(found)
        return
    from communique.views.comparison import compared_view

    show_views(compared_view(found))


@click.command(
    epilog=examples(
        "communique commitments --open        what is still to be kept",
        "communique commitments Indonesia",
        "communique commitments --kind pledge",
        "communique commitments --open --as-of 2024-12-31",
    )
)
@states_argument
@click.option("--open", "only_open", is_flag=True, help="Only what is still open.")
@click.option(
    "--kind",
    type=click.Choice([each.value for each in CommitmentKind]),
    help="Only invitations, only pledges, ...",
)
@click.option(
    "--as-of", type=PartialDate(), metavar="DATE", help="Count days to this date; else to today."
)
@json_option
@record_option
def commitments(
    states: tuple[str, ...],
    only_open: bool,
    kind: str | None,
    as_of: str | None,
    as_json: bool,
    record: str,
) -> None:
    """Invitations, pledges, agreed steps, and where each stands.

    What is open stands with the days since it was first told of, and the last word on it: its
    state, since when, and who says so.

    STATE takes any usual name, nationality or ISO code; of several, all have to be sides.
    """
    with open_record(record) as kept:
        from communique.exchange.record_form import commitment_to_json

        entries = kept.commitments(states=states, open_only=only_open)
        counted_to = to_bounds(as_of)[1] if as_of else date.today()
        asked = [entry for entry in entries if kind is None or entry.kind == kind]
        found = [commitment_to_json(entry, counted_to) for entry in asked]
    if as_json:
        show_json(found)
    elif found:
        from communique.views.commitments import commitments_view

        show_views(commitments_view(found))
    else:
        say(_no_commitment(asked=bool(states or only_open or kind)))


def _no_commitment(*, asked: bool) -> str:
    """Return what to do next where no commitment is shown."""
    if asked:
        return "no commitment answers to that; communique commitments alone lists all"
    return (
        "the record holds no invitation, pledge or agreed step; they come with pages that tell of "
        "some: communique read PAGE..."
    )


@click.command(epilog=examples("communique people", "communique people China --json"))
@states_argument
@json_option
@record_option
def people(states: tuple[str, ...], as_json: bool, record: str) -> None:
    """Persons of the record, with the offices they were seen in.

    STATE takes any usual name, nationality or ISO code.
    """
    with open_record(record) as kept:
        from communique.exchange.record_form import person_to_json

        entries = [entry for entry in kept.people() if not states or entry.state in states]
        found = [person_to_json(entry) for entry in entries]
    if as_json:
        show_json(found)
    elif found:
        from communique.views.people import people_view

        show_views(people_view(found))
    else:
        say("nobody answers to that; communique people alone lists all")


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Return for each id the fewest of its last words that no other id ends with.

    Ids are words joined by hyphens and end in a hash, which mostly says enough; the number behind
    the hash of an engagement that was split off alone would not.
    """
    known = list(ids)
    shared = Counter(ending for each in known for ending in _endings(each))
    return {
        each: next(end for end in _endings(each) if shared[end] == 1 and len(end) >= _SHORTEST)
        for each in known
    }


def _endings(name: str) -> Iterator[str]:
    words = name.split("-")
    return ("-".join(words[first:]) for first in reversed(range(len(words))))


def find_engagement(record: Record, wanted: str) -> EngagementEntry:
    """Return the engagement that an id, its beginning or its last words name.

    Raises click.ClickException where none goes by that, click.UsageError where several do.
    """
    from communique.record import NotThereError, RecordError

    ending = [each.id for each in record.engagements() if wanted in _endings(each.id)]
    try:
        return record.engagement(ending[0] if len(ending) == 1 else wanted)
    except RecordError as error:
        none = isinstance(error, NotThereError)
        raised = click.ClickException if none else click.UsageError
        raise raised(f"{error}; communique timeline lists them") from error

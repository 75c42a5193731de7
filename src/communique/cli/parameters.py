"""What the commands' options and arguments have in common."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from communique.model import TOPICS, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]
    Word = click.ParamType[str]
else:
    Word = click.ParamType  # a generic type only in newer versions of Click

DEFAULT_RECORD = "communique.db"


class State(Word):
    """A state by any usual name, nationality or ISO code; gives its ISO 3166-1 alpha-3 code."""

    name = "state"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code; fails as a usage error where no state goes by that name."""
        from communique.knowledge.states import state_of

        code = state_of(str(value))
        if code is None:
            known = {each.name for each in ctx.command.params} if ctx else set()
            person = f"; a person is asked for by --person {str(value)!r}"
            self.fail(
                f"no state goes by {value!r}; try its English name, a nationality "
                f"or its ISO code (France, French, FRA){person if 'person' in known else ''}",
                param,
                ctx,
            )
        return code


class StateOrNone(State):
    """A state, or the word none, which gives an empty word."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the code, or "" for none."""
        return "" if str(value) in ("", "none") else super().convert(value, param, ctx)


class PartialDate(Word):
    """An ISO date of any precision: 2024, 2024-06 or 2024-06-20."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the date as given; fails as a usage error where it is none."""
        from communique.partial_dates import to_bounds

        try:
            to_bounds(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date; write 2024, 2024-06 or 2024-06-20", param, ctx)
        return str(value)


def record_option(command: Command) -> Command:
    """Add ``--record`` to a command; its value is a path or a database URL."""
    return click.option(
        "--record",
        metavar="PATH",
        envvar="COMMUNIQUE_RECORD",
        default=DEFAULT_RECORD,
        help=f"The record to use; else $COMMUNIQUE_RECORD, else {DEFAULT_RECORD}.",
    )(command)


def network_options(command: Command) -> Command:
    """Add what lets a command fetch from private networks: ``allow_private``, ``allow_hosts``."""
    options = (
        click.option("--allow-private", is_flag=True, help="Fetch URLs on private networks too."),
        click.option(
            "--allow-host",
            "allow_hosts",
            metavar="HOST",
            multiple=True,
            help="Fetch from this host though it is on a private network; may be repeated.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def json_option(command: Command) -> Command:
    """Add ``--json`` to a command, as ``as_json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print JSON alone, for other programs."
    )(command)


def states_argument(command: Command) -> Command:
    """Add ``[STATE]...`` to a command, as a tuple of codes."""
    return click.argument("states", metavar="[STATE]...", nargs=-1, type=State())(command)


def engagement_filters(command: Command) -> Command:
    """Add the options that choose among engagements."""
    options = (
        click.option("--since", type=PartialDate(), metavar="DATE", help="On this date or later."),
        click.option("--until", type=PartialDate(), metavar="DATE", help="On this date or before."),
        click.option(
            "--kind",
            type=click.Choice([kind.value for kind in Kind]),
            help="Of this kind.",
        ),
        click.option("--person", metavar="NAME", help="With this person, in any usual spelling."),
        click.option(
            "--topic",
            metavar="TOPIC",
            callback=_known_topic,
            help="About this field, such as defence or trade.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def examples(*lines: str) -> str:
    """Return lines of example commands as an epilog that Click does not re-wrap."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _known_topic(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    topic = re.sub(r"[\s-]+", "_", value.strip().lower())
    if topic not in TOPICS:
        raise click.BadParameter(
            f"no topic {value!r} in the codebook; it has {', '.join(sorted(TOPICS))}",
            ctx=ctx,
            param=param,
        )
    return topic

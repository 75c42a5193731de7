"""``communique users``: who may come in where the record is served to others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from communique.cli.parameters import examples, json_option, record_option
from communique.cli.rooms import open_record
from communique.cli.terminal import say, show_json

if TYPE_CHECKING:
    from communique.record import Record, UserRole

# The words of communique.record.UserRole, which is not for a help text to bring in.
ROLES = ("reader", "editor")


class _InOrder(click.Group):
    """A group whose help lists the commands as they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    epilog=examples(
        "communique users add eva --role editor",
        "communique users token eva --label 'weekly table' --role reader",
        "communique users list",
    ),
)
def users() -> None:
    """Who may come in where the record is served to others.

    Readers look at everything; editors also decide and add pages. Users are of the record that
    they are added to; copy and export leave them out.
    """


@users.command(epilog=examples("communique users add eva", "… add eva --role editor"))
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True)
@click.option("--no-password", is_flag=True, help="Comes by tokens alone, as a program does.")
@record_option
def add(name: str, role: str, no_password: bool, record: str) -> None:
    """Add a user.

    The password is asked for, or read from standard input where that is no terminal.
    """
    with open_record(record, to_write=True) as kept:
        password = None if no_password else _new_password(name)
        kept.users.add(name, _role(role), password)
    say(f"{name} may come in as {role}")


@users.command("list", epilog=examples("communique users list", "… list --json"))
@json_option
@record_option
def list_all(as_json: bool, record: str) -> None:
    """Users and their tokens."""
    with open_record(record) as kept:
        tokens = kept.users.tokens()
        found = [
            {
                "name": user.name,
                "role": user.role.value,
                "password": user.password is not None,
                "added_at": user.added_at,
                "tokens": [
                    {"id": t.id, "label": t.label, "role": t.role.value, "made_at": t.made_at}
                    for t in tokens
                    if t.user == user.name
                ],
            }
            for user in kept.users.all()
        ]
    if as_json:
        show_json(found)
    elif found:
        from communique.cli.terminal import show
        from communique.views.users import users_view

        show(users_view(found))
    else:
        say("no users; communique users add NAME adds one")


@users.command(epilog=examples("communique users password eva"))
@click.argument("name")
@record_option
def password(name: str, record: str) -> None:
    """Give a user another password; their sessions end."""
    with open_record(record) as kept:
        _known(kept, name)
        kept.users.change(name, password=_new_password(name))
    say(f"{name} has another password")


@users.command(epilog=examples("communique users role eva editor"))
@click.argument("name")
@click.argument("new", metavar="ROLE", type=click.Choice(ROLES))
@record_option
def role(name: str, new: str, record: str) -> None:
    """Make a user a reader or an editor."""
    with open_record(record) as kept:
        kept.users.change(name, role=_role(new))
    say(f"{name} is {new} now")


@users.command(epilog=examples("communique users remove eva"))
@click.argument("name")
@record_option
def remove(name: str, record: str) -> None:
    """Remove a user with tokens and sessions; what they decided stays."""
    with open_record(record) as kept:
        kept.users.remove(name)
    say(f"{name} may not come in any more")


@users.command(epilog=examples("communique users token eva --label 'weekly table'"))
@click.argument("name")
@click.option("--label", metavar="TEXT", default="", help="What it is for.")
@click.option(
    "--role", "lent", type=click.Choice(ROLES), help="At most this; else what the user may do."
)
@record_option
def token(name: str, label: str, lent: str | None, record: str) -> None:
    """Make a token for a program that acts for a user.

    It is printed once and not kept; the program sends it as "Authorization: Bearer TOKEN".
    """
    from communique.web.guard.passwords import digest, new_token

    with open_record(record) as kept:
        user = _known(kept, name)
        made = new_token()
        entry = kept.users.add_token(name, label, _role(lent or user), digest(made))
    print(made)
    say(f"token {entry.id} of {name}; it is shown this once")


@users.command(epilog=examples("communique users revoke 9f2c01ab"))
@click.argument("token_id", metavar="TOKEN")
@record_option
def revoke(token_id: str, record: str) -> None:
    """Remove a token, by its id as list prints it."""
    with open_record(record) as kept:
        kept.users.remove_token(token_id)
    say(f"token {token_id} opens nothing any more")


def _known(kept: Record, name: str) -> str:
    """Return a user's role; ends with what to do where there is no such user."""
    user = kept.users.find(name)
    if user is None:
        raise click.ClickException(f"no user {name!r}; communique users list names them")
    return user.role.value


def _role(word: str) -> UserRole:
    from communique.record import UserRole

    return UserRole(word)


def _new_password(name: str) -> str:
    """Ask for a new password and return its hash."""
    from communique.web.guard.passwords import hashed, weakness

    if sys.stdin.isatty():
        given = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    if why := weakness(given, name):
        raise click.ClickException(f"that password will not do: {why}")
    return hashed(given)

"""``communique correct``: what a person knows better, kept apart from what was read."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any

import click

from communique.cli.asking import find_engagement
from communique.cli.parameters import State, StateOrNone, examples, json_option, record_option
from communique.cli.parties import known_party, new_party
from communique.cli.rooms import open_record
from communique.cli.terminal import say, show_json
from communique.cli.terminal import show as show_views
from communique.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.record import Author, Record
    from communique.record.entries import DecisionEntry, EngagementEntry

    Command = Callable[..., Any]

# The fields of communique.linking.decisions.FIELDS, which is not for a help text to bring in.
FIELDS = (
    *("kind", "status", "visit_type", "start", "end"),
    *("place_name", "place_city", "place_state", "topics"),
)
# All that is known of the place at once.
_PLACE = "place"
_SHORT = 8  # letters of a decision's id, as much as tells it from others
_LATEST = 5


# The owners of communique.knowledge.outlets, likewise.
OWNERS = ("office", "state", "public", "organization", "press")


class _InOrder(click.Group):
    """A group whose help lists the commands as they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    epilog=examples(
        "communique correct merge 98f8 1c02",
        "communique correct set 98f8 start 2024-03-26 --why 'the ministry'",
        "communique correct party 98f8 'To Lam' --role host",
        "communique correct outlet mfa.example --state NGA --owner office",
        "communique correct list",
        "communique correct undo 3fa9",
    ),
)
def correct() -> None:
    """Correct the record.

    Each correction is a decision with who made it, when and why. Decisions stand apart from what
    was read, hold whatever is read later, and can be undone. ENGAGEMENT is an id as timeline
    prints it; ACCOUNT a number as show prints it, or its page. Exit codes: 1 where the record has
    nothing such, 2 where what is asked cannot be understood.
    """


def author_options(command: Command) -> Command:
    """Add ``--by`` and ``--why`` to a command, as ``author``, and ``--record``."""
    by = click.option(
        "--by", metavar="NAME", envvar="COMMUNIQUE_BY", help="Who decides; else your login name."
    )
    why = click.option("--why", metavar="TEXT", help="The reason, for those who read it later.")
    return by(why(record_option(command)))


@correct.command(epilog=examples("communique correct merge 98f8 1c02"))
@click.argument("engagements", metavar="ENGAGEMENT...", nargs=-1, required=True)
@click.option("--force", is_flag=True, help="Also where something speaks against it.")
@author_options
def merge(
    engagements: tuple[str, ...], force: bool, by: str | None, why: str | None, record: str
) -> None:
    """Two engagements or more are one and the same.

    Where their kinds, days, sides or persons speak against it, that is told, and nothing is merged
    without --force.
    """
    from communique.record import DoubtfulError

    with open_record(record) as kept:
        found = [find_engagement(kept, each) for each in engagements]
        ids = [each.id for each in found]
        try:
            made = kept.corrections.merge(ids, _author(by, why), force=force)
        except DoubtfulError as doubt:
            said = f"not merged: {doubt}; --force merges them all the same"
            raise click.ClickException(said) from doubt
        _tell(made)
        _tell_now(kept, [account.id for each in found for account in each.accounts])
        _tell_kind(kept, found)


@correct.command(epilog=examples("communique correct split 98f8 2", "… split 98f8 tass.html"))
@click.argument("engagement")
@click.argument("accounts", metavar="ACCOUNT...", nargs=-1, required=True)
@author_options
def split(
    engagement: str, accounts: tuple[str, ...], by: str | None, why: str | None, record: str
) -> None:
    """Some accounts are of another engagement than the rest."""
    with open_record(record) as kept:
        entry = find_engagement(kept, engagement)
        out = [_account(entry, each) for each in accounts]
        _tell(kept.corrections.split(entry.id, out, _author(by, why)))
        _tell_now(kept, [account.id for account in entry.accounts])


@correct.command(
    "set",
    epilog=examples(
        "communique correct set 98f8 start 2024-03-26",
        "communique correct set 98f8 topics trade,defence",
        "communique correct set 98f8 place 'Elysee Palace, Paris, France'",
        "communique correct set 98f8 visit_type        no value: nothing",
    ),
)
@click.argument("engagement")
@click.argument("field", type=click.Choice((*FIELDS, _PLACE)), metavar="FIELD")
@click.argument("value", required=False)
@author_options
def set_field(
    engagement: str, field: str, value: str | None, by: str | None, why: str | None, record: str
) -> None:
    """A field of an engagement has this value.

    FIELD is kind, status, visit_type, start, end, place, place_name, place_city, place_state or
    topics. A place is written as its name, its city and its state, or the last of these alone. The
    value wins over what pages say and is shown as a decision.
    """
    wanted: Any = value or None
    if field == "topics":
        wanted = [topic.strip() for topic in (value or "").split(",") if topic.strip()]
    with open_record(record) as kept:
        found = find_engagement(kept, engagement).id
        values = _place_of(value or "") if field == _PLACE else {field: wanted}
        for made in kept.corrections.set_fields(found, values, _author(by, why)):
            _tell(made)


@correct.command(
    epilog=examples(
        "communique correct party 98f8 'To Lam' --role host",
        "communique correct party 98f8 Lavrov --office 'Foreign Minister' --state RUS",
        "communique correct party 98f8 'Wang Yi' --add --state CHN --role delegate",
        "communique correct party 98f8 France --remove",
    )
)
@click.argument("engagement")
@click.argument("who", metavar="PARTY")
@click.option(
    "--role", type=click.Choice([role.value for role in Role]), help="What they are in it."
)
@click.option("--office", metavar="WORDS", help="What they hold; '' for nothing.")
@click.option("--state", type=State(), metavar="STATE", help="Whose they are.")
@click.option("--organization", metavar="NAME", help="Whose they are, if not a state's.")
@click.option("--add", is_flag=True, help="They are a party that no page names as one.")
@click.option("--remove", is_flag=True, help="They are no party.")
@author_options
def party(
    engagement: str, who: str, add: bool, remove: bool, by: str | None, why: str | None,
    record: str, **values: str | None,
) -> None:  # fmt: skip
    """Somebody is a party of an engagement, as this or that, or is none.

    PARTY is a person, or a state or organization for which nobody is named. What is not given stays
    as pages have it. The decision wins over what pages say and is shown as one.
    """
    told = {name: value or None for name, value in values.items() if value is not None}
    if told.get("organization"):
        from communique.knowledge.organizations import full_name

        told["organization"] = full_name(str(told["organization"]))
    if (add and remove) or (remove and told) or not (add or remove or told):
        raise click.UsageError("say --role, --office, --state or --organization, --add or --remove")
    with open_record(record) as kept:
        entry = find_engagement(kept, engagement)
        known = new_party(entry, who, told) if add else known_party(entry, who)
        value = {**known, "present": not remove, "as": told}
        _tell(kept.corrections.party(entry.id, value, _author(by, why)))


@correct.command(epilog=examples("communique correct reject 98f8 2"))
@click.argument("engagement")
@click.argument("account")
@author_options
def reject(engagement: str, account: str, by: str | None, why: str | None, record: str) -> None:
    """An account does not count: its page does not say that."""
    with open_record(record) as kept:
        found = _account(find_engagement(kept, engagement), account)
        _tell(kept.corrections.reject(found, _author(by, why)))


@correct.command(
    epilog=examples("communique correct name 'To Lam' 'Tô Lâm'", "… name ukr-zelenskiy 'Zelensky'")
)
@click.argument("person")
@click.argument("name")
@author_options
def name(person: str, name: str, by: str | None, why: str | None, record: str) -> None:
    """A person has this name.

    Whoever bears NAME already is then the same person. PERSON is a name or an id as people --json
    prints it.
    """
    with open_record(record) as kept:
        _tell(kept.corrections.name(person, name, _author(by, why)))


@correct.command(
    "copy", epilog=examples("communique correct copy b.html a.html", "… copy b.html --of-none")
)
@click.argument("page")
@click.argument("original", required=False)
@click.option("--of-none", is_flag=True, help="PAGE repeats no other page.")
@author_options
def mark_copy(
    page: str, original: str | None, of_none: bool, by: str | None, why: str | None, record: str
) -> None:
    """A page repeats another, and is no second witness.

    PAGE and ORIGINAL are URLs or paths.
    """
    if (original is None) != of_none:
        raise click.UsageError("name the page that it repeats, or say --of-none")
    with open_record(record) as kept:
        _tell(kept.corrections.mark_copy(page, original, _author(by, why)))


@correct.command(
    epilog=examples(
        "communique correct outlet 'Daily Post' --state NGA --owner state",
        "communique correct outlet mfa.example --name 'Ministry of X' --state NGA --owner office",
        "… outlet 'The Wire' --state none --owner press",
    )
)
@click.argument("outlet")
@click.option("--name", metavar="NAME", help="What it is called.")
@click.option(
    "--state", type=StateOrNone(), metavar="STATE", help="Whose it is; none for no state's."
)
@click.option(
    "--owner",
    type=click.Choice(OWNERS),
    help="A ministry or other office, state media, a public broadcaster or agency, an "
    "organization, or independent press.",
)
@author_options
def outlet(outlet: str, by: str | None, why: str | None, record: str, **said: str | None) -> None:
    """An outlet is called this, speaks for that state, belongs to those.

    OUTLET is a name as the record has it, or an address such as mfa.example: then all pages under
    it are meant. compare puts the accounts of a party's outlets on that party's side.
    """
    value = {what: word for what, word in said.items() if word is not None}
    if not value:
        raise click.UsageError("say --name, --state or --owner")
    with open_record(record) as kept:
        _tell(kept.corrections.outlet(outlet, value, _author(by, why)))


@correct.command("list", epilog=examples("communique correct list", "… correct list --json"))
@json_option
@record_option
def list_all(as_json: bool, record: str) -> None:
    """Every decision, the undone ones too."""
    from communique.exchange.decisions import decision_to_json

    with open_record(record) as kept:
        found = [decision_to_json(entry) for entry in kept.corrections.all()]
    if as_json:
        show_json(found)
    elif found:
        from communique.views.decisions import decisions_view

        show_views(decisions_view(found))
    else:
        say("nobody has decided anything")


@correct.command(epilog=examples("communique correct undo 3fa9"))
@click.argument("decision", metavar="ID", required=False)
@author_options
def undo(decision: str | None, by: str | None, why: str | None, record: str) -> None:
    """Take a decision back.

    ID is that of a decision as list prints it, or its beginning; without one, the latest are
    named. Undoing is a decision, too, and can itself be undone.
    """
    with open_record(record) as kept:
        if decision is None:
            raise click.UsageError(_latest(kept))
        _tell(kept.corrections.undo(decision, _author(by, why)))


def _latest(record: Record) -> str:
    """Say which decisions can be undone, the latest first."""
    from communique.exchange.decisions import decision_to_json
    from communique.views.decisions import decision_words

    made = [entry for entry in record.corrections.all() if entry.undone_by is None]
    told = [f"  {one.id[:_SHORT]}  {decision_words(decision_to_json(one))}" for one in made[::-1]]
    if not told:
        return "nothing to undo: nobody has decided anything"
    return "\n".join(["say which decision; the latest are", *told[:_LATEST]])


def _author(by: str | None, why: str | None) -> Author:
    from communique.record import Author

    if not by:
        try:
            by = getpass.getuser()
        except (OSError, KeyError, ImportError) as error:
            raise click.UsageError("nobody is logged in by a name; add --by NAME") from error
    return Author(by, why)


def _account(entry: EngagementEntry, wanted: str) -> str:
    """Return the id of the account that a number or a page names."""
    if wanted.isdecimal() and 0 < int(wanted) <= len(entry.accounts):
        return entry.accounts[int(wanted) - 1].id
    found = [
        account.id
        for account in entry.accounts
        if account.id == wanted or account.document.label.endswith(wanted)
    ]
    if len(found) != 1:
        few = "no account" if not found else f"{len(found)} accounts"
        raised = click.UsageError if found else click.ClickException
        raise raised(f"{few} of {entry.id} by {wanted!r}; communique show numbers them")
    return found[0]


def _tell_now(record: Record, accounts: list[str]) -> None:
    """Say which engagements hold the accounts of those that were merged or split."""
    say(f"now {', '.join(record.corrections.holding(accounts))}")


def _tell_kind(record: Record, merged: list[EngagementEntry]) -> None:
    """Say what engagements of several kinds have become."""
    kinds = {each.kind for each in merged}
    accounts = [account.id for each in merged for account in each.accounts]
    if len(kinds) > 1:
        for name in record.corrections.holding(accounts):
            told = " and a ".join(sorted(kind.value.replace("_", " ") for kind in kinds))
            say(f"of a {told} it is now a {record.engagement(name).kind.value.replace('_', ' ')}")


def _place_of(words: str) -> dict[str, str | None]:
    """Return the fields of a place written as "Elysee Palace, Paris, France".

    The state of a last word that is a city of one state alone need not be written.
    """
    from communique.knowledge.places import city_state
    from communique.knowledge.states import state_of

    told = [part.strip() for part in words.split(",") if part.strip()]
    state = state_of(told[-1]) if told else None
    if state:
        told.pop()
    elif told and len(states := {code for code, _ in city_state(told[-1])}) == 1:
        (state,) = states
    city = told.pop() if told and state else None
    return {"place_name": ", ".join(told) or None, "place_city": city, "place_state": state}


def _tell(entry: DecisionEntry) -> None:
    from communique.exchange.decisions import decision_to_json
    from communique.views.decisions import decision_words

    say(f"{entry.id}: {decision_words(decision_to_json(entry))}")

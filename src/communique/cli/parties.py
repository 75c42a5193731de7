"""Which party of an engagement somebody means who wants to correct it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.linking.outcome import LinkedParty
    from communique.record.entries import EngagementEntry

    Who = dict[str, str | None]


def known_party(entry: EngagementEntry, wanted: str) -> Who:
    """Return whom a name means among an engagement's parties, by person, state and organization.

    Raises click.ClickException where that is nobody, click.UsageError where it is several; both
    list the parties.
    """
    from communique.views.words import party_words

    found = [party for party in entry.parties if _is_meant(party, wanted)]
    exact = [party for party in found if wanted in (party.person, party.person_id)]
    found = exact or found
    if len(found) != 1:
        few = "no party" if not found else f"{len(found)} parties"
        every = ", ".join(party_words(asdict(party), role=False) for party in entry.parties)
        raised = click.UsageError if found else click.ClickException
        raise raised(f"{few} by {wanted!r}, of {every}; --add adds another")
    (one,) = found
    return {"person": one.person, "state": one.state, "organization": one.organization}


def new_party(entry: EngagementEntry, wanted: str, told: Mapping[str, str | None]) -> Who:
    """Return who a party to be added is: a person of a side that is told, else a side itself.

    Raises click.ClickException where they are a party already, click.UsageError where nobody says
    whose they are.
    """
    if any(_is_meant(party, wanted) for party in entry.parties):
        raise click.ClickException(f"{wanted!r} is a party of {entry.id} already; leave out --add")
    state, organization = told.get("state"), told.get("organization")
    from communique.knowledge.organizations import full_name

    own = _side(wanted) or (None, full_name(wanted))
    if (state or organization) and own not in ((state, None), (None, organization)):
        return {"person": wanted, "state": state, "organization": organization}
    if _side(wanted) is None and organization is None:
        raise click.UsageError(f"say whose {wanted} is: --state or --organization")
    return {"person": None, "state": own[0], "organization": own[1]}


def _is_meant(party: LinkedParty, wanted: str) -> bool:
    """Whether a name is a party's: the person's or their id, or that of the side alone."""
    from communique.linking.names import has_word, same_name
    from communique.linking.words import folded

    if not party.person:
        side = _side(wanted) or (None, wanted)
        return bool(side[0] and side[0] == party.state) or bool(
            side[1] and folded(side[1]) == folded(party.organization or "")
        )
    name, own = folded(wanted), folded(party.person)
    if wanted == party.person_id or not name:
        return bool(name)
    return has_word(own, name[0]) if len(name) == 1 else same_name(own, name, same_office=True)


def _side(name: str) -> tuple[str | None, str | None] | None:
    """Return the state's code or the organization's full name that a name stands for."""
    from communique.knowledge.organizations import full_name, organization
    from communique.knowledge.states import state_of

    code = state_of(name)
    if code is not None:
        return code, None
    return (None, full_name(name)) if organization(name) is not None else None

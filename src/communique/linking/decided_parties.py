"""What people decided about an engagement's parties: who is one, who is none, as what.

A decision of this kind is a value that lasts: whom it speaks of (``person``, ``state``,
``organization``), whether they are a party (``present``), and under ``as`` the role, office, state
or organization that they have as one. Who is decided to be a party is one, also when no page says
so any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from communique.knowledge.states import load_states
from communique.linking.names import same_name
from communique.linking.outcome import DecidedField, LinkedEngagement, LinkedParty
from communique.linking.persons import Knows
from communique.linking.rows import Decision
from communique.linking.words import folded
from communique.model import Role

PARTIES = "parties"
# What a party can be decided to have, and what tells whom a decision speaks of.
ATTRIBUTES = ("role", "office", "state", "organization")
_WHO = ("person", "state", "organization")

Value = Mapping[str, Any]


def with_party(engagement: LinkedEngagement, decision: Decision, people: Knows) -> LinkedEngagement:
    """Return an engagement with one party as it was decided; the last party always stays."""
    value: Value = decision.value
    found = [n for n, party in enumerate(engagement.parties) if is_party(party, value, people)]
    parties = list(engagement.parties)
    if not value["present"]:
        parties = [party for n, party in enumerate(parties) if n not in found]
        if not parties:
            return engagement
    elif found:
        parties[found[0]] = replace(parties[found[0]], **_attributes(value))
    else:
        parties.append(_new_party(value, people))
    before = [one for one in engagement.decided if not _outdone(one, value)]
    noted = DecidedField(PARTIES, value, decision.id)
    return replace(engagement, parties=tuple(parties), decided=(*before, noted))


def is_party(party: LinkedParty, value: Value, people: Knows | None = None) -> bool:
    """Tell whether a decision speaks of this party."""
    if not value["person"]:
        side = value["state"] or value["organization"]
        return not party.person and side in (party.state, party.organization)
    if not party.person:
        return False
    known = people and people.find(value["person"], value["state"], value["organization"])
    if known and known == party.person_id:
        return True
    return same_name(folded(party.person), folded(value["person"]), same_office=True)


def check_party(value: Value) -> None:
    """Raise ValueError, which says why, where nobody can be decided to be such a party."""
    if any(name not in value for name in (*_WHO, "present", "as")):
        raise ValueError("a decision on a party says who, whether present, and as what")
    decided = value["as"]
    if not any(value[name] for name in _WHO):
        raise ValueError("a party is a person, a state or an organization")
    if value["person"] and not folded(value["person"]):
        raise ValueError(f"{value['person']!r} is no name")
    if strange := sorted(set(decided) - set(ATTRIBUTES)):
        raise ValueError(f"a party has no {strange[0]}; it has {', '.join(ATTRIBUTES)}")
    if "role" in decided and decided["role"] not in {role.value for role in Role}:
        raise ValueError(f"{decided['role']!r} is no role; {', '.join(Role)} are")
    if value["state"] and value["organization"]:
        raise ValueError("a party is of a state or of an organization, not of both")
    if decided.get("state") and decided.get("organization"):
        raise ValueError("a party is of a state or of an organization, not of both")
    for code in (value["state"], decided.get("state")):
        if code and code not in load_states():
            raise ValueError(f"{code!r} is no state's code; write three letters, such as FRA")


def _attributes(value: Value) -> dict[str, Any]:
    """Return the attributes of a party that a decision sets; a new side puts out the old one."""
    found = dict(value["as"])
    if "role" in found:
        found["role"] = Role(found["role"])
    if found.get("state"):
        found["organization"] = None
    elif found.get("organization"):
        found["state"] = None
    return found


def _new_party(value: Value, people: Knows) -> LinkedParty:
    who = {name: value[name] for name in _WHO}
    party = LinkedParty(**who, person_id=None, office=None, role=Role.PARTICIPANT)
    party = replace(party, **_attributes(value))
    if not party.person:
        return party
    return replace(party, person_id=people.find(party.person, party.state, party.organization))


def _outdone(earlier: DecidedField, value: Value) -> bool:
    """Tell whether nothing of an earlier decision on a party is left by a later one on the same."""
    if earlier.field != PARTIES or not _same_who(earlier.value, value):
        return False
    return not value["present"] or set(earlier.value["as"]) <= set(value["as"])


def _same_who(one: Value, other: Value) -> bool:
    return all(_plain(one[name]) == _plain(other[name]) for name in _WHO)


def _plain(words: str | None) -> Iterable[str]:
    return folded(words or "")

"""The fields of a form that says who is a party of an engagement, and as what."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import ImmutableMultiDict

from communique.knowledge.organizations import full_name, organization
from communique.knowledge.states import state_of
from communique.record import RecordError
from communique.record.entries import EngagementEntry

Form = ImmutableMultiDict[str, str]
_WHO = ("person", "state", "organization")


def told_party(entry: EngagementEntry, form: Form) -> dict[str, Any]:
    """Return what a form decides of a party, as ``Corrections.party`` takes it.

    ``act`` is set, remove or add. Of a party that there is, ``number`` is its place, from 0. Raises
    RecordError where the form says nothing, or nothing that can be understood.
    """
    act = form.get("act", "set")
    if act == "add":
        return _added(form)
    number = form.get("number", "")
    if not number.isdecimal() or int(number) >= len(entry.parties):
        raise RecordError("the engagement has no such party any more")
    party = entry.parties[int(number)]
    who = {name: getattr(party, name) for name in _WHO}
    if act == "remove":
        return {**who, "present": False, "as": {}}
    told: dict[str, str | None] = {
        name: form[name] or None
        for name in ("role", "office")
        if name in form and (form[name] or None) != getattr(party, name)
    }
    if "side" in form:
        # A new side puts out the old one.
        side = _side(form["side"]).items()
        told |= {name: value for name, value in side if value and value != getattr(party, name)}
    if not told:
        raise RecordError("nothing was changed")
    return {**who, "present": True, "as": told}


def _added(form: Form) -> dict[str, Any]:
    """Return who is to be added: a person of a side, or a side for which nobody is named."""
    person, side = form.get("person", ""), _side(form.get("side", ""))
    if not any(side.values()):
        raise RecordError("say whose the party is: a state or an organization")
    told = {name: form[name] for name in ("role", "office") if form.get(name)}
    return {"person": person or None, **side, "present": True, "as": told}


def _side(given: str) -> dict[str, str | None]:
    """Return the state or organization that a name stands for."""
    code = state_of(given) if given else None
    if code or not given:
        return {"state": code, "organization": None}
    known = organization(given) is not None
    return {"state": None, "organization": full_name(given) if known else given}

"""The fields of a form that says what an engagement's values are."""

from __future__ import annotations

import re
from typing import Any

from communique.knowledge.states import state_of
from communique.linking.decisions import FIELDS
from communique.record import RecordError
from communique.record.entries import EngagementEntry
from communique.web.party_forms import Form


def changed_values(entry: EngagementEntry, form: Form) -> dict[str, Any]:
    """Return the fields that a form gives other values than the record has.

    A form that names one field in ``field`` decides that one, in ``value``, also where it is so
    already; and one that ``settles`` a question decides all that it gives: that is how a doubt is
    put to rest.
    """
    if field := form.get("field"):
        return {field: _value(field, form.get("value", ""))}
    given = {field: _value(field, form[field]) for field in FIELDS if field in form}
    if "settles" in form:
        return given
    return {field: value for field, value in given.items() if value != value_of(entry, field)}


def said_of_outlet(form: Form) -> dict[str, str]:
    """Return what a form says of an outlet that was not so before; an emptied state is none."""
    said: dict[str, str] = {}
    if form.get("name") and form["name"] != form.get("was-name", ""):
        said["name"] = form["name"]
    if "state" in form and form["state"] != form.get("was-state", ""):
        said["state"] = (state_of(form["state"]) or form["state"]) if form["state"] else ""
    if form.get("owner") and form["owner"] != form.get("was-owner", ""):
        said["owner"] = form["owner"]
    if not said:
        raise RecordError("nothing was changed")
    return said


def value_of(entry: EngagementEntry, field: str) -> Any:
    """Return what the record believes of a field, in the form in which it can be set."""
    if field.startswith("place_"):
        return getattr(entry.place, field.removeprefix("place_")) if entry.place else None
    value = getattr(entry, field)
    return list(value) if field == "topics" else value


def _value(field: str, given: str) -> Any:
    """Return what was typed, as the record keeps it; what it cannot be, the record says."""
    if field == "topics":
        words = [re.sub(r"[\s-]+", "_", topic.strip().casefold()) for topic in given.split(",")]
        return [word for word in dict.fromkeys(words) if word]
    if field == "place_state":
        return state_of(given) or given or None
    return given or None

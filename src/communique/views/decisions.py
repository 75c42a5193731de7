"""What people decided: one block of lines for each decision, the undone ones marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.tables import hanging
from communique.views.words import JsonObject, actor_words, party_words

# What is said of whose outlets are, in the words of people.
OWNERS = {
    "office": "an office of the state",
    "state": "state media",
    "public": "a public broadcaster or agency",
    "organization": "an organisation",
    "press": "independent press",
}


def decisions_view(decisions: Sequence[JsonObject]) -> RenderableType:
    """Return decisions in the order of making, each with who, when and why."""
    return Group(*hanging((one["id"], _decision(one)) for one in decisions))


def decision_words(decision: JsonObject) -> str:
    """Return "set call-2024-...: place_city is Abuja"."""
    named, value = _named(decision), decision["value"]
    said = f"{decision['verb']} {named}"
    if decision["verb"] == "set":
        said += f": {value['field']} is {value_words(value['value'])}"
    elif decision["verb"] == "party":
        said = f"set {named}: {_party_words(value)}"
    elif decision["verb"] == "outlet":
        said += f": {_outlet_words(value)}"
    elif decision["verb"] == "name":
        said += f": {value}"
    elif decision["verb"] == "copy" and not value:
        said = f"no copy: {named}"
    return printable(said)


def _named(decision: JsonObject) -> str:
    """Return what a decision is about; of an account also what it is, beside its page."""
    named, accounts = str(decision["subject"]["named"]), decision["subject"].get("accounts")
    if decision["verb"] != "reject" or not accounts:
        return named
    told = [f"{one['kind']}, {one['start'] or 'undated'}" for group in accounts for one in group]
    return f"{'; '.join(told)}, told by {named}"


def value_words(value: object) -> str:
    """Return a value that was set as words; "nothing" where there is none."""
    if isinstance(value, list | tuple):
        return printable(", ".join(map(str, value))) or "nothing"
    return printable(value) if value is not None else "nothing"


def decided_words(decided: JsonObject) -> str:
    """Return "place city set to Oslo" or "accounts merged"."""
    if decided["field"] == "accounts":
        return {"merge": "accounts merged", "split": "accounts split"}[decided["value"]]
    if decided["field"] == "parties":
        return _party_words(decided["value"])
    return f"{decided['field'].replace('_', ' ')} set to {value_words(decided['value'])}"


def _party_words(value: JsonObject) -> str:
    """Return "Jon Dahl (NOR) is a party: role host, office nothing" or "... is no party"."""
    who = party_words(value)
    if not value["present"]:
        return f"{who} is no party"
    attributes = [f"{name} {value_words(each)}" for name, each in value["as"].items()]
    return f"{who} is a party" + (f": {', '.join(attributes)}" if attributes else "")


def _outlet_words(value: JsonObject) -> str:
    """Return "called Ministry of X, of Nigeria (NGA), an office of the state"."""
    words = [f"called {value['name']}"] if value.get("name") else []
    if "state" in value:
        words.append(f"of {actor_words(str(value['state']))}" if value["state"] else "of no state")
    if value.get("owner"):
        words.append(OWNERS.get(str(value["owner"]), ""))
    return printable(", ".join(words))


def author_words(decision: JsonObject) -> str:
    """Return "Eva Lind on 2024-05-03: the ministry says so"."""
    why = f": {printable(decision['why'])}" if decision["why"] else ""
    return f"{printable(decision['made_by'])} on {printable(decision['made_at'])[:10]}{why}"


def _decision(decision: JsonObject) -> Text:
    text = plain(decision_words(decision), "bold")
    text.append(f"\n{author_words(decision)}", style="dim")
    if decision["undone_by"]:
        text.append(f"\nundone by {printable(decision['undone_by'])}", style="italic")
    return text

"""Whether somebody else holds an office on the page's day, by the table of leaders."""

from __future__ import annotations

from datetime import date

from rapidfuzz.fuzz import ratio

from communique.knowledge.folding import fold
from communique.knowledge.leaders import holders
from communique.language.annotations import Person
from communique.language.royal_names import may_be_of
from communique.language.spellings import spelt_alike

# Offices of which a state has one holder; "foreign secretary" is in many states a civil servant.
_TABLED = frozenset({"head_of_state", "head_of_government"})
# How alike two names are that may be one in other letters: "Dabaiba", "al-Dbeibah".
_ALIKE = 60


def fits(person: Person, state: str, day: date | None) -> bool:
    """Whether ``person`` can be of ``state`` by the office that the page gives."""
    return may_be_of(person, state) and not another_holds(person, state, day)


def another_holds(person: Person, state: str, day: date | None) -> bool:
    """Whether ``state`` has another in a leading office that the page gives ``person``.

    "King X" on a page written in London is no king of that country, whose king is called Y.
    """
    if day is None:
        return False
    offices = {
        (office.kind, office.head)
        for mention in person.mentions
        for office in mention.offices
        if office.kind in _TABLED and not (office.former or office.late or office.coming)
    }
    for kind, head in offices:
        names = [tenure.person for tenure in holders(state, kind, day, called=head)]
        if names and not any(_may_be_one(person.name, name) for name in names):
            return True
    return False


def _may_be_one(name: str, other: str) -> bool:
    words, others = frozenset(fold(name).split()), frozenset(fold(other).split())
    joined = ratio(fold(name).replace(" ", ""), fold(other).replace(" ", ""))
    return bool(words & others) or spelt_alike(words, others) or joined >= _ALIKE

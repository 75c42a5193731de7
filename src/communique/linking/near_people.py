"""The persons of a few states made anew, since pages use their names in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol

from communique.linking.before import TooFar
from communique.linking.footing import KnownUse
from communique.linking.name_uses import summed
from communique.linking.names import Name
from communique.linking.outcome import LinkedPerson
from communique.linking.persons import Home, People, alike_people, home_of, join_people
from communique.linking.rows import Decision, NameUse, Verb
from communique.linking.words import folded

_NO_HOME = "-"
_FULL = 2


@dataclass(frozen=True, slots=True)
class NearPeople:
    """Who the names of some homes are now.

    ``persons`` are all of these homes, ``before`` what they were; ``uses`` are those to be kept,
    ``moved`` those before now that name somebody else, by the person whom they named. ``stirred``
    are persons whose accounts weigh otherwise beside some others than they did.
    """

    homes: frozenset[Home]
    people: People
    persons: Mapping[str, LinkedPerson]
    before: Mapping[str, LinkedPerson]
    uses: tuple[KnownUse, ...]
    moved: Mapping[str, tuple[NameUse, ...]]
    alike: Mapping[str, frozenset[str]]
    stirred: frozenset[str]

    @property
    def renamed(self) -> set[str]:
        """Return the persons who are called otherwise than they were, or are no more."""
        return {
            one
            for one, person in self.before.items()
            if one not in self.persons
            or (self.persons[one].person, self.persons[one].state) != (person.person, person.state)
        }

    @property
    def changed(self) -> set[str]:
        """Return the persons who are new, called otherwise, or no more."""
        both = self.persons.keys() | self.before.keys()
        return {one for one in both if self.persons.get(one) != self.before.get(one)}


class Uses(Protocol):
    """What is kept of uses of names, asked for by home or by folded name."""

    def of_homes(self, homes: Collection[Home]) -> list[KnownUse]:
        """Return the uses of names in homes."""

    def of_names(self, names: Collection[Name]) -> list[KnownUse]:
        """Return the uses of names, wherever."""

    def people(self, ids: Iterable[str]) -> dict[str, LinkedPerson]:
        """Return persons by id."""

    def alike(self, people: Collection[str]) -> dict[str, frozenset[str]]:
        """Return for persons those whose names are all but spelt the same."""


def near_people(
    new: Iterable[NameUse],
    kept: Uses,
    decisions: Iterable[Decision],
    changed: Iterable[Decision] = (),
) -> NearPeople:
    """Return the persons of all homes that new uses of names, or ``changed`` decisions, touch.

    Raises TooFar where other persons change by that whom this does not tell.
    """
    added = list(new)
    named_anew = {d.home or _NO_HOME for d in changed if d.verb is Verb.NAME}
    homes = _touched(added, kept) | named_anew
    stateless = {folded(k.use.name) for k in kept.of_homes({_NO_HOME})}
    stateless |= {folded(use.name) for use in added if _home(use) == _NO_HOME}
    beside = kept.of_names({name for name in stateless if len(name) >= _FULL})
    around = kept.of_homes({*homes, _NO_HOME})
    every = {_same(known.use): known for known in (*beside, *around)}
    uses = list(summed([*(known.use for known in every.values()), *added]))
    # Those without a home are all here, whether or not anything touches them.
    whole = homes | {_NO_HOME}
    told = [d for d in decisions if d.verb is Verb.NAME and (d.home or "") in whole]
    people = join_people(uses, told)
    borne = {folded(use.name) for use in uses if _home(use) in homes}
    own = [
        u for u in uses if _home(u) in homes or (_home(u) == _NO_HOME and folded(u.name) in borne)
    ]
    persons = {p.id: p for p in people.persons if _home_of(p) in homes}
    named = {_same(use): _find(people, use, homes, every.values()) for use in own}
    before = kept.people({k.person for k in every.values() if k.person and _home(k.use) in homes})
    before = {name: person for name, person in before.items() if _home_of(person) in homes}
    moved: dict[str, list[NameUse]] = {}
    for use in own:
        known = every.get(_same(use))
        if known is not None and known.person != named[_same(use)]:
            if known.person is None:
                raise TooFar
            moved.setdefault(known.person, []).append(use)
    now, stirred = _alike(persons, before, kept, own)
    return NearPeople(
        homes,
        people,
        persons,
        before,
        tuple(KnownUse(use, named[_same(use)]) for use in own),
        {person: tuple(told) for person, told in moved.items()},
        now,
        stirred,
    )


class NamesNow:
    """Who each printed name is, beside what is kept where a name's home is as it was."""

    def __init__(self, near: NearPeople, kept: Uses) -> None:
        self._near = near
        self._kept = kept
        self._known: dict[Name, list[KnownUse]] = {}

    def find(self, name: str, state: str | None, organization: str | None = None) -> str | None:
        """Return the id of the person whom ``name`` names there; None where that is open."""
        key, home = folded(name), home_of(state, organization)
        known = self._uses(key)
        own = {one.person for one in known if _home(one.use) == home}
        found = next(iter(own), None)
        if found is None and not state:
            bearers = {one.person for one in known if one.person}
            found = bearers.pop() if len(bearers) == 1 else None
        return found

    def _uses(self, key: Name) -> list[KnownUse]:
        if key not in self._known:
            now = {_same(one.use): one for one in self._kept.of_names({key})}
            homes = self._near.homes
            now = {same: one for same, one in now.items() if _home(one.use) not in homes}
            now |= {_same(one.use): one for one in self._near.uses if folded(one.use.name) == key}
            self._known[key] = list(now.values())
        return self._known[key]


def _home(use: NameUse) -> Home:
    return home_of(use.state, use.organization)


def _home_of(person: LinkedPerson) -> Home:
    return person.state or person.organization or _NO_HOME


def _same(use: NameUse) -> tuple[object, ...]:
    return (use.name, use.state, use.organization, use.offices, use.deceased, use.forms)


def _touched(added: Iterable[NameUse], kept: Uses) -> frozenset[Home]:
    """Return the homes of new uses, and of the same names where one of them has no home."""
    homes = {_home(use) for use in added}
    names = {folded(use.name) for use in added}
    known = kept.of_names({name for name in names if len(name) >= _FULL})
    at: dict[Name, set[Home]] = {}
    for one in known:
        at.setdefault(folded(one.use.name), set()).add(_home(one.use))
    for use in added:
        there = at.get(folded(use.name), set())
        if _home(use) not in there or _home(use) == _NO_HOME:
            homes |= there
    return frozenset(homes)


def _find(
    people: People, use: NameUse, homes: Collection[Home], known: Iterable[KnownUse]
) -> str | None:
    """Return whom a use names; of a name without a home also where its one home is not here."""
    if _home(use) != _NO_HOME or people.by_key.get((_NO_HOME, folded(use.name))):
        return people.find(use.name, use.state, use.organization)
    key = folded(use.name)
    there = {_home(k.use): k.person for k in known if folded(k.use.name) == key}
    there.pop(_NO_HOME, None)
    if len(there) == 1 and next(iter(there)) not in homes:
        return next(iter(there.values()))
    return people.find(use.name, use.state, use.organization)


def _alike(
    persons: Mapping[str, LinkedPerson],
    before: Mapping[str, LinkedPerson],
    kept: Uses,
    uses: Iterable[NameUse],
) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """Return who is named all but the same, and whose accounts that changes.

    Those of two who are both like somebody new, and not like one another, now share a likeness; it
    is enough to weigh the accounts of one of them again.
    """
    now = alike_people(persons.values())
    then = kept.alike(before.keys())
    told = Counter[str]()
    for use in uses:
        told[use.name] += use.times
    stirred: set[str] = set()
    for one in persons.keys() & before.keys():
        for other in now.get(one, frozenset()) ^ then.get(one, frozenset()):
            if other in persons and other in before:
                stirred.add(_rarer(persons[one], persons[other], told))
    for who, known in ((persons.keys() - before, now), (before.keys() - persons, then)):
        for one in who:
            others = [other for other in known.get(one, ()) if other in persons and other in before]
            for a, b in combinations(others, 2):
                if b not in known.get(a, ()):
                    stirred.add(_rarer(persons[a], persons[b], told))
    return {one: now.get(one, frozenset()) for one in persons}, frozenset(stirred)


def _rarer(one: LinkedPerson, other: LinkedPerson, told: Counter[str]) -> str:
    counts = {each.id: sum(told[name] for name in each.names) for each in (one, other)}
    return min(counts, key=lambda each: (counts[each], each))

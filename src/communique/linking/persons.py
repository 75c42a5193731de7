"""Persons joined over pages: one person under every spelling, namesakes kept apart by state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from communique.linking.names import Name, has_word, nearly_same_name, same_name
from communique.linking.offices import same_office
from communique.linking.outcome import LinkedPerson
from communique.linking.rows import Decision, NameUse
from communique.linking.words import folded

Home = str
_HEAD = 2


@dataclass(slots=True)
class _Bearer:
    """All uses of names that fold to the same words in one state or organisation."""

    key: Name
    spellings: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    deceased: bool = False


@dataclass(slots=True)
class _Cluster:
    bearers: list[_Bearer]
    named: str | None = None

    @property
    def offices(self) -> set[str]:
        return set().union(*(bearer.offices for bearer in self.bearers))


class Knows(Protocol):
    """What knows who each printed name is."""

    def find(self, name: str, state: str | None, organization: str | None = None) -> str | None:
        """Return the id of the person whom ``name`` names there; None where that is open."""


@dataclass(frozen=True, slots=True)
class People:
    """The joined persons, and who each printed name is."""

    persons: tuple[LinkedPerson, ...]
    by_key: dict[tuple[Home, Name], str]
    by_name: dict[Name, tuple[str, ...]]

    def find(self, name: str, state: str | None, organization: str | None = None) -> str | None:
        """Return the id of the person whom ``name`` names there; None where that is open.

        Without a state, a name that only one person bears anywhere is that person's.
        """
        key = folded(name)
        found = self.by_key.get((home_of(state, organization), key))
        if found is None and not state:
            bearers = self.by_name.get(key, ())
            found = bearers[0] if len(bearers) == 1 else None
        return found


def join_people(uses: Iterable[NameUse], decisions: Iterable[Decision] = ()) -> People:
    """Join all uses of names into persons; the order of uses plays no part.

    ``decisions`` are those by which somebody named a person.
    """
    homes: defaultdict[Home, dict[Name, _Bearer]] = defaultdict(dict)
    for use in uses:
        key = folded(use.name)
        if not key:
            continue
        bearers = homes[home_of(use.state, use.organization)]
        bearer = bearers.setdefault(key, _Bearer(key))
        bearer.spellings[use.name] += use.times
        for form in use.forms:
            bearer.forms[form] += use.times
        bearer.offices.update(use.offices)
        bearer.deceased |= use.deceased
    _settle_homeless(homes)
    clusters = {home: _joinhome_of(bearers) for home, bearers in sorted(homes.items())}
    for decision in decisions:
        home = decision.home or ""
        clusters[home] = _as_named(clusters.get(home, []), decision)
    return _people(clusters)


def _as_named(clusters: list[_Cluster], decision: Decision) -> list[_Cluster]:
    """Join those who bear one of the names, and whoever has the right name already."""
    names = {folded(name) for name in decision.names}
    meant = [c for c in clusters if any(bearer.key in names for bearer in c.bearers)]
    if not meant:
        return clusters
    right = folded(decision.value)
    meant += [
        c for c in clusters if c not in meant and any(bearer.key == right for bearer in c.bearers)
    ]
    joined = _Cluster([bearer for c in meant for bearer in c.bearers], decision.value)
    return [*(c for c in clusters if c not in meant), joined]


def alike_people(people: Iterable[LinkedPerson]) -> dict[str, frozenset[str]]:
    """Return for each person those of the same state whose name is all but spelt the same.

    They are two persons as far as names tell; whether a page means one or the other is for what
    else it says to show.
    """
    by_word: defaultdict[tuple[Home, str], list[LinkedPerson]] = defaultdict(list)
    for person in people:
        for word in set(folded(person.person)):
            by_word[person.state or person.organization or "-", word].append(person)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for group in by_word.values():
        for n, one in enumerate(group):
            for other in group[n + 1 :]:
                if nearly_same_name(folded(one.person), folded(other.person)):
                    alike[one.id].add(other.id)
                    alike[other.id].add(one.id)
    return {person: frozenset(others) for person, others in alike.items()}


def home_of(state: str | None, organization: str | None) -> Home:
    """Return under what names are kept apart: the state, else the organisation, else "-"."""
    return state or "-".join(folded(organization or "")[:6]) or "-"


def _settle_homeless(homes: dict[Home, dict[Name, _Bearer]]) -> None:
    """Give a full name without a state to the one state where a person bears it."""
    for key, bearer in list(homes.get("-", {}).items()):
        known = [home for home, bearers in homes.items() if home != "-" and key in bearers]
        if len(key) >= _HEAD and len(known) == 1:
            target = homes[known[0]][key]
            target.spellings.update(bearer.spellings)
            target.forms.update(bearer.forms)
            target.offices |= bearer.offices
            del homes["-"][key]


def _joinhome_of(bearers: dict[Name, _Bearer]) -> list[_Cluster]:
    """Join the names of one state, fullest first, a lone word only where it is one person's."""
    clusters: list[_Cluster] = []
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for key in sorted(bearers, key=lambda key: (-len(key), key)):
        near = sorted({number for word in key for number in holders[word[:2]]})
        fits = [number for number in near if _fits(bearers[key], clusters[number])]
        chosen = _only(bearers[key], clusters, fits)
        if chosen is None:
            chosen = len(clusters)
            clusters.append(_Cluster([]))
        clusters[chosen].bearers.append(bearers[key])
        for word in key:
            if chosen not in holders[word[:2]]:
                holders[word[:2]].append(chosen)
    return clusters


def _fits(bearer: _Bearer, cluster: _Cluster) -> bool:
    if len(bearer.key) == 1:
        return any(has_word(other.key, bearer.key[0]) for other in cluster.bearers)
    shared = _share_office(bearer, cluster)
    return all(
        same_name(bearer.key, other.key, same_office=shared)
        for other in cluster.bearers
        if len(other.key) > 1
    )


def _share_office(bearer: _Bearer, cluster: _Cluster) -> bool:
    return any(same_office(one, other) for one in bearer.offices for other in cluster.offices)


def _only(bearer: _Bearer, clusters: list[_Cluster], fits: list[int]) -> int | None:
    """Return the one cluster that fits; among several, the one that shares an office."""
    if len(fits) > 1:
        fits = [number for number in fits if _share_office(bearer, clusters[number])]
    return fits[0] if len(fits) == 1 else None


def _people(clusters: dict[Home, list[_Cluster]]) -> People:
    persons: list[LinkedPerson] = []
    by_key: dict[tuple[Home, Name], str] = {}
    by_name: defaultdict[Name, set[str]] = defaultdict(set)
    for home, found in clusters.items():
        for cluster in found:
            person = _person(home, cluster)
            persons.append(person)
            for bearer in cluster.bearers:
                by_key[home, bearer.key] = person.id
                by_name[bearer.key].add(person.id)
    persons.sort(key=lambda person: person.id)
    return People(tuple(persons), by_key, {key: tuple(sorted(ids)) for key, ids in by_name.items()})


def _person(home: Home, cluster: _Cluster) -> LinkedPerson:
    spellings: Counter[str] = sum((b.spellings for b in cluster.bearers), Counter())
    names = sorted(spellings, key=lambda name: _preference(name, spellings[name]))
    if cluster.named:
        names = list(dict.fromkeys((cluster.named, *names)))
    forms: Counter[str] = sum((b.forms for b in cluster.bearers), Counter())
    short = sorted(forms.keys() - spellings.keys(), key=lambda form: (-forms[form], form))
    state = home if len(home) == 3 and home.isupper() else None
    return LinkedPerson(
        id="-".join((home.lower(), *folded(names[0]))).lstrip("-"),
        person=names[0],
        state=state,
        organization=None if state or home == "-" else home,
        names=(*names, *short),
        deceased=any(bearer.deceased for bearer in cluster.bearers),
    )


def _preference(name: str, count: int) -> tuple[bool, int, bool, int, str]:
    """Full names before lone words, then the most frequent, plain Latin, shortest."""
    words = folded(name)
    return (len(words) < _HEAD, -count, not name.isascii(), len(words), name)

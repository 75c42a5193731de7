"""What linking asks of a record about what was linked last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from communique.linking.footing import ClusterKey, Placement
from communique.linking.outcome import LinkedEngagement, LinkedPerson
from communique.linking.rows import AccountRow, Corpus, PersonRow, RelationRow

# A name as used, and the state and the organisation beside it.
Told = tuple[str, str | None, str | None]


class TooFar(Exception):
    """What has changed reaches further than a part of the record: everything has to be linked."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the last linking made of a page: its date, the page that it repeats."""

    date: str | None
    copy_of: str | None


class Before(Protocol):
    """What was linked last, asked for a part at a time."""

    def clusters_sharing(self, keys: Collection[str], first: int, until: int) -> set[str]:
        """Return the clusters that one of the keys finds, with an account on days from to."""

    def clusters_of(self, accounts: Collection[str]) -> dict[str, str]:
        """Return the cluster of each account that stands in one."""

    def clusters_of_parts(self, parts: Collection[str]) -> set[str]:
        """Return the clusters that hold accounts of some parts."""

    def clusters_on(self, pages: Collection[str]) -> set[str]:
        """Return the clusters that hold accounts of some pages."""

    def members(self, clusters: Collection[str]) -> dict[str, list[Placement]]:
        """Return who stands in clusters, in their order."""

    def keys(self, clusters: Collection[str]) -> list[list[ClusterKey]]:
        """Return by what each of some clusters is found."""

    def put_off(self, keys: Collection[str]) -> list[tuple[str, int, int]]:
        """Return the key, first and last day of clusters with a plan put off that keys find."""

    def rows(self, pages: Collection[str]) -> Corpus:
        """Return all rows of some pages, decisions aside."""

    def pages_of(self, accounts: Collection[str]) -> set[str]:
        """Return the pages of accounts."""

    def party_people(self, accounts: Collection[str]) -> dict[tuple[str, int], str]:
        """Return whom the parties of accounts name."""

    def alike(self, people: Collection[str]) -> dict[str, frozenset[str]]:
        """Return for persons those whose names are all but spelt the same."""

    def people(self, ids: Iterable[str]) -> dict[str, LinkedPerson]:
        """Return persons by id."""

    def named(self, people: Collection[str]) -> set[str]:
        """Return the accounts with a party that names one of some persons."""

    def engagements_of(self, accounts: Collection[str]) -> dict[str, tuple[str, str | None]]:
        """Return for accounts the engagement that they are of, and its start."""

    def accounts_of(self, engagements: Collection[str]) -> set[str]:
        """Return the accounts of engagements."""

    def called_like(self, ids: Collection[str]) -> set[str]:
        """Return the engagements whose id is one of some, or one of these with a number."""

    def engagements(self, ids: Collection[str]) -> list[LinkedEngagement]:
        """Return engagements by id: kind, status, days, place, parties, accounts, whole."""

    def visits_by(self, guests: Collection[str]) -> set[str]:
        """Return the visits of which one of some persons is the guest."""

    def parts_with(self, people: Collection[str], first: str, last: str) -> set[str]:
        """Return what may be part of a visit: with one of some persons, begun on days from to."""

    def parts_of(self, visits: Collection[str]) -> set[str]:
        """Return the engagements that are parts of some visits."""

    def names_of(self, people: Collection[str]) -> set[Told]:
        """Return the names of persons as pages use them."""

    def mentions(self, names: Collection[Told]) -> list[PersonRow]:
        """Return the rows of all pages that name persons so."""

    def plain(self, accounts: Collection[str]) -> list[AccountRow]:
        """Return accounts with their pages, kinds, statuses and parties alone."""

    def starts(self, accounts: Collection[str]) -> dict[str, str | None]:
        """Return when the engagements of accounts began."""

    def said_on(self, pages: Collection[str]) -> dict[str, str]:
        """Return the days on which pages speak."""

    def threads_on(self, pages: Collection[str]) -> set[str]:
        """Return the threads of commitments that some pages tell of."""

    def threads_of(self, people: Collection[str]) -> set[str]:
        """Return the threads of commitments by or to some persons."""

    def threads_between(self, pairs: Collection[tuple[str, str]]) -> set[str]:
        """Return the threads of what was undertaken between two states."""

    def threads_due(self, before: str) -> set[str]:
        """Return the threads of open commitments that were due before a day."""

    def pages_telling(self, threads: Collection[str]) -> set[str]:
        """Return the pages that tell of threads."""

    def held_between(self, pairs: Collection[tuple[str, str]]) -> set[str]:
        """Return the engagements of two states that may keep what they undertook."""

    def related(self, pairs: Collection[tuple[str, str]]) -> list[RelationRow]:
        """Return what pages say of the relations of two states, codes in alphabetical order."""

    def newest(self) -> str | None:
        """Return the date of the newest page."""

    def facts(self, pages: Collection[str]) -> Mapping[str, PageFacts]:
        """Return what is known of pages."""

"""What lists are made of: light rows, and the few whole things that a reader opens from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from communique.linking.outcome import LinkedParty
from communique.model import DateBasis, Kind, Place, Reading, Status, VisitType
from communique.record.entries import DocumentEntry, PersonEntry, RelationEntry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A piece of a list: its items, where in the list it begins, and how long the whole list is.

    With ``at_least`` the list is longer than ``total``: of words on very many pages not all
    engagements are counted. ``follows`` is the key of the last item, where others follow and the
    list can be gone on with from there, whatever comes in before it meanwhile.
    """

    items: tuple[T, ...]
    total: int
    offset: int
    at_least: bool = False
    follows: tuple[str, str] | None = None

    @property
    def more(self) -> int:
        """Return how many items follow this piece, at least one where not all were counted."""
        return max(int(self.at_least), self.total - self.offset - len(self.items))


@dataclass(frozen=True, slots=True)
class EngagementLine:
    """An engagement in a list; ``pages`` is their number, ``outlets`` their names.

    ``differs`` is true where independent accounts cannot all be right, ``decided`` where a person
    set something.
    """

    id: str
    kind: Kind
    status: Status
    start: str | None
    end: str | None
    date_basis: DateBasis
    earliest: str | None
    latest: str | None
    place: Place | None
    visit_type: VisitType | None
    parties: tuple[LinkedParty, ...]
    topics: tuple[str, ...]
    main: bool
    witnesses: int
    pages: int
    outlets: tuple[str, ...]
    differs: bool
    decided: bool
    part_of: str | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list: the office last seen, and the number of their engagements."""

    id: str
    person: str
    state: str | None
    organization: str | None
    office: str | None
    deceased: bool
    seen_first: str | None
    seen_last: str | None
    engagements: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Something with the number of engagements: ``id`` is what to ask for it by."""

    id: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many engagements of a kind there were in a month (a year, or null: undated)."""

    month: str | None
    kind: Kind
    number: int


@dataclass(frozen=True, slots=True)
class PersonFound:
    """One person: names and tenures, whom they met (persons, states), and when, by kind."""

    entry: PersonEntry
    engagements: int
    people: tuple[Counted, ...]
    states: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    months: tuple[MonthCount, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two states in a list: number of engagements, first and last day of them."""

    states: tuple[str, str]
    engagements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PairFound:
    """Two states: months and kinds of their engagements, people, topics, relation, commitments.

    ``commitments`` are numbers by standing, as the board has them.
    """

    states: tuple[str, str]
    engagements: int
    months: tuple[MonthCount, ...]
    people: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    relation: RelationEntry | None
    commitments: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet: whose it is, how many pages, how many of those copies, how many engagements.

    ``owner`` is ``office``, ``state``, ``public``, ``organization`` or ``press``.
    """

    outlet: str
    state: str | None
    owner: str
    pages: int
    copies: int
    engagements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A page in a list: the numbers of its accounts and of sentences left unread."""

    document: DocumentEntry
    accounts: int
    unread: int


@dataclass(frozen=True, slots=True)
class DocumentFound:
    """One page with its text and everything read from it.

    ``engagements`` has for each account of ``reading.accounts``, in their order, the id of the
    account and of its engagement (null where it is not linked, or was rejected). ``copies`` are the
    pages that repeat this one.
    """

    document: DocumentEntry
    reading: Reading
    engagements: tuple[tuple[str, str | None], ...]
    copies: tuple[DocumentEntry, ...]
    versions: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What stands before and after an engagement in a list; null at either end."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """How much the record holds, and the days it spans."""

    pages: int
    engagements: int
    people: int
    open_commitments: int
    unread: int
    first: str | None
    last: str | None

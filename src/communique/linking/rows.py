"""What linking takes: the compact rows of every page, without their texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.model import (
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Place,
    Role,
    Status,
    VisitType,
)


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: its dates, and the sketch of its text by which copies are found."""

    id: str
    published: str | None
    sketch: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party of one account, as its page has it."""

    person: str | None
    state: str | None
    organization: str | None
    office: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account; ``words`` are the words of its kind's evidence, ``messages`` their kinds."""

    id: str
    page: str
    kind: Kind
    status: Status
    main: bool
    visit_type: VisitType | None
    start: str | None
    end: str | None
    date_basis: DateBasis
    place: Place | None
    parties: tuple[PartyRow, ...]
    topics: tuple[str, ...]
    weekday: str | None = None
    after: str | None = None
    before: str | None = None
    words: frozenset[str] = frozenset()
    messages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as one page names them."""

    page: str
    person: str
    state: str | None
    organization: str | None
    offices: tuple[str, ...]
    names: tuple[str, ...]
    deceased: bool
    former: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """One state of a commitment as one page gives it; ``position`` finds its evidence."""

    state: CommitmentStateKind
    date: str | None
    position: int


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment as one page gives it; ``account`` is the account that it hangs on."""

    id: str
    page: str
    account: str | None
    kind: CommitmentKind
    by: str | None
    to: str | None
    via: str | None
    what: str
    due: str | None
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A dated step of a relation as one page gives it."""

    what: str
    year: int | None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A declared relation as one page gives it."""

    page: str
    states: tuple[str, str]
    level: str | None
    milestones: tuple[MilestoneRow, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every row there is, in any order."""

    pages: tuple[PageRow, ...]
    accounts: tuple[AccountRow, ...]
    people: tuple[PersonRow, ...]
    commitments: tuple[CommitmentRow, ...]
    relations: tuple[RelationRow, ...]

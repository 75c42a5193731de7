"""What linking takes: the compact rows of every page, without their texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from communique.linking.sketches import Sketch
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

NO_TEXT = Sketch()


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page: its date, and the sketch of its text."""

    id: str
    published: str | None
    sketch: Sketch = NO_TEXT


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
class NameUse:
    """A name as used on one page, beside its bearer's state or organisation and offices.

    ``forms`` are the short forms by which the page goes on ("Mr Kim"); so ``times`` over.
    """

    name: str
    state: str | None
    organization: str | None
    offices: tuple[str, ...]
    deceased: bool = False
    forms: tuple[str, ...] = ()
    times: int = 1


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


class Verb(StrEnum):
    """What a person can decide."""

    MERGE = "merge"
    SPLIT = "split"
    SET = "set"
    PARTY = "party"
    REJECT = "reject"
    NAME = "name"
    COPY = "copy"
    OUTLET = "outlet"
    ACCEPT = "accept"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision in force, its targets found.

    ``groups`` are account ids: the engagements to merge, the two sides of a split, the accounts
    whose engagement has a value or a party set, the account rejected. ``field`` and ``value`` are
    what is set; ``home`` and ``names`` whom ``value`` names; ``page`` is (``value``: no) copy of
    ``of``.
    """

    id: str
    verb: Verb
    groups: tuple[tuple[str, ...], ...] = ()
    field: str | None = None
    value: Any = None
    home: str | None = None
    names: tuple[str, ...] = ()
    page: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every row there is, in any order; decisions in the order in which they were made."""

    pages: tuple[PageRow, ...]
    accounts: tuple[AccountRow, ...]
    people: tuple[PersonRow, ...]
    commitments: tuple[CommitmentRow, ...]
    relations: tuple[RelationRow, ...]
    decisions: tuple[Decision, ...] = ()

"""What linking gives: persons, tenures, engagements, commitments and relations over all pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.linking.footing import Footing
from communique.model import (
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Place,
    Role,
    Status,
    Verdict,
    VisitType,
)


@dataclass(frozen=True, slots=True)
class LinkedPerson:
    """A person joined over pages; ``names`` are all spellings, most frequent first."""

    id: str
    person: str
    state: str | None
    organization: str | None
    names: tuple[str, ...]
    deceased: bool


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office as pages show it held: first and last day seen, and by when it had ended.

    ``offices`` are the printed forms, ``pages`` the ids of the pages; ``why`` tells what ended it.
    """

    person_id: str
    office: str
    offices: tuple[str, ...]
    seen_first: str | None
    seen_last: str | None
    ended_by: str | None
    why: str | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """A party of an engagement, its person joined over pages."""

    person: str | None
    person_id: str | None
    state: str | None
    organization: str | None
    office: str | None
    role: Role


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """One value that accounts give for a field (null: silent), and the pages that give it."""

    value: Any
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the accounts of one engagement stand to each other in one field.

    ``witnesses`` counts the independent texts behind the value best borne out.
    """

    field: str
    verdict: Verdict
    values: tuple[ComparedValue, ...]
    witnesses: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DecidedField:
    """A field whose value a person set, and by which decision."""

    field: str
    value: Any
    decision: str


@dataclass(frozen=True, slots=True)
class FieldWeight:
    """What one field weighs, in bits, for an account and the others being of one engagement.

    The mean over the others; ``level`` is how it mostly stands to them. The field ``start`` is what
    a pair weighs before anything is compared.
    """

    field: str
    weight: float
    level: str


@dataclass(frozen=True, slots=True)
class LinkedEngagement:
    """What all accounts of one engagement amount to; ``accounts`` by date of page.

    ``earliest`` and ``latest`` are days that bound its start, also where no page dates it; None
    where nothing does. ``decided`` are the fields that a person set; ``weights`` say of each
    account what speaks for its being here, where there are several. ``part_of`` is the visit during
    which it took place.
    """

    id: str
    kind: Kind
    status: Status
    start: str | None
    end: str | None
    date_basis: DateBasis
    place: Place | None
    visit_type: VisitType | None
    parties: tuple[LinkedParty, ...]
    topics: tuple[str, ...]
    earliest: str | None
    latest: str | None
    main: bool
    accounts: tuple[str, ...]
    witnesses: int
    comparison: tuple[Comparison, ...]
    decided: tuple[DecidedField, ...] = ()
    weights: Mapping[str, tuple[FieldWeight, ...]] = field(default_factory=dict)
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class StepSource:
    """Where a step's words are: a commitment's state or an account's field, and its page."""

    page: str
    owner: str
    field: str
    position: int


@dataclass(frozen=True, slots=True)
class LinkedStep:
    """One dated state of a commitment; ``sources`` are all pages that bear it out, best first."""

    state: CommitmentStateKind
    date: str | None
    engagement: str | None
    via: str | None
    sources: tuple[StepSource, ...]
    worked_from: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedCommitment:
    """A commitment followed over pages, its states oldest first; ``thread`` as of its sightings."""

    id: str
    kind: CommitmentKind
    by: str | None
    by_id: str | None
    to: str | None
    to_id: str | None
    states: tuple[str, ...]
    via: str | None
    what: str
    due: str | None
    open: bool
    steps: tuple[LinkedStep, ...]
    engagements: tuple[str, ...]
    thread: str


@dataclass(frozen=True, slots=True)
class LinkedMilestone:
    """A dated step of a relation, and the pages that tell it."""

    what: str
    year: int | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclaredLevel:
    """A declared level of a relation, with the first and last day a page gives it."""

    level: str
    seen_first: str | None
    seen_last: str | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkedRelation:
    """The relation of two states (codes in alphabetical order), latest level first."""

    states: tuple[str, str]
    levels: tuple[DeclaredLevel, ...]
    milestones: tuple[LinkedMilestone, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Everything linked; ``copies`` maps a page to the page whose text it repeats.

    ``party_people`` gives the person id of every (account id, position of party) that has one.
    """

    copies: dict[str, str]
    page_dates: dict[str, str]
    party_people: dict[tuple[str, int], str]
    people: tuple[LinkedPerson, ...]
    tenures: tuple[Tenure, ...]
    engagements: tuple[LinkedEngagement, ...]
    commitments: tuple[LinkedCommitment, ...]
    relations: tuple[LinkedRelation, ...]
    footing: Footing

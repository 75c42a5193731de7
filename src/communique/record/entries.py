"""What one asks of the record: its engagements, commitments, people and pages, ready to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from communique.knowledge.outlets import NOWHERE, Origin
from communique.linking.outcome import FieldWeight, LinkedParty
from communique.linking.rows import Verb
from communique.model import (
    Account,
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Place,
    Span,
    Status,
    Verdict,
    VisitType,
)
from communique.partial_dates import to_bounds


class Kept(StrEnum):
    """What became of a reading handed to the record."""

    NEW = "new"
    UNCHANGED = "unchanged"
    NEW_VERSION = "new_version"
    RECODED = "recoded"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A page, without its text; ``copy_of`` is the id of the page whose text it repeats.

    ``dated`` is the date that linking gave a page which bears none itself; ``origin`` is whose its
    outlet is.
    """

    id: str
    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: str | None
    published_precision: str | None
    sha256: str
    version: int
    copy_of: str | None
    dated: str | None
    origin: Origin = NOWHERE

    @property
    def label(self) -> str:
        """Return what a person knows the page by: its URL, else its path."""
        return self.url or self.path or self.id


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One account of an engagement, with its page; ``people`` are the person ids of its parties.

    ``weights`` say what speaks for its being of this engagement, where that has other accounts.
    """

    id: str
    document: DocumentEntry
    account: Account
    people: tuple[str | None, ...]
    weights: tuple[FieldWeight, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedValueEntry:
    """A value that accounts give (null: silent), and the pages that give it."""

    value: Any
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonEntry:
    """How the accounts stand to each other in one field; ``documents`` hold labels of pages."""

    field: str
    verdict: Verdict
    values: tuple[ComparedValueEntry, ...]
    witnesses: int
    note: str | None


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """A person's decision: when, who, why, what, on what; and which undid it, if any.

    ``subject`` and ``value`` speak of pages and accounts by their marks, as other records know
    them, too; ``subject["named"]`` is what people called it when they decided.
    """

    id: str
    made_at: str
    made_by: str
    why: str | None
    verb: Verb
    subject: dict[str, Any]
    value: Any
    undoes: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class DecidedEntry:
    """A field that a person set, its value, and the decision."""

    field: str
    value: Any
    decision: str
    made_at: str
    made_by: str
    why: str | None


@dataclass(frozen=True, slots=True)
class EngagementEntry:
    """One engagement; ``accounts`` and ``comparison`` are filled where asked for.

    ``earliest`` and ``latest`` bound the start, also where no page dates it. ``documents`` are all
    its pages, ``witnesses`` the number of independent texts among them, ``decided`` the fields
    that a person set, ``part_of`` the visit during which it took place, ``parts`` what did so
    during it. ``texts`` are those of its pages by id, where one engagement with several was asked
    for.
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
    witnesses: int
    documents: tuple[DocumentEntry, ...]
    commitments: tuple[str, ...]
    accounts: tuple[AccountEntry, ...] = ()
    comparison: tuple[ComparisonEntry, ...] = ()
    decided: tuple[DecidedEntry, ...] = ()
    part_of: str | None = None
    parts: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words behind a step of a commitment, and their page."""

    document: DocumentEntry
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StepEntry:
    """One dated state of a commitment; ``sources`` name every page that bears it out, best first.

    ``worked_from`` tells what it was worked out from where no page says it in words.
    """

    state: CommitmentStateKind
    date: str | None
    engagement: str | None
    via: str | None
    worked_from: str | None
    sources: tuple[StepWords, ...]


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    """A commitment followed over pages, states oldest first."""

    id: str
    kind: CommitmentKind
    by: str | None
    by_id: str | None
    to: str | None
    to_id: str | None
    via: str | None
    what: str
    due: str | None
    open: bool
    states: tuple[StepEntry, ...]
    engagements: tuple[str, ...]

    def overdue_on(self, day: date) -> bool:
        """Tell whether it is open on a day after its due date."""
        return bool(self.open and self.due and to_bounds(self.due)[1] < day)


@dataclass(frozen=True, slots=True)
class TenureEntry:
    """An office as pages show it held; ``documents`` are labels of those pages."""

    office: str
    offices: tuple[str, ...]
    seen_first: str | None
    seen_last: str | None
    ended_by: str | None
    why: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person joined over pages, with every spelling and the offices seen."""

    id: str
    person: str
    state: str | None
    organization: str | None
    names: tuple[str, ...]
    deceased: bool
    tenures: tuple[TenureEntry, ...]


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """A declared level of a relation, and when pages give it."""

    level: str
    seen_first: str | None
    seen_last: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MilestoneEntry:
    """A dated step of a relation."""

    what: str
    year: int | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """The relation of two states, the level last declared first."""

    states: tuple[str, str]
    levels: tuple[LevelEntry, ...]
    milestones: tuple[MilestoneEntry, ...]


@dataclass(frozen=True, slots=True)
class UnreadEntry:
    """A sentence that looks like an engagement and could not be coded, and why."""

    document: DocumentEntry
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Context:
    """A stretch of a text: its words, its code point offsets, and the offsets in it of the hits."""

    words: str
    start: int
    end: int
    hits: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A ``title``, ``text`` or ``statement`` that holds the words looked for.

    Of a statement also who said it, as which act, and in which engagement.
    """

    document: DocumentEntry
    part: str
    contexts: tuple[Context, ...]
    speaker: str | tuple[str, ...] | None
    act: str | None
    engagement: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that ``check`` found; a ``notice`` is worth knowing and breaks no rule."""

    rule: str
    document: str | None
    where: str
    message: str
    notice: bool = False


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """What linking made: counts, and whether there was anything to do."""

    engagements: int
    commitments: int
    people: int
    fresh: bool

"""The words of the codebook as types. Imports nothing of ours; every room speaks in these.

Offsets are Unicode code points into ``Document.text``; for every ``Span`` made against a document,
``document.text[span.start:span.end] == span.quote``. Dates are ISO 8601 strings whose length tells
their precision (``2024``, ``2024-06``, ``2024-06-20``); states are ISO 3166-1 alpha-3 codes.
``None`` and empty tuples mean that the page says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of engagement."""

    CALL = "call"
    VIDEO_CALL = "video_call"
    MEETING = "meeting"
    VISIT = "visit"
    SUMMIT = "summit"
    LETTER = "letter"
    CEREMONY = "ceremony"
    CONSULTATION = "consultation"


class Status(StrEnum):
    """How far an engagement has come."""

    HELD = "held"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class VisitType(StrEnum):
    """Protocol rank of a visit."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"
    TRANSIT = "transit"


class DateBasis(StrEnum):
    """What an engagement's dates rest on."""

    EXPLICIT = "explicit"
    RESOLVED = "resolved"
    PUBLISHED = "published"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a party is in an engagement."""

    PARTICIPANT = "participant"
    HOST = "host"
    GUEST = "guest"
    SENDER = "sender"
    RECIPIENT = "recipient"
    ENVOY = "envoy"
    DELEGATE = "delegate"


class Act(StrEnum):
    """Speech acts of statements."""

    AFFIRM = "affirm"
    RECALL = "recall"
    APPRECIATE = "appreciate"
    THANK = "thank"
    CONGRATULATE = "congratulate"
    CONDOLE = "condole"
    WISH = "wish"
    HOPE = "hope"
    INFORM = "inform"
    DISCUSS = "discuss"
    AGREE = "agree"
    PLEDGE = "pledge"
    PROPOSE = "propose"
    INVITE = "invite"
    ACCEPT = "accept"
    DECLINE = "decline"
    CONVEY = "convey"
    REQUEST = "request"
    URGE = "urge"
    SUPPORT = "support"
    OPPOSE = "oppose"
    CRITICISE = "criticise"
    CONDEMN = "condemn"
    WARN = "warn"
    THREATEN = "threaten"
    DENY = "deny"
    APOLOGISE = "apologise"


class MessageKind(StrEnum):
    """Kinds of message."""

    CONGRATULATION = "congratulation"
    CONDOLENCE = "condolence"
    GREETING = "greeting"
    THANKS = "thanks"


class Medium(StrEnum):
    """How a message went."""

    LETTER = "letter"
    TELEGRAM = "telegram"
    CALL = "call"
    IN_PERSON = "in_person"
    DELEGATION = "delegation"


class CommitmentKind(StrEnum):
    """Kinds of commitment."""

    INVITATION = "invitation"
    VISIT = "visit"
    AGREEMENT = "agreement"
    PLEDGE = "pledge"
    REQUEST = "request"


class CommitmentStateKind(StrEnum):
    """Steps in the life of a commitment."""

    EXTENDED = "extended"
    REITERATED = "reiterated"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    FULFILLED = "fulfilled"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


CLOSING_STATES = frozenset(
    {
        CommitmentStateKind.DECLINED,
        CommitmentStateKind.FULFILLED,
        CommitmentStateKind.WITHDRAWN,
        CommitmentStateKind.LAPSED,
    }
)


class Verdict(StrEnum):
    """How two accounts of one field stand to each other."""

    AGREE = "agree"
    NARROWER = "narrower"
    SILENT = "silent"
    DIFFER = "differ"


TOPICS: frozenset[str] = frozenset(
    """defence security economy trade investment finance energy oil_gas nuclear_energy
    science_technology digital space education culture tourism people_to_people sport health
    agriculture fisheries transport infrastructure environment labour migration justice
    humanitarian counter_terrorism maritime arms_control conflict human_rights elections
    regional_affairs multilateral""".split()
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of ``Document.text``: code point offsets and the words there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Document:
    """One page as read.

    ``text`` is the headline, where the page has one, then the article's paragraphs, parted by
    blank lines; chrome is left out. ``sha256`` is the hash of the bytes that were fetched.
    ``published_precision`` is ``day``, ``month`` or ``year``, None where ``published`` is None.
    ``dateline_place`` and ``dateline_date`` are the words of a wire dateline, with their spans.
    ``captions`` are the spans inside ``text`` that are picture captions (kept, since they report),
    ``title_span`` is the headline's span. ``teasers`` are leads of other stories on the page, no
    part of ``text``; ``related`` those that the reader took up behind it, as they date a visit.
    """

    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    byline: str | None
    language: str | None
    published: str | None
    published_precision: str | None
    text: str
    sha256: str
    photo_credit: str | None = None
    dateline_place: Span | None = None
    dateline_date: Span | None = None
    title_span: Span | None = None
    captions: tuple[Span, ...] = ()
    related: tuple[Span, ...] = ()
    teasers: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as given (``name``), with its city and state where known."""

    name: str | None
    city: str | None
    state: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """One side or person of an engagement; ``organization`` and ``state`` exclude each other.

    ``uncertain`` is the reason why the page leaves the party in doubt, None where it does not.
    ``worked_from`` says what a person or state not printed here was worked out from.
    """

    person: str | None
    state: str | None
    organization: str | None
    office: str | None
    role: Role
    evidence: tuple[Span, ...] = ()
    worked_from: str | None = None
    uncertain: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A speech act: who said what to whom. ``speaker`` is a name, a code, ``both`` or a list."""

    speaker: str | tuple[str, ...]
    addressee: str | None
    act: Act
    content: str
    topics: tuple[str, ...]
    quoted: bool
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Something sent or conveyed. ``sender`` and ``to`` hold persons, state codes or groups."""

    kind: MessageKind
    medium: Medium | None
    sender: tuple[str, ...]
    to: tuple[str, ...]
    via: str | None
    occasion: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CommitmentState:
    """One step in a commitment's life, as one page gives it; ``date`` is an ISO partial date."""

    state: CommitmentStateKind
    date: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """An invitation, pledge or agreed step, with the states that this page supports."""

    kind: CommitmentKind
    by: str | None
    to: str | None
    via: str | None
    what: str
    due: str | None
    states: tuple[CommitmentState, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind each field of an account; ``parties`` and ``topics`` run beside theirs."""

    kind: tuple[Span, ...] = ()
    status: tuple[Span, ...] = ()
    start: tuple[Span, ...] = ()
    end: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    visit_type: tuple[Span, ...] = ()
    parties: tuple[tuple[Span, ...], ...] = ()
    topics: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says about one engagement.

    ``date_rule`` is the rule that made the dates and ``date_worked_from`` what it used;
    ``weekday`` is a weekday the page names but nothing on it dates (English name).
    ``after`` and ``before`` are ISO dates that bound an undated engagement ("after the attack of
    March 22"). ``frame`` names the frame that coded it.
    """

    kind: Kind
    status: Status
    main: bool
    visit_type: VisitType | None
    start: str | None
    end: str | None
    date_basis: DateBasis
    place: Place | None
    parties: tuple[Party, ...]
    topics: tuple[str, ...]
    plover_event: str
    plover_mode: str | None
    cameo: str
    statements: tuple[Statement, ...] = ()
    messages: tuple[Message, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    evidence: Evidence = field(default_factory=Evidence)
    date_rule: str | None = None
    date_worked_from: tuple[str, ...] = ()
    weekday: str | None = None
    after: str | None = None
    before: str | None = None
    frame: str | None = None
    uncertain: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeSpan:
    """An office as printed for a person, with the words."""

    office: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PersonOnPage:
    """A person whom the page names: fullest name, state, offices as printed, every name form."""

    person: str
    state: str | None
    organization: str | None
    offices: tuple[OfficeSpan, ...]
    names: tuple[str, ...]
    deceased: bool
    former: bool = False
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step of a relation ("75th anniversary of diplomatic relations", year 2025)."""

    what: str
    year: int | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """The declared level of relations between two states, and its milestones, as a page has it."""

    states: tuple[str, str]
    level: str | None
    milestones: tuple[Milestone, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that looks like an engagement but could not be coded, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one page gives; ``coder`` is the version of what read it."""

    document: Document
    accounts: tuple[Account, ...]
    people: tuple[PersonOnPage, ...]
    relations: tuple[Relation, ...]
    unread: tuple[Unread, ...] = ()
    statements: tuple[Statement, ...] = ()
    messages: tuple[Message, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    coder: str | None = field(default=None, compare=False)

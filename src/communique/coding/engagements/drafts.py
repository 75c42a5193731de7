"""An account in the making: what one or several sentences say of one engagement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from communique.coding.engagements.actors import Actor
from communique.language.annotations import Sentence, Token
from communique.language.dates import DateExpression
from communique.model import Place, Role, Span, Status


@dataclass(slots=True, eq=False)
class DraftParty:
    """An actor with its role; ``uncertain`` is why the page leaves it in doubt."""

    actor: Actor
    role: Role
    uncertain: str | None = None


@dataclass(slots=True, eq=False)
class When:
    """Dates as read: ISO partial dates, basis, rule, and the words."""

    start: str | None = None
    end: str | None = None
    basis: str | None = None
    rule: str | None = None
    worked_from: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(slots=True, eq=False)
class Draft:
    """One engagement as one trigger reports it, later merged with others of the page.

    ``prominence`` is the syntactic rank of the trigger: 0 the main predicate of its sentence,
    1 coordinated or close below it, 2 and more in subordinate phrases. ``bystanders`` are the
    office-holders of the sentence who stand outside the trigger's grammar. ``set_out`` is true of
    "left for X on Monday": the day is of leaving. ``recalled`` is true of what lies some weeks
    before the page, ``history`` of what leaders of long ago did. ``denied`` is true where the
    sentence says that it did not take place; ``doubt`` is why the page leaves it in doubt.
    ``told`` is false of a visit that is only spoken of. ``going_on`` is true of a stay whose
    dates ahead are of its end or of its purpose.
    ``present`` is true where its verb stands in the present tense. ``open_ended`` is true of
    talks whose words name no subject: "talks with X are to follow". ``ends`` are the days that a
    visit goes on to: "will last until Friday". ``given_up`` is true of "will not come on Monday":
    put off or called off where the page says so elsewhere. ``next_one`` is true of talks to come
    that are told of as the next or second. ``purpose`` is true of talks that somebody came or
    went to hold. ``later`` are those of its ``goals`` that a tour goes to after another.
    ``was_there`` is true of "was in Rome on a visit". ``listed`` is true of what a diary has under
    one of its days, and of a letter among those to one person. ``tour`` is true
    of one of several states that the same days are told of.
    """

    kind: str
    status: str
    frame: str
    sentence: Sentence
    trigger: Token
    parties: list[DraftParty] = field(default_factory=list)
    place: Place | None = None
    place_spans: tuple[Span, ...] = ()
    destination: str | None = None
    visit_type: str | None = None
    visit_type_spans: tuple[Span, ...] = ()
    dates: list[DateExpression] = field(default_factory=list)
    ends: list[DateExpression] = field(default_factory=list)
    given_up: bool = False
    next_one: bool = False
    previous_one: bool = False
    when: When = field(default_factory=When)
    kind_spans: list[Span] = field(default_factory=list)
    status_spans: list[Span] = field(default_factory=list)
    prominence: int = 9
    definite: bool = False
    relation: str | None = None
    main: bool = False
    weekday: str | None = None
    goals: list[Token] = field(default_factory=list)
    later: list[Token] = field(default_factory=list)
    echoes: list[Draft] = field(default_factory=list)
    bystanders: list[Actor] = field(default_factory=list)
    denied: bool = False
    recalled: bool = False
    history: bool = False
    doubt: str | None = None
    present: bool = False
    told: bool = True
    going_on: bool = False
    set_out: bool = False
    was_there: bool = False
    open_ended: bool = False
    purpose: bool = False
    listed: bool = False
    tour: bool = False

    def status_value(self) -> Status:
        """The status as the codebook's word."""
        return Status(self.status)

    def complete(self) -> bool:
        """Whether two sides are already there."""
        sides = {p.actor.side for p in self.parties}
        return len(sides - {None}) > 1

    def sides(self) -> set[str]:
        """States and organizations that take part."""
        return {side for p in self.parties if (side := p.actor.side)}

    def persons(self) -> set[int]:
        """Identities of the persons who take part."""
        return {id(p.actor.person) for p in self.parties if p.actor.person is not None}

    def actors(self, *roles: Role) -> list[Actor]:
        """The actors in any of ``roles``; all where none is named."""
        return [p.actor for p in self.parties if not roles or p.role in roles]

    def add(self, actor: Actor, role: Role) -> None:
        """Add a party unless it is there; a person replaces his or her own bare state."""
        for party in self.parties:
            if party.actor.key == actor.key:
                if party.actor.office is None:
                    party.actor.office = actor.office
                if party.role is Role.PARTICIPANT:
                    party.role = role
                party.uncertain = None
                return
        self.parties.append(DraftParty(actor, role))

    def another(self, parties: Iterable[DraftParty]) -> Draft:
        """What the same words say of another engagement, with ``parties``: nothing is shared."""
        return replace(
            self, parties=[replace(party) for party in parties], dates=list(self.dates),
            ends=list(self.ends), goals=list(self.goals), later=list(self.later), echoes=[],
            bystanders=list(self.bystanders), when=replace(self.when),
            kind_spans=list(self.kind_spans), status_spans=list(self.status_spans),
        )  # fmt: skip

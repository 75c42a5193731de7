"""Drafts made into accounts: the codebook's form, every value with its words."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.dating.times import basis_of
from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.knowledge.frames.codes import event_codes
from communique.knowledge.organizations import body_name
from communique.language.annotations import Analysis, Person
from communique.model import (
    Account,
    Commitment,
    Evidence,
    Kind,
    Message,
    OfficeSpan,
    Party,
    PersonOnPage,
    Role,
    Span,
    Statement,
    VisitType,
)


def to_account(
    draft: Draft,
    analysis: Analysis,
    *,
    topics: dict[str, Span],
    statements: Sequence[Statement] = (),
    messages: Sequence[Message] = (),
    commitments: Sequence[Commitment] = (),
    after: str | None = None,
) -> Account:
    """The account that ``draft`` amounts to. ``after`` bounds an engagement without a date."""
    parties = tuple(_party(party, draft) for party in draft.parties)
    codes = event_codes(draft.kind, draft.frame)
    when, document = draft.when, analysis.document
    return Account(
        kind=Kind(draft.kind), status=draft.status_value(), main=draft.main,
        visit_type=VisitType(draft.visit_type) if draft.visit_type else None,
        start=when.start, end=when.end, date_basis=basis_of(draft, document.published),
        place=draft.place, parties=parties, topics=tuple(topics),
        plover_event=codes.event, plover_mode=codes.mode, cameo=codes.cameo,
        statements=tuple(statements), messages=tuple(messages), commitments=tuple(commitments),
        evidence=_evidence(draft, parties, topics), date_rule=when.rule,
        date_worked_from=when.worked_from,
        weekday=draft.weekday if when.start is None else None,
        after=after if when.start is None and draft.main else None, frame=draft.frame,
        uncertain=draft.doubt,
    )  # fmt: skip


def _party(party: DraftParty, draft: Draft) -> Party:
    actor = party.actor
    person = actor.person
    state = person.state if person is not None else actor.state
    organization = person.organization if person is not None else actor.organization
    beside = any(p.actor.person and p.actor.side == actor.side for p in draft.parties)
    sent = draft.kind == Kind.CEREMONY  # "sent a delegation to the state funeral"
    came_along = (
        actor.delegation and (beside or sent) and party.role in {Role.GUEST, Role.PARTICIPANT}
    )
    role = Role.DELEGATE if came_along else party.role
    return Party(
        person=person.name if person is not None else None, state=state,
        organization=None if state else body_name(organization),
        office=_office(actor), role=role, evidence=_unique(actor.spans),
        worked_from=actor.worked_from or (person.state_from if person is not None else None),
        uncertain=party.uncertain,
    )  # fmt: skip


def _office(actor: Actor) -> str | None:
    """The office as printed beside this mention, else the first the page gives the person."""
    if actor.person is None:
        return actor.office
    for office in actor.person.offices:
        if actor.office is not None and actor.office in office.office:
            return office.office
    return actor.person.offices[0].office if actor.person.offices else actor.office


def _unique(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))


def _evidence(draft: Draft, parties: Sequence[Party], topics: dict[str, Span]) -> Evidence:
    when = draft.when
    return Evidence(
        kind=_unique(draft.kind_spans), status=_unique(draft.status_spans),
        start=when.spans if when.start else (), end=when.spans if when.end else (),
        place=draft.place_spans if draft.place else (), visit_type=draft.visit_type_spans,
        parties=tuple(party.evidence for party in parties),
        topics=tuple((span,) for span in topics.values()),
    )  # fmt: skip


def to_people(people: Sequence[Person], analysis: Analysis) -> tuple[PersonOnPage, ...]:
    """The persons that the page names, each with offices and name forms."""
    return tuple(_on_page(person, analysis) for person in people if person.names)


def _on_page(person: Person, analysis: Analysis) -> PersonOnPage:
    spans = tuple(analysis.span(m.start, m.end) for m in person.mentions[:5])
    offices = tuple(OfficeSpan(o.office, o.evidence) for o in person.offices)
    return PersonOnPage(
        person=person.name, state=person.state,
        organization=None if person.state else body_name(person.organization), offices=offices,
        names=tuple(person.names), deceased=person.deceased, former=person.former, evidence=spans,
    )  # fmt: skip

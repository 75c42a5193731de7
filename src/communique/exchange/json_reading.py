"""Readings back from the contract's JSON; the way out is in ``json_form``."""

from __future__ import annotations

from typing import Any

from communique.model import (
    Account,
    Act,
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    DateBasis,
    Document,
    Evidence,
    Kind,
    Medium,
    Message,
    MessageKind,
    Milestone,
    OfficeSpan,
    Party,
    PersonOnPage,
    Place,
    Reading,
    Relation,
    Role,
    Span,
    Statement,
    Status,
    Unread,
    VisitType,
)

Json = dict[str, Any]


def reading_from_json(form: Json) -> Reading:
    """Return the reading that an object of the contract's form describes.

    The contract's own fields are needed; fields beyond them may be absent. Raises KeyError for a
    missing field and ValueError for a word that the codebook does not know.
    """
    return Reading(
        document=_document(form["document"]),
        accounts=tuple(account_from_json(account) for account in form["accounts"]),
        people=tuple(_person(person) for person in form["people"]),
        relations=tuple(_relation(relation) for relation in form["relations"]),
        unread=tuple(
            Unread(_span(unread["span"]), unread["reason"]) for unread in form.get("unread", ())
        ),
        statements=tuple(_statement(statement) for statement in form.get("statements", ())),
        messages=tuple(_message(message) for message in form.get("messages", ())),
        commitments=tuple(_commitment(commitment) for commitment in form.get("commitments", ())),
    )


def account_from_json(form: Json) -> Account:
    """Return the account that one element of ``accounts`` describes."""
    return Account(
        kind=Kind(form["kind"]),
        status=Status(form["status"]),
        main=form["main"],
        visit_type=form["visit_type"] and VisitType(form["visit_type"]),
        start=form["start"],
        end=form["end"],
        date_basis=DateBasis(form["date_basis"]),
        place=form["place"] and Place(**form["place"]),
        parties=tuple(_party(party) for party in form["parties"]),
        topics=tuple(form["topics"]),
        plover_event=form["plover"]["event"],
        plover_mode=form["plover"]["mode"],
        cameo=form["cameo"],
        statements=tuple(_statement(statement) for statement in form["statements"]),
        messages=tuple(_message(message) for message in form["messages"]),
        commitments=tuple(_commitment(commitment) for commitment in form["commitments"]),
        evidence=_evidence(form["evidence"]),
        date_rule=form.get("date_rule"),
        date_worked_from=tuple(form.get("date_worked_from", ())),
        weekday=form.get("weekday"),
        after=form.get("after"),
        before=form.get("before"),
        frame=form.get("frame"),
        uncertain=form.get("uncertain"),
    )


def _span(form: Json) -> Span:
    return Span(form["start"], form["end"], form["quote"])


def _spans(forms: list[Json] | None) -> tuple[Span, ...]:
    return tuple(_span(form) for form in forms or ())


def _maybe_span(form: Json | None) -> Span | None:
    return form and _span(form)  # type: ignore[return-value]


def _document(form: Json) -> Document:
    return Document(
        path=form["path"],
        url=form["url"],
        title=form["title"],
        outlet=form["outlet"],
        byline=form["byline"],
        language=form["language"],
        published=form["published"],
        published_precision=form["published_precision"],
        text=form["text"],
        sha256=form["sha256"],
        photo_credit=form.get("photo_credit"),
        dateline_place=_maybe_span(form.get("dateline_place")),
        dateline_date=_maybe_span(form.get("dateline_date")),
        title_span=_maybe_span(form.get("title_span")),
        captions=_spans(form.get("captions")),
        related=_spans(form.get("related")),
    )


def _party(form: Json) -> Party:
    return Party(
        person=form["person"],
        state=form["state"],
        organization=form["organization"],
        office=form["office"],
        role=Role(form["role"]),
        evidence=_spans(form.get("evidence")),
        worked_from=form.get("worked_from"),
        uncertain=form.get("uncertain"),
    )


def _statement(form: Json) -> Statement:
    speaker = form["speaker"]
    return Statement(
        speaker=speaker if isinstance(speaker, str) else tuple(speaker),
        addressee=form["addressee"],
        act=Act(form["act"]),
        content=form["content"],
        topics=tuple(form["topics"]),
        quoted=form["quoted"],
        evidence=_spans(form["evidence"]),
    )


def _message(form: Json) -> Message:
    return Message(
        kind=MessageKind(form["kind"]),
        medium=form["medium"] and Medium(form["medium"]),
        sender=tuple(form["from"]),
        to=tuple(form["to"]),
        via=form["via"],
        occasion=form["occasion"],
        evidence=_spans(form["evidence"]),
    )


def _commitment(form: Json) -> Commitment:
    return Commitment(
        kind=CommitmentKind(form["kind"]),
        by=form["by"],
        to=form["to"],
        via=form["via"],
        what=form["what"],
        due=form["due"],
        states=tuple(
            CommitmentState(
                CommitmentStateKind(step["state"]), step["date"], _spans(step["evidence"])
            )
            for step in form["states"]
        ),
    )


def _evidence(form: Json) -> Evidence:
    single = ("kind", "status", "start", "end", "place", "visit_type")
    return Evidence(
        **{name: _spans(form.get(name)) for name in single},
        parties=tuple(_spans(spans) for spans in form.get("parties", ())),
        topics=tuple(_spans(spans) for spans in form.get("topics", ())),
    )


def _person(form: Json) -> PersonOnPage:
    words = form.get("office_evidence") or [[] for _ in form["offices"]]
    return PersonOnPage(
        person=form["person"],
        state=form["state"],
        organization=form.get("organization"),
        offices=tuple(
            OfficeSpan(office, _spans(spans))
            for office, spans in zip(form["offices"], words, strict=True)
        ),
        names=tuple(form["names"]),
        deceased=form["deceased"],
        former=form.get("former", False),
        evidence=_spans(form.get("evidence")),
    )


def _relation(form: Json) -> Relation:
    first, second = form["states"]
    return Relation(
        states=(first, second),
        level=form["level"],
        milestones=tuple(
            Milestone(step["what"], step["year"], _spans(step["evidence"]))
            for step in form.get("milestones", ())
        ),
        evidence=_spans(form["evidence"]),
    )

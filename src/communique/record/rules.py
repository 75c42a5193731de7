"""The rules of the codebook that one page's reading must keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from communique.model import (
    TOPICS,
    Account,
    Commitment,
    DateBasis,
    Document,
    Kind,
    Party,
    Reading,
    Span,
)
from communique.partial_dates import to_bounds

# What is wrong: the rule, where on the page's reading, and a sentence for people.
Broken = tuple[str, str, str]

_STATE = re.compile(r"[A-Z]{3}")


def broken_rules(reading: Reading, states: frozenset[str] = frozenset()) -> Iterator[Broken]:
    """Yield every rule that a reading breaks; ``states`` are the known codes, if given."""
    for where, span in _all_spans(reading):
        if not _stands(reading.document, span):
            yield "span", where, f"text[{span.start}:{span.end}] is not {span.quote!r}"
    yield from _document_rules(reading.document)
    for n, account in enumerate(reading.accounts):
        yield from _account_rules(account, f"account {n}", states)
    yield from _spoken_rules(reading)
    for n, person in enumerate(reading.people):
        if person.state:
            yield from _state_rule(person.state, f"person {n} {person.person}", states)
    for n, relation in enumerate(reading.relations):
        for state in relation.states:
            yield from _state_rule(state, f"relation {n}", states)
        if not relation.evidence:
            yield "evidence", f"relation {n}", "a relation without words behind it"


@cache
def known_states() -> frozenset[str]:
    """Return the codes of all states and territories, historic ones too."""
    from communique.knowledge.states.table import load_states

    return frozenset(load_states())


def _stands(document: Document, span: Span) -> bool:
    inside = 0 <= span.start < span.end <= len(document.text)
    return inside and document.text[span.start : span.end] == span.quote


def _document_rules(document: Document) -> Iterator[Broken]:
    yield from _date_rule(document.published, "document published")
    lengths = {None: 0, "year": 4, "month": 7, "day": 10}
    if len((document.published or "")[:10]) != lengths.get(document.published_precision, -1):
        precision = document.published_precision
        yield "date", "document", f"published {document.published} is not to the {precision}"


def _account_rules(account: Account, where: str, states: frozenset[str]) -> Iterator[Broken]:
    for field in ("start", "end", "after", "before"):
        yield from _date_rule(getattr(account, field), f"{where} {field}")
    yield from _order_rule(account, where)
    if account.start is None and account.date_basis in (DateBasis.EXPLICIT, DateBasis.RESOLVED):
        yield "date_basis", where, f"no start, but a basis of {account.date_basis.value}"
    if account.visit_type and account.kind is not Kind.VISIT:
        yield "visit_type", where, f"a {account.kind.value} has a visit type"
    for topic in account.topics:
        if topic not in TOPICS:
            yield "topic", where, f"no topic {topic!r} in the codebook"
    if len(set(account.topics)) < len(account.topics):
        yield "topic", where, "a topic twice"
    if not account.parties:
        yield "party", where, "no parties"
    for n, party in enumerate(account.parties):
        yield from _party_rules(party, f"{where} party {n}", states)
    yield from _evidence_rules(account, where)
    if account.place and account.place.state:
        yield from _state_rule(account.place.state, f"{where} place", states)


def _order_rule(account: Account, where: str) -> Iterator[Broken]:
    if account.end and not account.start:
        yield "date", where, "an end without a start"
    if account.start and account.end:
        try:
            backwards = to_bounds(account.end)[1] < to_bounds(account.start)[0]
        except ValueError:
            return
        if backwards:
            yield "date", where, f"ends {account.end}, before it starts {account.start}"


def _party_rules(party: Party, where: str, states: frozenset[str]) -> Iterator[Broken]:
    if party.state and party.organization:
        yield "party", where, "both a state and an organisation"
    if not (party.person or party.state or party.organization):
        yield "party", where, "nobody"
    if party.state:
        yield from _state_rule(party.state, where, states)


def _evidence_rules(account: Account, where: str) -> Iterator[Broken]:
    """Every value read has its words; a party may stand on its own or on the account's."""
    words = account.evidence
    single = {
        "kind": (account.kind, words.kind),
        "start": (account.start, words.start),
        "place": (account.place, words.place),
        "visit_type": (account.visit_type, words.visit_type),
    }
    for field, (value, spans) in single.items():
        if value is not None and not spans:
            yield "evidence", f"{where} {field}", "a value without words behind it"
    for n, party in enumerate(account.parties):
        beside = words.parties[n] if n < len(words.parties) else ()
        if not (party.evidence or beside or party.worked_from):
            yield "evidence", f"{where} party {n}", "a party without words behind it"
    for n, topic in enumerate(account.topics):
        if n >= len(words.topics) or not words.topics[n]:
            yield "evidence", f"{where} topic {topic}", "a topic without words behind it"


def _spoken_rules(reading: Reading) -> Iterator[Broken]:
    for where, statements, messages, commitments in _speech(reading):
        for n, statement in enumerate(statements):
            if not statement.evidence:
                yield "evidence", f"{where} statement {n}", "a statement without words behind it"
            if not statement.speaker:
                yield "speaker", f"{where} statement {n}", "a statement by nobody"
        for n, message in enumerate(messages):
            if not message.evidence:
                yield "evidence", f"{where} message {n}", "a message without words behind it"
        for n, commitment in enumerate(commitments):
            yield from _commitment_rules(commitment, f"{where} commitment {n}")


def _commitment_rules(commitment: Commitment, where: str) -> Iterator[Broken]:
    yield from _date_rule(commitment.due, f"{where} due")
    if not commitment.states:
        yield "commitment", where, "a commitment without a state"
    for step in commitment.states:
        yield from _date_rule(step.date, f"{where} {step.state.value}")
        if not step.evidence:
            yield "evidence", f"{where} {step.state.value}", "a state without words behind it"


def _date_rule(date: str | None, where: str) -> Iterator[Broken]:
    if date is not None:
        try:
            to_bounds(date)
        except ValueError:
            yield "date", where, f"{date!r} is no ISO date"


def _state_rule(state: str, where: str, states: frozenset[str]) -> Iterator[Broken]:
    if not _STATE.fullmatch(state) or (states and state not in states):
        yield "state", where, f"no state {state!r} in ISO 3166-1 alpha-3"


def _speech(reading: Reading) -> Iterator[tuple[str, Iterable, Iterable, Iterable]]:  # type: ignore[type-arg]
    yield "page", reading.statements, reading.messages, reading.commitments
    for n, account in enumerate(reading.accounts):
        yield f"account {n}", account.statements, account.messages, account.commitments


def _all_spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    document = reading.document
    loose = (document.dateline_place, document.dateline_date, document.title_span)
    yield from (
        ("document", span) for span in (*loose, *document.captions, *document.related) if span
    )
    for n, account in enumerate(reading.accounts):
        words = account.evidence
        fields = (words.kind, words.status, words.start, words.end, words.place, words.visit_type)
        groups = (*fields, *words.parties, *words.topics, *(p.evidence for p in account.parties))
        yield from ((f"account {n}", span) for group in groups for span in group)
    for where, statements, messages, commitments in _speech(reading):
        for part in (*statements, *messages):
            yield from ((f"{where} {part.__class__.__name__}", span) for span in part.evidence)
        for commitment in commitments:
            for step in commitment.states:
                yield from ((f"{where} commitment", span) for span in step.evidence)
    for person in reading.people:
        offices = (span for office in person.offices for span in office.evidence)
        yield from ((f"person {person.person}", span) for span in (*person.evidence, *offices))
    for relation in reading.relations:
        steps = (span for step in relation.milestones for span in step.evidence)
        yield from (("relation", span) for span in (*relation.evidence, *steps))
    yield from (("unread", unread.span) for unread in reading.unread)

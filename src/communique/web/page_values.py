"""Everything read from one page, as numbered values with the words behind each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from communique.exchange.json_form import account_to_json
from communique.model import Commitment, Message, Reading, Relation, Span, Statement
from communique.record.finding.entries import DocumentFound
from communique.views.account_fields import FIELDS
from communique.views.locales import Manner
from communique.views.words import actor_words, kind_words
from communique.web.marking import Mark

_SORTS = {"parties": "party", "topics": "topic", "date": "date", "place": "place"}


@dataclass(frozen=True, slots=True)
class PageValue:
    """One value: its number on the page, what it is, its words, its spans, and their sort."""

    number: int
    name: str
    words: str
    sort: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Values that belong together; ``engagement`` is the id of theirs, if they are of one."""

    title: str
    values: tuple[PageValue, ...]
    engagement: str | None = None


def values_of(found: DocumentFound, local: Manner) -> list[Group]:
    """Return everything read from a page, account by account and then what is in none."""
    numbers = count(1)
    reading = found.reading
    groups = []
    for account, (_, engagement) in zip(reading.accounts, found.engagements, strict=True):
        form = account_to_json(account)
        when = local.dates(account.start, account.end)
        drafts = [
            *_fields(form, local),
            *_spoken(account.statements, account.messages, account.commitments),
        ]
        groups.append(_group(f"{kind_words(form)}, {when}", drafts, numbers, engagement))
    rest = [*_spoken(reading.statements, reading.messages, reading.commitments)]
    groups.append(_group("Beside the engagements", rest, numbers))
    groups.append(_group("Relations", _relations(reading.relations), numbers))
    groups.append(_group("People named", _people(reading), numbers))
    unread = [("unread", each.reason, "unread", (each.span,)) for each in reading.unread]
    groups.append(_group("Left unread", unread, numbers))
    return [group for group in groups if group.values]


def marks_of(groups: Sequence[Group]) -> list[Mark]:
    """Return the stretches of text behind the values."""
    return [
        Mark(start, end, value.sort, value.number, faint=value.sort == "person")
        for group in groups
        for value in group.values
        for start, end in value.spans
    ]


_Draft = tuple[str, str, str, Sequence[Any]]


def _group(
    title: str, drafts: Sequence[_Draft], numbers: Iterator[int], engagement: str | None = None
) -> Group:
    values = tuple(
        PageValue(next(numbers), name, words, sort, tuple(map(_bounds, spans)))
        for name, words, sort, spans in drafts
    )
    return Group(title, values, engagement)


def _bounds(span: Span | dict[str, Any]) -> tuple[int, int]:
    return (span.start, span.end) if isinstance(span, Span) else (span["start"], span["end"])


def _fields(account: dict[str, Any], local: Manner) -> Iterator[_Draft]:
    for field in FIELDS:
        for words, spans in field.values(account):
            shown = words
            if field.name == "date":
                when = local.dates(account["start"], account["end"])
                shown = f"{when} ({account['date_basis']})"
            yield field.name, shown, _SORTS.get(field.name, "kind"), spans


def _spoken(
    statements: Sequence[Statement],
    messages: Sequence[Message],
    commitments: Sequence[Commitment],
) -> Iterator[_Draft]:
    for one in statements:
        speaker = one.speaker if isinstance(one.speaker, str) else ", ".join(one.speaker)
        whom = f", to {actor_words(one.addressee)}" if one.addressee else ""
        words = f"{actor_words(speaker)} ({one.act.value}{whom})"
        yield "statement", words, "statement", one.evidence
    for sent in messages:
        sides = " to ".join(", ".join(map(actor_words, side)) for side in (sent.sender, sent.to))
        yield "message", f"{sent.kind.value}, {sides}", "message", sent.evidence
    for promise in commitments:
        what = f"{promise.kind.value}: {promise.what}"
        for step in promise.states:
            yield "commitment", f"{what} ({step.state.value})", "commitment", step.evidence


def _relations(relations: Sequence[Relation]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for relation in relations:
        sides = " and ".join(map(actor_words, relation.states))
        if relation.level:
            drafts.append(("level", f"{sides}: {relation.level}", "relation", relation.evidence))
        for step in relation.milestones:
            year = f" ({step.year})" if step.year else ""
            drafts.append(("milestone", f"{step.what}{year}", "relation", step.evidence))
    return drafts


def _people(reading: Reading) -> list[_Draft]:
    drafts: list[_Draft] = []
    for one in reading.people:
        home = one.state or one.organization
        offices = ", ".join(each.office for each in one.offices)
        more = ", ".join(each for each in (home and actor_words(home), offices) if each)
        words = f"{one.person} ({more})" if more else one.person
        drafts.append(("person", words, "person", one.evidence))
    return drafts

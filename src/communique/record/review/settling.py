"""Which questions accepting decisions settle, in the record as it is now.

A decision speaks of accounts and pages by marks and says what it accepted. Where that has changed
since (other values, another engagement, another reading), the question is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from communique.linking.rows import Verb
from communique.record import tables as t
from communique.record.batches import batches
from communique.record.deciding import decisions_of, pages_told
from communique.record.entries import DecisionEntry
from communique.record.marks import Finder, account_from_json, page_from_json
from communique.record.review.entries import Doubt
from communique.record.review.queue import question_id


def settle(connection: Connection) -> None:
    """Note every question that decisions in force settle, in the place of what was noted."""
    connection.execute(t.settled.delete())
    _note(connection, decisions_of(connection, Verb.ACCEPT))


def settle_new(connection: Connection, added: Iterable[DecisionEntry]) -> None:
    """Note what some new decisions settle, or no longer do since others were undone."""
    new = list(added)
    if any(one.undoes for one in new):
        settle(connection)
    else:
        _note(connection, [one for one in new if one.verb is Verb.ACCEPT])


def _note(connection: Connection, accepting: list[DecisionEntry]) -> None:
    if not accepting:
        return
    finder = Finder(connection, (page for one in accepting for page in pages_told(one.subject)))
    settled = {name: one.id for one in accepting for name in _settled(connection, finder, one)}
    for batch in batches(settled):
        connection.execute(t.settled.delete().where(t.settled.c.question.in_(batch)))
        rows = [{"question": name, "decision_id": settled[name]} for name in batch]
        connection.execute(t.settled.insert(), rows)


def _settled(connection: Connection, finder: Finder, decision: DecisionEntry) -> Iterator[str]:
    """Yield the questions that a decision settles."""
    subject, told = decision.subject, decision.value
    try:
        doubt = Doubt(told["doubt"])
        if doubt is Doubt.UNREAD:
            page = finder.page(page_from_json(subject["pages"][0]))
            yield from _unread(connection, page, told["words"])
            return
        marks = [[account_from_json(mark) for mark in group] for group in subject["accounts"]]
    except (KeyError, TypeError, ValueError, IndexError):
        return
    found = [{name for mark in group if (name := finder.account(mark))} for group in marks]
    if not all(found):
        return
    if doubt is Doubt.DISAGREEMENT:
        yield from _disagreement(connection, found[0], told)
    elif doubt is Doubt.WEAK_LINK:
        (account,) = found[0]
        if len(found) > 1 and _together(connection, account, found[1]):
            yield question_id(doubt, account)
    elif doubt is Doubt.UNCERTAIN:
        (account,) = found[0]
        party = told.get("party")
        yield question_id(doubt, account, "account" if party is None else party)


def _unread(connection: Connection, page: str | None, words: str) -> Iterator[str]:
    u, v, s = t.unread.c, t.versions.c, t.spans.c
    query = (
        select(u.id)
        .join(t.versions, v.id == u.version_id)
        .join(t.spans, s.owner == u.id)
        .where(v.current, v.document_id == page, s.quote == words)
    )
    for name in connection.execute(query).scalars():
        yield question_id(Doubt.UNREAD, name)


def _disagreement(connection: Connection, accounts: set[str], told: Any) -> Iterator[str]:
    d, link = t.engagement_disputes.c, t.engagement_accounts.c
    query = (
        select(d.engagement_id)
        .join(t.engagement_accounts, link.engagement_id == d.engagement_id)
        .where(link.account_id.in_(accounts), d.field == told["field"], d.told == told["told"])
        .distinct()
    )
    for engagement in connection.execute(query).scalars():
        yield question_id(Doubt.DISAGREEMENT, engagement, told["field"], told["told"])


def _together(connection: Connection, account: str, others: set[str]) -> bool:
    """Tell whether an account is of one engagement with one of others."""
    link = t.engagement_accounts.c
    mine = select(link.engagement_id).where(link.account_id == account).scalar_subquery()
    query = select(link.account_id).where(link.engagement_id == mine, link.account_id.in_(others))
    return connection.execute(query.limit(1)).first() is not None

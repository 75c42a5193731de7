"""Which questions there are, and which of them nobody has settled: one query for each doubt."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, String, cast, exists, func, literal, select, union_all

from communique.record import tables as t
from communique.record.review.entries import Doubt

# An account weighs little where the odds that it is of its engagement are less than 16 to 1.
WEAK_BELOW = 4.0


def question_id(doubt: Doubt, *parts: object) -> str:
    """Return the id of a question; the queries below put it together in the same way."""
    return ":".join((doubt.value, *map(str, parts)))


def open_questions(doubt: Doubt) -> Select[Any]:
    """Return the query for the open questions of one doubt: their ids and what finds the rest."""
    return {
        Doubt.DISAGREEMENT: _disagreements,
        Doubt.WEAK_LINK: _weak_links,
        Doubt.UNCERTAIN: _uncertain,
        Doubt.UNREAD: _unread,
    }[doubt]()


def count_open(connection: Connection, doubt: Doubt) -> int:
    """Return the number of the open questions of one doubt."""
    every = open_questions(doubt).order_by(None).subquery()
    number: int = connection.execute(select(func.count()).select_from(every)).scalar_one()
    return number


def _named(doubt: Doubt, *parts: Any) -> Any:
    name: Any = literal(doubt.value)
    for part in parts:
        name = name + ":" + cast(part, String)
    return name


def _unsettled(query: Select[Any], name: Any) -> Select[Any]:
    return query.where(~exists().where(t.settled.c.question == name))


def _disagreements() -> Select[Any]:
    d, e = t.engagement_disputes.c, t.engagements.c
    name = _named(Doubt.DISAGREEMENT, d.engagement_id, d.field, d.told)
    query = select(name.label("id"), d.engagement_id, d.field, d.told)
    query = query.join(t.engagements, e.id == d.engagement_id)
    return _unsettled(query, name).order_by(e.sorted_on.desc(), e.id, d.field)


def _weak_links() -> Select[Any]:
    link = t.engagement_accounts.c
    name = _named(Doubt.WEAK_LINK, link.account_id)
    query = select(name.label("id"), link.engagement_id, link.account_id, link.weight, link.weights)
    query = query.where(link.weight < WEAK_BELOW)
    return _unsettled(query, name).order_by(link.weight, link.account_id)


def _uncertain() -> Select[Any]:
    """Accounts that their page leaves in doubt, and parties of accounts; the rejected do not count.

    What is not linked yet is not asked yet.
    """
    a, p, link = t.accounts.c, t.parties.c, t.engagement_accounts.c
    whole, one = (
        _named(Doubt.UNCERTAIN, a.id, literal("account")),
        _named(Doubt.UNCERTAIN, p.account_id, p.position),
    )
    party: Any = literal(None).label("party")
    accounts = (
        select(whole.label("id"), a.id.label("account_id"), party, a.uncertain.label("said"))
        .join(t.engagement_accounts, link.account_id == a.id)
        .where(a.uncertain.is_not(None))
    )
    parties = (
        select(one.label("id"), p.account_id, p.position.label("party"), p.uncertain.label("said"))
        .join(t.engagement_accounts, link.account_id == p.account_id)
        .where(p.uncertain.is_not(None))
    )
    both = union_all(_unsettled(accounts, whole), _unsettled(parties, one)).subquery()
    return select(both).order_by(both.c.id)


def _unread() -> Select[Any]:
    u, v = t.unread.c, t.versions.c
    name = _named(Doubt.UNREAD, u.id)
    query = select(name.label("id"), u.id.label("unread_id"), u.reason, v.document_id)
    query = query.join(t.versions, v.id == u.version_id).where(v.current)
    return _unsettled(query, name).order_by(u.id)

"""Which questions there are, and which of them nobody has settled: one query for each doubt.

Each question's row has in ``by`` what it is sorted by: with its id, a queue goes on after it.
"""

from __future__ import annotations

import math
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    String,
    and_,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)

from communique.record import tables as t
from communique.record.errors import RecordError
from communique.record.finding.keys import Key
from communique.record.review.entries import Doubt

# An account weighs little where the odds that it is of its engagement are less than 16 to 1.
WEAK_BELOW = 4.0
_NO_KEY = "the queue cannot be gone on with from there"
_NOTHING: Any = literal("").label("by")


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


def doubt_of(key: Key) -> Doubt:
    """Return of which doubt the question of a key is. Raises RecordError where it is no key."""
    kind, _, rest = key[1].partition(":")
    if not rest or kind not in {*Doubt}:
        raise RecordError(_NO_KEY)
    return Doubt(kind)


def key_of(row: Any) -> Key:
    """Return the key of a question's row."""
    return str(row.by), row.id


def open_after(key: Key) -> Select[Any]:
    """Return the query for the open questions of a key's doubt that come after it.

    Raises RecordError where it is no key.
    """
    doubt, query = doubt_of(key), open_questions(doubt_of(key))
    by, own = key[0], key[1].partition(":")[2]
    if doubt is Doubt.DISAGREEMENT:
        return query.where(_after_disagreement(by, own))
    if doubt is Doubt.WEAK_LINK:
        link, weight = t.engagement_accounts.c, _number(by)
        same = and_(link.weight == weight, link.account_id > own)
        return query.where(or_(link.weight > weight, same))
    column = query.selected_columns["id"] if doubt is Doubt.UNCERTAIN else t.unread.c.id
    return query.where(column > (key[1] if doubt is Doubt.UNCERTAIN else own))


def _after_disagreement(by: str, own: str) -> Any:
    d, on = t.engagement_disputes.c, t.engagements.c.sorted_on
    if own.count(":") < 2:
        raise RecordError(_NO_KEY)
    engagement, field, _ = own.rsplit(":", 2)
    same = and_(d.engagement_id == engagement, d.field > field)
    within = or_(d.engagement_id > engagement, same)
    return or_(on < by, and_(on == by, within))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise RecordError(_NO_KEY)
    return number


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
    by = e.sorted_on.label("by")
    query = select(name.label("id"), by, d.engagement_id, d.field, d.told)
    query = query.join(t.engagements, e.id == d.engagement_id)
    return _unsettled(query, name).order_by(e.sorted_on.desc(), d.engagement_id, d.field)


def _weak_links() -> Select[Any]:
    link = t.engagement_accounts.c
    name = _named(Doubt.WEAK_LINK, link.account_id)
    by, told = link.weight.label("by"), (link.weight, link.weights)
    query = select(name.label("id"), by, link.engagement_id, link.account_id, *told)
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
    return select(both, _NOTHING).order_by(both.c.id)


def _unread() -> Select[Any]:
    u, v = t.unread.c, t.versions.c
    name = _named(Doubt.UNREAD, u.id)
    query = select(name.label("id"), _NOTHING, u.id.label("unread_id"), u.reason, v.document_id)
    query = query.join(t.versions, v.id == u.version_id).where(v.current)
    return _unsettled(query, name).order_by(u.id)

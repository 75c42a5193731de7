"""The days of a visit that the article leaves out and a related story beneath it gives.

A report from the middle of a visit seldom says when it ends; the lead of a related story does
("the Prime Minister's visit to Samoa from May 4 to 6 will ..."). Such a lead opens no account, and
nothing else is taken from it: it has to tell of a visit that the article has under way, by the same
guest to the same state, over days of which the article's own is one. So its year needs no guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from communique.model import Account, DateBasis, Document, Kind, Reading, Role, Span, Status

_DAY = len("2000-01-01")
_RULE = "related_story"


def article_alone(document: Document) -> Document:
    """Return a page without the leads that an earlier reading put behind its article."""
    if not document.related:
        return document
    text = document.text[: document.related[0].start].rstrip("\n")
    teasers = tuple(dict.fromkeys([*(s.quote for s in document.related), *document.teasers]))
    return replace(document, text=text, related=(), teasers=teasers)


def date_by_related(reading: Reading, read: Callable[[Document], Reading]) -> Reading:
    """Give visits under way the days that a related story's lead has for them.

    ``read`` reads a text; a lead that dates a visit is kept behind the article, with its span.
    """
    for lead in reading.document.teasers:
        for number, account in enumerate(reading.accounts):
            if _may_tell(lead, account):
                told = read(_as_document(lead, account, reading.document))
                dated = next((one for one in told.accounts if _dates(one, account)), None)
                if dated is not None:
                    reading = _with_days(reading, number, dated, lead)
                    break
    return reading


def _may_tell(lead: str, account: Account) -> bool:
    """Whether a lead has figures and names a guest whose visit is under way, its end unknown."""
    under_way = account.kind is Kind.VISIT and account.status is Status.UNDER_WAY
    if not under_way or account.start is None or len(account.start) != _DAY:
        return False
    if account.end not in (None, account.start) or not any(c.isdigit() for c in lead):
        return False
    return any(name.rsplit(" ", 1)[-1] in lead for name in _guests(account))


def _as_document(lead: str, account: Account, page: Document) -> Document:
    """Return a lead as a text of the day that the article gives its visit."""
    return replace(
        page, title=None, published=account.start, published_precision="day", text=lead,
        photo_credit=None, dateline_place=None, dateline_date=None, title_span=None,
        captions=(), teasers=(),
    )  # fmt: skip


def _dates(told: Account, account: Account) -> bool:
    """Whether a lead's account is of the same visit and gives its first and last day."""
    if told.kind is not Kind.VISIT or told.start is None or told.end is None:
        return False
    if told.date_basis not in (DateBasis.EXPLICIT, DateBasis.RESOLVED) or account.start is None:
        return False
    within = told.start <= account.start <= told.end and told.start < told.end
    if not within or not len(told.start) == len(told.end) == _DAY:
        return False
    return _same_guest(told, account) and bool(set(_hosts(told)) & set(_hosts(account)))


def _same_guest(one: Account, other: Account) -> bool:
    names = [set(name.casefold().split()) for name in _guests(other)]
    own = [set(name.casefold().split()) for name in _guests(one)]
    return any(a <= b or b <= a for a in own for b in names)


def _guests(account: Account) -> list[str]:
    return [p.person for p in account.parties if p.role is Role.GUEST and p.person]


def _hosts(account: Account) -> Iterator[str]:
    if account.place is not None and account.place.state:
        yield account.place.state
    yield from (p.state for p in account.parties if p.role is Role.HOST and p.state)


def _with_days(reading: Reading, number: int, dated: Account, lead: str) -> Reading:
    """Return the reading with the lead behind its article, and the visit dated by it."""
    article = reading.document
    at = len(article.text) + 2
    related = (*article.related, Span(at, at + len(lead), lead))
    account = reading.accounts[number]
    own = account.evidence
    words = tuple(Span(s.start + at, s.end + at, s.quote) for s in dated.evidence.end)
    days = replace(
        account, start=dated.start, end=dated.end, date_rule=_RULE, date_basis=DateBasis.RESOLVED,
        date_worked_from=(*(s.quote for s in words), f"{account.start} in the article"),
        evidence=replace(own, start=(*own.start, *words), end=words),
    )  # fmt: skip
    accounts = (*reading.accounts[:number], days, *reading.accounts[number + 1 :])
    document = replace(article, text=f"{article.text}\n\n{lead}", related=related)
    return replace(reading, document=document, accounts=accounts)

"""What people decide, put into a record: a row for each decision, apart from what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from communique.linking.decided_parties import check_party
from communique.linking.decisions import check_value
from communique.linking.rows import Verb
from communique.linking.words import folded
from communique.partial_dates import to_bounds
from communique.record import tables as t
from communique.record.asking import find_people, load_documents
from communique.record.deciding import (
    NOT_LINKED,
    decisions_like,
    keep_decisions,
    load_decisions,
    new_decision,
)
from communique.record.decision_list import (
    AskedDecisions,
    DecisionLine,
    list_decisions,
    who_decided,
)
from communique.record.entries import DecisionEntry, DocumentEntry
from communique.record.errors import DoubtfulError, NotThereError, RecordError, UnclearError
from communique.record.finding.entries import Found
from communique.record.marks import page_to_json, pages_marked
from communique.record.merging import AND, speaks_against
from communique.record.outlets import check_outlet, outlet_subject, settle_outlets
from communique.record.relinking import mark_changed
from communique.record.review.settling import settle_new
from communique.record.subjects import accounts_of, labels_of, subject_of

Opening = Callable[[], AbstractContextManager[Connection]]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, and why."""

    by: str
    why: str | None = None


class Corrections:
    """The decisions of a record. Engagements, accounts and persons stand by their ids."""

    def __init__(self, asking: Opening, writing: Opening) -> None:
        """``asking`` and ``writing`` open a linked record for questions and for changes."""
        self._asking = asking
        self._writing = writing

    def all(self) -> list[DecisionEntry]:
        """Return every decision in the order of making, the undone ones too."""
        with self._asking() as connection:
            return load_decisions(connection)

    def lines(
        self,
        asked: AskedDecisions | None = None,
        *,
        offset: int = 0,
        limit: int = 50,
        after: tuple[str, str] | None = None,
    ) -> Found[DecisionLine]:
        """Return a piece of the list of decisions, the newest first, the undone ones too.

        ``after`` is what a piece before this one ``follows``.
        """
        with self._asking() as connection:
            return list_decisions(connection, asked or AskedDecisions(), offset, limit, after)

    def authors(self) -> list[str]:
        """Return everybody who decided anything, by name."""
        with self._asking() as connection:
            return who_decided(connection)

    def merge(
        self, engagements: Sequence[str], author: Author, *, force: bool = False
    ) -> DecisionEntry:
        """Decide that engagements are one and the same.

        Raises DoubtfulError where something speaks against it, unless ``force``.
        """
        if len(set(engagements)) < 2:
            raise UnclearError("it takes two engagements to merge")
        with self._asking() as connection:
            reasons = [] if force else speaks_against(connection, engagements)
            if reasons:
                raise DoubtfulError(reasons)
            groups = [accounts_of(connection, name) for name in engagements]
            subject = subject_of(connection, groups, AND.join(engagements))
        return self._decide(Verb.MERGE, subject, None, author)

    def against(self, engagements: Sequence[str]) -> list[str]:
        """Return what speaks against engagements being one, in plain words."""
        with self._asking() as connection:
            return speaks_against(connection, engagements)

    def split(self, engagement: str, accounts: Sequence[str], author: Author) -> DecisionEntry:
        """Decide that some accounts of an engagement are of another one than the rest."""
        with self._asking() as connection:
            every = accounts_of(connection, engagement)
            out = [name for name in every if name in accounts]
            rest = [name for name in every if name not in accounts]
            if not out or not rest:
                raise UnclearError("a split leaves some accounts on either side")
            pages = labels_of(connection, out)
            subject = subject_of(connection, [out, rest], f"{pages} from {engagement}")
        return self._decide(Verb.SPLIT, subject, None, author)

    def set(self, engagement: str, field: str, value: Any, author: Author) -> DecisionEntry:
        """Decide what an engagement's field is. Raises RecordError where it cannot be that."""
        (entry,) = self.set_fields(engagement, {field: value}, author)
        return entry

    def set_fields(
        self, engagement: str, values: Mapping[str, Any], author: Author
    ) -> list[DecisionEntry]:
        """Decide what some fields of an engagement are, all of them or none."""
        try:
            for field, value in values.items():
                check_value(field, value)
        except ValueError as error:
            raise UnclearError(str(error)) from error
        with self._asking() as connection:
            subject = subject_of(connection, [accounts_of(connection, engagement)], engagement)
            e = t.engagements.c
            query = select(e.start_date).where(e.id == engagement)
            start = values.get("start", connection.execute(query).scalar())
        end = values.get("end")
        if start and end and to_bounds(end)[1] < to_bounds(start)[0]:
            raise RecordError(f"it cannot end on {end}, before it began on {start}")
        told = [{"field": field, "value": value} for field, value in values.items()]
        return self._decide_all([(Verb.SET, subject, value) for value in told], author)

    def party(self, engagement: str, value: Mapping[str, Any], author: Author) -> DecisionEntry:
        """Decide that somebody is, or is not, a party of an engagement, and as what.

        ``value`` is as ``communique.linking.decided_parties`` describes it. Raises RecordError
        where nobody can be such a party, and where nobody would be left.
        """
        try:
            check_party(value)
        except ValueError as error:
            raise UnclearError(str(error)) from error
        with self._asking() as connection:
            subject = subject_of(connection, [accounts_of(connection, engagement)], engagement)
            p = t.engagement_parties.c
            query = select(func.count()).where(p.engagement_id == engagement)
            if not value["present"] and connection.execute(query).scalar() == 1:
                raise RecordError("an engagement has a party at least")
        return self._decide(Verb.PARTY, subject, dict(value), author)

    def holding(self, accounts: Iterable[str]) -> list[str]:
        """Return the engagements of which some accounts are now, each once."""
        link = t.engagement_accounts.c
        with self._asking() as connection:
            query = select(link.engagement_id).where(link.account_id.in_(list(accounts)))
            return sorted(set(connection.execute(query).scalars()))

    def reject(self, account: str, author: Author) -> DecisionEntry:
        """Decide that an account does not count: its page does not say that."""
        with self._asking() as connection:
            subject = subject_of(connection, [[account]], labels_of(connection, [account]))
        return self._decide(Verb.REJECT, subject, None, author)

    def name(self, person: str, name: str, author: Author) -> DecisionEntry:
        """Decide whose name a person's is; who bears it already is then the same person."""
        if not folded(name):
            raise UnclearError(f"{name!r} is no name")
        with self._asking() as connection:
            found = find_people(connection, person)
        exact = [one for one in found if person in (one.id, one.person)]
        found = exact if len(exact) == 1 else found
        if len(found) != 1:
            some = ", ".join(one.id for one in found[:5])
            if found:
                raise UnclearError(f"{person!r} may be {some}")
            raise NotThereError(f"nobody goes by {person!r}; communique people lists them")
        (one,) = found
        called = [each for each in one.names if len(folded(each)) > 1] or one.names[:1]
        home = one.state or one.organization or "-"
        subject = {"home": home, "names": called, "named": one.person}
        return self._decide(Verb.NAME, subject, name, author)

    def mark_copy(self, page: str, of: str | None, author: Author) -> DecisionEntry:
        """Decide that a page repeats another, or (``of`` None) that it repeats none.

        Pages stand by id, URL or path, or an ending of the path that no other has.
        """
        with self._asking() as connection:
            pages = [_page(connection, one) for one in (page, of) if one is not None]
            if len({one.id for one in pages}) < len(pages):
                both = (
                    f"{page!r} and {of!r} are one page" if page != of else f"{page!r} is one page"
                )
                raise UnclearError(f"{both}; name the other one that it repeats, or --of-none")
            marks = pages_marked(connection, [one.id for one in pages])
        named = " of ".join(one.label for one in pages)
        subject = {"pages": [page_to_json(marks[one.id]) for one in pages], "named": named}
        return self._decide(Verb.COPY, subject, of is not None, author)

    def outlet(self, outlet: str, value: Mapping[str, str], author: Author) -> DecisionEntry:
        """Decide what an outlet is called, of which state it is ("" for none), and whose it is.

        ``outlet`` is a name as the record has it, or a host: then all pages under it are meant.
        ``value`` holds some of ``name``, ``state`` and ``owner``.
        """
        try:
            check_outlet(value)
        except ValueError as error:
            raise UnclearError(str(error)) from error
        with self._asking() as connection:
            subject = outlet_subject(connection, outlet)
        return self._decide(Verb.OUTLET, subject, dict(value), author)

    def undo(self, decision: str, author: Author) -> DecisionEntry:
        """Take a decision back; the undoing is a decision itself and can be undone.

        Raises RecordError where there is no such decision or it is undone already.
        """
        with self._asking() as connection:
            found = decisions_like(connection, decision)
        if len(found) != 1:
            error = UnclearError if found else NotThereError
            raise error(
                f"{len(found) or 'no'} decisions begin with {decision!r}; "
                "communique correct list shows their ids"
            )
        (one,) = found
        if one.undone_by:
            raise RecordError(f"{one.id} was undone by {one.undone_by} already")
        subject = {"decision": one.id, "named": f"{one.verb} {one.subject['named']}"}
        return self._decide(Verb.UNDO, subject, None, author)

    def add(self, entries: Iterable[DecisionEntry]) -> int:
        """Take over decisions from another record; return how many were new."""
        with self._writing() as connection:
            added = keep_decisions(connection, entries)
            if any(one.verb not in NOT_LINKED for one in added):
                mark_changed(connection, pages=False)
            if any(one.verb in (Verb.OUTLET, Verb.UNDO) for one in added) and (
                listed := settle_outlets(connection)
            ):
                mark_changed(connection, listed=listed)
            settle_new(connection, added)
        return len(added)

    def accept(self, subject: Json, doubt: Json, author: Author) -> DecisionEntry:
        """Decide that what is in doubt may stand; ``Review.accept`` says what the two hold."""
        return self._decide(Verb.ACCEPT, subject, doubt, author)

    def _decide(self, verb: Verb, subject: Json, value: Any, author: Author) -> DecisionEntry:
        (entry,) = self._decide_all([(verb, subject, value)], author)
        return entry

    def _decide_all(
        self, told: Iterable[tuple[Verb, Json, Any]], author: Author
    ) -> list[DecisionEntry]:
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        by, why = author.by, author.why
        made = [new_decision(*each, by=by, why=why, at=at) for each in told]
        self.add(made)
        return made


def _page(connection: Connection, wanted: str) -> DocumentEntry:
    """Return the page that an id, a URL, a path or an ending of either names."""
    v = t.versions.c
    ending = func.coalesce(v.path, v.url).endswith(f"/{wanted}", autoescape=True)
    for named in (v.document_id == wanted, or_(v.url == wanted, v.path == wanted), ending):
        query = select(v.document_id).where(v.current, named)
        if ids := list(connection.execute(query.order_by(v.document_id)).scalars()):
            break
    found = list(load_documents(connection, ids).values())
    if len(found) != 1:
        some = ", ".join(one.label for one in found[:5])
        if found:
            raise UnclearError(f"{wanted!r} may be {some}")
        raise NotThereError(f"no page {wanted!r} in the record")
    return found[0]

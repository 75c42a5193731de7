"""Linking what has changed since the last time, as far as a part of the record tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, func, select

from communique.linking.before import TooFar
from communique.linking.copies import Bands
from communique.linking.corpus import in_order
from communique.linking.name_uses import name_uses, people_of_parties, summed
from communique.linking.near_following import Following, follow_nearby
from communique.linking.near_people import NamesNow, NearPeople, near_people
from communique.linking.nearby import Change, Nearby, changed_decisions, link_nearby
from communique.linking.outcome import LinkedEngagement
from communique.linking.rows import Corpus, Decision, Verb
from communique.record import tables as t
from communique.record.footing import laid_decisions
from communique.record.kept_linking import KeptLinking
from communique.record.linked_groups import Origin, read_origins
from communique.record.near_copying import Copying
from communique.record.near_writing import NearWriter, Part

# More new pages than this are linked no slower with all others.
_FEW = 200
_LISTED = 1000
# Each account whose persons are now others is weighed against all that it might be joined to.
_RENEWED = 300


def link_part(
    connection: Connection,
    pages: Sequence[str],
    decisions: Sequence[Decision],
    listed: Collection[str] = (),
) -> NearWriter | None:
    """Return what new pages and decisions change, ready to be written.

    ``listed`` are pages that go by another outlet now. None where everything has to be linked.
    """
    if len(pages) > _FEW or len(listed) > _LISTED:
        return None
    try:
        return _linked(connection, pages, decisions, frozenset(listed).difference(pages))
    except TooFar:
        return None


def _linked(
    connection: Connection,
    pages: Sequence[str],
    decisions: Sequence[Decision],
    listed: frozenset[str],
) -> NearWriter:
    laid = laid_decisions(connection)
    changed = changed_decisions(decisions, laid)
    if any(each.verb is Verb.REJECT for each in changed):
        raise TooFar
    rejected = {a for d in decisions if d.verb is Verb.REJECT for g in d.groups for a in g}
    kept = KeptLinking(connection, rejected)
    rows = in_order(kept.rows(pages))
    uses = summed(name_uses(rows.accounts, rows.people))
    people = near_people(uses, kept, decisions, changed)
    names = NamesNow(people, kept)
    bands = {page.id: Bands().of(page.sketch) for page in rows.pages}
    copies, retold = Copying(connection, rows.pages, bands).told(decisions, changed)
    renewed = _renewed(kept, people, rows)
    if len(renewed) > _RENEWED:
        raise TooFar
    parties = people_of_parties(rows.accounts, names)
    stood = kept.rows(kept.pages_of(renewed)).accounts
    parties |= people_of_parties([row for row in stood if row.id in renewed], names)
    change = Change(rows, decisions, laid, copies, retold, listed, people, names, parties)
    nearby = link_nearby(kept, change, renewed)
    following = follow_nearby(kept, change, nearby, renewed)
    return NearWriter(
        Part(
            change,
            nearby,
            following,
            bands,
            _taken_part(connection, nearby, following),
            _origins(connection, kept, nearby.engagements),
        )
    )


def _renewed(kept: KeptLinking, people: NearPeople, rows: Corpus) -> set[str]:
    """Return the accounts that stand, and whose parties are now others or weigh otherwise."""
    new = {account.id for account in rows.accounts}
    return kept.named(people.moved.keys() | people.stirred) - new


def _taken_part(connection: Connection, nearby: Nearby, following: Following) -> dict[str, int]:
    """Return in how many engagements persons have taken part, those as they are now included."""
    p = t.engagement_parties.c
    query = (
        select(p.person_id, func.count(p.engagement_id.distinct()).label("number"))
        .where(p.person_id.in_(following.people.keys()))
        .group_by(p.person_id)
    )
    count = Counter({row.person_id: row.number for row in connection.execute(query)})
    old = select(p.person_id, p.engagement_id).where(p.engagement_id.in_(nearby.old)).distinct()
    for row in connection.execute(old):
        count[row.person_id] -= 1
    for each in nearby.engagements:
        count.update({party.person_id for party in each.parties if party.person_id})
    return dict(count)


def _origins(
    connection: Connection, kept: KeptLinking, engagements: Sequence[LinkedEngagement]
) -> Mapping[str, Origin]:
    accounts = {account for each in engagements for account in each.accounts}
    a = t.accounts.c
    versions = {row.version_id for row in kept.select(select(a.version_id), a.id, accounts)}
    return read_origins(connection, sorted(versions))

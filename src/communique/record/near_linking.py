"""Linking what has changed since the last time, as far as a part of the record tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select

from communique.linking.before import TooFar
from communique.linking.copies import Bands, bands_shared
from communique.linking.corpus import in_order
from communique.linking.name_uses import name_uses, people_of_parties, summed
from communique.linking.near_copies import near_copies
from communique.linking.near_following import Following, follow_nearby
from communique.linking.near_people import NamesNow, NearPeople, near_people
from communique.linking.nearby import Change, Nearby, changed_decisions, link_nearby
from communique.linking.outcome import LinkedEngagement
from communique.linking.rows import Corpus, Decision, PageRow, Verb
from communique.linking.sketches import Sketch
from communique.record import tables as t
from communique.record.footing import laid_decisions
from communique.record.kept_linking import KeptLinking
from communique.record.linked_groups import Origin, read_origins
from communique.record.near_writing import NearWriter, Part

# More new pages than this are linked no slower with all others.
_FEW = 200
_LOCAL = frozenset({Verb.SET, Verb.PARTY, Verb.MERGE, Verb.SPLIT})


def link_part(
    connection: Connection, pages: Sequence[str], decisions: Sequence[Decision]
) -> NearWriter | None:
    """Return what new pages and decisions change, ready to be written.

    None where everything has to be linked.
    """
    if len(pages) > _FEW:
        return None
    try:
        return _linked(connection, pages, decisions)
    except TooFar:
        return None


def _linked(
    connection: Connection, pages: Sequence[str], decisions: Sequence[Decision]
) -> NearWriter:
    rejected = {a for d in decisions if d.verb is Verb.REJECT for g in d.groups for a in g}
    kept = KeptLinking(connection, rejected)
    rows = in_order(kept.rows(pages))
    people = near_people(summed(name_uses(rows.accounts, rows.people)), kept, decisions)
    names = NamesNow(people, kept)
    bands = {page.id: Bands().of(page.sketch) for page in rows.pages}
    copies = _copies(connection, rows.pages, bands, decisions)
    renewed = _renewed(kept, people, rows)
    parties = people_of_parties(rows.accounts, names)
    stood = kept.rows(kept.pages_of(renewed)).accounts
    parties |= people_of_parties([row for row in stood if row.id in renewed], names)
    change = Change(rows, decisions, laid_decisions(connection), copies, people, names, parties)
    if any(each.verb not in _LOCAL for each in changed_decisions(change)):
        raise TooFar
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


def _copies(
    connection: Connection,
    pages: Sequence[PageRow],
    bands: Mapping[str, tuple[bytes, bytes]],
    decisions: Sequence[Decision],
) -> dict[str, str]:
    """Return which of some new pages are copies."""
    b, v, d = t.page_bands.c, t.versions.c, t.linked_documents.c
    stored = [tuple(row) for row in connection.execute(select(b.document_id, b.runs, b.marks))]
    new = [(page, *told) for page, told in bands.items()]
    alike: dict[str, list[str]] = {}
    for page, told in bands.items():
        others = [one for one in (*stored, *new) if one[0] != page]
        alike[page], crowded = bands_shared(told, others)
        if crowded:
            raise TooFar
    ids = {other for others in alike.values() for other in others} - bands.keys()
    query = select(v.document_id, v.published, v.sketch).where(v.current, v.document_id.in_(ids))
    known = {
        row.document_id: PageRow(row.document_id, row.published, Sketch.unpacked(row.sketch))
        for row in connection.execute(query)
    }
    of = select(d.document_id, d.copy_of).where(d.document_id.in_(ids), d.copy_of.is_not(None))
    copies = {row.document_id: row.copy_of for row in connection.execute(of)}
    return near_copies(pages, alike, known, copies, decisions)


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

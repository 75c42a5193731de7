"""Whether every piece of a brief is true to the record: found in it again, another way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from communique.dossier.parts import Brief, Cite, Count, Days, Held, Piece, Sentence, Value
from communique.dossier.phrases import phrases
from communique.dossier.sources import sentences_of
from communique.exchange.record_form import (
    commitment_to_json,
    document_to_json,
    engagement_to_json,
    person_to_json,
)
from communique.knowledge.leaders import load_tenures
from communique.knowledge.outlets import origin_of
from communique.knowledge.states import display_name
from communique.knowledge.written_names import topic_name
from communique.partial_dates import to_bounds
from communique.record import Record
from communique.views.printable import printable
from communique.views.written_dates import iso_date

Json = dict[str, Any]


def sentences(brief: Brief) -> Iterator[Sentence]:
    """Yield every sentence of a brief, those beside its sources included."""
    yield from (brief.title, brief.subtitle, brief.made)
    for section in brief.sections:
        for block in section.blocks:
            yield from sentences_of(block)
    for source in brief.sources:
        yield from source.notes
        yield from map(Sentence, (source.outlet, source.when, source.title))


class Truth:
    """What a record holds, as plain values by what they belong to."""

    def __init__(self, record: Record, as_of: date) -> None:
        engagements = [engagement_to_json(e) for e in record.engagements(accounts=True)]
        commitments = [commitment_to_json(c, as_of) for c in record.commitments()]
        documents = [document_to_json(d) for d in record.documents()]
        people = [person_to_json(p) for p in record.people()]
        self.things: dict[str, dict[str, Json]] = {
            "engagement": _by_id(engagements),
            "commitment": _by_id(commitments),
            "page": _by_id(documents),
            "person": _by_id(people),
            "relation": {"-".join(r.states): asdict(r) for r in record.relations()},
        }
        self.unread = {(u.document.id, u.span.quote): u for u in record.unread()}
        self.record = record

    def faults(self, brief: Brief) -> list[str]:
        """Return what of a brief is not in the record; nothing where all is."""
        return [
            f"{type(piece).__name__} {piece!r} in {''.join(map(words, sentence.pieces))!r}"
            for sentence in sentences(brief)
            for piece in (*sentence.pieces, *sentence.cites)
            if not self._holds(piece)
        ]

    def _holds(self, piece: Piece) -> bool:
        if isinstance(piece, str):
            return piece in fragments() or piece[:1].lower() + piece[1:] in fragments()
        if isinstance(piece, Cite):
            return piece.document in self.things["page"]
        if isinstance(piece, Count):
            return self._counted(piece)
        if isinstance(piece, Days):
            return _days(piece)
        if isinstance(piece, Held):
            return piece.words == f"{len(self.things['engagement']):,}"
        return written_so(piece.words, piece.raw) and self._known(piece)

    def _known(self, value: Value) -> bool:
        if value.of == "asked":
            return True  # what was asked for is the reader's, not the record's
        if value.of == "unread":
            return (value.id, value.raw) in self.unread
        if value.of == "outlet":
            page = self.things["page"][value.id]
            return origin_of(page["outlet"], page["url"]).state == value.raw
        if value.of == "leaders":
            return any(value.raw == tenure.person for tenure in load_tenures())
        if value.of == "office":
            person = self.things["person"][value.id]
            printed = {o for t in person["tenures"] for o in (t["office"], *t["offices"])}
            return value.raw in printed or any(
                value.raw == party["office"]
                for engagement in self.things["engagement"].values()
                for party in engagement["parties"]
                if party["person_id"] == value.id
            )
        held = set(scalars(self.things[value.of][value.id]))
        if re.fullmatch(r"\d{4}", value.raw):  # a year of something that has a day
            return any(each.startswith(value.raw) for each in held)
        return value.raw in held

    def _counted(self, count: Count) -> bool:
        if count.of == "witness":
            name, *pages = count.ids
            engagement = self.things["engagement"][name]
            documents = {document["id"]: document for document in engagement["documents"]}
            originals = {documents[page]["copy_of"] or page for page in pages}
            return str(len(originals)) == count.words and self._bear_out(engagement, pages)
        known = self.things.get(count.of)
        real = all(name in known for name in count.ids) if known else True
        return real and int(count.words.replace(",", "")) == len(set(count.ids))

    @staticmethod
    def _bear_out(engagement: Json, pages: list[str]) -> bool:
        """Tell whether ``pages`` are all that tell what became of an engagement."""
        took_place = {"held", "under_way"}
        alike = took_place if engagement["status"] in took_place else {engagement["status"]}
        telling = {a["document"]["id"] for a in engagement["accounts"] if a["status"] in alike}
        return set(pages) == (telling or {d["id"] for d in engagement["documents"]})


def words(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.words


def written_so(shown: str, raw: str) -> bool:
    """Tell whether words are a way to write a value: cut, as a day, as a state, as a topic."""
    plain = printable(raw)
    if plain.startswith(f"{shown},"):  # a place without the city or the state it is in
        return True
    ways = {
        plain,
        display_name(raw),
        f"the {display_name(raw)}",
        topic_name(raw),
        raw.replace("_", " "),
    }
    if shown in ways or shown[:1].lower() + shown[1:] in ways:
        return True
    if shown.endswith("…") and plain.startswith(shown[:-1]):
        return True
    try:
        return iso_date(shown) == raw
    except ValueError:
        return False


def fragments() -> set[str]:
    """Return every stretch of the table of phrases between slots and brackets."""
    return {part for phrase in phrases().values() for part in re.split(r"\{\w+\}|[\[\]]", phrase)}


def scalars(value: Any) -> Iterator[str]:
    """Yield every value in a JSON value as a string."""
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for each in value:
            yield from scalars(each)
    elif value is not None:
        yield json.dumps(value)


def _days(days: Days) -> bool:
    (first, last), (end_first, end_last) = to_bounds(days.begun), to_bounds(days.over)
    spans = {max(0, (end_first - last).days), (end_last - first).days}
    return {int(each.replace(",", "")) for each in days.words.split(" to ")} <= spans


def _by_id(things: list[Json]) -> dict[str, Json]:
    return {thing["id"]: thing for thing in things}

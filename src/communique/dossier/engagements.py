"""The engagements of a brief: some told at length, all of them listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.dossier.accounts import agreement, doubts
from communique.dossier.parts import Block, Entry, Paragraph, Pieces, Section, Sentence, Table
from communique.dossier.phrases import capitalised, counted, listing, phrase, say, say_some
from communique.dossier.saying import said
from communique.dossier.telling import anchor, bearing_out, cites_of, noun, told
from communique.dossier.values import TOOK_PLACE, dated, day, parties, plain, topic
from communique.model import DateBasis, Status
from communique.pictures.words import acting_first
from communique.views.written_dates import MONTHS

if TYPE_CHECKING:
    from communique.dossier.gathering import Gathered
    from communique.record.entries import EngagementEntry


def engagements(gathered: Gathered) -> Section | None:
    """Return the engagements told at length, in order of time."""
    if not gathered.detailed:
        return None
    blocks: list[Block] = []
    if len(gathered.detailed) < len(gathered.engagements):
        number = counted("engagement", [each.id for each in gathered.detailed])
        every = counted("engagement", [each.id for each in gathered.engagements])
        words = say("chronology.detailed", n=number, all=every)
        blocks.append(Paragraph((Sentence(words),), quiet=True))
    most = gathered.limits.statements
    starts = {each.id: each.start for each in gathered.engagements}
    blocks += [_entry(each, starts, most) for each in gathered.detailed]
    return Section("engagements", phrase("section.engagements"), tuple(blocks))


def chronology(gathered: Gathered) -> Section | None:
    """Return the table of all engagements, where not all are told at length."""
    every = gathered.engagements
    if len(gathered.detailed) == len(every):
        return None
    shown = every[-gathered.limits.listed :]
    key = "lead" if len(shown) == len(every) else "lead_some"
    words = say(
        f"chronology.{key}",
        n=counted("engagement", [each.id for each in shown]),
        all=counted("engagement", [each.id for each in every]),
    )
    at_length = {each.id for each in gathered.detailed}
    rows = tuple(_row(each, each.id in at_length) for each in shown)
    head = tuple(phrase(f"chronology.head_{each}") for each in ("when", "what", "who", "texts"))
    table = Table(phrase("section.chronology"), head, rows)
    lead = Paragraph((Sentence(words),), quiet=True)
    return Section("chronology", phrase("section.chronology"), (lead, table))


def heading(entry: EngagementEntry) -> Pieces:
    """Return "26 March 2024: Telephone call", with how far it came where it did not take place."""
    kind = noun(entry, "kind")
    if entry.status is Status.HELD:
        return say("entry.heading", when=dated(entry), kind=kind)
    status = phrase(f"status.{entry.status.value}")
    return say("entry.heading_not_held", when=dated(entry), kind=kind, status=status)


def _row(entry: EngagementEntry, at_length: bool) -> tuple[Sentence, ...]:
    what = noun(entry, "kind")
    if entry.status not in TOOK_PLACE:
        what += (phrase("join.comma"), phrase(f"status.{entry.status.value}"))
    texts = counted("page", [page.id for page in entry.documents])
    return (
        Sentence(dated(entry), link=anchor(entry.id) if at_length else None),
        Sentence(what),
        Sentence(capitalised(parties(acting_first(entry.parties), entry.id, office=False))),
        Sentence((texts,)),
    )


def _entry(entry: EngagementEntry, starts: dict[str, str | None], most: int) -> Entry:
    lead = told(entry)
    sentences = [Sentence(capitalised(lead.pieces), lead.cites)]
    if entry.topics:
        topics = listing([topic(each, "engagement", entry.id) for each in entry.topics])
        sentences.append(Sentence(say("entry.topics", topics=topics)))
    if entry.part_of in starts:
        sentences.append(_part_of(entry.part_of, starts[entry.part_of]))
    if entry.parts:
        number = counted("engagement", entry.parts)
        sentences.append(Sentence(say_some("entry.parts", len(entry.parts), n=number)))
    sentences += doubts(entry)
    for one in entry.decided:
        field = plain(one.field.replace("_", " "), "engagement", entry.id)
        sentences.append(Sentence(say("entry.decided", field=field)))
    blocks: list[Block] = [Paragraph(tuple(sentences))]
    blocks += filter(None, [agreement(entry)])
    blocks += said(entry, most)
    return Entry(anchor(entry.id), Sentence(heading(entry)), _basis(entry), tuple(blocks))


def _part_of(name: str, start: str | None) -> Sentence:
    if start is None:
        return Sentence(say("entry.part_of_undated"), link=anchor(name))
    words = say("entry.part_of", start=day(start, "engagement", name))
    return Sentence(words, link=anchor(name))


# By the length of a partial date: a year, a month.
_RESTS = {4: "entry.rests_year", 7: "entry.rests_month"}


def _basis(entry: EngagementEntry) -> Sentence | None:
    """Return the words that the day (or month) was worked out from, where no page gives it."""
    if entry.date_basis is not DateBasis.RESOLVED:
        return None
    for account in bearing_out(entry):
        if account.account.date_basis is DateBasis.RESOLVED and account.account.evidence.start:
            quotes = [
                plain(span.quote, "engagement", entry.id) for span in account.account.evidence.start
            ][:2]
            cites = tuple(c for c in cites_of(entry) if c.document == account.document.id)
            words = listing([say("entry.quoted", quote=quote) for quote in quotes])
            printed = any(prints_day(quote.raw, account.account.start) for quote in quotes)
            rests = _RESTS.get(len(account.account.start or ""), "entry.rests")
            key = "entry.prints_day" if printed else rests
            return Sentence(say(key, words=words), cites)
    return None


def prints_day(quote: str, start: str | None) -> bool:
    """Tell whether words give the day and the month of a date, and leave its year to the page."""
    if not start or len(start) < len("2024-01-01"):
        return False
    year, month, day = start.split("-")
    words = re.findall(r"[a-z]+|[0-9]+", quote.casefold())
    named = any(word.startswith(MONTHS[int(month) - 1][:3].casefold()) for word in words)
    return named and str(int(day)) in [word.lstrip("0") for word in words] and year not in words

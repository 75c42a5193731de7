"""What an engagement was, in one sentence: who, what, when, where, according to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dossier.parts import Cite, Count, Pieces, Sentence
from communique.dossier.phrases import has, say
from communique.dossier.values import (
    TOOK_PLACE,
    cite,
    day,
    destination,
    parties,
    plain,
    when,
    where,
)
from communique.model import Kind, Role, Status
from communique.pictures.words import acting_first

if TYPE_CHECKING:
    from communique.linking.outcome import LinkedParty
    from communique.record.entries import AccountEntry, EngagementEntry

_MOST_CITES = 8


def told(entry: EngagementEntry) -> Sentence:
    """Return the whole sentence, as it stands after a colon, with the pages that bear it out."""
    words = happened(entry) if entry.status in TOOK_PLACE else not_held(entry)
    if entry.status is Status.UNDER_WAY and entry.kind is Kind.VISIT:
        words = not_held(entry)
    return Sentence(attributed(entry, words), cites_of(entry), link=anchor(entry.id))


def anchor(name: str) -> str:
    """Return the anchor of an engagement or a commitment."""
    return "e-" + "".join(letter if letter.isalnum() else "-" for letter in name)


def attributed(entry: EngagementEntry, words: Pieces) -> Pieces:
    """Return a sentence with who says it: one outlet, or how many independent texts.

    Where the accounts are known, a text that only announced what took place, or only told of what
    was then put off, is none of them.
    """
    pages = {a.document.id: a.document for a in bearing_out(entry)}
    pages = pages or {page.id: page for page in entry.documents}
    witnesses = len({page.copy_of or page.id for page in pages.values()})
    if not entry.accounts:
        witnesses = entry.witnesses
    if witnesses > 1:
        number = Count(str(witnesses), "witness", (entry.id, *pages))
        return say("attributed.several", told=words, n=number)
    page = next((p for p in pages.values() if not p.copy_of), next(iter(pages.values()), None))
    if page and page.outlet:
        return say("attributed.outlet", outlet=plain(page.outlet, "page", page.id), told=words)
    if page:
        return say("attributed.page", told=words)
    return say("attributed.unattributed", told=words)


def bearing_out(entry: EngagementEntry) -> tuple[AccountEntry, ...]:
    """Return the accounts that tell what became of an engagement; all where none does."""
    held = entry.status in TOOK_PLACE
    telling = tuple(
        each
        for each in entry.accounts
        if (each.account.status in TOOK_PLACE if held else each.account.status == entry.status)
    )
    return telling or entry.accounts


def cites_of(entry: EngagementEntry) -> tuple[Cite, ...]:
    """Return the pages that bear an engagement out; with the words where accounts are known."""
    if entry.accounts:
        return tuple(_cited(account) for account in bearing_out(entry)[:_MOST_CITES])
    return tuple(Cite(page.id) for page in entry.documents[:_MOST_CITES])


def kind_key(entry: EngagementEntry) -> str:
    """Return the key of an engagement's noun: ``visit_state``, ``call``."""
    return f"{entry.kind.value}_{entry.visit_type.value}" if entry.visit_type else entry.kind.value


def noun(entry: EngagementEntry, table: str) -> Pieces:
    """Return the noun of an engagement from a table of nouns: ``kind`` or ``a``."""
    key = f"{table}.{kind_key(entry)}"
    return say(key if has(key) else f"{table}.{entry.kind.value}")


def happened(entry: EngagementEntry) -> Pieces:
    """Return what took place: "A and B spoke by telephone on 26 March 2024"."""
    role = _Roles(entry)
    shared = {"when": when(entry), "where": where(entry)}
    if entry.kind is Kind.VISIT:
        if not role.guests or not destination(entry):
            return not_held(entry)
        words = say(
            "held.visit",
            guests=role.said(role.guests),
            a=noun(entry, "a"),
            destination=destination(entry),
            when=shared["when"],
            named=role.said([p for p in role.hosts if p.person]),
        )
    elif entry.kind is Kind.LETTER:
        words = _letter(role, shared["when"])
    elif entry.kind is Kind.MEETING and role.guests and role.hosts:
        guests, hosts = role.said(role.guests), role.said(role.hosts)
        words = say("held.meeting_received", guests=guests, hosts=hosts, **shared)
    elif entry.kind is Kind.CALL or entry.kind is Kind.VIDEO_CALL:
        words = say(f"held.{entry.kind.value}", all=role.all(), when=shared["when"])
    else:
        words = say(f"held.{entry.kind.value}", all=role.all(), **shared)
    if role.delegates:
        words += say("held.delegation", delegates=role.said(role.delegates))
    return words


def not_held(entry: EngagementEntry) -> Pieces:
    """Return what was announced, proposed or called off, or is under way."""
    role, status = _Roles(entry), entry.status.value
    a, to = noun(entry, "a"), destination(entry)
    if entry.kind is Kind.VISIT and role.guests and to:
        event = say("event.visit", a=a, guests=role.said(role.guests), destination=to)
    else:
        event = say("event.other" if len(entry.parties) > 1 else "event.alone", a=a, all=role.all())
    if entry.status in (Status.POSTPONED, Status.CANCELLED):
        if entry.start is None:
            return say(f"not_held.{status}_undated", event=event)
        start = day(entry.start, "engagement", entry.id)
        return say(f"not_held.{status}", event=event, start=start)
    if entry.status in TOOK_PLACE:
        return say("not_held.under_way", event=event, when=when(entry))
    return say(f"not_held.{status}", event=event, for_when=when(entry, "for"))


def _letter(role: _Roles, when_: Pieces) -> Pieces:
    if not role.senders or not role.recipients:
        return say("held.letter_open", all=role.all(), when=when_)
    return say(
        "held.letter",
        senders=role.said(role.senders),
        recipients=role.said(role.recipients),
        envoys=role.said(role.envoys),
        when=when_,
    )


class _Roles:
    """The parties of an engagement by their roles."""

    def __init__(self, entry: EngagementEntry) -> None:
        self._entry = entry
        self.guests = self._of(Role.GUEST)
        self.hosts = self._of(Role.HOST)
        self.senders = self._of(Role.SENDER)
        self.recipients = self._of(Role.RECIPIENT)
        self.envoys = self._of(Role.ENVOY)
        self.delegates = self._of(Role.DELEGATE)

    def _of(self, role: Role) -> list[LinkedParty]:
        return [party for party in self._entry.parties if party.role is role]

    def said(self, some: list[LinkedParty]) -> Pieces:
        return parties(some, self._entry.id) if some else ()

    def all(self) -> Pieces:
        """Return everybody but a delegation, those who go or send first."""
        leading = [p for p in self._entry.parties if p.role is not Role.DELEGATE]
        if not leading:
            leading = list(self._entry.parties)
        ordered = acting_first(leading)
        return self.said(ordered) or say("party.nobody")


def _cited(account: AccountEntry) -> Cite:
    evidence = account.account.evidence
    spans = [*evidence.kind[:2], *evidence.start[:1], *evidence.place[:1]]
    return cite(account.document.id, spans)

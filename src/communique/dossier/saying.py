"""What was said and sent at an engagement, each thing once, with every page that tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from communique.dossier.parts import Block, Bullets, Cite, Paragraph, Piece, Pieces, Sentence
from communique.dossier.phrases import capitalised, counted, listing, phrase, say, say_some
from communique.dossier.values import actor, cite_longest, plain, state_name
from communique.linking.sides_told import compare_statements
from communique.record.disagreements import accounts_by_side, texts_of

if TYPE_CHECKING:
    from communique.linking.sides_told import OneSided
    from communique.record.entries import AccountEntry, EngagementEntry

_CONTENT = 300
_MOST_CITES = 6
_MOST_MESSAGES = 8
_BOTH = "both"

Names = dict[str, str]


def said(entry: EngagementEntry, most: int) -> list[Block]:
    """Return the statements and messages of an engagement, at most so many statements."""
    compared = compare_statements(accounts_by_side(entry), texts_of(entry))
    # What several texts tell comes first into the choice; it is told in the order of the pages.
    ranked = sorted(compared, key=lambda one: -len(one.told))[:most]
    chosen = [one for one in compared if any(one is each for each in ranked)]
    names = _usual_names(entry)
    items = tuple(_statement(one, entry, names) for one in chosen)
    blocks: list[Block] = []
    if items:
        blocks.append(Bullets(items, lead=Sentence((phrase("entry.said"),))))
    if left := compared[len(chosen) :]:
        ids = [f"{entry.id}#{number}" for number in range(len(left))]
        words = say_some("entry.more_statements", len(left), n=counted("statement", ids))
        blocks.append(Paragraph((Sentence(words),), quiet=True))
    if messages := _messages(entry):
        blocks.append(Bullets(tuple(messages), lead=Sentence((phrase("entry.sent"),))))
    return blocks


def _statement(one: OneSided, entry: EngagementEntry, names: Names) -> Sentence:
    first = one.told[0].statement
    words = say(
        f"act.{first.act.value}",
        speaker=_speakers(first.speaker, names, entry.id),
        addressee=_named(first.addressee, names, entry.id) if first.addressee else None,
        content=plain(first.content, "engagement", entry.id, _CONTENT),
    )
    telling = [side for side in one.sides if side]
    silent = [side for side in one.left_out if side]
    perhaps = [side for side in one.otherwise if side]
    if telling and (silent or perhaps):
        words += say(
            "said.one_sided",
            telling=_states(telling, entry),
            perhaps=_states(perhaps, entry) if perhaps else None,
            silent=_states(silent, entry) if silent else None,
        )
    cites = [
        cite_longest(
            entry.accounts[each.account].document.id, each.statement.evidence, listed=False
        )
        for each in one.told[:_MOST_CITES]
    ]
    return Sentence(capitalised(words), tuple(cites))


def _states(sides: Sequence[str], entry: EngagementEntry) -> Pieces:
    return listing([state_name(side, "engagement", entry.id) for side in sides])


def _usual_names(entry: EngagementEntry) -> Names:
    """Return the usual name of each party by the name that a page has for it."""
    usual = {party.person_id: party.person for party in entry.parties if party.person_id}
    return {
        party.person: usual.get(person or "") or party.person
        for account in entry.accounts
        for party, person in zip(account.account.parties, account.people, strict=True)
        if party.person
    }


def _speakers(speaker: str | tuple[str, ...], names: Names, name: str) -> Pieces:
    if speaker == _BOTH:
        return (phrase("said.both"),)
    several = (speaker,) if isinstance(speaker, str) else speaker
    return listing([_named(each, names, name) for each in several])


def _named(words: str, names: Names, name: str) -> Piece:
    return actor(names.get(words, words), "engagement", name)


def _messages(entry: EngagementEntry) -> list[Sentence]:
    """Return each message once, with every page that tells of it."""
    names = _usual_names(entry)
    found: dict[tuple[object, ...], tuple[Pieces, list[Cite]]] = {}
    for account in entry.accounts:
        for key, words, source in _told(account, names, entry.id):
            found.setdefault(key, (words, []))[1].append(source)
    return [
        Sentence(words, tuple({each.document: each for each in cites}.values())[:_MOST_CITES])
        for words, cites in list(found.values())[:_MOST_MESSAGES]
    ]


def _told(
    account: AccountEntry, names: Names, name: str
) -> list[tuple[tuple[object, ...], Pieces, Cite]]:
    told: list[tuple[tuple[object, ...], Pieces, Cite]] = []
    for message in account.account.messages:
        sender, to = message.sender, message.to
        if not sender or not to:
            continue
        words = say(
            f"message.{message.kind.value}",
            **{
                "from": listing([_named(each, names, name) for each in sender]),
                "to": listing([_named(each, names, name) for each in to]),
                "medium": phrase(f"medium.{message.medium.value}") if message.medium else None,
                "via": _named(message.via, names, name) if message.via else None,
                "occasion": plain(message.occasion, "engagement", name)
                if message.occasion
                else None,
            },
        )
        key = (message.kind, names.get(sender[0], sender[0]), names.get(to[0], to[0]))
        told.append((key, words, cite_longest(account.document.id, message.evidence)))
    return told

"""The messages of a page: each once, with those addressed or carrying whom the page implies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.messages.message_parts import LIKEWISE, DraftMessage
from communique.knowledge.frames import word_list
from communique.model import Medium, Message, MessageKind

_UNSAID = "unsaid"


def settle_messages(
    drafts: Sequence[DraftMessage],
    default_medium: str | None,
    partners: Sequence[Actor],
    receiver: Actor | None = None,
) -> list[Message]:
    """One message for each kind, medium, sender and recipient of a page.

    ``default_medium`` is how the page's main engagement carries words; ``partners`` are its
    parties: greetings to somebody who is not there go through the one who is. ``receiver`` got
    what the page lists one by one: what names nobody is for him or her.
    """
    kept: list[DraftMessage] = []
    for draft in drafts:
        if draft.kind == LIKEWISE and not _take_after(draft, kept):
            continue
        unsaid = draft.medium in {None, _UNSAID}
        nobody = not draft.recipients and not draft.groups
        if nobody and receiver is not None and receiver.side not in _sides(draft.senders):
            draft.recipients = [receiver]
        _to_partner(draft, partners)
        if not draft.recipients and not draft.groups:
            draft.recipients = draft.bereaved
        _through(draft, partners)
        if draft.to_absent and not _goes_away(draft, partners):
            continue
        known = next((k for k in kept if _same(k, draft, unsaid)), None)
        if unsaid:
            draft.medium = default_medium
        if known is None:
            kept.append(draft)
        else:
            _take(known, draft)
    _console(kept)
    kept = [draft for draft in kept if not _only_brought(draft, kept)]
    return [_message(draft) for draft in kept if _abroad(draft)]


def _only_brought(draft: DraftMessage, kept: Sequence[DraftMessage]) -> bool:
    """ "Handed over a card from X and extended greetings": X's, told of the one who brought it."""
    if draft.kind != "greeting" or len(draft.senders) != 1:
        return False
    return any(
        other.via is not None and other.via.key == draft.senders[0].key
        and other.kind == draft.kind and _alike(other.recipients, draft.recipients)
        for other in kept if other is not draft
    )  # fmt: skip


def _console(kept: Sequence[DraftMessage]) -> None:
    """Condolences to nobody named go to the state that all others of the page condole with."""
    told = [draft for draft in kept if draft.kind == "condolence"]
    found = [a for draft in told for a in draft.recipients if a.side is not None]
    if len({a.side for a in found}) != 1:
        return
    state = Actor(found[0].token, state=found[0].side, spans=found[0].spans,
                  worked_from=found[0].label)  # fmt: skip
    for draft in told:
        if not draft.recipients and not draft.groups:
            draft.recipients = [state]


def _take_after(draft: DraftMessage, kept: Sequence[DraftMessage]) -> bool:
    """Make "a similar message" one of the kind before it; False where there is none."""
    written = [k for k in kept if k.medium in {"letter", "telegram", _UNSAID}]
    if not written:
        return False
    known = written[-1]
    draft.kind, draft.occasion = known.kind, draft.occasion or known.occasion
    if not draft.recipients and not draft.groups:
        draft.recipients = list(known.recipients)
    return True


def _goes_away(draft: DraftMessage, partners: Sequence[Actor]) -> bool:
    """Whether those addressed are elsewhere, and somebody of that side takes it along."""
    there = {a.key for a in partners}
    away = bool(draft.recipients) and all(a.key not in there for a in draft.recipients)
    if draft.kind == "thanks" and not any(a.person for a in draft.recipients):
        return False  # a state is thanked in words
    sides = {a.side for a in draft.recipients if a.side is not None}
    bearers = draft.via is not None or sides & _sides(a for a in partners if a.person)
    return away and bool(bearers)


def _abroad(draft: DraftMessage) -> bool:
    """Whether somebody is addressed who is not of the sender's own state."""
    if draft.groups:
        return True
    sides = _sides(draft.senders)
    return any(_known(a) and (a.side is None or a.side not in sides) for a in draft.recipients)


def _known(actor: Actor) -> bool:
    """A single capitalised word that nothing introduces may be a club or a company."""
    stranger = actor.person is not None and actor.person.state_from == "stranger"
    return not stranger or " " in actor.label


def _take(known: DraftMessage, draft: DraftMessage) -> None:
    """Add to a message what another sentence says of it."""
    known.spans += [s for s in draft.spans if s not in known.spans]
    known.occasion = known.occasion or draft.occasion
    known.via = known.via or draft.via
    known.medium = known.medium or draft.medium
    there = {a.key for a in known.recipients}
    if not known.recipients or not draft.sentence.is_title:
        known.recipients += [a for a in draft.recipients if a.key not in there]
    if any(a.person for a in draft.senders) and not any(a.person for a in known.senders):
        known.senders = draft.senders


def _same(known: DraftMessage, draft: DraftMessage, unsaid: bool) -> bool:
    how = unsaid or known.medium in {None, draft.medium}
    if known.kind != draft.kind or not how:
        return False
    if not _alike(known.senders, draft.senders):
        return False
    nobody = not known.recipients or not draft.recipients
    return nobody or _alike(known.recipients, draft.recipients)


def _alike(ours: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether the same actors are meant: one in common, or a person and that person's state."""
    return any(
        a.key == b.key or (a.side == b.side and not (a.person and b.person))
        for a in ours
        for b in theirs
    )


def _sides(actors: Iterable[Actor]) -> set[str | None]:
    return {actor.side for actor in actors}


def _to_partner(draft: DraftMessage, partners: Sequence[Actor]) -> None:
    """A message to nobody named goes to the one across the table; a nameless office is a party."""
    sides = _sides(draft.senders)
    others = [a for a in partners if a.person and a.side and a.side not in sides]
    if not draft.recipients and not draft.groups:
        draft.recipients = others[:1]
    draft.recipients = [
        next((o for o in others if o.side == a.side), a) if a.office and not a.person else a
        for a in draft.recipients
    ]


def _through(draft: DraftMessage, partners: Sequence[Actor]) -> None:
    if draft.via is not None or draft.kind not in {"greeting", "thanks"}:
        return
    there = {a.key for a in partners}
    if any(a.key in there for a in draft.recipients):
        _brought(draft, partners)
        return
    others = [a for a in partners if a.person and a.side not in _sides(draft.senders)]
    if others and draft.senders and draft.senders[0].key in there:
        draft.via = others[0]


def _brought(draft: DraftMessage, partners: Sequence[Actor]) -> None:
    """Greetings of one who is not there, brought by the party of the same side."""
    there = {a.key for a in partners}
    if any(a.key in there for a in draft.senders):
        return
    own = [a for a in partners if a.person and a.side and a.side in _sides(draft.senders)]
    draft.via = own[0] if own else None


def _message(draft: DraftMessage) -> Message:
    medium = draft.medium
    return Message(
        kind=MessageKind(draft.kind),
        medium=Medium(medium) if medium and medium != _UNSAID else None,
        sender=tuple(dict.fromkeys(_label(a) for a in draft.senders)),
        to=tuple(dict.fromkeys([*(_label(a) for a in draft.recipients), *draft.groups])),
        via=draft.via.label if draft.via else None,
        occasion=draft.occasion.quote if draft.occasion else None,
        evidence=tuple(draft.spans),
    )


def _label(actor: Actor) -> str:
    """A government is its state; a people and other groups are as printed."""
    if actor.person is None and actor.state and actor.token.lemma in word_list("governing_bodies"):
        return actor.state
    return actor.label

"""Parties that a page's words leave in doubt: taken, and marked with the reason."""

from __future__ import annotations

from communique.coding.actors import Actor, ActorReader
from communique.coding.drafts import Draft, DraftParty
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role

_TALKS = frozenset({Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING, Kind.CONSULTATION})
# Who speaks for others, or stands aside, takes no part by being named.
_ASIDE = frozenset({"spokesperson"})
REASON = "named in the sentence, not in the grammar of the word for the talks"


def bystanders(tree: Tree, reader: ActorReader, draft: Draft) -> list[Actor]:
    """The office-holders whom a sentence names beside the parties of ``draft``."""
    taken = {party.actor.key for party in draft.parties}
    found: list[Actor] = []
    for token in tree.tokens:
        if not _names_holder(token) or tree.case(token) in {"of", "from", "by", "than", "to"}:
            continue
        for actor in reader.read(token):
            person = actor.person
            if person is None or person.deceased or person.former:
                continue
            if person.office_kinds & _ASIDE or not (person.offices or person.known):
                continue
            if actor.key not in taken:
                taken.add(actor.key)
                found.append(actor)
    return found


def _names_holder(token: Token) -> bool:
    mention = token.mention
    named = mention is not None and mention.kind is MentionKind.PERSON
    return named or len(token.persons) == 1


def take_bystanders(draft: Draft) -> bool:
    """Fill the sides that ``draft`` lacks with the two office-holders its sentence names.

    Done only where they leave no choice: two sides in all. Returns whether it was.
    """
    if draft.kind not in _TALKS or draft.complete() or not draft.bystanders:
        return False
    sides = {a.side for a in draft.bystanders} | draft.sides()
    own = draft.sides()
    persons = draft.persons() | {id(a.person) for a in draft.bystanders}
    if None in sides or len(sides) != 2 or len(persons) != 2 or len(own) == 2:
        return False
    for actor in draft.bystanders:
        draft.parties.append(DraftParty(actor, Role.PARTICIPANT, REASON))
    return True

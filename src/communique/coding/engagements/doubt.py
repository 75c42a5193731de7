"""What a page's words leave in doubt: taken, and marked with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_TALKS = frozenset({Kind.CALL, Kind.VIDEO_CALL, Kind.MEETING, Kind.CONSULTATION})
# Who speaks for others, or stands aside, takes no part by being named.
_ASIDE = frozenset({"spokesperson"})
UNPLACED = "named in the sentence, not in the grammar of the word for the talks"


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
        draft.parties.append(DraftParty(actor, Role.PARTICIPANT, UNPLACED))
    return True


def hearsay(tree: Tree, word: Token) -> str | None:
    """The reason where a page only passes on that something took place: "reportedly met"."""
    for this in (word, *tree.up(word)):
        told = [k for k in tree.kids(this, "advmod") if k.lower in word_list("hearsay_adverbs")]
        passive = this is not word and tree.is_passive(this)
        if passive and this.lemma in word_list("hearsay_verbs"):
            told.append(this)
        if told:
            return f"“{told[0].text}”: passed on, not reported as known"
        if this.dep in {"ccomp", "advcl", "acl:relcl", "parataxis"}:
            return None
    return None


def is_denial(tree: Tree, told_by: Token) -> bool:
    """Whether the word that takes an engagement's status away denies it."""
    return tree.negated(told_by) or told_by.lemma in word_list("denying")


def settle_doubts(groups: Sequence[Draft], denied: Sequence[Draft], analysis: Analysis) -> None:
    """Mark the engagements that the same page denies, and plans that its date has overtaken.

    ``denied`` are drafts of sentences that say a contact did not take place.
    """
    for group in groups:
        if group.status in {Status.HELD, Status.UNDER_WAY}:
            against = next((d for d in denied if _same_contact(group, d)), None)
            if against is not None:
                group.doubt = f"denied on the same page: “{against.sentence.text}”"
        elif group.status == Status.PLANNED and _overtaken(group, analysis):
            group.doubt = "planned for a day before the page's own date, which does not say more"


def _same_contact(group: Draft, denied: Draft) -> bool:
    if group.kind != denied.kind or not denied.complete():
        return False
    persons = group.persons() <= denied.persons() or denied.persons() <= group.persons()
    apart = denied.when.start and group.when.start and denied.when.start != group.when.start
    return group.sides() == denied.sides() and persons and not apart


def _overtaken(group: Draft, analysis: Analysis) -> bool:
    last, published = group.when.end or group.when.start, analysis.document.published
    return published is not None and last is not None and len(last) == 10 and last < published[:10]

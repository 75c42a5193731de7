"""Ambassadors summoned "to the Foreign Ministry": whose ministry it is, the page tells before."""

from __future__ import annotations

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.triggers import Trigger
from communique.language.annotations import Analysis, Sentence
from communique.language.grammar import Tree
from communique.model import Role

FRAME = "summon"


def settle_summons(draft: Draft, trigger: Trigger, analysis: Analysis) -> None:
    """Give a summons without a host the state that the page has told of as summoning, or its own.

    Who is summoned comes alone: guests of whom nobody is told to have summoned them share no talks.
    """
    if draft.frame != FRAME or draft.actors(Role.HOST):
        return
    before = analysis.sentences[: draft.sentence.index]
    host = next((found for s in reversed(before) if (found := _summoning(s, analysis))), None)
    guests = {actor.side for actor in draft.actors(Role.GUEST)}
    side = host.side if host is not None else analysis.home_state
    if side is None or side in guests:
        draft.parties = draft.parties[:1]
        return
    draft.add(
        host or Actor(
            trigger.token, state=side, worked_from="dateline",
            spans=(analysis.span(trigger.token.start, trigger.token.end),),
        ),
        Role.HOST,
    )  # fmt: skip


def _summoning(sentence: Sentence, analysis: Analysis) -> Actor | None:
    """Who summons somebody in ``sentence``."""
    tree = Tree(sentence.tokens)
    reader = ActorReader(analysis, tree)
    for verb in sentence.tokens:
        if verb.lemma == FRAME and tree.is_verb(verb) and not tree.is_passive(verb):
            found = reader.read_all(tree.subjects(verb))
            if found and found[0].side is not None:
                return found[0]
    return None

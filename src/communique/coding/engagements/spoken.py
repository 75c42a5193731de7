"""Who speaks with whom: by telephone or in person, and who only speaks for others."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.grammar import Tree
from communique.model import Kind

# Frames of speaking to somebody, by telephone or in person.
SPOKEN = frozenset({"speak_with", "talk_verb"})


def by_telephone(draft: Draft, trigger: Trigger, tree: Tree) -> None:
    """ "Talked to X" is a call and "spoke with X in Geneva" a meeting: the place tells."""
    if trigger.noun or trigger.frame.id not in SPOKEN:
        return
    said = trigger.token.lemma in {"speak", "talk"}
    aside = any(t.lemma in word_list("sidelines") for _, t in tree.obliques(trigger.token))
    if draft.kind == Kind.CALL and (draft.place is not None or aside):
        draft.kind = Kind.MEETING
    elif said and draft.kind == Kind.MEETING and draft.place is None and not aside:
        partner = any(prep in {"to", "with"} for prep, _ in tree.obliques(trigger.token))
        draft.kind = Kind.CALL if partner else Kind.MEETING


def in_person(drafts: Sequence[Draft]) -> None:
    """Who talked to an ambassador at the ceremony of credentials did not telephone."""
    there = [d.persons() for d in drafts if d.kind == Kind.CEREMONY and len(d.persons()) > 1]
    for draft in drafts:
        spoken = draft.kind == Kind.CALL and draft.frame in SPOKEN and len(draft.persons()) > 1
        if spoken and any(draft.persons() <= persons for persons in there):
            draft.kind = Kind.MEETING


def leave_out_spokespersons(draft: Draft) -> None:
    """Spokespersons tell of talks and take no part in them."""
    draft.parties = [
        p
        for p in draft.parties
        if p.actor.person is None or p.actor.person.office_kinds != {"spokesperson"}
    ]


def debated(draft: Draft, trigger: Trigger) -> bool:
    """Whether talks are what is talked of: "discussed the talks in Geneva", which others held."""
    verb, carrier = trigger.support, trigger.carrier or trigger.token
    if verb is None or draft.kind != Kind.MEETING or carrier.dep != "obj":
        return False
    return verb.lemma in word_list("discussing")

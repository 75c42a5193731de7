"""Talks of whoever the page is about: "talks were also held with X and Y", "meetings with X
followed"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_TALKS = frozenset({Kind.CALL, Kind.MEETING, Kind.CONSULTATION, Kind.SUMMIT})
_TOLD = frozenset({Status.HELD, Status.UNDER_WAY, Status.PLANNED})
HOLDER = "the talks are told of without who held them; named with those before"


def add_holder(draft: Draft, trigger: Trigger, tree: Tree, earlier: Sequence[Draft]) -> None:
    """Add to talks that nobody is said to hold the one who held those told of before.

    ``earlier`` are the drafts of the sentences before. Nothing changes where several of them may
    be meant, or where the words may speak of talks that the page has told of ("the talks").
    """
    if not _nobodys(draft, trigger, tree):
        return
    talks = [d for d in earlier if d.kind in _TALKS and d.status in _TOLD and d.persons()]
    holder = _holder(talks)
    if holder is not None and holder.side not in {None, *draft.sides()}:
        draft.parties.append(DraftParty(holder, Role.PARTICIPANT, HOLDER))


def _nobodys(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    verb, noun = trigger.support, trigger.token
    if draft.definite or draft.sentence.is_title or draft.kind not in _TALKS:
        return False
    if verb is None:
        return _counted(draft, noun, tree)
    told = tree.is_passive(verb) or verb.lemma in word_list("coming_about")
    subject = (trigger.carrier or noun).dep in {"nsubj", "nsubj:pass"}
    owners = tree.kids(noun, "nmod:poss") + tree.kids(verb, "obl:agent")
    ends = {prep for prep, _ in (*tree.deep_obliques(noun), *tree.deep_obliques(verb))}
    beside = {kid.lower for kid in tree.kids(verb, "advmod")} & word_list("besides_or_later")
    more = noun.tag == "NNS" or bool(beside)
    partners = "with" in ends and not ends & {"between", "among"}
    return bool(draft.parties) and told and subject and partners and more and not owners


def _counted(draft: Draft, noun: Token, tree: Tree) -> bool:
    """ "Notable among these were meetings with X and Y": some of the talks spoken of."""
    named = bool(tree.kids(noun, "cop")) and noun.tag == "NNS" and bool(draft.parties)
    among = any(p in {"among", "amongst"} for t in tree.subtree(noun) for p in [tree.case(t)])
    return named and among and not tree.kids(noun, "nmod:poss")


def _holder(talks: Sequence[Draft]) -> Actor | None:
    """The one of all those talks, or who is the subject of the only ones."""
    shared: set[int] = set.intersection(*(d.persons() for d in talks)) if talks else set()
    actors = [a for a in talks[-1].actors() if id(a.person) in shared] if talks else []
    if len(actors) > 1:
        actors = [a for a in actors if a.token.dep == "nsubj"]
    return actors[0] if len(actors) == 1 else None

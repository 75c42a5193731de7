"""Captions: a picture shows what took place, in the present tense or without a verb."""

from __future__ import annotations

from communique.coding.dating.date_owners import assign_dates
from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.coding.places.places import PlaceReader
from communique.knowledge.frames import Frames
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.captions import is_picture
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BESIDE = frozenset({"with", "alongside", "beside", "next to", "and", "welcoming", "greeting"})


def is_caption(sentence: Sentence, analysis: Analysis) -> bool:
    """Whether ``sentence`` stands under a picture, or on a page of them."""
    title = analysis.document.title_span
    gallery = title is not None and is_picture(title.quote)
    return sentence.is_caption or is_picture(sentence.text) or (gallery and not sentence.is_title)


def pictured(analysis: Analysis, frames: Frames) -> list[Draft]:
    """Meetings that captions without a verb show: "X with Y in Z on Monday"."""
    found = []
    for sentence in analysis.sentences:
        verbless = sentence.tokens and not any(t.tag in _FINITE for t in sentence.tokens)
        if verbless and is_caption(sentence, analysis):
            draft = _shown(sentence, analysis, frames)
            found += [draft] if draft is not None else []
    return found


def _shown(sentence: Sentence, analysis: Analysis, frames: Frames) -> Draft | None:
    tree = Tree(sentence.tokens)
    root = next(t for t in tree.tokens if t.head == t.i)
    if not root.persons:
        return None
    actors = ActorReader(analysis, tree).read_all([*tree.conjuncts(root), *_beside(tree, root)])
    persons = [a for a in actors if a.person is not None and not a.person.former]
    if len(persons) < 2 or len({a.side for a in persons}) != 2 or any(not a.side for a in persons):
        return None
    return _draft(sentence, root, persons, tree, analysis, frames)


def _beside(tree: Tree, root: Token) -> list[Token]:
    return [t for prep, t in tree.obliques(root) if prep in _BESIDE and t.persons]


def _draft(
    sentence: Sentence, root: Token, persons: list[Actor], tree: Tree, analysis: Analysis,
    frames: Frames,
) -> Draft:  # fmt: skip
    frame = next(f for f in frames.engagements if f.id == "meet")
    trigger = Trigger(root, frame, noun=True)
    span = analysis.span(sentence.start, sentence.end)
    draft = Draft(
        Kind.MEETING, Status.HELD, frame.id, sentence, root,
        parties=[DraftParty(actor, Role.PARTICIPANT) for actor in persons],
        kind_spans=[span], status_spans=[span], prominence=2,
    )  # fmt: skip
    PlaceReader(analysis, tree).read(draft, trigger)
    assign_dates([(draft, trigger)], sentence, tree, analysis)
    return draft

"""In which house: "It was held at X", "after a welcome at X they held talks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.place_merging import take_place
from communique.coding.places.places import PlaceReader
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Kind, Status

_TALKS = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.SUMMIT, Kind.CEREMONY})
# How many sentences behind an engagement may say where "it" was held.
_NEAR = 3
_IT = frozenset({"it", "this", "that"})


def place_behind(groups: Sequence[Draft], analysis: Analysis) -> None:
    """Give engagements the place that a sentence behind tells: "It was held at X"."""
    for sentence in analysis.sentences:
        told = _held_at(sentence, analysis) if not sentence.is_title else None
        group = _spoken_of(sentence, groups) if told is not None else None
        if told is not None and group is not None:
            take_place(group, told)


def settle_houses(groups: Sequence[Draft]) -> None:
    """Give talks the house of a ceremony or of other talks that the same sentence tells of."""
    for group in groups:
        if group.kind in {Kind.MEETING, Kind.CONSULTATION} and group.place is None:
            _beside(group, groups)


def _held_at(sentence: Sentence, analysis: Analysis) -> Draft | None:
    """A draft with the place where "it", "the ceremony" was held."""
    tree = Tree(sentence.tokens)
    for verb in tree.tokens:
        if verb.lemma not in word_list("taking_place") or not tree.is_verb(verb):
            continue
        subjects = tree.kids(verb, "nsubj", "nsubj:pass")
        if any(_it(subject, tree) for subject in subjects) and len(subjects) == 1:
            draft = Draft(Kind.MEETING, Status.HELD, "held_at", sentence, verb)
            return draft if PlaceReader(analysis, tree).put(draft, verb) else None
    return None


def _it(subject: Token, tree: Tree) -> bool:
    """Whether a subject is the engagement told before, and not another."""
    if subject.lower in _IT:
        return True
    the = any(kid.lower in {"the", "this"} for kid in tree.kids(subject, "det"))
    events = word_list("attended") | word_list("occasions") | {"event", "ceremony"}
    return the and subject.lemma in events and not tree.kids(subject, "nmod", "amod", "compound")


def _spoken_of(sentence: Sentence, groups: Sequence[Draft]) -> Draft | None:
    """The engagement in person that was told last before ``sentence``, if that is near."""
    if any(g.sentence is sentence for g in groups):
        return None
    near = [
        (max(d.sentence.index for d in (g, *g.echoes) if d.sentence.index <= sentence.index), g)
        for g in groups if g.kind in _TALKS and g.sentence.index <= sentence.index
    ]  # fmt: skip
    last = max(near, key=lambda one: (one[0], one[1].main), default=None)
    return last[1] if last is not None and sentence.index - last[0] <= _NEAR else None


def _beside(group: Draft, groups: Sequence[Draft]) -> None:
    """The house of what the same sides did in the same sentence."""
    for other in groups:
        place = other.place
        same = other.kind in _TALKS and other is not group and other.sides() == group.sides()
        if place is None or not same or not other.persons() & group.persons():
            continue
        words = {word.lower() for word in (place.name or "").split()}
        near = other.sentence is group.sentence
        alike = (other.status, other.when.start) == (group.status, group.when.start)
        if near and alike and not words & word_list("arrival_places"):
            group.place = replace(place)
            group.place_spans = other.place_spans
            return

"""When, within a sentence: engagements told of together share the one date that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.dating.narrative import governor, time_of
from communique.coding.dating.times import AHEAD, DATED_OTHERWISE, HAPPENING, UNDATING, Calendar
from communique.coding.engagements.drafts import Draft, When
from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.grammar import Tree
from communique.model import Kind, Status

_FRAMING = frozenset({Kind.VISIT, Kind.SUMMIT})
_DAY = 10


def share_in_sentences(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date an undated engagement by what its sentence tells it together with.

    A month or a year is shared by a visit or summit and the talks on it ("visited in 2022 and
    met"), a day by talks before or after others ("met A before meeting B"), and by a visit and
    the talks for which one travels ("will go to Lima, where he meets X on Friday").
    """
    for group in groups:
        if group.when.start is not None or group.frame in DATED_OTHERWISE:
            continue
        for draft in (group, *group.echoes):
            if draft.sentence.is_title or not _alike(draft, group) or draft.dates:
                continue
            when = next(_shared(draft, group, groups, calendar), None)
            if when is not None:
                group.when = When(
                    when.start, when.end, "resolved", "same_sentence", when.worked_from, when.spans
                )
                break


def _alike(one: Draft, other: Draft) -> bool:
    return one.status == other.status or any(
        {one.status, other.status} <= statuses for statuses in (HAPPENING, AHEAD)
    )


def _shared(
    draft: Draft, group: Draft, groups: Sequence[Draft], calendar: Calendar
) -> Iterator[When]:
    """The dates of the others of a sentence that are those of ``draft`` too."""
    sentence = draft.sentence
    named = [
        e for e in calendar.analysis.dates
        if sentence.start <= e.start < sentence.end and e.form.kind not in UNDATING
    ]  # fmt: skip
    tree = Tree(sentence.tokens)
    for other in groups:
        summit = other.kind == Kind.SUMMIT and not other.persons() and group.kind != Kind.VISIT
        if other is group or not (summit or other.persons() & group.persons()):
            continue
        for told in (other, *other.echoes):
            here = told.sentence is sentence and told.when.start is not None
            if not here or not _alike(draft, told):
                continue
            alone = len(named) == 1 and named[0] in told.dates
            if (alone and _together(draft, told, tree)) or _there(draft, told, tree):
                yield told.when


def _together(draft: Draft, told: Draft, tree: Tree) -> bool:
    """Whether the clauses of two engagements tell of one time."""
    verb, theirs = governor(tree, draft.trigger), governor(tree, told.trigger)
    if verb is None or theirs is None or _once(tree, verb):
        return False
    day = len(told.when.start or "") == _DAY
    frames = bool({draft.kind, told.kind} & _FRAMING) and draft.kind != told.kind
    if not day:
        return frames and (verb is theirs or _at_once(tree, verb, theirs))
    if draft.kind == Kind.VISIT:
        there = _where(tree, theirs, verb)
        return there and told.kind not in _FRAMING and _same_side_of_now(draft, told)
    if draft.status == told.status == Status.HELD and _in_turn(tree, verb, theirs):
        return told.kind != Kind.VISIT
    return told.kind == Kind.SUMMIT and verb is theirs


def _same_side_of_now(draft: Draft, told: Draft) -> bool:
    return {draft.status, told.status} <= AHEAD or draft.status == told.status == Status.HELD


def _there(draft: Draft, told: Draft, tree: Tree) -> bool:
    """ "Travelled to Syria on Friday, where he met X": on the day of that place."""
    verb, theirs = governor(tree, draft.trigger), governor(tree, told.trigger)
    if verb is None or theirs is None or told.kind != Kind.VISIT or draft.kind == Kind.VISIT:
        return False
    one_day = told.when.start == told.when.end and draft.status == told.status == Status.HELD
    return _where(tree, verb, theirs) and one_day and time_of(tree, verb) == time_of(tree, theirs)


def _at_once(tree: Tree, verb: Token, theirs: Token) -> bool:
    """Whether one clause stands in or beside the other without going back in time."""
    near = _within(tree, verb, theirs) or _within(tree, theirs, verb)
    return near and time_of(tree, verb) == time_of(tree, theirs)


def _in_turn(tree: Tree, verb: Token, theirs: Token) -> bool:
    """ "Met A before meeting B", "met A, which was followed by talks with B"."""
    if verb.dep == "acl:relcl" and verb.lemma in word_list("following_on"):
        return _within(tree, verb, theirs)
    for below, above in ((verb, theirs), (theirs, verb)):
        marks = {kid.lower for kid in tree.kids(below, "mark")}
        if below.dep == "advcl" and tree.head(below) is above and marks & {"before", "after"}:
            return below.tag == "VBG" and "having" not in tree.auxiliaries(below)
    return False


def _where(tree: Tree, below: Token, above: Token) -> bool:
    """Whether a clause tells what is done at the place that the clause above names."""
    for this in (below, *tree.up(below)):
        if this is above:
            return False
        if any(kid.lower == "where" for kid in tree.kids(this, "advmod", "mark")):
            clause = [t for t in tree.up(this) if tree.is_verb(t)]
            return bool(clause) and clause[0] is above
    return False


def _within(tree: Tree, below: Token, above: Token) -> bool:
    return any(up is above for up in tree.up(below))


def _once(tree: Tree, verb: Token) -> bool:
    """ "Last met": a time of its own."""
    return any(kid.lower in word_list("other_times") for kid in tree.kids(verb, "advmod"))

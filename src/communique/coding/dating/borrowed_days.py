"""Days that an engagement has from what the page tells beside it.

A visit is put off whose guest "will not come on Monday"; a letter is handed over on the day of
the meeting; a visit of one day holds all its talks; a visit was there when its talks were held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.dating.narrative import dates_of
from communique.coding.dating.times import HAPPENING, Calendar
from communique.coding.engagements.drafts import Draft, When
from communique.knowledge.frames import load_frames, word_list
from communique.language.annotations import Token
from communique.language.dates import FormKind
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
_TALKS = frozenset({Kind.MEETING, Kind.CEREMONY, Kind.CONSULTATION})
_DAY = 10
_LENGTHS = frozenset({"day", "week"})
# Frames of a visit as a whole, and not of its beginning: "travels", "arrives".
_WHOLE = frozenset({"visit", "visit_verb"})


def borrow_days(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date what has no day of its own by the day of what belongs with it."""
    for group in groups:
        day = group.when.start
        if group.kind == Kind.VISIT and group.status in _OFF and len(day or "") < _DAY:
            when = next(_given_up(group, calendar), None)
            if when is not None and (day is None or str(when.start).startswith(day)):
                group.when = when
        if day is not None:
            continue
        beside = None
        if group.kind == Kind.LETTER and group.status == Status.HELD:
            beside = _handed_over_at(group, groups)
        elif group.kind == Kind.VISIT and group.status == Status.HELD:
            beside = _talks_of(group, groups)
        elif group.kind in _TALKS and group.status == Status.PLANNED:
            beside = _one_day_visit(group, groups, calendar)
        if beside is not None:
            when = beside.when
            group.when = When(
                when.start, when.start, "resolved", "day_of_the_same", when.worked_from, when.spans
            )


def _given_up(visit: Draft, calendar: Calendar) -> Iterator[When]:
    """The day on which its guest was to come: "will not travel to Kyiv on Monday"."""
    for sentence in calendar.analysis.sentences:
        tree = Tree(sentence.tokens)
        for verb in tree.tokens:
            if verb.lemma in _going() and _unmet(tree, verb) and _of_guest(visit, tree, verb):
                when = calendar.when(
                    dates_of(verb, tree, sentence, calendar.analysis.dates), visit.status
                )
                if when.start is not None and len(when.start) == _DAY:
                    yield when


def _going() -> frozenset[str]:
    return word_list("coming_to") | word_list("departing") | {"visit", "go", "board"}


def _unmet(tree: Tree, verb: Token) -> bool:
    """ "Will not come", "had been due to leave", "was to have boarded his plane"."""
    auxiliaries = set(tree.auxiliaries(verb))
    if tree.negated(verb) and auxiliaries & load_frames().grammar.status["planned_auxiliaries"]:
        return True
    was_to = "have" in auxiliaries and bool(auxiliaries & {"was", "were"})
    if was_to and any(kid.lower == "to" for kid in tree.kids(verb, "mark", "aux")):
        return True
    head = tree.head(verb)
    due = head is not None and head.lemma in load_frames().grammar.status["planned_verbs"]
    if head is None or not due or verb.dep not in {"xcomp", "advcl", "ccomp"}:
        return False
    past = {"had", "was", "were", "been"}
    return bool(past & (set(tree.auxiliaries(head)) | {k.lower for k in tree.kids(head, "cop")}))


def _of_guest(visit: Draft, tree: Tree, verb: Token) -> bool:
    persons = {id(p) for token in tree.subjects(verb) for p in token.persons}
    persons |= {
        id(token.mention.person) for token in tree.subjects(verb)
        if token.mention is not None and token.mention.person is not None
    }  # fmt: skip
    if not persons & visit.persons():
        return False
    places = [*tree.kids(verb, "obj"), *(t for prep, t in tree.obliques(verb) if prep == "to")]
    states = {t.mention.state for t in places if t.mention is not None and t.mention.state}
    return not states or visit.destination in states


def _handed_over_at(letter: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The meeting at which its bearer handed a letter over."""
    bearers = {id(a.person) for a in letter.actors(Role.ENVOY) if a.person is not None}
    takers = {a.side for a in letter.actors(Role.RECIPIENT)}
    return next(
        (
            g for g in groups
            if g.kind in _TALKS and g.status == Status.HELD and len(g.when.start or "") == _DAY
            and bearers & g.persons() and takers & g.sides() and g.when.start == g.when.end
        ),
        None,
    )  # fmt: skip


def _talks_of(visit: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The first talks that its guest had there, where the page dates them to the day."""
    found = [
        g for g in groups
        if g.kind in _TALKS and g.main and g.status == Status.HELD
        and len(g.when.start or "") == _DAY
        and g.persons() & visit.persons() and visit.destination in g.sides()
        and (g.place is None or g.place.state in {None, visit.destination})
    ]  # fmt: skip
    return min(found, key=lambda g: str(g.when.start), default=None)


def _one_day_visit(talks: Draft, groups: Sequence[Draft], calendar: Calendar) -> Draft | None:
    """The visit of a single day that talks to come belong to."""
    for visit in groups:
        if visit.kind != Kind.VISIT or visit.status not in HAPPENING | {Status.PLANNED}:
            continue
        theirs = visit.persons() & talks.persons() and visit.destination in talks.sides()
        if theirs and len(visit.when.start or "") == _DAY and _of_one_day(visit, calendar):
            return visit
    return None


def _of_one_day(visit: Draft, calendar: Calendar) -> bool:
    """ "A one-day visit", "will visit Oslo on 3 May": not where it begins on that day."""
    told = (visit, *visit.echoes)
    lengths = [
        e.form for draft in told for e in calendar.analysis.dates
        if e.form.kind is FormKind.DURATION and e.form.unit in _LENGTHS
        and draft.sentence.start <= e.start < draft.sentence.end
    ]  # fmt: skip
    if any(form.unit == "day" and form.count == 1 for form in lengths):
        return True
    whole = [d for d in told if d.when.start == visit.when.start and d.frame in _WHOLE]
    begun = any(
        span.quote.lower().startswith(tuple(load_frames().grammar.status["opening_verbs"]))
        for d in told for span in d.status_spans
    )  # fmt: skip
    planned = visit.status == Status.PLANNED and visit.when.start == visit.when.end
    return planned and bool(whole) and not lengths and not begun

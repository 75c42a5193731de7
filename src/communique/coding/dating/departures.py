"""When a visit ended: the page has its guest leave, return or fly home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.coding.dating.narrative import dates_of, time_of
from communique.coding.dating.times import HAPPENING, Calendar
from communique.coding.engagements.drafts import Draft, When
from communique.coding.engagements.leaving import left_from
from communique.knowledge.frames import word_list
from communique.language.annotations import Person, Token
from communique.language.dates import DateExpression, FormKind
from communique.language.grammar import Tree
from communique.model import Kind, Status

_BACK = frozenset({"home", "back"})
_DAYS = frozenset({FormKind.DATE, FormKind.WEEKDAY, FormKind.OFFSET})


def end_visits(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Let a visit end on the day on which its guest left the state visited."""
    visits = [
        g for g in groups
        if g.kind == Kind.VISIT and g.status in HAPPENING and g.destination is not None
    ]  # fmt: skip
    for sentence in calendar.analysis.sentences if visits else ():
        tree = Tree(sentence.tokens)
        for verb in tree.tokens:
            if verb.tag not in {"VBD", "VBN"} or not _goes_away(verb, tree):
                continue
            for visit in visits:
                dates = dates_of(verb, tree, sentence, calendar.analysis.dates)
                days = [one for one in dates if one.form.kind in _DAYS]
                told = verb.dep in {"ROOT", "conj"} and time_of(tree, verb) == "told"
                if _left(visit, verb, tree) and (days or told):
                    _end(visit, days, calendar)


def begin_visits(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Let an undated visit begin on the day on which its guest left home."""
    visits = [
        g for g in groups
        if g.kind == Kind.VISIT and g.status in HAPPENING and g.when.start is None
    ]  # fmt: skip
    for sentence in calendar.analysis.sentences if visits else ():
        tree = Tree(sentence.tokens)
        for verb in tree.tokens:
            if verb.tag not in {"VBD", "VBN"} or verb.lemma not in word_list("leaving_home"):
                continue
            if time_of(tree, verb) not in {"told", "perfect"}:
                continue
            doers = [p for token in tree.subjects(verb) for p in _persons(token)]
            homes = {person.state for person in doers if person.state}
            left = [*tree.objects(verb), *(t for p, t in tree.obliques(verb) if p == "from")]
            home = any(t.mention is not None and t.mention.state in homes for t in left)
            when = calendar.when(
                [d for d in dates_of(verb, tree, sentence, calendar.analysis.dates)
                 if d.form.kind in _DAYS], Status.HELD,
            )  # fmt: skip
            for visit in visits if home and when.start is not None else ():
                if any(id(person) in visit.persons() for person in doers):
                    visit.when = replace(when, end=None, rule="set_out_on")


def _goes_away(verb: Token, tree: Tree) -> bool:
    """ "Left Rome", "flew back to Oslo", "flew out of Rome"."""
    back = any(kid.lower in _BACK for kid in tree.kids(verb, "advmod", "compound:prt"))
    goes = verb.lemma in word_list("going_home") or (verb.lemma in word_list("departing") and back)
    return goes or bool(left_from(verb, tree))


def _left(visit: Draft, verb: Token, tree: Tree) -> bool:
    """Whether ``verb`` has the visit's guest leave the state visited, or go home from it."""
    guests = visit.persons()
    doers = [p for token in tree.subjects(verb) for p in _persons(token)]
    if not any(id(person) in guests for person in doers):
        return False
    left = [t for t in tree.objects(verb) if t.mention is not None and t.mention.state]
    left += left_from(verb, tree)
    to = [t for prep, t in tree.obliques(verb) if prep in {"to", "for"}]
    from_ = [t for prep, t in tree.obliques(verb) if prep == "from"]
    there = {t.mention.state for t in (*left, *from_) if t.mention is not None}
    if there:
        return visit.destination in there
    homes = {person.state for person in doers}
    home = any(t.lemma == "home" or (t.mention and t.mention.state in homes) for t in to)
    home |= any(kid.lower in _BACK for kid in tree.kids(verb, "advmod", "compound:prt"))
    return home


def _persons(token: Token) -> Iterator[Person]:
    yield from token.persons
    if token.mention is not None and token.mention.person is not None:
        yield token.mention.person


def _end(visit: Draft, days: Sequence[DateExpression], calendar: Calendar) -> None:
    if not days:
        visit.status = Status.HELD
    last = calendar.when(days, Status.HELD)
    published = calendar.analysis.published
    if last.start is None or len(last.start) < 10:
        return
    if published is not None and last.start > published.isoformat():
        return
    start = visit.when.start
    if start is None:
        visit.when = When(last.start, last.start, "resolved", "left_on", (), last.spans)
    elif start <= last.start:
        spans = tuple(dict.fromkeys((*visit.when.spans, *last.spans)))
        visit.when = replace(visit.when, end=last.start, spans=spans)
    visit.status = Status.HELD

"""Which day a sentence is told of: a report goes on with the day it named until it names another.

What has happened runs on from sentence to sentence and over paragraphs; what had happened before
("had met him on Sunday") and what is to come hold for their own paragraph only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.dates import DateExpression, FormKind, ResolvedDate
from communique.language.grammar import Tree
from communique.model import Span

Tense = Literal["past", "future"]
Time = Literal["before", "told", "perfect", "ahead"]
Resolve = Callable[[DateExpression, Tense, date | None], ResolvedDate | None]

_DAY_KINDS = frozenset(
    {FormKind.DATE, FormKind.WEEKDAY, FormKind.OFFSET, FormKind.NUMERIC, FormKind.SPAN}
)
# A report tells of the last weeks; a day further back is that of something it recalls.
_RECENT = timedelta(days=45)
# Clauses beside the main line: what they date is told in passing.
_ASIDE = frozenset({"acl:relcl", "acl", "advcl", "appos", "parataxis"})
_OF_A_NOUN = frozenset({"acl:relcl", "acl"})
_NOWHERE = 2
_PRENOMINAL = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A paragraph of a live page: "18:06 Trump shakes hands with his guest".
_STAMP = re.compile(r"^(?:[01]?\d|2[0-3])[:.hH][0-5]\d(?:\s?[ap]\.?m\.?)?\b", re.MULTILINE)
_STAMPED = 3
# A line without a verb and no longer than this heads what follows.
_LONGEST_HEADING = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A day and the words that name it; ``heading`` of what a heading or a live page names.

    ``last`` is the last of several days that a heading names.
    """

    day: date
    span: Span
    heading: bool = False
    last: date | None = None


@dataclass(slots=True)
class Scene:
    """The days a sentence may be told of, with the words that name each."""

    told: Told | None = None
    before: Told | None = None
    ahead: Told | None = None

    def set(self, found: Sequence[tuple[Time, Told, bool]]) -> None:
        """Take the first day of each time, one of a main clause before one of a side clause."""
        ordered = sorted(found, key=lambda one: not one[2])
        firsts = {time: told for time, told, _ in reversed(ordered)}
        self.told = firsts.get("told") or firsts.get("perfect") or self.told
        self.before = firsts.get("before") or self.before
        self.ahead = firsts.get("ahead") or self.ahead


class Narrative:
    """The scene of every sentence of a page, and the day that "a day later" counts from."""

    def __init__(self, analysis: Analysis, resolve: Resolve, first: Told | None) -> None:
        """``first`` is the day of the page's dateline or date line; ``resolve`` dates words."""
        self._analysis, self._resolve = analysis, resolve
        self._undated = analysis.published is None and first is None
        self.origins: dict[int, date] = {}
        # The day on which the page has its guest arrive: the report goes on with its own.
        self._arrived: Told | None = None
        # The day long ago that the paragraph has named: "a month later" counts from it.
        self._recalled: date | None = None
        # The last day to come that any paragraph has named: "later that day he will" keeps to it.
        self._coming: Told | None = None
        self.scenes: dict[int, Scene] = {}
        scene, block = Scene(told=first), -1
        lead: Told | None = None
        dates = [d for d in analysis.dates if d.form.kind in _DAY_KINDS]
        for sentence in analysis.sentences:
            if sentence.block != block:
                back = lead if self._arrived is not None and scene.told is self._arrived else None
                scene, block = Scene(told=back or scene.told), sentence.block
                self._recalled = None
            inside = [d for d in dates if sentence.start <= d.start < sentence.end]
            if inside and not sentence.is_title:
                scene = self._after(scene, sentence, inside)
            lead = lead or scene.told
            self.scenes[sentence.index] = scene

    def _after(self, scene: Scene, sentence: Sentence, inside: Sequence[DateExpression]) -> Scene:
        """The scene that the days named in a sentence set."""
        tree, heads = Tree(sentence.tokens), is_heading(sentence)
        following = Scene(scene.told, scene.before, scene.ahead)
        last = main = None
        found: list[tuple[Time, Told, bool]] = []
        for expression in inside:
            token = token_at(tree, sentence, expression)
            verb = governor(tree, token) if token is not None else None
            time = _time_named(tree, verb, expression)
            rank = 0 if heads or token is None else _standing(tree, token)
            known = self._recalled if time == "told" else None
            if time == "ahead" and following.ahead is None and expression.form.count == 0:
                known = self._coming.day if self._coming is not None else None
            self._count_from(expression, last, main, known or _origin(following, time))
            day, end = self._days(expression, time, heads)
            if day is None:
                continue
            if time in {"told", "perfect"} and not heads and self._remote(day):
                self._recalled = day
                continue
            self._recalled = None
            last, main = day, day if rank == 0 else main
            span = self._analysis.span(expression.start, expression.end)
            if rank < _NOWHERE and not _now(tree, verb, expression):
                told = Told(day, span, heads, end)
                found.append((time, told, rank == 0))
                if verb is not None and verb.lemma in word_list("coming_to"):
                    self._arrived = told
        following.set(found)
        self._coming = following.ahead or self._coming
        return following

    def _count_from(
        self, expression: DateExpression, last: date | None, main: date | None, told: date | None
    ) -> None:
        """ "The same day" keeps to the day told of, "a day earlier" goes from the last named."""
        form = expression.form
        known = main or told or last if form.count == 0 else last or told
        beside = self._undated and form.kind is FormKind.WEEKDAY
        if (form.origin == "narrative" or beside) and known is not None:
            self.origins[expression.start] = known

    def _remote(self, day: date) -> bool:
        """Whether a day lies ahead of the page, or long before it."""
        published = self._analysis.published
        return published is not None and not published - _RECENT <= day <= published

    def _days(
        self, expression: DateExpression, time: Time, heads: bool
    ) -> tuple[date | None, date | None]:
        """The day an expression names; a heading may name several."""
        tense: Tense = "future" if time == "ahead" else "past"
        if heads and expression.form.kind is FormKind.SPAN:
            tense = "future"
        found = self._resolve(expression, tense, self.origins.get(expression.start))
        if found is None or len(found.start) != 10 or len(found.end) != 10:
            return None, None
        if found.start != found.end and not (heads and found.extent):
            return None, None
        return date.fromisoformat(found.start), date.fromisoformat(found.end)


def running_day(analysis: Analysis) -> Told | None:
    """The day of a page that is written hour by hour, as its headline or its paragraphs show."""
    if analysis.published is None:
        return None
    text, title = analysis.text, analysis.document.title_span
    marks = [m.span() for m in _STAMP.finditer(text)]
    live = next((w for w in word_list("live") if title and w in title.quote.lower()), None)
    if live is not None and title is not None:
        at = title.start + title.quote.lower().index(live)
        return Told(analysis.published, analysis.span(at, at + len(live)), heading=True)
    if len(marks) < _STAMPED:
        return None
    return Told(analysis.published, analysis.span(*marks[0]), heading=True)


def _origin(scene: Scene, time: Time) -> date | None:
    known = scene.ahead if time == "ahead" else None
    known = known or (scene.before if time == "before" else None) or scene.told
    return known.day if known is not None else None


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a short line without a finite verb."""
    tokens = sentence.tokens
    return len(tokens) <= _LONGEST_HEADING and not any(t.tag in _FINITE for t in tokens)


def token_at(tree: Tree, sentence: Sentence, expression: DateExpression) -> Token | None:
    """The word of the parse that a date expression hangs on by."""
    if expression.start in sentence.moved:
        return tree[sentence.moved[expression.start]]
    inside = [t for t in tree.tokens if expression.start <= t.start < expression.end]
    if not inside:
        return None
    indices = {t.i for t in inside}
    token = next((t for t in inside if t.head not in indices or t.head == t.i), inside[0])
    head = tree.head(token)
    # "Last June Foreign Minister X travelled": no person has a date for a modifier.
    before_name = head is not None and head.i > token.i and token.dep in _PRENOMINAL
    named = before_name and head is not None and head.mention is not None
    return head if named and head is not None and head.persons else token


def governor(tree: Tree, token: Token) -> Token | None:
    """The finite or participial verb whose clause a word stands in."""
    return next(
        (t for t in (token, *tree.up(token)) if tree.is_verb(t) or tree.kids(t, "cop")), None
    )


def dates_of(
    verb: Token, tree: Tree, sentence: Sentence, dates: Sequence[DateExpression]
) -> list[DateExpression]:
    """Return those of a page's ``dates`` that stand in ``sentence`` and hang on ``verb``."""
    found = []
    for expression in dates:
        if sentence.start <= expression.start < sentence.end:
            token = token_at(tree, sentence, expression)
            if token is not None and governor(tree, token) is verb:
                found.append(expression)
    return found


def time_of(tree: Tree, verb: Token) -> Time:
    """Whether a clause tells on, goes back before what is told, or looks ahead."""
    auxiliaries = set(tree.auxiliaries(verb))
    to = any(kid.lower == "to" for kid in tree.kids(verb, "mark"))
    if auxiliaries & word_list("coming_auxiliaries"):
        return "ahead"
    if to or verb.lemma in word_list("coming") or (verb.dep == "xcomp" and not auxiliaries):
        head = tree.head(verb)
        if to and (head is None or head.lemma in word_list("coming") or head.lemma == "be"):
            return "ahead"
        if verb.lemma in word_list("coming") and auxiliaries & word_list("to_be"):
            return "ahead"
        if head is not None and verb.dep == "xcomp":
            return time_of(tree, head)
    if not auxiliaries and verb.dep == "acl" and verb.lemma in word_list("coming"):
        return "ahead"
    by = any(kid.lower == "by" for kid in tree.kids(verb, "mark", "case"))
    above = tree.head(verb) if by and verb.tag == "VBG" and not auxiliaries else None
    if above is not None and tree.is_verb(above) and verb.dep == "advcl":
        return time_of(tree, above)  # "will begin by meeting X on Tuesday"
    if "had" in auxiliaries or _within_before(tree, verb):
        return "before"
    if auxiliaries & {"has", "have", "'ve"} and verb.tag != "VBG":
        return "perfect"
    return "told"


def _within_before(tree: Tree, verb: Token) -> bool:
    """ "Had spent a day there, where he was received": a clause within what had happened."""
    head = tree.head(verb)
    if head is None or verb.dep not in {"acl:relcl", "advcl", "conj"}:
        return False
    above = governor(tree, head)
    return above is not None and above is not verb and time_of(tree, above) == "before"


def _now(tree: Tree, verb: Token | None, expression: DateExpression) -> bool:
    """ "There are teachers in the islands today": today at large, not a day of the report."""
    form = expression.form
    if verb is None or form.kind is not FormKind.OFFSET or form.count != 0:
        return False
    return any(t.tag in {"VBZ", "VBP"} for t in (verb, *tree.kids(verb, "cop")))


def another_time(tree: Tree, verb: Token) -> bool:
    """Whether what hangs on a verb has a time of its own: "after arriving on Monday, he met"."""
    if verb.dep in {"obl", "nmod"}:
        return tree.case(verb) in word_list("sequence")
    if not tree.is_verb(verb) and not tree.kids(verb, "cop"):
        return False
    if verb.dep == "advcl":
        return any(kid.lower in word_list("sequence") for kid in tree.kids(verb, "mark"))
    head = tree.head(verb)
    both = verb.dep == "conj" and head is not None and tree.is_verb(head)
    return both and head is not None and time_of(tree, verb) != time_of(tree, head)


def _standing(tree: Tree, token: Token) -> int:
    """0 for a date of the main line, 1 of a clause beside it, ``_NOWHERE`` of a noun or a bound."""
    head = tree.head(token)
    if tree.case(token) in word_list("bounding"):
        return _NOWHERE
    if head is not None and token.i < head.i and token.dep in {"compound", "amod", "nmod:poss"}:
        return _NOWHERE
    rank = 0
    for this in (token, *tree.up(token)):
        if this is not token and another_time(tree, this):
            return _NOWHERE
        if this.dep == "conj" and this.lemma in word_list("going_home"):
            return _NOWHERE  # "will meet X and return on Monday"
        if this.lemma in word_list("following") and not tree.is_passive(this):
            return _NOWHERE  # "the trip follows a visit to Chad on Monday"
        if this.dep in _OF_A_NOUN and this.lemma not in word_list("taking_place"):
            return _NOWHERE
        if this.dep in _ASIDE:
            rank = 1
    return rank


def _time_named(tree: Tree, verb: Token | None, expression: DateExpression) -> Time:
    """The time of a date's clause; a simple present with a day of the week looks ahead."""
    if verb is None:
        return "told"
    present = verb.tag in {"VBZ", "VBP"} and not tree.auxiliaries(verb)
    form = expression.form
    dated = form.kind in {FormKind.WEEKDAY, FormKind.DATE} or form.sign == 1
    dated |= form.origin == "narrative" and form.count == 0  # "leaves for Rome the same day"
    return "ahead" if present and dated else time_of(tree, verb)

"""Pledges and agreed steps: what a page says one side promised the other, or both agreed, to do.

Only what can later be seen to be kept or not: a step with an end, or anything with a term. What
goes on without an end ("to strengthen cooperation", "to stand by") is a statement alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.coding.commitments.deeds import Deed, DeedReader
from communique.coding.dating.times import HAPPENING, Calendar
from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.frames.undertakings import UndertakingWords
from communique.language.annotations import Analysis
from communique.language.dates import DateExpression, FormKind
from communique.model import (
    Act,
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    Role,
    Status,
)
from communique.partial_dates import to_bounds

_TOLD = frozenset({Act.INFORM, Act.AFFIRM})
_PRONOUNS = frozenset({"PRP", "PRP$"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "csubj", "parataxis"})
# Sentences within which "both sides" are those named together before.
_NEAR = 3
_PROMISED = frozenset({Act.PLEDGE, *_TOLD})


@dataclass(frozen=True, slots=True)
class _Ends:
    """Who undertakes, and towards whom."""

    kind: CommitmentKind
    by: str
    to: str | None


class UndertakingReader:
    """Reads the pledges and agreed steps of one page off its statements."""

    def __init__(
        self, analysis: Analysis, main: Draft | None, calendar: Calendar, words: UndertakingWords
    ) -> None:
        """``main`` is the engagement that carries the page's statements."""
        self.analysis = analysis
        self.calendar = calendar
        self.words = words
        held = main is not None and main.status in HAPPENING
        self.said_on = self._past(main.when.start) if main is not None and held else None
        self.partners = _one_a_side(main) if main is not None else []

    def read(
        self, statements: Sequence[StatementDraft], heard: Sequence[StatementDraft]
    ) -> list[Commitment]:
        """The undertakings among ``statements``, each clause one; ``heard`` is all that is said
        on the page."""
        found: list[Commitment] = []
        for draft in statements:
            if draft.act not in {Act.AGREE, *_PROMISED}:
                continue
            ends = self._ends(draft, heard[: heard.index(draft)])
            if ends is None:
                continue
            deeds = DeedReader(draft, self.analysis, self.words).read()
            said = self._said(draft, deeds) or self.said_on
            found += [
                self._commitment(draft, ends, deed, said)
                for deed in deeds
                if self._counts(draft, ends, deed)
            ]
        return found

    # who

    def _ends(self, draft: StatementDraft, before: Sequence[StatementDraft]) -> _Ends | None:
        sides = _sides(draft.speakers)
        if draft.speakers and not sides:
            return None
        alone = len(sides) == 1 and not draft.joint
        if alone and draft.act in _PROMISED:
            return self._promised(draft, sides[0], before)
        if draft.act in _TOLD:
            return None
        if len(sides) < 2:
            sides = self._together(draft, sides, before)
            if alone and len(sides) > 2:
                return None  # "agreed": with which of them is not said
        return _agreed(sides) if self._number(draft) in {None, len(sides)} else None

    def _together(
        self, draft: StatementDraft, sides: Sequence[Actor], before: Sequence[StatementDraft]
    ) -> list[Actor]:
        """ "Both sides": those who were last said to speak together near by, else those at the
        table."""
        for known in reversed(before):
            if draft.sentence.index - known.sentence.index > _NEAR:
                break
            pair = _sides(known.speakers)
            if len(pair) > 1 and {a.side for a in sides} <= {a.side for a in pair}:
                return pair
        return [*sides, *(p for p in self.partners if p.side not in {a.side for a in sides})]

    def _number(self, draft: StatementDraft) -> int | None:
        """How many there are by the words of the sentence: "both sides", "the trio"."""
        spoken = {word for span in draft.evidence for word in span.quote.lower().split()}
        if spoken & self.words.two:
            return 2
        return 3 if spoken & self.words.three else None

    def _promised(
        self, draft: StatementDraft, by: Actor, before: Sequence[StatementDraft]
    ) -> _Ends | None:
        """Who promised, and to whom: the one addressed, else the other side at the table."""
        to = draft.addressee or _spoken_to(draft, before)
        if to is not None and to.side == by.side:
            return None
        if to is None or to.side is None:
            table = self.partners or self._pair(by, before)
            others = [p for p in table if p.side != by.side]
            if len(others) == len(table):
                return None  # who promised was not there: to whom, the page does not say
            to = others[0] if len(others) == 1 else None
        elif to.person is None:
            to = next((p for p in self.partners if p.side == to.side), to)
        return _Ends(CommitmentKind.PLEDGE, by.label, to.label if to is not None else None)

    @staticmethod
    def _pair(by: Actor, before: Sequence[StatementDraft]) -> list[Actor]:
        """The two who were last said to speak together, ``by``'s side one of them."""
        pairs = [_sides(known.speakers) for known in reversed(before)]
        return next((p for p in pairs if len(p) == 2 and by.side in {a.side for a in p}), [])

    # what

    def _counts(self, draft: StatementDraft, ends: _Ends, deed: Deed) -> bool:
        words = self.words
        if self._conditional(deed) or len(deed.tokens) == 1:
            return False
        objects = {token.lemma.lower() for token in deed.objects}
        if deed.verb is None:
            return draft.act is Act.PLEDGE and self._given(deed)
        journey = deed.lemma in words.journeys or bool(objects & words.calls)
        if journey or not deed.ahead or objects & words.vague:
            return False
        if draft.act in _TOLD:
            return self._opens(draft, deed, objects)
        if ends.kind is CommitmentKind.PLEDGE:
            return self._pledged(deed)
        again = any(token.lower in words.repeated for token in deed.tokens)
        step = deed.lemma in words.steps and not again
        return step or deed.negated or self._by_a_day(deed)

    def _conditional(self, deed: Deed) -> bool:
        return any(
            token.lower in self.words.conditional and token.dep == "mark" for token in deed.tokens
        )

    def _pledged(self, deed: Deed) -> bool:
        words = self.words
        if deed.lemma in words.lasting and deed.lemma not in words.helping and not deed.negated:
            return self._by_a_day(deed)
        return deed.lemma != "be"

    @staticmethod
    def _by_a_day(deed: Deed) -> bool:
        """Whether it has a term, not a stretch over which it goes on."""
        terms = [d for d in deed.terms if d.form.kind is not FormKind.SPAN]
        return bool(terms) and deed.lemma != "be"

    def _given(self, deed: Deed) -> bool:
        head = deed.objects[0]
        if deed.tokens[0].tag in _PRONOUNS:
            return False  # "promised her nine helicopters": hers, or to her
        counted = any(token.pos == "NUM" for token in deed.tokens)
        return head.lemma.lower() in self.words.gifts or counted

    def _opens(self, draft: StatementDraft, deed: Deed, objects: set[str]) -> bool:
        """ "Will open an embassy in Juba by June", told by the side that will."""
        words = self.words
        opens = deed.lemma in words.opening and bool(objects & words.missions)
        if deed.negated or not (opens or deed.lemma in words.conceding):
            return False
        side = draft.speakers[0].side
        return any(
            token.lower in words.ourselves
            or (token.mention is not None and token.mention.state == side and not token.persons)
            for token in deed.subjects
        )

    # when

    def _commitment(
        self, draft: StatementDraft, ends: _Ends, deed: Deed, said: str | None
    ) -> Commitment:
        again = draft.verb.lemma in self.words.again
        agreed = ends.kind is CommitmentKind.AGREEMENT
        state = CommitmentStateKind.ACCEPTED if agreed else CommitmentStateKind.EXTENDED
        if again:
            state = CommitmentStateKind.REITERATED
        evidence = tuple(dict.fromkeys((deed.words, *draft.evidence)))
        return Commitment(
            ends.kind, ends.by, ends.to, None, deed.words.quote, self._due(deed, said),
            (CommitmentState(state, said, evidence),),
        )  # fmt: skip

    def _due(self, deed: Deed, said: str | None) -> str | None:
        """By when, where that lies after it was said."""
        for expression in deed.terms:
            found = self.calendar.resolve(expression, Status.PLANNED)
            if found is None:
                continue
            due = found.start if found.start == found.end else found.latest.isoformat()
            if said is None or to_bounds(due)[1] >= to_bounds(said)[0]:
                return due
        return None

    def _said(self, draft: StatementDraft, deeds: Sequence[Deed]) -> str | None:
        """The day that the sentence gives the promise itself: "agreed on 10 March to ..."."""
        dates = [d for d in self.analysis.dates if self._dates_verb(draft, deeds, d)]
        return self._past(self.calendar.when(dates, Status.HELD).start)

    def _past(self, day: str | None) -> str | None:
        published = self.analysis.document.published
        if day is None or (published is not None and day > published[: len(day)]):
            return None
        return day

    @staticmethod
    def _dates_verb(
        draft: StatementDraft, deeds: Sequence[Deed], expression: DateExpression
    ) -> bool:
        sentence = draft.sentence
        if not (sentence.start <= expression.start < sentence.end):
            return False
        if any(d.words.start <= expression.start < d.words.end for d in deeds):
            return False
        at = next((t for t in sentence.tokens if t.start <= expression.start < t.end), None)
        if at is None:
            after = sentence.moved.get(expression.start)
            return after is not None and abs(after - draft.verb.i) <= 1
        while at.i != draft.verb.i:
            if at.dep in _CLAUSES or at.head == at.i:
                return False
            at = sentence.tokens[at.head]
        return True


def _spoken_to(draft: StatementDraft, before: Sequence[StatementDraft]) -> Actor | None:
    """ "Condoled with X and promised help": whom the same sentence has the speaker address."""
    return next(
        (
            known.addressee
            for known in reversed(before)
            if known.sentence is draft.sentence
            and known.addressee is not None
            and known.addressee.token.pos != "PRON"
            and [a.key for a in known.speakers] == [a.key for a in draft.speakers]
        ),
        None,
    )


def _sides(actors: Sequence[Actor]) -> list[Actor]:
    """The first of each side."""
    found: dict[str, Actor] = {}
    for actor in actors:
        if actor.side:
            found.setdefault(actor.side, actor)
    return list(found.values())


def _one_a_side(main: Draft) -> list[Actor]:
    """The first party of each side, a person where there is one."""
    parties = [p.actor for p in main.parties if p.role is not Role.DELEGATE]
    return _sides(sorted(parties, key=lambda actor: actor.person is None))


def _agreed(sides: Sequence[Actor]) -> _Ends | None:
    """Two who agreed stand as ``by`` and ``to``; more stand together."""
    labels = list(dict.fromkeys(actor.label for actor in sides))
    if len(labels) < 2:
        return None
    if len(labels) == 2:
        return _Ends(CommitmentKind.AGREEMENT, labels[0], labels[1])
    return _Ends(CommitmentKind.AGREEMENT, f"{', '.join(labels[:-1])} and {labels[-1]}", None)

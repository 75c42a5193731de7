"""Partners of one verb met in turn: "met X in Prague on Friday and Y in Vilnius on Saturday"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.coding.engagements.actors import ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.language.annotations import Analysis, MentionKind, Token
from communique.language.dates import Form, FormKind
from communique.language.grammar import Tree
from communique.language.mending import is_time
from communique.model import Kind, Place, Role, Status

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_TIMES = frozenset({FormKind.MONTH, FormKind.YEAR, FormKind.DATE})
_WHERES = frozenset({"city", "capital", "seat", "place", "venue"})
_WHERE = frozenset({"in", "at"})


def in_turn(parties: Sequence[DraftParty], tree: Tree) -> bool:
    """Whether a day or a place stands behind each partner, or before each."""
    at = sorted({party.actor.token.i for party in parties})
    if len(at) < 2:
        return False
    marks = [t.i for t in tree.tokens if is_time(t) or _is_place(t, tree)]
    behind = all(
        any(one < mark < nxt for mark in marks)
        for one, nxt in zip(at, [*at[1:], len(tree.tokens)], strict=True)
    )
    before = all(
        any(last < mark < one for mark in marks)
        for last, one in zip([-1, *at[:-1]], at, strict=True)
    )
    return behind or before


def _is_place(token: Token, tree: Tree) -> bool:
    mention = token.mention
    if mention is None or mention.kind not in _PLACES or mention.form not in _WHERES:
        return False
    return tree.case(token) in _WHERE or (token.i > 0 and tree[token.i - 1].lower in _WHERE)


def share_out(made: Sequence[tuple[Draft, Trigger]], tree: Tree, analysis: Analysis) -> None:
    """Give each partner's engagement the day and the place that stand beside that partner."""
    for trigger in {id(t): t for _, t in made}.values():
        drafts = [draft for draft, theirs in made if theirs is trigger]
        _same_days(drafts)
        shared = set.intersection(*({p.actor.key for p in d.parties} for d in drafts))
        own = [min((p.actor.token.i for p in d.parties if p.actor.key not in shared), default=None)
               for d in drafts]  # fmt: skip
        if len(drafts) < 2 or None in own:
            continue
        ordered = sorted(zip((i for i in own if i is not None), drafts, strict=True),
                         key=lambda pair: pair[0])  # fmt: skip
        _days(ordered, tree)
        _places(ordered, tree, analysis)


def _same_days(drafts: Sequence[Draft]) -> None:
    """ "Will meet the presidents of A and B on Monday": the day is that of each."""
    told = next((draft.dates for draft in drafts if draft.dates), [])
    for draft in drafts:
        draft.dates = draft.dates or list(told)


def told_again(draft: Draft, tree: Tree, analysis: Analysis) -> list[Draft]:
    """ "Met in Oslo in March and in Vienna in April": the further times, each with its own day.

    The first time stays with ``draft``.
    """
    dates = [e for e in draft.dates if _sort(e.form) is not None]
    dates = [e for e in dates if _sort(e.form) is _sort(dates[0].form)]
    if draft.status != Status.HELD or len(dates) < 2 or len(dates) != len(draft.dates):
        return []
    for one, nxt in pairwise(dates):
        between = [t for t in tree.tokens if one.end <= t.start < nxt.start]
        if not _joins(between, tree, placed=draft.kind != Kind.VISIT):
            return []
    starts = [0, *(e.end for e in dates[:-1])]
    ends = [e.start for e in dates]
    places = [
        [t for t in tree.tokens if start <= t.start < end and _is_place(t, tree)][-1:]
        for start, end in zip(starts, ends, strict=True)
    ]
    made = [draft.another(draft.parties) for _ in dates[1:]]
    for again, day in zip(made, dates[1:], strict=True):
        again.dates = [day]
    draft.dates = dates[:1]
    if all(places):
        for each, (place,) in zip([draft, *made], places, strict=True):
            _put(each, place, analysis)
    return made


def _sort(form: Form) -> FormKind | None:
    """The kind of a time by itself: "last year" is a year."""
    if form.kind is FormKind.PERIOD and form.rel == "last":
        return {"year": FormKind.YEAR, "month": FormKind.MONTH}.get(form.unit or "")
    return form.kind if form.kind in _TIMES and form.rel is None else None


def followed(draft: Draft, tree: Tree, reader: ActorReader, analysis: Analysis) -> list[Draft]:
    """ "X visited Chad in May, followed by Y in June": the visit of those who came after.

    Their day stays not with ``draft``.
    """
    ours = {a.side for a in draft.actors(Role.GUEST)}
    if draft.kind != Kind.VISIT or draft.status != Status.HELD or len(ours) != 1:
        return []
    for verb in tree.tokens[draft.trigger.i :]:
        if verb.lemma != "follow" or verb.tag != "VBN" or draft.trigger not in tree.up(verb):
            continue
        after = [a for token in tree.subjects(verb) for a in reader.read(token)]
        if not after or any(a.person is None or a.side not in {None, *ours} for a in after):
            return []
        later = [
            e for e in analysis.dates if verb.start < e.start < draft.sentence.end
        ]  # fmt: skip
        draft.dates = [e for e in draft.dates if e not in later]
        rest = [p for p in draft.parties if p.role is not Role.GUEST]
        theirs = [DraftParty(a, Role.GUEST) for a in after]
        made = draft.another([*theirs, *rest])
        made.dates = later
        return [made]
    return []


def _joins(between: Sequence[Token], tree: Tree, *, placed: bool) -> bool:
    """Whether only "and in Vienna in early", ", again in" stands between two days."""
    joined = any(t.pos == "CCONJ" or t.text == "," for t in between)
    return joined and all(
        t.pos in {"ADP", "CCONJ", "PUNCT", "DET", "ADV", "ADJ"}
        if t.mention is None
        else is_time(t) or (placed and _is_place(t, tree))
        for t in between
    )


def _put(draft: Draft, token: Token, analysis: Analysis) -> None:
    mention = token.mention
    if mention is not None and draft.kind != Kind.VISIT:
        draft.place = Place(mention.text, mention.city, mention.state)
        draft.place_spans = (analysis.span(token.start, token.end),)


def stays_in_turn(made: Sequence[tuple[Draft, Trigger]], tree: Tree) -> None:
    """ "Has been to Paris in May and to Rome in June": each stay has the time that follows it."""
    stays = sorted((trigger.token.i, n) for n, (_, trigger) in enumerate(made))
    if len({frozenset(draft.persons()) for draft, _ in made}) == 1 and len(stays) > 1:
        _days([(i, made[n][0]) for i, n in stays], tree)


def _days(ordered: Sequence[tuple[int, Draft]], tree: Tree) -> None:
    dates = sorted({id(e): e for _, d in ordered for e in d.dates}.values(), key=lambda e: e.start)
    starts = [tree[i].start for i, _ in ordered]
    behind = [
        [e for e in dates if one < e.start < nxt]
        for one, nxt in zip(starts, [*starts[1:], tree.tokens[-1].end], strict=True)
    ]
    before = [
        [e for e in dates if last < e.start < one]
        for last, one in zip([-1, *starts[:-1]], starts, strict=True)
    ]
    found = next((days for days in (behind, before) if all(days)), None)
    for (_, draft), days in zip(ordered, found or (), strict=bool(found)):
        draft.dates = days


def _places(ordered: Sequence[tuple[int, Draft]], tree: Tree, analysis: Analysis) -> None:
    ends = [*(i for i, _ in ordered[1:]), len(tree.tokens)]
    behind = [
        [t for t in tree.tokens[i + 1 : end] if _is_place(t, tree)]
        for (i, _), end in zip(ordered, ends, strict=True)
    ]
    if not all(behind):
        return
    for (_, draft), places in zip(ordered, behind, strict=True):
        _put(draft, places[0], analysis)

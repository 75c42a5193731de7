"""Engagements of leaders of long ago: "Mubarak met Reagan", on a page of many years later.

They are never the page's news; where it has no other, it reports none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.knowledge.leaders import last_day
from communique.language.annotations import Analysis, Person
from communique.language.grammar import Tree
from communique.language.known_names import known_as
from communique.model import Kind, Status

# So long after leaving office nobody is called by it for courtesy's sake alone.
_YEARS = timedelta(days=2 * 365)
# What lies so far back is history, whoever leads today.
_AGE = timedelta(days=10 * 365)
_TWO = 2
# A president goes on being called so; the head of a government does not.
_LAID_DOWN = frozenset({"head_of_government"})


def departed(analysis: Analysis) -> set[int]:
    """Identities of those of whom headline or lead say that they have died: the page looks back
    on what they did."""
    found: set[int] = set()
    body = next((s.index for s in analysis.sentences if not s.is_title), 0)
    for sentence in analysis.sentences:
        if not sentence.is_title and sentence.index > body:
            continue
        tree = Tree(sentence.tokens)
        for verb in sentence.tokens:
            if verb.lemma in word_list("dying") and not tree.negated(verb):
                found |= {id(p) for t in tree.kids(verb, "nsubj") for p in t.persons}
    return found


def long_past(
    draft: Draft, published: date | None, dead: Collection[int], *, opening: bool
) -> bool:
    """Whether those who took part left office years before the page, so that it tells of history:
    two of them, one whom it gives the office that was held then, or one who is ``dead``.

    ``opening`` is true in headline and lead: a page that reports such talks as its news is older
    than it says.
    """
    if draft.status not in {Status.HELD, Status.UNDER_WAY}:
        return False
    mourned = draft.kind in {Kind.CEREMONY, Kind.LETTER}  # at the funeral, to whom is left
    if not mourned and any(
        a.person is not None and (a.person.deceased or id(a.person) in dead) for a in draft.actors()
    ):
        return True
    if published is None or opening:
        return False
    last = draft.when.end or draft.when.start
    if last is not None and last_day(last) < published - _AGE:
        return True
    gone = [a for a in draft.actors() if a.person is not None and _left_office(a.person, published)]
    sides = {actor.side for actor in gone}
    return len(sides) >= _TWO or any(_in_office_then(actor) for actor in gone)


def _left_office(person: Person, published: date) -> bool:
    tenures = [t for t in known_as(person.name) if t.state in {None, person.state}]
    ends = [last_day(t.end) if t.end and t.dated == "stated" else None for t in tenures]
    return bool(ends) and all(end is not None and end < published - _YEARS for end in ends)


def _in_office_then(actor: Actor) -> bool:
    """ "Prime Minister X", and nowhere on the page the former one."""
    person, mention = actor.person, actor.token.mention
    if person is None or person.former or mention is None:
        return False
    return any(o.kind in _LAID_DOWN and not (o.former or o.late) for o in mention.offices)


def without_history(groups: Sequence[Draft]) -> list[Draft]:
    """``groups``, none where all are of long ago: an obituary, a review, a column."""
    return [] if all(group.history for group in groups) else list(groups)

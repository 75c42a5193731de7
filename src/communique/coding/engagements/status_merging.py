"""Whether the statuses of two drafts go together, and which stands where they are one.

A status is ``told`` where words say it ("paid a visit", "will visit"); a visit only spoken of
("during the visit", "thanked him for the visit") is taken as the rest of the page has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
OFF: frozenset[str] = frozenset({Status.POSTPONED, Status.CANCELLED})
# A guest who has come does what is announced of the stay within so many days.
_LONGEST_STAY = timedelta(days=4)
# So many sentences behind a headline make the lead.
_LEAD = 2
# The frame of "X is in Nairobi".
_PRESENT_THERE = "headline"
# Where a page gives several statuses to one engagement, the first of these stands.
_PRECEDENCE = (
    Status.CANCELLED, Status.POSTPONED, Status.UNDER_WAY, Status.HELD, Status.PLANNED,
    Status.PROPOSED,
)  # fmt: skip


def status_agrees(a: Draft, b: Draft) -> bool:
    """Whether two drafts may report one engagement, by their statuses."""
    if a.kind == Kind.VISIT and not (a.told and b.told):
        spoken_of, other = (a, b) if not a.told else (b, a)
        if spoken_of.when.start is None or other.when.start is not None:
            return True
    if _announced(a, b):
        return True
    ahead_a, ahead_b = a.status in AHEAD, b.status in AHEAD
    if a.next_one != b.next_one and ahead_a != ahead_b:
        return False
    if {a.status, b.status} & OFF:
        return ahead_a or ahead_b or {a.status, b.status} <= OFF or goals_known(a, b)
    if ahead_a == ahead_b:
        return True
    if a.kind == Kind.VISIT and rest_of_stay(a, b):
        return True
    if a.kind == Kind.VISIT:
        both_dated = a.when.start is not None and b.when.start is not None
        return both_dated and Status.PROPOSED not in (a.status, b.status)
    return a.when.start is None or b.when.start is None or a.when.start == b.when.start


def rest_of_stay(a: Draft, b: Draft) -> bool:
    """ "Arrived in Dhaka on Monday", and "will start his visit on Tuesday", "looks forward to his
    stay": the same visit, as long as nothing dates it to later than the next days."""
    there, ahead = (a, b) if b.status in AHEAD else (b, a)
    if there.status != Status.UNDER_WAY or not there.told or not there.persons() & ahead.persons():
        return False
    if ahead.set_out:
        return True
    if ahead.when.start is None or there.when.start is None:
        return ahead.when.start is None and not ahead.next_one and not ahead.dates
    days = [w.start for w in (there.when, ahead.when) if w.start is not None and len(w.start) == 10]
    if len(days) < 2:
        return False
    apart = date.fromisoformat(days[1]) - date.fromisoformat(days[0])
    return timedelta(0) <= apart <= _LONGEST_STAY


def given_up(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without visits that will not be, where the page has none put or called off.

    "Was to have visited Chad" is called off where the page has nothing to say of another day.
    """
    visits = [d for d in drafts if d.kind == Kind.VISIT]
    unmet = [d for d in visits if d.status == Status.CANCELLED and not d.given_up and _unmet(d)]
    off = [d for d in visits if d.status in OFF and not d.given_up and d not in unmet]
    said = next((d.status for d in off if not d.sentence.is_title), None)
    for draft in drafts:
        if draft.given_up and off:
            draft.status = said or off[0].status
    for draft in unmet:
        later = [d for d in visits if d is not draft and _made_later(d, draft)]
        draft.status = Status.POSTPONED if later else draft.status
        anew = next((d for d in later if d.when.start is not None), None)
        if anew is not None:
            draft.when, draft.dates = replace(anew.when), list(anew.dates)
    off += unmet
    return [draft for draft in drafts if off or not draft.given_up]


def _unmet(draft: Draft) -> bool:
    """Whether it is only said that a visit was to be, or will not be: by whom, it is not."""
    tree, told = Tree(draft.sentence.tokens), {span.start for span in draft.status_spans}
    verbs = [t for t in draft.sentence.tokens if t.start in told]
    return any(
        tree.negated(v) or (v.tag == "VBN" and {"was", "were"} & set(tree.auxiliaries(v))
                            and any(k.lower == "to" for k in tree.kids(v, "mark", "aux")))
        for v in verbs
    )  # fmt: skip


def _made_later(plan: Draft, unmet: Draft) -> bool:
    """ "It will now take place in May", "was put off to May", of one that was to have been made."""
    behind = 0 <= plan.sentence.index - unmet.sentence.index <= _LEAD
    same = plan.definite or bool(plan.persons() & unmet.persons())
    goals = {goal(plan), goal(unmet)} - {None}
    coming = plan.status in {Status.PLANNED, Status.POSTPONED} and not plan.given_up
    return coming and behind and same and len(goals) < 2


def goals_known(a: Draft, b: Draft) -> bool:
    """Whether both say where to, so that what was put off and what was done are told apart."""
    return a.kind != Kind.VISIT or (goal(a) is not None and goal(b) is not None)


def goal(draft: Draft) -> str | None:
    """The side that a visit goes to."""
    if draft.destination is not None:
        return draft.destination
    hosts = (x for x in draft.actors(Role.HOST) if x.side and x.side not in _bodies(x))
    return next((x.side for x in hosts), None)


def _bodies(actor: Actor) -> set[str | None]:
    """The organisation of one who invites: no place that a visit goes to."""
    person = actor.person
    return {actor.organization, person.organization if person is not None else None}


def took_place(draft: Draft) -> bool:
    """ "The meeting took place on Monday": whatever was said of it before, it did."""
    verb = draft.sentence.tokens[draft.trigger.head]
    said = draft.status == Status.HELD and draft.definite and draft.relation is None
    return said and draft.prominence == 0 and verb.lemma in word_list("happening")


def stronger(target: Draft, draft: Draft) -> Status:
    """The status of the engagement that two drafts report."""
    statuses = {target.status, draft.status}
    if statuses == OFF and target.sentence.is_title != draft.sentence.is_title:
        # a headline calls off what its page puts off
        return Status(draft.status if target.sentence.is_title else target.status)
    if target.kind != Kind.VISIT and statuses == {Status.HELD, Status.UNDER_WAY}:
        held = target if target.status == Status.HELD else draft
        heads = held.sentence.is_title and held.present  # "X, Y discuss gas"
        return Status.UNDER_WAY if heads else Status.HELD
    if _announced(target, draft):
        return Status((draft if target.sentence.is_title else target).status)
    if _headed_in_the_present(target, draft) or _there_now(target, draft):
        return Status.UNDER_WAY
    if target.kind == Kind.VISIT and target.told != draft.told:
        return Status(target.status if target.told else draft.status)
    if not target.told and Status.HELD in statuses and len(statuses) > 1:
        return Status((statuses - {Status.HELD}).pop())
    if statuses == {Status.HELD, Status.UNDER_WAY}:
        told = next(d for d in (target, draft) if d.status == Status.HELD)
        if told.was_there or (
            told.prominence == 0 and told.relation is None and not told.sentence.is_title
        ):
            return Status.HELD  # "paid a visit", "concluded his visit": over by then
    return Status(next(s for s in _PRECEDENCE if s in statuses))


def _headed_in_the_present(a: Draft, b: Draft) -> bool:
    """ "Lao President pays visit to Chad", over a page that has him there: not over yet."""
    title, body = (a, b) if a.sentence.is_title else (b, a)
    apart = title.sentence.is_title and not body.sentence.is_title
    paid = a.kind == Kind.VISIT and title.present and title.status == Status.HELD
    return apart and paid and body.status == Status.UNDER_WAY


def _announced(a: Draft, b: Draft) -> bool:
    """ "Buhari visits Ghana", over a lead by which he is to travel there: what is announced."""
    title, lead = (a, b) if a.sentence.is_title else (b, a)
    near = 0 < lead.sentence.index - title.sentence.index <= _LEAD
    heads = title.sentence.is_title and title.present and title.status == Status.HELD
    there = a.kind == b.kind == Kind.VISIT and goals_known(a, b)
    talks = a.kind != Kind.VISIT and not _already_told(lead)
    return (there or talks) and near and heads and lead.status == Status.PLANNED


def _already_told(draft: Draft) -> bool:
    return any(d.status in {Status.HELD, Status.UNDER_WAY} for d in draft.echoes)


def _there_now(a: Draft, b: Draft) -> bool:
    """ "X is in Asmara. He flew there this morning": how he came, and not that he left."""
    came, there = (a, b) if a.status == Status.HELD else (b, a)
    journey = came.status == Status.HELD and came.frame in {"travel", "depart"}
    return journey and there.status == Status.UNDER_WAY and there.frame == _PRESENT_THERE

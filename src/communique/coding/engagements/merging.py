"""Drafts of one page that report one engagement are put together; echoes find what they echo.

Drafts that name both sides come first, then those that name one ("during the call, Trong said"),
then bare echoes ("the talks"). What stays without two sides is no engagement.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.absorbing import (
    GENERIC,
    LONGEST_VISIT,
    absorb,
    days_apart,
    drop_bare_states,
)
from communique.coding.engagements.actors import HELD_BY_ONE as RANKED
from communique.coding.engagements.actors import Actor
from communique.coding.engagements.ceremonies import SIGNINGS, held_at_talks
from communique.coding.engagements.delegations import led_at
from communique.coding.engagements.doubt import take_bystanders
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.gatherings import REGIONAL, bodies, is_gathering
from communique.coding.engagements.hosted_visits import hosted_visit, hosts_visit
from communique.coding.engagements.partners import take_partner, visited_by_talks, with_guest
from communique.coding.engagements.separating import told_apart
from communique.coding.engagements.status_merging import (
    AHEAD,
    OFF,
    goal,
    rest_of_stay,
    status_agrees,
)
from communique.coding.engagements.talks_in_turn import follow_up, visit_before, went_before
from communique.knowledge.offices import load_office_words
from communique.language.annotations import Person
from communique.model import Kind, Role, Status
from communique.partial_dates import overlaps

_CALLS = frozenset({Kind.CALL, Kind.VIDEO_CALL})
_MEETINGS = frozenset({Kind.MEETING, Kind.CONSULTATION})
_TALKS = _CALLS | _MEETINGS | {Kind.SUMMIT}


def merge(drafts: Sequence[Draft], home: str | None = None) -> tuple[list[Draft], list[Draft]]:
    """Return the engagements of a page, and the drafts that found no place among them.

    ``drafts`` are dated and in order of the page. The survivors are changed in place. ``home``
    is where the page is filed from: a guest "who is on a visit" to nowhere named is there.
    """
    for draft in drafts:
        _arrived_here(draft, home)
    groups: list[Draft] = []
    body = [d for d in drafts if not d.sentence.is_title]
    titles = [d for d in drafts if d.sentence.is_title]
    ordered = [*body, *titles]
    left: list[Draft] = []
    for draft in [d for d in ordered if whole(d)]:
        _place(draft, groups)
    for draft in [d for d in ordered if not whole(d)]:
        if draft.next_one and follow_up(draft, groups) is not None:
            groups.append(draft)
            continue
        if draft.previous_one and went_before(draft, groups) is not None:
            _place(draft, groups)
            continue
        target = led_at(draft, groups) or _echoed(draft, groups)
        if target is not None:
            absorb(target, draft, echo=True)
        elif not draft.sentence.is_title and (
            take_bystanders(draft) or take_partner(draft, groups) or visited_by_talks(draft, groups)
        ):
            _place(draft, groups)
        elif not draft.sentence.is_title and (talks := with_guest(draft, groups)):
            for one in talks:
                _place(one, groups)
        else:
            left.append(draft)
    groups += [made for draft in left if (made := held_at_talks(draft, groups)) is not None]
    groups = _join_groups(groups)
    for group in groups:
        _at_home(group)
        drop_bare_states(group)
    for group in groups:
        _drop_strangers(group)
    return [g for g in groups if whole(g) and _official(g)], left


def _at_home(group: Draft) -> None:
    """Who is told beside a visit to his own state receives the guest there."""
    home = group.destination
    guests = {actor.side for actor in group.actors(Role.GUEST)}
    if group.kind == Kind.VISIT and home in guests and len(guests) > 1:
        for party in group.parties:
            party.role = Role.HOST if party.actor.side == home else party.role


def _drop_strangers(group: Draft) -> None:
    """A name without office or state is nobody that diplomacy knows."""
    group.parties = [
        party
        for party in group.parties
        if (person := party.actor.person) is None or person.offices or person.known or person.state
    ]


def _official(group: Draft) -> bool:
    """Whether office-holders or states take part: private persons have no engagements here."""
    if group.kind == Kind.VISIT:
        guests = [a.person for a in group.actors(Role.GUEST)]
        return any(g is None or g.known or _public(g) for g in guests)
    return any(p.actor.person is None or _public(p.actor.person) for p in group.parties)


def _public(person: Person) -> bool:
    """Whether somebody holds an office that is no business's or university's, or is known to."""
    private = load_office_words().private
    heads = {office.head for mention in person.mentions for office in mention.offices}
    return person.known or (bool(person.offices) and not (heads and heads <= private))


def _arrived_here(draft: Draft, home: str | None) -> None:
    spoken_of = draft.definite and not (draft.told and draft.status == Status.UNDER_WAY)
    here = draft.status in {Status.UNDER_WAY, Status.HELD} and not spoken_of
    guests = draft.actors(Role.GUEST)
    if draft.kind != Kind.VISIT or home is None or not here or goal(draft) or not guests:
        return
    guest = guests[0]
    if guest.side is not None and guest.side != home:
        draft.destination = home
        host = Actor(guest.token, state=home, spans=tuple(draft.kind_spans), worked_from="dateline")
        draft.add(host, Role.HOST)


def whole(draft: Draft) -> bool:
    """Whether a draft names enough to stand by itself."""
    roles = {party.role for party in draft.parties}
    if draft.kind == Kind.VISIT:
        return Role.GUEST in roles and (Role.HOST in roles or draft.destination is not None)
    if draft.kind == Kind.LETTER:
        return {Role.SENDER, Role.RECIPIENT} <= roles
    if draft.kind == Kind.CEREMONY:
        return len(draft.parties) >= 2
    if draft.kind == Kind.SUMMIT:
        return len(draft.sides()) >= 2 or is_gathering(draft)
    if roles == {Role.DELEGATE}:
        return False  # "the talks were attended by X and Y"
    return draft.complete() or (
        len(draft.persons()) >= 2 and None in {p.actor.side for p in draft.parties}
    )


def _place(draft: Draft, groups: list[Draft]) -> None:
    if parts := told_apart(draft, groups):
        for part in parts:
            part.echoes.append(draft)
        return
    target = next((g for g in reversed(groups) if same(g, draft)), None)
    target = target or hosted_visit(draft, groups)
    if target is None:
        groups.append(draft)
    else:
        # "the Polish-Czech talks", said of those of two ministers, tells nothing new of them
        bare = draft.kind != Kind.VISIT and not draft.persons() and bool(target.persons())
        absorb(target, draft, echo=bare or draft.sentence.is_title or _says_what_it_is(draft))


def _says_what_it_is(draft: Draft) -> bool:
    """ "It is the first meeting of the two": whether it was held is told elsewhere."""
    tokens, at = draft.sentence.tokens, draft.trigger.i
    return draft.kind != Kind.VISIT and any(
        t.dep == "cop" and t.head == at and t.lower in {"is", "'s"} for t in tokens
    )


def _join_groups(groups: list[Draft]) -> list[Draft]:
    joined: list[Draft] = []
    for group in sorted(groups, key=hosts_visit):
        _place(group, joined)
    return joined


def same(a: Draft, b: Draft) -> bool:
    """Whether two drafts of a page report one engagement."""
    return (
        _same_kind(a, b)
        and not (visit_before(a, b) or visit_before(b, a))
        and _dates_agree(a, b)
        and status_agrees(a, b)
        and _places_agree(a, b)
        and _parties_agree(a, b)
    )


def _same_kind(a: Draft, b: Draft) -> bool:
    if a.kind == b.kind or _the_talk(a, b) or _the_talk(b, a):
        return True
    kinds = {a.kind, b.kind}
    if kinds <= _MEETINGS or kinds <= _CALLS:
        return True
    if kinds <= _MEETINGS | {Kind.SUMMIT} and len(a.sides()) > 2 and len(b.sides()) > 2:
        return True  # three sides that meet hold a summit
    # who spoke may have met, but what is to come is another talk than the one that was held
    together = (a.status in AHEAD) == (b.status in AHEAD)
    return (a.frame in GENERIC or b.frame in GENERIC) and kinds <= _TALKS and together


def _the_talk(call: Draft, draft: Draft) -> bool:
    """ "In the talk with X": the call that the page has told of."""
    told = draft.definite and draft.trigger.lemma == "talk" and draft.kind == Kind.MEETING
    return call.kind in _CALLS and told and draft.place is None


def _called_so(group: Draft, draft: Draft) -> bool:
    """ "The summit", said of the talks of two leaders."""
    return draft.kind == Kind.SUMMIT and group.kind == Kind.MEETING and not draft.sides()


def _dates_agree(a: Draft, b: Draft) -> bool:
    if a.when.start is None or b.when.start is None:
        return not (_news_before_recall(a, b) or _news_before_recall(b, a))
    first = (a.when.start, a.when.end or a.when.start)
    second = (b.when.start, b.when.end or b.when.start)
    if a.kind == Kind.VISIT and (days_apart(a, b) <= LONGEST_VISIT or rest_of_stay(a, b)):
        return True
    return overlaps(first, second)


def _news_before_recall(news: Draft, recalled: Draft) -> bool:
    """Talks that a page tells of as news are not those of months ago that it recalls further on."""
    told_first = news.sentence.index < recalled.sentence.index and not news.sentence.is_title
    undated = news.when.start is None and news.status != Status.UNDER_WAY
    return recalled.recalled and undated and told_first and news.kind != Kind.VISIT


def _places_agree(a: Draft, b: Draft) -> bool:
    """Talks in two states are two, whoever held them."""
    if a.place is None or b.place is None or a.kind == Kind.VISIT:
        return True
    return a.place.state is None or b.place.state is None or a.place.state == b.place.state


def _parties_agree(a: Draft, b: Draft) -> bool:
    if a.kind == Kind.VISIT:
        return _same_visit(a, b)
    if a.kind == Kind.LETTER:
        return _overlap(a, b, Role.SENDER) and _overlap(a, b, Role.RECIPIENT)
    if a.kind == Kind.CEREMONY:
        return _same_ceremony(a, b) and bool(a.sides() & b.sides())
    if REGIONAL in {a.frame, b.frame}:
        return a.frame == b.frame and bool(a.sides() & b.sides())
    if is_gathering(a) or is_gathering(b):
        return bool({x.organization for x in bodies(a)} & {x.organization for x in bodies(b)})
    return _compatible(a, b)


def _same_ceremony(a: Draft, b: Draft) -> bool:
    if a.frame == "credentials" and a.persons() and b.persons() and not a.persons() <= b.persons():
        return b.persons() <= a.persons()  # each ambassador hands over his own
    return a.frame == b.frame or {a.frame, b.frame} <= SIGNINGS


def _compatible(a: Draft, b: Draft) -> bool:
    """Persons of one lie inside the other's, side by side; a bare state stands for its person."""
    if not a.sides() <= b.sides() and not b.sides() <= a.sides():
        return False
    small, large = sorted((a, b), key=lambda d: len(d.sides()))
    if small.complete() and len(large.sides()) > len(small.sides()) and small.frame != "talk_verb":
        return False
    if large.complete() and _strangers(small) - large.persons():
        return False  # "will also hold talks with Y", whose state the page does not tell
    for side in a.sides() & b.sides():
        ours = {id(p.actor.person) for p in a.parties if p.actor.person and p.actor.side == side}
        theirs = {id(p.actor.person) for p in b.parties if p.actor.person and p.actor.side == side}
        if ours and theirs and not ours & theirs:
            return False
        if _other_office(a, b, side) or _other_office(b, a, side):
            return False
    return bool(a.sides() & b.sides())


def _other_office(bare: Draft, named: Draft, side: str) -> bool:
    """ "A meeting of the Polish and Czech prime ministers" is not that of the foreign ministers."""
    offices = {
        o.kind
        for a in bare.actors()
        if a.person is None and a.side == side and a.token.mention is not None
        for o in a.token.mention.offices
    } & RANKED
    held = [
        p.actor.person.office_kinds & RANKED
        for p in named.parties if p.actor.person is not None and p.actor.side == side
    ]  # fmt: skip
    return bool(offices) and bool(held) and all(kinds and not kinds & offices for kinds in held)


def _strangers(draft: Draft) -> set[int]:
    """Persons with an office whose state is not known."""
    persons = [p.actor.person for p in draft.parties if p.actor.side is None]
    return {id(person) for person in persons if person is not None and person.offices}


def _overlap(a: Draft, b: Draft, role: Role) -> bool:
    ours, theirs = {x.key for x in a.actors(role)}, {x.key for x in b.actors(role)}
    return not ours or not theirs or bool(ours & theirs) or _nameless(a, b, role)


def _nameless(a: Draft, b: Draft, role: Role) -> bool:
    """Whether one names by office alone ("his counterpart") whom the other names in full."""
    one, other = a.actors(role), b.actors(role)
    if len(one) != 1 or len(other) != 1 or one[0].side is None or one[0].side != other[0].side:
        return False
    return (one[0].person is None) != (other[0].person is None)


def _same_visit(a: Draft, b: Draft) -> bool:
    guests_a = {x.person for x in a.actors(Role.GUEST) if x.person}
    guests_b = {x.person for x in b.actors(Role.GUEST) if x.person}
    sides_a = {x.side for x in a.actors(Role.GUEST)}
    sides_b = {x.side for x in b.actors(Role.GUEST)}
    if guests_a and guests_b:
        if not guests_a & guests_b:
            return False
    elif sides_a and sides_b and not sides_a & sides_b:
        return False
    goal_a, goal_b = goal(a), goal(b)
    return goal_a is None or goal_b is None or goal_a == goal_b


# echoes


def _echoed(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The engagement that an incomplete draft speaks of: the nearest before it that fits."""
    fitting = [g for g in groups if _fits(g, draft)]
    another = draft.previous_one and draft.kind == Kind.VISIT and draft.when.start is not None
    if another or not fitting:
        return None
    at = draft.sentence.index

    def distance(group: Draft) -> tuple[bool, int, int]:
        shared = len(group.persons() & draft.persons())
        gap = at - group.sentence.index
        return gap < 0, -shared, abs(gap)

    return min(fitting, key=distance)


def _fits(group: Draft, draft: Draft) -> bool:
    if draft.kind == Kind.SUMMIT and not draft.sides():
        return (group.kind == Kind.SUMMIT or group.trigger.lemma == "summit") and _dates_agree(
            group, draft
        )
    kin = _same_kind(group, draft) or _called_so(group, draft)
    return kin and _dates_agree(group, draft) and _may_echo(draft, group)


def _may_echo(draft: Draft, group: Draft) -> bool:
    if draft.kind == Kind.SUMMIT and is_gathering(group):
        return draft.definite and len(draft.sides()) < 2  # "will attend the summit"
    attended = all(p.role is Role.DELEGATE for p in draft.parties) or _carried(draft, group)
    yet_to_come = draft.status in AHEAD and group.status not in AHEAD | OFF
    if yet_to_come and not draft.sentence.is_title and _further_on(group, draft):
        return False  # "the talks will resume": not those that the page recalls further on
    if yet_to_come and draft.kind == Kind.VISIT and group.recalled:
        return False  # "the upcoming visit": none of those that the page recalls
    if draft.persons() and not attended and not draft.persons() & group.persons():
        return False
    if draft.frame in GENERIC and draft.parties and not draft.persons():
        return False  # "exchanges with the leaders of X" may be any
    if draft.kind == Kind.VISIT:
        return _same_visit(draft, group) and _echoes_status(draft, group)
    if draft.kind == Kind.CEREMONY and not _same_ceremony(draft, group):
        return False
    sides = draft.sides()
    return not sides or sides <= group.sides()


def _further_on(group: Draft, draft: Draft) -> bool:
    return group.sentence.index > draft.sentence.index and not group.sentence.is_title


def _carried(letter: Draft, group: Draft) -> bool:
    """ "The letter was handed over by X": the one that X's side has sent."""
    borne = letter.kind == Kind.LETTER and {p.role for p in letter.parties} == {Role.ENVOY}
    senders = {a.side for a in group.actors(Role.SENDER)}
    return borne and not group.actors(Role.ENVOY) and letter.sides() <= senders


def _echoes_status(draft: Draft, group: Draft) -> bool:
    if not draft.told or not group.told:
        return True
    if draft.status in OFF and group.told and group.status not in AHEAD | OFF:
        return False  # what has taken place is not what was put off
    if draft.status in AHEAD:
        return group.status in AHEAD
    return group.status not in AHEAD or draft.definite

"""Who is host and who is guest, once the whole page is known."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.status_merging import OFF
from communique.coding.places.soil import Soil, aside, called_on, received
from communique.coding.places.whereabouts import Whereabouts
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Person, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

_RECEIVED = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.CEREMONY})
# Ceremonies that two sides hold together: on the soil of one, the other is its guest.
_JOINT_CEREMONIES = frozenset({"sign", "signing", "wreath", "opening"})
# Talks of so many sides are told as a host with guests, those of more as a conference.
_FEW = 4
# Frames that say who received whom; others say who came, but not whose soil it is.
_RECEIVING = frozenset({"receive", "honours", "welcome_ceremony", "credentials", "expect"})
_LOW_KINDS = frozenset({"deputy", "diplomat", "official", "spokesperson"})
# Frames of receptions and courtesy calls: meetings whatever the rank of those who meet.
_CALLS_PAID = frozenset({"receive", "call_on", "courtesy_call", "audience", "reception"})


def settle_roles(groups: Sequence[Draft], analysis: Analysis, whereabouts: Whereabouts) -> None:
    """Give meetings host and guest where words, a visit or the place tell; name summits."""
    shown = {Status.HELD, Status.UNDER_WAY, Status.PLANNED, *OFF}
    visits = [g for g in groups if g.kind == Kind.VISIT and g.status in shown]
    soil = Soil(analysis, visits, whereabouts)
    open_ones = [group for group in groups if group.kind in _RECEIVED]
    for group in open_ones:
        _settle(group, soil)
    for group in open_ones:
        if not _decided(group) and _two_come_together(group):
            there = received(group, open_ones) or called_on(group, open_ones)
            _by_soil(group, there or soil.usual(group))
    for group in groups:
        _kind(group)


def _two_come_together(group: Draft) -> bool:
    return group.kind != Kind.CEREMONY or group.frame in _JOINT_CEREMONIES


def _settle(group: Draft, soil: Soil) -> None:
    contradictory = _contradictory(group)
    if contradictory:
        for party in group.parties:
            party.role = Role.PARTICIPANT
    if not contradictory and not _two_come_together(group):
        return
    if _decided(group):
        _turn_round(group, soil)
        _rest(group)
    elif not _by_word(group):
        _by_soil(group, soil.told(group))


def _contradictory(group: Draft) -> bool:
    """Whether both sides came out as hosts, or both as guests."""
    roles = {(p.role, p.actor.side) for p in group.parties if p.actor.side is not None}
    sides = {side for _, side in roles}
    decided = {role for role, _ in roles}
    return len(sides) > 1 and decided in ({Role.HOST}, {Role.GUEST})


def _turn_round(group: Draft, soil: Soil) -> None:
    """A premier may call on the visitor: whose soil it is decides who is host."""
    told = [d for d in (group, *group.echoes) if d.frame in _RECEIVING and d.complete()]
    if told and _only_headlined(group, told):
        _on_neither_soil(group)
    if told:
        return
    hosts = {p.actor.side for p in group.parties if p.role is Role.HOST}
    guests = {p.actor.side for p in group.parties if p.role is Role.GUEST}
    if len(hosts) != 1 or len(guests) != 1:
        return
    state = soil.of(group)
    if state in guests:
        _by_soil(group, state)


def _only_headlined(group: Draft, told: Sequence[Draft]) -> bool:
    """Whether only the headline has one receive the other, where the body has them meet."""
    body = [d for d in (group, *group.echoes) if not d.sentence.is_title and d.complete()]
    return bool(body) and all(d.sentence.is_title for d in told)


def _on_neither_soil(group: Draft) -> None:
    """Who met in a town of a third state were both away from home: nobody hosted."""
    place, sides = group.place, {p.actor.side for p in group.parties}
    if place is not None and place.city and place.state and place.state not in sides:
        for party in group.parties:
            party.role = Role.PARTICIPANT


def _by_word(group: Draft) -> bool:
    """ "The visiting minister", "his guest X" is the guest of the other side; "hosted talks"."""
    coming: set[str | None] = set()
    there: set[str | None] = set()
    for draft in (group, *group.echoes):
        hosting = _hosting(draft)
        for party in draft.parties:
            token, side = party.actor.token, party.actor.side
            called = _called(draft, token)
            visiting = token.mention is not None and token.mention.visiting
            if visiting or called & word_list("guests"):
                coming.add(side)
            if called & word_list("hosts") or token.i in hosting:
                there.add(side)
    sides = {p.actor.side for p in group.parties}
    coming = coming or (sides - there if there and len(sides) == 2 else set())
    if len(coming) != 1 or not coming < sides:
        return False
    for party in group.parties:
        party.role = Role.GUEST if party.actor.side in coming else Role.HOST
    return True


def _called(draft: Draft, token: Token) -> set[str]:
    """The noun by which somebody is spoken of, or that stands before the name."""
    tokens = draft.sentence.tokens
    near = [t for t in tokens[max(0, token.i - 2) : token.i] if t.dep != "det"]
    words = {token.lemma}
    if near and near[-1].lower != ",":
        words.add(near[-1].lemma)
    elif len(near) == 2:
        words.add(near[0].lemma)
    return words


def _hosting(draft: Draft) -> set[int]:
    """Who hosts the talks: "X hosted a meeting with Y"."""
    tree = Tree(draft.sentence.tokens)
    verb = tree.head(draft.trigger)
    if verb is None or verb.lemma not in word_list("hosting") or draft.trigger.dep != "obj":
        return set()
    return {token.i for token in tree.subjects(verb)}


def _decided(group: Draft) -> bool:
    return any(p.role in {Role.HOST, Role.GUEST} for p in group.parties)


def _rest(group: Draft) -> None:
    """Participants beside a host and a guest belong to the side they are of."""
    sides = {p.actor.side: p.role for p in group.parties if p.role in {Role.HOST, Role.GUEST}}
    for party in group.parties:
        if party.role is Role.PARTICIPANT and len(sides) >= 1:
            hosts = [s for s, role in sides.items() if role is Role.HOST]
            if party.actor.side in sides:
                party.role = sides[party.actor.side]
            elif hosts:
                party.role = Role.GUEST
            else:
                party.role = Role.HOST


def _by_soil(group: Draft, state: str | None) -> None:
    """Talks on one party's soil: that party is the host, the other its guest."""
    if state is None:
        return
    for party in group.parties:
        party.role = Role.HOST if party.actor.side == state else Role.GUEST


def _kind(group: Draft) -> None:
    states = {
        p.actor.state or (p.actor.person.state if p.actor.person else None) for p in group.parties
    }
    if group.kind == Kind.MEETING and len(states - {None}) >= 3:
        group.kind = Kind.SUMMIT
        few = len(states) <= _FEW and any(p.role is Role.HOST for p in group.parties)
        for party in group.parties:
            if party.role is Role.GUEST and not few:
                party.role = Role.PARTICIPANT
    together = group.kind == Kind.CEREMONY and group.frame in _JOINT_CEREMONIES and len(states) > 2
    if (group.kind == Kind.SUMMIT or together) and group.place is not None and not aside(group):
        _on_soil_of(group, group.place.state)
    if group.kind == Kind.MEETING:
        persons = [p.actor.person for p in group.parties if p.actor.person is not None]
        low = len(persons) >= 2 and all(_below_minister(person) for person in persons)
        if low and group.frame not in _CALLS_PAID:
            group.kind = Kind.CONSULTATION
    elif group.kind == Kind.CONSULTATION:
        led = {p.actor.side for p in group.parties if _leads(p.actor.person)}
        group.kind = Kind.MEETING if len(led) > 1 else group.kind


def _leads(person: Person | None) -> bool:
    return person is not None and bool(person.office_kinds) and not _below_minister(person)


def _below_minister(person: Person) -> bool:
    """Deputy ministers and diplomats, not the deputy of a head of state."""
    seconds = word_list("seconds_of_heads")
    second = any(o.office.lower().startswith(tuple(seconds)) for o in person.offices)
    return bool(person.office_kinds) and person.office_kinds <= _LOW_KINDS and not second


def _on_soil_of(group: Draft, state: str | None) -> None:
    """Whoever's soil a summit is held on is its host; the few who come to it are the guests."""
    hosts = [p for p in group.parties if p.actor.side == state and p.role is not Role.DELEGATE]
    few = len(group.sides()) <= _FEW and all(p.actor.organization is None for p in group.parties)
    for party in group.parties:
        if party in hosts:
            party.role = Role.HOST
        elif hosts and few and party.role is Role.PARTICIPANT:
            party.role = Role.GUEST


def settle_delegates(groups: Sequence[Draft]) -> None:
    """Ministers who come along with the head of their side are its delegates."""
    for group in groups:
        if group.kind not in {Kind.MEETING, Kind.VISIT, Kind.CONSULTATION}:
            continue
        heads = {p.actor.side for p in group.parties if _heads(p.actor.person)}
        for party in group.parties:
            person = party.actor.person
            if person is None or party.actor.side not in heads or _heads(person):
                continue
            if person.office_kinds:
                party.role = Role.DELEGATE


def _heads(person: Person | None) -> bool:
    return person is not None and bool(
        person.office_kinds & {"head_of_state", "head_of_government", "party_leader"}
    )

"""One clause that reports several engagements: with one partner after another."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.doubt import bystanders
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.held_also import HOLDER
from communique.coding.engagements.held_by_owner import with_programme
from communique.coding.engagements.in_turn import in_turn
from communique.coding.engagements.listed_behind import listed_behind
from communique.coding.engagements.told_partners import gone_to_talk
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.knowledge.offices import load_office_words
from communique.language.annotations import Token
from communique.language.grammar import Tree
from communique.model import Kind, Role

_CALLS = frozenset({Kind.CALL, Kind.VIDEO_CALL})
# Frames of whoever comes to somebody else: two who are received are received one after the other.
_RECEIVING = frozenset({"receive", "summon", "audience", "call_on", "courtesy_call"})
_CALLING = frozenset({"call_on", "courtesy_call"})
# Who leads a state, a government or a house: two of one state are met apart from each other.
_HEADS = frozenset({"head_of_state", "head_of_government", "legislator"})

_LEADING = frozenset({"head_of_state", "head_of_government"})
_TALKS = frozenset({*_CALLS, Kind.MEETING, Kind.SUMMIT, Kind.CONSULTATION})
_TWO = 2
_MINISTERS = frozenset({"foreign_minister", "minister"})
# So many office-holders of one state are not met at once by a guest of lower rank.
_ROUND = 3
# With so many of other states one meets one by one.
_TABLE = 4


def apart(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> list[Draft]:
    """The engagements that ``draft`` is: calls with two partners are two.

    So are meetings held "separately", several meetings ("held meetings with X and Y"), and those
    who were received; a call of three, and talks "between" three, stay one.
    """
    if draft.kind == Kind.VISIT and len(_guests_apart(draft)) > 1:
        return _guests_apart(draft)
    ours = _ours(draft, trigger, tree, reader)
    if not ours:
        return [draft]
    known = {actor.key for actor in ours}
    sides = {actor.side for actor in ours}
    others = [p for p in draft.parties if p.actor.key not in known and p.actor.side not in sides]
    theirs = [p for p in draft.parties if p.actor.key in known]
    turns = trigger.frame.kind == Kind.MEETING and in_turn(others, tree)
    one_guest = draft.frame in _RECEIVING and len(others) == 1
    if not turns and one_guest and in_turn(theirs, tree):
        # "received by X on Friday and by Y on Saturday"
        ours, others, turns = [others[0].actor], theirs, True
    groups = [[p] for p in others] if turns else _groups(draft, others, trigger, tree)
    if len(groups) < 2 and len(others) == 1 and len(tables := _tables(theirs, trigger, tree)) > 1:
        ours, others, groups = [others[0].actor], theirs, tables
    if len(groups) < 2:
        return [draft]
    same = [p for p in draft.parties if p not in others]
    named = {p.actor.key for p in same}
    same += [DraftParty(a, Role.PARTICIPANT) for a in ours if a.key not in named]
    if turns:
        draft.kind = trigger.frame.kind
    return [draft.another([*same, *table]) for table in groups]


def _guests_apart(draft: Draft) -> list[Draft]:
    """ "Visits by the presidents of Chad and Peru": guests of two states are on a visit each."""
    hosts = {actor.side for actor in draft.actors(Role.HOST)}
    guests = [p for p in draft.parties if p.role is Role.GUEST]
    sides = list(dict.fromkeys(p.actor.side for p in guests if p.actor.side not in {None, *hosts}))
    named = all(
        p.actor.organization is None and (_in_office(p.actor) or p.actor.office is not None)
        for p in guests
    )
    if len(sides) < _TWO or not named or any(p.actor.side not in sides for p in guests):
        return [draft]
    return [
        draft.another([p for p in draft.parties if p.actor.side in {side, *hosts}])
        for side in sides
    ]


def told_apart(headline: Draft, groups: Sequence[Draft]) -> list[Draft]:
    """The talks of two sides each that a headline tells of as one: "X, Y and Z counterparts discuss
    Gaza" over a page with two calls. None where the page knows of one round of all of them."""
    sides = headline.sides()
    if not headline.sentence.is_title or headline.kind not in _TALKS or len(sides) <= _TWO:
        return []
    known = [g for g in groups if g.kind in _TALKS and g.sides() <= sides]
    parts = [g for g in known if len(g.sides()) == _TWO]
    if len(parts) < len(known):
        return []  # the page tells of the round as well
    shared = set.intersection(*(g.sides() for g in parts)) if parts else set()
    covered = set().union(*(g.sides() for g in parts))
    return parts if len(parts) >= _TWO and shared and covered == sides else []


def _tables(
    receiving: Sequence[DraftParty], trigger: Trigger, tree: Tree
) -> list[list[DraftParty]]:
    """One guest with several hosts: "received by X and by Y", "X and Y also met the guest"."""
    if _cue(trigger, tree) or _ringing(receiving, trigger, tree):
        return [[party] for party in receiving]  # "the envoys held separate talks with X"
    repeated = _by_preposition(receiving, tree)
    if len(repeated) > 1 or len(receiving) < 2:
        return repeated
    one_state = len({p.actor.side for p in receiving}) == 1
    verb = trigger.support or trigger.token
    also = any(kid.lower in word_list("besides") for kid in tree.kids(verb, "advmod"))
    persons = [p.actor.person for p in receiving if p.actor.person is not None]
    titled = len(persons) == len(receiving) and all(person.offices for person in persons)
    return [[party] for party in receiving] if also and one_state and titled else []


def _ringing(callers: Sequence[DraftParty], trigger: Trigger, tree: Tree) -> bool:
    """ "The ministers of A, B and C telephoned X": so many ring one after the other."""
    rung = not trigger.noun and trigger.token.lemma in word_list("ringing")
    rung = rung and not tree.is_passive(trigger.token) and bool(tree.objects(trigger.token))
    return rung and len({p.actor.side for p in callers}) == len(callers) >= _ROUND


def _ours(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> list[Actor]:
    """Those who met one after the other: the subject's, the owner's, or the receiving side."""
    verb = trigger.support or trigger.token
    if trigger.noun and trigger.support is None:  # "will do meetings with A and B"
        verb = next((t for t in tree.up(trigger.token) if tree.is_verb(t)), verb)
    owners = [m for kid in tree.kids(trigger.token, "nmod:poss") for m in tree.conjuncts(kid)]
    understood = [p.actor for p in draft.parties if p.uncertain == HOLDER]
    if understood:
        return understood
    taking_part = {p.actor.key for p in draft.parties}
    planned = verb.lemma in word_list("coming")  # "meetings with Y and Z are scheduled for X"
    for_whom = [t for prep, t in tree.obliques(verb) if prep == "for" and t.persons and planned]
    for_whom += with_programme(tree, trigger.token)
    for tokens in (tree.subjects(verb), owners, for_whom):
        found = [a for a in reader.read_all(tokens) if a.key in taking_part]
        if found:
            return found
    hosts = [p.actor for p in draft.parties if p.role is Role.HOST]
    if hosts and draft.frame in _RECEIVING:
        return hosts
    return _standing_by(draft, trigger, tree, reader)


def _standing_by(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> list[Actor]:
    """ "It was Lee's fourth, following calls with X and Y": the one whose calls they are."""
    if not trigger.noun or not _plural(trigger) or len(draft.parties) < _TWO:
        return []
    near = bystanders(tree, reader, draft)
    return near if len(near) == 1 and near[0].side not in draft.sides() else []


def _groups(
    draft: Draft, others: Sequence[DraftParty], trigger: Trigger, tree: Tree
) -> list[list[DraftParty]]:
    """The partners, those of one engagement together."""
    cue = _cue(trigger, tree)
    if cue is False or (cue is None and _received_together(others, tree)):
        return [list(others)]
    repeated = _by_preposition(others, tree, told=trigger.noun and not _one_session(trigger, tree))
    if len(repeated) > 1 and not (trigger.noun and _plural(trigger)):
        one_by_one = _one_by_one(draft, others, trigger, tree)
        return [part for group in repeated for part in (_sides(group) if one_by_one else [group])]
    by_side = _sides(others)
    if len(by_side) > 1 and not (cue or _one_by_one(draft, others, trigger, tree)):
        return [list(others)]
    groups: list[list[DraftParty]] = []
    for theirs in by_side:
        each = len(theirs) > 1 and (
            cue
            or _called_on(draft, theirs)
            or _in_passing(trigger, tree)
            or _all_heads(theirs)
            or (trigger.noun and _plural(trigger) and _by_office(theirs))
            or _rounds(draft, theirs, trigger)
        )
        groups += [[party] for party in theirs] if each else [theirs]
    return groups


def _sides(parties: Sequence[DraftParty]) -> list[list[DraftParty]]:
    """The parties of each side."""
    by_side: dict[str | None, list[DraftParty]] = {}
    for party in parties:
        by_side.setdefault(party.actor.side, []).append(party)
    return list(by_side.values())


def _received_together(others: Sequence[DraftParty], tree: Tree) -> bool:
    """ "Met the new ambassadors: Ms X of Norway; Mr Y of Peru": envoys listed come at once."""
    named = {p.actor.token.i for p in others}
    return any(
        named <= {t.i for t in listed_behind(tree, token)}
        for token in tree.tokens
        if token.mention is not None and any(o.kind == "diplomat" for o in token.mention.offices)
    )


def _by_preposition(
    others: Sequence[DraftParty], tree: Tree, *, told: bool = True
) -> list[list[DraftParty]]:
    """ "Met with X and with Y", "received by X and by Y": another preposition, another time.

    "Talks with the presidents of Chad and Mali and the Emir of Qatar": one after the other; who
    "met with" them (``told`` is false) sits at one table.
    """
    groups: list[list[DraftParty]] = []
    ordered = sorted(others, key=lambda p: p.actor.token.i)
    led = [p.actor.token for p in ordered if _led(p.actor.token, tree)]
    several = told and len({token.i for token in led}) < len(led)
    for party in ordered:
        again = groups and groups[-1][-1].actor.token is not party.actor.token
        if several or not groups or (again and _led(party.actor.token, tree)):
            groups.append([])
        groups[-1].append(party)
    return groups


def _one_session(trigger: Trigger, tree: Tree) -> bool:
    """ "Will hold a meeting with his US, Australian and Indian counterparts": one, and not talks
    with each of them."""
    one = trigger.token.tag == "NN" and trigger.token.lemma in word_list("countable_talks")
    return one and any(kid.lower in {"a", "an", "the"} for kid in tree.kids(trigger.token, "det"))


def _led(token: Token, tree: Tree) -> bool:
    """Whether "by" or "with" stands before ``token``."""
    return any(kid.lower in {"by", "with"} for kid in tree.kids(token, "case"))


def _cue(trigger: Trigger, tree: Tree) -> bool | None:
    """What words say: apart from each other, together, or nothing."""
    scope = [trigger.token, *([trigger.support] if trigger.support is not None else [])]
    words = {kid.lower for t in scope for kid in tree.kids(t, "advmod", "amod", "compound")}
    words |= {
        "-".join(w.lower for w in tree.subtree(kid) if w.pos != "PUNCT")
        for t in scope
        for kid in tree.kids(t, "amod", "compound")
        if t is trigger.token
    }
    words |= {
        kid.lower
        for token in scope
        for _, phrase in tree.deep_obliques(token)
        for kid in tree.kids(phrase, "amod")
        if phrase.lemma in word_list("occasions")
    }
    joined = any(prep == "together with" for token in scope for prep, _ in tree.obliques(token))
    if joined or words & word_list("together"):
        return False
    return True if words & word_list("apart") else None


def _envoys(others: Sequence[DraftParty]) -> bool:
    """ "Met the ambassador of Chad and the ambassador of Peru": each comes by himself."""
    for party in others:
        mention = party.actor.token.mention
        offices = mention.offices if mention is not None else []
        if not offices or offices[0].kind != "diplomat" or offices[0].plural:
            return False
    return True


def _peers(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "Met his counterparts from Chad and Peru", "met with": each of them by himself."""
    met = [
        *tree.objects(trigger.token),
        *(t for p, t in tree.obliques(trigger.token) if p == "with"),
    ]
    theirs = [t for t in met if _counterparts(t) and (_states(t) or tree.kids(t, "nmod", "appos"))]
    return bool(theirs) and len(_subject(trigger, tree, draft)) == 1


def _counterparts(token: Token) -> bool:
    heads = {o.head for o in (token.mention.offices if token.mention is not None else ())}
    return token.tag == "NNS" and bool({token.lemma, *heads} & load_office_words().counterpart)


def _states(token: Token) -> bool:
    """ "From Chad and Peru", and of three states however they are told."""
    offices = token.mention.offices if token.mention is not None else []
    return any(
        len(o.states) > _TWO or (len(o.states) == _TWO and " from " in (o.printed or o.text))
        for o in offices
    )


def _one_by_one(draft: Draft, others: Sequence[DraftParty], trigger: Trigger, tree: Tree) -> bool:
    """Whether a clause without such words still tells of several engagements."""
    if any(prep == "between" for prep, _ in tree.obliques(trigger.token)):
        return False
    if draft.frame in _RECEIVING:
        return trigger.token.lemma not in word_list("hosting")  # who hosts three holds a summit
    if draft.kind in _CALLS:
        return True
    if draft.kind not in {Kind.MEETING, Kind.SUMMIT} or _two_go(draft, trigger, tree):
        return False
    if any(kid.lower in word_list("of_two") for kid in tree.kids(trigger.token, "amod")):
        return True
    if trigger.support is not None and trigger.carrier is not None and gone_to_talk(
        tree, trigger.support, trigger.carrier
    ):  # fmt: skip
        return True
    if _many(draft, trigger, tree) or _some_of_many(others, tree):
        return True
    if draft.kind != Kind.MEETING:
        return False
    if draft.frame == "meet" and (_envoys(others) or _peers(draft, trigger, tree)):
        return True
    return (trigger.noun and _plural(trigger)) or _in_passing(trigger, tree)


def _two_go(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "X of Chad and Y of Peru will also meet Z of Togo": they sit together."""
    return not trigger.noun and len({actor.side for actor in _subject(trigger, tree, draft)}) > 1


def _called_on(draft: Draft, hosts: Sequence[DraftParty]) -> bool:
    """ "Will call on President X, Speaker Y and the opposition leader Z": on one at a time."""
    return draft.frame in _CALLING and all(p.actor.person is not None for p in hosts)


def _some_of_many(others: Sequence[DraftParty], tree: Tree) -> bool:
    """ "Met several leaders, including X of Chad and Y of Peru": those met are no one table."""
    firsts = {tree.first_conjunct(p.actor.token).i for p in others}
    return len(firsts) == 1 and tree.case(tree[firsts.pop()]) in word_list("some_of_them")


def _many(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "Conferred with the presidents A, B, C and D", "met the foreign ministers of A, B and C": so
    many of as many states are met one by one, where no table is told of."""
    ours = {actor.side for actor in _subject(trigger, tree, draft)}
    others = [p.actor for p in draft.parties if p.actor.side not in ours]
    named = all(_in_office(a) for a in others)
    sides = {a.side for a in others}
    ministers = all(_office_kinds(a) & _MINISTERS for a in others)
    fewest = _ROUND if ministers else _TABLE
    return not trigger.noun and named and len(ours) == 1 and len(sides) == len(others) >= fewest


def _in_office(actor: Actor) -> bool:
    """ "President X", and "the presidents of A and B"."""
    if actor.person is None:
        return bool(_office_kinds(actor))
    return actor.person.known or bool(actor.person.offices)


def _office_kinds(actor: Actor) -> set[str]:
    if actor.person is not None:
        return set(actor.person.office_kinds)
    mention = actor.token.mention
    return {o.kind for o in mention.offices} if mention is not None else set()


def _subject(trigger: Trigger, tree: Tree, draft: Draft) -> list[Actor]:
    at = {t.i for t in tree.subjects(trigger.token)}
    return [p.actor for p in draft.parties if p.actor.token.i in at]


def _plural(trigger: Trigger) -> bool:
    plural = trigger.token.tag in {"NNS", "NNPS"}
    return plural and trigger.token.lemma in word_list("countable_talks")


def _in_passing(trigger: Trigger, tree: Tree) -> bool:
    """ "Also met X, Y and Z", "met on the sidelines with": bilaterals one after the other."""
    verb = trigger.support or trigger.token
    also = any(kid.lower in word_list("besides") for kid in tree.kids(verb, "advmod"))
    aside = any(t.lemma in word_list("sidelines") for _, t in tree.obliques(verb))
    return also or aside


def _rounds(draft: Draft, theirs: Sequence[DraftParty], trigger: Trigger) -> bool:
    """Whether a minister or an envoy met the leaders of a state one after the other: three or
    more of them, by name; those whom a head of state meets sit at one table."""
    ours = [p.actor.person for p in draft.parties if p not in theirs]
    alone = len(ours) == 1 and ours[0] is not None and not ours[0].office_kinds & _LEADING
    named = [p for p in theirs if p.actor.person is not None and p.actor.person.offices]
    return alone and not trigger.noun and len(theirs) == len(named) >= _ROUND


def _by_office(parties: Sequence[DraftParty]) -> bool:
    """ "Meetings with President X and Premier Y": each is named with an office of his own."""
    persons = [p.actor.person for p in parties if p.actor.person is not None]
    return len(persons) == len(parties) and all(person.offices for person in persons)


def _all_heads(parties: Sequence[DraftParty]) -> bool:
    kinds = [p.actor.person.office_kinds for p in parties if p.actor.person is not None]
    return len(kinds) == len(parties) and all(kind & _HEADS for kind in kinds)

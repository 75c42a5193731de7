"""Summits of organisations: whose summit it is, who goes there and who holds it.

"The G20 summit in Rio" is an engagement of the G20 by itself, whoever is told to attend it; an
invitation to attend leaves the summit planned and the guest unnamed.
"""

from __future__ import annotations

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.assemblies import FRAME as ASSEMBLY
from communique.coding.engagements.assemblies import body_of
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import load_frames, word_list
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

# Who leads a state or speaks for it abroad: where all of an organisation meet, it is a summit.
_LEADING = frozenset({"head_of_state", "head_of_government", "minister", "foreign_minister"})


# The frame of summits that one state holds with a part of the world.
REGIONAL = "regional_summit"


def bodies(draft: Draft) -> list[Actor]:
    """The organisations that take part as such."""
    return [p.actor for p in draft.parties if p.actor.organization and p.actor.person is None]


def is_gathering(draft: Draft) -> bool:
    """Whether ``draft`` is the summit of a named organisation."""
    regional = draft.frame == REGIONAL and bool(draft.actors(Role.HOST))
    return draft.kind == Kind.SUMMIT and (regional or bool(bodies(draft)))


def settle_gathering(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    """Keep of a summit's parties its organisation, those who attend and those who hold it."""
    if trigger.frame.kind == Kind.SUMMIT and draft.relation == "before":
        # "spoke with X ahead of the Summit of the Americas": X is not at it yet
        own = {token.i for token in tree.subtree(trigger.token)}
        draft.parties = [p for p in draft.parties if p.actor.token.i in own]
    session = body_of(tree, trigger.token) if draft.frame == ASSEMBLY else None
    of_session = reader.read(session) if session is not None else []
    named = of_session or bodies(draft) or _by_its_name(draft, trigger, tree, reader)
    if _of_its_ministers(draft, trigger):
        draft.kind = Kind.SUMMIT
    elif _of_a_region(draft, trigger, tree):
        draft.kind, draft.frame, draft.parties = Kind.SUMMIT, REGIONAL, []
    elif trigger.frame.kind != Kind.SUMMIT or not (named or _with_region(draft, trigger, tree)):
        return
    if named:
        draft.parties = [DraftParty(body, Role.PARTICIPANT) for body in named]
    if draft.status != Status.PROPOSED:
        _attended(draft, trigger, tree, reader)
    ahead = _opens(draft, trigger, tree) or _looked_to(trigger, tree)
    if draft.status == Status.PROPOSED or ahead:
        draft.status = Status.PLANNED
    _held_by_others(draft, trigger, tree, reader)


def _of_its_ministers(draft: Draft, trigger: Trigger) -> bool:
    """ "The ASEAN Foreign Ministers' Meeting": of those of one organisation, and nobody else."""
    theirs = [p.actor for p in draft.parties]
    one = trigger.noun and trigger.token.tag in {"NN", "NNP"} and draft.kind == Kind.MEETING
    return one and len(theirs) == 1 and bool(bodies(draft)) and _leaders(theirs[0].token)


def _of_a_region(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "The meeting of the heads of state of Central Asia"."""
    if not trigger.noun or draft.kind not in {Kind.MEETING, Kind.SUMMIT} or bodies(draft):
        return False
    for prep, heads in tree.obliques(trigger.token):
        office = heads.lemma in word_list("leading_heads") or _leaders(heads)
        words = {word for t in tree.subtree(heads) for word in _plain(t).split()}
        if prep == "of" and office and words & word_list("regions"):
            return True
    return False


def _plain(token: Token) -> str:
    """The words that a token stands for, in small letters."""
    return (token.mention.text if token.mention is not None else token.text).lower()


def held_where(draft: Draft) -> None:
    """The state where the leaders of a part of the world meet is their host."""
    there = draft.place.state if draft.place is not None else None
    if draft.frame != REGIONAL or there is None or draft.actors(Role.HOST):
        return
    for party in draft.parties:
        if party.actor.side == there:
            party.role = Role.HOST
            return
    assert draft.place is not None
    host = Actor(draft.trigger, state=there, spans=draft.place_spans, worked_from=draft.place.name)
    draft.add(host, Role.HOST)


def _by_its_name(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> list[Actor]:
    """ "The Summit of the Americas": a summit that goes by a name of its own."""
    noun = trigger.token
    if draft.parties or draft.kind != Kind.SUMMIT or noun.text != "Summit":
        return []
    after = [k for k in tree.kids(noun, "nmod") if tree.case(k) in {"of", "for"} and not k.mention]
    if draft.sentence.is_title or not after or not after[0].text[:1].isupper():
        return []
    end = max(t.end for t in tree.subtree(after[0], without=("conj", "cc", "punct", "acl")))
    name = reader.analysis.text[noun.start : end]
    return [Actor(noun, organization=name, spans=(reader.analysis.span(noun.start, end),))]


def _with_region(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "The Korea-Africa summit": a state and its guests from a part of the world."""
    around = {
        word.lower
        for kid in tree.kids(trigger.token, "compound", "amod", "nmod")
        if not tree.case(kid)
        for word in (*tree.subtree(kid), *tree.tokens[kid.i : trigger.token.i])
    }
    parts = {part for word in around for part in word.split("-")}
    states = [p.actor for p in draft.parties if p.actor.person is None]
    if not parts & word_list("regions") or len(states) != 1:
        return False
    draft.frame = REGIONAL
    draft.parties = [DraftParty(states[0], Role.HOST)]
    return True


def _opens(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "The summit opens on Sunday": the present of a timetable."""
    verb = trigger.support
    if verb is None or verb.tag not in {"VBZ", "VBP"} or draft.sentence.is_title:
        return False
    timed = any(
        kid.mention is not None and kid.mention.kind is MentionKind.DATE
        for kid in tree.kids(verb, "obl", "obl:tmod", "obl:unmarked")
    )
    above = next((up for up in tree.up(verb) if tree.is_verb(up) or tree.kids(up, "cop")), None)
    coming = load_frames().grammar.status["planned_auxiliaries"]
    within = above is not None and bool(set(tree.auxiliaries(above)) & coming)
    return (timed or within) and verb.lemma in word_list("opening")


def _looked_to(trigger: Trigger, tree: Tree) -> bool:
    """ "Asked for his attendance at the summit", "suggested the summit": it is still to come."""
    words = load_frames().grammar.status
    above = list(tree.up(trigger.carrier or trigger.token))[:3]
    return any(
        head.lemma in (words["proposed_verbs"] - word_list("may_look_back"))
        or (head.lemma == "look" and any(t.lower == "forward" for t in tree.kids(head, "advmod")))
        for head in above
        if tree.is_verb(head)
    )


def _attended(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    verb, carrier = trigger.support, trigger.carrier or trigger.token
    if verb is None or carrier.lemma in word_list("sidelines"):
        return
    at_it = carrier.dep == "obj" or tree.case(carrier) in {"in", "at", "to"}
    holding = verb.lemma in word_list("holding_summits") and carrier.dep == "obj"
    if holding or (verb.lemma in word_list("attending_summits") and at_it):
        for actor in reader.read_all(tree.subjects(verb)):
            draft.add(actor, Role.HOST if holding else Role.PARTICIPANT)


def _held_by_others(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    """ "The summit that Japan will host", "hosted by Japan"."""
    for clause in tree.kids(trigger.token, "acl:relcl", "acl"):
        if clause.lemma in word_list("holding_summits"):
            for actor in reader.read_all(tree.subjects(clause)):
                if actor.organization is None:
                    draft.add(actor, Role.HOST)


def summits_apart(draft: Draft) -> list[Draft]:
    """ "The APEC and G20 summits" are two."""
    named = bodies(draft)
    if not draft.trigger.lower.endswith("s") or len(named) < 2:
        return [draft]
    others = [p for p in draft.parties if p.actor not in named]
    return [draft.another([DraftParty(body, Role.PARTICIPANT), *others]) for body in named]


def as_gathering(draft: Draft) -> bool:
    """ "ECOWAS leaders meet in Abuja": make a summit of the meeting of an organisation's own.

    Returns whether ``draft`` is one.
    """
    if draft.kind != Kind.MEETING or len(draft.parties) != 1:
        return False
    actor = draft.parties[0].actor
    if actor.person is not None or actor.organization is None or not _leaders(actor.token):
        return False
    draft.kind, draft.parties = Kind.SUMMIT, [DraftParty(actor, Role.PARTICIPANT)]
    return True


def summit_of_two(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """What some agencies call the talks of two leaders: "held a summit with X"."""
    verb = trigger.support
    chaired = verb is not None and verb.lemma in word_list("holding_summits")
    attended = verb is not None and verb.lemma in word_list("attending_summits")
    counted = any(prep == "of" for prep, t in tree.obliques(trigger.token) if t.mention is None)
    others = chaired or attended or counted
    return len(draft.sides()) == 2 and not is_gathering(draft) and not others


def with_leaders(draft: Draft) -> None:
    """ "Met with ASEAN leaders": whoever meets all of an organisation's is at a summit."""
    others = [body for body in bodies(draft) if _leaders(body.token)]
    if draft.kind == Kind.MEETING and others and len(draft.parties) > 1:
        draft.kind = Kind.SUMMIT
        for party in draft.parties:
            if party.actor in others:
                party.role = Role.PARTICIPANT


def _leaders(token: Token) -> bool:
    mention = token.mention
    return (
        mention is not None
        and mention.kind is MentionKind.OFFICE
        and any(
            office.plural and (office.kind in _LEADING or office.head in word_list("leading_heads"))
            for office in mention.offices
        )
    )

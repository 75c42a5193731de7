"""Festivities and mournings of a state that somebody from another one attends.

"Attended Estonia's Independence Day celebrations", "arrived in Accra for the inauguration of the
President": a ceremony of the host's, whoever of the host is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.prominence import rank_of
from communique.coding.engagements.status import StatusReader
from communique.coding.engagements.triggers import Trigger
from communique.coding.places.places import PlaceReader
from communique.knowledge.frames import Frames, word_list
from communique.language.annotations import MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

FRAME = "funeral"
_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_TWO = 2
# How many nouns may stand between a festivity and the verb of who attends it.
_DEEP = 4
# How many words before "ceremony" may say of what.
_BEFORE = 6


def read_festivities(
    sentence: Sentence, tree: Tree, reader: ActorReader, frames: Frames,
    made: Sequence[tuple[Draft, Trigger]],
) -> list[tuple[Draft, Trigger]]:  # fmt: skip
    """Drafts of the festivities abroad that ``sentence`` tells somebody to attend.

    ``made`` are its other drafts: one that a frame has read is not read again, and a visit told
    beside it says where it is.
    """
    frame = next(f for f in frames.engagements if f.id == FRAME)
    known = {d.trigger.i for d, _ in made if d.kind == Kind.CEREMONY and len(d.parties) > 1}
    found: list[tuple[Draft, Trigger]] = []
    for noun in tree.tokens:
        if not _festive(tree, noun) or any(t.i in known for t in tree.subtree(noun)):
            continue
        for top, verb, guests in _attended(tree, noun):
            trigger = Trigger(noun, frame, True, verb, top)
            draft = _draft(trigger, guests, sentence, tree, reader, frames)
            if draft is not None and _abroad(draft, trigger, tree, reader, made):
                found.append((draft, trigger))
                known.add(noun.i)
                break
    return found


def _festive(tree: Tree, noun: Token) -> bool:
    """Whether ``noun`` names a festivity by itself, or says of what it is the ceremony."""
    if noun.mention is not None or noun.dep == "compound":
        return False
    before = [t.lower for t in tree.tokens[max(0, noun.i - _BEFORE) : noun.i]]
    if noun.lemma in word_list("festivities"):
        return True
    behind = [t.lower for t in tree.tokens[noun.i + 1 : noun.i + 3]]
    if noun.lower in {"swearing", "oath"} and behind in (["-", "in"], ["-", "taking"]):
        return True
    if noun.lemma in word_list("openings"):
        return any(tree.case(kid) == "of" for kid in tree.kids(noun, "nmod"))
    marking = any(kid.lemma in word_list("commemorating") for kid in tree.kids(noun, "acl"))
    told = marking or bool(set(before) & word_list("festive_marks"))
    return noun.lemma in word_list("festive_events") and told


def _attended(tree: Tree, noun: Token) -> Iterator[tuple[Token, Token | None, list[Token]]]:
    """The outermost noun, the verb and those who attend it, by the words above ``noun``."""
    top = noun
    for _ in range(_DEEP):
        head = tree.head(top)
        if head is None:
            return
        case = tree.case(top)
        if tree.is_verb(head):
            guests = _guests_of(tree, head, top, case)
            if guests:
                yield top, head, guests
            return
        there = case in {"at", "for", "to", "in"}
        if there and tree.kids(head, "cop"):
            yield top, None, tree.subjects(head)  # "was present at", "is in Lisbon for"
            return
        place = head.mention
        if case == "for" and place is not None and place.kind in _PLACES:
            who = tree.head(head)  # "X, in Tokyo for the funeral of Y, said"
            if tree.case(head) == "in" and who is not None and who.persons:
                yield top, None, [who]
            return
        if top.dep not in {"nmod", "conj", "obl"} or case not in {"", "of"}:
            return
        if top.dep == "nmod" and head.lemma not in word_list("festive_events"):
            return
        top = head


def _guests_of(tree: Tree, verb: Token, top: Token, case: str) -> list[Token]:
    attending = verb.lemma in word_list("attending_festivities")
    if attending and tree.is_passive(verb) and top.dep in {"nsubj:pass", "nsubj"}:
        return [t for prep, t in tree.obliques(verb) if prep == "by"]
    there = top.dep == "obj" or (top.dep.startswith("obl") and case in {"at", "in", "to", "for"})
    if not there or tree.negated(verb):
        return []
    going = case == "for" and verb.lemma in word_list("moving") | word_list("departing")
    part = verb.lemma != "take" or any(kid.lower == "part" for kid in tree.kids(verb, "obj"))
    return _doers(tree, verb) if going or (attending and part) else []


def _doers(tree: Tree, verb: Token) -> list[Token]:
    """The subjects; "X and Y were among the leaders who attended" tells of X and Y."""
    found = []
    above = tree.head(verb)
    if verb.tag == "VBG" and above is not None and above.lemma in word_list("thanking"):
        return [t for t in tree.objects(above) if t.persons]  # "thanked X for attending"
    for doer in tree.subjects(verb):
        named = bool(doer.persons) or not tree.kids(doer, "cop")
        found += [doer] if named else tree.subjects(doer)
    return found


def _draft(
    trigger: Trigger, guests: Sequence[Token], sentence: Sentence, tree: Tree,
    reader: ActorReader, frames: Frames,
) -> Draft | None:  # fmt: skip
    reading = StatusReader(tree, frames.grammar).read(trigger)
    if reading.status in {None, Status.PROPOSED}:
        return None  # who is asked to attend is asked on a visit
    actors = [
        actor
        for actor in reader.read_all(m for t in guests for m in tree.conjuncts(t))
        if actor.person is not None and (actor.person.offices or actor.person.known)
        and actor.person.office_kinds != {"diplomat"} and actor.side is not None
    ]  # fmt: skip
    if not actors:
        return None
    noun, told = trigger.token, reading.told_by
    draft = Draft(
        Kind.CEREMONY, reading.status, FRAME, sentence, noun,
        parties=[DraftParty(actor, Role.GUEST) for actor in actors], relation=reading.relation,
        kind_spans=[reader.analysis.span(noun.start, noun.end)],
        status_spans=[reader.analysis.span(told.start, told.end)], told=reading.told,
        prominence=rank_of(tree, trigger.support or noun) + noun.dep.startswith("obl"),
    )  # fmt: skip
    draft.purpose = _gone_for(trigger, tree)
    PlaceReader(reader.analysis, tree).read(draft, trigger)
    return draft


def _gone_for(trigger: Trigger, tree: Tree) -> bool:
    """ "Arrived in Accra to attend the inauguration", "for the inauguration"."""
    verb = trigger.support
    if verb is None:
        return False
    to = any(kid.lower == "to" for kid in tree.kids(verb, "mark"))
    gone = tree.head(verb) if to and verb.dep in {"advcl", "xcomp"} else None
    if not to and tree.case(trigger.carrier or trigger.token) == "for":
        gone = verb
    return gone is not None and gone.lemma in word_list("going") and gone.tag in {"VBD", "VBN"}


def _abroad(
    draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader,
    made: Sequence[tuple[Draft, Trigger]],
) -> bool:  # fmt: skip
    """Add the host: whose festivity it is, or where it is; nobody's where all are at home."""
    sides = {actor.side for actor in draft.actors()}
    hosts = _honoured(trigger.token, tree, reader)
    there = draft.place.state if draft.place is not None else None
    hosts += [_state(trigger.token, there, draft)] if there is not None else []
    named = _states_of(trigger, tree)
    hosts += [_state(t, t.mention.state, draft) for t in named if t.mention is not None]
    for other, _ in made:
        if other.kind == Kind.VISIT and other.persons() & draft.persons() and other.destination:
            hosts.append(_state(trigger.token, other.destination, draft))
    foreign = [host for host in hosts if host.side is not None and host.side not in sides][:1]
    draft.parties += [DraftParty(host, Role.HOST) for host in foreign]
    if foreign or len(sides) < _TWO:
        return bool(foreign)
    at_home = [t.mention.state for t in named if t.mention is not None and tree.case(t) == "in"]
    home = next((state for state in (*at_home, there) if state in sides), None)
    for party in draft.parties:
        party.role = Role.HOST if party.actor.side == home else party.role
    return home is not None  # "X of Finland and Y of Estonia attended the unveiling in Tallinn"


def _states_of(trigger: Trigger, tree: Tree) -> list[Token]:
    """States that the words of a festivity name, or those behind it in its clause."""
    own = tree.subtree(trigger.token)
    behind = tree.subtree(trigger.support) if trigger.support is not None else []
    return [
        t for t in [*own, *(t for t in behind if t.i > trigger.token.i)]
        if t.mention is not None and t.mention.state and not t.persons
    ]  # fmt: skip


def _honoured(noun: Token, tree: Tree, reader: ActorReader) -> list[Actor]:
    """ "The inauguration of President X", "X's swearing-in": the state of who is honoured."""
    of = [kid for kid in tree.kids(noun, "nmod") if tree.case(kid) in {"of", "for"}]
    verb = tree.head(noun)
    if (
        not of and verb is not None and tree.is_verb(verb)
    ):  # "attended the inauguration in May of X"
        of = [t for prep, t in tree.deep_obliques(verb) if prep == "of" and t.i > noun.i]
    ceremony = tree.tokens[noun.i + 3 : noun.i + 4]  # behind "swearing-in"
    owners = [kid for one in (noun, *ceremony) for kid in tree.kids(one, "nmod:poss")]
    return [
        Actor(a.token, state=a.side, spans=a.spans, worked_from=a.label)
        for a in reader.read_all([*owners, *of])
        if a.person is not None or a.office is not None
    ]


def _state(token: Token, state: str | None, draft: Draft) -> Actor:
    worked = draft.place.name if draft.place is not None else token.text
    return Actor(
        token, state=state, spans=draft.place_spans or (draft.kind_spans[0],), worked_from=worked
    )

"""Drafts of engagements from one sentence: triggers found, roles filled, status and place read."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.dating.date_owners import assign_dates
from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.arguments import ArgumentFiller
from communique.coding.engagements.ceremonies import settle_receptions
from communique.coding.engagements.delegations import read_delegations
from communique.coding.engagements.doubt import bystanders, hearsay, is_denial
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.festivities import read_festivities
from communique.coding.engagements.gatherings import (
    held_where,
    is_gathering,
    settle_gathering,
    summit_of_two,
    summits_apart,
    with_leaders,
)
from communique.coding.engagements.held_also import add_holder
from communique.coding.engagements.in_turn import followed, share_out, stays_in_turn, told_again
from communique.coding.engagements.journeys import goes_on_to
from communique.coding.engagements.leaving import unless_told, visits_left
from communique.coding.engagements.needs import meets_needs
from communique.coding.engagements.presence import (
    come_here,
    visitors,
    visits_by_presence,
    welcomed_to,
    with_hosts,
)
from communique.coding.engagements.prominence import rank_of
from communique.coding.engagements.separating import apart
from communique.coding.engagements.sides import part_sides
from communique.coding.engagements.spoken import by_telephone, leave_out_spokespersons
from communique.coding.engagements.status import StatusReader
from communique.coding.engagements.summoned import settle_summons
from communique.coding.engagements.talks_in_turn import settle_turn
from communique.coding.engagements.triggers import Trigger, TriggerFinder
from communique.coding.places.places import PlaceReader, goals_of
from communique.knowledge.frames import Frames, word_list
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.grammar import Tree
from communique.language.names import HYPHENS
from communique.model import Kind, Role, Span, Status


def read_sentence(
    sentence: Sentence, analysis: Analysis, frames: Frames, earlier: Sequence[Draft] = ()
) -> list[Draft]:
    """Every engagement that ``sentence`` reports, before drafts of the page are merged."""
    tree = Tree(sentence.tokens)
    reader = ActorReader(analysis, tree)
    led = read_delegations(sentence, tree, analysis)  # first, since it tells leaders' states
    made: list[tuple[Draft, Trigger]] = []
    for trigger in TriggerFinder(tree, frames).find():
        draft = _draft(sentence, trigger, tree, reader, frames, earlier)
        if draft is not None:
            add_holder(draft, trigger, tree, earlier)
            apart_ones = summits_apart(draft) if is_gathering(draft) else None
            apart_ones = apart_ones or apart(draft, trigger, tree, reader)
            made += [(one, trigger) for one in apart_ones]
    gone = {draft.destination for draft, _ in made if draft.kind == Kind.VISIT}
    stays = [
        pair
        for pair in visits_by_presence(sentence, tree, reader, frames)
        if pair[0].destination not in gone
    ]
    made += stays
    made = with_hosts(made)
    made += read_festivities(sentence, tree, reader, frames, made)
    assign_dates(made, sentence, tree, analysis)
    stays_in_turn(stays, tree)
    share_out(made, tree, analysis)
    made += [
        (again, pair[1])
        for pair in list(made)
        for again in followed(pair[0], tree, reader, analysis)
    ]
    made += [
        (again, pair[1]) for pair in list(made) for again in told_again(pair[0], tree, analysis)
    ]
    drafts = [draft for draft, _ in made]
    for draft in list(drafts):
        drafts += goals_of(draft, reader) if draft.kind == "visit" else []
    drafts += unless_told(visits_left(sentence, tree, reader, frames.grammar), drafts)
    if not any(draft.kind == Kind.VISIT for draft in drafts):
        for draft, trigger in made:
            if draft.frame == "receive" and draft.kind == Kind.MEETING:
                drafts += welcomed_to(draft, trigger.token, tree, reader)
    if not any(draft.kind == Kind.VISIT for draft in drafts):
        drafts += visitors(sentence, drafts, tree, reader)
    return [*drafts, *led]


def _draft(
    sentence: Sentence, trigger: Trigger, tree: Tree, reader: ActorReader, frames: Frames,
    earlier: Sequence[Draft],
) -> Draft | None:  # fmt: skip
    reading = StatusReader(tree, frames.grammar).read(trigger)
    denied = reading.status is None and is_denial(tree, reading.told_by)
    given_up = reading.status is None and _given_up(trigger, tree, frames)
    if reading.status is None and not (denied or given_up):
        return None
    default = Status.CANCELLED if given_up else Status.HELD
    draft = Draft(
        trigger.frame.kind, reading.status or default, trigger.frame.id, sentence,
        trigger.token, relation=reading.relation, denied=denied and not given_up, given_up=given_up,
        doubt=hearsay(tree, trigger.support or trigger.token),
    )  # fmt: skip
    ArgumentFiller(tree, reader).fill(draft, trigger)
    leave_out_spokespersons(draft)
    with_leaders(draft)
    settle_gathering(draft, trigger, tree, reader)
    _put(draft, trigger, tree, reader, earlier)
    part_sides(draft, reader.analysis, earlier)
    by_telephone(draft, trigger, tree)
    settle_receptions(draft, trigger, tree)
    _kind_of_talks(draft, trigger, tree)
    hoped = trigger.frame.id == "receive" and reading.status is Status.PROPOSED
    if hoped and not tree.is_passive(trigger.token):  # "may be received by X" is on a visit already
        _awaited(draft)
    elif _greets(draft) and _has_come(draft, trigger, tree):
        _greeted(draft)
    elif _to_come(draft, trigger, tree, told=reading.told):
        draft.status = Status.PLANNED
    settle_summons(draft, trigger, reader.analysis)
    draft.kind_spans = _kind_spans(trigger, tree, reader.analysis)
    told = reading.told_by
    draft.status_spans = [reader.analysis.span(told.start, told.end)]
    draft.told = reading.told and not _came_to_meet(draft, trigger, tree)
    settle_turn(draft, trigger, tree)
    stays = told.lemma in frames.grammar.status["ending_verbs"] or trigger.frame.id == "stay"
    draft.going_on = draft.status == Status.UNDER_WAY and stays
    draft.purpose = _gone_for(trigger, tree)
    _tense(draft, told, tree)
    draft.prominence = _prominence(trigger, tree)
    articles = tree.kids(trigger.token, "det")
    draft.definite = any(kid.lower in word_list("definite") for kid in articles)
    _visit_type(draft, trigger, tree, frames, reader.analysis)
    if not meets_needs(draft, trigger, tree, frames):
        return None
    _around(draft, trigger, tree, reader)
    return draft


def _to_come(draft: Draft, trigger: Trigger, tree: Tree, *, told: bool) -> bool:
    """ "X is expected", "on a tour that will also take him to Chad"."""
    if trigger.frame.id == "expect":
        return tree.is_passive(trigger.token)
    return draft.kind == Kind.VISIT and not told and goes_on_to(draft, tree)


def _kind_of_talks(draft: Draft, trigger: Trigger, tree: Tree) -> None:
    if draft.kind == Kind.SUMMIT and summit_of_two(draft, trigger, tree):
        draft.kind = Kind.MEETING


def _put(
    draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader, earlier: Sequence[Draft]
) -> None:
    """The place of ``draft``, and what it tells of who is host."""
    PlaceReader(reader.analysis, tree).read(draft, trigger)
    held_where(draft)
    come_here(draft, trigger, tree, reader, earlier)


def _tense(draft: Draft, told: Token, tree: Tree) -> None:
    """What the verb that tells of ``draft`` says by its tense."""
    draft.set_out = told.tag == "VBD" and told.lemma in word_list("departing")
    draft.present = told.tag in {"VBZ", "VBP"} or _on_the_way(told, tree)
    draft.was_there = any(kid.lower in {"was", "were"} for kid in tree.kids(told, "cop"))


def _on_the_way(verb: Token, tree: Tree) -> bool:
    """ "Is travelling to Lisbon", on Friday: as "travels" does, it looks ahead with a day."""
    now = {"is", "are", "'s", "'re"} & set(tree.auxiliaries(verb))
    return verb.tag == "VBG" and bool(now) and verb.lemma in word_list("moving")


def _gone_for(trigger: Trigger, tree: Tree) -> bool:
    """ "Travelled to Suva to meet X": what somebody went for."""
    verb = trigger.support or trigger.token
    to = any(kid.lower == "to" for kid in tree.kids(verb, "mark"))
    carrier = trigger.carrier or trigger.token
    if trigger.noun and tree.case(carrier) == "for" and verb.lemma in word_list("departing"):
        # "left for talks with X", "has left the state for a meeting with X"
        return trigger.frame.kind != Kind.VISIT and verb.tag in {"VBD", "VBN"}
    if trigger.frame.kind == Kind.VISIT or not to:
        return False
    gone = tree.head(verb) if verb.dep in {"advcl", "xcomp"} else None
    return gone is not None and gone.lemma in word_list("going") and gone.tag in {"VBD", "VBN"}


def _given_up(trigger: Trigger, tree: Tree, frames: Frames) -> bool:
    """ "X will not travel to Chad on Monday"."""
    verb = trigger.support or trigger.token
    planned = set(tree.auxiliaries(verb)) & frames.grammar.status["planned_auxiliaries"]
    return trigger.frame.kind == Kind.VISIT and bool(planned) and tree.negated(verb)


def _came_to_meet(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "X received Y, who came to Rome on Monday": a visit only spoken of, and not told over."""
    verb = trigger.support or trigger.token
    clause = verb.dep == "acl:relcl" or (verb.lemma == "come" and verb.dep in {"ROOT", "conj"})
    coming = clause and verb.tag == "VBD" and verb.lemma in word_list("coming_to")
    return draft.kind == Kind.VISIT and draft.status == Status.HELD and coming


def _around(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    """Parties from outside the grammar of the trigger, or what tells where to find them."""
    if draft.kind == "visit":
        _foreign_guest(draft, trigger, tree, reader)
        _host(draft, trigger, tree, reader)
    elif not draft.complete() and _spoken_of(draft, trigger, tree):
        draft.bystanders = bystanders(tree, reader, draft)
    draft.open_ended = trigger.noun and _without_subject(trigger, tree)


def _without_subject(trigger: Trigger, tree: Tree) -> bool:
    """Whether nobody is told to hold the talks: no owner, and no subject but a programme's."""
    carrier = trigger.carrier or trigger.token
    verb = trigger.support or next((t for t in tree.up(carrier) if tree.is_verb(t)), None)
    doers = tree.subjects(verb) if verb is not None else []
    owners = [kid for noun in (trigger.token, carrier) for kid in tree.kids(noun, "nmod:poss")]
    others = [t for t in doers if t not in (carrier, trigger.token)]
    return not owners and all(t.lemma in word_list("programmes") for t in others)


def _spoken_of(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """Whether the sentence takes the talks for granted: "their talks", "during the meeting"."""
    if not trigger.noun:
        return False
    owned = bool(tree.kids(trigger.token, "nmod:poss"))
    framed = tree.case(trigger.carrier or trigger.token) in word_list("framing")
    partner = any(tree.kids(p.actor.token, "nmod:poss") for p in draft.parties)
    return draft.definite or owned or framed or partner or trigger.token.tag == "NNS"


def _greets(draft: Draft) -> bool:
    """Whether somebody is received or met, or honoured by nobody who is named."""
    nobody = not any(a.person for a in draft.actors(Role.HOST))
    return draft.frame in {"receive", "meet", "warm_welcome"} or (
        draft.frame == "honours" and nobody
    )


def _has_come(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "Was met at the airport by X", "Zambia welcomed President Y": a visit has begun."""
    hosts, verb = draft.actors(Role.HOST), trigger.support or trigger.token
    by_state = trigger.token.lemma in word_list("hosting") and all(
        h.person is None and h.office is None and not h.delegation and h.state for h in hosts
    )
    if tree.kids(trigger.token, "xcomp", "advcl", "ccomp"):
        by_state = False  # "China welcomes X to visit Hangzhou"
    guests = [a for a in draft.actors(Role.GUEST) if a.person is not None]
    named = bool(hosts) and bool(guests) and by_state and draft.frame == "receive"
    return named or _at_airport(verb, tree)


def _at_airport(verb: Token, tree: Tree) -> bool:
    phrases = tree.deep_obliques(verb)
    came = tree.head(verb) if verb.dep in {"conj", "acl:relcl", "advcl"} else None
    landed = [t for t in tree.up(verb) if t.lemma in word_list("coming_to")]
    elsewhere = any(prep in {"at", "in"} for prep, _ in phrases)
    if came is not None and landed and tree.is_passive(verb) and not elsewhere:
        phrases += tree.deep_obliques(landed[0])  # "landed at the airport and was met by X"
    for prep, token in phrases:
        words = {token.lemma, *(kid.lower for kid in tree.kids(token, "flat", "compound", "nmod"))}
        airbase = "base" in words and "air" in words
        on_arrival = prep in {"on", "upon"} and token.lemma == "arrival"
        on_arrival = on_arrival and (token.i > verb.i or tree.is_passive(verb))
        if words & word_list("arrival_places") or airbase or on_arrival:
            return True
    return False


def _greeted(draft: Draft) -> None:
    """Who is met at the airport has come on a visit; greeters there are nobody."""
    guests = draft.actors(Role.GUEST) or [p.actor for p in draft.parties if p.actor.person][1:]
    hosts = [p for p in draft.parties if p.actor not in guests]
    draft.kind, draft.frame = Kind.VISIT, "visit"
    if not is_open(draft.status):
        draft.status = Status.UNDER_WAY
    there = draft.place.state if draft.place is not None else None
    draft.destination = next((p.actor.side for p in hosts if p.actor.side), there)
    draft.parties = [DraftParty(guest, Role.GUEST) for guest in guests]
    draft.place, draft.place_spans = None, hosts[0].actor.spans if hosts else draft.place_spans


def _awaited(draft: Draft) -> None:
    """Whom one hopes to welcome is hoped to visit."""
    sides = [a.state or (a.person.state if a.person else None) for a in draft.actors(Role.HOST)]
    draft.kind, draft.destination = Kind.VISIT, next((s for s in sides if s), None)
    draft.frame, draft.place, draft.place_spans = "visit", None, ()


def _kind_spans(trigger: Trigger, tree: Tree, analysis: Analysis) -> list[Span]:
    token = trigger.token
    inside = [token, *tree.kids(token, "compound", "amod", "compound:prt")]
    near = [t for t in inside if t is token or (t.mention is None and abs(t.i - token.i) <= 3)]
    first = min(near, key=lambda word: word.start)
    while first.i >= 2 and tree.tokens[first.i - 1].text in HYPHENS:
        first = tree.tokens[first.i - 2]  # "two-day visit", not "day visit"
    return [analysis.span(first.start, max(t.end for t in near))]


def _prominence(trigger: Trigger, tree: Tree) -> int:
    aside = trigger.support is not None
    oblique = aside and (trigger.carrier or trigger.token).dep.startswith("obl")
    return rank_of(tree, trigger.support or trigger.token) + oblique


def _visit_type(
    draft: Draft, trigger: Trigger, tree: Tree, frames: Frames, analysis: Analysis
) -> None:
    if draft.kind != "visit":
        return
    scope = [trigger.token]
    if not trigger.noun:
        scope = [
            token
            for prep, token in tree.obliques(trigger.token)
            if token.lemma in {"visit", "trip"}
        ]
    for noun in scope:
        for kid in tree.kids(noun, "amod", "compound"):
            if kid.lower in frames.grammar.visit_types:
                draft.visit_type = frames.grammar.visit_types[kid.lower]
                draft.visit_type_spans = (analysis.span(kid.start, kid.end),)


def _foreign_guest(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    """Nobody visits home: "bade farewell to X at the end of his visit" is of X."""
    guests = draft.actors(Role.GUEST)
    home = [g for g in guests if g.side is not None and g.side == draft.destination]
    if not home:
        return
    draft.parties = [p for p in draft.parties if p.actor not in home]
    if draft.actors(Role.GUEST):
        return
    for token in reversed(tree.tokens[: trigger.token.i]):
        for actor in reader.read(token) if token.mention is not None else ():
            if actor.person is not None and actor.side not in {None, draft.destination}:
                draft.add(actor, Role.GUEST)
                return


def _host(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    """The receiving side: the state gone to, unless a person there is named as host."""
    if draft.destination is None or draft.actors(Role.HOST):
        return
    spans = draft.place_spans
    token = draft.goals[0] if draft.goals else trigger.token
    mention = token.mention
    plain = mention is not None and mention.form == "name"
    host = Actor(
        token, state=draft.destination, spans=spans,
        worked_from=None if plain or draft.place is None else draft.place.name,
    )  # fmt: skip
    draft.add(host, Role.HOST)


def is_open(status: str) -> bool:
    """Whether an engagement of this status has not taken place."""
    return status not in {Status.HELD, Status.UNDER_WAY}

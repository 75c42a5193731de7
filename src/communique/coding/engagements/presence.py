"""Visits told by where somebody is: "X is in Nairobi", "X, in Rome for talks, said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.prominence import rank_of
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import Frames, word_list
from communique.language.annotations import MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Kind, Place, Role, Status

_PLACE_FORMS = frozenset({"name", "capital", "city", "seat"})
_PLACE_KINDS = frozenset({MentionKind.STATE, MentionKind.PLACE})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class _Presence:
    """Who is where; ``told_by`` is the word whose dates are those of the stay."""

    who: Token
    where: Token
    status: Status
    told_by: Token
    headline: bool = False


def visits_by_presence(
    sentence: Sentence, tree: Tree, reader: ActorReader, frames: Frames
) -> list[tuple[Draft, Trigger]]:
    """Drafts of visits that ``sentence`` tells by putting an office-holder abroad."""
    frame = next(f for f in frames.engagements if f.id == "visit")
    found: list[tuple[Draft, Trigger]] = []
    for presence in _presences(sentence, tree):
        draft = _draft(presence, sentence, tree, reader)
        if draft is not None:
            support = presence.told_by if presence.told_by is not presence.where else None
            found.append((draft, Trigger(presence.where, frame, True, support)))
    return found


def visitors(
    sentence: Sentence, drafts: Sequence[Draft], tree: Tree, reader: ActorReader
) -> list[Draft]:
    """ "Visiting Dutch Foreign Minister X met Y": X is on a visit to the state of Y.

    ``drafts`` are those of ``sentence``; without a partner there it is where the page is filed.
    """
    found = []
    for token in tree.tokens:
        mention = token.mention
        if mention is None or not mention.visiting:
            continue
        for guest in reader.read(token):
            state = _met_in(guest, drafts) or reader.analysis.home_state
            if guest.person is None or state is None or guest.side in {None, state}:
                continue
            host = Actor(token, state=state, spans=guest.spans, worked_from=mention.text)
            found.append(
                Draft(
                    Kind.VISIT, Status.UNDER_WAY, "visit", sentence, token,
                    parties=[DraftParty(guest, Role.GUEST), DraftParty(host, Role.HOST)],
                    destination=state, kind_spans=list(guest.spans),
                    status_spans=list(guest.spans), prominence=3, told=False,
                )
            )  # fmt: skip
    return found


def welcomed_to(talks: Draft, verb: Token, tree: Tree, reader: ActorReader) -> list[Draft]:
    """ "Welcomed the President of Chad to Rome": who is received in a city has come to it."""
    sides = {a.side for a in talks.actors(Role.HOST)}
    for prep, where in tree.deep_obliques(verb):
        goal = where.mention
        if prep != "to" or goal is None or goal.form not in _PLACE_FORMS or goal.state not in sides:
            continue
        place = reader.analysis.span(where.start, where.end)
        guests = [g for g in abroad(talks.actors(Role.GUEST), goal.state) if not _posted(g)]
        hosts = [DraftParty(a, Role.HOST) for a in talks.actors(Role.HOST)]
        if not guests:
            continue
        under_way = talks.status in {Status.HELD, Status.UNDER_WAY}
        return [
            Draft(
                Kind.VISIT, Status.UNDER_WAY if under_way else talks.status, "visit",
                talks.sentence, where,
                parties=[*(DraftParty(g, Role.GUEST) for g in guests), *hosts],
                place=Place(goal.text, goal.city, goal.state), place_spans=(place,),
                destination=goal.state, dates=list(talks.dates), kind_spans=[place],
                status_spans=list(talks.status_spans), prominence=3, told=False,
            )
        ]  # fmt: skip
    return []


def _posted(actor: Actor) -> bool:
    """An ambassador who is welcomed to a state has come to stay."""
    kinds = actor.person.office_kinds if actor.person is not None else set()
    return kinds == {"diplomat"}


def _met_in(guest: Actor, drafts: Sequence[Draft]) -> str | None:
    """The one state whose people ``guest`` meets."""
    states = {
        actor.state or (actor.person.state if actor.person is not None else None)
        for draft in drafts
        if guest.key in {actor.key for actor in draft.actors()}
        for actor in draft.actors()
        if actor.side != guest.side
    } - {None}
    return states.pop() if len(states) == 1 else None


def _presences(sentence: Sentence, tree: Tree) -> Iterator[_Presence]:
    for where in tree.tokens:
        goal = where.mention
        if goal is None or goal.state is None or goal.kind not in _PLACE_KINDS:
            continue
        if goal.form not in _PLACE_FORMS:
            continue
        yield from _told(tree, where)
        yield from _beside(tree, where)
        if sentence.is_title:
            yield from _headline(tree, where)


def _told(tree: Tree, where: Token) -> Iterator[_Presence]:
    """ "is in Nairobi", "had been to Rome", "is due in Paris"."""
    awaited = [t for t in tree.kids(where, "case") if t.lemma in word_list("due")]
    # "is due in Berlin", where "due in" was read as one preposition
    case = tree.tokens[where.i - 1].lower if awaited else tree.case(where)
    head = tree.head(where)
    told = where
    if not tree.kids(where, "cop") and head is not None and head.lemma in word_list("due"):
        told = head
    verbs = [kid for stem in (told, *awaited) for kid in tree.kids(stem, "cop", "aux")]
    words = {kid.lower for kid in verbs}
    status = _standing(words)
    first = tree.first_conjunct(where)
    if first is not where and first.mention is not None and first.mention.state is not None:
        if not tree.kids(where, "cop", "nsubj"):
            for presence in _told(tree, first):  # "was in Oman and Bahrain"
                yield replace(presence, where=where)
        return
    if status is None or tree.negated(told) or not any(kid.dep == "cop" for kid in verbs):
        return
    if case not in {"in", "at"} and not (case == "to" and "been" in words):
        return
    if any(kid.lower in word_list("supposing") for kid in tree.kids(told, "mark")):
        return
    if "would" in words and told.dep not in {"ROOT", "conj"} and not _said_now(tree, told):
        return  # "had said that he would be in Turkey"
    if case == "to" and status is Status.UNDER_WAY:
        status = Status.HELD
    if told is not where or awaited:
        status = Status.PLANNED
    for who in tree.kids(told, "nsubj"):
        yield _Presence(who, where, status, told)


def _said_now(tree: Tree, told: Token) -> bool:
    """ "X said on Monday that Y would be in Turkey": and not "had said", "would if"."""
    verb = tree.head(told)
    said = verb is not None and verb.tag == "VBD" and verb.lemma in word_list("reporting")
    marks = {m.lower for clause in tree.kids(told, "advcl") for m in tree.kids(clause, "mark")}
    supposed = bool(marks & word_list("supposing"))
    return told.dep == "ccomp" and said and not supposed


def _standing(words: set[str]) -> Status | None:
    """The status of a visit told by "to be in" a place; ``words`` are copula and auxiliaries."""
    if words <= {"is", "are", "'s", "has", "have", "been"}:
        return Status.UNDER_WAY
    if words <= {"will", "would", "be", "'ll"}:
        return Status.PLANNED
    return Status.HELD if words <= {"was", "were", "had", "been"} else None


def _beside(tree: Tree, where: Token) -> Iterator[_Presence]:
    """ "X, in Rome for talks, said", "Currently in Rome on a visit, X met Y"."""
    at, tokens = where.i, tree.tokens
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if at < 1 or tokens[at - 1].lower != "in":
        return
    first = at - 1
    adverb = tokens[first - 1] if first > 0 else None
    now = adverb is not None and adverb.lower in word_list("now")
    if adverb is not None and adverb.lower == "while":
        yield from _while_there(tree, where)
        return
    dated = at + 2 < len(tokens) and _is_day(tokens[at + 2])
    if not now and (after not in word_list("purpose") or dated):
        return  # "in Rome on Monday" tells no purpose
    first -= now
    if first == 0:
        root = next((t for t in tokens if t.head == t.i), None)
        doers = tree.subjects(root) if root is not None and root.i > at else []
        for who in doers:
            yield _Presence(who, where, Status.UNDER_WAY, where)
    elif first > 1 and tokens[first - 1].lower in {",", "("}:
        yield _Presence(tokens[first - 2], where, Status.UNDER_WAY, where)


def _is_day(token: Token) -> bool:
    return token.mention is not None and token.mention.kind is MentionKind.DATE


def _while_there(tree: Tree, where: Token) -> Iterator[_Presence]:
    """ "While in Rome, X will meet Y": there when the rest takes place."""
    verb = next((t for t in (where, *tree.up(where)) if tree.is_verb(t)), None)
    if verb is None:
        return
    ahead = {"will", "'ll"} & set(tree.auxiliaries(verb))
    status = Status.PLANNED if ahead else Status.UNDER_WAY
    for who in tree.subjects(verb):
        yield _Presence(who, where, status, where)


def _headline(tree: Tree, where: Token) -> Iterator[_Presence]:
    """ "Xi in Pretoria": a headline, or a part of one, without a verb."""
    at, tokens = where.i, tree.tokens
    if at < 2 or tokens[at - 1].lower != "in":
        return
    starts = at == 2 or tokens[at - 3].pos == "PUNCT"
    ends = at + 1 == len(tokens) or tokens[at + 1].pos == "PUNCT"
    ends = ends or tokens[at + 1].lower in word_list("purpose")
    verbless = not any(t.tag in _VERBS for t in tokens)
    if verbless or (starts and ends):
        yield _Presence(tokens[at - 2], where, Status.UNDER_WAY, where, headline=True)


def _draft(
    presence: _Presence, sentence: Sentence, tree: Tree, reader: ActorReader
) -> Draft | None:
    goal, where = presence.where.mention, presence.where
    assert goal is not None
    guests = abroad(reader.read_all(tree.conjuncts(presence.who)), goal.state)
    if not guests or all(_posted_there(guest, presence) for guest in guests):
        return None
    place = reader.analysis.span(where.start, where.end)
    span = reader.analysis.span(presence.who.start, where.end)
    if presence.who.start > where.start:
        span = place
    host = Actor(
        where, state=goal.state, spans=(place,),
        worked_from=None if goal.form == "name" else goal.text,
    )  # fmt: skip
    return Draft(
        Kind.VISIT, presence.status, "headline", sentence, where,
        parties=[*(DraftParty(g, Role.GUEST) for g in guests), DraftParty(host, Role.HOST)],
        place=Place(goal.text, goal.city, goal.state), place_spans=(place,),
        destination=goal.state, kind_spans=[span], status_spans=[span],
        going_on=presence.status is Status.UNDER_WAY,
        prominence=1 if presence.headline else rank_of(tree, where),
    )  # fmt: skip


def _posted_there(guest: Actor, presence: _Presence) -> bool:
    """ "The US ambassador in Port Moresby": where he is posted, and no visit."""
    mention = guest.token.mention
    offices = mention.offices if mention is not None else []
    return presence.headline and bool(offices) and all(o.kind == "diplomat" for o in offices)


def abroad(actors: Sequence[Actor], state: str | None) -> list[Actor]:
    """Return the persons, office-holders and delegations of other states among ``actors``."""
    return [
        actor
        for actor in actors
        if actor.side not in {None, state}
        and (actor.person is not None or actor.office is not None or actor.delegation)
    ]


def with_hosts(made: Sequence[tuple[Draft, Trigger]]) -> list[tuple[Draft, Trigger]]:
    """ "Flies on to Fiji, where he will be the guest of X": X is the host of that visit.

    The drafts of a sentence, what makes somebody a guest left out where it tells of its visit.
    """
    left = list(made)
    for stay in made:
        hosts = stay[0].actors(Role.HOST) if stay[0].frame == "guest_of" else []
        guests = {a.key for a in stay[0].actors(Role.GUEST)}
        for visit, _ in made:
            theirs = {a.key for a in visit.actors(Role.GUEST)}
            there = visit.destination in {None, *(h.side for h in hosts)}
            if visit.kind != Kind.VISIT or not hosts or not there or not guests & theirs:
                continue
            visit.destination = hosts[0].side
            visit.parties = [p for p in visit.parties if p.role is not Role.HOST]
            for host in hosts:
                visit.add(host, Role.HOST)
            left = [pair for pair in left if pair is not stay]
    return left


def _welcomed_arrival(draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader) -> None:
    """ "X welcomed the arrival of Y": Y has come to where X is at home."""
    verb = tree.head(trigger.token)
    greets = verb is not None and verb.lemma in word_list("receiving") and tree.is_verb(verb)
    if trigger.frame.id != "arrive" or not greets or verb is None or draft.goals:
        return
    guests = {a.side for a in draft.actors(Role.GUEST)}
    for host in reader.read_all(tree.subjects(verb)):
        if trigger.token.dep.startswith(("obj", "nsubj")) and host.side not in {None, *guests}:
            draft.destination, draft.told = host.side, True
            if draft.status == Status.HELD:
                draft.status = Status.UNDER_WAY
            draft.add(host, Role.HOST)


def come_here(
    draft: Draft, trigger: Trigger, tree: Tree, reader: ActorReader, earlier: Sequence[Draft]
) -> None:
    """ "The minister arrived this morning", "came here": to where the page is filed, or else to
    where the page has had others come."""
    _welcomed_arrival(draft, trigger, tree, reader)
    goals = [d.destination for d in earlier if d.kind == Kind.VISIT and d.destination is not None]
    verb = trigger.token
    here = any(kid.lower == "here" for kid in tree.kids(verb, "advmod"))
    goals_told = [goal for goal in draft.goals if not _is_day(goal)]
    country = bool(goals_told) and all(_this_country(goal, tree) for goal in goals_told)
    home = reader.analysis.home_state or next(reversed(goals), None)
    if home is None and country:
        home = _where_received(draft, earlier)
    visiting = trigger.frame.id == "visit_verb" and not tree.kids(verb, "obj")
    arrived = (visiting or trigger.frame.id == "arrive") and not draft.goals
    if trigger.noun or draft.kind != Kind.VISIT or draft.destination is not None or home is None:
        return
    coming = trigger.frame.id == "travel" and verb.lemma == "come" and not goals_told
    if coming and draft.status == Status.PLANNED:
        home = _asked_to(draft, earlier)  # "accepted an invitation to Rome. He will come in May"
    there = here or arrived or country or (coming and home is not None)
    if there and not draft.actors(Role.HOST) and abroad(draft.actors(), home):
        draft.destination = home


def _asked_to(draft: Draft, earlier: Sequence[Draft]) -> str | None:
    """The one state to which the page has had the guest go or be asked to go."""
    guests = {a.key for a in draft.actors(Role.GUEST)}
    ahead = {Status.PLANNED, Status.PROPOSED}
    found = {
        d.destination for d in earlier
        if d.kind == Kind.VISIT and d.status in ahead and guests & {a.key for a in d.actors()}
    } - {None}  # fmt: skip
    return next(iter(found)) if len(found) == 1 else None


def _this_country(goal: Token, tree: Tree) -> bool:
    """ "Arrived in the country", "in the capital", "on the island": in none that is named."""
    words = [t for t in tree.subtree(goal, without=("acl", "acl:relcl", "conj")) if t.pos != "ADP"]
    plain = all(t is goal or t.dep in {"det", "case", "amod", "cc", "punct"} for t in words)
    pointed = any(kid.lower in {"the", "this"} for kid in tree.kids(goal, "det"))
    named = any(t.mention is not None for t in words)
    return goal.lemma in word_list("this_country") and pointed and plain and not named


def _where_received(draft: Draft, earlier: Sequence[Draft]) -> str | None:
    """The state of those whom the guest has met on the page, where that was."""
    guests = {a.key for a in draft.actors(Role.GUEST)}
    for talks in reversed(earlier):
        if talks.kind != Kind.MEETING or not guests & {a.key for a in talks.actors()}:
            continue
        ours = {a.side for a in draft.actors(Role.GUEST)}
        others = talks.sides() - ours
        there = talks.place.state if talks.place is not None else None
        if len(others) == 1 and there in {None, *others}:
            return next(iter(others))
    return None

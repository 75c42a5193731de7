"""Where a journey goes by more than "to": the legs of a tour, the place in a trip's name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Status

_GOAL_FORMS = frozenset({"name", "capital", "city"})
_THERE = frozenset({"in", "at", "to"})
_BETWEEN_STOPS = frozenset({",", ";", "and", "to", "then", "finally"})


def named_after_goal(tree: Tree, noun: Token) -> list[Token]:
    """ "His Dhaka trip", "the China visit"."""
    kids = tree.kids(noun, "compound", "nmod")
    return [kid for kid in kids if kid.i < noun.i and _is_goal(kid)]


def goals_of_purpose(tree: Tree, verb: Token) -> list[Token]:
    """ "Arrived to take part in the summit in Tirana": where what one came for is held."""
    for clause in tree.kids(verb, "xcomp", "advcl"):
        to = any(kid.lower == "to" for kid in tree.kids(clause, "mark"))
        if not to or clause.lemma not in word_list("attending_summits"):
            continue
        phrases = tree.deep_obliques(clause)
        for thing in tree.kids(clause, "obj"):
            phrases += tree.deep_obliques(thing)
        found = _goals(tree, [token for prep, token in phrases if prep in _THERE - {"to"}])
        if found:
            return found[:1]
    return []


def named_behind(tree: Tree, noun: Token) -> list[Token]:
    """ "To the Baltic states of Latvia and Lithuania", "to its allies Palau and Tuvalu"; "to three
    states next week: A, B and C", "to five states, including A"."""
    if noun.mention is not None or noun.tag != "NNS" or noun.lemma not in word_list("lands"):
        return []
    behind = [kid for kid in tree.kids(noun, "appos", "nmod") if kid.i > noun.i]
    named = _goals(tree, [kid for kid in behind if tree.case(kid) in {"", "of"}])
    return named or _goals(tree, [t for t in tree.tokens[noun.i + 1 :] if _listed(tree, t, noun)])


def stops_with_days(tree: Tree, first: Token) -> list[Token]:
    """ "To Lima (May 12-13), Santiago, Chile (May 14); and Bogota (May 15)": the stops of an
    itinerary, each with its days in brackets."""
    stops, at = [first], _behind_days(tree, first.i)
    while at is not None:
        while at < len(tree.tokens) and tree[at].lower in _BETWEEN_STOPS:
            at += 1
        if at >= len(tree.tokens) or not _is_goal(tree[at]):
            break
        behind = _behind_days(tree, at)
        if behind is not None:
            stops.append(tree[at])
        at = behind
    return stops if len(stops) > 1 else []


def _behind_days(tree: Tree, place: int) -> int | None:
    """Where the text goes on behind a place and its days in brackets; None where it has none."""
    at, tokens = place + 1, tree.tokens
    if at + 1 < len(tokens) and tokens[at].text == "," and _is_goal(tokens[at + 1]):
        at += 2  # "Santiago, Chile (May 14)"
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
        return None
    mention = tokens[at + 1].mention
    return at + 3 if mention is not None and mention.kind is MentionKind.DATE else None


def told_with_time(phrases: Iterable[tuple[str, Token]], tree: Tree) -> list[tuple[str, Token]]:
    """ "Arrived at 21:35 local time in Montevideo": the place, parsed as a part of the time."""
    hours = [t for _, t in phrases if t.mention is None and t.lemma in word_list("spans_of_time")]
    return [
        (prep, token)
        for hour in hours
        for prep, token in tree.obliques(hour)
        if prep in _THERE and _is_goal(token)
    ]


def state_behind(tree: Tree, town: Token) -> list[Token]:
    """ "To Gros Islet, Saint Lucia": the state of a town that nothing else is known of."""
    unknown = town.mention is None or town.mention.kind is MentionKind.NAME
    if not unknown or town.tag not in {"NNP", "NNPS"}:
        return []
    return _goals(tree, [kid for kid in tree.kids(town, "appos") if kid.i == town.i + 2])


def _listed(tree: Tree, token: Token, noun: Token) -> bool:
    """Whether a place stands behind a colon or "including" as one of those that ``noun`` counts."""
    if tree.case(token) in {"including", "such as"}:
        return True
    before = tree[token.i - 1]
    above = {t.i for t in tree.up(noun)}
    beside = token.dep in {"dep", "parataxis", "appos", "obj"} and token.head in above
    return beside and before.text in {":", "–", "—"}


def legs(tree: Tree, noun: Token, draft: Draft) -> list[Token]:
    """Places that a tour goes to one after another, noting on ``draft`` which come later.

    "A tour with stops in A and B", "began a tour with A, followed by B", "a tour that includes B".
    """
    if noun.lemma not in word_list("tours") | word_list("trips"):
        return []
    head = tree.head(noun)
    verb = head if head is not None and tree.is_verb(head) and noun.dep == "obj" else None
    nouns = [noun] if verb is None else [noun, verb]
    with_whom = [t for one in nouns for prep, t in tree.obliques(one) if prep == "with"]
    stops = [t for t in with_whom if t.lemma in word_list("stops")]
    first = _goals(tree, [t for t in with_whom if t not in stops])
    first += _goals(tree, (t for s in stops for prep, t in tree.obliques(s) if prep in _THERE))
    later: list[Token] = []
    for one in [*nouns, *stops, *first]:
        for clause in tree.kids(one, "acl", "acl:relcl", "advcl", "conj"):
            later += _goals(tree, _told(tree, clause))
    if head is not None and noun.dep == "nsubj":
        later += _goals(tree, _told(tree, head))
    draft.later = [t for t in later if t not in first]
    return [*first, *draft.later]


def goes_on_to(draft: Draft, tree: Tree) -> bool:
    """ "Arrived in A on a tour that will take him to B": whether that is still to come."""
    return any(
        set(tree.auxiliaries(clause)) & word_list("coming_auxiliaries")
        and any(clause in tree.up(goal) for goal in draft.goals[:1])
        for clause in tree.kids(draft.trigger, "acl:relcl")
    )


def _told(tree: Tree, clause: Token) -> list[Token]:
    """What a tour is "followed by", "includes" or "takes in"."""
    if clause.lemma == "follow" and tree.is_passive(clause):
        return [t for prep, t in tree.obliques(clause) if prep == "by"]
    if clause.lemma in word_list("including") | word_list("covering"):
        found = [*tree.kids(clause, "obj"), *(t for p, t in tree.obliques(clause) if p == "in")]
        stops = [t for t in found if t.lemma in word_list("stops")]
        return [*found, *(t for s in stops for prep, t in tree.obliques(s) if prep in _THERE)]
    return []


def _goals(tree: Tree, tokens: Iterable[Token]) -> list[Token]:
    return [t for token in tokens for t in tree.conjuncts(token) if _is_goal(t)]


def _is_goal(token: Token) -> bool:
    mention = token.mention
    places = {MentionKind.STATE, MentionKind.PLACE}
    return mention is not None and mention.form in _GOAL_FORMS and mention.kind in places


def settle_leg(draft: Draft, goal: Token, later: Collection[Token]) -> None:
    """A later leg is still to come while the tour goes on, and the tour's days are not its own."""
    if goal in later:
        draft.status = Status.PLANNED if draft.status == Status.UNDER_WAY else draft.status
        draft.dates, draft.set_out = [], False

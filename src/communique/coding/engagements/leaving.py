"""Visits told by how they ended: "left Helsinki", "is back from Finland", "was seen off by X"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from communique.coding.dating.narrative import dates_of
from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.coding.engagements.presence import abroad
from communique.coding.engagements.prominence import rank_of
from communique.knowledge.frames import GrammarWords, word_list
from communique.language.annotations import MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Kind, Place, Role, Status

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_FORMS = frozenset({"name", "capital", "city", "seat"})
_FROM = frozenset({"from", "out of"})
_AT = frozenset({"at", "from", "in"})


def visits_left(
    sentence: Sentence, tree: Tree, reader: ActorReader, words: GrammarWords
) -> list[Draft]:
    """Drafts of the visits that ``sentence`` has an office-holder come away from."""
    found: list[Draft] = []
    for verb in tree.tokens:
        if verb.lemma not in _parting_words() and verb.lower != "back":
            continue
        if not tree.is_verb(verb) and not (verb.lower == "back" and tree.kids(verb, "cop")):
            continue
        status = _status(verb, sentence, tree, words)
        if status is None:
            continue
        for place, who in _partings(verb, tree, reader):
            draft = _draft(sentence, verb, place, who, status, tree, reader)
            if draft is not None:
                found.append(draft)
    return found


@cache
def _parting_words() -> frozenset[str]:
    """Lemmas of the verbs that may have somebody come away."""
    lists = ("coming_away", "departing", "moving", "going", "quitting")
    return frozenset({"see"}).union(*map(word_list, lists))


def left_from(verb: Token, tree: Tree) -> list[Token]:
    """The places that the subject of ``verb`` comes away from."""
    back = any(kid.lower in {"back", "home"} for kid in tree.kids(verb, "advmod", "compound:prt"))
    out = any(kid.lower == "out" for kid in tree.kids(verb, "advmod", "compound:prt"))
    away = verb.lemma in word_list("coming_away") or verb.lower == "back"
    goes = verb.lemma in word_list("departing") | word_list("moving") | word_list("going")
    named: list[Token] = []
    if verb.lemma in word_list("quitting"):
        named += tree.kids(verb, "obj")
    if away or (goes and back):
        named += [t for prep, t in tree.deep_obliques(verb) if prep in _FROM]
    elif goes:
        named += [
            t for prep, t in tree.obliques(verb) if prep == "out of" or (out and prep == "of")
        ]
    return [t for one in named for t in tree.conjuncts(one) if _is_place(t)]


def _partings(verb: Token, tree: Tree, reader: ActorReader) -> Iterator[tuple[Token, list[Actor]]]:
    """Places left with those who left them."""
    for place in left_from(verb, tree):
        yield place, reader.read_all(tree.subjects(verb))
    off = verb.i + 1 < len(tree.tokens) and tree[verb.i + 1].lower == "off"
    off = off or any(kid.lower == "off" for kid in tree.kids(verb, "compound:prt", "advmod"))
    if verb.lemma == "see" and off:
        seen = tree.kids(verb, "nsubj:pass") or tree.objects(verb)
        seen = seen or [t for prep, t in tree.obliques(verb) if prep == "off"]
        where = [t for prep, t in tree.deep_obliques(verb) if prep in _AT]
        for place in [t for one in where for t in tree.subtree(one) if _is_place(t)][:1]:
            yield place, reader.read_all(seen)


def _is_place(token: Token) -> bool:
    mention = token.mention
    known = mention is not None and mention.kind in _PLACES and mention.form in _FORMS
    return known and mention is not None and mention.state is not None


def _status(verb: Token, sentence: Sentence, tree: Tree, words: GrammarWords) -> Status | None:
    """Over once the guest is gone; who is still to leave is there."""
    auxiliaries = set(tree.auxiliaries(verb))
    if tree.negated(verb) or auxiliaries & words.status["proposed_auxiliaries"]:
        return None
    if any(kid.lower in word_list("supposing") for kid in tree.kids(verb, "mark")):
        return None
    clauses = tree.kids(verb, "advcl", "obl")
    if any(m.lower in word_list("without") for c in clauses for m in tree.kids(c, "mark", "case")):
        return None  # "left Munich without meeting X": what did not happen there is the news
    if verb.lower == "back":
        now = {kid.lower for kid in tree.kids(verb, "cop")} <= word_list("to_be")
        return Status.HELD if now else None
    if auxiliaries & words.status["planned_auxiliaries"]:
        return Status.UNDER_WAY
    head = tree.head(verb)
    if verb.tag == "VB":
        due = head is not None and head.lemma in word_list("coming") | words.status["planned_verbs"]
        return Status.UNDER_WAY if due else None
    if verb.tag in {"VBZ", "VBP"} and not auxiliaries:
        return Status.HELD if sentence.is_title else Status.UNDER_WAY
    if verb.tag == "VBG":
        after = {kid.lower for kid in tree.kids(verb, "mark", "case")} & {"after", "on", "upon"}
        return Status.HELD if after else None
    return Status.HELD


def _draft(
    sentence: Sentence, verb: Token, where: Token, who: Iterable[Actor], status: Status,
    tree: Tree, reader: ActorReader,
) -> Draft | None:  # fmt: skip
    """The visit that ends; who is posted there comes and goes."""
    goal = where.mention
    assert goal is not None
    guests = [g for g in abroad(list(who), goal.state) if _travels(g)]
    if not guests:
        return None
    place, told = (
        reader.analysis.span(where.start, where.end),
        reader.analysis.span(verb.start, verb.end),
    )
    host = Actor(
        where, state=goal.state, spans=(place,),
        worked_from=None if goal.form == "name" else goal.text,
    )  # fmt: skip
    return Draft(
        Kind.VISIT, status, "leaving", sentence, verb,
        parties=[*(DraftParty(g, Role.GUEST) for g in guests), DraftParty(host, Role.HOST)],
        place=Place(goal.text, goal.city, goal.state), place_spans=(place,),
        destination=goal.state, kind_spans=[told], status_spans=[told],
        ends=dates_of(verb, tree, sentence, reader.analysis.dates)
        if status is Status.UNDER_WAY
        else [],
        prominence=rank_of(tree, verb), told=status is Status.HELD,
    )  # fmt: skip


def _travels(guest: Actor) -> bool:
    kinds = guest.person.office_kinds if guest.person is not None else set()
    return kinds != {"diplomat"}


def unless_told(left: Sequence[Draft], made: Sequence[Draft]) -> list[Draft]:
    """Those of ``left`` whose visit is not among ``made``, told of by its own words."""
    told = [d for d in made if d.kind == Kind.VISIT]
    return [
        one for one in left
        if not any(
            d.destination == one.destination and one.persons() & d.persons() for d in told
        )
    ]  # fmt: skip

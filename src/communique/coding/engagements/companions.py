"""Ministers who come along on a visit: "accompanied by X", "the delegation includes Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.knowledge.offices import load_office_words
from communique.language.annotations import Analysis, Person, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Kind, Role

# An earlier journey, on which others may have come along, ended longer ago than this.
_SAME_JOURNEY = timedelta(days=14)


def settle_companions(groups: Sequence[Draft], analysis: Analysis) -> None:
    """Add the office-holders who accompany a guest to his or her visits as delegates."""
    visits = [g for g in groups if g.kind == Kind.VISIT and not _long_ago(g, analysis.published)]
    if not visits:
        return
    for sentence in analysis.sentences:
        for principals, companions in _accompanied(sentence, analysis):
            for visit in visits:
                _join(visit, principals, companions)


def _long_ago(visit: Draft, published: date | None) -> bool:
    end = visit.when.end or visit.when.start
    if end is None or published is None:
        return False
    return end < (published - _SAME_JOURNEY).isoformat()[: len(end)]


def _join(visit: Draft, principals: set[int], companions: Sequence[Actor]) -> None:
    guests = visit.actors(Role.GUEST)
    if principals and not principals & {id(g.person) for g in guests}:
        return
    sides = {guest.side for guest in guests}
    there = visit.persons()
    for actor in companions:
        if actor.side in sides and id(actor.person) not in there:
            visit.add(actor, Role.DELEGATE)


def _accompanied(sentence: Sentence, analysis: Analysis) -> Iterator[tuple[set[int], list[Actor]]]:
    """Identities of those accompanied (empty where it is the delegation), and who comes along."""
    words = word_list("accompanying") | word_list("composing")
    if not any(token.lemma in words for token in sentence.tokens):
        return
    tree = Tree(sentence.tokens)
    reader = ActorReader(analysis, tree)
    for verb in tree.tokens:
        if verb.lemma in word_list("accompanying") and tree.is_verb(verb):
            principals = reader.read_all(_all(tree, tree.objects(verb)))
            companions = _holders(reader, _all(tree, tree.subjects(verb)))
            if principals and companions:
                yield {id(a.person) for a in principals if a.person is not None}, companions
        elif verb.lemma in word_list("composing") and not tree.negated(verb):
            bodies = [tree.resolve(t) for t in tree.subjects(verb)]
            if any(t.lemma in word_list("delegations") for t in bodies):
                yield set(), _holders(reader, _all(tree, tree.objects(verb)))


def _all(tree: Tree, tokens: Sequence[Token]) -> list[Token]:
    return [member for token in tokens for member in tree.conjuncts(token)]


def _holders(reader: ActorReader, tokens: Sequence[Token]) -> list[Actor]:
    """Persons with offices; spouses, also queens beside kings, are nobody."""
    return [
        actor
        for actor in reader.read_all(tokens)
        if actor.person is not None
        and actor.person.offices
        and not actor.person.office_kinds & {"head_of_state", "spouse"}
        and not _consort(actor.person)
    ]


def _consort(person: Person) -> bool:
    """A first lady, a queen beside a king: nobody of an office of state."""
    heads = {office.head for mention in person.mentions for office in mention.offices}
    return bool(heads) and heads <= load_office_words().consorts

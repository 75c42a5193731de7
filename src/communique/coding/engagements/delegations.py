"""Who leads the delegations at talks: "The Russian side was headed by X, the U.S. side by Y"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.coding.engagements.actors import ActorReader
from communique.coding.engagements.drafts import Draft, DraftParty
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.belonging import GUESSES
from communique.language.grammar import Tree
from communique.model import Kind, Role, Status

FRAME = "delegations"


def read_delegations(sentence: Sentence, tree: Tree, analysis: Analysis) -> list[Draft]:
    """One draft with the leaders of the delegations that a sentence tells of, none without any.

    The draft is of no kind of its own: it joins the talks that the page reports, or is talks where
    both sides are told. A leader whose state the page does not print is of the delegation's.
    """
    reader = ActorReader(analysis, tree)
    parties: list[DraftParty] = []
    first: Token | None = None
    for body, leader in _led(tree):
        state = _state_of(tree, body)
        for actor in reader.read(leader):
            person = actor.person
            if person is None:
                continue
            if state is None and person.state is not None and _own(tree, body):
                parties.append(DraftParty(actor, Role.PARTICIPANT))
                first = first or body
            if state is None:
                continue
            if person.state is None or person.state_from in GUESSES:
                person.state, person.state_from = state, analysis.span(body.start, body.end).quote
            if person.state == state:
                parties.append(DraftParty(actor, Role.PARTICIPANT))
                first = first or body
    if first is None:
        return []
    span = analysis.span(first.start, first.end)
    draft = Draft(
        Kind.MEETING, Status.HELD, FRAME, sentence, first, kind_spans=[span], status_spans=[span],
        definite=True,
    )  # fmt: skip
    for party in parties:
        draft.add(party.actor, party.role)
    return [draft]


def _led(tree: Tree) -> Iterator[tuple[Token, Token]]:
    """Delegations with their leaders, in either voice; a second verb may be left out."""
    for body in tree.tokens:
        if body.lemma not in word_list("delegations") | word_list("sides"):
            continue
        by = [t for prep, t in tree.obliques(body) if prep == "by"]
        verb = _heading(tree, body)
        if verb is not None and not tree.is_passive(verb):
            yield from ((body, leader) for leader in tree.subjects(verb))
        elif verb is not None or by:
            agents = by or [t for t in _agents(tree, verb) if t.i > body.i]
            yield from ((body, leader) for leader in agents[:1])


def _own(tree: Tree, body: Token) -> bool:
    """ "X and Y led their respective delegations"."""
    return body.tag == "NNS" and any(k.lower == "their" for k in tree.kids(body, "nmod:poss"))


def _heading(tree: Tree, body: Token) -> Token | None:
    """The verb of leading that a delegation is subject or object of."""
    first = tree.first_conjunct(body)
    head = tree.head(first)
    if head is None or head.lemma not in word_list("heading"):
        return None
    return head if first.dep in {"obj", "nsubj:pass", "nsubj"} or first is not body else None


def _agents(tree: Tree, verb: Token | None) -> list[Token]:
    if verb is None:
        return []
    return [t for t in tree.kids(verb, "obl:agent", "obl") if tree.case(t) == "by"]


def _state_of(tree: Tree, body: Token) -> str | None:
    for kid in tree.kids(body, "amod", "compound", "nmod:poss", "nmod", "nmod:desc"):
        if kid.mention is not None and kid.mention.state is not None:
            return kid.mention.state
    return None

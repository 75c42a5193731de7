"""Who leads the delegations at talks: "The Russian side was headed by X, the U.S. side by Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    for body, leader in _led(tree, reader):
        state = next((k.mention.state for k in reader.owners(body) if k.mention), None)
        for actor in reader.read(leader):
            person = actor.person
            if person is None:
                continue
            known_by_name = person.state is not None and _own(tree, body)
            if state is None and (known_by_name or _told_of(tree, body)):
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


def _led(tree: Tree, reader: ActorReader) -> Iterator[tuple[Token, Token]]:
    """Delegations with their leaders, in either voice; a second verb may be left out."""
    for body in tree.tokens:
        if body.lemma not in word_list("delegations") | word_list("sides"):
            continue
        by = [t for prep, t in tree.obliques(body) if prep == "by"]
        for clause in reader.clauses(body):
            by += _agents(tree, clause) if clause.lemma in word_list("heading") else []
        verb = _heading(tree, body)
        if verb is not None and not tree.is_passive(verb):
            yield from ((body, leader) for leader in tree.subjects(verb))
        elif verb is not None or by:
            agents = by or [t for t in _agents(tree, verb) if t.i > body.i]
            yield from ((body, leader) for leader in agents[:1])


def _own(tree: Tree, body: Token) -> bool:
    """ "X and Y led their respective delegations"."""
    return body.tag == "NNS" and any(k.lower == "their" for k in tree.kids(body, "nmod:poss"))


def _told_of(tree: Tree, body: Token) -> bool:
    """ "The delegation was headed by X": the one that the page spoke of before."""
    return body.tag == "NN" and any(k.lower == "the" for k in tree.kids(body, "det"))


def led_at(draft: Draft, groups: Sequence[Draft]) -> Draft | None:
    """The engagement before it whose delegation ``draft`` tells the leader of, None without one.

    A leader whose state the page does not print is of the delegation's, as said above.
    """
    if draft.frame != FRAME or len(draft.parties) != 1:
        return None
    leader = draft.parties[0].actor
    guessed = leader.side is None
    guessed |= leader.person is not None and leader.person.state_from in GUESSES
    for group in reversed(groups):
        bodies = [p.actor for p in group.parties if p.actor.delegation and p.actor.side]
        bodies = [b for b in bodies if guessed or leader.side == b.side]
        if len(bodies) == 1 and group.sentence.index < draft.sentence.index:
            if leader.person is not None and guessed:
                leader.person.state, leader.person.state_from = bodies[0].side, bodies[0].label
            return group
    return None


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

"""Invitations on one page: extended, repeated, accepted, declined, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.coding.actors import Actor, ActorReader
from communique.coding.drafts import Draft
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import (
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    Kind,
    Role,
    Span,
    Status,
)

_ORDER = ("extended", "reiterated", "accepted", "declined", "fulfilled")


@dataclass(slots=True, eq=False)
class DraftInvitation:
    """An invitation in the making; ``steps`` maps a state to its words."""

    by: Actor | None
    to: Actor | None
    via: Actor | None
    what: Span | None
    sentence: Sentence
    steps: dict[str, list[Span]] = field(default_factory=dict)
    due: list[DateExpression] = field(default_factory=list)
    standing: bool = False
    bare: bool = False


class InvitationReader:
    """Reads invitations off one sentence."""

    def __init__(self, sentence: Sentence, analysis: Analysis, words: MessageWords) -> None:
        """``words`` are those of the page's language."""
        self.sentence = sentence
        self.analysis = analysis
        self.words = words.invitations
        self.tree = Tree(sentence.tokens)
        self.reader = ActorReader(analysis, self.tree)

    def read(self) -> list[DraftInvitation]:
        """Every invitation that the sentence speaks of."""
        found: list[DraftInvitation] = []
        for token in self.tree.tokens:
            if token.mention is not None:
                continue
            if token.lemma in self.words["verbs"] and self.tree.is_verb(token):
                found += self._verb(token)
            elif token.lemma in self.words["accept"] and self.tree.is_verb(token):
                found += self._accepted(token)
            elif token.lemma in self.words["nouns"] and token.pos in {"NOUN", "PROPN"}:
                found += self._noun(token)
        return found

    def _one(self, tokens: Sequence[Token]) -> Actor | None:
        actors = self.reader.read_all(tokens)
        return actors[0] if actors else None

    def _verb(self, verb: Token) -> list[DraftInvitation]:
        tree = self.tree
        by, to = self._one(tree.subjects(verb)), self._one(tree.objects(verb))
        if tree.negated(verb) or to is None:
            return []
        owner = self._on_behalf(verb)
        via = by if owner is not None else None
        draft = DraftInvitation(owner or by, to, via, self._what(verb), self.sentence)
        draft.steps["extended"] = [self._span(verb)]
        draft.due = self._due(draft.what)
        return [draft]

    def _accepted(self, verb: Token) -> list[DraftInvitation]:
        """ "and X has accepted": the invitation spoken of before."""
        tree = self.tree
        to = self._one(tree.subjects(verb))
        if to is None or tree.objects(verb) or tree.negated(verb) or tree.is_passive(verb):
            return []
        draft = DraftInvitation(None, to, None, None, self.sentence, bare=True)
        draft.steps["accepted"] = [self._span(verb)]
        return [draft]

    def _noun(self, noun: Token) -> list[DraftInvitation]:
        tree = self.tree
        verb = self._verb_above(noun)
        prepositions = tree.obliques(noun)
        owners = [t for prep, t in prepositions if prep in {"of", "from", "by"}]
        by = self._one([*owners, *tree.kids(noun, "nmod:poss")])
        to = self._one([t for prep, t in prepositions if prep == "to"])
        if tree.case(noun) in {"at", "upon", "on"}:
            return self._standing(noun, by)
        if verb is None:
            return []
        subject = self._one(tree.subjects(verb))
        if tree.negated(verb):
            return []
        to = to or self._one([t for prep, t in tree.obliques(verb) if prep == "to"])
        to = to or self._one(tree.kids(verb, "iobj"))
        return self._stepped(noun, verb, subject, by, to)

    def _stepped(
        self, noun: Token, verb: Token, subject: Actor | None, by: Actor | None, to: Actor | None
    ) -> list[DraftInvitation]:
        words, span = self.words, self._span(verb)
        by = by or self._on_behalf(verb)
        draft = DraftInvitation(by, to, None, self._what(noun), self.sentence)
        draft.due = self._due(draft.what)
        if verb.lemma in words["accept"]:
            draft.to, draft.steps["accepted"] = subject or to, [span]
        elif verb.lemma in words["decline"]:
            draft.to, draft.steps["declined"] = subject or to, [span]
        elif verb.lemma in words["receive"]:
            draft.to, draft.steps["extended"] = subject, [span]
        elif verb.lemma in words["reiterate"] | words["extend"] | words["carry"]:
            step = "reiterated" if verb.lemma in words["reiterate"] else "extended"
            draft.steps[step] = [span]
            if by is None:
                draft.by = subject
            elif subject is not None and subject.key != by.key:
                draft.via = subject
        else:
            return []
        return [draft]

    def _on_behalf(self, verb: Token) -> Actor | None:
        """For whom an invitation is handed over."""
        for prep, token in self.tree.deep_obliques(verb):
            if token.lemma == "behalf" and prep == "on":
                return self._one([t for p, t in self.tree.obliques(token) if p == "of"])
        return None

    def _standing(self, noun: Token, by: Actor | None) -> list[DraftInvitation]:
        """ "At the invitation of X": behind a visit that is planned or going on."""
        tree = self.tree
        if by is None:
            return []
        guest = None
        for head in tree.up(noun):
            if tree.is_verb(head):
                guest = self._one(tree.subjects(head)) or guest
                if guest is not None and guest.key != by.key:
                    break
            elif head.mention is None:
                guest = self._one(tree.kids(head, "nmod:poss")) or guest
        draft = DraftInvitation(by, guest, None, None, self.sentence, standing=True)
        draft.steps["extended"] = [self._span(noun)]
        return [draft]

    def _verb_above(self, noun: Token) -> Token | None:
        head = self.tree.head(self.tree.first_conjunct(noun))
        if head is not None and self.tree.is_verb(head):
            relative = self.tree.kids(noun, "acl:relcl")
            accepting = [
                v for v in relative if v.lemma in self.words["accept"] | self.words["decline"]
            ]
            return accepting[0] if accepting and head.lemma not in self.words["extend"] else head
        for kid in self.tree.kids(noun, "acl:relcl", "acl"):
            if kid.tag != "VB":
                return kid
        return None

    def _what(self, token: Token) -> Span | None:
        """What one is invited to do: the infinitive of the verb or noun, else its "to" phrase."""
        tree, head = self.tree, self.tree.head(token)
        kids = tree.kids(token, "xcomp", "acl", "advcl", "ccomp")
        if head is not None and tree.is_verb(head):
            kids += [kid for kid in tree.kids(head, "xcomp", "advcl") if kid.i > token.i]
        for kid in kids:
            marks = [m for m in tree.kids(kid, "mark", "aux") if m.lower == "to"]
            if marks:
                return self._clause(kid, marks[0].i + 1)
        for prep, kid in tree.obliques(token):
            if prep in {"for", "to"} and not self.reader.read(kid):
                return self._clause(kid, 0)
        return None

    def _clause(self, head: Token, first: int) -> Span:
        """The words below ``head`` from token ``first``, without a coordinated finite clause."""
        finite = {
            word.i
            for kid in self.tree.kids(head, "conj")
            if kid.tag in {"VBD", "VBZ", "VBP"}
            for word in self.tree.subtree(kid)
        }
        words = [w for w in self.tree.subtree(head) if w.i >= first and w.i not in finite]
        while len(words) > 1 and words[-1].dep in {"cc", "punct"}:
            words.pop()
        return self.analysis.span(words[0].start, words[-1].end)

    def _due(self, what: Span | None) -> list[DateExpression]:
        if what is None:
            return []
        return [d for d in self.analysis.dates if what.start <= d.start < what.end]

    def _span(self, token: Token) -> Span:
        return self.analysis.span(token.start, token.end)


def join_invitations(
    drafts: Sequence[DraftInvitation], groups: Sequence[Draft]
) -> list[DraftInvitation]:
    """Put together what one page says of one invitation; fill in who from visits and partners."""
    joined: list[DraftInvitation] = []
    for draft in drafts:
        known = next((k for k in reversed(joined) if _same(k, draft)), None)
        if known is None:
            if not draft.bare:
                joined.append(draft)
            continue
        for state, spans in draft.steps.items():
            known.steps.setdefault(state, []).extend(spans)
        known.by, known.to = known.by or draft.by, known.to or draft.to
        known.via = known.via or draft.via
        known.due += draft.due
        if draft.what is not None and (
            known.what is None or len(draft.what.quote) > len(known.what.quote)
        ):
            known.what = draft.what
    for draft in joined:
        _fill(draft, groups)
        if "reiterated" in draft.steps:
            draft.steps.pop("extended", None)
    return [d for d in joined if d.by is not None and d.to is not None and d.by.key != d.to.key]


def _same(a: DraftInvitation, b: DraftInvitation) -> bool:
    by = a.by is None or b.by is None or a.by.key == b.by.key or a.by.side == b.by.side
    to = a.to is None or b.to is None or a.to.key == b.to.key
    return by and to


def _fill(draft: DraftInvitation, groups: Sequence[Draft]) -> None:
    """Who is missing stands across the table in the engagement the page reports."""
    main = next((g for g in groups if g.main and g.complete()), None)
    if main is None:
        return
    if draft.by is None and draft.to is not None:
        draft.by = next((a for a in main.actors() if a.person and a.side != draft.to.side), None)
    if draft.to is None and draft.by is not None:
        draft.to = next((a for a in main.actors() if a.person and a.side != draft.by.side), None)


def settle_visits(invitations: Sequence[DraftInvitation], groups: Sequence[Draft]) -> None:
    """An accepted invitation makes its visit planned; the inviter is its host."""
    for invitation in invitations:
        for group in groups:
            if _asked_for(invitation, group):
                _settle_visit(invitation, group)


def _asked_for(invitation: DraftInvitation, group: Draft) -> bool:
    """Whether ``group`` is the visit that was asked for."""
    if invitation.to is None or invitation.by is None or group.kind != Kind.VISIT:
        return False
    guests = {actor.key for actor in group.actors(Role.GUEST)}
    side = invitation.by.side
    return invitation.to.key in guests and side is not None and group.destination in {None, side}


def _settle_visit(invitation: DraftInvitation, group: Draft) -> None:
    accepted = "accepted" in invitation.steps
    inviter = invitation.by
    open_yet = group.status == Status.PROPOSED
    if open_yet and accepted:
        group.status = Status.PLANNED
    named = any(actor.person for actor in group.actors(Role.HOST))
    receives = (open_yet or accepted or invitation.standing) and not named
    if receives and inviter is not None and inviter.person is not None:
        group.parties = [p for p in group.parties if p.role is not Role.HOST]
        group.add(inviter, Role.HOST)
    if invitation.standing and group.status in {Status.HELD, Status.UNDER_WAY}:
        invitation.steps["fulfilled"] = invitation.steps["extended"]
    elif invitation.standing and group.status == Status.PLANNED:
        invitation.steps["accepted"] = invitation.steps["extended"]


def to_commitment(draft: DraftInvitation, date: str | None, due: str | None) -> Commitment:
    """The invitation as the codebook has it; ``date`` is that of the engagement it fell in."""
    assert draft.by is not None
    assert draft.to is not None
    states = tuple(
        CommitmentState(
            CommitmentStateKind(state),
            None if draft.standing and state == "extended" else date,
            tuple(dict.fromkeys(draft.steps[state])),
        )
        for state in _ORDER
        if state in draft.steps
    )
    what = draft.what.quote if draft.what is not None else "visit"
    return Commitment(
        CommitmentKind.INVITATION, draft.by.label, draft.to.label,
        draft.via.label if draft.via else None, what, due, states,
    )  # fmt: skip

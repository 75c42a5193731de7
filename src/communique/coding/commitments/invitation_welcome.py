"""Invitations by other words: somebody is welcome, several are invited, one cannot accept."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.commitments.invitation_parts import DraftInvitation
from communique.coding.commitments.invitation_thanks import InvitationThanks
from communique.knowledge.frames import word_list
from communique.language.annotations import Token

_MANY = 6


class InvitationWelcome(InvitationThanks):
    """Reads such invitations off one sentence."""

    def comes(self, verb: Token) -> bool:
        """Whether ``verb`` is "to come to Berlin", "to pay a visit"."""
        if not any(mark.lower == "to" for mark in self.tree.kids(verb, "mark")):
            return False
        objects = self.tree.kids(verb, "obj")
        if verb.lemma in self.words["paying"]:
            return any(t.lemma == "visit" for t in objects)
        return verb.lemma in self.words["coming"] and bool(self.tree.obliques(verb) or objects)

    def welcome(self, token: Token) -> list[DraftInvitation]:
        """ "Said that X is welcome to visit": who says so invites X."""
        tree = self.tree
        below = [kid for kid in tree.kids(token, "xcomp", "advcl", "acl") if self.comes(kid)]
        if not below or not tree.kids(token, "cop") or tree.negated(token):
            return []
        teller = next((t for t in tree.up(token) if t.lemma in tree.words.reporting), None)
        by = self.one(tree.subjects(teller)) if teller is not None else None
        to = self.one(tree.kids(token, "nsubj"))
        if by is None or to is None or by.side == to.side:
            return []
        draft = DraftInvitation(by, to, None, self.what(token), self.sentence)
        draft.steps["extended"] = [self.span(token)]
        draft.destination = self.destination(token, draft.what)
        return [draft]

    def cannot(self, verb: Token) -> bool:
        """ "Will not be able to accept it", "cannot attend": a refusal."""
        head = self.tree.head(verb)
        able = [head] if head is not None and verb.dep == "xcomp" and head.lemma == "able" else []
        around = [verb, *able]
        refused = any(self.tree.negated(one) for one in around)
        modal = any(set(self.tree.auxiliaries(one)) & word_list("not_yet") for one in around)
        return verb.lemma in self.words["accept"] and refused and modal

    def for_others(self, draft: DraftInvitation, verb: Token) -> list[DraftInvitation]:
        """ "Sent invitations to X and Y": the same for each of the others."""
        to = [t for prep, t in self.tree.obliques(verb) if prep == "to"]
        named = self.sides(to)
        if draft.to is None or len(named) < 2 or named[0].key != draft.to.key:
            return []
        return [
            replace(draft, to=other, steps=dict(draft.steps)) for other in named[1:_MANY]
        ]  # fmt: skip

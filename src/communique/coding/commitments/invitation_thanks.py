"""Invitations that one gives thanks for: for having been invited, for having come."""

from __future__ import annotations

from communique.coding.commitments.invitation_parts import DraftInvitation, InvitationParts
from communique.coding.engagements.actors import Actor
from communique.knowledge.frames import word_list
from communique.language.annotations import Token


class InvitationThanks(InvitationParts):
    """Reads invitations off thanks in one sentence."""

    def thanks_for(self, noun: Token) -> Token | None:
        """The verb of "thanked X for the invitation", "expressed gratitude to X for it", "was
        grateful for it"; None without thanks."""
        tree = self.tree
        thanks = word_list("thanking") | self.thanks
        head = next((t for t in tree.up(noun) if tree.is_verb(t) or self._grateful(t)), None)
        if head is None or head.lemma in word_list("thanking") or self._grateful(head):
            return head
        given = any(kid.lemma in thanks for kid in tree.kids(head, "obj"))
        return head if given and tree.case(noun) == "for" else None

    def _grateful(self, token: Token) -> bool:
        return token.lower in self.words["grateful"] and bool(self.tree.kids(token, "cop"))

    def thanked(self, noun: Token, verb: Token, by: Actor | None) -> list[DraftInvitation]:
        """ "Thanked X for the invitation": of whom the subject is or will be the guest."""
        to = self.one(self.tree.subjects(verb))
        phrases = self.tree.deep_obliques(verb)
        phrases += [p for kid in self.tree.kids(verb, "obj") for p in self.tree.obliques(kid)]
        whom = [t for t in self.tree.objects(verb) if t is not noun]
        by = self.one([*whom, *(t for prep, t in phrases if prep == "to")]) or by
        if to is None:
            return []
        draft = DraftInvitation(by, to, None, self.what(noun), self.sentence, standing=True)
        draft.steps["extended"] = [self.span(noun)]
        return [draft]

    def thanks_above(self, verb: Token) -> Token | None:
        """The verb of thanking that ``verb`` is said for: "thanked him for accepting"."""
        for_ = any(kid.lower == "for" for kid in self.tree.kids(verb, "mark", "case"))
        head = self.tree.head(verb)
        if not for_ or head is None:
            return None
        if head.lemma in word_list("thanking"):
            return head
        given = self.tree.kids(head, "obj") if self.tree.is_verb(head) else [head]
        noun = next((t for t in given if self._of_thanks(t)), None)
        return self.tree.head(noun) if noun is not None else None

    def given_thanks(self, verb: Token) -> tuple[list[Actor], list[Actor]] | None:
        """Who invited whom by "sent X a note of thanks for inviting him", None without thanks
        that are given to somebody."""
        head = self.thanks_above(verb) if verb.tag == "VBG" else None
        if head is None or head.lemma in word_list("thanking"):
            return None
        given = [head, *self.tree.kids(head, "obj")]
        to = [t for one in given for prep, t in self.tree.deep_obliques(one) if prep == "to"]
        by = self.sides([*self.tree.kids(head, "iobj"), *to])
        return (by, self.sides(self.tree.subjects(head))) if by else None

    def _of_thanks(self, noun: Token) -> bool:
        """ "Thanks", "a note of thanks"."""
        of = [t for prep, t in self.tree.obliques(noun) if prep == "of"]
        return any(t.lemma in self.thanks for t in (noun, *of))

    def thanked_for_taking(self, noun: Token) -> DraftInvitation | None:
        """ "Thanked his guest for accepting the invitation": the subject had invited the guest."""
        verb = self.tree.head(noun)
        if verb is None or verb.lemma not in self.words["accept"]:
            return None
        thanks = self.thanks_above(verb)
        if thanks is None:
            return None
        by, to = self.one(self.tree.subjects(thanks)), self.one(self.tree.objects(thanks))
        if by is None or to is None:
            return None
        draft = DraftInvitation(by, to, None, self.what(noun), self.sentence, standing=True)
        draft.steps["extended"], draft.steps["accepted"] = [self.span(noun)], [self.span(verb)]
        return draft

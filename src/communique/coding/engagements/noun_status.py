"""What stands around a noun of talks or visits says of it: adjectives, copulas, nouns above."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.engagements.triggers import Trigger
from communique.coding.engagements.verb_status import PRESENT, StatusReading, VerbStatus
from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.model import Status

# Lists of adjectives in grammar.toml and the status each gives.
_ADJECTIVES = (
    ("planned_adjectives", Status.PLANNED),
    ("proposed_adjectives", Status.PROPOSED),
    ("postponed_adjectives", Status.POSTPONED),
    ("held_adjectives", Status.HELD),
    ("cancelled_adjectives", Status.CANCELLED),
    ("under_way_adjectives", Status.UNDER_WAY),
)


class NounStatus(VerbStatus):
    """Reads the status that the words beside a noun of one tree give."""

    def _first_listed(self, noun: Token) -> Token:
        """ "Includes a meeting with X, an audience with Y": the first of them, for the second."""
        head = self.tree.head(noun)
        single = head is not None and all(
            any(kid.lower in {"a", "an"} for kid in self.tree.kids(one, "det"))
            for one in (noun, head)
        )
        listed = head is not None and noun.dep == "appos" and head.mention is None and single
        first = self.tree.first_conjunct(noun)
        above = self.tree.head(first)
        if first is not noun and first.dep == "obj" and above is not None:
            # "includes a wreath-laying, talks with X and a dinner"
            listed, head = above.lemma in word_list("including"), first
        return head if listed and head is not None else noun

    def _on_agenda(self, noun: Token) -> StatusReading | None:
        """ "On the agenda of X are meetings with Y"."""
        now = {kid.lower for kid in self.tree.kids(noun, "cop")} & {"is", "are"}
        programmes = [t for prep, t in self.tree.obliques(noun) if prep in {"on", "in"}]
        listed = bool(now) and any(t.lemma in word_list("schedules") for t in programmes)
        return StatusReading(Status.PLANNED, noun) if listed else None

    def _denied(self, carrier: Token) -> StatusReading | None:
        """ "Denied any scheduled meeting", "dismissed reports of a call between X and Y"."""
        token, verbs = carrier, word_list("denying")
        while (head := self.tree.head(token)) is not None:
            if head.lemma in word_list("hearsay") and token.dep.startswith(("nmod", "acl")):
                token, verbs = head, verbs | word_list("dismissing")
                continue
            refused = head.lemma in verbs and token.dep in {"obj", "nsubj:pass"}
            refused = refused and self.tree.is_verb(head) and not self.tree.negated(head)
            return StatusReading(None, head) if refused else None
        return None

    def _here_and_now(self, trigger: Trigger) -> StatusReading | None:
        """ "this visit": the one that is going on."""
        pointed = any(kid.lower == "this" for kid in self.tree.kids(trigger.token, "det"))
        if pointed and trigger.frame.kind == "visit":
            return StatusReading(Status.UNDER_WAY, trigger.token, told=False)
        return None

    def _described(self, noun: Token) -> StatusReading | None:
        """What adjectives and participles say of a noun: "the planned visit", "no meeting"."""
        words = self.words
        for kid in self.tree.kids(noun, "amod", "acl", "compound", "advmod"):
            for name, status in _ADJECTIVES:
                if kid.lower in words[name] or (kid.dep == "acl" and kid.lemma in words[name]):
                    again = status is Status.POSTPONED and self._anew(noun)
                    if status is Status.PLANNED and self._proposed_above(noun):
                        return StatusReading(Status.PROPOSED, kid)
                    return StatusReading(Status.PLANNED if again else status, kid)
            arranged = kid.dep == "acl" and kid.lemma in words["planned_verbs"]
            if kid.lemma == "intend" and self.tree.kids(kid, "xcomp", "advcl"):
                arranged = False  # "a visit intended to mark": what for
            if arranged and kid.tag == "VBN" and not self._went_on(noun):
                return StatusReading(Status.PLANNED, kid)
            coming = kid.lemma in word_list("taking_place") or self.tree.is_passive(kid)
            if kid.dep == "acl" and kid.tag.startswith("VB") and self._infinitive(kid) and coming:
                return StatusReading(Status.PLANNED, kid)  # "the talks to be held in Geneva"
        return StatusReading(None, noun) if self.tree.negated(noun) else None

    def _went_on(self, noun: Token) -> bool:
        """ "The talks, arranged in May, began on Monday": arranged, and held since."""
        verb = self.tree.head(noun)
        past = verb is not None and verb.tag == "VBD" and not self.tree.negated(verb)
        subject = noun.dep == "nsubj"
        return subject and past and verb is not None and verb.lemma in word_list("proceeding")

    def _proposed_above(self, noun: Token) -> bool:
        """ "Proposed that the next meeting take place in Oslo"."""
        verb = self.tree.head(noun)
        head = self.tree.head(verb) if verb is not None else None
        if verb is None or head is None or verb.dep != "ccomp" or self.tree.auxiliaries(verb):
            return False
        return noun.dep.startswith("nsubj") and head.lemma in word_list("proposing")

    def _anew(self, noun: Token) -> bool:
        """ "The postponed visit will now take place on 3 April"."""
        head = self.tree.head(noun)
        coming = head is not None and set(self.tree.auxiliaries(head)) & {"will", "'ll", "shall"}
        return bool(coming) and noun.dep.startswith("nsubj") and not self.tree.negated(noun)

    def _predicate(self, trigger: Trigger, head: Token | None) -> StatusReading | None:
        """ "is on a visit", "is in China on a visit", "is his first visit"."""
        noun = trigger.token
        copulas = self.tree.kids(noun, "cop")
        present = any(kid.lower in {"is", "'s", "are"} for kid in copulas)
        case = self.tree.case(trigger.carrier or noun)
        if copulas and {"will", "'ll"} & set(self.tree.auxiliaries(noun)):
            return StatusReading(Status.PLANNED, noun)
        if copulas and (case == "on" or (present and trigger.frame.kind == "visit")):
            reading = self.of_verb(noun, Status.UNDER_WAY, trigger)
            # "this is his first visit" speaks of the one that is told of
            same = case != "on" and any(
                t.lower in word_list("definite") for t in self.tree.subjects(noun)
            )
            return replace(reading, told=False) if same else reading
        beside = (
            noun.dep in {"nmod", "appos", "acl"} and head is not None and head.mention is not None
        )
        if beside and case == "on" and trigger.frame.kind == "visit":
            return StatusReading(Status.UNDER_WAY, noun)  # "X, on a visit to Chad, said"
        there = case == "on" or (case == "for" and trigger.frame.kind == "visit")
        if head is not None and there and self.tree.kids(head, "cop"):
            return self.of_verb(head, Status.UNDER_WAY, trigger)
        return None

    def _noun_before(self, carrier: Token, case: str) -> Token | None:
        """ "Plans" in "had no plans for a meeting", where the parser hangs both on the verb."""
        first = self.tree.kids(carrier, "case")
        if case not in {"for", "of"} or not carrier.dep.startswith("obl") or not first:
            return None
        before = self.tree[first[0].i - 1] if first[0].i else None
        return before if before is not None and before.head == carrier.head else None

    def _at_invitation(self, noun: Token, case: str) -> StatusReading | None:
        """ "Flies to Oslo at the invitation of X for talks with Y": what the journey is for."""
        head = self.tree.head(noun)
        verb = self.tree.head(head) if head is not None else None
        if head is None or head.lemma != "invitation" or case != "for" or verb is None:
            return None
        going = self.tree.is_verb(verb) and verb.lemma in word_list("going") | {"visit"}
        if self.tree.case(head) not in {"at", "on", "upon"} or not going:
            return None
        ahead = verb.tag in PRESENT or self._ahead(verb) or self._in_present(verb)
        return StatusReading(Status.PLANNED if ahead else Status.HELD, verb)

    def _below_noun(self, head: Token | None) -> StatusReading | None:
        """ "an invitation to talks", "plans for a visit"."""
        if head is None or head.pos != "NOUN":
            return None
        known = head.lemma in self.words["proposed_nouns"] | self.words["planned_nouns"]
        if known and self.tree.negated(head):
            return StatusReading(None, head)
        if head.lemma in self.words["proposed_nouns"]:
            return StatusReading(Status.PROPOSED, head)
        if head.lemma in self.words["planned_nouns"]:
            return StatusReading(Status.PLANNED, head)
        return None

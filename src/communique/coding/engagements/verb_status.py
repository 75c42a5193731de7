"""What verbs say of an engagement: tense, modality, negation, and what governs them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import GrammarWords, word_list
from communique.language.annotations import Token
from communique.language.grammar import Tree
from communique.model import Status

PRESENT = frozenset({"VBZ", "VBP"})
_GOVERNED = frozenset(
    {"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "csubj", "conj", "acl:relcl"}
)


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status with the token that tells; ``relation`` is before, after, during or None.

    ``told`` is false of a visit that is only spoken of: "thanked him for the visit".
    """

    status: Status | None
    told_by: Token
    relation: str | None = None
    told: bool = True


class VerbStatus:
    """Reads the status that a verb of one tree gives."""

    def __init__(self, tree: Tree, grammar: GrammarWords) -> None:
        """``grammar`` is the language's ``grammar.toml``."""
        self.tree = tree
        self.words = grammar.status

    def of_verb(self, verb: Token, default: Status | None, trigger: Trigger) -> StatusReading:
        """The status that ``verb`` gives; ``default`` where its form says no more."""
        tree, words = self.tree, self.words
        if tree.negated(verb):
            return StatusReading(self._off_plan(verb), verb)
        if self._unreal(verb):
            return StatusReading(None, verb)
        auxiliaries = tree.auxiliaries(verb)
        if set(auxiliaries) & words["planned_auxiliaries"]:
            supposed = self._supposed(verb)
            return StatusReading(None if supposed else Status.PLANNED, verb)
        if set(auxiliaries) & words["proposed_auxiliaries"]:
            return StatusReading(Status.PROPOSED, verb)
        due = [kid for kid in tree.kids(verb, "mark") if kid.lemma in words["planned_verbs"]]
        if due or self._beside_plan(verb):
            return StatusReading(Status.PLANNED, due[0] if due else verb)
        governed = self._governed(verb) or self._joined_to_plan(verb)
        if governed is not None:
            return governed
        if self._copula_to(verb) and self._ranked(verb):
            return StatusReading(Status.HELD, verb)
        if self._copula_to(verb):
            unmet = verb.tag == "VBN" and {"was", "were"} & set(auxiliaries)
            return StatusReading(Status.CANCELLED if unmet else Status.PLANNED, verb)
        if (
            verb.tag == "VBG"
            and set(auxiliaries) & word_list("to_be")
            and "been" not in auxiliaries
        ):
            if trigger.frame.kind == "letter":
                return StatusReading(Status.HELD, verb)
            leaving = trigger.frame.present if verb.lemma in word_list("departing") else None
            return StatusReading(Status(leaving) if leaving else Status.UNDER_WAY, verb)
        if verb.tag in PRESENT and trigger.frame.present is not None and not trigger.noun:
            return StatusReading(Status(trigger.frame.present), verb)
        there = trigger.frame.id == "visit_verb" and verb.tag == "VBG" and verb.dep == "acl"
        since = trigger.frame.id == "visit_verb" and _has_been(verb, auxiliaries)
        if since or (there and not auxiliaries and not tree.kids(verb, "case", "mark")):
            default = Status.UNDER_WAY  # "X, visiting Kyiv, said"
        return StatusReading(default or Status.HELD, verb, told=not there)

    def _beside_plan(self, verb: Token) -> bool:
        """ "Will see Y before travelling to Oslo": the one is to come as the other is."""
        head = self.tree.head(verb)
        if head is not None and head.lemma in word_list("departing") and verb.tag == "VB":
            return verb.dep in {"advcl", "xcomp"}  # "left for Oslo to attend the summit"
        after = verb.lemma in word_list("following") and verb.tag == "VBN" and verb.dep == "advcl"
        if after and head is not None:
            return self._ahead(head)  # "will be received by X, followed by a meeting with Y"
        timed = {kid.lower for kid in self.tree.kids(verb, "mark", "case")} & {"before", "after"}
        if head is None or verb.tag != "VBG" or verb.dep != "advcl" or not timed:
            return False
        return self._ahead(head)

    def _joined_to_plan(self, verb: Token) -> StatusReading | None:
        return StatusReading(Status.PLANNED, verb) if self._goes_with_plan(verb) else None

    def _goes_with_plan(self, verb: Token) -> bool:
        """ "Will hold talks with X, then meet Y", "is to be received by X and confer with Y"; "will
        welcome X, who is coming to Oslo"."""
        head, tree = self.tree.head(verb), self.tree
        if head is None or head is verb:
            return False
        if verb.dep == "acl:relcl":
            now = set(tree.auxiliaries(verb)) & {"is", "are"}
            above = next((t for t in tree.up(verb) if tree.is_verb(t)), None)
            coming = verb.tag == "VBG" and verb.lemma in word_list("moving") and bool(now)
            return coming and above is not None and self._ahead(above)
        bare = verb.tag == "VB" and not tree.kids(verb, "nsubj", "nsubj:pass", "aux", "mark")
        if bare and verb.dep == "xcomp":  # "is expected to arrive on Monday, meet X"
            first = next((kid for kid in tree.kids(head, "xcomp") if kid.i < verb.i), None)
            return first is not None and self._infinitive(first) and self._ahead(first)
        beside = bare and verb.dep in {"conj", "parataxis"}
        first = next((kid for kid in tree.kids(head, "xcomp") if kid.i < verb.i), None)
        if beside and first is not None and self._infinitive(first) and self._ahead(first):
            return True  # "is expected to hold talks, meet X"
        return beside and self._ahead(head)

    def _ahead(self, verb: Token) -> bool:
        """Whether a verb tells of what is to come: "will meet", "is to meet", "plans to meet"."""
        auxiliaries = set(self.tree.auxiliaries(verb))
        if auxiliaries & self.words["planned_auxiliaries"]:
            return True
        if self._copula_to(verb):
            return not auxiliaries & {"was", "were"}
        governed = self._governed(verb)
        planned = governed is not None and governed.status is Status.PLANNED
        return planned or self._goes_with_plan(verb)

    def _off_plan(self, verb: Token) -> Status | None:
        """ "Will not travel to Kyiv as planned": given up, or put off to another day."""
        if not set(self.tree.auxiliaries(verb)) & self.words["planned_auxiliaries"]:
            return None
        for clause in self.tree.kids(verb, "advcl", "obl"):
            marks = {kid.lower for kid in self.tree.kids(clause, "mark", "case")}
            if "as" in marks and clause.lemma in self.words["planned_verbs"]:
                instead = any(t.lower == "but" for t in self.tree.tokens[clause.i :])
                return Status.POSTPONED if instead else Status.CANCELLED
        return None

    def _supposed(self, verb: Token) -> bool:
        """ "If X comes, he will meet Y": what hangs on a condition is no engagement."""
        clauses = self.tree.kids(verb, "advcl")
        return any(self._inverted(clause) for clause in clauses) or any(
            mark.lower in self.words["hypothetical_marks"] and mark.lower != "whether"
            for clause in clauses
            for mark in self.tree.kids(clause, "mark")
        )

    def _unreal(self, verb: Token) -> bool:
        """ "Without meeting X", "if they meet"."""
        marks = {kid.lower for kid in self.tree.kids(verb, "mark")}
        without = {kid.lower for kid in self.tree.kids(verb, "case")} | marks
        supposed = marks & self.words["hypothetical_marks"]
        return bool(without & word_list("without") or supposed) or self._inverted(verb)

    def _inverted(self, verb: Token) -> bool:
        """ "Should the two meet, they will discuss gas", "were X to come": a condition, no "if"."""
        before = [t for t in self.tree.subjects(verb) if t.i < verb.i]
        return bool(before) and any(
            kid.lower in word_list("inverting") and kid.i < before[0].i
            for kid in self.tree.kids(verb, "aux", "aux:pass", "cop")
        )

    def _copula_to(self, verb: Token) -> bool:
        """ "is to visit", "to visit" in a headline."""
        marked = any(kid.lower == "to" for kid in self.tree.kids(verb, "mark", "aux"))
        if not marked:
            return False
        to_be = bool(set(self.tree.auxiliaries(verb)) & word_list("to_be"))
        if to_be and (verb.tag == "VB" or "have" in self.tree.auxiliaries(verb)):
            return True
        if verb.dep in {"ROOT", "root"}:
            return True
        head = self.tree.head(verb)
        if verb.dep == "acl" and head is not None and head.head == head.i and self._verbless():
            return True  # "Slovak Foreign Minister to visit Kyiv - Prague"
        return verb.dep in {"xcomp", "acl", "ccomp"} and head is not None and head.lemma == "be"

    def _verbless(self) -> bool:
        """Whether nothing in the sentence is told in a finite verb, as in a headline."""
        return not any(self._finite(t) for t in self.tree.tokens if t.tag.startswith(("VB", "MD")))

    def _ranked(self, verb: Token) -> bool:
        """ "X, the last leader of the Seven to go to Kyiv, laid": parsed as the main clause."""
        ranks = any(
            token.lower in word_list("ranking") and token.dep == "amod"
            for token in self.tree.tokens[max(0, verb.i - 6) : verb.i]
        )
        return ranks and any(token.tag == "VBD" for token in self.tree.kids(verb, "conj"))

    def _bare_infinitive(self, verb: Token) -> StatusReading | None:
        """ "Plans to visit Berlin, hold talks with X": the second goes with the first."""
        head = self.tree.head(verb)
        if verb.dep != "conj" or verb.tag not in {"VB", "VBP"} or head is None:
            return None
        if head.tag not in {"VBZ", "VBD", "VBN"} or self.tree.kids(verb, "nsubj"):
            return None
        first = next((kid for kid in self.tree.kids(head, "xcomp") if kid.i < verb.i), None)
        return self._by_governor(head, first) if first is not None else None

    def _governed(self, verb: Token) -> StatusReading | None:
        """What verbs and nouns above an infinitive or a clause make of it."""
        bare = self._bare_infinitive(verb)
        if bare is not None:
            return bare
        token = verb
        infinitive = self._infinitive(verb) or self._infinitive(self.tree.first_conjunct(verb))
        for head in self.tree.up(verb):
            if token.dep not in _GOVERNED:
                return None
            direct = token.dep in {"xcomp", "acl", "csubj", "advcl"} or (
                token.dep == "ccomp" and not self._finite(token)
            ) or token.tag == "VBG"  # fmt: skip
            marks = {kid.lower for kid in self.tree.kids(token, "mark", "case")}
            if token.tag == "VBG" and token.dep == "advcl" and not marks & {"by", "to"}:
                direct = False  # "talking by phone, they agreed to meet"
            if direct and (infinitive or token.tag == "VBG" or self._infinitive(token)):
                found = self._by_governor(head, token)
                if found is not None:
                    return found
            if token.dep in {"ccomp", "acl:relcl", "advcl"} and self._finite(token):
                denied = token.dep == "ccomp" and head.lemma in word_list("denying")
                return StatusReading(None, head) if denied else None
            token = head
        return None

    def _taken_up(self, noun: Token) -> bool:
        """ "An invitation to visit, which was accepted"."""
        return any(
            verb.i > noun.i
            and verb.dep == "acl:relcl"
            and verb.lemma in word_list("accepting")
            and self.tree.is_passive(verb)
            and not self.tree.negated(verb)
            for verb in self.tree.tokens
        )

    def _going_to(self, head: Token) -> bool:
        """ "Is going to meet", and not "went to meet" or "is going to Rome to meet"."""
        going = head.lemma == "go" and head.tag == "VBG" and not self.tree.obliques(head)
        return going and not word_list("to_be").isdisjoint(self.tree.auxiliaries(head))

    def _not_yet(self, head: Token) -> bool:
        """ "Has yet to meet"."""
        return head.lemma in {"have", "be"} and any(
            kid.lower == "yet" for kid in self.tree.kids(head, "advmod")
        )

    def _refused(self, verb: Token) -> bool:
        """ "Declined", "turned down"."""
        particles = {kid.lower for kid in self.tree.kids(verb, "compound:prt", "advmod")}
        down = verb.lemma == "turn" and "down" in particles
        return down or (verb.lemma in self.words["denied_verbs"] and not self.tree.negated(verb))

    def _infinitive(self, verb: Token) -> bool:
        return any(kid.lower == "to" for kid in self.tree.kids(verb, "mark", "aux"))

    def _finite(self, verb: Token) -> bool:
        return verb.tag in {"VBD", "VBZ", "VBP", "MD"} or bool(self.tree.auxiliaries(verb))

    def _by_governor(self, head: Token, token: Token) -> StatusReading | None:
        words = self.words
        ranked = self.tree.kids(head, "amod", "nummod", "advmod")
        if token.dep == "acl" and any(kid.lower in word_list("ranking") for kid in ranked):
            now = {"is", "'s"} & {kid.lower for kid in self.tree.kids(head, "cop")}
            return StatusReading(Status.HELD, head, told=not now)  # "is the first to visit Chad"
        if head.lemma in words["denied_verbs"] or self.tree.negated(head) or self._not_yet(head):
            return StatusReading(None, head)
        if head.lemma in words["cancelled_verbs"]:
            return StatusReading(Status.CANCELLED, head)
        if head.lemma in words["postponed_verbs"]:
            return StatusReading(Status.POSTPONED, head)
        above = self.tree.head(head)
        if (
            head.lemma in words["proposed_nouns"]
            and above is not None
            and above.lemma in word_list("accepting")
        ):
            return StatusReading(Status.PLANNED, above)
        if head.lemma in words["proposed_nouns"] and self._taken_up(head):
            return StatusReading(Status.PLANNED, head)
        if head.lemma in words["proposed_nouns"] and above is not None and self._refused(above):
            return StatusReading(None, above)
        if head.lemma in words["proposed_nouns"] | words["proposed_verbs"]:
            return StatusReading(Status.PROPOSED, head)
        if head.lemma in words["planned_verbs"] | words["planned_nouns"] or self._going_to(head):
            return StatusReading(Status.PLANNED, head)
        invited = [
            kid for kid in self.tree.kids(head, "obj") if kid.lemma in words["proposed_nouns"]
        ]
        if self._infinitive(token) and invited:
            return StatusReading(Status.PROPOSED, invited[0])
        if self._with_what_comes(head, token):
            return StatusReading(Status.PLANNED, head)
        stands = self.tree.is_verb(head) or bool(self.tree.kids(head, "cop"))
        if self._infinitive(token) and token.dep == "advcl" and stands:
            return self._made_for(head)
        return None

    def _made_for(self, verb: Token) -> StatusReading | None:
        """ "Will travel to meet X", "are holding talks to discuss gas": what it is done for."""
        auxiliaries = set(self.tree.auxiliaries(verb))
        if auxiliaries & self.words["planned_auxiliaries"]:
            return StatusReading(Status.PLANNED, verb)
        now = verb.tag == "VBG" and auxiliaries & {"is", "are"} and "been" not in auxiliaries
        if now and verb.lemma not in word_list("going"):
            return StatusReading(Status.UNDER_WAY, verb)
        return None

    def _in_present(self, verb: Token) -> bool:
        return verb.tag in PRESENT or bool({"is", "are"} & set(self.tree.auxiliaries(verb)))

    def _by(self, verb: Token) -> bool:
        return any(kid.lower == "by" for kid in self.tree.kids(verb, "mark", "case"))

    def _with_what_comes(self, head: Token, token: Token) -> bool:
        """ "Will include hosting X", "will be able to meet Y", "will open by meeting Z"."""
        if not set(self.tree.auxiliaries(head)) & self.words["planned_auxiliaries"]:
            return False
        if self.tree.auxiliaries(token):
            return False
        if token.tag == "VBG":
            return head.lemma in word_list("including") or self._by(token)
        return token.dep == "xcomp" and self._infinitive(token)


def _has_been(verb: Token, auxiliaries: Sequence[str]) -> bool:
    """ "Has been visiting Kenya since Monday"."""
    lasting = verb.tag == "VBG" and "been" in auxiliaries
    return lasting and not {"has", "have", "'s", "'ve"}.isdisjoint(auxiliaries)

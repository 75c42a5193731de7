"""A sentence's tree as reported speech needs it, slips of a parser set right.

A parser that reads word by word takes "praised" for a participle, hangs a that-clause on the
nearest noun and joins a second main verb to the nearest clause. What a verb of speech needs
(somebody who speaks, words that are said) tells where these belong.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.annotations import Token
from communique.language.grammar import Tree

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
# Verbs that ask for something only in the active: "was alarmed and called for restraint".
_CALLING = frozenset({"call", "appeal"})
# What talks are for those who use them: "was an opportunity to discuss".
_OPENINGS = frozenset({"opportunity", "occasion", "chance"})
_OFFERING = frozenset({"offer", "provide", "give", "afford", "present"})
# What befell those for whom one has words.
_PERISHING = frozenset({"die", "perish", "injure", "wound", "suffer", "kill", "fall", "affect"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "parataxis", "csubj"})


class SpeechTree(Tree):
    """A tree that finds the speakers and that-clauses of verbs of speech."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """``tokens`` are those of one sentence."""
        super().__init__(tokens)

    def is_verb(self, token: Token) -> bool:
        """Full verbs, and words with a subject of their own that were taken for nouns."""
        if super().is_verb(token):
            return True
        return token.pos in {"NOUN", "PROPN"} and token.mention is None and bool(
            self.kids(token, "nsubj")
        ) and not self.kids(token, "cop") and bool(self.kids(token, "obj"))  # fmt: skip

    def is_passive(self, verb: Token) -> bool:
        """Passives have an auxiliary or no object: "the minister praised the plan" is none."""
        if self.kids(verb, "aux:pass"):
            return True
        if self.main_of(verb) is not None or self.slipped(verb):
            return False
        if self.kids(verb, "nsubj") and not self.kids(verb, "nsubj:pass"):
            return False
        if self.kids(verb, "nsubj:pass") and not self.kids(verb, "aux"):
            return False
        if self._active_participle(verb):
            return False
        return super().is_passive(verb)

    def _active_participle(self, verb: Token) -> bool:
        """A bare past form with an object of its own, right behind its noun."""
        if verb.tag not in {"VBN", "VBD"} or verb.dep not in {"acl", "advcl", "amod", "conj"}:
            return False
        if verb.dep == "conj":
            called = verb.lemma in _CALLING and any(
                self.case(t) in {"for", "on", "upon"} for t in self.kids(verb, "obl")
            )
            return bool(called or self.kids(verb, "obj")) and not self.kids(verb, "aux", "aux:pass")
        head = self.head(verb)
        behind = head is not None and head.i < verb.i and verb.dep == "acl"
        return behind and any(t.i > verb.i for t in self.kids(verb, "obj", "ccomp"))

    def subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """Who does ``verb``; a second main verb shares the subject of the first."""
        if self.kids(verb, "nsubj:pass") and not self.is_passive(verb):
            return self._spread(self.kids(verb, *_SUBJECTS))
        if verb.dep == "acl" and self._active_participle(verb) and verb.head != verb.i:
            return self._spread([self.tokens[verb.head]])
        main = self.main_of(verb)
        if main is not None:
            return super().subjects(main, depth + 1)
        parted = self._parted(verb)
        if parted is not None:
            return self._spread([parted])
        return super().subjects(verb, depth) or self._shared_before(verb)

    def _parted(self, verb: Token) -> Token | None:
        """ "X, Y wrote, had agreed": Y writes and X agrees, though both were hung on "wrote"."""
        for aside in (verb, *self.kids(verb, "parataxis")):
            own = self.kids(aside, "nsubj")
            if len(own) != 2 or own[1].i > aside.i:
                continue
            opened = self.tokens[self.subtree(own[1])[0].i - 1].lower == ","
            closed = [t.lower for t in self.tokens[aside.i + 1 : aside.i + 2]] == [","]
            if opened and closed:
                if aside is verb:
                    return own[1]
                return None if self.kids(verb, *_SUBJECTS) else own[0]
        return None

    def _shared_before(self, verb: Token) -> list[Token]:
        """ "The office announced that X had called Y, described it and asked": the verb that was
        left without a subject goes on what X did."""
        if verb.head != verb.i or verb.tag != "VBD":
            return []
        for report in self.kids(verb, "advcl"):
            if report.i > verb.i or report.tag != "VBD" or self.kids(report, "mark"):
                continue
            told = next((t for t in self.kids(report, "ccomp") if self._pluperfect(t)), report)
            return self._spread(self.kids(told, "nsubj"))
        return []

    def main_of(self, verb: Token) -> Token | None:
        """The main verb that ``verb`` is coordinated with, where it was joined to a clause below:
        "thanked her for coming and praised him"."""
        if verb.dep != "conj" or verb.tag not in {"VBD", "VBN"}:
            return None
        if self.kids(verb, *_SUBJECTS, "aux", "aux:pass"):
            return None
        joined = self.tokens[verb.head]
        if joined.head == joined.i:
            return None
        if self._of_report(verb, joined) or self._said_beside_relative(verb, joined):
            return self._teller(joined)
        if joined.tag == "VBD":
            return None
        modal = any(kid.tag == "MD" for kid in self.kids(joined, "aux"))
        reduced = joined.dep == "acl" and joined.tag == "VBN"
        if joined.tag not in {"VB", "VBG"} and not ((modal or reduced) and self._after_comma(verb)):
            return None
        main = next((t for t in self.up(joined) if t.tag == "VBD" and self.is_verb(t)), None)
        if main is not None and main.dep == "ccomp" and any(
            t.states and not t.persons for t in self.kids(main, "nsubj")
        ):  # fmt: skip
            # "said Norway stood ready to help and expressed": a person expresses, no state
            return self._teller(main) or main
        return main

    def _of_report(self, verb: Token, joined: Token) -> bool:
        """Whether ``verb`` goes on the report above the clause of ``joined``: "said that the road
        was open, and thanked X", "noted that trade had grown and expressed hope"."""
        first = self.first_conjunct(joined)
        if first.dep not in {"ccomp", "acl:relcl", "acl", "advcl"}:
            return False
        teller = self._teller(joined)
        past = verb.tag == "VBD" or not self.kids(joined, "aux", "aux:pass")
        if past and self._present(joined) and teller and teller.i < first.i:
            return True
        if self._pluperfect(joined) and verb.tag == "VBD" and self._after_comma(verb):
            return True
        own = self.kids(first, *_SUBJECTS)
        if any(self._somebody(t) for t in own):
            return False
        thing = bool(own) and not any(t.mention or t.states or t.pos == "PRON" for t in own)
        return self._after_comma(verb) or (thing and first.dep == "ccomp")

    def _said_beside_relative(self, verb: Token, joined: Token) -> bool:
        """ "Congratulated Peru on what it has achieved and affirmed that", "condolences to those
        who died and wished": the second verb goes on the first, not the relative clause."""
        first = self.first_conjunct(joined)
        inside = next((t for t in (first, *self.up(first)) if t.dep == "acl:relcl"), None)
        if inside is None:
            return False
        that = any(
            kid.lower == "that" for t in self.kids(verb, "ccomp") for kid in self.kids(t, "mark")
        )
        return that or inside.lemma in _PERISHING or (inside.lemma == "lose" and verb.i > joined.i)

    def _present(self, verb: Token) -> bool:
        """ "Said that the road is open and thanked X": a past verb goes on the past report."""
        finite = [verb, *self.kids(verb, "aux", "aux:pass", "cop")]
        return any(t.tag in {"VBZ", "VBP"} or t.lower == "will" for t in finite)

    def with_subject(self, verb: Token) -> bool:
        """ "With X stressing A and Y affirming B": the second participle, joined to what the first
        says."""
        joined = verb.dep == "conj" and verb.tag == "VBG" and bool(self.kids(verb, "nsubj"))
        return joined and self.tokens[verb.head].tag != "VBG" and not self.kids(verb, "aux")

    def meanwhile(self, verb: Token) -> bool:
        """ "Said that A, while Y stressed B": what another did is no part of what is said."""
        marks = {kid.lower for kid in self.kids(verb, "mark", "advmod")}
        named = any(self._somebody(t) for t in self.kids(verb, "nsubj"))
        return verb.dep == "advcl" and bool(marks & {"while", "whereas"}) and named

    def talks_served(self, verb: Token) -> Token | None:
        """The subject of "the meeting was an opportunity to discuss", "the meeting offered them
        one", for the verb at its end."""
        first = self.first_conjunct(verb)
        noun = self.head(first)
        if first.dep not in {"acl", "advcl"} or noun is None or noun.lemma not in _OPENINGS:
            return None
        above = self.head(noun) if noun.dep == "obj" else None
        if self.kids(noun, "cop"):
            said = noun
        elif above is not None and above.lemma in _OFFERING:
            said = above
        else:
            return None
        if any(t.tag == "MD" or t.lower == "to" for t in self.kids(said, "aux", "mark")):
            return None
        return next(iter(self.kids(said, "nsubj")), None)

    def slipped(self, token: Token) -> bool:
        """ "Agreed on peace and expressed concern": a second main verb taken for an adjective of
        its object, right behind "and"."""
        noun = self.tokens[token.head]
        if token.tag not in {"VBD", "VBN"} or token.dep != "amod" or noun.dep != "conj":
            return False
        before = self.tokens[token.i - 1 : token.i]
        joined = bool(before) and before[0].lower == "and" and noun.i > token.i
        return joined and any(t.tag == "VBD" and self.is_verb(t) for t in self.up(noun))

    def _pluperfect(self, verb: Token) -> bool:
        """ "Said that they had discussed it, and stressed": the tense tells what goes on."""
        return any(kid.lower == "had" for kid in self.kids(verb, "aux"))

    def _teller(self, joined: Token) -> Token | None:
        """The nearest finite verb above with somebody as its subject."""
        for above in self.up(self.first_conjunct(joined)):
            subjects = self.kids(above, "nsubj")
            named = any(self._somebody(t) or t.states or t.mention for t in subjects)
            if above.tag in {"VBD", "VBZ", "VBP"} and self.is_verb(above) and named:
                return above
        return None

    @staticmethod
    def _somebody(token: Token) -> bool:
        mention = token.mention
        return bool(token.persons) or (mention is not None and mention.person is not None)

    def _after_comma(self, verb: Token) -> bool:
        """Whether ", and" parts ``verb`` from what it is joined to."""
        return any(
            kid.i > 0 and self.tokens[kid.i - 1].lower == "," for kid in self.kids(verb, "cc")
        )

    def auxiliaries(self, verb: Token) -> list[str]:
        """Small-letter auxiliaries; a second main verb shares none of the clause below."""
        return [] if self.main_of(verb) is not None else super().auxiliaries(verb)

    def quoted_by(self, verb: Token) -> Token | None:
        """ "Quoted X as saying", "X was cited as saying": the verb of quoting, None without one."""
        as_ = any(kid.lower == "as" for kid in self.kids(verb, "mark"))
        head = self.head(verb)
        quoted = as_ and verb.tag == "VBG" and verb.dep == "advcl"
        return head if quoted and head is not None and self.is_verb(head) else None

    def that_clause(self, verb: Token) -> Token | None:
        """A clause with "that" and a subject of its own behind ``verb``, wherever it was hung."""
        inside = {t.i for t in self.subtree(verb)}
        for token in self.tokens[verb.i + 1 :]:
            if token.lower != "that" or token.i not in inside:
                continue
            clause = self.tokens[token.head]
            if token.dep == "det" and clause.dep in _SUBJECTS:
                clause = self.tokens[clause.head]  # "that cooperation had grown"
            if clause.dep not in _CLAUSES or clause.i <= token.i:
                continue
            if clause.dep == "conj" and clause.head == verb.i:
                continue  # "said that A, and that B": B is said for itself
            relative = clause.dep == "acl:relcl" and token.dep in {"obj", "iobj"}
            if relative and not (self._for_what_follows(verb) or self._felt(clause, verb)):
                continue  # "the progress that the two countries have made"
            own = [t for t in self.kids(clause, *_SUBJECTS) if t.i > token.i]
            between = list(self.up(clause))
            between = between[: between.index(verb)] if verb in between else between
            if any(self.is_verb(t) for t in between):
                continue
            if own and (self.is_verb(clause) or self.kids(clause, "cop")):
                return clause
        return None

    def _felt(self, clause: Token, verb: Token) -> bool:
        """ "Noted with regret that prices had risen": regret is nothing that prices rise."""
        noun = self.tokens[clause.head]
        return noun.head == verb.i and noun.dep == "obl" and self.case(noun) == "with"

    def _for_what_follows(self, verb: Token) -> bool:
        """ "It was noted at the talks that": "it" only stands for the clause."""
        return any(t.lower == "it" for t in self.kids(verb, "nsubj:pass", "expl"))

    def around_parenthesis(self, verb: Token) -> Token | None:
        """The clause that ", X said," interrupts, where it was taken for a relative clause."""
        if verb.dep not in {"acl:relcl", "acl"} or not self.kids(verb, "nsubj"):
            return None
        inside = self.subtree(verb)
        first = inside[0]
        if first.i == 0 or self.tokens[first.i - 1].lower != ",":
            return None
        if any(t.tag in {"WDT", "WP", "WRB"} or t.lower == "that" for t in inside):
            return None
        noun = self.tokens[verb.head]
        clause = self.head(noun)
        return clause if clause is not None and noun.dep in _SUBJECTS else None

    def before_attribution(self, verb: Token) -> Token | None:
        """The top of the words before ", X said" at a sentence's end, None where there are none."""
        comma = self._comma_before(verb)
        if comma is None or any(t.i > verb.i for t in self.kids(verb, "ccomp", "xcomp")):
            return None
        left = [t for t in self.tokens[:comma] if t.pos != "PUNCT"]
        if len(left) < 3:
            return None
        verbs = [t for t in left if self._predicates(t)]
        return min(verbs, key=lambda t: (self._depth(t), t.i)) if verbs else None

    def _comma_before(self, verb: Token) -> int | None:
        """The comma that parts ", X said" from what is before it."""
        for token in reversed(self.tokens[max(0, verb.i - 14) : verb.i]):
            if token.lower in {",", "”", '"', "''"}:
                between = self.tokens[token.i + 1 : verb.i]
                clear = not any(t.lower in {"and", "but", "or", "that"} for t in between[:1])
                subject = self.kids(verb, *_SUBJECTS, "obj")
                inner = bool(subject) and all(t.i > token.i for t in subject)
                return token.i if clear and inner else None
        return None

    def _predicates(self, token: Token) -> bool:
        infinitive = any(kid.lower == "to" for kid in self.kids(token, "mark"))
        verbal = self.is_verb(token) and token.tag != "VBG"
        if token.tag == "VBN" and not self.kids(token, "aux", "aux:pass", *_SUBJECTS):
            verbal = False
        return (verbal or bool(self.kids(token, "cop"))) and not infinitive

    def _depth(self, token: Token) -> int:
        return sum(1 for _ in self.up(token))

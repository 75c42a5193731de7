"""Whether a speech act was done, or only planned, denied or imagined."""

from __future__ import annotations

from communique.coding.statements.speech_match import Match
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token
from communique.model import Act

_BELOW = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
# What one may ring somebody up to do; "called him to testify" is none of it.
_ON_THE_TELEPHONE = frozenset(
    {
        Act.THANK, Act.CONGRATULATE, Act.CONDOLE, Act.WISH, Act.CONVEY, Act.DISCUSS, Act.INVITE,
        Act.SUPPORT, Act.APPRECIATE, Act.INFORM, Act.APOLOGISE,
    }
)  # fmt: skip
_CLAUSE_ENDS = frozenset({"ccomp", "parataxis", "root", "ROOT"})


class MoodReader:
    """Reads the mood of matches in one sentence."""

    def __init__(self, tree: SpeechTree, words: SpeechWords) -> None:
        """``words`` are those of the page's language."""
        self.tree = tree
        self.words = words

    def settle(self, match: Match) -> Act | None:
        """The act that ``match`` really is: None where it was not done, ``decline`` where
        accepting was denied."""
        verb = self._predicate(match)
        if self._refused(verb):
            return Act.DECLINE if match.act is Act.ACCEPT else None
        if self.tree.negated(verb):
            return self._denied(match)
        if match.act is Act.DECLINE and match.clause is not None and (
            match.clause.lemma in self.words.silent
        ):  # fmt: skip
            return None
        if match.frame.needs == "would":
            return match.act
        if self._may_i(verb):
            return match.act
        if self._unreal(verb) or self._hypothetical(verb):
            return None
        if self._infinitive(verb) and not self._real_infinitive(verb, match):
            return None
        if self._gerund_of_another(verb, match):
            return None
        return match.act

    @staticmethod
    def _predicate(match: Match) -> Token:
        return match.verb

    def _denied(self, match: Match) -> Act | None:
        if match.act is Act.ACCEPT:
            return Act.DECLINE
        if match.act is Act.SUPPORT:
            return Act.OPPOSE
        return None

    def _refused(self, verb: Token) -> bool:
        head = self.tree.head(verb)
        return verb.dep == "xcomp" and head is not None and head.lemma in self.words.refused

    def _unreal(self, verb: Token) -> bool:
        auxiliaries = self.tree.auxiliaries(verb)
        return any(word in self.words.unreal for word in auxiliaries)

    def _may_i(self, verb: Token) -> bool:
        """ "May I thank you", "may we wish you": asking leave does it."""
        may = [kid for kid in self.tree.kids(verb, "aux") if kid.lower == "may"]
        subjects = self.tree.kids(verb, "nsubj")
        return bool(may) and any(
            t.lower in self.words.i | self.words.we and t.i > may[0].i for t in subjects
        )

    def _hypothetical(self, verb: Token) -> bool:
        tree = self.tree
        marks = {kid.lower for kid in tree.kids(verb, "mark")}
        return bool(marks & self.words.hypothetical)

    def _infinitive(self, verb: Token) -> bool:
        if self._behind_infinitive(verb):
            return True
        first = verb
        while first.dep == "conj" and first.tag == verb.tag and self.tree.head(first) is not None:
            if any(kid.lower == "to" for kid in self.tree.kids(first, "mark")):
                return True
            first = self.tree.tokens[first.head]
        return verb.tag in {"VB", "VBP"} and any(
            kid.lower == "to" for t in {verb.i: verb, first.i: first}.values()
            for kid in self.tree.kids(t, "mark")
        )  # fmt: skip

    def _behind_infinitive(self, verb: Token) -> bool:
        """ "Are likely to review it and agree": the second infinitive, joined to what is above
        the first."""
        head = self.tree.head(verb)
        if verb.dep != "conj" or verb.tag != "VB" or head is None:
            return False
        if self.tree.kids(verb, "aux", "nsubj", "nsubj:pass"):
            return False
        return any(
            t.i < verb.i and any(k.lower == "to" for k in self.tree.kids(t, "mark"))
            for t in self.tree.kids(head, "xcomp")
        )

    def _real_infinitive(self, verb: Token, match: Match) -> bool:
        """ "Took the opportunity to thank", "phoned to congratulate", "would like to thank"."""
        if self.tree.talks_served(verb):
            return True
        if self._done_gladly(verb):
            return True
        above = next((t for t in self.tree.up(verb) if self.tree.is_verb(t)), None)
        if above is None:
            return False
        if self._of_another_noun(verb):
            return False
        if above.lemma in self.words.polite and self._polite(above, match):
            return True
        if self._occasion(verb) and above.lemma in self.words.had and self._past(above):
            return True
        if self._errand(above, verb) or self._rung_up(above, match):
            return True
        if above.lemma in self.words.planned or self.tree.negated(above):
            return False
        if self._unreal(above):
            return False
        if self._infinitive(above) and not self._real_infinitive(above, match):
            return False
        if match.act.value in self.words.performative | {"wish"} and verb.dep != "xcomp":
            return self._bare_be(above)
        return above.lemma in self.words.realised and self._bare_be(above)

    def _done_gladly(self, verb: Token) -> bool:
        """ "Was quick to praise", "was careful to stress": it was done, and how."""
        how = self.tree.head(verb)
        if how is None or how.lower not in self.words.manners or verb.dep not in _BELOW:
            return False
        return any(kid.tag == "VBD" for kid in self.tree.kids(how, "cop"))

    def _errand(self, above: Token, verb: Token) -> bool:
        """ "Called on X to thank him": what one came for was done."""
        if above.lemma not in self.words.visiting or verb.lemma not in self.words.errands:
            return False
        on = [t for prep, t in self.tree.obliques(above) if prep in {"on", "upon"}]
        return any(t.persons for t in on) and self._past(above)

    def _rung_up(self, above: Token, match: Match) -> bool:
        """ "Called X to thank him", "called X to offer condolences": said on the telephone."""
        if above.lemma not in self.words.visiting or match.act not in _ON_THE_TELEPHONE:
            return False
        return any(t.persons for t in self.tree.kids(above, "obj")) and self._past(above)

    def _occasion(self, verb: Token) -> bool:
        """ "Had the opportunity to discuss": below an occasion the infinitive was done."""
        head = self.tree.head(verb)
        return verb.dep == "acl" and head is not None and head.lemma in self.words.occasions

    def _past(self, verb: Token) -> bool:
        unreal = set(self.tree.auxiliaries(verb)) & self.words.unreal
        return verb.tag in {"VBD", "VBN"} and not unreal and not self.tree.negated(verb)

    def _of_another_noun(self, verb: Token) -> bool:
        """ "The need to agree": below a noun that is no occasion nothing has been done."""
        head = self.tree.head(verb)
        noun = verb.dep == "acl" and head is not None and head.pos == "NOUN"
        return noun and head is not None and head.lemma not in self.words.occasions

    def _polite(self, above: Token, match: Match) -> bool:
        subjects = {t.lower for t in self.tree.kids(above, "nsubj")}
        if above.lemma in self.words.let and not subjects:  # "allow me to thank"
            subjects = {
                "i" for t in self.tree.kids(above, "obj", "iobj") if t.lower in self.words.them
            }
        return match.act.value in self.words.performative and bool(
            subjects & (self.words.i | self.words.we)
            or (above.lemma == "like" and "would" in self.tree.auxiliaries(above))
        )

    def _bare_be(self, above: Token) -> bool:
        return above.lemma not in self.words.pending

    def _trailing(self, verb: Token, match: Match) -> bool:
        """ "Said it was safe, adding that": a report that was hung on the report before it."""
        head = self.tree.head(verb)
        behind = head is not None and head.i < verb.i and self.tree.is_verb(head)
        before = self.tree.tokens[verb.i - 1] if verb.i else verb
        parted = before.lower == "," or before is head
        clause = match.clause is not None or match.frame.needs == "complement"
        return behind and parted and clause and not self.tree.kids(verb, "nsubj", "mark", "case")

    def _apart_from(self, verb: Token) -> bool:
        """ "Apart from thanking him": the preposition was torn in two."""
        at = min(kid.i for kid in self.tree.kids(verb, "mark", "case"))
        return at > 0 and self.tree[at - 1].lower in self.words.while_

    def _gerund_of_another(self, verb: Token, match: Match) -> bool:
        """ "Thanked him for accepting": a gerund after a preposition is no act of its own."""
        having = any(kid.lower == "having" for kid in self.tree.kids(verb, "aux"))
        if verb.tag != "VBG" and not having:
            return False
        cases = {kid.lower for kid in self.tree.kids(verb, "mark", "case")}
        if cases == {"from"} and self._apart_from(verb):
            cases = set()
        if verb.dep == "advcl" and "with" in cases and self.tree.kids(verb, "nsubj"):
            return False
        going_on = bool(self.tree.kids(verb, "aux")) and not having
        if verb.dep in {"obl", "nmod", "obj", "nsubj", "compound", "amod", "xcomp"}:
            return True
        if verb.dep == "ccomp" and not going_on:
            return not self._trailing(verb, match)
        if going_on:
            return False
        return bool(cases - self.words.while_)

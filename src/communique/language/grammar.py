"""Predicates and their arguments over one sentence's tree (Universal Dependencies relations).

What a reader does without noticing: passives turned round, subjects carried into infinitives,
participles and coordinated verbs, relative pronouns followed to what they stand for.
"""

from __future__ import annotations

from communique.language.annotations import MentionKind, Token
from communique.language.phrases import Phrases

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_DEPTH = 8
# A day set off by a comma takes no more words than this: ", on January 15".
_ASIDE_DAY = 3


class Tree(Phrases):
    """One sentence's tokens with the questions who did what to whom."""

    def subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """Who does ``verb``: its logical subjects, inherited where the language leaves them out."""
        if depth > _DEPTH:
            return []
        if self.is_passive(verb):
            agents = [t for t in self.kids(verb, "obl:agent", "obl") if self.case(t) == "by"]
            if not agents:
                deep = self.deep_obliques(verb)
                agents = [t for prep, t in deep if prep == "by" and (t.persons or t.mention)][:1]
            return self._spread(agents)
        own = self.kids(verb, "nsubj", "nsubj:outer")
        if own:
            return [*self._listed_before(own[0]), *self._spread(own)]
        if self.kids(verb, "nsubj:pass"):
            return []
        return self._standing_before(verb) or self._inherited(verb, depth)

    def _listed_before(self, subject: Token) -> list[Token]:
        """A headline's comma for "and": "PM X, King Y hold talks"."""
        at = subject.i
        if at != 2 or self.tokens[1].lower != "," or subject.mention is None:
            return []
        first = self.tokens[0]
        named = first.mention is not None and first.mention.kind in {
            MentionKind.PERSON, MentionKind.OFFICE,
        }  # fmt: skip
        return [first] if named and subject.mention.kind is not MentionKind.STATE else []

    def _before_aside(self, at: int) -> int:
        """The last word before "..., who is also X," or "..., on Monday" that ends at ``at``."""
        tokens, end = self.tokens, at
        mention = tokens[at].mention
        if mention is not None and mention.kind is MentionKind.DATE:
            while end > 0 and tokens[end].lower != ",":
                end -= 1
            return end - 1 if end > 0 and at - end <= _ASIDE_DAY else at
        if tokens[at].lower != ",":
            return at
        for begin in range(at - 2, 0, -1):
            who = tokens[begin + 1].lower in self.words.personal_relative
            if tokens[begin].lower == "," and who:
                return begin - 1 if self._is_person(tokens[begin - 1]) else at
        return at

    @staticmethod
    def _is_person(token: Token) -> bool:
        return token.mention is not None and token.mention.kind in {
            MentionKind.PERSON, MentionKind.OFFICE,
        }  # fmt: skip

    def _standing_before(self, verb: Token) -> list[Token]:
        """Persons named right before a finite verb, whatever the parser hung them on.

        "During a meeting of NATO, X and Y discussed ...": a list after a fronted phrase is often
        parsed as going on with that phrase.
        """
        at = verb.i - 1
        while at >= 0 and self.tokens[at].dep in {"aux", "advmod", "aux:pass"}:
            at -= 1
        if at < 0 or (verb.tag not in {"VBD", "VBZ", "VBP"} and verb.i == at + 1):
            return []
        at = self._before_state(self._before_aside(at))
        if self._leads(self.tokens[at - (self.tokens[at].lower == ",")]):
            return [self.tokens[at - (self.tokens[at].lower == ",")]]
        if self.tokens[at].lower in self.words.standing and self.tokens[at].persons:
            return [self.tokens[at]]
        if self.tokens[at].lower == "," and at > 0 and self.tokens[at - 1].dep == "appos":
            # "As part of his visit to Oman, the minister of Togo, X, met Y"
            at -= 1
            return [self.tokens[at]] if self._names_person(self.tokens[at]) else []
        found: list[Token] = []
        while at >= 0 and self._names_person(self.tokens[at]):
            found.insert(0, self.tokens[at])
            if at < 2 or self.tokens[at - 1].lower not in {"and", "&", ","}:
                break
            at -= 2
            while at >= 0 and self.tokens[at].lower in {",", "the"}:
                at -= 1
        return found

    def _leads(self, token: Token) -> bool:
        """ "A delegation of the Party led by X, has paid ...": who leads those that do it."""
        head = self.head(token)
        led = head is not None and head.lemma in self.words.leading and token.mention is not None
        return led and self.case(token) == "by"

    def _before_state(self, at: int) -> int:
        """Where the name stands that "of Kenya" at ``at`` belongs to."""
        mention = self.tokens[at].mention
        if mention is None or mention.state is None or mention.kind is not MentionKind.STATE:
            return at
        before = at - 1
        while before > 0 and self.tokens[before].lower == "the":
            before -= 1
        of = before > 0 and self.tokens[before].lower == "of"
        return before - 1 if of and self.tokens[before - 1].persons else at

    def _names_person(self, token: Token) -> bool:
        mention = token.mention
        return (
            mention is not None
            and mention.kind in {MentionKind.PERSON, MentionKind.OFFICE}
            and token.dep in {"conj", "appos", "nmod", "dep", "obl", "flat"}
            and not self.kids(token, "case")
        )

    def _inherited(self, verb: Token, depth: int) -> list[Token]:
        """Who does a verb without a subject of its own."""
        head = self.head(verb)
        if head is None:
            return []
        if verb.dep == "acl:relcl":
            return [] if self._relative_object(verb) else [self.one_of(head)]
        if verb.dep == "acl":
            noun_does = self.is_verb(head) or verb.tag != "VBG"
            return self._noun_doers(head, depth) if noun_does else [self.one_of(head)]
        fronted = self._fronted(verb, head)
        if fronted is not None:
            return self._spread([fronted])
        controlled = self._controlled(verb, head)
        if controlled:
            return controlled
        if verb.dep == "conj":
            if self.is_passive(head):
                return self._surface(head)
            return self.subjects(head, depth + 1) if self._clausal(head) else []
        if verb.dep == "xcomp":
            return self.subjects(head, depth + 1) or self._surface(head)
        if verb.dep == "csubj" and verb.tag == "VB" and verb.i > head.i:
            return self._surface(head)  # "is due to meet"
        if verb.dep in {"advcl", "ccomp", "parataxis", "dep"}:
            return self._surface(head) or self.subjects(head, depth + 1)
        return []

    def _controlled(self, verb: Token, head: Token) -> list[Token]:
        """Objects that do what is said of them: "invited X to visit", "thanked X for coming"."""
        objects = self.kids(head, "obj", "iobj", "nsubj:pass")
        does = verb.dep == "xcomp" or (verb.dep in {"advcl", "conj"} and self._reason(verb))
        if does and objects and head.lemma in self.words.object_control:
            return self._spread(objects)
        infinitive = any(kid.lower == "to" for kid in self.kids(verb, "mark"))
        if verb.dep == "advcl" and infinitive and self.is_verb(head):
            return self._recipients(head, verb)
        return []

    def _clausal(self, head: Token) -> bool:
        return self.is_verb(head) or bool(self.kids(head, "cop", "nsubj", "nsubj:pass"))

    def _noun_doers(self, noun: Token, depth: int) -> list[Token]:
        """Who does an infinitive that hangs on a noun: "his decision to visit"."""
        if noun.lemma in self.words.recipient_control and not self._rings(noun):
            found = self._to_whom(noun)
            if found:
                return found
        if noun.lemma in self.words.bodies:
            return [noun]
        owners = self.kids(noun, "nmod:poss")
        if owners:
            return self._spread(owners)
        head = self.head(noun)
        if head is not None and self.is_verb(head):
            return self.subjects(head, depth + 1)
        return []

    def _reason(self, verb: Token) -> bool:
        """ "for sending", "on winning": what the one thanked or congratulated has done."""
        perfect = any(kid.lower == "having" for kid in self.kids(verb, "aux"))
        return (verb.tag == "VBG" or perfect) and any(
            kid.lower in {"for", "on", "upon", "over"} for kid in self.kids(verb, "mark", "case")
        )

    def _rings(self, noun: Token) -> bool:
        """ "A phone call to Y to thank him": no call upon Y, who rings him up does it."""
        kinds = {kid.lower for kid in self.kids(noun, "compound", "amod")}
        return bool(kinds & self.words.by_line)

    def _recipients(self, verb: Token, asking: Token) -> list[Token]:
        """To whom the invitation goes that ``verb`` extends; whom a controlling verb addresses."""
        for noun in self.kids(verb, "obj"):
            if noun.lemma in self.words.recipient_control:
                return [] if self._rings(noun) else self._to_whom(noun)
        if verb.lemma in self.words.object_control:
            return self._spread(self.kids(verb, "obj", "iobj", "nsubj:pass"))
        for kid in self.kids(verb, "advcl", "xcomp"):
            if kid is not asking and kid.lemma in self.words.object_control:
                return self._spread(self.kids(kid, "obj"))
        return []

    def _to_whom(self, noun: Token) -> list[Token]:
        found = [t for prep, t in self.obliques(noun) if prep == "to"]
        head = self.head(noun)
        if not found and head is not None and self.is_verb(head):
            found = [t for prep, t in self.obliques(head) if prep == "to"]
            found = found or self.kids(head, "iobj")
        return [t for t in found if t.persons or t.mention is not None]

    def _surface(self, verb: Token) -> list[Token]:
        """Grammatical subjects of ``verb``, or of the clause it is coordinated with."""
        own = self.kids(verb, *_SUBJECTS)
        if own:
            return self._spread(own)
        head = self.head(verb)
        if head is not None and verb.dep in {"conj", "xcomp", "ccomp", "parataxis"}:
            return self._surface(head)
        return []

    def _relative_object(self, verb: Token) -> bool:
        return any(kid.lower in self.words.relative for kid in self.kids(verb, "obj", "obl"))

    def _fronted(self, verb: Token, head: Token) -> Token | None:
        """Who does a fronted verb: "waiting to receive him was X", "next to arrive was X"."""
        if verb.dep in {"xcomp", "conj"}:
            above = self.head(head)
            return self._fronted(head, above) if above is not None else None
        above = self.head(head) if head.dep == "advmod" else None
        if verb.dep == "advcl" and above is not None and verb.i < above.i:
            return above if self.kids(above, "cop") and above.mention is not None else None
        fits = verb.tag == "VBG" and verb.dep == "csubj" and head.mention is not None
        return head if fits and self._inverted(verb, head) else None

    def _inverted(self, verb: Token, head: Token) -> bool:
        """ "Received this morning by X was Y"."""
        named = bool(self.kids(head, "cop")) and not self.kids(head, "nsubj", "nsubj:pass")
        return verb.dep in {"csubj", "advcl"} and verb.i < head.i and named

    def objects(self, verb: Token) -> list[Token]:
        """What ``verb`` acts on: objects, the subjects of a passive, a participle's noun."""
        found = self.kids(verb, "obj", "iobj")
        if self.is_passive(verb):
            found += self.kids(verb, "nsubj:pass")
            head = self.head(verb)
            if not self.kids(verb, "nsubj:pass") and head is not None:
                if verb.dep in {"acl", "acl:relcl"}:
                    found.append(self.one_of(head))
                elif verb.dep in {"conj", "advcl", "xcomp"}:
                    found += self._surface(head)  # "is expected to be received by Y"
            if not found and head is not None and self._inverted(verb, head):
                found.append(head)
        elif verb.dep == "conj" and not found and verb.head != verb.i:
            head = self.tokens[verb.head]
            shared = self.kids(head, "obj") if head.i < verb.i else []
            found += [t for t in shared if t.i > verb.i]
        if verb.dep == "acl:relcl" and not found and self.kids(verb, "nsubj"):
            head = self.head(verb)
            if head is not None and not self.is_verb(head):
                found.append(head)
        return self._spread(found)

"""Whether a verb of speech has what its frame needs beside it."""

from __future__ import annotations

from communique.coding.statements.listeners import Listeners
from communique.coding.statements.minutes import in_passive
from communique.coding.statements.speech_match import Match
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Act

# What takes up something spoken of before: "which was accepted".
_IT = frozenset({"it", "which", "that"})
_THEY = frozenset({"they", "we", "both"})


class Needs:
    """Checks the needs of frames in one sentence; ``statements.toml`` says what they mean."""

    def __init__(self, tree: Tree, listeners: Listeners, words: SpeechWords) -> None:
        """``listeners`` are of the same ``tree``."""
        self.tree = tree
        self.listeners = listeners
        self.words = words

    def met(
        self, needs: str, match: Match, objects: list[Token], things: list[Token],
        parts: list[Token],
    ) -> bool:  # fmt: skip
        """Whether ``match`` has what its frame needs; ``objects`` of its verb, ``things`` among
        them that are not addressed, ``parts`` behind the frame's prepositions."""
        clause = match.clause is not None
        kind, _, list_ = needs.partition("|" if needs.startswith("bare") else ":")
        lemmas = {t.lemma for t in objects}
        if kind in {"clause", "that"}:
            that = kind == "clause" or self._that(match.clause)
            return clause and that and self._finite(match.clause)
        if self._ruled_out(kind, match, things, parts):
            return False
        if kind in {"content", "both"}:
            return clause or bool(things or parts or match.addressee)
        if kind == "would":
            auxiliaries = {kid.lower for kid in self.tree.kids(match.verb, "aux")}
            return clause and bool(auxiliaries & self.words.would)
        if kind == "thing":
            told = not any(self.listeners.personal(t) for t in things)
            back = all(t.lower in self.words.back for t in things)  # "describing it as vital"
            return clause or (bool(things) and told and not back)
        if kind in {"person", "whom", "told"}:
            return self._somebody_told(kind, match, objects, parts)
        if kind == "prep":
            return self._about_something(match, parts)
        if kind == "complement":
            return not clause and self._complement(match.verb, objects)
        if kind == "future":
            auxiliary = self.tree.kids(match.clause, "aux") if match.clause is not None else []
            return clause and any(kid.lower in self.words.unreal for kid in auxiliary)
        if kind in {"object", "part"}:
            found = lemmas if kind == "object" else {t.lemma for t in parts}
            return bool(found & set(list_.split("|")))
        if kind == "bare":
            return self._bare(match) or bool(lemmas & set(list_.split("|")))
        if kind == "conversation":
            return bool(parts or things) and self._conversing(match.verb, self.words.conversations)
        return kind != "topics" or self._topics(match.verb, things)

    def _somebody_told(
        self, kind: str, match: Match, objects: list[Token], parts: list[Token]
    ) -> bool:
        """Whether the act is done to somebody: for something, or who is told to do it."""
        if kind == "told":
            return match.clause is not None and (
                bool(match.addressee) or self._that(match.clause)
            )  # fmt: skip
        someone = any(self.listeners.personal(t) for t in objects)
        return someone and (kind == "person" or bool(parts))

    def _that(self, clause: Token | None) -> bool:
        marks = self.tree.kids(clause, "mark") if clause is not None else []
        return any(kid.lower == "that" for kid in marks)

    def _ruled_out(self, kind: str, match: Match, things: list[Token], parts: list[Token]) -> bool:
        """What no frame's act is: done by one where two are needed, of one mind with somebody
        on nothing named, a rite, or naming the source of news."""
        if kind == "both":
            return not (
                self.several(match.verb) or in_passive(self.tree, match.verb, self.words)
            )  # fmt: skip
        if match.clause is not None:
            return False
        if match.act is Act.AGREE:
            return self._somebody([*things, *parts])
        if match.verb.lemma in self.words.rites and any(t.lemma in self.words.rite for t in things):
            return True  # "reviewed the guard of honour", "celebrated the anniversary"
        return match.verb.lemma in self.words.quoting and self._source(things)

    def _bare(self, match: Match) -> bool:
        own = {t.lemma for t in self.tree.kids(match.verb, "obj", "nsubj:pass")} - _IT
        return not own and match.clause is None

    def _about_something(self, match: Match, parts: list[Token]) -> bool:
        """Whether a preposition brings in what was said, and not only when or to whom."""
        said = [t for t in parts if not self._day(t)]
        rung_up = any(self.listeners.person(t) for t in self.tree.kids(match.verb, "obj"))
        return bool(said) and not rung_up and not all(self._called_on(t, match) for t in said)

    def errand(self, match: Match) -> bool:
        """ "Called upon X to convey greetings": one came to do it, and urged nobody."""
        verb = match.verb
        if match.act is not Act.URGE or verb.lemma not in self.words.visiting:
            return False
        on = [t for prep, t in self.tree.obliques(verb) if prep in {"on", "upon"}]
        aims = self.tree.kids(verb, "advcl", "xcomp")
        return any(self.listeners.person(t) for t in on) and any(
            t.lemma in self.words.errands for t in aims
        )

    def _somebody(self, said: list[Token]) -> bool:
        """ "Agreeing with his host": of one mind with somebody, on nothing named."""
        return bool(said) and all(
            self.listeners.personal(t)
            or (t.mention is not None and t.mention.kind is MentionKind.OFFICE)
            for t in said
        )

    def _source(self, things: list[Token]) -> bool:
        """ "Citing the ministry", "citing a diplomat": where the page has its news from."""
        named = self.words.bodies | self.words.outlets | self.words.papers
        return any(t.lemma in named or self.listeners.personal(t) for t in things)

    def _topics(self, verb: Token, things: list[Token]) -> bool:
        """ "Topics included trade", and not "the talks included him"."""
        met = self.words.conversations
        listed = not any(self.listeners.personal(t) or t.lemma in met for t in things)
        return bool(things) and listed and self._conversing(verb, self.words.matters)

    def _conversing(self, verb: Token, wanted: frozenset[str]) -> bool:
        """Whether the subject is one of ``wanted``; a sentence's first noun where "the talks
        focused on" was taken for one."""
        found = self.tree.kids(verb, "nsubj", "nsubj:pass")
        head = self.tree.head(verb)
        if not found and verb.dep == "acl" and head is not None:
            found = [head] if head.head == head.i and head.i + 1 == verb.i else []
        return any(t.lemma in wanted for t in found)

    def _day(self, token: Token) -> bool:
        """ "Called X on Tuesday": when, and not whom or what for."""
        return token.mention is not None and token.mention.kind is MentionKind.DATE

    def _called_on(self, token: Token, match: Match) -> bool:
        """A person, or whom "on" and "to" bring in: to call on the speaker is to visit her."""
        listener = bool(match.frame.addressee) and self.listeners.personal(token)
        return listener or self.listeners.person(token)

    def _finite(self, clause: Token | None) -> bool:
        return clause is not None and not (
            clause.dep == "xcomp" and any(k.lower == "to" for k in self.tree.kids(clause, "mark"))
        )

    def _complement(self, verb: Token, objects: list[Token]) -> bool:
        """ "Called X a Y", "described X as Y"; objects that point back add no act."""
        tree = self.tree
        own = [t for t in objects if tree.head(t) is verb]
        if verb.tag == "VBG" and own and own[0].lower in self.words.back:
            return False
        below = [t for o in own for t in tree.kids(o, "nmod", "acl")]
        hung = [*tree.kids(verb, "obl", "advcl", "xcomp"), *below]
        as_ = [t for t in hung if self._has_as(t)]
        called = tree.kids(verb, "xcomp") or (len(tree.kids(verb, "obj", "iobj")) > 1)
        if verb.lemma in self.words.calling:
            return (bool(own) and bool(called)) or len(tree.kids(verb, "xcomp")) > 1
        if verb.lemma in self.words.naming:
            return bool(own) and bool(called or as_)
        return bool(as_) and bool(own or tree.obliques(verb))

    def _has_as(self, token: Token) -> bool:
        return any(kid.lower == "as" for kid in self.tree.kids(token, "case", "mark", "advmod"))

    def several(self, verb: Token) -> bool:
        """Whether more than one is the subject of ``verb``."""
        subjects = self.tree.subjects(verb)
        return len(subjects) > 1 or any(
            len(t.persons) > 1 or len(t.states) > 1 or t.tag in {"NNS", "NNPS"} or t.lower in _THEY
            for t in subjects
        )

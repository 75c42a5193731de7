"""Which words of a sentence are a speech act by which frame, and where content and addressee are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.coding.actors import ActorReader
from communique.coding.speech_tree import SpeechTree
from communique.knowledge.frames import Frames, StatementFrame
from communique.knowledge.references import load_reference_words
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Token
from communique.model import Act

_CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis", "csubj", "acl")
_THEY = frozenset({"they", "we", "both"})
_NOUN_PARTS = ("nmod", "obl", "acl", "ccomp", "advcl")


@dataclass(slots=True, eq=False)
class Match:
    """A speech act found at ``verb``.

    ``content`` are the heads of the content's phrases, ``clause`` the verb or predicate of a
    content clause, ``noun`` the noun or adjective that made the act with a support verb.
    """

    verb: Token
    frame: StatementFrame
    act: Act
    noun: Token | None = None
    content: list[Token] = field(default_factory=list)
    clause: Token | None = None
    addressee: list[Token] = field(default_factory=list)
    manner: bool = False


class FrameMatcher:
    """Finds speech acts in one sentence's tree."""

    def __init__(
        self, tree: SpeechTree, reader: ActorReader, frames: Frames, words: SpeechWords
    ) -> None:
        """``reader`` is of the same ``tree``; ``frames`` and ``words`` of the page's language."""
        self.tree = tree
        self.reader = reader
        self.frames = frames
        self.words = words

    def find(self) -> Iterator[Match]:
        """Speech acts in order of the sentence, whoever does them."""
        for token in self.tree.tokens:
            if token.mention is not None and token.mention.kind is not MentionKind.NAME:
                continue
            if self.tree.is_verb(token):
                yield from self._verb(token)
            elif self.tree.kids(token, "cop") or token.dep in {"advcl", "acl", "root", "ROOT"}:
                yield from self._adjective(token)

    def _verb(self, verb: Token) -> Iterator[Match]:
        nouns = list(self._support(verb))
        yield from nouns
        if nouns:
            return
        for frame in self._candidates(verb):
            match = self._plain(verb, frame)
            if match is not None:
                yield match
                return
        if self._adjectival(verb):
            yield from self._adjective(verb)

    def _candidates(self, verb: Token) -> Iterator[StatementFrame]:
        kids = self.tree.kids(verb, "compound:prt", "advmod", "obl", "obj", "xcomp", "case")
        names = [f"{verb.lemma} {kid.lower}" for kid in kids] + [verb.lemma]
        for name in names:
            for frame in self.frames.statement_words.get(name, ()):
                if name in frame.verbs:
                    yield frame

    # "express gratitude", "note with satisfaction"

    def _support(self, verb: Token) -> Iterator[Match]:
        for kid in self._supported(verb):
            manner = kid.dep == "obl"
            for noun in self.tree.conjuncts(kid):
                for frame, word in self._noun_frames(verb, noun):
                    match = Match(verb, frame, Act(frame.act), word, manner=manner)
                    self._noun_content(match)
                    if self._noun_needs(match):
                        yield match
                        break

    def _supported(self, verb: Token) -> list[Token]:
        tree = self.tree
        found = tree.kids(verb, "obj")
        head = tree.head(verb)
        if found:
            found += [t for t in tree.kids(verb, "conj") if not tree.is_verb(t)]
        if verb.dep == "amod" and verb.tag == "VBD" and head is not None and head.i > verb.i:
            found.append(head)
        elif tree.is_passive(verb):
            found += tree.kids(verb, "nsubj:pass")
            if verb.dep in {"acl", "acl:relcl"} and head is not None:
                found.append(head)
        elif verb.dep == "acl:relcl" and not found:
            found += [t for t in tree.objects(verb) if t.i < verb.i]
        with_words = self.words.manner
        return found + [t for t in tree.kids(verb, "obl") if tree.case(t) in with_words]

    def _noun_frames(self, verb: Token, noun: Token) -> Iterator[tuple[StatementFrame, Token]]:
        for this in self._below_carriers(noun):
            for name in (this.lemma, this.lower):
                for frame in self.frames.statement_words.get(name, ()):
                    if name in frame.nouns and verb.lemma in frame.support:
                        yield frame, this

    def _several(self, verb: Token) -> bool:
        """Whether more than one is the subject of ``verb``."""
        subjects = self.tree.subjects(verb)
        return len(subjects) > 1 or any(
            len(t.persons) > 1 or len(t.states) > 1 or t.tag in {"NNS", "NNPS"} or t.lower in _THEY
            for t in subjects
        )

    def _below_carriers(self, noun: Token) -> Iterator[Token]:
        """What "a message of condolence", "the importance of the help" are about, then they."""
        if noun.lemma in self.words.carriers:
            for preposition, kid in self.tree.obliques(noun):
                if preposition == "of":
                    yield kid
        yield noun

    def _noun_content(self, match: Match) -> None:
        noun, verb, tree = match.noun, match.verb, self.tree
        assert noun is not None
        self._addressee(match, [verb, noun])
        match.clause = self._clause(verb, match) or self._clause(noun, match)
        wanted = self._prepositions(match.frame)
        found = [
            kid
            for head in (noun, verb)
            for preposition, kid in tree.obliques(head)
            if preposition in wanted and kid not in match.addressee and kid is not noun
            and kid.i > noun.i and not self._is_time(kid)
            and not (preposition in {"of", "from"} and self._personal(kid))
        ]  # fmt: skip
        found += [
            kid for head in (noun, verb) for kid in tree.kids(head, "acl", "advcl")
            if kid.tag == "VBG" and kid.i > noun.i
            and wanted & {k.lower for k in tree.kids(kid, "mark", "case")}
        ]  # fmt: skip
        if match.frame.content is None and not match.manner:
            match.content = [noun]
        elif match.clause is not None:
            match.content = [match.clause, *[t for t in found if tree.head(t) is noun]]
        elif found:
            match.content = found
        elif match.manner:
            match.content = tree.kids(verb, "obj")
        else:
            behind = {t.i: t for _, t in tree.obliques(verb) if t.i > noun.i}
            rest = [t for t in behind.values() if not self._is_time(t)]
            match.content = [noun, *(rest if match.addressee else [])]

    def _noun_needs(self, match: Match) -> bool:
        if match.manner:
            return bool(match.content)
        if match.frame.needs == "both" and not self._several(match.verb):
            return False
        if match.frame.needs == "clause":
            return match.clause is not None
        if match.frame.needs == "prep" and match.noun in match.content:
            assert match.noun is not None
            return any(preposition == "of" for preposition, _ in self.tree.obliques(match.noun))
        return True

    # "was grateful for", "certain that"

    def _adjectival(self, verb: Token) -> bool:
        return bool(self.tree.kids(verb, "cop", "aux:pass")) or verb.dep in {"advcl", "acl"}

    def _adjective(self, token: Token) -> Iterator[Match]:
        for frame in self.frames.statement_words.get(token.lower, ()):
            if token.lower not in frame.adjectives:
                continue
            match = Match(token, frame, Act(frame.act), noun=token)
            self._addressee(match, [token])
            match.clause = self._clause(token, match)
            wanted = self._prepositions(frame)
            match.content = [
                kid for prep, kid in self.tree.obliques(token)
                if prep in wanted and kid not in match.addressee
            ]  # fmt: skip
            if match.clause is not None:
                match.content = [match.clause]
            if match.content:
                yield match
                return

    # plain verbs

    def _plain(self, verb: Token, frame: StatementFrame) -> Match | None:
        match = Match(verb, frame, Act(frame.act))
        self._addressee(match, [verb])
        match.clause = self._clause(verb, match)
        objects = [
            t for t in self.tree.objects(verb) if t is not match.clause and not self._adverb(t)
        ]
        things = [t for t in objects if t not in match.addressee]
        parts = self._parts(verb, match)
        if (frame.needs or "").startswith("object:"):
            match.clause = None
        hung = match.clause is not None and match.clause.dep in {"advcl", "acl"}
        if hung and not all(self._heard(t) for t in things):
            match.clause = None
        elif match.clause is None and not parts and all(self._heard(t) for t in things):
            match.clause = self._said_before(match)
        match.content = [match.clause] if match.clause is not None else []
        needs = frame.needs or ""
        if not self._met(needs, match, objects, things, parts):
            return None
        if needs == "complement":
            match.content = [verb]
            return match
        if match.clause is None:
            match.content = self._chosen(needs, things, parts, match)
        return match

    def _chosen(
        self, needs: str, things: list[Token], parts: list[Token], match: Match
    ) -> list[Token]:
        if needs.startswith("object:") and parts:
            return parts
        if "object" in match.frame.addressee:
            kept = [t for t in things if t not in match.addressee]
            return kept or parts or match.addressee or [match.verb]
        return things or parts or match.addressee or [match.verb]

    def _met(
        self, needs: str, match: Match, objects: list[Token], things: list[Token],
        parts: list[Token],
    ) -> bool:  # fmt: skip
        clause = match.clause is not None
        kind, _, list_ = needs.partition("|" if needs.startswith("bare") else ":")
        lemmas = {t.lemma for t in objects}
        if kind == "clause":
            return clause and self._finite(match.clause)
        if kind == "both" and not self._several(match.verb):
            return False
        if kind in {"content", "both"}:
            return clause or bool(things or parts or match.addressee)
        if kind == "would":
            return clause and any(k.lower in {"would", "'d"} for k in self.tree.kids(match.verb, "aux"))
        if kind == "thing":
            return clause or (bool(things) and not any(self._personal(t) for t in things))
        if kind == "person":
            return any(self._personal(t) for t in objects)
        if kind == "prep":
            return bool(parts) and not all(self._person(t) for t in parts)
        if kind == "complement":
            return not clause and self._complement(match.verb, objects)
        if kind == "future":
            return clause and any(
                kid.lower in self.words.unreal for kid in self.tree.kids(match.clause, "aux")
            )
        if kind == "object":
            return bool(lemmas & set(list_.split("|")))
        if kind == "bare":
            own = {t.lemma for t in self.tree.kids(match.verb, "obj", "nsubj:pass")}
            return (not own and not clause) or bool(lemmas & set(list_.split("|")))
        if kind == "conversation":
            return bool(parts or things) and any(
                t.lemma in self.words.conversations
                for t in self.tree.kids(match.verb, "nsubj", "nsubj:pass")
            )
        return True

    def _finite(self, clause: Token | None) -> bool:
        return clause is not None and not (
            clause.dep == "xcomp" and any(k.lower == "to" for k in self.tree.kids(clause, "mark"))
        )

    def _complement(self, verb: Token, objects: list[Token]) -> bool:
        """"Called X a Y", "described X as Y"; objects that point back add no act."""
        tree = self.tree
        own = [t for t in objects if tree.head(t) is verb]
        if verb.tag == "VBG" and own and own[0].lower in self.words.back:
            return False
        below = [t for o in own for t in tree.kids(o, "nmod")]
        hung = [*tree.kids(verb, "obl", "advcl", "xcomp"), *below]
        as_ = [t for t in hung if self._has_as(t)]
        called = tree.kids(verb, "xcomp") or (len(tree.kids(verb, "obj", "iobj")) > 1)
        if verb.lemma == "call":
            return (bool(own) and bool(called)) or len(tree.kids(verb, "xcomp")) > 1
        if verb.lemma in {"consider", "deem", "term", "brand", "dub", "label"}:
            return bool(own) and bool(called or as_)
        return bool(as_) and bool(own or tree.obliques(verb))

    def _has_as(self, token: Token) -> bool:
        return any(kid.lower == "as" for kid in self.tree.kids(token, "case", "mark"))

    # parts of a match

    def _prepositions(self, frame: StatementFrame) -> set[str]:
        return set((frame.content or "").split("|")) - {""}

    def _parts(self, verb: Token, match: Match) -> list[Token]:
        """Phrases with the frame's prepositions, at the verb or at its object."""
        wanted = self._prepositions(match.frame)
        heads = [verb, *self.tree.objects(verb)]
        found: list[Token] = []
        for head in heads:
            for preposition, kid in self.tree.obliques(head):
                fits = preposition in wanted and kid not in match.addressee and kid.i > head.i
                if fits and kid not in found and not self._is_time(kid):
                    found.append(kid)
            for kid in self.tree.kids(head, "advcl", "acl", "xcomp"):
                marks = {k.lower for k in self.tree.kids(kid, "mark", "case")}
                if marks & wanted and kid not in found:
                    found.append(kid)
        return found

    @staticmethod
    def _is_time(token: Token) -> bool:
        mention = token.mention
        return mention is not None and mention.kind is MentionKind.DATE

    def _clause(self, head: Token, match: Match) -> Token | None:
        """The content clause below ``head``, or the one that ``head`` is a parenthesis in."""
        tree = self.tree
        for kid in tree.kids(head, *_CLAUSES):
            marks = {k.lower for k in tree.kids(kid, "mark")}
            if kid.dep in {"ccomp", "csubj"} and kid.i != head.i:
                return kid
            if kid.dep == "xcomp" and (tree.is_verb(kid) or tree.kids(kid, "cop")):
                return kid
            if kid.dep in {"advcl", "acl"} and "that" in marks:
                return kid
            if kid.dep == "advcl" and kid.tag == "VBG" and kid.i == head.i + 1 and not marks:
                return kid
            if kid.dep in {"acl", "advcl"} and "to" in marks and match.noun is not None and (
                head is match.noun or "to" in self._prepositions(match.frame)
            ) and kid.i > match.noun.i:  # fmt: skip
                return kid
            if kid.dep == "parataxis" and self._is_clause(kid) and match.act in {
                Act.AFFIRM, Act.INFORM,
            }:  # fmt: skip
                return kid
        above = tree.head(head)
        own = bool(tree.kids(head, "nsubj", "nsubj:outer"))
        if head.dep == "parataxis" and above is not None and own and self._is_clause(above):
            return above
        if head is match.noun and head is not match.verb:
            return None
        if match.frame.needs in {"clause", "content", "future"} or match.noun is not None:
            return tree.that_clause(head) or tree.around_parenthesis(head)
        return None

    def _said_before(self, match: Match) -> Token | None:
        """What was said, before ", X said": only where nothing behind the verb is said."""
        verb = match.verb
        needs, addressed = match.frame.needs, "object" in match.frame.addressee
        bare = not self.tree.kids(verb, "obj", "iobj")
        if needs != "clause" and (needs != "content" or (addressed and not bare)):
            return None
        if any(t.i > verb.i and not self._heard(t) for t in self.tree.kids(verb, "obj")):
            return None
        return self.tree.before_attribution(verb)

    @staticmethod
    def _adverb(token: Token) -> bool:
        return token.pos == "ADV" or token.tag.startswith("RB")

    def _heard(self, token: Token) -> bool:
        """Whether ``token`` is somebody told something, or no object at all."""
        return (
            token.lemma in self.words.audience or self._adverb(token) or self._personal(token)
        )

    def _is_clause(self, token: Token) -> bool:
        return self.tree.is_verb(token) or bool(self.tree.kids(token, "cop"))

    def _addressee(self, match: Match, heads: list[Token]) -> None:
        places, tree = match.frame.addressee, self.tree
        found: list[Token] = []
        if "object" in places:
            found += [t for t in tree.objects(match.verb) if self._personal(t)]
        if "iobj" in places:
            found += [
                m for t in tree.kids(match.verb, "iobj") for m in tree.conjuncts(t)
                if self._personal(m)
            ]  # fmt: skip
        for head in heads:
            for preposition, kid in tree.obliques(head):
                if preposition in places and self._personal(kid):
                    found.append(kid)
        match.addressee = list(dict.fromkeys(self._named(t) for t in found))

    def _named(self, token: Token) -> Token:
        """The name behind a form of address: "Comrade X", "Madam X"."""
        if token.mention is None and not token.persons:
            for kid in self.tree.kids(token, "flat", "appos"):
                if self._person(kid):
                    return kid
        return token

    def _person(self, token: Token) -> bool:
        return bool(token.persons) or (
            token.mention is not None and token.mention.kind is MentionKind.PERSON
        )

    def _personal(self, token: Token) -> bool:
        if self.reader.read(token) or self._named(token) is not token:
            return True
        references = load_reference_words()
        people = references.pair_people | references.pair_states | self.words.peoples
        return token.lemma in people or (
            token.pos == "PRON" and token.lower in references.male | references.female | self.words.them
        )

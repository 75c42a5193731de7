"""Which words of a sentence are a speech act by which frame, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.coding.engagements.actors import ActorReader
from communique.coding.statements.content_clauses import ContentClauses
from communique.coding.statements.listeners import Listeners
from communique.coding.statements.speech_match import Match, prepositions
from communique.coding.statements.speech_needs import Needs
from communique.coding.statements.speech_tree import SpeechTree
from communique.coding.statements.supported_nouns import SupportedNouns
from communique.coding.statements.talk_matters import TalkMatters
from communique.knowledge.frames import Frames, StatementFrame
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Token
from communique.model import Act

# Acts whose content is what they are done for, not what is said of it further on.
_FOR = frozenset({Act.THANK, Act.CONGRATULATE, Act.CONDOLE})


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
        self.listeners = Listeners(tree, reader, words)
        self.clauses = ContentClauses(tree, self.listeners)
        self.needs = Needs(tree, self.listeners, words)
        self.matters = TalkMatters(tree, frames, words)
        self.nouns = SupportedNouns(tree, frames, words)

    def find(self) -> Iterator[Match]:
        """Speech acts in order of the sentence, whoever does them."""
        found = list(self._all())
        topics = [t for m in found if m.matter for t in self.tree.subtree(m.verb)]
        # "the topics discussed were A and B": A and B were
        return (m for m in found if m.matter or m.verb.dep != "acl" or m.verb not in topics)

    def _all(self) -> Iterator[Match]:
        for token in self.tree.tokens:
            if token.mention is not None and token.mention.kind is not MentionKind.NAME:
                continue
            yield from list(self.matters.of(token)) or self._at(token)

    def _at(self, token: Token) -> Iterator[Match]:
        if self.tree.is_verb(token):
            yield from self._verb(token)
        elif self._adjectival(token) or token.dep in {"root", "ROOT"}:
            yield from self._adjective(token)

    def _verb(self, verb: Token) -> Iterator[Match]:
        carries = verb.lemma in self.frames.carrying or verb.lemma in self.words.speaking_of
        nouns = list(self._support(verb)) if carries else []
        yield from nouns
        if nouns:
            return
        if self._held(verb):
            yield from self._adjective(verb)
            return
        for frame in self._candidates(verb):
            match = self._plain(verb, frame)
            if match is not None:
                yield match
                yield from self._further(match)
                return
        if self._adjectival(verb):
            yield from self._adjective(verb)

    def _held(self, verb: Token) -> bool:
        """ "Is committed to it", "remains committed": a state of mind, by nobody, is no act."""
        agents = any(self.tree.case(t) == "by" for t in self.tree.kids(verb, "obl", "obl:agent"))
        stative = verb.lower in self.words.states_of_mind and not agents
        return stative and not self.tree.kids(verb, "nsubj", "obj") and self._adjectival(verb)

    def _further(self, match: Match) -> Iterator[Match]:
        """ "Said that A and that B", "agreed to do A, and to do B": each is said for itself."""
        clause = match.clause
        if clause is None or match.content != [clause]:
            return
        infinitive = any(k.lower == "to" for k in self.tree.kids(clause, "mark"))
        joined = [kid for kid in self.tree.kids(match.verb, "conj") if kid.i > clause.i]
        for kid in [*self.tree.kids(clause, "conj"), *joined]:
            if self._said_for_itself(kid, infinitive):
                match.apart.append(kid)
                yield Match(
                    match.verb, match.frame, match.act, content=[kid], clause=kid,
                    noun=match.noun, addressee=match.addressee,
                )  # fmt: skip

    def _said_for_itself(self, clause: Token, infinitive: bool) -> bool:
        """Whether "that" begins ``clause`` anew, or ", and to" parts it from what is before."""
        if any(kid.lower == "as" for kid in self.tree.kids(clause, "cc")):
            return False  # "as well as to" only adds to it
        marks = {k.lower for k in self.tree.kids(clause, "mark")}
        if not infinitive:
            return "that" in marks
        first = self.tree.subtree(clause)[0]
        comma = any(t.lower == "," for t in self.tree.tokens[max(0, first.i - 1) : first.i + 1])
        return "to" in marks and clause.tag == "VB" and comma

    def _candidates(self, verb: Token) -> Iterator[StatementFrame]:
        kids = self.tree.kids(verb, "compound:prt", "advmod", "obl", "obj", "xcomp", "case")
        names = [f"{verb.lemma} {kid.lower}" for kid in kids] + [verb.lemma]
        for name in names:
            for frame in self.frames.statement_words.get(name, ()):
                if name in frame.verbs:
                    yield frame

    # "express gratitude", "note with satisfaction"

    def _support(self, verb: Token) -> Iterator[Match]:
        for kid in self.nouns.of(verb):
            manner = kid.dep == "obl"
            for noun in (*self.tree.conjuncts(kid), *self.nouns.hung_lower(verb, kid)):
                for frame, word in self.nouns.frames(verb, noun):
                    match = Match(verb, frame, Act(frame.act), word, manner=manner)
                    self._noun_content(match)
                    if self._noun_needs(match):
                        yield match
                        yield from self._further(match)
                        break

    def _noun_content(self, match: Match) -> None:
        noun, verb, tree = match.noun, match.verb, self.tree
        assert noun is not None
        self._addressee(match, [verb, noun])
        match.clause = self.clauses.of(verb, match) or self.clauses.of(noun, match)
        wanted = prepositions(match.frame)
        found = [
            kid
            for head in (noun, verb, *match.addressee)
            for preposition, kid in tree.obliques(head)
            if preposition in wanted and kid not in match.addressee and kid is not noun
            and kid.i > noun.i and not self._is_time(kid)
            and not (preposition in {"of", "from"} and self.listeners.personal(kid))
        ]  # fmt: skip
        found += [
            kid for head in (noun, verb) for kid in tree.kids(head, "acl", "advcl")
            if (kid.tag == "VBG" or any(k.tag == "VBG" for k in tree.kids(kid, "cop")))
            and kid.i > noun.i
            and wanted & {k.lower for k in tree.kids(kid, "mark", "case")}
        ]  # fmt: skip
        if match.frame.content is None and not match.manner:
            match.content = [noun, *self.clauses.hung_apart(noun)]
        elif match.clause is not None:
            match.content = [match.clause, *[t for t in found if tree.head(t) is noun]]
        elif found:
            named = match.act in {Act.CONDOLE, Act.CONGRATULATE}
            match.content = [noun, *found] if named else found
        elif match.manner:
            match.content = tree.kids(verb, "obj") or tree.kids(verb, "nsubj:pass")
        else:
            behind = {t.i: t for _, t in tree.obliques(verb) if t.i > noun.i}
            rest = [t for t in behind.values() if not self._is_time(t)]
            match.content = [noun, *(rest if match.addressee else [])]

    def _noun_needs(self, match: Match) -> bool:
        kind, _, list_ = (match.frame.needs or "").partition(":")
        if match.manner and kind != "part":
            return bool(match.content)
        if kind == "part":
            lemmas = set(list_.split("|"))
            return any(t.lemma in lemmas for t in match.content)
        if match.frame.needs == "both" and not self.needs.several(match.verb):
            return False
        if match.frame.needs == "clause":
            return match.clause is not None
        if match.frame.needs == "another":
            return self._anothers(match)
        if match.frame.needs == "prep" and match.noun in match.content:
            assert match.noun is not None
            return any(preposition == "of" for preposition, _ in self.tree.obliques(match.noun))
        if match.frame.needs == "prep" and match.clause is None:
            return not all(self.listeners.person(t) for t in match.content)
        return True

    def _anothers(self, match: Match) -> bool:
        """ "The King's message of peace", "brought a message of friendship from the King"."""
        assert match.noun is not None
        of = [t for prep, t in self.tree.obliques(match.noun) if prep == "of"]
        if all(self.listeners.personal(t) for t in of):
            return False
        heads = [t for one in (match.noun, match.verb, *of) for p, t in self.tree.obliques(one)
                 if p == "from" or (p == "of" and one is not match.verb)]  # fmt: skip
        return any(
            self.listeners.personal(t) and t.tag != "PRP$"
            for t in (*heads, *self.tree.kids(match.noun, "nmod:poss"))
        )

    # "was grateful for", "certain that"

    def _adjectival(self, verb: Token) -> bool:
        felt = self.tree.head(verb) if verb.dep == "xcomp" else None
        if felt is not None and felt.lemma in self.words.feeling:  # "felt honoured to"
            return True
        return bool(self.tree.kids(verb, "cop", "aux:pass")) or verb.dep in {"advcl", "acl"}

    def _adjective(self, token: Token) -> Iterator[Match]:
        for frame in self.frames.statement_words.get(token.lower, ()):
            if token.lower not in frame.adjectives:
                continue
            match = Match(token, frame, Act(frame.act), noun=token)
            self._addressee(match, [token])
            match.clause = self.clauses.of(token, match)
            wanted = prepositions(frame)
            match.content = [
                kid for prep, kid in self.tree.obliques(token)
                if prep in wanted and kid not in match.addressee
            ]  # fmt: skip
            if match.clause is not None:
                match.content = [match.clause]
            match.content = match.content or self._infinitive_behind(token) or match.addressee
            if match.content and self._of_parts(match):
                yield match
                return

    def _of_parts(self, match: Match) -> bool:
        """Whether what is felt about is one of the frame's nouns, where it names some."""
        kind, _, list_ = (match.frame.needs or "").partition(":")
        return kind != "part" or bool({t.lemma for t in match.content} & set(list_.split("|")))

    def _infinitive_behind(self, token: Token) -> list[Token]:
        """ "Glad to be back": the infinitive right behind, however it was hung."""
        behind = self.tree.tokens[token.i + 1 : token.i + 2]
        return [self.tree[t.head] for t in behind if t.tag == "TO" and t.head > t.i]

    # plain verbs

    def _plain(self, verb: Token, frame: StatementFrame) -> Match | None:
        match = Match(verb, frame, Act(frame.act))
        self._addressee(match, [verb])
        match.clause = self.clauses.of(verb, match)
        objects = [
            t
            for t in self.tree.objects(verb) or self._lost_object(verb)
            if t is not match.clause
            and not self.listeners.adverb(t)
            and not (match.clause is not None and self._expletive(t))
        ]
        things = [t for t in objects if t not in match.addressee]
        parts = self._parts(verb, match)
        if (frame.needs or "").startswith("object:"):
            match.clause = None
        hung = match.clause is not None and match.clause.dep in {"advcl", "acl", "xcomp"}
        beside = hung and not all(self.listeners.heard(t) for t in things)
        if beside or (parts and match.act in _FOR and not self._said(match)):
            match.clause = None
        elif match.clause is None and not parts and all(self.listeners.heard(t) for t in things):
            match.clause = self.clauses.said_before(match)
        match.content = [match.clause] if match.clause is not None else []
        needs = frame.needs or ""
        if not self.needs.met(needs, match, objects, things, parts) or self.needs.errand(match):
            return None
        if needs == "complement":
            match.content = [verb]
            return match
        if match.clause is None:
            match.content = self._chosen(needs, things, parts, match)
        return match

    def _lost_object(self, verb: Token) -> list[Token]:
        """ "Wished peace and prosperity to Y": a noun that was taken for what somebody becomes."""
        return [
            m for t in self.tree.kids(verb, "xcomp")
            if t.pos == "NOUN" and not self.tree.kids(t, "cop", "nsubj")
            for m in self.tree.conjuncts(t)
        ]  # fmt: skip

    def _said(self, match: Match) -> bool:
        """Whether "that" opens the clause of ``match``."""
        marks = self.tree.kids(match.clause, "mark") if match.clause is not None else []
        return any(kid.lower == "that" for kid in marks)

    @staticmethod
    def _expletive(token: Token) -> bool:
        """ "It was agreed to meet": "it" only stands for what follows."""
        return token.lower == "it" and token.dep in {"nsubj:pass", "expl", "nsubj"}

    def _chosen(
        self, needs: str, things: list[Token], parts: list[Token], match: Match
    ) -> list[Token]:
        if (needs.startswith("object:") or needs == "conversation") and parts:
            return parts
        if "object" in match.frame.addressee:
            kept = [t for t in things if t not in match.addressee]
            if needs in {"person", "whom"} and parts:
                return parts
            return kept or parts or match.addressee or [match.verb]
        if parts and all(t.lower in self.words.reflexive for t in things):
            return parts
        return things or parts or match.addressee or [match.verb]

    # parts of a match

    def _parts(self, verb: Token, match: Match) -> list[Token]:
        """Phrases with the frame's prepositions, at the verb or at its object."""
        wanted = prepositions(match.frame)
        stranded = self._stranded(verb, wanted)
        if stranded:
            return stranded
        heads = dict.fromkeys([verb, *self.tree.objects(verb), *match.addressee])
        if match.frame.joint:  # "talked with his host about trade"
            heads |= dict.fromkeys(t for p, t in self.tree.obliques(verb) if p == "with")
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

    def _stranded(self, verb: Token, wanted: set[str]) -> list[Token]:
        """ "Trade was talked about": the subject is what the preposition brings in."""
        subjects = self.tree.kids(verb, "nsubj:pass")
        last = self.tree.tokens[verb.i + 1 : verb.i + 2]
        alone = [t for t in last if t.lower in wanted and not t.children and t.head == verb.i]
        return [m for t in subjects for m in self.tree.conjuncts(t)] if alone else []

    def _is_time(self, token: Token) -> bool:
        """Whether ``token`` tells when or where something was said, not what."""
        mention = token.mention
        if token.lemma in self.words.asides:
            return True
        return mention is not None and mention.kind is MentionKind.DATE

    def _addressee(self, match: Match, heads: list[Token]) -> None:
        places, tree = match.frame.addressee, self.tree
        found: list[Token] = []
        if "object" in places:
            found += [t for t in tree.objects(match.verb) if self.listeners.personal(t)]
        if "iobj" in places:
            found += [
                m for t in tree.kids(match.verb, "iobj") for m in tree.conjuncts(t)
                if self.listeners.personal(m)
            ]  # fmt: skip
        for head in heads:
            for preposition, kid in tree.obliques(head):
                if preposition in places and self.listeners.personal(kid):
                    found.append(kid)
        match.addressee = list(dict.fromkeys(self.listeners.named(t) for t in found))

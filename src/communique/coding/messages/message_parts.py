"""What messages of every wording share: who sends, who gets, by what medium, on what occasion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.messages.papers import paper_ends, paper_of
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import MessageWords
from communique.knowledge.references import load_reference_words
from communique.language.annotations import Analysis, MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Span

_WHEN_OR_WHERE = frozenset({MentionKind.DATE, MentionKind.STATE, MentionKind.PLACE})
# The kind of "a similar message": that of the one before it.
LIKEWISE = ""


@dataclass(slots=True)
class DraftMessage:
    """A message in the making; ``bereaved`` are for whom condolences are that name nobody."""

    kind: str
    medium: str | None
    senders: list[Actor]
    recipients: list[Actor]
    via: Actor | None
    occasion: Span | None
    sentence: Sentence
    spans: list[Span] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    bereaved: list[Actor] = field(default_factory=list)
    # wishes and thanks are a message only where who gets them is elsewhere
    to_absent: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom "I" and "you" stand for in a sentence, where quotation or letter tell."""

    me: Actor | None = None
    you: Actor | None = None


@dataclass(slots=True)
class Found:
    """What one wording gives before it becomes messages."""

    kind: str
    medium: str | None
    senders: list[Actor]
    recipients: tuple[list[Actor], list[str]]
    via: Actor | None
    token: Token
    mutual: bool = False


class MessageParts:
    """Reads the parts of messages off one sentence."""

    def __init__(
        self, sentence: Sentence, analysis: Analysis, words: MessageWords, voice: Voice
    ) -> None:
        """``words`` are those of the page's language; ``voice`` is whose words these are."""
        self.sentence = sentence
        self.analysis = analysis
        self.words = words
        self.voice = voice
        self.tree = Tree(sentence.tokens)
        self.reader = ActorReader(analysis, self.tree)
        self.papers = words.papers
        self._receiving = words.carriage["received"]
        self.first = load_reference_words().first | words.phrases["first"]

    def said(self, verb: Token) -> bool:
        """Whether what ``verb`` tells was done: not denied, refused, conditional or to come."""
        tree = self.tree
        if tree.negated(verb) or set(tree.auxiliaries(verb)) & word_list("not_yet"):
            return False
        if any(
            kid.lower in self.words.phrases["conditions"]
            for kid in tree.kids(verb, "mark", "advmod")
        ):
            return False
        if any(kid.lower in self.words.phrases["not_so_far"] for kid in self._adverbs(verb)):
            return False
        head = tree.head(verb)
        governed = head is not None and verb.dep in {"xcomp", "advcl", "acl", "ccomp"}
        if not governed or head is None:
            return True
        return head.lemma not in self.words.carriage["undone"] and not tree.negated(head)

    def _adverbs(self, verb: Token) -> list[Token]:
        """ "Has yet to congratulate": the adverb hangs on either verb."""
        head = self.tree.head(verb)
        above = [head] if head is not None and verb.dep == "xcomp" else []
        return [kid for one in (verb, *above) for kid in self.tree.kids(one, "advmod")]

    def doers(self, verb: Token) -> list[Actor]:
        """Who sends: the subjects; the caller, where the call was made for it; "I" in a letter."""
        paper = paper_of(self.tree, verb, self.papers)
        if paper is not None:
            return self.reader.read_all(paper_ends(self.tree, paper, self._receiving)[0])
        first = self._first_to(verb)
        if first:
            return self.reader.read_all(first)
        caller = self._calling(verb)
        tokens = self._put_out(verb) or self.tree.subjects(caller if caller is not None else verb)
        found = self.reader.read_all(tokens)
        own = any(t.lower in self.first for t in tokens)
        return self.speaking(verb) if own and (self.voice.me or not found) else found

    def _put_out(self, verb: Token) -> list[Token]:
        """ "Issued a statement expressing condolences": who puts out the paper that says it."""
        paper = self.tree.head(verb) if verb.dep == "acl" and verb.tag == "VBG" else None
        above = self.tree.head(paper) if paper is not None and paper.dep == "obj" else None
        return self.tree.subjects(above) if above is not None else []

    def _first_to(self, verb: Token) -> list[Token]:
        """ "X was the first to congratulate Y"; "among the first to congratulate Y was X"."""
        head = self.tree.head(verb)
        if head is None or verb.dep not in {"acl", "advcl", "xcomp"} or self.tree.is_verb(head):
            return []
        if self.tree.kids(head, "cop"):
            return self.tree.kids(head, "nsubj")
        return (
            self._around_copula(verb)[1] if head.lemma in self.words.phrases["first_ones"] else []
        )

    def _around_copula(self, verb: Token) -> tuple[list[Token], list[Token]]:
        """The persons between ``verb`` and the copula behind it, and those behind that."""
        later = self.tree.tokens[verb.i + 1 :]
        at = next((t.i for t in later if t.dep == "cop" or t.lemma == "be"), None)
        named = [t for t in later if t.persons and t.mention is not None]
        if at is None:
            return [], []
        return [t for t in named if t.i < at], [t for t in named if t.i > at]

    def behind(self, verb: Token) -> list[Token]:
        """Whom "among the first to congratulate Y was X" addresses, where the parse lost it."""
        head = self.tree.head(verb)
        ones = head is not None and head.lemma in self.words.phrases["first_ones"]
        return self._around_copula(verb)[0] if ones else []

    def speaking(self, token: Token) -> list[Actor]:
        """Whose words these are: the writer's, else those of the subject of "said" or "wrote"."""
        if self.voice.me is not None:
            return [self.voice.me]
        for verb in (*self.tree.up(token), *self.tree.tokens):
            if verb.lemma in self.tree.words.reporting and self.tree.is_verb(verb):
                head = self.tree.head(verb)
                named = [head] if verb.dep == "acl" and head is not None and head.persons else []
                subjects = self.tree.kids(verb, "nsubj") or named or self.tree.subjects(verb)
                return [a for a in self.reader.read_all(subjects) if a.person or a.office]
        return []

    def readers(self, verb: Token) -> list[Token]:
        """To whom the letter goes in which ``verb`` stands."""
        paper = paper_of(self.tree, verb, self.papers)
        return paper_ends(self.tree, paper, self._receiving)[1] if paper is not None else []

    def carrying_media(self, verb: Token) -> list[str]:
        """Nouns that ``verb`` hangs on: "sending a letter and a call to congratulate him"."""
        head = self.tree.head(verb)
        if head is None or verb.dep not in {"acl", "advcl", "xcomp"}:
            return []
        nouns = [head] if not self.tree.is_verb(head) else self.tree.kids(head, "obj")
        found = [
            self.words.medium.get(member.lemma)
            for noun in nouns
            for member in self.tree.conjuncts(noun)
        ]
        return [medium for medium in found if medium is not None]

    def _calling(self, verb: Token) -> Token | None:
        """The verb of calling or writing whose purpose ``verb`` is."""
        head = self.tree.head(verb)
        if head is None or verb.dep not in {"advcl", "xcomp", "acl"}:
            return None
        return head if head.lemma in self.words.calls else None

    def partner(self, verb: Token) -> list[Actor]:
        """Whom the call, letter or meeting was with in which a message was spoken."""
        tree, caller = self.tree, self._calling(verb)
        tokens = list(tree.objects(caller)) if caller is not None else []
        phrases = tree.obliques(caller) if caller is not None else []
        tokens += self._caller_of(verb)
        for _, noun in tree.obliques(verb):
            if noun.lemma in self.words.medium or noun.lemma in self.words.phrases["occasions"]:
                phrases += tree.deep_obliques(noun)
        tokens += [t for prep, t in phrases if prep in {"to", "with"}]
        tokens += self._called_on(caller)
        return [a for a in self.reader.read_all(tokens) if not a.group]

    def _called_on(self, caller: Token | None) -> list[Token]:
        """ "Called on X and Y to convey it": whom one visits."""
        phrases = self.tree.obliques(caller) if caller is not None else []
        return [t for prep, t in phrases if prep in {"on", "upon"} and t.persons]

    def _caller_of(self, verb: Token) -> list[Token]:
        """ "Phoned Putin, who expressed his condolences": the one who phoned."""
        noun = self.tree.head(verb) if verb.dep == "acl:relcl" else None
        call = self.tree.head(noun) if noun is not None else None
        called = call is not None and call.lemma in self.words.calls
        return self.tree.subjects(call) if call is not None and called else []

    def recipients(self, tokens: Iterable[Token]) -> tuple[list[Actor], list[str]]:
        """Actors addressed, and groups of people as printed."""
        actors: list[Actor] = []
        groups: list[str] = []
        for token in tokens:
            for member in self.tree.conjuncts(token):
                read = self._addressed(member)
                if read:
                    actors += [a for a in read if a.key not in {b.key for b in actors} or a.group]
                elif member.lemma in self.words.phrases["groups"] and member.mention is None:
                    groups.append(self.reader.phrase(member))
        return actors, groups

    def _addressed(self, token: Token) -> list[Actor]:
        if token.lower in self.words.phrases["second"]:
            return [self.voice.you] if self.voice.you is not None else self._spoken_to(token)
        read = self.reader.read(token) or self.reader.read_all(self.tree.kids(token, "appos"))
        return read or self._peers(token)

    def _peers(self, token: Token) -> list[Actor]:
        """ "His counterparts in Niger and Congo": the states whose they are."""
        if token.lemma not in self.words.invitations["peers"]:
            return []
        where = [t for prep, t in self.tree.obliques(token) if prep in {"in", "of", "from"}]
        return self.reader.read_all(m for t in where for m in self.tree.conjuncts(t))

    def _spoken_to(self, token: Token) -> list[Actor]:
        """Whom "you" is in a quotation: "I congratulate you", X told Y."""
        for verb in self.tree.up(token):
            if verb.lemma in self.tree.words.reporting and self.tree.is_verb(verb):
                to = [t for prep, t in self.tree.obliques(verb) if prep == "to"]
                return self.reader.read_all([*to, *self.tree.kids(verb, "obj", "iobj")])
        return []

    def mutual(self, tokens: Iterable[Token]) -> bool:
        """Whether one of ``tokens`` is "each other" or "one another"."""
        for token in tokens:
            words = {word.lower for word in self.tree.subtree(token)}
            if words & {"each", "one"} and words & {"other", "another"}:
                return True
        return False

    def on_behalf(self, verb: Token) -> list[Actor]:
        """Persons for whom a message is given."""
        for prep, token in [*self.tree.deep_obliques(verb), *self._beside_subject(verb)]:
            if token.lemma in self.words.phrases["behalf"] and prep in {"on", "in"}:
                of = [t for p, t in self.tree.obliques(token) if p == "of"]
                of += [named for t in of for named in self.tree.kids(t, "appos")]
                return [a for a in self.reader.read_all(of) if a.person is not None]
        return []

    def _beside_subject(self, verb: Token) -> list[tuple[str, Token]]:
        """Phrases between commas behind the subject: "X, on behalf of Y, offered"."""
        return [p for t in self.tree.kids(verb, "nsubj") for p in self.tree.obliques(t)]

    def through(self, verb: Token) -> Actor | None:
        """Through whom a message goes."""
        phrases = [*self.tree.obliques(verb), *self._beside_subject(verb)]
        bearers = [t for prep, t in phrases if prep in {"through", "via"}]
        return next((a for a in self.reader.read_all(bearers) if a.person is not None), None)

    def medium(self, verb: Token) -> str | None:
        """How the words of ``verb`` went: "by telephone", "in a letter", "phoned to"."""
        caller = self._calling(verb)
        for one in (verb, caller) if caller is not None else (verb,):
            for prep, token in self.tree.obliques(one):
                if prep in self.words.phrases["media_openers"]:
                    for word in self.tree.subtree(token):
                        if word.lemma in self.words.medium:
                            return self.words.medium[word.lemma]
        if self._called_on(caller):
            return "in_person"
        return self.words.calls.get(caller.lemma) if caller is not None else None

    def occasion(self, head: Token) -> Span | None:
        """The words for what it was about."""
        for prep, token in self.tree.obliques(head):
            carries = any(word.lemma in self.words.medium for word in self.tree.subtree(token))
            if token.persons or carries or self._when_or_where(token):
                continue
            if prep.split(" ")[0] in self.words.prepositions:
                return self.phrase_span(token)
        for kid in self.tree.kids(head, "advcl", "acl"):
            if self.tree.kids(kid, "mark"):
                return self.phrase_span(kid)
        return None

    def _when_or_where(self, token: Token) -> bool:
        """ "On Monday", "in Tehran", "on the same day": no occasion."""
        same = any(kid.lemma in word_list("likewise") for kid in self.tree.kids(token, "amod"))
        return same or (token.mention is not None and token.mention.kind in _WHEN_OR_WHERE)

    def bereaved(self, *heads: Token) -> list[Actor]:
        """The state of whoever died, or of the place of the loss: "over the floods in Libya"."""
        for head in heads:
            for prep, token in self.tree.obliques(head):
                if prep.split(" ")[0] not in self.words.phrases["over_losses"]:
                    continue
                found = self.states_in([token])
                if found:
                    return found
        return []

    def states_in(self, tokens: Iterable[Token]) -> list[Actor]:
        """The first state that the words below ``tokens`` are of: "those hurt in Libya"."""
        for token in tokens:
            for actor in self.reader.read_all(self.tree.subtree(token)):
                if actor.side is not None and not actor.organization:
                    return [
                        Actor(actor.token, state=actor.side, spans=actor.spans,
                              worked_from=actor.label)
                    ]  # fmt: skip
        return []

    def phrase_span(self, token: Token) -> Span:
        """The words of a phrase and all below it."""
        words = self.tree.subtree(token)
        return self.analysis.span(words[0].start, words[-1].end)

    def drafts(self, found: Found, *heads: Token) -> list[DraftMessage]:
        """The messages of ``found``: one, or one each way; ``heads`` may carry the occasion."""
        occasion = next((o for o in map(self.occasion, heads) if o is not None), None)
        if not found.mutual:
            actors, groups = found.recipients
            return self._one(found, found.senders, (actors, groups), occasion)
        ends = [*found.senders, *found.recipients[0]]
        return [
            draft
            for one in ends[:2]
            for other in ends[:2]
            if one is not other
            for draft in self._one(found, [one], ([other], []), occasion)
        ]

    def _one(
        self,
        found: Found,
        senders: Sequence[Actor],
        to: tuple[Sequence[Actor], Sequence[str]],
        occasion: Span | None,
    ) -> list[DraftMessage]:
        keys = {actor.key for actor in senders}
        recipients = [actor for actor in to[0] if actor.key not in keys]
        if not senders or (to[0] and not recipients and not to[1]):
            return []
        ends = keys | {actor.key for actor in recipients}
        via = found.via if found.via is not None and found.via.key not in ends else None
        span = self.analysis.span(found.token.start, found.token.end)
        whole = self.analysis.span(self.sentence.start, self.sentence.end)
        draft = DraftMessage(
            found.kind, found.medium, list(senders), recipients, via, occasion,
            self.sentence, [span, whole], list(to[1]),
        )  # fmt: skip
        return [draft]

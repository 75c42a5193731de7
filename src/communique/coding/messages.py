"""Messages: congratulations, condolences, greetings and thanks, with sender, recipient, carrier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.coding.actors import Actor, ActorReader
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Medium, Message, MessageKind, Span

_UNSAID = "unsaid"


@dataclass(slots=True)
class DraftMessage:
    """A message in the making."""

    kind: str
    medium: str | None
    senders: list[Actor]
    recipients: list[Actor]
    via: Actor | None
    occasion: Span | None
    sentence: Sentence
    spans: list[Span] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


class MessageReader:
    """Reads messages off one sentence."""

    def __init__(self, sentence: Sentence, analysis: Analysis, words: MessageWords) -> None:
        """``words`` are those of the page's language."""
        self.sentence = sentence
        self.analysis = analysis
        self.words = words
        self.tree = Tree(sentence.tokens)
        self.reader = ActorReader(analysis, self.tree)

    def read(self) -> list[DraftMessage]:
        """Every message of the sentence."""
        found: list[DraftMessage] = []
        for token in self.tree.tokens:
            if token.mention is not None:
                continue
            if token.lemma in self.words.verbs and self.tree.is_verb(token):
                found += self._verb(token)
            elif token.pos in {"NOUN", "PROPN", "ADJ"} and token.lemma in self.words.nouns:
                found += self._noun(token)
            elif token.lemma in self.words.medium and token.pos == "NOUN":
                found += self._occasioned(token)
        return found

    # "congratulated X on Y"

    def _verb(self, verb: Token) -> list[DraftMessage]:
        tree = self.tree
        if tree.negated(verb) or set(tree.auxiliaries(verb)) & word_list("not_yet"):
            return []
        senders = self.reader.read_all(tree.subjects(verb))
        recipients = self._recipients(tree.objects(verb))
        if not senders or (not recipients[0] and not recipients[1]):
            return []
        media = self._carrying_media(verb) or [self._by_medium(verb)]
        occasion = self._occasion(verb)
        return [
            self._draft(
                self.words.verbs[verb.lemma], medium, senders, recipients, None, occasion, verb
            )
            for medium in media
        ]

    def _carrying_media(self, verb: Token) -> list[str | None]:
        """Nouns an infinitive hangs on: "sending a letter and a call to congratulate him"."""
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

    def _by_medium(self, verb: Token) -> str | None:
        for prep, token in self.tree.obliques(verb):
            if prep in {"in", "by", "via", "through", "over", "during"}:
                for word in self.tree.subtree(token):
                    if word.lemma in self.words.medium:
                        return self.words.medium[word.lemma]
        return None

    # "extended condolences to X over Y", "sent a letter of condolence"

    def _noun(self, token: Token) -> list[DraftMessage]:
        kind = self.words.nouns[token.lemma]
        noun, medium = self._carrier_noun(token)
        if token.pos == "ADJ" and noun is token:
            return []
        if (
            token.dep == "conj"
            and self.words.nouns.get(self.tree.first_conjunct(token).lemma) == kind
        ):
            return []
        verb = self._governing_verb(noun)
        if (
            verb is None
            or self.tree.negated(verb)
            or set(self.tree.auxiliaries(verb)) & word_list("not_yet")
        ):
            return []
        if verb.lemma not in self.words.carriage["support"] and medium is None:
            return []
        if kind in {"greeting", "thanks"}:
            spoken = verb.lemma not in self.words.carriage["carried"]
            if spoken or (kind == "thanks" and medium is None and not self._of(noun)):
                return []
        return self._sent(kind, medium, noun, verb)

    def _carrier_noun(self, token: Token) -> tuple[Token, str | None]:
        """The noun that the message word modifies or is of: "letter of", "congratulatory"."""
        head = self.tree.head(token)
        if (
            head is not None
            and token.dep in {"nmod", "amod", "compound", "conj"}
            and head.lemma in self.words.medium
        ):
            return head, self.words.medium[head.lemma]
        return token, None

    def _governing_verb(self, noun: Token) -> Token | None:
        token = self.tree.first_conjunct(noun)
        head = self.tree.head(token)
        if head is not None and self.tree.is_verb(head):
            if token.dep in {"obj", "nsubj:pass", "xcomp"}:
                return head
            if token.dep in {"obl", "nmod"} and head.lemma in word_list("thanking"):
                return head
        for kid in self.tree.kids(token, "acl", "acl:relcl"):
            if kid.lemma in self.words.carriage["support"]:
                return kid
        return None

    def _sent(self, kind: str, medium: str | None, noun: Token, verb: Token) -> list[DraftMessage]:
        tree = self.tree
        subjects = self.reader.read_all(tree.subjects(verb))
        thanked = verb.lemma in word_list("thanking")
        if thanked:
            subjects = self.reader.read_all(t for t in tree.objects(verb) if t is not noun)
        of = self._of(noun)
        receiving = verb.lemma in self.words.carriage["received"]
        senders, via = (of, None) if of else (subjects, None)
        if of and subjects and subjects[0].key not in {a.key for a in of}:
            via = subjects[0]
        nouns = [one for one in tree.conjuncts(noun) if not tree.is_verb(one) or one is noun]
        phrases = [*tree.obliques(verb), *(p for one in nouns for p in tree.deep_obliques(one))]
        to = [t for prep, t in phrases if prep in {"to", "with"}]
        if not to:
            to = [
                t
                for conj in tree.kids(verb, "conj")
                if not self.reader.read_all(tree.kids(conj, "nsubj"))
                for prep, t in tree.obliques(conj)
                if prep == "to"
            ]
        recipients = self._recipients([*to, *tree.kids(verb, "iobj")])
        if receiving:
            senders = self.reader.read_all(
                t for prep, t in (*tree.obliques(verb), *tree.obliques(noun)) if prep == "from"
            )
            recipients = (subjects, [])
            via = None
        if not recipients[0] and not recipients[1]:
            recipients = self._thanker(kind, verb, thanked=thanked), []
        if not senders:
            return []
        occasion = self._occasion(noun) or self._occasion(verb)
        return [self._draft(kind, medium, senders, recipients, via, occasion, noun)]

    def _of(self, noun: Token) -> list[Actor]:
        found = [t for prep, t in self.tree.obliques(noun) if prep in {"of", "from"}]
        owners = [t for t in self.tree.kids(noun, "nmod:poss") if t.mention is not None]
        return self.reader.read_all([*found, *owners])

    def _thanker(self, kind: str, verb: Token, *, thanked: bool = False) -> list[Actor]:
        """Who thanks for a message has got it; condolences go to the state bereaved."""
        for head in (verb, *self.tree.up(verb)) if thanked else self.tree.up(verb):
            if self.tree.is_verb(head) and head.lemma in word_list("thanking"):
                actors = self.reader.read_all(self.tree.subjects(head))
                if kind == "condolence":
                    return [
                        Actor(a.token, state=a.side, spans=a.spans, worked_from=a.label)
                        for a in actors[:1] if a.side
                    ]  # fmt: skip
                return actors
        return []

    # "a phone call on his election"

    def _occasioned(self, noun: Token) -> list[DraftMessage]:
        """A call or letter whose occasion tells what it was for."""
        verb = self._governing_verb(noun)
        around = self.tree.obliques(verb) if verb is not None else []
        for prep, token in [*self.tree.obliques(noun), *around]:
            if prep not in {"on", "over", "upon", "on occasion of"}:
                continue
            kind = (
                "congratulation"
                if token.lemma in self.words.happy
                else "condolence"
                if token.lemma in self.words.sad
                else None
            )
            if (
                kind is None
                or verb is None
                or verb.lemma not in {"hold", "make", "have", "place", "send"}
            ):
                continue
            senders = self.reader.read_all(self.tree.subjects(verb))
            recipients = self._thanker(kind, verb)
            if senders and recipients:
                span = self._span(token)
                medium = self.words.medium[noun.lemma]
                return [self._draft(kind, medium, senders, (recipients, []), None, span, noun)]
        return []

    # shared

    def _recipients(self, tokens: Iterable[Token]) -> tuple[list[Actor], list[str]]:
        """Actors addressed, and groups of people as printed."""
        actors: list[Actor] = []
        groups: list[str] = []
        for token in tokens:
            for member in self.tree.conjuncts(token):
                read = self.reader.read(member)
                if read:
                    actors += [a for a in read if a.key not in {b.key for b in actors} or a.group]
                elif member.pos in {"NOUN", "PROPN"} and member.mention is None:
                    groups.append(self.reader.phrase(member))
        return actors, groups

    def _occasion(self, head: Token) -> Span | None:
        for prep, token in self.tree.obliques(head):
            if prep.split(" ")[0] in self.words.prepositions and not token.persons:
                return self._span(token)
        for kid in self.tree.kids(head, "advcl", "acl"):
            if self.tree.kids(kid, "mark"):
                return self._span(kid)
        return None

    def _span(self, token: Token) -> Span:
        words = self.tree.subtree(token)
        return self.analysis.span(words[0].start, words[-1].end)

    def _draft(
        self,
        kind: str,
        medium: str | None,
        senders: Sequence[Actor],
        recipients: tuple[list[Actor], list[str]],
        via: Actor | None,
        occasion: Span | None,
        token: Token,
    ) -> DraftMessage:
        span = self.analysis.span(token.start, token.end)
        whole = self.analysis.span(self.sentence.start, self.sentence.end)
        return DraftMessage(
            kind, medium, list(senders), list(recipients[0]), via, occasion, self.sentence,
            [span, whole], list(recipients[1]),
        )  # fmt: skip


def settle_messages(
    drafts: Sequence[DraftMessage], default_medium: str | None, partners: Sequence[Actor]
) -> list[Message]:
    """One message for each kind, medium, sender and recipient of a page.

    ``default_medium`` is how the page's main engagement carries words; ``partners`` are its
    parties: greetings to somebody who is not there go through the one who is.
    """
    kept: list[tuple[tuple[object, ...], DraftMessage, str | None]] = []
    for draft in drafts:
        medium = draft.medium if draft.medium not in {None, _UNSAID} else default_medium
        _to_partner(draft, partners)
        _through(draft, partners)
        key = (draft.kind, frozenset(a.side or a.label for a in draft.senders))
        to = {a.side or a.label for a in draft.recipients}
        known = next(
            (k for k in kept if k[0] == key and k[2] == medium and _same_to(k[1], to)), None
        )
        if known is None:
            kept.append((key, draft, medium))
        else:
            known[1].spans += [s for s in draft.spans if s not in known[1].spans]
            known[1].occasion = known[1].occasion or draft.occasion
            known[1].recipients += [
                a for a in draft.recipients if a.key not in {b.key for b in known[1].recipients}
            ]
    return [_message(draft, medium) for _, draft, medium in kept]


def _to_partner(draft: DraftMessage, partners: Sequence[Actor]) -> None:
    """A message to nobody named goes to the one across the table."""
    if draft.recipients or draft.groups:
        return
    sides = {sender.side for sender in draft.senders}
    others = [a for a in partners if a.person and a.side and a.side not in sides]
    draft.recipients = others[:1]


def _same_to(draft: DraftMessage, to: set[str]) -> bool:
    ours = {a.side or a.label for a in draft.recipients}
    return not ours or not to or bool(ours & to)


def _through(draft: DraftMessage, partners: Sequence[Actor]) -> None:
    if draft.via is not None or draft.kind not in {"greeting", "thanks"}:
        return
    there = {a.key for a in partners}
    if any(a.key in there for a in draft.recipients):
        return
    others = [a for a in partners if a.person and a.side not in {s.side for s in draft.senders}]
    if others and draft.senders and draft.senders[0].key in there:
        draft.via = others[0]


def _message(draft: DraftMessage, medium: str | None) -> Message:
    return Message(
        kind=MessageKind(draft.kind),
        medium=Medium(medium) if medium and medium != _UNSAID else None,
        sender=tuple(dict.fromkeys(a.label for a in draft.senders)),
        to=tuple(dict.fromkeys([*(a.label for a in draft.recipients), *draft.groups])),
        via=draft.via.label if draft.via else None,
        occasion=draft.occasion.quote if draft.occasion else None,
        evidence=tuple(draft.spans),
    )

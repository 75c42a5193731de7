"""Messages told from the side of who gets them: received, arrived, gratefully acknowledged."""

from __future__ import annotations

from communique.coding.engagements.actors import Actor
from communique.coding.messages.message_parts import DraftMessage, Found, MessageParts
from communique.language.annotations import Token


class GotMessages:
    """Reads the messages that somebody got off one sentence."""

    def __init__(self, parts: MessageParts) -> None:
        """``parts`` are of the sentence that is read."""
        self.parts = parts
        self.words = parts.words
        self.tree = parts.tree
        self.reader = parts.reader

    def received(
        self, kind: str, medium: str | None, noun: Token, verb: Token
    ) -> list[DraftMessage]:
        """ "X received letters of condolence from Y and Z": one from each."""
        tree = self.tree
        phrases = [*tree.obliques(verb), *tree.deep_obliques(noun)]
        giving = {"from"} if tree.is_passive(verb) else {"from", "by", "of"}
        given = [t for prep, t in phrases if prep in giving]
        senders = self._and_others(given, self.reader.read_all(given))
        recipients = self.reader.read_all(tree.subjects(verb))
        many = noun.tag == "NNS" and (medium is not None or len(senders) > 1)
        each = [[a] for a in senders] if many else [senders]
        return [
            draft
            for one in (each if recipients else [])
            for draft in self.parts.drafts(
                Found(kind, medium, one, (recipients, []), None, noun), noun, verb
            )
        ]

    def _and_others(self, given: list[Token], senders: list[Actor]) -> list[Actor]:
        """Those that semicolons part from the first: "from X, president of A; Y; and Z"."""
        found = list(senders)
        for token in self.tree.tokens[given[0].i + 1 :] if given else ():
            if self.tree.is_verb(token):
                break
            first = self.tree.subtree(token)[0].i
            parted = any(t.text == ";" for t in self.tree.tokens[max(0, first - 1) : token.i])
            if token.persons and (parted or token.dep == "conj"):
                keys = {a.key for a in found}
                found += [a for a in self.reader.read(token) if a.key not in keys]
        return found

    def arrived(
        self, kind: str, medium: str | None, noun: Token, verb: Token
    ) -> list[DraftMessage]:
        """ "A cable of condolence came from X to Y": one from each."""
        phrases = [*self.tree.obliques(verb), *self.tree.deep_obliques(noun)]
        given = [m for prep, t in phrases if prep == "from" for m in self.tree.conjuncts(t)]
        senders = self.reader.read_all(given)
        to = [t for prep, t in phrases if prep in {"to", "for"}]
        to = to or [t for prep, t in phrases if prep == "in" and t.mention is not None]
        recipients = self.parts.recipients(to)
        return [
            draft
            for sender in (senders if medium else [])
            for draft in self.parts.drafts(
                Found(kind, medium, [sender], recipients, None, noun), noun, verb
            )
        ]

    def grateful(self, noun: Token) -> Token | None:
        """The adjective of "was grateful to X for his condolences"."""
        head = self.tree.head(noun)
        thankful = head is not None and head.lemma in self.words.phrases["grateful"]
        return head if thankful and self.tree.case(noun) == "for" else None

    def acknowledged(
        self, kind: str, medium: str | None, noun: Token, adjective: Token
    ) -> list[DraftMessage]:
        """ "Was grateful to Y for his condolences": they came from Y."""
        tree = self.tree
        senders = self.reader.read_all(t for prep, t in tree.obliques(adjective) if prep == "to")
        recipients = self.reader.read_all(tree.kids(adjective, "nsubj") or tree.subjects(adjective))
        found = Found(kind, medium, senders, (recipients, []), None, noun)
        return self.parts.drafts(found, noun) if recipients else []

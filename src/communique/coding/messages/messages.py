"""Messages: congratulations, condolences, greetings and thanks, with sender, recipient, carrier."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.messages.letter_parties import is_likewise
from communique.coding.messages.message_nouns import NounMessages
from communique.coding.messages.message_parts import DraftMessage, Found, MessageParts, Voice
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, Sentence, Token

_NO_VOICE = Voice()


class MessageReader:
    """Reads messages off one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        analysis: Analysis,
        words: MessageWords,
        voice: Voice = _NO_VOICE,
    ) -> None:
        """``words`` are those of the page's language; ``voice`` is whose words these are."""
        self.sentence = sentence
        self.words = words
        self.parts = MessageParts(sentence, analysis, words, voice)
        self.tree = self.parts.tree
        self.nouns = NounMessages(self.parts)

    def read(self) -> list[DraftMessage]:
        """Every message of the sentence; a question tells of none."""
        if self.sentence.text.rstrip("\"'” ").endswith("?"):
            return []
        found: list[DraftMessage] = []
        for token in self.tree.tokens:
            if token.mention is not None:
                continue
            if token.lemma in self.words.verbs and self.tree.is_verb(token):
                found += self._verb(token)
            elif token.lemma in word_list("thanking") and self.tree.is_verb(token):
                found += self._thanks(token)
            elif self._names_kind(token):
                found += self.nouns.read(token)
            elif token.lemma in self.words.medium and token.pos == "NOUN":
                similar = is_likewise(self.tree, token) or self.nouns.more(token)
                found += self.nouns.likewise(token) if similar else self.nouns.occasioned(token)
        return found

    def _names_kind(self, token: Token) -> bool:
        if token.pos not in {"NOUN", "PROPN", "ADJ"}:
            return False
        return token.lemma in self.words.nouns or self.nouns.of_amity(token)

    # "congratulated X on Y"

    def _verb(self, verb: Token) -> list[DraftMessage]:
        parts, tree = self.parts, self.tree
        kind = self.words.verbs[verb.lemma]
        if not parts.said(verb):
            return []
        senders, objects = parts.doers(verb), tree.objects(verb)
        recipients = self._addressed(kind, verb, objects)
        mutual = parts.mutual(objects) or parts.mutual(t for _, t in tree.obliques(verb))
        if not senders or not (mutual or recipients[0] or recipients[1]):
            return []
        media: Sequence[str | None] = parts.carrying_media(verb) or [parts.medium(verb)]
        senders, via = self._for_others(verb, senders)
        return [
            draft
            for medium in media
            for draft in parts.drafts(
                Found(kind, medium, senders, recipients, via, verb, mutual=mutual), verb
            )
        ]

    def _for_others(self, verb: Token, doers: list[Actor]) -> tuple[list[Actor], Actor | None]:
        """ "Congratulated Y on behalf of X": X's congratulations, brought by who says so."""
        named = {actor.key for actor in doers}
        principals = [a for a in self.parts.on_behalf(verb) if a.key not in named]
        carrier = next((a for a in doers if a.person is not None), None)
        return (principals, carrier) if principals and carrier else (doers, None)

    def _addressed(
        self, kind: str, verb: Token, objects: list[Token]
    ) -> tuple[list[Actor], list[str]]:
        """The object, or with whom one condoles or felicitates; what is condoled is the loss."""
        parts = self.parts
        pronoun = bool(objects) and objects[0].pos == "PRON"
        actors, groups = parts.recipients(
            (pronoun and parts.readers(verb)) or objects or parts.behind(verb)
        )
        if not actors and (kind == "condolence" or not objects):
            with_whom = [t for prep, t in self.tree.obliques(verb) if prep in {"with", "to"}]
            found = parts.recipients(with_whom)
            if any(found) or kind == "condolence":
                return found
        if objects and objects[0].lower in self.words.phrases["those"] and (
            those := self._those(verb)
        ):  # fmt: skip
            return [], those
        return (actors, groups) if actors or groups else (parts.partner(verb), [])

    def _those(self, verb: Token) -> list[str]:
        """ "Welcomed the envoys, congratulating them": whom the verb above has as its object."""
        above = self.tree.head(verb) if verb.dep == "advcl" else None
        objects = self.tree.kids(above, "obj") if above is not None else []
        return [self.parts.reader.phrase(t) for t in objects if t.tag in {"NNS", "NNPS"}]

    # "wrote a letter thanking X for Y"

    def _thanks(self, verb: Token) -> list[DraftMessage]:
        """Thanks are a message where they are written."""
        parts = self.parts
        if not parts.said(verb):
            return []
        written = [m for m in (*parts.carrying_media(verb), parts.medium(verb)) if m is not None]
        if not written or written[0] not in self.words.written:
            return []
        recipients = parts.recipients(self.tree.objects(verb))
        senders = parts.doers(verb)
        if not senders or not recipients[0]:
            return []
        return parts.drafts(Found("thanks", written[0], senders, recipients, None, verb), verb)

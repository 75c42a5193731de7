"""Messages told by a noun: "extended condolences to X", "a letter of congratulation from Y"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.messages.got_messages import GotMessages
from communique.coding.messages.message_parts import LIKEWISE, DraftMessage, Found, MessageParts
from communique.knowledge.frames import word_list
from communique.knowledge.references import load_reference_words
from communique.language.annotations import Token

_TRAVELLING = frozenset({"greeting", "thanks"})


def _mark(token: Token) -> bool:
    """Whether a quotation ends or begins at ``token``."""
    return token.text in {'"', "“", "”", "„", "«", "»", "''", "``"}


class NounMessages:
    """Reads the messages that nouns of one sentence tell of."""

    def __init__(self, parts: MessageParts) -> None:
        """``parts`` are of the sentence that is read."""
        self.parts = parts
        self.words = parts.words
        self.tree = parts.tree
        self.reader = parts.reader
        self.got = GotMessages(parts)

    def read(self, token: Token) -> list[DraftMessage]:
        """The messages of ``token``, a noun or adjective that names the kind of one."""
        tree, words = self.tree, self.words
        kind = words.nouns.get(token.lemma, "greeting")  # else friendship: `of_amity`
        noun, medium = self._carrier(token)
        if token.pos == "ADJ" and noun is token:
            return []
        if token.dep == "conj" and words.nouns.get(tree.first_conjunct(token).lemma) == kind:
            return []
        verb = self._governor(noun)
        if verb is not None and not self.parts.said(verb):
            return []
        absent = False
        if token.lemma in words.phrases["wishes"] and not self._wished(token, noun, verb, medium):
            absent = verb is not None and verb.lemma in words.carriage["carried"]
            if not absent:
                return []
        grateful = self.got.grateful(noun)
        if grateful is not None:
            return self.got.acknowledged(kind, medium, noun, grateful)
        if verb is not None and verb.lemma in self.words.carriage["arriving"]:
            return self.got.arrived(kind, medium, noun, verb)
        if verb is not None and self._spoken_thanks(kind, noun, verb, medium):
            absent = True
        if verb is None or not (absent or self._carried(kind, noun, verb, medium)):
            return self._told(kind, noun, medium)
        drafts = self._sent(kind, medium, noun, verb)
        for draft in drafts:
            draft.to_absent = absent
        return drafts

    def of_amity(self, token: Token) -> bool:
        """ "A message of friendship from X": what is felt, carried by a message of another's."""
        if token.lemma not in self.words.phrases["amity"] or token.dep != "nmod":
            return False
        carrier, medium = self._carrier(token)
        return medium is not None and bool(self._of(carrier) or self._of(token))

    def _wished(self, token: Token, noun: Token, verb: Token | None, medium: str | None) -> bool:
        """Whether wishes are another's, carried, or those of a day, sent or said by telephone."""
        if verb is None:
            return False
        festive = any(
            word.lemma in self.words.phrases["festive"]
            for kid in self.tree.kids(token, "compound", "amod", "nmod", "nmod:poss")
            for word in self.tree.subtree(kid)
        )
        how = medium or self.parts.medium(verb)
        sent = how in self.words.written or how == "call" or verb.lemma in word_list("sending")
        sent_from = [t for prep, t in self.tree.obliques(verb) if prep == "from"]
        anothers = bool(self._of(noun)) or bool(self.reader.read_all(sent_from))
        return anothers or (festive and sent)

    def _carried(self, kind: str, noun: Token, verb: Token, medium: str | None) -> bool:
        """Whether the message goes, is had, or is only thought or spoken of."""
        carriage = self.words.carriage
        thanked = verb.lemma in word_list("thanking")
        if verb.lemma not in carriage["support"] and medium is None and not thanked:
            return False
        if kind not in _TRAVELLING or thanked:
            return True
        if verb.lemma in carriage["received"] and (medium is not None or kind == "greeting"):
            return True
        if verb.lemma not in carriage["carried"] and not (medium and self._speaking(noun, verb)):
            return False
        return kind != "thanks" or medium is not None or bool(self._of(noun))

    def _spoken_thanks(self, kind: str, noun: Token, verb: Token, medium: str | None) -> bool:
        """ "Conveyed his thanks to X": a message where X is elsewhere."""
        thanked = verb.lemma in word_list("thanking") or kind != "thanks" or medium is not None
        return not thanked and verb.lemma in self.words.carriage["carried"] and not self._of(noun)

    def _speaking(self, noun: Token, verb: Token) -> bool:
        """ "In a message of greetings, X said": the noun is where the words stand."""
        return noun.dep == "obl" and verb.lemma not in word_list("thanking")

    def _carrier(self, token: Token) -> tuple[Token, str | None]:
        """The noun that the message word modifies or is of: "letter of", "congratulatory"."""
        head = self.tree.head(token)
        sent = self._sent_with(token, head)
        if sent is not None:
            return sent, self.words.medium[sent.lemma]
        if (
            head is not None
            and token.dep in {"nmod", "amod", "compound", "conj"}
            and head.lemma in self.words.medium
        ):
            return head, self.words.medium[head.lemma]
        return token, None

    def _sent_with(self, token: Token, head: Token | None) -> Token | None:
        """ "Sent a telegram to X with his congratulations": the paper they go with."""
        if head is None or token.dep not in {"obl", "nmod"} or self.tree.case(token) != "with":
            return None
        verb = next((t for t in self.tree.up(token) if self.tree.is_verb(t)), None)
        papers = self.tree.kids(verb, "obj") if verb is not None else []
        found = (t for t in papers if self.words.medium.get(t.lemma) in self.words.written)
        return next(found, None)

    def _governor(self, noun: Token) -> Token | None:
        """The verb by which the message goes."""
        token = self.tree.first_conjunct(noun)
        head = self.tree.head(token)
        if head is not None and self.tree.is_verb(head):
            if token.dep in {"obj", "nsubj:pass", "xcomp"}:
                return head
            if token.dep == "nsubj" and head.lemma in self.words.carriage["arriving"]:
                return head
            if token.dep in {"obl", "nmod"} and head.lemma in word_list("thanking"):
                return head
            if token.dep == "obl" and self._passed_on(token, head):
                return head
            carrier = noun.lemma in self.words.medium and token.dep == "obl"
            if carrier and self.tree.case(token) in self.words.phrases["media_openers"]:
                return head
        for kid in self.tree.kids(token, "acl", "acl:relcl"):
            between = self.tree.tokens[token.i : kid.i]
            if kid.lemma in self.words.carriage["support"] and not any(map(_mark, between)):
                return kid
        return None

    def _passed_on(self, noun: Token, verb: Token) -> bool:
        """ "Pass on his greetings": the particle read as a preposition."""
        on = self.tree.case(noun) in self.words.phrases["particles"]
        return on and verb.lemma in self.words.carriage["carried"]

    # who

    def _sent(self, kind: str, medium: str | None, noun: Token, verb: Token) -> list[DraftMessage]:
        parts = self.parts
        medium = medium or next(iter(parts.carrying_media(verb)), None) or parts.medium(verb)
        if verb.lemma in self.words.carriage["received"]:
            return self.got.received(kind, medium, noun, verb)
        if verb.lemma in self.words.carriage["returned"]:
            back = Found(kind, medium, parts.doers(verb), (self._of(noun), []), None, noun)
            return parts.drafts(back, noun, verb) if back.recipients[0] else []
        senders, via = self._senders(noun, verb)
        to = self._to(noun, verb) or (self._for(noun) if kind == "greeting" else [])
        recipients = parts.recipients(to)
        mutual = verb.lemma in self.words.carriage["exchanged"] or parts.mutual(to)
        bodies = bool(recipients[0]) and not any(actor.person for actor in recipients[0])
        if kind == "congratulation" and bodies:
            recipients = self._elected(recipients[0]) or recipients[0], recipients[1]
        if not recipients[0] and not recipients[1]:
            recipients = self._thanker(kind, verb) or parts.partner(verb), []
        found = Found(kind, medium, senders, recipients, via, noun, mutual=mutual)
        drafts = parts.drafts(found, noun, verb)
        for draft in drafts if kind == "condolence" else ():
            draft.bereaved = parts.bereaved(noun, verb) or parts.states_in(to)
            if verb.lemma in self.words.carriage["signed"]:
                draft.recipients = draft.bereaved
        return drafts

    def _elected(self, addressed: Sequence[Actor]) -> list[Actor]:
        """ "Sent congratulations to Hanoi on the election of X": they are for X."""
        sides = {actor.side for actor in addressed}
        for token in self.tree.tokens:
            if self.words.kind_of_occasion(token.lemma) != "congratulation":
                continue
            of = [t for prep, t in self.tree.obliques(token) if prep == "of"]
            found = self.reader.read_all([*of, *self.tree.kids(token, "nmod:poss")])
            persons = [a for a in found if a.person and (not sides or a.side in sides)]
            if persons:
                return persons[:1]
        return []

    def _senders(self, noun: Token, verb: Token) -> tuple[list[Actor], Actor | None]:
        """Whose message it is, and who carries it."""
        parts, tree = self.parts, self.tree
        head = tree.head(verb)
        if head is not None and head.lemma in self.words.carriage["asking"] and head is not verb:
            carriers = [a for a in self.reader.read_all(tree.objects(head)) if a.person]
            return parts.doers(head), carriers[0] if carriers else None
        doers = parts.doers(verb)
        if verb.lemma in word_list("thanking"):
            doers = self.reader.read_all(t for t in tree.objects(verb) if t is not noun)
        if verb.lemma in self.words.carriage["exchanged"]:
            phrases = [*tree.deep_obliques(verb), *tree.deep_obliques(noun)]
            between = [t for prep, t in phrases if prep == "between"]
            if between or not doers:
                return self.reader.read_all(between), None
        sent_from = [t for prep, t in tree.obliques(verb) if prep == "from"]
        whose = self._of(noun) or self.reader.read_all(sent_from) or self._countries(sent_from)
        whose = whose or self._principals(verb, doers)
        if not whose:
            return doers or self._owner(noun), parts.through(verb)
        own = {b.key for b in whose}
        via = next((a for a in doers if a.person is not None and a.key not in own), None)
        return whose, via

    def _principals(self, verb: Token, doers: list[Actor]) -> list[Actor]:
        """For whom a message is given; the last of a fronted list may be who gives it."""
        found = self.parts.on_behalf(verb)
        if not doers and len(found) > 1:
            doers += [found[-1]]
        return [a for a in found if a.key not in {b.key for b in doers}]

    def _to(self, noun: Token, verb: Token) -> list[Token]:
        """The tokens of those addressed."""
        tree = self.tree
        nouns = [one for one in tree.conjuncts(noun) if not tree.is_verb(one) or one is noun]
        above = tree.head(verb) if verb.dep == "conj" else None
        shared = tree.obliques(above) if above is not None else []
        behind = [(prep, t) for prep, t in shared if t.i > noun.i]
        phrases = [
            *tree.obliques(verb),
            *behind,
            *(p for one in nouns for p in tree.deep_obliques(one)),
        ]
        dated = [
            kid for one in (*nouns, verb) for kid in tree.kids(one, "acl", "advcl")
            if kid.tag == "VBN" and kid.lemma in self.words.phrases["dated"]
        ]  # fmt: skip
        phrases += [p for kid in dated for p in tree.obliques(kid)]
        shares = verb.lemma in self.words.carriage["exchanged"] | self.words.carriage["shared"]
        shares = shares or any(one.lemma in self.words.phrases["felt_with"] for one in nouns)
        to = [t for prep, t in phrases if prep == "to" or (shares and prep == "with")]
        if not to:
            to = [
                t
                for conj in tree.kids(verb, "conj")
                if not self.reader.read_all(tree.kids(conj, "nsubj"))
                for prep, t in tree.obliques(conj)
                if prep == "to"
            ]
        thanked = verb.lemma in word_list("thanking")
        given = [t for t in tree.kids(verb, "obj") if t.i < noun.i and t.persons and not thanked]
        to += [t for t in (*tree.kids(verb, "iobj"), *given) if t is not noun]
        if not to and above is not None:  # "congratulated X and conveyed the wishes of Y"
            to = [t for t in tree.kids(above, "obj") if t.persons or t.mention]
        return to or self._at_mission(verb)

    def _at_mission(self, verb: Token) -> list[Token]:
        """ "Signed the book of condolence at the embassy of X": whose embassy it is."""
        if verb.lemma not in self.words.carriage["signed"]:
            return []
        return [t for prep, t in self.tree.obliques(verb) if prep in {"at", "in"}]

    def _for(self, noun: Token) -> list[Token]:
        """ "Conveyed greetings for X": for whom they are taken along."""
        return [t for prep, t in self.tree.deep_obliques(noun) if prep == "for" and t.persons]

    def _told(self, kind: str, noun: Token, medium: str | None) -> list[DraftMessage]:
        """No verb sends it: "Congratulations to X", wrote Y; "the telegram from X to Y"."""
        tree = self.tree
        to = [t for prep, t in tree.deep_obliques(noun) if prep == "to"]
        to += tree.kids(noun, "vocative")
        head = tree.head(noun)
        if head is not None and head.lemma in self.words.carriage["reaching"]:
            to += tree.kids(head, "obj")
        recipients = self.parts.recipients(to)
        if kind == "condolence" and not recipients[0]:
            recipients = self.parts.states_in(to), recipients[1]
        if not recipients[0] or kind in _TRAVELLING:
            return []
        senders = self._of(noun) or self._owner(noun) or self._exclaimed(noun)
        return self.parts.drafts(Found(kind, medium, senders, recipients, None, noun), noun)

    def _exclaimed(self, noun: Token) -> list[Actor]:
        """Who says "Congratulations to X": the one quoted, if nothing else is said with it."""
        before = self.tree.tokens[: noun.i]
        opened = max((t.i for t in before if _mark(t)), default=-1)
        before = before[opened + 1 :]
        if any(t.head != noun.i and t.dep != "punct" for t in before) or self.tree.case(noun):
            return []
        return self.parts.speaking(noun)

    def _of(self, noun: Token) -> list[Actor]:
        named = [k for k in self.tree.kids(noun, "nmod") if k.lemma in self.words.nouns]
        # "greetings and best wishes of X": what is joined has whose both are
        joined = self.tree.conjuncts(self.tree.first_conjunct(noun))
        named += [k for k in joined if k is not noun and k.lemma in self.words.nouns]
        phrases = [phrase for one in (noun, *named) for phrase in self.tree.obliques(one)]
        found = [t for prep, t in phrases if prep in {"of", "from"}]
        owners = self.tree.kids(noun, "nmod:poss")
        named = [t for t in owners if t.mention is not None]
        own = [t for t in owners if t.lemma in load_reference_words().pair_states]
        return self.reader.read_all([*found, *named]) or self._countries([*found, *own])

    def _countries(self, tokens: Sequence[Token]) -> list[Actor]:
        """ "From his country's leadership": the state of whose country it is."""
        for token in tokens:
            for word in self.tree.subtree(token, without=("acl", "acl:relcl", "conj")):
                sides = {person.state for person in word.persons if person.state}
                if word.dep == "nmod:poss" and len(sides) == 1:
                    span = self.parts.analysis.span(token.start, token.end)
                    return [Actor(token, state=sides.pop(), spans=(span,), worked_from=word.text)]
        return []

    def _owner(self, noun: Token) -> list[Actor]:
        """ "His greetings", where no subject says whose."""
        return self.reader.read_all(self.tree.kids(noun, "nmod:poss"))

    def _thanker(self, kind: str, verb: Token) -> list[Actor]:
        """Who thanks for a message has got it; condolences go to the state bereaved."""
        thanked = verb.lemma in word_list("thanking")
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

    # "a similar cable", "messages have also come from X"

    def more(self, noun: Token) -> bool:
        """Whether ``noun`` is one of more letters, told of after another."""
        verb = self._governor(noun)
        beside = self.tree.kids(verb, "advmod") if verb is not None else []
        also = any(kid.lower in word_list("besides") for kid in beside)
        others = any(kid.lemma == "other" for kid in self.tree.kids(noun, "amod"))
        written = self.words.medium[noun.lemma] in {*self.words.written, "unsaid"}
        return written and (also or others)

    def likewise(self, noun: Token) -> list[DraftMessage]:
        """One more of the kind spoken of before, which tells its kind and whom it is for."""
        verb = self._governor(noun)
        carriage = self.words.carriage
        if verb is None or not self.parts.said(verb):
            return []
        medium = self.words.medium[noun.lemma]
        if verb.lemma in carriage["arriving"] | carriage["received"]:
            return self.got.arrived(LIKEWISE, medium, noun, verb)
        if verb.lemma not in carriage["carried"]:
            return []
        found = self._sent(LIKEWISE, medium, noun, verb)
        return [] if verb.lemma in carriage["exchanged"] else found

    # "a phone call on his election"

    def occasioned(self, noun: Token) -> list[DraftMessage]:
        """A call or letter whose occasion tells what it was for."""
        verb = self._governor(noun)
        if verb is None or verb.lemma not in self.words.carriage["made"]:
            return []
        for prep, token in [*self.tree.obliques(noun), *self.tree.obliques(verb)]:
            kind = self.words.kind_of_occasion(token.lemma)
            if kind is None or prep not in {"on", "over", "upon", "on occasion of"}:
                continue
            senders = self.reader.read_all(self.tree.subjects(verb))
            recipients = self._thanker(kind, verb)
            if senders and recipients:
                medium = self.words.medium[noun.lemma]
                found = Found(kind, medium, senders, (recipients, []), None, noun)
                return self.parts.drafts(found, noun, verb)
        return []

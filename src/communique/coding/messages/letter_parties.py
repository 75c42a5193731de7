"""Who sends a letter to whom, and who carries it, read around the word for it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.triggers import Trigger, brought
from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.grammar import Tree
from communique.model import Kind, Role

# Relations by which a verb has the letter as what it acts on.
_ACTED_ON = frozenset({"obj", "nsubj:pass", "acl:relcl", "acl", "conj", "nsubj"})
_THROUGH = frozenset({"through", "via"})
_LEADING = frozenset({"head_of_state", "head_of_government", "royal"})


def is_likewise(tree: Tree, noun: Token) -> bool:
    """Whether ``noun`` is "a similar cable": it goes where the one spoken of before went."""
    return any(kid.lemma in word_list("likewise") for kid in tree.kids(noun, "amod"))


def complete_letters(drafts: Sequence[Draft], receiver: Actor | None = None) -> list[Draft]:
    """``drafts`` with the recipients of letters that the page implies; none without.

    A letter that the page's envoy handed over goes to the one who received the envoy, "a similar
    cable" to whom the cable before it went, and what stands "in his letter" to ``receiver``, who
    got those that the page lists.
    """
    for letter in drafts:
        envoys = letter.actors(Role.ENVOY)
        if letter.kind != Kind.LETTER or not envoys:
            continue
        if not letter.actors(Role.SENDER):
            _carries_on(letter, drafts)
        if letter.actors(Role.RECIPIENT):
            continue
        keys = {envoy.key for envoy in envoys}
        sides = letter.sides()
        for talks in drafts:
            if talks.kind != Kind.MEETING or not keys & {a.key for a in talks.actors()}:
                continue
            hosts = [a for a in talks.actors() if a.person and a.side and a.side not in sides]
            if len(hosts) == 1:
                letter.add(hosts[0], Role.RECIPIENT)
                break
    found = [one for one in drafts if one.kind != Kind.LETTER or _addressed(one, drafts, receiver)]
    for one in found if receiver is not None else ():
        to = {actor.key for actor in one.actors(Role.RECIPIENT)}
        one.listed |= one.kind == Kind.LETTER and receiver is not None and receiver.key in to
    return [one for draft in found for one in _one_each(draft)]


def _one_each(draft: Draft) -> list[Draft]:
    """ "Letters from X and Y": each wrote one."""
    senders = [p for p in draft.parties if p.role is Role.SENDER]
    if draft.kind != Kind.LETTER or draft.trigger.tag != "NNS" or len(senders) < 2:
        return [draft]
    rest = [p for p in draft.parties if p.role is not Role.SENDER]
    return [draft.another([one, *rest]) for one in senders]


def _carries_on(letter: Draft, drafts: Sequence[Draft]) -> None:
    """ "The message was carried by X": the one that the page spoke of before, or the headline."""
    sides = letter.sides()
    others = [
        d for d in drafts
        if d.kind == Kind.LETTER and d is not letter and d.actors(Role.SENDER)
        and {a.side for a in d.actors(Role.SENDER)} & sides
    ]  # fmt: skip
    before = [d for d in others if d.sentence.index <= letter.sentence.index]
    for known in (before or others)[-1:]:
        letter.parties = [p for p in letter.parties if p.actor.person or p.role is Role.ENVOY]
        for party in known.parties:
            if party.role in {Role.SENDER, Role.RECIPIENT}:
                letter.add(party.actor, party.role)


def _addressed(letter: Draft, drafts: Sequence[Draft], receiver: Actor | None) -> bool:
    """Whether it is known where ``letter`` goes, or can be told from the letter before it."""
    if letter.actors(Role.RECIPIENT, Role.ENVOY) or not letter.actors(Role.SENDER):
        return True
    if not is_likewise(Tree(letter.sentence.tokens), letter.trigger):
        if receiver is None or receiver.side in letter.sides():
            return False
        letter.add(receiver, Role.RECIPIENT)
        return True
    at = letter.sentence.index
    others = [d for d in drafts if d.kind == Kind.LETTER and d.sentence.index < at]
    for earlier in reversed(others):
        sides = letter.sides()
        to = [a for a in earlier.actors(Role.RECIPIENT) if a.side not in sides]
        for actor in to:
            letter.add(actor, Role.RECIPIENT)
        if to and not earlier.sentence.is_title:
            return True
    return bool(letter.actors(Role.RECIPIENT))


def _leads(actor: Actor) -> bool:
    """Who leads a state carries nobody's letter: "President X conveyed a letter of condolence"."""
    return actor.person is not None and bool(actor.person.office_kinds & _LEADING)


class LetterParties:
    """Fills the parties of letters of one sentence."""

    def __init__(self, tree: Tree, reader: ActorReader) -> None:
        """``reader`` reads actors of the same ``tree``."""
        self.tree = tree
        self.reader = reader

    def fill(self, draft: Draft, trigger: Trigger) -> None:
        """Add sender, recipient and envoy of the letter that ``trigger`` reports."""
        noun = trigger.token
        self._of_noun(draft, noun)
        head = self.tree.head(trigger.carrier or noun)
        verbs = [kid for kid in self.tree.kids(noun, "acl", "acl:relcl") if self._handles(kid)]
        if head is not None and self.tree.is_verb(head):
            verbs.insert(0, head)
        for verb in verbs:
            self._of_verb(draft, verb, trigger.carrier or noun)
        if not draft.actors(Role.RECIPIENT):
            self._add(draft, Role.RECIPIENT, self._read(self._addressees(noun)))
        self._bearer(draft, noun)
        if not draft.actors(Role.SENDER):
            self._principal(draft)
        if draft.actors(Role.ENVOY) and not draft.actors(Role.RECIPIENT):
            self._received_by(draft)

    def _add(self, draft: Draft, role: Role, actors: Sequence[Actor]) -> None:
        taken = {a.key for a in draft.actors()}
        for actor in actors:
            if actor.key not in taken:
                draft.add(actor, role)

    def _read(self, tokens: Sequence[Token]) -> list[Actor]:
        return self.reader.read_all(m for t in tokens for m in self.tree.conjuncts(t))

    def _of_noun(self, draft: Draft, noun: Token) -> None:
        """ "A letter from X to Y", "X's letter to Y"."""
        phrases = self.tree.deep_obliques(noun)
        owners = self._read(self.tree.kids(noun, "nmod:poss"))
        sources = self._read([t for prep, t in phrases if prep in {"of", "from"}])
        self._add(draft, Role.SENDER, sources or owners)
        self._add(draft, Role.RECIPIENT, self._read([t for prep, t in phrases if prep == "to"]))
        for clause in self.tree.kids(noun, "acl"):
            if clause.tag == "VBG" and not self._handles(clause):
                told = [t for prep, t in self.tree.deep_obliques(clause) if prep == "to"]
                to = self._addressed(clause) or [a for a in self._read(told) if a.person]
                self._add(draft, Role.RECIPIENT, to)

    def _addressees(self, noun: Token) -> list[Token]:
        """ "A letter from President X addressed to Y", wherever the parser has hung the word."""
        for verb in self.tree.tokens[noun.i + 1 :]:
            written = verb.lemma in word_list("addressing_letters") and verb.tag in {"VBN", "VBD"}
            if written and not self.tree.auxiliaries(verb):
                phrases = self.tree.deep_obliques(verb)
                return [t for prep, t in phrases if prep == "to" and t.persons]
        return []

    def _handles(self, verb: Token) -> bool:
        known = ("getting", "carrying", "sending_letters", "exchanging")
        return any(verb.lemma in word_list(name) for name in known)

    def _of_verb(self, draft: Draft, verb: Token, letter: Token) -> None:
        tree = self.tree
        subjects = [t for t in tree.subjects(verb) if t is not letter]
        doers = self._read(subjects)
        phrases = tree.deep_obliques(verb)
        written = tree.case(letter) in word_list("in_writing")  # "greeted him in a letter"
        acted_on = (letter.dep in _ACTED_ON and not written) or tree.head(verb) is letter
        if acted_on and verb.lemma in word_list("exchanging"):
            self._exchanged(draft, [*doers, *self._read([t for p, t in phrases if p == "with"])])
        elif acted_on and verb.lemma in word_list("getting"):
            self._add(draft, Role.RECIPIENT, doers)
            self._add(draft, Role.SENDER, self._read([t for p, t in phrases if p == "from"]))
        elif acted_on and self._handles(verb):
            self._sent(draft, verb, doers)
        elif brought(letter, verb, tree):
            self._add(draft, Role.ENVOY, doers)
            to = [t for p, t in tree.deep_obliques(letter) if p in {"for", "to"}]
            self._add(draft, Role.RECIPIENT, [a for a in self._read(to) if a.person])
        elif written:
            self._add(draft, Role.SENDER, doers)
            self._add(draft, Role.RECIPIENT, self._addressed(verb) or self._sent_to(verb))
        self._add(draft, Role.ENVOY, self._read([t for p, t in phrases if p in _THROUGH]))

    def _sent(self, draft: Draft, verb: Token, doers: list[Actor]) -> None:
        """Who sends a letter sends it; who hands over another's letter is its envoy."""
        phrases = self.tree.deep_obliques(verb)
        to = [t for p, t in phrases if p == "to" and (t.persons or t.mention)]
        receivers = self._read([*to, *self.tree.kids(verb, "iobj")])
        behalf = self._read([t for p, t in phrases if p in {"on behalf of", "from"}])
        self._add(draft, Role.SENDER, behalf)
        carried = bool(draft.actors(Role.SENDER)) or (
            verb.lemma in word_list("carrying") and not any(_leads(a) for a in doers)
        )
        self._add(draft, Role.ENVOY if carried else Role.SENDER, doers)
        self._add(draft, Role.RECIPIENT, receivers)

    def _exchanged(self, draft: Draft, doers: list[Actor]) -> None:
        """ "X and Y exchanged letters", "X exchanged them with Y": told once, from the first named
        to the other."""
        others = [actor for actor in doers[1:] if actor.side != doers[0].side]
        if others:
            self._add(draft, Role.SENDER, doers[:1])
            self._add(draft, Role.RECIPIENT, others)

    def _addressed(self, verb: Token) -> list[Actor]:
        """ "Congratulated Y in a telegram": persons only."""
        found = self._read(self.tree.objects(verb))
        return [actor for actor in found if actor.person is not None or actor.office]

    def _sent_to(self, verb: Token) -> list[Actor]:
        """ "Extended condolences to Y in a telegram": a person, by a verb that may send."""
        if verb.lemma not in word_list("sent_in_writing"):
            return []
        to = [t for prep, t in self.tree.deep_obliques(verb) if prep == "to"]
        return [actor for actor in self._read(to) if actor.person is not None]

    def _bearer(self, draft: Draft, noun: Token) -> None:
        """ "The envoy, bearer of a message from X": who stands beside the word carries it."""
        head = self.tree.head(noun)
        if head is None or head.lemma not in word_list("bearers"):
            return
        beside = [t for t in (self.tree.head(head), *self.tree.kids(head, "appos")) if t]
        if self.tree.kids(head, "cop"):
            beside = self.tree.kids(head, "nsubj")
        self._add(draft, Role.ENVOY, self._read(beside[:1]))

    def _principal(self, draft: Draft) -> None:
        """A special envoy of President X carries the letter of X."""
        envoys = {envoy.side for envoy in draft.actors(Role.ENVOY)}
        for token in self.tree.tokens:
            if token.lemma not in word_list("envoys"):
                continue
            owners = [t for prep, t in self.tree.obliques(token) if prep in {"of", "from"}]
            owners += self.tree.kids(token, "nmod:poss")
            heads = [a for a in self._read(owners) if a.person is not None and a.side in envoys]
            self._add(draft, Role.SENDER, heads[:1])

    def _received_by(self, draft: Draft) -> None:
        """The one who receives the envoy receives the letter."""
        sides = {a.side for a in draft.actors()}
        for verb in self.tree.tokens:
            if verb.lemma in word_list("receiving") and self.tree.is_verb(verb):
                doers = self._read(self.tree.subjects(verb))
                hosts = [a for a in doers if a.person is not None and a.side not in sides]
                self._add(draft, Role.RECIPIENT, hosts[:1])

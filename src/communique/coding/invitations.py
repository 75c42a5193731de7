"""Invitations that one sentence speaks of: extended, repeated, accepted, declined, stood upon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.coding.actors import Actor, ActorReader
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import Span

_MANY = 4


@dataclass(slots=True, eq=False)
class DraftInvitation:
    """An invitation in the making; ``steps`` maps a state to its words.

    ``standing`` is behind a visit that is planned or going on; ``bare`` is only taken up, as
    "and he accepted" does.
    """

    by: Actor | None
    to: Actor | None
    via: Actor | None
    what: Span | None
    sentence: Sentence
    steps: dict[str, list[Span]] = field(default_factory=dict)
    due: list[DateExpression] = field(default_factory=list)
    standing: bool = False
    bare: bool = False


class InvitationReader:
    """Reads invitations off one sentence."""

    def __init__(self, sentence: Sentence, analysis: Analysis, words: MessageWords) -> None:
        """``words`` are those of the page's language."""
        self.sentence = sentence
        self.analysis = analysis
        self.words = words.invitations
        self.undone = words.carriage["undone"]
        self.thanks = frozenset(w for w, kind in words.nouns.items() if kind == "thanks")
        self.behalf = words.phrases["behalf"]
        self.tree = Tree(sentence.tokens)
        self.reader = ActorReader(analysis, self.tree)

    def read(self) -> list[DraftInvitation]:
        """Every invitation that the sentence speaks of; a question tells of none."""
        if self.sentence.text.rstrip("\"'” ").endswith("?"):
            return []
        found: list[DraftInvitation] = []
        for token in self.tree.tokens:
            if token.mention is not None:
                continue
            if token.lemma in self.words["verbs"] and self.tree.is_verb(token):
                found += self._verb(token)
            elif token.lemma in self.words["accept"] and self.tree.is_verb(token):
                found += self._accepted(token)
            elif token.lemma in self.words["nouns"] and token.pos in {"NOUN", "PROPN"}:
                found += self._noun(token)
        return found

    def _sides(self, tokens: Iterable[Token]) -> list[Actor]:
        """The actors of ``tokens``, the first of each side: spouses and ministers come along."""
        found: list[Actor] = []
        for actor in self.reader.read_all(self._names(tokens)):
            if all(actor.side is None or actor.side != known.side for known in found):
                found.append(actor)
        return found

    def _names(self, tokens: Iterable[Token]) -> list[Token]:
        """ "His counterpart, Sheikh Hasina": the name beside an office that tells nobody."""
        found = []
        for token in tokens:
            named = [t for t in self.tree.kids(token, "appos") if t.persons]
            nameless = not self.tree.resolve(token).persons
            found.append(named[0] if named and nameless else token)
        return found

    def _one(self, tokens: Iterable[Token]) -> Actor | None:
        return next(iter(self._sides(tokens)), None)

    def _done(self, verb: Token) -> bool:
        """Whether ``verb`` tells what was done: not denied, planned or only possible."""
        tree = self.tree
        head = tree.head(verb)
        planned = head is not None and verb.dep == "xcomp" and head.lemma in self.undone
        return not (tree.negated(verb) or planned or set(tree.auxiliaries(verb)) & _not_yet())

    # "invited X to visit"

    def _verb(self, verb: Token) -> list[DraftInvitation]:
        tree = self.tree
        if not self._done(verb):
            return []
        objects = tree.objects(verb)
        by, to = self._sides(tree.subjects(verb) or self._late_agents(verb)), self._sides(objects)
        pairs: list[tuple[Actor | None, Actor]]
        if self._mutual(objects) and len(by) > 1:
            pairs = [(by[0], by[1]), (by[1], by[0])]
        else:
            owner = self._on_behalf(verb)
            inviters: Sequence[Actor | None] = [owner] if owner is not None else (by or [None])
            pairs = [(one, other) for one in inviters for other in to]
        via = by[0] if by and self._on_behalf(verb) is not None else None
        standing = verb.dep in {"acl", "advcl"} and not tree.kids(verb, "aux", "aux:pass")
        found = []
        for one, other in pairs[:_MANY]:
            draft = DraftInvitation(one, other, via, self._what(verb), self.sentence)
            draft.standing = (standing and tree.is_passive(verb)) or self._is_thanked(verb)
            draft.steps["extended"] = [self._span(verb)]
            draft.due = self._due(draft.what)
            found.append(draft)
        return found

    def _is_thanked(self, verb: Token) -> bool:
        """ "Thanked the president for inviting him"."""
        head = self.tree.head(verb)
        return verb.tag == "VBG" and head is not None and head.lemma in word_list("thanking")

    def _late_agents(self, verb: Token) -> list[Token]:
        """ "Was invited to visit Dublin by X": the agent behind the infinitive."""
        if not self.tree.is_passive(verb):
            return []
        below = self.tree.kids(verb, "xcomp", "advcl", "ccomp")
        return [t for kid in below for prep, t in self.tree.deep_obliques(kid) if prep == "by"]

    def _mutual(self, tokens: Iterable[Token]) -> bool:
        words = [{word.lower for word in self.tree.subtree(token)} for token in tokens]
        return any({"each", "other"} <= each or {"one", "another"} <= each for each in words)

    # "and X has accepted"

    def _accepted(self, verb: Token) -> list[DraftInvitation]:
        """The invitation spoken of before; or the one that follows, wherever the parse put it."""
        tree = self.tree
        to = self._one(tree.subjects(verb))
        if to is None or tree.is_passive(verb) or not self._done(verb):
            return []
        noun = self._invitation_behind(verb)
        if noun is not None:
            return self._stepped(noun, verb, to, *self._ends(noun))
        if any(t.lower not in self.words["pronouns"] for t in tree.kids(verb, "obj", "ccomp")):
            return []
        draft = DraftInvitation(None, to, None, None, self.sentence, bare=True)
        draft.steps["accepted"] = [self._span(verb)]
        return [draft]

    def _invitation_behind(self, verb: Token) -> Token | None:
        """The noun a few words behind "accepted with pleasure" that hangs elsewhere."""
        for token in self.tree.tokens[verb.i + 1 : verb.i + 7]:
            if self.tree.is_verb(token):
                return None
            if token.lemma in self.words["nouns"]:
                return token if self._verb_above(token) is not verb else None
        return None

    # the noun

    def _noun(self, noun: Token) -> list[DraftInvitation]:
        tree = self.tree
        by, to = self._ends(noun)
        if self._stands_behind(noun):
            return self._standing(noun, by)
        verb = self._verb_above(noun)
        if verb is not None and not self._done(verb):
            return []
        thanks = self._thanks_for(noun)
        if thanks is not None:
            return self._thanked(noun, thanks, by)
        subject = self._one(tree.subjects(verb)) if verb is not None else None
        if verb is not None:
            to = to or self._one([t for prep, t in tree.obliques(verb) if prep == "to"])
            to = to or self._one([t for t in tree.kids(verb, "iobj") if t is not noun])
            found = self._stepped(noun, verb, subject, by, to)
            if found:
                return found
        return self._mentioned(noun, by, to)

    def _ends(self, noun: Token) -> tuple[Actor | None, Actor | None]:
        """Who invites whom, by the phrases of the noun, its infinitive and its participle."""
        tree = self.tree
        near = tree.obliques(noun)
        below = tree.kids(noun, "acl")
        given = [kid for kid in below if kid.lemma in self.words["extend"] and kid.tag == "VBN"]
        near += [phrase for kid in given for phrase in tree.obliques(kid)]
        far = [phrase for kid in below if kid not in given for phrase in tree.obliques(kid)]
        owners = [t for prep, t in near if prep in {"of", "from", "by"}]
        owners += [t for prep, t in far if prep in {"from", "by"} and (t.persons or t.mention)]
        whose = [t for t in tree.kids(noun, "nmod:poss") if t.mention is not None or t.persons]
        return (
            self._one([*owners, *whose]),
            self._one([t for prep, t in near if prep == "to"]) or self._for_whom(noun),
        )

    def _for_whom(self, noun: Token) -> Actor | None:
        """ "An invitation for X to visit"."""
        tree = self.tree
        infinitives = [*tree.kids(noun, "acl", "advcl")]
        subjects = [t for verb in infinitives for t in tree.kids(verb, "nsubj")]
        phrases = [t for prep, t in tree.obliques(noun) if prep == "for"]
        return self._one([*subjects, *phrases])

    def _stepped(
        self, noun: Token, verb: Token, subject: Actor | None, by: Actor | None, to: Actor | None
    ) -> list[DraftInvitation]:
        words, span = self.words, self._span(verb)
        by = by or self._on_behalf(verb)
        draft = DraftInvitation(by, to, None, self._what(noun), self.sentence)
        draft.due = self._due(draft.what)
        if verb.lemma in words["accept"]:
            draft.to, draft.steps["accepted"] = subject or to, [span]
        elif verb.lemma in words["decline"]:
            draft.to, draft.steps["declined"] = subject or to, [span]
        elif verb.lemma in words["receive"]:
            draft.to, draft.steps["extended"] = subject, [span]
        elif to is None and self._to_public(noun, verb):
            return []
        elif verb.lemma in words["reiterate"] | words["extend"] | words["carry"]:
            step = "reiterated" if verb.lemma in words["reiterate"] else "extended"
            draft.steps[step] = [span]
            if by is None or (subject is not None and subject.key == by.key):
                draft.by = subject
            elif subject is not None:
                draft.via = subject
        else:
            return []
        return [draft]

    def _to_public(self, noun: Token, verb: Token) -> bool:
        """ "Extended an open invitation to investors"."""
        phrases = [*self.tree.obliques(noun), *self.tree.obliques(verb)]
        return any(prep == "to" and t.lemma in self.words["public"] for prep, t in phrases)

    def _mentioned(self, noun: Token, by: Actor | None, to: Actor | None) -> list[DraftInvitation]:
        """ "The invitation from X to Y stands": both ends say that it was extended."""
        if by is None or to is None or by.side == to.side:
            return []
        draft = DraftInvitation(by, to, None, self._what(noun), self.sentence)
        draft.steps["extended"] = [self._span(noun)]
        draft.due = self._due(draft.what)
        return [draft]

    def _thanks_for(self, noun: Token) -> Token | None:
        """The verb of "thanked X for the invitation", "expressed gratitude to X for it"."""
        tree = self.tree
        thanks = word_list("thanking") | self.thanks
        head = next((t for t in tree.up(noun) if tree.is_verb(t)), None)
        if head is None or head.lemma in word_list("thanking"):
            return head
        given = any(kid.lemma in thanks for kid in tree.kids(head, "obj"))
        return head if given and tree.case(noun) == "for" else None

    def _thanked(self, noun: Token, verb: Token, by: Actor | None) -> list[DraftInvitation]:
        """ "Thanked X for the invitation": of whom the subject is or will be the guest."""
        to = self._one(self.tree.subjects(verb))
        phrases = self.tree.deep_obliques(verb)
        phrases += [p for kid in self.tree.kids(verb, "obj") for p in self.tree.obliques(kid)]
        whom = [t for t in self.tree.objects(verb) if t is not noun]
        by = self._one([*whom, *(t for prep, t in phrases if prep == "to")]) or by
        if to is None:
            return []
        draft = DraftInvitation(by, to, None, self._what(noun), self.sentence, standing=True)
        draft.steps["extended"] = [self._span(noun)]
        return [draft]

    def _on_behalf(self, verb: Token) -> Actor | None:
        """For whom an invitation is handed over."""
        for prep, token in self.tree.deep_obliques(verb):
            if token.lemma in self.behalf and prep in {"on", "in"}:
                return self._one([t for p, t in self.tree.obliques(token) if p == "of"])
        return None

    # "at the invitation of X"

    def _stands_behind(self, noun: Token) -> bool:
        """Whether the noun is in "at the invitation of", "in response to an invitation from"."""
        head = self.tree.head(noun)
        if self.tree.case(noun) in self.words["openers"]:
            return head is None or head.lemma not in word_list("thanking")
        return head is not None and head.lemma in self.words["responses"]

    def _standing(self, noun: Token, by: Actor | None) -> list[DraftInvitation]:
        """Behind a visit that is planned or going on; several hosts may have invited."""
        if by is None:
            return []
        guest = self._guest(noun, by)
        owners = [t for prep, t in self.tree.obliques(noun) if prep in {"of", "from", "by"}]
        hosts = self._sides(owners) or [by]
        found = []
        for host in hosts[:_MANY]:
            draft = DraftInvitation(host, guest, None, None, self.sentence, standing=True)
            draft.steps["extended"] = [self._span(noun)]
            found.append(draft)
        return found

    def _guest(self, noun: Token, by: Actor) -> Actor | None:
        """The nearest above who does what was invited to, or whose visit it is."""
        tree, guest = self.tree, None
        for head in tree.up(noun):
            does = tree.is_verb(head) or tree.kids(head, "cop")
            if does:
                found = self._one(tree.subjects(head)) or self._one(tree.kids(head, "nsubj"))
                if found is not None and found.key != by.key:
                    return found
            elif head.mention is None:
                guest = self._one(tree.kids(head, "nmod:poss")) or guest
        return guest

    def _verb_above(self, noun: Token) -> Token | None:
        tree = self.tree
        first = tree.first_conjunct(noun)
        head = tree.head(first)
        if head is not None and head.lemma in self.words["papers"] and not tree.is_verb(head):
            head = tree.head(tree.first_conjunct(head))
        if head is not None and tree.is_verb(head):
            relative = tree.kids(noun, "acl:relcl")
            accepting = [
                v for v in relative if v.lemma in self.words["accept"] | self.words["decline"]
            ]
            return accepting[0] if accepting and head.lemma not in self.words["extend"] else head
        for kid in tree.kids(noun, "acl:relcl", "acl"):
            if kid.tag != "VB":
                return kid
        return None

    # to what, and when

    def _what(self, token: Token) -> Span | None:
        """What one is invited to do: the infinitive of the verb or noun, else its "to" phrase."""
        tree, head = self.tree, self.tree.head(token)
        kids = tree.kids(token, "xcomp", "acl", "advcl", "ccomp")
        if head is not None and tree.is_verb(head):
            kids += [kid for kid in tree.kids(head, "xcomp", "advcl") if kid.i > token.i]
        for kid in kids:
            marks = [m for m in tree.kids(kid, "mark", "aux") if m.lower == "to"]
            if marks:
                return self._clause(kid, marks[0].i + 1)
        for prep, kid in tree.obliques(token):
            if prep in {"for", "to"} and not self.reader.read(kid):
                return self._clause(kid, 0)
        return None

    def _clause(self, head: Token, first: int) -> Span:
        """The words below ``head`` from token ``first``, without a coordinated finite clause."""
        finite = {
            word.i
            for kid in self.tree.kids(head, "conj")
            if kid.tag in {"VBD", "VBZ", "VBP"}
            for word in self.tree.subtree(kid)
        }
        words = [w for w in self.tree.subtree(head) if w.i >= first and w.i not in finite]
        while len(words) > 1 and words[-1].dep in {"cc", "punct"}:
            words.pop()
        return self.analysis.span(words[0].start, words[-1].end)

    def _due(self, what: Span | None) -> list[DateExpression]:
        if what is None:
            return []
        return [d for d in self.analysis.dates if what.start <= d.start < what.end]

    def _span(self, token: Token) -> Span:
        return self.analysis.span(token.start, token.end)


def _not_yet() -> frozenset[str]:
    return word_list("not_yet")

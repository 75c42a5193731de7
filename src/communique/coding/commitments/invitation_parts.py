"""What the words for invitations share: who, on whose behalf, to what, when, whether it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.coding.engagements.actors import Actor, ActorReader
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import MessageWords
from communique.knowledge.speech import load_speech_words
from communique.language.annotations import Analysis, MentionKind, Sentence, Token
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import Span

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})


@dataclass(slots=True, eq=False)
class DraftInvitation:
    """An invitation in the making; ``steps`` maps a state to its words.

    ``destination`` is the state of the place invited to. ``standing`` is behind a visit that is
    planned or going on; ``bare`` is only taken up, as "and he accepted" does.
    """

    by: Actor | None
    to: Actor | None
    via: Actor | None
    what: Span | None
    sentence: Sentence
    steps: dict[str, list[Span]] = field(default_factory=dict)
    due: list[DateExpression] = field(default_factory=list)
    destination: str | None = None
    standing: bool = False
    bare: bool = False


class InvitationParts:
    """Reads the parts of invitations off one sentence."""

    def __init__(self, sentence: Sentence, analysis: Analysis, words: MessageWords) -> None:
        """``words`` are those of the page's language."""
        self.sentence = sentence
        self.analysis = analysis
        self.words = words.invitations
        self.speech = load_speech_words()
        self.undone = words.carriage["undone"]
        self.conditions = words.phrases["conditions"]
        self.thanks = words.thanks
        self.behalf = words.phrases["behalf"]
        self.tree = Tree(sentence.tokens)
        self.reader = ActorReader(analysis, self.tree)

    def sides(self, tokens: Iterable[Token]) -> list[Actor]:
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
            named = [t for t in self.tree.kids(token, "appos", "conj") if self._beside(t)]
            office = token.mention is not None and token.mention.kind is MentionKind.OFFICE
            nameless = office or not self.tree.resolve(token).persons
            found.append(named[0] if named and nameless else token)
        return found

    def _beside(self, token: Token) -> bool:
        """A person in apposition, also where a comma was read as one of a list of offices."""
        comma = token.i > 0 and self.tree.tokens[token.i - 1].lower == ","
        return bool(token.persons) and (token.dep == "appos" or comma)

    def one(self, tokens: Iterable[Token]) -> Actor | None:
        """The first actor of ``tokens``."""
        return next(iter(self.sides(tokens)), None)

    def done(self, verb: Token) -> bool:
        """Whether ``verb`` tells what was done: not denied, planned or only possible."""
        tree = self.tree
        head = tree.head(verb)
        planned = head is not None and verb.dep == "xcomp" and head.lemma in self.undone
        if any(kid.lower in self.conditions for kid in tree.kids(verb, "mark")):
            return False
        return not (
            tree.negated(verb) or planned or set(tree.auxiliaries(verb)) & word_list("not_yet")
        )

    def mutual(self, tokens: Iterable[Token]) -> bool:
        """Whether one of ``tokens`` is "each other" or "one another"."""
        words = [{word.lower for word in self.tree.subtree(token)} for token in tokens]
        return any({"each", "other"} <= each or {"one", "another"} <= each for each in words)

    def on_behalf(self, verb: Token) -> Actor | None:
        """For whom an invitation is handed over."""
        beside = [p for t in self.tree.kids(verb, "nsubj") for p in self.tree.obliques(t)]
        for prep, token in [*self.tree.deep_obliques(verb), *beside]:
            if token.lemma in self.behalf and prep in {"on", "in"}:
                return self.one([t for p, t in self.tree.obliques(token) if p == "of"])
        return None

    # to what, and when

    def what(self, token: Token) -> Span | None:
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
        finite |= {
            word.i
            for word in self.tree.subtree(head)
            if any(t.dep == "acl:relcl" and self._taking(t) for t in (word, *self.tree.up(word)))
        }
        words = [w for w in self.tree.subtree(head) if w.i >= first and w.i not in finite]
        while len(words) > 1 and words[-1].dep in {"cc", "punct"}:
            words.pop()
        return self.analysis.span(words[0].start, words[-1].end)

    def _taking(self, verb: Token) -> bool:
        """ "To visit Oslo, which he accepted"."""
        return verb.lemma in self.words["accept"] | self.words["decline"]

    def goals(self) -> list[str]:
        """The states whose places or names the sentence tells, in its order."""
        mentions = [t.mention for t in self.tree.tokens if t.mention is not None]
        named = [m for m in mentions if m.kind in _PLACES and m.form != "demonym"]
        return [m.state for m in named if m.state is not None]

    def destination(self, token: Token, what: Span | None) -> str | None:
        """The state of the place that one is invited to."""
        inside = [t for t in self.tree.tokens if what and what.start <= t.start < what.end]
        to = [t for prep, t in self.tree.obliques(token) if prep == "to"]
        for one in (*inside, *to):
            mention = one.mention
            if mention is not None and mention.kind in _PLACES and mention.form != "demonym":
                return mention.state
        return None

    def to_a_meal(self, draft: DraftInvitation) -> bool:
        """ "Invited him to dinner": part of the day, nothing to be kept some day."""
        what = draft.what
        if what is None:
            return False
        inside = [t for t in self.tree.tokens if what.start <= t.start < what.end]
        if draft.destination is not None and any(self.tree.is_verb(t) for t in inside):
            return False
        comes = any(t.lemma == "visit" for t in inside)
        return not comes and any(t.lemma in word_list("meals") for t in inside)

    def due(self, what: Span | None) -> list[DateExpression]:
        """The dates among the words of what one is invited to."""
        if what is None:
            return []
        return [d for d in self.analysis.dates if what.start <= d.start < what.end]

    def span(self, token: Token) -> Span:
        """The words of ``token``."""
        return self.analysis.span(token.start, token.end)

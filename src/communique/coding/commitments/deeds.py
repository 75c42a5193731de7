"""What the words of a promise or an agreement say is to be done, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.frames.undertakings import UndertakingWords
from communique.language.annotations import Analysis, MentionKind, Token
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import Span

_OBJECTS = ("obj", "nsubj:pass")
_FINITE = frozenset({"MD", "VB"})
_BELOW = frozenset({"acl", "acl:relcl", "appos", "advcl", "ccomp", "csubj"})
_WHERE = frozenset({MentionKind.PLACE, MentionKind.STATE, MentionKind.DATE})
_ENDS = frozenset({"cc", "punct"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to be done: its verb (None where a thing is promised), its words, its objects.

    ``ahead`` is true of a clause whose form says that it lies ahead ("to send", "would send");
    ``terms`` are the dates by which.
    """

    verb: Token | None
    words: Span
    tokens: tuple[Token, ...]
    objects: tuple[Token, ...]
    subjects: tuple[Token, ...]
    negated: bool
    ahead: bool
    terms: tuple[DateExpression, ...]
    lemma: str = ""


class DeedReader:
    """Reads deeds off the content of one statement."""

    def __init__(self, draft: StatementDraft, analysis: Analysis, words: UndertakingWords) -> None:
        """``words`` are those of the page's language."""
        self.analysis = analysis
        self.words = words
        self.sentence = draft.sentence
        self.tree = Tree(draft.sentence.tokens)
        self.inside = {
            token.i
            for token in draft.sentence.tokens
            if any(s.start <= token.start and token.end <= s.end for s in draft.content)
        }

    def read(self) -> list[Deed]:
        """The deeds of the content in its order."""
        heads = [t for t in self._tokens(self.inside) if t.head not in self.inside or t.head == t.i]
        found: list[Deed] = []
        if heads:
            head = self._doing(heads)
            verbs = [head]
            if not self._neither(head):
                verbs += self._joined(head)
                verbs += [t for t in self._listed(head) if self._to(head) and t not in verbs]
                verbs.sort(key=lambda verb: verb.i)
            found = [self._deed(verb, verbs) for verb in verbs]
        return [deed for deed in found if deed.words.quote]

    def _doing(self, heads: Sequence[Token]) -> Token:
        """ "Agreed in Beijing to reopen their embassies": what is done, where a place or a day
        was read as what it is said of."""
        head = heads[0]
        if self.tree.is_verb(head) or not self._where_or_when(head):
            return head
        below = [k for k in self.tree.kids(head, "acl", "xcomp", "advcl") if k.i in self.inside]
        return next((token for token in (*heads, *below) if self._to(token)), head)

    def _neither(self, verb: Token) -> bool:
        """ "Will neither threaten nor use force": one promise."""
        return any(
            kid.lower == "neither" for kid in self.tree.kids(verb, "cc", "cc:preconj", "advmod")
        )

    def _where_or_when(self, token: Token) -> bool:
        if token.mention is not None:
            return token.mention.kind in _WHERE
        return any(d.start <= token.start < d.end for d in self.analysis.dates)

    def _to(self, verb: Token) -> bool:
        return any(kid.lower == "to" for kid in self.tree.kids(verb, "mark"))

    def _tokens(self, indexes: Iterable[int]) -> list[Token]:
        return [self.tree.tokens[i] for i in sorted(indexes)]

    def _joined(self, head: Token) -> list[Token]:
        """The verbs joined to ``head`` by "and", each with its own clause."""
        found: list[Token] = []
        for kid in self.tree.kids(head, "conj"):
            if kid.i in self.inside and self.tree.is_verb(kid) == self.tree.is_verb(head):
                found += [kid, *self._joined(kid)]
        return found

    def _listed(self, head: Token) -> list[Token]:
        """ "To open the border, and to restore flights": also what the parser hung on a noun."""
        tokens = self.tree.tokens
        return [
            t
            for t in self._tokens(self.inside)
            if t.i > head.i + 1 and t.tag == "VB" and tokens[t.i - 1].lower == "to"
            and tokens[t.i - 2].lower in {"and", ","}
            and all(above.dep != "acl:relcl" for above in self.tree.up(t))
        ]  # fmt: skip

    def _deed(self, head: Token, all_: Sequence[Token]) -> Deed:
        tree = self.tree
        verb = head if tree.is_verb(head) else None
        infinitive = self._to(head) or head.tag == "VBG"
        tokens = self._trimmed(self._clause(head, all_))
        none = Span(0, 0, "")
        words = self.analysis.span(tokens[0].start, tokens[-1].end) if tokens else none
        doing = self._tried(verb) if verb is not None else None
        objects = [o for t in (doing, verb) if t for o in tree.kids(t, *_OBJECTS)]
        return Deed(
            verb=doing, words=words, tokens=tuple(tokens),
            objects=tuple(self._all(objects or ([head] if verb is None else []))),
            subjects=tuple(tree.kids(head, "nsubj", "nsubj:pass")),
            negated=verb is not None and self._denied(verb),
            ahead=infinitive or self._future(head) or self._future_of_first(head, all_),
            terms=tuple(self._terms(head, tokens)),
            lemma=self._lemma(doing) if doing is not None else head.lemma,
        )  # fmt: skip

    def _clause(self, head: Token, all_: Sequence[Token]) -> list[Token]:
        """The words from ``head``'s clause on to the next one's, without "to" and "that"."""
        starts = [self._first(verb) for verb in all_]
        at = list(all_).index(head)
        begin = 0 if at == 0 else starts[at]
        end = starts[at + 1] if at + 1 < len(starts) else len(self.tree.tokens)
        tokens = self._tokens(i for i in self.inside if begin <= i < end)
        if self._to(head):
            return [t for t in tokens if t.i >= head.i or t.dep == "advmod"]
        while tokens and tokens[0].dep in {"mark", "cc"}:
            tokens = tokens[1:]
        return tokens

    def _first(self, verb: Token) -> int:
        """Where the clause of ``verb`` begins."""
        before = self.tree.kids(verb, "mark", "cc", "aux", "nsubj", "nsubj:pass", "advmod")
        return min([verb.i, *(w.i for t in before for w in self.tree.subtree(t) if t.i < verb.i)])

    @staticmethod
    def _trimmed(tokens: list[Token]) -> list[Token]:
        while tokens and tokens[-1].dep in _ENDS:
            tokens = tokens[:-1]
        while tokens and tokens[0].dep in _ENDS:
            tokens = tokens[1:]
        return tokens

    def _all(self, tokens: Sequence[Token]) -> list[Token]:
        return [m for token in tokens for m in [token, *self.tree.kids(token, "conj")]]

    def _tried(self, verb: Token) -> Token:
        """The deed below a verb of trying: "work to raise", "work for doubling"."""
        if verb.lemma not in self.words.trying:
            return verb
        for kid in self.tree.kids(verb, "xcomp", "advcl"):
            if kid.i in self.inside and self.tree.is_verb(kid) and kid.i > verb.i:
                return kid
        return verb

    def _lemma(self, verb: Token) -> str:
        particles = self.tree.kids(verb, "compound:prt")
        return f"{verb.lemma} {particles[0].lower}" if particles else verb.lemma

    def _future(self, verb: Token) -> bool:
        return any(kid.lower in self.words.future for kid in self.tree.kids(verb, "aux"))

    def _future_of_first(self, verb: Token, all_: Sequence[Token]) -> bool:
        """ "Would build a bridge and pay for it": the second verb shares the first one's."""
        own = self.tree.kids(verb, "nsubj", "aux")
        return not own and verb is not all_[0] and verb.tag in _FINITE and self._future(all_[0])

    def _denied(self, verb: Token) -> bool:
        objects = self.tree.kids(verb, *_OBJECTS, "nsubj")
        none = any(k.lower == "no" for t in objects for k in self.tree.kids(t, "det"))
        none = (
            none
            or self._neither(verb)
            or any(t.lower in {"none", "nobody", "nothing"} for t in objects)
        )
        return none or self.tree.negated(verb)

    def _terms(self, head: Token, tokens: Sequence[Token]) -> list[DateExpression]:
        """The dates in ``tokens`` that say by when: not those of a clause of their own, nor what
        names a thing ("the agreement of 2019")."""
        own = {t.i for t in tokens}
        found = []
        for expression in self.analysis.dates:
            if not (self.sentence.start <= expression.start < self.sentence.end):
                continue
            at = next((t for t in tokens if t.start <= expression.start < t.end), None)
            if at is None:
                after = self.sentence.moved.get(expression.start)
                if after is not None and (after in own or after - 1 in own):
                    found.append(expression)
                continue
            if self._is_term(at, head):
                found.append(expression)
        return found

    def _is_term(self, token: Token, head: Token) -> bool:
        if self.tree.case(token) in self.words.no_term:
            return False
        for word in [token, *self.tree.up(token)]:
            if word is head or word is self._tried(head):
                return True
            if word.dep in _BELOW:
                return False
        return False

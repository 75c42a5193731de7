"""Papers that speak for those who made them: "the statement said", "part of the letter read"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.coding.engagements.actors import Actor
from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Sentence, Token
from communique.language.grammar import Tree

_OWNERS = frozenset({"of", "by", "from"})
_WITHIN = frozenset({"in", "through", "via"})


@dataclass(frozen=True, slots=True)
class Before:
    """Who spoke before a sentence: ``last`` of all, in the sentence that ends at ``end``, and the
    ``author`` of the last paper in whose words somebody spoke; None where nobody did."""

    last: Actor | None = None
    author: Actor | None = None
    end: int = -1

    def then(
        self, sentence: Sentence, drafts: Sequence[StatementDraft], words: SpeechWords
    ) -> Before:
        """The same once ``drafts`` were read in ``sentence``."""
        if not drafts:
            return self
        one = drafts[-1].speakers[0] if len(drafts[-1].speakers) == 1 else None
        author = one if one is not None and _in_paper(sentence, words) else self.author
        return Before(one, author, sentence.end)


def _in_paper(sentence: Sentence, words: SpeechWords) -> bool:
    """ "Said in a statement", "in a message of Thursday": what is said stands in a paper."""
    tree = Tree(sentence.tokens)
    papers = words.papers | words.written | words.spoken_papers
    return any(t.lemma in papers and tree.case(t) in _WITHIN for t in tree.tokens)


def paper_of(tree: Tree, token: Token, words: SpeechWords) -> Token | None:
    """The paper that ``token`` is, or is a part of; None where it is neither."""
    if token.lemma in words.papers | words.written:
        return token
    if token.lemma not in words.portions:
        return None
    parts = (kid for prep, kid in tree.obliques(token) if prep == "of")
    return next((kid for kid in parts if kid.lemma in words.papers | words.written), None)


def owners(tree: Tree, paper: Token) -> Iterator[Token]:
    """Whose paper it is said to be: "the ministry's statement", "a statement issued by X"."""
    yield from tree.kids(paper, "nmod:poss")
    yield from (kid for prep, kid in tree.obliques(paper) if prep in _OWNERS)
    for clause in tree.kids(paper, "acl"):
        yield from (kid for prep, kid in tree.obliques(clause) if prep == "by")


def writers(tree: Tree, verb: Token, words: SpeechWords) -> list[Token]:
    """ "Received a letter from X, inviting him": who wrote it does what ``verb`` says, not who
    received it."""
    head = tree.head(verb)
    if verb.tag != "VBG" or verb.dep not in {"advcl", "acl"} or head is None:
        return []
    above = head if tree.is_verb(head) else tree.head(head)
    if above is None or above.lemma not in words.getting:
        return []
    papers = [t for t in tree.kids(above, "obj") if t.lemma in words.written]
    ends = [*tree.obliques(above), *(p for t in papers for p in tree.obliques(t))]
    return [t for prep, t in ends if prep == "from"] if papers else []

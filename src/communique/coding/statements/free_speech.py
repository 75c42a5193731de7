"""Reported speech that goes on without "said": "China appreciates the support of Fiji"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.references import load_reference_words
from communique.language.annotations import Sentence, Token
from communique.language.grammar import Tree

_PRESENT = frozenset({"VBZ", "VBP", "MD"})


def goes_on(sentence: Sentence, found: Sequence[StatementDraft]) -> Actor | None:
    """Who goes on to speak in ``sentence``: the one person whose words the paragraph just gave,
    where a report told in the past now has that person's state, or "the two sides", in the
    present. None where the page itself tells."""
    if not found or sentence.is_title:
        return None
    last = found[-1]
    near = last.sentence.block == sentence.block and last.sentence.index == sentence.index - 1
    if not near or len(last.speakers) != 1 or last.joint or not (last.clausal or last.indirect):
        return None
    speaker = last.speakers[0]
    told = last.indirect or last.verb.tag == "VBD"
    if speaker.person is None or speaker.side is None or not told:
        return None
    return speaker if _of_own_side(sentence, speaker.side) else None


def _of_own_side(sentence: Sentence, side: str) -> bool:
    tree = Tree(sentence.tokens)
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or not _present(tree, root):
        return False
    subjects = tree.kids(root, "nsubj")
    return any(_state(t) == side or _pair(tree, t, root) for t in subjects)


def _present(tree: Tree, root: Token) -> bool:
    around = [root, *tree.kids(root, "cop", "aux")]
    finite = [t for t in around if t.tag in _PRESENT | {"VBD"}]
    return bool(finite) and all(t.tag in _PRESENT for t in finite) and "would" not in {
        t.lower for t in finite
    }  # fmt: skip


def _state(token: Token) -> str | None:
    mention = token.mention
    if mention is None or mention.person is not None:
        return None
    return mention.state


def _pair(tree: Tree, token: Token, root: Token) -> bool:
    """ "The two sides should": what both ought to do is still somebody's word."""
    words = load_reference_words()
    kids = {kid.lower for kid in tree.kids(token, "nummod", "det", "amod")}
    ought = {kid.lower for kid in tree.kids(root, "aux")} & {"should", "must", "need"}
    return token.lemma in words.pair_states | words.pair_people and bool(
        kids & words.pair_markers
    ) and bool(ought)  # fmt: skip

"""Reported speech that goes on without "said": "China appreciates the support of Fiji"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.references import load_reference_words
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Sentence, Token
from communique.language.grammar import Tree
from communique.model import Act

_PRESENT = frozenset({"VBZ", "VBP", "MD"})


def goes_on(
    sentence: Sentence, found: Sequence[StatementDraft], before: Actor | None = None
) -> Actor | None:
    """Who goes on to speak in ``sentence``: the one person whose words the paragraph just gave,
    where a report told in the past now has that person's state, or "the two sides", in the
    present. ``before`` is who went on to speak in the sentence before, if anybody did. None where
    the page itself tells."""
    if sentence.is_title:
        return None
    speaker = before or _speaker(sentence, found)
    if speaker is None or speaker.side is None:
        return None
    return speaker if _of_own_side(sentence, speaker.side) else None


def may_go_on(sentence: Sentence) -> bool:
    """Whether nobody else speaks or does anything in ``sentence``: what a thing is like."""
    tree = Tree(sentence.tokens)
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    named = root is not None and any(t.persons for t in tree.kids(root, "nsubj", "nsubj:pass"))
    return root is not None and not named and _present(tree, root)


def _speaker(sentence: Sentence, found: Sequence[StatementDraft]) -> Actor | None:
    if not found:
        return None
    last = found[-1]
    near = last.sentence.block == sentence.block and last.sentence.index == sentence.index - 1
    if not near or len(last.speakers) != 1 or last.joint:
        return None
    told = last.indirect or last.verb.tag == "VBD"
    speaker = last.speakers[0]
    return speaker if told and speaker.person is not None else None


def own_words(sentence: Sentence, side: str, words: SpeechWords) -> Act | None:
    """What a sentence that goes on with the words of one of ``side`` does: to promise what the
    side will do or is ready to do, to affirm what it holds to; None for what may be the page's."""
    tree = Tree(sentence.tokens)
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or tree.negated(root):
        return None
    subjects = tree.kids(root, "nsubj", "nsubj:pass")
    sides = [_state(tree, m) for t in subjects for m in tree.conjuncts(t)]
    if side not in sides:
        return None
    willing = {root.lemma, *(kid.lemma for kid in tree.kids(root, "xcomp"))} & words.willing
    if willing or any(kid.lower == "will" for kid in tree.kids(root, "aux")):
        return Act.PLEDGE if root.lemma not in words.continuing else Act.AFFIRM
    together = len(sides) > 1 and bool(tree.kids(root, "cop"))
    return Act.AFFIRM if together or root.lemma in words.stances else None


def _of_own_side(sentence: Sentence, side: str) -> bool:
    tree = Tree(sentence.tokens)
    root = next((t for t in sentence.tokens if t.head == t.i), None)
    if root is None or not _present(tree, root):
        return False
    own = tree.kids(root, "nsubj", "nsubj:pass")
    subjects = [m for t in own for m in tree.conjuncts(t)]
    return any(_state(tree, t) == side or _pair(tree, t, root) for t in subjects)


def _present(tree: Tree, root: Token) -> bool:
    around = [root, *tree.kids(root, "cop", "aux", "aux:pass")]
    finite = [t for t in around if t.tag in _PRESENT | {"VBD"}]
    return bool(finite) and all(t.tag in _PRESENT for t in finite) and "would" not in {
        t.lower for t in finite
    }  # fmt: skip


def _state(tree: Tree, token: Token) -> str | None:
    """The state that ``token`` names, or whose side it is: "the Nigerian side"."""
    mention = token.mention
    if mention is None and token.lemma == "side":
        kids = tree.kids(token, "amod", "compound", "nmod:poss")
        mention = next((kid.mention for kid in kids if kid.mention is not None), None)
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

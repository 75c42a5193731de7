"""What minutes tell both sides did, naming neither: "it was noted that", "the talks stressed"."""

from __future__ import annotations

from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token
from communique.language.grammar import Tree

_MAIN = frozenset({"root", "ROOT", "conj", "parataxis"})
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
# As these the parser hangs "emphasising its importance" on "trade was discussed".
_TRAILING = frozenset({"advcl", "acl"})


def in_passive(tree: Tree, verb: Token, words: SpeechWords) -> bool:
    """ "The situation was considered", "talks, in which it was": a past passive of the main
    clause, or of one about talks, by nobody."""
    auxiliaries = {kid.lower for kid in tree.kids(verb, "aux:pass")}
    agents = any(tree.case(t) == "by" for t in tree.kids(verb, "obl", "obl:agent"))
    told = tree.head(verb) if verb.dep == "acl:relcl" else None
    main = verb.dep in _MAIN or (told is not None and told.lemma in words.gatherings)
    return bool(auxiliaries & words.were) and not agents and main


def by_both(tree: Tree, verb: Token, words: SpeechWords) -> bool:
    """Whether minutes tell that both sides did what ``verb`` says: "the need for it was noted",
    "the meeting underlined it", "it was discussed, stressing the need for it"."""
    if verb.lemma not in words.minuted:
        return False
    return in_passive(tree, verb, words) or _of_talks(tree, verb, words) or _trailing(
        tree, verb, words
    )  # fmt: skip


def _of_talks(tree: Tree, verb: Token, words: SpeechWords) -> bool:
    """ "The talks underlined it", "they discussed trade and the meeting stressed it"."""
    subjects = tree.kids(verb, *_SUBJECTS) or tree.kids(tree.first_conjunct(verb), *_SUBJECTS)
    past = verb.tag in {"VBD", "VBN"} and not tree.kids(verb, "aux", "aux:pass")
    return past and verb.dep in _MAIN and len(subjects) == 1 and (
        subjects[0].lemma in words.gatherings
    )  # fmt: skip


def _trailing(tree: Tree, verb: Token, words: SpeechWords) -> bool:
    """A participle without a subject below such a passive, or behind such talks."""
    above = tree.head(verb)
    bare = not tree.kids(verb, *_SUBJECTS, "mark", "case", "aux")
    if verb.tag != "VBG" or verb.dep not in _TRAILING or above is None or not bare:
        return False
    return above.i < verb.i and above.lemma in words.minuted and (
        in_passive(tree, above, words) or _of_talks(tree, above, words)
    )  # fmt: skip

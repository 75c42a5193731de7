"""Who "His Royal Highness" is: the one whose name the page puts behind that style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from communique.language.annotations import MentionKind, Person, Sentence, Token
from communique.language.grammar import Tree

# How far before a name its style may begin.
_REACH = 40
# Styles up to this length are letters, as in "H.R.H."
_LETTERS = 6
# What may stand between a style and the name: capitalised titles, "the".
_TITLED = re.compile(r"[\s.]*(?:(?:the|of|[A-Z][\w.'’-]*)\s+)*")


def styled_persons(
    sentences: Iterable[Sentence], styles: Mapping[str, str]
) -> dict[str, list[Person]]:
    """The persons behind each style of ``styles``, which maps words and letters before a name
    ("highness", "hrh") to the noun that stands for its bearer."""
    written = {form: noun for word, noun in styles.items() for form in _forms(word)}
    openers = re.compile(r"\b(" + "|".join(map(re.escape, written)) + r")(?!\w)")
    found: dict[str, list[Person]] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.person is None or mention.kind is MentionKind.NAME:
                continue
            at = mention.start - sentence.start
            before = sentence.text[max(0, at - _REACH) : at]
            for style in openers.finditer(before + mention.text.split(" ")[0]):
                if not _TITLED.fullmatch(before[style.end() :]):
                    continue
                bearers = found.setdefault(written[style.group(1)], [])
                if mention.person not in bearers:
                    bearers.append(mention.person)
    return found


def _forms(word: str) -> tuple[str, ...]:
    """A style as it is written: letters are capitals, "he" is another word than "HE"."""
    return (word.upper(), word.capitalize()) if len(word) > _LETTERS else (word.upper(),)


def styled(
    tree: Tree, token: Token, bearers: Sequence[Person], seen: Sequence[Person]
) -> Person | None:
    """The person whom the honorific ``token`` without a name stands for.

    ``bearers`` carry that style on the page; ``seen`` are its persons, the last named last.
    """
    beside = [*tree.kids(token, "appos", "flat", "nmod:desc"), *tree.tokens[token.i + 1 :][:1]]
    head = tree.head(token)
    if any(t.mention is not None and (t.mention.person or t.persons) for t in beside):
        return None
    if token.dep in {"compound", "flat"} and head is not None and head.mention is not None:
        return None
    others = {
        p
        for verb in [next((t for t in tree.up(token) if tree.is_verb(t)), None)]
        if verb is not None
        for t in (*tree.subjects(verb), *tree.objects(verb))
        if t is not token
        for p in map(id, t.persons)
    }
    gender = "f" if any(kid.lower == "her" for kid in tree.kids(token)) else "m"
    fitting = [p for p in bearers if p.gender in {None, gender} and id(p) not in others]
    return next((p for p in reversed(seen) if p in fitting), None)

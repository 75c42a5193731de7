"""Swap, merge and title the names of persons in treebank sentences."""

import random

from conllu import Sentence
from edits import Row, children, drop, insert
from lexicon import Lexicon

MULTIWORD, SINGLE_TOKEN, TITLED = 0.3, 0.35, 0.35
MERGE_TITLE, SPACED = 0.4, 0.1
BARE_NAME = 0.5
PERSON_DEPS = {
    "nsubj", "nsubj:pass", "nmod:poss", "obj", "iobj", "appos", "vocative", "obl:agent",
}  # fmt: skip
LEAF_DEPS = {"case", "punct", "appos", "cc", "conj", "acl:relcl", "nmod:desc"}


def change_names(sentence: Sentence, lexicon: Lexicon, rng: random.Random) -> Sentence:
    """Give the persons of a sentence names from all over the world."""
    # From the end, so that places before a change stay true.
    for head in range(len(sentence.words) - 1, -1, -1):
        if head >= len(sentence.words):
            continue
        rest = name_rest(sentence, head)
        if rest is not None and rng.random() < MULTIWORD + SINGLE_TOKEN + TITLED:
            sentence = _change_one(sentence, head, rest, lexicon, rng)
        elif is_bare_name(sentence, head) and rng.random() < BARE_NAME:
            sentence = _change_one(sentence, head, [], lexicon, rng)
    return sentence


def name_rest(sentence: Sentence, head: int) -> list[int] | None:
    """Give the places of the further words of a name of several words, or None."""
    if sentence.tags[head] != "NNP" or not sentence.words[head][:1].isupper():
        return None
    rest = [i for i in children(sentence, head) if sentence.deps[i] == "flat"]
    together = rest == list(range(head + 1, head + 1 + len(rest)))
    named = all(sentence.tags[i] == "NNP" and not children(sentence, i) for i in rest)
    return rest if rest and together and named else None


def is_bare_name(sentence: Sentence, head: int) -> bool:
    """Tell whether one proper noun stands where a person's short name could."""
    word = sentence.words[head]
    return (
        sentence.tags[head] == "NNP"
        and sentence.pos[head] == "PROPN"
        and sentence.deps[head] in PERSON_DEPS
        and word.isalpha()
        and word[:1].isupper()
        and not word.isupper()
        and all(sentence.deps[i] in LEAF_DEPS for i in children(sentence, head))
    )


def _change_one(
    sentence: Sentence, head: int, rest: list[int], lexicon: Lexicon, rng: random.Random
) -> Sentence:
    full, short = rng.choice(lexicon.people)
    title = title_places(sentence, head)
    if title and rng.random() < MERGE_TITLE:
        sentence = drop(sentence, set(title))
        head -= len(title)
        rest = [i - len(title) for i in rest]
        title = []
    sentence = drop(sentence, set(rest))
    words = full if rest and rng.random() < 0.5 else [short]
    if len(full) > 1 and rng.random() < SPACED:
        words = [" ".join(full)]
    sentence = _write_name(sentence, head, words)
    untitled = not title and all(
        i > head or sentence.deps[i] in ("case", "cc", "punct") for i in children(sentence, head)
    )
    if untitled and rng.random() < TITLED * (1.0 if rest else 0.3):
        sentence = _put_title(sentence, head, rng.choice(lexicon.titles))
    return sentence


def title_places(sentence: Sentence, head: int) -> list[int]:
    """Give the places of a title such as "Prime Minister" that stands right before a name."""
    found: list[int] = []
    for i in children(sentence, head):
        if sentence.deps[i] == "nmod:desc" and i < head:
            found = list(range(min([i, *children(sentence, i)]), head))
            if any(sentence.heads[j] not in (i, head) or sentence.deps[j] == "case" for j in found):
                return []
    return found


def _write_name(sentence: Sentence, head: int, words: list[str]) -> Sentence:
    sentence.words[head] = sentence.lemmas[head] = words[0]
    rows: list[Row] = [(w, "NNP", "PROPN", "Number=Sing", w, "flat") for w in words[1:]]
    if not rows:
        return sentence
    after = sentence.spaces[head]
    sentence = insert(sentence, head + 1, rows, [head] * len(rows))
    sentence.spaces[head] = True
    sentence.spaces[head + len(rows)] = after
    return sentence


def _put_title(sentence: Sentence, head: int, title: list[Row]) -> Sentence:
    """Hang a title on a name: its last word on the name, its other words on that word."""
    last = head + len(title) - 1
    heads = [last] * (len(title) - 1) + [last + 1]
    return insert(sentence, head, title, heads)

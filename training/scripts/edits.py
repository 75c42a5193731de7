"""Small changes to one treebank sentence that keep its tree whole."""

from conllu import Sentence

Row = tuple[str, str, str, str, str, str]  # word, tag, pos, morph, lemma, dep


def children(sentence: Sentence, head: int) -> list[int]:
    """Give the places of the tokens that hang on `head`."""
    return [i for i, h in enumerate(sentence.heads) if h == head and i != head]


def drop(sentence: Sentence, places: set[int]) -> Sentence:
    """Leave tokens out; what hung on them hangs on the nearest kept token above."""
    kept = [i for i in range(len(sentence.words)) if i not in places]
    new_place = {old: new for new, old in enumerate(kept)}
    spaces = list(sentence.spaces)
    for i in sorted(places):
        if i > 0:
            spaces[i - 1] = spaces[i]
    heads = [new_place[_kept_head(sentence, i, places)] for i in kept]
    return Sentence(
        words=[sentence.words[i] for i in kept],
        spaces=[spaces[i] for i in kept],
        tags=[sentence.tags[i] for i in kept],
        pos=[sentence.pos[i] for i in kept],
        morphs=[sentence.morphs[i] for i in kept],
        lemmas=[sentence.lemmas[i] for i in kept],
        heads=heads,
        deps=[sentence.deps[i] for i in kept],
    )


def insert(sentence: Sentence, at: int, rows: list[Row], heads: list[int]) -> Sentence:
    """Put rows before place `at`; `heads` are places in the new sentence."""
    size = len(rows)
    old_heads = [h + size if h >= at else h for h in sentence.heads]
    words, tags, pos, morphs, lemmas, deps = (list(column) for column in zip(*rows, strict=True))
    return Sentence(
        words=sentence.words[:at] + words + sentence.words[at:],
        spaces=sentence.spaces[:at] + [True] * size + sentence.spaces[at:],
        tags=sentence.tags[:at] + tags + sentence.tags[at:],
        pos=sentence.pos[:at] + pos + sentence.pos[at:],
        morphs=sentence.morphs[:at] + morphs + sentence.morphs[at:],
        lemmas=sentence.lemmas[:at] + lemmas + sentence.lemmas[at:],
        heads=old_heads[:at] + heads + old_heads[at:],
        deps=sentence.deps[:at] + deps + sentence.deps[at:],
    )


def rename(sentence: Sentence, place: int, word: str, lemma: str) -> None:
    """Write another word of the same class at one place."""
    sentence.words[place] = word
    sentence.lemmas[place] = lemma


def _kept_head(sentence: Sentence, place: int, places: set[int]) -> int:
    head = sentence.heads[place]
    while head in places:
        head = sentence.heads[head]
    return head

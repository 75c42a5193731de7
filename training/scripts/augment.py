"""Show the treebank sentences in other words, so that the parser meets the world's names.

Registered as the spaCy augmenter `communique.world_names.v1`; the words come from `names/`.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from conllu import Sentence, from_doc, to_doc
from edits import children, drop
from lexicon import Lexicon, load_lexicon
from people import change_names
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

Augmenter = Callable[[Language, Example], Iterator[Example]]

LOWER, TITLE, UPPER, NO_STOP = 0.03, 0.02, 0.01, 0.08
PLACE, VERB = 0.5, 0.25
NO_FRAME = {"compound:prt", "expl", "fixed", "goeswith"}
# Name, dependents needed, word that marks one of them, dependents that must not be there.
FRAMES: list[tuple[str, set[str], str, set[str]]] = [
    ("iobj_to", {"iobj", "xcomp"}, "to", {"obj", "ccomp"}),
    ("iobj_that", {"iobj", "ccomp"}, "that", {"obj"}),
    ("", {"iobj"}, "", set()),
    ("obj_to", {"obj", "xcomp"}, "to", set()),
    ("obj", {"obj"}, "", {"ccomp", "xcomp"}),
    ("that", {"ccomp"}, "that", {"obj"}),
    ("to", {"xcomp"}, "to", {"obj", "ccomp"}),
    ("obj", {"nsubj:pass"}, "", {"ccomp", "xcomp", "obj"}),
    ("with", {"obl"}, "with", {"obj", "ccomp", "xcomp", "nsubj:pass"}),
]
SMALL_WORDS = {"ADP", "DET", "CCONJ", "PART", "SCONJ"}


@registry.augmenters("communique.world_names.v1")  # type: ignore[untyped-decorator]
def create_augmenter(names: Path, share: float, seed: int) -> Augmenter:
    """Change about `share` of the training chunks; the others pass as they are."""
    lexicon = load_lexicon(Path(names))
    rng = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if rng.random() >= share:
            yield example
            return
        changed = [change(s, lexicon, rng) for s in from_doc(example.reference)]
        reference = to_doc(nlp.vocab, changed)
        # Merged names may hold spaces: the tokens are given, not found again in the text.
        words, spaces = [t.text for t in reference], [bool(t.whitespace_) for t in reference]
        yield Example(Doc(nlp.vocab, words=words, spaces=spaces), reference)

    return augment


def change(sentence: Sentence, lexicon: Lexicon, rng: random.Random) -> Sentence:
    """Give one sentence other names, places, verbs, letter case or end."""
    sentence = change_names(sentence, lexicon, rng)
    swap_class(sentence, lexicon.countries, rng)
    swap_class(sentence, lexicon.demonyms, rng)
    swap_verbs(sentence, lexicon, rng)
    change_case(sentence, rng)
    return drop_stop(sentence, rng)


def swap_class(sentence: Sentence, members: list[str], rng: random.Random) -> None:
    """Put another member of a class of words (countries, demonyms) for each one found."""
    known = set(members)
    for i, word in enumerate(sentence.words):
        if word in known and rng.random() < PLACE:
            chosen = rng.choice(members)
            lemma = chosen if sentence.lemmas[i] == word else chosen.lower()
            sentence.words[i], sentence.lemmas[i] = chosen, lemma


def swap_verbs(sentence: Sentence, lexicon: Lexicon, rng: random.Random) -> None:
    """Put verbs of diplomacy where a verb stands with the same kinds of dependents."""
    for i, pos in enumerate(sentence.pos):
        if pos != "VERB" or rng.random() >= VERB:
            continue
        choices = lexicon.verbs.get((verb_frame(sentence, i), sentence.tags[i]))
        if choices:
            form, lemma = rng.choice(choices)
            title = sentence.words[i][:1].isupper()
            sentence.words[i] = form.capitalize() if title else form
            sentence.lemmas[i] = lemma


def verb_frame(sentence: Sentence, verb: int) -> str:
    """Name what a verb governs: `obj`, `that`, `to`, `obj_to`, `with`, or nothing usable."""
    below = children(sentence, verb)
    deps = {sentence.deps[i] for i in below}
    if deps & NO_FRAME:
        return ""
    for frame, needed, marker, barred in FRAMES:
        if needed <= deps and not barred & deps:
            return frame if marker in ("", *_markers(sentence, below)) else ""
    return ""


def _markers(sentence: Sentence, below: list[int]) -> set[str]:
    """Give the small words that open the clauses and obliques of a verb."""
    return {
        sentence.words[i].lower()
        for clause in below
        if sentence.deps[clause] in ("ccomp", "xcomp", "obl")
        for i in children(sentence, clause)
        if sentence.deps[i] in ("mark", "case")
    }


def change_case(sentence: Sentence, rng: random.Random) -> None:
    """Write a small share in lower case, as headlines, or in capitals."""
    chance = rng.random()
    if chance < LOWER:
        sentence.words = [w.lower() for w in sentence.words]
    elif chance < LOWER + TITLE:
        for i, word in enumerate(sentence.words):
            small = sentence.pos[i] in SMALL_WORDS and i > 0
            sentence.words[i] = word if small or word[:1].isupper() else word.capitalize()
    elif chance < LOWER + TITLE + UPPER:
        sentence.words = [w.upper() for w in sentence.words]


def drop_stop(sentence: Sentence, rng: random.Random) -> Sentence:
    """Take the full stop off the end of a small share, as in headlines and captions."""
    last = len(sentence.words) - 1
    stop = last > 0 and sentence.words[last] == "." and not children(sentence, last)
    if stop and rng.random() < NO_STOP:
        return drop(sentence, {last})
    return sentence

"""Runs the parser over skeletons and copies its trees into plain tokens."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any, cast

import numpy

from communique.language.annotations import Mention, Sentence, Token
from communique.language.asides import mend_asides
from communique.language.hung_words import mend_fronted, mend_quoted
from communique.language.mending import (
    mend_appositions,
    mend_auxiliaries,
    mend_called,
    mend_calls,
    mend_days,
    mend_lists,
    mend_nouns,
    mend_opened_subjects,
    mend_openings,
    mend_participles,
    mend_relatives,
    mend_subjects,
    mend_that_clauses,
)
from communique.language.models import ENGLISH, use_numpy_blas
from communique.language.reduced_clauses import mend_reduced
from communique.language.skeleton import Skeleton

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

# Sentences of more tokens than this are not parsed whole: their cost is bounded instead.
LONGEST_SENTENCE = 220
_BATCH = 64
_MENDINGS = (
    *(mend_auxiliaries, mend_lists, mend_appositions, mend_relatives, mend_days, mend_openings),
    *(mend_opened_subjects, mend_subjects, mend_asides, mend_participles, mend_reduced, mend_nouns),
    *(mend_that_clauses, mend_fronted, mend_quoted, mend_calls, mend_called),
)
_NO_FEATURES = "_"
# Words that a pipeline keeps once it has met them; beyond, it forgets those of each page again.
_WORDS_KEPT = 100_000


class PipelineMissing(Exception):
    """The named spaCy pipeline is not installed or cannot be loaded; the message says which."""


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Load a spaCy pipeline: the shipped English one, or an installed one by name or path.

    Raises PipelineMissing where it is not there.
    """
    import spacy

    from communique.language.network import quicken

    source = name or str(ENGLISH)
    try:
        return quicken(use_numpy_blas(_indexed(spacy.load(source, exclude=["ner"]))))
    except (OSError, ValueError) as error:
        raise PipelineMissing(f"spaCy pipeline {source!r} cannot be loaded: {error}") from error


def _indexed(nlp: Language) -> Language:
    """Let the lemmatizer look words up in sets: it comes with lists of tens of thousands."""
    from spacy.pipeline import Lemmatizer

    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Lemmatizer) and pipe.lookups.has_table("lemma_index"):
            index = pipe.lookups.get_table("lemma_index")
            for part in list(index):
                index[part] = frozenset(index[part])
    return nlp


def parse(pipeline: Language, sentences: Sequence[Sentence], skeletons: Sequence[Skeleton]) -> None:
    """Parse each skeleton and fill the ``tokens`` of its sentence."""
    known = len(pipeline.vocab) < _WORDS_KEPT
    lemmas = _lemmas_of(pipeline)
    with nullcontext() if known else pipeline.memory_zone():
        docs = [_one_sentence(pipeline.make_doc(skeleton.text)) for skeleton in skeletons]
        parsed = pipeline.pipe(docs, batch_size=_BATCH, disable=lemmas.instead_of)
        for sentence, skeleton, doc in zip(sentences, skeletons, parsed, strict=True):
            sentence.tokens = _mended(doc, skeleton, lemmas)
            if skeleton.moved:
                at = {word.idx: word.i for word in doc}
                sentence.moved = {
                    day: at[place] for day, place in skeleton.moved.items() if place in at
                }


def _mended(doc: Doc, skeleton: Skeleton, lemmas: _Lemmas) -> list[Token]:
    """The tokens with the parser's usual mistakes mended, where they are a tree then as well."""
    tokens = _copy(doc, skeleton, lemmas)
    for mend in _MENDINGS:
        mend(tokens)
    return tokens if is_tree(tokens) else _copy(doc, skeleton, lemmas)


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether the way up from every token ends at a root: in a ring, reading would never end."""
    heads = [token.head for token in tokens]
    met = [-1] * len(heads)  # on the way up from which token each was met first
    for start in range(len(heads)):
        at = start
        while met[at] < 0:
            met[at] = start
            at = heads[at]
        if met[at] == start and heads[at] != at:
            return False
    return True


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers, each of them made once.

    It makes a new one whenever it is asked; and one and the same is compared at once.
    """

    def __init__(self, known: StringStore) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, number: int) -> str:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        made = self[number] = sys.intern(self._known[number])
        return made


class _Lemmas:
    """Lemmas of one pipeline's tokens, each word looked up once.

    ``instead_of`` names the components that need not run for it: a lemmatizer of rules at the
    pipeline's end gives the same to a word of the same tags wherever it stands.
    """

    def __init__(self, pipeline: Language) -> None:
        from spacy.lang.en.lemmatizer import EnglishLemmatizer

        last = pipeline.pipe_names[-1] if pipeline.pipe_names else ""
        rules = pipeline.get_pipe(last) if last else None
        ruled = isinstance(rules, EnglishLemmatizer) and rules.mode == "rule"
        self._rules: EnglishLemmatizer | None = cast("EnglishLemmatizer", rules) if ruled else None
        self.instead_of = [last] if ruled else []
        self._found: dict[tuple[str, int, str], str] = {}
        self.strings = _Strings(pipeline.vocab.strings)

    def of(self, doc: Doc, at: int, key: tuple[str, int, str]) -> str:
        """The lemma of a word in small letters; ``key`` is its text, part of speech, morphology."""
        if self._rules is None:
            return doc[at].lemma_.lower()
        lemma = self._found.get(key)
        if lemma is None:
            if len(self._found) >= _WORDS_KEPT:
                self._found.clear()
            lemma = sys.intern(self._rules.lemmatize(doc[at])[0].lower())
            self._found[key] = lemma
        return lemma


@cache
def _lemmas_of(pipeline: Language) -> _Lemmas:
    return _Lemmas(pipeline)


def _one_sentence(doc: Doc) -> Doc:
    """Cut a monstrous sentence; tell the parser that the rest is one."""
    doc = doc if len(doc) <= LONGEST_SENTENCE else doc[:LONGEST_SENTENCE].as_doc()
    starts: Any = numpy.full((len(doc), 1), -1, dtype="int64")
    starts[:1] = 1
    return doc.from_array(["SENT_START"], starts.astype("uint64"))


def _copy(doc: Doc, skeleton: Skeleton, lemmas: _Lemmas) -> list[Token]:
    tokens: list[Token] = []
    offsets, strings = skeleton.offsets, lemmas.strings
    inside: tuple[int, Mention] | None = None
    # One table of all words costs a third of asking each word's object.
    for i, (orth, begin, tag, pos, dep, head, features) in enumerate(_table(doc)):
        text = strings[orth]
        morph = strings[features] if features else ""
        morph = "" if morph == _NO_FEATURES else morph
        mention = skeleton.mentions.get(begin)
        start, end = offsets[begin], offsets[begin + len(text) - 1] + 1
        if mention is not None:
            start, end = mention.start, mention.end
            inside = (i, mention)
        elif inside is not None and start < inside[1].end:
            mention = None
        tokens.append(
            Token(
                i, text, start, max(end, start + 1), lemmas.of(doc, i, (text, pos, morph)),
                strings[tag], strings[pos], strings[dep], i + head, morph, mention,
            )
        )  # fmt: skip
    for token in tokens:
        if token.head != token.i:
            tokens[token.head].children.append(token.i)
    for token in tokens:
        if _is_noun(token, tokens):
            token.tag, token.pos = "NNS", "NOUN"
    return tokens


def _table(doc: Doc) -> list[list[int]]:
    """A row for each word: its string, offset, tag, part of speech, relation, way to its head,
    features; strings by their numbers."""
    table = doc.to_array(["ORTH", "IDX", "TAG", "POS", "DEP", "HEAD", "MORPH"])
    rows: list[list[int]] = table.tolist()
    for row, way in zip(rows, table[:, 5].astype("int64").tolist(), strict=True):
        row[5] = way
    return rows


def _is_noun(token: Token, tokens: Sequence[Token]) -> bool:
    """ "Paid courtesy calls": an object with a noun before it, which the tagger took for a verb."""
    before = {tokens[i].dep for i in token.children if i < token.i}
    return token.tag == "VBZ" and token.dep == "obj" and bool(before & {"compound", "amod"})

"""Read CoNLL-U files, plain or xz-compressed, into spaCy documents."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass
class Sentence:
    """One treebank sentence: parallel lists, heads as 0-based offsets inside the sentence."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)


def read_documents(path: Path) -> Iterator[list[Sentence]]:
    """Yield the documents of a treebank file (`.conllu` or `.conllu.xz`) as lists of sentences."""
    document: list[Sentence] = []
    rows: list[list[str]] = []
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                document.append(_sentence(rows))
                rows = []
    if document:
        yield document


def chunks(document: list[Sentence], size: int) -> Iterator[list[Sentence]]:
    """Part a document into runs of at most `size` sentences."""
    rest = iter(document)
    while chunk := list(islice(rest, size)):
        yield chunk


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """Join sentences into one annotated `Doc` with the treebank's own tokens."""
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        offset = len(heads)
        heads.extend(offset + head for head in sentence.heads)
        starts.extend(i == 0 for i in range(len(sentence.words)))
    return Doc(
        vocab,
        words=[w for s in sentences for w in s.words],
        spaces=[x for s in sentences for x in s.spaces],
        tags=[t for s in sentences for t in s.tags],
        pos=[p for s in sentences for p in s.pos],
        morphs=[m for s in sentences for m in s.morphs],
        lemmas=[x for s in sentences for x in s.lemmas],
        heads=heads,
        deps=[d for s in sentences for d in s.deps],
        sent_starts=starts,
    )


def from_doc(doc: Doc) -> list[Sentence]:
    """Take an annotated `Doc` apart again: the inverse of `to_doc`."""
    return [
        Sentence(
            words=[t.text for t in span],
            spaces=[bool(t.whitespace_) for t in span],
            tags=[t.tag_ for t in span],
            pos=[t.pos_ for t in span],
            morphs=[str(t.morph) for t in span],
            lemmas=[t.lemma_ for t in span],
            heads=[t.head.i - span.start for t in span],
            deps=[t.dep_ for t in span],
        )
        for span in doc.sents
    ]


def _sentence(rows: list[list[str]]) -> Sentence:
    """Turn the rows of one sentence into lists; empty nodes (8.1) are left out."""
    sentence = Sentence()
    joined_until = 0
    joined_space = True
    for row in rows:
        number, misc = row[0], row[9]
        space = "SpaceAfter=No" not in misc.split("|")
        if "-" in number:
            # Words written as one ("don't"): no space inside, the range line says what follows.
            joined_until, joined_space = int(number.split("-")[1]), space
        elif "." not in number:
            index = int(number)
            if index <= joined_until:
                space = joined_space if index == joined_until else False
            _append(sentence, row, index, space)
    return sentence


def _append(sentence: Sentence, row: list[str], index: int, space: bool) -> None:
    _, form, lemma, upos, xpos, feats, head, dep = row[:8]
    root = dep == "root"
    sentence.words.append(form)
    sentence.spaces.append(space)
    sentence.tags.append(xpos)
    sentence.pos.append(upos)
    sentence.morphs.append("" if feats == "_" else feats)
    sentence.lemmas.append(form if lemma == "_" and form != "_" else lemma)
    sentence.heads.append(index - 1 if root else int(head) - 1)
    # spaCy names the top of a sentence in capitals.
    sentence.deps.append("ROOT" if root else dep)

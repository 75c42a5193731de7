"""Score a pipeline on a prepared corpus and note the scores in its `meta.json`."""

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
import typer
from gemm import create_callback
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

MEASURES = ("dep_uas", "dep_las", "tag_acc", "pos_acc", "morph_acc", "lemma_acc", "sents_f")


def main(pipeline: Path, corpus: Path, report: Path) -> None:
    """Write the scores as JSON to `report` and into the pipeline's `meta.json`.

    `own_tokens`: the pipeline's tokenizer and sentence ends; `treebank_tokens`: the treebank's
    tokens, own sentence ends; `single_sentences`: one sentence at a time, tokens given too.
    spaCy leaves punctuation out of UAS and LAS; `all_words` counts it.
    """
    nlp = create_callback()(spacy.load(pipeline))
    docs = list(DocBin().from_disk(corpus).get_docs(nlp.vocab))
    sentences = [sentence.as_doc() for doc in docs for sentence in doc.sents]
    scores: dict[str, Any] = {
        "own_tokens": _scores(nlp, [Example(nlp.make_doc(d.text), d) for d in docs]),
        "treebank_tokens": _scores(nlp, [Example(_bare(d), d) for d in docs]),
        "single_sentences": _scores(nlp, [Example(_bare(d, ends=True), d) for d in sentences]),
    }
    scores["all_words"] = _attachment(nlp, sentences)
    scores["lemma_acc_by_pos"] = _lemmas_by_pos(nlp, sentences)
    scores["words_per_second"] = _speed(nlp, sentences)
    report.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    # The speed belongs to one machine and moment, so it stays out of the shipped files.
    _note(pipeline / "meta.json", {k: v for k, v in scores.items() if k != "words_per_second"})
    typer.echo(json.dumps(scores, indent=2))


def _bare(doc: Doc, ends: bool = False) -> Doc:
    """Give the same tokens without annotation, with the sentence ends if asked."""
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        sent_starts=[bool(t.is_sent_start) for t in doc] if ends else None,
    )


def _scores(nlp: Language, examples: Iterable[Example]) -> dict[str, float]:
    found = nlp.evaluate(examples)
    return {name: round(100 * found[name], 2) for name in MEASURES if found.get(name) is not None}


def _attachment(nlp: Language, sentences: list[Doc]) -> dict[str, float]:
    """Count heads and labels over all words, punctuation among them."""
    total = heads = labelled = 0
    for gold, read in zip(sentences, _read(nlp, sentences), strict=True):
        for right, mine in zip(gold, read, strict=True):
            same = right.head.i == mine.head.i
            total += 1
            heads += same
            labelled += same and right.dep == mine.dep
    return {"uas": round(100 * heads / total, 2), "las": round(100 * labelled / total, 2)}


def _lemmas_by_pos(nlp: Language, sentences: list[Doc]) -> dict[str, float]:
    right: dict[str, list[bool]] = {"VERB": [], "NOUN": []}
    for gold, read in zip(sentences, _read(nlp, sentences), strict=True):
        for wanted, mine in zip(gold, read, strict=True):
            if wanted.pos_ in right:
                right[wanted.pos_].append(wanted.lemma_ == mine.lemma_)
    return {pos: round(100 * sum(hits) / len(hits), 2) for pos, hits in right.items()}


def _read(nlp: Language, sentences: list[Doc]) -> Iterable[Doc]:
    return nlp.pipe((_bare(d, ends=True) for d in sentences), batch_size=64)


def _speed(nlp: Language, sentences: list[Doc]) -> int:
    """Measure words a second of processor time, whatever else the machine does."""
    bare = [_bare(d, ends=True) for d in sentences]
    begin = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(bare, batch_size=64))
    return round(words / (time.process_time() - begin))


def _note(path: Path, scores: dict[str, Any]) -> None:
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = scores
    path.write_text(json.dumps(meta, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)

"""Make the `.spacy` corpora for training, development and test out of the treebanks."""

from pathlib import Path

import typer
from conllu import chunks, read_documents, to_doc
from spacy.tokens import DocBin
from spacy.vocab import Vocab

SENTENCES_PER_CHUNK = 10
TRAIN_FILES = ("en_gum-train.conllu.xz", "en_ewt-all.conllu.xz")
DEV_FILES = ("en_gum-dev.conllu.xz",)
TEST_FILES = ("en_gum-test.conllu.xz",)


def main(treebanks: Path, corpus: Path) -> None:
    """Read the treebank folder and write train, dev and test into the corpus folder."""
    corpus.mkdir(parents=True, exist_ok=True)
    for name, files in (("train", TRAIN_FILES), ("dev", DEV_FILES), ("test", TEST_FILES)):
        docs = _collect([treebanks / file for file in files])
        docs.to_disk(corpus / f"{name}.spacy")
        typer.echo(f"{name}: {len(docs)} chunks")


def _collect(paths: list[Path]) -> DocBin:
    vocab = Vocab()
    found = DocBin(store_user_data=False)
    for path in paths:
        for document in read_documents(path):
            for chunk in chunks(document, SENTENCES_PER_CHUNK):
                found.add(to_doc(vocab, chunk))
    return found


if __name__ == "__main__":
    typer.run(main)

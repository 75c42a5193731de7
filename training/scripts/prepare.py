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
# The project's own sentences are few: in tuning they come round this often as each treebank one.
OWN_TIMES = 8


def main(treebanks: Path, own: Path, corpus: Path) -> None:
    """Write train, dev and test out of the treebanks, and tune with the `own` file as well."""
    corpus.mkdir(parents=True, exist_ok=True)
    for name, files in (("train", TRAIN_FILES), ("dev", DEV_FILES), ("test", TEST_FILES)):
        docs = _collect([treebanks / file for file in files])
        docs.to_disk(corpus / f"{name}.spacy")
        typer.echo(f"{name}: {len(docs)} chunks")
    tune = _collect([treebanks / file for file in TRAIN_FILES])
    for _ in range(OWN_TIMES):
        tune.merge(_collect([own], size=1))
    tune.to_disk(corpus / "tune.spacy")


def _collect(paths: list[Path], size: int = SENTENCES_PER_CHUNK) -> DocBin:
    vocab = Vocab()
    found = DocBin(store_user_data=False)
    for path in paths:
        for document in read_documents(path):
            for chunk in chunks(document, size):
                found.add(to_doc(vocab, chunk))
    return found


if __name__ == "__main__":
    typer.run(main)

"""Turn word clusters into a small vector table that a spaCy pipeline can carry.

A cluster is a path in a binary tree of words that occur in like surroundings.  Words of one
cluster share one row, so a hundred thousand words cost a thousand rows; clusters that part
late in the tree get rows that lie close together.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
import typer
from spacy.lookups import load_lookups
from spacy.vectors import Vectors  # type: ignore[import-not-found]

WIDTH = 64
DEPTH = 16
LEAST_LOG_PROBABILITY = -17.0
SEED = 7


def main(target: Path) -> None:
    """Write a blank English pipeline with the cluster vectors to `target`."""
    tables = load_lookups("en", tables=["lexeme_cluster", "lexeme_prob"])
    clusters = tables.get_table("lexeme_cluster")
    probabilities = tables.get_table("lexeme_prob")
    nlp = spacy.blank("en")
    words = _words(clusters, probabilities)
    paths = sorted(set(words.values()))
    row_of = {path: row for row, path in enumerate(paths)}
    vectors = Vectors(data=_rows(paths), strings=nlp.vocab.strings, name="en_clusters")
    for key, path in words.items():
        vectors.add(key, row=row_of[path])
    nlp.vocab.vectors = vectors
    nlp.to_disk(target)
    typer.echo(f"{len(words)} words in {len(paths)} clusters")


def _words(clusters: dict[int, int], probabilities: dict[int, float]) -> dict[int, int]:
    """Keep the words that are known well enough; 0 stands for no cluster."""
    return {
        key: path
        for key, path in clusters.items()
        if path and probabilities.get(key, -20.0) > LEAST_LOG_PROBABILITY
    }


def _rows(paths: list[int]) -> npt.NDArray[np.float32]:
    """Sum one random vector for each beginning of the path (its lowest bits come first)."""
    random = np.random.default_rng(SEED)
    steps: dict[tuple[int, int], npt.NDArray[np.float64]] = {}
    rows = np.zeros((len(paths), WIDTH), dtype=np.float32)
    for row, path in enumerate(paths):
        for depth in range(1, DEPTH + 1):
            step = (depth, path & ((1 << depth) - 1))
            if step not in steps:
                steps[step] = random.normal(size=WIDTH)
            rows[row] += steps[step]
            if path >> depth == 0:
                break
    return rows * np.float32((DEPTH * WIDTH) ** -0.5)


if __name__ == "__main__":
    typer.run(main)

"""The pipeline's network at reading: the same sums as thinc's, in less time.

What a word is by itself is worked out once and kept; the layers that look at its neighbours go over
blocks of rows that stay in the processor's cache. Only a network of the shape of the shipped one is
taken over (`spacy.Tok2Vec.v2` of a `MultiHashEmbed` and a `MaxoutWindowEncoder` of window 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy
from numpy.typing import NDArray
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

Floats = NDArray[numpy.float32]

_BLOCK = 240
_WORDS_KEPT = 30_000
_EPSILON = 1e-8
_ENCODING = ["expand_window", "maxout", "layernorm", "dropout"]


class _Layer(NamedTuple):
    """A maxout with its normalisation: ``weights`` are of inputs by pieces by outputs."""

    weights: NDArray[Any]
    bias: NDArray[Any]
    scale: Floats
    shift: Floats
    pieces: int

    def of(self, inputs: NDArray[Any]) -> NDArray[Any]:
        width = len(self.scale)
        summed = inputs @ self.weights
        summed += self.bias
        best: NDArray[Any] = summed[:, :width]
        for piece in range(1, self.pieces):
            best = numpy.maximum(best, summed[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        variance = numpy.einsum("ij,ij->i", best, best) / width + _EPSILON
        best *= (variance**-0.5)[:, None]
        best *= self.scale
        best += self.shift
        return best


def quicken(nlp: Language) -> Language:
    """Let a loaded pipeline read in this way, where its network has the shape; give it back."""
    from thinc.api import Model

    if "tok2vec" not in nlp.pipe_names:
        return nlp
    pipe: Any = nlp.get_pipe("tok2vec")
    network = _Network.of(pipe.model, nlp)
    if network is not None:

        def forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> Any:
            return network.rows(docs), _no_training

        pipe.model = Model("tok2vec", forward, dims={"nO": network.width})
    return nlp


def _no_training(_: object) -> Any:
    raise RuntimeError("a pipeline that reads quickly is not trained")


class _Network:
    """Word rows kept by spelling and norm, and the layers over them."""

    def __init__(self, nlp: Language, embed: Any, encoder: Any) -> None:
        self._vocab = nlp.vocab
        self._hashes, vectors = embed.layers[0].layers
        self._mixer = _wide(_maxout(embed.layers[1].layers[0]))
        projected = nlp.vocab.vectors.data.astype("f8") @ vectors.get_param("W").T.astype("f8")
        self._vectors = numpy.vstack([projected, numpy.zeros((1, len(projected[0])))])
        self._layers = [_maxout(each.layers[0]) for each in encoder.layers[0].layers]
        self._pad: int = encoder.attrs["pad"]
        self.width: int = encoder.get_dim("nO")
        self._kept: dict[tuple[int, int], int] = {}
        self._words = numpy.empty((_WORDS_KEPT, self.width), dtype="float32")

    @classmethod
    def of(cls, model: Model[Any, Any], nlp: Language) -> _Network | None:
        """Take a network over, where it has the shape."""
        try:
            embed, encoder = model.layers
            mixer, windows = embed.layers[1].layers[0], encoder.layers[0].layers
            known = _names(mixer) == _ENCODING[1:] and _of_one_word(embed.layers[0], nlp)
            for one in windows:
                known = known and one.name.startswith("residual(")
                known = known and _names(one.layers[0]) == _ENCODING
                known = known and _window(one.layers[0]) == 1
        except (ValueError, IndexError, KeyError):
            return None
        return cls(nlp, embed, encoder) if known and encoder.attrs["pad"] == len(windows) else None

    def rows(self, docs: Sequence[Doc]) -> list[Floats]:
        """One row for each word of each text."""
        found = self._of_words(docs)
        pad, lengths = self._pad, [len(doc) for doc in docs]
        # A row of zeros before the first and after the last is what stands at the edges.
        flat = numpy.zeros((sum(lengths) + pad * (len(docs) + 1) + 2, self.width), dtype="float32")
        starts, at, read = [], 1 + pad, 0
        for length in lengths:
            flat[at : at + length] = found[read : read + length]
            starts.append(at)
            at, read = at + length + pad, read + length
        for layer in self._layers:
            flat = _encoded(flat, layer)
        return [flat[s : s + length] for s, length in zip(starts, lengths, strict=True)]

    def _of_words(self, docs: Sequence[Doc]) -> Floats:
        keys: list[tuple[int, int]] = []
        for doc in docs:
            keys += zip(*doc.to_array(["ORTH", "NORM"]).T.tolist(), strict=True)
        kept = self._kept
        missing = list(dict.fromkeys(filterfalse(kept.__contains__, keys)))
        if len(kept) + len(missing) > _WORDS_KEPT:
            kept.clear()
            missing = list(dict.fromkeys(keys))
        if len(missing) > _WORDS_KEPT:
            return self._worked_out(keys)
        if missing:
            rows = range(len(kept), len(kept) + len(missing))
            self._words[rows.start : rows.stop] = self._worked_out(missing)
            kept.update(zip(missing, rows, strict=True))
        return self._words[list(map(kept.__getitem__, keys))]

    def _worked_out(self, keys: Sequence[tuple[int, int]]) -> Floats:
        """The rows of words out of any text.

        In double precision, so that a word's row does not hang on those worked out beside it.
        """
        doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _ in keys])
        norms: Any = numpy.array([[norm] for _, norm in keys], dtype="uint64")
        doc.from_array(["NORM"], norms)
        found = self._vocab.vectors.find(keys=numpy.array([orth for orth, _ in keys], "uint64"))
        # What has no vector is numbered -1: the last row, of zeros.
        features = numpy.hstack([self._hashes.predict([doc]).dataXd, self._vectors[found]])
        rows: Floats = self._mixer.of(features).astype("float32")
        return rows


def _encoded(flat: Floats, layer: _Layer) -> Floats:
    """Add to each row what a layer makes of it and its two neighbours."""
    width = flat.shape[1]
    windows = numpy.lib.stride_tricks.as_strided(
        flat, (len(flat) - 2, 3 * width), flat.strides, writeable=False
    )
    result = numpy.empty_like(flat)
    result[0] = result[-1] = 0.0
    for first in range(0, len(windows), _BLOCK):
        block = numpy.ascontiguousarray(windows[first : first + _BLOCK])
        last = first + len(block)
        numpy.add(layer.of(block), flat[first + 1 : last + 1], out=result[first + 1 : last + 1])
    return result


def _maxout(chain: Any) -> _Layer:
    """The weights of a chain in which a maxout stands before its normalisation."""
    parts = {layer.name: layer for layer in chain.walk()}
    weights, norm = parts["maxout"].get_param("W"), parts["layernorm"]
    outputs, pieces, inputs = weights.shape
    return _Layer(
        numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs)),
        parts["maxout"].get_param("b").T.reshape(-1),
        norm.get_param("G"), norm.get_param("b"), pieces,
    )  # fmt: skip


def _wide(layer: _Layer) -> _Layer:
    return layer._replace(weights=layer.weights.astype("f8"), bias=layer.bias.astype("f8"))


def _of_one_word(features: Any, nlp: Language) -> bool:
    """Whether features are hashes of a word, and its vector from a table."""
    hashes, vectors = features.layers
    table = nlp.vocab.vectors
    return (
        hashes.name.startswith("extract_features>>")
        and vectors.name == "static_vectors"
        and table.mode == "default"
        and table.attr == nlp.vocab.strings["ORTH"]
        and len(table.data) > 0
    )


def _names(chain: Any) -> list[str]:
    return [layer.name for layer in chain.walk(order="dfs_pre") if not layer.layers]


def _window(chain: Any) -> int:
    return next(int(x.attrs["window_size"]) for x in chain.walk() if x.name == "expand_window")

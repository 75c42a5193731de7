"""What linking keeps of a page's text: hashes of its runs of words, of its gist and of its marks.

A sketch is made once, when a page is kept, so that linking needs no text. Hashes are fixed: the
same text has the same sketch on any machine, in any year.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b85decode, b85encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from zlib import crc32

from communique.linking.words import folded

Hashes = Sequence[int]

_RUN = 5
_STEM = 5
_SHORTEST_CONTENT = 4
# Of very long texts the smallest hashes stand for all.
_MOST = 4096
_MOST_MARKS = 96
_BITS = 0xFFFFFFFF
_FOUR_BYTES = "I"
_MARK = re.compile(r"(?P<begin>(?:^|[.!?:\n\"“”‘]\s*))?(?P<word>[^\W\d_][\w'’-]+|\d[\d.,]*\d)")
_YEAR = re.compile(r"(19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Sketch:
    """Sorted hashes of a text.

    ``runs`` are of every five words in a row; ``gist`` of its content words cut to their stems, and
    ``marks`` of its names and figures: both outlive a translation there and back.
    """

    runs: Hashes = ()
    gist: Hashes = ()
    marks: Hashes = ()

    def packed(self) -> dict[str, str]:
        """Return the sketch in a form that JSON can hold."""
        return {f.name: b85encode(_bytes(getattr(self, f.name))).decode() for f in fields(self)}

    @classmethod
    def unpacked(cls, form: Mapping[str, str]) -> Sketch:
        """Return the sketch that was packed."""
        return cls(**{f.name: _hashes(b85decode(form[f.name])) for f in fields(cls)})


def text_sketch(text: str) -> Sketch:
    """Return the sketch of a text."""
    words = folded.__wrapped__(text)
    runs = (" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))
    return Sketch(
        _smallest(runs, _MOST),
        _smallest(_gist(words), _MOST),
        _smallest(_marks(text), _MOST_MARKS),
    )


def hash_of(word: str) -> int:
    """Return the hash of a folded word, as sketches hold it."""
    # crc32 alone keeps much of the order of similar words; multiplying spreads it.
    return crc32(word.encode()) * 0x9E3779B1 & _BITS


def _gist(words: Sequence[str]) -> Iterable[str]:
    return (w[:_STEM] for w in words if len(w) >= _SHORTEST_CONTENT or w.isdigit())


def _marks(text: str) -> Iterable[str]:
    """Yield names (words with a capital that no sentence's beginning explains) and figures."""
    for found in _MARK.finditer(text):
        word = found["word"]
        if word[0].isdigit():
            figure = word.rstrip(".,").replace(",", "")
            if not _YEAR.match(figure):
                yield figure
        elif word[0].isupper() and found["begin"] is None:
            yield from (part for part in folded(word) if len(part) > 2)


def _smallest(words: Iterable[str], most: int) -> Hashes:
    return array(_FOUR_BYTES, sorted({hash_of(word) for word in words if word})[:most])


def _bytes(hashes: Hashes) -> bytes:
    return _little(array(_FOUR_BYTES, hashes)).tobytes()


def _hashes(data: bytes) -> Hashes:
    return _little(array(_FOUR_BYTES, data))


def _little(hashes: array[int]) -> array[int]:
    """Return the hashes with their bytes in the order in which they are kept."""
    if sys.byteorder == "big":
        hashes = hashes[:]
        hashes.byteswap()
    return hashes

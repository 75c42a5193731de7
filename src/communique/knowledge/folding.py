"""One way to make two spellings of the same name compare equal.

Folding drops what outlets vary in: capitals, accents, apostrophes, hyphens, the dots of
initialisms. "Viet-Nam", "VIET NAM" and "Việt Nam" fold to ``viet nam``, "U.S." to ``us``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
     "ħ": "h", "ŋ": "n", "ə": "a", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k"}
)  # fmt: skip

# Letters that romanizations write in several ways, and one way for all.
_HEARD = (
    ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("dj", "j"), ("kh", "h"), ("gh", "g"), ("ch", "c"),
    ("sh", "s"), ("zh", "z"), ("ph", "f"), ("th", "t"), ("ee", "i"), ("oo", "u"), ("ou", "u"),
    ("ey", "i"), ("iy", "i"), ("ai", "e"), ("ay", "e"), ("ei", "e"), ("ts", "c"), ("cz", "c"),
    ("x", "ks"), ("q", "k"), ("ck", "k"), ("y", "i"), ("w", "v"), ("j", "i"), ("o", "u"),
    ("e", "i"),
)  # fmt: skip

_PUNCTUATION = str.maketrans({chr(c): " " for c in range(128) if not chr(c).isalnum()})

_LETTER = r"[^\W\d_ʻʼʽʾʿˈ]"
_WORD = re.compile(
    rf"(?:{_LETTER}\.)+{_LETTER}(?![^\W_])\.?"  # U.S., U.S.A, P.R.
    r"|(?:[^\W_ʻʼʽʾʿˈ][\u0300-\u036f]*)+\+?"  # words, numbers, OPEC+
)


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return one word without capitals, accents and dots."""
    if word.isascii():
        return word.casefold().replace(".", "")
    apart = unicodedata.normalize("NFKD", word.casefold().replace(".", ""))
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return start and end offsets of the words of ``text``, as folding sees words.

    Apostrophes, hyphens and other punctuation part words; the dots of an initialism and a
    closing plus sign ("OPEC+") belong to it.
    """
    return [match.span() for match in _WORD.finditer(text)]


def fold(text: str) -> str:
    """Return the folded words of ``text`` with one space between them."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)
    if text.isascii() and "." not in text and "+" not in text:
        return " ".join(text.casefold().translate(_PUNCTUATION).split())
    return " ".join(fold_word(word) for word in _WORD.findall(text))


def heard(word: str) -> str:
    """Return one way of writing a folded name, however its romanization writes it: "rahim" for
    "raheem" and "rahim", and much the same for "kostanyan" and "kostanian"."""
    for written, one_way in _HEARD:
        word = word.replace(written, one_way)
    once = (letter for at, letter in enumerate(word) if not at or word[at - 1] != letter)
    return "".join(once).rstrip("h")

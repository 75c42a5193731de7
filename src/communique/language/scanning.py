"""Words of a sentence with their offsets, as the finders of names and offices see them.

Finer than the parser's tokens where names need it: "Vietnam-Russia" is three words, "S." one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"""(?:[A-Z]\.){2,}(?!\w)            # U.S., U.A.E.
      | (?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Lt|Col|Maj|Adm|Sen|Rep|Gov|Amb|Rev|Eng|Jr|Sr|St|Smt)\.(?=\s*\S)
      | [A-Z]\.(?=\s?[A-Z])              # an initial
      | [A-Z][a-z]\.(?=[A-Z][a-z])       # one of two letters, as Mongolian names have: Kh.Battulga
      | ['’][sS](?!\w)                   # a possessive
      | [^\W_]+(?:['’ʻ`](?![sS](?!\w))[^\W_]+)*   # a word, with inner apostrophes
      | [^\w\s] | _
    """,
    re.VERBOSE,
)


# What stands between a dateline and its report.
_DATELINE_ENDS = frozenset({":", "–", "—", "-"})
# Finite verbs by which a sentence goes on behind its subject, beside those in "-ed".
_VERBS = frozenset(
    "has have had is was will would said says met told held paid left sent spoke began flew led "
    "took gave made".split()
)
# Words of a short form with the brackets around it.
_BRACKETED = 3


class Word(NamedTuple):
    """A word: its text, offsets into the document, and small-letter form.

    ``capital`` and ``alphabetic`` say whether it begins with a capital letter, or with a letter.
    """

    text: str
    start: int
    end: int
    lower: str
    capital: bool
    alphabetic: bool


_new = tuple.__new__  # a word is made some 5,000 times a page, by name in twice the time


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether most longer words begin with a capital, as in many headlines."""
    longer = [word for word in words if len(word.text) > 3 and word.alphabetic]
    capital = sum(word.capital for word in longer)
    ends = bool(words) and words[-1].text == "."
    return len(longer) >= 3 and not ends and capital / len(longer) > 0.7


def opens_sentence(words: Sequence[Word], at: int) -> bool:
    """Whether the phrase at ``at`` opens its sentence, an article or a dateline before it."""
    at -= int(at > 0 and words[at - 1].lower == "the")
    return at == 0 or words[at - 1].text in _DATELINE_ENDS


def tells(words: Sequence[Word], at: int) -> bool:
    """Whether the word at ``at`` is a finite verb, of which what stands before is the subject."""
    lower = words[at].lower if at < len(words) and not words[at].capital else ""
    return lower in _VERBS or (lower.endswith("ed") and len(lower) > len("ed") + 1)


def past_letters(words: Sequence[Word], at: int) -> int:
    """Where a short form in brackets at ``at`` ends ("(OTS)"), ``at`` itself without one."""
    inside = words[at : at + 3]
    short = len(inside) == _BRACKETED and inside[0].text == "(" and inside[2].text == ")"
    return at + _BRACKETED if short and inside[1].text[1:].isupper() else at


def descents(words: Sequence[Word]) -> set[int]:
    """The words that tell of a Malay ruler's forebears: "ibni Al-Marhum Sultan X"."""
    found: set[int] = set()
    for i, word in enumerate(words):
        at = i
        while word.lower == "ibni" and at < len(words):
            if not (words[at].capital or at == i or words[at].text in "'‘’-"):
                break
            found.add(at)
            at += 1
    return found


def past_gloss(words: Sequence[Word], at: int) -> int:
    """ "The Speaker of the Riigikogu (Parliament), X": what a word means, before a name."""
    inside = words[at : at + 4]
    marks = [inside[i].text for i in (0, 2, 3)] if len(inside) == 4 else []
    return at + 3 if marks == ["(", ")", ","] and inside[1].capital else at


def before_letters(words: Sequence[Word], at: int) -> int:
    """Where a short form in brackets that ends at ``at`` begins, ``at`` itself without one."""
    first = max(0, at - _BRACKETED)
    return first if past_letters(words, first) == at else at


@lru_cache(maxsize=1 << 10)  # several finders ask for the words of one sentence
def words_of(text: str, offset: int = 0) -> tuple[Word, ...]:
    """Split ``text`` into words; ``offset`` is added to every start and end."""
    made = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        word = text[start:end]
        made.append(_new(Word, (word, start + offset, end + offset, *_alone(word))))
    return tuple(made)


@lru_cache(maxsize=1 << 14)
def _alone(word: str) -> tuple[str, bool, bool]:
    """What a word is wherever it stands: its small letters, a capital first, a letter first."""
    return word.lower().replace("’", "'"), word[0].isupper(), word[0].isalpha()

"""Pages in which nothing can be an engagement, told before they are read: a cascade of stages.

From the bytes of a page with tags: what it shows is in another language, or has nowhere a word for
an engagement near words for parties. From an article's text: the same, without what stood around
it. From what the page names: no such word stands near two sides. Each stage looks only for what
reading needs, so that what it passes over reads as empty; how often that fails is measured in
``benchmarks`` and held by a test.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from communique.language.analysis import name
from communique.model import Document
from communique.pages.marks import function_words
from communique.triage.named_sides import may_engage
from communique.triage.passages import may_tell
from communique.triage.visible import shown
from communique.triage.words import Meanings

_WORD = re.compile(r"[^\W\d_]+")
# A page's language is told by its small words: in so many pieces spread over it, of so many
# letters each, when there are enough words in them.
_PIECES = 20
_LETTERS = 300
_ENOUGH = 40
_SHARE = 0.1

ELSEWHERE = "not in a language that is read"
NOTHING = "nothing in it can be an engagement"


class Triage:
    """Tells pages that hold no engagement, each in a hundredth of the time of reading it."""

    def __init__(self, language: str = "en") -> None:
        """``language`` is that of the pages to be kept; there have to be frames for it.

        Its words are looked up when the first page comes.
        """
        self._language = language

    @cached_property
    def _meanings(self) -> Meanings:
        return Meanings(self._language)

    @cached_property
    def _small(self) -> frozenset[str]:
        return function_words(self._language)

    def of_bytes(self, raw: bytes) -> str | None:
        """Why a page with tags is passed over, None where it has to be looked at further."""
        if b"\x00" in raw[:1024]:
            return None  # of two bytes a letter
        text = "\n".join(shown(raw))
        words = _WORD.findall(_sample(text))
        if len(words) < _ENOUGH:
            return None  # its text may stand where only an extractor finds it
        if sum(word.lower() in self._small for word in words) < _SHARE * len(words):
            return ELSEWHERE
        return self.of_text(text)

    def of_text(self, text: str) -> str | None:
        """Why an article is passed over, None where it has to be read."""
        return None if may_tell(text, self._meanings) else NOTHING

    def of_document(self, document: Document) -> str | None:
        """Why a page is passed over once its names are found, None where it has to be read."""
        if document.language not in (None, self._language):
            return None
        try:
            return None if may_engage(name(document), self._meanings) else NOTHING
        except Exception:  # one page's trouble is not to end a run: reading it tells of that
            return None


def _sample(text: str) -> str:
    if len(text) <= _PIECES * _LETTERS:
        return text
    step = len(text) // _PIECES
    return " ".join(text[at : at + _LETTERS] for at in range(0, len(text), step))


@cache
def load_triage(language: str = "en") -> Triage:
    """Return the triage of a language, made once."""
    return Triage(language)

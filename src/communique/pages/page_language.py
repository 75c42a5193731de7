"""Which language a page is in: its own small words, its tag, and a classifier, in this order."""

from __future__ import annotations

import re

from communique.pages import marks

_WORD = re.compile(r"[^\W\d_]+")
_SURE_SHARE = 0.28
_LIKELY_SHARE = 0.2
# Full of names, as lists are, an English text still has this share of small words; what the
# classifier calls such a text (Nigerian Pidgin, Bikol) is a guess.
_SHORT_SHARE = 0.06
_ENOUGH_WORDS = 12
_ENOUGH_LETTERS = 40
_SAMPLE = 4000


def language_of(text: str, hint: str | None = None) -> str | None:
    """The BCP 47 primary tag of a text's language, None where too little stands there.

    ``hint`` is the language that the page declares. A text full of English small words is
    English without asking further, which spares most pages the classifier.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    small = marks.function_words("en")
    share = sum(word in small for word in words) / len(words) if words else 0.0
    declared = (hint or "").replace("_", "-").split("-")[0].casefold() or None
    if len(words) < _ENOUGH_WORDS and (share > 0 or sum(map(len, words)) < _ENOUGH_LETTERS):
        strange = _strange(text)
        if strange and strange >= share * len(words) and declared in (None, "en"):
            return classified(text)
        return declared or ("en" if share > 0 else None)
    if share >= _SURE_SHARE:
        return "en"
    found = classified(text[:_SAMPLE])
    rare = len(found) > len("en")  # languages of three letters are those with few texts
    likely = share >= _LIKELY_SHARE or (share >= _SHORT_SHARE and rare)
    return "en" if likely and declared in (None, "en") else found


def _strange(text: str) -> int:
    """How many words are none of English: another language's small words, or with its letters."""
    words = _WORD.findall(text)
    small = marks.function_words("other")
    return sum(word in small or (word.islower() and not word.isascii()) for word in words)


def classified(text: str) -> str:
    """The language that the classifier gives a text, by its ISO 639-1 tag."""
    import py3langid

    label, _ = py3langid.classify(text)
    return str(label)

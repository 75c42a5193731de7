"""Fixed phrases and the plain words that mean the same, by language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Idioms:
    """One language's idioms: a pattern of small letters that finds them, and their plain words."""

    pattern: re.Pattern[str]
    plain: dict[str, str]

    def find(self, text: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """Where idioms begin and end in ``text[first:last]``, and the plain words of each.

        Small letters are looked through: a pattern for any letters takes four times as long.
        """
        small = text.lower()
        if len(small) != len(text):  # "İ" has two small letters
            small = "".join(letter.lower()[:1] for letter in text)
        for found in self.pattern.finditer(small, first, last):
            yield found.start(), found.end(), self.plain[found.group()]


@cache
def load_idioms(language: str = "en") -> Idioms:
    """Read ``idioms/<language>.toml``; every inflected form is a phrase of its own."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    plain: dict[str, str] = {}
    alternatives: list[str] = []
    for row in data["idiom"]:
        follow = "|".join(re.escape(word) for word in row.get("before", ()))
        ahead = rf"(?=[\"\u201d\u2019']?\s?(?:{follow})(?!\w))" if follow else r"(?!\w)"
        for phrase in row["says"]:
            for said, meant in _forms(phrase, row["means"], data["verbs"]):
                plain[said] = meant
                alternatives.append(re.escape(said) + ahead)
    alternatives.sort(key=len, reverse=True)
    # ", among other things," is parted from no word before it
    set_off = [form for form in alternatives if form.startswith(",")]
    words = [form for form in alternatives if not form.startswith(",")]
    pattern = rf"(?<!\w)(?:{'|'.join(words)})|{'|'.join(set_off) or '(?!)'}"
    return Idioms(re.compile(pattern), plain)


def _forms(phrase: str, means: str, verbs: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The inflected forms of a phrase, each with those of what it means."""
    first, _, rest = phrase.partition(" ")
    plain, _, tail = means.partition(" ")
    if first not in verbs or plain not in verbs:
        yield phrase, means
        return
    for said, meant in dict(zip(verbs[first], verbs[plain], strict=True)).items():
        yield f"{said} {rest}".strip(), f"{meant} {tail}".strip()

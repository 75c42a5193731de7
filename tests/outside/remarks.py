"""A row's remark as sentences, and what its own words say: kinds of contact and names of partners.

The rules are written for this scorer alone and share nothing with the project's reading, so that
the two can be held against each other. Their words lie in ``remarks.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_RULES = tomllib.loads(Path(__file__).with_name("remarks.toml").read_text("utf-8"))
_BREAK = re.compile(
    r"(?<=[a-z)’'I0-9])(?<!Gen)(?<!Gov)(?<!St)(?<!Mrs)(?<!Lt)[.;]\s+(?=[A-Z]|(?:also|met|discussed|addressed|attended)\b)"
)
_BRACKETS = re.compile(r"\[[^]]*\]|\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a remark says: the kinds of each telling clause (any of a set will do), the names of
    whom the traveller met, and all titled names in it."""

    kinds: tuple[frozenset[str], ...]
    met: tuple[str, ...]
    named: tuple[str, ...]


def clauses(remark: str) -> list[str]:
    """The clauses of a remark, without brackets and the table's own bookkeeping."""
    plain = " ".join(_BRACKETS.sub(" ", remark).replace(" ,", ",").split()).rstrip(". ")
    left_out = tuple(_RULES["verbs"]["left_out"])
    parts = [part.strip(" .;") for part in _BREAK.split(plain)]
    return [part for part in parts if part and not part.lower().startswith(left_out)]


def predicate(clause: str) -> str | None:
    """The clause as the predicate of a sentence, None where no careful writer could tell one.

    "Met with ..." -> "met with ..."; "State visit" -> "paid a state visit to".
    """
    small = clause[0].lower() + clause[1:]
    words = small.split()
    first = words[1] if words[0] == "also" and len(words) > 1 else words[0]
    if first == "attended" and words[words.index(first) + 1] not in _RULES["verbs"]["determiners"]:
        return small.replace("attended ", "attended the ", 1)
    if first.endswith("ed") or first in _RULES["verbs"]["irregular"]:
        return small
    for pattern, wording in _RULES["nominal"].items():
        if re.fullmatch(pattern, clause, re.IGNORECASE):
            opening = small if first in _RULES["openings"]["small"] else clause
            article = "an" if small[0] in "aeiou" else "a"
            return str(wording.format(article=article, opening=opening))
    return None


def told(remark: str) -> Told:
    """What the remark's own words say of kinds and persons."""
    kinds: list[frozenset[str]] = []
    met: list[str] = []
    named: list[str] = []
    for clause in clauses(remark):
        if predicate(clause) is None:
            continue
        found = _kinds_of(clause)
        names = names_in(clause)
        named += names
        if found:
            kinds.append(found)
            met += names_in(_turn().split(clause)[0]) if "meeting" in found else []
    return Told(tuple(kinds), tuple(dict.fromkeys(met)), tuple(dict.fromkeys(named)))


def names_in(clause: str) -> list[str]:
    """The names that follow a title, lists after a plural title among them."""
    found = []
    for match in _named().finditer(clause):
        found += [match["one"]] if match["one"] else re.split(r",? and |, ", match["many"])
    return found


def states_meant(remark: str) -> frozenset[str]:
    """The states that a remark means by a body or a dignity and does not name."""
    return frozenset(code for word, code in _RULES["stands_for"].items() if word in remark)


def _kinds_of(clause: str) -> frozenset[str]:
    for rule in _RULES["kind"]:
        if re.search(rule["pattern"], clause, re.IGNORECASE):
            return frozenset(rule["kinds"].split())
    return frozenset()


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(rf"\band (?:{'|'.join(_RULES['names']['turns'])})\b")


@cache
def _named() -> re.Pattern[str]:
    titles = sorted(_RULES["names"]["titles"], key=len, reverse=True)
    words = "|".join(re.escape(title) for title in titles)
    particles = "|".join(_RULES["names"]["particles"])
    stops = "|".join(_RULES["names"]["no_names"])
    one = rf"(?!(?:{words}|{stops})s?\b)(?:(?:{particles})\s+)*[A-Z][\w’'-]*\.?"
    name = rf"{one}(?:\s+{one})*"
    more = rf"(?:(?:,\s+(?:and\s+)?|\s+and\s+){name}(?=,|\s+and\b|;|$|\.))*"
    return re.compile(
        rf"\b(?:(?:{words})\s+)+(?P<one>{name})|\b(?:{words})s\s+(?P<many>{name}{more})"
    )

"""Phrase templates of the data files turned into regular expressions.

``{slot}`` is filled by a word of that slot, ``[so]`` may be left out, ``(a|b)`` is a choice, a
space is any short gap within a paragraph, a backslash takes the next character as it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_GAP = r"(?:[^\S\n]{1,4}|\n)"
_LITERAL = re.compile(r"\w+")
_UNSPACED = "\u2e80"  # from here on, scripts that write words without spaces

SlotPattern = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template as a pattern, with the tokens it can begin with.

    ``firsts`` holds lower-case words and ``{slot}`` names; ``slots`` maps the pattern's group
    names to slot names.
    """

    pattern: str
    firsts: frozenset[str]
    slots: dict[str, str]


class TemplateError(ValueError):
    """A template of a data file that cannot be read; the message quotes it."""


class _Reader:
    """Reads one template from left to right."""

    def __init__(self, template: str, slot_pattern: SlotPattern) -> None:
        self.template = template
        self.at = 0
        self.slot_pattern = slot_pattern
        self.slots: dict[str, str] = {}

    def choice(self, closing: str) -> tuple[str, set[str], bool]:
        """Read alternatives up to ``closing``; give pattern, first tokens, may-be-empty."""
        branches, firsts, empty = [], set[str](), False
        while True:
            pattern, branch_firsts, branch_empty = self.sequence("|" + closing)
            branches.append(pattern)
            firsts |= branch_firsts
            empty = empty or branch_empty
            if self.at >= len(self.template):
                break
            self.at += 1
            if self.template[self.at - 1] != "|":
                return "(?:" + "|".join(branches) + ")", firsts, empty
        if closing:
            raise TemplateError(f"unclosed bracket in template {self.template!r}")
        return "(?:" + "|".join(branches) + ")", firsts, empty

    def sequence(self, stops: str) -> tuple[str, set[str], bool]:
        """Read items up to one of ``stops``, which is left unread."""
        parts, firsts, empty = [], set[str](), True
        while self.at < len(self.template) and self.template[self.at] not in stops:
            pattern, item_firsts, item_empty = self.item()
            parts.append(pattern)
            if empty:
                firsts |= item_firsts
                empty = item_empty
        return "".join(parts), firsts, empty

    def item(self) -> tuple[str, set[str], bool]:
        """Read one bracket, slot, word, gap or sign."""
        sign = self.template[self.at]
        if sign in "[(":
            self.at += 1
            pattern, firsts, empty = self.choice("]" if sign == "[" else ")")
            return (pattern + "?", firsts, True) if sign == "[" else (pattern, firsts, empty)
        if sign == "{":
            return self.slot()
        word = _LITERAL.match(self.template, self.at)
        if word is not None:
            self.at = word.end()
            ends = r"(?!\w)" if word[0][-1] < _UNSPACED else ""
            return f"(?i:{re.escape(word[0])}){ends}", {word[0].lower()}, False
        self.at += 2 if sign == "\\" else 1
        if sign == " ":
            return _GAP, set(), True
        return re.escape(self.template[self.at - 1]), set(), True

    def slot(self) -> tuple[str, set[str], bool]:
        """Read a ``{slot}``; the second of one name is the group ``name2``."""
        close = self.template.find("}", self.at)
        if close < 0:
            raise TemplateError(f"unclosed slot in template {self.template!r}")
        name = self.template[self.at + 1 : close]
        self.at = close + 1
        group, number = name, 1
        while group in self.slots:
            number += 1
            group = f"{name}{number}"
        self.slots[group] = name
        return f"(?P<{group}>{self.slot_pattern(name)})", {"{" + name + "}"}, False


def compile_template(template: str, slot_pattern: SlotPattern) -> Compiled:
    """Turn a template into a pattern.

    ``slot_pattern`` gives the expression of a slot's words and raises KeyError for an unknown
    one. Raises TemplateError for a template that is not well formed.
    """
    reader = _Reader(template, slot_pattern)
    try:
        pattern, firsts, empty = reader.choice("")
    except KeyError as unknown:
        raise TemplateError(f"unknown slot {unknown} in template {template!r}") from unknown
    if empty or not firsts:
        raise TemplateError(f"template {template!r} says nothing")
    return Compiled(pattern, frozenset(firsts), reader.slots)

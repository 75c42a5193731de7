"""A page's text cut into blocks (paragraphs, headlines, menu lines), each with how it looks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from communique.pages import marks
from communique.pages.characters import part_glued_sentences
from communique.pages.parting import is_clocked, parted
from communique.pages.wrapping import is_wrapped, wrap_width

_BULLET = re.compile(
    r"^\s*(?:[•◦▪▫■□●○‣⁃∙·►▶▸➤➢→»✓✔]|\*+|[-–—](?=\s+\S)|\(?\d{1,2}[.)](?=\s+\D)|\d{1,2}$|"
    r"\(?[a-z]\)(?=\s)|[ivx]{1,4}[.)](?=\s))\s*"
)
_NUMBERED = re.compile(r"\s*\d{1,2}\.\s+(?P<word>[^\W\d_]+)")
_IMAGE_MARK = re.compile(r"!\[[^\]]*\]\([^)\s]*\)")
_LINK_MARK = re.compile(r"\[([^\]]+)\]\((?:https?:/|/|#|mailto:)[^)\s]*\)")
_HEADING_MARK = re.compile(r"^#{1,6}\s+(?=\w)")
_EMPHASIS_MARK = re.compile(r"(\*\*\*|\*\*|__|(?<!\w)[*_](?=\w))(.+?)\1(?!\w)")
_INNER_END = re.compile(r"[^\W\d_]{3}[.?!][”’\")]?\s+[“\"]?[^\W\d_a-z]")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_CLOSERS = "\"'”’»)]}*_ "
_TERMINALS = ".?!。！？؟…۔।"
# A sign-off is looked for in so many letters: one in a text of brackets could begin at each.
_SIGN_OFF_LETTERS = 160
_SIGN_OFF = re.compile(
    r"\s*(?:[-–—/(\[]+\s*[A-Z][\w.’' /-]{1,30}[)\]/]*|\([^()]{2,40}\))\s*[.]?\s*$"
)
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")


@dataclass(frozen=True)
class Block:
    """One paragraph or line of a page.

    ``text`` holds no line break; ``index`` counts blocks of the page; ``gap`` is the number of
    blank lines before it; ``bullet`` says that a list mark stood before the text.
    """

    text: str
    index: int
    gap: int = 0
    bullet: bool = False
    raw: str = field(default="", compare=False)

    @cached_property
    def tokens(self) -> list[str]:
        """Its words."""
        return _WORD.findall(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.tokens)

    @cached_property
    def key(self) -> str:
        """Its letters and digits alone, folded: equal for blocks that repeat each other."""
        return _NOT_LETTERS.sub("", marks.folded(self.text))

    @cached_property
    def lower(self) -> str:
        """Its text in small letters, inner spaces single."""
        return self.text.casefold().replace("’", "'")

    @cached_property
    def function_share(self) -> float:
        """The share of its words that are small words such as "the" and "with"."""
        small = marks.function_words()
        if not self.tokens:
            return 0.0
        return sum(word.lower() in small for word in self.tokens) / len(self.tokens)

    @cached_property
    def capital_share(self) -> float:
        """The share of its longer words that open with a capital."""
        small = marks.function_words()
        long = [w for w in self.tokens if w[0].isalpha() and w.lower() not in small]
        return sum(w[0].isupper() for w in long) / len(long) if long else 0.0

    @cached_property
    def unsigned(self) -> str:
        """Its text without an end mark or an agency's initials after the last full stop."""
        bare, _ = cut_end_mark(self.text)
        tail = max(0, len(bare) - _SIGN_OFF_LETTERS)
        cut = bare[:tail] + _SIGN_OFF.sub("", bare[tail:])
        return cut if cut and cut.rstrip(_CLOSERS)[-1:] in _TERMINALS else bare

    @property
    def signature(self) -> str:
        """What stands after its last full stop ("ANI" in "... he said. (ANI)"), if anything."""
        bare, _ = cut_end_mark(self.text)
        return bare[len(self.unsigned) :].strip("-–—/()[]. ")

    @cached_property
    def terminal(self) -> bool:
        """Whether it ends as a sentence does."""
        last = self.unsigned.rstrip(_CLOSERS)[-1:]
        return bool(last) and last in _TERMINALS

    @property
    def truncated(self) -> bool:
        """Whether it breaks off in dots, as summaries do."""
        return self.text.rstrip(_CLOSERS).endswith(("...", "…"))

    @cached_property
    def unquoted(self) -> str:
        """Its small-letter text without what stands in quotation marks."""
        return _QUOTED.sub(" ", self.lower)

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: sentence end and small words, or simply long."""
        words, share = self.words, self.function_share
        if self.text.endswith(":") and words >= 3:
            return share >= 0.2
        if self.terminal:
            return (words >= 7 and share >= 0.12) or words >= 20
        if words < 22:
            return False
        flows = share >= 0.2 and self.capital_share < 0.8
        return flows or (share >= 0.1 and _INNER_END.search(self.text) is not None)

    @cached_property
    def sentence(self) -> bool:
        """Whether it may be a short sentence ("He left for Cairo.")."""
        plain = self.words >= 4 and self.capital_share < 0.8
        return self.terminal and self.words >= 3 and (self.function_share > 0 or plain)

    @property
    def heading(self) -> bool:
        """Whether it looks as a headline or a subheading does."""
        return not self.prose and 3 <= self.words <= 32 and len(self.text) <= 240

    @property
    def rule(self) -> bool:
        """Whether it is a mark without words ("|", "***")."""
        return not self.tokens


def cut_end_mark(text: str) -> tuple[str, str | None]:
    """Cut the mark that closes an article ("./.", "(END)") off a paragraph; give both."""
    lower = text.rstrip().casefold()
    tails, _ = marks.end_marks()
    for mark in tails:
        if lower.endswith(mark):
            rest = text.rstrip()[: -len(mark)].rstrip()
            words = mark.strip("()[]/").isalpha()
            if not rest or (words and rest[-1:] not in _TERMINALS + _CLOSERS):
                continue
            if mark == "//" and rest.endswith(":"):
                continue
            return (rest if rest[-1:] in _TERMINALS + _CLOSERS else rest + "."), mark
    return text, None


def blocks_of(text: str) -> list[Block]:
    """Cut regular text (see ``characters.regular``) into blocks, joining hard-wrapped lines."""
    found: list[Block] = []
    lines = text.split("\n")
    width, clocked = wrap_width(lines), is_clocked(lines)
    gap = 0
    for group in re.split(r"(\n\s*\n)", text.strip("\n")):
        if not group.strip():
            gap = max(1, group.count("\n") - 1)
            continue
        whole = _unwrapped(group.split("\n"), width)
        parts = (part for one in whole for part in parted(one, clocked=clocked))
        for number, line in enumerate(parts):
            found.append(_block(line, len(found), gap if number == 0 else 0))
    return found


def _block(line: str, index: int, gap: int) -> Block:
    line = _unmarked(line)
    mark = None if _opens_with_day(line) else _BULLET.match(line)
    body = line[mark.end() :] if mark else line
    if mark and not body:
        return Block(line, index, gap, False, line)
    return Block(part_glued_sentences(body), index, gap, mark is not None, line)


def _opens_with_day(line: str) -> bool:
    """ "22. September 2023": the number is no mark of a list."""
    day = _NUMBERED.match(line)
    return day is not None and day["word"].casefold() in marks.months()


def _unmarked(line: str) -> str:
    """Take off Markdown's marks and the label of a stored field."""
    if "](" in line:
        line = _IMAGE_MARK.sub("", line)
        line = _LINK_MARK.sub(r"\1", line)
    line = _EMPHASIS_MARK.sub(r"\2", _HEADING_MARK.sub("", line))
    if line.endswith("|") and len(line.split()) > 8:
        line = line.rstrip("| ")
    half = len(line) // 2
    if half > 20 and line[:half] == line[half + 1 :]:
        line = line[:half]
    label, colon, rest = line.partition(":")
    return rest.strip() if colon and rest and label.casefold() in marks.labels() else line


def _unwrapped(lines: list[str], page_width: int | None) -> list[str]:
    """Join the lines of a paragraph that was broken at a fixed width."""
    lines = [line for line in lines if line.strip()]
    width = wrap_width(lines) or page_width
    joined = lines[:1]
    for before, line in pairwise(lines):
        if not _BULLET.match(line) and is_wrapped(before, line, width):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined

"""What the parser sees of a sentence: every mention shrunk to one plain word.

Long titles and foreign names break parses; a careful reader skips over them as one unit. So a
person is parsed as a common given name, an office phrase as its bare head, a dated phrase as a
weekday, and the offsets of the real words are kept beside each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from communique.knowledge.idioms import load_idioms
from communique.knowledge.offices import load_office_words
from communique.knowledge.references import load_reference_words
from communique.knowledge.words import common_words
from communique.language.annotations import Mention, MentionKind
from communique.language.captions import positions
from communique.language.scanning import words_of

_PERSON = "John"
_STATE = "Russia"
_DEMONYM = "Russian"
_ORGANIZATION = "NATO"
_CITY = "London"
_DAY = "Monday"
# "A month later X flew to Y": no noun for the parser to hang the clause on.
_THEN, _COUNTED_ON = "then", (" later", " earlier", " afterwards")
# The form of a dated phrase that counts from what follows it: "two days after he met X".
COUNTED = "counted"
_SUBJECTS = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
# Names that a parser would part at a hyphen: "Timor-Leste".
_SPLIT = frozenset({*_PLACES, MentionKind.ORGANIZATION})
# What may stand before whom the verb acts on.
_JOINED = frozenset({" ", " the ", " his ", " her ", ", ", ", the ", ", his ", ", her "})
# "X on Tuesday met", "X was on Tuesday received": what stands before the day
_DAY_GAP = re.compile(r"( (?:was|were|is|has|had|will|would))?(?: on| late on| early on)? ")
_VERB_ON = re.compile(r"(?:[a-z]ed|met|hosted)(,? (?:(?:late |early |earlier )?on )?)$")
# "received in Baghdad X": a verb of receiving, then a place before whom it acts on
_VERB_IN = re.compile(r"(?:[a-z]ed|met)( in )$")
# "said the Kenyan President William Ruto": no article stands before the name put for it
_ARTICLE = re.compile(r"(?<![^\W_])([Tt]he )$")
_VISITING = re.compile(r"(?<![^\W_])((?:visiting|touring) )$", re.IGNORECASE)
_SHORT = len("visiting ")
# Adjectives behind their noun: "the Secretary General", "the chargé d'affaires".
_BEHIND = frozenset({"general", "d'affaires", "d’affaires"})
_OF_STATES = frozenset({" and ", " and the ", ", ", ", and "})
# The short form of a name, in brackets behind it.
_LETTERS = re.compile(r"(?<=\w) \((?:[A-Z][\w&/-]*[A-Z][\w&/-]*)\)")
_PARTED = re.compile(r"[\s\u2019'-]")
# A clause behind a day that opens the sentence without a comma.
_CLAUSE = re.compile(r" (?:the|a|an|his|her|their|its|he|she|they|[A-Z])")
# The comma that closes an apposition, where the sentence goes on behind it: "the Prime Minister of
# Y, X, and", "X, the Prime Minister of Y, was".
_CLOSING = re.compile(
    r",(?= (?:and|or|was|were|is|are|has|have|had|will|would|met|held|[a-z]+ed)\b)"
)
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence for the parser: its text, and page offsets for every one of its characters.

    ``mentions`` maps the offset of a placeholder in ``text`` to its mention. ``moved`` maps the
    page offset of a dated phrase left out between subject and verb ("X on Tuesday met Y") to the
    offset in ``text`` of the word that follows it.
    """

    text: str
    offsets: list[int]
    mentions: dict[int, Mention]
    moved: dict[int, int]


@cache
def _forms_of_address() -> tuple[re.Pattern[str], int]:
    """ "His Highness the" before an office: no word of the sentence's own. With how long the
    longest is."""
    forms = sorted((" ".join(words) for words in load_office_words().honorifics), key=len)
    long = "|".join(re.escape(form) for form in reversed(forms) if len(form) > 2)
    short = "|".join(form.upper() for form in forms if len(form) == 2)  # "HE", not the word "he"
    form = re.compile(rf"(?<![^\W_])((?i:the )?(?:(?i:{long})|{short}),? (?:the )?)$")
    return form, len(f"the {forms[-1]}, the ")


def _placeholder(mention: Mention) -> str | None:
    # "Port-au-Prince", "N'Djamena": one name, and to the parser several words
    single = not _PARTED.search(mention.text.strip())
    if mention.kind is MentionKind.PERSON:
        return _PERSON
    if mention.kind is MentionKind.OFFICE:
        head = mention.offices[0]
        words = head.head.replace("-", " ").split()
        word = words[0 if " of " in head.head or words[-1] in _BEHIND else -1]
        return word + "s" if head.plural else word
    if mention.kind is MentionKind.DATE:
        counted = mention.text.lower().endswith(_COUNTED_ON)
        return None if single else _THEN if counted else _DAY
    if single and not (mention.kind in _SPLIT and "-" in mention.text):
        return None
    if mention.kind is MentionKind.STATE:
        if mention.form in {"demonym", "person_noun"}:
            return _DEMONYM
        return _STATE
    if mention.kind is MentionKind.ORGANIZATION:
        return _ORGANIZATION
    if mention.kind is MentionKind.PLACE:
        return _CITY
    return words_of(mention.text)[-1].text


def skeleton_of(
    text: str, start: int, mentions: Sequence[Mention], *, title_case: bool
) -> Skeleton:
    """Shrink the mentions of the sentence ``text`` that begins at page offset ``start``.

    ``mentions`` must be in order and apart from each other. In a headline whose every word has a
    capital, common words outside mentions are written small, as the parser knows them.
    """
    made = _Builder(text, start, title_case)
    before: Mention | None = None
    left_out = False
    for n, mention in enumerate(mentions):
        after = mentions[n + 1] if n + 1 < len(mentions) else None
        cut = _adverbial(text, start, made.at, before, mentions[n : n + 3])
        if cut is None and left_out:
            cut = _goes_on(text, start, made.at, mention, after)
        left_out = cut is not None and mention.kind in _PLACES
        if cut is not None:
            made.leave_out(*cut)
            made.moved[mention.start] = len(made.offsets)
            before = None
            continue
        before = mention
        if mention.start - start < made.at:
            continue
        if mention.form == COUNTED and text[mention.end - start :][:1] == " ":
            # "on Tuesday, two days after he met X": the count says no more to the parser
            made.leave_out(mention.start - start, text.rindex(" ", 0, mention.end - start) + 1)
            made.moved[mention.start] = len(made.offsets)
            before = None
            continue
        holders = _holders(text, start, made.at, mentions[n:])
        if holders is not None:
            made.leave_out(*holders)
            continue
        owned = _owned_name(text, start, mention, after)
        if owned is not None:
            made.leave_out(mention.start - start, owned)
            continue
        made.place(mention)
    made.pass_over(len(text))
    return Skeleton("".join(made.parts), made.offsets, made.placed, made.moved)


class _Builder:
    """A skeleton in the making: ``at`` is how far ``text`` has been taken over."""

    def __init__(self, text: str, start: int, title_case: bool) -> None:
        self.text, self.start, self.title_case = text, start, title_case
        self.at = 0
        self.parts: list[str] = []
        self.offsets: list[int] = []
        self.placed: dict[int, Mention] = {}
        self.moved: dict[int, int] = {}

    def pass_over(self, end: int) -> None:
        """Take over the words up to ``end``, idioms as the plain words they mean."""
        gap, at = self.text[self.at : end], self.at
        for first, last, plain in load_idioms().find(self.text, at, end):
            self._words(at, first)
            self._instead(first, last, plain)
            at = last
        self._words(at, self.at + len(gap))
        self.at = end

    def leave_out(self, first: int, last: int) -> None:
        """Take over the words up to ``first`` and leave out those up to ``last``."""
        self.pass_over(first)
        self.at = last

    def place(self, mention: Mention) -> None:
        """Take over the words before ``mention`` and put its placeholder."""
        first, last = mention.start - self.start, mention.end - self.start
        cut = self._before_subject(first, mention) if mention.kind in _SUBJECTS else None
        if cut is not None:
            mention.visiting = cut.re is _VISITING
            self.pass_over(cut.start(1))
            self.at = first
        else:
            self.pass_over(first)
        word = _PERSON if self._opens_headline(mention) else _placeholder(mention)
        self.placed[len(self.offsets)] = mention
        shown = self.text[first:last] if word is None else word
        self.parts.append(shown)
        if word is None:
            self.offsets.extend(range(mention.start, mention.end))
        else:
            self.offsets.extend([mention.start] * len(shown))
        if mention.kind is MentionKind.DATE and first == 0 and _CLAUSE.match(self.text, last):
            self.parts.append(",")  # "A month later the President flew to Rome"
            self.offsets.append(mention.end - 1)
        pose = positions().match(self.text, last) if mention.kind in _SUBJECTS else None
        self.at = pose.end() if pose is not None else last
        apposed = mention.kind is MentionKind.PERSON and "," in self.text[first:last]
        closing = _CLOSING.match(self.text, self.at) if apposed else None
        if closing is not None:
            self.at = closing.end()

    def _before_subject(self, first: int, mention: Mention) -> re.Match[str] | None:
        """The words before a person or an office at ``first`` that the parser need not see."""
        if self.text[first - 1 : first] != " ":
            return None
        forms, longest = _forms_of_address()
        found = _VISITING.search(self.text, max(self.at, first - _SHORT), first)
        found = found or forms.search(self.text, max(self.at, first - longest), first)
        named = mention.kind is MentionKind.PERSON
        at = max(self.at, first - _SHORT)
        return found or (_ARTICLE.search(self.text, at, first) if named else None)

    def _opens_headline(self, mention: Mention) -> bool:
        """ "NATO Secretary General visits Berlin": whose office it is does what follows."""
        following = _NEXT_WORD.match(self.text, mention.end - self.start)
        one = mention.kind is MentionKind.OFFICE and not mention.offices[0].plural
        if mention.start != self.start or following is None or not one:
            return False
        return following.group(1).lower() in load_office_words().headline_verbs

    def _words(self, first: int, last: int) -> None:
        """Take over words as they stand, but for letters in brackets: "the Party (CPV) led by"."""
        for letters in _LETTERS.finditer(self.text, first, last):
            self._plain_words(first, letters.start())
            first = letters.end()
        self._plain_words(first, last)

    def _plain_words(self, first: int, last: int) -> None:
        gap = self.text[first:last]
        self.parts.append(_plain(gap) if self.title_case else gap)
        self.offsets.extend(range(self.start + first, self.start + last))

    def _instead(self, first: int, last: int, plain: str) -> None:
        """Put plain words for a phrase: the first of them stands for all of it."""
        shown = plain.capitalize() if self.text[first].isupper() else plain
        self.parts.append(shown)
        end = self.start + last - 1
        self.offsets.extend([self.start + first, *([end] * (len(shown) - 1))])


def _holders(text: str, start: int, at: int, coming: Sequence[Mention]) -> tuple[int, int] | None:
    """What to leave out of "the Presidents of A and B, X and Y,": the names alone are parsed."""
    first = coming[0].start - start
    opened = _plural_offices().search(text, at, first)
    if coming[0].kind is not MentionKind.STATE or opened is None:
        return None
    end = coming[0].end
    for states, mention in enumerate(coming[1:], start=1):
        between = text[end - start : mention.start - start]
        if mention.kind is MentionKind.STATE and between in _OF_STATES:
            end = mention.end
            continue
        named = mention.kind is MentionKind.PERSON and between == ", " and states > 1
        return (opened.start(1), mention.start - start) if named else None
    return None


@cache
def _plural_offices() -> re.Pattern[str]:
    """ "The Foreign Ministers of" right before a state."""
    heads = load_office_words().heads
    plurals = sorted((" ".join(key) for key, head in heads.items() if head.plural), key=len)
    words = "|".join(re.escape(each) for each in reversed(plurals))
    return re.compile(rf"(?<![^\W_])((?:the )?(?:{words}) of (?:the )?)$", re.IGNORECASE)


def _owned_name(text: str, start: int, mention: Mention, after: Mention | None) -> int | None:
    """Where the name begins that a state owns: "Uganda's Yoweri Museveni" is parsed as one."""
    if after is None or after.kind is not MentionKind.PERSON:
        return None
    if mention.kind not in {MentionKind.STATE, MentionKind.ORGANIZATION}:
        return None
    between = text[mention.end - start : after.start - start]
    return after.start - start if between in {"'s ", "\u2019s "} else None


def _adverbial(
    text: str, start: int, at: int, before: Mention | None, coming: Sequence[Mention]
) -> tuple[int, int] | None:
    """What to cut where a day stands between a person and the verb: "X on Tuesday met Y"."""
    mention = coming[0]
    if mention.kind is not MentionKind.DATE and mention.kind not in _PLACES:
        return None
    behind = _between_verb_and_person(text, start, at, coming)
    if behind is not None or mention.kind in _PLACES:
        return behind
    if before is None or before.kind not in _SUBJECTS | {*_PLACES, MentionKind.ORGANIZATION}:
        return None
    first, last = mention.start - start, mention.end - start
    gap = text[at:first]
    following = _NEXT_WORD.match(text, last)
    opened = _DAY_GAP.fullmatch(gap)
    if opened is None or following is None or before.end - start != at:
        return None
    word = following.group(1)
    if not word.islower() or word in load_reference_words().no_predicate:
        return None
    if before.kind not in _SUBJECTS and word not in load_reference_words().predicate:
        return None
    return at + opened.end(1) * (opened.end(1) > 0) + 1, following.start(1)


def _goes_on(
    text: str, start: int, at: int, mention: Mention, after: Mention | None
) -> tuple[int, int] | None:
    """The day behind a place that was left out: "received in Baghdad today X"."""
    if mention.kind is not MentionKind.DATE or after is None or after.kind not in _SUBJECTS:
        return None
    first, last = mention.start - start, mention.end - start
    near = text[at:first] in {" ", " on "} and text[last : after.start - start] in _JOINED
    return (at, last) if near else None


def _plain(gap: str) -> str:
    common = common_words()
    pieces, at = [], 0
    for word in words_of(gap):
        if word.capital and word.lower in common and len(word.lower) == len(word.text):
            pieces += [gap[at : word.start], word.lower]
            at = word.end
    return "".join([*pieces, gap[at:]])


def _between_verb_and_person(
    text: str, start: int, at: int, coming: Sequence[Mention]
) -> tuple[int, int] | None:
    """What to cut in "received on Thursday X", "received in Baghdad today X".

    The day or the place between a verb and whom it acts on is left out.
    """
    mention, place = coming[0], coming[0].kind in _PLACES
    first, last = mention.start - start, mention.end - start
    opened = (_VERB_IN if place else _VERB_ON).search(text, at, first)
    day_between = place and len(coming) > 2 and coming[1].kind is MentionKind.DATE
    if opened is None or len(coming) < 2:
        return None
    if day_between and text[last : coming[1].start - start] not in {" ", " on "}:
        return None
    before, acted_on = coming[1:3] if day_between else coming[:2]
    joined = text[before.end - start : acted_on.start - start] in _JOINED
    return (opened.start(1), last) if joined and acted_on.kind in _SUBJECTS else None

"""The headline above an article, the line under it, and repeats of it in picture lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from communique.pages.body import Body
from communique.pages.credit import is_name, is_tag, names_outlet
from communique.pages.looks import TEXT, Look, Seen
from communique.pages.marks import dateline_places, folded

_REACH = 18
_PASSED = frozenset(
    {
        Look.STAMP,
        Look.BYLINE,
        Look.SOURCE,
        Look.CAPTION,
        Look.CREDIT,
        Look.RULE,
        Look.SKIP,
        Look.LABEL,
        Look.PROMPT,
        Look.ITEM,
        Look.STOP,
        Look.LIST,
    }
)
_SUFFIX = 14
_DECK_WORDS = 5
_DECKS = 2
_NAME_WORDS = 6
_ON_ITS_MATTER = 0.2
_DECKED = 0.3
_DECKED_WORDS = 4
_NAME_ONLY = 0.5
_TITLE_CASE = 0.8
_HALF = 0.5
_SMALL = 3
_TAG = re.compile(r"\s*[(\[](?P<words>[\w/ ,&+-]{2,40})[)\]]$")
_SHOUTED_TAG = re.compile(r"\s+(?P<words>[A-Z]{5,6})$")
_DESK_NOTE = re.compile(
    r"(?:\((?:LEAD|URGENT|(?:\d(?:st|nd|rd|th)\s)?L[DE]A?D?|Yonhap [A-Z]\w+)\)"
    r"|UPDATE\s?\d*\s?[-:])\s*"
)
_LABELLED = re.compile(r"(?P<words>[A-Z]{4,12})\s?[:|]\s+")
_KICKER = re.compile(r"(?:[^\W\d_a-z]{3,}[ /&]?){1,3}\s*(?:\||\s[–—-])\s+(?=\S+\s\S+\s\S)")
_SENDER = re.compile(r"(?:From|To|By|Subject|Re)\s*:", re.IGNORECASE)
# "Dr Jane Doe, Minister of Foreign Affairs": who speaks, under the name of the speech.
_SPEAKER = re.compile(
    r"(?:(?:[HT]\.?E\.?|His|Her|Hon|The Hon|Dr|Mr|Mrs|Ms|Prof|Amb|Ambassador|Minister)\b\.?\s)"
    r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,5},\s(?:[A-Z][\w'’-]*|of|for|the|and|to|,)"
    r"(?:\s(?:[A-Z][\w'’-]*,?|of|for|the|and|to|in|on))*$"
)
_CITY = re.compile(r"(?P<place>[^\W\d_][^.:|]{2,30})\.\s+(?=[^\W\d_]\S+\s\S)")


def find_headline(page: Sequence[Seen], body: Body, given: str | None = None) -> int | None:
    """Position of the headline above the body; ``given`` is a title known from elsewhere."""
    about = _content_words(page, body)
    candidates = _candidates(page, body, about)
    if given:
        for position in candidates:
            if same_headline(page[position].block.key, _key(given)):
                return position
        if not candidates or _says_enough(given, _best_overlap(page, candidates, about), about):
            return None
    if not candidates:
        return _sentence_headline(page, body)
    known = Counter(one.block.key for one in page)
    best = max(candidates, key=lambda i: (_merit(page, i, candidates, known, about), -i))
    return _above_its_deck(page, best, candidates, about)


def _above_its_deck(
    page: Sequence[Seen], best: int, candidates: Sequence[int], about: frozenset[str]
) -> int:
    """The line right above the best, where both are on the matter: the best is its deck."""
    above = best - 1
    while above > 0 and page[above].look is Look.SKIP:
        above -= 1
    if above not in candidates or not _reads_as_headline(page[above], about):
        return best
    listed = above - 1 in candidates and _overlap(page[above - 1], about) >= _ON_ITS_MATTER
    return best if listed else above


def _reads_as_headline(one: Seen, about: frozenset[str]) -> bool:
    """Whether a line says something on the article's matter, as no name of an office does."""
    block = one.block
    said = block.words >= _DECKED_WORDS and block.capital_share < _TITLE_CASE
    return said and _overlap(one, about) >= _DECKED and not names_outlet(one.text)


def _candidates(page: Sequence[Seen], body: Body, about: frozenset[str]) -> list[int]:
    found: list[int] = []
    for position in range(body.first - 1, max(-1, body.first - 1 - _REACH), -1):
        one = page[position]
        if one.look is Look.HEADING:
            if _may_stand(one) and not _masthead(one, about):
                found.append(position)
        elif one.look in TEXT:
            if found:
                break
        elif one.look not in _PASSED:
            break
    return found[::-1]


def _may_stand(one: Seen) -> bool:
    """Whether a line is no salutation, remark in brackets or list item, which head nothing."""
    text = one.text.strip()
    bracketed = text.startswith("(") and text.endswith(")") and text.find(")") == len(text) - 1
    return not (one.block.bullet or bracketed or text.endswith(",") or _SENDER.match(text))


def _masthead(one: Seen, about: frozenset[str]) -> bool:
    """Whether a line names an outlet and shares nothing with the article."""
    words = {w.casefold() for w in one.block.tokens if len(w) > 3}
    return names_outlet(one.text) and one.block.words <= 8 and not words & about


def cut_headline(text: str) -> tuple[int, int]:
    """Where in a headline's line the headline stands, without kicker, city and picture tags."""
    end = len(text)
    tag = _TAG.search(text) or _SHOUTED_TAG.search(text)
    if tag and is_tag(tag["words"]):
        end = tag.start()
    start = _past_note(text)
    kicker = _KICKER.match(text, start)
    city = _CITY.match(text, start)
    if kicker and not text.isupper():
        return kicker.end(), end
    if city and folded(city["place"]) in dateline_places():
        return city.end(), end
    return start, end


def _past_note(text: str) -> int:
    """Where a headline begins behind the desk's own note ("(2nd LD) ", "UPDATE 1-")."""
    note = _DESK_NOTE.match(text)
    if note:
        return note.end()
    label = _LABELLED.match(text)
    return label.end() if label and is_tag(label["words"]) and not text.isupper() else 0


def _merit(
    page: Sequence[Seen],
    position: int,
    candidates: Sequence[int],
    known: Counter[str],
    about: frozenset[str],
) -> float:
    """How well a line would stand as headline: near the body, said again, on its matter."""
    block = page[position].block
    merit = 2.0 * _overlap(page[position], about) + (1.0 if known[block.key] > 1 else 0.0)
    merit += 0.5 if block.words >= 5 else -0.8
    merit += 0.3 if position == 0 or block.gap else 0.0
    merit -= 1.0 if names_outlet(block.text) and block.words <= 6 else 0.0
    merit += 0.6 if _dated_under(page, position, about) else 0.0
    merit -= _NAME_ONLY if block.words <= _NAME_WORDS and block.capital_share == 1.0 else 0.0
    merit -= 2.0 if _SPEAKER.match(block.text) else 0.0
    crowd = sum(1 for other in candidates if other > position)
    if crowd >= _SMALL:
        merit -= 0.35 * (crowd - _SMALL + 1)
    return merit


def _dated_under(page: Sequence[Seen], position: int, about: frozenset[str]) -> bool:
    """Whether date or byline stand right under a line, or under the decks that carry it on."""
    under = position + 1
    if _overlap(page[position], about) >= _ON_ITS_MATTER:
        while under <= position + _DECKS and under < len(page) - 1 and _carries_on(page[under]):
            under += 1
    return under < len(page) and page[under].look in (Look.STAMP, Look.BYLINE, Look.SOURCE)


def _carries_on(one: Seen) -> bool:
    if one.look is Look.SKIP:
        return True
    return one.look is Look.HEADING and one.block.words >= _DECK_WORDS and not one.block.bullet


def _overlap(one: Seen, about: frozenset[str]) -> float:
    """The share of a line's longer words that the article's beginning says too."""
    return _share(one.block.tokens, about)


def _says_enough(title: str, best: float, about: frozenset[str]) -> bool:
    """Whether a title of the markup stands against the page's lines; a site's name does not."""
    own = _share(re.findall(r"[^\W_]+(?:[’'.-][^\W_]+)*", title), about)
    return own >= (best if names_outlet(title) else _HALF * best)


def _share(tokens: Sequence[str], about: frozenset[str]) -> float:
    words = {w.casefold() for w in tokens if len(w) > 3}
    return len(words & about) / len(words) if words else 0.0


def _best_overlap(page: Sequence[Seen], candidates: Sequence[int], about: frozenset[str]) -> float:
    return max(_overlap(page[position], about) for position in candidates)


def _content_words(page: Sequence[Seen], body: Body) -> frozenset[str]:
    """The longer words of the article's first paragraphs."""
    found: set[str] = set()
    taken = 0
    for one in page[body.first : body.last + 1]:
        if one.look in TEXT and taken < 4:
            found.update(w.casefold() for w in one.block.tokens if len(w) > 3)
            taken += 1
    return frozenset(found)


def _sentence_headline(page: Sequence[Seen], body: Body) -> int | None:
    """A headline that ends like a sentence: the body's first block, with a stamp under it."""
    if body.first + 1 >= len(page) or body.first == body.last:
        return None
    one, under = page[body.first], page[body.first + 1]
    short = one.block.words <= 22 and not one.block.bullet
    return body.first if short and under.look in (Look.STAMP, Look.BYLINE) else None


def find_decks(page: Sequence[Seen], body: Body, headline: int) -> list[int]:
    """Positions of the lines right under a headline that carry it on without a full stop."""
    title = page[headline].block.key
    found: list[int] = []
    last = body.first - 1
    under = page[last - 1].look if last > headline + 1 else None
    if under in (Look.STAMP, Look.BYLINE) and _is_deck(page[last], title):
        found.append(last)
    for position in range(headline + 1, body.first):
        one = page[position]
        if one.look is Look.SKIP:
            continue
        if one.look is not Look.HEADING or len(found) == 2:
            break
        if same_headline(one.block.key, title):
            continue
        if not _is_deck(one, title):
            break
        found.append(position)
    return sorted(set(found))


def _is_deck(one: Seen, title: str) -> bool:
    block = one.block
    long = block.words >= _DECK_WORDS and not block.bullet and one.look is Look.HEADING
    long = long and not _SENDER.match(block.text) and not is_name(block.text)
    return long and not same_headline(block.key, title)


def same_headline(key: str, title: str) -> bool:
    """Whether a line repeats a headline, be it with a short tail ("- Photo 1.") or an outlet."""
    if not key or not title:
        return False
    if key == title:
        return True
    short, long = sorted((key, title), key=len)
    return len(short) >= 15 and long.startswith(short) and len(long) - len(short) <= _SUFFIX


def _key(text: str) -> str:
    return "".join(c for c in folded(text) if c.isalnum())

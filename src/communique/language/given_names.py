"""Persons called like a city: "Ambassador of Syria Riyad Haddad", "President Santiago Peña"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from communique.knowledge.leaders import by_surname
from communique.knowledge.offices import OfficeWords
from communique.knowledge.words import common_words
from communique.language.gazetteer import Hit
from communique.language.names import HYPHENS
from communique.language.scanning import Word

_CITIES = frozenset({"capital", "city"})
_SEATS = frozenset({"seat"})  # "President Duma Boko"
# Words of a given name and a surname.
_PAIR = 2


def without_given_names(words: Sequence[Word], hits: Sequence[Hit], data: OfficeWords) -> list[Hit]:
    """Return ``hits`` without those cities of one word that begin a person's name.

    That is so where an office, its state or a name ends right before, and a name goes on behind.
    """
    ending = {hit.last: hit for hit in hits}
    starting = {hit.first for hit in hits}
    return [
        hit
        for hit in hits
        if not _titled_name(words, hit, starting, data)
        and not (
            hit.form in _CITIES | _SEATS
            and hit.last == hit.first + 1
            and (
                (
                    _behind_office(words, hit.first, ending, data)
                    and _goes_on(words, hit.last, starting)
                )
                or (hit.form == "city" and _in_list(words, hit.first, starting, data))
                or (hit.form == "city" and _ends_name(words, hit.first, ending, data))
                or (
                    (hit.form == "city" or words[hit.first].lower in by_surname())
                    and _is_surname(words, hit.first, ending, data)
                )
            )
        )
    ]


def given_title(words: Sequence[Word], at: int, data: OfficeWords, placed: Container[int]) -> bool:
    """ "Sultan bin Saad", "Amir ibn Ali", "Sultan Al Jaber": whether the title at ``at`` is here
    the name it is followed by. ``placed`` are the words with which places begin."""
    following = words[at + 1 : at + 2]
    if not following:
        return False
    if words[at].lower in data.given_before_articles and following[0].lower in {"al", "el"}:
        return True
    before = words[at - 1].lower if at else ""
    titled = before in {"the", "highness", "hh", "h.h.", "'s"}
    bare = words[at].lower in data.given_heads and not titled
    named = following[0].capital and at + 1 not in placed
    if bare and following[0].text in HYPHENS and words[at + 2 : at + 3]:
        return words[at + 2].capital  # "Amir-Abdollahian"
    addressed = (following[0].lower,) in data.honorifics
    return following[0].text in data.filiations or (bare and named and not addressed)


def _titled_name(words: Sequence[Word], hit: Hit, starting: set[int], data: OfficeWords) -> bool:
    """ "Foreign Secretary Bharat Raj Paudyal": a state's name that here is a given name."""
    if hit.form != "name" or hit.last != hit.first + 1 or hit.first == 0:
        return False
    titled = words[hit.first - 1].capital and (words[hit.first - 1].lower,) in data.heads
    return titled and _goes_on(words, hit.last, starting)


def _behind_office(
    words: Sequence[Word], at: int, ending: dict[int, Hit], data: OfficeWords
) -> bool:
    if at == 0 or not words[at - 1].capital:
        return False
    before = ending.get(at)
    state = before is not None and before.state is not None and before.form not in _CITIES
    of = before.first - 1 if before is not None else 0
    owned = state and of > 0 and words[of].lower in {"of", "to", "the"}
    named = words[at - 1].alphabetic and words[at - 1].lower not in common_words()
    return owned or (before is None and (named or (words[at - 1].lower,) in data.heads))


def _goes_on(words: Sequence[Word], at: int, starting: set[int]) -> bool:
    if at >= len(words) or at in starting:
        return False
    word = words[at]
    return word.capital and word.alphabetic and word.lower not in common_words()


def _in_list(words: Sequence[Word], at: int, starting: set[int], data: OfficeWords) -> bool:
    """ "Wendy Sherman and Takeo Mori": a name of two words behind another of two."""
    if at < _PAIR + 1 or words[at - 1].lower != "and" or not _goes_on(words, at + 1, starting):
        return False
    ends = at + _PAIR >= len(words) or not words[at + _PAIR].capital
    lists = (common_words(), data.institutions, data.named_things, data.fields)
    before = words[at - 1 - _PAIR : at - 1]
    named = all(w.capital and w.alphabetic and not _listed(w, lists) for w in before)
    return ends and named and not _listed(words[at + 1], lists)


def _listed(word: Word, lists: Iterable[Container[str]]) -> bool:
    return any(word.lower in words for words in lists)


def _ends_name(words: Sequence[Word], at: int, ending: dict[int, Hit], data: OfficeWords) -> bool:
    """ "Ayoub Kara", "Rosi Prado De Holguin": names go on without a comma, places do not."""
    while at > 1 and words[at - 1].lower in data.particles and words[at - 1].capital:
        at -= 1
    if at == 0 or at in ending:
        return False
    word = words[at - 1]
    if not (word.capital and word.alphabetic) or (word.lower,) in data.heads:
        return False
    return not _listed(word, (common_words(), data.institutions, data.fields, data.modifiers))


def _is_surname(words: Sequence[Word], at: int, ending: dict[int, Hit], data: OfficeWords) -> bool:
    """ "President Lagos said": a city behind a title, and no name behind the city."""
    if at == 0 or at in ending or not words[at - 1].capital:
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    goes_on = behind is not None and behind.capital
    two = data.heads.get((words[at - 2].lower, words[at - 1].lower)) if at > 1 else None
    head = two or data.heads.get((words[at - 1].lower,))
    return head is not None and not head.weak and not head.plural and not goes_on

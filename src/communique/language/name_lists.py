"""Lists of names under one plural office: "the prime ministers of A and B, X and Y"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from communique.knowledge.offices import OfficeWords
from communique.language.annotations import OfficePhrase
from communique.language.gazetteer import Hit
from communique.language.offices import OfficeHit
from communique.language.scanning import Word, past_letters


def chains(offices: Sequence[OfficeHit], words: Sequence[Word]) -> list[list[OfficeHit]]:
    """Offices in groups that one name can carry: "Archbishop of A and President of B", "the Crown
    Prince, Deputy Prime Minister and Minister of Defence"."""
    found: list[list[OfficeHit]] = []
    for office in offices:
        end = past_letters(words, found[-1][-1].last) if found else 0
        between = [word.lower for word in words[end : office.first]]
        if found and between in (["and"], ["and", "the"], ["&"], [","], [",", "and"]):
            found[-1].append(office)
        else:
            found.append([office])
    return found


def singular(office: OfficePhrase, data: OfficeWords) -> str:
    """The text of a plural office as one of them holds it: "Foreign Minister of Peru"."""
    words, head = office.text.split(" "), office.head.title().split(" ")
    size = len(head)
    for i, word in enumerate(words):  # "ambassadors-designate", "secretaries-general"
        first, hyphen, rest = word.partition("-")
        found = data.heads.get((first.lower(),))
        if hyphen and found is not None and found.plural:
            return " ".join([*words[:i], found.head.title() + hyphen + rest, *words[i + 1 :]])
    plural = [
        i for i in range(len(words) - size + 1)
        if (found := data.heads.get(tuple(w.lower() for w in words[i : i + size]))) and found.plural
    ]  # fmt: skip
    at = plural[0] if plural else len(words) - size
    return " ".join([*words[:at], *head, *words[at + size :]])


class NameLists:
    """Steps through a list in one sentence's words; ``places`` are hits by their first word."""

    def __init__(
        self, words: Sequence[Word], places: Mapping[int, Hit], offices: Sequence[OfficeHit] = ()
    ) -> None:
        """Keep the sentence. A state with which one of ``offices`` begins is no member of a list:
        "his counterparts from Iran, Chad and the US envoy"."""
        self.words = words
        self.places = places
        self.opened = {office.first for office in offices}

    def past_separator(self, at: int) -> int | None:
        """Where the next member of a list begins, None where the list ends at ``at``."""
        words = self.words
        if at >= len(words) or words[at].lower not in {"and", ",", ";", "&"}:
            return None
        after = at + 1
        return after + 1 if after < len(words) and words[after].lower == "and" else after

    def past_state(self, at: int) -> int:
        """Where "of Ethiopia", "(Ethiopia)" at ``at`` ends, ``at`` where nothing of it stands."""
        if at + 2 < len(self.words) and self.words[at].text == "(":
            inside = self._place(at + 1)
            closed = inside is not None and self.words[inside.last : inside.last + 1]
            return inside.last + 1 if inside and closed and closed[0].text == ")" else at
        if at + 1 < len(self.words) and self.words[at].lower == "of":
            place = self._place(at + 1)
            if place is not None:
                return place.last
        return at

    def states(self, at: int) -> tuple[list[str], int]:
        """Further states listed from ``at`` ("and Estonia"), and where they end."""
        found: list[str] = []
        while (after := self.past_separator(at)) and (place := self._place(after)):
            assert place.state is not None
            found.append(place.state)
            at = place.last
        return found, at

    def in_turn(
        self, at: int, read: Callable[[int], tuple[int, int] | None]
    ) -> Iterator[tuple[str, int, int]]:
        """Further names, each behind its state: "of Uruguay, X, Chile, Y and Mali, Z".

        ``read`` gives the bounds of a name that begins at a word.
        """
        while (after := self.past_separator(at)) and (place := self._place(after)):
            named = self.words[place.last : place.last + 1]
            name = read(place.last + 1) if named and named[0].text == "," else None
            if name is None or place.state is None:
                return
            yield place.state, *name
            at = name[1]

    def extend(self, office: OfficeHit) -> None:
        """Make "the foreign ministers of Russia, Iran and Turkey" of all the states that have them.

        Only a plural office behind which a state stands changes.
        """
        state = office.phrase.state
        if not office.phrase.plural or state is None or office.bare or office.phrase.states:
            return
        more, end = self.states(office.last)
        if more and not (end < len(self.words) and self.words[end].lower == "'s"):
            office.last, office.phrase.end = end, self.words[end - 1].end
            office.phrase.states = (state, *more)

    def own_words(self, office: OfficeHit) -> str:
        """What one of "the Polish and Lithuanian foreign ministers" holds: "Foreign Minister"."""
        before = [hit.last for at, hit in self.places.items() if office.first <= at < office.last]
        at = max(before, default=office.last)
        text = office.phrase.text  # already that of one of them
        return text[self.words[at].start - office.phrase.start :] if at < office.last else ""

    def _place(self, at: int) -> Hit | None:
        """The state named at ``at``, an article passed over."""
        the = at < len(self.words) and self.words[at].lower == "the"
        first = at + 1 if the else at
        hit = self.places.get(first) if first not in self.opened else None
        return hit if hit is not None and hit.state else None

"""Offices held under another: "aide to the President of Y", "envoy of the Y President"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol, TypeVar

from communique.knowledge.offices import OfficeHead
from communique.language.annotations import OfficePhrase
from communique.language.gazetteer import Hit
from communique.language.scanning import Word

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_HEADS = frozenset({"head_of_state", "head_of_government"})
_PARTY = "party_leader"

_SERVING_KINDS = frozenset({"diplomat", "official", "spokesperson"})
_LINKS = frozenset({"of", "to"})

NameAt = Callable[[int], "tuple[int, int] | None"]
HeadAt = Callable[[int], "tuple[int, OfficeHead] | None"]


class Held(Protocol):
    """An office phrase that ends before the word ``last``."""

    last: int
    phrase: OfficePhrase


_Held = TypeVar("_Held", bound=Held)


def named_behind(
    words: Sequence[Word],
    offices: Sequence[_Held],
    people: Mapping[int, int],
    name_at: NameAt,
    leaders: Collection[int] = (),
) -> list[tuple[_Held, int, int]]:
    """Who stands behind the superior: "the envoy of President X of Y, Z,".

    ``people`` are the words behind the persons of the sentence by the offset they begin at;
    ``leaders`` are the words with which names of known leaders begin: they are the superiors.
    """
    found = []
    for office in offices:
        at = office.last
        serving = office.phrase.kind in _SERVING_KINDS and not office.phrase.plural
        if not serving or at + 1 >= len(words) or words[at].lower not in _LINKS:
            continue
        end = people.get(words[at + 1].start, len(words))
        if end + 1 >= len(words) or words[end].text != ",":
            continue
        name = name_at(end + 1)
        closed = name is not None and (name[1] >= len(words) or not words[name[1]].alphabetic)
        own = name is not None and name[0] not in leaders
        if name is not None and own and closed and name[1] - name[0] > 1:
            found.append((office, *name))
    return found


# "Aide to the adviser to the deputy of the minister": nobody is told by more offices over his own.
_MOST_ABOVE = 6


class Superiors:
    """Finds where the superior of an office ends, in one sentence's words."""

    def __init__(
        self, words: Sequence[Word], starting: Mapping[int, Hit], head_at: HeadAt,
        right: Callable[[int, OfficeHead], int], leaders: Collection[int],
    ) -> None:  # fmt: skip
        """``starting`` are the places by first word, ``head_at`` and ``right`` read the head at a
        word and the end of its office; ``leaders`` are the words with which known names begin."""
        self.words = words
        self.starting = starting
        self.head_at = head_at
        self.right = right
        self.leaders = leaders
        self.above = 0

    def of_side(self, at: int) -> int | None:
        """Where the head stands of an office that the state at ``at`` modifies, if one does:
        "Kenyan President", "South Sudan's President", "UN Secretary-General"."""
        hit = self.starting[at]
        owned = hit.last < len(self.words) and self.words[hit.last].lower in _POSSESSIVES
        first = hit.last + owned
        first = self.of_party(first) or first
        matched = self.head_at(first) if first < len(self.words) else None
        if matched is None or matched[1].weak:
            return None
        head = matched[1]
        leads = head.kind in _HEADS | {_PARTY} or head.head == "secretary-general"
        return first if owned or leads or hit.form == "demonym" else None

    def of_party(self, at: int) -> int | None:
        """Where the head stands of a party's leader whose "Party" is the word at ``at``, if so."""
        party = at + 1 < len(self.words) and self.words[at].text == "Party"
        matched = self.head_at(at + 1) if party else None
        return at + 1 if matched is not None and matched[1].kind == _PARTY else None

    def end(self, first: int, opener: int, at: int, *, housed: bool = False) -> int | None:
        """The end of the superior's office whose head stands at ``at``, None where it goes with
        a name of its own: "envoy of President X".

        ``first`` is where it begins behind the preposition at ``opener``. "Aide to the President
        of Y Z" is Z unless Z is known to lead, and so is "Head of the Office of the President Z":
        ``housed`` is true behind the superior's own house.
        """
        matched = self.head_at(at)
        if matched is None or self.above >= _MOST_ABOVE:
            return None
        self.above += 1
        try:
            end = self.right(*matched)
        finally:
            self.above -= 1
        if end + 1 in self.leaders and self.words[end].text == ",":
            return None  # "envoy of the President, X": the superior is named, and a person
        named = end < len(self.words) and self.words[end].capital and end not in self.starting
        two = named and end + 1 < len(self.words) and self.words[end + 1].capital
        placed = housed or at != first or any(i in self.starting for i in range(at, end))
        the = self.words[opener + 1].lower == "the"
        if named and not (the and (two or placed) and end not in self.leaders):
            return None
        return end

"""Several offices before one name: "General Secretary and President X"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.knowledge.offices import OfficeWords
from communique.language.annotations import Mention, MentionKind, OfficePhrase
from communique.language.offices import OfficeHit
from communique.language.scanning import Word

_JOINING = (["and"], ["&"], ["-"], ["–"], ["—"], ["/"], ["cum"])
# Offices that one person holds beside the next: "the Deputy Prime Minister and Minister of Foreign
# Affairs of Y, X"; presidents and prime ministers named so may be two.
_JOINT = frozenset(
    {"deputy", "minister", "royal", "party_leader", "diplomat", "military", "legislator"}
)

LED_BY = frozenset({"head_of_state", "head_of_government"})
# How far behind a name the office stands that a comma parts from it: "Y, the Minister of B".
_PARTED = (1, 2)


def _of_one_house(one: OfficePhrase, other: OfficePhrase) -> bool:
    """ "The President of the Emirates and Ruler of Abu Dhabi": of one rank and one state."""
    return one.state is not None and one.state == other.state and one.kind == other.kind


def held_under(words: Sequence[Word], office: OfficeHit, data: OfficeWords) -> bool:
    """Whether an office ends with who it is held under: "special envoy of the President"."""
    superior = data.heads.get((words[office.last - 1].lower,))
    leads = superior is not None and superior.kind in LED_BY
    return leads and office.phrase.kind not in LED_BY


class Stacking:
    """Tells which offices of one sentence stand before one name."""

    def __init__(
        self, words: Sequence[Word], data: OfficeWords, mentions: Sequence[Mention]
    ) -> None:
        """``mentions`` grow from left to right while offices are bound to names."""
        self.words = words
        self.data = data
        self.mentions = mentions

    def _lower(self, at: int) -> str:
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def of(self, offices: Sequence[OfficeHit], index: int, bound: Collection[int]) -> list[int]:
        """Indices of the offices that one name carries: "General Secretary and President X".

        ``bound`` are those that other names carry.
        """
        stack = [index]
        while stack[0] > 0 and stack[0] - 1 not in bound:
            this, before = offices[stack[0]], offices[stack[0] - 1]
            between = [word.lower for word in self.words[before.last : this.first]]
            article = self._lower(before.first - 1) == "the"
            # "HE the Prime Minister and Minister of Interior X" addresses one person
            article = article and (self._lower(before.first - 2),) not in self.data.honorifics
            behind = self.words[this.last : this.last + 1]
            parted = not this.bare and bool(behind) and behind[0].text == ","
            joint = _JOINT | LED_BY if parted else _JOINT
            one = not article or (before.phrase.kind in joint and before.bare)
            one |= parted and _of_one_house(before.phrase, this.phrase)
            joined = between in _JOINING and one
            listed = between == [","] and not (before.phrase.weak or self._behind_name(before))
            # "Defence Minister Prince X", "Chief of Defence Forces Peru General X"
            titled = this.phrase.kind == "royal" or this.phrase.head in self.data.ranks
            titled |= (
                this.bare and this.phrase.head == before.phrase.head
            )  # "King of Jordan King X"
            royal = not between and titled
            if before.phrase.plural or not (joined or listed or royal):
                break
            stack.insert(0, stack[0] - 1)
        return stack

    def _behind_name(self, office: OfficeHit) -> bool:
        """ "General X, Chief of Staff of Y, General Z": the office is of the one named before."""
        at = office.first - 1
        name = self.words[at - 1].end if at > 1 and self.words[at].text == "," else None
        return not office.bare and any(
            m.end == name and m.kind is MentionKind.PERSON
            and {o.head for o in m.offices} <= self.data.ranks for m in self.mentions
        )  # fmt: skip

    def of_name_before(self, offices: Sequence[OfficeHit], index: int, end: int) -> bool:
        """ "X, Minister of A, Y, Minister of B": the office is of the name before it, where the
        name behind, which ends at ``end``, has an office of its own."""
        office, following = offices[index], offices[index + 1 : index + 2]
        comma = office.first - 1 - (self._lower(office.first - 1) == "the")
        after_office = index > 0 and offices[index - 1].last == comma
        told = comma > 1 and self.words[comma].text == "," and not self._claimed(comma - 1)
        told = told and not after_office
        named = told and self.words[comma - 1].capital and self.words[comma - 2].capital
        own = end < len(self.words) and self.words[end].text == "," and bool(following)
        return named and own and following[0].first - end in _PARTED

    def _claimed(self, at: int) -> bool:
        start = self.words[at].start
        return any(m.start <= start < m.end for m in self.mentions)

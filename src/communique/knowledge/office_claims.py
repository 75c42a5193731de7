"""Where the office that a page gives somebody contradicts the table of leaders.

The table is knowledge from before reading, and may be wrong or late: a contradiction is shown
beside what pages say, and changes nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.knowledge.folding import fold
from communique.knowledge.leaders import holders
from communique.knowledge.offices import OfficeHead, OfficeWords, load_office_words

_TABLED = frozenset({"head_of_state", "head_of_government", "foreign_minister", "party_leader"})


def holders_instead(
    names: Iterable[str], state: str | None, office: str, day: str | None
) -> tuple[str, ...]:
    """Return who held ``office`` of ``state`` by the table on ``day``, where none of ``names`` did.

    ``names`` are all spellings of the person whom pages show in the office, ``day`` an ISO date of
    any precision. Empty where the table agrees, where it does not know, where the office is none
    that it keeps, and where the day is not given to the day.
    """
    head = _sole_head(office)
    if head is None or not state or day is None or len(day) != len("2000-01-01"):
        return ()
    found = holders(state, head.kind, date.fromisoformat(day), called=head.head)
    own = {fold(name) for name in names}
    if not found or any(own & {fold(name) for name in tenure.names} for tenure in found):
        return ()
    return tuple(dict.fromkeys(tenure.person for tenure in found))


def _sole_head(office: str) -> OfficeHead | None:
    """The head of an office that the table keeps, None for deputies and for several offices."""
    data = load_office_words()
    words = office.replace("-", " ").lower().split()
    if _lowered(words, data):
        return None
    found = []
    at = 0
    while at < len(words):
        last = min(len(words), at + data.longest_head)
        head = next(
            (
                data.heads[key]
                for end in range(last, at, -1)
                if (key := tuple(words[at:end])) in data.heads
            ),
            None,
        )
        if head is not None:
            found.append(head)
            at += len(head.head.replace("-", " ").split())
        else:
            at += 1
    kept = [head for head in found if head.kind in _TABLED and not head.weak]
    return kept[0] if len(found) == 1 and kept else None


def _lowered(words: list[str], data: OfficeWords) -> bool:
    """Whether an office is another's second or stand-in, over, yet to come, or of a mere body."""
    telling = data.lowering | data.standing_in | data.former | data.late | data.coming
    return bool((telling | data.chambers | data.bodies) & set(words))

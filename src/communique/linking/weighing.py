"""How much one account, or a group of them, weighs for being of another's engagement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.linking.levels import FIELDS, Levels, compared
from communique.linking.outcome import FieldWeight
from communique.linking.profiles import Profile
from communique.linking.scoring import Scored
from communique.linking.weights import Weights

# Fields that tell what was talked about, where and how, when who and when are settled otherwise.
_CONTENT = tuple(
    number for number, field in enumerate(FIELDS) if field.name not in ("parties", "date", "status")
)
# Accounts of an engagement that stand for all where it has very many.
_ENOUGH = 24


class Weighing:
    """The profiles of all accounts and the weights of their pairs, worked out once each."""

    def __init__(self, profiles: Sequence[Profile], weights: Weights, scored: Scored) -> None:
        self._profiles = profiles
        self._weights = weights
        self._scored = scored

    def pair(self, a: int, b: int) -> float:
        """Return the match weight of two accounts."""
        key = (a, b) if a < b else (b, a)
        found = self._scored.get(key)
        if found is None:
            levels = compared(self._profiles[key[0]], self._profiles[key[1]])
            found = self._scored[key] = self._weights.total(levels)
        return found

    def content(self, one: int, others: Sequence[int]) -> float:
        """Return the mean weight of what ``one`` says beside others, dates and parties aside."""
        return _mean(
            sum(fields[number] for number in _CONTENT) for fields in self._fields(one, others)
        )

    def mean(self, one: int, others: Sequence[int]) -> float:
        """Return the mean match weight of ``one`` and others."""
        return _mean(map(self._weights.total, self._levels(one, others)))

    def by_field(self, one: int, others: Sequence[int]) -> tuple[FieldWeight, ...]:
        """Return what each field of ``one`` weighs against the others; () where there are none."""
        told = list(self._levels(one, others))
        if not told:
            return ()
        found = [FieldWeight("start", self._weights.start, "before anything is compared")]
        for number, field in enumerate(FIELDS):
            levels = [levels[number] for levels in told]
            weight = _mean(self._weights.by_level[number][level] for level in levels)
            usual = min(set(levels), key=lambda level: (-levels.count(level), level))
            found.append(FieldWeight(field.name, weight, field.levels[usual].label))
        return tuple(found)

    def _fields(self, one: int, others: Sequence[int]) -> Iterable[tuple[float, ...]]:
        return map(self._weights.fields, self._levels(one, others))

    def _levels(self, one: int, others: Sequence[int]) -> Iterable[Levels]:
        mine = self._profiles[one]
        for other in [o for o in others if o != one][:_ENOUGH]:
            yield compared(mine, self._profiles[other])


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0

"""How well pledges and agreed steps are read, over pages labelled with all that they hold.

``python tests/quality/undertaken.py`` prints precision, recall and every miss.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from communique.linking.persons import same_name
from communique.linking.words import folded
from communique.reader import Reader
from quality.labelled import SETS, TESTS, LabelledSet, read_pages

Json = dict[str, Any]
UNDERTAKEN = LabelledSet("undertaken", TESTS / "corpus" / "undertaken")
LABELLED = (SETS[0], UNDERTAKEN)
_KINDS = frozenset({"pledge", "agreement"})
_SHARED = 0.7


@dataclass(slots=True)
class Counted:
    """What was found of what is labelled; ``misses`` and ``extra`` by page."""

    right: int = 0
    dues: int = 0
    dues_right: int = 0
    misses: list[tuple[str, Json]] = field(default_factory=list)
    extra: list[tuple[str, Json]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is labelled."""
        return self.right / max(1, self.right + len(self.extra))

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found."""
        return self.right / max(1, self.right + len(self.misses))


def count(expected: Mapping[str, Json], found: Mapping[str, Json]) -> Counted:
    """Compare what each page undertakes with its labels."""
    counted = Counted()
    for page, answer in expected.items():
        free = list(_undertaken(found.get(page, {})))
        for wanted in answer["commitments"]:
            hit = next((one for one in free if _same(wanted, one)), None)
            if hit is None:
                counted.misses.append((page, wanted))
                continue
            free.remove(hit)
            counted.right += 1
            counted.dues += "due" in wanted
            counted.dues_right += "due" in wanted and _in(hit["due"], wanted["due"])
        counted.extra += [(page, one) for one in free]
    return counted


def _undertaken(reading: Json) -> Iterable[Json]:
    for teller in (*reading.get("accounts", ()), reading):
        yield from (c for c in teller.get("commitments", ()) if c["kind"] in _KINDS)


def _same(wanted: Json, found: Json) -> bool:
    if wanted["kind"] != found["kind"] or not _by_words(wanted["what"], found["what"]):
        return False
    by, to = found["by"] or "", found["to"] or ""
    if wanted["kind"] == "pledge":
        return _is(wanted["by"], by) and ("to" not in wanted or _is(wanted["to"], to))
    together = wanted["by"] if isinstance(wanted["by"], list) else [wanted["by"], wanted["to"]]
    named = [one for end in (by, to) for one in end.replace(" and ", ", ").split(", ") if one]
    return len(named) == len(together) and all(any(_is(w, n) for n in named) for w in together)


def _is(wanted: str, found: str) -> bool:
    return wanted == found or same_name(folded(wanted), folded(found), same_office=True)


def _by_words(wanted: str, found: str) -> bool:
    words = set(folded(wanted))
    return len(words & set(folded(found))) >= _SHARED * len(words)


def _in(found: str | None, wanted: str) -> bool:
    """Whether a due date lies in the labelled one."""
    return found is not None and found.startswith(wanted)


def main() -> None:
    """Print the figures and what is behind them."""
    reader = Reader.load()
    for labelled in LABELLED:
        told = count(labelled.expected(), read_pages(labelled, reader))
        print(
            f"{labelled.name}: P {told.precision:.3f} R {told.recall:.3f}"
            f" ({told.right} right, {len(told.extra)} extra, {len(told.misses)} missed;"
            f" {told.dues_right} of {told.dues} due dates)"
        )
        for page, one in told.misses:
            print("  missed", page, one)
        for page, one in told.extra:
            print("  extra", page, {key: one[key] for key in ("kind", "by", "to", "what")})


if __name__ == "__main__":
    main()

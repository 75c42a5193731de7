"""Counts of right, extra and missed values by measure, and the table printed of them."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

# Where the public data lies: beside the checkout, as in tests/conftest.py.
BENCHMARKS = Path(__file__).resolve().parents[3] / "shared" / "benchmarks"


@dataclass(slots=True)
class Tally:
    """What was right, extra and missed, by measure; ``misses`` holds a line for each fault."""

    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def sets(
        self, measure: str, where: str, expected: Iterable[Hashable], got: Iterable[Hashable]
    ) -> None:
        """Count two sets against each other; ``where`` is told beside every fault."""
        wanted, found = set(expected), set(got)
        self.right[measure] += len(wanted & found)
        self.extra[measure] += len(found - wanted)
        self.missed[measure] += len(wanted - found)
        for how, values in (("missed", wanted - found), ("extra", found - wanted)):
            told = sorted(map(str, values))
            self.misses += [f"{how:7} {measure}: {value} | {where}" for value in told]

    def value(self, measure: str, where: str, expected: object, got: object) -> None:
        """Count one value that ought to be there; nothing read is missed and not extra."""
        if expected == got:
            self.right[measure] += 1
            return
        self.missed[measure] += 1
        self.extra[measure] += got is not None
        self.misses.append(f"wrong   {measure}: {expected}, got {got} | {where}")

    def scores(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a measure; 1 where there was nothing to find."""
        right = self.right[measure]
        found, wanted = right + self.extra[measure], right + self.missed[measure]
        precision = right / found if found else 1.0
        recall = right / wanted if wanted else 1.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def table(self) -> str:
        """A line for each measure under a heading: P, R, F1 and the counts, as score.py has it."""
        measures = sorted({*self.right, *self.extra, *self.missed})
        lines = [f"{'measure':32} {'P':>6} {'R':>6} {'F1':>6} {'tp':>5} {'fp':>4} {'fn':>4}"]
        for name in measures:
            scores = " ".join(f"{score:6.3f}" for score in self.scores(name))
            counts = f"{self.right[name]:5d} {self.extra[name]:4d} {self.missed[name]:4d}"
            lines.append(f"{name:32} {scores} {counts}")
        return "\n".join(lines)


def print_scored(about: str | None, data: Path, score: Callable[[], Tally]) -> None:
    """Print a table over public data, and each fault where asked to; or that the data is not here.

    The command of a script that ``about`` describes.
    """
    parser = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("--show-misses", action="store_true", help="a line for each fault")
    wanted = parser.parse_args()
    if not data.exists():
        print(
            f"skipped: no {data.relative_to(BENCHMARKS)} among the public data beside this checkout"
        )
        return
    tally = score()
    print(tally.table())
    if wanted.show_misses:
        print("\n".join(tally.misses))

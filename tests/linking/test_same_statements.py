"""Statements of several pages set side by side, as labelled in ``same_statements.toml``.

Held on made-up accounts in words of their own; what is said of real pages is measured elsewhere.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from communique.linking.said import match_statements
from communique.model import Act, Statement

LABELLED = tomllib.loads(
    (Path(__file__).parent / "same_statements.toml").read_text("utf-8"),
)
Pair = frozenset[str]


@dataclass
class Tally:
    """Pairs put together and words said to be left out, right and wrong."""

    pairs: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("right", "wrong", "all"), 0)
    )
    left: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("right", "wrong", "all"), 0)
    )

    def add(
        self, kind: dict[str, int], found: set[Any], true: set[Any], doubtful: set[Any]
    ) -> None:
        """Count what was found against what is true; what is doubtful is neither."""
        kind["right"] += len(found & true)
        kind["wrong"] += len(found - true - doubtful)
        kind["all"] += len(true)


def share(kind: dict[str, int]) -> tuple[float, float]:
    """Return precision and recall."""
    return kind["right"] / (kind["right"] + kind["wrong"]), kind["right"] / kind["all"]


def statements(group: dict[str, Any]) -> tuple[list[list[Statement]], dict[int, str]]:
    """Return each page's statements, and the label of each by its identity."""
    pages = [
        [Statement(who, None, Act(act), content, (), False, ()) for who, act, content in told]
        for told in group["pages"].values()
    ]
    names = {
        id(one): f"{page}.{n}"
        for page, told in zip(group["pages"], pages, strict=True)
        for n, one in enumerate(told)
    }
    return pages, names


def labelled(group: dict[str, Any], key: str) -> set[Pair]:
    return {frozenset(pair.split()) for pair in group[key]}


def tally() -> Tally:
    found = Tally()
    for group in LABELLED.values():
        pages, names = statements(group)
        together, left = set(), set()
        for one in match_statements(pages, group["states"]):
            told = [(each.account, names[id(each.statement)]) for each in one.told]
            together |= {frozenset((a, b)) for (m, a), (n, b) in combinations(told, 2) if m != n}
            heard = {account for account, _ in told} | {each.account for each in one.perhaps}
            silent = [page for n, page in enumerate(group["pages"]) if n not in heard]
            left |= {(name, page) for _, name in told for page in silent}
        same, near = labelled(group, "same"), labelled(group, "near")
        told_by = {(a, b.split(".")[0]) for pair in same | near for a in pair for b in pair - {a}}
        every = {(name, page) for name in names.values() for page in group["pages"]}
        mine = {(name, name.split(".")[0]) for name in names.values()}
        found.add(found.pairs, together, same, near)
        found.add(found.left, left, every - told_by - mine, set())
    return found


def test_how_many_are_known_again_and_how_many_are_truly_left_out() -> None:
    found = tally()
    assert share(found.pairs)[0] >= FLOORS["pairs"][0], share(found.pairs)
    assert share(found.pairs)[1] >= FLOORS["pairs"][1], share(found.pairs)
    assert share(found.left)[0] >= FLOORS["left"][0], share(found.left)
    assert share(found.left)[1] >= FLOORS["left"][1], share(found.left)


# Precision and recall.
FLOORS = {"pairs": (0.95, 0.85), "left": (0.8, 0.65)}


def names_of(group: dict[str, Any]) -> Iterator[str]:
    for page, told in group["pages"].items():
        yield from (f"{page}.{n}" for n in range(len(told)))


@pytest.mark.parametrize("group", LABELLED.values(), ids=LABELLED)
def test_labels_name_statements_of_two_pages(group: dict[str, Any]) -> None:
    known = set(names_of(group))
    for pair in labelled(group, "same") | labelled(group, "near"):
        assert pair <= known
        assert len({name.split(".")[0] for name in pair}) == 2

"""Which pages repeat another's text."""

from __future__ import annotations

import random
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from communique.linking.copies import find_copies, is_copy, likeness, shared_content
from communique.linking.rows import PageRow
from communique.linking.sketches import Sketch, text_sketch


def words(number: int, seed: int = 1) -> list[str]:
    chance = random.Random(seed)
    return [f"word{chance.randint(0, 900)}" for _ in range(number)]


ARTICLE = words(400)


def swapped(share: float) -> list[str]:
    chance = random.Random(3)
    return [f"x{n}" if chance.random() < share else w for n, w in enumerate(ARTICLE)]


COPIES = {
    "the same": ARTICLE,
    "accents and capitals aside": [word.upper() for word in ARTICLE],
    "a word here and there": swapped(0.03),
    "its first half": ARTICLE[:200],
    "its first quarter": ARTICLE[:100],
    "with a paragraph of its own": [*ARTICLE, *words(80, seed=9)],
}
OTHERS = {
    "another text": words(400, seed=2),
    "the same set phrase": [*ARTICLE[:12], *words(300, seed=4)],
    "every third word its own": swapped(0.34),
    "nothing": [],
    "three words": ARTICLE[:3],
}


def joined(texts: list[str]) -> str:
    return " ".join(texts)


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_copy(copy: list[str]) -> None:
    pages = [
        PageRow("first", "2023-05-04", text_sketch(joined(ARTICLE))),
        PageRow("other", "2023-05-04", text_sketch(joined(OTHERS["another text"]))),
        PageRow("copy", "2023-05-05", text_sketch(joined(copy))),
    ]
    assert find_copies(pages) == find_copies(pages[::-1]) == {"copy": "first"}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_no_copy(other: list[str]) -> None:
    pages = [
        PageRow("first", "2023-05-04", text_sketch(joined(ARTICLE))),
        PageRow("second", "2023-05-05", text_sketch(joined(other))),
    ]
    assert find_copies(pages) == {}


def test_the_earliest_is_the_first_and_of_one_day_the_fullest() -> None:
    whole, part = text_sketch(joined(ARTICLE)), text_sketch(joined(ARTICLE[:200]))
    assert find_copies([PageRow("a", None, whole), PageRow("b", "2023-05-04", part)]) == {"a": "b"}
    same_day = [PageRow("a", "2023-05-04", part), PageRow("b", "2023-05-04", whole)]
    assert find_copies(same_day) == {"a": "b"}


def test_long_texts_have_small_sketches() -> None:
    long = words(20000)
    sketch = text_sketch(joined(long))
    assert len(sketch.runs) == 4096
    assert likeness(sketch, text_sketch(joined(long[:15000]))) > 0.9


def test_pages_full_of_set_phrases_are_soon_told_apart() -> None:
    pages = [
        PageRow(str(n), "2023-05-04", text_sketch(joined([*words(60), *words(200, seed=n + 5)])))
        for n in range(300)
    ]
    assert find_copies(pages) == {}


RETOLD = {
    story: texts
    for name in ("retold.toml", "retold_engagements.toml")
    for story, texts in tomllib.loads((Path(__file__).parent / name).read_text("utf-8")).items()
}
CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.mark.parametrize(
    ("story", "how"),
    [(story, how) for story, texts in RETOLD.items() for how in texts if how != "original"],
)
def test_retold_texts_hang_under_the_first_and_independent_ones_do_not(
    story: str, how: str
) -> None:
    pages = [
        PageRow("first", "2023-05-04", text_sketch(RETOLD[story]["original"])),
        PageRow("other", "2023-05-05", text_sketch(RETOLD[story][how])),
        *(
            PageRow(f"{name} {kind}", "2023-05-04", text_sketch(text))
            for name, texts in RETOLD.items()
            for kind, text in texts.items()
            if name != story and kind == "independent"
        ),
    ]
    wanted = {} if how == "independent" else {"other": "first"}
    assert find_copies(pages) == find_copies(pages[::-1]) == wanted


def test_translations_lie_far_from_independent_reports() -> None:
    """What tells them apart is no matter of a hair."""
    near, far = (
        [
            shared_content(text_sketch(texts["original"]), text_sketch(texts[how]))
            for texts in RETOLD.values()
        ]
        for how in ("translated", "independent")
    )
    assert len(near) == len(far) == 13
    assert min(near) > 0.35
    assert max(far) < 0.13


def test_pages_of_many_outlets_on_one_event_are_no_copies_of_each_other() -> None:
    texts = sorted((CORPUS / "dev").glob("*.txt"))
    pages = [PageRow(one.name, None, text_sketch(one.read_text("utf-8"))) for one in texts]
    assert len(pages) > 100
    assert find_copies(pages) == {}


def test_bands_find_nearly_every_copy() -> None:
    """Of all pairs that comparing every text with every other would call copies."""
    chance = random.Random(5)
    sketches: list[Sketch] = []
    for n in range(60):
        text = words(300, seed=n)
        at = chance.randrange(200)
        changed = [w if chance.random() > 0.08 else f"x{i}" for i, w in enumerate(text)]
        for one in (text, text[:150], text[at : at + 90], changed):
            sketches.append(text_sketch(joined(one)))
    pages = [PageRow(f"{n:03}", f"2023-05-{n % 4 + 1:02}", s) for n, s in enumerate(sketches)]
    alike = {
        page
        for (a, one), (b, other) in combinations(enumerate(sketches), 2)
        if is_copy(one, other)
        for page in (f"{a:03}", f"{b:03}")
    }
    originals = {f"{n:03}" for n in range(0, 240, 4)}
    found = find_copies(pages)
    assert len(alike - originals) == 180
    assert len(found) >= 0.97 * 180
    assert all(original in originals or copy in alike for copy, original in found.items())

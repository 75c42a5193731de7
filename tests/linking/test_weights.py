"""What pairs of accounts weigh: the same in Python and in Splink, and as the fields say."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking.levels import FIELDS, compared
from communique.linking.profiles import Profile
from communique.linking.scoring import possible_pairs, score_pairs
from communique.linking.weights import load_weights

FIELD = {field.name: number for number, field in enumerate(FIELDS)}


def profile(**values: Any) -> Profile:
    """Return the profile of a call on day 100 of Ada Obi and Jon Dahl, changed as told."""
    made: dict[str, Any] = {
        "kind": "call",
        "stage": "past",
        "sides": ["NGA", "NOR"],
        "names": ["nga-ada-obi", "nor-jon-dahl"],
        "first": 100,
        "last": 100,
        "until": 100,
        "grip": 0,
        "news": False,
        "place_state": None,
        "place_city": None,
        "place_words": [],
        "visit_type": None,
        "topics": [],
        "messages": [],
        "marks": [],
        "blocks": ["NGA+NOR|call|12"],
        "lone": False,
    } | values
    return Profile(**({"likes": made["names"]} | made))


def made_up(chance: random.Random) -> Profile:
    """Return a profile of any kind, in one of a few blocks."""

    def some(values: list[Any], most: int) -> list[Any]:
        return sorted(chance.sample(values, chance.randint(0, most)))

    names, grip, day = some(["a", "b", "c"], 2), chance.choice([0, 0, 1, 2]), chance.randint(1, 20)
    until = day + chance.choice([0, 0, 2, 9])
    days: dict[str, Any] = {"first": day, "last": until if grip else day, "until": until}
    if chance.random() < 0.1:
        days, grip = dict.fromkeys(days), 3
    return profile(
        **days,
        grip=grip,
        news=grip == 1 and chance.random() < 0.5,
        kind=chance.choice(["call", "video_call", "visit"]),
        stage=chance.choice(["past", "ahead", "off"]),
        sides=some(["FIN", "NOR", "SWE"], 3),
        names=names,
        likes=sorted({*names, *some(["a", "b", "c"], 1)}),
        place_state=chance.choice([None, "NOR", "SWE"]),
        place_city=chance.choice([None, "oslo", "bergen"]),
        place_words=some(["palace", "hall"], 2),
        visit_type=chance.choice([None, "state", "official"]),
        topics=some(["energy", "sport", "trade"], 3),
        messages=some(["greeting", "thanks"], 2),
        marks=some(list(range(12)), 10),
        blocks=[f"FIN+NOR|call|{day // 8}", f"*a|call|{day // 8}"],
        lone=chance.random() < 0.3,
    )


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 10**6))
def test_splink_weighs_as_python_does(seed: int) -> None:
    chance = random.Random(seed)
    profiles = [made_up(chance) for _ in range(120)]
    weights = load_weights()
    here = score_pairs(profiles, weights, few=10**9)
    there = score_pairs(profiles, weights, few=0)
    assert len(here) > 1000
    assert there.keys() <= here.keys()
    assert all(here[pair] == pytest.approx(there[pair], abs=1e-9) for pair in there)
    # Splink leaves out what no threshold would let through.
    assert all(here[pair] <= -12 for pair in here.keys() - there.keys())


def test_every_pair_is_found_by_both() -> None:
    profiles = [profile(blocks=[f"NGA+NOR|call|{n % 3}"]) for n in range(30)]
    weights = load_weights()
    assert possible_pairs(profiles) == 3 * 45
    assert score_pairs(profiles, weights).keys() == score_pairs(profiles, weights, few=0).keys()


BASE = profile(place_state="NOR", place_city="oslo", topics=["trade"])
# field: (what speaks for one engagement, what speaks against it)
TELLING: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "parties": ({}, {"names": ["nga-ben-ayo"], "sides": ["NGA", "SWE"]}),
    "date": ({}, {"first": 108, "last": 108, "until": 108}),
    "place": ({}, {"place_state": "SWE", "place_city": None}),
    "topics": ({}, {"topics": ["sport"]}),
    "status": ({}, {"stage": "off"}),
}


@pytest.mark.parametrize(("field", "values"), TELLING.items(), ids=TELLING)
def test_what_agrees_weighs_for_and_what_differs_against(
    field: str, values: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    weights = load_weights()
    alike, other = (
        weights.fields(compared(BASE, replace(BASE, **changed)))[FIELD[field]] for changed in values
    )
    assert alike > 0 > other


@pytest.mark.parametrize("field", ["place", "topics", "messages", "text", "visit_type", "date"])
def test_silence_weighs_nothing(field: str) -> None:
    silent = profile(first=None, last=None, until=None, grip=3)
    assert load_weights().fields(compared(BASE, silent))[FIELD[field]] == 0


def test_misspelt_names_weigh_less_than_the_same_and_more_than_others() -> None:
    weights = load_weights()
    same, misspelt, other = (
        weights.fields(compared(BASE, profile(names=names, likes=likes)))[FIELD["parties"]]
        for names, likes in (
            (["nga-ada-obi"], ["nga-ada-obi"]),
            (["nga-ada-obbi"], ["nga-ada-obbi", "nga-ada-obi"]),
            (["nga-ben-ayo"], ["nga-ben-ayo"]),
        )
    )
    assert same > misspelt > other


SMALL = """
import sys
from communique.linking import link_corpus
from communique.linking.rows import Corpus, PageRow
link_corpus(Corpus(tuple(PageRow(name, "2023-05-04") for name in "abc"), (), (), (), ()))
print(sorted({"duckdb", "pyarrow", "splink"} & set(sys.modules)))
"""


def test_a_small_record_starts_no_database_to_be_linked() -> None:
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", SMALL], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "[]"

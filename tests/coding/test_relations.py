"""Declared levels of relations, and their milestones with the years worked out."""

from __future__ import annotations

import pytest

from communique.coding.relations import read_relations
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document, Relation


def relations(
    text: str, published: str | None = "2024-05-02", year: int | None = None
) -> list[Relation]:
    document = Document(
        "x", None, None, None, None, "en", published, "day" if published else None, text, "0"
    )
    return list(read_relations(analyse(document, load_pipeline()), year))


LEVELS = {
    "with the other state": (
        "President Emmanuel Macron said Brazil's strategic partnership with France had grown.",
        ("BRA", "FRA"),
        "strategic partnership",
    ),
    "between the two": (
        "They praised the comprehensive strategic partnership between Chile and South Korea.",
        ("CHL", "KOR"),
        "comprehensive strategic partnership",
    ),
    "before the level": (
        "The ministers hailed the Kenya-India Strategic Partnership.",
        ("IND", "KEN"),
        "strategic partnership",
    ),
    "of several words": (
        "Pakistan and China are bound by an all-weather strategic cooperative partnership.",
        ("CHN", "PAK"),
        "all-weather strategic cooperative partnership",
    ),
    "without words that only praise": (
        "Peru and Spain value their traditional friendship and strategic partnership.",
        ("ESP", "PER"),
        "strategic partnership",
    ),
    "the level raised to, not the one before": (
        "Norway and Kenya upgraded their strategic partnership to a comprehensive strategic "
        "partnership.",
        ("KEN", "NOR"),
        "comprehensive strategic partnership",
    ),
}


@pytest.mark.parametrize(("text", "states", "level"), LEVELS.values(), ids=LEVELS)
def test_levels(text: str, states: tuple[str, str], level: str) -> None:
    (found,) = relations(text)
    assert (found.states, found.level) == (states, level)
    assert found.evidence
    assert all(text[span.start : span.end] == span.quote for span in found.evidence)


def test_no_level_in_mere_friendship() -> None:
    assert relations("Peru and Spain value their friendship and partnership.") == []


def test_an_anniversary_is_in_the_year_of_the_page() -> None:
    text = "Peru and Fiji mark the 50th anniversary of the establishment of diplomatic relations."
    (found,) = relations(text)
    assert found.states == ("FJI", "PER")
    assert [(m.what, m.year) for m in found.milestones] == [
        ("50th anniversary of the establishment of diplomatic relations", 2024)
    ]
    (undated,) = relations(text, published=None, year=2019)
    assert undated.milestones[0].year == 2019


def test_a_milestone_with_its_own_year() -> None:
    (found,) = relations("Peru and Fiji established diplomatic relations in 1975.")
    assert [(m.what, m.year) for m in found.milestones] == [
        ("establishment of diplomatic relations", 1975)
    ]


def test_raising_relations_is_a_milestone() -> None:
    (found,) = relations("Norway and Kenya elevated their ties to a strategic partnership.")
    assert [(m.what, m.year) for m in found.milestones] == [
        ("relations raised to strategic partnership", 2024)
    ]


def test_a_trade_agreement_is_no_level() -> None:
    text = (
        "Jordan and Chile signed a Comprehensive Economic Partnership Agreement and value their "
        "friendship."
    )
    assert relations(text) == []

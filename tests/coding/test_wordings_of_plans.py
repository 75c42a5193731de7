"""By which words somebody is to meet somebody, hopes to, or has."""

from __future__ import annotations

import pytest

from reading import not_dated_so, read

WORDS = [
    ("is going to meet", "planned"),
    ("is about to meet", "planned"),
    ("is bound to meet", "planned"),
    ("is sure to meet", "planned"),
    ("is certain to meet", "planned"),
    ("is likely to meet", "planned"),
    ("is expected to meet", "planned"),
    ("is due to meet", "planned"),
    ("is set to meet", "planned"),
    ("looks set to meet", "planned"),
    ("is slated to meet", "planned"),
    ("is poised to meet", "planned"),
    ("is preparing to meet", "planned"),
    ("is tentatively scheduled to meet", "planned"),
    ("will also be meeting", "planned"),
    ("has agreed to meet", "planned"),
    ("may meet", "proposed"),
    ("hopes to meet", "proposed"),
    ("would like to meet", "proposed"),
    ("is ready to meet", "proposed"),
    ("offered to meet", "proposed"),
    ("sought to meet", "proposed"),
    ("was to have met", "cancelled"),
    ("went to meet", "held"),
    ("managed to meet", "held"),
    ("got to meet", "held"),
]


@pytest.mark.parametrize(("words", "status"), WORDS, ids=[words for words, _ in WORDS])
def test_words(words: str, status: str) -> None:
    text = (
        f"Pakistani Prime Minister Shehbaz Sharif {words} Turkish President Recep Tayyip Erdogan "
        "in Ankara."
    )
    assert not_dated_so(text, "2025-05-16", [f"meeting {status} None"]) == []


TOLD = [
    # The day of saying is not that of what is said to come.
    "Speaking at a press conference on Monday, spokesman Ali Rabiee said Iranian President Hassan "
    "Rouhani's upcoming trip to Japan would include talks.",
    "Addressing reporters in Tehran on Monday, spokesman Ali Rabiee said that Iranian President "
    "Hassan Rouhani would visit Japan.",
    "The Iranian president is going to visit Japan for a summit.",
]


@pytest.mark.parametrize("text", TOLD, ids=[text[:40] for text in TOLD])
def test_undated_plans(text: str) -> None:
    assert not_dated_so(text, "2025-05-16", ["visit planned None"]) == []


def test_a_planned_day_without_its_year_is_to_come() -> None:
    text = (
        "Russian Foreign Minister Igor Ivanov is due to visit Spain. His meeting with Spanish "
        "Foreign Minister Ana Palacio is scheduled to take place in Madrid on December 6th-7th."
    )
    assert not_dated_so(text, "2002-11-29", ["meeting planned 2002-12-06 to 2002-12-07"]) == []


def test_who_spoke_without_an_office_goes_on_speaking() -> None:
    reading = read(
        "Ali Rabiee said President Hassan Rouhani would travel to Japan. “The president’s trip "
        "will have nothing to do with that matter,” he underlined.",
        published="2019-12-16",
    )
    statements = [s for a in reading.accounts for s in a.statements] + list(reading.statements)
    assert {s.speaker for s in statements} == {"Ali Rabiee"}


def test_who_met_in_a_third_state_hosted_nobody() -> None:
    reading = read(
        "Cambodian Prime Minister Hun Sen met with New Zealand Prime Minister Jacinda Ardern, "
        "yesterday in Manila, the Philippines.",
        title="Cambodian Prime Minister Receives New Zealand Counterpart in Manila",
        published="2017-11-14",
    )
    assert {p.role.value for p in reading.accounts[0].parties} == {"participant"}


def test_the_premier_is_who_is_called_prime_minister() -> None:
    reading = read(
        "Pakistani Prime Minister Shehbaz Sharif will meet Turkish President Recep Tayyip "
        "Erdogan in Ankara. The premier is on a three-day visit to Saudi Arabia.",
        published="2022-04-29",
    )
    visit = next(a for a in reading.accounts if a.kind.value == "visit")
    assert [p.person for p in visit.parties if p.role.value == "guest"] == ["Shehbaz Sharif"]

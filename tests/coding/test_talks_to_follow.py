"""Talks that are to follow those of the page, and times counted from a day long ago."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    (
        "Iranian Foreign Minister Abbas Araghchi met Omani Foreign Minister Badr al-Busaidi in "
        "Muscat on Saturday. A second round of talks is to be held on April 19.",
        "2025-04-13",
        ["meeting held 2025-04-12", "meeting planned 2025-04-19"],
    ),
    (
        "Iranian Foreign Minister Abbas Araghchi met Omani Foreign Minister Badr al-Busaidi in "
        "Muscat on Saturday. The sides agreed that the next meeting would be held in Tehran in "
        "autumn.",
        "2025-04-13",
        ["meeting held 2025-04-12", "meeting planned 2025"],
    ),
    (
        "Turkish President Recep Tayyip Erdogan received Somali President Hassan Sheikh Mohamud "
        "in Ankara on December 11. A month later the Somali leader flew to Addis Ababa.",
        "2025-04-13",
        ["meeting held 2024-12-11", "visit held 2025-01"],
    ),
    (
        "Turkish President Recep Tayyip Erdogan received Somali President Hassan Sheikh Mohamud "
        "in Ankara on December 11. Two days later Mohamud met Ethiopian Prime Minister Abiy Ahmed"
        " in Addis Ababa.",
        "2025-04-13",
        ["meeting held 2024-12-11", "meeting held 2024-12-13"],
    ),
    (
        "Turkish President Recep Tayyip Erdogan and Somali President Hassan Sheikh Mohamud met in"
        " Ankara. Thursday's talks covered security and trade.",
        "2025-04-13",
        ["meeting held 2025-04-10"],
    ),
    (
        "Turkish President Recep Tayyip Erdogan spoke by phone with Somali President Hassan "
        "Sheikh Mohamud on Friday. During Friday's call, the leaders discussed trade.",
        "2025-04-13",
        ["call held 2025-04-11"],
    ),
    (
        "Slovak Prime Minister Robert Fico met Ukrainian Prime Minister Denys Shmyhal in Uzhhorod"
        " on Friday. Fico proposed that the next meeting take place in Slovakia in May.",
        "2025-04-13",
        ["meeting held 2025-04-11", "meeting proposed 2025-05"],
    ),
    # talks before those of the page
    (
        "South African President Cyril Ramaphosa received Zambian President Edgar Lungu in "
        "Pretoria on Friday. Their last meeting took place in Durban in June 2017.",
        "2018-08-12",
        ["meeting held 2018-08-10", "meeting held 2017-06"],
    ),
    (
        "South African President Cyril Ramaphosa called Zambian President Edgar Lungu on Friday. "
        "Their previous phone call was on July 3.",
        "2018-08-12",
        ["call held 2018-08-10", "call held 2018-07-03"],
    ),
    (
        "South African President Cyril Ramaphosa arrived in Lusaka on Friday on a state visit to "
        "Zambia. The trip follows another visit to Nigeria on July 11.",
        "2018-08-12",
        ["visit under_way 2018-08-10", "visit held 2018-07-11"],
    ),
    # a visit that was begun long ago is over
    (
        "Japanese Prime Minister Shinzo Abe will visit the Philippines on January 12. In October "
        "2016, Philippine President Rodrigo Duterte embarked on an official visit to Japan.",
        "2017-01-10",
        ["visit planned 2017-01-12", "visit held 2016-10"],
    ),
    # the day on which something else was hosted
    (
        "Indian External Affairs Minister S. Jaishankar met Armenian Foreign Minister Ararat "
        "Mirzoyan in Yerevan on Monday. Jaishankar thanked him for coming to the fair that New "
        "Delhi hosted on Saturday.",
        "2025-04-15",
        ["meeting held 2025-04-14"],
    ),
    # a time counted from what had happened before dates nothing
    (
        "South African President Cyril Ramaphosa arrived in Lusaka on Friday. This is his first "
        "visit to Zambia since his election as President in February 2018.",
        "2018-08-12",
        ["visit under_way 2018-08-10"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []

"""Delegations led somewhere, names with initials of two letters, offices of a ministry
with its letters; what is beside plans, and visits told of as over."""

from __future__ import annotations

import pytest

from reading import all_told, read

# (text, every account of it)
TOLD = [
    # who leads a delegation to a place goes there
    (
        "Vietnamese Party General Secretary To Lam will lead a high-ranking delegation to "
        "Vientiane on Thursday to pay respects to the late leader.",
        ["visit planned: LAO host; To Lam VNM guest"],
    ),
    # "the delegation" is that of whoever leads it
    (
        "New Zealand Foreign Minister Winston Peters is leading a delegation of members of "
        "parliament. His office said the delegation will visit Fiji.",
        ["visit planned: FJI host; Winston Peters NZL guest"],
    ),
    # a memorial service is a ceremony as a funeral is
    (
        "Vietnamese Prime Minister Pham Minh Chinh attended a memorial service for former Lao "
        "President Khamtay Siphandone in Vientiane.",
        ["ceremony held: LAO host; Pham Minh Chinh VNM guest"],
    ),
    # letters behind a ministry
    (
        "Department of Foreign Affairs (DFA) Secretary Enrique Manalo of the Philippines will meet "
        "US Secretary of State Marco Rubio.",
        ["meeting planned: Enrique Manalo PHL participant; Marco Rubio USA participant"],
    ),
    # beside what is to come
    (
        "Aside from his meeting with US Secretary of State Marco Rubio, Philippine Foreign "
        "Secretary Enrique Manalo will also give a speech.",
        ["meeting planned: Enrique Manalo PHL participant; Marco Rubio USA participant"],
    ),
    # "this is his first visit" says nothing of its end
    (
        "Sri Lankan Foreign Minister Mangala Samaraweera, who was in New Delhi for a two day "
        "visit, concluded his visit today. This is the first visit by the minister to India.",
        ["visit held: IND host; Mangala Samaraweera LKA guest"],
    ),
    # talks with an ambassador who hands over his credentials are in person
    (
        "Mongolian President Khaltmaagiin Battulga received credentials from Ambassador of "
        "Indonesia Djauhari Oratmangun. The president talked with Ambassador Oratmangun.",
        [
            "ceremony held: Djauhari Oratmangun IDN guest; Khaltmaagiin Battulga MNG host",
            "meeting held: Djauhari Oratmangun IDN guest; Khaltmaagiin Battulga MNG host",
        ],
    ),
    # an initial of two letters
    (
        "President Kh.Battulga of Mongolia received Egyptian Foreign Minister Sameh Shoukry.",
        ["meeting held: Khaltmaagiin Battulga MNG host; Sameh Shoukry EGY guest"],
    ),
    # one who had flown in to meet somebody has met him
    (
        "He is the second visitor after Indian Foreign Minister S. Jaishankar flew in to meet Sri "
        "Lankan President Gotabaya Rajapaksa in Colombo on November 19.",
        ["meeting held: Gotabaya Rajapaksa LKA host; S. Jaishankar IND guest"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_delegations_led(text: str, expected: list[str]) -> None:
    """Who went where, met whom, and whether it is over."""
    assert all_told(read(text, published="2019-12-01")) == expected


# (text, every account of it)
MORE = [
    # calls taken for a verb
    (
        "Chinese Foreign Minister Wang Yi is scheduled to pay separate courtesy calls on Nepalese "
        "President Bidya Devi Bhandari and Prime Minister KP Sharma Oli.",
        [
            "meeting planned: Bidya Devi Bhandari NPL host; Wang Yi CHN guest",
            "meeting planned: KP Sharma Oli NPL host; Wang Yi CHN guest",
        ],
    ),
    # somebody whose state the page does not tell is not at the talks of the others
    (
        "Malaysian Prime Minister Anwar Ibrahim received Chinese Minister Wang Xiaohong. Wang is "
        "also scheduled to hold talks with Home Minister Saifuddin Nasution.",
        [
            "meeting held: Anwar Ibrahim MYS host; Wang Xiaohong CHN guest",
            "meeting planned: Saifuddin Nasution MYS host; Wang Xiaohong CHN guest",
        ],
    ),
    # the diplomats of three states
    (
        "The diplomats of South Korea, the United States and Japan held telephone talks on Friday.",
        ["call held: JPN participant; KOR participant; USA participant"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_calls_and_others(text: str, expected: list[str]) -> None:
    """Each of those called on by himself, and nobody at others' talks."""
    assert all_told(read(text, published="2019-12-01")) == expected

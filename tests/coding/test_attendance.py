"""Who else was at the talks are delegates of their sides, and no engagement by themselves."""

from __future__ import annotations

import pytest

from communique.model import Status
from reading import party_lines, read

TALKS = (
    "Kenyan Foreign Minister Musalia Mudavadi received the Ambassador of Finland to Kenya, Pirkka "
    "Tapiola, in Nairobi on Wednesday. They discussed trade. "
)
BOTH = ["Musalia Mudavadi KEN host", "Pirkka Tapiola FIN guest"]
TRADE = "Lee Kinyanjui KEN delegate"
ENERGY = "Opiyo Wandayi KEN delegate"

# (what is told behind, the delegates)
PRESENT = [
    ("The meeting was attended by Trade Minister Lee Kinyanjui, officials of the embassy and "
     "members of the delegation.", [TRADE]),
    ("Joining the meeting was Kenya's Minister of Trade, Lee Kinyanjui, and the Minister of "
     "Energy, Opiyo Wandayi.", [TRADE, ENERGY]),
    ("Also present were Trade Minister Lee Kinyanjui and Energy Minister Opiyo Wandayi.",
     [TRADE, ENERGY]),
    ("On the Kenyan side, Trade Minister Lee Kinyanjui and Energy Minister Opiyo Wandayi were "
     "present.", [TRADE, ENERGY]),
    ("Others in attendance were Trade Minister Lee Kinyanjui and Energy Minister Opiyo Wandayi.",
     [TRADE, ENERGY]),
    ("The talks were held in the presence of Trade Minister Lee Kinyanjui.", [TRADE]),
    ("Trade Minister Lee Kinyanjui also took part in the meeting.", [TRADE]),
    # of the ambassador's house, whose state is not printed
    ("Political Counsellor Anna Laine and Trade Minister Lee Kinyanjui attended the meeting.",
     ["Anna Laine FIN delegate", TRADE]),
    # another meeting than the one told of
    ("Trade Minister Lee Kinyanjui attended the meeting of the national chamber of commerce.", []),
]  # fmt: skip


@pytest.mark.parametrize(("told", "delegates"), PRESENT)
def test_those_present_are_delegates(told: str, delegates: list[str]) -> None:
    accounts = read(TALKS + told, published="2025-05-14").accounts
    (account,) = [a for a in accounts if a.status is Status.HELD]
    assert party_lines(account) == sorted([*BOTH, *delegates])


def test_those_present_were_not_at_talks_that_the_page_recalls() -> None:
    recalled = (
        "The minister recalled the meeting of President William Ruto with President Alexander "
        "Stubb in Helsinki in March. Also present was Trade Minister Lee Kinyanjui."
    )
    news, earlier = read(TALKS + recalled, published="2025-05-14").accounts
    assert TRADE in party_lines(news)
    assert TRADE not in party_lines(earlier)

"""Where a page supports two readings, the account says so instead of guessing."""

from __future__ import annotations

import pytest

from reading import read

PUBLISHED = "2025-07-08"

# A page's words, and how the doubt about its engagement begins (None: there is none).
ENGAGEMENTS: list[tuple[str, str | None]] = [
    ("US envoy Steve Witkoff reportedly met Russian President Vladimir Putin in Moscow on "
     "Friday.",
     "“reportedly”"),
    ("Israeli Prime Minister Benjamin Netanyahu is said to have met Saudi Crown Prince Mohammed "
     "bin Salman in Neom.", "“said”"),
    ("Pakistani Foreign Minister Ishaq Dar met Afghan Foreign Minister Amir Khan Muttaqi in Kabul, "
     "local media reported. Foreign Ministry spokesman Shafqat Ali Khan denied that Dar had met "
     "Muttaqi.", "denied on the same page"),
    ("Serbian President Aleksandar Vucic was to meet Kosovo's Prime Minister Albin Kurti on July "
     "2.",
     "planned for a day before the page's own date"),
    ("Serbian President Aleksandar Vucic will meet Hungarian Prime Minister Viktor Orban on July "
     "10.",
     None),
    ("Dutch Foreign Minister Caspar Veldkamp said he had met Jordanian Foreign Minister Ayman "
     "Safadi in Amman.", None),
]  # fmt: skip

# Who is taken from the sentence because the word for the talks leaves no other choice.
BYSTANDERS = [
    ("After their talks in Rome, Albanian Prime Minister Edi Rama thanked Italian Prime Minister "
     "Giorgia Meloni.", {"Edi Rama", "Giorgia Meloni"}),
]  # fmt: skip

NOTHING = [
    "Iran's Foreign Minister Abbas Araghchi did not meet US envoy Steve Witkoff.",
    "Slovak Prime Minister Robert Fico told Czech President Petr Pavel of a meeting in Bratislava.",
]


@pytest.mark.parametrize(("text", "doubt"), ENGAGEMENTS)
def test_an_engagement_in_doubt_says_why(text: str, doubt: str | None) -> None:
    (account,) = read(text, published=PUBLISHED).accounts
    if doubt is None:
        assert account.uncertain is None
    else:
        assert account.uncertain is not None
        assert account.uncertain.startswith(doubt)


@pytest.mark.parametrize(("text", "people"), BYSTANDERS)
def test_a_party_in_doubt_says_why(text: str, people: set[str]) -> None:
    (account,) = read(text, published=PUBLISHED).accounts
    assert {party.person for party in account.parties} == people
    assert any(party.uncertain for party in account.parties)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_denied_or_told_of_nobody_is_no_engagement(text: str) -> None:
    assert read(text, published=PUBLISHED).accounts == ()

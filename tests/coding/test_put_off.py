"""What was put off: by whatever words, and to which day."""

from __future__ import annotations

import pytest

from reading import read

CASES = {
    "moved to a month": (
        "Slovenian Prime Minister Robert Golob's visit to Spain next week has been moved to June.",
        ("postponed", "2023-06"),
    ),
    "shifted to next week": (
        "Talks between Estonian Prime Minister Kaja Kallas and Finnish Prime Minister Sanna Marin, "
        "set for Friday, have been shifted to next week.",
        ("postponed", "2023-05"),
    ),
    "on hold": (
        "Finnish Foreign Minister Pekka Haavisto put his trip to Mali on hold.",
        ("postponed", None),
    ),
    "not until": (
        "The meeting between Kosovo Prime Minister Albin Kurti and Serbian President Aleksandar "
        "Vucic that had been scheduled for Friday in Brussels will not take place until July.",
        ("postponed", "2023-07"),
    ),
    "was to have been, and now will be": (
        "Chad's President Mahamat Idriss Deby was to have visited Cameroon on Monday. The visit "
        "will now take place in September.",
        ("postponed", "2023-09"),
    ),
    "was to have been, and no other day": (
        "Danish Prime Minister Mette Frederiksen was to have flown to Paris on Monday to see "
        "President Emmanuel Macron. She stayed at home because of a cold.",
        ("cancelled", "2023-05-15"),
    ),
    "planned for a day and called off": (
        "The visit of Polish President Andrzej Duda to Iran planned for Monday was cancelled.",
        ("cancelled", "2023-05-15"),
    ),
    "set for a month and put off": (
        "His office said the trip of Czech President Petr Pavel to Brazil set for June has been "
        "postponed.",
        ("postponed", "2023-06"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_was_put_off(case: str) -> None:
    text, expected = CASES[case]
    accounts = read(text, published="2023-05-12").accounts
    assert [(account.status.value, account.start) for account in accounts] == [expected]

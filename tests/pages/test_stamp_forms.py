"""In how many forms outlets print the day of a page, over, under and inside it."""

from __future__ import annotations

import pytest

from communique.pages.text_page import read_text_page

HEADLINE = "Kenya and Ghana to deepen trade ties"
BODY = """The Minister of Foreign Affairs of Kenya met on Tuesday with his Ghanaian counterpart \
in Nairobi. The two ministers discussed trade and regional security.

The host said the two countries enjoyed close ties and called for more investment. He added that \
Kenya would open a new visa centre in Accra before the end of the year.

For his part, the Ghanaian minister thanked his host for the warm welcome."""

# What stands between headline and text ("|" parts lines); all say 12 March 2025.
UNDER_THE_HEADLINE = [
    "By Staff Reporter|Mar. 12, 2025 at 4:05 p.m. EDT",
    "12.03.2025 / 14:33|Print|Share",
    "Wednesday 12 March 2025 - 18:20",
    "Posted on : Wednesday, March 12, 2025 10:30:00 AM|Hits: 233",
    "Updated On 12 Mar 2025 07:23 PM IST",
    "2025-03-12 11:02:33",
    "2025-03-12T09:15:00+03:00",
    "Published 12th Mar. 2025",
    "March 12th, 2025|0 Comments",
    "Rift Wire||Wed, 12 Mar 2025, 3:40 pm||3 min read",
    "Wed, March 12, 2025 at 1:10 PM UTC",
    "12 March, 2025 - 09:05",
    "Time: 2025/03/12 Source: Ministry",
    "Date : 12-Mar-2025",
    "March 12 2025",
    "Release date: 2025. 3. 12.",
    "2025.03.12 17:45",
    "12 mars 2025",
    "12. Mar 2025.",
    "12. März 2025",
    "Wed 12 Ramadan 1446 AH / 12 March 2025",
    "Created: 12 March 2025 · Last Updated: 14 March 2025",
    "Added: 12.03.25",
    "(12.03.2025)",
    "PUBLISHED : 12 Mar 2025 at 05:45|WRITER: News desk",
    "Politics 12 March 2025 16:10 (UTC +04:00)",
    "11:55, 12 March 2025",
    "Events on 12 March 2025",
]

# Whole pages, H for the headline and B for the text.
PAGES = [
    "News|March 12, 2025|H|B",
    "12 March 2025 , 16:40|H|B",
    "Friday, November 21, 2025|Home  World  Sport|H|Mar 12, 2025, 08:15|B",
    "Rift Wire|Today: Friday, 21 November 2025||H|Wednesday, 12 March 2025 / Published in News|B",
    "PRESS RELEASE||H||Nairobi, March 12, 2025 – B",
    "H|17:24 · 12.03.2025 Category: Official|Nairobi, 12 March /RW/ - B",
    "H|Nairobi, March 12 (RW) -- B|RW/ab 12/03/2025",
    "H||B||Nairobi, 12th March, 2025",
    "H|No.72/2025|March 12, 2025, Nairobi|B",
    "H||B||Posted in: Diplomacy|Date: 12 March 2025|Tags: Kenya, Ghana",
    # Lines that say more than the day: the one over the text.
    "Rift Wire Bulletin No. 34 of 12 March 2025||H||B",
    "From the print edition of March 12, 2025||H||B",
    "H||Ministry of Foreign Affairs - Press Service - 12.03.2025 - 16:40||B",
    "H|By Staff Writer in Nairobi, 12 March 2025||B",
    # Figures that may be read two ways: a named month on the same page settles them.
    "H|Press Release No. 45/2025|12/03/2025||B||Nairobi|12 March 2025",
    "H|12/03/2025||Nairobi: 12 March, 2025||B",
]


@pytest.mark.parametrize("stamp", UNDER_THE_HEADLINE)
def test_stamp_under_the_headline(stamp: str) -> None:
    document = read_text_page("\n".join([HEADLINE, *stamp.split("|"), BODY]))
    assert (document.published, document.published_precision) == ("2025-03-12", "day")
    assert document.text == f"{HEADLINE}\n\n{BODY}"


@pytest.mark.parametrize("page", PAGES)
def test_stamp_elsewhere(page: str) -> None:
    lines = [part.replace("H", HEADLINE) if part == "H" else part for part in page.split("|")]
    text = "\n".join(line[:-1] + BODY if line.endswith("B") else line for line in lines)
    assert read_text_page(text).published == "2025-03-12"


def test_figures_that_nothing_settles_give_the_year() -> None:
    document = read_text_page(f"{HEADLINE}\n12/03/2025\n{BODY}".replace(" on Tuesday", ""))
    assert (document.published, document.published_precision) == ("2025", "year")

"""Days of contacts told in longer sentences: where the date stands, and what it is told beside."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str | None, list[str]]

FRIDAY = "2025-05-16"

SENTENCES: list[Case] = [
    # Who left home on a day went on the visit that day; who left the host's town went home.
    (
        "Ghanaian Foreign Minister Samuel Okudzeto Ablakwa is in Abuja for talks with Nigerian "
        "Foreign Minister Yusuf Tuggar. He left Accra on Thursday morning.",
        FRIDAY,
        ["visit under_way 2025-05-15"],
    ),
    (
        "Ghanaian Foreign Minister Samuel Okudzeto Ablakwa paid a visit to Nigeria. He left Abuja "
        "on Thursday.",
        FRIDAY,
        ["visit held 2025-05-15"],
    ),
    (
        "On 13/5/2025, Malawian President Lazarus Chakwera met Zambian President "
        "Hakainde Hichilema in Lusaka.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "On this 13th day of May 2025, Malawian President Lazarus Chakwera met Zambian "
        "President Hakainde Hichilema in Lusaka.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Tuesday 13th May, Malawian President Lazarus Chakwera received Zambian "
        "President Hakainde Hichilema in Lilongwe.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Yesterday morning, Malawian President Lazarus Chakwera received Zambian "
        "President Hakainde Hichilema in Lilongwe.",
        FRIDAY,
        ["meeting held 2025-05-15"],
    ),
    (
        "This afternoon Malawian President Lazarus Chakwera received Zambian President "
        "Hakainde Hichilema in Lilongwe.",
        FRIDAY,
        ["meeting held 2025-05-16"],
    ),
    (
        "In the early hours of Thursday, Malawian President Lazarus Chakwera telephoned "
        "Zambian President Hakainde Hichilema.",
        FRIDAY,
        ["call held 2025-05-15"],
    ),
    (
        "Over the weekend, Malawian President Lazarus Chakwera telephoned Zambian "
        "President Hakainde Hichilema.",
        FRIDAY,
        ["call held 2025-05"],
    ),
    (
        "At the weekend Malawian President Lazarus Chakwera telephoned Zambian President "
        "Hakainde Hichilema.",
        FRIDAY,
        ["call held 2025-05"],
    ),
    (
        "Midweek, on 14 May, Malawian President Lazarus Chakwera telephoned Zambian "
        "President Hakainde Hichilema.",
        FRIDAY,
        ["call held 2025-05-14"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store receives Indonesian President Prabowo "
        "Subianto in Oslo today.",
        FRIDAY,
        ["meeting held 2025-05-16"],
    ),
    (
        "Indonesian President Prabowo Subianto, who has been visiting Norway since 13 "
        "May, met Norwegian Prime Minister Jonas Gahr Store.",
        FRIDAY,
        ["visit under_way 2025-05-13"],
    ),
    (
        "Indonesian President Prabowo Subianto, on the second day of his state visit to "
        "Norway, met Norwegian Prime Minister Jonas Gahr Store on Thursday.",
        FRIDAY,
        ["visit under_way 2025-05-14", "meeting held 2025-05-15"],
    ),
    (
        "The state visit of Indonesian President Prabowo Subianto to Norway, scheduled "
        "for May 19, has been postponed to June 9.",
        FRIDAY,
        ["visit postponed 2025-06-09"],
    ),
    (
        "The state visit of Indonesian President Prabowo Subianto to Norway, originally "
        "planned for 19 May, will now take place on 9 June.",
        FRIDAY,
        ["visit planned 2025-06-09"],
    ),
    (
        "Tongan Prime Minister Aisake Eke arrived in Suva on May 12. The following day "
        "he met Fijian Prime Minister Sitiveni Rabuka.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Tongan Prime Minister Aisake Eke arrived in Suva on May 12. Two days later he "
        "met Fijian Prime Minister Sitiveni Rabuka.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "Tongan Prime Minister Aisake Eke arrived in Suva on May 12. A day earlier he "
        "had met Samoan Prime Minister Fiame Naomi Mataafa in Apia.",
        FRIDAY,
        ["meeting held 2025-05-11"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met Fijian Prime Minister Sitiveni Rabuka on "
        "Tuesday. On the previous day he had called on Fijian President Naiqama "
        "Lalabalavu.",
        FRIDAY,
        ["meeting held 2025-05-13", "meeting held 2025-05-12"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met Fijian Prime Minister Sitiveni Rabuka on "
        "Tuesday. That evening he called on Fijian President Naiqama Lalabalavu.",
        FRIDAY,
        ["meeting held 2025-05-13", "meeting held 2025-05-13"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met Fijian Prime Minister Sitiveni Rabuka on "
        "Tuesday. The previous week he had met Samoan Prime Minister Fiame Naomi Mataafa "
        "in Apia.",
        FRIDAY,
        ["meeting held 2025-05-13", "meeting held 2025-05"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met Fijian Prime Minister Sitiveni Rabuka on "
        "Tuesday, a week after he had met Samoan Prime Minister Fiame Naomi Mataafa in "
        "Apia.",
        FRIDAY,
        ["meeting held 2025-05-13", "meeting held 2025-05"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met Fijian Prime Minister Sitiveni Rabuka on "
        "Tuesday, a day after meeting Samoan Prime Minister Fiame Naomi Mataafa in Apia.",
        FRIDAY,
        ["meeting held 2025-05-13", "meeting held 2025-05-12"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met Fijian Prime Minister Sitiveni Rabuka on "
        "Tuesday ahead of the Pacific Islands Forum on Thursday.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Tongan Prime Minister Aisake Eke, who arrived in Suva on Monday, met Fijian "
        "Prime Minister Sitiveni Rabuka on Tuesday.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Wednesday's meeting between Tongan Prime Minister Aisake Eke and Fijian Prime "
        "Minister Sitiveni Rabuka lasted an hour.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "The May 12 meeting of Tongan Prime Minister Aisake Eke with Fijian Prime "
        "Minister Sitiveni Rabuka lasted an hour.",
        FRIDAY,
        ["meeting held 2025-05-12"],
    ),
    (
        "The meeting between Tongan Prime Minister Aisake Eke and Fijian Prime Minister "
        "Sitiveni Rabuka took place in Suva on the 12th of May.",
        FRIDAY,
        ["meeting held 2025-05-12"],
    ),
    (
        "It was on Monday that Tongan Prime Minister Aisake Eke met Fijian Prime "
        "Minister Sitiveni Rabuka.",
        FRIDAY,
        ["meeting held 2025-05-12"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met with Fijian Prime Minister Sitiveni Rabuka "
        "at 10:30 a.m. on Monday.",
        FRIDAY,
        ["meeting held 2025-05-12"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met with Fijian Prime Minister Sitiveni Rabuka Monday.",
        FRIDAY,
        ["meeting held 2025-05-12"],
    ),
    (
        "SUVA, May 12 -- Tongan Prime Minister Aisake Eke met with Fijian Prime Minister "
        "Sitiveni Rabuka here on Monday.",
        FRIDAY,
        ["meeting held 2025-05-12"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met with Fijian Prime Minister Sitiveni Rabuka "
        "on Monday, May 12.",
        None,
        ["meeting held None"],
    ),
    (
        "Suva, 12 May 2025\n\nTongan Prime Minister Aisake Eke met with Fijian Prime "
        "Minister Sitiveni Rabuka on Monday.",
        None,
        ["meeting held 2025-05-12"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met with Fijian Prime Minister Sitiveni Rabuka "
        "on Monday, May 12, 2025. On Tuesday he met Fijian President Naiqama Lalabalavu.",
        None,
        ["meeting held 2025-05-12", "meeting held 2025-05-13"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer received the Ambassador of Norway, Per "
        "Egil Selvaag, who had completed his term in Lima, at the Torre Tagle Palace on "
        "May 13.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer received Norwegian Ambassador Per Egil "
        "Selvaag, who is leaving the country, in the ministry on Tuesday.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer received Norwegian Ambassador Per Egil "
        "Selvaag, who leaves the country on Sunday.",
        FRIDAY,
        ["meeting held None"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer met Chilean Foreign Minister Alberto "
        "van Klaveren in Lima on the 13th.",
        FRIDAY,
        ["meeting held 2025-05-13"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer will meet Chilean Foreign Minister "
        "Alberto van Klaveren in Lima on the 21st.",
        FRIDAY,
        ["meeting planned 2025-05-21"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer met Chilean Foreign Minister Alberto "
        "van Klaveren on the 75th anniversary of relations.",
        FRIDAY,
        ["meeting held None"],
    ),
    (
        "Peruvian Foreign Minister Elmer Schialer met Chilean Foreign Minister Alberto "
        "van Klaveren on the 3rd floor of the palace.",
        FRIDAY,
        ["meeting held None"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met with Fijian Prime Minister Sitiveni Rabuka "
        "on Monday, May 12, 2025. On Tuesday he met Fijian President Naiqama Lalabalavu.",
        None,
        ["meeting held 2025-05-12", "meeting held 2025-05-13"],
    ),
    (
        "Tongan Prime Minister Aisake Eke met with Fijian Prime Minister Sitiveni Rabuka "
        "on May 12, 2025. On Sunday he had met Fijian President Naiqama Lalabalavu.",
        None,
        ["meeting held 2025-05-12", "meeting held 2025-05-11"],
    ),
    (
        "Indonesian President Prabowo Subianto, who has been visiting Norway since 13 "
        "May, met Norwegian Prime Minister Jonas Gahr Store.",
        FRIDAY,
        ["visit under_way 2025-05-13"],
    ),
    (
        "Indonesian President Prabowo Subianto, whose state visit to Norway began on "
        "Tuesday, met Norwegian Prime Minister Jonas Gahr Store on Thursday.",
        FRIDAY,
        ["visit under_way 2025-05-13", "meeting held 2025-05-15"],
    ),
    (
        "The visit of Indonesian President Prabowo Subianto to Norway, originally "
        "scheduled for 19 May, will take place on 9 June.",
        FRIDAY,
        ["visit planned 2025-06-09"],
    ),
    (
        "The visit of Indonesian President Prabowo Subianto to Norway will take place on "
        "9 June instead of 19 May.",
        FRIDAY,
        ["visit planned 2025-06-09"],
    ),
    (
        "The visit of Indonesian President Prabowo Subianto to Norway, initially planned "
        "for 19 May, has been postponed until 9 June.",
        FRIDAY,
        ["visit postponed 2025-06-09"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store said on Thursday that he would "
        "receive Indonesian President Prabowo Subianto in Oslo the following week.",
        FRIDAY,
        ["meeting planned 2025-05"],
    ),
    (
        "Shortly before midnight on Tuesday, Norwegian Prime Minister Jonas Gahr Store "
        "telephoned Indonesian President Prabowo Subianto.",
        FRIDAY,
        ["call held 2025-05-13"],
    ),
    (
        "Earlier on Thursday, Norwegian Prime Minister Jonas Gahr Store received "
        "Indonesian President Prabowo Subianto in Oslo.",
        FRIDAY,
        ["meeting held 2025-05-15"],
    ),
    (
        "Earlier in the week Norwegian Prime Minister Jonas Gahr Store received "
        "Indonesian President Prabowo Subianto in Oslo.",
        FRIDAY,
        ["meeting held 2025-05"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store is to receive Indonesian President "
        "Prabowo Subianto in Oslo later this month.",
        FRIDAY,
        ["meeting planned 2025-05"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store is scheduled to hold talks with "
        "Indonesian President Prabowo Subianto in Oslo in the second week of June.",
        FRIDAY,
        ["meeting planned 2025-06"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store held talks in Oslo on Wednesday "
        "evening, local time, with Indonesian President Prabowo Subianto.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "Talks between Norwegian Prime Minister Jonas Gahr Store and Indonesian "
        "President Prabowo Subianto are under way in Oslo on Friday.",
        FRIDAY,
        ["meeting under_way 2025-05-16"],
    ),
    (
        "When they met in Oslo on Wednesday, Norwegian Prime Minister Jonas Gahr Store "
        "and Indonesian President Prabowo Subianto discussed palm oil.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "Meeting in Oslo on Wednesday, Norwegian Prime Minister Jonas Gahr Store and "
        "Indonesian President Prabowo Subianto discussed palm oil.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store spoke on Wednesday, 14th May, by "
        "telephone with Indonesian President Prabowo Subianto.",
        FRIDAY,
        ["call held 2025-05-14"],
    ),
    (
        "Wednesday saw Norwegian Prime Minister Jonas Gahr Store hold talks with "
        "Indonesian President Prabowo Subianto in Oslo.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "On Wednesday afternoon in Oslo, Norwegian Prime Minister Jonas Gahr Store and "
        "Indonesian President Prabowo Subianto signed an accord after their talks.",
        FRIDAY,
        ["meeting held 2025-05-14"],
    ),
    (
        "Norwegian Prime Minister Jonas Gahr Store had a meeting in Oslo with Indonesian "
        "President Prabowo Subianto during the latter's visit to Norway on 13-14 May "
        "2025.",
        FRIDAY,
        ["visit held 2025-05-13"],
    ),
    (
        "The two-day visit of Indonesian President Prabowo Subianto to Norway ended on Wednesday.",
        FRIDAY,
        ["visit held 2025-05-13"],
    ),
]


@pytest.mark.parametrize(
    ("text", "published", "expected"), SENTENCES, ids=[c[0][:60] for c in SENTENCES]
)
def test_sentences(text: str, published: str | None, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []

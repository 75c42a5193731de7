"""Days counted from one engagement to another: "two days after he met X"."""

from __future__ import annotations

import pytest

from reading import not_dated_so

Case = tuple[str, str, list[str]]

CASES: list[Case] = [
    (
        "Tanzanian President Samia Suluhu Hassan received Kenyan Foreign Minister Musalia "
        "Mudavadi on Wednesday, three days before her state visit to Kenya.",
        "2024-03-14",
        ["meeting held 2024-03-13", "visit planned 2024-03-16"],
    ),
    (
        "Jordan's King Abdullah II met Egyptian President Abdel Fattah el-Sisi in Cairo on "
        "Tuesday, two days after he hosted German Chancellor Olaf Scholz in Amman.",
        "2025-02-05",
        ["meeting held 2025-02-04", "meeting held 2025-02-02"],
    ),
    (
        "Jordan's King Abdullah II met Egyptian President Abdel Fattah el-Sisi on Tuesday. The "
        "talks came a day after the king's phone call with German Chancellor Olaf Scholz.",
        "2025-02-05",
        ["meeting held 2025-02-04", "call held 2025-02-03"],
    ),
    (
        "Three days before travelling to Paris, Jordan's King Abdullah II spoke by phone with "
        "German Chancellor Olaf Scholz on Tuesday.",
        "2025-02-05",
        ["call held 2025-02-04", "visit planned 2025-02-07"],
    ),
    (
        "German Chancellor Olaf Scholz arrived in Amman on Tuesday, a day after he met Turkish "
        "President Recep Tayyip Erdogan in Ankara.",
        "2025-02-05",
        ["visit under_way 2025-02-04", "meeting held 2025-02-03"],
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_days(text: str, published: str, expected: list[str]) -> None:
    assert not_dated_so(text, published, expected) == []

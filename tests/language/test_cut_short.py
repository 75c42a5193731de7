"""A headline, a row or a page cut off may end after any word: it is read all the same."""

from __future__ import annotations

import pytest

from reading import analysed

SENTENCES = [
    "The envoy met the Ambassador from Peru, His Excellency Luis Quispe, on Friday in Lima.",
    "Credentials were presented by Norway's Ingrid Solheim, Ghana's Kofi Mensah and others.",
    "The ambassadors of Norway (Ingrid Solheim), Ghana (Kofi Mensah) and Peru (Luis Quispe) came.",
    "Secretary of the Security Council of Armenia Armen Grigoryan spoke with Senior General Min "
    "Aung Hlaing.",
    "Prime Minister and Minister of Foreign Affairs of Qatar Sheikh Mohammed bin Abdulrahman Al "
    "Thani telephoned the President of the European Council, António Costa.",
    "His Majesty King Abdullah II and His Highness the Crown Prince left Amman for the United "
    "Arab Emirates at the invitation of President Sheikh Mohamed bin Zayed.",
    "Chairman of the Joint Chiefs of Staff Committee General Sahir Shamshad Mirza called on the "
    "Sri Lankan Minister of State for Defence, the Hon. Premitha Tennakoon.",
    "On 12 May 2023 the Deputy Prime Minister of Viet Nam, Tran Luu Quang, received the former "
    "Vice-President of the Lao People's Democratic Republic.",
    "Foreign Minister Sergei Lavrov's talks with his Indian counterpart, S. Jaishankar, began.",
    "Rt Hon. Andrew Holness wrote to H.E. William Ruto, President of the Republic of Kenya.",
]


def names(words: list[str]) -> list[str | None]:
    return [person.name for person in analysed(" ".join(words).rstrip(",.() ")).people]


@pytest.mark.parametrize("text", SENTENCES)
def test_cut_after_any_word(text: str) -> None:
    words = text.split()
    for end in range(1, len(words)):
        assert all(names(words[:end]))


@pytest.mark.parametrize("text", SENTENCES)
def test_begun_at_any_word(text: str) -> None:
    words = text.split()
    for start in range(1, len(words)):
        assert all(names(words[start:]))

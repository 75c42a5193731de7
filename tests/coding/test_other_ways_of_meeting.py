"""Calls paid, ambassadors called to ministries, guests who may be received, tables of four."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    ("Finnish President Alexander Stubb paid a call on Estonian President Alar Karis.",
     ["meeting held: Alar Karis EST host; Alexander Stubb FIN guest"]),
    ("The Peruvian ambassador Luis Quispe was called to the Estonian Foreign Ministry.",
     ["meeting held: EST host; Luis Quispe PER guest"]),
    ("Estonia's foreign ministry called Peruvian ambassador Luis Quispe at two in the morning.",
     ["meeting held: EST host; Luis Quispe PER guest"]),
    ("Finnish President Alexander Stubb confronted Russian Foreign Minister Sergei Lavrov in "
     "Vienna.",
     ["meeting held: Alexander Stubb FIN participant; Sergei Lavrov RUS participant"]),
    ("King Charles III will welcome Finnish President Alexander Stubb for a state visit.",
     ["visit planned: Alexander Stubb FIN guest; Charles III GBR host"]),
    # the printers' apostrophe
    ("Finnish President Alexander Stubb said: \u201cI\u2019ll meet President Alar Karis of "
     "Estonia.\u201d",
     ["meeting planned: Alar Karis EST participant; Alexander Stubb FIN participant"]),
    # who may be received is on a visit already
    ("Finnish President Alexander Stubb could be received by Pope Leo XIV.",
     ["meeting proposed: Alexander Stubb FIN guest; Leo XIV VAT host"]),
    # two who go together sit at one table
    ("Finnish Foreign Minister Elina Valtonen and Estonian Foreign Minister Margus Tsahkna will "
     "also meet with ministers from Kenya and Peru.",
     ["summit planned: Elina Valtonen FIN participant; KEN participant; Margus Tsahkna EST "
      "participant; PER participant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_it_amounts_to(text: str, expected: list[str]) -> None:
    """One engagement, by whatever words."""
    assert all_told(read(text)) == expected

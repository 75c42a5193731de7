"""Festivities and mournings of one state that somebody of another attends."""

from __future__ import annotations

import pytest

from reading import all_told, read

FIN = "Alexander Stubb FIN guest"
CASES = [
    ("Finnish President Alexander Stubb attended Estonia's Independence Day celebrations.",
     [f"ceremony held: {FIN}; EST host"]),
    ("Finnish President Alexander Stubb will attend the inauguration ceremony of new Estonian "
     "President Alar Karis.",
     [f"ceremony planned: {FIN}; EST host"]),
    ("The swearing-in ceremony of Narendra Modi was attended by Finnish President Alexander Stubb.",
     [f"ceremony held: {FIN}; IND host"]),
    ("Finnish President Alexander Stubb was the guest of honour at the 50th independence "
     "anniversary celebrations of Comoros.",
     [f"ceremony held: {FIN}; COM host"]),
    ("Finnish President Alexander Stubb was in Lisbon for the celebrations of the revolution.",
     [f"ceremony held: {FIN}; PRT host", f"visit held: {FIN}; PRT host"]),
    ("Finnish President Alexander Stubb took part in the opening ceremony of the Finnish Embassy "
     "in Maputo.",
     [f"ceremony held: {FIN}; MOZ host"]),
    ("Estonian President Alar Karis thanked Finnish President Alexander Stubb for attending the "
     "coronation of King Charles III.",
     [f"ceremony held: {FIN}; GBR host"]),
    ("Finnish President Alexander Stubb took part in the opening ceremony of the complex of the "
     "Embassy of Finland in Maputo.",
     [f"ceremony held: {FIN}; MOZ host"]),
    ("Finnish President Alexander Stubb and Estonian President Alar Karis attended the unveiling "
     "of a monument in Tallinn.",
     [f"ceremony held: Alar Karis EST host; {FIN}"]),
    ("Finnish President Alexander Stubb was given a state welcome at the Elysee Palace.",
     [f"ceremony held: {FIN}; FRA host"]),
    # at home, and nobody's
    ("Finnish President Alexander Stubb attended the Independence Day celebrations in Helsinki.",
     []),
    ("Finnish President Alexander Stubb opened the celebrations with a speech.", []),
    ("Finnish President Alexander Stubb was invited to attend the celebrations in Maputo.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_attends(text: str, expected: list[str]) -> None:
    """A ceremony of the host state, whoever of it is named."""
    assert [
        line for line in all_told(read(text)) if "ceremony" in line or "visit" in line
    ] == expected


def test_who_came_for_it_may_not_have_been_there_yet() -> None:
    reading = read(
        "Finnish President Alexander Stubb arrived in Accra on Monday to attend the inauguration "
        "of Ghanaian President John Mahama.",
        published="2025-01-06",
    )
    assert all_told(reading) == [
        "ceremony planned: Alexander Stubb FIN guest; GHA host",
        "visit under_way: Alexander Stubb FIN guest; GHA host",
    ]


def test_who_is_bidden_to_a_seat_is_on_no_visit() -> None:
    text = "Finnish President Alexander Stubb invited Estonian President Alar Karis "
    assert all_told(read(text + "to take a seat.")) == []
    assert all_told(read(text + "to visit Turku.")) == [
        "visit proposed: Alar Karis EST guest; Alexander Stubb FIN host"
    ]

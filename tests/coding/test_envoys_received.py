"""An envoy told by who sent him is a party, by name where the page gives it."""

from __future__ import annotations

import pytest

from reading import party_lines, read

RECEIVED = [
    (
        "Rwandan President Paul Kagame received a special envoy of President Yoweri Museveni of "
        "Uganda in Kigali.",
        ["Paul Kagame RWA host", "UGA guest"],
    ),
    (
        "Rwandan President Paul Kagame received a special envoy of President Yoweri Museveni of "
        "Uganda in Kigali. The special envoy, Adonia Ayebare, praised the ties.",
        ["Adonia Ayebare UGA guest", "Paul Kagame RWA host"],
    ),
    (
        "Nigerian Vice President Yemi Osinbajo received the Special Envoy of President Adama "
        "Barrow of The Gambia in Abuja. The Special Envoy, Hon. Mamadou Tangara who is also the "
        "country's Minister of Foreign Affairs, spoke to reporters.",
        ["Mamadou Tangara GMB guest", "Yemi Osinbajo NGA host"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), RECEIVED)
def test_envoys_are_received(text: str, parties: list[str]) -> None:
    meetings = [a for a in read(text, published="2021-05-24").accounts if a.kind == "meeting"]
    assert [party_lines(a) for a in meetings] == [parties]


# Several who hand over their credentials one after the other are guests of one ceremony.
CREDENTIALS = [
    (
        "President Adama Barrow received letters of credence from new ambassadors of Norway and "
        "Peru in Banjul. Her Excellency Ingrid Solheim from Norway was the first to present her "
        "credentials. His Excellency Luis Quispe of Peru then presented his credentials.",
        ["Adama Barrow GMB host", "Ingrid Solheim NOR guest", "Luis Quispe PER guest"],
    ),
    (
        "The ambassadors of Norway (Ingrid Solheim) and Peru (Luis Quispe) presented their "
        "credentials to President Adama Barrow of The Gambia.",
        ["Adama Barrow GMB host", "Ingrid Solheim NOR guest", "Luis Quispe PER guest"],
    ),
    (
        "The first to present his credentials to President Adama Barrow of The Gambia was the "
        "Ambassador of Peru, His Excellency Luis Quispe.",
        ["Adama Barrow GMB host", "Luis Quispe PER guest"],
    ),
]


CREDENTIALS += [
    (
        "At a credentials ceremony in Tallinn, Estonian President Alar Karis received the "
        "ambassadors of Norway and Peru.",
        ["Alar Karis EST host", "NOR guest", "PER guest"],
    ),
    (
        "Estonian President Alar Karis received Ingrid Solheim, Ambassador of Norway, who "
        "presented her credentials.",
        ["Alar Karis EST host", "Ingrid Solheim NOR guest"],
    ),
    (
        "Ingrid Solheim, Ambassador of Norway, was accredited by Estonian President Alar Karis.",
        ["Alar Karis EST host", "Ingrid Solheim NOR guest"],
    ),
]


@pytest.mark.parametrize(("text", "parties"), CREDENTIALS)
def test_credentials_have_one_host_and_all_envoys(text: str, parties: list[str]) -> None:
    ceremonies = [a for a in read(text, published="2022-06-21").accounts if a.kind == "ceremony"]
    assert [sorted(party_lines(a)) for a in ceremonies] == [parties]


def test_envoys_listed_are_met_at_one_table() -> None:
    text = (
        "Latvian Foreign Minister Edgars Rinkēvičs met with the new ambassadors: the Ambassador of "
        "Norway, Ingrid Solheim; the Ambassador of Peru, Luis Quispe; and the Ambassador of Ghana, "
        "Kofi Mensah."
    )
    (meeting,) = read(text, published="2022-09-30").accounts
    assert len(party_lines(meeting)) == 4


def test_an_ambassadors_post_is_no_ceremony() -> None:
    text = "Kofi Mensah, who was accredited to Peru in 2018, spoke of trade with Ghana."
    assert not read(text, published="2022-09-30").accounts


def test_credentials_of_two_days_are_two_ceremonies() -> None:
    text = (
        "Angolan President João Lourenço on Thursday accredited the ambassadors of Norway, Ingrid "
        "Solheim, and Peru, Luis Quispe. On Wednesday, President Lourenço accredited the "
        "ambassadors of Ghana, Kofi Mensah, and Malta, Domenico Borg."
    )
    told = read(text, published="2023-07-21").accounts
    assert [(a.start, len(a.parties)) for a in told] == [("2023-07-20", 3), ("2023-07-19", 3)]


def test_participants_listed_sit_at_the_summit() -> None:
    text = (
        "US Secretary of State Marco Rubio met with leaders of the Caribbean Community in "
        "Basseterre. Participants in the meeting included Prime Minister Terrance Drew of Saint "
        "Kitts and Nevis, Prime Minister Mia Mottley of Barbados and President Ali of Guyana."
    )
    (summit,) = read(text, published="2026-02-25").accounts
    assert {p.state for p in summit.parties} >= {"USA", "KNA", "BRB", "GUY"}

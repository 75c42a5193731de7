"""What a page is there to report, and what it only mentions."""

from __future__ import annotations

import pytest

from reading import read

PAGES = [
    # (title, body, main, background): kind and one party of each
    # what was signed stands in the second sentence, and is not why they met
    (
        None,
        "Omani Foreign Minister Badr al-Busaidi met his Slovenian counterpart Tanja Fajon in "
        "Ljubljana on Monday. A memorandum on political consultations was signed after the talks.",
        [("meeting", "Tanja Fajon")],
        [("ceremony", None)],
    ),
    # a headline in the present over a visit that is to come
    (
        "Ramaphosa hosts Lungu on state visit",
        "South African President Cyril Ramaphosa will on Thursday host Zambian President Edgar "
        "Lungu on a state visit to Pretoria.",
        [("visit", "Edgar Lungu")],
        [],
    ),
    # what lies weeks back is not the news, though it stands in the second sentence
    (
        None,
        "South African President Cyril Ramaphosa called Zambian President Edgar Lungu on Friday. "
        "They last met in Durban in June 2017.",
        [("call", "Edgar Lungu")],
        [("meeting", "Edgar Lungu")],
    ),
    # a relative clause behind the news
    (
        None,
        "Estonian Foreign Minister Margus Tsahkna, who visited Moldova last week, spoke by phone "
        "with his Georgian counterpart Maka Bochorishvili on Monday.",
        [("call", "Maka Bochorishvili")],
        [("visit", "Margus Tsahkna")],
    ),
    # a reminder in the last paragraph
    (
        "Malta and Tunisia talk fisheries",
        "Maltese Prime Minister Robert Abela received Tunisian Foreign Minister Mohamed Ali Nafti "
        "in Valletta on Thursday.\n\nThe two sides spoke of fisheries.\n\nThe minister said that "
        "ties were growing.\n\nIn 2023, Abela visited Tunisia.",
        [("meeting", "Robert Abela")],
        [("visit", "Robert Abela")],
    ),
    # talks during a visit: both are news where headline and lead report both
    (
        "Lithuanian president visits Japan",
        "Lithuanian President Gitanas Nauseda began a visit to Japan on Tuesday and met Japanese "
        "Prime Minister Shigeru Ishiba.",
        [("meeting", "Shigeru Ishiba"), ("visit", "Gitanas Nauseda")],
        [],
    ),
    # an invitation for a later visit is not the news
    (
        None,
        "Cape Verdean President Jose Maria Neves met Senegalese President Bassirou Diomaye Faye in "
        "Dakar on Friday.\n\nHe invited Faye to visit Praia.",
        [("meeting", "Jose Maria Neves")],
        [("visit", "Bassirou Diomaye Faye")],
    ),
    # planned visits are news by themselves
    (
        "Danish king to visit Iceland",
        "Danish King Frederik X will pay a state visit to Iceland in May.",
        [("visit", "Frederik X")],
        [],
    ),
    # "after": what came before the news
    (
        None,
        "Bolivian President Rodrigo Paz flew to Argentina on Sunday after a meeting with Chilean "
        "President Gabriel Boric in Santiago.",
        [("visit", "Rodrigo Paz")],
        [("meeting", "Gabriel Boric")],
    ),
]


@pytest.mark.parametrize(("title", "body", "main", "background"), PAGES)
def test_main_and_background(
    title: str | None, body: str, main: list[tuple[str, str]], background: list[tuple[str, str]]
) -> None:
    accounts = read(body, title=title, published="2025-11-14").accounts
    told = [(a.kind, {p.person for p in a.parties}, a.main) for a in accounts]
    for kind, person in main:
        assert any(k == kind and person in who and is_main for k, who, is_main in told), told
    for kind, person in background:
        assert any(k == kind and person in who and not is_main for k, who, is_main in told), told
    assert len(told) == len(main) + len(background)


def test_statements_go_with_the_talks_and_not_with_the_visit() -> None:
    reading = read(
        "Namibian President Netumbo Nandi-Ndaitwah met Angolan President Joao Lourenco in Luanda "
        "during a visit to Angola on Friday. Lourenco said that trade was growing.",
        published="2025-05-10",
    )
    assert {a.kind for a in reading.accounts if a.statements} == {"meeting"}

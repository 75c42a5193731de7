"""Who "he", "the latter", "the two leaders" and "his host" are."""

from __future__ import annotations

import pytest

from reading import analysed, not_yet


def meant(text: str, words: str) -> set[str]:
    """The persons behind the last occurrence of ``words``."""
    at = text.rindex(words)
    analysis = analysed(text, published="2025-02-03")
    tokens = [t for s in analysis.sentences for t in s.tokens if at <= t.start < at + len(words)]
    return {p.name for t in tokens for p in t.persons}


TUSK, NAUSEDA = "Donald Tusk", "Gitanas Nauseda"
FREDERIKSEN, STOERE = "Mette Frederiksen", "Jonas Gahr Store"
PAIR = "Polish Prime Minister Donald Tusk met Lithuanian President Gitanas Nauseda in Vilnius. "
HER = (
    "Danish Prime Minister Mette Frederiksen met Norwegian Prime Minister Jonas Gahr Store in "
    "Oslo. "
)

CASES = [
    # the subject goes on
    (PAIR + "He spoke of energy.", "He", {TUSK}),
    # gender tells
    (HER + "She spoke of energy.", "She", {FREDERIKSEN}),
    (HER + "He spoke of energy.", "He", {STOERE}),
    (HER + "Frederiksen thanked him.", "him", {STOERE}),
    # inside one sentence: the other of two
    (PAIR + "Tusk told Nauseda that he wanted to visit Kaunas.", "he", {TUSK}),
    # a possessive after its owner
    (PAIR + "Nauseda spoke of his plans.", "his", {NAUSEDA}),
    # a verb whose object owns what follows
    (PAIR + "Tusk congratulated Nauseda on his election.", "his", {NAUSEDA}),
    # a sentence that opens with it, and names its owner behind
    (PAIR + "In his reply, President Alar Karis of Estonia wrote of gas.", "his", {"Alar Karis"}),
    (PAIR + "During his visit, President Alar Karis of Estonia was away.", "his", {TUSK}),
    (PAIR + "On the last day of his stay in Rome, President Alar Karis of Estonia met Tusk.", "his",
     {"Alar Karis"}),
    # the last named
    (PAIR + "The latter spoke of energy.", "latter", {NAUSEDA}),
    # the first named
    not_yet("“the former” is read as an adjective",
            PAIR + "The former spoke of energy.", "former", {TUSK}),
    # both
    (PAIR + "The two leaders spoke of energy.", "leaders", {TUSK, NAUSEDA}),
    (PAIR + "Both sides spoke of energy.", "sides", {TUSK, NAUSEDA}),
    (PAIR + "They spoke of energy.", "They", {TUSK, NAUSEDA}),
    (PAIR + "The two spoke of energy.", "The two", {TUSK, NAUSEDA}),
    (PAIR + "Both politicians spoke of energy.", "politicians", {TUSK, NAUSEDA}),
    not_yet("a possessive after “they” stands for nobody",
            PAIR + "They spoke of their plans.", "their", {TUSK, NAUSEDA}),
    # by a demonym and "leader"
    (PAIR + "The Lithuanian leader spoke of energy.", "Lithuanian leader", {NAUSEDA}),
    # by the office alone
    (PAIR + "The president spoke of energy.", "president", {NAUSEDA}),
    (PAIR + "The prime minister spoke of energy.", "prime minister", {TUSK}),
    # the other of the same office
    (PAIR + "Tusk thanked his Lithuanian counterpart.", "Lithuanian counterpart", {NAUSEDA}),
    (HER + "Frederiksen thanked her counterpart.", "counterpart", {STOERE}),
    # the one who receives
    ("Lithuanian President Gitanas Nauseda received Polish Prime Minister Donald Tusk in Vilnius. "
     "Tusk thanked his host.", "his host", {NAUSEDA, TUSK}),
    # a counterpart holds the same office
    ("Slovenian President Nataša Pirc Musar and Slovenian Foreign Minister Tanja Fajon were there. "
     "Algerian President Abdelmadjid Tebboune thanked his Slovenian counterpart.",
     "Slovenian counterpart", {"Nataša Pirc Musar"}),
    # a style without a name is whoever the page gives it to
    ("His Royal Highness Crown Prince Mohammed bin Salman received Lebanese President Joseph Aoun. "
     "His Royal Highness invited the President.", "Highness", {"Mohammed bin Salman"}),
    ("HM King Abdullah II met Chilean President Gabriel Boric. The President thanked His Majesty.",
     "Majesty", {"Abdullah II"}),
    ("Chilean President Gabriel Boric spoke. His Excellency left.", "Excellency", set()),
    # who was received is the guest, whoever spoke last
    ("Omani Foreign Minister Badr Albusaidi received Swiss Foreign Minister Ignazio Cassis. Cassis "
     "praised Oman. Albusaidi thanked Cassis. The guest left.", "The guest", {"Ignazio Cassis"}),
    # who says what stands before, not who is spoken of
    (PAIR + "Tusk spoke. Nauseda would visit Warsaw, he said.", "he said", {TUSK}),
    # behind "to whom" it is the other
    (PAIR + "Tusk was received by Nauseda, to whom he gave a map.", "he gave", {TUSK}),
    # the subject below, where no other is named
    (PAIR + "The first stop was Kaunas, where Tusk was to speak. On Friday he left.", "he left",
     {TUSK}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_who_is_meant(text: str, words: str, expected: set[str]) -> None:
    assert meant(text, words) == expected


def test_the_two_countries() -> None:
    text = PAIR + "Trade between the two countries grew."
    tokens = [t for s in analysed(text, published="2025-02-03").sentences for t in s.tokens]
    assert [set(t.states) for t in tokens if t.text == "countries"] == [{"LTU", "POL"}]


def test_what_was_worked_out_says_from_what() -> None:
    text = HER + "She spoke of energy."
    tokens = [t for s in analysed(text, published="2025-02-03").sentences for t in s.tokens]
    (she,) = [t for t in tokens if t.text == "She"]
    assert she.worked_from is not None
    assert FREDERIKSEN in she.worked_from


NOBODY = [
    # "it" is no person, "they" without a plural stands for nobody here
    ("The market fell. He who hesitates loses.", "He"),
    ("Prices rose. They will rise again.", "They"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody_is_meant(text: str, words: str) -> None:
    assert meant(text, words) == set()

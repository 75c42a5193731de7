"""Sentences that speak of diplomacy, or in its words, and report no engagement."""

from __future__ import annotations

import pytest

from reading import all_told, read

CASES = [
    # -- sittings of one state's own bodies --
    "Kenyan President William Ruto congratulated Finnish President Alexander Stubb on his election "
    "at the formation meeting of the National Assembly of Finland.",
    "Vietnamese President Luong Cuong told Chinese President Xi Jinping about the session of the "
    "Politburo.",
    # -- negation --
    "US President Joe Biden did not meet Israeli Prime Minister Benjamin Netanyahu.",
    "Turkish President Recep Tayyip Erdogan has never visited Armenia.",
    "Algerian President Abdelmadjid Tebboune has no plans to visit France.",
    "There was no meeting between Russian President Vladimir Putin and Ukrainian President "
    "Volodymyr Zelensky.",
    "The Kremlin denied that Russian President Vladimir Putin had spoken by phone with US "
    "President-elect Donald Trump.",
    "Indian Prime Minister Narendra Modi refused to meet Pakistani Prime Minister Shehbaz Sharif.",
    "Tehran denied any scheduled meeting between Iranian Foreign Minister Abbas Araghchi and US "
    "Secretary of State Marco Rubio.",
    "Jordan dismissed reports about a phone call between King Abdullah II and Israeli Prime "
    "Minister Benjamin Netanyahu.",
    "Reports of talks between Malian Foreign Minister Abdoulaye Diop and French Foreign Minister "
    "Jean-Noel Barrot were denied in Bamako.",
    "The spokesman ruled out the possibility of a meeting between Iranian President Masoud "
    "Pezeshkian and US President Donald Trump.",
    "Colombian President Gustavo Petro had no plans for a meeting with Peruvian President Dina "
    "Boluarte.",
    # -- hypotheticals --
    "If French President Emmanuel Macron met Russian President Vladimir Putin, little would "
    "change.",
    "It is unclear whether Chinese President Xi Jinping will meet US President Joe Biden.",
    "Should Zambian President Hakainde Hichilema visit Harare, Zimbabwean President Emmerson "
    "Mnangagwa will receive him.",
    "Were Greek Prime Minister Kyriakos Mitsotakis to meet Turkish President Recep Tayyip Erdogan, "
    "they would discuss the islands.",
    "Had Greek Prime Minister Kyriakos Mitsotakis met Turkish President Recep Tayyip Erdogan, the "
    "quarrel would be over.",
    # -- things that are welcomed --
    "Kenyan President William Ruto and Finnish President Alexander Stubb welcomed the growth of "
    "trade.",
    # -- lasting contact --
    "Kazakh Foreign Minister Murat Nurtleu was in contact with his Russian colleagues.",
    # -- sport and games --
    "French President Emmanuel Macron and Croatian President Zoran Milanovic cheered when they "
    "met Iceland in Kazan.",
    "The two sides last met in Kazan in 2018, when France won 4-3; French President Emmanuel "
    "Macron and Argentine President Mauricio Macri were there.",
    "France met Argentina in the final of the World Cup in Lusail.",
    "India and Pakistan play on Sunday. Cricket used to be where the two countries met when they "
    "were not on speaking terms.",
    "Morocco will host Brazil in a friendly match in Tangier on Saturday.",
    "India beat Australia in the first Test in Perth.",
    "Kylian Mbappe called up for France against Italy.",
    # -- domestic politics --
    "French President Emmanuel Macron met Prime Minister Michel Barnier at the Elysee.",
    "Kenyan President William Ruto visited Kisumu to open a market.",
    "Japanese Prime Minister Shigeru Ishiba held talks with lawmakers of his party.",
    "German Chancellor Friedrich Merz spoke by phone with the premier of Bavaria, Markus Söder.",
    # -- opinion and analysis --
    "India and China compete for influence in the Maldives.",
    "The relationship between Washington and Beijing needs dialogue.",
    "A summit would not solve the dispute between Greece and Türkiye.",
    # -- words that name other things --
    "Ukraine received a third batch of tanks from Poland.",
    "Singapore called the decision a step forward for Malaysia.",
    "Iran visited sanctions upon itself, critics in Iraq say.",
    "The bank met the demands of regulators in Switzerland and Germany.",
    "Oil prices met resistance after data from China and the United States.",
    # -- tourists and trade --
    "More than three million Chinese tourists visited Thailand last year.",
    "Exports of coffee from Viet Nam to Germany rose by a tenth.",
    # -- who reports is no party --
    "The official MENA news agency reported on Monday that the two officials reviewed the budget "
    "of Egypt.",
    # -- obligations and wishes of others --
    "Analysts say that leaders should talk more often.",
]  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_nothing_is_read(text: str) -> None:
    assert all_told(read(text, published="2025-02-10")) == []


def _said(text: str) -> list[tuple[object, str]]:
    return [(s.speaker, s.act.value) for s in read(text, published="2025-02-10").statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President William Ruto said the tax bill would go back to parliament.", []),
        ("Coach Didier Deschamps said that Brazil would be hard to beat.", []),
        (
            "Foreign Minister Penny Wong condemned the strike of Russia on the hospital.",
            [("Penny Wong", "condemn")],
        ),
    ],
)
def test_statements_of_domestic_affairs_are_none(
    text: str, expected: list[tuple[object, str]]
) -> None:
    assert _said(text) == expected

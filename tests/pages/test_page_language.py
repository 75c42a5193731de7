"""Which language a page is in."""

from __future__ import annotations

import pytest

from communique.pages.page_language import classified, language_of

TEXTS = {
    "en": "The two presidents met in Vienna on Monday and talked about trade and transport, "
    "the office of the federal president said in a statement after the talks.",
    "fr": "Les deux présidents se sont rencontrés lundi à Vienne et ont parlé du commerce, des "
    "transports et de l'énergie, a annoncé la présidence dans un communiqué.",
    "es": "Los dos presidentes se reunieron el lunes en Viena y hablaron sobre comercio, "
    "transporte y energía, según informó la presidencia en un comunicado.",
    "pt": "Os dois presidentes reuniram-se na segunda-feira em Viena e falaram sobre o comércio, "
    "os transportes e a energia, informou a presidência num comunicado.",
    "de": "Die beiden Präsidenten trafen sich am Montag in Wien und sprachen über Handel, Verkehr "
    "und Energie, teilte das Präsidialamt nach den Gesprächen mit.",
    "ru": "Президенты двух стран встретились в понедельник в Вене и обсудили вопросы торговли, "
    "транспорта и энергетики, сообщила пресс-служба.",
    "vi": "Hai vị Tổng thống đã gặp nhau hôm thứ Hai tại Vienna và trao đổi về thương mại, giao "
    "thông và năng lượng, Văn phòng Tổng thống cho biết trong một tuyên bố.",
    "ar": "التقى الرئيسان يوم الاثنين في فيينا وبحثا التجارة والنقل والطاقة، حسبما أعلن مكتب "
    "الرئيس في بيان بعد المحادثات.",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_language_by_the_text(tag: str) -> None:
    assert language_of(TEXTS[tag]) == tag


def test_declared_language_does_not_outweigh_the_text() -> None:
    assert language_of(TEXTS["en"], "vi-VN") == "en"
    assert language_of(TEXTS["fr"], "en") == "fr"


def test_short_text_is_english_only_by_its_own_words() -> None:
    assert language_of("Talks end in Vienna") == "en"
    assert language_of("Vienna") is None
    assert language_of("Vienna", "en-GB") == "en"
    assert language_of("") is None


def test_quick_answer_is_that_of_the_classifier() -> None:
    assert classified(TEXTS["en"]) == language_of(TEXTS["en"])


SHORT_ENGLISH = [
    "India, Russia\n\nIndian Prime Minister Narendra Modi met Russian President Vladimir Putin in "
    "Moscow on Tuesday.",
    "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.",
]


@pytest.mark.parametrize("text", SHORT_ENGLISH)
def test_a_short_text_full_of_names_is_english_by_its_small_words(text: str) -> None:
    assert language_of(text) == "en"


def test_a_list_full_of_names_is_english() -> None:
    text = (
        "Monday, November 11\nQatari Emir Tamim bin Hamad Al Thani hosts Syrian President Ahmed "
        "al-Sharaa in Doha.\nFrench Foreign Minister Jean-Noel Barrot visits Kuwait.\nTuesday, "
        "November 12\nThe Omani foreign minister, Badr Albusaidi, calls on Saudi Crown Prince "
        "Mohammed bin Salman.\nKing Hamad travels to Abu Dhabi (until November 14)."
    )
    assert classified(text) != "en"
    assert language_of(text) == "en"


SHORT = {
    "Paris, 4 mars. Emmanuel Macron a reçu Friedrich Merz.": "fr",
    "Merz empfing Macron am Montag in Berlin.": "de",
    "Sánchez recibió a Petro en Madrid el lunes.": "es",
    # names of other languages in a line of English
    "Lula met Peña in Brasília on Monday.": "en",
    "Erdoğan and Stoltenberg to meet in Vilnius": "en",
    "Von der Leyen met Modi in Delhi": "en",
}


@pytest.mark.parametrize("text", SHORT)
def test_a_line_with_another_language_s_small_words_is_not_english(text: str) -> None:
    assert language_of(text) == SHORT[text]

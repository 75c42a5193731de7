"""Whom an office without a name stands for: from the page, else from the table of leaders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from reading import analysed, document, not_yet


def bound(text: str, words: str, published: str | None = "2024-09-10") -> str | None:
    """The person that the last mention which holds ``words`` is bound to."""
    at = text.rindex(words)
    for mention in analysed(text, published=published).mentions():
        if mention.start <= at < mention.end:
            return mention.person.name if mention.person else None
    return None


CASES = [
    # the page's own bearer of the office
    ("Bulgarian President Rumen Radev spoke. The president left.", "president", "Rumen Radev"),
    # with the state
    ("Bulgarian President Rumen Radev met Romanian President Klaus Iohannis. The Romanian "
     "president "
     "left.", "Romanian president", "Klaus Iohannis"),
    # of two bearers the one who acted
    ("Bulgarian President Rumen Radev met Romanian President Klaus Iohannis. The president left.",
     "president", "Rumen Radev"),
    # "leader" fits whoever leads
    ("Italian Prime Minister Giorgia Meloni spoke. The Italian leader left.", "Italian leader",
     "Giorgia Meloni"),
    # "leader" does not fit a minister
    ("Italian Foreign Minister Antonio Tajani spoke. The Romanian leader left.", "Romanian leader",
     None),
    # an indefinite article names nobody
    ("Bulgarian President Rumen Radev spoke. A president has many duties.", "president", None),
    # one who no longer holds it
    ("Bulgarian President Rumen Radev spoke. A former president left.", "former president", None),
    # a deputy is not the minister
    ("Greek Foreign Minister George Gerapetritis spoke. The deputy foreign minister left.",
     "deputy foreign minister", None),
    # nor a vice president the president
    ("Miguel Diaz-Canel, President of Cuba, was received at home by Vice President Salvador Valdes "
     "Mesa. The president rested.", "president rested", "Miguel Diaz-Canel"),
    # the vice president is, also where nobody says again who
    ("Vice President Kamala Harris met President Samia Suluhu Hassan. The Vice President left.",
     "Vice President left", "Kamala Harris"),
    # whom the page names without office, the table knows
    ("Mark Carney flew in. He and Joe Biden spoke twice. The President will return.",
     "President will", "Joe Biden"),
    # not the one whom the sentence names next
    ("Bulgarian President Rumen Radev spoke with Romanian President Klaus Iohannis. The President "
     "invited Iohannis to Sofia.", "President invited", "Rumen Radev"),
    # nor, without an article, the one whom it names so before
    ("Indian Prime Minister Narendra Modi will receive Prime Minister Kyriakos Mitsotakis of "
     "Greece. Prime Minister Mitsotakis comes at the invitation of Prime Minister.",
     "Prime Minister.", "Narendra Modi"),
    # whom the page introduces without a state is its own
    ("Prime Minister Narendra Modi held talks with the Prime Minister of Greece, Kyriakos "
     "Mitsotakis. Prime Minister Mitsotakis spoke. The Prime Minister left.",
     "Prime Minister left", "Narendra Modi"),
    # the first, named once, where the other is named again
    ("The President of India, Droupadi Murmu, was received by Lazarus Chakwera, President of "
     "Malawi. President Chakwera spoke. The President left.", "President left", "Droupadi Murmu"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_the_page_tells(text: str, words: str, expected: str | None) -> None:
    assert bound(text, words) == expected


TABLED = [
    # the holder on the day of the page
    ("The French president left for Rome.", "French president", "2017-01-10", "Francois Hollande"),
    ("The French president left for Rome.", "French president", "2024-09-10", "Emmanuel Macron"),
    # a page without a date leaves it open
    ("The French president left for Rome.", "French president", None, None),
    # a state without such an office on that day
    not_yet(
        "an office that a state does not have is bound to its head of state",
        "The French king left for Rome.",
        "French king",
        "2024-09-10",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words", "published", "expected"), TABLED)
def test_the_table_of_leaders_tells(
    text: str, words: str, published: str | None, expected: str | None
) -> None:
    assert bound(text, words, published) == expected


def test_a_page_of_a_government_speaks_of_its_own() -> None:
    page = document("The Prime Minister spoke to Emmanuel Macron.", published="2025-07-08")
    found = analyse(replace(page, outlet="GOV.UK"), load_pipeline())
    assert next(found.mentions()).person is not None
    assert [p.name for p in found.people if p.state == "GBR"] == ["Keir Starmer"]


def test_the_late_president_is_the_former_one_of_the_page() -> None:
    found = analysed(
        "Lao President Thongloun Sisoulith wrote of former Vietnamese State President Tran Duc "
        "Luong. He recalled the late Vietnamese President.",
        published="2025-05-24",
    )
    dead = {m.person.name for m in found.mentions() if m.person and m.person.deceased}
    assert dead == {"Tran Duc Luong"}

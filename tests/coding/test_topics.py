"""Which fields talks were about: words of lists, statements and agreements, not of occasions."""

from __future__ import annotations

import pytest

from communique.coding.statements.statements import read_statements
from communique.coding.topics.topics import merged, read_topics
from communique.knowledge.frames import load_frames
from communique.knowledge.topics import load_topic_words
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import TOPICS, Document, Span
from reading import read

R = "President William Ruto"
M = "Prime Minister Narendra Modi"


def topics(text: str) -> dict[str, Span]:
    document = Document("x", None, None, None, None, "en", "2024-05-02", "day", text, "0")
    analysis = analyse(document, load_pipeline())
    frames = load_frames()
    return merged(read_topics(analysis, read_statements(analysis, frames), frames).by_sentence)


CASES: dict[str, tuple[str, set[str]]] = {
    "a list of fields": (
        f"{R} and {M} agreed to work together in areas such as security, oil and gas, culture and "
        "tourism.",
        {"security", "oil_gas", "culture", "tourism"},
    ),
    "dashes join two fields": (
        f"{R} and {M} discussed economy - trade and science - technology.",
        {"economy", "trade", "science_technology"},
    ),
    "nuclear energy is no other energy": (
        f"{R} and {M} discussed nuclear energy.",
        {"nuclear_energy"},
    ),
    "gas is energy too": (f"{R} and {M} discussed gas deliveries.", {"oil_gas", "energy"}),
    "people to people": (
        f"{R} and {M} agreed to expand people-to-people exchanges.",
        {"people_to_people"},
    ),
    "the situation in a place of war": (
        f"{R} and {M} discussed the situation in Sudan.",
        {"conflict"},
    ),
    "the situation elsewhere": (
        f"{R} and {M} discussed the situation in Bangladesh.",
        {"regional_affairs"},
    ),
    "what was signed": (
        "The two sides signed agreements on fisheries and double taxation.",
        {"fisheries", "finance"},
    ),
    "one field for two": (
        f"{R} and {M} agreed to protect migrant workers.",
        {"labour", "migration"},
    ),
    "an office is no field": (f"{R} thanked Trade Minister Piyush Goyal for coming.", set()),
    "nor is an occasion": (f"{R} expressed condolences to {M} over the railway crash.", set()),
    "nor a victory": (f"{R} congratulated {M} on the space mission.", set()),
    "an old war is no conflict": (
        f"{R} said that the two armies had fought together in the Second World War.",
        set(),
    ),
    "security by itself is a phrase": (f"{R} said that ties serve security.", set()),
    "a story told is none": ("The museum of transport opened on Monday.", set()),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_topics_are_read(text: str, expected: set[str]) -> None:
    assert set(topics(text)) == expected


def test_each_talks_have_their_own_topics() -> None:
    found = read(
        f"{R} met {M} in Nairobi on Monday and discussed fisheries.\n\nOn Tuesday {R} met "
        "President Emmanuel Macron in Paris. They discussed tourism.",
        published="2024-05-02",
    )
    told = {a.parties[1].person: set(a.topics) for a in found.accounts if a.kind == "meeting"}
    told |= {a.parties[0].person: set(a.topics) for a in found.accounts if a.kind == "meeting"}
    assert told["Narendra Modi"] == {"fisheries"}
    assert told["Emmanuel Macron"] == {"tourism"}


def test_what_is_signed_beside_talks_is_their_topic_too() -> None:
    found = read(
        f"{R} held talks with {M} in Nairobi on Monday. In the presence of {R} and {M}, an "
        "agreement on fisheries was signed.",
        published="2024-05-02",
    )
    assert {a.topics for a in found.accounts if a.kind == "meeting"} == {("fisheries",)}


def test_topics_carry_their_words() -> None:
    text = f"{R} and {M} discussed visa-free travel and semiconductors."
    found = topics(text)
    assert found["people_to_people"].quote == "visa-free travel"
    assert found["science_technology"].quote == "semiconductors"
    assert all(text[span.start : span.end] == span.quote for span in found.values())


def test_every_topic_of_the_codebook_has_words() -> None:
    words = load_topic_words()
    shown = {t for forms in words.forms.values() for form in forms for t in form.strong | form.weak}
    assert shown == TOPICS

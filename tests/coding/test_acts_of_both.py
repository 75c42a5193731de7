"""What pages tell of both sides without naming them, and acts hung where no act belongs."""

from __future__ import annotations

import pytest

from communique.coding.statements.statements import read_statements, to_statement
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document

TALKS = "President William Ruto of Kenya held talks with President Alexander Stubb of Finland."
PARTIES = ("William Ruto", "Alexander Stubb")
Row = tuple[str, str, str]


def _read(text: str) -> list[Row]:
    text = f"{TALKS}\n\n{text}"
    document = Document("x", None, None, None, None, "en", "2025-05-14", "day", text, "0")
    drafts = read_statements(analyse(document, load_pipeline()), load_frames())
    found = [to_statement(draft, PARTIES) for draft in drafts]
    return [(str(s.speaker), s.act.value, s.content) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The meeting stressed that the two countries share a strong potential for trade.",
            ("both", "affirm", "strong potential for trade"),
        ),
        (
            "The talks underlined the importance of clean water.",
            ("both", "affirm", "importance of clean water"),
        ),
        (
            "Trade was discussed, emphasizing the importance of regular contacts.",
            ("both", "affirm", "importance of regular contacts"),
        ),
        (
            "Cooperation within the United Nations was also mentioned.",
            ("both", "affirm", "Cooperation within the United Nations"),
        ),
        ("Attention then turned to the war in Sudan.", ("both", "discuss", "war in Sudan")),
        (
            "Matters of mutual interest came up for discussion.",
            ("both", "discuss", "Matters of mutual interest"),
        ),
        ("Climate finance was among the topics.", ("both", "discuss", "Climate finance")),
        (
            "The visit was an opportunity to discuss the war in Sudan.",
            ("both", "discuss", "war in Sudan"),
        ),
        (
            "President Ruto talked with his Finnish counterpart about clean water.",
            ("both", "discuss", "clean water"),
        ),
        (
            "The two leaders held talks, where the importance of clean water was stressed.",
            ("both", "affirm", "importance of clean water"),
        ),
        (
            "The two leaders held talks, in which clean water was discussed, the Presidency said.",
            ("both", "discuss", "clean water"),
        ),
        ("Sides commended the growth of trade.", ("both", "appreciate", "growth of trade")),
        ("President Stubb also discussed clean water.", ("both", "discuss", "clean water")),
        (
            "It was emphasised that efforts to end the war in Sudan went on.",
            ("both", "affirm", "efforts to end the war"),
        ),
    ],
)
def test_what_is_told_of_the_talks_both_did(text: str, expected: Row) -> None:
    speaker, act, content = expected
    assert [row for row in _read(text) if row[:2] == (speaker, act) and content in row[2]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Ruto called President Stubb to congratulate him on his election.",
            ("William Ruto", "congratulate", "election"),
        ),
        (
            "President Ruto expressed, during the talks with his guest, Kenya's firm opposition "
            "to the tariffs.",
            ("William Ruto", "oppose", "tariffs"),
        ),
        (
            "President Ruto expressed his joy to receive his guest in Nairobi.",
            ("William Ruto", "appreciate", "receive his guest"),
        ),
        (
            "President Ruto said that trade had doubled, expressing confidence that it would grow "
            "further.",
            ("William Ruto", "hope", "it would grow further"),
        ),
        (
            "President Ruto sincerely wished wellbeing and prosperity to the people of Finland.",
            ("William Ruto", "wish", "wellbeing and prosperity"),
        ),
        (
            '"It gives me great pleasure to welcome you to Nairobi," President Ruto said.',
            ("William Ruto", "appreciate", "welcome you to Nairobi"),
        ),
        (
            "President Ruto reaffirmed that Kenya remains committed to peace in Haiti.",
            ("William Ruto", "affirm", "remains committed to peace"),
        ),
        (
            "President Ruto expressed Kenya's welcome of the plan of Finland.",
            ("William Ruto", "appreciate", "plan of Finland"),
        ),
        (
            "President Ruto affirmed the keenness of his country to support the unity of Yemen.",
            ("William Ruto", "affirm", "support the unity of Yemen"),
        ),
        (
            "President Ruto referred to the deep ties, noting the balanced role of Finland.",
            ("William Ruto", "affirm", "balanced role of Finland"),
        ),
        (
            '"Allow me to thank Finland for its support," President Ruto said.',
            ("William Ruto", "thank", "support"),
        ),
        (
            '"May I wish you good health," President Ruto told his guest.',
            ("William Ruto", "wish", "good health"),
        ),
        (
            "President Ruto spoke of his hope for peace in Sudan.",
            ("William Ruto", "hope", "peace in Sudan"),
        ),
        (
            "President Ruto said he felt honoured to be in Helsinki.",
            ("William Ruto", "appreciate", "to be in Helsinki"),
        ),
        (
            "Apart from thanking Finland for its aid, President Ruto called for more investment.",
            ("William Ruto", "thank", "aid"),
        ),
        (
            'President Stubb went on: "Finland and Kenya have shared values for sixty years."',
            ("Alexander Stubb", "affirm", "shared values"),
        ),
    ],
)
def test_acts_are_found_wherever_they_hang(text: str, expected: Row) -> None:
    speaker, act, content = expected
    assert [row for row in _read(text) if row[:2] == (speaker, act) and content in row[2]]


@pytest.mark.parametrize(
    "text",
    [
        "The officials will stress the importance of water, and the meeting will underline it.",
        "A court called President Stubb to testify on the matter.",
        "The importance of clean water is noted in the Constitution.",
    ],
)
def test_nobody_said_it_at_the_talks(text: str) -> None:
    assert [row for row in _read(text) if row[1] != "discuss"] == []


def test_two_clauses_with_that_are_an_act_each() -> None:
    text = (
        "President Stubb stated that he was grateful for the hospitality and that Finland "
        "would do more."
    )
    acts = [(act, content) for _, act, content in _read(text) if act == "thank"]
    assert acts == [("thank", "the hospitality")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'President Ruto praised the ties and said, "Finland is our friend."',
            [("appreciate", "the ties"), ("affirm", "Finland is our friend")],
        ),
        (
            "Expressing hope that new steps will be taken, President Ruto said that trade had "
            "doubled.",
            [("hope", "new steps will be taken"), ("affirm", "trade had doubled")],
        ),
        (
            "Voicing concern over the war, President Ruto called for talks.",
            [("affirm", "the war"), ("urge", "talks")],
        ),
        (
            "President Stubb stated that the ties were close, adding that trade had doubled.",
            [("affirm", "the ties were close"), ("affirm", "trade had doubled")],
        ),
        ("President Stubb hailed the aid, describing it as vital.", [("appreciate", "the aid")]),
    ],
)
def test_a_sentence_has_an_act_for_each_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(act, content) for _, act, content in _read(text)][-len(expected) :] == expected

"""Statements that a paper makes, talks make room for, or the parser tore apart: one case for each
way in which outlets tell them."""

from __future__ import annotations

import pytest

from communique.coding.statements.statements import read_statements, to_statement
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document

Row = tuple[str, str, str]


def rows(text: str) -> list[tuple[str, str, str]]:
    document = Document("x", None, None, None, None, "en", "2024-05-02", "day", text, "0")
    drafts = read_statements(analyse(document, load_pipeline()), load_frames())
    found = [to_statement(draft, ()) for draft in drafts]
    return [(str(s.speaker), s.act.value, s.content) for s in found]


READ: dict[str, tuple[str, list[Row]]] = {
    "a paper reads, in the words of who makes it": (
        'A statement by President William Ruto read in part: "Kenya and Chad share old ties. I '
        'look forward to working with President Mahamat Deby."',
        [
            ("William Ruto", "affirm", "Kenya and Chad share old ties"),
            ("William Ruto", "hope", "to working with President Mahamat Deby"),
        ],
    ),
    "the paper spoken of is that of who spoke in it": (
        "President William Ruto, in a statement on Thursday, praised the vote in Ghana. Part of "
        'the statement read: "Our two peoples share a long history."',
        [
            ("William Ruto", "appreciate", "the vote in Ghana"),
            ("William Ruto", "affirm", "Our two peoples share a long history"),
        ],
    ),
    "a new statement is not that of who spoke in another": (
        "President William Ruto said in a statement that the vote in Ghana was fair. The Ministry "
        "of Foreign Affairs of Chad put out a statement expressing its gratitude to Ghana.",
        [
            ("William Ruto", "affirm", "the vote in Ghana was fair"),
            ("TCD", "thank", "gratitude to Ghana"),
        ],
    ),
    "talks are a chance to discuss, for those named or not": (
        "President William Ruto held talks with President John Mahama. The meeting was also a "
        "chance for Ruto and Mahama to discuss cocoa. The talks offered an opportunity for both "
        "leaders to review the progress of the road.",
        [
            ("both", "discuss", "cocoa"),
            ("both", "discuss", "the progress of the road"),
        ],
    ),
    "what is likely has not been done, nor has what is joined to it": (
        "President William Ruto and President John Mahama are likely to review the plan, and "
        "possibly agree on its cost.",
        [],
    ),
    "each other is somebody to invite": (
        "President William Ruto and President John Mahama invited each other to visit their "
        "countries.",
        [("both", "invite", "to visit their countries")],
    ),
    "as well as to adds to what was agreed": (
        "President William Ruto and President John Mahama agreed to open the road soon, as well as "
        "to raise the number of flights.",
        [("both", "agree", "to open the road soon, as well as to raise the number of flights")],
    ),
    "of one mind with somebody, and on what is said next": (
        "Agreeing with his host, President William Ruto said that the harvest was good.",
        [("William Ruto", "affirm", "the harvest was good")],
    ),
    "a letter of condolence goes on to express grief": (
        "President William Ruto sent a message of condolence to President John Mahama, expressing "
        "grief over the floods in Ghana.",
        [("William Ruto", "condole", "grief over the floods in Ghana")],
    ),
    "whom one calls on or speaks to has discussed it, too": (
        "Foreign Minister Jeje Odongo called on President William Ruto on Monday and discussed the "
        "railway.",
        [("both", "discuss", "the railway")],
    ),
    "a participle that goes on has words of its own": (
        "President William Ruto reaffirmed the commitment of Kenya to peace, stressing the "
        "importance of trade.",
        [
            ("William Ruto", "affirm", "the commitment of Kenya to peace"),
            ("William Ruto", "affirm", "the importance of trade"),
        ],
    ),
    "an invitation spoken of again is the same": (
        "President William Ruto invited President John Mahama to visit Kenya. Ruto extended the "
        "invitation by telephone.",
        [("William Ruto", "invite", "to visit Kenya")],
    ),
    "who delivers the invitation conveys it": (
        "Ambassador Jan Lindgren of Sweden delivered the invitation to the ministry.",
        [("Jan Lindgren", "convey", "the ministry")],
    ),
    "what was said is no reason, and no year": (
        "President William Ruto wished for the success of the people of Ghana as this year marks "
        "their independence.",
        [("William Ruto", "wish", "the success of the people of Ghana")],
    ),
    "a source is cited, and nothing said of it": (
        "President William Ruto visited Ghana, a newspaper reported, citing the presidency.",
        [],
    ),
}


@pytest.mark.parametrize("case", READ)
def test_each_is_read(case: str) -> None:
    text, expected = READ[case]
    found = rows(text)
    both = [(s if "[" not in s and "(" not in s else "both", a, c) for s, a, c in found]
    assert [(s, a) for s, a, _ in both] == [(s, a) for s, a, _ in expected], found
    for (_, _, content), (_, _, words) in zip(found, expected, strict=True):
        assert words in content


def test_all_that_was_torn_apart_is_what_was_said() -> None:
    found = rows(
        "The ambassador of Laos, Sengphet Houngboungnuang, called on Chairman Vuong Dinh Hue in "
        "Hanoi. Agreeing with his host, the ambassador said relations between the two countries, "
        "including the parliaments, have continued to be enhanced and develop well."
    )
    assert ("Sengphet Houngboungnuang", "affirm") in [(s, a) for s, a, _ in found]

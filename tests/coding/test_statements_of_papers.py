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
            ("Ministry of Foreign Affairs of Chad", "thank", "gratitude to Ghana"),
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


HEARD: list[tuple[str, str, str]] = [
    # the only one named of that state who holds the office
    ("Polish Deputy Foreign Minister Szymon Szynkowski met Jose Manuel Albares in Madrid. The "
     "Polish deputy foreign minister praised the talks.", "Szymon Szynkowski", "appreciate"),
    # who stands behind a place, and was taken for a part of it
    ("In their talks at the Sandor Palace Sulyok thanked China for its investments. President "
     "Tamas Sulyok of Hungary received President Xi Jinping.", "Tamas Sulyok", "thank"),
    # who tells of it behind is nothing that was said
    ('Adviser Muhammad Yunus of Bangladesh described the ties as "solid" and sought help, his '
     "press wing said.", "Muhammad Yunus", "affirm"),
    # "the next to be shown in, X"
    ("The next to be shown in, South Korean President Yoon Suk Yeol, urged Xi Jinping to help.",
     "Yoon Suk Yeol", "urge"),
    # participants are all of them
    ("President William Ruto met President John Mahama. The participants noted the growth of "
     "trade.", "both", "affirm"),
    ("President William Ruto met President John Mahama. The participating countries' leaders "
     "welcomed the truce.", "both", "appreciate"),
    # we, of the state that spoke before
    ("The United States congratulates Rodrigo Chaves on his election. We also thank the people of "
     "Costa Rica for their trust.", "USA", "thank"),
    # thanks are for what follows "for", whatever is said of it
    ("Ambassador Meles Alem of Ethiopia thanked President Uhuru Kenyatta for his support which "
     "made his work a success.", "Meles Alem", "thank"),
    # a quotation that goes on in the next paragraph, where it is told whose it is
    ('President William Ruto met President John Mahama.\n\n"I am grateful to President Mahama for '
     'the cocoa.\n\n"We shall build the road together," Ruto said.', "William Ruto", "thank"),
    # "extend to X, Y, an invitation"
    ('"I would like to extend to the head of the government of Ghana, John Mahama, an invitation '
     'to visit Kenya," President William Ruto said.', "William Ruto", "invite"),
    # shock at a loss condoles
    ("President William Ruto said he was deeply shocked by the loss of lives in Ghana.",
     "William Ruto", "condole"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "act"), HEARD)
def test_who_does_it(text: str, speaker: str, act: str) -> None:
    found = [(s if "[" not in s and "(" not in s else "both", a) for s, a, _ in rows(text)]
    assert (speaker, act) in found, found


def test_a_spokespersons_readout_tells_what_others_did() -> None:
    found = rows(
        "The below is attributable to Spokesperson Ned Price:\n\nDeputy Secretary of State Wendy "
        "Sherman met Foreign Minister Wang Yi of China. We hold to our alliances, and we say so. "
        "Deputy Secretary Sherman expressed our condolences for the lives lost in Henan."
    )
    assert ("Wendy Sherman", "condole") in [(s, a) for s, a, _ in found], found

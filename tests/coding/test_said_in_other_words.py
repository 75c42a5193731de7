"""Statements whose words are hung elsewhere, told of the matter, or told with a source: one case
for each way in which outlets tell them."""

from __future__ import annotations

import pytest

from communique.coding.statements.statements import read_statements, to_statement
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document

Row = tuple[str, str, str]
TALKS = "President William Ruto of Kenya held talks with President Alexander Stubb of Finland. "


def rows(text: str) -> list[Row]:
    document = Document("x", None, None, None, None, "en", "2025-05-14", "day", text, "0")
    drafts = read_statements(analyse(document, load_pipeline()), load_frames())
    found = [to_statement(draft, ()) for draft in drafts]
    return [(str(s.speaker), s.act.value, s.content) for s in found]


READ: dict[str, tuple[str, list[Row]]] = {
    "an aside between subject and verb is an act of its own": (
        "Ruto, praising the plan, said that it would work.",
        [("William Ruto", "appreciate", "the plan"), ("William Ruto", "affirm", "it would work")],
    ),
    "a report that trails behind a report is one of its own": (
        "Ruto noted that trade had doubled, warning of a slump.",
        [
            ("William Ruto", "affirm", "trade had doubled"),
            ("William Ruto", "warn", "a slump"),
        ],
    ),
    "as somebody noted": (
        "As Stubb pointed out, the aid had saved lives.",
        [("Alexander Stubb", "affirm", "the aid had saved lives")],
    ),
    "from somebody's point of view": (
        "From Ruto's point of view, the aid had saved lives.",
        [("William Ruto", "affirm", "the aid had saved lives")],
    ),
    "a thing noted with regret": (
        "He noted with regret that prices had risen.",
        [("William Ruto", "affirm", "that prices had risen")],
    ),
    "assurances given": (
        "He gave assurances that Finland would help.",
        [("William Ruto", "pledge", "Finland would help")],
    ),
    "a noun behind those on whose behalf it is expressed": (
        "He expressed, on behalf of the people of Kenya, gratitude for the aid.",
        [("William Ruto", "thank", "the aid")],
    ),
    "one was quick to do what one did": (
        "He was quick to praise Finland for its aid.",
        [("William Ruto", "appreciate", "its aid")],
    ),
    "the topic of the talks": (
        "The main topic of the talks was the war in Sudan.",
        [("both", "discuss", "the war in Sudan")],
    ),
    "what came up in the talks": (
        "The war in Sudan also came up in the talks.",
        [("both", "discuss", "The war in Sudan")],
    ),
    "an exchange of views there was": (
        "There was an exchange of views on the war in Sudan.",
        [("both", "discuss", "the war in Sudan")],
    ),
    "topics that were among others": (
        "Among the topics discussed were visas and fisheries.",
        [("both", "discuss", "visas and fisheries")],
    ),
    "those who sat at the table are no topic": (
        "Also at the table was Prime Minister Petteri Orpo.",
        [],
    ),
    "what may yet be a topic": ("Visas will top the agenda of the next talks.", []),
    "a flag raised is nothing said": ("The flag of Finland was raised.", []),
    "I and we left out in a post": (
        '"Glad to receive President Stubb. Discussed our trade in tea. Agreed to build a '
        'railway," Ruto posted.',
        [
            ("William Ruto", "appreciate", "to receive President Stubb"),
            ("both", "discuss", "our trade in tea"),
            ("both", "agree", "to build a railway"),
        ],
    ),
    "a paragraph in quotation marks is of whom the one before told": (
        'Stubb thanked Ruto for the warm welcome.\n\n"Kenya is our oldest friend in the region."',
        [
            ("Alexander Stubb", "thank", "the warm welcome"),
            ("Alexander Stubb", "affirm", "Kenya is our oldest friend in the region."),
        ],
    ),
    "of one mind": (
        "The two presidents were of one mind on the need for peace.",
        [("both", "agree", "the need for peace")],
    ),
}


@pytest.mark.parametrize("name", list(READ))
def test_said_in_other_words(name: str) -> None:
    text, expected = READ[name]
    assert rows(TALKS + text) == expected

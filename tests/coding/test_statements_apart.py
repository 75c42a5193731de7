"""Which words of a sentence are a statement of their own, and whose: one case for each way in which
agencies and ministries string speech together."""

from __future__ import annotations

import pytest

from communique.coding.statements.statements import read_statements, to_statement
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document, Span, Statement

Row = tuple[str, str, str]


def statements(text: str, title: str | None = None) -> list[Statement]:
    span = Span(0, len(title), title) if title else None
    text = f"{title}\n\n{text}" if title else text
    document = Document(
        "x", None, title, None, None, "en", "2024-05-02", "day", text, "0", title_span=span
    )
    drafts = read_statements(analyse(document, load_pipeline()), load_frames())
    return [to_statement(draft, ()) for draft in drafts]


READ: dict[str, tuple[str, list[Row]]] = {
    "who speaks behind the words is who spoke before, not who is spoken of": (
        "Mieszko Pawlak, head of the bureau, told reporters that trade was on the agenda. "
        "President Andrzej Duda will open an embassy, he said.",
        [
            ("Mieszko Pawlak", "affirm", "trade was on the agenda"),
            ("Mieszko Pawlak", "affirm", "President Andrzej Duda will open an embassy"),
        ],
    ),
    "acts that a spokesman tells of are those of whom he speaks for": (
        "Czech Prime Minister Petr Fiala congratulated President Lee Jae-myung on his inauguration "
        "and expressed satisfaction that relations have made progress, presidential spokesperson "
        "Kang Yu-jung told reporters.",
        [
            ("Petr Fiala", "congratulate", "inauguration"),
            ("Petr Fiala", "appreciate", "relations have made progress"),
        ],
    ),
    "a parenthesis parts a subject from its verb": (
        "Sheinbaum, Trump wrote, had agreed to send soldiers to the frontier.",
        [
            ("Donald Trump", "affirm", "had agreed to send soldiers"),
            ("Claudia Sheinbaum", "agree", "send soldiers"),
        ],
    ),
    "each of two sides has a participle behind with": (
        "The two ministers discussed smuggling, with Foreign Minister Ayman Safadi stressing that "
        "the border must be safe and Foreign Minister Asaad al-Shaibani affirming that Damascus "
        "would do its part.",
        [
            ("both", "discuss", "smuggling"),
            ("Ayman Safadi", "affirm", "the border must be safe"),
            ("Asaad al-Shaibani", "pledge", "Damascus would do its part"),
        ],
    ),
    "while another calls for something else": (
        "President William Ruto said the railway would be finished soon, while President Yoweri "
        "Museveni called for a second line.",
        [
            ("William Ruto", "affirm", "railway would be finished soon"),
            ("Yoweri Museveni", "urge", "second line"),
        ],
    ),
    "an infinitive behind a comma is agreed to for itself": (
        "The two sides agreed to open the crossing soon, and to fight online scams.",
        [("both", "agree", "open the crossing"), ("both", "agree", "fight online scams")],
    ),
    "each that-clause is said for itself, though hung on the verb": (
        "Prime Minister Fumio Kishida told the Upper House that a meeting was important and that "
        "his government was making various approaches.",
        [
            ("Fumio Kishida", "affirm", "a meeting was important"),
            ("Fumio Kishida", "affirm", "his government was making"),
        ],
    ),
    "requests with a verb each": (
        "Foreign Minister Asaad al-Shaibani requested the support of Seoul and asked for the "
        "interest of its companies.",
        [
            ("Asaad al-Shaibani", "request", "support of Seoul"),
            ("Asaad al-Shaibani", "request", "interest of its companies"),
        ],
    ),
    "a second verb goes on the first, not on what somebody has achieved": (
        "General Secretary Thongloun Sisoulith congratulated Vietnam on the achievements it has "
        "recorded recently and affirmed that Laos attaches importance to their relations.",
        [
            ("Thongloun Sisoulith", "congratulate", "achievements"),
            ("Thongloun Sisoulith", "affirm", "Laos attaches importance"),
        ],
    ),
    "wishes behind condolences to those who died": (
        "President Vladimir Putin expressed his sympathy to the families of those who died and "
        "wished the injured a speedy recovery.",
        [
            ("Vladimir Putin", "condole", "sympathy"),
            ("Vladimir Putin", "wish", "speedy recovery"),
        ],
    ),
    "called on to thank is no urging": (
        "Foreign Minister Vivian Balakrishnan called on President Joko Widodo to thank him for the "
        "rice.",
        [("Vivian Balakrishnan", "thank", "rice")],
    ),
    "what a letter asks is its writer's": (
        "Qatari Emir Tamim bin Hamad Al Thani received a message from King Salman of Saudi Arabia, "
        "inviting the Emir to attend the summit in Riyadh.",
        [("Salman bin Abdulaziz Al Saud", "invite", "attend the summit")],
    ),
    "to invite to do what is no coming is to urge; to a meal it is nothing said": (
        "President William Ruto invited the companies of Finland to invest in Kenya. Ruto invited "
        "Foreign Minister Elina Valtonen to a working lunch.",
        [("William Ruto", "urge", "invest in Kenya")],
    ),
    "what is offered in a letter": (
        '"Allow me to convey our condolences on the death of your father," President William Ruto '
        'of Kenya told President Alexander Stubb of Finland. "Please accept my best wishes," he '
        "added.",
        [
            ("William Ruto", "condole", "condolences on the death"),
            ("William Ruto", "wish", "my best wishes"),
        ],
    ),
    "what a noun alone does in a quotation": (
        '"Heartfelt congratulations to President Paul Biya on his re-election," French President '
        "Emmanuel Macron wrote. \"My deepest condolences to the people of Nepal,\" he added.",
        [
            ("Emmanuel Macron", "congratulate", "congratulations to President Paul Biya"),
            ("Emmanuel Macron", "condole", "condolences to the people of Nepal"),
        ],
    ),
    "to call a report false is to deny it": (
        "Foreign Minister Elina Valtonen called the reports utterly false. President William Ruto "
        "said that the claim was baseless. President Paul Kagame said that the fear was baseless.",
        [
            ("Elina Valtonen", "deny", "reports utterly false"),
            ("William Ruto", "deny", "claim was baseless"),
            ("Paul Kagame", "affirm", "fear was baseless"),
        ],
    ),
    "it is with sorrow that one learns of it": (
        "President Mohamed Muizzu said it was with profound sadness that he learned of the "
        "earthquake in Japan.",
        [("Mohamed Muizzu", "condole", "learned of the earthquake")],
    ),
    "what is told to the press is affirmed, whatever it is": (
        "President Volodymyr Zelensky told reporters that he was sending a delegation to Istanbul. "
        "He told the press that the talks were hard.",
        [
            ("Volodymyr Zelensky", "affirm", "sending a delegation"),
            ("Volodymyr Zelensky", "affirm", "talks were hard"),
        ],
    ),
    "a ministry's notice of what is put off": (
        "President Recep Tayyip Erdogan's visit to Washington has been postponed, the Foreign "
        "Ministry said.",
        [("Foreign Ministry", "affirm", "visit to Washington has been postponed")],
    ),
    "what happened, told by a ministry, is said by it": (
        "President Recep Tayyip Erdogan met Chancellor Olaf Scholz in Ankara, the Foreign Ministry "
        "said.",
        [("Foreign Ministry", "affirm", "met Chancellor Olaf Scholz")],
    ),
    "a ministry of a state bears its printed name": (
        "Minister Grigol Vashadze will visit Lithuania, the Georgian Foreign Ministry said.",
        [("Georgian Foreign Ministry", "affirm", "will visit Lithuania")],
    ),
    "who speaks for a government bears the state's code": (
        "Minister Grigol Vashadze will visit Lithuania, a Georgian government spokesman said.",
        [("GEO", "affirm", "will visit Lithuania")],
    ),
    "according to a ministry": (
        "According to the Georgian Foreign Ministry, a committee for trade will be set up.",
        [("Georgian Foreign Ministry", "affirm", "a committee for trade will be set up")],
    ),
    "according to a capital": (
        "The talks were held behind closed doors, according to Kyiv.",
        [("UKR", "affirm", "The talks were held behind closed doors")],
    ),
    "according to an outlet nobody speaks": (
        "According to state media, Olaf Scholz will travel to Ankara.",
        [],
    ),
    "according to a plan nobody speaks": (
        "According to the programme, Olaf Scholz will travel to Ankara.",
        [],
    ),
    "to be concerned blames nobody": (
        "President Cyril Ramaphosa was deeply concerned about the fighting.",
        [("Cyril Ramaphosa", "affirm", "the fighting")],
    ),
    "claims rejected are denied": (
        "President Paul Kagame rejected the allegations of Kinshasa.",
        [("Paul Kagame", "deny", "allegations")],
    ),
    "what one is looking forward to is hoped for": (
        "Foreign Secretary Vikram Misri said he was looking forward to working with the new "
        "government.",
        [("Vikram Misri", "hope", "working with the new government")],
    ),
    "a relative clause is not what one is delighted at": (
        "President Luong Cuong was delighted at the achievements that the two countries have made.",
        [("Luong Cuong", "appreciate", "the achievements")],
    ),
    "talks with a verb each": (
        "The two presidents reviewed the projects under way and exchanged views on mining.",
        [("both", "discuss", "projects under way"), ("both", "discuss", "mining")],
    ),
    "minutes praise in the passive": (
        "The current level of cooperation was highly praised.",
        [("both", "appreciate", "level of cooperation")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ.keys())
def test_each_is_said_for_itself(text: str, expected: list[Row]) -> None:
    found = [
        (s.speaker if isinstance(s.speaker, str) else "+".join(s.speaker), s.act.value, s.content)
        for s in statements(text)
    ]
    assert [(who, act) for who, act, _ in found] == [(who, act) for who, act, _ in expected]
    for (_, _, said), (_, _, words) in zip(found, expected, strict=True):
        assert words in said


def test_reported_speech_goes_on_with_what_the_side_holds_to_and_will_do() -> None:
    found = statements(
        "Foreign Minister Wang Yi noted that trade has grown. China and Nigeria are both large "
        "countries. The weather is fine. China will build the port."
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Wang Yi", "affirm"),
        ("Wang Yi", "affirm"),
        ("Wang Yi", "pledge"),
    ]


def test_a_letter_quoted_over_paragraphs_is_closed_only_at_its_end() -> None:
    found = statements(
        "Sultan Haitham bin Tarik sent a cable to King Willem-Alexander. The cable reads:\n\n"
        '"We thank Your Majesty for the warm welcome.\n\n'
        "We are pleased with the fruitful talks.\n\n"
        'We wish the Dutch people prosperity."'
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Haitham bin Tarik", "thank"),
        ("Haitham bin Tarik", "appreciate"),
        ("Haitham bin Tarik", "wish"),
    ]


def test_a_title_before_the_name_is_no_part_of_a_turns_label() -> None:
    found = statements(
        "Ms. Mumtaz Zahra Baloch: We urge Kabul to act against the sanctuaries.\n\n"
        "QUESTION (Example TV): Will there be talks?\n\n"
        "ANSWER: We thank Iran for its help.",
        title="Transcript of the press briefing",
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Mumtaz Zahra Baloch", "urge"),
        ("Mumtaz Zahra Baloch", "thank"),
    ]

"""What counts as a statement, and who makes it: sentences with the reading of a careful reader."""

from __future__ import annotations

import pytest

from communique.coding.statements.statements import read_statements, to_statement
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Document, Span, Statement
from reading import read

Row = tuple[str, str, str]


def statements(
    text: str, parties: tuple[str, ...] = (), title: str | None = None
) -> list[Statement]:
    span = Span(0, len(title), title) if title else None
    text = f"{title}\n\n{text}" if title else text
    document = Document(
        "x", None, title, None, None, "en", "2024-05-02", "day", text, "0", title_span=span
    )
    drafts = read_statements(analyse(document, load_pipeline()), load_frames())
    return [to_statement(draft, parties) for draft in drafts]


def rows(found: list[Statement]) -> list[tuple[str, str, str]]:
    return [
        (s.speaker if isinstance(s.speaker, str) else "+".join(s.speaker), s.act.value, s.content)
        for s in found
    ]


READ: dict[str, tuple[str, list[Row]]] = {
    "coordinated verbs are an act each": (
        "Kenyan President William Ruto recalled his visit to Seoul, thanked President "
        "Yoon Suk Yeol for the vaccines and praised the growth of trade.",
        [
            ("William Ruto", "recall", "visit to Seoul"),
            ("William Ruto", "thank", "vaccines"),
            ("William Ruto", "appreciate", "growth of trade"),
        ],
    ),
    "a participle is an act of the same speaker": (
        "Thanking Prime Minister Narendra Modi for the grain, President William Ruto affirmed that "
        "Kenya would buy more.",
        [
            ("William Ruto", "thank", "grain"),
            ("William Ruto", "pledge", "Kenya would buy more"),
        ],
    ),
    "a participle behind a comma is an act of its own, however low it hangs": (
        "Polish President Andrzej Duda said the border was safe, promising that Poland would "
        "send more troops.",
        [
            ("Andrzej Duda", "affirm", "border was safe"),
            ("Andrzej Duda", "pledge", "send more troops"),
        ],
    ),
    "a second noun of the act has a content of its own": (
        "Uzbek Foreign Minister Bakhtiyor Saidov expressed his appreciation for the support of "
        "Türkiye and his hope that the railway would be finished soon.",
        [
            ("Bakhtiyor Saidov", "appreciate", "support of Türkiye"),
            ("Bakhtiyor Saidov", "hope", "railway would be finished"),
        ],
    ),
    "a past verb behind a present clause goes on the report": (
        "Vietnamese President Luong Cuong affirmed that Vietnam treasures its ties with Cuba and "
        "pledged to share its experience in growing rice.",
        [
            ("Luong Cuong", "appreciate", "ties with Cuba"),
            ("Luong Cuong", "pledge", "share its experience"),
        ],
    ),
    "what is needed has not been done": (
        "Iraqi President Abdul Latif Rashid highlighted the need to settle the water file.",
        [("Abdul Latif Rashid", "affirm", "settle the water file")],
    ),
    "to go on supporting is support": (
        "Foreign Minister Takeshi Iwaya stated that Japan would continue to support the navy of "
        "the Philippines.",
        [("Takeshi Iwaya", "support", "support the navy")],
    ),
    "it stands for what was agreed": (
        "It was also agreed to form a joint council.",
        [("both", "agree", "form a joint council")],
    ),
    "talks are an opportunity to discuss": (
        "The meeting was an opportunity to review the state of relations.",
        [("both", "discuss", "state of relations")],
    ),
    "a second noun below an infinitive": (
        "French President Emmanuel Macron expressed France's willingness to help and its full "
        "confidence in the people of Tunisia.",
        [
            ("Emmanuel Macron", "pledge", "willingness to help"),
            ("Emmanuel Macron", "hope", "people of Tunisia"),
        ],
    ),
    "adding says something more": (
        "President William Ruto said that the road was finished, adding that the port "
        "would follow.",
        [
            ("William Ruto", "affirm", "road was finished"),
            ("William Ruto", "affirm", "port would follow"),
        ],
    ),
    "calling it so is part of what was said": (
        "President William Ruto underscored the need for peace, labelling it a priority.",
        [("William Ruto", "affirm", "need for peace")],
    ),
    "what was said is the hope": (
        "President William Ruto said he hopes that the talks will go on.",
        [("William Ruto", "hope", "talks will go on")],
    ),
    "one's side speaks through one": (
        "Foreign Minister Wang Yi said that China condemns the attack on the embassy.",
        [("Wang Yi", "condemn", "attack on the embassy")],
    ),
    "another's attitude is no act of the speaker": (
        "Foreign Minister Wang Yi said that Brazil supports the plan.",
        [("Wang Yi", "affirm", "Brazil supports the plan")],
    ),
    "a parenthesis in the middle": (
        "The treaty, President William Ruto stressed, is a promise to the young.",
        [("William Ruto", "affirm", "is a promise to the young")],
    ),
    "the speaker behind the words": (
        "The harbour belongs to all, remarked President William Ruto.",
        [("William Ruto", "affirm", "harbour belongs to all")],
    ),
    "the passive turned round": (
        "President William Ruto was congratulated by Prime Minister Narendra Modi on the harvest.",
        [("Narendra Modi", "congratulate", "harvest")],
    ),
    "discussed and agreed on one thing": (
        "President William Ruto and Prime Minister Narendra Modi discussed and agreed on "
        "a new route.",
        [("William Ruto+Narendra Modi", "agree", "new route")],
    ),
    "with somebody is both": (
        "President William Ruto discussed the drought with Prime Minister Narendra Modi.",
        [("William Ruto+Narendra Modi", "discuss", "drought")],
    ),
    "it was agreed": (
        "It was agreed that the ministers would meet again.",
        [("both", "agree", "ministers would meet again")],
    ),
    "the opportunity to invite": (
        "President William Ruto took the opportunity to invite Prime Minister Narendra "
        "Modi to Nairobi.",
        [("William Ruto", "invite", "Nairobi")],
    ),
    "greetings of another are conveyed": (
        "Foreign Minister Wang Yi conveyed the greetings of President Xi Jinping to "
        "President William Ruto.",
        [("Wang Yi", "convey", "greetings of President Xi Jinping")],
    ),
    "an invitation of another is conveyed": (
        "Foreign Minister Wang Yi reiterated the invitation of President Xi Jinping to President "
        "William Ruto to visit China.",
        [("Wang Yi", "convey", "visit China")],
    ),
    "noted with satisfaction": (
        "President William Ruto noted with satisfaction that the bridge was open.",
        [("William Ruto", "appreciate", "bridge was open")],
    ),
    "an unnamed body that announces": (
        "The summit has been postponed, the White House announced on Tuesday.",
        [("USA", "inform", "summit has been postponed")],
    ),
    "what others do is affirmed by who says it": (
        "Foreign Minister Hakan Fidan said that President Recep Tayyip Erdogan would "
        "travel to Baku.",
        [("Hakan Fidan", "affirm", "would travel to Baku")],
    ),
    "one's own giving is a pledge": (
        "Foreign Minister Penny Wong said that Australia would provide two ships.",
        [("Penny Wong", "pledge", "provide two ships")],
    ),
    "by the word of a named spokesman": (
        "According to Kremlin spokesman Dmitry Peskov, the conversation was long.",
        [("Dmitry Peskov", "affirm", "conversation was long")],
    ),
    "in whose words it is": (
        "President William Ruto spoke in Accra. In his words, the road is a bridge.",
        [("William Ruto", "affirm", "road is a bridge")],
    ),
    "a name of several particles": (
        "European Commission President Ursula von der Leyen spoke. Later von der Leyen praised the "
        "reforms of Moldova.",
        [("Ursula von der Leyen", "appreciate", "reforms of Moldova")],
    ),
    "accepting denied is declining": (
        "President William Ruto did not accept the invitation.",
        [("William Ruto", "decline", "invitation")],
    ),
    "what is coordinated with a report goes on behind it": (
        "President William Ruto said that India had shown the way in farming, and thanked Prime "
        "Minister Narendra Modi for the grain.",
        [
            ("William Ruto", "affirm", "shown the way in farming"),
            ("William Ruto", "thank", "grain"),
        ],
    ),
    "a thing does not speak": (
        "President William Ruto noted that the visit was of value and expressed confidence that "
        "trade would grow.",
        [
            ("William Ruto", "affirm", "visit was of value"),
            ("William Ruto", "hope", "trade would grow"),
        ],
    ),
    "an office in short": (
        "Secretary of State Antony Blinken spoke in Accra. The Secretary expressed support for "
        "the unity of Sudan.",
        [("Antony Blinken", "support", "unity of Sudan")],
    ),
    "a plural office is both": (
        "The heads of state exchanged views on the pipeline.",
        [("both", "discuss", "pipeline")],
    ),
    "of two ministers the one who acted": (
        "Foreign Minister Penny Wong met Foreign Minister Ali Sabry in Colombo. The minister said "
        "the talks had been useful.",
        [("Penny Wong", "affirm", "talks had been useful")],
    ),
    "two reports in a sentence are two": (
        "President William Ruto reaffirmed the ties of the peoples and underscored his commitment "
        "to peace.",
        [("William Ruto", "affirm", "ties"), ("William Ruto", "affirm", "commitment to peace")],
    ),
    "how to do it is what they discussed": (
        "The two ministers discussed how to give new life to the trade.",
        [("both", "discuss", "new life")],
    ),
    "an epithet with a state": (
        "President Luis Arce spoke in Lima. The Bolivian dignitary asked for the support of Peru.",
        [("Luis Arce", "request", "support of Peru")],
    ),
    "a name begins with its particle": (
        "Foreign Minister Asaad al-Shaibani spoke. Al-Shaibani requested the support of Seoul.",
        [("Asaad al-Shaibani", "request", "support of Seoul")],
    ),
    "the tense goes back to who told": (
        "Foreign Minister Hakan Fidan said that the ministers had met in Niamey, and stressed that "
        "Turkey attaches importance to the Sahel.",
        [("Hakan Fidan", "affirm", "had met"), ("Hakan Fidan", "affirm", "importance")],
    ),
    "with both doing it": (
        "President William Ruto called Prime Minister Narendra Modi, with the two leaders "
        "reiterating their commitment to trade.",
        [("both", "affirm", "commitment to trade")],
    ),
    "praise and blame in a name": (
        "President William Ruto called the talks very productive and called the raid a crime.",
        [("William Ruto", "appreciate", "productive"), ("William Ruto", "criticise", "crime")],
    ),
    "what did not happen is denied": (
        "Kremlin spokesman Dmitry Peskov said no such meeting was being prepared.",
        [("Dmitry Peskov", "deny", "no such meeting")],
    ),
    "gladness to be somewhere": (
        "King Felipe VI said he was glad to be again in Chile.",
        [("Felipe VI", "appreciate", "be again in Chile")],
    ),
    "mourning without its verb": (
        "President William Ruto said his thoughts were with the families of the victims.",
        [("William Ruto", "condole", "thoughts were with the families")],
    ),
    "an invitation gladly taken up": (
        "President William Ruto said he would be delighted to come.",
        [("William Ruto", "accept", "delighted to come")],
    ),
    "honour felt": (
        "President William Ruto said it was an honour to receive Narendra Modi.",
        [("William Ruto", "appreciate", "honour to receive")],
    ),
    "among other things": (
        "President William Ruto and Prime Minister Narendra Modi discussed, among other things, "
        "the war in Sudan.",
        [("William Ruto+Narendra Modi", "discuss", "the war in Sudan")],
    ),
    "what talks focussed on": (
        "President William Ruto met Prime Minister Narendra Modi. The talks focussed on trade.",
        [("both", "discuss", "trade")],
    ),
    "the agenda": (
        "President William Ruto met Prime Minister Narendra Modi. On the agenda were visas and "
        "trade.",
        [("both", "discuss", "visas and trade")],
    ),
    "an occasion served": (
        "President William Ruto met Prime Minister Narendra Modi. The meeting provided an "
        "opportunity to review bilateral relations.",
        [("both", "discuss", "bilateral relations")],
    ),
    "who said it stands behind with an article": (
        "Trade between the two countries has doubled, said the Kenyan President William Ruto "
        "during the working session.",
        [("William Ruto", "affirm", "has doubled")],
    ),
    "no article": (
        "President William Ruto stressed that law and order had to be restored there.",
        [("William Ruto", "affirm", "law and order had to be restored")],
    ),
    "who is quoted speaks": (
        "The Kenyan foreign ministry quoted President William Ruto as saying that Kenya was ready.",
        [("William Ruto", "affirm", "Kenya was ready")],
    ),
    "who is quoted speaks, words first": (
        "“Finland is a key partner,” President William Ruto was quoted as saying.",
        [("William Ruto", "affirm", "Finland is a key partner")],
    ),
    "a government through its spokesman": (
        "Chief Cabinet Secretary Yoshimasa Hayashi said that the government was grateful for the "
        "message of Turkey.",
        [("Yoshimasa Hayashi", "thank", "message of Turkey")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_statements_are_read(text: str, expected: list[Row]) -> None:
    found = rows(statements(text))
    assert [(speaker, act) for speaker, act, _ in found] == [(s, a) for s, a, _ in expected]
    for (_, _, content), (_, _, words) in zip(found, expected, strict=True):
        assert words in content


NONE = {
    "an outlet's report": "State media reported that the road was closed.",
    "an outlet at the end": "President William Ruto flew to Kigali, the news agency TASS said.",
    "a guard of honour reviewed": "President William Ruto and Prime Minister Narendra Modi "
    "reviewed the guard of honour.",
    "an anniversary celebrated": "President William Ruto and Prime Minister Narendra Modi "
    "celebrated the anniversary of relations.",
    "a plan": "President William Ruto will thank Prime Minister Narendra Modi for the grain.",
    "what is expected": "President William Ruto is expected to discuss trade with Narendra Modi.",
    "a state's attitude told": "Kenya supports the African Union's plan.",
    "congratulations in writing": "President William Ruto sent a message of congratulations to "
    "President Xi Jinping on the anniversary.",
    "a guest received": "President William Ruto welcomed Prime Minister Narendra Modi at "
    "the airport.",
    "a meeting on the programme": "President William Ruto met Narendra Modi. The agenda included a "
    "meeting with the King.",
    "no answer": "President William Ruto declined to comment.",
    "a gerund inside thanks is none": "The envoy left after thanking nobody.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_statement(text: str) -> None:
    assert rows(statements(text)) == []


def test_quotations_go_on_in_the_same_voice() -> None:
    found = statements(
        "President William Ruto met Prime Minister Narendra Modi in Nairobi.\n\n"
        '"The drought is over," Ruto said. "We hope to export tea. I thank my friend for his help."'
    )
    assert [(s.speaker, s.act.value, s.quoted) for s in found] == [
        ("William Ruto", "affirm", True),
        ("William Ruto", "hope", True),
        ("William Ruto", "thank", True),
    ]


def test_a_transcript_gives_each_turn_its_speaker() -> None:
    found = statements(
        "Example Wire: What about the port?\n\n"
        "Foreign Minister Wang Yi: The port is open to Kenya. We welcome the decision of Kenya."
        "\n\nExample Wire: Kenya says the lithium is its own. Does China agree?"
        "\n\nANSWER: We thank Kenya for the port."
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Wang Yi", "affirm"),
        ("Wang Yi", "appreciate"),
        ("Wang Yi", "thank"),
    ]


def test_a_page_in_the_first_person_is_spoken_by_whom_its_headline_names() -> None:
    found = statements(
        "I met the Foreign Minister of Jordan, Ayman Safadi, in Berlin today. I thanked him for "
        "the efforts of Jordan. I look forward to my visit to Amman.",
        title="Statement by Foreign Minister Annalena Baerbock after talks in Berlin",
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Annalena Baerbock", "thank"),
        ("Annalena Baerbock", "hope"),
    ]


def test_reported_speech_goes_on_in_the_present() -> None:
    found = statements(
        "Foreign Minister Wang Yi said that China stands ready to work with Fiji. China "
        "appreciates the help of Fiji and supports its plan. The two sides should expand trade."
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Wang Yi", "affirm"),
        ("Wang Yi", "appreciate"),
        ("Wang Yi", "support"),
        ("Wang Yi", "urge"),
    ]


def test_what_the_page_tells_of_a_state_is_no_speech() -> None:
    found = statements(
        "Foreign Minister Wang Yi said that the talks were useful. Fiji supports the plan. China "
        "supported it last year."
    )
    assert [(s.speaker, s.act.value) for s in found] == [("Wang Yi", "affirm")]


def test_minutes_tell_of_both_in_the_passive() -> None:
    found = statements(
        "The importance of the corridor was noted. Satisfaction was expressed with the level of "
        "the dialogue. Trade and tourism were also talked about. The plan was praised by President "
        "William Ruto."
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("both", "affirm"),
        ("both", "appreciate"),
        ("both", "discuss"),
        ("William Ruto", "appreciate"),
    ]


def test_a_colon_brings_in_the_words_of_who_sent_them() -> None:
    found = statements(
        "King Harald V sent a message to President William Ruto. The message reads in part:\n\n"
        '"We are delighted at the achievements of Kenya. I look forward to our work."'
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Harald V", "appreciate"),
        ("Harald V", "hope"),
    ]


def test_we_in_a_joint_statement_are_both() -> None:
    found = statements(
        "We reaffirmed our support for Ukraine. We welcomed the progress on fisheries.",
        title="Joint statement of the Foreign Ministers of Norway and Canada",
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("both", "support"),
        ("both", "appreciate"),
    ]


def test_the_end_of_a_quotation_tells_who_spoke_its_beginning() -> None:
    found = statements(
        '"I thanked Minister Balakrishnan for his help. I hope to see him in Perth," Foreign '
        "Minister Penny Wong said."
    )
    assert [(s.speaker, s.act.value) for s in found] == [
        ("Penny Wong", "thank"),
        ("Penny Wong", "hope"),
    ]


def test_headline_and_body_are_one_statement() -> None:
    found = statements(
        "President William Ruto on Monday called for an end to the blockade of the port.",
        title="Ruto urges end of port blockade",
    )
    assert [(s.speaker, s.act.value) for s in found] == [("William Ruto", "urge")]
    assert "blockade of the port" in found[0].content


def test_both_are_the_main_parties_together() -> None:
    text = "President William Ruto and Prime Minister Narendra Modi discussed the harvest."
    parties = ("William Ruto", "Narendra Modi")
    assert statements(text, parties)[0].speaker == "both"
    assert statements(text, (*parties, "Xi Jinping"))[0].speaker == parties


def test_evidence_points_into_the_text() -> None:
    text = "President William Ruto thanked Prime Minister Narendra Modi for the grain."
    (found,) = statements(text)
    assert found.evidence
    assert all(text[span.start : span.end] == span.quote for span in found.evidence)
    assert any(span.quote == "the grain" for span in found.evidence)


def test_a_source_without_words_says_nothing() -> None:
    assert read("According to Foreign Minister Wang Yi of China.").statements == ()

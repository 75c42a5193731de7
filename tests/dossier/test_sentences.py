"""Every sentence of a brief is true to the record, and its words come from the table of phrases."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from enum import StrEnum

import pytest

from communique.dossier import Brief, Limits, compose
from communique.dossier.engagements import prints_day
from communique.dossier.parts import Cite, Count, Paragraph, Section, Sentence, Value, words_of
from communique.dossier.phrases import PhraseError, listing, phrases, say
from communique.dossier.topics import most_named
from communique.dossier.values import where
from communique.knowledge.written_names import topic_name
from communique.model import (
    TOPICS,
    Act,
    CommitmentKind,
    CommitmentStateKind,
    Kind,
    Medium,
    MessageKind,
    Place,
    Status,
    VisitType,
)
from communique.record import Record
from communique.views.locales import manner_of
from communique.views.written_dates import written_date
from dossier.conftest import AS_OF, ASKED
from dossier.truth import Truth, sentences


@pytest.fixture(scope="module")
def truth(record: Record) -> Truth:
    return Truth(record, AS_OF)


@pytest.mark.parametrize("name", ASKED)
def test_every_value_in_every_sentence_is_in_the_record(
    name: str, record: Record, truth: Truth
) -> None:
    brief = compose(record, ASKED[name])
    assert truth.faults(brief) == []
    assert len(list(sentences(brief))) > 5


def test_every_value_is_in_the_record_also_where_a_brief_is_cut_short(
    record: Record, truth: Truth
) -> None:
    few = Limits(
        engagements=20,
        detailed=3,
        listed=4,
        statements=1,
        persons=2,
        commitments=1,
        unread=1,
        named=1,
    )
    brief = compose(record, ASKED["all"], few)
    assert truth.faults(brief) == []
    said = [words_of(one.pieces) for one in sentences(brief)]
    assert any(words.startswith("This brief is of the latest 20 of ") for words in said)


def test_hostile_pages_are_told_as_they_are(hostile: Record) -> None:
    assert Truth(hostile, AS_OF).faults(compose(hostile, ASKED["all"])) == []


def altered(brief: Brief, piece: object) -> Brief:
    added = Section("added", "Added", (Paragraph((Sentence((piece,)),)),))  # type: ignore[arg-type]
    return replace(brief, sections=(*brief.sections, added))


def test_what_is_not_in_the_record_is_found_out(record: Record, truth: Truth) -> None:
    brief = compose(record, ASKED["pair"])
    name = next(iter(record.engagements(states=("PRK", "RUS")))).id
    invented = (
        "It is widely believed that ",
        Value("Paris", "engagement", name, "Paris"),
        Value("Vladimir Putin", "engagement", name, "Kim Jong Un"),
        Value("1 April 2031", "engagement", name, "2031-04-01"),
        Count("3", "engagement", (name,)),
        Cite("no-such-page"),
    )
    for piece in invented:
        assert len(truth.faults(altered(brief, piece))) == 1, piece


def test_every_sentence_of_the_summary_that_tells_an_engagement_is_sourced(record: Record) -> None:
    brief = compose(record, ASKED["pair"])
    summary = next(section for section in brief.sections if section.key == "summary")
    (bullets,) = summary.blocks
    told = [item for item in bullets.items if item.link]  # type: ignore[union-attr]
    assert len(told) >= 3
    assert all(item.cites for item in told)


@pytest.mark.parametrize("name", ASKED)
def test_sources_are_numbered_in_the_order_of_their_dates_and_all_are_cited(
    name: str, record: Record
) -> None:
    brief = compose(record, ASKED[name])
    assert [source.number for source in brief.sources] == list(range(1, len(brief.sources) + 1))
    dates = {page.id: page.published or page.dated for page in record.documents()}
    known = [dates[source.document] or "~" for source in brief.sources]
    assert known == sorted(known)
    cited = {cite.document for one in sentences(brief) for cite in one.cites}
    cited |= {p.document for one in sentences(brief) for p in one.pieces if isinstance(p, Cite)}
    assert cited == {source.document for source in brief.sources}


def test_quoted_words_are_the_pages_own(record: Record) -> None:
    brief = compose(record, ASKED["all"])
    texts = {}
    pages = {page.sha256: page.id for page in record.documents()}
    for reading in record.readings():
        texts[pages[reading.document.sha256]] = " ".join(reading.document.text.split())
    quotes = [(s.document, quote) for s in brief.sources for quote in s.quotes]
    assert len(quotes) > 20
    for document, quote in quotes:
        assert quote.removesuffix("…") in texts[document]


def test_a_group_is_left_out_where_a_value_in_it_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = {"x": "{who} met[ in {town}[, {state}]][ on {day}]", "join.last": " and "}
    monkeypatch.setattr("communique.dossier.phrases.phrases", lambda: table)
    met = say("x", who="A", town="B", state=None, day="C")
    assert "".join(map(str, met)) == "A met in B on C"
    assert "".join(map(str, say("x", who="A", town="", state="S", day=None))) == "A met"
    assert "".join(map(str, listing(["A", "", "B"]))) == "A and B"
    with pytest.raises(PhraseError, match="town"):
        say("x", who="A")
    with pytest.raises(PhraseError, match="y"):
        say("y")


def test_every_phrase_is_whole() -> None:
    for key, words in phrases().items():
        assert words.count("[") == words.count("]"), key
        assert words.count("{") == words.count("}"), key
        assert words == words.strip() or key.startswith(("join.", "said.")), key


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        ("act", Act),
        ("message", MessageKind),
        ("medium", Medium),
        ("commitments", CommitmentKind),
        ("step", CommitmentStateKind),
        ("kind", Kind),
        ("a", Kind),
        ("status", Status),
    ],
)
def test_every_word_of_the_codebook_has_its_phrase(table: str, enum: type[StrEnum]) -> None:
    assert [word for word in enum if f"{table}.{word.value}" not in phrases()] == []


def test_every_rank_of_visit_and_count_of_kind_has_its_phrase() -> None:
    wanted = [f"{table}.visit_{rank.value}" for table in ("kind", "a") for rank in VisitType]
    wanted += [f"count.kind.{kind.value}.{many}" for kind in Kind for many in ("one", "many")]
    assert [key for key in wanted if key not in phrases()] == []


def test_topics_are_written_without_underscores() -> None:
    assert not [topic for topic in TOPICS if "_" in topic_name(topic)]


def test_wording_is_neutral() -> None:
    loaded = ("claim", "admit", "alleged", "so-called", "regime", "unfortunately", "of course")
    said = " ".join(phrases().values()).lower()
    assert [word for word in loaded if word in said] == []


def test_phrases_are_toml_that_a_person_can_edit() -> None:
    from importlib.resources import files

    source = files("communique.knowledge").joinpath("briefs", "phrases.toml").read_text("utf-8")
    assert tomllib.loads(source)
    assert max(map(len, source.splitlines())) < 260


@pytest.mark.parametrize("tag", ["en-US", "en-IN", "fr-FR", "ja-JP"])
def test_a_manner_changes_dates_and_no_other_word(tag: str, record: Record, truth: Truth) -> None:
    plain, manner = compose(record, ASKED["pair"]), manner_of(tag)
    written = compose(record, ASKED["pair"], manner=manner)
    changed = 0
    for one, other in zip(sentences(plain), sentences(written), strict=True):
        for here, there in zip(one.pieces, other.pieces, strict=True):
            if here == there:
                continue
            assert isinstance(here, Value)
            assert isinstance(there, Value)
            assert here == replace(there, words=written_date(here.raw))
            assert there.words == manner.date(here.raw)
            changed += 1
    assert (changed > 10) == (tag == "en-US")


def test_where_nothing_is_found_nothing_is_headed(record: Record) -> None:
    brief = compose(record, replace(ASKED["pair"], states=("FRA",), since="2030"))
    assert [section.key for section in brief.sections] == ["summary", "method"]
    assert brief.sources == ()


@pytest.mark.parametrize(
    ("quote", "start", "printed"),
    [
        ("26 to 29 March", "2023-03-26", True),
        ("on March 26", "2023-03-26", True),
        ("the 5th of May", "2023-05-05", True),
        ("Sept. 03", "2023-09-03", True),
        ("on Monday", "2023-03-27", False),
        ("26 March 2023", "2023-03-26", False),
        ("26", "2023-03-26", False),
        ("March", "2023-03", False),
        ("March", None, False),
    ],
)
def test_a_printed_day_is_not_said_to_be_worked_out(
    quote: str, start: str | None, printed: bool
) -> None:
    assert prints_day(quote, start) is printed


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("Paris, France", "Paris", "FRA"), "in Paris"),
        (Place("Paris, France", "Paris, France", "FRA"), "in Paris"),
        (Place("Elysee Palace, Paris, France", "Paris", "FRA"), "in Paris (“Elysee Palace”)"),
        (Place("France", None, "FRA"), "in France"),
        (Place("Geneva, Switzerland", None, "CHE"), "(place given: “Geneva”)"),
    ],
)
def test_no_place_is_said_twice(record: Record, place: Place, said: str) -> None:
    """Pages write the state after the city, and the city after the building."""
    an_engagement = next(record.engagements())
    assert words_of(where(replace(an_engagement, place=place))) == said


def test_what_is_named_once_is_not_named_most_often() -> None:
    assert words_of(most_named({"conflict": ["a"]})) == "Named once: conflict."
    assert words_of(most_named({"trade": ["a"], "health": ["b"]})).startswith("Named once each:")
    assert words_of(most_named({"trade": ["a", "b"]})) == "Named most often: trade (in 2)."

"""The triage: what it passes over, and that nothing which reading finds is lost by it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from communique.language.parsing import load_pipeline
from communique.model import Document, Reading
from communique.pages import Limits, PassedOver, Refusal, read_upload
from communique.reader import Reader
from communique.triage import ELSEWHERE, NOTHING, load_triage, triage
from communique.triage.visible import shown

CORPUS = Path(__file__).parents[1] / "corpus"
# Pages with an engagement that the triage does not see: a message of condolence, told by nothing
# but its form of address and its signature.
LOST = {"aliyev-letter-khamenei.txt"}
SIEVED = Limits(sieve=load_triage(), sieve_all=True)

TALKS = "Kenyan President William Ruto met the Prime Minister of Uganda in Nairobi on Tuesday."
SPORT = "The striker scored twice in the second half, and the home side went top of the league."
MORE = " The stadium was full, and it rained for most of the evening, as it had the week before."
GERMAN = (
    "Der Stürmer traf zweimal in der zweiten Halbzeit, und die Mannschaft ging an die Spitze der "
    "Liga. Das Stadion war voll, und es regnete fast den ganzen Abend wie in der Woche davor. "
)


def page(text: str) -> bytes:
    return f"<html><head><title>News</title></head><body><p>{text}</p></body></html>".encode()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (page(TALKS + MORE * 2), None),
        (page(SPORT + MORE * 2), NOTHING),
        (page(GERMAN * 2), ELSEWHERE),
        (page("Kenya"), None),
        (page((GERMAN * 2).encode().decode("latin-1")), ELSEWHERE),
        (page(SPORT + MORE * 2).decode().encode("utf-16"), None),
        (page(f"{SPORT}{MORE * 2}<script>/*{TALKS}*/</script>"), NOTHING),
        (page(TALKS.replace("President", "<b>Presi</b>dent") + MORE * 2), None),
    ],
    ids=["talks", "sport", "German", "too short to tell", "wrong letters", "UTF-16", "script",
         "tags inside words"],
)  # fmt: skip
def test_bytes_of_a_page_are_judged(raw: bytes, reason: str | None) -> None:
    assert load_triage().of_bytes(raw) == reason


def test_words_count_only_near_one_another() -> None:
    far = "It was a quiet day in the town and nobody had much to tell the others about it. " * 3
    apart = f"The prime minister spoke. {far} Kenya and Uganda won. {far} Two friends met."
    assert load_triage().of_text(apart) == NOTHING
    assert load_triage().of_text(TALKS) is None


HOME = "The minister met the mayor of the city on Monday to talk about the price of bread."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TALKS, None),
        ("President Ruto met Prime Minister Robinah Nabbanja of Uganda on Tuesday.", None),
        ("Kenya's president was in Kampala. He was received by his host on Monday.", None),
        (HOME, NOTHING),
        (f"Kenya won. {MORE * 3} {HOME} {MORE * 3} Uganda lost.", NOTHING),
        ("Kenyan President William Ruto met the Kenyan prime minister on Tuesday.", NOTHING),
    ],
    ids=["talks", "leaders", "sides in two sentences", "no side", "sides far away", "one side"],
)
def test_a_page_is_judged_by_the_sides_that_it_names(text: str, reason: str | None) -> None:
    document = read_upload(text.encode(), "a.txt")
    assert isinstance(document, Document)
    assert load_triage().of_document(document) == reason


def test_a_page_whose_names_cannot_be_found_is_left_to_the_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: Document) -> None:
        raise RecursionError

    monkeypatch.setattr(triage, "name", fail)
    document = read_upload(HOME.encode(), "a.txt")
    assert isinstance(document, Document)
    assert load_triage().of_document(document) is None


def test_a_page_named_for_its_triage_reads_as_any_other() -> None:
    document = read_upload(TALKS.encode(), "a.txt")
    again = read_upload((TALKS + MORE).encode(), "b.txt")
    assert isinstance(document, Document)
    assert isinstance(again, Document)
    plain = _reader().read(document)
    assert plain.accounts
    load_triage().of_document(document)
    assert _reader().read(document) == plain
    load_triage().of_document(again)
    assert _reader().read(document) == plain
    assert _reader().read(document) == plain


def test_what_is_hidden_or_short_is_not_shown() -> None:
    raw = page("A line of more words than five.</p><!-- Kenya --><style>p {}</style><p>Home</p><p>")
    assert shown(raw) == ["A line of more words than five."]


@cache
def _reader() -> Reader:
    return Reader(load_pipeline())


def _found(reading: Reading) -> bool:
    return bool(reading.accounts)


@pytest.mark.parametrize("half", ["dev", "test"])
def test_nothing_that_reading_finds_on_labelled_pages_is_lost(half: str) -> None:
    pages = [p for p in sorted((CORPUS / half).iterdir()) if p.suffix in {".txt", ".html"}]
    lost, passed = set(), 0
    for path in pages:
        raw = path.read_bytes()
        sifted, whole = read_upload(raw, path.name, SIEVED), read_upload(raw, path.name)
        if not isinstance(sifted, PassedOver):
            assert sifted == whole
            continue
        passed += 1
        if isinstance(whole, Document) and _found(_reader().read(whole)):
            lost.add(path.name)
    assert lost <= LOST
    assert passed  # else nothing was tried


def test_without_a_sieve_no_page_is_passed_over() -> None:
    raw = page(SPORT + MORE * 2)
    assert not isinstance(read_upload(raw, "a.html"), Refusal)
    assert isinstance(read_upload(raw, "a.html", SIEVED), PassedOver)

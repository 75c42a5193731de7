"""The shipped English pipeline: it loads, is small and clean, and reads diplomatic prose."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from communique.language.models import ENGLISH, use_numpy_blas

ROOT = Path(__file__).parents[2]
TREEBANK = ROOT.parent / "shared" / "treebanks" / "en_gum-test.conllu.xz"
MOST_BYTES = 20_000_000
# Pinned a little under the model card's score on the whole file (single sentences).
LAS_FLOOR = 0.835
SAMPLE = 250

# Sentence, then what must hang where: "word label head".
TREES = [
    (
        "Mutapa phoned Lindqvist on Friday to congratulate her on the election.",
        ["Mutapa nsubj phoned", "Lindqvist obj phoned", "Friday obl phoned"],
    ),
    (
        "The two sides discussed fisheries and agreed to reopen the border.",
        ["sides nsubj discussed", "fisheries obj discussed", "agreed conj discussed",
         "reopen xcomp agreed", "border obj reopen"],
    ),
    (
        "The emir received the Chilean foreign minister in Doha on Sunday.",
        ["emir nsubj received", "minister obj received", "Sunday obl received"],
    ),
    (
        "The envoy was received by the king at the summer palace.",
        ["envoy nsubj:pass received", "king obl:agent received", "palace obl received"],
    ),
    (
        "The premier conveyed the greetings of the queen and invited Sarr to visit Samoa.",
        ["premier nsubj conveyed", "greetings obj conveyed", "queen nmod greetings",
         "invited conj conveyed", "Sarr obj invited", "visit xcomp invited"],
    ),
    (
        "The spokesman said that Kovač would not attend the ceremony.",
        ["spokesman nsubj said", "attend ccomp said", "Kovač nsubj attend", "not advmod attend"],
    ),
    (
        "Before the meeting, Pillai told journalists that Ghana had accepted the offer.",
        ["Pillai nsubj told", "accepted ccomp told", "Ghana nsubj accepted",
         "offer obj accepted", "meeting obl told"],
    ),
    (
        "A telephone conversation between Aho and Mbeki took place on Tuesday.",
        ["conversation nsubj took", "Aho nmod conversation", "Mbeki conj Aho"],
    ),
    (
        "The visit, which had been planned for May, was postponed.",
        ["visit nsubj:pass postponed", "planned acl:relcl visit"],
    ),
    (
        "Iceland will host the next round of talks in September.",
        ["Iceland nsubj host", "will aux host", "round obj host", "talks nmod round"],
    ),
    (
        "Okoye thanked the chancellor for the support that Austria had given to the region.",
        ["Okoye nsubj thanked", "chancellor obj thanked", "support obl thanked",
         "given acl:relcl support", "Austria nsubj given"],
    ),
    (
        "Speaking in Lima, the president called on both parties to return to dialogue.",
        ["president nsubj called", "Speaking advcl called", "parties obl called"],
    ),
    (
        "Fiji and Malta sign agreement on maritime safety",
        ["Fiji nsubj sign", "Malta conj Fiji", "agreement obj sign"],
    ),
    (
        "Norwegian foreign minister to visit Kenya in June",
        ["minister nsubj visit", "Kenya obj visit", "June obl visit"],
    ),
]  # fmt: skip

LEMMAS = [
    ("Lam phoned Ferrari.", "phoned", "phone"),
    ("They met in Apia.", "met", "meet"),
    ("The talks were held in Baku.", "talks", "talk"),
    ("The talks were held in Baku.", "held", "hold"),
    ("She congratulated the winner.", "congratulated", "congratulate"),
    ("He reiterated the offer.", "reiterated", "reiterate"),
    ("He conveyed his regards.", "conveyed", "convey"),
    ("The minister spoke with his counterparts.", "spoke", "speak"),
    ("The minister spoke with his counterparts.", "counterparts", "counterpart"),
    ("They hoped for peace.", "hoped", "hope"),
    ("The countries sought closer ties.", "sought", "seek"),
    ("The countries sought closer ties.", "countries", "country"),
    ("He paid two visits to Malawi.", "visits", "visit"),
    ("The president is visiting Quito.", "visiting", "visit"),
    ("Both sides discuss trade every year.", "discuss", "discuss"),
]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return use_numpy_blas(spacy.load(ENGLISH))


def read(pipeline: Language, text: str) -> Doc:
    """Parse one sentence as the program does: its ends are known beforehand."""
    doc = pipeline.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return pipeline(doc)


def relations(doc: Doc) -> set[str]:
    return {f"{token.text} {token.dep_} {token.head.text}" for token in doc}


@pytest.mark.parametrize(("text", "expected"), TREES, ids=[text for text, _ in TREES])
def test_trees_of_diplomatic_sentences(pipeline: Language, text: str, expected: list[str]) -> None:
    assert set(expected) - relations(read(pipeline, text)) == set()


@pytest.mark.parametrize(("text", "word", "lemma"), LEMMAS)
def test_lemmas(pipeline: Language, text: str, word: str, lemma: str) -> None:
    found = {token.text: token.lemma_ for token in read(pipeline, text)}
    assert found[word] == lemma


def test_known_sentence_ends_are_kept(pipeline: Language) -> None:
    doc = read(pipeline, "The door is open. Nobody said otherwise, he added.")
    assert len(list(doc.sents)) == 1


def test_sentences_are_parted_where_no_ends_are_given(pipeline: Language) -> None:
    doc = pipeline("The talks began on Monday. They ended on Tuesday. No statement was issued.")
    assert [str(sentence)[:5] for sentence in doc.sents] == ["The t", "They ", "No st"]


def test_numpy_blas_changes_next_to_nothing(pipeline: Language) -> None:
    # Rounding differs, so a tie may fall the other way on some machine.
    plain = spacy.load(ENGLISH)
    pairs = [(relations(read(plain, t)), relations(read(pipeline, t))) for t, _ in TREES]
    changed = sum(len(one - other) for one, other in pairs)
    assert changed <= 0.02 * sum(len(one) for one, _ in pairs)


def test_the_folder_is_small_and_holds_no_machine_paths() -> None:
    files = [path for path in ENGLISH.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES
    for path in (ENGLISH / "config.cfg", ENGLISH / "meta.json", ENGLISH / "README.md"):
        assert not re.search(
            r"(?<![\w./])/(home|root|tmp|work|Users|var)\b", path.read_text("utf-8")
        )


def test_the_card_states_the_scores_of_the_model() -> None:
    meta = json.loads((ENGLISH / "meta.json").read_text("utf-8"))
    card = (ENGLISH / "README.md").read_text("utf-8")
    assert meta["name"] == "communique_en"
    for manner in ("own_tokens", "treebank_tokens", "single_sentences"):
        for measure in ("dep_uas", "dep_las", "tag_acc", "lemma_acc"):
            assert f"{meta['performance'][manner][measure]:.1f}" in card


def test_labelled_attachment_on_treebank_sentences(pipeline: Language) -> None:
    if not TREEBANK.is_file():
        pytest.skip("the treebanks are not beside this checkout")
    right = total = 0
    for gold in treebank_sentences(pipeline):
        words, spaces = [t.text for t in gold], [bool(t.whitespace_) for t in gold]
        starts: list[Any] = [token.i == 0 for token in gold]
        mine = pipeline(Doc(pipeline.vocab, words=words, spaces=spaces, sent_starts=starts))
        for wanted, found in zip(gold, mine, strict=True):
            if wanted.dep_ != "punct":
                total += 1
                right += same(wanted, found)
    assert right / total >= LAS_FLOOR


def same(wanted: Token, found: Token) -> bool:
    return wanted.head.i == found.head.i and wanted.dep_ == found.dep_


def treebank_sentences(pipeline: Language) -> list[Doc]:
    """Read the test treebank with the recipe's own reader; take sentences from all documents."""
    sys.path.insert(0, str(ROOT / "training" / "scripts"))
    try:
        import conllu  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    sentences = [sentence for document in conllu.read_documents(TREEBANK) for sentence in document]
    step = max(1, len(sentences) // SAMPLE)
    return [conllu.to_doc(pipeline.vocab, [sentence]) for sentence in sentences[::step]]

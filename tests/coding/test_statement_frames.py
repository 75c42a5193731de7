"""Every frame of speech acts reads its own examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from communique.coding.statements.statements import read_statements, to_statement
from communique.knowledge.frames import load_frames
from communique.language.analysis import analyse
from communique.language.parsing import load_pipeline
from communique.model import Act, Document


def examples() -> Iterator[Any]:
    for frame in load_frames().statements:
        for example in frame.examples:
            yield pytest.param(example, id=f"{example['act']}: {example['text'][:50]}")


def statements(text: str) -> list[Any]:
    document = Document("x", None, None, None, None, "en", "2024-05-02", "day", text, "0")
    drafts = read_statements(analyse(document, load_pipeline()), load_frames())
    return [to_statement(draft, []) for draft in drafts]


@pytest.mark.parametrize("example", list(examples()))
def test_an_example_is_read(example: Mapping[str, Any]) -> None:
    found = [s for s in statements(example["text"]) if s.act == example["act"]]
    if example.get("none"):
        assert found == []
        return
    assert len(found) == 1
    statement = found[0]
    assert example["about"] in statement.content
    speaker = statement.speaker if isinstance(statement.speaker, str) else "both"
    assert example["speaker"] in speaker
    if "addressee" in example:
        assert statement.addressee == example["addressee"]


def test_every_act_has_a_frame_and_an_example() -> None:
    frames = load_frames().statements
    assert {frame.act for frame in frames} == {act.value for act in Act}
    shown = {example["act"] for frame in frames for example in frame.examples}
    assert shown == {act.value for act in Act}


KNOWN_NEEDS = {
    "clause", "content", "thing", "person", "whom", "another", "told", "prep", "complement",
    "would", "conversation", "both", "future", "object", "part", "bare", "topics", "that", "matter",
}  # fmt: skip


def test_every_need_is_one_that_the_matcher_knows() -> None:
    frames = load_frames().statements
    kinds = {re.split(r"[:|]", frame.needs)[0] for frame in frames if frame.needs}
    assert kinds == KNOWN_NEEDS


def test_every_frame_has_words() -> None:
    for frame in load_frames().statements:
        assert frame.verbs or (frame.support and frame.nouns) or frame.adjectives, frame.act

"""The files of frames, offices, references and messages keep to their schemas and each other."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from communique.knowledge.frames import load_frames
from communique.knowledge.frames.codes import event_codes
from communique.knowledge.offices import load_office_words
from communique.model import Act, Kind, Role, Status

KNOWLEDGE = files("communique.knowledge")
TABLES = {
    "frames-engagements": ("frames", "en", "engagements.toml"),
    "frames-statements": ("frames", "en", "statements.toml"),
    "frames-grammar": ("frames", "en", "grammar.toml"),
    "frames-messages": ("frames", "en", "messages.toml"),
    "frames-undertakings": ("frames", "en", "undertakings.toml"),
    "frames-plover": ("frames", "plover.toml"),
    "offices": ("offices", "en.toml"),
    "references": ("references", "en.toml"),
}


def schema(name: str) -> dict[str, Any]:
    text = KNOWLEDGE.joinpath("schemas", f"{name}.schema.json").read_text("utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def data(name: str) -> dict[str, Any]:
    return tomllib.loads(KNOWLEDGE.joinpath(*TABLES[name]).read_text("utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_file_keeps_to_its_schema(name: str) -> None:
    faults = jsonschema.Draft202012Validator(schema(name)).iter_errors(data(name))
    assert [f"{fault.json_path}: {fault.message[:120]}" for fault in faults] == []


BROKEN = [
    # a kind that the codebook does not have
    ("frames-engagements", {"frame": [{"id": "x", "kind": "chat", "roles": {}, "nouns": ["x"]}]}),
    # a frame without a word
    ("frames-engagements", {"frame": [{"id": "x", "kind": "call", "roles": {}}]}),
    # marks of nothing
    (
        "frames-engagements",
        {
            "frame": [
                {"id": "x", "kind": "call", "roles": {}, "bare_nouns": ["x"], "noun_marks": ["y"]}
            ]
        },
    ),
    # a mistyped key
    (
        "frames-engagements",
        {"frame": [{"id": "x", "kind": "call", "roles": {}, "nouns": ["x"], "need": "with"}]},
    ),
    # a lemma with a capital can never match
    ("frames-engagements", {"frame": [{"id": "x", "kind": "call", "roles": {}, "nouns": ["X"]}]}),
    # a party without a role
    (
        "frames-engagements",
        {
            "frame": [
                {
                    "id": "x",
                    "kind": "call",
                    "roles": {},
                    "nouns": ["x"],
                    "examples": [
                        {
                            "text": "X.",
                            "kind": "call",
                            "status": "held",
                            "parties": ["Gabriel Boric CHL"],
                        }
                    ],
                }
            ]
        },
    ),
    ("frames-statements", {"frame": [{"act": "say", "verbs": ["say"]}]}),
    # a supporting verb without its noun
    ("frames-statements", {"frame": [{"act": "thank", "support": ["express"]}]}),
    ("frames-plover", {"kinds": {}, "frames": {}}),
    ("frames-messages", {}),
    ("offices", {"heads": {"wizard": ["wizard"]}}),
    ("references", {"pronouns": {"male": []}}),
]


@pytest.mark.parametrize(("name", "broken"), BROKEN)
def test_a_schema_finds_faults(name: str, broken: dict[str, Any]) -> None:
    assert not jsonschema.Draft202012Validator(schema(name)).is_valid(broken)


def test_the_schemas_know_the_words_of_the_codebook() -> None:
    frame = schema("frames-engagements")["$defs"]["frame"]["properties"]
    assert set(frame["kind"]["enum"]) == set(Kind)
    assert set(frame["status"]["enum"]) == set(Status)
    # besides roles, a frame may mark where a visit goes and whom a funeral is for
    assert set(frame["roles"]["additionalProperties"]["enum"]) == {*Role, "place", "honoured"}
    act = schema("frames-statements")["$defs"]["frame"]["properties"]["act"]
    assert set(act["enum"]) == set(Act)


def test_frames_have_names_of_their_own() -> None:
    names = [frame.id for frame in load_frames().engagements]
    assert len(names) == len(set(names))


def test_codes_are_given_for_frames_that_are_there() -> None:
    assert set(data("frames-plover")["frames"]) <= {f.id for f in load_frames().engagements}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_codes(kind: Kind) -> None:
    codes = event_codes(kind)
    assert codes.event
    assert codes.cameo


def test_plurals_are_of_heads() -> None:
    assert all(head.kind for head in load_office_words().heads.values())


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}")
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield path, value


TWICE = [
    "frames-grammar",
    "frames-messages",
    "offices",
    "references",
]


@pytest.mark.parametrize("name", TWICE)
def test_no_list_has_a_word_twice(name: str) -> None:
    twice = {
        path: sorted({word for word in words if words.count(word) > 1})
        for path, words in lists(data(name))
    }
    assert {path: words for path, words in twice.items() if words} == {}

"""The data files of the date grammar: well formed, and meaning days that exist."""

import json
import tomllib
from datetime import date
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from communique.language.dates.calendar_days import festival_days
from communique.language.dates.forms import FormKind
from communique.language.dates.lexicon import festivals, load_lexicon
from communique.language.dates.templates import TemplateError, compile_template

FOLDER = files("communique.knowledge").joinpath("dates")
NEUTRAL = {"festivals.toml", "figures.toml"}
LANGUAGES = sorted(
    f.name.removesuffix(".toml")
    for f in FOLDER.iterdir()
    if f.name.endswith(".toml") and f.name not in NEUTRAL
)


def schema() -> dict[str, Any]:
    return json.loads(FOLDER.joinpath("schema.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def data(name: str) -> dict[str, Any]:
    return tomllib.loads(FOLDER.joinpath(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_follows_the_schema(language: str) -> None:
    Draft202012Validator(schema()).validate(data(f"{language}.toml"))


def test_figures_follow_the_schema_of_phrases() -> None:
    one = {**schema(), "$ref": "#/$defs/phrase"}
    for key in ("type", "required", "properties", "additionalProperties"):
        one.pop(key)
    for phrase in data("figures.toml")["phrase"]:
        Draft202012Validator(one).validate(phrase)


def test_the_schema_knows_the_kinds_of_the_code() -> None:
    kinds = schema()["$defs"]["phrase"]["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(FormKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_compiles_and_names_known_lists(language: str) -> None:
    assert load_lexicon(language).by_word
    raw = data(f"{language}.toml")
    for phrase in raw["phrase"]:
        assert {phrase.get("after"), phrase.get("unless")} - {None} <= set(raw["lists"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_names_feasts_that_have_days(language: str) -> None:
    named = set(data(f"{language}.toml")["slots"]["festival"]["words"].values())
    assert named <= set(festivals())
    for name in named:
        assert festival_days(name, 2024) is not None, name


@pytest.mark.parametrize("year", range(2000, 2036))
def test_the_table_of_easter_is_the_computus(year: int) -> None:
    computus = pytest.importorskip("dateutil.easter")
    methods = {"easter": computus.EASTER_WESTERN, "orthodox_easter": computus.EASTER_ORTHODOX}
    for name, method in methods.items():
        day = computus.easter(year, method)
        assert festival_days(name, year) == (day, day)


def test_the_lunar_new_year_falls_between_21_january_and_21_february_each_year() -> None:
    days = [date.fromisoformat(day) for day in festivals()["lunar_new_year"]["dates"]]
    assert [day.year for day in days] == list(range(2000, 2036))
    assert all((1, 21) <= (day.month, day.day) <= (2, 21) for day in days)
    gaps = {(later - day).days for day, later in pairwise(days)}
    assert gaps <= {353, 354, 355, 383, 384, 385}  # twelve or thirteen moons


def test_the_feasts_of_the_moon_come_back_after_a_lunar_year() -> None:
    for name in ("eid_al_fitr", "eid_al_adha"):
        days = [date.fromisoformat(day) for day in festivals()[name]["dates"]]
        gaps = {(later - day).days for day, later in pairwise(days)}
        assert gaps <= {353, 354, 355, 356}, name


@pytest.mark.parametrize(
    ("template", "complaint"),
    [("{month", "unclosed slot"), ("[x", "unclosed bracket"), ("{moon}", "unknown slot"),
     ("[may be]", "says nothing"), ("", "says nothing")],
)  # fmt: skip
def test_a_template_that_cannot_be_read_is_quoted(template: str, complaint: str) -> None:
    with pytest.raises(TemplateError, match=complaint):
        compile_template(template, {"month": "x"}.__getitem__)

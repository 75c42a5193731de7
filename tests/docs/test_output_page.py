"""Every field that other programs get is named on the page about output."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.exchange.json_form import reading_to_json
from communique.exchange.record_form import engagement_to_json
from communique.language.parsing import load_pipeline
from communique.pages import read_documents
from communique.reader import Reader
from communique.record import Record

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "output.md").read_text("utf-8")
NAMED = set(re.findall(r"[`\"](\w+)[`\"]", PAGE))
# Fields of parts that the page names as a whole: dates of a page's line, spans, bookkeeping.
INSIDE = {
    *("dateline_place", "dateline_date", "title_span", "captions", "related", "photo_credit"),
    *("sha256", "version", "dated", "note", "worked_from", "uncertain", "weekday", "after"),
    *("before", "frame", "office_evidence", "milestones", "what", "year", "text"),
    *("by_id", "to_id", "engagements", "value", "documents", "value"),
}


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    reader = Reader(load_pipeline())
    pages = [str(page) for page in (ROOT / "examples" / "pages").glob("0[134]-*")]
    with Record.open(tmp_path_factory.mktemp("output") / "r.db") as record:
        readings = [reader.read(page) for page in read_documents(pages)]
        for reading in readings:
            record.keep(reading)
        found = [engagement_to_json(entry) for entry in record.engagements(accounts=True)]
    return [*map(reading_to_json, readings), *found]


def test_every_field_is_named(forms: list[Any]) -> None:
    assert set(keys(forms)) - NAMED - INSIDE == set()


def test_commands_that_the_page_names_exist() -> None:
    for command in re.findall(r"`(\w+) --json`", PAGE):
        assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0

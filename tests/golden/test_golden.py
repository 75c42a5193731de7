"""Golden outputs over the example pages: what is read from each, and what the record answers.

Where a golden file is missing, the test writes it and fails, asking for a look. After a change
that is meant to alter them: pytest tests/golden --update-golden, then read the difference.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from communique.cli import main

GOLDEN = Path(__file__).parent
ROOT = GOLDEN.parents[1]
FOLDER = Path("examples", "pages")
PAGES = sorted((ROOT / FOLDER).iterdir())
QUESTIONS = {
    "timeline": ["timeline"],
    "commitments": ["commitments", "--as-of", "2024-12-31"],
    "people": ["people"],
    "check": ["check"],
}

Compare = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        elif not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
            pytest.fail(f"{name} was missing and has been written; read it before committing it")
        else:
            assert text == path.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def readings() -> dict[str, dict[str, Any]]:
    """The pages' readings by file name, from one run of ``read --jsonl``."""
    done = read_examples("--jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(line["document"]["path"]).name: line for line in lines}


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A record that has read the example pages."""
    target = str(tmp_path_factory.mktemp("golden") / "examples.db")
    read_examples("--record", target)
    return target


def read_examples(*options: str) -> Result:
    """Read the pages under the same names wherever the checkout lies: ids are made from names."""
    with chdir(ROOT):
        done = CliRunner().invoke(main, ["read", str(FOLDER), *options])
    assert done.exit_code in (0, 1), done.output
    return done


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_page_reads_as_before(
    page: Path, readings: dict[str, dict[str, Any]], golden: Compare
) -> None:
    golden(f"pages/{page.stem}.json", normal(readings[page.name]))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_record_answers_as_before(question: str, record: str, golden: Compare) -> None:
    done = CliRunner(env={"COLUMNS": "80"}).invoke(main, [*QUESTIONS[question], "--record", record])
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    assert max(map(len, lines)) <= 80
    golden(f"{question}.txt", "\n".join(lines) + "\n")


def normal(reading: dict[str, Any]) -> str:
    """Return a reading for people to review: spans as their words, no paths, text by paragraph."""
    document = reading["document"]
    kept = {key: value for key, value in document.items() if key not in ("path", "sha256", "text")}
    paragraphs = document["text"].split("\n\n")
    whole = {**reading, "document": {**kept, "text": paragraphs}}
    return json.dumps(words_alone(whole), ensure_ascii=False, indent=1) + "\n"


def words_alone(value: Any) -> Any:
    """Return JSON with every span replaced by its quote and what is empty left out."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "quote"}:
            return value["quote"]
        plain = {key: words_alone(each) for key, each in value.items()}
        return {key: each for key, each in plain.items() if each not in (None, [], {}, [[]])}
    if isinstance(value, list):
        return [words_alone(each) for each in value]
    return value

"""The documentation says what the program does: generated parts are up to date, links lead on."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import click
import pytest

from communique import __version__

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["codebook.md", "cli.md", "output.md"])
def test_generated_pages_are_up_to_date(name: str, generate: ModuleType) -> None:
    page = DOCS / name
    assert generate.generated()[page] == page.read_text("utf-8"), "run: python docs/generate.py"


def test_every_meaning_is_shown(generate: ModuleType) -> None:
    shown = set(re.findall(r"<!-- table: (\w+) -->", (DOCS / "codebook.md").read_text("utf-8")))
    assert set(tomllib.loads((DOCS / "meanings.toml").read_text("utf-8"))) == shown


def test_a_word_without_a_meaning_is_refused(generate: ModuleType) -> None:
    from communique.model import Medium

    with pytest.raises(ValueError, match="telegram"):
        generate.enum_table(Medium, {word.value: "x" for word in Medium if word != "telegram"})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


def commands_in(page: Path) -> list[str]:
    """Return the communique commands that a page tells its readers to run."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line.partition("communique ")[2] for line in lines if "communique " in line]


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", DOCS / "index.md"], ids=lambda page: page.name
)
def test_commands_in_the_text_exist_with_their_options(page: Path) -> None:
    from communique.cli import main

    found = commands_in(page)
    assert found
    for line in found:
        name, *rest = line.split()
        command = main.commands[name]
        if isinstance(command, click.Group) and rest[0] in command.commands:
            command = command.commands[rest[0]]
        options = {option for each in command.params for option in each.opts}
        options.add("--help")
        assert {word for word in rest if word.startswith("--")} <= options, line


def test_the_changelog_knows_this_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## {__version__}" in changes or "## Unreleased" in changes


@pytest.mark.slow
def test_the_site_builds_without_warnings(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

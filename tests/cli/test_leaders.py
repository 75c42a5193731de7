"""``communique leaders refresh`` says what it did, or that nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.exchange import wikidata
from communique.exchange.sparql import FetchError, Limits
from communique.exchange.wikidata import RefreshReport


def test_the_report_is_printed_and_options_are_handed_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[str, Path | None, str]] = []

    def refresh(endpoint: str, out: Path | None, *, limits: Limits) -> RefreshReport:
        asked.append((endpoint, out, limits.contact))
        return RefreshReport(tmp_path / "own.csv", 5, 2, 1, 0, {})

    monkeypatch.setattr(wikidata, "refresh", refresh)
    options = ["--endpoint", "https://example.org/sparql", "--contact", "me@example.org"]
    result = CliRunner().invoke(main, ["leaders", "refresh", *options])
    assert (result.exit_code, asked) == (
        0,
        [("https://example.org/sparql", None, "me@example.org")],
    )
    assert "5 tenures read, 2 new, 1 changed" in result.stderr


@pytest.mark.parametrize("error", [FetchError("no answer"), ValueError("no such table")])
def test_a_failed_refresh_says_that_nothing_changed(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refresh(*_: object, **__: object) -> RefreshReport:
        raise error

    monkeypatch.setattr(wikidata, "refresh", refresh)
    result = CliRunner().invoke(main, ["leaders", "refresh"])
    assert result.exit_code == 1
    assert f"{error}; the table is as it was" in result.stderr

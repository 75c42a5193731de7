"""What all tests share: the option that renews golden files, and the way to labelled pages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew instead of comparing"
    )


@pytest.fixture(scope="session")
def examples_pages() -> Path:
    return ROOT / "examples" / "pages"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled pages beside the checkout; tests that need it skip without it."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout: the labelled pages are not here")
    return SHARED


class PostgresqlRan:
    """Fails a run that was to go over PostgreSQL, too, where a test of it did not run."""

    def __init__(self) -> None:
        self.passed = 0
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if "postgresql" not in report.nodeid.partition("[")[2]:
            return
        self.passed += report.when == "call" and report.passed
        if report.skipped:
            self.skipped.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not self.passed or self.skipped:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        said = f"over PostgreSQL: {self.passed} passed, {len(self.skipped)} skipped"
        terminalreporter.write_sep("=", said)


def pytest_configure(config: pytest.Config) -> None:
    """``COMMUNIQUE_NEED_POSTGRESQL`` asks that the tests over PostgreSQL run; CI sets it."""
    if os.environ.get("COMMUNIQUE_NEED_POSTGRESQL"):
        config.pluginmanager.register(PostgresqlRan(), "postgresql-ran")

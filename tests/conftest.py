"""What all tests share: the option that renews golden files, and the way to labelled pages."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of what is tested: nothing here fails for being slow.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

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


class Ran:
    """Fails a run in which some tests had to run, where one of them did not.

    ``needed`` tells by a test's id whether it is one of them, ``named`` is what they are called.
    """

    def __init__(self, named: str, needed: Callable[[str], bool]) -> None:
        self.named, self.needed = named, needed
        self.passed = 0
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not self.needed(report.nodeid):
            return
        self.passed += report.when == "call" and report.passed
        if report.skipped:
            self.skipped.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not self.passed or self.skipped:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        said = f"{self.named}: {self.passed} passed, {len(self.skipped)} skipped"
        terminalreporter.write_sep("=", said)


def pytest_configure(config: pytest.Config) -> None:
    """``COMMUNIQUE_NEED_...`` asks that the tests of that sort run; CI sets them."""
    if os.environ.get("COMMUNIQUE_NEED_POSTGRESQL"):
        ran = Ran("over PostgreSQL", lambda name: "postgresql" in name.partition("[")[2])
        config.pluginmanager.register(ran, "postgresql-ran")
    if os.environ.get("COMMUNIQUE_NEED_SPARK"):
        ran = Ran("over Spark", lambda name: "shards/test_spark.py" in name)
        config.pluginmanager.register(ran, "spark-ran")
    if os.environ.get("COMMUNIQUE_NEED_BROWSER"):
        ran = Ran("in a browser", lambda name: "web/browser/" in name)
        config.pluginmanager.register(ran, "browser-ran")

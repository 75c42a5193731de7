"""What all tests share: the option that renews golden files, and the way to labelled pages."""

from __future__ import annotations

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

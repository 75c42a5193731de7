"""A browser of the machine's own and the workspace served to it, as a reader meets it.

The browser is Debian's Chromium (``apt install chromium``), or what COMMUNIQUE_BROWSER names;
without it these tests are skipped and say so.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

PATIENCE = 90


def _chromium() -> str | None:
    names = (os.environ.get("COMMUNIQUE_BROWSER"), "chromium", "chromium-browser")
    return next((found for name in names if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; tests that need it are skipped, saying so, where there is none."""
    program = _chromium()
    if program is None:
        pytest.skip("no Chromium here: apt install chromium, or name one in COMMUNIQUE_BROWSER")
    with sync_playwright() as playwright:
        # The sandbox wants another user than root, as whom CI runs.
        made = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield made
        made.close()


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


@contextmanager
def served(record: Path) -> Iterator[str]:
    """Serve a record as ``communique serve`` does; give its address."""
    port = _free_port()
    command = [sys.executable, "-m", "communique", "serve", "--record", str(record)]
    process = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + PATIENCE
    try:
        while True:
            try:
                urlopen(address, timeout=5).close()
                break
            except (URLError, OSError):
                assert process.poll() is None, "the server ended"
                assert time.monotonic() < until, "the server did not begin"
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="session")
def examples_address(example_record: Path) -> Iterator[str]:
    """The workspace over the examples, which no test changes."""
    with served(example_record) as address:
        yield address


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve any record for one test."""
    with ExitStack() as stack:
        yield lambda record: stack.enter_context(served(record))


Opening = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opening]:
    """Give new pages of the browser; what one of them complains of fails the test at its end."""
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "Failed to load" not in message.text:
            complaints.append(f"{message.type}: {message.text}")

    def missed(response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            complaints.append(f"{response.status}: {response.url}")

    with ExitStack() as stack:

        def page(*, width: int = 1280, scheme: str = "light") -> Page:
            context = browser.new_context(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
                locale="en-GB",
            )
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE * 1000)
            made = context.new_page()
            made.on("console", note)
            made.on("response", missed)
            made.on("pageerror", lambda error: complaints.append(str(error)))
            return made

        yield page
    assert complaints == []

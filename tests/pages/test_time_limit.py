"""A page may take so long and no longer, whatever holds it up; the next is read as ever."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main, reading
from communique.model import Document
from communique.pages import Limits, Refusal, raw_page, read_upload
from communique.pages.time_limit import TooLongError, within
from communique.reader import Reader

TALKS = "Kenyan President William Ruto met the Prime Minister of Uganda in Nairobi on Tuesday."


def spin() -> None:
    while True:
        pass


def run_away() -> None:
    re.match(r"(a+)+b", "a" * 40)


def swallow() -> None:
    while True:
        with suppress(Exception):
            spin()


@pytest.mark.parametrize("hold_up", [spin, run_away, swallow])
def test_what_does_not_end_is_ended(hold_up: Callable[[], None]) -> None:
    before = signal.getsignal(signal.SIGPROF)
    with (
        pytest.raises(TooLongError, match=r"^it could not be read within 0.2 seconds$"),
        within(0.2),
    ):
        hold_up()
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_what_ends_is_left_alone() -> None:
    with within(30):
        done = sum(range(1000))
    assert done == 499_500
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_the_outer_bound_stands() -> None:
    begun = time.process_time()
    with pytest.raises(TooLongError), within(0.2), within(50):
        spin()
    assert time.process_time() - begun < 5


def test_another_thread_is_not_bounded() -> None:
    done = []

    def work() -> None:
        with within(0.01):
            end = time.thread_time() + 0.1
            while time.thread_time() < end:
                pass
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done


def test_a_page_that_runs_away_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_page, "read_text_page", lambda *_, **__: spin())
    found = read_upload(TALKS.encode(), "a.txt", Limits(page_seconds=0.2))
    assert found == Refusal("a.txt", "it could not be read within 0.2 seconds")


def test_the_others_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{TALKS} Page {name}.", "utf-8")
    plain = Reader.read

    def read(self: Reader, document: Document) -> object:
        if "Page b" in document.text:
            spin()
        return plain(self, document)

    monkeypatch.setattr(Reader, "read", read)
    monkeypatch.setattr(reading, "limits_of", lambda **_: Limits(page_seconds=3))
    asked = ["read", str(tmp_path), "--record", str(tmp_path / "r.db")]
    result = CliRunner().invoke(main, asked)
    assert result.exit_code == 1
    assert "b.txt: it could not be read within 3 seconds" in result.stderr
    assert "read 2 pages (2 new); 1 input could not be read" in result.stderr

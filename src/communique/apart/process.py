"""The asker's side of the process that takes pages apart: one at a time, each within a time."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import replace
from typing import Any

from communique.exchange.json_form import reading_from_json
from communique.model import Reading

PAGE_SECONDS = 90.0
# Then it is begun anew, so that what libraries gather does not grow for ever.
_MOST_ANSWERS = 2000

Json = dict[str, Any]


class Refused(Exception):
    """Raised where a page was not read; its text is the reason."""


class Passed(Refused):
    """Raised where a page was passed over by triage."""


class SeparateProcess:
    """Takes pages apart in a process of its own, which is begun with the first of them."""

    def __init__(self, seconds: float = PAGE_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None
        self._answers = 0

    def read(self, asked: Json) -> Reading:
        """Return the reading of one page.

        That is ``{"file", "name"}``, ``{"file", "url", "media", "charset"}`` or ``{"address"}``;
        with ``"triage"`` true a page without an engagement is passed over. Raises Refused with the
        reason where it cannot be read, or not within the time.
        """
        answer = self.answer(asked)
        return replace(reading_from_json(answer["reading"]), coder=answer["coder"])

    def answer(self, asked: Json) -> Json:
        """Return the answer to what is asked (see ``child``). Raises Refused as ``read`` does."""
        line = self._line(json.dumps(asked))
        if not line:
            raise Refused(f"it could not be read within {self._seconds:g} seconds")
        answer: Json = json.loads(line)
        if "passed" in answer:
            raise Passed(answer["passed"])
        if "refused" in answer:
            raise Refused(answer["refused"])
        return answer

    def stop(self) -> None:
        """End the process, also in the middle of a page."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def _line(self, asked: str) -> str:
        """Return the process's answer; nothing where it took too long, or broke."""
        process = self._begun()
        assert process.stdin is not None
        assert process.stdout is not None
        clock = threading.Timer(self._seconds, process.kill)
        clock.start()
        try:
            process.stdin.write(asked + "\n")
            process.stdin.flush()
            return process.stdout.readline()
        except (BrokenPipeError, ValueError):
            return ""
        finally:
            clock.cancel()
            if process.poll() is not None:
                self._process = None

    def _begun(self) -> subprocess.Popen[str]:
        self._answers += 1
        if self._answers > _MOST_ANSWERS:
            self._answers = 1
            self.stop()
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-m", "communique.apart.child"]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8"
            )
        return self._process

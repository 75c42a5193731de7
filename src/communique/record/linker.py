"""Linking in a process of its own, beside a server whose questions do not wait for it.

``Linker`` is the server's side. The process links whenever something has changed, and ends when
the server does: its standard input, over which it is woken, is closed then.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from queue import Empty, Queue

from communique.record.errors import RecordError
from communique.record.relinking import Relinking
from communique.record.store import Record

# How often it looks for what others have changed; who changes something here wakes it at once.
_LOOK_SECONDS = 2.0
_AFTER_FAULT_SECONDS = 10.0
_ASK_SECONDS = 0.05
_POLITENESS = 5
_END_SECONDS = 5.0


class Linker:
    """Links the record at a path or URL in the background, from ``start`` until ``stop``."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    @property
    def alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Begin, where it does not run yet."""
        with self._lock:
            if self.alive:
                return
            # Over the pipe: a URL may hold a password, and arguments are for all to see.
            command = [sys.executable, "-m", __name__]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, text=True)
            self._say(self._target)

    def wake(self) -> None:
        """Have it look now; begin anew where it has ended."""
        self.start()
        with self._lock:
            self._say("look")

    def stop(self) -> None:
        """End; what it has not finished is linked by whoever comes next."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()

    def wait(self, record: Record, seconds: float) -> bool:
        """Wake it and wait until all changes are linked; tell whether they are, after so long.

        It does not wait where the last linking took longer than that.
        """
        self.wake()
        until = time.monotonic() + seconds
        hopeful = record.seconds_to_link() < seconds
        while record.waiting():
            if not hopeful or time.monotonic() > until:
                return False
            time.sleep(_ASK_SECONDS)
        return True

    def _say(self, line: str) -> None:
        if self._process and self._process.stdin:
            try:
                self._process.stdin.write(line + "\n")
                self._process.stdin.flush()
            except BrokenPipeError:
                pass


def _listen(lines: Queue[bool]) -> None:
    """Put what comes over the pipe into the queue: True to look, False to end."""
    for _ in sys.stdin:
        lines.put(True)
    lines.put(False)


def _woken(lines: Queue[bool], seconds: float) -> bool:
    """Wait to be woken, or so long; tell whether to go on."""
    try:
        going = lines.get(timeout=seconds)
        while going:
            going = lines.get_nowait()
    except Empty:
        return True
    return False


def main() -> None:
    """Link the record that the first line names until standard input ends."""
    target = sys.stdin.readline().rstrip("\n")
    lines: Queue[bool] = Queue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    os.nice(_POLITENESS)
    with Record.open(target) as record:
        going, linking = True, Relinking()
        while going:
            pause = _LOOK_SECONDS
            try:
                if record.waiting():
                    record.link_once(linking)
            except RecordError as error:
                print(f"linking in the background: {error}", file=sys.stderr)
                pause = _AFTER_FAULT_SECONDS
            going = _woken(lines, pause)


if __name__ == "__main__":
    main()

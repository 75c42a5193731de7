"""A bound on the time that one page may take, where nobody outside this process sets one."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# What swallowed the first alarm gets another.
_AGAIN = 0.5


class TooLongError(BaseException):
    """Raised where a page takes too long; no handler of errors in a library is to keep it."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"it could not be read within {seconds:g} seconds")


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Raise TooLongError where what is done inside takes more seconds of the processor.

    Only the main thread of a system with timers can be bounded so; elsewhere nothing is, as also
    where ``seconds`` is None or bounds stand around these already.
    """
    main = threading.current_thread() is threading.main_thread()
    if seconds is None or not main or not hasattr(signal, "setitimer"):
        yield
        return
    if signal.getitimer(signal.ITIMER_PROF)[0]:
        yield
        return

    over = False

    def end(_: int, __: FrameType | None) -> None:
        if not over:
            raise TooLongError(seconds)

    before = signal.signal(signal.SIGPROF, end)
    try:
        try:
            signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
            yield
        finally:
            over = True
    finally:  # also where the alarm came right before it was over
        over = True
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        signal.signal(signal.SIGPROF, before)

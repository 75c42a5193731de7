"""What a program that runs for weeks owes the machine: memory that it does not need any more."""

from __future__ import annotations

import sys
from contextlib import suppress

_LARGE = 1 << 20
_M_MMAP_THRESHOLD = -3  # of glibc's malloc.h


def give_large_blocks_back() -> None:
    """Have blocks of over a megabyte returned to the system as soon as they are free.

    By itself glibc raises what it takes for large with the first of them that is freed, and each
    thread that fetches keeps as much as its longest body needed. Elsewhere this does nothing.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)

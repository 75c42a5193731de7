"""The record that readings go into: made by the first of them, and what it is not to hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.cli.rooms import open_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import ExitStack

    from communique.cli.sharing import Sharing
    from communique.model import Reading
    from communique.pages import Limits
    from communique.record import Record

LEFT_OUT = "left out"


class IntoRecord:
    """Keeps readings in a record, all or only those with an engagement."""

    def __init__(self, target: str, leaving_out: str | None, closing: ExitStack) -> None:
        """``leaving_out`` is the program that reads, where pages without an engagement are left
        out, else None; ``closing`` closes the record in the end."""
        self._target, self._leaving_out, self._closing = target, leaving_out, closing
        self.record: Record | None = None
        if "://" in target or Path(target).exists():
            self._opened()

    def without_left_out(self, limits: Limits, sharing: Sharing | None) -> Limits:
        """Return the bounds of what is read, past pages that were left out before."""
        coder, record = self._leaving_out, self.record
        if coder is None or record is None:
            if sharing is not None:
                sharing.pass_over(())
            return limits
        left_out = record.left_out
        if sharing is not None:
            sharing.pass_over(left_out.pages(coder))
        return replace(limits, left_out=lambda url, digest: left_out.knows(url, digest, coder))

    def take(self, readings: Sequence[Reading]) -> Sequence[str]:
        """Keep readings, and tell what became of each."""
        record = self._opened()
        if self._leaving_out is None:
            return _kept(record, readings)
        out = record.left_out.leave_out(readings)
        chosen = [reading for reading, left in zip(readings, out, strict=True) if not left]
        kept = iter(_kept(record, chosen))
        return [LEFT_OUT if left else next(kept) for left in out]

    def _opened(self) -> Record:
        if self.record is None:
            opened = open_record(self._target, to_write=True)
            self.record = self._closing.enter_context(opened)
        return self.record


def _kept(record: Record, readings: Sequence[Reading]) -> Sequence[str]:
    if len(readings) == 1:
        return [record.keep(readings[0])]
    return record.keep_all(readings) if readings else []

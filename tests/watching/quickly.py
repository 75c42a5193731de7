"""Pages taken apart where they are, without a parse: for tests of what goes on around that.

python tests/watching/quickly.py RECORD SOURCES     watch once, as ``communique watch`` would
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from communique.apart import Passed, Refused, child
from communique.model import Document, Reading
from communique.pages import Limits, PassedOver, UnreadableError
from communique.record import Record
from communique.watching import Watch, load_plan, packets


class Here:
    """Answers as the process would that takes pages apart."""

    def __init__(self, seconds: float) -> None:
        """There is no time to bound."""

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        try:
            return child._links(asked)
        except UnreadableError as error:
            raise Refused(str(error)) from error

    def read(self, asked: dict[str, Any]) -> Reading:
        page = child._page(asked)
        if isinstance(page, PassedOver):
            raise Passed(page.reason)
        if not isinstance(page, Document):
            raise Refused(page.reason)
        return Reading(page, (), (), ())

    def stop(self) -> None:
        """There is nothing to stop."""


def read_quickly(put: Callable[[object, str, object], None]) -> None:
    """Let watches use it; ``put`` sets an attribute."""
    put(packets, "SeparateProcess", Here)


def main(target: str, sources: str) -> None:
    read_quickly(setattr)
    limits = Limits(allow_hosts=frozenset({"127.0.0.1"}))
    with Record.open(target) as record:
        watching = Watch(load_plan(sources), record, limits, said=print, told=print)
        watching.run(once=True)
        watching.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])

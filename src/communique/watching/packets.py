"""What was fetched, handed to the process that takes it apart: lists for links, pages to read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from communique.apart import SeparateProcess
from communique.model import Reading
from communique.pages.fetching import Fetched
from communique.record.watched import Named, WatchedList
from communique.watching.plan import Source, host_of

PAGE_SECONDS = 60.0


class Packets:
    """Takes apart what was fetched, one packet at a time, out of reach of what is in it."""

    def __init__(self, seconds: float = PAGE_SECONDS) -> None:
        self._process = SeparateProcess(seconds)

    def stop(self) -> None:
        """End, also in the middle of a packet."""
        self._process.stop()

    def links(
        self, one: WatchedList, got: Fetched, source: Source
    ) -> tuple[list[Named], list[Named]]:
        """Return the pages and the lists that a list names. Raises Refused with the reason."""
        with _file(got.body) as file:
            asked = {"links": one.kind, "file": file, "url": got.url, "charset": got.charset}
            answer = self._process.answer({**asked, "pattern": source.links})
        since = datetime.now(UTC) - timedelta(days=source.days) if source.days else None
        pages, lists = (
            [
                Named(url, host_of(url), stamp)
                for url, stamp in answer[kind]
                if _is_new(stamp, since)
            ]
            for kind in ("pages", "lists")
        )
        # An index of indexes of indexes would have no end.
        return pages, lists if one.root else []

    def reading(self, got: Fetched, *, triage: bool = False) -> Reading:
        """Return the reading of a page.

        Raises Refused with the reason, with ``triage`` Passed where nothing in it can be an
        engagement.
        """
        with _file(got.body) as file:
            told = {"url": got.url, "media": got.content_type, "charset": got.charset}
            return self._process.read({"file": file, **told, "triage": triage})


@contextmanager
def _file(body: bytes) -> Iterator[str]:
    with tempfile.NamedTemporaryFile(prefix="communique-", delete=False) as written:
        written.write(body)
    try:
        yield written.name
    finally:
        Path(written.name).unlink(missing_ok=True)


def _is_new(stamp: str | None, since: datetime | None) -> bool:
    """Tell whether something changed since then, or might have."""
    if since is None or not stamp:
        return True
    try:
        changed = datetime.fromisoformat(stamp)
    except ValueError:
        try:
            changed = parsedate_to_datetime(stamp)
        except ValueError:
            return True
    return changed.replace(tzinfo=changed.tzinfo or UTC) >= since

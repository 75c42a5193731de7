"""What editors gave to be read: jobs of pages, read one after another in the background."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from queue import Queue
from typing import Any

from communique.apart import Refused, SeparateProcess
from communique.model import Document, Reading
from communique.record import RecordError
from communique.record.given import Given, GivenJob, GivenPage

MOST_WAITING = 500
_MOST_JOBS = 50
_MOST_LETTERS = 120


class TooMany(Exception):
    """Raised where more waits to be read than is taken."""


@dataclass
class Item:
    """One page of a job: its name, how it stands, and what was found.

    ``state`` is ``waiting``, ``reading``, ``refused`` (``said`` has the reason), or what the record
    did with it: ``new``, ``unchanged``, ``new_version``, ``recoded``. ``place`` is the job and the
    position in it.
    """

    name: str
    asked: dict[str, Any]
    state: str = "waiting"
    said: str = ""
    document: str | None = None
    accounts: int = 0
    unread: int = 0
    place: tuple[str, int] | None = None

    @property
    def done(self) -> bool:
        """Tell whether nothing more will become of it."""
        return self.state not in ("waiting", "reading")


@dataclass
class Job:
    """Pages that somebody gave at once."""

    id: str
    by: str
    at: str
    items: list[Item] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Return how many of its pages are done."""
        return sum(item.done for item in self.items)

    @property
    def done(self) -> bool:
        """Tell whether all of its pages are."""
        return self.read == len(self.items)


class Jobs:
    """Reads what is given, page after page, in one thread and one process.

    ``keep`` puts a reading into the record and says what became of it; ``known`` gives the id under
    which the record keeps its page. Jobs stand in ``given``: what was not read when a server ended
    is read when the next one begins.
    """

    def __init__(
        self,
        keep: Callable[[Reading], str],
        known: Callable[[Document], str | None],
        given: Given,
    ) -> None:
        self._keep, self._known, self._given = keep, known, given
        self._jobs: dict[str, Job] = {}
        self._queue: Queue[Item | None] = Queue()
        self._process = SeparateProcess()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._folder: Path | None = None

    def job(self, name: str) -> Job | None:
        """Return a job by its id; the oldest are forgotten."""
        return self._jobs.get(name)

    def recent(self) -> list[Job]:
        """Return the jobs that are remembered, the newest first."""
        return list(reversed(self._jobs.values()))

    def resume(self) -> None:
        """Remember the jobs of before, and have read what was not."""
        for job in self._given.jobs(_MOST_JOBS):
            items = [
                Item(
                    name=page.name,
                    asked={},
                    state=page.state,
                    said=page.said,
                    document=page.document,
                    accounts=page.accounts,
                    unread=page.unread,
                    place=(job.id, position),
                )
                for position, page in enumerate(job.pages)
            ]
            with self._lock:
                self._jobs[job.id] = Job(job.id, job.by, job.at, items)
                for item, page in zip(items, job.pages, strict=True):
                    if not item.done:
                        self._begin()
                        item.asked = self._asked(page)
                        self._queue.put(item)

    def add(self, by: str, files: Sequence[tuple[str, bytes]], addresses: Sequence[str]) -> Job:
        """Have pages read: files by name, and addresses of the web. Raises TooMany."""
        waiting = self._queue.qsize()
        if waiting + len(files) + len(addresses) > MOST_WAITING:
            raise TooMany(f"{waiting} pages wait to be read; give more when they are done")
        job = Job(secrets.token_urlsafe(9), by, datetime.now(UTC).isoformat(timespec="seconds"))
        pages = [GivenPage(_last(name), None, body) for name, body in files]
        pages += [GivenPage(each, each, None) for each in addresses]
        self._given.add(GivenJob(job.id, job.by, job.at, tuple(pages)))
        with self._lock:
            self._begin()
            job.items = [
                Item(page.name, self._asked(page), place=(job.id, position))
                for position, page in enumerate(pages)
            ]
            self._jobs[job.id] = job
            old = [one.id for one in self._jobs.values() if one.done][:-_MOST_JOBS]
            for each in old:
                del self._jobs[each]
        if old:
            self._given.forget(old)
        for item in job.items:
            self._queue.put(item)
        return job

    def stop(self) -> None:
        """End; what waits is read when the next one begins."""
        with self._lock:
            thread, self._thread = self._thread, None
            folder, self._folder = self._folder, None
            self._queue = Queue() if thread is None else self._queue
        if thread is not None:
            self._queue.put(None)
            self._process.stop()
            thread.join(timeout=5)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _begin(self) -> None:
        if self._thread is None:
            self._folder = Path(tempfile.mkdtemp(prefix="communique-"))
            self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
            self._thread.start()

    def _asked(self, page: GivenPage) -> dict[str, Any]:
        """Return what the process is asked; a file is put where it finds it.

        Pages of one name and other bytes are others.
        """
        if page.address is not None:
            return {"address": page.address}
        assert self._folder is not None
        body = page.body or b""
        digest = sha256(body).hexdigest()
        place = self._folder / f"{digest}-{secrets.token_hex(4)}"
        place.write_bytes(body)
        return {"file": str(place), "name": f"{digest[:8]}/{page.name}"}

    def _work(self) -> None:
        while (item := self._queue.get()) is not None:
            if self._thread is None:
                return
            item.state = "reading"
            try:
                reading = self._process.read(item.asked)
                outcome = str(self._keep(reading))
                item.document = self._known(reading.document)
                item.accounts, item.unread = len(reading.accounts), len(reading.unread)
                item.said = "" if reading.accounts else "no engagement on this page"
                item.state = outcome
            except (Refused, RecordError) as error:
                if self._thread is None:  # the process was ended: the page is read another time
                    return
                item.state, item.said = "refused", str(error)
            except Exception as error:  # the next page is to be read all the same
                item.state, item.said = "refused", f"it could not be kept: {error!r}"[:300]
            finally:
                if "file" in item.asked:
                    Path(item.asked["file"]).unlink(missing_ok=True)
            self._note(item)
        self._process.stop()

    def _note(self, item: Item) -> None:
        """Note in the record what became of a page."""
        if item.place is not None:
            became = ("state", "said", "document", "accounts", "unread")
            with suppress(RecordError):
                self._given.note(*item.place, **{name: getattr(item, name) for name in became})


def _last(name: str) -> str:
    """Return the last part of a file's name."""
    return PurePosixPath(name.replace("\\", "/")).name[-_MOST_LETTERS:] or "page"

"""The process that takes pages apart for another: one line of JSON in, one out.

A line names a file that the asker wrote and what to call it, or an address, to be read; or with
``links`` the kind of list (a feed, a sitemap, a listing) that the file is, whose links are wanted.
The answer is the reading in the contract's form, the links, or why there are none.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from communique.exchange.json_form import reading_to_json
from communique.model import Document
from communique.pages import (
    Limits,
    PassedOver,
    Refusal,
    UnreadableError,
    read_address,
    read_bytes,
    read_upload,
)
from communique.pages.links import LIST_BYTES, links_in
from communique.reader import Reader
from communique.triage import load_triage

_POLITENESS = 5
_MEMORY = 6 * 2**30  # of addresses, most of them never touched

Json = dict[str, Any]


def main() -> None:
    """Answer line after line until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    # What libraries print is not to be taken for an answer.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _bound()
    reader: Reader | None = None
    for line in sys.stdin:
        asked = json.loads(line)
        if "links" in asked:
            answer = _guarded(lambda asked=asked: _links(asked))
        else:
            if reader is None:
                reader = Reader.load()
            answer = _guarded(lambda asked=asked, reader=reader: _reading(reader, asked))
        print(json.dumps(answer), file=answers, flush=True)


def _guarded(answer: Any) -> Json:
    try:
        return dict(answer())
    except UnreadableError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": "it takes more memory than is given to one page"}
    except Exception as error:  # one page's trouble is not to end the reading of others
        return {"refused": f"the reader failed: {error!r}"[:300]}


def _reading(reader: Reader, asked: Json) -> Json:
    page = _page(asked)
    if isinstance(page, PassedOver):
        return {"passed": page.reason}
    if isinstance(page, Refusal):
        return {"refused": page.reason}
    reading = reader.read(page)
    return {"reading": reading_to_json(reading), "coder": reading.coder}


def _page(asked: Json) -> Document | Refusal:
    limits = Limits(sieve=load_triage(), sieve_all=True) if asked.get("triage") else Limits()
    if "address" in asked:
        return read_address(asked["address"], limits)
    raw = _bytes(asked, limits.page_bytes)
    if "url" in asked:
        return read_bytes(raw, asked["url"], asked["media"], asked["charset"], limits)
    return read_upload(raw, asked["name"], limits)


def _links(asked: Json) -> Json:
    raw = _bytes(asked, LIST_BYTES)
    found = links_in(asked["links"], raw, asked["url"], asked["charset"], asked["pattern"])
    return {"pages": found.pages, "lists": found.lists}


def _bytes(asked: Json, most: int) -> bytes:
    file = Path(asked["file"])
    if file.stat().st_size > most:
        raise UnreadableError("larger than any page")
    return file.read_bytes()


def _bound() -> None:
    """Be polite to the machine, never take all of its memory, and leave Ctrl-C to the asker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError, AttributeError, OSError, ValueError):
        os.nice(_POLITENESS)
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()

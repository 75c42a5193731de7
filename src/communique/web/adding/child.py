"""The process that reads pages for the workspace: whatever a page does to it, the server goes on.

One line of JSON in, one out. A line names a file that the server wrote and what to call it, or an
address; the answer is the reading in the contract's form, or why there is none.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from communique.exchange.json_form import reading_to_json
from communique.model import Document
from communique.pages import Limits, Refusal, read_address, read_upload
from communique.reader import Reader

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
        if reader is None:
            reader = Reader.load()
        print(json.dumps(_answer(reader, asked)), file=answers, flush=True)


def _answer(reader: Reader, asked: Json) -> Json:
    try:
        page = _page(asked)
        if isinstance(page, Refusal):
            return {"refused": page.reason}
        reading = reader.read(page)
        return {"reading": reading_to_json(reading), "coder": reading.coder}
    except MemoryError:
        return {"refused": "it takes more memory than is given to one page"}
    except Exception as error:  # one page's trouble is not to end the reading of others
        return {"refused": f"the reader failed: {error!r}"[:300]}


def _page(asked: Json) -> Document | Refusal:
    limits = Limits()
    if "address" in asked:
        return read_address(asked["address"], limits)
    file = Path(asked["file"])
    if file.stat().st_size > limits.page_bytes:
        return Refusal(asked["name"], "larger than any page")
    return read_upload(file.read_bytes(), asked["name"], limits)


def _bound() -> None:
    """Be polite to the server, and never take all of the machine's memory."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        os.nice(_POLITENESS)
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()

"""Small files of pages, each file a shard; some pages undo the process that reads them."""

from __future__ import annotations

import json
import os
import re
import signal
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from communique.model import Document, Reading
from communique.pages import read_documents
from communique.reader import Reader
from communique.shards import Folder, Manner, Plan, Shard, plan

CITIES = ("Lima", "Oslo", "Nairobi", "Santiago", "Suva", "Tokyo", "Abuja", "Stockholm")
DEADLY, ENDLESS = "a page that kills", "a page without end"


def write_pages(folder: Path, shards: int = 4, pages: int = 6, odd: str = "") -> Path:
    """Write so many files of so many pages; ``odd`` stands on one page of the second."""
    folder.mkdir(exist_ok=True)
    for shard in range(shards):
        lines = []
        for n in range(pages):
            city, day = CITIES[(shard + n) % len(CITIES)], 1 + (shard * pages + n) % 28
            text = (
                "Norwegian Prime Minister Jonas Gahr Støre met Peruvian President Dina Boluarte "
                f"in {city} on {day} March 2024. They spoke about trade and fisheries, and "
                "agreed to meet again next year."
            )
            if odd and (shard, n) == (1, pages // 2):
                text += f" This is {odd}."
            url = f"https://news.example/{shard}/{n}"
            lines.append(json.dumps({"url": url, "published": "2024-03-30", "text": text}))
        (folder / f"{shard}.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def planned(folder: Path) -> Plan:
    return plan([str(folder)])


def manner(page_seconds: float = 60.0) -> Manner:
    return Manner(Reader.load().version, page_seconds=page_seconds)


def bytes_of(folder: Folder, shards: tuple[Shard, ...]) -> dict[str, str]:
    """The digests of all tables that shards left."""
    return {
        f"{shard.id}.{what}": sha256(folder.file(shard, what).read_bytes()).hexdigest()
        for shard in shards
        for what in ("pages.parquet", "accounts.parquet")
    }


class FatalReader(Reader):
    """Reads pages as ever, but for those that undo it as a crash or a runaway library would."""

    def read(self, document: Document) -> Reading:
        if DEADLY in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if ENDLESS in document.text:
            re.match(r"(a+)+$", "a" * 60 + "b")  # holds the interpreter all the while
        return super().read(document)


def read_fatally(form: dict[str, object], folder: str, said: dict[str, object]) -> None:
    """Read a shard in this process, with the reader that some pages undo."""
    from communique.shards import reading

    reading.Reader = FatalReader  # type: ignore[attr-defined]
    first = next(read_documents([form["names"][0]]))  # type: ignore[index]
    assert isinstance(first, Document)
    reading._reader(None).read(first)  # the first page of all takes longer
    reading.read_shard(Shard.from_json(form), Folder(folder), Manner(**said))  # type: ignore[arg-type]


def said(asked: Manner) -> dict[str, object]:
    return asdict(asked)

"""What pages tell in a few words, for tests of linking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from communique.model import Reading
from communique.record import Record
from record.made_readings import account, page, reading

CALL = ("call", "Ada Obi/NGA", "Jon Dahl/NOR")
VISIT = ("visit", "guest:Ada Obi/NGA", "host:NOR")
RETURN_VISIT = ("visit", "guest:Jon Dahl/NOR", "host:NGA")
TALKS = ("meeting", "guest:Ada Obi/NGA", "host:Jon Dahl/NOR")
LETTER = ("letter", "sender:Ada Obi/NGA", "recipient:Jon Dahl/NOR")
ANSWER = ("letter", "sender:Jon Dahl/NOR", "recipient:Ada Obi/NGA")
SUMMIT = ("summit", "Ada Obi/NGA", "Jon Dahl/NOR")

Told = tuple[Any, ...]


def tell(*what: str, **values: Any) -> Told:
    return (what, values)


def told(case: dict[str, tuple[str | None, Told]]) -> list[Reading]:
    made = []
    for name, (date, (what, values)) in case.items():
        document = page(name, date)
        made.append(reading(document, account(document, *what, **values)))
    return made


def groups(record: Record) -> list[set[str | None]]:
    return [
        {told.document.path for told in entry.accounts}
        for entry in record.engagements(accounts=True)
    ]


def believed(tmp_path: Path, case: dict[str, tuple[str | None, Told]]) -> Any:
    with Record.open(tmp_path / "r.db") as record:
        for one in told(case):
            record.keep(one)
        (entry,) = record.engagements(accounts=True)
        return entry

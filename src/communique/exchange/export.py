"""The record for other programs: JSON lines, CSV, Parquet.

JSON lines hold everything, one engagement a line. CSV and Parquet hold the table that statistics
ask for: one row for each party of each engagement, with the engagement's fields repeated.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any

JsonObject = Mapping[str, Any]
Row = dict[str, str | int | None]

COLUMNS = (
    "engagement_id",
    "kind",
    "status",
    "visit_type",
    "start",
    "end",
    "date_basis",
    "place_name",
    "place_city",
    "place_state",
    "plover_event",
    "plover_mode",
    "cameo",
    "topics",
    "party_number",
    "person",
    "person_id",
    "state",
    "organization",
    "office",
    "role",
    "accounts",
    "witnesses",
    "outlets",
    "documents",
)
_NUMBERS = ("party_number", "accounts", "witnesses")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class ExportError(Exception):
    """Raised where a format cannot be written; its text says what to do."""


def export_record(engagements: Iterable[JsonObject], form: str, stream: IO[bytes]) -> None:
    """Write engagements (in the contract's form) to a binary stream as jsonl, csv or parquet.

    Raises ExportError where the format needs a library that is not installed, KeyError for a
    format that there is none of.
    """
    _WRITERS[form](engagements, stream)


def party_rows(engagements: Iterable[JsonObject]) -> Iterator[Row]:
    """Give one row for each party of each engagement; one without a party still has a row."""
    for engagement in engagements:
        shared = _engagement_columns(engagement)
        for number, party in enumerate(engagement["parties"] or [{}], start=1):
            own = ("person", "person_id", "state", "organization", "office", "role")
            row = shared | {"party_number": number} | {key: party.get(key) for key in own}
            yield {column: row[column] for column in COLUMNS}


def _engagement_columns(engagement: JsonObject) -> Row:
    place = engagement["place"] or {}
    accounts = engagement["accounts"]
    documents = [account["document"] for account in accounts]
    codes = accounts[0] if accounts else {"plover": {}, "cameo": None}
    return {
        "engagement_id": engagement["id"],
        **{
            key: engagement[key]
            for key in ("kind", "status", "visit_type", "start", "end", "date_basis")
        },
        **{f"place_{key}": place.get(key) for key in ("name", "city", "state")},
        "plover_event": codes["plover"].get("event"),
        "plover_mode": codes["plover"].get("mode"),
        "cameo": codes["cameo"],
        "topics": "; ".join(engagement["topics"]),
        "accounts": len(accounts),
        "witnesses": sum(1 for document in documents if not document.get("copy_of")),
        "outlets": _joined(document.get("outlet") for document in documents),
        "documents": _joined(document.get("url") or document.get("path") for document in documents),
    }


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def _write_jsonl(engagements: Iterable[JsonObject], stream: IO[bytes]) -> None:
    for engagement in engagements:
        line = json.dumps(engagement, ensure_ascii=False) + "\n"
        stream.write(line.encode("utf-8", "backslashreplace"))


def _write_csv(engagements: Iterable[JsonObject], stream: IO[bytes]) -> None:
    text = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="")
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    for row in party_rows(engagements):
        writer.writerow({column: _no_formula(value) for column, value in row.items()})
    text.flush()
    text.detach()


def _no_formula(value: str | int | None) -> str | int | None:
    """Keep a spreadsheet from running what a page says: such cells get a quote in front."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _write_parquet(engagements: Iterable[JsonObject], stream: IO[bytes]) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ExportError(
            "parquet needs pyarrow; install it with: pip install 'communique[parquet]'"
        ) from error
    schema = pyarrow.schema(
        [
            (column, pyarrow.int64() if column in _NUMBERS else pyarrow.string())
            for column in COLUMNS
        ]
    )
    table = pyarrow.Table.from_pylist(list(party_rows(engagements)), schema=schema)
    parquet.write_table(table, stream)


_WRITERS: dict[str, Callable[[Iterable[JsonObject], IO[bytes]], None]] = {
    "jsonl": _write_jsonl,
    "csv": _write_csv,
    "parquet": _write_parquet,
}
FORMATS = tuple(_WRITERS)

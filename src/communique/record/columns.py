"""What the record's tables are made of."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Column, Dialect, ForeignKey, MetaData, Text
from sqlalchemy.types import TypeDecorator


class Json(TypeDecorator[Any]):
    """JSON kept as text, so that any database and any SQLite holds it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the JSON text of a value; None stays NULL."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the value of a JSON text."""
        return None if value is None else json.loads(value)


metadata = MetaData()


def text_columns(*names: str) -> list[Column[str]]:
    """Return columns of text that may be null."""
    return [Column(name, Text) for name in names]


def of_table(table: str, name: str, **options: Any) -> Column[str]:
    """Return a column that points to the id of another table."""
    return Column(name, Text, ForeignKey(f"{table}.id"), nullable=False, **options)

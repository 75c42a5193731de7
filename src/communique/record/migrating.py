"""Bringing a record to the form that this program knows: numbered SQL files, applied in order."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlalchemy import Connection, inspect

from communique.record.errors import RecordError
from communique.record.tables import meta

FORM = "form"
# The form from which on pages are made findable when they are kept.
FIRST_WITH_SEARCH = 2
FIRST_WITH_SKETCHES_OF_GIST = 9
_NAMED = re.compile(r"\s*/\* (?P<database>\w+) \*/")


def is_current(connection: Connection) -> bool:
    """Tell whether the record has every migration. Raises RecordError as ``form_of`` does."""
    return form_of(connection) == len(steps())


def migrate(connection: Connection) -> int:
    """Apply every migration that the record has not had yet, all of them or none.

    Returns the form that it had before. Raises RecordError where the database holds something
    else, or a record of a later form.
    """
    scripts = steps()
    present = form_of(connection)
    if present > len(scripts):
        raise RecordError(
            f"the record has form {present}, this program knows forms up to {len(scripts)}; "
            "install a newer communique"
        )
    for number, script in enumerate(scripts[present:], present + 1):
        for statement in script.split(";\n"):
            if is_meant_for(connection.dialect.name, statement):
                connection.exec_driver_sql(statement)
        connection.execute(meta.delete().where(meta.c.name == FORM))
        connection.execute(meta.insert().values(name=FORM, value=str(number)))
    return present


def form_of(connection: Connection) -> int:
    """Return the number of the last migration applied, 0 for an empty database.

    Raises RecordError where the database has tables but is no record.
    """
    tables = inspect(connection).get_table_names()
    if not tables:
        return 0
    value = None
    if meta.name in tables and "versions" in tables:
        value = connection.execute(meta.select().where(meta.c.name == FORM)).first()
    if value is None:
        raise RecordError("it is a database, but not a record that communique made")
    return int(value.value)


def is_meant_for(database: str, statement: str) -> bool:
    """Tell whether a statement is one, and either for any database or for this one."""
    named = _NAMED.match(statement)
    return bool(statement.strip()) and (named is None or named["database"] == database)


def migrations() -> Traversable:
    """Return the folder of the numbered SQL files."""
    return files(__package__) / "migrations"


@cache
def steps() -> tuple[str, ...]:
    """Return every migration as SQL, the first first."""
    scripts = sorted(
        (f for f in migrations().iterdir() if f.name.endswith(".sql")), key=lambda f: f.name
    )
    return tuple(_without_comments(script.read_text("utf-8")) for script in scripts)


def _without_comments(script: str) -> str:
    return "\n".join(line for line in script.splitlines() if not line.startswith("--")) + "\n"

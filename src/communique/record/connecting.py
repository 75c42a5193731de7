"""Connections to the database behind a record: SQLite by path, others by URL."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_WAIT_SECONDS = 30
# A server asks from forty threads at once; none should wait for a connection.
_POOL = {"pool_size": 10, "max_overflow": 40}
WRITES = "writes"
# The lock of PostgreSQL that writers of one record take in turn: any number, always the same.
_TURN = 0x636F6D6D


def engine_for(target: str) -> Engine:
    """Return the engine for a path to a SQLite file or for a database URL.

    Raises sqlalchemy.exc.ArgumentError for a malformed URL and ModuleNotFoundError where the
    database's driver is not installed.
    """
    if "://" in target and not target.startswith("sqlite:"):
        url = target.replace("postgresql://", "postgresql+psycopg://", 1)
        engine = create_engine(url, pool_pre_ping=True, **_POOL)
        if engine.dialect.name == "postgresql":
            event.listen(engine, "begin", _begin_in_turn)
        return engine
    location: str | URL = target
    if not target.startswith("sqlite:"):
        location = URL.create("sqlite", database=target)
    in_file = make_url(location).database not in (None, "", ":memory:")
    pool = _POOL if in_file else {}
    engine = create_engine(location, connect_args={"timeout": _WAIT_SECONDS}, **pool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the engine whose transactions write; writers of one record take turns."""
    return engine.execution_options(**{WRITES: True})


def for_asking(engine: Engine) -> Engine:
    """Return the engine whose transactions see the record as it was when they began."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine


def shown(target: str) -> str:
    """Return a path or URL fit to be shown: without the password."""
    if "://" not in target:
        return target
    try:
        return make_url(target).render_as_string(hide_password=True)
    except ArgumentError:
        return "the record's URL"


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # The driver's own transaction handling would leave migrations outside of transactions.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: two readers turned writers would otherwise lock each other.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_in_turn(connection: Connection) -> None:
    # One writer at a time cannot lock another out, and sees all that was written before its turn.
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")

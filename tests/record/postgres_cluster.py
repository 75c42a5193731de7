"""A PostgreSQL of the tests' own: made, used through a socket in a private folder, thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

from sqlalchemy import create_engine

from communique.record import Record
from communique.record.connecting import engine_for
from communique.record.migrating import FORM, steps
from communique.record.tables import meta, metadata

_SERVER_ACCOUNT = "postgres"
# What is thrown away need not survive a power cut.
_SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "max_connections=100")


class NoPostgres(Exception):
    """Raised where no cluster can be made here; its text says why."""


class Cluster:
    """A running cluster; every ``new_record`` is a database of its own."""

    def __init__(self, settings: tuple[str, ...] = _SETTINGS) -> None:
        """Make and start it. Raises NoPostgres where it is not installed or root stands alone."""
        self._programs = _programs()
        self._as_account = _unprivileged()
        self._folder = Path(tempfile.mkdtemp(prefix="communique-postgres-"))
        self._made = 0
        self._emptied: list[str] = []
        if self._as_account:
            shutil.chown(self._folder, _SERVER_ACCOUNT)
        made = ("-D", self._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        self._run("initdb", *made, "--no-sync")
        settings = " ".join(f"-c {setting}" for setting in settings)
        options = f"-k {self._folder} {settings}"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", options, "start")
        Record.open(self._url("postgres")).close()

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def new_record(self) -> str:
        """Return the URL of a record that is empty, and new or emptied."""
        if self._emptied:
            return self._emptied.pop()
        self._made += 1
        name = f"record_{self._made}"
        self._ask(f"CREATE DATABASE {name} TEMPLATE postgres")
        return self._url(name)

    def new_database(self) -> str:
        """Return the URL of a database without any table."""
        self._made += 1
        name = f"empty_{self._made}"
        self._ask(f"CREATE DATABASE {name} TEMPLATE template0")
        return self._url(name)

    def drop(self, url: str) -> None:
        """Let go of a record: another test has it, emptied, since to make one takes a second."""
        engine = engine_for(url)
        with engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
            connection.execute(meta.insert().values(name=FORM, value=str(len(steps()))))
        engine.dispose()
        self._emptied.append(url)

    def stop(self) -> None:
        """Stop the server and leave nothing behind."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def _ask(self, statement: str) -> None:
        url = self._url("template1").replace("postgresql:", "postgresql+psycopg:")
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)
        engine.dispose()

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._as_account, str(self._programs / program), *arguments]
        done = subprocess.run(
            command,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.decode(errors='replace')}")


def _programs() -> Path:
    """Return the folder of PostgreSQL's own programs; the newest where there are several."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    found = str(installed[-1]) if installed else shutil.which("initdb")
    if found is None:
        raise NoPostgres("PostgreSQL is not installed here")
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise NoPostgres("psycopg is not installed here") from error
    return Path(found).resolve().parent


def _unprivileged() -> tuple[str, ...]:
    """Return how to run a program as somebody who is not root, as PostgreSQL asks for."""
    if os.geteuid() != 0:
        return ()
    try:
        pwd.getpwnam(_SERVER_ACCOUNT)
    except KeyError as error:
        raise NoPostgres(f"there is no account {_SERVER_ACCOUNT} to run PostgreSQL as") from error
    return ("runuser", "-u", _SERVER_ACCOUNT, "--")

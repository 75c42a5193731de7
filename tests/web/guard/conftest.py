"""A record with users of every kind, and servers over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from communique.record import Record, UserRole
from communique.web.app import create_app
from communique.web.guard import guards
from communique.web.settings import Settings
from web.guard.visitors import HASH, HERE, TEAM


@pytest.fixture
def team_record(tmp_path: Path) -> Path:
    path = tmp_path / "team.db"
    with Record.open(path) as record:
        record.users.add("eva", UserRole.EDITOR, HASH)
        record.users.add("rene", UserRole.READER, HASH)
        record.users.add("program", UserRole.EDITOR, None)
    return path


@pytest.fixture
def team(team_record: Path) -> Iterator[TestClient]:
    """A server for a team behind TLS, that demands a login."""
    app = create_app(Settings(str(team_record), names=("record.example.org",)))
    with TestClient(app, base_url=TEAM, follow_redirects=False) as client:
        yield client


@pytest.fixture
def alone(team_record: Path) -> Iterator[TestClient]:
    """A server for the one at this machine."""
    app = create_app(Settings(str(team_record), owner="ada"))
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


async def _answer(request: Request) -> Response:
    form = await request.form() if request.method == "POST" else {}
    files = [len(await value.read()) for value in form.values() if not isinstance(value, str)]
    words = {key: value for key, value in form.items() if isinstance(value, str)}
    visitor = request.state.visitor
    return JSONResponse(
        {"by": visitor.name, "may_write": visitor.may_write, "form": words, "files": files}
    )


@pytest.fixture
def inner(team_record: Path) -> Iterator[Callable[..., TestClient]]:
    """Give a small application of our own behind all guards."""
    record = Record.open(team_record)

    def made(**settings: Any) -> TestClient:
        door = Settings(str(team_record), **settings).door()
        routes = [
            Route(path, _answer, methods=["GET", "POST"])
            for path in ("/do", "/add", "/api/do", "/login")
        ]
        app = Starlette(routes=routes, middleware=guards(record, door, {"/add": 2_000_000}))
        return TestClient(app, base_url=HERE, follow_redirects=False)

    yield made
    record.close()

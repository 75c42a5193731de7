"""``communique serve`` as one calls it; the server itself is not started."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
import uvicorn
from click.testing import CliRunner, Result

from communique.cli import main
from communique.record import Record, UserRole


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[uvicorn.Config]:
    """The configurations of the servers that would have been started."""
    found: list[uvicorn.Config] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self: found.append(self.config))
    return found


def serve(place: Path, *arguments: str) -> Result:
    """Call it on a port that is free, whatever else runs on this machine."""
    with socket.socket() as free:
        free.bind(("0.0.0.0", 0))
        port = str(free.getsockname()[1])
    return CliRunner().invoke(main, ["serve", "--record", str(place), "--port", port, *arguments])


def test_it_listens_on_this_machine_alone(tmp_path: Path, started: list[uvicorn.Config]) -> None:
    done = serve(tmp_path / "r.db")
    assert done.exit_code == 0
    assert re.search(r"http://127\.0\.0\.1:\d+/", done.stderr)
    assert [config.host for config in started] == ["127.0.0.1"]


@pytest.mark.parametrize(
    "arguments",
    [("--host", "0.0.0.0"), ("--name", "record.example.org"), ("--login",)],
    ids=" ".join,
)
def test_nobody_is_served_to_others_before_there_is_a_user(
    tmp_path: Path, started: list[uvicorn.Config], arguments: tuple[str, ...]
) -> None:
    place = tmp_path / "r.db"
    done = serve(place, *arguments)
    assert done.exit_code == 1
    assert "communique users add" in done.stderr
    assert not started
    with Record.open(place) as record:
        record.users.add("eva", UserRole.READER, None)
    assert serve(place, *arguments).exit_code == 0
    assert len(started) == 1


def test_who_serves_to_others_hears_of_encryption(
    tmp_path: Path, started: list[uvicorn.Config]
) -> None:
    place = tmp_path / "r.db"
    with Record.open(place) as record:
        record.users.add("eva", UserRole.READER, None)
    assert "unencrypted" in serve(place, "--host", "0.0.0.0").stderr
    pem = tmp_path / "c.pem"
    pem.write_text("")
    assert serve(place, "--host", "0.0.0.0", "--key", str(pem)).exit_code == 2
    done = serve(place, "--host", "0.0.0.0", "--key", str(pem), "--certificate", str(pem))
    assert "unencrypted" not in done.stderr
    assert "https://" in done.stderr
    assert started[-1].ssl_certfile == pem


def test_a_port_that_is_taken_is_said_before_the_workspace_is(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        record = str(tmp_path / "new.db")
        result = CliRunner().invoke(main, ["serve", "--record", record, "--port", port])
    assert result.exit_code == 1
    assert f"cannot serve at 127.0.0.1:{port}" in result.output
    assert "--port takes another one" in result.output
    assert not Path(record).exists()

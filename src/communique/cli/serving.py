"""``communique serve``: the workspace in the browser over one record."""

from __future__ import annotations

import getpass
import os
import socket
from pathlib import Path

import click

from communique.cli.parameters import examples, record_option
from communique.cli.terminal import say

DEFAULT_PORT = 8765
# Longer than people look at a page: a click just when a connection is closed fails.
_KEPT_ALIVE = 75
_NOBODY = (
    "nobody could log in yet; add a user to the record first: "
    "communique users add NAME --role editor"
)


@click.command(
    epilog=examples(
        "communique serve                     over the record in this folder",
        "communique serve --record examples.db --port 8800",
        "communique serve --host 0.0.0.0 --certificate cert.pem --key key.pem",
        "communique serve --name record.example.org     behind a proxy of that name",
    )
)
@click.option("--host", default="127.0.0.1", metavar="NAME", help="Where to listen; this machine.")
@click.option(
    "--port", default=DEFAULT_PORT, type=click.IntRange(0, 65535), help="Else 8765; 0 for any."
)
@click.option(
    "--name", "names", metavar="NAME", multiple=True, help="Another name that it is reached by."
)
@click.option("--login", is_flag=True, help="Demand a login on this machine, too.")
@click.option("--certificate", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@record_option
def serve(
    host: str,
    port: int,
    names: tuple[str, ...],
    login: bool,
    certificate: Path | None,
    key: Path | None,
    record: str,
) -> None:
    """Work with the record in a browser.

    Find engagements, set accounts side by side, see every value's words on its page, correct what
    is wrong, and read new pages in. It is stopped by Ctrl-C.

    Only this machine reaches it, and nobody has to log in. With --host or --name others may come,
    and have to log in: communique users add lets them. --certificate and --key (PEM) encrypt what
    goes over the network.
    """
    if (certificate is None) != (key is None):
        raise click.UsageError("--certificate and --key go together")
    import uvicorn

    from communique.web.app import create_app
    from communique.web.guard import is_loopback
    from communique.web.settings import Settings

    _before_serving(record, host, port)
    settings = Settings(record, host, port, names, login, owner=_owner())
    app = create_app(settings)
    if settings.door().login and not app.state.record.users.all():
        app.state.record.close()
        raise click.ClickException(_NOBODY)
    if not is_loopback(host) and certificate is None:
        say("passwords cross the network unencrypted; --certificate and --key change that")
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_keep_alive=_KEPT_ALIVE,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    shown = f"[{host}]" if ":" in host else host
    say(f"the workspace is at {'https' if key else 'http'}://{shown}:{port}/ (Ctrl-C ends it)")
    app.state.linker.start()
    uvicorn.Server(config).run()


def _before_serving(record: str, host: str, port: int) -> None:
    """Raise a ClickException where the port is taken; say where a record is a new one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise click.ClickException(
                f"cannot serve at {host}:{port}: {reason}; --port takes another one"
            ) from error
    if "://" not in record and not Path(record).exists():
        say(f"{record} is a new record, with nothing in it yet")


def _owner() -> str:
    """Return under what name the one who serves the record decides."""
    try:
        return os.environ.get("COMMUNIQUE_BY") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "owner"

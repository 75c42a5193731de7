"""``communique serve``: the workspace in the browser over one record."""

from __future__ import annotations

import click

from communique.cli.parameters import examples, record_option
from communique.cli.terminal import say

DEFAULT_PORT = 8765


@click.command(
    epilog=examples(
        "communique serve                     over the record in this folder",
        "communique serve --record examples.db --port 8800",
    )
)
@click.option("--host", default="127.0.0.1", metavar="NAME", help="Where to listen; this machine.")
@click.option(
    "--port", default=DEFAULT_PORT, type=click.IntRange(0, 65535), help="Else 8765; 0 for any."
)
@record_option
def serve(host: str, port: int, record: str) -> None:
    """Work with the record in a browser.

    Find engagements, set accounts side by side, see every value's words on its page, correct what
    is wrong, and read new pages in. It is stopped by Ctrl-C.
    """
    import uvicorn

    from communique.web.app import create_app
    from communique.web.settings import Settings

    app = create_app(Settings(record=record, host=host, port=port))
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    say(f"the workspace is at http://{host}:{port}/ (Ctrl-C ends it)")
    uvicorn.Server(config).run()

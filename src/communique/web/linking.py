"""Linking beside the server: a change is shown as soon as it is linked."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.record import Record
from communique.record.linker import Linker
from communique.web.rendering import render


def wake(request: Request) -> None:
    """Have what has changed linked now."""
    linker: Linker = request.app.state.linker
    linker.wake()


def settle(request: Request) -> None:
    """Wait a moment for what was just decided to be linked; a small record shows it at once."""
    linker: Linker = request.app.state.linker
    record: Record = request.app.state.record
    linker.wait(record, request.app.state.settings.patience)


def linking(request: Request) -> Response:
    """Say how many changes wait to be linked; nothing but a link once none does."""
    record: Record = request.app.state.record
    waiting = record.waiting()
    if waiting:
        wake(request)
    return render(request, "parts/linking.html", {"waiting": waiting, "asked": True})


routes = [Route("/linking", linking, name="linking")]

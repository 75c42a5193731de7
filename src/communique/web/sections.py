"""The sections of the workspace, in the order of its navigation."""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import NoMatchFound

_SECTIONS = (
    ("find", "Engagements"),
    ("pictures", "Pictures"),
    ("commitments", "Commitments"),
    ("people", "People"),
    ("pairs", "Pairs"),
    ("outlets", "Outlets"),
    ("pages", "Pages"),
    ("review", "Review"),
    ("decisions", "Decisions"),
    ("brief", "Brief"),
    ("add", "Add pages"),
)


def sections(request: Request) -> list[tuple[str, str]]:
    """Return the routes and names of the sections that the application has."""
    return [(name, words) for name, words in _SECTIONS if _there(request, name)]


def _there(request: Request, name: str) -> bool:
    try:
        request.app.url_path_for(name)
    except NoMatchFound:
        return False
    return True

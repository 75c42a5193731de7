"""Web addresses as pages, feeds and people give them: taken apart without ever failing."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NONE = urlsplit("")


def split_address(url: str | None) -> SplitResult:
    """Return the parts of an address; all are empty where it cannot be one, as ``http://[x``."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return _NONE


def host_of(url: str | None) -> str | None:
    """Return the host of an address in small letters, None where it names none."""
    return split_address(url).hostname

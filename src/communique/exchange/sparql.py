"""Asking a SPARQL endpoint politely: one query at a time, bounded in time and size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic, sleep
from typing import TYPE_CHECKING

from communique import __version__

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

_PIECE = 1 << 16
_AGAIN = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds for connecting and for a whole answer, bytes, attempts.

    ``longest_wait`` caps what an endpoint may ask for between attempts, in seconds; ``contact``
    goes into the user agent, as public endpoints ask of those who query them much.
    """

    connect: float = 10
    answer: float = 300
    size: int = 64 << 20
    attempts: int = 4
    longest_wait: float = 120
    contact: str = ""


class FetchError(Exception):
    """An endpoint did not answer as it should; the message names it and says why."""


def fetch(
    endpoint: str, query: str, limits: Limits, pause: Callable[[float], None] = sleep
) -> bytes:
    """Return the endpoint's JSON answer to a query.

    Answers of "too many requests" and passing server errors are tried again after the time the
    endpoint names, else after growing pauses. Raises FetchError for anything but an answer.
    """
    import urllib3

    agent = f"communique/{__version__} (table of office-holders{limits.contact and '; '}"
    headers = {
        "Accept": "application/sparql-results+json",
        "User-Agent": f"{agent}{limits.contact})",
    }
    timeout = urllib3.Timeout(connect=limits.connect, read=limits.answer)
    reason = "no answer"
    with urllib3.PoolManager(timeout=timeout, retries=False, headers=headers) as pool:
        for attempt in range(limits.attempts):
            try:
                answer = pool.request(
                    "GET", endpoint, fields={"query": query, "format": "json"},
                    preload_content=False,
                )  # fmt: skip
            except urllib3.exceptions.HTTPError as error:
                raise FetchError(f"{endpoint}: {_words(error)}") from error
            try:
                if answer.status == 200:
                    return _body(answer, endpoint, limits)
                reason = f"it answered {answer.status} {answer.reason or ''}".rstrip()
                if answer.status not in _AGAIN:
                    break
                seconds = _seconds(answer, attempt)
            finally:
                answer.close()
            if seconds > limits.longest_wait:
                reason += f" and asks to wait {seconds:.0f} seconds"
                break
            if attempt + 1 < limits.attempts:
                pause(seconds)
    raise FetchError(f"{endpoint}: {reason}")


def _body(answer: BaseHTTPResponse, endpoint: str, limits: Limits) -> bytes:
    import urllib3

    until = monotonic() + limits.answer
    body = bytearray()
    try:
        for piece in answer.stream(_PIECE):
            body += piece
            if len(body) > limits.size:
                raise FetchError(f"{endpoint}: the answer is larger than {limits.size} bytes")
            if monotonic() > until:
                raise FetchError(f"{endpoint}: the answer took over {limits.answer:g} seconds")
    except urllib3.exceptions.HTTPError as error:
        raise FetchError(f"{endpoint}: the answer broke off ({_words(error)})") from error
    return bytes(body)


def _seconds(answer: BaseHTTPResponse, attempt: int) -> float:
    named = answer.headers.get("Retry-After", "")
    if named.isdigit():
        return float(named)
    try:
        when = parsedate_to_datetime(named)
    except (TypeError, ValueError):
        return float(2**attempt)
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _words(error: Exception) -> str:
    text = str(error)
    return text.rsplit(": ", 1)[-1] if "object at 0x" in text else text

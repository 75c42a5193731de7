"""Whose a page is: the state whose authority publishes it, by the outlet's name or address."""

from __future__ import annotations

import re
from functools import cache

from communique.addresses import host_of
from communique.knowledge.states import load_states, scan
from communique.model import Document

# Words of a host that only authorities of a state use: "mfa.gov.pl", "president.go.ke".
_OFFICIAL_HOST = re.compile(
    r"(?:^|\.)(?:gov|gouv|gob|gub|go|govt|mil|mfa|mofa|president|presidency|pm|pmo|government)(?:\.|$)"
)
_OFFICIAL_NAME = re.compile(
    r"\b(?:ministry|government|presiden\w+|embassy|foreign office|cabinet|chancell\w+|kingdom|"
    r"republic|house|palace|kremlin|department of state|secretariat of foreign)\b",
    re.IGNORECASE,
)


def press_state(document: Document) -> str | None:
    """The state whose ministry, presidency or government publishes ``document``, None if none."""
    return _of_name(document.outlet) or _of_address(document.url)


def _of_name(outlet: str | None) -> str | None:
    if not outlet or not _OFFICIAL_NAME.search(outlet):
        return None
    states = {
        span.form.candidates[0].id
        for span in scan(outlet)
        if span.form.candidates[0].kind != "organization"
    }
    return states.pop() if len(states) == 1 else None


def _of_address(url: str | None) -> str | None:
    host = host_of(url)
    if not host or not _OFFICIAL_HOST.search(host):
        return None
    ending = host.rsplit(".", 1)[-1].upper()
    return "USA" if ending == "GOV" else _by_ending().get(ending)


@cache
def _by_ending() -> dict[str, str]:
    """Codes of states by the end of their internet domains."""
    codes = {state.alpha2: code for code, state in load_states().items() if state.alpha2}
    return codes | {"UK": "GBR"}

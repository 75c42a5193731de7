"""PLOVER and CAMEO codes of engagements, by the codebook's table, and of speech acts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EventCodes:
    """PLOVER event and mode, CAMEO code."""

    event: str
    mode: str | None
    cameo: str


@cache
def _table() -> dict[str, dict[str, EventCodes]]:
    data = tomllib.loads(files(__package__).joinpath("plover.toml").read_text("utf-8"))
    return {
        section: {
            key: EventCodes(row["event"], row["mode"] or None, row["cameo"])
            for key, row in rows.items()
        }
        for section, rows in data.items()
    }


def event_codes(kind: str, frame: str | None = None) -> EventCodes:
    """The codes of an engagement of ``kind`` that ``frame`` coded. Raises KeyError otherwise."""
    table = _table()
    return table["frames"].get(frame or "") or table["kinds"][kind]


def act_codes(act: str) -> EventCodes | None:
    """The codes of a speech ``act``; None for one that PLOVER does not hold as an event."""
    return _table()["acts"].get(act)

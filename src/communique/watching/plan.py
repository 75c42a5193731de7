"""What is to be watched, as a TOML file says: one table for each source, and one of manners."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from communique.addresses import split_address
from communique.pages.links import KINDS
from communique.record.watched import WatchedList

_DURATION = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>s|m|h|d)")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
# A sitemap often names all that an outlet ever published.
_SITEMAP_DAYS = 30
# Which pages are kept: all, or those with an engagement.
ALL, ENGAGEMENTS = "all", "engagements"


class PlanError(ValueError):
    """Raised where a file of sources cannot be used; its text says what is wrong in which part."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are treated, from ``[watch]``; all times in seconds.

    ``every`` is between two looks at a source, ``pause`` between two requests to a host. What
    fails in passing is asked again after ``retry``, then twice that, and so on, ``tries`` times; a
    run that is to end waits at most ``patience`` for that. ``contact`` is told to the hosts.
    ``triage`` passes over pages in which nothing can be an engagement, ``keep`` is "all" or
    "engagements": pages that are read and tell of none are then left out of the record.
    """

    every: float = 1800.0
    pause: float = 1.0
    retry: float = 5.0
    tries: int = 5
    patience: float = 60.0
    contact: str = ""
    triage: bool = False
    keep: str = ALL


@dataclass(frozen=True, slots=True)
class Source:
    """One feed, sitemap or listing under the name that people know it by.

    ``links`` is a regular expression that the addresses of its pages match, ``days`` how long ago a
    page may have changed to be taken up (None for ever), ``every`` seconds between two looks.
    ``triage`` and ``keep`` are as in Manners.
    """

    name: str
    kind: str
    url: str
    links: str | None = None
    days: float | None = None
    every: float = 1800.0
    pause: float = 1.0
    triage: bool = False
    keep: str = ALL

    @property
    def root(self) -> WatchedList:
        """Return the list that is asked first."""
        asked = f"{self.links or ''} {self.days or ''}".strip()
        return WatchedList(self.name, self.url, self.kind, host_of(self.url), stamp=asked or None)


@dataclass(frozen=True, slots=True)
class Plan:
    """Sources by their names, and the manners towards their hosts."""

    sources: Mapping[str, Source]
    manners: Manners = field(default_factory=Manners)


def host_of(url: str) -> str:
    """Return the host of an address, with the port where one is named."""
    return split_address(url).netloc.rpartition("@")[2].casefold()


def load_plan(path: str | Path, *, every: str | None = None, only: Collection[str] = ()) -> Plan:
    """Return what a file of sources says, of ``only`` some sources where those are named.

    ``every`` goes before what the file says for all. Raises PlanError.
    """
    try:
        data = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or "").lower() if isinstance(error, OSError) else "not UTF-8"
        raise PlanError(f"{path} cannot be read: {reason or 'broken'}") from error
    except tomllib.TOMLDecodeError as error:
        raise PlanError(f"{path} is no TOML: {error}") from error
    try:
        if every is not None:
            data["watch"] = {**data.get("watch", {}), "every": every}
        return _chosen(plan_of(data), only)
    except PlanError as error:
        raise PlanError(f"{path}: {error}") from error


def plan_of(data: Mapping[str, Any]) -> Plan:
    """Return the plan of a file's tables. Raises PlanError."""
    _check_keys(data, {"watch", "source"}, "the file")
    manners = _manners(data.get("watch", {}))
    tables = data.get("source", [])
    if not isinstance(tables, list) or not tables:
        raise PlanError("it names no source; write [[source]] and below it a name and a feed")
    sources: dict[str, Source] = {}
    for number, table in enumerate(tables, 1):
        source = _source(table, number, manners)
        if source.name in sources:
            raise PlanError(f"two sources are called {source.name!r}")
        sources[source.name] = source
    return Plan(sources, manners)


def _chosen(plan: Plan, only: Collection[str]) -> Plan:
    for name in only:
        if name not in plan.sources:
            raise PlanError(f"no source is called {name!r}; there are {', '.join(plan.sources)}")
    if not only:
        return plan
    return Plan({name: plan.sources[name] for name in only}, plan.manners)


def seconds_of(value: object) -> float:
    """Return the seconds of a duration such as ``90``, ``"30m"``, ``"2h"`` or ``"1d"``.

    Raises PlanError where it is none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value)
    found = _DURATION.fullmatch(value.strip().casefold()) if isinstance(value, str) else None
    if found is None:
        raise PlanError(f"{value!r} is no duration; write 90s, 30m, 2h or 1d")
    return float(found["number"]) * _UNITS[found["unit"]]


def _manners(table: object) -> Manners:
    if not isinstance(table, dict):
        raise PlanError("watch has to be a table: [watch]")
    _check_keys(table, {each.name for each in fields(Manners)}, "[watch]")
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name == "contact":
            values[name] = _words(value, "contact")
        elif name == "triage":
            values[name] = _truth(value, "triage")
        elif name == "keep":
            values[name] = _kept(value, "keep")
        elif name == "tries":
            values[name] = _number(value, "tries")
        else:
            values[name] = seconds_of(value)
    return Manners(**values)


def _source(table: object, number: int, manners: Manners) -> Source:
    where = f"source {number}"
    if not isinstance(table, dict):
        raise PlanError(f"{where} has to be a table: [[source]]")
    name = _words(table.get("name", ""), f"the name of {where}")
    where = f"source {name!r}" if name else where
    _check_keys(table, {"name", *KINDS, "links", "days", "every", "pause", "triage", "keep"}, where)
    kinds = [kind for kind in KINDS if kind in table]
    if len(kinds) != 1:
        raise PlanError(f"{where} needs one of feed, sitemap and listing")
    url = _address(table[kinds[0]], where)
    links = _pattern(table.get("links"), where)
    if kinds[0] == "listing" and links is None:
        raise PlanError(f"{where} is a listing: say by links which addresses on it are pages")
    days = table.get("days", _SITEMAP_DAYS if kinds[0] == "sitemap" else 0)
    return Source(
        name or host_of(url),
        kinds[0],
        url,
        links,
        _number(days, f"days of {where}") or None,
        seconds_of(table.get("every", manners.every)),
        seconds_of(table.get("pause", manners.pause)),
        _truth(table.get("triage", manners.triage), f"triage of {where}"),
        _kept(table.get("keep", manners.keep), f"keep of {where}"),
    )


def _check_keys(table: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise PlanError(f"{where} has {key!r}; known are {', '.join(sorted(known))}")


def _address(value: object, where: str) -> str:
    try:
        parts = urlsplit(value) if isinstance(value, str) else None
        if parts and parts.scheme in ("http", "https") and parts.hostname:
            return str(value)
    except ValueError:
        pass
    raise PlanError(f"{where}: {value!r} is no address of the web")


def _pattern(value: object, where: str) -> str | None:
    if value is None:
        return None
    try:
        re.compile(_words(value, f"links of {where}"))
    except re.error as error:
        raise PlanError(f"links of {where} is no regular expression: {error}") from error
    return str(value)


def _words(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.isprintable():
        raise PlanError(f"{where} has to be words in quotes")
    return value.strip()


def _truth(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise PlanError(f"{where} has to be true or false")
    return value


def _kept(value: object, where: str) -> str:
    if value not in (ALL, ENGAGEMENTS):
        raise PlanError(f"{where} has to be {ALL!r} or {ENGAGEMENTS!r}")
    return str(value)


def _number(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise PlanError(f"{where} has to be a whole number")
    return value

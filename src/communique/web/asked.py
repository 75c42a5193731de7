"""What a reader asks to find, as an address says it."""

from __future__ import annotations

from collections.abc import Set as AnySet
from dataclasses import dataclass, field, replace

from starlette.datastructures import QueryParams

from communique.knowledge.states import state_of
from communique.model import TOPICS, Kind, Status
from communique.partial_dates import to_bounds

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one address; what of it cannot be understood stands in ``faults``.

    ``states`` are codes, every one a side; ``since`` and ``until`` ISO partial dates; ``person``
    an id or a name; ``page`` counts from 1.
    """

    words: str = ""
    states: tuple[str, ...] = ()
    person: str = ""
    kind: str = ""
    status: str = ""
    topic: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    order: str = "newest"
    page: int = 1
    faults: tuple[str, ...] = field(default=(), compare=False)

    def query(self, **changed: object) -> list[tuple[str, str]]:
        """Return the pairs of the address that asks this, with some of it changed."""
        asked = replace(self, **changed)  # type: ignore[arg-type]
        single = ("words", "person", "kind", "status", "topic", "outlet", "since", "until")
        pairs = [(name, getattr(asked, name)) for name in single]
        pairs[1:1] = [("state", code) for code in asked.states]
        if asked.order != "newest":
            pairs.append(("order", asked.order))
        if asked.page > 1:
            pairs.append(("page", str(asked.page)))
        return [(name, value) for name, value in pairs if value]

    @property
    def narrowed(self) -> bool:
        """Tell whether anything but order and page is asked."""
        return bool(replace(self, order="newest", page=1).query())


def asked_of(params: QueryParams) -> Asked:
    """Return what the query of an address asks; nothing of it raises."""
    faults: list[str] = []
    return Asked(
        words=_text(params, "words"),
        states=_states(params, faults),
        person=_text(params, "person"),
        kind=_one_of(params, "kind", {*Kind}, faults),
        status=_one_of(params, "status", {*Status}, faults),
        topic=_one_of(params, "topic", TOPICS, faults),
        outlet=_text(params, "outlet"),
        since=_date(params, "since", faults),
        until=_date(params, "until", faults),
        order="oldest" if params.get("order") == "oldest" else "newest",
        page=page_of(params),
        faults=tuple(faults),
    )


def page_of(params: QueryParams) -> int:
    """Return the number of the page of a list that an address asks for, 1 where it is none."""
    asked = params.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def _text(params: QueryParams, name: str) -> str:
    return params.get(name, "").replace("\x00", "").strip()[:_LONGEST]


def _states(params: QueryParams, faults: list[str]) -> tuple[str, ...]:
    found: list[str] = []
    for given in params.getlist("state")[:8]:
        name = given.strip()[:_LONGEST]
        code = state_of(name) if name else None
        if code and code not in found:
            found.append(code)
        elif name and not code:
            faults.append(f"No state goes by “{name}”; try its English name or its ISO code.")
    return tuple(found)


def _one_of(params: QueryParams, name: str, known: AnySet[str], faults: list[str]) -> str:
    value = _text(params, name)
    if value and value not in known:
        faults.append(f"The codebook has no {name} “{value}”.")
        return ""
    return value


def _date(params: QueryParams, name: str, faults: list[str]) -> str:
    value = _text(params, name)
    try:
        if value:
            to_bounds(value)
    except ValueError:
        faults.append(f"“{value}” is no date; write 2024, 2024-06 or 2024-06-20.")
        return ""
    return value

"""What a reader asks to find, as an address says it."""

from __future__ import annotations

from collections.abc import Set as AnySet
from dataclasses import dataclass, field, replace

from starlette.datastructures import QueryParams

from communique.knowledge.states import state_of
from communique.model import TOPICS, Kind, Status
from communique.partial_dates import to_bounds
from communique.record.finding import Asked, Order

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Filters:
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
    differing: bool = False
    order: str = "newest"
    page: int = 1
    faults: tuple[str, ...] = field(default=(), compare=False)

    def query(self, **changed: object) -> list[tuple[str, str]]:
        """Return the pairs of the address that asks this, with some of it changed."""
        asked = replace(self, **changed)  # type: ignore[arg-type]
        single = ("words", "person", "kind", "status", "topic", "outlet", "since", "until")
        pairs = [(name, getattr(asked, name)) for name in single]
        pairs[1:1] = [("state", code) for code in asked.states]
        if asked.differing:
            pairs.append(("differing", "yes"))
        if asked.order != "newest":
            pairs.append(("order", asked.order))
        if asked.page > 1:
            pairs.append(("page", str(asked.page)))
        return [(name, value) for name, value in pairs if value]

    def asked(self) -> Asked:
        """Return what the record is to be asked."""
        return Asked(
            states=self.states,
            person=self.person or None,
            kinds=_given(self.kind),
            statuses=_given(self.status),
            topics=_given(self.topic),
            outlets=_given(self.outlet),
            since=self.since or None,
            until=self.until or None,
            words=self.words or None,
            differing=self.differing,
            order=Order(self.order),
        )

    @property
    def narrowed(self) -> bool:
        """Tell whether anything but order and page is asked."""
        return bool(replace(self, order="newest", page=1).query())


def filters_of(params: QueryParams) -> Filters:
    """Return what the query of an address asks; nothing of it raises."""
    faults: list[str] = []
    return Filters(
        words=text_of(params, "words"),
        states=states_of(params, faults),
        person=text_of(params, "person"),
        kind=one_of(params, "kind", {*Kind}, faults),
        status=one_of(params, "status", {*Status}, faults),
        topic=one_of(params, "topic", TOPICS, faults),
        outlet=text_of(params, "outlet"),
        since=date_of(params, "since", faults),
        until=date_of(params, "until", faults),
        differing=params.get("differing") == "yes",
        order="oldest" if params.get("order") == "oldest" else "newest",
        page=page_of(params),
        faults=tuple(faults),
    )


def _given(word: str) -> tuple[str, ...]:
    return (word,) if word else ()


def page_of(params: QueryParams) -> int:
    """Return the number of the page of a list that an address asks for, 1 where it is none."""
    asked = params.get("page", "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1


def text_of(params: QueryParams, name: str) -> str:
    """Return the words of a field, of bounded length."""
    return params.get(name, "").replace("\x00", "").strip()[:_LONGEST]


def states_of(params: QueryParams, faults: list[str]) -> tuple[str, ...]:
    """Return the codes of the states that an address names; who is none is added to the faults."""
    found: list[str] = []
    for given in params.getlist("state")[:8]:
        name = given.strip()[:_LONGEST]
        code = state_of(name) if name else None
        if code and code not in found:
            found.append(code)
        elif name and not code:
            faults.append(f"No state goes by “{name}”; try its English name or its ISO code.")
    return tuple(found)


def one_of(params: QueryParams, name: str, known: AnySet[str], faults: list[str]) -> str:
    """Return the word of a field where it is known; else it is added to the faults."""
    value = text_of(params, name)
    if value and value not in known:
        faults.append(f"The codebook has no {name} “{value}”.")
        return ""
    return value


def date_of(params: QueryParams, name: str, faults: list[str]) -> str:
    """Return the partial date of a field where it is one; else it is added to the faults."""
    value = text_of(params, name)
    try:
        if value:
            to_bounds(value)
    except ValueError:
        faults.append(f"“{value}” is no date; write 2024, 2024-06 or 2024-06-20.")
        return ""
    return value

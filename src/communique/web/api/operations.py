"""What the API can be asked: each question with its parameters, its answer, and how it is answered.

Routes and description are both made of this, so that one cannot say what the other does not do.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.knowledge.states import state_of
from communique.partial_dates import to_bounds
from communique.record import Record
from communique.record.finding import Found
from communique.web.api.schemas import DATE, TEXT, Schema
from communique.web.guard import Visitor

MOST_AT_ONCE = 200
AT_ONCE = 50
_MOST_LETTERS = 500


class Refused(ValueError):
    """A request that cannot be answered: its text says why, ``status`` how bad that is."""

    def __init__(self, said: str, status: int = 400) -> None:
        super().__init__(said)
        self.status = status


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of the query: what it may be, and how its text becomes a value.

    ``read`` raises ValueError, which says why, where the text is none.
    """

    name: str
    about: str
    schema: Schema = field(default_factory=lambda: dict(TEXT))
    read: Callable[[str], Any] = str
    many: bool = False
    usual: Any = None


@dataclass(frozen=True, slots=True)
class Asking:
    """One request: the record, who asks, the parts of the path, the query and the body, read."""

    record: Record
    visitor: Visitor
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Mapping[str, Any]

    @property
    def piece(self) -> dict[str, Any]:
        """Return which piece of a list is asked for."""
        return {"after": self.query["cursor"], "limit": self.query["limit"]}


@dataclass(frozen=True, slots=True)
class Operation:
    """A question, or with ``body`` a decision, at an address."""

    path: str
    name: str
    about: str
    answer: Schema
    act: Callable[[Asking], Any]
    parameters: tuple[Parameter, ...] = ()
    body: Schema | None = None

    @property
    def method(self) -> str:
        """Return the HTTP method."""
        return "GET" if self.body is None else "POST"


def _date(text: str) -> str:
    try:
        to_bounds(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no date; write 2024, 2024-06 or 2024-06-20") from error
    return text


def _state(text: str) -> str:
    code = state_of(text)
    if code is None:
        raise ValueError(f"no state goes by {text!r}")
    return code


def words_of(
    name: str, about: str, words: Any, *, many: bool = False, usual: Any = None
) -> Parameter:
    """Return a parameter that is one of a few words."""
    known = [str(word) for word in words]

    def read(text: str) -> str:
        if text not in known:
            raise ValueError(f"{text!r} is none of {', '.join(known)}")
        return text

    return Parameter(name, about, {"type": "string", "enum": known}, read, many, usual)


def _limit(most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) < 5 and 1 <= int(text) <= most):
            raise ValueError(f"{text!r} is no number from 1 to {most}")
        return int(text)

    return read


def _from_key(text: str) -> tuple[str, str]:
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        told = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise ValueError("the cursor is none of ours; take it from `next`") from error
    strings = isinstance(told, list) and all(isinstance(each, str) for each in told)
    if not strings or len(told) != 2 or any("\x00" in each for each in told):
        raise ValueError("the cursor is none of ours; take it from `next`")
    try:
        "".join(told).encode()
    except UnicodeEncodeError as error:
        raise ValueError("the cursor is none of ours; take it from `next`") from error
    return told[0], told[1]


def cursor(key: tuple[str, str] | None) -> str | None:
    """Return the word by which a list is gone on with after an item."""
    told = json.dumps(key, ensure_ascii=True).encode() if key else None
    return base64.urlsafe_b64encode(told).decode().rstrip("=") if told else None


def limit(most: int = MOST_AT_ONCE) -> Parameter:
    """Return the parameter that says how many are wanted at once."""
    numbers = {"type": "integer", "minimum": 1, "maximum": most}
    usual = min(AT_ONCE, most)
    return Parameter(
        "limit", f"How many at once; else {usual}.", numbers, _limit(most), usual=usual
    )


def piece(most: int = MOST_AT_ONCE) -> tuple[Parameter, ...]:
    """Return the parameters that say which piece of a list is wanted.

    It goes on after an item, whatever comes in before it.
    """
    about = "`next` of the piece before this one; what comes in meanwhile shifts nothing."
    return (Parameter("cursor", about, read=_from_key), limit(most))


def listed(found: Found[Any], form: Callable[[Any], Any]) -> dict[str, Any]:
    """Return a piece of a list as it goes out."""
    items = [form(item) for item in found.items]
    return {"items": items, "total": found.total, "next": cursor(found.follows)}


SINCE = Parameter("since", "On this date or later.", DATE, _date)
UNTIL = Parameter("until", "On this date or before.", DATE, _date)
STATE = Parameter("state", "A state by any usual name or its ISO code.", read=_state)
STATES = Parameter("state", "States by name or ISO code; every one a side.", read=_state, many=True)


def read_query(operation: Operation, given: Callable[[str], list[str]]) -> dict[str, Any]:
    """Return the values of an operation's parameters. Raises Refused where one is none."""
    values: dict[str, Any] = {}
    for parameter in operation.parameters:
        texts = given(parameter.name)
        if not parameter.many and len(texts) > 1:
            raise Refused(f"{parameter.name} is given {len(texts)} times")
        read = [_read(parameter, text) for text in texts]
        if parameter.many:
            values[parameter.name] = tuple(dict.fromkeys(read))
        else:
            values[parameter.name] = read[0] if read else parameter.usual
    return values


def _read(parameter: Parameter, text: str) -> Any:
    if len(text) > _MOST_LETTERS or "\x00" in text:
        raise Refused(f"{parameter.name} is no such text")
    try:
        return parameter.read(text)
    except ValueError as error:
        raise Refused(f"{parameter.name}: {error}") from error

"""The contract's JSON: what goes out comes back equal, and holds every field."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import given, settings
from hypothesis import strategies as st

from communique import model
from communique.exchange.json_form import reading_from_json, reading_to_json
from communique.model import (
    Account,
    DateBasis,
    Document,
    Kind,
    Message,
    MessageKind,
    Reading,
    Status,
)

PAGE = Document(
    path="a.txt",
    url=None,
    title=None,
    outlet=None,
    byline=None,
    language="en",
    published="2023-05-04",
    published_precision="day",
    text="The two ministers spoke by phone.",
    sha256="0" * 64,
)
CALL = Account(
    kind=Kind.CALL,
    status=Status.HELD,
    main=True,
    visit_type=None,
    start=None,
    end=None,
    date_basis=DateBasis.PUBLISHED,
    place=None,
    parties=(),
    topics=(),
    plover_event="CONSULT",
    plover_mode="phone",
    cameo="041",
)


def strategy_for(hint: Any) -> st.SearchStrategy[Any]:
    """Values of every type that the model's fields have."""
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        if arguments[-1] is Ellipsis:
            return st.lists(strategy_for(arguments[0]), max_size=2).map(tuple)
        return st.tuples(*map(strategy_for, arguments))
    if arguments:
        return st.one_of(*map(strategy_for, arguments))
    if is_dataclass(hint):
        hints = get_type_hints(hint, vars(model))
        return st.builds(hint, **{f.name: strategy_for(hints[f.name]) for f in fields(hint)})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    simple = {str: st.text(max_size=5), int: st.integers(0, 99), bool: st.booleans()}
    return st.none() if hint is type(None) else simple[hint]


@settings(max_examples=60, deadline=None)
@given(strategy_for(Reading))
def test_what_goes_out_comes_back_equal(reading: Reading) -> None:
    printed = json.dumps(reading_to_json(reading))
    assert reading_from_json(json.loads(printed)) == reading


def test_the_contracts_fields_are_there_also_when_empty() -> None:
    form = reading_to_json(Reading(PAGE, (CALL,), (), ()))
    assert {"document", "accounts", "people", "relations"} <= form.keys()
    account = form["accounts"][0]
    assert account["plover"] == {"event": "CONSULT", "mode": "phone"}
    empty = {"visit_type", "start", "end", "place"}
    assert {name: account[name] for name in empty} == dict.fromkeys(empty)
    assert account["parties"] == account["topics"] == account["statements"] == []
    assert {"kind", "start", "place", "parties", "topics"} <= account["evidence"].keys()


def test_a_message_names_its_sender_as_from() -> None:
    message = Message(MessageKind.THANKS, None, ("KEN",), ("JPN",), None, None, ())
    form = reading_to_json(Reading(PAGE, (), (), (), messages=(message,)))
    assert form["messages"][0]["from"] == ["KEN"]
    assert "sender" not in form["messages"][0]

"""JSON Schemas, written briefly or made from the types that go out."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import EnumType
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
ANYTHING: Schema = {}
# A day, month or year; what is no date is refused.
DATE: Schema = {
    "type": "string",
    "pattern": (
        r"^[1-9][0-9]{3}(-((0[13578]|1[02])(-(0[1-9]|[12][0-9]|3[01]))?"
        r"|(0[469]|11)(-(0[1-9]|[12][0-9]|30))?|02(-(0[1-9]|1[0-9]|2[0-8]))?))?$"
    ),
    "examples": ["2024-06-20", "2024-06", "2024"],
}


def thing(**properties: Schema) -> Schema:
    """Return the schema of an object that has these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def some(items: Schema, **bounds: Any) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": items, **bounds}


def maybe(schema: Schema) -> Schema:
    """Return the schema of a value that may be null."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(words: EnumType | typing.Iterable[str]) -> Schema:
    """Return the schema of a word out of a few."""
    return {"type": "string", "enum": [str(word) for word in words]}


def ref(name: str) -> Schema:
    """Return a reference to a schema of the description."""
    return {"$ref": f"#/components/schemas/{name}"}


def schema_of(kind: Any) -> Schema:
    """Return the schema of what ``dataclasses.asdict`` and JSON make of a value of a type."""
    simple = {str: TEXT, int: {"type": "integer"}, bool: FLAG, float: {"type": "number"}}
    if kind in simple:
        return simple[kind]
    if kind is Any:
        return ANYTHING
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        known = [schema_of(each) for each in inner if each is not types.NoneType]
        schema = known[0] if len(known) == 1 else {"anyOf": known}
        return maybe(schema) if types.NoneType in inner else schema
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return some(schema_of(inner[0]))
        parts = [schema_of(part) for part in dict.fromkeys(inner)]
        items = parts[0] if len(parts) == 1 else {"anyOf": parts}
        return some(items, minItems=len(inner), maxItems=len(inner))
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema_of(inner[1])}
    if isinstance(kind, EnumType):
        return one_of(kind)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        return thing(**{name: schema_of(hints[name]) for name in names})
    raise TypeError(f"no schema for {kind!r}")

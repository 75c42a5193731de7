"""The bodies of requests, held against the schemas that the description gives of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from communique.web.api.operations import Refused
from communique.web.api.schemas import Schema

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def read_body(content: bytes, schema: Schema, known: Mapping[str, Schema]) -> dict[str, Any]:
    """Return the body of a request. Raises Refused, which says where it is not as it has to be."""
    try:
        body = json.loads(content.decode("utf-8") or "{}")
        json.dumps(body, ensure_ascii=False).encode("utf-8")  # half a letter is no text
    except (ValueError, RecursionError) as error:
        raise Refused("the body is no JSON in UTF-8") from error
    if "\\u0000" in json.dumps(body):
        raise Refused("the body holds a null character")
    _check(body, schema, known, "the body")
    return dict(body)


def _check(value: Any, schema: Schema, known: Mapping[str, Schema], where: str) -> None:
    """Hold a value against those parts of JSON Schema that our bodies use."""
    if "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    if kinds and not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        raise Refused(f"{where} has to be of type {' or '.join(kinds)}")
    if "enum" in schema and value not in schema["enum"]:
        raise Refused(f"{where} has to be one of {', '.join(schema['enum'])}")
    if isinstance(value, str):
        _check_size(len(value), schema, "Length", "letters", where)
    elif isinstance(value, list):
        _check_size(len(value), schema, "Items", "items", where)
        for number, item in enumerate(value):
            _check(item, schema.get("items", {}), known, f"{where}, item {number}")
    elif isinstance(value, dict) and "properties" in schema:
        _check_properties(value, schema, known, where)


def _check_size(size: int, schema: Schema, word: str, unit: str, where: str) -> None:
    least, most = schema.get(f"min{word}", 0), schema.get(f"max{word}", size)
    if not least <= size <= most:
        raise Refused(f"{where} has {size} {unit}")


def _check_properties(
    value: dict[str, Any], schema: Schema, known: Mapping[str, Schema], where: str
) -> None:
    properties = schema["properties"]
    if missing := [name for name in schema.get("required", ()) if name not in value]:
        raise Refused(f"{where} lacks {missing[0]}")
    if strange := sorted(set(value) - set(properties)):
        raise Refused(f"{where} has {strange[0]!r}, which it cannot have")
    for name, each in value.items():
        _check(each, properties[name], known, name)

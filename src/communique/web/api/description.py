"""The API described in OpenAPI 3.1, made of its own table of operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from communique import __version__
from communique.web.api.contract import IN_THE_RECORD, ON_A_PAGE
from communique.web.api.operations import Operation, Parameter
from communique.web.api.schemas import TEXT, ref, thing

Json = dict[str, Any]
SCHEMAS = {**ON_A_PAGE, **IN_THE_RECORD, "Error": thing(error=TEXT)}
_ABOUT = """\
Read-only unless a token of an editor is given. Lists come in pieces: `next` is the cursor of the
piece that follows, null at the end. Every span is `{start, end, quote}`, its offsets code points of
the text of its page.
"""
_WHY = {
    "400": "It cannot be done; `error` says why.",
    "401": "A token is needed, or the one given is unknown.",
    "403": "The token is a reader's.",
    "404": "There is no such thing in the record.",
    "413": "The body is too large.",
}


def describe(operations: Iterable[Operation]) -> Json:
    """Return the description of the API under ``/api/v1``."""
    paths: Json = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "communique", "version": __version__, "description": _ABOUT},
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(operation: Operation) -> Json:
    names = re.findall(r"\{(\w+)\}", operation.path)
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in names
    ]
    parameters += [_parameter(parameter) for parameter in operation.parameters]
    reads = operation.body is None
    statuses = ["400", "401", *(["404"] if names or operation.body is not None else [])]
    if not reads:
        statuses += ["403", "413"]
    described: Json = {
        "operationId": operation.name,
        "summary": operation.about,
        "parameters": parameters,
        "responses": {
            "200" if reads else "201": {
                "description": "The answer." if reads else "The decision that was made.",
                "content": {"application/json": {"schema": operation.answer}},
            },
            **{status: _error(status) for status in sorted(statuses)},
        },
        # A server that demands no login takes questions from anybody who reaches it.
        "security": [{"token": []}, {}] if reads else [{"token": []}],
    }
    if operation.body is not None:
        required = bool(operation.body["required"])
        content = {"application/json": {"schema": operation.body}}
        described["requestBody"] = {"required": required, "content": content}
    return described


def _parameter(parameter: Parameter) -> Json:
    schema = parameter.schema
    if parameter.usual not in (None, 0):
        schema = {**schema, "default": parameter.usual}
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.about,
        "schema": {"type": "array", "items": schema} if parameter.many else schema,
    }


def _error(status: str) -> Json:
    content = {"application/json": {"schema": ref("Error")}}
    return {"description": _WHY[status], "content": content}

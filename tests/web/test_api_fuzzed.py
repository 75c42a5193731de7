"""Schemathesis asks the API whatever its own description allows, and what it forbids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi import checks as openapi_checks
from starlette.testclient import TestClient

from communique.record import Record, UserRole
from communique.web.api import OPERATIONS
from communique.web.api.description import describe
from communique.web.api.operations import Operation
from communique.web.app import create_app
from communique.web.guard.passwords import digest
from communique.web.settings import Settings
from record.test_corrections import told

TOKEN = "cmq_a-token-of-these-tests-alone-aaaaaaaaaaaaaaa"
HEADERS = {"Authorization": f"Bearer {TOKEN}"}
CHECKS = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_schema_conformance,
]


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    place = tmp_path_factory.mktemp("fuzzed") / "record.db"
    with Record.open(place) as record:
        for name, day in (("a.txt", "2023-05-03"), ("b.txt", "2023-06-02")):
            record.keep(told(name, day))
        record.users.add("eva", UserRole.EDITOR, None)
        record.users.add_token("eva", "", UserRole.EDITOR, digest(TOKEN))
    made = schemathesis.openapi.from_dict(describe(OPERATIONS))
    made.app = create_app(Settings(str(place), login=True))
    with TestClient(made.app):
        yield made


ALLOWED, FORBIDDEN = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


@pytest.mark.parametrize(
    ("operation", "mode"),
    [
        pytest.param(one, mode, id=f"{one.method} {one.path} {mode.value}")
        for one in OPERATIONS
        for mode in (ALLOWED, FORBIDDEN)
        # Any word may stand in a path, so that a path alone can hold nothing forbidden.
        if mode is ALLOWED or one.parameters or one.body is not None
    ],
)
def test_no_request_breaks_the_api(schema: Any, operation: Operation, mode: GenerationMode) -> None:
    described = schema[operation.path][operation.method]
    cases = described.as_strategy(generation_mode=mode)

    @given(case=cases)
    @settings(
        max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(
            base_url="http://127.0.0.1:8765/api/v1", headers=HEADERS, checks=CHECKS
        )

    asked()

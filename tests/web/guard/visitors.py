"""Visitors of the workspace for tests: where they come from, how they log in."""

from __future__ import annotations

import re
from typing import Any

from starlette.testclient import TestClient

from communique.web.guard.passwords import hashed
from communique.web.guard.visits import form_word as made_word

HERE = "http://127.0.0.1:8765"
TEAM = "https://record.example.org"
PASSWORD = "seven tall cypresses"
HASH = hashed(PASSWORD)


def form_word(client: TestClient, page: str = "/") -> str:
    found = re.search(r'name="csrf" content="([0-9a-f]{64})"', client.get(page).text)
    assert found is not None, f"{page} carries no word for forms"
    return found[1]


def log_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    word = form_word(client, "/login")
    form = {"csrf": word, "name": name, "password": password, **more}
    return client.post("/login", data=form)


def word_of(client: TestClient) -> str:
    client.get("/do")
    (secret,) = [str(c.value) for c in client.cookies.jar]
    return made_word(secret)

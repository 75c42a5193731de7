"""The API under its own description: what it answers, in pieces, to whom, and what it refuses."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from communique.cli.correcting import FIELDS
from communique.exchange.record_form import engagement_to_json
from communique.record import Record, UserRole
from communique.web.api import OPERATIONS
from communique.web.api.operations import cursor
from communique.web.app import create_app
from communique.web.guard.passwords import digest, new_token
from communique.web.settings import Settings
from record.test_corrections import told
from record.test_review import doubtful

HERE = "http://127.0.0.1:8765"
Json = dict[str, Any]
Get = Callable[..., Any]


@pytest.fixture(scope="session")
def described(client: TestClient) -> Json:
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    found: Json = answer.json()
    return found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        for name, day in (
            ("a.txt", "2023-05-03"),
            ("b.txt", "2023-05-03"),
            ("c.txt", "2023-06-02"),
        ):
            record.keep(told(name, day))
        record.users.add("eva", UserRole.EDITOR, None)
    return path


@pytest.fixture
def api(place: Path, linked_at_once: None) -> Iterator[TestClient]:
    """A program that comes with the token of an editor."""
    token = new_token()
    with Record.open(place) as record:
        record.users.add_token("eva", "", UserRole.EDITOR, digest(token))
    headers = {"Authorization": f"Bearer {token}"}
    with TestClient(create_app(Settings(str(place), login=True, patience=60)), HERE) as client:
        client.headers.update(headers)
        yield client


def validator(described: Json, path: str, method: str, status: str) -> Draft202012Validator:
    schema = described["paths"][path][method]["responses"][status]
    inner = schema["content"]["application/json"]["schema"]
    return Draft202012Validator({**inner, "components": described["components"]})


def filled(path: str, record: Record) -> str:
    """Return an address in which the parts of the path stand for something in the record."""
    engagement = next(iter(record.engagements(accounts=True)))
    person = next(party.person_id for party in engagement.parties if party.person_id)
    pair = record.finding.pairs().items[0].states
    known = {
        "/engagements": engagement.id,
        "/people": person,
        "/pages": engagement.documents[0].id,
    }
    path = path.replace("{one}", pair[0]).replace("{other}", pair[1])
    return path.replace("{id}", known.get("/" + path.split("/")[1], "?"))


QUESTIONS = [one.path for one in OPERATIONS if one.body is None]


@pytest.mark.parametrize("path", QUESTIONS)
def test_answers_are_as_the_description_says(
    client: TestClient, described: Json, example_record: Path, path: str
) -> None:
    with Record.open(example_record) as record:
        address = filled(path, record)
    answer = client.get(f"/api/v1{address}", params={"words": "visit"} if path == "/search" else {})
    assert answer.status_code == 200, answer.text
    form = answer.json()
    assert form, "an empty answer proves nothing"
    errors = [
        f"{list(error.path)}: {error.message[:200]}"
        for error in validator(described, path, "get", "200").iter_errors(form)
    ]
    assert errors == []


def test_every_engagement_is_as_the_description_says(client: TestClient, described: Json) -> None:
    checks = validator(described, "/whole-engagements", "get", "200")
    form = client.get("/api/v1/whole-engagements", params={"limit": 25}).json()
    assert len(form["items"]) > 5
    assert [error.message for error in checks.iter_errors(form)] == []
    page = validator(described, "/pages/{id}", "get", "200")
    for line in client.get("/api/v1/pages").json()["items"]:
        one = client.get(f"/api/v1/pages/{line['document']['id']}").json()
        assert [error.message for error in page.iter_errors(one)] == []


def test_description_is_itself_well_formed(described: Json) -> None:
    assert described["openapi"] == "3.1.0"
    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    references = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(described)))
    assert references <= set(described["components"]["schemas"])
    ids = [op["operationId"] for path in described["paths"].values() for op in path.values()]
    assert len(ids) == len(set(ids)) == len(OPERATIONS)
    assert tuple(described["components"]["schemas"]["SetField"]["enum"]) == FIELDS


def test_description_names_no_host(described: Json) -> None:
    assert not re.search("https?://", json.dumps(described))


def test_engagement_is_the_line_that_export_writes(
    client: TestClient, example_record: Path
) -> None:
    with Record.open(example_record) as record:
        entry = record.engagement(next(iter(record.engagements())).id)
    got = client.get(f"/api/v1/engagements/{entry.id}").json()
    expected = json.loads(json.dumps(engagement_to_json(entry)))
    for account in got["accounts"]:
        assert account.pop("weights") is not None
    assert got == expected


# Lists in pieces


def pieces(get: Get, path: str, **asked: Any) -> Iterator[list[Any]]:
    follows: str | None = None
    for _ in range(1000):
        answer = get(f"/api/v1{path}", params={**asked, **({"cursor": follows} if follows else {})})
        assert answer.status_code == 200, answer.text
        form = answer.json()
        yield form["items"]
        follows = form["next"]
        if follows is None:
            return


@pytest.mark.parametrize(
    "path",
    [
        *("/engagements", "/whole-engagements", "/people", "/pairs", "/outlets", "/pages"),
        "/review",
    ],
)
def test_pieces_make_the_whole_list(client: TestClient, path: str) -> None:
    whole = client.get(f"/api/v1{path}", params={"limit": 25}).json()
    assert whole["total"] == len(whole["items"]) > 3 or whole["next"]
    small = list(pieces(client.get, path, limit=2))
    assert [len(piece) for piece in small[:-1]] == [2] * (len(small) - 1)
    assert [one for piece in small for one in piece][:25] == whole["items"]


def test_filters_narrow_the_list(client: TestClient) -> None:
    def ids(**asked: Any) -> set[str]:
        return {one["id"] for piece in pieces(client.get, "/engagements", **asked) for one in piece}

    every = ids()
    held, calls = ids(status="held"), ids(kind="call")
    assert every > held > set()
    assert every > calls > set()
    assert ids(kind="call", status="held") == held & calls
    assert ids(kind=["call", "visit"]) == calls | ids(kind="visit")
    months = client.get("/api/v1/months").json()
    assert sum(one["number"] for one in months) == len(every)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "soon"}, "since: 'soon' is no date"),
        ({"state": "Atlantis"}, "no state goes by 'Atlantis'"),
        ({"kind": "quarrel"}, "kind: 'quarrel' is none of"),
        ({"limit": "0"}, "limit: "),
        ({"limit": "201"}, "limit: "),
        ({"limit": "ten"}, "limit: "),
        ({"limit": "\u0665"}, "limit: "),
        ({"cursor": "nonsense!"}, "cursor: the cursor is none of ours"),
        ({"cursor": "W10"}, "cursor: the cursor is none of ours"),
        ({"cursor": "WzEsMl0"}, "cursor: the cursor is none of ours"),
        ({"since": ["2024", "2023"]}, "since is given 2 times"),
        ({"person": "a\x00b"}, "person is no such text"),
        ({"person": "x" * 501}, "person is no such text"),
        ({"words": "..."}, "no word"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused(client: TestClient, asked: Json, said: str) -> None:
    answer = client.get("/api/v1/engagements", params=asked)
    assert answer.status_code == 400
    assert said in answer.json()["error"]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("people", ("many", "ada-obi")),
        ("outlets", ("-1", "The Post")),
        ("pairs", (str(10**30), "RUS-VNM")),
        ("review", ("", "quarrel:1")),
        ("review", ("nan", "weak_link:1")),
        ("review", ("2024", "disagreement:1")),
    ],
)
def test_a_list_is_not_gone_on_with_from_nowhere(
    client: TestClient, path: str, key: tuple[str, str]
) -> None:
    answer = client.get(f"/api/v1/{path}", params={"cursor": cursor(key)})
    assert answer.status_code == 400
    assert "cannot be gone on with from there" in answer.json()["error"]


def test_what_is_not_there(client: TestClient) -> None:
    for path in ("engagements/none", "people/none", "pages/none", "pairs/RUS/Atlantis", "nothing"):
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 404, path
        assert answer.json()["error"]
    assert client.put("/api/v1/engagements").status_code == 401
    assert client.get("/api/v1/pairs/RUS/Russia").status_code == 404


# Decisions


def post(api: TestClient, path: str, **body: Any) -> Any:
    return api.post(f"/api/v1{path}", json=body)


def linked(api: TestClient) -> None:
    """Wait until what was decided is linked, as a program would."""
    for _ in range(300):
        if api.get("/api/v1/overview").json()["waiting"] == 0:
            return
        time.sleep(0.1)
    pytest.fail("not linked in half a minute")


def first(api: TestClient) -> str:
    found = api.get("/api/v1/engagements", params={"order": "oldest"}).json()["items"]
    return str(found[0]["id"])


def test_decision_is_made_shown_and_undone(api: TestClient, described: Json) -> None:
    made = post(api, f"/engagements/{first(api)}/set", field="place_city", value="Oslo", why="seen")
    assert made.status_code == 201
    checks = validator(described, "/engagements/{id}/set", "post", "201")
    assert list(checks.iter_errors(made.json())) == []
    assert (made.json()["made_by"], made.json()["why"]) == ("eva", "seen")
    linked(api)
    assert api.get(f"/api/v1/engagements/{first(api)}").json()["place"]["city"] == "Oslo"
    (line,) = api.get("/api/v1/decisions", params={"by": "eva"}).json()["items"]
    assert line["decision"]["id"] == made.json()["id"]
    assert line["engagements"] == [first(api)]
    assert post(api, f"/decisions/{made.json()['id']}/undo").status_code == 201
    linked(api)
    assert api.get(f"/api/v1/engagements/{first(api)}").json()["place"] is None
    assert api.get("/api/v1/decisions", params={"by": "nobody"}).json()["items"] == []


def test_every_kind_of_decision(api: TestClient) -> None:
    one = api.get(f"/api/v1/engagements/{first(api)}").json()
    lines = api.get("/api/v1/engagements", params={"order": "oldest"}).json()["items"]
    other, account = lines[1]["id"], one["accounts"][0]["id"]
    pages = [page["id"] for page in one["documents"]]
    person = next(party["person_id"] for party in one["parties"] if party["person_id"])
    named = {"person": "Wang Yi", "state": "CHN", "present": True, "as": {"role": "delegate"}}
    for path, body, verb in (
        (f"/engagements/{one['id']}/set", {"field": "topics", "value": ["trade"]}, "set"),
        (f"/engagements/{one['id']}/party", named, "party"),
        (f"/people/{person}/name", {"name": "Somebody Else"}, "name"),
        (f"/pages/{pages[0]}/copy", {"of": pages[1]}, "copy"),
        (f"/pages/{pages[0]}/copy", {"of": None}, "copy"),
        (f"/engagements/{one['id']}/split", {"accounts": [account]}, "split"),
        (f"/engagements/{one['id']}/merge", {"engagements": [other], "force": True}, "merge"),
        (f"/accounts/{account}/reject", {}, "reject"),
    ):
        made = post(api, path, **body)
        assert (made.status_code, made.json().get("verb")) == (201, verb), made.text
        assert post(api, f"/decisions/{made.json()['id']}/undo").status_code == 201


def test_question_of_the_review_is_accepted(api: TestClient, place: Path, described: Json) -> None:
    with Record.open(place) as record:
        record.keep(doubtful())
        record.link()
    queue = api.get("/api/v1/review").json()
    checks = validator(described, "/review", "get", "200")
    assert list(checks.iter_errors(queue)) == []
    asked = queue["items"][0]["id"]
    assert post(api, "/review/accept", question=asked).json()["verb"] == "accept"
    assert api.get("/api/v1/review").json()["total"] == queue["total"] - 1
    assert post(api, "/review/accept", question=asked).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"field": "place_city"}',
        b'{"field": "place_city", "value": 7}',
        b'{"field": "place_city", "value": ["Oslo"]}',
        b'{"field": "place_city", "value": "a\\u0000b"}',
        b'{"field": "place_city", "value": "\\ud800"}',
        b'{"field": "topics", "value": "trade"}',
        b'{"field": "topics", "value": [[]]}',
        b'{"field": "topics", "value": ["gossip"]}',
        b'{"field": "colour", "value": "red"}',
        b'{"field": "start", "value": "soon"}',
        b'{"field": "kind", "value": null}',
        b'{"field": "place_city", "value": "Oslo", "by": "somebody else"}',
        b'{"field": "place_city", "value": "Oslo", "why": 7}',
        b"[" * 100_000,
    ],
    ids=lambda body: body[:60].decode("latin-1"),
)
def test_body_that_says_nothing_is_refused(api: TestClient, body: bytes) -> None:
    answer = api.post(f"/api/v1/engagements/{first(api)}/set", content=body)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]
    assert api.get("/api/v1/decisions").json()["total"] == 0


def test_decision_on_what_is_not_there(api: TestClient) -> None:
    for path, body in (
        ("/engagements/none/set", {"field": "place_city", "value": "Oslo"}),
        ("/engagements/none/merge", {"engagements": ["none"]}),
        (f"/engagements/{first(api)}/merge", {"engagements": ["none"]}),
        ("/accounts/none/reject", {}),
        ("/people/none/name", {"name": "x"}),
        ("/pages/none/copy", {"of": None}),
        ("/decisions/none/undo", {}),
    ):
        assert post(api, path, **body).status_code == 404, path


def test_only_editors_decide(place: Path) -> None:
    token = new_token()
    with Record.open(place) as record:
        record.users.add("rene", UserRole.READER, None)
        record.users.add_token("rene", "", UserRole.EDITOR, digest(token))
    for login in (True, False):
        with TestClient(create_app(Settings(str(place), login=login, patience=60)), HERE) as client:
            for operation in OPERATIONS:
                if operation.body is not None:
                    path = f"/api/v1{operation.path.replace('{id}', 'x')}"
                    assert client.post(path, json={}).status_code == 401, path
                    with_token = {"Authorization": f"Bearer {token}"}
                    answer = client.post(path, json={}, headers=with_token)
                    assert answer.status_code == 403, path
                    assert answer.json()["error"]
    with Record.open(place) as record:
        assert record.corrections.all() == []


def test_page_words_come_as_data(api: TestClient) -> None:
    answer = api.get(f"/api/v1/engagements/{first(api)}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"

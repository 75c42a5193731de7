"""Refreshing the table of leaders, against a real server on this machine."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from communique.exchange.sparql import FetchError, Limits
from communique.exchange.wikidata import build_query, closed, refresh, tenure_of
from communique.knowledge import leaders
from communique.knowledge.leaders import COLUMNS, Tenure, parse_rows, row_of

QUICK = Limits(connect=2, answer=2, size=1 << 20, attempts=3, longest_wait=5)
Answer = Callable[[BaseHTTPRequestHandler, str], None]


def binding(**cells: str) -> dict[str, dict[str, str]]:
    """One result row as an endpoint gives it; keys as in the query."""
    usual = {
        "personLabel": "Ada Newcomer", "code": "NLD", "genderLabel": "female",
        "officeLabel": "Prime Minister of the Netherlands",
        "start": "2030-02-23T00:00:00Z", "startPrecision": "11",
    }  # fmt: skip
    return {key: {"type": "literal", "value": value}
            for key, value in (usual | cells).items() if value}  # fmt: skip


def kind_asked(query: str) -> str:
    for mark, kind in (("P1906", "head_of_state"), ("P1313", "head_of_government")):
        if mark in query:
            return kind
    return "foreign_minister"


class Endpoint:
    """A server that answers each query as told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.rows: dict[str, list[dict[str, dict[str, str]]]] = {}
        self.before: list[Answer] = []
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                query = parse_qs(urlparse(self.path).query)["query"][0]
                endpoint.asked.append((query, dict(self.headers)))
                if endpoint.before:
                    endpoint.before.pop(0)(self, query)
                    return
                rows = endpoint.rows.get(kind_asked(query), [])
                body = json.dumps({"head": {"vars": []}, "results": {"bindings": rows}}).encode()
                reply(self, 200, body)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/sparql"
        self.thread = threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(5)


def reply(handler: BaseHTTPRequestHandler, status: int, body: bytes, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/sparql-results+json")
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def saying(status: int, body: bytes = b"", **headers: str) -> Answer:
    return lambda handler, _query: reply(handler, status, body, **headers)


def endless(handler: BaseHTTPRequestHandler, _query: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65536)
    except OSError:
        return


def dripping(handler: BaseHTTPRequestHandler, _query: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b" ")
            time.sleep(0.05)
    except OSError:
        return


def breaking_off(handler: BaseHTTPRequestHandler, _query: str) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"results"')
    handler.close_connection = True


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    server = Endpoint()
    yield server
    server.close()


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "deep" / "leaders.csv"
    monkeypatch.setenv(leaders.ENVIRONMENT, str(path))
    leaders.forget()
    yield path
    monkeypatch.undo()
    leaders.forget()


def written(path: Path) -> dict[str, Tenure]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {tenure.person: tenure for tenure in parse_rows(lines, str(path))}


def test_a_refresh_writes_what_is_new_and_what_has_ended(endpoint: Endpoint, out: Path) -> None:
    shipped = {t.person: t for t in leaders.shipped_tenures()}
    assert shipped["Rob Jetten"].end is None
    endpoint.rows["head_of_government"] = [
        binding(),
        binding(personLabel="Rob Jetten", start="2026-02-23T00:00:00Z", genderLabel="male",
                end="2030-02-23T00:00:00Z", endPrecision="11"),
        binding(personLabel="Dick Schoof", start="2024-07-02T00:00:00Z",
                end="2026-02-23T00:00:00Z", endPrecision="11"),
    ]  # fmt: skip
    report = refresh(endpoint.url, out, limits=QUICK)
    assert (report.read, report.new, report.changed, report.kept) == (3, 1, 1, 0)
    rows = written(out)
    assert set(rows) == {"Ada Newcomer", "Rob Jetten"}
    new = rows["Ada Newcomer"]
    assert (new.state, new.office, new.office_kinds) == (
        "NLD", "Prime Minister", ("head_of_government",))  # fmt: skip
    assert (new.start, new.end, new.gender, new.source) == ("2030-02-23", None, "f", "wikidata")
    assert str(out) in str(report)


def test_reading_uses_the_refreshed_table(endpoint: Endpoint, out: Path) -> None:
    endpoint.rows["head_of_government"] = [binding()]
    leaders.load_tenures()
    refresh(endpoint.url, out, limits=QUICK)
    assert "ada newcomer" in leaders.by_surface()


def test_head_of_state_and_of_government_in_one_row(endpoint: Endpoint, out: Path) -> None:
    both = binding(officeLabel="President of Chile", code="CHL")
    endpoint.rows = {"head_of_state": [both], "head_of_government": [both]}
    refresh(endpoint.url, out, limits=QUICK)
    row = written(out)["Ada Newcomer"]
    assert (row.office, row.office_kinds) == ("President", ("head_of_state", "head_of_government"))


def test_rows_of_ones_own_are_kept_and_wikidatas_old_ones_replaced(
    endpoint: Endpoint, out: Path
) -> None:
    mine = "My Own,,NLD,,Envoy,heir,2020,,stated,m,,,by-hand,keep me"
    old = "Old News,,NLD,,Prime Minister,head_of_government,2031,,stated,m,,,wikidata,"
    out.parent.mkdir()
    out.write_text("\n".join([",".join(COLUMNS), mine, old, ""]), encoding="utf-8")
    endpoint.rows["head_of_government"] = [binding()]
    report = refresh(endpoint.url, out, limits=QUICK)
    assert report.kept == 1
    assert set(written(out)) == {"My Own", "Ada Newcomer"}
    assert written(out)["My Own"].note == "keep me"


def test_a_refresh_twice_changes_nothing(endpoint: Endpoint, out: Path) -> None:
    endpoint.rows["head_of_government"] = [binding()]
    refresh(endpoint.url, out, limits=QUICK)
    first = out.read_bytes()
    refresh(endpoint.url, out, limits=QUICK)
    assert out.read_bytes() == first


def test_the_endpoint_is_asked_politely(endpoint: Endpoint, out: Path) -> None:
    limits = Limits(connect=2, answer=2, contact="office@example.org")
    refresh(endpoint.url, out, limits=limits)
    assert [kind_asked(query) for query, _ in endpoint.asked] == [
        "head_of_state", "head_of_government", "foreign_minister"]  # fmt: skip
    for query, headers in endpoint.asked:
        assert headers["User-Agent"].startswith("communique/")
        assert "office@example.org" in headers["User-Agent"]
        assert headers["Accept"] == "application/sparql-results+json"
        assert query.count("{") == query.count("}")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"personLabel": "Q4123456"}, "no name in English"),
        ({"personLabel": ""}, "no name in English"),
        ({"code": "ZZZ"}, "no state of the table"),
        ({"code": ""}, "no state of the table"),
        ({"start": ""}, "no usable start"),
        ({"startPrecision": "7"}, "no usable start"),
        ({"start": "-0044-03-15T00:00:00Z"}, "no usable start"),
        ({"start": "2030-13-41T00:00:00Z"}, "no usable start"),
        ({"end": "2029-01-01T00:00:00Z", "endPrecision": "11"}, "ends before it starts"),
        ({"start": "0854-01-01T00:00:00Z", "startPrecision": "9"}, "longer than a life in office"),
    ],
)
def test_rows_that_make_no_sense_are_left_out(cells: dict[str, str], reason: str) -> None:
    assert tenure_of(binding(**cells), "head_of_state") == reason


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"start": "+2030-02-23T00:00:00Z", "startPrecision": "10"}, {"start": "2030-02"}),
        ({"start": "2030-01-01T00:00:00Z", "startPrecision": "9"}, {"start": "2030"}),
        ({"personLabel": "Le Minh Hung", "code": "VNM"}, {"family_name": "Le"}),
        ({"personLabel": "Ana de Souza", "familyLabel": "de Souza"}, {"family_name": "de Souza"}),
        ({"genderLabel": "non-binary"}, {"gender": "unknown"}),
        ({"officeLabel": "Minister of Foreign Affairs of Peru"},
         {"office": "Minister of Foreign Affairs of Peru"}),
        ({"officeLabel": "Q123"}, {"office": "Head of state"}),
    ],
)  # fmt: skip
def test_what_a_result_row_tells(cells: dict[str, str], expected: dict[str, str]) -> None:
    tenure = tenure_of(binding(**cells), "head_of_state")
    assert isinstance(tenure, Tenure)
    assert {key: getattr(tenure, key) for key in expected} == expected


def test_a_post_left_open_ends_when_the_next_comes_in() -> None:
    rows = [tenure_of(binding(personLabel=name, start=f"{year}-01-01T00:00:00Z"), "head_of_state")
            for name, year in (("First Holder", 2030), ("Second Holder", 2034))]  # fmt: skip
    first, second = closed([row for row in rows if isinstance(row, Tenure)])
    assert (first.end, first.dated) == ("2034-01-01", "end_seen")
    assert second.end is None


def test_too_many_requests_waits_as_long_as_it_is_told(endpoint: Endpoint, out: Path) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=4), usegmt=True)
    endpoint.before = [saying(429, Retry_After="3"), saying(503, Retry_After=soon)]
    pauses: list[float] = []
    refresh(endpoint.url, out, limits=QUICK, sleep=pauses.append)
    assert pauses[0] == 3
    assert 2 <= pauses[1] <= 4
    assert out.exists()


def test_a_passing_server_error_is_tried_again(endpoint: Endpoint, out: Path) -> None:
    endpoint.before = [saying(500), saying(502)]
    pauses: list[float] = []
    refresh(endpoint.url, out, limits=QUICK, sleep=pauses.append)
    assert pauses == [1, 2]


BAD = [
    ([saying(500)] * 3, "it answered 500"),
    ([saying(404)], "it answered 404"),
    ([saying(429, Retry_After="3600")], "asks to wait 3600 seconds"),
    ([saying(200, b"<html>busy</html>")], "no SPARQL result in JSON"),
    ([saying(200, b'{"results": []}')], "no SPARQL result in JSON"),
    ([saying(200, b'{"results": {"bindings": ["x"]}}')], "no SPARQL result in JSON"),
    ([saying(200, b'{"results": {"bindings": [{"per')], "no SPARQL result in JSON"),
    ([saying(200, b"\xff\xfe\x00")], "no SPARQL result in JSON"),
    ([endless], "larger than 1048576 bytes"),
    ([breaking_off], "broke off"),
]


@pytest.mark.parametrize(("answers", "reason"), BAD)
def test_a_bad_answer_is_one_clear_line_and_changes_nothing(
    endpoint: Endpoint, out: Path, answers: list[Answer], reason: str
) -> None:
    out.parent.mkdir()
    out.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    endpoint.before = list(answers)
    with pytest.raises(FetchError) as caught:
        refresh(endpoint.url, out, limits=QUICK, sleep=lambda _: None)
    message = str(caught.value)
    assert message.startswith(endpoint.url)
    assert reason in message
    assert "\n" not in message
    assert [p.name for p in out.parent.iterdir()] == ["leaders.csv"]
    assert out.read_text(encoding="utf-8") == ",".join(COLUMNS) + "\n"


def test_an_answer_that_drips_is_given_up(endpoint: Endpoint, out: Path) -> None:
    endpoint.before = [dripping]
    limits = Limits(connect=1, answer=0.4)
    with pytest.raises(FetchError, match="took over"):
        refresh(endpoint.url, out, limits=limits)


def test_nobody_there(out: Path) -> None:
    with pytest.raises(FetchError, match=r"http://127\.0\.0\.1:1/sparql: "):
        refresh("http://127.0.0.1:1/sparql", out, limits=QUICK)
    assert not out.exists()


def test_a_table_that_is_none_is_left_alone(endpoint: Endpoint, out: Path) -> None:
    out.parent.mkdir()
    out.write_text("a shopping list\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no column person"):
        refresh(endpoint.url, out, limits=QUICK)
    assert out.read_text(encoding="utf-8") == "a shopping list\n"
    assert not endpoint.asked


def test_rows_go_out_as_they_come_in() -> None:
    for tenure in leaders.shipped_tenures()[:200]:
        (back,) = parse_rows([",".join(COLUMNS), _csv(row_of(tenure))], "x")
        assert back == tenure


def _csv(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


@pytest.mark.parametrize("kind", ["head_of_state", "head_of_government", "foreign_minister"])
def test_a_query_asks_for_dated_holdings_of_states(kind: str) -> None:
    query = build_query(kind, 2010)
    for part in ("P298", "p:P39", "ps:P39", "pqv:P580", "pqv:P582", ">= 2010"):
        assert part in query

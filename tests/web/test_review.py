"""The review: each question with what can be decided, until nothing is waiting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from communique.exchange.record_form import engagement_to_json
from communique.linking.rows import Verb
from communique.record import Record
from communique.record.review import Doubt
from communique.views.locales import manner_of
from communique.web.app import create_app
from communique.web.review import beside_others
from communique.web.settings import Settings
from communique.web.told_values import told_values
from record.test_review import TWO_PLACES, doubtful

HERE = "http://127.0.0.1:8765"

pytestmark = pytest.mark.usefixtures("linked_at_once")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record in which two pages differ, one leaves two things in doubt, and one is not read."""
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        for one in (*TWO_PLACES, doubtful()):
            record.keep(one)
        record.link()
    return path


@pytest.fixture
def client(place: Path) -> Iterator[TestClient]:
    app = create_app(Settings(str(place), owner="ada", patience=60))
    with TestClient(app, base_url=HERE) as made:
        yield made


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with Record.open(place) as opened:
        yield opened


def forms(page: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the forms of a page by the key that sends them: where to, and their fields."""
    found = {}
    for attributes, inside in re.findall(r"<form([^>]*)>(.*?)</form>", page, re.DOTALL):
        key = re.search(r'<button[^>]*data-key="(\w)"', inside)
        action = re.search(r'action="([^"]*)"', attributes)
        fields = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', inside)
        if key and action:
            values = {name: unescape(value) for name, value in fields}
            found[key[1]] = (unescape(action[1]), values)
    return found


def presses(client: TestClient, page: Any, key: str) -> Any:
    action, fields = forms(page.text)[key]
    answer = client.post(action, data=fields)
    assert answer.status_code == 200, answer.text
    return answer


def test_queue_is_worked_off_by_one_key(client: TestClient, record: Record) -> None:
    page = client.get("/review")
    total = sum(record.review.counts().values())
    assert total >= 4
    for n in range(total):
        assert f"1 of {total - n}" in page.text
        page = presses(client, page, "a")
    assert "Nothing is waiting" in page.text
    assert {one.verb for one in record.corrections.all()} == {Verb.ACCEPT}
    assert {one.made_by for one in record.corrections.all()} == {"ada"}
    page = presses(client, page, "u")
    assert "1 of 1" in page.text


def test_one_of_two_values_is_chosen_and_the_choice_undone(
    client: TestClient, record: Record
) -> None:
    page = client.get("/review?doubt=disagreement")
    assert "independent accounts differ in the place" in page.text
    action, fields = forms(page.text)["2"]
    chosen = {name: fields[name] for name in ("place_city", "place_state")}
    page = client.post(action, data=fields)
    (meeting,) = (e for e in record.engagements() if e.start == "2023-06-02")
    assert meeting.place is not None
    assert {"place_city": meeting.place.city, "place_state": meeting.place.state} == chosen
    assert record.review.counts()[Doubt.DISAGREEMENT] == 0
    assert all(one.verb in (Verb.SET, Verb.ACCEPT) for one in record.corrections.all())
    presses(client, page, "u")
    assert record.review.counts()[Doubt.DISAGREEMENT] == 1
    (meeting,) = (e for e in record.engagements() if e.start == "2023-06-02")
    assert meeting.decided == ()


def test_account_that_does_not_count_is_asked_about_no_more(
    client: TestClient, record: Record
) -> None:
    page = client.get("/review?doubt=uncertain")
    before = len(list(record.engagements()))
    presses(client, page, "r")
    assert len(list(record.engagements())) == before - 1


def test_words_stand_in_their_context_and_lead_to_their_page(client: TestClient) -> None:
    page = client.get("/review?doubt=unread").text
    assert re.search(r'<a href="/pages/[^"]*at=[^"]*#at"><mark>', page)
    assert 'data-key="s"' not in page
    assert 'data-key="a"' in page


def test_one_may_decide_later(client: TestClient, record: Record) -> None:
    total = sum(record.review.counts().values())
    said = set()
    address = "/review"
    for n in range(total):
        page = client.get(address).text
        assert f"{n + 1} of {total}" in page
        said.add(re.findall(r'name="question" value="([^"]*)"', page)[0])
        following = re.search(r'rel="next" href="([^"]*)"', page)
        assert (following is None) == (n == total - 1)
        address = unescape(following[1]) if following else ""
    assert len(said) == total
    assert record.corrections.all() == []


@pytest.mark.parametrize("query", ["at=99", "at=x", "at=-1", "doubt=none", "at=99999999999"])
def test_odd_addresses_are_answered(client: TestClient, query: str) -> None:
    assert client.get(f"/review?{query}").status_code == 200


def test_question_that_nobody_asks_is_not_accepted(client: TestClient, record: Record) -> None:
    word = forms(client.get("/review").text)["a"][1]["csrf"]
    for question in ("", "none", "unread:none"):
        answer = client.post("/review/accept", data={"csrf": word, "question": question})
        assert answer.status_code in (400, 404)
    assert record.corrections.all() == []


def test_empty_record_says_what_will_come(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(str(tmp_path / "new.db"))), base_url=HERE) as client:
        assert "Nothing is waiting" in client.get("/review").text


def test_values_are_set_as_they_were_told() -> None:
    local = manner_of("en")
    spans = {name: [] for name in ("kind", "status", "start", "end", "parties", "place")}
    account = {
        "document": {"id": "1", "url": None, "path": "a.txt"},
        "parties": [],
        "evidence": spans,
    }
    for field, value, fields in (
        ("date", ["2024-06-20", "2024-06-21"], (("start", "2024-06-20"), ("end", "2024-06-21"))),
        ("date", "2024-06-20", (("start", "2024-06-20"), ("end", ""))),
        ("date", "Thursday", ()),
        ("topics", ["oil_gas", "trade"], (("topics", "oil_gas, trade"),)),
        ("status", "held", (("status", "held"),)),
        ("parties", ["RUS, host"], ()),
    ):
        (told,) = told_values(
            field, [(value, ["a.txt"]), (None, [])], {"accounts": [account]}, local
        )
        assert told.fields == fields, value
        assert told.accounts == ((account, ()),)
        assert told.words


def test_doubtful_account_stands_beside_what_the_others_give(record: Record) -> None:
    entries = record.engagements(accounts=True)
    form = next(one for one in map(engagement_to_json, entries) if len(one["accounts"]) == 2)
    first, second = form["accounts"]
    here = {name: (own, others) for name, own, others in beside_others(first, form)}
    there = {name: (own, others) for name, own, others in beside_others(second, form)}
    assert any(own != others for own, others in here.values())
    assert here == {name: (others, own) for name, (own, others) in there.items()}

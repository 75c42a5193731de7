"""Briefs and pictures in the workspace, made of what an address asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from communique.record import Record
from dossier.conftest import HOSTILE, hostile_readings, needs_pango

PAIR = "state=PRK&state=RUS"


@pytest.mark.parametrize(
    ("form", "begins", "kind"),
    [
        ("html", b"<!DOCTYPE html>", "text/html"),
        ("md", b"# North Korea and Russia", "text/markdown"),
        ("docx", b"PK", "application/vnd.openxml"),
        pytest.param("pdf", b"%PDF", "application/pdf", marks=needs_pango),
    ],
)
def test_a_brief_of_a_pair_in_every_form(
    form: str, begins: bytes, kind: str, client: TestClient
) -> None:
    answer = client.get(f"/brief/file.{form}?{PAIR}&since=2023")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert answer.headers["content-type"].startswith(kind)
    said = answer.headers["content-disposition"]
    assert said.endswith(f'filename="brief-prk-rus-since-2023.{form}"')
    assert said.startswith("inline" if form == "html" else "attachment")


def test_a_brief_works_under_its_own_policy_and_no_looser_one(client: TestClient) -> None:
    policy = client.get(f"/brief/file.html?{PAIR}").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_pair_and_person_lead_to_their_brief_and_pictures(client: TestClient) -> None:
    pair = client.get("/pairs/PRK-RUS").text
    assert 'href="/brief?state=PRK&amp;state=RUS"' in pair
    assert 'href="/pictures?state=PRK&amp;state=RUS"' in pair
    person = client.get("/people/rus-vladimir-putin").text
    assert 'href="/brief?person=rus-vladimir-putin"' in person
    made = client.get("/brief?person=rus-vladimir-putin").text
    assert "<bdi>Vladimir Putin</bdi>" in made
    assert 'href="/brief/file.pdf?person=rus-vladimir-putin"' in made
    told = client.get("/brief/file.md?person=rus-vladimir-putin")
    assert told.text.startswith("# Vladimir Putin\n")


def test_the_form_asks_first_and_says_what_it_does_not_understand(client: TestClient) -> None:
    empty = client.get("/brief").text
    assert "/brief/file." not in empty
    wrong = client.get("/brief?state=Atlantis&since=soon").text
    assert "No state goes by “Atlantis”" in wrong
    assert "“soon” is no date" in wrong
    assert "/brief/file." not in wrong
    assert client.get("/brief/file.md?state=Atlantis").status_code == 400
    assert client.get("/brief/file.md?person=Nobody").status_code == 404
    assert client.get("/brief/file.exe?state=RUS").status_code == 404


def test_every_picture_stands_with_its_words_and_its_data(client: TestClient) -> None:
    page = client.get("/pictures").text
    for name in ("timeline", "contacts", "meetings", "topics", "waiting"):
        assert f'src="/pictures/{name}.svg"' in page
        drawn = client.get(f"/pictures/{name}.svg?state=RUS")
        assert drawn.status_code == 200, name
        assert drawn.headers["content-type"].startswith("image/svg+xml")
        assert drawn.text.startswith("<svg")
        assert "style-src 'sha256-" in drawn.headers["content-security-policy"]
    assert client.get("/pictures/other.svg").status_code == 404


def test_a_picture_is_drawn_anew_for_who_writes_dates_otherwise(client: TestClient) -> None:
    drawn = {}
    for tag in ("en-GB", "en-US", "en-GB"):
        answer = client.get("/pictures/timeline.svg", headers={"Accept-Language": tag})
        assert answer.headers["vary"] == "Accept-Language"
        assert drawn.setdefault(tag, answer.text) == answer.text
    british, american = r"\b\d{1,2} [A-Z][a-z]+ 20\d\d", r"\b[A-Z][a-z]+ \d{1,2}, 20\d\d"
    assert [bool(re.search(british, drawn[tag])) for tag in ("en-GB", "en-US")] == [True, False]
    assert [bool(re.search(american, drawn[tag])) for tag in ("en-GB", "en-US")] == [False, True]


def test_where_there_is_too_little_to_draw_the_page_says_so(client: TestClient) -> None:
    assert "Nothing to draw" in client.get("/pictures?state=FJI").text
    assert client.get("/pictures/contacts.svg?state=FJI").status_code == 404


def test_hostile_pages_are_harmless_in_briefs_and_pictures(
    tmp_path: Path, client_of: Callable[[Path], TestClient]
) -> None:
    path = tmp_path / "hostile.db"
    with Record.open(path) as record:
        for one in hostile_readings():
            record.keep(one)
    client = client_of(path)
    for address in ("/pictures", "/pictures/timeline.svg", "/brief/file.html?state=NOR"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert HOSTILE not in answer.text
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
    words = client.get("/brief", params={"person": HOSTILE}).text
    assert HOSTILE not in words


def test_the_name_of_a_file_is_plain(client: TestClient) -> None:
    answer = client.get("/brief/file.md", params={"state": "RUS", "until": "2024-06"})
    assert answer.headers["content-disposition"] == (
        'attachment; filename="brief-rus-until-2024-06.md"'
    )

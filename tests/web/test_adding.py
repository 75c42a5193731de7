"""Pages that editors add: read in a process of its own, kept, linked, and shown with progress."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from communique.apart import Refused, SeparateProcess
from communique.record import Record
from communique.web.adding.jobs import Item, Jobs, TooMany

PATIENCE = 60


@pytest.fixture
def client(tmp_path: Path, client_of: Callable[[Path], TestClient]) -> TestClient:
    return client_of(tmp_path / "new.db")


def word(client: TestClient) -> str:
    (found,) = set(html.fromstring(client.get("/add").text).xpath("//input[@name='csrf']/@value"))
    return str(found)


def outcome(client: TestClient, path: str) -> dict[str, str]:
    """Wait until a job is done; return for each of its pages how it stands and what was found."""
    until = time.monotonic() + PATIENCE
    while True:
        part = client.get(path, headers={"HX-Request": "true"}).text
        if "All read." in part:
            break
        assert time.monotonic() < until, part
        time.sleep(0.1)
    rows = html.fromstring(part).xpath("//tbody/tr")
    cells = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    return {name: f"{state}: {found}" for name, state, found in cells}


def test_files_are_read_kept_and_linked(client: TestClient, examples_pages: Path) -> None:
    names = ["01-modi-biden-new-delhi.txt", "02-biden-modi-washington.html"]
    files = [("files", (name, (examples_pages / name).read_bytes())) for name in names]
    answer = client.post("/add", files=files, data={"csrf": word(client)})
    job = str(answer.url.path)
    assert re.fullmatch(r"/add/[\w-]+", job)
    found = outcome(client, job)
    assert list(found) == names
    assert all(each.startswith("new: ") for each in found.values())
    assert client.app.state.linker.wait(client.app.state.record, PATIENCE)
    assert "call-2024-08-26-ind-usa-98f8" in outcome(client, job)[names[0]]
    assert client.get("/engagements/call-2024-08-26-ind-usa-98f8").status_code == 200
    again = client.post("/add", files=files, data={"csrf": word(client)})
    known = outcome(client, str(again.url.path))
    assert all(each.startswith("unchanged: ") for each in known.values())


def test_a_pasted_text_is_read(client: TestClient) -> None:
    text = "Ruto meets Tinubu\n\nABUJA, May 6, 2024 - Kenyan President William Ruto met Nigerian\n"
    text += "President Bola Tinubu in Abuja on Monday to discuss trade."
    answer = client.post("/add", data={"csrf": word(client), "text": text})
    (found,) = outcome(client, str(answer.url.path)).values()
    assert re.match(r"new: \d account", found)


def test_what_cannot_be_read_is_named_with_its_reason(client: TestClient) -> None:
    files = [("files", ("empty.html", b" ")), ("files", ("noise.html", bytes(range(256)) * 40))]
    answer = client.post("/add", files=files, data={"csrf": word(client)})
    found = outcome(client, str(answer.url.path))
    assert found["empty.html"] == "refused: empty"
    assert found["noise.html"].startswith("refused: ")


def test_a_link_into_the_own_network_is_refused(client: TestClient) -> None:
    links = "http://127.0.0.1:8765/ http://[::1]/ http://169.254.169.254/latest http://10.0.0.1/"
    answer = client.post("/add", data={"csrf": word(client), "links": links})
    found = outcome(client, str(answer.url.path))
    assert len(found) == 4
    assert all("private network" in each for each in found.values())


@pytest.mark.parametrize("link", ["file:///etc/passwd", "/etc/passwd", "ftp://example.org/a", "-"])
def test_only_web_addresses_are_links(client: TestClient, link: str) -> None:
    answer = client.post("/add", data={"csrf": word(client), "links": link})
    assert answer.status_code == 400
    assert "is no web address" in answer.text
    assert client.app.state.jobs.recent() == []


def test_nothing_given_says_what_to_give(client: TestClient) -> None:
    answer = client.post("/add", data={"csrf": word(client)})
    assert answer.status_code == 400
    assert "Choose files" in answer.text


def test_too_much_at_once_is_answered_by_a_page(client: TestClient) -> None:
    answer = client.post("/add", headers={"Content-Length": "9999999999"})
    assert answer.status_code == 413
    assert "<h1>Too large</h1>" in answer.text
    assert "MB at once are not taken" in answer.text
    api = client.post("/api/v1/decisions", headers={"Content-Length": "9999999999"})
    assert (api.status_code, list(api.json())) == (413, ["error"])


def test_a_page_is_read_within_its_time_or_given_up() -> None:
    process = SeparateProcess(seconds=0.05)
    with pytest.raises(Refused, match=r"within 0\.05 seconds"):
        process.read({"address": "http://example.org/"})
    process.stop()


def test_the_reading_goes_on_after_a_page_that_ends_the_process(
    tmp_path: Path, examples_pages: Path
) -> None:
    process = SeparateProcess()
    page = examples_pages / "07-xi-zelensky-call.txt"
    asked = {"file": str(page), "name": "a.txt"}
    first = process.read(asked)
    assert process._process is not None
    process._process.kill()
    process._process.wait()
    assert process.read(asked) == first
    process.stop()


def test_no_more_is_taken_than_can_wait(tmp_path: Path) -> None:
    with Record.open(tmp_path / "record.db") as record:
        jobs = Jobs(lambda _: "new", lambda _: None, record.given)
        with pytest.raises(TooMany):
            jobs.add("A. Reader", [], [f"http://example.org/{n}" for n in range(501)])
        jobs.stop()


def test_what_a_server_had_not_read_the_next_one_reads(
    tmp_path: Path, examples_pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [(one.name, one.read_bytes()) for one in sorted(examples_pages.glob("0[67]*"))]
    with Record.open(tmp_path / "record.db") as record:
        first = Jobs(lambda _: "new", lambda _: None, record.given)
        with monkeypatch.context() as patched:
            patched.setattr(first, "_work", lambda: None)  # it ends before it reads anything
            name = first.add("A. Reader", files, ["ftp://nowhere.example/"]).id
            first.stop()
        second = Jobs(lambda reading: str(record.keep(reading)), record.finding.known, record.given)
        second.resume()
        job = second.job(name)
        assert job is not None
        until = time.monotonic() + 90
        while not job.done:
            assert time.monotonic() < until
            time.sleep(0.05)
        second.stop()
        assert [item.state for item in job.items] == ["new", "new", "refused"]
        assert len(record.documents()) == 2
        # A third one remembers what became of it; no file is kept any longer.
        third = Jobs(lambda _: "new", lambda _: None, record.given)
        third.resume()
        again = third.job(name)
        assert again is not None
        assert [(i.name, i.state, i.accounts) for i in again.items] == [
            (i.name, i.state, i.accounts) for i in job.items
        ]
        assert {page.body for given in record.given.jobs(9) for page in given.pages} == {None}
        third.stop()


def test_a_page_that_is_done_says_so() -> None:
    assert not Item("a", {}).done
    assert not Item("a", {}, state="reading").done
    assert Item("a", {}, state="refused").done

"""What an editor decides in the workspace is what ``communique correct`` would have written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from communique.linking.rows import Verb
from communique.record import Author, Record, UserRole
from communique.record.entries import DecisionEntry, EngagementEntry
from communique.web.app import create_app
from communique.web.guard.passwords import digest, new_token
from communique.web.settings import Settings
from record.test_corrections import told

HERE = "http://127.0.0.1:8765"

pytestmark = pytest.mark.usefixtures("linked_at_once")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A record of two engagements: one that two pages tell of, and one a month later."""
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        for name, day in (
            ("a.txt", "2023-05-03"),
            ("b.txt", "2023-05-03"),
            ("c.txt", "2023-06-02"),
        ):
            record.keep(told(name, day))
    return path


class Editor:
    """Somebody at a workspace, with the record under it."""

    def __init__(self, client: TestClient, record: Record) -> None:
        self.client, self.record = client, record

    def word(self) -> str:
        found = re.search(r'name="csrf" content="([0-9a-f]{64})"', self.client.get("/").text)
        assert found is not None
        return found[1]

    def sends(self, path: str, **form: Any) -> Any:
        return self.client.post(path, data={"csrf": self.word(), **form})

    def engagement(self, day: str = "2023-05-03") -> EngagementEntry:
        (found,) = (e for e in self.record.engagements(accounts=True) if e.start == day)
        return found

    def settle(self) -> None:
        """Wait until what was decided elsewhere is linked: the workspace shows the linked."""
        assert self.client.app.state.linker.wait(self.record, 60)  # type: ignore[attr-defined]

    def decided(self) -> list[DecisionEntry]:
        return self.record.corrections.all()


@pytest.fixture
def editor(place: Path) -> Iterator[Editor]:
    app = create_app(Settings(str(place), owner="ada", patience=60))
    with (
        TestClient(app, base_url=HERE, follow_redirects=False) as client,
        Record.open(place) as record,
    ):
        yield Editor(client, record)


def shape(decision: DecisionEntry) -> tuple[Any, ...]:
    return (decision.verb, decision.subject, decision.value)


def done_of(answer: Any) -> list[str]:
    assert answer.status_code == 303, answer.text
    return parse_qs(urlsplit(answer.headers["location"]).query).get("done", [""])[0].split(",")


def test_only_what_was_changed_is_decided(editor: Editor) -> None:
    before = editor.engagement()
    form = {
        "kind": before.kind.value,
        "status": before.status.value,
        "visit_type": "",
        "start": before.start or "",
        "end": "",
        "place_name": "",
        "place_city": "Oslo",
        "place_state": "Norway",
        "topics": "Trade, oil  gas",
        "why": "the ministry says so",
    }
    done = done_of(editor.sends(f"/engagements/{before.id}/set", **form))
    made = editor.decided()
    assert [one.id for one in made] == done or {one.id for one in made} == set(done)
    assert {(one.value["field"], str(one.value["value"])) for one in made} == {
        ("place_city", "Oslo"),
        ("place_state", "NOR"),
        ("topics", "['trade', 'oil_gas']"),
    }
    assert {(one.made_by, one.why) for one in made} == {("ada", "the ministry says so")}
    after = editor.engagement()
    assert after.place is not None
    assert (after.place.city, after.place.state) == ("Oslo", "NOR")
    assert after.topics == ("trade", "oil_gas")


def test_what_is_so_already_can_be_decided_by_name(editor: Editor) -> None:
    """A doubt is settled by saying that the record is right."""
    before = editor.engagement()
    editor.sends(f"/engagements/{before.id}/set", field="status", value=before.status.value)
    assert [one.value for one in editor.decided()] == [
        {"field": "status", "value": before.status.value}
    ]


def test_both_ends_of_a_time_are_changed_at_once(editor: Editor) -> None:
    before = editor.engagement()
    path = f"/engagements/{before.id}/set"
    assert editor.sends(path, start="2023-04-01", end="2023-04-02").status_code == 303
    moved = editor.engagement("2023-04-01")
    assert moved.end == "2023-04-02"


@pytest.mark.parametrize(
    "form",
    [
        {"start": "yesterday"},
        {"kind": "quarrel"},
        {"kind": ""},
        {"place_state": "Atlantis"},
        {"topics": "trade, gossip"},
        {"start": "2023-05-03", "end": "2022-01-01"},
        {"field": "colour", "value": "red"},
    ],
    ids=str,
)
def test_what_cannot_be_is_said_and_nothing_is_decided(
    editor: Editor, form: dict[str, str]
) -> None:
    answer = editor.sends(f"/engagements/{editor.engagement().id}/set", **form)
    assert answer.status_code == 400
    assert editor.decided() == []


def test_form_without_a_change_decides_nothing(editor: Editor) -> None:
    before = editor.engagement()
    answer = editor.sends(f"/engagements/{before.id}/set", status=before.status.value)
    assert done_of(answer) == [""]
    assert editor.decided() == []


def test_the_same_as_on_the_command_line(editor: Editor, place: Path) -> None:
    """Every form writes the decision that the record's own method writes."""
    one, two = editor.engagement(), editor.engagement("2023-06-02")
    accounts = [each.id for each in one.accounts]
    page = one.documents[0].id
    person = next(party.person_id for party in one.parties if party.person_id)
    forms: list[tuple[str, dict[str, Any]]] = [
        (f"/engagements/{one.id}/split", {"account": accounts[:1]}),
        (f"/engagements/{one.id}/reject", {"account": accounts[0]}),
        (f"/engagements/{one.id}/merge", {"other": two.id, "force": "1"}),
        (f"/people/{person}/name", {"name": "Somebody Else"}),
        (f"/pages/{page}/copy", {"of": one.documents[1].id}),
        (f"/pages/{page}/copy", {"of": ""}),
    ]
    author, plain = Author("ada"), editor.record.corrections
    plainly = (
        lambda: plain.split(one.id, accounts[:1], author),
        lambda: plain.reject(accounts[0], author),
        lambda: plain.merge([one.id, two.id], author, force=True),
        lambda: plain.name(str(person), "Somebody Else", author),
        lambda: plain.mark_copy(page, one.documents[1].id, author),
        lambda: plain.mark_copy(page, None, author),
    )
    for (path, form), as_on_the_command_line in zip(forms, plainly, strict=True):
        editor.settle()
        (done,) = done_of(editor.sends(path, **form))
        told_by_form = next(d for d in editor.decided() if d.id == done)
        plain.undo(done, author)
        told_plainly = as_on_the_command_line()
        assert shape(told_by_form) == shape(told_plainly), path
        plain.undo(told_plainly.id, author)
    assert [e.start for e in editor.record.engagements()] == ["2023-05-03", "2023-06-02"]


def test_party_is_set_removed_and_added(editor: Editor) -> None:
    before = editor.engagement()
    number = next(n for n, party in enumerate(before.parties) if party.person)
    party = before.parties[number]
    path = f"/engagements/{before.id}/party"
    form = {"role": "host", "office": "Foreign Minister", "side": party.state or ""}
    editor.sends(path, number=number, act="set", **form)
    (made,) = editor.decided()
    assert made.verb is Verb.PARTY
    assert made.value == {
        "person": party.person,
        "state": party.state,
        "organization": party.organization,
        "present": True,
        "as": {"role": "host", "office": "Foreign Minister"},
    }
    editor.sends(path, act="add", person="Wang Yi", side="China", role="delegate", office="")
    added = editor.decided()[-1].value
    assert (added["person"], added["state"], added["as"]) == (
        "Wang Yi",
        "CHN",
        {"role": "delegate"},
    )
    now = editor.engagement()
    assert "Wang Yi" in {each.person for each in now.parties}
    place = next(n for n, each in enumerate(now.parties) if each.person == "Wang Yi")
    editor.sends(f"/engagements/{now.id}/party", act="remove", number=place)
    assert "Wang Yi" not in {each.person for each in editor.engagement().parties}


@pytest.mark.parametrize(
    "form",
    [
        {"act": "set", "number": "99", "role": "host"},
        {"act": "set", "number": "x"},
        {"act": "set", "number": "0"},
        {"act": "set", "number": "0", "role": "king"},
        {"act": "add", "person": "Wang Yi", "side": ""},
    ],
    ids=str,
)
def test_party_that_cannot_be_is_refused(editor: Editor, form: dict[str, str]) -> None:
    answer = editor.sends(f"/engagements/{editor.engagement().id}/party", **form)
    assert answer.status_code == 400
    assert editor.decided() == []


def test_one_comes_back_to_where_the_engagement_is_now(editor: Editor) -> None:
    one, two = editor.engagement(), editor.engagement("2023-06-02")
    answer = editor.sends(f"/engagements/{one.id}/merge", other=[two.id], force="1")
    target = answer.headers["location"]
    assert editor.client.get(target).status_code == 200
    (done,) = done_of(answer)
    back = editor.sends("/decisions/undo", decision=done, back="/decisions?page=1")
    assert back.headers["location"].startswith("/decisions?page=1&done=")
    assert len(list(editor.record.engagements())) == 2
    for account in one.accounts:
        led = editor.client.get(f"/accounts/{account.id}")
        assert editor.client.get(led.headers["location"]).status_code == 200


def test_other_engagement_may_be_pasted_as_its_address(editor: Editor) -> None:
    one, two = editor.engagement(), editor.engagement("2023-06-02")
    pasted = f"{HERE}/engagements/{two.id}?from=list"
    editor.sends(f"/engagements/{one.id}/merge", other=["", pasted], force="1")
    assert len(list(editor.record.engagements())) == 1


def test_what_speaks_against_merging_is_told_before(editor: Editor) -> None:
    one, two = editor.engagement(), editor.engagement("2023-06-02")
    answer = editor.sends(f"/engagements/{one.id}/merge", other=[two.id], why="one call")
    assert editor.decided() == []
    told = editor.client.get(answer.headers["location"]).text
    assert "days apart" in told
    assert 'name="force"' in told
    assert "one call" in told
    assert 'name="force"' not in editor.client.get(f"/engagements/{one.id}/merge").text


def test_several_decisions_are_undone_together(editor: Editor) -> None:
    path = f"/engagements/{editor.engagement().id}/set"
    done = done_of(editor.sends(path, place_city="Oslo", place_state="NOR"))
    assert len(done) == 2
    editor.sends("/decisions/undo", decision=",".join(done))
    assert editor.engagement().decided == ()
    assert all(d.undone_by for d in editor.decided() if d.verb is Verb.SET)


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_forms_lead_nowhere_else(editor: Editor, back: str) -> None:
    answer = editor.sends(
        f"/engagements/{editor.engagement().id}/set", place_city="Oslo", back=back
    )
    assert "evil" not in answer.headers["location"]


def test_engagement_that_is_not_there(editor: Editor) -> None:
    for form in ("set", "party", "merge", "split", "reject"):
        assert editor.sends(f"/engagements/none/{form}", status="held").status_code == 404
    assert editor.client.get("/engagements/none/merge").status_code == 404
    assert editor.client.get("/accounts/none").status_code == 404


def test_readers_look_and_do_not_decide(place: Path) -> None:
    with Record.open(place) as record:
        record.users.add("rene", UserRole.READER, None)
        token = new_token()
        record.users.add_token("rene", "", UserRole.READER, digest(token))
        one = next(iter(record.engagements()))
    app = create_app(Settings(str(place), login=True, patience=60))
    headers = {"Authorization": f"Bearer {token}"}
    with TestClient(app, base_url=HERE, headers=headers, follow_redirects=False) as client:
        page = client.get(f"/engagements/{one.id}")
        assert page.status_code == 200
        assert "decide" not in page.text.casefold()
        assert "<form method=" not in client.get(f"/engagements/{one.id}/merge").text
        for path in (f"/engagements/{one.id}/set", "/decisions/undo", "/people/x/name"):
            assert client.post(path, data={"status": "held"}).status_code == 403
    with Record.open(place) as record:
        assert record.corrections.all() == []


def test_engagement_page_offers_every_form(editor: Editor) -> None:
    one = editor.engagement()
    page = editor.client.get(f"/engagements/{one.id}").text
    for form in ("set", "party", "split", "reject", "merge"):
        assert f"/engagements/{one.id}/{form}" in page, form
    candidates = editor.client.get(f"/engagements/{one.id}/merge").text
    assert editor.engagement("2023-06-02").id in candidates


def test_decisions_are_listed_with_who_when_and_why(editor: Editor) -> None:
    assert "Nothing decided yet" in editor.client.get("/decisions").text
    one = editor.engagement()
    for n in range(60):
        editor.record.corrections.set(
            one.id, "place_city", f"City {n}", Author("bo", f"reason {n}")
        )
    editor.sends(f"/engagements/{one.id}/set", place_city="Oslo", why="<b>seen</b>")
    first = editor.client.get("/decisions").text
    assert "Oslo" in first
    assert "&lt;b&gt;seen&lt;/b&gt;" in first
    assert f"/engagements/{one.id}" in first
    assert "reason 59" in first
    assert "reason 0<" not in first
    assert "reason 0<" in editor.client.get("/decisions?page=2").text
    mine = editor.client.get("/decisions?by=ada").text
    assert "reason" not in mine.replace("those who read", "")
    assert "Oslo" in mine
    assert editor.client.get("/decisions?verb=merge&page=x").status_code == 200


def test_undone_decision_is_shown_as_such(editor: Editor) -> None:
    (done,) = done_of(editor.sends(f"/engagements/{editor.engagement().id}/set", place_city="Oslo"))
    editor.sends("/decisions/undo", decision=done)
    page = editor.client.get("/decisions").text
    assert 'class="undone"' in page
    assert editor.sends("/decisions/undo", decision=done).status_code == 400


def test_person_is_named_and_page_marked_on_their_own_pages(editor: Editor) -> None:
    one = editor.engagement()
    person = next(party.person_id for party in one.parties if party.person_id)
    page, other = (document.id for document in one.documents[:2])
    assert f'action="/people/{person}/name"' in editor.client.get(f"/people/{person}").text
    assert f'action="/pages/{page}/copy"' in editor.client.get(f"/pages/{page}").text
    editor.sends(f"/people/{person}/name", name="Somebody Else")
    assert "Somebody Else" in {p.person for p in editor.engagement().parties}
    back = f"/pages/{page}"
    answer = editor.sends(f"/pages/{page}/copy", of=f"{HERE}/pages/{other}", back=back)
    shown = editor.client.get(answer.headers["location"]).text
    assert "This text repeats" in shown
    assert "Undo" in shown


def test_an_outlet_is_said_to_be_whose_it_is(tmp_path: Path) -> None:
    """All pages under an address get a name and a side; a page's form leads there, undo back."""
    place = tmp_path / "record.db"
    with Record.open(place) as record:
        one = told("a.txt", "2023-05-03")
        url = "https://foreign-office.example/a"
        record.keep(replace(one, document=replace(one.document, path=None, url=url)))
    app = create_app(Settings(str(place), owner="ada", patience=60))
    with (
        TestClient(app, base_url=HERE, follow_redirects=False) as client,
        Record.open(place) as record,
    ):
        editor = Editor(client, record)
        (line,) = record.finding.documents().items
        shown = client.get(f"/pages/{line.document.id}").text
        assert 'name="outlet" value="foreign-office.example"' in shown
        said = {"outlet": "foreign-office.example", "name": "Foreign Office", "was-name": ""}
        said |= {"state": "Nigeria", "was-state": "", "owner": "office", "was-owner": "press"}
        done = done_of(editor.sends("/outlets", **said, back="/outlets/Foreign%20Office"))
        (made,) = editor.decided()
        assert made.value == {"name": "Foreign Office", "state": "NGA", "owner": "office"}
        page = client.get("/outlets/Foreign%20Office").text
        assert "an office of the state, Nigeria" in page
        found = client.get(f"/engagements/{editor.engagement().id}").text
        assert "Foreign Office" in found
        assert editor.sends("/outlets", outlet="Foreign Office", owner="nobody").status_code == 400
        assert editor.sends("/decisions/undo", decision=done[0]).status_code == 303
        assert client.get("/outlets/Foreign%20Office").status_code == 404

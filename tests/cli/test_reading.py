"""``communique read`` around the rooms: what is kept, what is named, and how a run ends.

Reader and record are stand-ins here, so that each case is about the command alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from communique.cli import into_record, main, reading
from communique.model import Account, DateBasis, Document, Kind, Reading, Span, Status, Unread
from communique.pages import PassedOver, Refusal
from communique.record.entries import LinkSummary
from communique.record.left_out import tells_nothing

Page = Document | Refusal


CALL = Account(
    *(Kind.CALL, Status.HELD, True, None, None, None, DateBasis.UNKNOWN, None),
    *((), (), "CONSULT", "phone", "041"),
)


def page(name: str, text: str = "One leader called another.") -> Document:
    return Document(name, None, None, None, None, "en", None, None, text, sha256="0" * 64)


class FakeReader:
    """Finds a call on every page but those whose text is "broken" or "sport"; leaves two sentences
    unread where it is "unclear"."""

    version = "1"

    def read(self, document: Document) -> Reading:
        if document.text == "broken":
            raise RuntimeError("no verb here")
        left = (Unread(Span(0, 3, "unc"), "both parties missing"),) * 2
        return Reading(
            document, () if document.text == "sport" else (CALL,), (), (),
            unread=left if document.text == "unclear" else (),
        )  # fmt: skip


class FakeLeftOut:
    """Leaves out what tells nothing, and has no memory."""

    def leave_out(self, readings: Sequence[Reading]) -> list[bool]:
        return [tells_nothing(one) for one in readings]


class FakeRecord:
    """Notes what it was asked to do."""

    def __init__(self) -> None:
        self.left_out = FakeLeftOut()
        self.kept: list[str | None] = []
        self.linked = False

    def keep(self, read: Reading) -> str:
        self.kept.append(read.document.path)
        return "new"

    def link(self) -> LinkSummary:
        self.linked = True
        return LinkSummary(engagements=3, commitments=1, people=4, fresh=True)


Run = Callable[..., Result]


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> FakeRecord:
    made = FakeRecord()

    def opened(target: str, *, to_write: bool = False) -> AbstractContextManager[Any]:
        assert to_write
        return nullcontext(made)

    monkeypatch.setattr(into_record, "open_record", opened)
    monkeypatch.setattr(reading, "load_reader", lambda pipeline: FakeReader())
    return made


@pytest.fixture
def run(record: FakeRecord, monkeypatch: pytest.MonkeyPatch) -> Run:
    def run_over(pages: Iterable[Page], *options: str) -> Result:
        monkeypatch.setattr(reading, "pages_of", lambda inputs, limits: iter(pages))
        return CliRunner().invoke(main, ["read", "x", *options])

    return run_over


def interrupted_after(*pages: Page) -> Iterator[Page]:
    yield from pages
    raise KeyboardInterrupt


def test_pages_are_kept_and_linked_and_the_summary_says_so(run: Run, record: FakeRecord) -> None:
    result = run([page("a"), page("b")], "--record", "r.db")
    assert (record.kept, record.linked, result.exit_code) == (["a", "b"], True, 0)
    assert result.stderr.splitlines() == [
        "read 2 pages (2 new)",
        "r.db holds 3 engagements and 1 commitment",
    ]


def test_sentences_left_unread_are_counted_and_the_way_to_them_named(run: Run) -> None:
    result = run([page("a"), page("b", "unclear"), page("c", "unclear")])
    assert result.stderr.splitlines()[1] == (
        "left unread: 4 sentences on 2 pages may speak of an engagement; "
        "“communique check” says why"
    )
    assert "left unread" not in run([page("a")]).stderr


def test_a_refused_input_is_named_and_the_rest_is_kept(run: Run, record: FakeRecord) -> None:
    result = run([page("a"), Refusal("gone.txt", "no such file"), page("b")])
    assert (record.kept, record.linked, result.exit_code) == (["a", "b"], True, 1)
    assert result.stderr.splitlines()[0] == "gone.txt: no such file"
    assert "1 input could not be read" in result.stderr


def test_one_page_that_breaks_the_reader_does_not_end_the_run(run: Run, record: FakeRecord) -> None:
    result = run([page("a", "broken"), page("b")])
    assert (record.kept, result.exit_code) == (["b"], 1)
    assert result.stderr.startswith("a: the reader failed: RuntimeError('no verb here')")


def test_a_page_without_an_engagement_is_kept_and_named(run: Run, record: FakeRecord) -> None:
    result = run([page("a", "sport"), page("b")])
    assert (record.kept, result.exit_code) == (["a", "b"], 1)
    assert result.stderr.splitlines()[0] == "a: no engagement on this page"


def test_an_interrupt_keeps_and_links_what_was_read(run: Run, record: FakeRecord) -> None:
    result = run(interrupted_after(page("a")))
    assert (record.kept, record.linked, result.exit_code) == (["a"], True, 130)
    assert "every page finished before that is kept" in result.stderr


def test_jsonl_prints_lines_of_json_alone_and_keeps_nothing(run: Run, record: FakeRecord) -> None:
    result = run([page("a"), Refusal("gone", "no such file"), page("b")], "--jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["document"]["path"] for line in lines] == ["a", "b"]
    assert (record.kept, record.linked, result.exit_code) == ([], False, 1)


def test_reasons_cannot_steer_the_terminal(run: Run) -> None:
    result = run([Refusal("a\x1b[2Jb.txt", "is \x9b31mred")])
    assert result.stderr.splitlines()[0] == r"a\x1b[2Jb.txt: is \x9b31mred"


def test_a_password_is_not_said(run: Run) -> None:
    done = run([page("a")], "--record", "postgresql://me:secret@host/talks")
    assert "postgresql://me:***@host/talks holds" in done.stderr
    assert "secret" not in done.stderr


def test_pages_passed_over_are_counted_by_reason_and_are_no_failure(
    run: Run, record: FakeRecord
) -> None:
    nothing, other = "nothing in it can be an engagement", "not in a language that is read"
    passed = [PassedOver("b", nothing), PassedOver("c", nothing), PassedOver("d", other)]
    result = run([page("a"), *passed])
    assert (record.kept, result.exit_code) == (["a"], 0)
    assert result.stderr.splitlines()[0] == (
        "passed over 3 pages (not in a language that is read: 1; nothing in it can be an "
        "engagement: 2)"
    )


def test_pages_without_an_engagement_can_be_left_out(run: Run, record: FakeRecord) -> None:
    pages = [page("a"), page("b", "sport"), page("c", "sport")]
    result = run(pages, "--keep", "engagements")
    assert (record.kept, result.exit_code) == (["a"], 0)
    assert result.stderr.splitlines()[:2] == [
        "left out 2 pages without an engagement",
        "read 1 page (1 new)",
    ]
    assert run(pages, "--jsonl", "--keep", "engagements").stdout.count("\n") == 1
    assert run([page("b", "sport")], "--keep", "engagements").exit_code == 0


TALKS = "Kenyan President William Ruto met the President of Uganda, Yoweri Museveni, in Nairobi."
SPORT = "The striker scored twice in the second half, and the home side won the match. "


def test_what_was_left_out_is_not_read_again_until_it_is_another_page(tmp_path: Path) -> None:
    lines, record = tmp_path / "crawl.jsonl", str(tmp_path / "r.db")
    command = ["read", str(lines), "--no-triage", "--keep", "engagements", "--record", record]

    def read(second: str, *options: str) -> list[str]:
        rows = [("a", TALKS), ("b", second)]
        told = [{"url": f"https://example.org/{name}", "text": f"News\n\n{t}"} for name, t in rows]
        lines.write_text("".join(f"{json.dumps(row)}\n" for row in told))
        return CliRunner().invoke(main, [*command, *options]).stderr.splitlines()[:1]

    before = ["passed over 1 page (left out of the record before: 1)"]
    first = read(SPORT * 3)
    assert first == ["left out 1 page without an engagement"]
    assert read(SPORT * 3) == before
    assert read(SPORT * 3, "--engine", "one") == before
    assert read(SPORT * 4) == first
    assert read(f"{SPORT} {TALKS}")[0].startswith("read 2 pages")
    known = read(SPORT * 5)  # what the record told of it does not hold any more
    assert known == ["https://example.org/b: no engagement on this page"]


def test_archives_are_sifted_unless_told_and_single_pages_when_told(tmp_path: Path) -> None:
    lines = tmp_path / "crawl.jsonl"
    alone = tmp_path / "sport.txt"
    sport = "The striker scored twice in the second half, and the home side won the match. " * 3
    alone.write_text(f"Two goals before the break\n\n{sport}\n")
    html = f"<html><body><article><h1>Two goals</h1><p>{sport}</p></article></body></html>"
    lines.write_text(json.dumps({"url": "https://example.org/a", "html": html}) + "\n")
    counts = {
        options: CliRunner().invoke(main, ["read", "--jsonl", *options]).stdout.count("\n")
        for options in [
            (str(lines),), (str(lines), "--no-triage"), (str(alone),), (str(alone), "--triage"),
        ]
    }  # fmt: skip
    assert list(counts.values()) == [0, 1, 1, 0]

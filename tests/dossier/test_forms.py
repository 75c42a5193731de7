"""A brief in every form says the same; what pages say stays words in all of them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from pypdf import PdfReader

from communique.cli import main
from communique.dossier import FORMS, Brief, PrintError, compose, written
from communique.dossier.html_form import policy, to_html
from communique.dossier.markdown_form import escaped, to_markdown
from communique.dossier.parts import words_of
from communique.dossier.pdf_form import WHAT_TO_INSTALL, to_pdf
from communique.dossier.sources import web_address
from communique.record import Record
from dossier.conftest import ASKED, HOSTILE, needs_pango

VOID = {"meta", "br", "link"}
ALLOWED = set(
    """html head meta title style body header nav main section article h1 h2 h3 h4 h5 p ol ul li a
    b span figure figcaption div details summary table caption thead tbody tr th td svg g path line
    rect circle text tspan desc""".split()
)


class Seen(HTMLParser):
    """The elements, attributes and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def pair(record: Record) -> Brief:
    return compose(record, ASKED["pair"])


@pytest.mark.parametrize("name", ASKED)
def test_html_is_whole_and_every_link_in_it_leads_somewhere(name: str, record: Record) -> None:
    seen = Seen(to_html(compose(record, ASKED[name])))
    assert seen.open == []
    assert seen.elements <= ALLOWED
    inner = {link.removeprefix("#") for link in seen.links if link.startswith("#")}
    assert inner <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))


def test_html_runs_and_fetches_nothing(hostile: Record) -> None:
    page = to_html(compose(hostile, ASKED["all"]))
    seen = Seen(page)
    assert seen.elements <= ALLOWED
    assert not {name for name in seen.attributes if name.startswith("on")}
    assert seen.attributes.isdisjoint({"style", "src", "srcset", "action", "formaction"})
    outer = [link for link in seen.links if not link.startswith("#")]
    assert outer == ["https://x.test/?a=<b>&c='\""]
    assert HOSTILE in seen.words
    assert "\u202e" not in page
    assert "url(" not in page
    assert "@import" not in page
    assert f'content="{policy()}"'.replace("'", "&#39;") in page


def test_the_policy_allows_the_style_of_the_file_and_no_other() -> None:
    from base64 import b64encode
    from hashlib import sha256

    from communique.dossier.html_form import _style

    digest = b64encode(sha256(_style().encode()).digest()).decode()
    assert policy() == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_markdown_shows_hostile_words_as_words(hostile: Record) -> None:
    from markdown_it import MarkdownIt

    page = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(to_markdown(compose(hostile, ASKED["all"])))
    )
    seen = Seen(page)
    assert seen.elements <= set(
        "h1 h2 h3 h4 h5 p em strong ul ol li table thead tbody tr th td a".split()
    )
    assert [link.partition("?")[0] for link in seen.links] == ["https://x.test/"] * len(seen.links)
    assert HOSTILE.replace("'", "") in seen.words.replace("'", "").replace("’", "")


@pytest.mark.parametrize(
    "words",
    ["1. one", "2) two", "- a", "+ b", "= c", "# d", "> e", "a_b_ *c* **d**", "[x](y)", "`z`",
     "<b>", "a | b", "~~s~~", "&lt; &amp;", "http://x.test www", "\\", "$x$", "a@b.test"],
)  # fmt: skip
def test_markdown_words_come_back_as_they_were(words: str) -> None:
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").render(escaped(words))
    seen = Seen(page)
    assert seen.elements == {"p"}
    assert seen.words.strip() == words


def test_docx_has_headings_tables_pictures_and_hostile_words_as_words(hostile: Record) -> None:
    document = Document(io.BytesIO(written(compose(hostile, ASKED["all"]), "docx")))
    styles = {line.style.name for line in document.paragraphs if line.style}
    assert {"Title", "Heading 1", "Heading 2", "List Bullet"} <= styles
    assert document.tables
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described
    assert all(described)
    assert any(HOSTILE in line.text for line in document.paragraphs)
    links = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert links == ["https://x.test/?a=<b>&c='\""]


def pdf_words(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@needs_pango
def test_pdf_has_the_words_numbered_pages_and_tags(pair: Brief) -> None:
    data = written(pair, "pdf")
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == words_of(pair.title.pieces)
    said = pdf_words(data)
    assert "What the sources do not say" in said
    assert f"1 / {len(reader.pages)}" in said
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"


@needs_pango
def test_pdf_shows_hostile_words_and_links_to_the_web_alone(hostile: Record) -> None:
    data = written(compose(hostile, ASKED["all"]), "pdf")
    assert "alert(1)" in pdf_words(data)
    links = [
        note.get_object()["/A"].get("/URI", "")
        for page in PdfReader(io.BytesIO(data)).pages
        for note in page.get("/Annots", ())
        if "/A" in note.get_object()
    ]
    assert all(str(link).startswith(("https://x.test/", "")) for link in links)
    assert not [link for link in links if "javascript" in str(link)]


def test_what_pdf_needs_is_said_where_it_is_missing(
    pair: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], 3, b"", b"cannot load library")

    monkeypatch.setattr(subprocess, "run", missing)
    with pytest.raises(PrintError) as raised:
        to_pdf(pair)
    assert str(raised.value) == WHAT_TO_INSTALL


def test_printing_that_takes_too_long_is_ended(pair: Brief) -> None:
    with pytest.raises(PrintError, match=r"write \.html"):
        to_pdf(pair, seconds=0.01)


@needs_pango
def test_printing_does_not_run_what_lies_in_the_working_folder(
    pair: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise SystemExit(9)", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if path])
    assert to_pdf(pair).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,<b>", False),
        ("file:///etc/passwd", False),
        ("//example.org/x", False),
        ("https://", False),
        ("https://[bad", False),
        ("https://example.org/a\nb", False),
        ("https://example.org/" + "a" * 3000, False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, safe: bool) -> None:
    assert web_address(url) == (url if safe else None)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["brief", *arguments])


@pytest.mark.parametrize(
    "form", [pytest.param(form, marks=needs_pango if form == "pdf" else ()) for form in FORMS]
)
def test_the_command_writes_the_form_that_the_file_asks_for(
    form: str, examples: str, tmp_path: Path
) -> None:
    out = tmp_path / f"brief.{form}"
    done = run("PRK", "Russia", "--since", "2023", "--record", examples, "--out", str(out))
    assert done.exit_code == 0, done.output
    begins = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF", "md": b"# North Korea", "docx": b"PK"}
    assert out.read_bytes().startswith(begins[form])
    assert "sources" in done.stderr


def test_without_a_file_the_command_prints_markdown(examples: str) -> None:
    done = run("--person", "Putin", "--record", examples, "--as-of", "2024-12-31")
    assert done.exit_code == 0
    assert done.stdout.startswith("# Vladimir Putin\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--out", "brief.xyz"), ".html, .pdf, .md, .docx"),
        (("--out", "no-such-folder/brief.html"), "no folder"),
        (("--person", "Nobody Whatever"), "nobody in the record"),
        (("Atlantis",), "no state goes by"),
        (("--since", "soon"), "is no date"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], said: str, examples: str) -> None:
    done = run(*arguments, "--record", examples)
    assert done.exit_code == 2
    assert said in re.sub(r"\s+", " ", done.stderr)


def test_several_persons_of_a_name_are_named(tmp_path: Path) -> None:
    from record.made_readings import account, page, person, reading

    target = tmp_path / "two.db"
    with Record.open(target) as record:
        for number, state in enumerate(("NOR", "KEN")):
            document = page(f"{number}.txt", "2024-05-01")
            who = f"Ada Lin/{state}"
            told = account(document, "call", who, "PER", start=f"2024-04-{10 + number}")
            record.keep(reading(document, told, people=(person(document, who, "President"),)))
    done = run("--person", "Ada Lin", "--record", str(target))
    assert done.exit_code == 2
    assert "2 persons go by" in done.stderr
    told_of = run("--person", "nor-ada-lin", "--record", str(target))
    assert told_of.exit_code == 0, told_of.stderr


def test_everything_ships_with_the_package() -> None:
    from importlib.resources import files

    folder = files("communique.dossier").joinpath("templates")
    assert {each.name for each in folder.iterdir()} >= {"brief.html", "brief.css"}

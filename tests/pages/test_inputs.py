"""Files, folders, globs and standard input; what cannot be read is named and the rest goes on."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from communique.model import Document
from communique.pages import Limits, Refusal, count_inputs, read_documents

PAGE = (
    "Finland and Norway sign border accord\n5 March 2024\n\n"
    "The interior ministers of Finland and Norway signed an accord on border posts in Oslo.\n\n"
    "They said that it would save the two countries money.\n"
)
HTML = (
    "<html lang='en'><head><title>Finland and Norway sign border accord</title></head><body>"
    "<article><h1>Finland and Norway sign border accord</h1>"
    + "".join(f"<p>{line}</p>" for line in PAGE.split("\n\n")[1:])
    + "</article></body></html>"
)
FRENCH = (
    "Le président reçoit son homologue\n\nLe président de la République a reçu mardi à Paris son "
    "homologue kényan pour un entretien consacré aux relations entre les deux pays.\n\nLes deux "
    "chefs d'État ont également évoqué la situation dans la région des Grands Lacs.\n"
)


def read(*inputs: str, **kept: object) -> list[Document | Refusal]:
    return list(read_documents(inputs, **kept))  # type: ignore[arg-type]


def reason(result: Document | Refusal) -> str:
    assert isinstance(result, Refusal)
    return result.reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.page").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_folder_is_read_in_order_with_hidden_files_passed_over(folder: Path) -> None:
    documents = read(str(folder))
    assert [d.path for d in documents if isinstance(d, Document)] == [
        str(folder / "a.html"),
        str(folder / "b.txt"),
        str(folder / "deep" / "c.page"),
    ]


def test_text_and_html_of_one_article_give_one_text(folder: Path) -> None:
    html, text, _ = read(str(folder))
    assert isinstance(html, Document)
    assert isinstance(text, Document)
    assert html.text == text.text
    assert html.title == text.title


def test_glob_that_the_shell_left_alone(folder: Path) -> None:
    assert len(read(str(folder / "*.txt"))) == 1
    assert len(read(str(folder / "**" / "*.page"))) == 1
    assert "nothing matches" in reason(read(str(folder / "*.warc"))[0])


def test_standard_input() -> None:
    (document,) = read("-", stdin=io.BytesIO(PAGE.encode()))
    assert isinstance(document, Document)
    assert document.path is None
    assert document.title == "Finland and Norway sign border accord"
    (page,) = read("-", stdin=io.BytesIO(HTML.encode()))
    assert isinstance(page, Document)
    assert "<p>" not in page.text


def test_html_in_a_file_called_txt(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"
    path.write_text(HTML, encoding="utf-8")
    (document,) = read(str(path))
    assert isinstance(document, Document)
    assert "<" not in document.text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"\n  \n", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.4 rest", "PDF"),
        (FRENCH.encode(), "language 'fr' is not read yet; 'en' is"),
        (b"Home\nNews\nSport\nWeather\nContact\nAbout us\nLogin\nSearch\n", "no text"),
        (b"<html><body><ul><li>Home</li><li>News</li></ul></body></html>", "no text"),
    ],
)
def test_refused_file_names_its_reason(tmp_path: Path, content: bytes, expected: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    (result,) = read(str(path))
    assert isinstance(result, Refusal)
    assert result.source == str(path)
    assert expected in result.reason


def test_missing_file_is_named_and_the_rest_is_read(folder: Path) -> None:
    results = read(str(folder / "nowhere.txt"), str(folder / "b.txt"))
    assert reason(results[0]) == "no such file or folder"
    assert isinstance(results[1], Document)


def test_only_web_addresses_are_fetched() -> None:
    (result,) = read("ftp://example.org/page.html")
    assert reason(result) == "only http:// and https:// addresses are fetched"


def test_file_over_the_limit_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    (result,) = read(str(path))
    assert reason(result) == "200 MB, over the limit of 20 MB"


def test_endless_standard_input_is_cut_off() -> None:
    stream = io.BytesIO(b"word " * 1000)
    (result,) = read("-", stdin=stream, limits=Limits(page_bytes=1000))
    assert "over the limit" in reason(result)
    assert stream.tell() <= 1001


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_and_folder(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    (folder / "deep").chmod(0)
    results = read(str(folder))
    assert [isinstance(r, Refusal) for r in results] == [False, True, True]
    assert reason(results[1]) == "no permission to read it"
    (folder / "deep").chmod(0o700)


def test_device_is_not_opened() -> None:
    assert reason(read(os.devnull)[0]) == "not a regular file"


def test_broken_link(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "no such file" in reason(read(str(tmp_path / "link.txt"))[0])


def test_other_languages_can_be_let_in(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(FRENCH, encoding="utf-8")
    (document,) = read(str(path), limits=Limits(languages=frozenset({"en", "fr"})))
    assert isinstance(document, Document)
    assert document.language == "fr"


def test_reading_is_lazy(folder: Path) -> None:
    documents = read_documents([str(folder / "a.html"), str(folder / "b.txt")])
    next(documents)
    (folder / "b.txt").unlink()
    assert isinstance(next(documents), Refusal)


def test_inputs_are_counted(folder: Path) -> None:
    assert count_inputs([str(folder), "-", "https://example.org/a", "nowhere"]) == 6


def test_hash_is_that_of_the_bytes(folder: Path) -> None:
    import hashlib

    (document,) = read(str(folder / "b.txt"))
    assert isinstance(document, Document)
    assert document.sha256 == hashlib.sha256((folder / "b.txt").read_bytes()).hexdigest()

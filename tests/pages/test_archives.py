"""Files of many pages: web archives and tables; what is damaged is named, and the rest is read."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import brotli
import pyarrow
import pytest
from pyarrow import parquet

from communique.model import Document
from communique.pages import Limits, Refusal, count_inputs, read_documents
from pages.archive_files import TITLES, answer, html, packed, pages, record

LIMITS = Limits(page_bytes=1_000_000)


def read(path: Path, limits: Limits = LIMITS) -> list[Document | Refusal]:
    return list(read_documents([str(path)], limits=limits))


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def titles(results: list[Document | Refusal]) -> list[str | None]:
    return [result.title for result in results if isinstance(result, Document)]


def reasons(results: list[Document | Refusal]) -> list[str]:
    return [result.reason for result in results if isinstance(result, Refusal)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pages.warc", b"".join(pages(*TITLES))),
        ("pages.warc.gz", packed(pages(*TITLES))),
        ("PAGES.WARC.GZ", gzip.compress(b"".join(pages(*TITLES)))),
    ],
)
def test_pages_of_a_web_archive(tmp_path: Path, name: str, content: bytes) -> None:
    results = read(written(tmp_path, name, content))
    assert titles(results) == list(TITLES)
    first = results[0]
    assert isinstance(first, Document)
    assert first.url == "https://news.example/0"
    assert first.path == f"{tmp_path / name}#0"


def test_folder_of_a_crawl_is_read_in_order(tmp_path: Path) -> None:
    for month, title in zip(("2024/01", "2024/02", "2024/03"), TITLES, strict=True):
        written(tmp_path, f"{month}/CC-NEWS-1.warc.gz", packed(pages(title)))
    assert titles(read(tmp_path)) == list(TITLES)


def test_archives_packed_together(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("datapackage.json", "{}")
        made.writestr("archive/1.warc.gz", packed(pages(TITLES[0])))
        made.writestr("archive/2.warc", pages(TITLES[1])[0], zipfile.ZIP_DEFLATED)
    assert titles(read(path)) == list(TITLES[:2])
    assert reasons(read(written(tmp_path, "x.wacz", path.read_bytes()[:-30]))) == [
        "a damaged WACZ file: File is not a zip file"
    ]
    with zipfile.ZipFile(tmp_path / "empty.wacz", "w"):
        pass
    assert reasons(read(tmp_path / "empty.wacz")) == ["no WARC file in it"]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (("Content-Encoding: gzip",), gzip.compress(html(TITLES[0]))),
        (("Content-Encoding: deflate",), zlib.compress(html(TITLES[0]))),
        (("Content-Encoding: deflate",), zlib.compress(html(TITLES[0]))[2:-4]),
        (("Content-Encoding: br",), brotli.compress(html(TITLES[0]))),
        (("Content-Encoding: gzip",), html(TITLES[0])),
        (("Transfer-Encoding: chunked",), html(TITLES[0])),
        (
            ("Transfer-Encoding: chunked",),
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(html(TITLES[0])), html(TITLES[0])),
        ),
    ],
    ids=["gzip", "deflate", "bare deflate", "br", "unpacked already", "joined already", "chunked"],
)
def test_bodies_as_archives_keep_them(
    tmp_path: Path, headers: tuple[str, ...], body: bytes
) -> None:
    one = record("https://news.example/a", answer(body, *headers))
    path = written(tmp_path, "a.warc", one + pages(TITLES[1])[0])
    assert titles(read(path)) == list(TITLES[:2])


def test_records_that_are_no_pages_are_counted(tmp_path: Path) -> None:
    picture = record("https://news.example/p", answer(b"\x89PNG", kind="image/png"))
    gone = record("https://news.example/g", answer(b"gone", status="404 Not Found"))
    asked = record("https://news.example/0", b"GET / HTTP/1.1\r\n\r\n", kind="request")
    content = b"".join([picture, asked, *pages(TITLES[0]), picture, gone])
    results = read(written(tmp_path, "a.warc", content))
    assert titles(results) == [TITLES[0]]
    assert reasons(results) == [
        "1 record passed over: HTTP 404",
        "2 records passed over: image/png",
    ]


def test_page_kept_without_its_answer(tmp_path: Path) -> None:
    kept = record("https://news.example/r", html(TITLES[0]), kind="resource")
    assert titles(read(written(tmp_path, "a.warc", kept))) == [TITLES[0]]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (
            record("https://news.example/x", answer(gzip.compress(html("X"))[:-40])),
            "its compressed content is broken",
        ),
        (
            record("https://news.example/x", answer(gzip.compress(bytes(50_000_000)))),
            "a page of over 1 MB",
        ),
        (
            record("https://news.example/x", answer(b"\x1f\x8b is not gzip")),
            "its compressed content is broken",
        ),
        (
            record("https://news.example/x", answer(html("X")), "WARC-Truncated: length"),
            "cut short by the crawler (length)",
        ),
        (record("https://news.example/x", answer(bytes(2_000_000))), "a page of over 1 MB"),
        (record("https://news.example/x", answer(b"")), "empty"),
        (record("https://news.example/x", answer(bytes(range(256)))), "binary file, not text"),
    ],
    ids=["cut", "bomb", "not gzip", "truncated", "long", "empty", "binary"],
)
def test_broken_page_is_named_and_the_next_is_read(
    tmp_path: Path, broken: bytes, reason: str
) -> None:
    results = read(written(tmp_path, "a.warc", broken + pages(TITLES[1])[0]))
    assert results[0] == Refusal(f"{tmp_path / 'a.warc'} https://news.example/x", reason)
    assert titles(results) == [TITLES[1]]


def test_archive_that_ends_too_early(tmp_path: Path) -> None:
    for name, content in (
        ("a.warc", b"".join(pages(*TITLES))),
        ("b.warc.gz", packed(pages(*TITLES))),
    ):
        results = read(written(tmp_path, name, content[:-150]))
        assert titles(results) == list(TITLES[:2])
        assert reasons(results) == ["a record cut short"]


def test_after_damage_the_next_record_is_found(tmp_path: Path) -> None:
    records = list(map(gzip.compress, pages(*TITLES)))
    spoilt = bytearray(records[1])
    spoilt[15:60] = bytes(45)
    content = records[0] + bytes(spoilt) + records[2]
    results = read(written(tmp_path, "a.warc.gz", content))
    assert titles(results) == [TITLES[0], TITLES[2]]
    assert all("damaged from byte" in reason for reason in reasons(results))

    first, second, third = pages(*TITLES)
    lying = second.replace(b"Content-Length: ", b"Content-Length: 1")
    results = read(written(tmp_path, "b.warc", first + lying + third))
    assert TITLES[0] in titles(results)
    assert reasons(results)

    nonsense = b"WARC/1.0\r\n" + b"x" * 100_000 + b"\r\n\r\n"
    results = read(written(tmp_path, "c.warc", first + nonsense + third))
    assert titles(results) == [TITLES[0], TITLES[2]]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.warc", b"", "no record of a page in it"),
        ("a.warc", b"Home\nNews\n" * 50, "damaged from byte 0"),
        ("a.warc.gz", b"\x1f\x8b and no more" * 20, "damaged from byte 0"),
        ("a.parquet", b"PAR1 and no more", "a damaged Parquet file"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl.gz", b"no gzip", "damaged: what follows could not be unpacked"),
        ("a.jsonl.gz", gzip.compress(b"{}\n" * 9999)[:60], "no column with a page in it"),
    ],
)
def test_what_is_no_archive_is_named(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    results = read(written(tmp_path, name, content))
    assert results
    assert titles(results) == []
    assert reasons(results)[0].startswith(reason)


ROWS = [
    {"url": "https://news.example/1", "html": html(TITLES[0]).decode()},
    {
        "requested_url": "https://news.example/2",
        "title": TITLES[1],
        "plain_text": "The envoy of Norway came to Nairobi on Monday for talks about fisheries.\n\n"
        "He was received by the foreign minister, her office said.",
        "published_date": "2024-03-04",
        "authors": ["A. Writer"],
    },
]


def check_rows(results: list[Document | Refusal], place: str) -> None:
    one, other = results
    assert isinstance(one, Document)
    assert isinstance(other, Document)
    assert (one.url, one.title, one.path) == ("https://news.example/1", TITLES[0], f"{place}#1")
    assert (other.url, other.title) == ("https://news.example/2", TITLES[1])
    assert other.published == "2024-03-04"
    assert other.byline == "A. Writer"
    assert other.text.startswith(f"{TITLES[1]}\n\nThe envoy of Norway")


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.ndjson.gz"])
def test_pages_as_json_lines(tmp_path: Path, name: str) -> None:
    content = "\n".join(json.dumps(row) for row in ROWS).encode()
    path = written(tmp_path, name, gzip.compress(content) if name.endswith(".gz") else content)
    check_rows(read(path), str(path))


def test_pages_as_parquet(tmp_path: Path) -> None:
    path = tmp_path / "pages.parquet"
    names = sorted({name for row in ROWS for name in row})
    columns = {name: [row.get(name) for row in ROWS] for name in names}
    parquet.write_table(pyarrow.table({**columns, "ignored": [1, 2]}), path)
    check_rows(read(path), str(path))


def test_what_read_prints_can_be_read_again(tmp_path: Path) -> None:
    row = {
        "document": {"url": None, "title": TITLES[0], "text": f"{TITLES[0]}\n\n{'Talks. ' * 30}"}
    }
    path = written(tmp_path, "printed.jsonl", json.dumps(row).encode())
    (document,) = read(path)
    assert isinstance(document, Document)
    assert document.title == TITLES[0]
    assert document.path == f"{path}#1"


def test_broken_lines_are_named_by_number(tmp_path: Path) -> None:
    lines = [b"{", b"[" * 100_000, b"[1]", b'{"a": 1}', b"", b"x" * 1_500_000]
    content = b"\n".join([*lines, json.dumps(ROWS[0]).encode()])
    results = read(written(tmp_path, "a.jsonl", content))
    assert titles(results) == [TITLES[0]]
    assert [r.source.rpartition("#")[2] for r in results if isinstance(r, Refusal)] == [
        *("1", "2", "3", "4", "6")
    ]
    assert reasons(results) == [
        *["not a line of JSON"] * 2,
        "not a page but something else",
        "no column with a page in it",
        "a line of over 1 MB",
    ]


def test_memory_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    padding = b"<!-- " + b"x" * 200_000 + b" -->"
    one = record("https://news.example/a", answer(html(TITLES[0]) + padding))
    path = written(tmp_path, "a.warc.gz", packed([one] * 40))
    results = read_documents([str(path)], limits=LIMITS)
    next(results)
    tracemalloc.start()
    assert sum(isinstance(result, Document) for result in results) == 39
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8_000_000


def test_archives_are_not_counted(tmp_path: Path) -> None:
    path = written(tmp_path, "a.warc", b"")
    assert count_inputs([str(path)]) is None

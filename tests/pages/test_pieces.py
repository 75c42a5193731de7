"""Large archives cut into pieces: together they give what the whole gives, in its order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.model import Document
from communique.pages import Limits, Piece, Refusal, pieces_of, read_archive
from communique.pages.archives import pieces
from pages.archive_files import answer, html, packed, record

PAGES = 40
TITLES = [f"Peru, Chile sign accord number {n}" for n in range(PAGES)]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "WARC_BYTES", 1500)
    monkeypatch.setattr(pieces, "LINES_BYTES", 1500)
    monkeypatch.setattr(pieces, "PARQUET_ROWS", 7)


def warc_records() -> list[bytes]:
    """Records of pages; bytes that open a packed record stand within the body of each."""
    opens = b"<!-- \x1f\x8b\x08 -->"
    return [
        record(f"https://news.example/{n}", answer(html(title) + opens))
        for n, title in enumerate(TITLES)
    ]


def archive(folder: Path, form: str) -> Path:
    path = folder / f"pages.{form}"
    rows = [
        {"url": f"https://news.example/{n}", "title": title, "text": "They met in Lima. " * 9}
        for n, title in enumerate(TITLES)
    ]
    if form == "warc":
        path.write_bytes(b"".join(warc_records()))
    elif form == "warc.gz":
        path.write_bytes(packed(warc_records()))
    elif form == "parquet":
        pa = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pa.Table.from_pylist(rows), path, row_group_size=11)
    else:
        lines = [json.dumps(row) for row in rows]
        path.write_text("\n".join([*lines[:5], "", "no page", *lines[5:]]) + "\n")
    return path


def told(name: Path, piece: Piece) -> list[str]:
    return [
        f"{one.path} {one.url} {one.title}" if isinstance(one, Document) else one.reason
        for one in read_archive(str(name), Limits(), piece)
    ]


@pytest.mark.parametrize("form", ["warc", "warc.gz", "jsonl", "parquet"])
def test_the_pieces_of_an_archive_give_what_the_whole_gives(tmp_path: Path, form: str) -> None:
    name = archive(tmp_path, form)
    cut = list(pieces_of(str(name)))
    assert len(cut) > 4
    whole = told(name, Piece())
    assert sum("accord" in line for line in whole) == PAGES
    assert [line for piece in cut for line in told(name, piece)] == whole
    larger = list(pieces_of(str(name), 3))
    assert 1 < len(larger) < len(cut)
    assert [line for piece in larger for line in told(name, piece)] == whole


@pytest.mark.parametrize("form", ["warc.gz", "jsonl", "parquet"])
def test_a_small_archive_is_one_piece(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert list(pieces_of(str(archive(tmp_path, form)))) == [Piece()]


def test_damage_stays_in_its_piece(tmp_path: Path) -> None:
    whole = packed(warc_records())
    name = tmp_path / "pages.warc.gz"
    name.write_bytes(whole)
    cut = list(pieces_of(str(name)))
    second = cut[1]
    assert second.last is not None
    name.write_bytes(whole[: second.first + 40] + b"\0" * 60 + whole[second.first + 100 :])
    read = [list(read_archive(str(name), Limits(), piece)) for piece in cut]
    spoilt = [n for n, pages in enumerate(read) if any(isinstance(p, Refusal) for p in pages)]
    assert spoilt == [1]
    assert sum(isinstance(page, Document) for pages in read for page in pages) == PAGES - 1

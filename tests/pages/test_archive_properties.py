"""Archives damaged anywhere: each page is read or refused, and nothing is raised."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
import zipfile
from pathlib import Path

import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from communique.model import Document
from communique.pages import Limits, Refusal, read_documents
from pages.archive_files import TITLES, answer, html, packed, pages, record

LIMITS = Limits(page_bytes=200_000)


def _wacz() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/1.warc.gz", packed(pages(*TITLES)))
        archive.writestr("archive/2.warc", b"".join(pages(*TITLES)))
    return made.getvalue()


def _parquet() -> bytes:
    made = io.BytesIO()
    rows = {"url": [f"https://news.example/{n}" for n in range(3)], "html": list(map(html, TITLES))}
    parquet.write_table(pyarrow.table(rows), made)
    return made.getvalue()


_PACKED = record("https://news.example/z", answer(gzip.compress(html("Z"))))
_CHUNKED = record("https://news.example/c", answer(b"5\r\n<html\r\n", "Transfer-Encoding: chunked"))
_LINES = b"\n".join(json.dumps({"html": html(title).decode()}).encode() for title in TITLES)
WHOLE = {
    "a.warc": b"".join([*pages(*TITLES), _PACKED, _CHUNKED]),
    "b.warc.gz": packed([*pages(*TITLES), _PACKED]),
    "c.wacz": _wacz(),
    "d.jsonl": _LINES,
    "e.jsonl.gz": gzip.compress(_LINES),
    "f.parquet": _parquet(),
}
CUT = st.tuples(
    st.floats(0, 1), st.integers(0, 60), st.one_of(st.binary(max_size=60), st.just(b"\r\n" * 9))
)


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(CUT, min_size=1, max_size=4))
def test_damage_anywhere_is_survived(name: str, cuts: list[tuple[float, int, bytes]]) -> None:
    content = WHOLE[name]
    for share, length, instead in cuts:
        at = int(share * len(content))
        content = content[:at] + instead + content[at + length :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        results = list(read_documents([str(path)], limits=LIMITS))
    assert results
    assert all(isinstance(one, Document | Refusal) for one in results)
    assert all(one.reason for one in results if isinstance(one, Refusal))


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_damaged_was_whole_before(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name])
    results = list(read_documents([str(path)], limits=LIMITS))
    assert sum(isinstance(one, Document) for one in results) >= len(TITLES)

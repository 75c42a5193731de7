"""Web archives: the pages among the records of WARC files, alone or packed together as WACZ.

A record is taken from the file as it stands, and only then unpacked by itself, so that one broken
body does not end the file. Where a record's own head is broken, the next one is looked for.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, cast

from communique.model import Document
from communique.pages.archives.pieces import WHOLE, Piece, UpTo, record_at
from communique.pages.limits import Limits, Refusal, UnreadableError, size
from communique.pages.raw_page import checked, is_html, page_of
from communique.pages.sources import reason_of

if TYPE_CHECKING:
    from fastwarc import WarcRecord

_MEDIA = ("text/html", "application/xhtml", "text/plain")
_GZIP = b"\x1f\x8b"
_MOST_FAULTS = 1000
_NOT_GIVEN = "no address of its own"


def read_warc(name: str, limits: Limits, piece: Piece = WHOLE) -> Iterator[Document | Refusal]:
    """Yield the pages of a WARC file, packed or not, or of a piece of it."""
    try:
        with open(name, "rb") as stream:
            yield from _pages(stream, name, limits, piece)
    except OSError as error:
        yield Refusal(name, reason_of(error))


def read_wacz(name: str, limits: Limits) -> Iterator[Document | Refusal]:
    """Yield the pages of every WARC file that a WACZ file packs together."""
    try:
        with zipfile.ZipFile(name) as packed:
            members = [m for m in packed.namelist() if m.lower().endswith((".warc", ".warc.gz"))]
            if not members:
                yield Refusal(name, "no WARC file in it")
            for member in sorted(members):
                with packed.open(member) as stream:
                    yield from _pages(stream, f"{name}/{member}", limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        yield Refusal(name, f"a damaged WACZ file: {str(error)[:80] or 'broken'}")
    except OSError as error:
        yield Refusal(name, reason_of(error))


def _pages(
    stream: IO[bytes], name: str, limits: Limits, piece: Piece = WHOLE
) -> Iterator[Document | Refusal]:
    """Yield pages as they stand; records that are no pages are counted and said at the end."""
    passed: Counter[str] = Counter()
    found = False
    for record in _records(stream, piece):
        found = True
        if isinstance(record, int):
            yield Refusal(name, f"damaged from byte {record:,} to where the next record begins")
            continue
        reason = _not_a_page(record)
        if reason:
            passed[reason] += 1
            continue
        yield _page(record, name, limits)
    for reason, number in sorted(passed.items()):
        records = "record" if number == 1 else "records"
        yield Refusal(name, f"{number:,} {records} passed over: {reason}")
    if not found and piece == WHOLE:
        yield Refusal(name, "no record of a page in it")


def _records(stream: IO[bytes], piece: Piece) -> Iterator[WarcRecord | int]:
    """Yield the records that may be pages, and the place of each damage that was passed over."""
    from fastwarc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    stream, start, last = cast(IO[bytes], UpTo(stream, piece)), piece.first, -1
    for _ in range(_MOST_FAULTS):
        stream.seek(start)
        records = ArchiveIterator(stream, record_types=kinds, strict_mode=False)
        try:
            for record in records:
                last = max(last, record.stream_pos)
                yield record
            return
        except (OSError, ValueError):
            yield max(last, start)
        after = record_at(stream, max(last, start) + 1)
        if after is None:
            return
        start = after


def _not_a_page(record: WarcRecord) -> str | None:
    """Return why a record holds no page, None where it may."""
    status = record.http_headers.status_code if record.is_http_parsed else 200
    if status != 200:
        return f"HTTP {status}" if status else "a broken answer"
    media = _media(record)
    return None if not media or media.startswith(_MEDIA) else media[:80]


def _media(record: WarcRecord) -> str:
    answered = record.is_http_parsed
    stated = record.http_content_type if answered else record.headers.get("Content-Type")
    return (stated or "").split(";")[0].strip().casefold()


def _page(record: WarcRecord, name: str, limits: Limits) -> Document | Refusal:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    address = url if url.startswith(("http://", "https://")) else None
    place = f"{name}#{record.stream_pos}"

    def read() -> Document:
        raw = _body(record, limits)
        charset = record.http_charset if record.is_http_parsed else None
        html = is_html(raw, media=_media(record))
        return page_of(raw, place, address, charset, limits, html=html)

    return checked(f"{name} {url or _NOT_GIVEN}", read, limits)


def _body(record: WarcRecord, limits: Limits) -> bytes:
    cut = record.headers.get("WARC-Truncated")
    if cut:
        raise UnreadableError(f"cut short by the crawler ({cut[:40]})")
    if record.content_length > limits.page_bytes:
        raise UnreadableError(f"a page of over {size(limits.page_bytes)}")
    length = record.content_length
    raw = record.reader.read(length)
    if len(raw) < length:
        raise UnreadableError("a record cut short")
    if not record.is_http_parsed:
        return raw
    return _unpacked(_joined(raw, record, limits), record, limits)


def _joined(raw: bytes, record: WarcRecord, limits: Limits) -> bytes:
    """Return a body without the marks of chunks; many archives keep it so, against its head."""
    from fastwarc.stream_io import ChunkedReader

    if (record.http_headers.get("Transfer-Encoding") or "").casefold() != "chunked":
        return raw
    with suppress(OSError):
        return _read(ChunkedReader(io.BytesIO(raw)), limits)
    return raw


def _unpacked(raw: bytes, record: WarcRecord, limits: Limits) -> bytes:
    from fastwarc.stream_io import BrotliReader

    encoding = (record.http_headers.get("Content-Encoding") or "").strip().casefold()
    try:
        if raw.startswith(_GZIP) or (encoding == "deflate" and not is_html(raw)):
            return _inflated(raw, limits)
        if encoding == "br" and not is_html(raw):
            return _read(BrotliReader(io.BytesIO(raw)), limits)
    except (OSError, zlib.error) as error:
        raise UnreadableError("its compressed content is broken") from error
    return raw


def _inflated(raw: bytes, limits: Limits) -> bytes:
    """Unpack gzip or deflate, which some servers send without its frame."""
    most = limits.page_bytes
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        found = unpacking.decompress(raw, most + 1)
    except zlib.error:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        found = unpacking.decompress(raw, most + 1)
    if len(found) > most:
        raise UnreadableError(f"a page of over {size(most)}")
    if not unpacking.eof:
        raise zlib.error("cut short")
    return found


def _read(stream: Any, limits: Limits) -> bytes:
    found: bytes = stream.read(limits.page_bytes + 1)
    if len(found) > limits.page_bytes:
        raise UnreadableError(f"a page of over {size(limits.page_bytes)}")
    return found

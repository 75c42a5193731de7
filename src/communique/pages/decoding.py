"""Bytes to text: which encoding, and what cannot be text at all."""

from __future__ import annotations

import codecs
import re

from communique.pages.limits import UnreadableError

_SNIFF = 4096
_MAGIC = {
    b"%PDF": "a PDF file, not a page",
    b"PK\x03\x04": "a zip or office file, not a page",
    b"\x1f\x8b": "a compressed file, not a page",
    b"\x89PNG": "a picture, not a page",
    b"\xff\xd8\xff": "a picture, not a page",
    b"GIF8": "a picture, not a page",
    b"\x7fELF": "a program, not a page",
    b"SQLite format 3": "a database, not a page",
    b"\xd0\xcf\x11\xe0": "an office file, not a page",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# What UTF-8 letters look like once somebody read them as Windows-1252.
_FIRST_BROKEN = "\u00c2\u00c3\u00c4\u00c6\u00e1\u00e2"
_MOJIBAKE = re.compile(
    f"[{_FIRST_BROKEN}][\u0080-\u00bf\u20ac\u201a-\u201e"
    "\u2020-\u2026\u2030\u2039\u0152\u017d\u2018-\u201d\u2022\u2013\u2014"
    "\u02dc\u2122\u0161\u203a\u0153\u017e\u0178\u0192\u02c6\u0160]"
)
_MULTIBYTE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_LOST_SHARE = 0.002


def decode(raw: bytes, declared: str | None = None) -> str:
    """Decode a page's bytes; ``declared`` is the charset its server names.

    Raises UnreadableError for an empty or binary input and for text that no encoding fits.
    """
    if not raw.strip():
        raise UnreadableError("empty")
    for magic, reason in _MAGIC.items():
        if raw.startswith(magic):
            raise UnreadableError(reason)
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strict(raw, encoding)
    wide = _wide(raw)
    if wide:
        return _strict(raw, wide)
    if _is_binary(raw):
        raise UnreadableError("binary file, not text")
    return _repaired(_decoded(raw, declared))


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        text = raw.decode(encoding, errors="replace")
        if encoding == "utf-8-sig" and _lost(text) <= _LOST_SHARE:
            return text.replace("\ufffd", "")
        raise UnreadableError(f"broken {encoding.removesuffix('-sig').upper()} text") from error


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a byte order mark, which shows as a zero in every second byte."""
    head = raw[:_SNIFF]
    if len(head) < 8:
        return None
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = len(head) / 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _is_binary(raw: bytes) -> bool:
    head = raw[:_SNIFF]
    return b"\x00" in head or len(_CONTROL.findall(head)) > max(2, len(head) // 200)


def _decoded(raw: bytes, declared: str | None) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = raw.decode("utf-8", errors="replace")
    if _lost(text) <= _LOST_SHARE and _letters_beyond_ascii(text):
        return text.replace("\ufffd", "")
    meta = _DECLARED.search(raw[:_SNIFF])
    for encoding in (declared, meta.group(1).decode("ascii", "ignore") if meta else None):
        found = _as(raw, encoding)
        if found is not None:
            return found
    return _guessed(raw)


def _lost(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))


def _letters_beyond_ascii(text: str) -> bool:
    return any(ord(c) > 127 and c != "\ufffd" for c in text)


def _as(raw: bytes, encoding: str | None) -> str | None:
    if not encoding or encoding.casefold().replace("-", "") in ("utf8",):
        return None
    encoding = "cp1252" if encoding.casefold() in ("iso-8859-1", "latin-1", "ascii") else encoding
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(raw: bytes) -> str:
    """The encoding that gives the most sensible text; raises where text and bytes are mixed."""
    valid = _utf8_letters(raw)
    if valid >= 3 and _stray(raw) >= 3:
        raise UnreadableError("mixed encodings: part UTF-8, part something else")
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    plain = _as(raw, "cp1252")
    if plain is not None and _mostly_ascii(raw):
        return plain
    if best is not None:
        try:
            return raw.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise UnreadableError("no encoding fits its bytes")


def _utf8_letters(raw: bytes) -> int:
    return len(_MULTIBYTE.findall(raw))


def _stray(raw: bytes) -> int:
    return raw.decode("utf-8", errors="replace").count("\ufffd")


def _mostly_ascii(raw: bytes) -> bool:
    return sum(byte > 127 for byte in raw[:_SNIFF]) < 0.1 * min(len(raw), _SNIFF)


def _repaired(text: str) -> str:
    """Undo UTF-8 that was once read as Windows-1252; refuse text it cannot be undone in."""
    if not any(letter in text for letter in _FIRST_BROKEN):
        return text
    broken = len(_MOJIBAKE.findall(text))
    if broken < 2 or broken < len(text) / 2000:
        return text
    try:
        return "".join(_undone(line) for line in text.splitlines(keepends=True))
    except UnicodeError as error:
        raise UnreadableError("letters broken by a wrong encoding, beyond repair") from error


def _undone(line: str) -> str:
    if not _MOJIBAKE.search(line):
        return line
    raw = b"".join(_byte(c) for c in line)
    return raw.decode("utf-8")


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")

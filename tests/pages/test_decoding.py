"""Encodings that are read, and bytes that are refused."""

from __future__ import annotations

import pytest

from communique.pages.decoding import decode
from communique.pages.limits import UnreadableError

TEXT = "Chủ tịch nước tiếp Thủ tướng. “Peace”, said the President of Côte d’Ivoire.\n" * 3
WESTERN = "The President of Côte d’Ivoire met São Tomé’s Prime Minister – in Malmö.\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).lstrip("\ufeff") == TEXT


def test_windows_1252_without_a_word_about_it() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN


@pytest.mark.parametrize("named", ["windows-1251", "koi8-r"])
def test_encoding_named_by_the_server(named: str) -> None:
    text = "Президент России провёл телефонный разговор с Президентом Казахстана.\n"
    assert decode(text.encode(named), named) == text


def test_encoding_named_in_the_page() -> None:
    page = '<meta charset="windows-1251"><p>Президент провёл телефонный разговор.</p>'
    assert decode(page.encode("windows-1251")) == page


def test_text_once_read_in_the_wrong_encoding_is_mended() -> None:
    broken = WESTERN.encode("utf-8").decode("cp1252")
    assert decode(broken.encode("utf-8")) == WESTERN


def test_one_bad_byte_in_a_long_page_costs_only_itself() -> None:
    raw = (TEXT * 20).encode("utf-8")
    assert decode(raw[:1000].rsplit(b" ", 1)[0] + b" \xff " + raw).count("\ufffd") == 0


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"text with \x00 zero in it", "binary"),
        (
            "Côte d’Ivoire São Tomé Málaga ".encode() + "Łódź Kraków Wałęsa ".encode("cp1250") * 4,
            "mixed encodings",
        ),
    ],
)
def test_refused_bytes(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(raw)

"""Feeds, sitemaps and listings: what they lead to, and those that mean harm."""

from __future__ import annotations

import gzip
import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.pages import UnreadableError
from communique.pages.links import KINDS, Link, links_in

HERE = "https://news.example/lists/all.xml"
RSS = "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{}</channel></rss>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>"
MAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{}</urlset>"


def found(kind: str, text: str | bytes, pattern: str | None = None) -> list[Link]:
    raw = text.encode() if isinstance(text, str) else text
    return links_in(kind, raw, HERE, None, pattern).pages


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (RSS.format("<item><link>https://news.example/a</link></item>"), ["https://news.example/a"]),
        (RSS.format("<item><link>/a?id=1&amp;utm_source=x</link></item>"),
         ["https://news.example/a?id=1"]),
        (RSS.format("<item><guid>https://news.example/g</guid></item>"), ["https://news.example/g"]),
        (RSS.format("<item><guid isPermaLink='false'>17</guid></item>"), []),
        (RSS.format("<item><link>/a</link></item><item><link>/a#x</link></item>"),
         ["https://news.example/a"]),
        (RSS.format("<item><link>/a</link></item>")[:-20], ["https://news.example/a"]),
        (RSS.format("<item><title>A & B < C</title><link>/a</link></item>"),
         ["https://news.example/a"]),
        (RSS.format("<item><link>javascript:alert(1)</link></item>"), []),
        (RSS.format("<item><link>file:///etc/passwd</link></item>"), []),
        (RSS.format("<item><link>http://[::1</link></item><item><link>/a</link></item>"),
         ["https://news.example/a"]),
        (RSS.format(""), []),
        (ATOM.format("<entry><link rel='alternate' href='b'/></entry>"),
         ["https://news.example/lists/b"]),
        (json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [
            {"url": "https://news.example/j"}, {"external_url": "/k"}, {"id": 3}, 7]}),
         ["https://news.example/j", "https://news.example/k"]),
    ],
)  # fmt: skip
def test_links_of_a_feed(text: str, links: list[str]) -> None:
    assert [link.url for link in found("feed", text)] == links


def test_feed_says_when_an_entry_changed() -> None:
    entry = "<entry><link href='/b'/><published>2024-03-04T00:00:00Z</published>{}</entry>"
    later = "<updated>2024-03-05T00:00:00Z</updated>"
    assert found("feed", ATOM.format(entry.format("")))[0].stamp == "2024-03-04T00:00:00Z"
    assert found("feed", ATOM.format(entry.format(later)))[0].stamp == "2024-03-05T00:00:00Z"


@pytest.mark.parametrize("encoding", ["windows-1251", "iso-8859-2", "utf-16", "utf-8-sig"])
def test_feed_in_its_own_encoding(encoding: str) -> None:
    text = RSS.format("<item><title>Переговоры</title><link>/a</link></item>")
    if encoding == "iso-8859-2":
        text = text.replace("Переговоры", "Jednání v Lublani")
    declared = text.replace("'1.0'?", f"'1.0' encoding='{encoding.removesuffix('-sig')}'?")
    assert found("feed", declared.encode(encoding)) == [Link("https://news.example/a")]


def test_feed_with_letters_that_no_encoding_fits() -> None:
    raw = RSS.format("<item><title>é{}</title><link>/a</link></item>").encode() * 1
    assert found("feed", raw.replace(b"{}", b"\xff\xfe\x81\xe9 \xc3" * 9))[0].url.endswith("/a")


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><p>Not a feed.</p></body></html>",
        '{"version": "1", "items": []}',
        "{",
        "plain words",
        "%PDF-1.4",
        "[" * 100_000,
        RSS.format("<item><title>&#x110000;</title></item>"),
        '{"version":' + "[" * 100_000,
    ],
)
def test_what_is_no_feed(text: str) -> None:
    with pytest.raises(UnreadableError):
        found("feed", text)


LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss version='2.0'><channel><item><title>&i;</title></item></channel></rss>"
)


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_that_explode_are_refused(kind: str, encoding: str) -> None:
    with pytest.raises(UnreadableError, match="declares entities of its own"):
        found(kind, LAUGHS.encode(encoding))


def test_entity_from_elsewhere_is_not_fetched() -> None:
    text = "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>" + RSS.format(
        "<item><title>&x;</title><link>/a</link></item>"
    ).removeprefix("<?xml version='1.0'?>")
    began = time.monotonic()
    assert [link.url for link in found("feed", text)] == ["https://news.example/a"]
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (MAP.format("<url><loc>https://news.example/a</loc><lastmod>2024-03-05</lastmod></url>"),
         [Link("https://news.example/a", "2024-03-05")]),
        (MAP.format("<url><loc> /a </loc></url><url/><!-- x --><url><loc>/b</loc></url>"),
         [Link("https://news.example/a"), Link("https://news.example/b")]),
        (MAP.format("<url><loc>/a</loc></url><url><loc>/b</l"), [Link("https://news.example/a"),
         Link("https://news.example/b")]),
        (MAP.format("<url><loc>/a</loc><n:news xmlns:n='http://n'><n:publication_date>2024-03-05"
         "</n:publication_date></n:news></url>"), [Link("https://news.example/a", "2024-03-05")]),
        (MAP.format(""), []),
        ("https://news.example/a\nhttps://news.example/b\n",
         [Link("https://news.example/a"), Link("https://news.example/b")]),
    ],
)  # fmt: skip
def test_pages_of_a_sitemap(text: str, links: list[Link]) -> None:
    assert found("sitemap", text) == links
    assert found("sitemap", gzip.compress(text.encode())) == links


def test_sitemaps_of_an_index() -> None:
    text = (
        "<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2024-03-05</lastmod></sitemap>"
        "</sitemapindex>"
    )
    whole = links_in("sitemap", text.encode(), HERE, None, "/news/")
    assert whole == ([], [Link("https://news.example/1.xml", "2024-03-05")])


@pytest.mark.parametrize(
    "raw",
    [b"<html></html>", b"words", b"\x1f\x8b broken", gzip.compress(bytes(60_000_000))],
    ids=["html", "words", "broken", "bomb"],
)
def test_what_is_no_sitemap(raw: bytes) -> None:
    with pytest.raises(UnreadableError):
        found("sitemap", raw)


def test_links_of_a_listing() -> None:
    text = (
        "<html><head><base href='/deep/'></head><body><a href='1'>1</a><A HREF=' 2 '>2</A>"
        "<a href='1#x'>1</a><a>none</a><a href='mailto:a@b'>m</a><a href='//other.example/3'>3</a>"
        "<a href='http://[x'>?</a></body></html>"
    )
    assert [link.url for link in found("listing", text)] == [
        "https://news.example/deep/1",
        "https://news.example/deep/2",
        "https://other.example/3",
    ]
    assert [link.url for link in found("listing", text, r"news\.example/.*\d$")] == [
        "https://news.example/deep/1",
        "https://news.example/deep/2",
    ]


def test_listing_of_a_million_tags_within_each_other() -> None:
    text = "<html><body>" + "<div>" * 1_000_000 + "<a href='/a'>a</a></body></html>"
    began = time.monotonic()
    links = found("listing", text)
    assert time.monotonic() - began < 20
    assert len(links) <= 1


def test_list_without_end_is_cut() -> None:
    text = "\n".join(f"https://news.example/{n}" for n in range(70_000))
    assert len(found("sitemap", text)) == 60_000
    assert found("sitemap", "https://news.example/" + "a" * 3000) == []


PIECES = st.sampled_from(
    [*"<>&;'\"=/!-[]{}:,", "rss", "item", "link", "<item>", "</item>", "<link>", "http://a.b/c",
     "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "<?xml", "?>", "<urlset>", "<url>", "<loc>",
     "<a href='", "<html>", "\x00", "\ufeff", "é", "<feed xmlns='http://www.w3.org/2005/Atom'>",
     '{"version":"https://jsonfeed.org/version/1","items":[', '{"url":', "xmlns:x='y'",
     "&#x110000;", "&#0;", "xml:base='http://[", "<entry>", "<guid>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), st.lists(PIECES, max_size=60), st.binary(max_size=8))
def test_no_list_breaks_the_reader(kind: str, pieces: list[str], tail: bytes) -> None:
    with suppress(UnreadableError):
        whole = links_in(kind, "".join(pieces).encode() + tail, HERE, None, None)
        assert all(link.url.startswith(("http://", "https://")) for link in whole.pages)

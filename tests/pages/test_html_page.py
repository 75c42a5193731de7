"""Pages with their tags on."""

from __future__ import annotations

import pytest

from communique.pages import Limits, UnreadableError, read_html_page
from communique.pages.html_page import looks_like_html

BODY = """
<header><nav><a href="/">Home</a><a href="/news">News</a><a href="/sport">Sport</a></nav></header>
<main><article><h1>Tonga and Samoa agree on ferry line</h1>
<p class="byline">By Jane Doe</p>
<p>The transport ministers of Tonga and Samoa agreed on Tuesday in Apia to set up a ferry line
between their two capitals, after talks that had lasted for more than a year.</p>
<p>The line is to carry passengers, food and building material twice a month, the ministers said
in a statement after the signing.</p>
<p>Fiji's minister, who was in Apia for a regional meeting, welcomed the accord.</p></article>
<aside><h2>Most read</h2><ol><li><a href="/1">Storm warning in force for outer islands</a></li>
<li><a href="/2">School term to begin a week late</a></li></ol></aside></main>
<footer>© 2024 The Islands Herald. All rights reserved.</footer>
"""


def page(head: str = "", language: str = "en", body: str = BODY) -> str:
    return f"<!doctype html><html lang='{language}'><head>{head}</head><body>{body}</body></html>"


def linked(date: str) -> str:
    return (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": ['
        f'{{"@type": "NewsArticle", "datePublished": "{date}", "dateModified": "2024-04-09"}}]}}'
        "</script>"
    )


def test_article_without_menu_aside_and_footer() -> None:
    document = read_html_page(page("<title>Tonga and Samoa agree on ferry line</title>"))
    assert document.title == "Tonga and Samoa agree on ferry line"
    assert document.text.startswith(
        "Tonga and Samoa agree on ferry line\n\nThe transport ministers"
    )
    assert document.text.endswith("welcomed the accord.")
    assert document.byline == "Jane Doe"
    assert document.language == "en"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (linked("2024-03-05T08:15:00+13:00"), "2024-03-05"),
        ("<meta property='article:published_time' content='2024-03-05T08:00:00Z'>", "2024-03-05"),
        ("<meta name='date' content='2024-03-05'>", "2024-03-05"),
        (linked("05/03/2024") + "<meta name='date' content='2024-03-05'>", "2024-03-05"),
        ("", None),
    ],
)
def test_publication_date_of_the_markup(head: str, published: str | None) -> None:
    document = read_html_page(page(head))
    assert document.published == published
    assert document.published_precision == ("day" if published else None)


ASIDE = "<aside><time datetime='2020-01-01'>1 January 2020</time> An older story</aside>"


@pytest.mark.parametrize(
    ("stamp", "url", "published"),
    [
        ("<span class='date'>5 March 2024</span>", None, "2024-03-05"),
        ("<p>Published: 5 March 2024 | Updated: 7 March 2024</p>", None, "2024-03-05"),
        ("<time datetime='2024-03-05T10:00'>yesterday</time>", None, "2024-03-05"),
        ("", "https://example.org/2024/03/05/ferry", "2024-03-05"),
        ("<p>The two had last met on 4 June 2015 in Suva, the ministers said.</p>", None, None),
    ],
)
def test_publication_date_beside_the_article(
    stamp: str, url: str | None, published: str | None
) -> None:
    body = ASIDE + BODY.replace('<p class="byline">By Jane Doe</p>', stamp)
    assert read_html_page(page(body=body), url=url).published == published


def test_modified_date_is_not_the_published_one() -> None:
    head = (
        "<meta property='article:modified_time' content='2024-04-09T08:00:00Z'>"
        "<meta property='article:published_time' content='2024-03-05T08:00:00Z'>"
    )
    assert read_html_page(page(head)).published == "2024-03-05"
    only = "<meta property='article:modified_time' content='2024-04-09T08:00:00Z'>"
    assert read_html_page(page(only)).published is None


def test_outlet_of_the_site_name_and_of_the_address() -> None:
    named = page("<meta property='og:site_name' content='The Islands Herald'>")
    assert read_html_page(named).outlet == "The Islands Herald"
    assert read_html_page(page(), url="https://www.rnz.co.nz/news/1").outlet == "RNZ"


def test_order_of_figures_by_the_country_of_the_address() -> None:
    body = BODY.replace('<p class="byline">By Jane Doe</p>', "<p>05/03/2024</p>")
    day = read_html_page(page(body=body), url="https://www.example.nz/a")
    month = read_html_page(page(body=body), url="https://www.example.gov/a")
    assert (day.published, month.published) == ("2024-03-05", "2024-05-03")


def test_encoding_named_in_the_page() -> None:
    text = page("<meta charset='windows-1252'>").replace("Jane Doe", "José Peña")
    assert read_html_page(text.encode("cp1252")).byline == "José Peña"


def test_oversized_page_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(UnreadableError, match="over 500 bytes"):
        read_html_page(page(), limits=Limits(html_bytes=500))


@pytest.mark.parametrize("body", ["", "<p></p>", "<div>" * 3000, "<ul><li>Home</li></ul>"])
def test_page_without_article_is_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read_html_page(page(body=body))


@pytest.mark.parametrize(
    ("raw", "html"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf<html>", True),
        (b"<!-- saved page --><html>", True),
        (b"<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>", True),
        (b"The leaders said that 3 < 5 and 7 > 2.", False),
        (b"", False),
    ],
)
def test_html_is_told_from_text(raw: bytes, html: bool) -> None:
    assert looks_like_html(raw) is html

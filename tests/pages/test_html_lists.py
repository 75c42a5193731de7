"""Pages with their tags on whose lists, tables, stamps and titles are easily lost."""

from __future__ import annotations

import pytest

from communique.pages import read_html_page

STORY = """<p>Ghana's President received the envoys of six states on Monday, his office said.</p>
<p>Among those received at Jubilee House in Accra were:</p>
<ul><li>Lesotho's Minister Lejone Mpotjoana</li><li>Togo's Minister Robert Dussey</li>
<li>Rwanda's Minister Olivier Nduhungirehe</li></ul>
<p>Each of the envoys was given half an hour, and each handed over a letter of his president.</p>
<p>The guests leave Accra on Tuesday. A communiqué on the visit is to be published by the ministry
of foreign affairs before the end of the week.</p>"""


def html(body: str, title: str = "Six envoys at Jubilee House") -> str:
    menu = "<nav><a>Home</a> <a>News</a> <a>Sport</a></nav>"
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    foot = "<footer><a>Privacy</a> © Volta Page</footer>"
    return f"<!doctype html><html lang='en'>{head}<body>{menu}{body}{foot}</body></html>"


def test_list_that_a_paragraph_announces_is_kept() -> None:
    document = read_html_page(html(f"<h1>Six envoys at Jubilee House</h1><div>{STORY}</div>"))
    blocks = document.text.split("\n\n")
    assert "Lesotho's Minister Lejone Mpotjoana" in blocks
    assert "Rwanda's Minister Olivier Nduhungirehe" in blocks
    assert blocks.index("Togo's Minister Robert Dussey") == 4


def test_cells_of_a_diary_stand_on_lines_of_their_own() -> None:
    rows = "".join(
        f"<tr><th>{day}</th><td>{entry}</td></tr>"
        for day, entry in [
            (
                "WED, MAY 17",
                "** LA PAZ - The Foreign Minister of Uruguay begins a visit (to May 19).",
            ),
            ("THU, MAY 18", "** LIMA - The presidents of Chile and Peru meet to open the tunnel."),
            ("", "** QUITO - The King of Spain is expected for the day of the university."),
        ]
    )
    told = "<p>Compiled May 15, 2023. Inclusion in the diary does not mean that we will report.</p>"
    document = read_html_page(html(f"<h1>Diary to May 21</h1>{told}<table>{rows}</table>"))
    blocks = document.text.split("\n\n")
    assert "WED, MAY 17" in blocks
    assert "LIMA - The presidents of Chile and Peru meet to open the tunnel." in blocks
    assert not any("|" in block for block in blocks)


@pytest.mark.parametrize(
    ("stamp", "published"),
    [
        ("<div>By Volta News | Published : June 3, 2024 - 19:25</div>", "2024-06-03"),
        ("<div class='meta'><span>Posted on</span> <span>3 June 2024</span></div>", "2024-06-03"),
        ("<aside>Published 1 January 2020</aside>", None),
    ],
)
def test_stamp_that_extraction_drops(stamp: str, published: str | None) -> None:
    body = f"<h1>Six envoys at Jubilee House</h1>{stamp}<div>{STORY}</div>"
    assert read_html_page(html(body)).published == published


def test_title_of_the_markup_is_not_beaten_by_a_line_of_the_page() -> None:
    box = "<p>Envoys, letters and half an hour each at Jubilee House</p>"
    body = f"<div>{box}{STORY}</div>"
    document = read_html_page(html(body, "President of Ghana receives envoys of six states"))
    assert document.title == "President of Ghana receives envoys of six states"


def test_site_behind_the_title_is_cut() -> None:
    head = "<meta property='og:site_name' content='Volta Page'>"
    page = html(f"<div>{STORY}</div>", "Six envoys at Jubilee House | Volta Page")
    document = read_html_page(page.replace("<meta charset", f"{head}<meta charset"))
    assert document.title == "Six envoys at Jubilee House"
    assert document.outlet == "Volta Page"

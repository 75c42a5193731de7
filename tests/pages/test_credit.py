"""Bylines, sources and picture credits."""

from __future__ import annotations

import pytest

from communique.pages.blocks import Block
from communique.pages.credit import byline_of, is_name, picture_credit, source_of
from communique.pages.text_page import read_text_page


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY OUR CORRESPONDENT", "OUR CORRESPONDENT"),
        ("By Jane Doe and John Smith", "Jane Doe and John Smith"),
        ("Jane Doe |", "Jane Doe"),
        ("Reporter: Jane Doe", "Jane Doe"),
        ("Author: Jane Doe | jane@example.com", "Jane Doe"),
        ("Por Jane Doe", "Jane Doe"),
        ("Written by Staff Writer", "Staff Writer"),
    ],
)
def test_byline(line: str, author: str) -> None:
    assert byline_of(line) == author


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the year, both sides will sign.",
        "By Tuesday noon the talks were over.",
        "Reporters wait outside",
        "Text of the joint statement",
        "Editorial",
        "|",
        "",
    ],
)
def test_no_byline(line: str) -> None:
    assert byline_of(line) is None


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The two shake hands in Cairo. (Photo: X/VNA)", "The two shake hands in Cairo.", "X/VNA"),
        (
            "The two shake hands. Photo: Radio / Jane Doe",
            "The two shake hands.",
            "Radio / Jane Doe",
        ),
        ("The two in Cairo. REUTERS/Jane Doe", "The two in Cairo.", "REUTERS/Jane Doe"),
        ("The two in Cairo. [Photo/Xinhua]", "The two in Cairo.", "Xinhua"),
        ("The two in Cairo (Xinhua/Jane Doe)", "The two in Cairo", "Xinhua/Jane Doe"),
        ("The two in Cairo. (AP Photo/Jane Doe)", "The two in Cairo.", "AP Photo/Jane Doe"),
        ("Photo: Jane Doe", "", "Jane Doe"),
        ("Image credit: Getty Images", "", "Getty Images"),
        ("1/3 The two shake hands in Cairo", "The two shake hands in Cairo", ""),
    ],
)
def test_picture_credit(line: str, caption: str, credit: str) -> None:
    found = picture_credit(Block(line, 0))
    assert found is not None
    assert (found.caption, found.credit) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "The ministers signed the accord (the first since 1998).",
        "Leaders pose for a family photo",
        "He heads the Organisation of Islamic Cooperation (OIC)",
        "Israeli President arrives in Azerbaijan [PHOTO/VIDEO]",
    ],
)
def test_no_picture_credit(line: str) -> None:
    assert picture_credit(Block(line, 0)) is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Xinhua", "Xinhua"),
        ("Source: The Daily Herald | 5 March", "The Daily Herald"),
        ("Nguồn: VGP", "VGP"),
    ],
)
def test_source(line: str, source: str) -> None:
    assert source_of(line) == source


@pytest.mark.parametrize("line", ["Sources close to the talks said they went well.", "Source"])
def test_no_source(line: str) -> None:
    assert source_of(line) is None


@pytest.mark.parametrize("line", ["Jane Doe", "Thanh Hà", "Ursula von der Leyen"])
def test_name(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize("line", ["WORLD NEWS", "Trade ties", "jane doe", "News"])
def test_no_name(line: str) -> None:
    assert not is_name(line)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Reuters", "Reuters"),
        ("Example News Agency", "Example News Agency"),
        ("Daily Example", "Daily Example"),
        # no outlet: the name of a section, words about the talks, who wrote it
        ("Latest News", None),
        ("Hopes for better times", None),
        ("By Ada Example", None),
    ],
)
def test_a_line_under_the_headline_that_is_only_an_outlet_s_name(
    line: str, outlet: str | None
) -> None:
    prose = (
        "President William Ruto received Ethiopian Prime Minister Abiy Ahmed in Nairobi on Tuesday."
        "\n\nThe two agreed to meet again in the spring of next year."
    )
    page = read_text_page(f"Kenyan President receives Ethiopian Premier\n{line}\n\n{prose}\n")
    assert page.outlet == outlet
    assert line not in page.text or outlet is None

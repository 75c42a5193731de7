"""Characters made regular, and glued sentences parted."""

from __future__ import annotations

import pytest

from communique.pages.characters import part_glued_sentences, regular


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("growth.Then he left", "growth. Then he left"),
        ("he asked?The minister", "he asked? The minister"),
        ("in 2024.The two sides", "in 2024. The two sides"),
        ("(see above).The two", "(see above). The two"),
        ("“peace.”The two", "“peace.” The two"),
        ("said so.“We agree", "said so. “We agree"),
        ("the UN.The council", "the UN. The council"),
        ("stability.NATO will", "stability. NATO will"),
        ("и мира.Президент", "и мира. Президент"),
        ("trade...The two", "trade... The two"),
        ("hội nghị.Đại sứ", "hội nghị. Đại sứ"),
        ("Mr.Smith", "Mr. Smith"),
        ("ended the war.US Secretary", "ended the war. US Secretary"),
        ("on the day.EU leaders", "on the day. EU leaders"),
        ("a ceremony forPresident Ruto", "a ceremony for President Ruto"),
        ("met with thePresident", "met with the President"),
        ("first visit of aPresident", "first visit of a President"),
    ],
)
def test_glued_sentences_are_parted(glued: str, parted: str) -> None:
    assert part_glued_sentences(glued) == parted


@pytest.mark.parametrize(
    "whole",
    [
        "U.S.A",
        "a Ph.D student",
        "J.K.Rowling",
        "www.Example.Com",
        "see https://example.com/News.Page",
        "press@Example.org",
        "Example.Com",
        "version 2.5",
        "at 9.30 p.m.",
        "e.g.The",
        "the U.N.-backed plan",
        "Vietnam.vn",
        "inDrive and theGrio",
        "the airline flyForLess",
        "#forPresident",
    ],
)
def test_what_is_one_word_stays_whole(whole: str) -> None:
    assert part_glued_sentences(whole) == whole


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("two\u00a0\u2009words", "two words"),
        ("co\u00adope\u200bration", "cooperation"),
        ("\u202bleft\u202c and \u2066right\u2069", "left and right"),
        ("Vie\u0323\u0302t", "Việt"),
        ("\ufefftitle", "title"),
        ("  spaced   out\t", "spaced out"),
        ("“quoted” ‘words’", "“quoted” ‘words’"),
    ],
)
def test_characters_are_made_regular(raw: str, clean: str) -> None:
    assert regular(raw) == clean

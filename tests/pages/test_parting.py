"""What pages run together on one line, and paragraphs broken into many."""

from __future__ import annotations

import pytest

from communique.pages.blocks import Block
from communique.pages.looks import is_prompt
from communique.pages.parting import is_clocked, parted
from communique.pages.tails import without_tail
from communique.pages.wrapping import is_wrapped, wrap_width


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "(LD) FM-Canada(LD) Minister to go to Ottawa(ATTN: ADDS quotes)By Kim Ha-neul "
            "SEOUL, March 4 (Yonhap) -- The minister",
            [
                "(LD) FM-Canada(LD) Minister to go to Ottawa",
                "(ATTN: ADDS quotes)",
                "By Kim Ha-neul",
                "SEOUL, March 4 (Yonhap) -- The minister",
            ],
        ),
        (
            "King leaves for AucklandNUKU'ALOFA, 3 May 2023 (Matangi) - The King",
            ["King leaves for Auckland", "NUKU'ALOFA, 3 May 2023 (Matangi) - The King"],
        ),
        (
            "Talks go on KUALA LUMPUR, Dec 30 (Bernama) -- The",
            ["Talks go on", "KUALA LUMPUR, Dec 30 (Bernama) -- The"],
        ),
        (
            "KUALA LUMPUR, Dec 30 (Bernama) -- The two",
            ["KUALA LUMPUR, Dec 30 (Bernama) -- The two"],
        ),
        (
            "He spoke on arrival. In LIMA, May 3 (EFE) - was the sign on his desk.",
            ["He spoke on arrival. In LIMA, May 3 (EFE) - was the sign on his desk."],
        ),
        (
            "[The Islander] The Minister of Fisheries has paid a courtesy call on her counterpart "
            "of the Comoros in the capital Moroni this week.",
            [
                "[The Islander]",
                "The Minister of Fisheries has paid a courtesy call on her counterpart "
                "of the Comoros in the capital Moroni this week.",
            ],
        ),
        (
            'The talks are over.(function(v,d){d.x=v;})(window, document, "//a.example/b.js");They',
            ["The talks are over. They"],
        ),
    ],
)
def test_line_is_parted(line: str, parts: list[str]) -> None:
    assert parted(line) == parts


def test_clock_times_are_parted_on_live_pages_alone() -> None:
    lines = ["10:15 The talks begin.", "11.40 GMT - They are over.", "12h05: He leaves."]
    assert is_clocked(lines)
    assert [parted(line, clocked=True) for line in lines] == [
        ["10:15", "The talks begin."],
        ["11.40 GMT", "They are over."],
        ["12h05", "He leaves."],
    ]
    assert not is_clocked(["10:15 The talks begin.", "They are over.", "He leaves at 12:05."])


PARAGRAPH = (
    "The prime ministers of Estonia, Latvia and Lithuania met in Riga on Monday and talked with"
    " their guest from Kyiv about the ports of the Black Sea and the winter to come."
)


@pytest.mark.parametrize("width", [48, 60, 72, 80, 100])
def test_width_shows_in_the_lines(width: int) -> None:
    import textwrap

    lines = textwrap.wrap(f"{PARAGRAPH} {PARAGRAPH}", width)
    found = wrap_width(lines)
    assert found is not None
    assert found <= width


def test_nothing_carries_on_the_line_that_ends_an_article() -> None:
    end = "The President invited his guest to visit the capital in the spring. (end)"
    assert not is_wrapped(end, "ab.cd", None)
    assert is_wrapped("The President invited his guest to the", "capital in spring", None)


@pytest.mark.parametrize(
    "lines",
    [
        ["Kenya, Uganda leaders meet in Nairobi", "Rail link reopens", "Tea harvest up by a third"],
        ["The two ministers met in Rome.", "They talked about gas.", "They will meet again soon."],
        ["Home", "News", "Politics", "World"],
        [PARAGRAPH, PARAGRAPH, PARAGRAPH],
    ],
)
def test_lines_that_stand_alone_show_no_width(lines: list[str]) -> None:
    assert wrap_width(lines) is None


HE_SAID = "The minister told reporters in Tashkent that the bridge would be open before the summer."


@pytest.mark.parametrize(
    "tail",
    [
        " Leer más",
        " Read more »",
        " (Except for the headline, this story has not been edited by our staff.)",
        " Sign up here for our briefing.",
        " jdoe@wire.example",
    ],
)
def test_tail_is_cut(tail: str) -> None:
    assert without_tail(HE_SAID + tail) == HE_SAID


def test_end_mark_behind_an_address_stays() -> None:
    assert without_tail(f"{HE_SAID} jdoe@wire.example (END)") == f"{HE_SAID} (END)"


@pytest.mark.parametrize(
    "last",
    [
        " He wrote to them at once.",
        " The president signed up to the accord.",
        ' "We follow our friends," he said.',
    ],
)
def test_last_sentence_of_the_article_stays(last: str) -> None:
    assert without_tail(HE_SAID + last) == HE_SAID + last


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (
            f"{HE_SAID} Also Read: Ferry line to Samoa reopens. {HE_SAID}",
            f"{HE_SAID} {HE_SAID}",
        ),
        (
            f"{HE_SAID} (READ MORE | Storm warning for outer islands) {HE_SAID}",
            f"{HE_SAID} {HE_SAID}",
        ),
        (f"{HE_SAID} They read: no one shall pass. {HE_SAID}", None),
        (f'{HE_SAID} "Read: no." {HE_SAID}', None),
    ],
)
def test_link_between_two_sentences_is_cut(told: str, kept: str | None) -> None:
    assert without_tail(told) == (kept or told)


@pytest.mark.parametrize(
    "notice",
    [
        "(With inputs from agencies)",
        "This report is auto-generated from a news service. The site holds no responsibility.",
        "(This is an unedited and auto-generated story from a syndicated news feed)",
    ],
)
def test_notice_of_an_aggregator_is_cut(notice: str) -> None:
    assert without_tail(f"{HE_SAID} {notice}") == HE_SAID


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Follow The Islander on Twitter and Instagram @islander and on Facebook.", True),
        ("Get the Steppe Herald's daily edition by email and never miss our top stories.", True),
        ("Join us on WhatsApp for all that moves the islands.", True),
        ("Follow-up talks were announced on Twitter by the minister on Monday.", False),
        ("Likely dates were given by the minister on Facebook on Monday.", False),
        ("The minister asked them to follow him on Twitter and they laughed.", False),
    ],
)
def test_line_that_asks_to_follow(line: str, asks: bool) -> None:
    assert is_prompt(Block(line, 0)) is asks

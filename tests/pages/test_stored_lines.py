"""Pages whose parts were run together on one line when somebody stored them."""

from __future__ import annotations

import pytest

from communique.pages import read_text_page

BODY = "The two ministers agreed to reopen the border post and to meet again before the rains."


@pytest.mark.parametrize(
    ("line", "caption", "start"),
    [
        (
            " date 2024-03-05 The two ministers shake hands at the border. (Photo: X/VNA)\n\n"
            + BODY,
            "The two ministers shake hands at the border.",
            "The two ministers agreed",
        ),
        (
            " date 2024-03-05 The two ministers shake hands at the border (Photo: VNA) " + BODY,
            "The two ministers shake hands at the border",
            "The two ministers agreed",
        ),
        (" date 2024-03-05 " + BODY, None, "The two ministers agreed"),
        (" date 2024-03-05\n\n" + BODY, None, "The two ministers agreed"),
        ("Date: 2024-03-05 10:15 " + BODY, None, "The two ministers agreed"),
        (" date 2024-03-05 HARARE: " + BODY, None, "HARARE: The two ministers"),
        (" date 2024-03-05 You are here\n\n" + BODY, None, "The two ministers agreed"),
    ],
)
def test_stored_date_and_caption_are_parted(line: str, caption: str | None, start: str) -> None:
    document = read_text_page(line)
    assert document.published == "2024-03-05"
    assert document.title is None
    assert [span.quote for span in document.captions] == ([caption] if caption else [])
    body = document.text[document.captions[0].end :].lstrip() if caption else document.text
    assert body.startswith(start)


def test_sentence_said_twice_on_one_line_is_kept_once() -> None:
    document = read_text_page(f"{BODY} {BODY}\n\nThey had not met for years, both said afterwards.")
    assert document.text.count(BODY) == 1


@pytest.mark.parametrize("tail", ["Read full this story", "Read more", "[Continue reading]"])
def test_link_at_the_end_of_a_paragraph_is_cut_off(tail: str) -> None:
    document = read_text_page(f"{BODY} It lies between the two capitals… {tail}")
    assert document.text.rstrip(" …[").endswith("capitals")

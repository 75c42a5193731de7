"""Days of a visit that only a related story beneath the article gives, and what is never taken."""

from __future__ import annotations

import pytest

from communique.model import Kind, Reading
from communique.pages import html_page, text_page
from reading import shared_reader

BUDAPEST = """Hungarian leader receives Chinese President in the Carmelite monastery

Published: May 9, 2024

Hungarian Prime Minister Viktor Orban received Chinese President Xi Jinping, who is on a state \
visit to Hungary, in Budapest on Thursday. The two leaders spoke about railways, factories and the \
war in Ukraine, and ministers of both countries signed a row of agreements in their presence.

Orban said that Hungary had always been sure that the two economies would grow closer, and thanked \
the guest for the confidence of Chinese investors. Xi said that ties were at their best in history.
"""
CANBERRA = """Albanese and Li review ties in Canberra

Published: June 17, 2024

Australian Prime Minister Anthony Albanese met Chinese Premier Li Qiang, who is paying an official \
visit to Australia, in Canberra on Monday. They agreed that the two armed forces should speak more \
often, so that nothing happens between their ships and aircraft by mistake.

Albanese said that Australia would cooperate where it could and disagree where it must. Li said \
that the relationship was back on track after a time of twists and turns.
"""
OTHERS = (
    (
        "Rains delay the harvest in the south of the country",
        "Farmers' unions expect that half of the barley will be lost to the weather this year.",
    ),
    (
        "Night trains to the coast return after eleven years",
        "From June 15 to 18 the railway will sell the first ten thousand tickets at half price.",
    ),
)


def read_with(article: str, *leads: tuple[str, str]) -> Reading:
    """Read an article with rows of other stories beneath it: headline, mark, one sentence."""
    rows = "".join(f"\n{head}\n\n|\n\n{lead}\n" for head, lead in (*leads, *OTHERS))
    return shared_reader().read(text_page.read_text_page(f"{article}\nRelated news\n{rows}"))


def days_of_visit(reading: Reading) -> tuple[str | None, str | None]:
    (visit,) = (one for one in reading.accounts if one.kind is Kind.VISIT)
    return visit.start, visit.end


@pytest.mark.parametrize(
    ("article", "lead", "days"),
    [
        (
            BUDAPEST,
            "Chinese President Xi Jinping will pay a state visit to Hungary from May 8 to 10, the "
            "ministry in Beijing has said.",
            ("2024-05-08", "2024-05-10"),
        ),
        (
            BUDAPEST,
            "President Xi Jinping's state visit to Hungary on May 8-10 is the first by a Chinese "
            "head of state in twenty years.",
            ("2024-05-08", "2024-05-10"),
        ),
        (
            CANBERRA,
            "Premier Li Qiang will make an official visit to Australia from June 15 to 18, with "
            "stops in Adelaide and Perth.",
            ("2024-06-15", "2024-06-18"),
        ),
    ],
)
def test_a_related_story_gives_the_days_of_the_visit(
    article: str, lead: str, days: tuple[str, str]
) -> None:
    reading = read_with(article, ("What to expect of the visit this week", lead))
    assert days_of_visit(reading) == days
    (related,) = reading.document.related
    text = reading.document.text
    assert related.quote == lead == text[related.start : related.end]
    (visit,) = (one for one in reading.accounts if one.kind is Kind.VISIT)
    assert visit.evidence.end
    assert all(text[span.start : span.end] == span.quote for span in visit.evidence.end)
    assert not any(head in text or line in text for head, line in OTHERS)


@pytest.mark.parametrize(
    "lead",
    [
        # another guest, another host, another year, no span of days, days that are over
        "Iranian President Ebrahim Raisi will pay a state visit to Hungary from May 8 to 10.",
        "Chinese President Xi Jinping is to pay a state visit to Serbia on May 8-10.",
        "Chinese President Xi Jinping paid a state visit to Hungary from May 8 to 10, 2019.",
        "Chinese President Xi Jinping will pay a state visit to Hungary on May 9.",
        "Chinese President Xi Jinping paid a state visit to Hungary from April 2 to 4.",
        "Orban and Xi will sign 16 agreements from May 8 to 10, according to the government.",
        # a summary that is cut off
        "Chinese President Xi Jinping will pay a state visit to Hungary from May 8 to 10, and...",
    ],
)
def test_a_related_story_of_something_else_changes_nothing(lead: str) -> None:
    alone, beside = (
        read_with(BUDAPEST, *leads) for leads in ((), [("What else is new in the capital", lead)])
    )
    assert beside.document.text == alone.document.text
    assert beside.accounts == alone.accounts
    assert days_of_visit(beside)[1] in (None, "2024-05-09")


FORMS = (
    '<section><h2>Related</h2>{}</section>', '<div><h3><a href="/{0}">{1}</a></h3><p>{2}</p></div>',
    '<ul>{}</ul>', '<li><a href="/{0}">{1}</a><p>{2}</p></li>',
    '<div>{}</div>', '<article><h4><a href="/{0}">{1}</a></h4><span>1 h</span><p>{2}</p></article>',
)  # fmt: skip


@pytest.mark.parametrize(("row", "item"), list(zip(FORMS[::2], FORMS[1::2], strict=True)))
def test_related_stories_of_a_page_with_tags(row: str, item: str) -> None:
    lead = "Premier Li Qiang will make an official visit to Australia from June 15 to 18."
    title, *paragraphs = [part for part in CANBERRA.split("\n\n") if part.strip()]
    told = "".join(f"<p>{part}</p>" for part in paragraphs)
    stories = (("What to expect of the visit", lead), *OTHERS)
    rows = row.format("".join(item.format(n, *story) for n, story in enumerate(stories)))
    source = f"<html><body><article><h1>{title}</h1>{told}</article>{rows}</body></html>"
    page = html_page.read_html_page(source)
    assert lead not in page.text
    reading = shared_reader().read(page)
    assert days_of_visit(reading) == ("2024-06-15", "2024-06-18")
    cut = html_page.read_html_page(source.replace(lead, f"{lead[:-1]}, and..."))
    assert days_of_visit(shared_reader().read(cut))[1] in (None, "2024-06-17")


def test_reading_a_kept_page_again_gives_the_same() -> None:
    lead = "Premier Li Qiang will make an official visit to Australia from June 15 to 18."
    reading = read_with(CANBERRA, ("What to expect of the visit this week", lead))
    assert reading.document.related
    assert shared_reader().read(reading.document) == reading

"""Sentence boundaries: where one ends, and what only looks like an end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.sentences import sentence_spans

CASES = [
    # plain
    ("The talks ended. The guests left.", ["The talks ended.", "The guests left."]),
    # forms of address
    ("Mr. Modi met Dr. Mahathir. They left.", ["Mr. Modi met Dr. Mahathir.", "They left."]),
    # states
    ("U.S. President Joe Biden left. He flew to Rome.",
     ["U.S. President Joe Biden left.", "He flew to Rome."]),
    # initials
    ("Minister S. Jaishankar spoke. He left.", ["Minister S. Jaishankar spoke.", "He left."]),
    # months
    ("They met on Sept. 5 in Paris. They left.", ["They met on Sept. 5 in Paris.", "They left."]),
    # ranks
    ("Lt. Gen. Abdel Fattah al-Burhan spoke. He left.",
     ["Lt. Gen. Abdel Fattah al-Burhan spoke.", "He left."]),
    # numbers
    ("Trade grew by 3.5 percent. Prices fell.", ["Trade grew by 3.5 percent.", "Prices fell."]),
    # quotation marks
    ("He said: “We agree.” They left.", ["He said: “We agree.”", "They left."]),
    # a question
    ("Will they meet? Nobody knows.", ["Will they meet?", "Nobody knows."]),
    # "Jr."
    ("President Ferdinand Marcos Jr. spoke. He left.",
     ["President Ferdinand Marcos Jr. spoke.", "He left."]),
    # words that look like abbreviations, and names of places
    ("They went in an open bus. Nigeria fly home.",
     ["They went in an open bus.", "Nigeria fly home."]),
    ("I have nothing to add. Pakistan has replied.",
     ["I have nothing to add.", "Pakistan has replied."]),
    ("They met in New York. Lula spoke first. Any questions? None.",
     ["They met in New York.", "Lula spoke first.", "Any questions?", "None."]),
    # a state's initials at an end
    ("He flew to the U.S. The visit lasts a week.",
     ["He flew to the U.S.", "The visit lasts a week."]),
    ("It was backed by the U.K. and the U.S. Both sent ministers.",
     ["It was backed by the U.K. and the U.S.", "Both sent ministers."]),
    # titles before names that are small words elsewhere
    ("Ms. An met Mr. He Lifeng. They left.", ["Ms. An met Mr. He Lifeng.", "They left."]),
    # numbers and answers
    ("It lies at No. 10 Downing Street. Has he left? No. He stays.",
     ["It lies at No. 10 Downing Street.", "Has he left?", "No.", "He stays."]),
    # companies and clock times
    ("They met at 5 p.m. The talks took an hour.",
     ["They met at 5 p.m.", "The talks took an hour."]),
    # no full stop at the end
    ("The talks ended", ["The talks ended"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "sentences"), CASES)
def test_sentences(paragraph: str, sentences: list[str]) -> None:
    assert [paragraph[start:end] for start, end in sentence_spans(paragraph)] == sentences


@given(st.text(alphabet="ab .,?!“”\"'\n\tÄж中0U", max_size=120), st.integers(0, 99))
def test_spans_are_in_order_and_lose_no_word(paragraph: str, offset: int) -> None:
    spans = sentence_spans(paragraph, offset)
    ends = [0, *(end - offset for _, end in spans)]
    for (start, end), before in zip(spans, ends, strict=False):
        assert before <= start - offset < end - offset <= len(paragraph)
    kept = "".join(paragraph[start - offset : end - offset] for start, end in spans)
    assert "".join(kept.split()) == "".join(paragraph.split())

"""Sentences that look like an engagement but could not be coded are listed, with the reason."""

from __future__ import annotations

import pytest

from reading import read

UNREAD = [
    # two persons and a meeting that is neither's in the words
    "Slovak Prime Minister Robert Fico told Czech President Petr Pavel of a meeting in Bratislava.",
    # a call of nobody known
    "A phone call, wrote Slovak Prime Minister Robert Fico about Czech President Petr Pavel, came.",
]


@pytest.mark.parametrize("text", UNREAD)
def test_what_was_left_out_is_listed(text: str) -> None:
    reading = read(text, published="2025-03-03")
    assert reading.accounts == ()
    assert [unread.span.quote for unread in reading.unread] == [text]
    assert all(unread.reason for unread in reading.unread)


REASONS = [
    # nobody is said to have taken part
    ("A phone call took place, said the spokesmen of Slovak Prime Minister Robert Fico and Czech "
     "President Petr Pavel.", "“call”: both parties missing"),
    # one is
    ("Slovak Prime Minister Robert Fico told Czech President Petr Pavel that he had met.",
     "“met”: one party missing (found Robert Fico)"),
    # two, of one state
    ("Slovak Prime Minister Robert Fico and Slovak Foreign Minister Juraj Blanar held talks in "
     "Bratislava.", "“talks”: foreign side missing (found Robert Fico, Juraj Blanar)"),
    # one who holds an office, and a state
    ("Slovak Prime Minister Robert Fico spoke before his talks in Norway.",
     "“talks”: one party missing (found Robert Fico)"),
    # two, one of whom is nobody's
    ("After Slovak Foreign Minister Juraj Blanar had left, Slovak Prime Minister Robert Fico held "
     "talks with Jane Example.", "“talks”: state of a person unknown (Jane Example)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_the_reason_says_what_was_missing(text: str, reason: str) -> None:
    assert [unread.reason for unread in read(text, published="2025-03-03").unread] == [reason]


READ = [
    # coded: nothing is left
    "Slovak Prime Minister Robert Fico met Czech President Petr Pavel in Bratislava.",
    # denied: nothing there to code
    "Slovak Prime Minister Robert Fico did not meet Czech President Petr Pavel.",
    # nobody arrives or signs
    "A car that Slovak Prime Minister Robert Fico and Czech President Petr Pavel knew arrived, and "
    "a clerk signed.",
    # a word for a meeting, a state and one who has no part in it
    "In Norway a meeting was news, wrote the paper of Robert Fico.",
    # nothing that looks like an engagement
    "The price of wheat rose in Kazakhstan and in Canada.",
]


@pytest.mark.parametrize("text", READ)
def test_nothing_is_listed_where_nothing_was_left_out(text: str) -> None:
    assert read(text, published="2025-03-03").unread == ()

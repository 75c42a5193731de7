"""Statements of two writers on the same talks: which are one, and which one of them leaves out."""

from __future__ import annotations

import pytest

from communique.linking.said import match_statements
from communique.model import Act, Statement

STATES = {"Ada Obi": "NGA", "Jon Dahl": "NOR"}


def said(speaker: str, act: str, content: str) -> Statement:
    who = tuple(speaker.split(" and ")) if " and " in speaker else speaker
    return Statement(who, None, Act(act), content, (), False, ())


# (one writer's, the other's, whether they are one)
PAIRS = {
    "the same words": (
        ("Ada Obi", "pledge", "to send grain ships to the port"),
        ("Ada Obi", "pledge", "that grain ships would be sent to the port"),
        True,
    ),
    "another spelling, a name cut short": (
        ("Ada Obi", "thank", "Norway for its help after the flood"),
        ("Obi", "thank", "for the help given after the flood"),
        True,
    ),
    "a state for its person": (
        ("NGA", "support", "the plan for peace talks in Oslo"),
        ("Ada Obi", "support", "the peace plan and talks"),
        True,
    ),
    "an act of the same kind": (
        ("Ada Obi", "inform", "the dam would be finished in spring"),
        ("Ada Obi", "affirm", "that the dam will be finished by spring"),
        True,
    ),
    "accepted, with pleasure": (
        ("Ada Obi", "accept", "the invitation"),
        ("Ada Obi", "accept", "the invitation with pleasure"),
        True,
    ),
    "both, and each by name": (
        ("both", "agree", "to open direct flights this year"),
        ("Ada Obi and Jon Dahl", "agree", "on direct flights to open within the year"),
        True,
    ),
    "what one accepted and what the same one declined": (
        ("Ada Obi", "accept", "the plan for peace talks in Oslo"),
        ("Ada Obi", "decline", "the plan for peace talks in Oslo"),
        False,
    ),
    "another speaker": (
        ("Ada Obi", "pledge", "to send grain ships to the port"),
        ("Jon Dahl", "pledge", "to send grain ships to the port"),
        False,
    ),
    "one for both": (
        ("both", "agree", "to open direct flights this year"),
        ("Ada Obi", "agree", "to open direct flights this year"),
        True,
    ),
    "one for both, in few words": (
        ("both", "affirm", "the weight of the region"),
        ("Ada Obi", "affirm", "the troubles of the region"),
        False,
    ),
    "one deed, told shortly and at length": (
        ("Ada Obi", "invite", "to visit Abuja"),
        ("Ada Obi", "invite", "to pay a state visit next spring"),
        True,
    ),
    "words of one sense": (
        ("Ada Obi", "affirm", "readiness to host negotiations on the lake"),
        ("Ada Obi", "affirm", "that she is ready to welcome talks about the lake"),
        True,
    ),
    "the words of every readout": (
        ("both", "agree", "to strengthen cooperation in areas of mutual interest"),
        ("both", "agree", "to deepen ties of trade, mutual visits and security"),
        False,
    ),
    "another act": (
        ("Ada Obi", "pledge", "to send grain ships to the port"),
        ("Ada Obi", "deny", "to send grain ships to the port"),
        False,
    ),
    "another content, though the parties are named in both": (
        ("Ada Obi", "affirm", "relations of Nigeria and Norway rest on trade"),
        ("Ada Obi", "affirm", "Nigeria and Norway fight piracy together at sea"),
        False,
    ),
    "an invitation among other things": (
        ("Ada Obi", "accept", "the invitation"),
        ("Ada Obi", "accept", "the credentials of the ambassador with pleasure"),
        False,
    ),
}


@pytest.mark.parametrize(("one", "other", "same"), PAIRS.values(), ids=PAIRS)
def test_which_statements_are_one(
    one: tuple[str, str, str], other: tuple[str, str, str], same: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        matched = match_statements([[said(*first)], [said(*second)]], STATES)
        assert len(matched) == (1 if same else 2)


def test_of_one_writer_two_statements_are_two() -> None:
    told = said("Ada Obi", "pledge", "to send grain ships to the port")
    assert len(match_statements([[told, told]], STATES)) == 2


def test_one_long_sentence_against_two_short_ones() -> None:
    long = said("Ada Obi", "urge", "to open the port of Lome to grain and to free the fishermen")
    port = said("Ada Obi", "urge", "that the port of Lome be opened for grain")
    fishers = said("Ada Obi", "urge", "the fishermen had to go free")
    for accounts in ([[long], [port, fishers]], [[port, fishers], [long]]):
        (one,) = match_statements(accounts, STATES)
        assert len(one.told) == 3


def test_what_is_perhaps_told_otherwise() -> None:
    peace = said("both", "affirm", "to go on working for a peaceful end to the war in the north")
    hope = said("Ada Obi", "support", "an early return of peace")
    flood = said("Jon Dahl", "condole", "the many dead of the flood")
    matched = match_statements([[peace], [hope, flood]], STATES)
    near = [[(each.account, each.words.quote) for each in one.perhaps] for one in matched]
    assert near == [[(1, hope.content)], [(0, peace.content)], []]


def test_what_stands_in_a_page_is_not_left_out_for_having_been_missed() -> None:
    flood = said("Jon Dahl", "condole", "the many dead of the flood in Lokoja")
    ships = said("Ada Obi", "pledge", "to send grain ships in spring")
    pages = [
        "Oslo mourns.\nThe flood in Lokoja left many dead, Dahl wrote.",
        "They spoke. Of ships.",
    ]
    condoled, pledged = match_statements([[ships], [flood]], STATES, pages)[::-1]
    assert [one.words.quote for one in condoled.perhaps] == [
        "The flood in Lokoja left many dead, Dahl wrote."
    ]
    (words,) = (one.words for one in condoled.perhaps)
    assert pages[0][words.start : words.end] == words.quote
    assert pledged.perhaps == ()


def test_each_finds_the_one_most_like_it() -> None:
    ships, planes = "to send grain ships in spring", "to send cargo planes in spring"
    mine = [said("Ada Obi", "pledge", ships), said("Ada Obi", "pledge", planes)]
    theirs = [said("Ada Obi", "pledge", planes), said("Ada Obi", "pledge", ships)]
    matched = match_statements([mine, theirs], STATES)
    contents = [[told.statement.content for told in one.told] for one in matched]
    assert contents == [[ships, ships], [planes, planes]]


def test_three_writers_and_who_is_silent() -> None:
    ships = said("Ada Obi", "pledge", "to send grain ships in spring")
    flood = said("Jon Dahl", "condole", "the many dead of the flood")
    matched = match_statements([[ships], [flood, ships], [flood]], STATES)
    assert [[told.account for told in one.told] for one in matched] == [[0, 1], [1, 2]]

"""A guest who meets several persons of one state on a visit: each meeting stays one of its own.

Presidents and prime ministers receive the same guest on the same day all over the world, and pages
tell of one of them, of both at once, or only name the state.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.linking import link_corpus
from communique.linking.rows import AccountRow, Corpus, PageRow, PartyRow
from communique.model import DateBasis, Kind, Role, Status

GUEST = PartyRow("Ada Obi", "NGA", None, "President", Role.GUEST)
PRESIDENT = PartyRow("Jon Dahl", "NOR", None, "President", Role.HOST)
PREMIER = PartyRow("Liv Berg", "NOR", None, "Prime Minister", Role.HOST)
SPEAKER = PartyRow("Odd Moen", "NOR", None, "Speaker", Role.HOST)
STATE = PartyRow(None, "NOR", None, None, Role.HOST)

Hosts = tuple[PartyRow, ...]
Told = tuple[Hosts, str | None, bool]


def corpus_of(told: list[Told], kind: Kind = Kind.MEETING) -> Corpus:
    """Return one page for each account: its hosts, its day, whether it is there to report it."""
    accounts = [
        AccountRow(
            id=f"{n:02}.1.0",
            page=f"{n:02}",
            kind=kind,
            status=Status.HELD,
            main=main,
            visit_type=None,
            start=day,
            end=day,
            date_basis=DateBasis.RESOLVED if day else DateBasis.UNKNOWN,
            place=None,
            parties=(GUEST, *hosts),
            topics=("trade",),
        )
        for n, (hosts, day, main) in enumerate(told)
    ]
    pages = [PageRow(account.page, "2023-05-04") for account in accounts]
    return Corpus(tuple(pages), tuple(accounts), (), (), ())


def groups_of(told: list[Told], kind: Kind = Kind.MEETING) -> list[set[int]]:
    linked = link_corpus(corpus_of(told, kind))
    return sorted(({int(a[:2]) for a in e.accounts} for e in linked.engagements), key=min)


def on_the_day(*hosts: PartyRow) -> Told:
    return (hosts, "2023-05-03", True)


@pytest.mark.parametrize("kind", [Kind.MEETING, Kind.CALL, Kind.LETTER])
def test_two_of_one_state_are_two(kind: Kind) -> None:
    assert groups_of([on_the_day(PRESIDENT), on_the_day(PREMIER)], kind) == [{0}, {1}]


def test_a_page_that_names_the_state_alone_is_with_one_of_them() -> None:
    assert groups_of([on_the_day(PRESIDENT), on_the_day(STATE)]) == [{0, 1}]
    found = groups_of([on_the_day(PRESIDENT), on_the_day(STATE), on_the_day(PREMIER)])
    assert sorted(map(len, found)) == [1, 2]
    assert {0, 2} not in found


def test_a_page_that_names_both_is_with_one_of_them() -> None:
    both = on_the_day(PRESIDENT, PREMIER)
    assert groups_of([on_the_day(PRESIDENT), both]) == [{0, 1}]
    assert groups_of([on_the_day(PRESIDENT), both, on_the_day(PRESIDENT)]) == [{0, 1, 2}]
    found = groups_of([on_the_day(PRESIDENT), both, on_the_day(PREMIER)])
    assert sorted(map(len, found)) == [1, 2]
    assert {0, 2} not in found


def test_one_name_spelt_in_three_ways_is_no_reason_to_part() -> None:
    names = ("Holmtek", "Holmberg", "Kolnberg")
    spelt = [on_the_day(replace(PRESIDENT, person=f"Jon {name}")) for name in names]
    assert groups_of(spelt) == [{0, 1, 2}]


hosts = st.lists(st.sampled_from([PRESIDENT, PREMIER, SPEAKER, STATE]), min_size=1, max_size=3)
days = st.sampled_from(["2023-05-03", "2023-05-04", "2023-05", None])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(hosts.map(tuple), days, st.booleans()), min_size=2, max_size=9),
    st.sampled_from([Kind.MEETING, Kind.CONSULTATION, Kind.CALL]),
)
def test_no_engagement_holds_accounts_that_name_different_hosts(
    told: list[Told], kind: Kind
) -> None:
    for group in groups_of(told, kind):
        named = [{host.person for host in told[n][0] if host.person} for n in sorted(group)]
        for mine, theirs in combinations(filter(None, named), 2):
            assert mine & theirs

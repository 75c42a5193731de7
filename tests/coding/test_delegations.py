"""Who leads a delegation takes part in the talks that the page reports."""

from __future__ import annotations

import pytest

from reading import party_lines, read

CASES = [
    # both sides, the second verb left out
    ("A round of the Russian-US strategic stability dialogue took place in Geneva. The Russian "
     "delegation was led by Deputy Foreign Minister Sergei Ryabkov, and the U.S. delegation by "
     "Deputy Secretary of State Wendy Sherman.",
     ["Sergei Ryabkov RUS participant", "Wendy Sherman USA participant"]),
    # two clauses in the active voice
    ("India and Nepal held Foreign Office Consultations. Foreign Secretary Vikram Misri led the "
     "Indian delegation while his counterpart Amrit Bahadur Rai headed the Nepali side.",
     ["Amrit Bahadur Rai NPL participant", "Vikram Misri IND participant"]),
    # who chairs
    ("The talks between Vietnam and Laos were co-chaired by Foreign Ministers Bui Thanh Son and "
     "Thongsavanh Phomvihane.",
     ["Bui Thanh Son VNM participant", "Thongsavanh Phomvihane LAO participant"]),
    # the delegation itself as subject
    ("Delegations led by Uzbek Deputy Prime Minister Jamshid Khodjaev and Afghan Commerce Minister "
     "Nooruddin Azizi held talks in Kabul.",
     ["Jamshid Khodjaev UZB guest", "Nooruddin Azizi AFG host"]),
    # received, its leader told in the next sentence
    ("Cuban President Miguel Diaz-Canel received a Chinese parliamentary delegation in Havana. The "
     "delegation was headed by Vice Chairman Cai Dafeng.",
     ["Cai Dafeng CHN guest", "Miguel Diaz-Canel CUB host"]),
    # a leader of whom nothing else is known is of the delegation's state
    ("A delegation of the Communist Party of Cuba led by Rogelio Polanco Fuentes was received by "
     "Vietnamese President Luong Cuong.",
     ["Luong Cuong VNM host", "Rogelio Polanco Fuentes CUB guest"]),
    # who leads it somewhere attends
    ("Kenyan President William Ruto led a delegation of the Kenyan Government to attend the "
     "funeral of former Finnish President Martti Ahtisaari in Helsinki.",
     ["FIN host", "William Ruto KEN guest"]),
    # without a leader it is the guest itself
    ("Cuban President Miguel Diaz-Canel received a Chinese parliamentary delegation.",
     ["CHN guest", "Miguel Diaz-Canel CUB host"]),
    # beside its president it comes along
    ("Cuban President Miguel Diaz-Canel met Chinese President Xi Jinping and a Chinese delegation.",
     ["CHN delegate", "Miguel Diaz-Canel CUB participant", "Xi Jinping CHN participant"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), CASES)
def test_leaders_of_delegations_are_parties(text: str, parties: list[str]) -> None:
    (account,) = read(text, published="2025-07-08").accounts
    assert party_lines(account) == parties

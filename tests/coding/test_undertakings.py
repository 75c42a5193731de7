"""Pledges and agreed steps: who undertakes what towards whom, by when; and what is none."""

from __future__ import annotations

import pytest

from communique.model import Commitment
from reading import read

MET = (
    "Kenyan Foreign Minister Musalia Mudavadi met Vietnamese Foreign Minister Bui Thanh Son in "
    "Nairobi on Tuesday.\n\n"
)
DAY = "2024-03-06"  # a Wednesday


def undertaken(text: str) -> list[Commitment]:
    reading = read(MET + text, published=DAY)
    found = [c for account in reading.accounts for c in account.commitments]
    return [c for c in (*found, *reading.commitments) if c.kind in ("pledge", "agreement")]


def told(one: Commitment) -> str:
    """``pledge A > B: what (due) extended 2024-03-05``."""
    due = f" ({one.due})" if one.due else ""
    state = one.states[0]
    names = {"Musalia Mudavadi": "Mudavadi", "Bui Thanh Son": "Son"}
    by, to = names.get(one.by or "", one.by), names.get(one.to or "", one.to)
    return f"{one.kind.value} {by} > {to}: {one.what}{due} {state.state.value} {state.date}"


CASES = [
    # promised, with a term
    ("Mudavadi pledged to conclude a treaty on extradition by the end of the year.",
     ["pledge Mudavadi > Son: conclude a treaty on extradition by the end of the year (2024) "
      "extended 2024-03-05"]),
    # no term, an infinitive of what can be done
    ("He promised to send fifty police officers to Hanoi.",
     ["pledge Mudavadi > Son: send fifty police officers to Hanoi extended 2024-03-05"]),
    ("The Vietnamese minister undertook to supply Kenya with rice.",
     ["pledge Son > Mudavadi: supply Kenya with rice extended 2024-03-05"]),
    # a thing promised
    ("Viet Nam pledged 20 million dollars to rebuild the port.",
     ["pledge VNM > Mudavadi: 20 million dollars to rebuild the port extended 2024-03-05"]),
    # what the other has waited for, told by the side that will do it
    ("Kenya will open an embassy in Hanoi by June, Mudavadi said.",
     ["pledge Mudavadi > Son: Kenya will open an embassy in Hanoi by June (2024-06) "
      "extended 2024-03-05"]),
    # not to do something
    ("Mudavadi assured Bui Thanh Son that Kenya would not permit fishing in those waters.",
     ["pledge Mudavadi > Son: Kenya would not permit fishing in those waters extended 2024-03-05"]),
    # agreed by both
    ("The two sides agreed to hold the next round of political consultations in Hanoi in May.",
     ["agreement Mudavadi > Son: hold the next round of political consultations in Hanoi in May "
      "(2024-05) accepted 2024-03-05"]),
    ("They agreed to meet again within three months.",
     ["agreement Mudavadi > Son: meet again within three months (2024-06-06) "
      "accepted 2024-03-05"]),
    ("It was agreed that a joint commission would be set up by 2025.",
     ["agreement Mudavadi > Son: a joint commission would be set up by 2025 (2025) "
      "accepted 2024-03-05"]),
    # of two things agreed the one that can be seen to be done
    ("Both sides agreed to strengthen cooperation and to sign an agreement on the transfer of "
     "prisoners in June.",
     ["agreement Mudavadi > Son: sign an agreement on the transfer of prisoners in June (2024-06) "
      "accepted 2024-03-05"]),
    # an orientation with a term
    ("The two ministers agreed to work to expand trade by 2030.",
     ["agreement Mudavadi > Son: work to expand trade by 2030 (2030) accepted 2024-03-05"]),
    # both undertake: agreed
    ("The parties undertook not to impose new tariffs.",
     ["agreement Mudavadi > Son: not to impose new tariffs accepted 2024-03-05"]),
    # told of another day
    ("The two sides had agreed in March 2023 to open direct flights.",
     ["agreement Mudavadi > Son: open direct flights accepted 2023-03"]),
    # dates that are no term
    ("The two ministers agreed to revive the agreement of 2019.",
     ["agreement Mudavadi > Son: revive the agreement of 2019 accepted 2024-03-05"]),
    # what goes on without an end is no commitment
    ("The two sides agreed to strengthen cooperation and to remain in touch.", []),
    ("Mudavadi vowed that Kenya would stand by Viet Nam.", []),
    ("The ministers agreed to create favourable conditions for investors.", []),
    ("The ministers agreed to hold regular consultations.", []),
    ("The ministers agreed on the importance of trade.", []),
    # nothing promised: denied, on a condition, only hoped, asked of another
    ("Mudavadi did not promise to send troops.", []),
    ("Bui Thanh Son promised to send rice if the rains fail.", []),
    ("Mudavadi said Kenya hopes to open an embassy in Hanoi.", []),
    ("Mudavadi urged Viet Nam to promise to open its market.", []),
    # told, but promised to nobody
    ("Mudavadi said the government would hold elections in May.", []),
    # a journey is followed as a visit
    ("Mudavadi promised to visit Hanoi this autumn.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:60] for text, _ in CASES])
def test_undertakings(text: str, wanted: list[str]) -> None:
    assert [told(one) for one in undertaken(text)] == wanted


def test_the_words_of_the_promise_are_its_evidence() -> None:
    one = undertaken("Mudavadi pledged to ratify the treaty on extradition in May.")[0]
    words = [span.quote for span in one.states[0].evidence]
    assert "pledged" in words
    assert "ratify the treaty on extradition in May" in words


def test_to_whom_is_asked_of_those_who_agreed_where_nobody_met() -> None:
    reading = read(
        "Armenia and Azerbaijan agreed on Thursday to release prisoners.\n\n"
        "Azerbaijan undertakes to release 32 Armenian servicemen.",
        published="2023-12-08",
    )
    found = [told(one) for one in reading.commitments if one.kind == "pledge"]
    assert found == ["pledge AZE > ARM: release 32 Armenian servicemen extended None"]

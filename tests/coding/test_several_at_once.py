"""Who takes part where one clause tells of several: talks engaged in, visits announced together."""

from __future__ import annotations

from reading import all_told, read

_TEXT = (
    "Fiji's Prime Minister Sitiveni Rabuka engaged in {kind} talks with Papua New Guinea's Prime "
    "Minister James Marape and Tonga's Prime Minister Siaosi Sovaleni on 26 August 2024."
)


def test_bilateral_talks_with_two_are_two_meetings_of_the_subject() -> None:
    told = all_told(read(_TEXT.format(kind="bilateral"), published="2024-08-27"))
    assert told == [
        "meeting held: James Marape PNG participant; Sitiveni Rabuka FJI participant",
        "meeting held: Siaosi Sovaleni TON participant; Sitiveni Rabuka FJI participant",
    ]


def test_trilateral_talks_with_two_are_one_summit_of_all_three() -> None:
    (told,) = all_told(read(_TEXT.format(kind="trilateral"), published="2024-08-27"))
    assert told.startswith("summit held: James Marape")
    assert "Sitiveni Rabuka" in told
    assert "Siaosi Sovaleni" in told


def test_visits_announced_together_are_one_for_each_state() -> None:
    told = all_told(
        read(
            "Visits to Lithuania by Polish President Andrzej Duda and German Chancellor Olaf "
            "Scholz are planned for June 2024.",
            published="2024-05-14",
        )
    )
    assert told == [
        "visit planned: Andrzej Duda POL guest; LTU host",
        "visit planned: LTU host; Olaf Scholz DEU guest",
    ]


def test_two_of_one_state_who_are_invited_are_on_a_visit_each() -> None:
    told = all_told(
        read(
            "Polish President Andrzej Duda invited Finnish President Alexander Stubb to visit "
            "Warsaw. Duda also invited Finnish Prime Minister Petteri Orpo to visit Warsaw.",
            title="Duda invites Stubb and Orpo to Poland",
            published="2024-05-14",
        )
    )
    assert told == [
        "visit proposed: Alexander Stubb FIN guest; Andrzej Duda POL host",
        "visit proposed: Andrzej Duda POL host; Petteri Orpo FIN guest",
    ]

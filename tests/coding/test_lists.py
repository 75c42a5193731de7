"""A line that ends in a colon, and below it those with whom it happened."""

from __future__ import annotations

from reading import all_told, read


def test_each_on_the_list_was_met_apart() -> None:
    text = (
        "On the sidelines, German Chancellor Friedrich Merz held bilateral meetings with:\n\n"
        "- Donald Tusk, Prime Minister of Poland\n\n- Mette Frederiksen, Prime Minister of Denmark"
    )
    assert all_told(read(text)) == [
        "meeting held: Donald Tusk POL participant; Friedrich Merz DEU participant",
        "meeting held: Friedrich Merz DEU participant; Mette Frederiksen DNK participant",
    ]


def test_the_host_of_those_received_was_named_before() -> None:
    text = (
        "Zambian President Hakainde Hichilema had a full day in Lusaka. Among those received were:"
        "\n- Foreign Minister Tete Antonio of Angola\n- Malawi's Vice President Michael Usi\n\n"
        "He went home at six."
    )
    assert all_told(read(text)) == [
        "meeting held: Hakainde Hichilema ZMB host; Michael Usi MWI guest",
        "meeting held: Hakainde Hichilema ZMB host; Tete Antonio AGO guest",
    ]


def test_who_came_along_is_no_list_of_meetings() -> None:
    text = (
        "The Australian delegation included:\n- Trade Minister Don Farrell\n"
        "- Defence Minister Richard Marles"
    )
    assert all_told(read(text)) == []

"""Round-ups: letters to one person told one after another, meetings on a journey, credentials."""

from __future__ import annotations

import pytest

from reading import all_told, read


def told_main(text: str, title: str | None = None) -> list[str]:
    reading = read(text, published="2024-11-12", title=title)
    return sorted(
        f"{account.kind.value}: "
        + ", ".join(sorted(p.person or p.state or "" for p in account.parties))
        for account in reading.accounts
        if account.main
    )


def test_the_only_one_congratulated_gets_the_telegram() -> None:
    text = (
        "French President Emmanuel Macron was re-elected.\n\nRussian President Vladimir Putin "
        'congratulated Macron. "I wish you success," Putin said in a congratulatory telegram.\n\n'
        "Kenyan President William Ruto congratulated Macron as well."
    )
    assert "letter: Emmanuel Macron, Vladimir Putin" in told_main(text)


def test_letters_of_a_round_up_are_all_main() -> None:
    text = (
        "Messages from many capitals reached Iranian President Masoud Pezeshkian on Sunday.\n\n"
        "The new president takes office within a month.\n\nHe is a surgeon.\n\nOne of the first "
        "was a telegram from Russian President Vladimir Putin.\n\nOmani Sultan Haitham bin Tarik, "
        "in a cable, wished Pezeshkian success."
    )
    assert told_main(text) == [
        "letter: Haitham bin Tarik, Masoud Pezeshkian",
        "letter: Masoud Pezeshkian, Vladimir Putin",
    ]


def test_a_telegram_to_nobody_told_is_none() -> None:
    text = "Among the papers was a telegram from Russian President Vladimir Putin."
    assert all_told(read(text, published="2024-11-12")) == []


CREDENTIALS = {
    "in two sentences": (
        "Omani Sultan Haitham bin Tarik received the credentials of several diplomats yesterday. "
        "The credentials were handed in by the ambassadors of Peru and Chad.",
        ["ceremony held: Haitham bin Tarik OMN host; PER guest; TCD guest"],
    ),
    "each behind his state": (
        "Ghanaian President John Mahama received the credentials of the new ambassadors of "
        "Uruguay, Nestor Navarro, Chile, Julio Fiol, and Mali, Awa Diallo.",
        ["ceremony held: Awa Diallo MLI guest; John Mahama GHA host; Julio Fiol CHL guest; Nestor "
         "Navarro URY guest"],
    ),
    "copies": (
        "The new Ambassador of Ireland to Jordan, Marianne Bolger, presented a copy of her "
        "credentials to Foreign Minister Ayman Safadi.",
        ["ceremony held: Ayman Safadi JOR host; Marianne Bolger IRL guest"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CREDENTIALS)
def test_credentials(case: str) -> None:
    text, expected = CREDENTIALS[case]
    assert all_told(read(text, published="2024-11-12")) == expected


def test_what_is_told_of_one_partner_is_not_told_of_the_others() -> None:
    text = (
        "Indian External Affairs Minister S Jaishankar held separate talks with his counterparts "
        "from Japan and Italy in Geneva. The Japanese minister was received by "
        "Jaishankar in New Delhi."
    )
    roles = {
        p.state: p.role.value
        for a in read(text, published="2024-11-12").accounts
        for p in a.parties
        if any(q.state == "ITA" for q in a.parties)
    }
    assert roles == {"IND": "participant", "ITA": "participant"}


def test_nobody_is_host_on_a_journey_to_a_third_state() -> None:
    text = (
        "TEHRAN - Iranian Foreign Minister Abbas Araghchi met Jordanian Foreign Minister Ayman "
        "Safadi. Araghchi has been on a visit to New York since Friday."
    )
    accounts = read(text, published="2024-11-12", dateline="TEHRAN").accounts
    talks = next(a for a in accounts if a.kind.value == "meeting")
    assert {p.role.value for p in talks.parties} == {"participant"}
    assert talks.place is None

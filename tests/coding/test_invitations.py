"""Invitations: who invites whom to what, and where the invitation stands."""

from __future__ import annotations

import pytest

from communique.model import Commitment, Reading
from reading import read


def invitations(reading: Reading) -> list[Commitment]:
    found = [c for account in reading.accounts for c in account.commitments]
    return [c for c in (*found, *reading.commitments) if c.kind == "invitation"]


def told(commitment: Commitment) -> str:
    """``A > B: extended, accepted``, with ``via C`` where somebody carries it."""
    via = f" via {commitment.via}" if commitment.via else ""
    states = ", ".join(state.state.value for state in commitment.states)
    return f"{commitment.by} > {commitment.to}{via}: {states}"


CASES = [
    # asked to take the invitation along
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. He "
     "asked her to convey his invitation to President Alexander Stubb to visit Kenya.",
     ["William Ruto > Alexander Stubb: extended"]),
    # for another, said between commas; promised to come; has an invitation
    ("Foreign Minister Elina Valtonen of Finland, on behalf of President Alexander Stubb, invited "
     "President William Ruto of Kenya to visit Helsinki.",
     ["Alexander Stubb > William Ruto via Elina Valtonen: extended"]),
    ("President Alexander Stubb of Finland invited President William Ruto of Kenya to visit "
     "Helsinki. Ruto promised to come.", ["Alexander Stubb > William Ruto: extended, accepted"]),
    ("President William Ruto of Kenya met Foreign Minister Elina Valtonen of Finland. Valtonen has "
     "a standing invitation from Ruto to visit Mombasa.",
     ["William Ruto > Elina Valtonen: extended"]),
    ("President William Ruto of Kenya met Foreign Minister Elina Valtonen of Finland. Ruto invited "
     "her for dinner at State House.", []),
    # welcome to visit; requested to pay a visit
    ("President William Ruto of Kenya said that President Alexander Stubb of Finland is always "
     "welcome to visit Kenya.", ["William Ruto > Alexander Stubb: extended"]),
    ("President William Ruto of Kenya requested President Alexander Stubb of Finland to pay a "
     "visit to Nairobi.", ["William Ruto > Alexander Stubb: extended"]),
    ("President William Ruto of Kenya requested President Alexander Stubb of Finland to pay the "
     "fee.", []),
    # handed somebody an invitation
    ("Foreign Minister Elina Valtonen of Finland handed President William Ruto of Kenya an "
     "invitation from President Alexander Stubb to visit Helsinki.",
     ["Alexander Stubb > William Ruto via Elina Valtonen: extended"]),
    # to a meal: nothing to be kept some day
    ("President William Ruto of Kenya met President Alexander Stubb of Finland in Nairobi on "
     "Monday and invited him to dinner.", []),
    ("President William Ruto of Kenya met President Alexander Stubb of Finland in Nairobi on "
     "Monday and invited him to Mombasa.", ["William Ruto > Alexander Stubb: extended"]),
    # who accepts, by his office alone, is not the inviter of that office
    ("Jordanian Foreign Minister Ayman Safadi received the Ambassador of Denmark, Merete Juhl. The "
     "ambassador conveyed an invitation from Danish Foreign Minister Lars Løkke Rasmussen to visit "
     "Copenhagen. The minister accepted the invitation.",
     ["Lars Løkke Rasmussen > Ayman Safadi via Merete Juhl: extended, accepted"]),
    # several at once
    ("Invitations to the summit in Nairobi have been sent to Finland's President Alexander Stubb "
     "and Ghana's President John Mahama by President William Ruto of Kenya.",
     ["William Ruto > Alexander Stubb: extended", "William Ruto > John Mahama: extended"]),
    # who will not be able to accept declines; whether one has accepted is not told
    ("President Alexander Stubb of Finland will not be able to accept the invitation of President "
     "William Ruto of Kenya to visit.", ["William Ruto > Alexander Stubb: declined"]),
    ("President Alexander Stubb of Finland extended an invitation to President William Ruto for a "
     "visit to Finland, which he accepted.",
     ["Alexander Stubb > William Ruto: extended, accepted"]),
    ("President William Ruto of Kenya invited President Alexander Stubb of Finland to visit "
     "Nairobi. It is unclear if Stubb has accepted.", ["William Ruto > Alexander Stubb: extended"]),
    # thanks for inviting, sent in a note: who gets them has invited
    ("President William Ruto of Kenya sent a note of thanks to President Alexander Stubb of "
     "Finland for inviting him.", ["Alexander Stubb > William Ruto: extended"]),
    # asked to come, in words or in a letter
    ("President Emmanuel Macron has asked Chancellor Friedrich Merz to come to Toulon.",
     ["Emmanuel Macron > Friedrich Merz: extended"]),
    ("Kim Yo-jong handed President Moon Jae-in a letter from her brother, Kim Jong-un, asking him "
     "to come to Pyongyang.", ["Kim Jong-un > Moon Jae-in via Kim Yo-jong: extended"]),
    # asked to do something else
    ("President Emmanuel Macron has asked Chancellor Friedrich Merz to send engines.", []),
    # thanks for having come, or for being asked
    ("Prime Minister Shehbaz Sharif thanked President Prabowo Subianto for accepting his "
     "invitation to Islamabad.", ["Shehbaz Sharif > Prabowo Subianto: extended, accepted"]),
    ("President Prabowo Subianto said he was grateful to Prime Minister Shehbaz Sharif for the "
     "invitation.", ["Shehbaz Sharif > Prabowo Subianto: extended"]),
    # thanks of today are not for the visit of last year
    ("President Kassym-Jomart Tokayev spoke by telephone with President Emmanuel Macron on "
     "Tuesday. They discussed what was agreed during the state visit of President Tokayev to "
     "France in November 2022. Tokayev thanked the President of France for the invitation to visit "
     "Paris.",
     ["Emmanuel Macron > Kassym-Jomart Tokayev: extended"]),
    # a visit that followed it
    ("The visit of President Prabowo Subianto to Islamabad followed an invitation from Prime "
     "Minister Shehbaz Sharif.",
     ["Shehbaz Sharif > Prabowo Subianto: extended, fulfilled"]),
    # withdrawn, exchanged
    ("President Emmanuel Macron withdrew his invitation to Chancellor Friedrich Merz.",
     ["Emmanuel Macron > Friedrich Merz: withdrawn"]),
    ("President Emmanuel Macron and Chancellor Friedrich Merz exchanged invitations.",
     ["Emmanuel Macron > Friedrich Merz: extended", "Friedrich Merz > Emmanuel Macron: extended"]),
    # taken up by "he", by whom it delights, or by a phrase
    ("President Emmanuel Macron invited Chancellor Friedrich Merz to Toulon, and he accepted.",
     ["Emmanuel Macron > Friedrich Merz: extended, accepted"]),
    ("President Emmanuel Macron invited Chancellor Friedrich Merz to visit Toulon. Merz said he "
     "would be delighted to come.", ["Emmanuel Macron > Friedrich Merz: extended, accepted"]),
    ("Chancellor Friedrich Merz took up an invitation from President Emmanuel Macron to visit "
     "Toulon.", ["Emmanuel Macron > Friedrich Merz: accepted"]),
    # by each of the hosts
    ("Foreign Minister Ian Borg of Malta will visit Latvia and Estonia at the invitation of his "
     "counterparts.",
     ["LVA > Ian Borg: extended, accepted", "EST > Ian Borg: extended, accepted"]),
    # given an invitation
    ("Prime Minister Mohammed bin Abdulrahman was also given an invitation by President Joseph "
     "Aoun to visit Beirut.", ["Joseph Aoun > Mohammed bin Abdulrahman: extended"]),
    # taken up in the passive
    ("Prime Minister Shehbaz Sharif renewed his invitation to President Prabowo Subianto to visit "
     "Pakistan, which was graciously accepted by President Prabowo.",
     ["Shehbaz Sharif > Prabowo Subianto: reiterated, accepted"]),
    # a name behind several offices
    ("Foreign Minister Moosa Zameer is travelling at the invitation of the UAE's Deputy Prime "
     "Minister and Minister of Foreign Affairs, Sheikh Abdullah bin Zayed Al Nahyan.",
     ["Abdullah bin Zayed Al Nahyan > Moosa Zameer: extended"]),
    # the verb
    ("Icelandic Prime Minister Kristrun Frostadottir invited Latvian President Edgars Rinkevics to "
     "visit Reykjavik.", ["Kristrun Frostadottir > Edgars Rinkevics: extended"]),
    # passive
    ("Latvian President Edgars Rinkevics was invited by Icelandic Prime Minister Kristrun "
     "Frostadottir to visit Reykjavik.", ["Kristrun Frostadottir > Edgars Rinkevics: extended"]),
    # the noun
    ("Icelandic Prime Minister Kristrun Frostadottir extended an invitation to Latvian President "
     "Edgars Rinkevics to visit Reykjavik.", ["Kristrun Frostadottir > Edgars Rinkevics: "
                                              "extended"]),
    # accepted in the same sentence
    ("Icelandic Prime Minister Kristrun Frostadottir invited Latvian President Edgars Rinkevics to "
     "visit Reykjavik, and he accepted.",
     ["Kristrun Frostadottir > Edgars Rinkevics: extended, accepted"]),
    # accepted in the next
    ("Icelandic Prime Minister Kristrun Frostadottir invited Latvian President Edgars Rinkevics to "
     "visit Reykjavik. The president accepted the invitation.",
     ["Kristrun Frostadottir > Edgars Rinkevics: extended, accepted"]),
    # repeated
    ("Icelandic Prime Minister Kristrun Frostadottir renewed her invitation to Latvian President "
     "Edgars Rinkevics to visit Reykjavik.",
     ["Kristrun Frostadottir > Edgars Rinkevics: reiterated"]),
    # declined
    ("Brazilian President Luiz Inacio Lula da Silva declined an invitation from Russian President "
     "Vladimir Putin to visit Saint Petersburg.",
     ["Vladimir Putin > Luiz Inacio Lula da Silva: declined"]),
    # the agent behind the infinitive
    ("Latvian President Edgars Rinkevics has been invited to visit Reykjavik by Icelandic Prime "
     "Minister Kristrun Frostadottir.", ["Kristrun Frostadottir > Edgars Rinkevics: extended"]),
    # both ends behind the participle of the noun
    ("Cuban Foreign Minister Bruno Rodriguez reiterated the invitation extended by President "
     "Miguel Diaz-Canel to Angolan President Joao Lourenco to visit Cuba.",
     ["Miguel Diaz-Canel > Joao Lourenco via Bruno Rodriguez: reiterated"]),
    # behind its infinitive
    ("Angolan President Joao Lourenco has received an official invitation to visit Cuba from his "
     "counterpart Miguel Diaz-Canel.", ["Miguel Diaz-Canel > Joao Lourenco: extended"]),
    # accepted in a relative clause
    ("Zambian President Hakainde Hichilema extended an invitation to Finnish President Alexander "
     "Stubb to visit Lusaka, which he accepted with pleasure.",
     ["Hakainde Hichilema > Alexander Stubb: extended, accepted"]),
    # a government is its state
    ("The Indonesian government has invited Brazilian President Luiz Inacio Lula da Silva to "
     "Jakarta.", ["IDN > Luiz Inacio Lula da Silva: extended"]),
    # several governments
    ("At the invitation of the governments of Namibia and Chad, Chinese Foreign Minister Wang Yi "
     "will visit the two countries.",
     ["NAM > Wang Yi: extended, accepted", "TCD > Wang Yi: extended, accepted"]),
    # one each way
    ("Peruvian President Dina Boluarte and Ecuadorian President Daniel Noboa invited each other to "
     "visit.", ["Dina Boluarte > Daniel Noboa: extended", "Daniel Noboa > Dina Boluarte: "
                                                        "extended"]),
    # thanks for one
    ("Prime Minister of Vanuatu Jotham Napat thanked President Prabowo Subianto of Indonesia for "
     "his invitation to visit Jakarta.", ["Prabowo Subianto > Jotham Napat: extended"]),
    ("Omani Foreign Minister Badr Albusaidi expressed his thanks to Greek Foreign Minister George "
     "Gerapetritis for the kind invitation to visit Athens.",
     ["George Gerapetritis > Badr Albusaidi: extended"]),
    # thanks for having taken it up
    ("Costa Rican President Rodrigo Chaves received Salvadoran President Nayib Bukele in San Jose. "
     "Chaves thanked his guest for having accepted the invitation.",
     ["Rodrigo Chaves > Nayib Bukele: extended, accepted, fulfilled"]),
    # one to the public
    ("Finnish President Alexander Stubb met Kenyan President William Ruto in Nairobi and extended "
     "an open invitation to investors.", []),
    # no verb says that it was extended
    ("Vanuatu's invitation to New Zealand Prime Minister Christopher Luxon stands, Prime Minister "
     "Jotham Napat said.", ["VUT > Christopher Luxon: extended"]),
    ("Chilean President Gabriel Boric will not attend the summit despite an invitation from Peru's "
     "President Dina Boluarte.", ["Dina Boluarte > Gabriel Boric: extended"]),
    # told so
    ("Peru's President Dina Boluarte told Chilean President Gabriel Boric that he was invited to "
     "Lima.", ["Dina Boluarte > Gabriel Boric: extended"]),
    # in a letter, whoever hands it over
    ("Kuwaiti Foreign Minister Abdullah Al-Yahya handed Croatian President Zoran Milanovic a "
     "letter from Emir Sheikh Meshal Al-Ahmad Al-Jaber Al-Sabah with an invitation to Kuwait.",
     ["Meshal Al-Ahmad Al-Jaber Al-Sabah > Zoran Milanovic via Abdullah Al-Yahya: extended"]),
    ("Croatian President Zoran Milanovic received a letter from Kuwaiti Emir Sheikh Meshal "
     "Al-Ahmad Al-Jaber Al-Sabah inviting him to visit Kuwait.",
     ["Meshal Al-Ahmad Al-Jaber Al-Sabah > Zoran Milanovic: extended"]),
    # at home
    ("President William Ruto of Kenya invited opposition leader Raila Odinga to talks.", []),
    # a question, a plan
    ("Has France invited Syrian President Ahmed al-Sharaa to Paris?", []),
    ("French President Emmanuel Macron plans to invite Syrian President Ahmed al-Sharaa.", []),
    # no invitation between states
    ("Japanese Prime Minister Shigeru Ishiba invited farmers to a talk in Tottori.", []),
    # a figure of speech
    ("The crisis in Sudan invites comparison with Chad.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_invitations(text: str, expected: list[str]) -> None:
    assert [told(c) for c in invitations(read(text, published="2025-05-02"))] == expected


def test_an_invitation_carried_by_another() -> None:
    reading = read(
        "Azerbaijani Foreign Minister Jeyhun Bayramov handed Iranian President Masoud "
        "Pezeshkian an invitation from Turkish President Recep Tayyip Erdogan to visit Ankara.",
        published="2025-05-02",
    )
    (invitation,) = invitations(reading)
    assert (invitation.by, invitation.to) == ("Recep Tayyip Erdogan", "Masoud Pezeshkian")
    assert invitation.via == "Jeyhun Bayramov"


def test_a_visit_at_the_invitation_of_its_host() -> None:
    reading = read(
        "At the invitation of Chinese President Xi Jinping, Papua New Guinean Prime Minister James "
        "Marape will pay an official visit to China in October.",
        published="2025-09-05",
    )
    (invitation,) = invitations(reading)
    assert (invitation.by, invitation.to) == ("Xi Jinping", "James Marape")
    assert "accepted" in {state.state for state in invitation.states}
    (visit,) = [a for a in reading.accounts if a.kind == "visit"]
    assert visit.status == "planned"


def test_what_one_is_invited_to_and_when() -> None:
    (invitation,) = invitations(
        read(
            "Uzbek President Shavkat Mirziyoyev invited Finnish President Alexander Stubb to visit "
            "Tashkent in May 2026.",
            published="2025-10-29",
        )
    )
    assert invitation.what.startswith("visit Tashkent")
    assert invitation.due == "2026-05"


def test_an_invitation_delivered_by_an_envoy_is_the_one_extended() -> None:
    reading = read(
        "Indonesian President Joko Widodo invited Sri Lankan President Maithripala Sirisena to "
        "visit Indonesia. Indonesian special envoy Alar Moss delivered the invitation to President "
        "Sirisena.",
        published="2017-03-06",
    )
    (invitation,) = [c for a in reading.accounts for c in a.commitments]
    assert (invitation.by, invitation.via) == ("Joko Widodo", "Alar Moss")

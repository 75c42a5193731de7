"""Messages: what kind, by what medium, from whom to whom, through whom, about what."""

from __future__ import annotations

import pytest

from communique.model import Message, Reading
from reading import read


def messages(reading: Reading) -> list[Message]:
    return [m for account in reading.accounts for m in account.messages] + list(reading.messages)


def told(message: Message) -> str:
    """``congratulation letter: A > B``, with ``via C`` where somebody carries it."""
    medium = f" {message.medium.value}" if message.medium else ""
    sides = f"{', '.join(message.sender)} > {', '.join(message.to)}"
    via = f" via {message.via}" if message.via else ""
    return f"{message.kind.value}{medium}: {sides}{via}"


CASES = [
    # who rings somebody up says it, no call upon anybody
    ("President William Ruto of Kenya made a phone call on Wednesday to President Alexander Stubb "
     "of Finland to offer condolences over the death of Martti Ahtisaari.",
     ["condolence call: William Ruto > Alexander Stubb"]),
    # who proposes the call is who congratulates, whatever was sent before
    ("After sending a letter to him, President William Ruto of Kenya proposed a phone call to "
     "congratulate President Alexander Stubb of Finland on his election.",
     ["congratulation call: William Ruto > Alexander Stubb"]),
    # the book of condolence is that of whose embassy it lies in
    ("Foreign Minister Musalia Mudavadi of Kenya signed the book of condolence at the Finnish "
     "Embassy in Nairobi.", ["condolence: Musalia Mudavadi > FIN"]),
    # one verb's object gets what the next one brings
    ("Foreign Minister Musalia Mudavadi of Kenya congratulated President Alexander Stubb of "
     "Finland and conveyed best wishes from President William Ruto.",
     ["congratulation: Musalia Mudavadi > Alexander Stubb",
      "greeting: William Ruto > Alexander Stubb via Musalia Mudavadi"]),
    # counterparts are of the states where they are
    ("President William Ruto of Kenya sent messages of condolence to his counterparts in Niger and "
     "Gabon for the victims of a landslide.", ["condolence: William Ruto > NER, GAB"]),
    # another's friendship is his greeting
    ("Foreign Minister Musalia Mudavadi of Kenya extended a special message of love and "
     "brotherhood from President William Ruto to President Alexander Stubb of Finland.",
     ["greeting: William Ruto > Alexander Stubb via Musalia Mudavadi"]),
    ("Foreign Minister Musalia Mudavadi of Kenya handed President Alexander Stubb of Finland a "
     "letter of thanks from President William Ruto.",
     ["thanks letter: William Ruto > Alexander Stubb via Musalia Mudavadi"]),
    # called on to convey; the bearer's greetings are those that he brings
    ("Chinese Ambassador Cheng Xueyuan called upon Sri Lankan Prime Minister Ranil Wickremesinghe "
     "and Speaker Karu Jayasuriya to convey the New Year greetings from President Xi Jinping.",
     ["greeting in_person: Xi Jinping > Ranil Wickremesinghe, Karu Jayasuriya via Cheng Xueyuan"]),
    # told twice, of the families in the second place
    ("Saudi Crown Prince Mohammed bin Salman extended his condolences to South African President "
     "Cyril Ramaphosa over the floods. In the cable, the Crown Prince offered his condolences to "
     "the families of the victims.",
     ["condolence telegram: Mohammed bin Salman > Cyril Ramaphosa"]),
    # condolences to nobody named go where all others of the page go
    ("Chinese President Xi Jinping sent his condolences to the Government of Vietnam. Indian Prime "
     "Minister Narendra Modi expressed his deepest condolences.",
     ["condolence: Xi Jinping > VNM", "condolence: Narendra Modi > VNM"]),
    # wishes and thanks to somebody who is elsewhere travel with the guest
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. He "
     "asked her to convey his best wishes to President Alexander Stubb.",
     ["greeting in_person: William Ruto > Alexander Stubb via Elina Valtonen"]),
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. Ruto "
     "conveyed his thanks to President Alexander Stubb for the vaccines.",
     ["thanks in_person: William Ruto > Alexander Stubb via Elina Valtonen"]),
    # to somebody who is there they are spoken
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. Ruto "
     "conveyed his best wishes to Valtonen.", []),
    # whose are both what is joined
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. She "
     "conveyed greetings and congratulations of President Alexander Stubb to Ruto.",
     ["greeting in_person: Alexander Stubb > William Ruto via Elina Valtonen",
      "congratulation in_person: Alexander Stubb > William Ruto via Elina Valtonen"]),
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. She "
     "congratulated Ruto on behalf of President Alexander Stubb.",
     ["congratulation in_person: Alexander Stubb > William Ruto via Elina Valtonen"]),
    ("President William Ruto of Kenya received Foreign Minister Elina Valtonen of Finland. Ruto "
     "reciprocated the greetings of President Alexander Stubb.",
     ["greeting in_person: William Ruto > Alexander Stubb via Elina Valtonen"]),
    # the telegram that they go with
    ("Russian President Vladimir Putin sent a telegram to US President Barack Obama with his "
     "congratulations.", ["congratulation telegram: Vladimir Putin > Barack Obama"]),
    ("Captain Regent Oscar Mina of San Marino cabled greetings to Vietnamese President To Lam.",
     ["greeting telegram: Oscar Mina > To Lam"]),
    # semicolons part those of whom each sent one
    ("Vietnamese President To Lam received greetings from Cuban President Miguel Diaz-Canel; "
     "Belarusian President Aleksandr Lukashenko; and Russian President Vladimir Putin.",
     ["greeting: Miguel Diaz-Canel > To Lam", "greeting: Aleksandr Lukashenko > To Lam",
      "greeting: Vladimir Putin > To Lam"]),
    # nobody named is condoled with: the state where it happened
    ("Canadian Prime Minister Justin Trudeau offered sympathy to those affected by the earthquake "
     "in Turkey.", ["condolence: Justin Trudeau > TUR"]),
    ('Estonian Foreign Minister Urmas Reinsalu wrote: "My deepest condolences to everyone who lost '
     'loved ones in Turkey."', ["condolence: Urmas Reinsalu > TUR"]),
    # a statement put out condoles, too; the people of two countries are addressed as one
    ("The Ministry of Foreign Affairs of Egypt issued a statement expressing its condolences to "
     "the people of Syria and Turkey.", ["condolence: EGY > people of Syria and Turkey"]),
    ("The Ministry of Foreign Affairs of Egypt put out a statement expressing its condolences and "
     "solidarity with Morocco.", ["condolence: EGY > MAR"]),
    # what a people is condoled with for is no part of its name
    ("Prime Minister Sitiveni Rabuka of Fiji expressed his condolences to the people of Tonga for "
     "the devastation of the islands.", ["condolence: Sitiveni Rabuka > people of Tonga"]),
    # them are those who were welcomed
    ("President William Ruto of Kenya welcomed the new ambassadors, congratulating them on their "
     "roles.", ["congratulation: William Ruto > new ambassadors"]),
    # a letter dated to somebody
    ("President Miguel Diaz-Canel of Cuba wrote in his letter of condolence dated 21 September to "
     "Prime Minister Nguyen Xuan Phuc of Vietnam that he was sad.",
     ["condolence letter: Miguel Diaz-Canel > Nguyen Xuan Phuc"]),
    # greetings taken along for somebody
    ("President William Ruto of Kenya received Ambassador Redwan Hussien of Ethiopia. Ruto "
     "conveyed cordial greetings for Prime Minister Abiy Ahmed.",
     ["greeting in_person: William Ruto > Abiy Ahmed via Redwan Hussien"]),
    # a message that comes, and more of its kind, one from each
    ("A cable of condolence came from King Salman to President Abdelmadjid Tebboune.",
     ["condolence telegram: Salman bin Abdulaziz Al Saud > Abdelmadjid Tebboune"]),
    ("President Emmerson Mnangagwa has sent a message of condolence to the Acting President of "
     "Namibia, Nangolo Mbumba. Messages have also been received in Windhoek from South African "
     "President Cyril Ramaphosa and Russian President Vladimir Putin.",
     ["condolence letter: Emmerson Mnangagwa > Nangolo Mbumba",
      "condolence letter: Cyril Ramaphosa > NAM", "condolence letter: Vladimir Putin > NAM"]),
    # congratulations sent to a capital are for whom was elected
    ("On the election of Thongloun Sisoulith as General Secretary, President Nguyen Phu Trong sent "
     "a message of congratulations to Vientiane.",
     ["congratulation letter: Nguyen Phu Trong > Thongloun Sisoulith"]),
    # a border "with" somebody is not whom condolences go to
    ("President Aleksandar Vucic spoke by telephone with President Ilham Aliyev. Vucic offered his "
     "condolences over the deaths of servicemen on the border with Armenia.",
     ["condolence call: Aleksandar Vucic > Ilham Aliyev"]),
    # "it" is the state that was thanked
    ("Prime Minister Robert Golob met Prime Minister Andrej Plenkovic in Zagreb. Golob thanked "
     "Croatia for its vote, and congratulated it on its entry into the Schengen area.",
     ["congratulation in_person: Robert Golob > HRV"]),
    # one more of the kind spoken of before
    ("Uzbek President Shavkat Mirziyoyev sent a congratulatory cable to Nigerian President Bola "
     "Tinubu. Foreign Minister Bakhtiyor Saidov sent a similar cable to Foreign Minister Yusuf "
     "Tuggar.", ["congratulation telegram: Shavkat Mirziyoyev > Bola Tinubu",
                 "congratulation telegram: Bakhtiyor Saidov > Yusuf Tuggar"]),
    ("HM the King of Bahrain, Hamad bin Isa Al Khalifa, sent a cable of condolences to Pakistani "
     "President Asif Ali Zardari. HRH Prince Salman bin Hamad Al Khalifa sent a similar cable.",
     ["condolence telegram: Hamad bin Isa Al Khalifa > Asif Ali Zardari",
      "condolence telegram: Salman bin Hamad Al Khalifa > Asif Ali Zardari"]),
    # a letter quoted paragraph by paragraph, between the marks of German and Serbian print
    ("Serbian President Aleksandar Vucic sent a telegram to Greek President Katerina"
     " Sakellaropoulou, which reads as follows:\n\n„The news of the train crash near Larissa has"
     " shaken us all.\n\nI convey my condolences to the families of the victims“, the telegram"
     " reads.", ["condolence telegram: Aleksandar Vucic > families of the victims"]),
    # what names nobody is for whom the lead says it was received by
    ("Kyrgyz President Sadyr Japarov receives congratulations from heads of state on Independence"
     " Day. Tajik President Emomali Rahmon sent his warm congratulations.",
     ["congratulation: Emomali Rahmon > Sadyr Japarov"]),
    # the people addressed, without what it is about
    ("Turkish President Recep Tayyip Erdogan congratulated the people of Azerbaijan on Republic"
     " Day.", ["congratulation: Recep Tayyip Erdogan > people of Azerbaijan"]),
    ("Ugandan President Yoweri Museveni has consoled Kenyan President William Ruto following the "
     "death of Raila Odinga.", ["condolence: Yoweri Museveni > William Ruto"]),
    # one felicitates with somebody
    ("Nigerian President Bola Tinubu has felicitated with Senegalese President Bassirou Diomaye "
     "Faye on his birthday.", ["congratulation: Bola Tinubu > Bassirou Diomaye Faye"]),
    # condolences that name nobody go to the state of the loss
    ("Kenyan President William Ruto has sent condolences over the earthquake in Myanmar.",
     ["condolence: William Ruto > MMR"]),
    # a letter by its noun
    ("Kenyan President William Ruto sent a letter of congratulations to Ghanaian President John "
     "Mahama.", ["congratulation letter: William Ruto > John Mahama"]),
    # a telegram
    ("Mauritanian President Mohamed Ould Ghazouani sent a telegram of condolences to Moroccan King "
     "Mohammed VI.", ["condolence telegram: Mohamed Ould Ghazouani > Mohammed VI"]),
    # an adjective names the kind
    ("Bahraini King Hamad bin Isa Al Khalifa sent a congratulatory cable to Polish President Karol "
     "Nawrocki.", ["congratulation telegram: Hamad bin Isa Al Khalifa > Karol Nawrocki"]),
    # by telephone
    ("Turkish President Recep Tayyip Erdogan phoned Azerbaijani President Ilham Aliyev to "
     "congratulate him on his re-election.",
     ["congratulation call: Recep Tayyip Erdogan > Ilham Aliyev"]),
    # in a meeting
    ("Meeting in Brasilia with Brazilian President Luiz Inacio Lula da Silva, Chilean President "
     "Gabriel Boric congratulated him on his recovery.",
     ["congratulation in_person: Gabriel Boric > Luiz Inacio Lula da Silva"]),
    # passive
    ("Azerbaijani President Ilham Aliyev was congratulated by telephone by Kazakh President "
     "Kassym-Jomart Tokayev on his birthday.",
     ["congratulation call: Kassym-Jomart Tokayev > Ilham Aliyev"]),
    # "extended condolences" to a people
    ("In a phone call with Nigerian President Bola Tinubu, French President Emmanuel Macron "
     "offered "
     "condolences over the death of soldiers.",
     ["condolence call: Emmanuel Macron > Bola Tinubu"]),
    # greetings carried
    ("Malaysian Foreign Minister Mohamad Hasan met Turkish President Recep Tayyip Erdogan and "
     "conveyed to him the greetings of Malaysian Prime Minister Anwar Ibrahim.",
     ["greeting in_person: Anwar Ibrahim > Recep Tayyip Erdogan via Mohamad Hasan"]),
    # spoken thanks are no message
    ("Ukrainian President Volodymyr Zelensky thanked Estonian Prime Minister Kristen Michal "
     "for his "
     "support at a meeting in Kyiv.", []),
    # thanks by letter are one
    ("Comorian President Azali Assoumani sent a letter of thanks to Saudi Crown Prince "
     "Mohammed bin "
     "Salman.", ["thanks letter: Azali Assoumani > Mohammed bin Salman"]),
    # the caller congratulates, not the one called
    ("Russian President Vladimir Putin called Serbian President Aleksandar Vucic to congratulate "
     "him on his birthday.", ["congratulation call: Vladimir Putin > Aleksandar Vucic"]),
    # the letter congratulates for its writer
    ("German President Frank-Walter Steinmeier sent a letter congratulating Indian President "
     "Droupadi Murmu.", ["congratulation letter: Frank-Walter Steinmeier > Droupadi Murmu"]),
    # a letter in which something else is said
    ("In a letter of condolence to Mongolian President Ukhnaa Khurelsukh, Kyrgyz President Sadyr "
     "Japarov said his people shared the grief.",
     ["condolence letter: Sadyr Japarov > Ukhnaa Khurelsukh"]),
    # an exclamation quoted
    ("“Congratulations to my friend Anthony Albanese on his victory,” Indian Prime Minister "
     "Narendra Modi wrote on X.", ["congratulation: Narendra Modi > Anthony Albanese"]),
    # one condoles with somebody
    ("Kuwait condoles with Syria on the victims of the bombing.", ["condolence: KWT > SYR"]),
    # greetings that another is asked to carry
    ("Chinese Foreign Minister Wang Yi met Indonesian President Prabowo Subianto in Jakarta. "
     "Prabowo asked Wang Yi to convey his greetings to President Xi Jinping.",
     ["greeting in_person: Prabowo Subianto > Xi Jinping via Wang Yi"]),
    # thanks for a message
    ("New Zealand Prime Minister Christopher Luxon thanked Fijian Prime Minister Sitiveni Rabuka "
     "for his congratulations.", ["congratulation: Sitiveni Rabuka > Christopher Luxon"]),
    # the first to do so, either way round
    ("Hungarian Prime Minister Viktor Orban was the first leader to congratulate Polish "
     "President-elect Karol Nawrocki.", ["congratulation: Viktor Orban > Karol Nawrocki"]),
    ("Among the first to congratulate Polish President Karol Nawrocki was Hungarian Prime Minister "
     "Viktor Orban.", ["congratulation: Viktor Orban > Karol Nawrocki"]),
    # an address quoted
    ("“Congratulations, Karol Nawrocki,” Hungarian Prime Minister Viktor Orban wrote to the Polish "
     "president.", ["congratulation letter: Viktor Orban > Karol Nawrocki"]),
    # for another
    ("Prince Turki bin Mohammed, on behalf of the King of Saudi Arabia, Salman bin Abdulaziz, "
     "offered condolences to Bahraini King Hamad bin Isa Al Khalifa.",
     ["condolence: Salman bin Abdulaziz > Hamad bin Isa Al Khalifa via Turki bin Mohammed"]),
    # through another
    ("Chinese President Xi Jinping, through Kenyan Foreign Minister Musalia Mudavadi, sent his "
     "regards to Kenyan President William Ruto.",
     ["greeting: Xi Jinping > William Ruto via Musalia Mudavadi"]),
    # it arrives
    ("Condolences from Kenyan President William Ruto reached Indian Prime Minister Narendra Modi "
     "on Monday.", ["condolence: William Ruto > Narendra Modi"]),
    # between two
    ("Eid greetings were exchanged between Emirati President Mohamed bin Zayed and Turkish "
     "President Recep Tayyip Erdogan in a phone call.",
     ["greeting call: Mohamed bin Zayed > Recep Tayyip Erdogan",
      "greeting call: Recep Tayyip Erdogan > Mohamed bin Zayed"]),
    # gratitude for one
    ("Serbian President Aleksandar Vucic was grateful to Chinese President Xi Jinping for his "
     "condolences.", ["condolence: Xi Jinping > Aleksandar Vucic"]),
    # wishes that another carries
    ("Lao President Thongloun Sisoulith received Vietnamese Foreign Minister Bui Thanh Son. Son "
     "conveyed the best wishes of General Secretary To Lam to Thongloun.",
     ["greeting in_person: To Lam > Thongloun Sisoulith via Bui Thanh Son"]),
    # of the envoy's country
    ("Pakistani special envoy Ali Ahmed Arain met Sierra Leonean President Julius Maada Bio in "
     "Freetown. Arain conveyed warm greetings from his country's leadership.",
     ["greeting in_person: PAK > Julius Maada Bio via Ali Ahmed Arain"]),
    # a government is its state, a people is as printed
    ("The Indonesian government sent condolences to the government and people of Turkiye.",
     ["condolence: IDN > TUR, people of Turkiye"]),
    # at home
    ("Turkish President Recep Tayyip Erdogan congratulated Fenerbahce on their title.", []),
    # not yet, refused, supposed
    ("French President Emmanuel Macron has yet to congratulate Venezuelan President Nicolas "
     "Maduro.", []),
    ("French President Emmanuel Macron refused to congratulate Venezuelan President Nicolas "
     "Maduro.", []),
    # not sent
    ("Belarusian President Alexander Lukashenko did not congratulate Polish President Karol "
     "Nawrocki.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_messages(text: str, expected: list[str]) -> None:
    assert [told(m) for m in messages(read(text, published="2025-08-08"))] == expected


OCCASIONS = [
    ("Kenyan President William Ruto sent a letter of congratulations to Ghanaian President John "
     "Mahama on his inauguration.", "inauguration"),
    ("Mauritanian President Mohamed Ould Ghazouani sent a telegram of condolences to Moroccan King "
     "Mohammed VI over the victims of the earthquake.", "earthquake"),
    ("Turkish President Recep Tayyip Erdogan phoned Azerbaijani President Ilham Aliyev to "
     "congratulate him on his re-election.", "re-election"),
    ("Icelandic President Halla Tomasdottir congratulated Finnish President Alexander Stubb on the "
     "occasion of Independence Day.", "Independence Day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), OCCASIONS)
def test_the_occasion_is_given_in_the_pages_words(text: str, words: str) -> None:
    (message,) = messages(read(text, published="2025-08-08"))
    assert message.occasion is not None
    assert words in message.occasion
    assert message.occasion in text


def test_congratulations_exchanged_are_one_each_way() -> None:
    reading = read(
        "Chinese President Xi Jinping and Thai King Maha Vajiralongkorn exchanged congratulatory "
        "messages on the anniversary of diplomatic relations.",
        published="2025-07-01",
    )
    assert {(m.sender, m.to) for m in messages(reading)} == {
        (("Xi Jinping",), ("Maha Vajiralongkorn",)),
        (("Maha Vajiralongkorn",), ("Xi Jinping",)),
    }


def test_a_letter_says_who_i_and_you_are() -> None:
    reading = read(
        "To His Excellency Karol Nawrocki\nPresident of the Republic of Poland\n\n"
        "Your Excellency,\n\nI congratulate you most sincerely on your election.\n\n"
        "Sergio Mattarella\nPresident of the Italian Republic",
        published="2025-06-02",
    )
    assert [told(m) for m in messages(reading)] == [
        "congratulation letter: Sergio Mattarella > Karol Nawrocki"
    ]

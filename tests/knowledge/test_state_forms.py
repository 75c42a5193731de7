"""Which state a name, nationality, capital, seat or organisation in a text stands for."""

from __future__ import annotations

import pytest

from communique.knowledge.folding import fold
from communique.knowledge.states import scan, state_of, surface_forms

MEANS = """
Viet Nam = VNM name | Việt Nam = VNM name | Socialist Republic of Viet Nam = VNM name
Vietnamese = VNM demonym | Ha Noi = VNM capital | Hà Nội = VNM capital | VIETNAM = VNM name
Russian Federation = RUS name | Russians = RUS person_noun | Kremlin = RUS seat
Moscow = RUS capital | Duma = RUS seat | St. Petersburg = RUS city
U.S. = USA name | US = USA name | America = USA name | Americans = USA person_noun
White House = USA seat | Washington, = USA capital | Foggy Bottom = USA seat
Pentagon = USA seat | Capitol Hill = USA seat | Mar-a-Lago = USA seat
UK = GBR name | Britain = GBR name | Briton = GBR person_noun | Downing Street = GBR seat
No. 10 Downing Street = GBR seat | Whitehall = GBR seat | British = GBR demonym
Élysée = FRA seat | Elysee Palace = FRA seat | Quai d'Orsay = FRA seat | French = FRA demonym
Frenchman = FRA person_noun | Bundestag = DEU seat | German = DEU demonym
Quirinale = ITA seat | Palazzo Chigi = ITA seat | Farnesina = ITA seat
Moncloa = ESP seat | Spaniards = ESP person_noun | The Hague = NLD capital
Dutch = NLD demonym | Holland = NLD name | Dane = DNK person_noun | Danish = DNK demonym
Finns = FIN person_noun | Poles = POL person_noun | Polish = POL demonym | Czechia = CZE name
Czech Republic = CZE name | Kyiv = UKR capital | Kiev = UKR capital | Bankova = UKR seat
Türkiye = TUR name | Turkey = TUR name | Turkiye = TUR name | Turks = TUR person_noun
Hellenic = GRC demonym | Maximos Mansion = GRC seat | Cypriot = CYP demonym
Tbilisi = GEO capital | Georgian = GEO demonym | Yerevan = ARM capital | Azeri = AZE demonym
Nur-Sultan = KAZ capital | Astana = KAZ capital | Akorda = KAZ seat | Kazakh = KAZ demonym
Kyrgyz = KGZ demonym | Tajik = TJK demonym | Ashgabat = TKM capital | Uzbek = UZB demonym
PRC = CHN name | Beijing = CHN capital | Zhongnanhai = CHN seat | Diaoyutai = CHN seat
Great Hall of the People = CHN seat | Taipei = TWN capital | Taiwanese = TWN demonym
Hong Kong = HKG name | Macau = MAC name | Kantei = JPN seat | Tokyo = JPN capital
DPRK = PRK name | Pyongyang = PRK capital | North Korean = PRK demonym
Democratic People's Republic of Korea = PRK name | Democratic People’s Republic of Korea = PRK name
ROK = KOR name | Republic of Korea = KOR name | Cheong Wa Dae = KOR seat | Korean = KOR demonym
Rashtrapati Bhavan = IND seat | New Delhi = IND capital | Hyderabad House = IND seat
Islamabad = PAK capital | Pakistani = PAK demonym | Bangladeshi = BGD demonym
Nepalese = NPL demonym | Sri Lankan = LKA demonym | Colombo = LKA capital | Malé = MDV capital
Burma = MMR name | Naypyidaw = MMR capital | Nay Pyi Taw = MMR capital | Yangon = MMR city
Thai = THA demonym | Lao PDR = LAO name | Laotian = LAO demonym | Khmer = KHM demonym
Malacañang = PHL seat | Malacanang Palace = PHL seat | Filipino = PHL demonym
Istana = SGP seat | Merdeka Palace = IDN seat | Wisma Putra = MYS seat
Brunei Darussalam = BRN name | East Timor = TLS name | Timor-Leste = TLS name
UAE = ARE name | U.A.E. = ARE name | Emirati = ARE demonym | Abu Dhabi = ARE capital
KSA = SAU name | Saudi = SAU demonym | Riyadh = SAU capital | Qatari = QAT demonym
Tel Aviv = ISR city | Knesset = ISR seat | Palestinian Authority = PSE name
Ramallah = PSE capital | Baabda Palace = LBN seat | Sana'a = YEM capital | Sanaa = YEM capital
Islamic Republic of Iran = IRN name | Teheran = IRN capital | Damascus = SYR capital
Al-Ittihadiya Palace = EGY seat | El Mouradia = DZA seat | Carthage Palace = TUN seat
DR Congo = COD name | DRC = COD name | Congolese = COD demonym | Congo-Brazzaville = COG name
Côte d’Ivoire = CIV name | Ivory Coast = CIV name | Ivorian = CIV demonym
Nigerien = NER demonym | Nigerian = NGA demonym | Aso Rock = NGA seat | Niamey = NER capital
N'Djamena = TCD capital | Chadian = TCD demonym | Burkinabè = BFA demonym
Guinea-Bissau = GNB name | Equatorial Guinea = GNQ name | Papua New Guinea = PNG name
Guinea = GIN name | Gambian = GMB demonym | Union Buildings = ZAF seat | Basotho = LSO demonym
Swaziland = SWZ name | Eswatini = SWZ name | Motswana = BWA demonym | Malagasy = MDG demonym
South Sudanese = SSD demonym | Sudanese = SDN demonym | Cabo Verde = CPV name
Casa Rosada = ARG seat | Argentine = ARG demonym | Planalto = BRA seat | Itamaraty = BRA seat
La Moneda = CHL seat | Miraflores Palace = VEN seat | Casa de Nariño = COL seat
Dominican Republic = DOM name | Dominican = DOM demonym | Trinidad and Tobago = TTO name
St. Kitts and Nevis = KNA name | Salvadoran = SLV demonym | Grenadian = GRD demonym
Ni-Vanuatu = VUT demonym | I-Kiribati = KIR demonym | Solomon Islander = SLB person_noun
Kiwi = NZL demonym | New Zealander = NZL person_noun | Aotearoa = NZL name
Marshallese = MHL demonym | Samoan = WSM demonym | American Samoa = ASM name
Vatican = VAT name | Apostolic Palace = VAT seat | Holy See = VAT name | Kosovar = XKX demonym
Sahrawi = ESH demonym | Soviet Union = SUN name | Soviet = SUN demonym | USSR = SUN name
Yugoslavia = YUG name | UN = UN organization | U.N. = UN organization | NATO = NATO organization
Nato = NATO organization | ASEAN = ASEAN organization
European Commission = EUCOMMISSION organization
African Union = AU organization | Gulf Cooperation Council = GCC organization
Hizbullah = HEZBOLLAH organization | Hamas = HAMAS organization | G20 = G20 organization
Indian Ocean Commission = IOCOM organization | Hiroshima = JPN city | Davos = CHE city
"""


def cases() -> list[tuple[str, str, str]]:
    found = []
    for case in MEANS.replace("\n", "|").split("|"):
        if case.strip():
            surface, _, reading = case.partition(" = ")
            code, kind = reading.split()
            found.append((surface.strip(), code, kind))
    return found


@pytest.mark.parametrize(("surface", "code", "kind"), cases())
def test_a_form_in_running_text_means_a_state(surface: str, code: str, kind: str) -> None:
    text = f"Talks with {surface} officials"
    found = scan(text)
    assert len(found) == 1, found
    first = found[0].form.candidates[0]
    assert (first.id, first.kind) == (code, kind)
    assert text[found[0].start : found[0].end] in surface


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vietnam-Russia ties", ["VNM", "RUS"]),
        ("the US-China-Japan summit", ["USA", "CHN", "JPN"]),
        ("Russia’s and Ukraine's envoys", ["RUS", "UKR"]),
        ("a visit to Russia. South Korea said", ["RUS", "KOR"]),
        ("left the U.S. Vietnam said", ["USA", "VNM"]),
        ("the UAE, Saudi Arabia and Oman", ["ARE", "SAU", "OMN"]),
        ("Bosnia and Herzegovina and Serbia", ["BIH", "SRB"]),
        ("The U.S.-ROK alliance", ["USA", "KOR"]),
        ("Russia, India, China", ["RUS", "IND", "CHN"]),
        ("between North and South Korea", ["PRK", "KOR"]),
        ("South and North Korean officials", ["KOR", "PRK"]),
        ("Egypt and South Sudan", ["EGY", "SSD"]),
        ("Mr. North and South Africa", ["ZAF"]),
        ("the Republic of the Congo and the Democratic Republic of the Congo", ["COG", "COD"]),
    ],
)
def test_several_states_in_one_text(text: str, expected: list[str]) -> None:
    assert [span.form.candidates[0].id for span in scan(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "he told us and them that all who can should",
        "in the South China Sea and the Indian Ocean",
        "across Latin America and North America",
        "turkey, china, jersey and polish",
        "under the Paris Agreement and the Minsk agreements",
        "to the Wall Street Journal and the Washington Post",
        "Ms. Trudeau said on Monday",
        "a male voter",
        "",
    ],
)
def test_what_is_no_state(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize("surface", ["Jersey", "Dane", "Male", "Kingston", "Nice", "Victoria",
                                     "CAR", "State House", "European"])  # fmt: skip
def test_weak_forms_are_marked(surface: str) -> None:
    form = surface_forms().get(surface)
    assert form is not None
    assert form.weak


@pytest.mark.parametrize("surface", ["Vietnam", "Kremlin", "Paris", "Lima", "Georgia", "Jordan",
                                     "Israel", "London", "Kyiv", "NATO"])  # fmt: skip
def test_usual_names_of_states_are_not_weak(surface: str) -> None:
    form = surface_forms().get(surface)
    assert form is not None
    assert not form.weak


@pytest.mark.parametrize(
    ("surface", "codes"),
    [
        ("Korea", ["KOR", "PRK"]),
        ("Congo", ["COD", "COG"]),
        ("Congolese", ["COD", "COG"]),
        ("Dominican", ["DOM", "DMA"]),
        ("Guinean", ["GIN", "GNQ", "GNB"]),
        ("Samoan", ["WSM", "ASM"]),
        ("Brussels", ["BEL", "EU"]),
        ("Foreign Office", ["GBR", "DEU", "PAK"]),
    ],
)
def test_an_ambiguous_form_lists_its_readings_most_usual_first(
    surface: str, codes: list[str]
) -> None:
    form = surface_forms().get(surface)
    assert form is not None
    ids = list(dict.fromkeys(candidate.id for candidate in form.candidates))
    assert ids[: len(codes)] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vnm", "VNM"), ("VN", "VNM"), ("viet nam", "VNM"), ("VIETNAMESE", "VNM"),
        ("the gambia", "GMB"), ("ivory coast", "CIV"), ("cote d'ivoire", "CIV"),
        ("us", "USA"), ("U.S.A.", "USA"), ("united states", "USA"), ("uk", "GBR"), ("gb", "GBR"),
        ("russians", "RUS"), ("turkiye", "TUR"), ("Korea", "KOR"), ("dprk", "PRK"),
        ("kosovo", "XKX"), ("xk", "XKX"), ("palestine", "PSE"), ("holy see", "VAT"),
        ("Korea, Republic of", "KOR"), ("Korea (Democratic People's Republic of)", "PRK"),
        ("China, People’s Republic of", "CHN"), ("Denmark (Greenland)", "DNK"),
        ("kremlin", None), ("hanoi", None), ("nato", None), ("atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_state_of_takes_names_nationalities_and_codes(text: str, code: str | None) -> None:
    assert state_of(text) == code


def test_offsets_count_from_the_given_start() -> None:
    (span,) = scan("in Hà Nội today", offset=100)
    assert (span.start, span.end) == (103, 109)


def test_decomposed_accents_are_read_alike() -> None:
    text = "in Ha\u0300 No\u0323\u0302i"
    (span,) = scan(text)
    assert text[span.start : span.end] == text[3:]
    assert span.form.candidates[0].id == "VNM"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Viet-Nam", "viet nam"), ("Việt  Nam", "viet nam"), ("U.S.A.", "usa"),
        ("Côte d’Ivoire", "cote d ivoire"), ("Łódź", "lodz"), ("Đà Nẵng", "da nang"),
        ("Erdoğan", "erdogan"), ("ISTANBUL", "istanbul"), ("Əliyev", "aliyev"),
        ("OPEC+", "opec+"), ("Sanaʿa", "sana a"), ("São Tomé", "sao tome"), ("", ""),
    ],
)  # fmt: skip
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("surface", "city"),
    [
        ("Kremlin", "Moscow"), ("Diaoyutai", "Beijing"), ("Mar-a-Lago", "Palm Beach"),
        ("Dolmabahçe", "Istanbul"), ("Hà Nội", "Hanoi"), ("Saigon", "Ho Chi Minh City"),
        ("Davos", "Davos"), ("Alaska", None), ("Vietnam", None),
    ],
)  # fmt: skip
def test_the_city_of_a_place_or_a_seat(surface: str, city: str | None) -> None:
    form = surface_forms().get(surface)
    assert form is not None
    assert form.candidates[0].city == city

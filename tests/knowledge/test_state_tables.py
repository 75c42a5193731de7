"""The tables of states, seats, organisations and places keep to their schemas and each other."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from communique.knowledge.folding import fold
from communique.knowledge.organizations import load_organizations, organization
from communique.knowledge.places import city_state, places_named
from communique.knowledge.states import display_name, load_seats, load_states, surface_forms
from communique.knowledge.tables import read_table, split_list

TABLES = {
    "states": ("states", "states.csv"),
    "seats": ("states", "seats.csv"),
    "royal_houses": ("states", "royal_houses.csv"),
    "ambiguous": ("states", "ambiguous.csv"),
    "not_states": ("states", "not_states.csv"),
    "organizations": ("organizations.csv",),
    "places": ("places.csv",),
    "venues": ("venues.csv",),
}

ISO_3166_1 = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA
    BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN
    CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU
    EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB
    GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL
    ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO
    LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR
    MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER
    PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM
    SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK
    TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM
    VUT WLF WSM YEM ZAF ZMB ZWE
"""


@pytest.mark.parametrize("table", TABLES)
def test_every_row_keeps_to_its_schema(table: str) -> None:
    knowledge = files("communique.knowledge")
    schema = json.loads(knowledge.joinpath("schemas", f"{table}.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    wrong = [
        f"line {number}: {error.message}"
        for number, row in enumerate(read_table(*TABLES[table]), start=2)
        for error in validator.iter_errors(row)
    ]
    assert wrong == []


def test_every_iso_code_is_there_once_and_kosovo_beside_them() -> None:
    codes = [row["code"] for row in read_table("states", "states.csv")]
    assert len(codes) == len(set(codes))
    living = {state.code for state in load_states().values() if not state.historic}
    assert len(ISO_3166_1.split()) == 249
    assert living == {*ISO_3166_1.split(), "XKX"}


@pytest.mark.parametrize("column", ["alpha2", "numeric", "display"])
def test_no_two_living_states_share_a_code_or_a_display_name(column: str) -> None:
    values = [getattr(state, column) for state in load_states().values() if not state.historic]
    filled = [value for value in values if value]
    assert len(filled) == len(set(filled))
    assert len(filled) >= 249


def test_the_united_nations_has_193_members_and_two_observers() -> None:
    status = [state.status for state in load_states().values()]
    assert (status.count("member"), status.count("observer")) == (193, 2)


@pytest.mark.parametrize(
    "code", [state.code for state in load_states().values() if state.status == "member"]
)
def test_each_member_has_a_formal_name_a_demonym_and_a_capital(code: str) -> None:
    state = load_states()[code]
    assert state.formal
    assert state.adjectives
    assert state.people
    assert state.capital
    assert state.code in {place.state for place in places_named(state.capital)}


def test_references_between_tables_hold() -> None:
    states, bodies = load_states(), load_organizations()
    assert not states.keys() & bodies.keys()
    for state in states.values():
        assert state.part_of is None or state.part_of in states
        assert (state.status in ("territory", "historic")) == (state.part_of is not None)
    for seat in load_seats():
        assert set(seat.states) <= states.keys()
    for body in bodies.values():
        assert body.state is None or body.state in states
        assert body.part_of is None or body.part_of in bodies
    for row in read_table("places.csv") + read_table("venues.csv"):
        assert row["state"] in states


def test_organisation_ids_and_names_are_unique() -> None:
    rows = read_table("organizations.csv")
    assert len({row["id"] for row in rows}) == len(rows)
    short = [fold(row["short"]) for row in rows]
    assert len(set(short)) == len(short)


def test_each_ambiguity_note_is_about_forms_that_exist() -> None:
    index = surface_forms()
    for row in read_table("states", "ambiguous.csv"):
        form = index.get(row["form"])
        assert form is not None, row
        assert [candidate.id for candidate in form.candidates], row


def test_every_form_with_several_readings_has_a_stated_order() -> None:
    index = surface_forms()
    noted = {fold(row["form"]) for row in read_table("states", "ambiguous.csv")}
    several = {
        key
        for key, form in index.forms.items()
        if len({c.id for c in form.candidates if c.kind != "city"}) > 1
    }
    assert several - noted == set()


def test_no_list_names_a_thing_twice() -> None:
    for row in read_table("states", "states.csv"):
        for column in ("names", "adjectives", "people", "capitals"):
            parts = split_list(row[column])
            assert len(parts) == len(set(parts)), (row["code"], column)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nato", "NATO"),
        ("the European Union", "EU"),
        ("Asean", "ASEAN"),
        ("Shanghai Cooperation Organization", "SCO"),
        ("League of Arab States", "ARABLEAGUE"),
        ("Ansar Allah", "HOUTHIS"),
        ("UN Security Council", "UNSC"),
        ("Group of Seven", "G7"),
        ("OPEC+", "OPECPLUS"),
        ("Rotary Club", None),
    ],
)
def test_an_organisation_by_any_usual_name(name: str, expected: str | None) -> None:
    found = organization(name)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Davos", "CHE"),
        ("Sharm el-Sheikh", "EGY"),
        ("SAMARKAND", "UZB"),
        ("Saigon", "VNM"),
        ("Cologne", "DEU"),
        ("Saint Petersburg", "RUS"),
        ("St. Petersburg", "RUS"),
        ("Singapore", "SGP"),
        ("Kananaskis", "CAN"),
        ("Chittagong", "BGD"),
        ("Xi'an", "CHN"),
        ("Tripoli", "LBY"),
        ("Valencia", "VEN"),
        ("Alaska", "USA"),
    ],
)
def test_a_city_lies_in_its_state(name: str, first: str) -> None:
    assert city_state(name)[0][0] == first


def test_a_hint_puts_the_city_of_that_state_first() -> None:
    assert city_state("Valencia", "ESP")[0][0] == "ESP"
    assert city_state("Birmingham", "USA")[0][0] == "USA"
    assert city_state("Nowhereville") == []


def test_display_names() -> None:
    assert [display_name(code) for code in ("VNM", "CIV", "XKX", "ZZZ")] == [
        "Vietnam", "Côte d'Ivoire", "Kosovo", "ZZZ",
    ]  # fmt: skip

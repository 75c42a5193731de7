"""The table of leaders: its form, its reach, and facts that it must get right."""

import csv
import json
import re
import subprocess
import sys
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from communique.knowledge import leaders
from communique.knowledge.folding import fold
from communique.knowledge.leaders import (
    by_surface,
    by_surname,
    first_day,
    gender_of,
    holders,
    last_day,
    load_tenures,
    parse_rows,
    shipped_tenures,
)
from communique.knowledge.organizations import load_organizations
from communique.knowledge.states import load_states

FOLDER = files("communique.knowledge") / "leaders"
HEADING = ",".join(leaders.COLUMNS)
# A state that was none yet, or had no head that anyone names, on the first of July of a year.
NO_HEAD = {("SSD", 2005): "independent since 2011", ("SSD", 2010): "independent since 2011"}

# state or organisation, kind of office, day, holder
FACTS = [
    ("VNM", "head_of_state", "2024-08-08", "To Lam"),
    ("VNM", "party_leader", "2024-08-08", "To Lam"),
    ("VNM", "party_leader", "2024-03-26", "Nguyen Phu Trong"),
    ("VNM", "head_of_state", "2024-12-01", "Luong Cuong"),
    ("VNM", "head_of_government", "2024-06-20", "Pham Minh Chinh"),
    ("RUS", "head_of_state", "2010-06-01", "Dmitry Medvedev"),
    ("RUS", "head_of_state", "2024-06-20", "Vladimir Putin"),
    ("RUS", "head_of_government", "2010-06-01", "Vladimir Putin"),
    ("RUS", "foreign_minister", "2022-02-24", "Sergey Lavrov"),
    ("CHN", "head_of_state", "2012-12-01", "Hu Jintao"),
    ("CHN", "party_leader", "2012-12-01", "Xi Jinping"),
    ("CHN", "head_of_government", "2022-06-01", "Li Keqiang"),
    ("CHN", "foreign_minister", "2023-06-19", "Qin Gang"),
    ("USA", "head_of_state", "2017-01-20", "Donald Trump"),
    ("USA", "head_of_government", "2024-12-31", "Joe Biden"),
    ("USA", "foreign_minister", "2011-05-02", "Hillary Clinton"),
    ("USA", "foreign_minister", "2025-03-01", "Marco Rubio"),
    ("GBR", "head_of_state", "2022-09-07", "Elizabeth II"),
    ("GBR", "head_of_government", "2022-10-01", "Liz Truss"),
    ("GBR", "head_of_government", "2024-07-06", "Keir Starmer"),
    ("FRA", "head_of_state", "2010-01-01", "Nicolas Sarkozy"),
    ("FRA", "head_of_government", "2024-10-10", "Michel Barnier"),
    ("DEU", "head_of_government", "2015-09-04", "Angela Merkel"),
    ("DEU", "head_of_government", "2025-05-07", "Friedrich Merz"),
    ("ITA", "head_of_government", "2000-12-01", "Giuliano Amato"),
    ("JPN", "head_of_government", "2007-06-01", "Shinzo Abe"),
    ("JPN", "head_of_government", "2025-01-15", "Shigeru Ishiba"),
    ("JPN", "head_of_state", "2010-01-01", "Akihito"),
    ("KOR", "head_of_state", "2025-07-01", "Lee Jae-myung"),
    ("PRK", "head_of_state", "2000-06-15", "Kim Jong Il"),
    ("IND", "head_of_government", "2005-01-01", "Manmohan Singh"),
    ("IND", "foreign_minister", "2024-01-01", "S. Jaishankar"),
    ("PAK", "head_of_government", "2017-06-01", "Nawaz Sharif"),
    ("BGD", "head_of_government", "2024-09-01", "Muhammad Yunus"),
    ("LKA", "head_of_state", "2022-07-10", "Gotabaya Rajapaksa"),
    ("NPL", "head_of_government", "2008-09-15", "Pushpa Kamal Dahal"),
    ("MYS", "head_of_government", "2019-03-01", "Mahathir Mohamad"),
    ("THA", "head_of_government", "2008-10-01", "Somchai Wongsawat"),
    ("IDN", "head_of_state", "2024-10-21", "Prabowo Subianto"),
    ("PHL", "head_of_state", "2012-01-01", "Benigno Aquino III"),
    ("LAO", "head_of_state", "2022-01-01", "Thongloun Sisoulith"),
    ("KHM", "head_of_government", "2023-09-01", "Hun Manet"),
    ("TUR", "head_of_government", "2012-01-01", "Recep Tayyip Erdogan"),
    ("TUR", "foreign_minister", "2024-01-01", "Hakan Fidan"),
    ("IRN", "head_of_government", "2024-08-01", "Masoud Pezeshkian"),
    ("IRN", "foreign_minister", "2015-07-14", "Mohammad Javad Zarif"),
    ("SAU", "head_of_state", "2010-01-01", "Abdullah bin Abdulaziz Al Saud"),
    ("ARE", "head_of_state", "2023-01-01", "Mohamed bin Zayed Al Nahyan"),
    ("QAT", "head_of_state", "2013-07-01", "Tamim bin Hamad Al Thani"),
    ("EGY", "head_of_state", "2013-01-01", "Mohamed Morsi"),
    ("ISR", "head_of_government", "2021-07-01", "Naftali Bennett"),
    ("SYR", "head_of_state", "2025-05-14", "Ahmed al-Sharaa"),
    ("UKR", "head_of_state", "2013-11-21", "Viktor Yanukovych"),
    ("UKR", "foreign_minister", "2022-03-01", "Dmytro Kuleba"),
    ("BRA", "head_of_state", "2023-01-08", "Luiz Inacio Lula da Silva"),
    ("MEX", "head_of_state", "2024-10-01", "Claudia Sheinbaum"),
    ("ARG", "head_of_state", "2001-12-25", "Adolfo Rodriguez Saa"),
    ("CAN", "head_of_government", "2025-04-01", "Mark Carney"),
    ("AUS", "head_of_government", "2013-07-15", "Kevin Rudd"),
    ("NZL", "head_of_government", "2019-03-15", "Jacinda Ardern"),
    ("FJI", "head_of_government", "2010-01-01", "Frank Bainimarama"),
    ("KEN", "head_of_state", "2022-10-01", "William Ruto"),
    ("NGA", "head_of_state", "2014-04-15", "Goodluck Jonathan"),
    ("ZAF", "head_of_state", "2018-02-16", "Cyril Ramaphosa"),
    ("ETH", "head_of_government", "2011-01-01", "Meles Zenawi"),
    ("VAT", "head_of_state", "2024-12-24", "Francis"),
    ("CUB", "head_of_state", "2016-03-21", "Raul Castro"),
    ("UN", "head_of_organization", "2010-01-01", "Ban Ki-moon"),
    ("NATO", "head_of_organization", "2022-06-29", "Jens Stoltenberg"),
    ("EUCO", "head_of_organization", "2022-02-24", "Charles Michel"),
    ("EU", "foreign_minister", "2025-01-01", "Kaja Kallas"),
    ("RUS", "head_of_state", "1994-05-01", "Boris Yeltsin"),
    ("ZAF", "head_of_state", "1995-05-01", "Nelson Mandela"),
    ("ISR", "head_of_government", "1993-09-13", "Yitzhak Rabin"),
    ("DEU", "foreign_minister", "1995-01-01", "Klaus Kinkel"),
    ("ZMB", "foreign_minister", "2022-05-01", "Stanley Kakubo"),
    ("ECU", "foreign_minister", "2012-06-01", "Ricardo Patino"),
    ("PRY", "foreign_minister", "2024-05-01", "Ruben Ramirez Lezcano"),
    ("MLT", "foreign_minister", "2023-05-01", "Ian Borg"),
    ("NATO", "head_of_organization", "1997-01-01", "Javier Solana"),
]

# what a page may print, and whom it means
SPELLINGS = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Abdel Fattah Al-Sisi", "Abdel Fattah el-Sisi"),
    ("Kishida Fumio", "Fumio Kishida"),
    ("Tô Lâm", "To Lam"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Lee Jae Myung", "Lee Jae-myung"),
    ("Emmerson Dambudzo Mnangagwa", "Emmerson Mnangagwa"),
    ("Mohammed bin Zayed", "Mohamed bin Zayed Al Nahyan"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Pope Francis", "Francis"),
    ("Kassym-Zhomart Tokayev", "Kassym-Jomart Tokayev"),
]

SHORT_FORMS = [
    ("Lam", "To Lam"),
    ("Xi", "Xi Jinping"),
    ("Jokowi", "Joko Widodo"),
    ("Abiy", "Abiy Ahmed"),
    ("Lula", "Luiz Inacio Lula da Silva"),
    ("von der Leyen", "Ursula von der Leyen"),
    ("Naruhito", "Naruhito"),
    ("Prachanda", "Pushpa Kamal Dahal"),
]


def people(place: str, kind: str, day: str) -> list[str]:
    return [tenure.person for tenure in holders(place, kind, date.fromisoformat(day))]


@pytest.mark.parametrize(("place", "kind", "day", "person"), FACTS)
def test_who_held_office(place: str, kind: str, day: str, person: str) -> None:
    assert people(place, kind, day)[:1] == [person]


@pytest.mark.parametrize("year", [2005, 2010, 2015, 2020])
def test_every_member_of_the_united_nations_has_a_head(year: int) -> None:
    members = [code for code, state in load_states().items() if state.status == "member"]
    day = f"{year}-07-01"
    lacking = {code for code in members if not (
        people(code, "head_of_state", day) or people(code, "head_of_government", day))}  # fmt: skip
    assert len(members) == 193
    assert lacking == {code for code, when in NO_HEAD if when == year}


@pytest.mark.parametrize("code", ["VAT", "PSE", "XKX", "TWN"])
def test_states_beside_the_members_have_heads(code: str) -> None:
    assert people(code, "head_of_state", "2019-07-01")
    assert people(code, "head_of_government", "2019-07-01")


def test_rows_keep_the_schema() -> None:
    schema = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
    table = (FOLDER / "leaders.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(table))
    assert table[0].split(",") == schema["required"] == list(leaders.COLUMNS)
    for number, row in enumerate(rows, 2):
        for column, rule in schema["properties"].items():
            cell = row[column]
            allowed = rule.get("enum", [cell])
            assert cell in allowed, f"line {number}: {column}={cell}"
            assert re.search(rule.get("pattern", ""), cell), f"line {number}: {column}={cell}"
            assert len(cell) >= rule.get("minLength", 0), f"line {number}: {column}={cell}"


def test_places_are_states_or_organizations_of_the_other_tables() -> None:
    states, bodies = load_states(), load_organizations()
    assert not {t.state for t in shipped_tenures() if t.state and t.state not in states}
    assert not {t.organization for t in shipped_tenures()
                if t.organization and t.organization not in bodies}  # fmt: skip


def test_no_tenure_ends_before_it_starts_or_lasts_longer_than_a_life() -> None:
    for tenure in shipped_tenures():
        start, end = first_day(tenure.start), last_day(tenure.end or "2026")
        assert start <= end, tenure
        assert end.year - start.year <= 75, tenure
        assert end.year >= 1990, tenure


def test_one_chain_of_prime_ministers_overlaps_only_where_power_was_disputed() -> None:
    disputed = {"LBY", "MMR", "COD"}
    posts: dict[tuple[str, str], list[leaders.Tenure]] = {}
    for tenure in shipped_tenures():
        if tenure.dated == "stated" and tenure.office == "Prime Minister":
            posts.setdefault((tenure.place, tenure.office), []).append(tenure)
    for (place, _), chain in posts.items():
        chain.sort(key=lambda t: first_day(t.start))
        for earlier, later in pairwise(chain):
            if place not in disputed:
                assert earlier.end is not None, earlier
                over = (last_day(earlier.end) - first_day(later.start)).days
                assert over <= 61, (earlier, later)


def test_nobody_is_listed_twice_for_one_tenure() -> None:
    seen: set[tuple[str, str, str, str]] = set()
    for tenure in shipped_tenures():
        for kind in tenure.office_kinds:
            key = (tenure.place, kind, tenure.person, tenure.start)
            assert key not in seen
            seen.add(key)


def test_every_source_is_described() -> None:
    text = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `([\w-]+)`", text, re.MULTILINE))
    assert {tenure.source for tenure in shipped_tenures()} == described


@pytest.mark.parametrize(("printed", "person"), SPELLINGS)
def test_spellings_lead_to_one_person(printed: str, person: str) -> None:
    assert {t.person for t in by_surface()[fold(printed)]} == {person}


@pytest.mark.parametrize(("printed", "person"), SHORT_FORMS)
def test_short_forms_lead_to_their_bearers(printed: str, person: str) -> None:
    assert person in {t.person for t in by_surname()[fold(printed)]}


def test_who_only_serves_is_known_by_the_full_name() -> None:
    assert {t.state for t in by_surface()[fold("Karine Jean-Pierre")]} == {"USA"}
    assert fold("Jean-Pierre") not in by_surname()


def test_days_and_months_are_no_short_forms() -> None:
    assert "Friday" in {t.family_name for t in shipped_tenures()}
    assert not {"friday", "may"} & set(by_surname())


@pytest.mark.parametrize(
    ("state", "kind", "day", "called", "person"),
    [
        ("IRN", "head_of_state", "2024-09-01", "President", "Masoud Pezeshkian"),
        ("IRN", "head_of_state", "2024-09-01", "Supreme Leader", "Ali Khamenei"),
        ("KOR", "head_of_state", "2025-01-15", "President", "Yoon Suk Yeol"),
        ("KOR", "head_of_state", "2025-01-15", "acting president", "Choi Sang-mok"),
        ("USA", "foreign_minister", "2024-01-15", "foreign minister", "Antony Blinken"),
        ("DEU", "head_of_government", "2024-01-15", "Federal Chancellor", "Olaf Scholz"),
        ("SAU", "head_of_government", "2023-01-15", "Crown Prince", "Mohammed bin Salman"),
        ("FRA", "head_of_state", "2024-01-15", "French leader", "Emmanuel Macron"),
    ],
)
def test_the_printed_title_decides_before_the_kind(
    state: str, kind: str, day: str, called: str, person: str
) -> None:
    found = holders(state, kind, date.fromisoformat(day), called)
    assert {tenure.person for tenure in found} == {person}


def test_bare_surnames_are_no_full_names() -> None:
    for name in ("Putin", "Xi", "Lam", "Francis", "Jokowi"):
        assert fold(name) not in by_surface()


@pytest.mark.parametrize(
    ("name", "state", "gender"),
    [
        ("Giorgia Meloni", None, "f"),
        ("Emmanuel Macron", "FRA", "m"),
        ("Mia Mottley", "BRB", "f"),
        ("Nobody Known", None, None),
    ],
)
def test_gender_for_pronouns(name: str, state: str | None, gender: str | None) -> None:
    assert gender_of(name, state) == gender


def test_on_the_day_of_a_handover_the_new_holder_leads() -> None:
    assert people("FRA", "head_of_state", "2017-05-14") == ["Emmanuel Macron", "Francois Hollande"]


@pytest.mark.parametrize(
    ("start", "end", "dated", "inside", "outside"),
    [
        ("2011", "2013-02", "stated", "2011-01-01 2013-02-28", "2010-12-31 2013-03-01"),
        ("2011-08-05", "", "stated", "2011-08-05 2040-01-01", "2011-08-04"),
        ("2019-03", "2019-03", "seen", "2018-08-01 2020-01-15", "2018-01-01 2020-06-01"),
        ("2015-10-02", "2022-12", "end_seen", "2015-10-02 2023-09-01", "2015-10-01 2024-01-01"),
    ],
)
def test_covering_a_day_follows_the_precision_of_dates(
    start: str, end: str, dated: str, inside: str, outside: str
) -> None:
    row = f"A Person,,ALB,,Prime Minister,head_of_government,{start},{end},{dated},m,,,own,"
    (tenure,) = parse_rows([HEADING, row], "own.csv")
    for day in inside.split():
        assert tenure.covers(date.fromisoformat(day)), day
    for day in outside.split():
        assert not tenure.covers(date.fromisoformat(day)), day


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,ALB,,President,head_of_state,2011,,stated,m,,,own,", "needs a person"),
        ("A,,ALB,,President,chief,2011,,stated,m,,,own,", "office kind"),
        ("A,,ALB,UN,President,head_of_state,2011,,stated,m,,,own,", "not both"),
        ("A,,ALB,,President,head_of_state,2011,2010,stated,m,,,own,", "before it starts"),
        ("A,,ALB,,President,head_of_state,soon,,stated,m,,,own,", "line 2"),
        ("A,,ALB", "line 2"),
    ],
)
def test_a_bad_row_is_named(row: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_rows([HEADING, row], "own.csv")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match=r"own\.csv: no column spellings"):
        parse_rows(["person,state"], "own.csv")


OWN = [
    "Rob Jetten,,NLD,,Prime Minister,head_of_government,2026-02-23,2030-02-23,stated,m,,,own,",
    "Ada Newcomer,Ada N. Newcomer,NLD,,Prime Minister,head_of_government,2030-02-23,,stated,f,"
    "Newcomer,Newcomer,own,",
]


@pytest.fixture
def own_table(tmp_path, monkeypatch):
    path = tmp_path / "leaders.csv"
    path.write_text("\n".join([HEADING, *OWN, ""]), encoding="utf-8")
    monkeypatch.setenv(leaders.ENVIRONMENT, str(path))
    leaders.forget()
    yield path
    monkeypatch.undo()
    leaders.forget()


@pytest.mark.usefixtures("own_table")
def test_a_table_of_ones_own_ends_and_adds_tenures() -> None:
    assert people("NLD", "head_of_government", "2030-01-01") == ["Rob Jetten"]
    assert people("NLD", "head_of_government", "2030-03-01") == ["Ada Newcomer"]
    assert gender_of("Ada N. Newcomer") == "f"
    assert len(load_tenures()) == len(shipped_tenures()) + 1


def test_the_configuration_folder_holds_ones_own_table(monkeypatch, tmp_path) -> None:
    monkeypatch.delenv(leaders.ENVIRONMENT, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert leaders.user_table() == tmp_path / "communique" / "leaders.csv"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert leaders.user_table() == tmp_path / "Roaming" / "communique" / "leaders.csv"


def test_the_table_is_small_and_loads_fast() -> None:
    assert 2500 <= len(shipped_tenures()) <= 8000
    assert len((FOLDER / "leaders.csv").read_text(encoding="utf-8")) < 800_000
    code = (
        "import time; from communique.knowledge import leaders as l; t = time.process_time();"
        "l.shipped_tenures(); print(time.process_time() - t)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            for _ in range(3)]  # fmt: skip
    assert min(float(run.stdout) for run in runs) < 0.06

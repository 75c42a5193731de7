"""What people see of the record, at 80 columns."""

from __future__ import annotations

import io

import pytest
from rich.console import Console, RenderableType

from cli.samples import COMMITMENT, GUEST, account, document, engagement, party
from communique.views.commitments import commitments_view
from communique.views.engagement import engagement_view
from communique.views.timeline import timeline_view
from communique.views.weights import weights_view
from communique.views.words import date_words, kind_words, party_words, place_words, when_words


def printed(view: RenderableType, width: int = 80) -> str:
    out = Console(file=io.StringIO(), width=width, markup=False, highlight=False, emoji=False)
    out.print(view)
    text = out.file.getvalue()
    assert max(map(len, text.splitlines())) <= width
    return "\n".join(line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-05-03", "2023-05-03", "2023-05-03"),
        ("2023-05-03", None, "2023-05-03"),
        ("2023-05-03", "2023-05-05", "2023-05-03/05"),
        ("2023-05-30", "2023-06-02", "2023-05-30/06-02"),
        ("2023-12-30", "2024-01-02", "2023-12-30/2024-01-02"),
        ("2023-05", None, "2023-05"),
        ("2023-05", "2023-05-05", "2023-05/2023-05-05"),
        (None, "2023-05-05", "by 2023-05-05"),
        (None, None, "undated"),
    ],
)
def test_dates_are_written_as_iso_intervals(start: str | None, end: str | None, words: str) -> None:
    assert date_words(start, end) == words


@pytest.mark.parametrize(
    ("status", "earliest", "latest", "words"),
    [
        ("held", None, "2023-05-06", "by 2023-05-06"),
        ("held", "2023-05-01", "2023-05-06", "by 2023-05-06"),
        ("held", "2023-05-01", None, "after 2023-05-01"),
        ("planned", "2023-05-01", "2025-05-01", "after 2023-05-01"),
        ("planned", None, "2025-05-01", "by 2025-05-01"),
        ("held", None, None, "undated"),
    ],
)
def test_an_undated_engagement_has_its_bounds(
    status: str, earliest: str | None, latest: str | None, words: str
) -> None:
    undated = account(document("a"), status=status, start=None, end=None)
    assert when_words(engagement(undated, earliest=earliest, latest=latest)) == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (GUEST, "Aino Virtanen (FIN), guest"),
        (party(None, "CHL", "host"), "Chile, host"),
        (party("Aino Virtanen", "FIN", "participant"), "Aino Virtanen (FIN)"),
        ({**party(None, "", "participant"), "organization": "African Union"}, "African Union"),
        (
            {**party("Aino Virtanen", "", "sender"), "organization": "European Union (EU)"},
            "Aino Virtanen (EU), sender",
        ),
    ],
)
def test_parties_stand_with_their_state(given: dict[str, str], words: str) -> None:
    assert party_words(given) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (None, ""),
        ({"name": "La Moneda", "city": "Santiago", "state": "CHL"}, "La Moneda, Santiago (CHL)"),
        ({"name": "Santiago", "city": "Santiago", "state": "CHL"}, "Santiago (CHL)"),
        ({"name": "Chile", "city": "Santiago", "state": "CHL"}, "Santiago (CHL)"),
        ({"name": "Vina", "city": "Vina del Mar", "state": "CHL"}, "Vina del Mar (CHL)"),
        ({"name": "Chile", "city": None, "state": "CHL"}, "Chile (CHL)"),
        ({"name": None, "city": None, "state": "CHL"}, "CHL"),
    ],
)
def test_places_say_as_much_as_is_known(place: dict[str, str] | None, words: str) -> None:
    assert place_words(place) == words


def test_kinds_name_the_visit_and_what_is_not_held() -> None:
    assert kind_words(account(document("a"))) == "state visit"
    assert kind_words(account(document("a"), status="under_way")) == "state visit, under way"


def test_the_timeline_has_who_what_when_where_and_the_id() -> None:
    said = printed(timeline_view([engagement(account(document("a")))], {"3f9c2a77": "3f9"}))
    assert [line.split() for line in said.splitlines()] == [
        ["When", "What", "Who", "Pages", "Id"],
        ["2023-05-03/05", "state", "visit", "Aino", "Virtanen", "(FIN),", "guest", "1", "3f9"],
        ["Santiago", "Chile,", "host"],
    ]


def test_show_sets_accounts_side_by_side_with_words_and_verdicts() -> None:
    shown = engagement(
        account(document("a", outlet="Gazette")),
        account(document("b", copy_of="a"), start="2023-05", end=None, place=None),
        comparison=[
            {"field": "date", "verdict": "narrower"},
            {"field": "place", "verdict": "silent"},
        ],
    )
    said = printed(engagement_view(shown, [COMMITMENT]))
    assert "[1] Gazette, 2023-05-06: A title of a" in said
    assert "(a copy of [1])" in said
    rows = {line.split("  ")[1]: line for line in said.splitlines() if line.startswith("  ")}
    assert rows["date"].split() == [
        *("date", "2023-05-03/05", "(resolved)"),
        *("2023-05", "(resolved)", "narrower"),
    ]
    assert rows["place"].endswith("silent")
    assert "–" in rows["place"]
    assert "“from Wednesday”" in said
    assert "“Finland's president”" in said
    assert "invitation, Chile to Aino Virtanen: come back for the centenary (due 2024)" in said


@pytest.mark.parametrize("number", [1, 2, 3, 7])
def test_show_fits_whatever_the_number_of_accounts(number: int) -> None:
    accounts = [account(document(f"page-{place}")) for place in range(number)]
    said = printed(engagement_view(engagement(*accounts)))
    assert all(f"[{place}] pages/page-{place - 1}.txt" in said for place in range(1, number + 1))
    assert said.count("“at La Moneda”") == number


def test_why_is_a_waterfall_of_weights_for_each_account() -> None:
    weights = [
        {"field": "start", "weight": -2.5, "level": "before anything is compared"},
        {"field": "date", "weight": 4.25, "level": "the same day"},
        {"field": "place", "weight": 0.0, "level": "not told by both"},
        {"field": "topics", "weight": -0.75, "level": "none"},
    ]
    told = [{**account(document(name)), "weights": weights} for name in ("a", "b")]
    text = printed(weights_view(engagement(*told)))
    rows = [line for line in text.splitlines() if line.startswith(("  start", "  date", "  total"))]
    assert len(rows) == 6
    assert "place" not in text
    (start, date, total) = rows[:3]
    assert ("-2.5" in start, "+4.2" in date, "+1.0" in total) == (True, True, True)
    # A bar begins where the one before it ended, and the total where all began.
    assert date.index("\u2588") == start.index("\u2588") < total.index("\u2588")
    assert "66.67%" in total
    assert "one account alone" in printed(weights_view(engagement(account(document("a")))))


def test_page_text_cannot_steer_the_terminal() -> None:
    shown = engagement(account(document("a", title="Visit\x1b]0;owned\x07 ends")))
    assert "\x1b" not in printed(engagement_view(shown))


def test_commitments_show_where_each_stands() -> None:
    said = printed(commitments_view([COMMITMENT]))
    assert "invitation, Chile to Aino Virtanen: come" in said
    head, *lines = said.splitlines()
    stands = [line[head.index("Where") :].split() for line in lines]
    assert [words for words in stands if words] == [
        ["2023-05-05", "extended"],
        ["undated", "accepted"],
        ["open", "for", "240", "days"],
        ["last", "word:", "accepted,", "undated,", "Gazette"],
    ]


@pytest.mark.parametrize(
    ("first", "days", "overdue", "words"),
    [
        ("2023-05-05", 1, False, "open for 1 day"),
        ("2023-05", 30, True, "open for at least 30 days, overdue"),
        (None, 30, False, "open for at least 30 days"),
        (None, None, False, "open"),
    ],
)
def test_what_is_open_stands_with_its_days(
    first: str | None, days: int | None, overdue: bool, words: str
) -> None:
    states = [{"state": "extended", "date": first}]
    one = {**COMMITMENT, "states": states, "days_open": days, "overdue": overdue}
    said = printed(commitments_view([one]), width=120)
    (line,) = (line for line in said.splitlines() if "open" in line)
    assert line.endswith(f"  {words}")
    assert "open" not in printed(commitments_view([{**one, "open": False}]))

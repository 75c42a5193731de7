"""Whose an outlet is: by its name, else by its address."""

from __future__ import annotations

import csv

import pytest

from communique.knowledge.outlets import _FOLDER, Origin, Owner, origin_of

# (outlet, url): state and owner
CASES = {
    ("TASS", None): ("RUS", Owner.STATE),
    ("tass", "https://example.org/a"): ("RUS", Owner.STATE),
    (None, "https://tass.com/politics/1"): ("RUS", Owner.STATE),
    (None, "https://www.bbc.co.uk/news/1"): ("GBR", Owner.PUBLIC),
    (None, "https://en.kremlin.ru/events"): ("RUS", Owner.OFFICE),
    (None, "https://www.mofa.go.jp/page"): ("JPN", Owner.OFFICE),
    (None, "https://www.gov.uk/government/news"): ("GBR", Owner.OFFICE),
    (None, "https://www.dfa.gov.ph/news"): ("PHL", Owner.OFFICE),
    (None, "https://mfa.gov.by/en"): ("BLR", Owner.OFFICE),
    (None, "https://www.cancilleria.gob.ar/es"): ("ARG", Owner.OFFICE),
    (None, "https://www.president.ie/en"): ("IRL", Owner.OFFICE),
    (None, "https://www.commerce.gov/news"): ("USA", Owner.OFFICE),
    (None, "https://www.lemonde.fr/article"): ("FRA", Owner.PRESS),
    (None, "https://someblog.io/a"): (None, Owner.PRESS),
    (None, "https://www.example.com/a"): (None, Owner.PRESS),
    (None, "https://www.who.int/news"): (None, Owner.ORGANIZATION),
    ("The Daily Nobody", None): (None, Owner.PRESS),
    (None, None): (None, Owner.PRESS),
    (None, "not a url"): (None, Owner.PRESS),
}


@pytest.mark.parametrize(("given", "wanted"), CASES.items(), ids=map(str, CASES))
def test_whose_an_outlet_is(
    given: tuple[str | None, str | None], wanted: tuple[str | None, Owner]
) -> None:
    assert origin_of(*given) == Origin(*wanted)


def test_every_owner_is_of_an_outlet_that_is_listed() -> None:
    def names(table: str) -> list[str]:
        rows = csv.DictReader((_FOLDER / table).read_text("utf-8").splitlines())
        return [row["name"] for row in rows]

    owned = names("owners.csv")
    assert set(owned) <= set(names("outlets.csv"))
    assert len(owned) == len(set(owned))

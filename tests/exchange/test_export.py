"""The record for other programs: one row for each party of each engagement."""

from __future__ import annotations

import csv
import io
import json

import pytest

from cli.samples import account, document, engagement, party
from communique.exchange.export import COLUMNS, export_record

ENGAGEMENT = engagement(
    account(document("a", outlet="Gazette", url="https://example.org/a")),
    account(document("b", copy_of="a")),
)


def exported(form: str, *engagements: dict[str, object]) -> bytes:
    stream = io.BytesIO()
    export_record(engagements, form, stream)
    return stream.getvalue()


def rows_of_csv(*engagements: dict[str, object]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("csv", *engagements).decode("utf-8"))))


def test_csv_has_a_row_for_each_party_with_the_engagement_repeated() -> None:
    guest, host = rows_of_csv(ENGAGEMENT)
    assert tuple(guest) == COLUMNS
    assert (guest["person"], guest["role"], host["person"], host["state"]) == (
        *("Aino Virtanen", "guest"),
        *("", "CHL"),
    )
    assert guest["engagement_id"] == host["engagement_id"] == "3f9c2a77"
    assert (guest["start"], guest["place_city"]) == ("2023-05-03", "Santiago")
    assert (guest["topics"], guest["plover_event"]) == ("trade; oil_gas", "CONSULT")
    assert guest["documents"] == "https://example.org/a; pages/b.txt"


def test_a_copy_is_an_account_but_no_witness() -> None:
    row = rows_of_csv(ENGAGEMENT)[0]
    assert (row["accounts"], row["witnesses"]) == ("2", "1")


def test_an_engagement_without_parties_still_has_a_row() -> None:
    (row,) = rows_of_csv(engagement(account(document("a"), parties=[])))
    assert (row["engagement_id"], row["person"]) == ("3f9c2a77", "")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@sum"])
def test_no_cell_can_be_run_by_a_spreadsheet(name: str) -> None:
    (row,) = rows_of_csv(engagement(account(document("a"), parties=[party(name, "FIN", "guest")])))
    assert row["person"] == f"'{name}"


def test_jsonl_is_the_contracts_form_line_by_line() -> None:
    lines = exported("jsonl", ENGAGEMENT, ENGAGEMENT).decode("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [ENGAGEMENT, ENGAGEMENT]


def test_parquet_holds_the_same_rows_as_csv() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(exported("parquet", ENGAGEMENT)))
    as_text = [
        {key: "" if value is None else str(value) for key, value in row.items()}
        for row in table.to_pylist()
    ]
    assert as_text == rows_of_csv(ENGAGEMENT)

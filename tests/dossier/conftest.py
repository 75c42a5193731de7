"""A record that has read the example pages, and a hostile one, to make briefs of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir
from ctypes.util import find_library
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli import main
from communique.dossier import Asked
from communique.model import Act, Reading, Statement
from communique.record import Record
from record.made_readings import account, invitation, page, person, reading, span

# Where Pango is not installed, nothing is printed; .ci/run installs it and skips nothing.
needs_pango = pytest.mark.skipif(
    find_library("pangoft2-1.0") is None and "COMMUNIQUE_NEED_BROWSER" not in os.environ,
    reason="PDF needs Pango, which is not installed here",
)
ROOT = Path(__file__).parents[2]
PAGES = Path("examples", "pages")
AS_OF = date(2024, 12, 31)
ASKED = {
    "pair": Asked(("PRK", "RUS"), as_of=AS_OF),
    "two accounts": Asked(("IND", "USA"), as_of=AS_OF),
    "one state": Asked(("KEN",), as_of=AS_OF),
    "person": Asked(person="Vladimir Putin", as_of=AS_OF),
    "period": Asked(("RUS",), since="2024", until="2024-06-30", as_of=AS_OF),
    "nothing": Asked(("FJI", "PER"), as_of=AS_OF),
    "all": Asked(as_of=AS_OF),
}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
TRICKS = f"{HOSTILE} \u202egnp.exe \x07 [x](javascript:alert(3)) | `a` *b* ]]> {{{{7*7}}}}"


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of a record that has read the example pages, under names of their own."""
    target = str(tmp_path_factory.mktemp("dossier") / "examples.db")
    with chdir(ROOT):
        done = CliRunner().invoke(main, ["read", str(PAGES), "--record", target])
    assert done.exit_code in (0, 1), done.output
    return target


@pytest.fixture(scope="session")
def record(examples: str) -> Iterator[Record]:
    with Record.open(examples) as opened:
        yield opened


def hostile_readings() -> Iterator[Reading]:
    """Yield pages whose every word tries to be more than a word."""
    for number, address in enumerate(("javascript:alert(1)//x", "https://x.test/?a=<b>&c='\"")):
        plain = page(f"{number}<b>.txt", f"2024-0{number + 1}-10", text=f"{TRICKS} {number}" * 9)
        document = replace(
            plain, title=TRICKS + str(number), outlet=f"{HOSTILE}{number}", url=address
        )
        guest, host = f"guest:Ada {HOSTILE}/NOR", "host:Bo/KEN"
        said = Statement(
            f"Ada {HOSTILE}", None, Act.AFFIRM, TRICKS * 20, ("trade",), False, span(document)
        )
        told = account(
            document, "visit", guest, host, start=f"2024-0{number + 1}-05", topics=["trade"]
        )
        yield reading(
            document,
            replace(
                told,
                statements=(said,),
                commitments=(invitation(document, "NOR", "KEN", "extended", what=TRICKS),),
            ),
            people=(person(document, f"Ada {HOSTILE}/NOR", f"President {TRICKS}"),),
        )


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "hostile.db") as opened:
        for one in hostile_readings():
            opened.keep(one)
        yield opened

"""Golden briefs over the example pages: as Markdown, and as HTML without the drawings.

Where a golden file is missing, the test writes it and fails, asking for a look. After a change
that is meant to alter them: pytest tests/golden --update-golden, then read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from communique.dossier import compose
from communique.dossier.html_form import to_html
from communique.dossier.markdown_form import to_markdown
from communique.record import Record
from dossier.conftest import ASKED, examples, record

GOLDEN = Path(__file__).parent / "briefs"
__all__ = ["examples", "record"]


@pytest.mark.parametrize("name", ["pair", "two accounts", "person"])
def test_briefs_read_as_before(name: str, record: Record, request: pytest.FixtureRequest) -> None:
    brief = compose(record, ASKED[name])
    stem = name.replace(" ", "-")
    same = compare(f"{stem}.md", to_markdown(brief), request)
    if name == "pair":
        # Drawings depend on the fonts of the machine, the style on nothing that is told.
        page = re.sub(r"<(svg|style)\b.*?</\1>", r"<\1/>", to_html(brief), flags=re.DOTALL)
        page = re.sub(r"sha256-[^&']+", "sha256-", page)
        same = compare(f"{stem}.html", page, request) and same
    assert same, "written anew; read it before committing it"


def compare(name: str, text: str, request: pytest.FixtureRequest) -> bool:
    path = GOLDEN / name
    if request.config.getoption("--update-golden") or not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return bool(request.config.getoption("--update-golden"))
    assert text == path.read_text("utf-8")
    return True

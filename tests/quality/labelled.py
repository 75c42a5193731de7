"""The sets of labelled pages, read by the project's own reader and scored by the shared scorer."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.exchange.json_form import reading_to_json
from communique.model import Document
from communique.pages import read_documents
from communique.reader import Reader

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(TESTS))

from corpus.readings import load_folder  # noqa: E402

Json = dict[str, Any]


@dataclass(frozen=True)
class LabelledSet:
    """Pages with what a careful reader takes from each.

    ``shown`` is false of pages that only measure: their misses are counted, never listed.
    """

    name: str
    folder: Path
    answers: Path | None = None
    shown: bool = True

    def here(self) -> bool:
        """Whether the pages are beside this checkout."""
        return self.folder.is_dir()

    def expected(self) -> dict[str, Json]:
        """The answers by file name, in the scorer's form."""
        if self.answers is None:
            return dict(load_folder(self.folder)["documents"])
        return dict(json.loads(self.answers.read_text("utf-8"))["documents"])


SETS = (
    LabelledSet("dev", TESTS / "corpus" / "dev"),
    LabelledSet("test", TESTS / "corpus" / "test", shown=False),
    LabelledSet("seeds", SHARED / "seeds", SHARED / "seeds" / "expected.json"),
    LabelledSet("examples", ROOT / "examples" / "pages", ROOT / "examples" / "expected.json"),
)


def load_scorer() -> ModuleType | None:
    """Return ``../shared/tools/score.py`` as a module, None where it is absent."""
    path = SHARED / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.exists() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_pages(labelled: LabelledSet, reader: Reader) -> dict[str, Json]:
    """Return the reading of each page by file name, in the form of ``read --jsonl``."""
    found: dict[str, Json] = {}
    for name in labelled.expected():
        for document in read_documents([str(labelled.folder / name)]):
            if isinstance(document, Document):
                found[name] = json.loads(json.dumps(reading_to_json(reader.read(document))))
    return found


def tally(scorer: ModuleType, expected: dict[str, Json], found: dict[str, Json]) -> Any:
    """Score every page and return the scorer's ``Tally``."""
    counts = scorer.Tally()
    for name, answer in expected.items():
        nothing: Json = {"accounts": [], "document": {}}
        scorer.score_document(counts, name, answer, found.get(name, nothing))
    return counts

"""How fast pages are read, as ratios against public tools in the same run on one core.

    python benchmarks/reading.py --pages FOLDER            # made by public_pages.py
    python benchmarks/reading.py                           # without the crawl: labelled pages alone

Every page goes through the peer and through this program one after the other, so that whatever
else the machine does slows both alike; times are those of the processor. Full reading, without
triage, judges which pages hold an engagement; its verdicts are kept in FOLDER/judged.json.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from communique.coding.coder import code
from communique.language.analysis import analyse
from communique.model import Document, Reading
from communique.pages import Limits, PassedOver, Refusal, read_upload
from communique.reader import Reader
from communique.triage import load_triage

ROOT = Path(__file__).parent.parent
CORPUS = [ROOT / "tests" / "corpus" / half for half in ("dev", "test")]
ONE_IN = 100
PETRARCH2 = 150  # sentences a second that its authors publish for the coder
ALL = Limits()
_SAID = "<p>President John Mahama of Ghana met Prime Minister Narendra Modi in Accra on Monday.</p>"
_DIT = "<p>Le conseil municipal a voté hier soir un budget pour la rénovation des écoles.</p>"
WARM = {
    f"warm{number}.html": f"<html><body><h1>Talks</h1>{said * 9}</body></html>".encode()
    for number, said in enumerate((_SAID, _DIT))
}


def main() -> None:
    """Print every figure asked for, one line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=Path, help="folder of pages with tags")
    parser.add_argument("--every", type=int, default=1, help="time each so-and-so-many-th page")
    parser.add_argument("--again", action="store_true", help="judge the pages anew")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    reader = Reader.load()
    labelled = [page for half in CORPUS for page in sorted(half.glob("*.*"))]
    labelled = [page for page in labelled if page.suffix in (".txt", ".html")]
    sentences(reader, labelled)
    recall(reader, labelled, "labelled pages")
    if asked.pages is None:
        return
    pages = sorted(asked.pages.glob("*.html"))
    judged = verdicts(reader, pages, asked.pages / "judged.json", again=asked.again)
    cascade(pages, judged)
    held = [page for page in pages if judged[page.name] == "engagement"]
    rest = [page for page in pages if judged[page.name] != "engagement"]
    beside(reader, held, "pages that all hold engagements", ALL)
    rest = rest[:: asked.every]
    chosen = held[:: max(1, len(held) * (ONE_IN - 1) // len(rest))]
    sieve = Limits(sieve=load_triage(), sieve_all=True)
    beside(reader, [*rest, *chosen], f"crawl, {len(chosen)} with an engagement", sieve)


def sentences(reader: Reader, pages: Sequence[Path]) -> None:
    """Print how many sentences a second are coded, parsing included."""
    documents = [d for p in pages if isinstance(d := read_upload(p.read_bytes(), p.name), Document)]
    pipeline = reader._pipeline
    code(analyse(documents[0], pipeline))
    parsing = coding = 0.0
    count = 0
    for document in documents:
        start = time.process_time()
        analysis = analyse(document, pipeline)
        between = time.process_time()
        code(analysis)
        parsing += between - start
        coding += time.process_time() - between
        count += len(analysis.sentences)
    rate = count / (parsing + coding)
    print(
        f"sentences of {len(documents)} labelled pages: {rate:.0f} a second, parsing included "
        f"({rate / PETRARCH2:.2f} times the {PETRARCH2} published for PETRARCH-2); "
        f"language {parsing:.1f} s, coding {coding:.1f} s"
    )


def recall(reader: Reader, pages: Sequence[Path], what: str) -> None:
    """Print how many engagements' pages the whole triage keeps, full reading being the judge."""
    sieve = Limits(sieve=load_triage(), sieve_all=True)
    kept: Counter[tuple[str, bool]] = Counter()
    lost = []
    for page in pages:
        raw = page.read_bytes()
        kind = _kind(_read(reader, raw, page.name, ALL))
        passed = isinstance(read_upload(raw, page.name, sieve), PassedOver)
        kept[kind, not passed] += 1
        if passed and kind == "engagement":
            lost.append(page.name)
    _tell(kept, lost, what)


def cascade(pages: Sequence[Path], judged: dict[str, str]) -> None:
    """Print what each stage of the triage passes over, by what full reading found."""
    sieve = Limits(sieve=load_triage(), sieve_all=True)
    kept: Counter[tuple[str, bool]] = Counter()
    stages: Counter[str] = Counter()
    lost = []
    for page in pages:
        raw = page.read_bytes()
        early = load_triage().of_bytes(raw)
        passed = early is not None or isinstance(read_upload(raw, page.name, sieve), PassedOver)
        stages[f"bytes: {early}" if early else "words or names" if passed else "read"] += 1
        kept[judged[page.name], not passed] += 1
        if passed and judged[page.name] == "engagement":
            lost.append(page.name)
    _tell(kept, lost, "public pages")
    print("  " + "; ".join(f"{stage}: {n}" for stage, n in sorted(stages.items())))


def _tell(kept: Counter[tuple[str, bool]], lost: Sequence[str], what: str) -> None:
    for kind in dict.fromkeys(kind for kind, _ in sorted(kept)):
        through, all_ = kept[kind, True], kept[kind, True] + kept[kind, False]
        print(f"triage of {what}, {kind}: {through} of {all_} kept ({through / all_:.4f})")
    print(f"  engagements passed over: {', '.join(lost) or 'none'}")


def verdicts(reader: Reader, pages: Sequence[Path], at: Path, *, again: bool) -> dict[str, str]:
    """What full reading finds on each page."""
    if at.exists() and not again:
        found: dict[str, str] = json.loads(at.read_text())
        return found
    found = {}
    for page in pages:
        found[page.name] = _kind(_read(reader, page.read_bytes(), page.name, ALL))
    at.write_text(json.dumps(found))
    return found


def _kind(reading: Reading | None) -> str:
    if reading is None:
        return "refused"
    if reading.accounts:
        return "engagement"
    said = reading.statements or reading.messages or reading.commitments or reading.unread
    return "other words" if said else "nothing"


def _read(reader: Reader, raw: bytes, name: str, limits: Limits) -> Reading | None:
    page = read_upload(raw, name, limits)
    return None if isinstance(page, Refusal) else reader.read(page)


def beside(reader: Reader, pages: Sequence[Path], what: str, limits: Limits) -> None:
    """Print the pages a second of this program and of its peers over the same pages."""
    ways: dict[str, Callable[[bytes, str], Any]] = {
        **_peers(),
        "communique, to documents": lambda raw, name: read_upload(raw, name, limits),
        "communique": lambda raw, name: _read(reader, raw, name, limits),
    }
    taken = dict.fromkeys(ways, 0.0)
    for name, page in WARM.items():  # what is loaded once a process counts for nobody
        for do in ways.values():
            do(page, name)
    for page in pages:
        raw = page.read_bytes()
        for way, do in ways.items():
            start = time.process_time()
            try:
                do(raw, page.name)
            except Exception as error:  # a peer's trouble with a page is its own
                print(f"  {way}: {page.name}: {type(error).__name__}", file=sys.stderr)
            taken[way] += time.process_time() - start
    base = taken["trafilatura fast"]
    size = sum(page.stat().st_size for page in pages) / len(pages) / 1000
    print(f"{what}: {len(pages)} pages of {size:.0f} kB")
    for way, seconds in taken.items():
        print(f"  {way:28} {len(pages) / seconds:8.1f} a second  {base / seconds:6.3f}")


def _peers() -> dict[str, Callable[[bytes, str], Any]]:
    import justext
    from trafilatura import bare_extraction

    stop = justext.get_stoplist("English")
    bare_extraction(b"<html><body><p>warm</p></body></html>", fast=True)
    return {
        "trafilatura fast": lambda raw, _: bare_extraction(raw, fast=True),
        "trafilatura": lambda raw, _: bare_extraction(raw),
        "jusText": lambda raw, _: justext.justext(raw, stop),
    }


if __name__ == "__main__":
    main()

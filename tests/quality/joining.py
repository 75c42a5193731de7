"""How well accounts of labelled pages are joined: B-cubed, and commitments followed over pages.

Labels are the ``event`` keys of ``tests/corpus`` and the threads of ``tests/corpus/threads``, where
a handful of pages tell one story over months. What the reader missed on a page cannot be joined and
is counted apart.
"""

from __future__ import annotations

import html
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from communique.linking.clusters import family
from communique.linking.names import same_name
from communique.linking.rows import AccountRow
from communique.linking.words import folded
from communique.model import Account, Document, Kind, Reading, Role
from communique.pages import read_documents
from communique.record import Record
from communique.record.entries import AccountEntry, CommitmentEntry

sys.path.insert(0, str(Path(__file__).parents[1]))

THREADS = Path(__file__).parents[1] / "corpus" / "threads"

Json = dict[str, Any]
Read = Callable[[Document], Reading]
Item = tuple[str, str]


@dataclass
class Joined:
    """Items (page, label) with the true engagement of each and the one that the record made."""

    truth: dict[Item, str] = field(default_factory=dict)
    found: dict[Item, str] = field(default_factory=dict)
    missed: list[Item] = field(default_factory=list)

    def b_cubed(self) -> tuple[float, float, float]:
        """Return precision, recall and F1 over the items that were read."""
        return b_cubed(self.truth, self.found)

    def wrongly_joined(self) -> list[tuple[str, list[str]]]:
        """Return the engagements of the record that hold two true ones."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for item, engagement in self.found.items():
            held[engagement].add(self.truth[item])
        return [(name, sorted(true)) for name, true in sorted(held.items()) if len(true) > 1]

    def split(self) -> list[tuple[str, list[str]]]:
        """Return the true engagements that the record holds more than once."""
        held: defaultdict[str, set[str]] = defaultdict(set)
        for item, engagement in self.found.items():
            held[self.truth[item]].add(engagement)
        return [(name, sorted(found)) for name, found in sorted(held.items()) if len(found) > 1]


def b_cubed(truth: Mapping[Any, Any], found: Mapping[Any, Any]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of one grouping of items against another."""
    if not found:
        return 0.0, 0.0, 0.0
    together = Counter((truth[item], group) for item, group in found.items())
    groups, true = Counter(found.values()), Counter(truth[item] for item in found)
    precision = sum(n * n / groups[group] for (_, group), n in together.items()) / len(found)
    recall = sum(n * n / true[label] for (label, _), n in together.items()) / len(found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def load_threads(half: str | None = None) -> Iterator[tuple[str, Json]]:
    """Yield the labelled threads by name."""
    for path in sorted(THREADS.glob(f"{half or '*'}/*.toml")):
        yield path.stem, tomllib.loads(path.read_text("utf-8"))


def thread_documents(name: str, thread: Json, folder: Path) -> list[Document]:
    """Return the pages of a thread as read from plain HTML pages written to ``folder``."""
    written = []
    for page in thread["page"]:
        path = folder / f"{name}.{page['name']}.html"
        paragraphs = "".join(f"<p>{html.escape(p)}</p>\n" for p in page["text"].split("\n\n"))
        title = html.escape(page["title"])
        path.write_text(
            f'<html lang="en"><head><title>{title}</title>'
            f'<meta property="og:site_name" content="{html.escape(page["outlet"])}">'
            f'<meta property="article:published_time" content="{page["published"]}">'
            f"</head><body><article><h1>{title}</h1>\n{paragraphs}</article></body></html>",
            "utf-8",
        )
        written.append(str(path))
    return [one for one in read_documents(written) if isinstance(one, Document)]


def join_threads(
    threads: Iterable[tuple[str, Json]], read: Read, folder: Path, record: Record
) -> tuple[Joined, list[tuple[str, Json, list[CommitmentEntry]]]]:
    """Read threads into a record; return how accounts were joined, and commitments by thread."""
    threads = list(threads)
    for name, thread in threads:
        for document in thread_documents(name, thread, folder):
            record.keep(read(document))
    joined = Joined()
    accounts = accounts_by_page(record)
    for name, thread in threads:
        for number, wanted in enumerate(thread.get("engagement", ())):
            for page in wanted["pages"]:
                item = (f"{name}.{page}", f"{wanted['kind']} {number}")
                joined.truth[item] = f"{name} {wanted['kind']} {number}"
                told = accounts.get(f"{name}.{page}.html", [])
                found = next((e for e, one in told if account_told(one.account, wanted)), None)
                if found is None:
                    joined.missed.append(item)
                else:
                    joined.found[item] = found
    known = record.commitments()
    followed = [
        (name, wanted, [one for one in known if _is_commitment(one, wanted, name)])
        for name, thread in threads
        for wanted in thread.get("commitment", ())
    ]
    return joined, followed


def join_labelled(
    labelled: Mapping[str, Json], readings: Mapping[str, Reading], record: Record
) -> Joined:
    """Keep readings of labelled pages, and return how their main engagements were joined.

    Pages of one ``event`` tell the same engagements; those are told apart by kind and states.
    """
    for name, reading in readings.items():
        record.keep(replace(reading, document=replace(reading.document, path=name, url=None)))
    accounts = accounts_by_page(record)
    joined = Joined(truth=_true_engagements(labelled))
    for name, answer in labelled.items():
        told = answer.get("engagements", ())
        free = [one for one in accounts.get(name, []) if not _background(one[1].account, told)]
        for number, wanted in enumerate(told):
            if not wanted["main"]:
                continue
            item = (name, str(number))
            found = max(free, key=lambda one: _likeness(one[1].account, wanted), default=None)
            if found is None or not _likeness(found[1].account, wanted):
                joined.missed.append(item)
            else:
                free.remove(found)
                joined.found[item] = found[0]
    return joined


def _true_engagements(labelled: Mapping[str, Json]) -> dict[Item, str]:
    """Return which main engagements of labelled pages are one.

    Those of one event, kind and set of states; and of any event those of one day, kind, states and
    persons, of a visit its guests: one page names the host, another a minister who came along.
    Where a page tells two of its event alike, the persons tell them apart.
    """
    keys: dict[Item, list[str]] = {}
    for name, answer in labelled.items():
        main = [(n, e) for n, e in enumerate(answer.get("engagements", ())) if e["main"]]
        alike = Counter(_kind_and_states(wanted) for _, wanted in main)
        for number, wanted in main:
            event, of = answer.get("event") or name, _kind_and_states(wanted)
            people = _surnames(wanted["parties"])
            own = f"{event} {of}" if alike[of] == 1 else f"{event} {of} {people}"
            guests = [p for p in wanted["parties"] if p["role"] == "guest"]
            visit = wanted["kind"] == "visit"
            day = f"{wanted.get('start')} {of} {_surnames(guests) if visit else people}"
            keys[name, str(number)] = [own, *([day] if _is_day(wanted.get("start")) else ())]
    root = {key: key for found in keys.values() for key in found}
    for found in sorted(keys.values()):
        first = min(root[key] for key in found)
        others = {root[key] for key in found}
        root = {key: first if known in others else known for key, known in root.items()}
    return {item: root[found[0]] for item, found in keys.items()}


def _surnames(parties: Iterable[Json]) -> list[str]:
    return sorted({folded(p["person"])[-1] for p in parties if p.get("person")})


def _kind_and_states(wanted: Json) -> str:
    states = sorted({p.get("state") or p.get("organization") or "" for p in wanted["parties"]})
    return " ".join((family(Kind(wanted["kind"])).value, *states))


def _is_day(start: str | None) -> bool:
    return start is not None and len(start) == len("2000-01-01")


def _background(account: Account, told: Sequence[Json]) -> bool:
    """Whether an account is one of the page's other engagements by its day: "the visit of last
    December" beside the one that the page is about."""
    dated = [one for one in told if one.get("start") and one["start"] == account.start]
    alike = [one for one in dated if _likeness(account, one)]
    return bool(alike) and not any(one["main"] for one in alike)


def _likeness(account: Account, wanted: Json) -> float:
    """Return how much an account is like a labelled engagement, dates aside; 0 for another's.

    What a page tells in passing of another month is another engagement of the same two.
    """
    if family(account.kind) is not family(Kind(wanted["kind"])):
        return 0.0
    told, labelled = account.start or "", wanted.get("start") or ""
    if not account.main and min(len(told), len(labelled)) >= 7 and told[:7] != labelled[:7]:
        return 0.0
    people = [folded(p.person) for p in account.parties if p.person]
    named = [p["person"] for p in wanted["parties"] if p.get("person")]
    alike = sum(any(_named(one, name) for one in people) for name in named)
    sides = {p.state or p.organization for p in account.parties}
    states = {p.get("state") or p.get("organization") for p in wanted["parties"]}
    shared = len(sides & states) / len(sides | states)
    if shared < 0.5 or alike * 2 < len(named):
        return 0.0
    return 1 + alike + shared + account.main


def accounts_by_page(record: Record) -> dict[str, list[tuple[str, AccountEntry]]]:
    """Return every account with its engagement's id, by the file name of its page."""
    found: defaultdict[str, list[tuple[str, AccountEntry]]] = defaultdict(list)
    for entry in record.engagements(accounts=True):
        for one in entry.accounts:
            found[Path(one.document.path or "").name].append((entry.id, one))
    return dict(found)


def is_kept(wanted: Json, found: list[CommitmentEntry]) -> bool:
    """Tell whether one commitment was made of all that its pages tell, and ended as it did."""
    if len(found) != 1:
        return False
    states = [step.state.value for step in found[0].states]
    return (
        found[0].open == wanted.get("open", False)
        and bool(states)
        and states[-1] == wanted["ends"]
        and (not wanted.get("accepted") or "accepted" in states)
    )


def account_told(account: Account | AccountRow, wanted: Json) -> bool:
    """Tell whether an account is of the labelled engagement that its page tells."""
    if family(account.kind) is not family(Kind(wanted["kind"])):
        return False
    visit = wanted["kind"] == "visit"
    parties = [p for p in account.parties if p.role is not Role.HOST or not visit]
    people = [folded(p.person) for p in parties if p.person]
    if not all(any(_named(one, person) for one in people) for person in wanted["people"]):
        return False
    if visit:
        states = {p.state for p in account.parties if p.state and p.role is Role.HOST}
        states = states or {account.place.state if account.place else None}
        return wanted["host"] in states
    return "start" not in wanted or account.start is None or account.start == wanted["start"]


def _named(found: tuple[str, ...], person: str) -> bool:
    name = folded(person)
    return (
        bool(set(found) & set(name))
        if len(found) == 1
        else same_name(found, name, same_office=True)
    )


def _is_commitment(entry: CommitmentEntry, wanted: Json, thread: str) -> bool:
    if entry.kind not in ("invitation", "visit"):
        return False
    told = {
        words.document.path and Path(words.document.path).name.split(".")[0]
        for step in entry.states
        for words in step.sources
    }
    ends = [entry.to or "", entry.by or ""] if entry.kind == "visit" else [entry.to or ""]
    named = any(_named(folded(end), wanted["to"]) for end in ends if end)
    return thread in told and named and f"-{wanted['host'].lower()}-" in entry.id

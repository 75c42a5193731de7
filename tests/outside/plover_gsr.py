"""Score event types and states against the PLOVER gold standard records (development half).

    plover_gsr.py [--show-misses]

Each sentence is read alone with the project's own reader and given one event: the first in the
sentence of its engagements (``Account.plover_event``; a planned one is an intent to meet, CAMEO
036, so AGREE) and its statements (``act_codes``). The record's 2016 name of the event is told in
today's names by the table CAMEO2PLOVER-2021.txt beside it. Scored:

    AGREE ...      the types that the codebook reaches; sentences of other types (fights, strikes,
                   arrests) are read as well and every event found in them counts as extra.
                   Investigations, ACCUSE by today's table, are deeds that the codebook does not
                   reach: what is read of them is not counted as ACCUSE either way.
    all types      the same over all types together
    source, target states of the actors, over sentences of the types above. An event of both sides
                   ("Compound actor" in the records) has both in either place. What is read as
                   target is the addressee or another party, else the first state in the content.
    states         source and target together

Errors in the records' codes are put right where the letters are no state's ("JAP", "ITL").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from documents import read_alone
from tally import BENCHMARKS, Tally, print_scored

from communique.knowledge.frames.codes import act_codes
from communique.knowledge.states.forms import scan
from communique.knowledge.states.table import load_states
from communique.model import Account, Reading, Role, Statement, Status

FOLDER = BENCHMARKS / "plover-gsr"
RECORDS = FOLDER / "gsr-development-half.json"
TABLE = FOLDER / "CAMEO2PLOVER-2021.txt"
# The names of 2016 by CAMEO's root categories, which are the same in both tables.
ROOTS = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07",
    "INVESTIGATE": "09", "DEMAND": "10", "DISAPPROVE": "11", "REJECT": "12", "THREATEN": "13",
}  # fmt: skip
NOT_REACHED = "INVESTIGATE"
SLIPS = {"JAP": "JPN", "ITL": "ITA"}
ACTIVE = {Role.PARTICIPANT, Role.GUEST, Role.SENDER}
MEETS = {Status.HELD, Status.UNDER_WAY}


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a sentence: its type and the states at either end, ``joint`` when of both."""

    type: str
    source: frozenset[str]
    target: frozenset[str]
    joint: bool = False
    at: int = 0


_ROOT = re.compile(r"(\d\d): (\w+)")


def todays_names() -> dict[str, str]:
    """The names of 2016 and what the table of 2021 calls the same root category."""
    lines = TABLE.read_text("utf-8").splitlines()
    found = [match for line in reversed(lines) if (match := _ROOT.match(line))]
    roots = {match[1]: match[2] for match in found}
    return {name: roots[root] for name, root in ROOTS.items()}


def recorded(record: dict[str, Any], names: dict[str, str]) -> Event:
    """The event of a record; its type is empty where the codebook does not reach it."""
    source, target = _states(record.get("source")), _states(record.get("target"))
    type_ = "" if record["event"] == NOT_REACHED else names.get(record["event"], "")
    actors = record.get("source") or []
    joint = isinstance(record.get("target"), str) and len(actors) > 1
    return Event(type_, source, target, joint)


def _states(actors: object) -> frozenset[str]:
    if not isinstance(actors, list):
        return frozenset()
    codes = {str(actor.get("code", ""))[:3] for actor in actors}
    return frozenset(SLIPS.get(code, code) for code in codes) & frozenset(load_states())


def events_read(reading: Reading) -> list[Event]:
    """The events of a sentence's reading in the order of their words."""
    people = {name: p.state for p in reading.people for name in (p.person, *p.names)}
    found = [event for a in reading.accounts if (event := of_account(a)) is not None]
    spoken = [*reading.statements, *(s for a in reading.accounts for s in a.statements)]
    sides = {p.state for a in reading.accounts for p in a.parties if p.state}
    for statement in spoken:
        event = of_statement(statement, people, sides)
        if event is not None:
            found.append(event)
    return sorted(found, key=lambda event: event.at)


def of_account(account: Account) -> Event | None:
    """An engagement as an event; a meeting that is only planned is the intent to meet."""
    if account.status in MEETS:
        type_ = account.plover_event
    elif account.status in {Status.PLANNED, Status.PROPOSED}:
        type_ = "AGREE"
    else:
        return None
    active = [p.state for p in account.parties if p.state and p.role in ACTIVE]
    other = [p.state for p in account.parties if p.state and p.role not in ACTIVE]
    at = account.evidence.kind[0].start if account.evidence.kind else 0
    joint = not other
    return Event(type_, frozenset(active), frozenset(other), joint, at)


def of_statement(
    statement: Statement, people: dict[str, str | None], sides: Iterable[str]
) -> Event | None:
    """A speech act as an event, None where PLOVER has none for it."""
    codes = act_codes(statement.act)
    if codes is None:
        return None
    at = statement.evidence[0].start if statement.evidence else 0
    speaker = statement.speaker
    labels = [speaker] if isinstance(speaker, str) else list(speaker)
    if speaker == "both":
        return Event(codes.event, frozenset(sides), frozenset(), True, at)
    source = frozenset(s for label in labels if (s := _state_of(label, people)))
    heard = _state_of(statement.addressee, people) if statement.addressee else None
    if heard is None:
        heard = next((code for code in _named(statement.content) if code not in source), None)
    target = frozenset({heard} if heard else ())
    return Event(codes.event, source, target, len(source) > 1 and not target, at)


def _state_of(label: str, people: dict[str, str | None]) -> str | None:
    if label in load_states():
        return label
    return people.get(label) or next(iter(_named(label)), None)


def _named(text: str) -> list[str]:
    """The states that a text names, in its order."""
    usual = [span.form.candidates[0].id for span in scan(text) if span.form.candidates]
    return [code for code in usual if code in load_states()]


def score_record(tally: Tally, record: dict[str, Any], names: dict[str, str]) -> None:
    """Read one record's sentence and count it."""
    text = record["text"].strip("{} ")
    expected = recorded(record, names)
    events = events_read(read_alone(record["id"], text))
    got = next(iter(events), None)
    where = f"{record['id']} {text}"
    types = {got.type} if got is not None else set()
    wanted = {expected.type} if expected.type else set()
    if record["event"] == NOT_REACHED:
        types -= {names[NOT_REACHED]}
    for name in types | wanted:
        tally.sets(name, where, wanted & {name}, types & {name})
    tally.sets("all types", where, wanted, types)
    if wanted:
        _score_states(tally, where, expected, got)


def _score_states(tally: Tally, where: str, expected: Event, got: Event | None) -> None:
    read = got if got is not None else Event("", frozenset(), frozenset())
    either = read.source | read.target
    source, target = (
        (either, either) if expected.joint or read.joint else (read.source, read.target)
    )
    wanted = expected.source | expected.target
    if expected.joint:
        pairs = {"source": (wanted, source), "target": (wanted, target)}
    elif read.joint:  # both sides act: each state stands where the record has it
        rest = either - wanted
        pairs = {
            "source": (expected.source, (expected.source & either) | rest),
            "target": (expected.target, expected.target & either),
        }
    else:
        pairs = {"source": (expected.source, source), "target": (expected.target, target)}
    for name, (one, other) in pairs.items():
        tally.sets(f"{name} states", where, one, other)
    tally.sets("states", where, wanted, either)


def score() -> Tally:
    """Read and count every record, one for each sentence and event."""
    tally = Tally()
    names = todays_names()
    for record in json.loads(RECORDS.read_text("utf-8")):
        if record["event"] != "DOCUMENT":
            score_record(tally, record, names)
    return tally


if __name__ == "__main__":
    print_scored(__doc__, RECORDS, score)

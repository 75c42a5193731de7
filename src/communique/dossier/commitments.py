"""The commitments of a brief: what is open, what was kept, what came to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dossier.parts import (
    Block,
    Cite,
    Entry,
    Figure,
    Paragraph,
    Pieces,
    Section,
    Sentence,
)
from communique.dossier.phrases import Slot, capitalised, counted, listing, phrase, say, say_some
from communique.dossier.telling import anchor
from communique.dossier.values import actor, cite_longest, day, days_between, least_days, plain
from communique.model import CommitmentKind, CommitmentStateKind
from communique.partial_dates import to_bounds
from communique.pictures import Writing, days_to_visit

if TYPE_CHECKING:
    from datetime import date

    from communique.dossier.gathering import Gathered
    from communique.record.entries import CommitmentEntry, StepEntry

_CITES = 4
_DAY = len("2024-01-01")
_KEPT = CommitmentStateKind.FULFILLED


def commitments(gathered: Gathered, between: Pieces, writing: Writing) -> Section:
    """Return the section of commitments with the picture of days from invitation to visit."""
    blocks: list[Block] = []
    as_of = gathered.asked.as_of
    picture = days_to_visit(gathered.commitments, as_of, writing)
    groups = {"open": opened(gathered), "kept": kept(gathered), "ended": _ended(gathered)}
    for key, found in groups.items():
        if found:
            blocks.append(_group(key, found, gathered))
    if picture:
        blocks.append(Figure(picture))
    if not gathered.commitments:
        words = say("commitments.none", states=between)
        blocks.append(Paragraph((Sentence(words),)))
    return Section("commitments", phrase("section.commitments"), tuple(blocks))


def opened(gathered: Gathered) -> list[CommitmentEntry]:
    """Return what is open, the latest word last."""
    return sorted((c for c in gathered.commitments if c.open), key=_last_date)


def kept(gathered: Gathered) -> list[CommitmentEntry]:
    """Return what was kept, the latest last."""
    done = (c for c in gathered.commitments if not c.open and _is_kept(c))
    return sorted(done, key=_last_date)


def _ended(gathered: Gathered) -> list[CommitmentEntry]:
    return [c for c in gathered.commitments if not c.open and not _is_kept(c)]


def _is_kept(entry: CommitmentEntry) -> bool:
    return any(step.state is _KEPT for step in entry.states)


def _last_date(entry: CommitmentEntry) -> str:
    return max((step.date for step in entry.states if step.date), default="")


def undertaken(entry: CommitmentEntry) -> Pieces:
    """Return "Invitation from A to B: ..."."""
    return say(
        f"commitments.{entry.kind.value}",
        by=actor(entry.by, "commitment", entry.id) if entry.by else None,
        to=actor(entry.to, "commitment", entry.id) if entry.to else None,
        via=actor(entry.via, "commitment", entry.id) if entry.via else None,
        what=plain(entry.what, "commitment", entry.id, 240),
    )


def sources(entry: CommitmentEntry) -> tuple[Cite, ...]:
    """Return the pages behind a commitment, each once."""
    found: dict[str, Cite] = {}
    for step in entry.states:
        for one in _step_cites(step):
            found.setdefault(one.document, one)
    return tuple(found.values())[:_CITES]


def _group(key: str, found: list[CommitmentEntry], gathered: Gathered) -> Entry:
    most, as_of = gathered.limits.commitments, gathered.asked.as_of
    blocks: list[Block] = [_entry(each, as_of) for each in found[-most:]]
    if left := found[:-most]:
        number = counted("commitment", [each.id for each in left])
        words = say_some("commitments.more", len(left), n=number)
        blocks.append(Paragraph((Sentence(words),), quiet=True))
    return Entry(f"commitments-{key}", Sentence(say(f"commitments.{key}")), None, tuple(blocks))


def _entry(entry: CommitmentEntry, as_of: date) -> Entry:
    sentences = []
    if entry.due:
        due = day(entry.due, "commitment", entry.id)
        sentences.append(Sentence(say("commitments.due", due=due)))
    if entry.states:
        steps = listing([_step(step, entry.id) for step in entry.states])
        sentences.append(Sentence(capitalised(say("commitments.steps", steps=steps))))
    sentences += _standing(entry, as_of) if entry.open else _waited(entry)
    words = Sentence(undertaken(entry))
    return Entry(anchor(entry.id), words, None, (Paragraph(tuple(sentences)),))


def _step(step: StepEntry, name: str) -> Pieces:
    when: Pieces = ()
    if step.date:
        own = day(step.date, "commitment", name)
        when = say("when.day" if len(step.date) == _DAY else "when.month", start=own)
    worked = plain(step.worked_from, "commitment", name) if step.worked_from else None
    key = "commitments.step_worked" if worked else "commitments.step"
    cites: Pieces = _step_cites(step)
    state = phrase(f"step.{step.state.value}")
    given: dict[str, Slot] = {"state": state, "when": when, "cites": cites}
    return say(key, **given, worked=worked) if worked else say(key, **given)


def _step_cites(step: StepEntry) -> tuple[Cite, ...]:
    return tuple(cite_longest(each.document.id, each.evidence) for each in step.sources[:_CITES])


def _standing(entry: CommitmentEntry, as_of: date) -> list[Sentence]:
    """Return for how long it has been open, and when a page last spoke of it."""
    begun = next((step.date for step in entry.states if step.date), None)
    last = _last_date(entry)
    sentences = []
    if begun and to_bounds(begun)[1] <= as_of:
        number = least_days(begun, as_of)
        days = say_some("count.days", _one(number.words), n=number)
        key = "commitments.open_days" + ("" if len(begun) == _DAY else "_least")
        as_of_words = day(as_of.isoformat(), "asked", "as_of")
        sentences.append(Sentence(say(key, days=days, as_of=as_of_words)))
    if last:
        words = day(last, "commitment", entry.id)
        sentences.append(Sentence(say("commitments.last_word", date=words)))
    if entry.due and to_bounds(entry.due)[1] < as_of:
        sentences.append(Sentence(say("commitments.overdue")))
    return sentences


def _waited(entry: CommitmentEntry) -> list[Sentence]:
    """Return the days from an invitation to its visit."""
    if entry.kind is not CommitmentKind.INVITATION:
        return []
    dates = {step.state: step.date for step in reversed(entry.states)}
    begun, over = dates.get(CommitmentStateKind.EXTENDED), dates.get(_KEPT)
    if not begun or not over or to_bounds(over)[1] < to_bounds(begun)[0]:
        return []
    number = days_between(begun, over)
    days = say_some("count.days", _one(number.words), n=number)
    return [Sentence(say("commitments.waited", days=days))]


def _one(words: str) -> int:
    return 1 if words == "1" else 2

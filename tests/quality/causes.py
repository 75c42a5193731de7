"""Why a labelled engagement was missed, its status or its date misread: told from the reading.

The causes follow the page's way through the rooms: ``page`` (a party's name is not in the kept
text), ``name`` (it is, but nobody of that name and state was found), ``frame`` (no sentence with
the parties has a word that reports this kind), ``parse`` (one has, and nothing was coded from
it), ``status`` (what was coded has no engagement: denied or only supposed), ``joined`` (coded as
part of another engagement or as another kind).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import ModuleType
from typing import Any

from communique.knowledge.frames import load_frames
from communique.knowledge.states import state_of

Json = dict[str, Any]
_SAME = {"video_call": "call", "consultation": "meeting"}


def cause_of(gold: Json, found: Json, scorer: ModuleType) -> str:
    """Return the cause for which ``gold``, a labelled engagement, is not among the accounts."""
    text = found.get("document", {}).get("text") or ""
    persons = [party["person"] for party in gold["parties"] if party.get("person")]
    folded = scorer.fold(text)
    if any(not _named(name, folded, scorer) for name in persons):
        return "page"
    people = found.get("people", [])
    if any(not _known(party, people, scorer) for party in gold["parties"] if party.get("person")):
        return "name"
    accounts = found.get("accounts", [])
    if any(_shares_all(gold, account, scorer) for account in accounts):
        return "joined"
    near = _sentences(gold, text, scorer)
    if not any(_triggers(sentence, gold["kind"]) for sentence in near):
        return "frame"
    return "parse"


def _named(name: str, folded: str, scorer: ModuleType) -> bool:
    return any(word in folded for word in scorer.words(name))


def _known(party: Json, people: list[Json], scorer: ModuleType) -> bool:
    return any(
        scorer.same_name(party["person"], one.get("person"))
        and party.get("state") in {None, one.get("state")}
        for one in people
    )


def _shares_all(gold: Json, account: Json, scorer: ModuleType) -> bool:
    shared: int = scorer.parties_matched(gold["parties"], account["parties"])
    return shared == len(gold["parties"]) > 1


def _sentences(gold: Json, text: str, scorer: ModuleType) -> list[str]:
    """The sentences that name any of the parties, by the last words of their names."""
    keys = [set(scorer.words(p["person"])) for p in gold["parties"] if p.get("person")]
    states = {p["state"] for p in gold["parties"] if p.get("state")}
    lines = [part for block in text.split("\n") for part in block.split(". ")]
    return [
        line
        for line in lines
        if any(key & scorer.words(line) for key in keys)
        or any(state_of(word) in states for word in line.split())
    ]


def _triggers(sentence: str, kind: str) -> bool:
    frames = [
        frame
        for frame in load_frames("en").engagements
        if _SAME.get(frame.kind, frame.kind) == _SAME.get(kind, kind)
    ]
    stems = {
        word[: max(4, len(word) - 1)]
        for frame in frames
        for word in frame.nouns | frame.bare_nouns | frame.verbs | frame.bare_verbs
    }
    return any(word.lower().startswith(tuple(stems)) for word in sentence.split())


def causes(counts: Any, found: dict[str, Json], scorer: ModuleType) -> Counter[tuple[str, str]]:
    """Count the misses of a tally by measure and cause."""
    told: Counter[tuple[str, str]] = Counter()
    for measure, page, how, what in counts.misses:
        told[measure, _told(measure, how, what, found.get(page, {}), scorer)] += 1
    return told


def _told(measure: str, how: str, what: Any, found: Json, scorer: ModuleType) -> str:
    by_measure: dict[str, Callable[[], str]] = {
        "engagement (main)": lambda: _engagement(how, what, found, scorer),
        "engagement (background)": lambda: _engagement(how, what, found, scorer),
        "start date": lambda: _date(what),
        "status": lambda: f"{what['expected']} read as {what['got']}",
        "role": lambda: f"{what['expected']} read as {what['got']}",
        "message": lambda: f"{how} {what['kind']}",
        "topic": lambda: how,
        "statement": lambda: f"{how} {what['act']}",
    }
    return by_measure.get(measure, lambda: how)()


def _engagement(how: str, what: Json, found: Json, scorer: ModuleType) -> str:
    if how == "extra":
        return f"extra {what['kind']}"
    return f"missed {what['kind']}: {cause_of(what, found, scorer)}"


def _date(what: Json) -> str:
    expected, got = what["expected"], what["got"]
    if expected is None:
        return "dated without ground"
    if got is None:
        return "not dated"
    shorter, longer = sorted((expected, got), key=len)
    return "less or more exact" if longer.startswith(shorter) else "another date"

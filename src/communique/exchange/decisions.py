"""Decisions as JSON lines, so that records can exchange them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import IO, Any

from communique.linking.rows import Verb
from communique.record.entries import DecisionEntry
from communique.record.outlets import check_outlet

Json = dict[str, Any]


class DecisionError(ValueError):
    """Raised where a line holds no decision; its text names the line and the reason."""


def decision_to_json(entry: DecisionEntry) -> Json:
    """Return a decision with what undid it."""
    return {**asdict(entry), "verb": entry.verb.value}


def write_decisions(entries: Iterable[DecisionEntry], stream: IO[bytes]) -> None:
    """Write decisions, one on each line."""
    for entry in entries:
        line = json.dumps(decision_to_json(entry), ensure_ascii=False) + "\n"
        stream.write(line.encode("utf-8", "backslashreplace"))


def read_decisions(stream: IO[bytes]) -> Iterator[DecisionEntry]:
    """Yield the decisions that ``write_decisions`` wrote. Raises DecisionError."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            try:
                yield _decision(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                said = f"line {number} holds no decision: {_reason(error)}"
                raise DecisionError(f"{said}; take what export --decisions wrote") from error


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "it is not JSON"
    return f"it has no {error}" if isinstance(error, KeyError) else str(error)


def _decision(form: Json) -> DecisionEntry:
    """Return a decision. Raises ValueError, KeyError or TypeError where a part is wrong."""
    words = {name: form[name] for name in ("id", "made_at", "made_by")}
    for name, value in words.items():
        if not isinstance(value, str) or not value:
            raise ValueError(f"{name} has to be a word")
    subject, verb = form["subject"], Verb(form["verb"])
    if not isinstance(subject["named"], str):
        raise ValueError("the subject has to be named")
    if verb is Verb.ACCEPT:
        form["value"]["doubt"], *(page["identity"] for page in subject.get("pages", ()))
    if verb is Verb.OUTLET:
        check_outlet(form["value"])
        subject.get("outlet") or subject["host"]
    on_accounts = verb in _ON_ACCOUNTS or (verb is Verb.ACCEPT and "pages" not in subject)
    for group in subject["accounts"] if on_accounts else ():
        for account in group:
            account["page"]["identity"], account["page"]["sha256"], account["words"]
    undoes = str(subject["decision"]) if verb is Verb.UNDO else None
    return DecisionEntry(
        **words, why=form["why"], verb=verb, subject=subject, value=form["value"], undoes=undoes
    )


_ON_ACCOUNTS = frozenset({Verb.MERGE, Verb.SPLIT, Verb.SET, Verb.PARTY, Verb.REJECT})

"""The review: what is uncertain, one question after another, each with what can be decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.exchange.record_form import engagement_to_json
from communique.record import NotThereError, Record
from communique.record.review import Doubt, Question
from communique.views.account_fields import FIELDS
from communique.web.rendering import local_manner, render
from communique.web.told_values import told_values

_FURTHEST = 10_000_000
_CONTEXT = 240
_LONGEST_WORD = 30
Fact = tuple[str, list[str], list[str]]
TITLES = {
    Doubt.DISAGREEMENT: "Accounts that differ",
    Doubt.WEAK_LINK: "Weak links",
    Doubt.UNCERTAIN: "Left in doubt by the page",
    Doubt.UNREAD: "Sentences left unread",
}


def review(request: Request) -> Response:
    """Show one question of the queue, and how many there are."""
    record: Record = request.app.state.record
    params = request.query_params
    doubt = params.get("doubt", "")
    doubts = (Doubt(doubt),) if doubt in {*Doubt} else ()
    at = _number(params.get("at", ""))
    found, counts = record.review.piece_and_counts(doubts, offset=at, limit=2)
    items = list(found.items)
    # What was decided a moment ago may still be asked until it is linked.
    if items and items[0].id == params.get("was"):
        del items[0]
    at = found.offset + len(found.items) - len(items)
    question = items[0] if items else None
    context: dict[str, Any] = {
        "doubt": doubts[0].value if doubts else "",
        "at": at,
        "total": found.total,
        "counts": {each.value: counts[each] for each in Doubt},
        "titles": {each.value: title for each, title in TITLES.items()},
        "question": question and _shown(request, record, question),
        "done": params.get("done", ""),
        "can": {verb.value for verb in question.can} if question else set(),
        "merge": question is not None and question.engagement is not None,
    }
    return render(request, "review.html", context)


def _number(text: str) -> int:
    fine = text.isascii() and text.isdecimal() and len(text) < 9
    return min(int(text), _FURTHEST) if fine else 0


def _shown(request: Request, record: Record, question: Question) -> dict[str, Any]:
    """Return a question with all that one needs to answer it."""
    shown: dict[str, Any] = {
        "id": question.id,
        "doubt": question.doubt.value,
        "said": question.said,
        "engagement": question.engagement and asdict(question.engagement),
        "document": question.document and asdict(question.document),
        "account": question.account,
        "weights": [w for w in question.weights if abs(w.weight) >= 0.05],
        "told": [],
        "facts": [],
        "words": _in_context(record, question),
    }
    if question.engagement is None:
        return shown
    try:
        form = engagement_to_json(record.engagement(question.engagement.id))
    except NotThereError:  # it was linked anew a moment ago
        return shown
    if question.doubt is Doubt.DISAGREEMENT and question.field:
        local = local_manner(request)
        values = [(value.value, value.documents) for value in question.values]
        shown["told"] = told_values(question.field, values, form, local)
    for account in form["accounts"]:
        if account["id"] == question.account:
            shown["facts"] = list(beside_others(account, form))
    return shown


def beside_others(account: dict[str, Any], engagement: dict[str, Any]) -> Iterator[Fact]:
    """Yield what an account gives for each field, beside what the other accounts give.

    The record's own values would often be this account's, where few others say as much.
    """
    others = [each for each in engagement["accounts"] if each["id"] != account["id"]]
    for field in FIELDS:
        here = [words for words, _ in field.values(account)]
        there = [words for other in others for words, _ in field.values(other)]
        if here or there:
            yield field.name, here, list(dict.fromkeys(there))


def _in_context(record: Record, question: Question) -> list[dict[str, Any]]:
    """Return the words that a question is about, each with what stands before and after it."""
    if question.document is None or not question.words:
        return []
    try:
        text = record.finding.document(question.document.id).reading.document.text
    except NotThereError:
        return []
    return [
        {
            "span": asdict(span),
            "before": _whole_words(text[max(0, span.start - _CONTEXT) : span.start], span.start),
            "after": text[span.end : span.end + _CONTEXT],
            "cut_before": span.start > _CONTEXT,
            "cut_after": span.end + _CONTEXT < len(text),
        }
        for span in question.words[:3]
    ]


def _whole_words(before: str, start: int) -> str:
    """Return what stands before some words, without the half of a word at its own beginning."""
    if start <= _CONTEXT:
        return before
    cut = before.find(" ", 0, _LONGEST_WORD)
    return before[cut + 1 :]


routes = [Route("/review", review, name="review", methods=["GET"])]

"""What editors decide in the workspace: the same decisions that ``communique correct`` writes.

Each form goes back to where it came from, with the ids of the decisions in ``done``, by which they
can be undone.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import ImmutableMultiDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.addresses import split_address
from communique.record import Author, DoubtfulError, NotThereError, Record, RecordError
from communique.record.entries import DecisionEntry, EngagementEntry
from communique.web.guard import editor, local_target
from communique.web.linking import settle
from communique.web.party_forms import Form, told_party
from communique.web.rendering import address
from communique.web.value_forms import changed_values, said_of_outlet

_MOST_LETTERS = 1000
Act = Callable[[Request, Form], Response]


def _deciding(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a form that only editors may send; it works in a thread."""

    async def endpoint(request: Request) -> Response:
        editor(request)
        sent = await request.form()
        words = [(key, value) for key, value in sent.multi_items() if isinstance(value, str)]
        return await run_in_threadpool(act, request, ImmutableMultiDict(_cleaned(words)))

    return endpoint


def _cleaned(words: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield fields in a form that any database takes."""
    for key, value in words:
        plain = value.encode("utf-8", "replace").decode().replace("\x00", "")
        yield key, plain.strip()[:_MOST_LETTERS]


def set_fields(request: Request, form: Form) -> Response:
    """Set the fields whose values are others than the record has, or the one that is asked for."""
    record, entry = _record(request), _engagement(request)
    values, author = changed_values(entry, form), _author(request, form)
    made = record.corrections.set_fields(entry.id, values, author) if values else []
    if question := form.get("settles"):
        made += _settled(record, question, author)
    return _on(request, form, made, entry)


def set_party(request: Request, form: Form) -> Response:
    """Set what a party is, remove one, or add one."""
    record, entry = _record(request), _engagement(request)
    made = record.corrections.party(entry.id, told_party(entry, form), _author(request, form))
    return _on(request, form, [made], entry)


def merge(request: Request, form: Form) -> Response:
    """Decide that this engagement and others are one."""
    record, entry = _record(request), _engagement(request)
    named = [_id_in(request, other) for other in form.getlist("other") if other]
    others = [record.engagement(other) for other in named]
    if not others:
        raise HTTPException(400, "Choose the engagement that this one is the same as.")
    ids = [entry.id, *(other.id for other in others)]
    try:
        made = record.corrections.merge(ids, _author(request, form), force="force" in form)
    except DoubtfulError:  # the form comes back with what speaks against it
        asked = [("other", each) for each in ids[1:]]
        asked += [(name, form[name]) for name in ("why", "back") if form.get(name)]
        merging = address(request, "merging", id=entry.id)
        return RedirectResponse(f"{merging}?{urlencode(asked)}", 303)
    return _on(request, form, [made], entry)


def split(request: Request, form: Form) -> Response:
    """Decide that some accounts are of another engagement."""
    record, entry = _record(request), _engagement(request)
    made = record.corrections.split(entry.id, form.getlist("account"), _author(request, form))
    return _on(request, form, [made], entry)


def reject(request: Request, form: Form) -> Response:
    """Decide that accounts do not count."""
    record, entry = _record(request), _engagement(request)
    accounts, known = form.getlist("account"), {each.id for each in entry.accounts}
    if not accounts or not known.issuperset(accounts):
        raise HTTPException(400, "Choose an account of this engagement.")
    author = _author(request, form)
    made = [record.corrections.reject(each, author) for each in accounts]
    return _on(request, form, made, entry)


def accept(request: Request, form: Form) -> Response:
    """Decide that what a question of the review is about may stand."""
    record, author = _record(request), _author(request, form)
    made = record.review.accept(form.get("question", ""), author)
    return _back(form, [made], address(request, "review"))


def name(request: Request, form: Form) -> Response:
    """Decide whose name a person's is."""
    record, person = _record(request), request.path_params["id"]
    made = record.corrections.name(person, form.get("name", ""), _author(request, form))
    settle(request)
    return _back(form, [made], address(request, "decisions"))


def copy(request: Request, form: Form) -> Response:
    """Decide that a page repeats another, or none."""
    record, page = _record(request), request.path_params["id"]
    of = _id_in(request, form.get("of", "")) or None
    made = record.corrections.mark_copy(page, of, _author(request, form))
    settle(request)
    return _back(form, [made], address(request, "decisions"))


def outlet(request: Request, form: Form) -> Response:
    """Decide what an outlet, or all pages under a host, are called, and whose they are."""
    record, told = _record(request), form.get("outlet", "")
    made = record.corrections.outlet(told, said_of_outlet(form), _author(request, form))
    settle(request)
    return _back(form, [made], address(request, "decisions"))


def undo(request: Request, form: Form) -> Response:
    """Take decisions back, the last one first."""
    record, author = _record(request), _author(request, form)
    ids = [each for each in form.get("decision", "").split(",") if each]
    if not ids:
        raise HTTPException(400, "There is nothing to undo.")
    made = [record.corrections.undo(each, author) for each in reversed(ids)]
    settle(request)
    return _back(form, made, address(request, "decisions"))


def account(request: Request) -> Response:
    """Lead to the engagement of which an account is now, whatever that is called."""
    held = _record(request).corrections.holding([request.path_params["id"]])
    if not held:
        raise HTTPException(404, "no engagement has that account any more")
    return RedirectResponse(address(request, "engagement", id=held[0]), 303)


def _record(request: Request) -> Record:
    found: Record = request.app.state.record
    return found


def _engagement(request: Request) -> EngagementEntry:
    try:
        return _record(request).engagement(request.path_params["id"])
    except RecordError as error:
        raise HTTPException(404, str(error)) from error


def _author(request: Request, form: Form) -> Author:
    return editor(request).author(form.get("why"))


def _settled(record: Record, question: str, author: Author) -> list[DecisionEntry]:
    """Note that a question was answered, unless it was by the answer itself."""
    try:
        return [record.review.accept(question, author)]
    except NotThereError:
        return []


def _id_in(request: Request, given: str) -> str:
    """Return an id, also where somebody pasted the address of its page in the workspace."""
    parts = split_address(given)
    if parts.netloc in ("", request.headers["host"]) and parts.path.startswith("/"):
        return parts.path.rstrip("/").rpartition("/")[2]
    return given


def _on(
    request: Request, form: Form, made: list[DecisionEntry], entry: EngagementEntry
) -> Response:
    """Go back, to where the engagement is now if its own page is where it came from."""
    settle(request)
    own = address(request, "engagement", id=entry.id)
    if split_address(form.get("back") or own).path != own:
        return _back(form, made, own)
    accounts = [each.id for each in entry.accounts]
    held = _record(request).corrections.holding(accounts)
    if entry.id in held or not held:
        target = own if held else address(request, "find")
    else:
        target = address(request, "engagement", id=held[0])
    return RedirectResponse(_with_done(target, made), 303)


def _back(form: Form, made: list[DecisionEntry], usual: str) -> Response:
    back = form.get("back")
    return RedirectResponse(_with_done(local_target(back) if back else usual, made), 303)


def _with_done(target: str, made: list[DecisionEntry]) -> str:
    parts = split_address(target)
    query: list[tuple[str, Any]] = [
        (key, value) for key, value in parse_qsl(parts.query) if key != "done"
    ]
    if made:
        query.append(("done", ",".join(one.id for one in made)))
    return f"{parts.path}?{urlencode(query)}" if query else parts.path


_ENGAGEMENT = "/engagements/{id}"
_FORMS: tuple[tuple[str, Act, str], ...] = (
    (f"{_ENGAGEMENT}/set", set_fields, "decide-set"),
    (f"{_ENGAGEMENT}/party", set_party, "decide-party"),
    (f"{_ENGAGEMENT}/merge", merge, "decide-merge"),
    (f"{_ENGAGEMENT}/split", split, "decide-split"),
    (f"{_ENGAGEMENT}/reject", reject, "decide-reject"),
    ("/people/{id:path}/name", name, "decide-name"),
    ("/pages/{id}/copy", copy, "decide-copy"),
    ("/outlets", outlet, "decide-outlet"),
    ("/review/accept", accept, "decide-accept"),
    ("/decisions/undo", undo, "decide-undo"),
)
routes = [
    *(Route(path, _deciding(act), name=word, methods=["POST"]) for path, act, word in _FORMS),
    Route("/accounts/{id}", account, name="account"),
]

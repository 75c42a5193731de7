"""Adding pages: a form for files, text and links, and each job with its progress."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from communique.addresses import split_address
from communique.pages import Limits
from communique.record import Record, RecordError
from communique.web.adding.jobs import Job, Jobs, TooMany
from communique.web.guard import editor, visitor_of
from communique.web.linking import wake
from communique.web.rendering import address, is_part, render

MOST_BYTES = 60_000_000
MOST_FILES = 100
_MOST_LINKS = 50
_MOST_LETTERS = 400_000
_MOST_SHOWN = 30


def form(request: Request) -> Response:
    """Show the form, and what was given of late."""
    return _form(request)


async def add(request: Request) -> Response:
    """Take what an editor gives to be read, and lead to its progress."""
    visitor = editor(request)
    try:
        sent = await request.form(max_files=MOST_FILES, max_part_size=4 * _MOST_LETTERS)
        files = await _files(sent)
    except (MultiPartException, ValueError) as error:
        raise HTTPException(400, f"At most {MOST_FILES} files at once are taken.") from error
    text, links = _words(sent, "text"), _words(sent, "links").split()
    refused = [link for link in links if split_address(link).scheme not in ("http", "https")]
    if refused or len(links) > _MOST_LINKS:
        said = f"“{refused[0][:100]}” is no web address" if refused else "Too many links at once"
        return await run_in_threadpool(_form, request, f"{said}; nothing was read.")
    if text.strip():
        files.append(("pasted.txt", text.encode("utf-8", "replace")))
    if not files and not links:
        said = "Choose files, paste a text, or give a link."
        return await run_in_threadpool(_form, request, said)
    jobs: Jobs = request.app.state.jobs
    try:
        job = await run_in_threadpool(jobs.add, visitor.name, files, links)
    except TooMany as error:
        raise HTTPException(429, str(error)) from error
    return RedirectResponse(address(request, "job", id=job.id), 303)


def job(request: Request) -> Response:
    """Show how the reading of a job's pages stands."""
    jobs: Jobs = request.app.state.jobs
    found = jobs.job(request.path_params["id"])
    if found is None:
        raise HTTPException(404, "What was given then is no longer remembered; see the pages.")
    context = {"job": found, "engagements": _engagements(request, found) if found.done else {}}
    return render(request, "parts/job.html" if is_part(request) else "job.html", context)


def _engagements(request: Request, job: Job) -> dict[str, list[str]]:
    """Return for each page that was read, as far as it is linked, the ids of its engagements."""
    record: Record = request.app.state.record
    if record.waiting():
        wake(request)
    found: dict[str, list[str]] = {}
    for item in job.items[:_MOST_SHOWN]:
        if item.document and item.accounts:
            try:
                told = record.finding.document(item.document).engagements
            except RecordError:
                continue
            ids = [engagement for _, engagement in told if engagement]
            found[item.document] = list(dict.fromkeys(ids))
    return found


def _form(request: Request, said: str = "") -> Response:
    visitor = visitor_of(request)
    if visitor is None or not visitor.may_write:
        raise HTTPException(403, "Pages are added by editors.")
    jobs: Jobs = request.app.state.jobs
    context: dict[str, Any] = {
        "said": said,
        "jobs": jobs.recent()[:10],
        "most_files": MOST_FILES,
        "most_megabytes": MOST_BYTES // 1_000_000,
        "most_letters": _MOST_LETTERS,
    }
    return render(request, "add.html", context, status=400 if said else 200)


async def _files(sent: FormData) -> list[tuple[str, bytes]]:
    """Return the names and bytes of the files that were sent; no more than a page may have."""
    most = Limits().page_bytes
    files = []
    for each in sent.getlist("files"):
        if isinstance(each, UploadFile) and each.filename:
            files.append((each.filename, await each.read(most + 1)))
    return files


def _words(sent: FormData, name: str) -> str:
    given = sent.get(name)
    return given[:_MOST_LETTERS] if isinstance(given, str) else ""


routes = [
    Route("/add", form, name="add", methods=["GET"]),
    Route("/add", add, name="add-pages", methods=["POST"]),
    Route("/add/{id}", job, name="job"),
]

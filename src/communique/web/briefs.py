"""Briefs to make, read and take away, of what an address asks for."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from communique.dossier import FORMS, Asked, NobodyError, PrintError, compose, written
from communique.dossier.html_form import policy
from communique.knowledge.states import display_name
from communique.record import Record, RecordError
from communique.web.filters import date_of, states_of, text_of
from communique.web.find import every_state
from communique.web.rendering import address, local_manner, render

# Making one takes seconds of a processor: so many at once, and who waits too long comes back.
_AT_ONCE = threading.BoundedSemaphore(2)
_PATIENCE = 60.0
_NAMES = {"html": "Read here", "pdf": "PDF", "docx": "Word", "md": "Markdown"}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What an address asks for, and what of it cannot be understood."""

    states: tuple[str, ...]
    person: str
    since: str
    until: str
    faults: tuple[str, ...]

    def query(self) -> list[tuple[str, str]]:
        return [
            *(("state", code) for code in self.states),
            ("person", self.person),
            ("since", self.since),
            ("until", self.until),
        ]

    def asked(self) -> Asked:
        return Asked(
            states=self.states,
            since=self.since or None,
            until=self.until or None,
            person=self.person or None,
            as_of=date.today(),
        )


def brief(request: Request) -> Response:
    """Show the form that asks for a brief, and the ways to have the one asked for."""
    wanted = _wanted(request)
    asked = bool(wanted.states or wanted.person) and not wanted.faults
    files = [
        (name, address(request, "brief-file", wanted.query(), form=form))
        for form, name in _NAMES.items()
    ]
    context = {
        "wanted": wanted,
        "state_names": [display_name(code) for code in wanted.states],
        "every_state": every_state(),
        "asked": asked,
        "person_name": _person_name(request.app.state.record, wanted.person),
        "files": files if asked else [],
        "faults": wanted.faults,
    }
    return render(request, "brief.html", context)


def brief_file(request: Request) -> Response:
    """Answer with the brief that the address asks for, to read (HTML) or to keep (the others)."""
    form, wanted = request.path_params["form"], _wanted(request)
    if form not in FORMS:
        raise HTTPException(404, "A brief is made as html, pdf, docx or md.")
    if wanted.faults:
        raise HTTPException(400, " ".join(wanted.faults))
    record: Record = request.app.state.record
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        words = "Others are making briefs; try again in a minute."
        raise HTTPException(503, words, headers={"Retry-After": "60"})
    try:
        manner = local_manner(request)
        data = written(compose(record, wanted.asked(), manner=manner), form)
    except NobodyError as error:
        raise HTTPException(404, f"{error}.") from error
    except PrintError as error:
        raise HTTPException(501, f"{error}.") from error
    finally:
        _AT_ONCE.release()
    how = "inline" if form == "html" else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{_file_name(wanted)}.{form}"'}
    if form == "html":
        headers["Content-Security-Policy"] = f"{policy()}; frame-ancestors 'none'"
    return Response(data, media_type=FORMS[form], headers=headers)


def _person_name(record: Record, person: str) -> str:
    """Return the name of the person of an id, any other words as they are."""
    try:
        return record.finding.person(person).entry.person if person else ""
    except RecordError:
        return person


def _wanted(request: Request) -> _Wanted:
    params, faults = request.query_params, list[str]()
    return _Wanted(
        states=states_of(params, faults),
        person=text_of(params, "person"),
        since=date_of(params, "since", faults),
        until=date_of(params, "until", faults),
        faults=tuple(faults),
    )


def _file_name(wanted: _Wanted) -> str:
    """Return "brief-vnm-rus-since-2024": letters, digits and hyphens alone."""
    parts = ["brief", *wanted.states, wanted.person]
    parts += ["since", wanted.since] if wanted.since else []
    parts += ["until", wanted.until] if wanted.until else []
    words = "-".join(filter(None, parts)).lower()
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in words)
    return "-".join(filter(None, plain.split("-")))[:100]


routes = [
    Route("/brief", brief, name="brief"),
    Route("/brief/file.{form}", brief_file, name="brief-file"),
]

"""Templates made into pages. Every value is escaped; nothing from a page can turn what is around.

Autoescape is always on. What escaping leaves, control characters and marks that turn the direction
of text, is shown by its code, wherever a template prints a value.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from communique import __version__
from communique.addresses import host_of
from communique.model import TOPICS, Kind, Role, Status, VisitType
from communique.views.decisions import decided_words
from communique.views.locales import Manner, manner_of
from communique.views.printable import harmless, shortened
from communique.views.words import (
    actor_words,
    kind_words,
    parties_in_order,
    party_words,
    place_words,
    town_words,
)
from communique.web.guard import visitor_of
from communique.web.sections import sections

Json = Mapping[str, Any]


def render(
    request: Request, name: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> Response:
    """Return the page that a template makes of a context.

    Templates know besides: ``request``, ``visitor`` (whom the guard put on the request),
    ``may_write``, ``form_word`` (stands in every form that changes something), ``local`` (dates and
    numbers by the reader's locale), ``sections`` and ``to`` (addresses).
    """
    visitor = visitor_of(request)
    known = {
        "request": request,
        "local": local_manner(request),
        "visitor": visitor,
        "may_write": visitor is not None and visitor.may_write,
        "form_word": getattr(request.state, "form_word", ""),
        "sections": sections(request),
        "waiting": 0 if is_part(request) else _waiting(request),
        "asked": False,
    }
    text = _ENVIRONMENT.get_template(name).render({**known, **(context or {})})
    return HTMLResponse(text, status_code=status, headers={"Vary": "HX-Request, Accept-Language"})


def _waiting(request: Request) -> int:
    """Return how many changes are not linked yet, and have them linked."""
    waiting: int = request.app.state.record.waiting()
    if waiting:
        request.app.state.linker.wake()
    return waiting


def is_part(request: Request) -> bool:
    """Tell whether htmx asks for a part of the page, to be put into the one that is shown."""
    asked = request.headers
    return asked.get("hx-request") == "true" and asked.get("hx-history-restore-request") != "true"


def local_manner(request: Request) -> Manner:
    """Return how the reader's dates and numbers are written."""
    return manner_of(request.headers.get("accept-language"))


def address(request: Request, name: str, query: Any = None, /, **path: Any) -> str:
    """Return the address of a route by its name, with a query (pairs or a mapping) if any.

    It holds no host, so that a page works under whatever name it was reached.
    """
    root = request.scope.get("root_path", "")
    kept = "/" if name == "static" else ""
    quoted = {key: quote(str(value), safe=kept) for key, value in path.items()}
    found = f"{root}{request.app.url_path_for(name, **quoted)}"
    pairs = query.items() if isinstance(query, Mapping) else query or ()
    given = [(key, value) for key, value in pairs if value not in (None, "")]
    return f"{found}?{urlencode(given)}" if given else found


@pass_context
def _to(context: Context, name: str, query: Any = None, /, **path: Any) -> str:
    return address(context["request"], name, query, **path)


@pass_context
def _when(context: Context, engagement: Json) -> str:
    """Return when an engagement was, or between which days, as far as the record knows."""
    local: Manner = context["local"]
    start, end = engagement["start"], engagement["end"]
    earliest, latest = engagement["earliest"], engagement["latest"]
    if start or end or not (earliest or latest):
        return local.dates(start, end)
    ahead = engagement["status"] in ("planned", "proposed", "postponed")
    if earliest and (ahead or not latest):
        return f"after {local.date(earliest)}"
    return f"by {local.date(latest)}"


def _source(document: Json) -> str:
    """Return who published a page, as far as is known, else its host or the name of its file."""
    outlet, url, path = (_part(document, name) for name in ("outlet", "url", "path"))
    if outlet:
        return str(outlet)
    host = host_of(url)
    return host or PurePosixPath(str(path or "").replace("\\", "/")).name or "a page"


def _part(document: Any, name: str) -> Any:
    """Return a field of a page, which stands in its JSON form or as the record's entry."""
    return document[name] if isinstance(document, Mapping) else getattr(document, name)


def _spaced(word: object) -> str:
    """Return a word of the codebook as people write it: "oil gas" for ``oil_gas``."""
    return str(word).replace("_", " ")


def _finalize(value: Any) -> Any:
    return harmless(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("communique.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
    )
    made.globals.update(
        to=_to,
        version=__version__,
        KINDS=[kind.value for kind in Kind],
        ROLES=[role.value for role in Role],
        STATUSES=[status.value for status in Status],
        TOPICS=sorted(TOPICS),
        VISIT_TYPES=[rank.value for rank in VisitType],
    )
    made.filters.update(
        actor=actor_words,
        decided=decided_words,
        in_order=parties_in_order,
        kind=kind_words,
        party=party_words,
        place=place_words,
        short=shortened,
        source=_source,
        spaced=_spaced,
        town=town_words,
        when=_when,
    )
    return made


_ENVIRONMENT = _environment()


def prepare_templates() -> None:
    """Compile every template, which the first to be shown a page would wait for."""
    for name in _ENVIRONMENT.list_templates(extensions=["html"]):
        _ENVIRONMENT.get_template(name)

"""Who may come in, and what they may do: logins, tokens, forms, headers, names and sizes."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.middleware import Middleware

from communique.record import Record
from communique.web.guard.account import account_routes as account_routes
from communique.web.guard.bodies import BodyLimit, Refusing
from communique.web.guard.doorkeeper import Door as Door
from communique.web.guard.doorkeeper import Doorkeeper
from communique.web.guard.forms import OwnForms
from communique.web.guard.headers import SAFE_HEADERS as SAFE_HEADERS
from communique.web.guard.headers import SafeHeaders
from communique.web.guard.hosts import LOOPBACK, KnownHosts
from communique.web.guard.hosts import is_loopback as is_loopback
from communique.web.guard.login import local_target as local_target
from communique.web.guard.login import login_routes as login_routes
from communique.web.guard.visitor import Visitor as Visitor
from communique.web.guard.visitor import editor as editor
from communique.web.guard.visitor import visitor_of as visitor_of


def guards(
    record: Record,
    door: Door,
    larger_bodies: Mapping[str, int] | None = None,
    refusing: Refusing | None = None,
) -> list[Middleware]:
    """Return what stands before an application, the outermost first.

    ``larger_bodies`` gives for paths how many bytes they take where that is more than usual,
    ``refusing`` answers who sends more.
    """
    return [
        Middleware(SafeHeaders),
        Middleware(KnownHosts, names=(*LOOPBACK, *door.names), by_number=door.by_number),
        Middleware(BodyLimit, larger=larger_bodies, refusing=refusing),
        Middleware(Doorkeeper, record=record, door=door),
        Middleware(OwnForms),
    ]

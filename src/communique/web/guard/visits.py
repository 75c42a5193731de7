"""The cookie of a visit, and the word that forms carry.

The cookie is a secret that was drawn. For somebody who logged in, the record knows its digest. The
word in forms is made of it, so that only who can read our pages can send our forms.
"""

from __future__ import annotations

import hmac
from hashlib import sha256

from starlette.requests import HTTPConnection
from starlette.responses import Response

from communique.web.guard.passwords import new_secret

_FORM = b"communique form"
_LEAST_LETTERS, _MOST_LETTERS = 40, 100


def cookie_name(request: HTTPConnection) -> str:
    """Return the cookie's name; over TLS one that no neighbouring site can set."""
    return "__Host-communique" if request.url.scheme == "https" else "communique"


def secret_of(request: HTTPConnection) -> str | None:
    """Return the secret of a visit, None where there is none yet."""
    secret = request.cookies.get(cookie_name(request), "")
    return secret if _LEAST_LETTERS <= len(secret) <= _MOST_LETTERS and secret.isascii() else None


def form_word(secret: str) -> str:
    """Return the word that a form of this visit has to bring."""
    return hmac.new(secret.encode(), _FORM, sha256).hexdigest()


def is_form_word(given: str, secret: str) -> bool:
    """Tell whether a form brought the word of its visit."""
    return hmac.compare_digest(given.encode(), form_word(secret).encode())


def set_secret(request: HTTPConnection, response: Response, secret: str | None) -> None:
    """Give a visit its secret, a new one where ``secret`` is None."""
    response.set_cookie(
        cookie_name(request),
        secret or new_secret(),
        path="/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",
    )

"""Who asks, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from communique.record import Author, UserRole


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who was let in.

    ``form_word`` has to come back with every form, from nowhere but a page of ours; None for a
    program that came with a token, which needs none.
    """

    name: str
    role: UserRole
    form_word: str | None
    logged_in: bool

    @property
    def may_write(self) -> bool:
        """Tell whether they may decide and add pages."""
        return self.role is UserRole.EDITOR

    def author(self, why: str | None = None) -> Author:
        """Return them as the author of a decision."""
        return Author(self.name, (why or "").strip() or None)


def visitor_of(request: HTTPConnection) -> Visitor | None:
    """Return who asks; None where nobody has logged in and the page needs no login."""
    found: Visitor | None = request.scope.get("state", {}).get("visitor")
    return found


def editor(request: HTTPConnection) -> Visitor:
    """Return who asks, where they may decide. Raises HTTPException with 403 where not."""
    visitor = visitor_of(request)
    if visitor is None or not visitor.may_write:
        raise HTTPException(403, "only editors may do that; your role is reader")
    return visitor

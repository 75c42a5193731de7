"""A speech act found in a sentence, before it is known who does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.knowledge.frames import StatementFrame
from communique.language.annotations import Token
from communique.model import Act


def prepositions(frame: StatementFrame) -> set[str]:
    """The prepositions that bring in a frame's content."""
    return set((frame.content or "").split("|")) - {""}


@dataclass(slots=True, eq=False)
class Match:
    """A speech act found at ``verb``.

    ``content`` are the heads of the content's phrases, ``clause`` the verb or predicate of a
    content clause, ``noun`` the noun or adjective that made the act with a support verb. ``apart``
    are clauses below ``clause`` that are said for themselves. ``matter`` is true where the matter
    talked about is the subject, and nobody who talks.
    """

    verb: Token
    frame: StatementFrame
    act: Act
    noun: Token | None = None
    content: list[Token] = field(default_factory=list)
    clause: Token | None = None
    addressee: list[Token] = field(default_factory=list)
    manner: bool = False
    apart: list[Token] = field(default_factory=list)
    matter: bool = False

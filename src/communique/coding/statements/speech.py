"""A speech act of a sentence with its settled act, speakers and content."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.coding.statements.speakers import Speakers
from communique.coding.statements.speech_match import Match
from communique.language.annotations import Token
from communique.model import Act


@dataclass(slots=True, eq=False)
class Speech:
    """A match with its settled act (None where it was not done), speakers and content."""

    match: Match
    act: Act | None
    speakers: Speakers
    content: set[int] = field(default_factory=set)
    kept: bool = True

    @property
    def verb(self) -> Token:
        """The word that makes the act."""
        return self.match.verb

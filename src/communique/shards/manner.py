"""How the shards of one run are read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.pages import Limits

PAGE_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Manner:
    """What decides a shard's outcome beside its pages.

    ``coder`` names the program and pipeline that are to read (``Reader.version``), ``pipeline`` an
    installed pipeline; ``triage`` is of all pages, of none, or (None) of archives. A page that
    takes longer than ``page_seconds`` ends the process that reads it, and is left out the next
    time.
    """

    coder: str
    pipeline: str | None = None
    triage: bool | None = None
    page_seconds: float = PAGE_SECONDS

    def limits(self) -> Limits:
        """Return the bounds of what is read."""
        if self.triage is False:
            return Limits()
        from communique.triage import load_triage

        return replace(Limits(), sieve=load_triage(), sieve_all=bool(self.triage))

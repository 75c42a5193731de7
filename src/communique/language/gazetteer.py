"""States, organizations and places among a sentence's words, from the forms that are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.knowledge.references import load_reference_words
from communique.knowledge.states import Candidate, FormSpan, scan
from communique.language.annotations import MentionKind
from communique.language.names import HYPHENS
from communique.language.scanning import Word


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at ``words[first:last]`` with its most usual reading."""

    first: int
    last: int
    kind: MentionKind
    form: str
    state: str | None
    organization: str | None
    city: str | None
    candidates: tuple[str, ...]
    weak: bool


def find_hits(text: str, offset: int, words: Sequence[Word]) -> list[Hit]:
    """The forms in ``text``, whose words are ``words``, in order, none overlapping.

    Weak forms (also usual words or names of persons) are kept only where the words around them
    leave no other reading: not beside a capitalised word that is no form itself.
    """
    at_start = {word.start: i for i, word in enumerate(words)}
    at_end = {word.end: i for i, word in enumerate(words)}
    hits = []
    for span in scan(text, offset):
        first, last = at_start.get(span.start), at_end.get(span.end)
        if _prefixed(text[: span.start - offset], span):
            continue
        if (
            first is None
            or last is None
            or (span.form.weak and not _firm(first, last, words, span))
        ):
            continue
        hits.append(_hit(first, last + 1, span))
    return [hit for hit in hits if not (hit.weak and _names_another(hit, hits, words))]


def _names_another(hit: Hit, hits: Sequence[Hit], words: Sequence[Word]) -> bool:
    """ "The People's Republic of Algeria": a weak form inside the formal name of another state."""
    behind = [word.lower for word in words[hit.last : hit.last + 2]]
    at = hit.last + (2 if behind == ["of", "the"] else 1)
    return behind[:1] == ["of"] and any(
        other.first == at and other.kind is MentionKind.STATE and other.form == "name"
        for other in hits
    )


def _prefixed(before: str, span: FormSpan) -> bool:
    """ "Anti-American leaders", "pro-Russian parties": no leaders of America or Russia."""
    if span.form.candidates[0].kind != "demonym" or before[-1:] not in HYPHENS:
        return False
    return before[:-1].lower().endswith(tuple(load_reference_words().stances))


def _firm(first: int, last: int, words: Sequence[Word], span: FormSpan) -> bool:
    before = words[first - 1] if first else None
    after = words[last + 1] if last + 1 < len(words) else None
    if any(word is not None and word.alphabetic and word.capital and word.lower != "the"
           for word in (before, after)):  # fmt: skip
        return False
    if span.form.candidates[0].kind in {"name", "demonym"}:
        return True
    return before is not None and before.lower in load_reference_words().place_openers


def _hit(first: int, last: int, span: FormSpan) -> Hit:
    best: Candidate = span.form.candidates[0]
    ids = tuple(dict.fromkeys(c.id for c in span.form.candidates))
    if best.kind == "organization":
        return Hit(
            first, last, MentionKind.ORGANIZATION, best.kind, None, best.id, None, ids,
            span.form.weak,
        )  # fmt: skip
    place = best.kind == "city"
    return Hit(
        first, last, MentionKind.PLACE if place else MentionKind.STATE, best.kind, best.id, None,
        best.name if best.kind in {"city", "capital"} else None, ids, span.form.weak,
    )  # fmt: skip

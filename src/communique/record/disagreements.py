"""Where independent accounts of one engagement cannot all be right, over a whole record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.linking.comparison import in_dispute
from communique.linking.sides_told import Page, ToldBy, by_side
from communique.model import CommitmentKind, Verdict
from communique.record.entries import CommitmentEntry, ComparisonEntry, EngagementEntry, Fault

RULE = "disagreement"


def disagreements(
    engagements: Iterable[EngagementEntry], commitments: Iterable[CommitmentEntry]
) -> Iterator[Fault]:
    """Yield fields that differ, and invitations that only one of two sides reports, as notices."""
    invitations: dict[str, list[tuple[CommitmentEntry, frozenset[str]]]] = {}
    for commitment in commitments:
        if commitment.kind is CommitmentKind.INVITATION:
            for engagement, told in _told_at(commitment).items():
                invitations.setdefault(engagement, []).append((commitment, frozenset(told)))
    for entry in engagements:
        differing = [field for field in entry.comparison if field.verdict is Verdict.DIFFER]
        for field in differing:
            # Guests and hosts that change places are told of once, by who receives.
            if field.field != "parties" or all(one.field != "host" for one in differing):
                yield Fault(RULE, None, entry.id, _differing(field), notice=True)
        for commitment, pages in invitations.get(entry.id, ()):
            sides = _sides_of(entry)
            telling = {side for page, side in sides.items() if page in pages and side}
            silent = {side for page, side in sides.items() if page not in pages and side}
            if len(telling) == 1 and silent - telling:
                (side,) = telling
                others = " and ".join(sorted(silent - telling))
                words = f"{commitment.by or '?'} invites {commitment.to or '?'}: {commitment.what}"
                message = f"outlets of {side} report, those of {others} do not: {words}"
                yield Fault(RULE, None, entry.id, message, notice=True)


def party_states(entry: EngagementEntry) -> list[str]:
    """Return the states of an engagement's parties in alphabetical order."""
    return sorted({party.state for party in entry.parties if party.state})


def accounts_by_side(entry: EngagementEntry) -> list[ToldBy]:
    """Return an engagement's accounts, in their order, with the sides that tell them."""
    accounts = []
    for each in entry.accounts:
        page = each.document
        accounts.append((Page(page.id, page.origin, page.copy_of), each.account))
    return by_side(accounts, party_states(entry))


def texts_of(entry: EngagementEntry) -> list[str]:
    """Return the texts of an engagement's accounts, in their order; none where none are there."""
    return [entry.texts[each.document.id] for each in entry.accounts] if entry.texts else []


def _sides_of(entry: EngagementEntry) -> Mapping[str, str | None]:
    """Return the side of every independent page of an engagement."""
    told = accounts_by_side(entry)
    return {
        account.document.id: one.side
        for account, one in zip(entry.accounts, told, strict=True)
        if one.independent
    }


def _told_at(commitment: CommitmentEntry) -> dict[str, set[str]]:
    """Return the pages that tell of a commitment, by the engagement at which it was spoken of."""
    pages: dict[str, set[str]] = {}
    for step in commitment.states:
        if step.engagement and step.worked_from is None:
            told = (source.document.id for source in step.sources)
            pages.setdefault(step.engagement, set()).update(told)
    return pages


def _differing(field: ComparisonEntry) -> str:
    disputed = in_dispute(field.field, [value.value for value in field.values])
    said = [
        f"{_words(value.value)} ({', '.join(value.documents)})"
        for value in field.values
        if value.value in disputed
    ]
    return f"{field.field}: {'; '.join(said)}"


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(dict.fromkeys(str(each) for each in value.values() if each))
    if isinstance(value, list | tuple):
        return " to ".join(map(str, value))
    return str(value)

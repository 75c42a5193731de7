"""How the accounts of one engagement stand to each other: what they share, add and dispute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.dossier.parts import Cite, Paragraph, Pieces, Sentence, Value
from communique.dossier.phrases import counted, has, listing, phrase, say, say_some
from communique.dossier.values import actor, day, plain, topic
from communique.model import Verdict
from communique.partial_dates import to_bounds
from communique.views.printable import printable

if TYPE_CHECKING:
    from communique.record.entries import ComparedValueEntry, ComparisonEntry, EngagementEntry

_MOST_CITES = 6


def agreement(entry: EngagementEntry) -> Paragraph | None:
    """Return where an engagement's accounts agree, add to each other and differ, if several."""
    compared = [one for one in entry.comparison if has(f"field.{one.field}")]
    sentences: list[Sentence] = []
    if entry.witnesses > 1:
        same = [one for one in compared if one.verdict is Verdict.AGREE]
        if same:
            fields = listing([say(f"field.{one.field}") for one in same])
            sentences.append(Sentence(say("accounts.agree", fields=fields)))
        for verdict, tell in (
            (Verdict.DIFFER, _several),
            (Verdict.NARROWER, _several),
            (Verdict.SILENT, _alone),
        ):
            for one in compared:
                if one.verdict is verdict and (words := tell(one, entry)):
                    sentences.append(Sentence(words))
    copies = [page.id for page in entry.documents if page.copy_of]
    if copies:
        words = say_some("accounts.copies", len(copies), n=counted("page", copies))
        sentences.append(Sentence(words, tuple(Cite(page) for page in copies[:_MOST_CITES])))
    return Paragraph(tuple(sentences), quiet=True) if sentences else None


def _several(one: ComparisonEntry, entry: EngagementEntry) -> Pieces:
    values = [
        say("accounts.value", value=words, cites=_cites(value, entry))
        for value in one.values
        if (words := _value(value.value, one.field, entry))
    ]
    key = f"accounts.{one.verdict.value}"
    field = say(f"field.{one.field}")
    return say(key, field=field, values=_apart(values)) if len(values) > 1 else ()


def _alone(one: ComparisonEntry, entry: EngagementEntry) -> Pieces:
    """Return the value that some accounts give where the others say nothing."""
    given = [value for value in one.values if value.value not in (None, [], {})]
    if len(given) != 1:
        return _several(one, entry) if given else ()
    cites, words = _cites(given[0], entry), _value(given[0].value, one.field, entry)
    key = "accounts.alone" if len(given[0].documents) == 1 else "accounts.alone_many"
    field = say(f"field.{one.field}")
    return say(key, cites=cites, field=field, value=words) if words and cites else ()


def _apart(values: list[Pieces], join: str = "join.then") -> Pieces:
    out: Pieces = ()
    for value in values:
        out += (phrase(join), *value) if out else value
    return out


def _cites(value: ComparedValueEntry, entry: EngagementEntry) -> Pieces:
    ids = {page.label: page.id for page in entry.documents}
    return tuple(Cite(ids[label]) for label in value.documents[:_MOST_CITES] if label in ids)


def _value(value: Any, field: str, entry: EngagementEntry) -> Pieces:
    """Return a compared value as words: a day, a place, names, a word of the codebook."""
    if isinstance(value, dict):
        known = dict.fromkeys(str(each) for each in value.values() if each)
        return _apart([(actor(each, "engagement", entry.id),) for each in known], "join.comma")
    if isinstance(value, list | tuple):
        if field == "date":
            return listing([_single(str(each), field, entry) for each in value])
        return listing([_single(str(each), field, entry) for each in value[:_MOST_CITES]])
    return _single(str(value), field, entry) if value else ()


def _single(value: str, field: str, entry: EngagementEntry) -> Pieces:
    name = entry.id
    who, _, role = value.rpartition(", ")
    if field == "parties" and has(f"role.{role}"):
        party_as = _single(who, field, entry)
        return say("accounts.as_role", party=party_as, role=phrase(f"role.{role}"))
    if field in ("parties", "host"):
        for party in entry.parties:
            if party.person_id == value and party.person:
                return (plain(party.person, "engagement", name),)
        for account in entry.accounts:
            for own, person in zip(account.account.parties, account.people, strict=True):
                if person == value and own.person:
                    return (plain(own.person, "engagement", name),)
        return (actor(value, "engagement", name),)
    if field == "topics":
        return (topic(value, "engagement", name),)
    if field == "date" and _is_date(value):
        return (day(value, "engagement", name),)
    return (Value(printable(value.replace("_", " ")), "engagement", name, value),)


def _is_date(value: str) -> bool:
    try:
        to_bounds(value)
    except ValueError:
        return False
    return True


def doubts(entry: EngagementEntry) -> Iterator[Sentence]:
    """Yield why pages leave the engagement or a party of it in doubt."""
    for account in entry.accounts:
        reasons = [account.account.uncertain, *(p.uncertain for p in account.account.parties)]
        for reason in dict.fromkeys(filter(None, reasons)):
            words = plain(reason, "engagement", entry.id)
            yield Sentence(say("entry.doubt", reason=words), (Cite(account.document.id),))

"""One engagement: its pages, its accounts side by side, and the words behind every field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.views.account_fields import FIELDS, Field, quotes
from communique.views.commitments import commitment_words
from communique.views.decisions import author_words, decided_words
from communique.views.printable import plain, printable, shortened
from communique.views.tables import hanging, plain_table
from communique.views.words import (
    JsonObject,
    actor_words,
    kind_words,
    parties_in_order,
    party_words,
    place_words,
    source_words,
    when_words,
)

_NARROWEST_ACCOUNT = 26
_FIELD_AND_VERDICT = 20
_CONTENT_LENGTH = 200
_QUOTE_LENGTH = 70
VERDICT_STYLES = {"agree": "green", "narrower": "yellow", "silent": "dim", "differ": "bold red"}


def engagement_view(
    engagement: JsonObject, commitments: Sequence[JsonObject] = (), *, width: int = 80
) -> RenderableType:
    """Return everything the record holds of one engagement.

    ``commitments`` are those that the engagement's pages speak of; ``width`` is the number of
    columns to fill, which decides how many accounts stand side by side.
    """
    accounts = engagement["accounts"]
    blocks: list[RenderableType] = [heading(engagement), *_section("Pages", _pages(accounts))]
    title = "Accounts" if len(accounts) > 1 else "Account"
    blocks += _section(title, list(_side_by_side(engagement, width)))
    blocks += _section("Said", hanging(_statements(accounts)))
    blocks += _section("Sent", hanging(_messages(accounts)))
    blocks += _section("Undertaken", hanging(("-", commitment_words(each)) for each in commitments))
    return Group(*blocks)


def _section(title: str, lines: Sequence[RenderableType]) -> list[RenderableType]:
    if not lines:
        return []
    return [Text(f"\n{title}", style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in lines)]


def heading(engagement: JsonObject) -> Text:
    """Return what the record believes of an engagement, and what of it a person set."""
    text = plain(kind_words(engagement), "bold")
    basis = f" ({engagement['date_basis']})" if engagement.get("date_basis") else ""
    text.append(f"  {when_words(engagement)}{basis}")
    where = place_words(engagement.get("place"))
    if where:
        text.append(f"\n{where}")
    for party in parties_in_order(engagement["parties"]):
        office = f": {printable(party['office'])}" if party.get("office") else ""
        text.append(f"\n{party_words(party)}{office}")
    for one in engagement.get("decided", ()):
        text.append(f"\n{decided_words(one)} by {author_words(one)}", style="magenta")
    if engagement.get("part_of"):
        text.append(f"\npart of {printable(engagement['part_of'])}", style="dim")
    for part in engagement.get("parts", ()):
        text.append(f"\nduring it {printable(part)}", style="dim")
    text.append(f"\nid {printable(engagement['id'])}", style="dim")
    return text


def _pages(accounts: Sequence[JsonObject]) -> list[RenderableType]:
    return hanging(
        (f"[{number}]", _page(account["document"], accounts))
        for number, account in _numbered(accounts)
    )


def _page(document: JsonObject, accounts: Sequence[JsonObject]) -> Text:
    text = plain(source_words(document), "bold")
    if document.get("published"):
        text.append(f", {printable(document['published'])}")
    if document.get("title"):
        text.append(f": {printable(document['title'])}")
    if document.get("copy_of"):
        text.append(f" (a copy of {_copied(document['copy_of'], accounts)})", style="italic")
    where = document.get("url") or document.get("path")
    if where and printable(where) != source_words(document):
        text.append(f"\n{printable(where)}", style="dim")
    return text


def _copied(original: str, accounts: Sequence[JsonObject]) -> str:
    for number, account in _numbered(accounts):
        if original in (account["document"].get(key) for key in ("id", "path", "url")):
            return f"[{number}]"
    return f"page {printable(original)}"


def _side_by_side(engagement: JsonObject, width: int) -> Iterator[RenderableType]:
    """Give tables of fields by accounts, as many accounts in each as the width holds."""
    accounts = _numbered(engagement["accounts"])
    verdicts = {entry["field"]: str(entry["verdict"]) for entry in engagement["comparison"]}
    at_once = max(1, (width - _FIELD_AND_VERDICT) // _NARROWEST_ACCOUNT)
    for first in range(0, len(accounts), at_once):
        if first:
            yield Text()
        yield _table(accounts[first : first + at_once], verdicts)


def _table(accounts: Sequence[tuple[int, JsonObject]], verdicts: dict[str, str]) -> RenderableType:
    table = plain_table()
    table.add_column("", style="bold", no_wrap=True)
    for number, _ in accounts:
        table.add_column(f"[{number}]", ratio=1)
    compared = len(accounts) > 1 or bool(verdicts)
    if compared:
        table.add_column("Verdict", no_wrap=True)
    for field in FIELDS:
        cells = [_cell(field, account) for _, account in accounts]
        if any(cells):
            cells = [cell or plain("–", "dim") for cell in cells]
            table.add_row(field.name, *cells, *([_verdict(field, verdicts)] if compared else []))
    return table


def _verdict(field: Field, verdicts: dict[str, str]) -> Text:
    verdict = verdicts.get(field.name.replace(" ", "_"), "")
    return plain(verdict, VERDICT_STYLES.get(verdict, ""))


def _cell(field: Field, account: JsonObject) -> Text:
    """Return each value of a field with the words behind it on the lines below."""
    text = Text()
    for value, spans in field.values(account):
        text.append(("\n" if text else "") + printable(value))
        for quote in quotes(spans):
            text.append(f"\n“{shortened(quote, _QUOTE_LENGTH)}”", style="cyan")
    return text


def _statements(accounts: Sequence[JsonObject]) -> Iterator[tuple[str, Text]]:
    for number, account in _numbered(accounts):
        for statement in account["statements"]:
            text = plain(_names(statement["speaker"]), "bold")
            whom = f", to {actor_words(statement['addressee'])}" if statement["addressee"] else ""
            text.append(f" ({statement['act']}{whom}): ")
            text.append(shortened(statement["content"], _CONTENT_LENGTH))
            yield f"[{number}]", text


def _messages(accounts: Sequence[JsonObject]) -> Iterator[tuple[str, Text]]:
    for number, account in _numbered(accounts):
        for message in account["messages"]:
            text = plain(message["kind"], "bold")
            if message["medium"]:
                text.append(f" ({str(message['medium']).replace('_', ' ')})")
            text.append(f", {_names(message['from'])} to {_names(message['to'])}")
            if message["via"]:
                text.append(f" through {actor_words(message['via'])}")
            if message["occasion"]:
                text.append(f": {shortened(message['occasion'], _CONTENT_LENGTH)}")
            yield f"[{number}]", text


def _names(names: str | Sequence[str]) -> str:
    return ", ".join(actor_words(name) for name in ([names] if isinstance(names, str) else names))


def _numbered(accounts: Sequence[JsonObject]) -> list[tuple[int, JsonObject]]:
    return list(enumerate(accounts, start=1))

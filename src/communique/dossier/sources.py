"""The numbered sources of a brief: every page it cites, with the words relied on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from communique.addresses import split_address
from communique.dossier.parts import (
    Bullets,
    Cite,
    Entry,
    Figure,
    Paragraph,
    Section,
    Sentence,
    Source,
    Table,
)
from communique.dossier.phrases import say
from communique.dossier.values import day, plain, state_name
from communique.knowledge.outlets import Owner
from communique.views.printable import shortened

if TYPE_CHECKING:
    from communique.dossier.parts import Block
    from communique.record.entries import DocumentEntry

_QUOTES = 10
_TITLE = 240
_ADDRESS = 2000
_OWNERS = {
    Owner.OFFICE: "of_office",
    Owner.STATE: "of_state",
    Owner.PUBLIC: "of_public",
    Owner.PRESS: "of_press",
}


def numbered(
    sections: Iterable[Section], documents: dict[str, DocumentEntry]
) -> tuple[Source, ...]:
    """Return the cited pages in the order of their dates, with what each is relied on for."""
    quotes: dict[str, dict[str, None]] = {}
    for cite in _cites(sections):
        own = quotes.setdefault(cite.document, {})
        own.update(dict.fromkeys(cite.quotes if cite.listed else ()))
    cited = [documents[name] for name in quotes if name in documents]
    cited.sort(key=lambda page: (page.published or page.dated or "~", page.outlet or "~", page.id))
    numbers = {page.id: number for number, page in enumerate(cited, start=1)}
    return tuple(_source(page, numbers, tuple(quotes[page.id])) for page in cited)


def _source(page: DocumentEntry, numbers: dict[str, int], quotes: tuple[str, ...]) -> Source:
    # What stands inside a longer quote says nothing more.
    telling = [q for q in quotes if not any(q != other and q in other for other in quotes)]
    return Source(
        number=numbers[page.id],
        document=page.id,
        outlet=(plain(page.outlet, "page", page.id),)
        if page.outlet
        else say("source.unknown_outlet"),
        when=(day(page.published, "page", page.id),) if page.published else say("source.undated"),
        title=(plain(page.title, "page", page.id, _TITLE),)
        if page.title
        else say("source.untitled"),
        where=web_address(page.url),
        name=_name(page),
        notes=tuple(_notes(page, numbers)),
        quotes=tuple(telling[:_QUOTES]),
        more_quotes=len(telling[_QUOTES:]),
    )


def web_address(url: str | None) -> str | None:
    """Return an address that is safe to link to: of the web, with a host; None for any other."""
    if not url or len(url) > _ADDRESS or any(c.isspace() or ord(c) < 32 for c in url):
        return None
    parts = split_address(url)
    known = parts.scheme in ("http", "https") and bool(parts.hostname)
    return url if known else None


def _name(page: DocumentEntry) -> str | None:
    """Return the name of the file that a page was read from; folders are nobody's business."""
    name = (page.path or "").replace("\\", "/").rpartition("/")[2]
    return shortened(name, 160) or None


def _notes(page: DocumentEntry, numbers: dict[str, int]) -> Iterator[Sentence]:
    origin = page.origin
    if origin.state and origin.owner in _OWNERS:
        state = state_name(origin.state, "outlet", page.id)
        yield Sentence(say(f"source.{_OWNERS[origin.owner]}", state=state))
    if not page.published and page.dated:
        yield Sentence(say("source.dated", date=day(page.dated, "page", page.id)))
    if page.copy_of in numbers:
        yield Sentence(say("source.copy_of"), (Cite(page.copy_of),))


def _cites(sections: Iterable[Section]) -> Iterator[Cite]:
    for section in sections:
        yield from _in_blocks(section.blocks)


def _in_blocks(blocks: Iterable[Block]) -> Iterator[Cite]:
    for block in blocks:
        for sentence in sentences_of(block):
            yield from (piece for piece in sentence.pieces if isinstance(piece, Cite))
            yield from sentence.cites


def sentences_of(block: Block) -> Iterator[Sentence]:
    """Yield every sentence of a block and of the blocks in it."""
    if isinstance(block, Paragraph):
        yield from block.sentences
    elif isinstance(block, Bullets):
        yield from ([block.lead] if block.lead else [])
        yield from block.items
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    elif isinstance(block, Entry):
        yield block.heading
        yield from ([block.note] if block.note else [])
        for inner in block.blocks:
            yield from sentences_of(inner)
    else:
        assert isinstance(block, Figure)

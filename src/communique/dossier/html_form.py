"""A brief as one HTML file that needs nothing else: no script, no request, fit to be printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from communique.dossier.parts import Brief, Cite, Entry, words_of
from communique.dossier.phrases import phrase
from communique.pictures import Picture, style_sheet


def to_html(brief: Brief, theme: str = "inline") -> str:
    """Return the whole file; ``theme`` is that of the pictures, ``print`` for paper alone."""
    return (
        _environment()
        .get_template("brief.html")
        .render(
            brief=brief,
            numbers=brief.numbers,
            anchors=frozenset(_anchors(brief)),
            style=Markup(_style()),
            policy=policy(),
            drawn=lambda picture: _drawn(picture, theme),
        )
    )


def _anchors(brief: Brief) -> Iterator[str]:
    """Yield the anchors of all entries, so that nothing links to what is not there."""
    blocks = [block for section in brief.sections for block in section.blocks]
    while blocks:
        block = blocks.pop()
        if isinstance(block, Entry):
            yield block.anchor
            blocks += block.blocks


def policy() -> str:
    """Return the Content-Security-Policy under which the file works: its own style, no more."""
    digest = base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _drawn(picture: Picture, theme: str) -> Markup:
    # Shapes and words only: pictures let nothing else pass.
    return Markup(picture.svg(theme))


@cache
def _style() -> str:
    source = files("communique.dossier").joinpath("templates", "brief.css")
    return source.read_text("utf-8") + style_sheet()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("communique.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(phrase=phrase)
    environment.filters.update(words=words_of)
    environment.tests.update(
        cite=lambda piece: isinstance(piece, Cite),
        kind=lambda block, name: type(block).__name__ == name,
    )
    return environment

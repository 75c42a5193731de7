"""One page through the reading rooms: Document in, Reading out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from communique import __version__
from communique.model import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language


class Reader:
    """Reads documents with one loaded pipeline."""

    def __init__(self, pipeline: Language) -> None:
        """``pipeline`` is a spaCy pipeline with Universal Dependencies."""
        self._pipeline = pipeline

    @classmethod
    def load(cls, pipeline: str | None = None) -> Reader:
        """Load the shipped English pipeline, or an installed one by name.

        Raises communique.language.parsing.PipelineMissing where it is not there.
        """
        from communique.language.parsing import load_pipeline

        return cls(load_pipeline(pipeline))

    def read(self, document: Document) -> Reading:
        """Everything that ``document`` gives; the same document always gives the same."""
        from communique.coding.coder import code
        from communique.coding.dating.related_stories import article_alone, date_by_related
        from communique.language.analysis import analyse

        def read(one: Document) -> Reading:
            return code(analyse(one, self._pipeline))

        article = article_alone(document)
        return replace(date_by_related(read(article), read), coder=self.version)

    @property
    def version(self) -> str:
        """Name the program and pipeline that read: another name, perhaps another reading."""
        meta = self._pipeline.meta
        return f"{__version__}+{_fingerprint()} {meta['lang']}-{meta['name']}-{meta['version']}"


@cache
def _fingerprint() -> str:
    """Return a hash of the rules and of the data files that decide how a page is read."""
    digest = blake2b(digest_size=4)
    home = Path(__file__).parent
    for room in ("coding", "knowledge", "language"):
        for path in sorted((home / room).rglob("*")):
            if path.suffix in _RULES:
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


_RULES = frozenset({".py", ".toml", ".csv", ".txt"})

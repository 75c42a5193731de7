"""One page through the reading rooms: Document in, Reading out."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        from communique.language.analysis import analyse

        return code(analyse(document, self._pipeline))

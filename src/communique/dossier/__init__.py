"""Briefs: documents that tell what the record holds of some states or a person.

``compose`` makes a ``Brief`` from the record; ``written`` gives it as HTML, Markdown, PDF or DOCX.
Every sentence is made from fields of the record by a table of phrases.
"""

from communique.dossier.composing import compose
from communique.dossier.gathering import Asked, Limits, NobodyError
from communique.dossier.parts import Brief
from communique.dossier.writing import FORMS, PrintError, written

__all__ = [
    "FORMS",
    "Asked",
    "Brief",
    "Limits",
    "NobodyError",
    "PrintError",
    "compose",
    "written",
]

"""A brief in the form that a file's name asks for."""

from __future__ import annotations

from collections.abc import Callable

from communique.dossier.html_form import to_html
from communique.dossier.markdown_form import to_markdown
from communique.dossier.parts import Brief
from communique.dossier.pdf_form import PrintError, to_pdf

__all__ = ["FORMS", "PrintError", "written"]


def _docx(brief: Brief) -> bytes:
    from communique.dossier.docx_form import to_docx

    return to_docx(brief)


_WRITERS: dict[str, Callable[[Brief], bytes]] = {
    "html": lambda brief: to_html(brief).encode("utf-8"),
    "pdf": to_pdf,
    "md": lambda brief: to_markdown(brief).encode("utf-8"),
    "docx": _docx,
}
FORMS = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def written(brief: Brief, form: str) -> bytes:
    """Return a brief as the bytes of a file: ``html``, ``pdf``, ``md`` or ``docx``.

    Raises PrintError where the machine lacks what PDF needs, KeyError for any other form.
    """
    return _WRITERS[form](brief)

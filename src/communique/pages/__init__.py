"""The pages room: from files, folders, addresses and standard input to Documents."""

from communique.pages.archives import read_archive
from communique.pages.archives.pieces import WHOLE, Piece, pieces_of
from communique.pages.html_page import read_html_page
from communique.pages.limits import Limits, PassedOver, Refusal, UnreadableError
from communique.pages.reading import (
    count_inputs,
    read_address,
    read_bytes,
    read_documents,
    read_upload,
)
from communique.pages.text_page import read_text_page

__all__ = [
    "WHOLE",
    "Limits",
    "PassedOver",
    "Piece",
    "Refusal",
    "UnreadableError",
    "count_inputs",
    "pieces_of",
    "read_address",
    "read_archive",
    "read_bytes",
    "read_documents",
    "read_html_page",
    "read_text_page",
    "read_upload",
]

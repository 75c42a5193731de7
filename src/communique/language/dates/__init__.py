"""Dates: found in running text, worked out against what the page gives, never guessed."""

from communique.language.dates.finding import find_dates
from communique.language.dates.forms import Anchor, DateExpression, Form, FormKind, ResolvedDate
from communique.language.dates.page_year import Clue, YearEvidence, infer_page_year
from communique.language.dates.resolving import resolve
from communique.language.dates.stamps import (
    StampReading,
    parse_publication_date,
    writes_day_first,
)

__all__ = [
    "Anchor",
    "Clue",
    "DateExpression",
    "Form",
    "FormKind",
    "ResolvedDate",
    "StampReading",
    "YearEvidence",
    "find_dates",
    "infer_page_year",
    "parse_publication_date",
    "resolve",
    "writes_day_first",
]

"""Dates: found in running text, worked out against what the page gives, never guessed."""

from communique.language.dates.finding import find_dates
from communique.language.dates.forms import Anchor, DateExpression, Form, FormKind, ResolvedDate
from communique.language.dates.page_year import Clue, YearEvidence, infer_page_year
from communique.language.dates.resolving import resolve

__all__ = [
    "Anchor",
    "Clue",
    "DateExpression",
    "Form",
    "FormKind",
    "ResolvedDate",
    "YearEvidence",
    "find_dates",
    "infer_page_year",
    "resolve",
]

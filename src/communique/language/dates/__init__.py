"""Dates: found in running text, worked out against what the page gives, never guessed."""

from communique.language.dates.finding import find_dates
from communique.language.dates.forms import Anchor, DateExpression, Form, FormKind, ResolvedDate
from communique.language.dates.resolving import resolve

__all__ = ["Anchor", "DateExpression", "Form", "FormKind", "ResolvedDate", "find_dates", "resolve"]

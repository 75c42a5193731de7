"""Until when two states had to do with one another, as far as engagements tell."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, case, func

from communique.record import tables as t
from communique.record.listed import ANY_FIRST, ANY_LAST, FOLLOWED

_E = t.engagements.c


def last_told() -> Any:
    """Return an engagement's last day in SQL, as ``listed.pair_months`` has it.

    Of what is ahead on no day that anybody gave, it is the first day on which it may be: the last
    one is only how far plans are followed.
    """
    open_plan = and_(
        _E.start_date.is_(None),
        _E.end_date.is_(None),
        _E.status.in_(FOLLOWED),
        _E.first_day != ANY_FIRST,
    )
    return case((open_plan, _E.first_day), else_=func.nullif(_E.last_day, ANY_LAST))

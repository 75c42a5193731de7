"""Pictures that answer questions: who was in contact, when, about what, and how soon.

Each function takes entries of the record and returns a ``Picture``, or None where there is too
little to draw.
"""

from communique.pictures.contacts import contacts_by_month, contacts_counted
from communique.pictures.meetings import who_meets_whom
from communique.pictures.palette import style_sheet
from communique.pictures.picture import Picture
from communique.pictures.timeline import timeline
from communique.pictures.topics import topics_by_year, topics_counted
from communique.pictures.waiting import days_to_visit
from communique.pictures.writing import Writing

__all__ = [
    "Picture",
    "Writing",
    "contacts_by_month",
    "contacts_counted",
    "days_to_visit",
    "style_sheet",
    "timeline",
    "topics_by_year",
    "topics_counted",
    "who_meets_whom",
]

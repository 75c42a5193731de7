"""States: their names, nationalities, capitals and seats of power, and finding them in text."""

from communique.knowledge.states.forms import (
    Candidate,
    FormIndex,
    FormSpan,
    SurfaceForm,
    scan,
    state_of,
    surface_forms,
)
from communique.knowledge.states.table import Seat, State, display_name, load_seats, load_states

__all__ = [
    "Candidate",
    "FormIndex",
    "FormSpan",
    "Seat",
    "State",
    "SurfaceForm",
    "display_name",
    "load_seats",
    "load_states",
    "scan",
    "state_of",
    "surface_forms",
]

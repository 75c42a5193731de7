"""The watching room: sources that keep coming, asked politely, read, and kept in the record."""

from communique.watching.looking import Look as Look
from communique.watching.looking import look_at
from communique.watching.memory import give_large_blocks_back
from communique.watching.plan import Plan as Plan
from communique.watching.plan import PlanError as PlanError
from communique.watching.plan import load_plan
from communique.watching.tally import SourceTally as SourceTally
from communique.watching.watch import Watch as Watch

__all__ = [
    "Look",
    "Plan",
    "PlanError",
    "SourceTally",
    "Watch",
    "give_large_blocks_back",
    "load_plan",
    "look_at",
]

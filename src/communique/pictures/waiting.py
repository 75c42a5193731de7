"""How many days went by from an invitation to the visit, and how long others have been open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from communique.knowledge.states import display_name
from communique.model import CommitmentKind, CommitmentStateKind
from communique.partial_dates import to_bounds
from communique.pictures.drawing import WIDTH, specified
from communique.pictures.palette import colour
from communique.pictures.picture import Picture
from communique.pictures.words import cut, plural
from communique.pictures.writing import PLAIN, Writing
from communique.views.printable import printable

if TYPE_CHECKING:
    from communique.record.entries import CommitmentEntry

_MOST = 20
_LABEL = 46


@dataclass(frozen=True, slots=True)
class Wait:
    """Days between an invitation and its visit, at least and at most; up to now where it is open.

    ``begun`` and ``over`` are ISO partial dates, ``over`` None where it is open.
    """

    commitment: str
    sides: str
    begun: str
    over: str | None
    least: int
    most: int


def waits(commitments: Iterable[CommitmentEntry], as_of: date) -> list[Wait]:
    """Return how long each kept or open invitation waited, the longest first among each."""
    found = [wait for each in commitments if (wait := _wait(each, as_of))]
    return sorted(found, key=lambda wait: (wait.over is None, -wait.most, wait.sides))


def days_to_visit(
    commitments: Iterable[CommitmentEntry], as_of: date, writing: Writing = PLAIN
) -> Picture | None:
    """Return the picture of days from invitation to visit; None where there is no invitation.

    Open ones are counted to ``as_of``.
    """
    every = waits(commitments, as_of)
    if not every:
        return None
    drawn = every[:_MOST]
    return Picture(
        name="waiting",
        title="Days from invitation to visit",
        text=_told(every, drawn, as_of, writing),
        columns=("Invitation", "Extended", "Visit", "Days"),
        rows=tuple(
            (
                wait.sides,
                writing.date(wait.begun),
                writing.date(wait.over) if wait.over else "open",
                _days(wait, writing),
            )
            for wait in drawn
        ),
        make=lambda: _spec(drawn, writing),
    )


def _wait(entry: CommitmentEntry, as_of: date) -> Wait | None:
    if entry.kind is not CommitmentKind.INVITATION:
        return None
    dates = {step.state: step.date for step in reversed(entry.states)}
    begun = dates.get(CommitmentStateKind.EXTENDED)
    over = dates.get(CommitmentStateKind.FULFILLED)
    if begun is None or not (over or entry.open):
        return None
    first, last = to_bounds(begun)
    end_first, end_last = to_bounds(over) if over else (as_of, as_of)
    most = (end_last - first).days
    if most < 0:
        return None
    sides = " to ".join(_named(side) for side in (entry.by, entry.to) if side)
    return Wait(entry.id, sides, begun, over, max(0, (end_first - last).days), most)


def _named(side: str) -> str:
    is_code = len(side) == 3 and side.isascii() and side.isupper()
    return printable(display_name(side) if is_code else side)


def _days(wait: Wait, writing: Writing) -> str:
    least, most = writing.number(wait.least), writing.number(wait.most)
    if wait.over is None:
        return f"{least}, open"
    return most if wait.least == wait.most else f"{least} to {most}"


def _told(every: list[Wait], drawn: list[Wait], as_of: date, writing: Writing) -> str:
    told = writing.number
    kept = [wait for wait in every if wait.over]
    left = [wait for wait in every if not wait.over]
    words = []
    if kept:
        quick, slow = min(kept, key=lambda w: w.most), max(kept, key=lambda w: w.most)
        noun = plural("invitation", len(kept))
        words.append(f"{told(len(kept))} {noun} followed by a visit")
        words[-1] += f", after {_days(quick, writing)} days"
        words[-1] += "." if quick is slow else " at the quickest"
        if quick is not slow:
            words[-1] += f" and {_days(slow, writing)} at the slowest."
    if left:
        are = "is" if len(left) == 1 else "are"
        words.append(f"{told(len(left))} {are} open, counted to {writing.date(as_of.isoformat())}.")
    if len(every) > len(drawn):
        words.append(f"{told(len(every) - len(drawn))} more are not drawn.")
    return " ".join(words)


def _spec(drawn: list[Wait], writing: Writing) -> Mapping[str, object]:
    import altair as alt

    values = [
        {
            "label": f"{cut(wait.sides, _LABEL)}, {writing.short(wait.begun)}" + "\u200b" * n,
            "zero": 0,
            "least": wait.least,
            "most": wait.most,
            "days": _days(wait, writing),
            "how": "kept" if wait.over else "open",
        }
        for n, wait in enumerate(drawn)
    ]
    base = alt.Chart({"values": values}).encode(
        y=alt.Y("label:N", sort=None, title=None).axis(ticks=False, domain=False)
    )
    shade = (
        alt.Color("how:N", title=None)
        .scale(domain=["kept", "open"], range=[colour("kept"), colour("open")])
        .legend(orient="top", symbolType="square")
    )
    days = alt.X("zero:Q", title="days").axis(domain=False, ticks=False, tickCount=6)
    sure = base.mark_bar(height=14).encode(x=days, x2="least:Q", color=shade)
    perhaps = base.mark_bar(height=14, fillOpacity=0.4).encode(
        x=alt.X("least:Q"), x2="most:Q", color=shade
    )
    words = base.mark_text(align="left", dx=6, color=colour("ink")).encode(
        x="most:Q", text="days:N"
    )
    height = 28 * len(drawn)
    return specified((sure + perhaps + words).properties(width=WIDTH - 260, height=height), writing)

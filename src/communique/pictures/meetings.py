"""Who meets whom: the persons of one side, those of the others, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from communique.knowledge.states import display_name
from communique.model import Status
from communique.pictures.drawing import specified
from communique.pictures.palette import colour
from communique.pictures.picture import Picture
from communique.pictures.words import cut, plural
from communique.pictures.writing import PLAIN, Writing
from communique.views.printable import printable

if TYPE_CHECKING:
    from communique.linking.outcome import LinkedParty
    from communique.record.entries import EngagementEntry

_MOST, _FEWEST = 14, 2
_MOST_PARTIES = 30
_ROW = 30
_GAP = 216
_LABEL = 32
_TOOK_PLACE = (Status.HELD, Status.UNDER_WAY)

Pair = tuple[str, str]


def who_meets_whom(
    engagements: Iterable[EngagementEntry],
    states: Sequence[str] = (),
    person: str | None = None,
    writing: Writing = PLAIN,
) -> Picture | None:
    """Return the picture of contacts that took place between one side and all others.

    The one side is the person of that id, else the first of ``states``, else the state met most.
    None where fewer than two pairs were in contact.
    """
    entries = [each for each in engagements if each.status in _TOOK_PLACE]
    first = states[0] if states else _most_frequent(entries)
    pairs: Counter[Pair] = Counter()
    for each in entries:
        parties = each.parties[:_MOST_PARTIES]
        mine = [p for p in parties if (p.person_id == person if person else p.state == first)]
        others = [p for p in parties if p not in mine and (person or p.state != first)]
        own = {_actor(p) for p in mine}
        pairs.update({(a, b) for a in own for b in map(_actor, others) if a != b})
    return _picture(pairs, writing) if len(pairs) >= _FEWEST else None


def _most_frequent(entries: Iterable[EngagementEntry]) -> str | None:
    states = Counter(s for e in entries for s in {p.state for p in e.parties if p.state})
    return min(states, key=lambda state: (-states[state], state)) if states else None


def _actor(party: LinkedParty) -> str:
    """Return "To Lam (VNM)", the state's name, or the organisation."""
    if party.person:
        where = party.state or party.organization
        return printable(f"{party.person} ({where})" if where else party.person)
    return printable(display_name(party.state) if party.state else party.organization or "?")


def _picture(pairs: Counter[Pair], writing: Writing) -> Picture:
    told = writing.number
    left, right = (_ranked(pairs, side) for side in (0, 1))
    drawn = {
        pair: n for pair, n in pairs.items() if pair[0] in left[:_MOST] and pair[1] in right[:_MOST]
    }
    ordered = sorted(drawn.items(), key=lambda item: (-item[1], item[0]))
    (one, other), most = min(pairs.items(), key=lambda item: (-item[1], item[0]))
    text = f"{told(len(left))} on the one side, {told(len(right))} on the other, "
    text += f"{told(len(pairs))} pairs. "
    text += f"Most often in contact: {one} and {other}, {told(most)} {plural('time', most)}."
    if hidden := len(pairs) - len(drawn):
        text += f" {told(hidden)} pairs of those met less often are not drawn."
    return Picture(
        name="meetings",
        title="Who was in contact with whom",
        text=text,
        columns=("One side", "Other side", "Contacts"),
        rows=tuple((a, b, told(n)) for (a, b), n in ordered),
        make=lambda: _spec(drawn, left[:_MOST], right[:_MOST]),
    )


def _ranked(pairs: Counter[Pair], side: int) -> list[str]:
    totals: Counter[str] = Counter()
    for pair, number in pairs.items():
        totals[pair[side]] += number
    return sorted(totals, key=lambda name: (-totals[name], name))


def _spec(
    drawn: Mapping[Pair, int], left: Sequence[str], right: Sequence[str]
) -> Mapping[str, object]:
    import altair as alt

    rows = max(len(left), len(right))
    place = {
        (side, name): (n + 0.5) * rows / len(names)
        for side, names in enumerate((left, right))
        for n, name in enumerate(names)
    }
    edges = [
        {"x": 0, "y": place[0, a], "x2": 1, "y2": place[1, b], "n": n}
        for (a, b), n in sorted(drawn.items())
    ]
    nodes = [{"x": s, "y": y, "name": cut(name, _LABEL)} for (s, name), y in place.items()]
    across = alt.X("x:Q", axis=None).scale(domain=[-0.95, 1.95])
    down = alt.Y("y:Q", axis=None).scale(domain=[rows, 0])
    most = max(drawn.values())
    widths = [1.2, min(8.0, 1.2 + most)] if most > 1 else [1.6, 1.6]
    lines = (
        alt.Chart({"values": edges})
        .mark_rule(color=colour("muted"), opacity=0.55)
        .encode(
            x=across,
            y=down,
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=alt.StrokeWidth("n:Q", legend=None).scale(domain=[1, most], range=widths),
        )
    )
    layers: list[alt.Chart] = [lines]
    for side, role in enumerate(("first", "second")):
        own = alt.Chart({"values": [node for node in nodes if node["x"] == side]})
        point = own.mark_circle(size=90, color=colour(role), opacity=1)
        label = own.mark_text(
            align="left" if side else "right", dx=10 if side else -10, color=colour("ink")
        )
        layers += [point.encode(x=across, y=down), label.encode(x=across, y=down, text="name:N")]
    return specified(alt.layer(*layers).properties(width=_GAP * 2.9, height=_ROW * max(rows, 2)))

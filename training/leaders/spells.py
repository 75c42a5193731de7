"""From dated observations of a source to spells in office.

An observation says that on a day the source named a person in a post "since" a date. A spell is
a run of observations of one person; where a stale "since" stands beside a new name, the name wins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from spellings import clean, is_capital, plain


@dataclass(frozen=True, slots=True)
class Observation:
    """One mention: on ``seen`` a source named ``name`` as ``title``, in office ``since``."""

    state: str
    kind: str
    seen: str
    since: str | None
    title: str
    name: str


@dataclass(slots=True)
class Spell:
    """One person in one post, from the first to the last time a source said so."""

    state: str
    kind: str
    names: list[str]
    titles: Counter[str] = field(default_factory=Counter)
    starts: Counter[str] = field(default_factory=Counter)
    first: str = ""
    last: str = ""

    @property
    def start(self) -> str:
        """The earliest full date given, else the earliest date, else when first seen."""
        full = [s for s in self.starts if len(s) == 10]
        return min(full or self.starts or [self.first])

    def add(self, seen: Observation) -> None:
        """Count one more observation of this spell."""
        if seen.name not in self.names:
            self.names.append(seen.name)
        self.titles[seen.title] += 1
        if seen.since:
            self.starts[seen.since] += 1
        self.first = self.first or seen.seen
        self.last = seen.seen


def same_person(one: str, other: str) -> bool:
    """Tell whether two printed names of one post are spellings of one person's name."""
    a, b = plain(clean(one)), plain(clean(other))
    if a == b:
        return True
    ta, tb = set(re.split(r"[\s-]", a)), set(re.split(r"[\s-]", b))
    if min(len(ta), len(tb)) >= 2 and (ta <= tb or tb <= ta):
        return True
    fa, fb = _family(one), _family(other)
    if not fa or not fb:
        return fuzz.token_sort_ratio(a, b) >= 90
    shared = {t for t in fa if len(t) > 3} & {t for t in fb if len(t) > 3}
    if not shared and fuzz.ratio(" ".join(fa), " ".join(fb)) < 78:
        return fuzz.token_sort_ratio(a, b) >= 90
    ga, gb = [t for t in a.split() if t not in fa], [t for t in b.split() if t not in fb]
    if not ga or not gb:
        return True
    return max(fuzz.ratio(p, q) for p in ga[:2] for q in gb[:2]) >= 75


def _family(name: str) -> list[str]:
    return [plain(t) for t in clean(name).split() if is_capital(t)]


def _continues(spell: Spell, seen: Observation, spells: list[Spell]) -> bool:
    newest = spell.names[-1]
    alike = same_person(seen.name, newest) or any(same_person(seen.name, n) for n in spell.names)
    if not alike:
        stale = seen.since in spell.starts and len(seen.since or "") == 10
        return stale and fuzz.ratio(plain(clean(seen.name)), plain(clean(newest))) >= 60
    between = [s.start for s in spells if s is not spell and s.last > spell.last
               and s.start > spell.start]  # fmt: skip
    return not (between and seen.since and seen.since > max(between))


def spells_of(observations: Iterable[Observation]) -> list[Spell]:
    """Return the spells of every post, each post's in order of time."""
    posts: dict[tuple[str, str], list[Observation]] = {}
    for seen in observations:
        posts.setdefault((seen.state, seen.kind), []).append(seen)
    done: list[Spell] = []
    for (state, kind), group in sorted(posts.items()):
        spells: list[Spell] = []
        for seen in sorted(group, key=lambda o: (o.seen, o.since or "")):
            known = next((s for s in reversed(spells[-4:]) if _continues(s, seen, spells)), None)
            if known is None:
                known = Spell(state, kind, [])
                spells.append(known)
            known.add(seen)
        done += sorted(spells, key=lambda s: s.start)
    return done

"""Made-up accounts with known truth: what many outlets make of the engagements of many leaders.

Nobody in them exists: names are strung from syllables. States are real codes, so that nothing is
special about them. Engagements follow one another over years, ten thousand accounts to a year,
most of them between few states; each is told by one to forty pages. A page misspells names, is a
day off, leaves out persons, place, topics or date, calls a call a video call, or copies another.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.knowledge.states import load_states
from communique.linking.rows import AccountRow, Corpus, PageRow, PartyRow
from communique.linking.sketches import Sketch
from communique.model import TOPICS, DateBasis, Kind, Place, Role, Status

ACCOUNTS_A_YEAR = 10_000
_BEGIN = date(2001, 1, 1)
_PER_ENGAGEMENT = 5
_SYLLABLES = (
    "ba be di do fa go ha ji ka la mi na or pa ri sa ta ul va wen xi yo zu tor mel kin".split()
)
_KINDS = {Kind.CALL: 3, Kind.MEETING: 5, Kind.VISIT: 3, Kind.LETTER: 1, Kind.SUMMIT: 0.5}
_OFFICES = ("President", "Prime Minister", "Foreign Minister", "Minister of Defence")
_CITIES = ("Capital", "Port", "Old Town")
# No two engagements of one kind and the same two persons lie nearer than this: nobody could tell.
_APART = 4


@dataclass(frozen=True, slots=True)
class Truth:
    """An engagement as it was."""

    number: int
    kind: Kind
    parties: tuple[PartyRow, ...]
    start: date
    end: date
    place: Place
    topics: tuple[str, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Noise:
    """How often a page does what."""

    misspells: float = 0.05
    shifts_date: float = 0.06
    drops_date: float = 0.08
    drops_person: float = 0.08
    drops_place: float = 0.3
    drops_topic: float = 0.3
    names_another_topic: float = 0.1
    another_kind: float = 0.05
    copies: float = 0.15


def made_up(
    accounts: int,
    seed: int = 7,
    noise: Noise | None = None,
    pages: Callable[[random.Random], int] | None = None,
) -> tuple[Corpus, dict[str, int]]:
    """Return rows of that many accounts, and the number of the engagement that each tells.

    ``pages`` draws by how many pages an engagement is told.
    """
    chance = random.Random(seed)
    told = _Told(chance, noise or Noise())
    for truth in _engagements(chance, accounts):
        told.tell(truth, min((pages or _pages)(chance), accounts - len(told.accounts)))
        if len(told.accounts) == accounts:
            break
    corpus = Corpus(tuple(told.pages), tuple(told.accounts), (), (), ())
    return corpus, told.truth


def _pages(chance: random.Random) -> int:
    """Return by how many pages an engagement is told: mostly few, at times very many."""
    return min(40, int(chance.paretovariate(1.25)) + chance.randint(0, 4))


def _engagements(chance: random.Random, accounts: int) -> Iterator[Truth]:
    days = max(30, 365 * accounts // ACCOUNTS_A_YEAR)
    states = sorted(load_states())
    chance.shuffle(states)
    weights = [1 / (rank + 3) for rank in range(len(states))]
    leaders = {state: [_person(chance, state, office) for office in _OFFICES] for state in states}
    last: dict[tuple[object, ...], date] = {}
    number = 0
    for day in sorted(chance.choices(range(days), k=accounts)):
        kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
        some = 3 if kind is Kind.SUMMIT else 2
        chosen = list(dict.fromkeys(chance.choices(states, weights, k=some)))
        if len(chosen) < some:
            continue
        persons = [chance.choices(leaders[state], (5, 3, 4, 1))[0] for state in chosen]
        start = _BEGIN + timedelta(day)
        key = (kind, *sorted(person.person or "" for person in persons))
        if (start - last.get(key, date.min)).days < _APART:
            continue
        last[key] = start
        yield _truth(chance, number, kind, persons, start)
        number += 1


def _truth(
    chance: random.Random, number: int, kind: Kind, persons: list[PartyRow], start: date
) -> Truth:
    roles = {
        Kind.VISIT: (Role.GUEST, Role.HOST),
        Kind.LETTER: (Role.SENDER, Role.RECIPIENT),
        Kind.MEETING: (Role.GUEST, Role.HOST),
    }.get(kind, (Role.PARTICIPANT,) * 3)
    parties = tuple(replace(p, role=role) for p, role in zip(persons, roles, strict=False))
    length = chance.choice([0, 1, 1, 2]) if kind is Kind.VISIT else 0
    city = f"{chance.choice(_CITIES)} of {persons[1].state}"
    return Truth(
        number=number,
        kind=kind,
        parties=parties,
        start=start,
        end=start + timedelta(length),
        place=Place(city, city, persons[1].state),
        topics=tuple(sorted(chance.sample(sorted(TOPICS), chance.randint(1, 4)))),
        marks=tuple(chance.getrandbits(32) for _ in range(chance.randint(8, 30))),
    )


def _person(chance: random.Random, state: str, office: str) -> PartyRow:
    words = ["".join(chance.sample(_SYLLABLES, chance.randint(2, 3))).title() for _ in range(2)]
    return PartyRow(" ".join(words), state, None, office, Role.PARTICIPANT)


class _Told:
    """The pages written so far."""

    def __init__(self, chance: random.Random, noise: Noise) -> None:
        self._chance, self._noise = chance, noise
        self.pages: list[PageRow] = []
        self.accounts: list[AccountRow] = []
        self.truth: dict[str, int] = {}

    def tell(self, truth: Truth, pages: int) -> None:
        """Write so many pages about an engagement."""
        written: list[tuple[PageRow, AccountRow]] = []
        for _ in range(pages):
            name = f"{self._chance.getrandbits(48):012x}"
            published = truth.start + timedelta(self._chance.choice([0, 0, 0, 1, 1, 2]))
            if written and self._often(self._noise.copies):
                page, account = self._chance.choice(written)
                account = replace(account, id=f"{name}.1.0", page=name)
            else:
                page, account = PageRow(name, None, self._sketch(truth)), self._account(truth, name)
            page = replace(page, id=name, published=published.isoformat())
            written.append((page, account))
            self.pages.append(page)
            self.accounts.append(account)
            self.truth[account.id] = truth.number

    def _often(self, share: float) -> bool:
        return self._chance.random() < share

    def _account(self, truth: Truth, page: str) -> AccountRow:
        noise, chance = self._noise, self._chance
        shift = chance.choice([-1, 1]) if self._often(noise.shifts_date) else 0
        dated = not self._often(noise.drops_date)
        start, end = truth.start + timedelta(shift), truth.end + timedelta(shift)
        kind = truth.kind
        if kind is Kind.CALL and self._often(noise.another_kind):
            kind = Kind.VIDEO_CALL
        topics = {t for t in truth.topics if not self._often(noise.drops_topic)}
        if self._often(noise.names_another_topic):
            topics.add(chance.choice(sorted(TOPICS)))
        return AccountRow(
            id=f"{page}.1.0",
            page=page,
            kind=kind,
            status=Status.HELD,
            main=True,
            visit_type=None,
            start=start.isoformat() if dated else None,
            end=end.isoformat() if dated and end > start and chance.random() < 0.7 else None,
            date_basis=DateBasis.RESOLVED if dated else DateBasis.PUBLISHED,
            place=None if self._often(noise.drops_place) else truth.place,
            parties=self._parties(truth),
            topics=tuple(sorted(topics)),
        )

    def _parties(self, truth: Truth) -> tuple[PartyRow, ...]:
        """Return the parties as a page has them: one may go unnamed, names may be misspelt."""
        unnamed = self._chance.randrange(2) if self._often(self._noise.drops_person) else -1
        parties = []
        for number, party in enumerate(truth.parties):
            person, office = party.person or "", party.office if self._often(0.7) else None
            if self._often(self._noise.misspells):
                person = misspelt(person, self._chance)
            told = (None, None) if number == unnamed else (person, office)
            parties.append(replace(party, person=told[0], office=told[1]))
        self._chance.shuffle(parties)
        return tuple(parties)

    def _sketch(self, truth: Truth) -> Sketch:
        chance = self._chance
        marks = [mark for mark in truth.marks if chance.random() < 0.4]
        marks += [chance.getrandbits(32) for _ in range(10)]
        runs, gist = ([chance.getrandbits(32) for _ in range(250)] for _ in range(2))
        return Sketch(*(array("I", sorted(values)) for values in (runs, gist, marks)))


def misspelt(name: str, chance: random.Random) -> str:
    """Return a name with one letter left out, doubled, changed, or swapped with the next."""
    at = chance.randrange(1, len(name) - 1)
    while not (name[at].isalpha() and name[at + 1].isalpha()):
        at = chance.randrange(1, len(name) - 1)
    letter = chance.choice("aeioulnrst")
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )

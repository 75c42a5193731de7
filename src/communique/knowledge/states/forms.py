"""Every form by which pages name a state, an organisation or a city, and finding them.

Forms are keyed by their folded words (see ``communique.knowledge.folding``). A form may have
several candidates, most usual first; ``ambiguous.csv`` sets that order and marks the forms
that are weak: also a usual word or person name, to be believed only with support.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from communique.knowledge.folding import fold, fold_word, word_spans
from communique.knowledge.organizations import load_organizations
from communique.knowledge.places import place_rows, places_named
from communique.knowledge.states.table import State, load_seats, load_states
from communique.knowledge.tables import read_rows

Kind = Literal["name", "demonym", "person_noun", "capital", "seat", "organization", "city"]


class Candidate(NamedTuple):
    """One reading of a form.

    ``id`` is an alpha-3 code or an organisation's id; ``name`` the usual name of the city,
    seat or organisation itself; ``role`` what kind of seat, place or organisation it is;
    ``city`` the city that a capital, city or venue is and a seat stands in.
    """

    id: str
    kind: Kind
    name: str
    role: str = ""
    city: str | None = None


class SurfaceForm(NamedTuple):
    """A form with its readings.

    ``key`` is the folded form and ``written`` one usual way to write it. ``acronym`` forms
    count only in capitals. A form without candidates is a longer phrase that holds a state's
    name but does not mean the state ("South China Sea").
    """

    key: str
    written: str
    candidates: tuple[Candidate, ...]
    weak: bool
    acronym: bool


_Match: TypeAlias = tuple[SurfaceForm, int]


class FormSpan(NamedTuple):
    """A form found in a text at ``text[start:end]``."""

    start: int
    end: int
    form: SurfaceForm


@dataclass(slots=True)
class FormIndex:
    """All forms, with what a matcher needs to pass over most words quickly.

    ``first_words`` maps the first word of a form to the word count of the longest form that
    begins with it; ``longest_form`` is the largest of these counts.
    """

    forms: dict[str, SurfaceForm] = field(default_factory=dict)
    first_words: dict[str, int] = field(default_factory=dict)

    @property
    def longest_form(self) -> int:
        """The word count of the longest form."""
        return max(self.first_words.values())

    def get(self, text: str) -> SurfaceForm | None:
        """Return the form ``text`` is, after folding, if it is one."""
        return self.find(fold(text))

    def find(self, key: str) -> SurfaceForm | None:
        """Return the form with this folded key; those of plain cities are made when asked."""
        form = self.forms.get(key)
        if form is None and key in place_rows():
            form = self.forms[key] = _city_form(key)
        return form


def _state_forms(state: State) -> Iterator[tuple[str, Candidate]]:
    code, display = state.code, state.display
    for name in (display, state.formal, *state.names):
        yield name, Candidate(code, "name", display)
    for adjective in state.adjectives:
        yield adjective, Candidate(code, "demonym", display)
    for noun in (noun for pair in state.people for noun in pair):
        yield noun, Candidate(code, "person_noun", display)
    if state.historic:
        return
    kinds: tuple[tuple[Kind, tuple[tuple[str, ...], ...]], ...] = (
        ("capital", state.capitals),
        ("city", state.other_cities),
    )
    for kind, cities in kinds:
        for city in cities:
            for spelling in city:
                yield spelling, Candidate(code, kind, city[0], kind, city[0])


def _written_forms() -> Iterator[tuple[str, Candidate]]:
    for state in load_states().values():
        yield from _state_forms(state)
    for seat in load_seats():
        for name in (seat.name, *seat.other_names):
            for code in seat.states:
                yield name, Candidate(code, "seat", seat.name, seat.role, seat.city_in(code))
    for body in load_organizations().values():
        for name in (*body.all_names, *body.adjectives):
            yield name, Candidate(body.id, "organization", body.short, body.kind)


def _is_acronym(written: str) -> bool:
    letters = written.replace(".", "")
    return letters.isascii() and letters.isalnum() and letters.isupper()


def _reading_of(code: str, like: Candidate) -> Candidate:
    """Return the reading of a form as ``code`` that ``ambiguous.csv`` adds beside ``like``."""
    state = load_states().get(code)
    if state is None:
        body = load_organizations()[code]
        return Candidate(code, "organization", body.short, body.kind)
    if like.kind == "seat":
        return like._replace(id=code, city=state.capital)
    return like._replace(id=code, name=like.name if like.city else state.display)


def _ranked(candidates: list[Candidate], order: list[str]) -> tuple[Candidate, ...]:
    """Put the candidates into ``order``, historic states last, one reading of each kind."""
    said = {candidate.id for candidate in candidates}
    added = [_reading_of(code, candidates[0]) for code in order if code not in said]
    unique: dict[tuple[str, str], Candidate] = {}
    nouns_too = {c.id for c in candidates if c.kind == "demonym"}
    for candidate in candidates + added:
        # "Russian" is adjective and noun alike: one reading is enough.
        if candidate.kind != "person_noun" or candidate.id not in nouns_too:
            unique.setdefault((candidate.id, candidate.kind), candidate)
    if len(unique) == 1:
        return tuple(unique.values())
    states = load_states()
    rank = {code: place for place, code in enumerate(order)}

    def place(candidate: Candidate) -> tuple[int, bool]:
        state = states.get(candidate.id)
        return rank.get(candidate.id, len(rank)), state is not None and state.historic

    return tuple(sorted(unique.values(), key=place))


def _city_form(key: str) -> SurfaceForm:
    places = places_named(key)
    readings: dict[str, Candidate] = {}
    for place in places:
        city = None if place.role == "region" else place.name
        reading = Candidate(place.state, "city", place.name, place.role, city)
        readings.setdefault(place.state, reading)
    return SurfaceForm(key, places[0].name, tuple(readings.values()), places[0].weak, False)


def _with_cities(known: SurfaceForm) -> SurfaceForm:
    """Add the towns that share the name of a capital or a seat ("Tripoli" in Lebanon)."""
    if any(candidate.kind in ("name", "demonym", "organization") for candidate in known.candidates):
        return known
    said = {candidate.id for candidate in known.candidates}
    towns = tuple(c for c in _city_form(known.key).candidates if c.id not in said)
    return known._replace(candidates=known.candidates + towns)


@cache
def surface_forms() -> FormIndex:
    """Return the index of every form of states, organisations and cities."""
    written: dict[str, list[str]] = {}
    readings: dict[str, list[Candidate]] = {}
    for text, candidate in _written_forms():
        key = fold(text)
        written.setdefault(key, []).append(text)
        readings.setdefault(key, []).append(candidate)
    notes = {fold(form): (order.split(";"), weak == "yes")
             for form, order, weak, _ in read_rows("states", "ambiguous.csv")}  # fmt: skip
    forms: dict[str, SurfaceForm] = {}
    for key, candidates in readings.items():
        order, weak = notes.get(key, ([], False))
        acronym = all(map(_is_acronym, written[key]))
        forms[key] = SurfaceForm(key, written[key][0], _ranked(candidates, order), weak, acronym)
    for key in forms.keys() & place_rows().keys():
        forms[key] = _with_cities(forms[key])
    for phrase, _ in read_rows("states", "not_states.csv"):
        forms[fold(phrase)] = SurfaceForm(fold(phrase), phrase, (), False, False)
    first_words: dict[str, int] = {}
    for key in (*forms, *place_rows()):
        first, length = key.partition(" ")[0], key.count(" ") + 1
        first_words[first] = max(length, first_words.get(first, 0))
    return FormIndex(forms, first_words)


def _cased(text: str, start: int, end: int, last: int, form: SurfaceForm) -> bool:
    """Whether the words found are capitalised as a name must be."""
    if form.acronym:
        letters = text[start:end].replace(".", "")
        # "Nato", "Unesco": acronyms said as words are often written so.
        return letters.isupper() or (len(letters) > 3 and letters.istitle() and not form.weak)
    if not (text[start].isupper() or text[start].isdigit() or form.written[0].islower()):
        return False
    if form.key.count(" ") != 1:
        return True
    usual = form.written[word_spans(form.written)[-1][0]]
    return not text[last].islower() or usual.islower()


_JOINTS = frozenset({" ", "\u00a0", "-", "‐", "‑", "–", "'", "’", "‘", "ʻ", "ʼ", "ʿ", "ʾ", "`", "&",
                     " & ", ". ", "/", "."})  # fmt: skip


def _joined(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether only what may stand inside a name parts these words."""
    for (start, end), (following, _) in pairwise(spans):
        gap = text[end:following]
        if gap not in _JOINTS and gap.strip(" \n"):
            return False
        if gap.startswith(".") and end - start > 3:
            return False
        if gap.count("\n") > 1:
            return False
    return True


def _match(text: str, spans: list[tuple[int, int]], words: list[str], at: int) -> _Match | None:
    """Return the longest form that begins at word ``at`` and its word count."""
    index = surface_forms()
    for length in range(min(index.first_words.get(words[at], 0), len(words) - at), 0, -1):
        form = index.find(" ".join(words[at : at + length]))
        matched = spans[at : at + length]
        if form and _joined(text, matched):
            start, last, end = matched[0][0], matched[-1][0], matched[-1][1]
            if _cased(text, start, end, last, form):
                return form, length
    return None


def _elided(text: str, spans: list[tuple[int, int]], words: list[str], at: int, length: int
            ) -> SurfaceForm | None:  # fmt: skip
    """Return the form that "North" has in "North and South Korea", "South" being word ``at``."""
    if length < 2 or at < 2 or words[at - 1] != "and" or not text[spans[at - 2][0]].isupper():
        return None
    return surface_forms().forms.get(" ".join([words[at - 2], *words[at + 1 : at + length]]))


def scan(text: str, offset: int = 0) -> list[FormSpan]:
    """Find every form in ``text``, longest first, none overlapping, in order.

    Offsets count code points of ``text`` plus ``offset``. Possessive endings are left out of
    the span; "Vietnam-Russia" gives two. In "North and South Korea" the span of the first is
    its first word alone. Phrases that only look like a state are passed over.
    """
    spans = word_spans(text)
    words = [fold_word(text[start:end]) for start, end in spans]
    found: list[FormSpan] = []
    here = 0
    begins = surface_forms().first_words
    while here < len(words):
        if words[here] not in begins:
            here += 1
            continue
        match = _match(text, spans, words, here)
        if match is None:
            here += 1
            continue
        form, length = match
        if form.candidates:
            start, end = spans[here][0] + offset, spans[here + length - 1][1] + offset
            elided = _elided(text, spans, words, here, length)
            first = spans[here - 2] if elided else (0, 0)
            if elided and (not found or found[-1].end <= first[0] + offset):
                found.append(FormSpan(first[0] + offset, first[1] + offset, elided))
            found.append(FormSpan(start, end, form))
        here += length
    return found


@cache
def _codes() -> dict[str, str]:
    states = load_states().values()
    shorter = {state.alpha2.casefold(): state.code for state in states if state.alpha2}
    return shorter | {state.code.casefold(): state.code for state in states}


def _usual_order(text: str) -> str:
    """Put "Korea, Republic of" and "Iran (Islamic Republic of)" as they are said."""
    name, part, rest = text.replace("(", ", ", 1).replace(")", "").partition(",")
    return f"{rest.strip()} {name.strip()}" if part and rest.rstrip().endswith(" of") else name


def state_of(text: str) -> str | None:
    """Return the alpha-3 code that a name, nationality or ISO code means, else None.

    Capitals and accents do not matter; where a form means several states the most usual one
    is returned.
    """
    for wording in (text, _usual_order(text)):
        key = fold(wording).removeprefix("the ")
        if key in _codes():
            return _codes()[key]
        form = surface_forms().find(key)
        for reading in form.candidates if form else ():
            if reading.kind in ("name", "demonym", "person_noun"):
                return reading.id
    return None

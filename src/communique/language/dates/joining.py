"""Joining neighbouring temporal expressions that name one time: "Tuesday, January 14"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.dates.forms import Form, FormKind
from communique.language.dates.lexicon import Lexicon

_DAYS = frozenset({FormKind.DATE, FormKind.NUMERIC, FormKind.WEEKDAY, FormKind.OFFSET})
_STRETCHED = frozenset({FormKind.DATE, FormKind.WEEKDAY, FormKind.MONTH})
_LONGEST_GAP = 12
_ANNIVERSARY_REACH = 120


@dataclass(frozen=True, slots=True)
class Atom:
    """One phrase as matched; a weak one is nothing unless it joins another."""

    start: int
    end: int
    form: Form
    weak: bool = False
    takes_article: bool = False


def join(text: str, atoms: Sequence[Atom], lexicon: Lexicon) -> list[Atom]:
    """Return the atoms with those that name one time made one, and without loose weak ones."""
    joined: list[Atom] = []
    for atom in atoms:
        joined.append(atom)
        while len(joined) > 1:
            pair = _pair(text, joined[-2], joined[-1], lexicon)
            if pair is None:
                break
            joined[-2:] = [pair]
    kept = [a for a in joined if not a.weak and a.form.kind is not FormKind.NOT_A_DATE]
    return _finish(text, kept, lexicon)


def _pair(text: str, left: Atom, right: Atom, lexicon: Lexicon) -> Atom | None:
    """Make one of two neighbours where the words between them and their kinds allow it."""
    if right.start - left.end > _LONGEST_GAP:
        return None
    between = text[left.end : right.start]
    if between.count("\n") > 1:
        return None
    gap = " ".join(between.lower().split())
    form = _one_time(left.form, right.form, gap, lexicon)
    if form is None and gap in lexicon.joins["range"]:
        form = _stretch(text, left, right, gap, lexicon)
    if form is None:
        return None
    closes = text[right.end : right.end + 1] in lexicon.joins["closing"]
    if gap.startswith("(") and not closes:
        return None
    end = right.end + (1 if gap.startswith("(") else 0)
    # A weak part adds to another kind of time; a weak part that is the time itself stays weak.
    weak = all(atom.weak for atom in (left, right) if atom.form.kind is form.kind)
    return Atom(left.start, end, form, weak and form.kind is not FormKind.SPAN)


def _one_time(left: Form, right: Form, gap: str, lexicon: Lexicon) -> Form | None:
    if right.kind is FormKind.PERIOD and right.unit == "year":
        of_year = not gap or gap in lexicon.joins["of_year"]
        return _in_relative_year(left, right) if of_year else None
    if not gap and left.kind is FormKind.OFFSET and left.origin == "event":
        return replace(left, first=right) if right.kind in _DAYS else None
    if gap and gap not in lexicon.joins["same_day"]:
        return None
    kinds = (left.kind, right.kind)
    if FormKind.CLOCK in kinds or FormKind.PART_OF_DAY in kinds:
        return _with_time_of_day(left, right)
    if left.kind is FormKind.WEEKDAY and right.kind in (FormKind.DATE, FormKind.NUMERIC):
        return replace(right, weekday=left.weekday, part_of_day=left.part_of_day)
    return _in_apposition(left, right) if gap in lexicon.joins["apposition"] else None


def _in_relative_year(left: Form, right: Form) -> Form | None:
    """Read "March 5 last year", "17-19 January this year": the day of writing gives the year."""
    if right.part is not None or right.rel is None or left.year is not None or left.rel is not None:
        return None
    if left.kind is FormKind.SPAN and left.first is not None and left.last is not None:
        first, last = _in_relative_year(left.first, right), _in_relative_year(left.last, right)
        return replace(left, first=first, last=last) if first and last else None
    if left.kind in (FormKind.DATE, FormKind.MONTH, FormKind.QUARTER, FormKind.HALF):
        return replace(left, rel=right.rel, rel_unit="year")
    return None


def _in_apposition(left: Form, right: Form) -> Form | None:
    """Read "today (January 15)", "yesterday, Monday", "January 15 (Wednesday)" as one day."""
    bare_weekday = right.kind is FormKind.WEEKDAY and right.rel is None
    if left.kind is FormKind.DATE and bare_weekday:
        return replace(left, weekday=right.weekday)
    if left.kind is FormKind.OFFSET and left.unit == "day":
        if right.kind is FormKind.DATE:
            return replace(right, part_of_day=left.part_of_day)
        if bare_weekday:
            return replace(left, weekday=right.weekday)
    return None


def _with_time_of_day(left: Form, right: Form) -> Form | None:
    """Add a clock time or a part of the day to the day beside it."""
    times = (FormKind.CLOCK, FormKind.PART_OF_DAY)
    day, time = (right, left) if left.kind in times and right.kind not in times else (left, right)
    if time.kind not in times:
        return None
    if day.kind in times:
        if day.kind is time.kind:
            return None
    elif day.kind not in _DAYS or (day.kind is FormKind.OFFSET and day.unit != "day"):
        return None
    return replace(
        day,
        clock=day.clock or time.clock,
        zone=day.zone or time.zone,
        part_of_day=day.part_of_day or time.part_of_day,
    )


def _stretch(text: str, left: Atom, right: Atom, gap: str, lexicon: Lexicon) -> Form | None:
    """Make a span of two days ("January 30 to February 2", "from Monday to Thursday")."""
    first, last = left.form, right.form
    same = first.kind is last.kind and first.kind in _STRETCHED
    same |= first.kind is FormKind.WEEKDAY and last.kind is FormKind.DATE
    if not same or left.weak or right.weak or first.rel_unit or last.rel_unit:
        return None
    if first.kind is not last.kind and not _led_by(text, left, lexicon.lists["from_lead"]):
        return None
    if gap in lexicon.joins["couple"] and not _led_by(text, left, lexicon.joins["between"]):
        return None
    if first.year is None and last.year is not None:
        turns = first.month is not None and last.month is not None and first.month > last.month
        first = replace(first, year=last.year - turns)
    if first.kind is not FormKind.WEEKDAY and first.year and last.year:
        one = (first.year, first.month or 0, first.day or 0)
        if one > (last.year, last.month or 0, last.day or 0):
            return None
    return Form(FormKind.SPAN, first=first, last=last)


def _led_by(text: str, atom: Atom, words: frozenset[str]) -> bool:
    before = text[max(0, atom.start - 24) : atom.start].split()
    return bool(before) and before[-1].lower() in words


def _finish(text: str, atoms: list[Atom], lexicon: Lexicon) -> list[Atom]:
    """Mark spans that are terms of office and give anniversaries the year they count from."""
    return [
        replace(atom, form=_finished_form(text, atoms, index, lexicon))
        for index, atom in enumerate(atoms)
    ]


def _finished_form(text: str, atoms: list[Atom], index: int, lexicon: Lexicon) -> Form:
    form = atoms[index].form
    atom = atoms[index]
    of_years = form.first is not None and form.first.kind is FormKind.YEAR
    if of_years and (_term_follows(text, atom, lexicon) or _years_in_brackets(text, atom)):
        return replace(form, term=True)
    if form.kind is FormKind.ANNIVERSARY:
        return _with_base_year(text, atoms, index, lexicon)
    return form


def _term_follows(text: str, atom: Atom, lexicon: Lexicon) -> bool:
    words = text[atom.end : atom.end + 40].replace("(", " ").split()[:2]
    return any(word.strip(".,;:)").lower() in lexicon.lists["term_words"] for word in words)


def _years_in_brackets(text: str, atom: Atom) -> bool:
    """Tell whether years stand in brackets: a life, a plan or what an anniversary counts."""
    before, after = text[max(0, atom.start - 1) : atom.start], text[atom.end : atom.end + 1]
    return before == "(" and after == ")"


def _with_base_year(text: str, atoms: list[Atom], index: int, lexicon: Lexicon) -> Form:
    """Find the year an anniversary counts from among the dates after it in its sentence."""
    anniversary = atoms[index]
    for atom in atoms[index + 1 :]:
        gap = text[anniversary.end : atom.start]
        if len(gap) > _ANNIVERSARY_REACH or ". " in gap or "\n" in gap:
            break
        year = _base_year(anniversary.form.number or 0, atom.form, gap, lexicon)
        if year is not None:
            return replace(anniversary.form, base_year=year)
    return anniversary.form


def _base_year(ordinal: int, form: Form, gap: str, lexicon: Lexicon) -> int | None:
    """Read "(1950-2025)" and "established in 1950", but not "to be held in 2025"."""
    if form.kind is FormKind.SPAN and form.first and form.last:
        first, last = form.first.year, form.last.year
        return first if first and last and last - first == ordinal else None
    if form.year is None:
        return None
    founded = lexicon.lists["foundation_words"].intersection(gap.lower().replace(",", " ").split())
    return form.year if founded else None

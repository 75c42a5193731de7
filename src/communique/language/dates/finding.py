"""Finding the temporal expressions of a running text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from communique.language.dates.forms import DateExpression, Form, FormKind
from communique.language.dates.joining import Atom, join
from communique.language.dates.lexicon import Lexicon, Meaning, Phrase, load_lexicon

_TOKEN = re.compile(r"\w+")
# "Tuesday 11/03", "Tuesday 11:30": more figures than a day's.
_GOES_ON = re.compile(r"[./:–-]\d")
_LONGEST_NUMBER = 24  # a longer run of figures is no date; do not even look
# A number right after one of these is part of something else: "2,000", "A/1324", "$20", "-5".
_NOT_BEFORE_NUMBER = frozenset("./,:-–—$€£¥₹#№+*=_%@&")


def find_dates(text: str, language: str = "en") -> list[DateExpression]:
    """Return the temporal expressions of ``text`` in order, none overlapping another.

    Offsets count code points: ``text[e.start:e.end] == e.surface``. Prepositions are left out
    of the span. Raises LookupError for a language without a date grammar.
    """
    lexicon = load_lexicon(language)
    atoms = list(_atoms(text, lexicon))
    return [
        DateExpression(a.start, a.end, text[a.start : a.end], a.form, language)
        for a in join(text, atoms, lexicon)
    ]


def _atoms(text: str, lexicon: Lexicon) -> Iterator[Atom]:
    """Give the longest phrase at each place, left to right."""
    reached, before, before_end = 0, "", 0
    before_start = 0
    for token in _TOKEN.finditer(text):
        start, word = token.start(), token[0].lower()
        if start >= reached:
            phrases = _candidates(text, token, word, lexicon)
            if phrases:
                lead = before if _touches(text, before_end, start) else ""
                atom = _longest(text, start, lead, phrases, lexicon)
                if atom is not None:
                    reached = atom.end
                    if atom.takes_article and lead in lexicon.articles:
                        atom = replace(atom, start=before_start)
                    yield atom
        before, before_start, before_end = word, start, token.end()


def _candidates(text: str, token: re.Match[str], word: str, lexicon: Lexicon) -> tuple[Phrase, ...]:
    """Give the phrases that may begin with a token."""
    if not word[0].isdigit():
        return lexicon.by_word.get(word, ())
    start = token.start()
    if len(word) > _LONGEST_NUMBER or (start and text[start - 1] in _NOT_BEFORE_NUMBER):
        return ()
    return lexicon.by_figure


def _touches(text: str, end: int, start: int) -> bool:
    """Tell whether only a gap, a hyphen or an opening bracket parts two tokens."""
    return 0 < start - end <= 4 and not text[end:start].strip(" \t\n\u00a0\u202f-(")


def _longest(
    text: str, start: int, lead: str, phrases: tuple[Phrase, ...], lexicon: Lexicon
) -> Atom | None:
    best: Atom | None = None
    for phrase in phrases:
        if phrase.after is not None and lead not in phrase.after:
            continue
        found = phrase.pattern.match(text, start)
        if found is None or (best is not None and found.end() <= best.end):
            continue
        if phrase.before is not None and not _ends_before(text, found.end(), phrase.before):
            continue
        if phrase.unless is not None and _next_word(text, found.end()) in phrase.unless:
            continue
        form = _form(phrase, found, lexicon)
        if (
            form is not None
            and form.month is None
            and form.day
            and _GOES_ON.match(text, found.end())
        ):
            continue
        if form is not None:
            best = Atom(start, found.end(), form, phrase.weak, phrase.takes_article)
    return best


def _ends_before(text: str, end: int, words: frozenset[str]) -> bool:
    """Whether a mark, the end, or one of ``words`` follows: "on the 21st that"."""
    following = _next_word(text, end)
    return following in words if following else text[end : end + 1] != "-"


def _next_word(text: str, end: int) -> str:
    found = _TOKEN.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    return found[0].lower() if found else ""


def _form(phrase: Phrase, found: re.Match[str], lexicon: Lexicon) -> Form | None:
    """Build what a match means; None where its parts cannot be ("February 30")."""
    read: dict[str, Meaning] = dict(phrase.given)
    for group, slot in phrase.slots.items():
        words = found[group]
        if words is not None:
            read[group] = _meaning(slot, words, lexicon)
    maker = _MAKERS.get(phrase.kind, _plain)
    return maker(phrase.kind, read)


def _meaning(slot: str, words: str, lexicon: Lexicon) -> Meaning:
    known = lexicon.slots.get(slot)
    if known is not None:
        value = known.values.get(" ".join(words.lower().split()).rstrip("."))
        if value is not None:
            return value
    figures = re.match(r"\d+", words)
    return int(figures[0]) if figures else words


_FIELDS = {
    "year": "year", "part": "part", "edge": "part", "weekday": "weekday", "rel": "rel",
    "short_weekday": "weekday", "deictic": "rel", "unit": "unit", "units": "unit",
    "period": "unit", "count": "count", "part_of_day": "part_of_day", "season": "season",
    "nth": "number", "short_quarter": "number", "ordinal": "number", "festival": "festival",
    "month": "month", "sure_month": "month", "likely_month": "month", "doubtful_month": "month",
    "mm": "month", "day": "day", "nth_day": "day", "dd": "day", "day_word": "day", "zone": "zone",
    "sign": "sign", "origin": "origin", "rel_unit": "rel_unit",
}  # fmt: skip


def _plain(kind: FormKind, read: dict[str, Meaning]) -> Form | None:
    fields = {_FIELDS[name]: value for name, value in read.items() if name in _FIELDS}
    if kind is FormKind.ANNIVERSARY and "number" not in fields:
        fields["number"] = fields.pop("count", 0)
    if kind is FormKind.DATE and "month" in fields and not possible_day(fields):
        return None
    if kind is FormKind.DECADE and int(fields["year"]) % 10:
        return None  # "2008's" is of a year, not of a decade
    form = Form(kind=kind, **fields)  # type: ignore[arg-type]
    return with_clock(form, read) if "hour" in read else form


def possible_day(fields: dict[str, Meaning]) -> bool:
    """Tell whether month and day (and year) make a day; 29 February may always be one."""
    try:
        date(int(fields.get("year", 2024)), int(fields["month"]), int(fields["day"]))
    except ValueError:
        return False
    return True


def with_clock(form: Form, read: dict[str, Meaning]) -> Form:
    """Add the time of day, on the 24-hour clock."""
    if "hhmm" in read:
        hour, minute = divmod(int(read["hhmm"]), 100)
    else:
        hour, minute = int(read["hour"]), int(read.get("minute", 0))
    meridiem = read.get("meridiem")
    if meridiem == "pm" and hour < 12:
        hour += 12
    elif meridiem == "am" and hour == 12:
        hour = 0
    return replace(form, clock=f"{hour:02d}:{minute:02d}")


def _numeric(kind: FormKind, read: dict[str, Meaning]) -> Form | None:
    """A date in figures is a date where only one reading is possible, else stays open."""
    one, two, year = int(read["n"]), int(read["n2"]), int(read["year"])
    day_first = possible_day({"day": one, "month": two, "year": year})
    month_first = possible_day({"day": two, "month": one, "year": year})
    if not (day_first or month_first):
        return None
    if day_first and month_first and one != two:
        return Form(kind, year=year, first=Form(FormKind.DATE, year=year, month=two, day=one),
                    last=Form(FormKind.DATE, year=year, month=one, day=two))  # fmt: skip
    day, month = (one, two) if day_first else (two, one)
    return Form(FormKind.DATE, year=year, month=month, day=day)


def _span(kind: FormKind, read: dict[str, Meaning]) -> Form | None:
    """From a first form to a last, which shares its month or year where it names none."""
    if "two_digits" in read:
        year = int(read["year"])
        read["year2"] = year // 100 * 100 + int(read["two_digits"])
    first, last = dict(read), dict(read)
    for name in ("month", "day", "year"):
        if name + "2" in read:
            last[name] = read[name + "2"]
        elif name == "year" and _wraps(read) and "year" in read:
            first["year"] = int(read["year"]) - 1
    ends = [_plain(_inner_kind(read), _only_day(fields)) for fields in (first, last)]
    if ends[0] is None or ends[1] is None or not _in_order(ends[0], ends[1]):
        return None
    if read.get("rel") == "couple" and int(read["day2"]) != int(read["day"]) + 1:
        return None
    return Form(kind, first=ends[0], last=ends[1])


def _inner_kind(read: dict[str, Meaning]) -> FormKind:
    if "day" in read:
        return FormKind.DATE
    return FormKind.MONTH if "month" in read else FormKind.YEAR


def _only_day(read: dict[str, Meaning]) -> dict[str, Meaning]:
    own = ("year", "month", "day", *(("deictic", "rel_unit") if "deictic" in read else ()))
    return {name: read[name] for name in own if name in read}


def _wraps(read: dict[str, Meaning]) -> bool:
    return "month2" in read and int(read["month2"]) < int(read["month"])


def _in_order(first: Form, last: Form) -> bool:
    """Tell whether a span runs forward (over the turn of a year where no year is said)."""
    if first.year is None or last.year is None:
        return first.month != last.month or (first.day or 0) < (last.day or 99)
    one = (first.year, first.month or 0, first.day or 0)
    return one < (last.year, last.month or 0, last.day or 0)


def _clock(kind: FormKind, read: dict[str, Meaning]) -> Form | None:
    zone = read.get("zone")
    return with_clock(Form(kind, zone=str(zone) if zone else None), read)


_MAKERS = {FormKind.NUMERIC: _numeric, FormKind.SPAN: _span, FormKind.CLOCK: _clock}

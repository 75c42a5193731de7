"""The fields that are compared, and the levels of likeness in each.

A level stands here twice: as a rule of Python's, by which the accounts of a small record and of a
single engagement are weighed, and as SQL for DuckDB, by which Splink weighs those of a large one.
The first level that holds counts. A test holds that both ways choose the same level.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.linking.profiles import Profile

Holds = Callable[[Profile, Profile], bool]


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its label, its rule, and the same in SQL (``_l`` and ``_r`` after columns).

    ``silent`` marks the level at which one account says nothing: it weighs nothing.
    """

    label: str
    holds: Holds
    sql: str
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A compared field; its last level holds where no other does."""

    name: str
    levels: tuple[Level, ...]

    def level(self, a: Profile, b: Profile) -> int:
        """Return the number of the level that holds."""
        for number, level in enumerate(self.levels):
            if level.holds(a, b):
                return number
        raise AssertionError(f"no level of {self.name} holds")


def _else(label: str) -> Level:
    return Level(label, lambda a, b: True, "ELSE")


def _shared(a: Sequence[object], b: Sequence[object]) -> int:
    return len(set(a).intersection(b))


def _shared_sql(column: str) -> str:
    return f"len(list_intersect({column}_l, {column}_r))"


def _share_of_all(a: Sequence[object], b: Sequence[object]) -> float:
    shared = _shared(a, b)
    return shared / (len(a) + len(b) - shared)


def _share_of_all_sql(column: str) -> str:
    shared = _shared_sql(column)
    return f"({shared} / (len({column}_l) + len({column}_r) - {shared}))"


def _either_empty(column: str) -> Level:
    return Level(
        "not told by both",
        lambda a, b: not (getattr(a, column) and getattr(b, column)),
        f"len({column}_l) = 0 OR len({column}_r) = 0",
        silent=True,
    )


def _either_null(column: str) -> Level:
    return Level(
        "not told by both",
        lambda a, b: getattr(a, column) is None or getattr(b, column) is None,
        f"{column}_l IS NULL OR {column}_r IS NULL",
        silent=True,
    )


_KIND = Field(
    "kind",
    (
        Level("the same", lambda a, b: a.kind == b.kind, "kind_l = kind_r"),
        _else("of one family"),
    ),
)

_STATUS = Field(
    "status",
    (
        Level("the same", lambda a, b: a.stage == b.stage, "stage_l = stage_r"),
        Level(
            "ahead and past",
            lambda a, b: {a.stage, b.stage} == {"ahead", "past"},
            "(stage_l = 'ahead' AND stage_r = 'past') OR (stage_l = 'past' AND stage_r = 'ahead')",
        ),
        _else("called off and not"),
    ),
)


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    return _shared(a, b) == min(len(a), len(b))


_WITHIN_SQL = f"{_shared_sql('sides')} = least(len(sides_l), len(sides_r))"
_NOBODY = "(len(names_l) = 0 OR len(names_r) = 0)"
_PARTIES = Field(
    "parties",
    (
        Level(
            "two persons or more",
            lambda a, b: _shared(a.names, b.names) > 1,
            f"{_shared_sql('names')} > 1",
        ),
        Level(
            "one person, the same sides",
            lambda a, b: _shared(a.names, b.names) > 0 and a.sides == b.sides,
            f"{_shared_sql('names')} > 0 AND sides_l = sides_r",
        ),
        Level(
            "one person, a side more",
            lambda a, b: _shared(a.names, b.names) > 0 and _within(a.sides, b.sides),
            f"{_shared_sql('names')} > 0 AND {_WITHIN_SQL}",
        ),
        Level(
            "names all but the same",
            lambda a, b: _shared(a.likes, b.likes) > 0 and _within(a.sides, b.sides),
            f"{_shared_sql('likes')} > 0 AND {_WITHIN_SQL}",
        ),
        Level(
            "the same sides, a page names nobody",
            lambda a, b: a.sides == b.sides and not (a.names and b.names),
            f"sides_l = sides_r AND {_NOBODY}",
        ),
        _else("other persons or sides"),
    ),
)


def _gap(a: Profile, b: Profile) -> int:
    """Return the days between two profiles that both have days."""
    assert a.first is not None
    assert a.until is not None
    assert b.first is not None
    assert b.until is not None
    return max(a.first - b.until, b.first - a.until, 0)


_GAP_SQL = "greatest(first_l - until_r, first_r - until_l, 0)"


def _both_dated(a: Profile, b: Profile) -> bool:
    return a.grip == b.grip == 0


_BOTH_SQL = "grip_l = 0 AND grip_r = 0"


def _news_apart(a: Profile, b: Profile) -> int:
    """Return by how many days the last possible day of news lies from the other's last."""
    assert a.last is not None
    assert b.last is not None
    return abs(a.last - b.last)


_NEWS_SQL = "(news_l OR news_r) AND abs(last_l - last_r)"

_DATE = Field(
    "date",
    (
        _either_null("first"),
        Level(
            "the same day",
            lambda a, b: _both_dated(a, b) and a.first == b.first,
            f"{_BOTH_SQL} AND first_l = first_r",
        ),
        Level(
            "days that meet",
            lambda a, b: _both_dated(a, b) and _gap(a, b) == 0,
            f"{_BOTH_SQL} AND {_GAP_SQL} = 0",
        ),
        Level(
            "a day apart",
            lambda a, b: _both_dated(a, b) and _gap(a, b) == 1,
            f"{_BOTH_SQL} AND {_GAP_SQL} = 1",
        ),
        Level(
            "two or three days apart",
            lambda a, b: _both_dated(a, b) and _gap(a, b) <= 3,
            f"{_BOTH_SQL} AND {_GAP_SQL} <= 3",
        ),
        Level("days apart", lambda a, b: _gap(a, b) > 0, f"{_GAP_SQL} > 0"),
        Level(
            "news of a day or two",
            lambda a, b: (a.news or b.news) and _news_apart(a, b) <= 1,
            f"{_NEWS_SQL} <= 1",
        ),
        Level(
            "news of some days",
            lambda a, b: (a.news or b.news) and _news_apart(a, b) <= 5,
            f"{_NEWS_SQL} <= 5",
        ),
        _else("in a longer span"),
    ),
)

_PLACE = Field(
    "place",
    (
        _either_null("place_state"),
        Level(
            "another state",
            lambda a, b: a.place_state != b.place_state,
            "place_state_l <> place_state_r",
        ),
        Level(
            "a word of its name",
            lambda a, b: _shared(a.place_words, b.place_words) > 0,
            f"{_shared_sql('place_words')} > 0",
        ),
        Level(
            "the city",
            lambda a, b: a.place_city is not None and a.place_city == b.place_city,
            "place_city_l = place_city_r",
        ),
        Level(
            "another city",
            lambda a, b: None not in (a.place_city, b.place_city),
            "place_city_l <> place_city_r",
        ),
        _else("the state"),
    ),
)

_VISIT_TYPE = Field(
    "visit_type",
    (
        _either_null("visit_type"),
        Level("the same", lambda a, b: a.visit_type == b.visit_type, "visit_type_l = visit_type_r"),
        _else("another"),
    ),
)


def _overlap(name: str, column: str, *, most: float) -> Field:
    return Field(
        name,
        (
            _either_empty(column),
            Level(
                "most",
                lambda a, b: _share_of_all(getattr(a, column), getattr(b, column)) >= most,
                f"{_share_of_all_sql(column)} >= {most}",
            ),
            Level(
                "some",
                lambda a, b: _shared(getattr(a, column), getattr(b, column)) > 0,
                f"{_shared_sql(column)} > 0",
            ),
            _else("none"),
        ),
    )


def _share_of_fewer(a: Profile, b: Profile) -> float:
    return _shared(a.marks, b.marks) / min(len(a.marks), len(b.marks))


_FEWER_SQL = f"({_shared_sql('marks')} / least(len(marks_l), len(marks_r)))"


def _text_level(label: str, least: float) -> Level:
    return Level(label, lambda a, b: _share_of_fewer(a, b) >= least, f"{_FEWER_SQL} >= {least}")


_TEXT = Field(
    "text",
    (
        _either_empty("marks"),
        _text_level("half of the names and figures", 0.5),
        _text_level("a quarter of the names and figures", 0.25),
        _text_level("a tenth of the names and figures", 0.1),
        _else("hardly any name or figure"),
    ),
)

FIELDS = (
    _KIND,
    _STATUS,
    _PARTIES,
    _DATE,
    _PLACE,
    _VISIT_TYPE,
    _overlap("topics", "topics", most=0.5),
    _overlap("messages", "messages", most=0.5),
    _TEXT,
)

Levels = tuple[int, ...]


def compared(a: Profile, b: Profile) -> Levels:
    """Return the level of every field for two profiles."""
    return tuple(field.level(a, b) for field in FIELDS)

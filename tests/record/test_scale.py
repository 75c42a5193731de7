"""Time and memory stay in proportion to the pages."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.linking import link_corpus
from communique.model import Reading
from communique.record import Record
from communique.record.rows import read_corpus
from record.made_readings import account, page, person, reading

STATES = ("NGA", "NOR", "SWE", "KEN", "PER", "CHL", "JPN", "FJI")


def many(number: int) -> Iterator[Reading]:
    """Yield pages on calls and visits between a few leaders, several pages on each."""
    chance = random.Random(7)
    for n in range(number):
        first, second = chance.sample(STATES, 2)
        month, day = n * 12 // number + 1, chance.randint(1, 28)
        date = f"2023-{month:02}-{day:02}"
        document = page(f"{n}.txt", date)
        guest, host = f"Leader {first.title()}/{first}", f"Leader {second.title()}/{second}"
        yield reading(
            document,
            account(document, "call", guest, host, start=date, topics=["trade"]),
            account(document, "visit", f"guest:{guest}", f"host:{host}", main=False),
            account(
                document, "visit", f"guest:{host}", f"host:{first}", status="planned", main=False
            ),
            people=(person(document, guest, "President"), person(document, host, "President")),
        )


def seconds_to_link(tmp_path: Path, number: int) -> float:
    with Record.open(tmp_path / f"{number}.db") as record:
        for one in many(number):
            record.keep(one)
        with record._asking() as connection:
            corpus = read_corpus(connection)
    taken = []
    for _ in range(3):  # the least of three: what else the machine does only adds
        started = time.process_time()
        linked = link_corpus(corpus)
        taken.append(time.process_time() - started)
    assert sum(len(e.accounts) for e in linked.engagements) == 3 * number
    return min(taken)


@pytest.mark.slow
def test_linking_grows_with_the_pages_not_with_their_square(tmp_path: Path) -> None:
    few, more = seconds_to_link(tmp_path, 250), seconds_to_link(tmp_path, 1000)
    assert more < 8 * few + 0.5

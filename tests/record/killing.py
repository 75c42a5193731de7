#!/usr/bin/env python3
"""Kill a process while it reads, links, corrects and recodes, and look at what it leaves behind.

PYTHONPATH=tests python tests/record/killing.py RECORD --times 200

RECORD is a path or a URL of a record that does not exist yet. Ends with 1, telling what was lost or
doubled, after the first kill that leaves anything but a whole record.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from communique.model import Reading
from communique.record import Author, Record
from record.made_readings import account, page, person, reading

STATES = ("NGA", "NOR", "SWE", "KEN", "PER", "CHL")
# Seconds; a busy machine finishes nothing in so short a time, so they double until it has.
LONGEST = 0.8
LONGEST_OF_ALL = 60.0
PAGES = 40
KINDS = ("page", "decision")  # what is finished and told


def telling(number: int, version: int) -> Reading:
    """Return the reading of a page in one of its versions."""
    chance = random.Random(number)
    one, other = chance.sample(STATES, 2)
    day = f"2023-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    text = " ".join(f"{number}-{version}-{n}" for n in range(40))
    document = page(f"{number}.txt", day, text=text)
    names = [f"Leader {state.title()}/{state}" for state in (one, other)]
    told = account(document, "call", *names, start=day, topics=["trade"])
    met = account(document, "meeting", *names, start=day, main=False)
    people = tuple(person(document, name, "President") for name in names)
    return reading(document, told, met, people=people)


def otherwise(one: Reading, version: int) -> Reading:
    """Return the reading of the same text by another coder."""
    told = replace(one.accounts[0], weekday=("Monday", "Tuesday")[version % 2])
    return replace(one, accounts=(told, *one.accounts[1:]), coder=str(version))


def work(target: str, seed: int, told: int) -> None:
    """Keep, link, correct and recode until killed; write a line for what is finished."""
    chance = random.Random(seed)
    with Record.open(target) as record:
        while True:
            for line in one_step(record, chance):
                os.write(told, f"{line}\n".encode())


def one_step(record: Record, chance: random.Random) -> Iterator[str]:
    """Do one thing, then yield what is finished with it."""
    what = chance.choice(("read", "read", "read", "link", "correct", "undo", "recode"))
    if what == "read":
        number, version = chance.randrange(PAGES), chance.randrange(3)
        record.keep(telling(number, version))
        yield f"page {number}.txt"
    elif what == "link":
        record.link()
    elif what == "recode":
        again = [
            (kept.version, otherwise(old, chance.randrange(9)))
            for kept, old in zip(record.kept_pages(), record.readings(), strict=True)
        ]
        record.recode(again, keep=True)
    else:
        yield from one_decision(record, chance, undo=what == "undo")


def one_decision(record: Record, chance: random.Random, *, undo: bool) -> Iterator[str]:
    author = Author("somebody", "to see whether it lasts")
    made = [one for one in record.corrections.all() if one.undone_by is None]
    names = [entry.id for entry in record.engagements()]
    if undo and made:
        yield f"decision {record.corrections.undo(chance.choice(made).id, author).id}"
    elif len(names) > 1:
        name = chance.choice(names)
        yield f"decision {record.corrections.set(name, 'place_city', 'Oslo', author).id}"
        merged = record.corrections.merge(chance.sample(names, 2), author, force=True)
        yield f"decision {merged.id}"


def faults_of(target: str, finished: set[str], is_whole: Callable[[Reading], bool]) -> list[str]:
    """Return what is wrong with a record in which all that was ever finished has to be."""
    with Record.open(target) as record:
        documents = [str(document.path) for document in record.documents()]
        decisions = [one.id for one in record.corrections.all()]
        present = {f"page {path}" for path in documents} | {f"decision {i}" for i in decisions}
        told = [a.id for e in record.engagements(accounts=True) for a in e.accounts]
        readings = list(record.readings())
        faults = [f"lost: {what}" for what in sorted(finished - present)]
        for listed in (documents, decisions, told):
            faults += [f"twice: {what}" for what, times in Counter(listed).items() if times > 1]
        faults += [f"check: {f.where}: {f.message}" for f in record.check() if not f.notice]
    if len(told) != (every := sum(len(one.accounts) for one in readings)):
        faults.append(f"engagements hold {len(told)} of the {every} accounts")
    return faults + [f"half: {one.document.path}" for one in readings if not is_whole(one)]


def was_told(one: Reading) -> bool:
    """Tell whether a reading is a whole one of a made-up page, in any version."""
    number = int(str(one.document.path).removesuffix(".txt"))
    told = [telling(number, version) for version in range(3)]
    return any(
        one.document.text == whole.document.text and len(one.accounts) == len(whole.accounts)
        for whole in told
    )


def kill_once(target: str, seed: int, longest: float) -> set[str]:
    """Let a process work for at most ``longest`` seconds, kill it, and return what it finished."""
    out, told = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(out)
        try:
            work(target, seed, told)
        finally:
            os._exit(1)
    os.close(told)
    time.sleep(random.Random(seed).uniform(0.01, longest))
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    with os.fdopen(out) as said:
        finished = set(said.read().splitlines())
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"seed {seed}: it ended before it was killed")
    return finished


def main(arguments: list[str]) -> int:
    """Kill as often as asked; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    finished: set[str] = set()
    # What the work needs is brought in once, so that a kill meets the work and not the beginning.
    faults_of(asked.record, finished, was_told)
    number, longest, kinds = 0, LONGEST, Counter[str]()
    while number < asked.times or (longest < LONGEST_OF_ALL and len(kinds) < len(KINDS)):
        seed = asked.seed * 1000 + number
        finished |= kill_once(asked.record, seed, longest)
        faults = faults_of(asked.record, finished, was_told)
        if faults:
            print(f"after kill {number + 1} (seed {seed}):", *faults, sep="\n  ")
            return 1
        kinds = Counter(what.split()[0] for what in finished)
        longest = LONGEST if len(kinds) == len(KINDS) else min(2 * longest, LONGEST_OF_ALL)
        number += 1
    print(f"{number} kills; {kinds['page']} pages and {kinds['decision']} decisions, all there")
    return 0 if len(kinds) == len(KINDS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Kill ``communique read``, ``correct`` and ``recode`` as they run, and look at what they leave.

PYTHONPATH=tests python tests/record/killing_commands.py RECORD --times 200

RECORD is a path or a URL of a record that does not exist yet. What a command said it had done, and
what was there before, has to be there after every kill; when all is done, the same commands, left
alone, have to end in the record of one that was never killed. Ends with 1, telling what was lost,
doubled or otherwise, after the first kill that leaves anything but a whole record.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from communique.model import Document, Reading
from communique.pages import read_documents
from communique.reader import Reader
from communique.record import Author, Record
from record.killing import faults_of

PAGES = Path(__file__).parents[2] / "examples" / "pages"
# What a later version of a page says more in its longest paragraph; it tells of no engagement.
MORE = " The text was put out in two languages, and corrected an hour later."
DECIDED = re.compile(r"^([0-9a-f]{12}): ", re.MULTILINE)
# The Ctrl-C of a person among the kills that nothing can catch.
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
OLD_WEEKDAY = "Sunday, as of old"


@dataclass
class Trial:
    """A record under trial: what has to be in it, and how long a command takes when left alone."""

    target: str
    folder: Path
    chance: random.Random
    whole: list[Reading]
    finished: set[str] = field(default_factory=set)
    usual: dict[str, float] = field(default_factory=dict)
    ended: Counter[str] = field(default_factory=Counter)

    def command(self, *words: str) -> list[str]:
        """Return the command line of one of the program's own commands on the record."""
        return [sys.executable, "-m", "communique", *words, "--record", self.target]

    def next_command(self) -> tuple[str, list[str]]:
        """Return what is to be done next, by the name of its command, and its words."""
        what = self.chance.choice(("read", "read", "correct", "recode"))
        if what == "read":
            put_pages(self.folder, self.chance)
            return what, ["read", str(self.folder)]
        with Record.open(self.target) as record:
            if what == "recode":
                read_as_of_old(record)
                return what, ["recode", "--keep"]
            made = [one.id for one in record.corrections.all() if one.undone_by is None]
            one, other = self.chance.sample(list(record.engagements()), 2)
        words = [["merge", one.id, other.id, "--force"], ["set", one.id, "place_city", "Oslo"]]
        if not any(party.state == "NOR" for party in one.parties):
            words.append(["party", one.id, "Norway", "--add", "--role", "host"])
        words += [["undo", self.chance.choice(made)]] if made else []
        return what, ["correct", *self.chance.choice(words), "--by", "somebody"]

    def run(self, what: str, words: list[str], *, kill: bool) -> None:
        """Run a command, killed at a random moment or left alone, and note what it had done."""
        began = time.monotonic()
        process = subprocess.Popen(
            self.command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        try:
            usual = self.usual.get(what, 5.0)
            _, said = process.communicate(
                timeout=self.chance.uniform(0.3, 1.0) * usual if kill else None
            )
        except subprocess.TimeoutExpired:
            process.send_signal(self.chance.choice(SIGNALS))
            _, said = process.communicate()
            over = "killed" if process.returncode not in (0, 1) else "over before"
            self.ended[f"{what} {over}"] += 1
        else:
            self.usual[what] = time.monotonic() - began
            self.ended[f"{what} over before"] += 1
            if process.returncode not in (0, 1):
                raise RuntimeError(f"communique {' '.join(words)} failed:\n{said}")
            self.finished |= {f"page {path}" for path in self.folder.iterdir() if what == "read"}
        self.finished |= {f"decision {found}" for found in DECIDED.findall(said)}

    def is_whole(self, one: Reading) -> bool:
        """Tell whether a reading in the record is a whole one, of today or as of old."""
        return replace(one, coder=None) in self.whole

    def faults(self) -> list[str]:
        """Return what is wrong with the record now; what is in it has to stay from now on."""
        faults = faults_of(self.target, self.finished, self.is_whole)
        with Record.open(self.target) as record:
            old = Counter(is_of_old(one) for one in record.readings() if one.accounts)
            self.finished |= {f"page {one.path}" for one in record.documents()}
            self.finished |= {f"decision {one.id}" for one in record.corrections.all()}
        if self.ended["recode began"] and len(old) > 1:
            faults.append(f"{old[True]} pages read as of old, {old[False]} anew")
        return faults


def versions_of(page: Path) -> tuple[str, str]:
    """Return a page's text as it is, and as it might be corrected later."""
    text = page.read_text("utf-8")
    longest = max(text.splitlines(), key=len)
    return text, text.replace(longest, longest + MORE, 1)


def put_pages(folder: Path, chance: random.Random) -> None:
    """Put pages into a folder, each in one of its versions."""
    for page in sorted(PAGES.glob("*.txt")):
        if chance.random() < 0.7:
            (folder / page.name).write_text(chance.choice(versions_of(page)), "utf-8")


def whole_readings(folder: Path) -> list[Reading]:
    """Return every reading that pages of a folder may have in the record, but for its coder."""
    reader, found = Reader.load(), []
    for page in sorted(PAGES.glob("*.txt")):
        path = folder / page.name
        for text in versions_of(page):
            path.write_text(text, "utf-8")
            (document,) = read_documents([str(path)])
            assert isinstance(document, Document)
            one = replace(reader.read(document), coder=None)
            found += [one, as_of_old(one)]
        path.unlink()
    return found


def read_as_of_old(record: Record) -> None:
    """Put what an older program read in the place of every reading, for ``recode`` to change."""
    old = [
        (kept.version, replace(as_of_old(one), coder="of old"))
        for kept, one in zip(record.kept_pages(), record.readings(), strict=True)
    ]
    record.recode(old, keep=True)


def as_of_old(one: Reading) -> Reading:
    """Return a reading as an older program would have it."""
    accounts = tuple(replace(account, weekday=OLD_WEEKDAY) for account in one.accounts)
    return replace(one, accounts=accounts)


def is_of_old(one: Reading) -> bool:
    """Tell whether a reading is one that ``read_as_of_old`` put there."""
    return any(account.weekday == OLD_WEEKDAY for account in one.accounts)


def as_never_killed(trial: Trial) -> list[str]:
    """Undo what was decided, read all anew, and return what is not as in a new record."""
    with Record.open(trial.target) as record:
        while made := [d for d in record.corrections.all() if not d.undone_by and not d.undoes]:
            record.corrections.undo(made[-1].id, Author("somebody"))
    for page in sorted(PAGES.glob("*.txt")):
        shutil.copy(page, trial.folder)
    left = replace(trial, target=str(trial.folder / "new.db"))
    for one, words in ((trial, ["recode", "--keep"]), (trial, []), (left, [])):
        one.run(
            "read", words or ["read", *map(str, sorted(trial.folder.glob("*.txt")))], kill=False
        )
    seen = [timeline(one.target) for one in (trial, left)]
    if seen[0] == seen[1]:
        return []
    other = sorted(seen[0].keys() ^ seen[1].keys()) or [
        name for name, told in seen[0].items() if told != seen[1][name]
    ]
    return [f"not as one never killed: {', '.join(other)}"]


def timeline(target: str) -> dict[str, object]:
    """Return what a record holds of every engagement; versions and bytes of its pages aside."""
    with Record.open(target) as record:
        return {
            entry.id: replace(
                entry,
                documents=tuple(replace(one, version=1, sha256="") for one in entry.documents),
            )
            for entry in record.engagements()
        }


def kill_often(target: str, times: int, seed: int) -> tuple[Trial, list[str]]:
    """Kill as often as asked; return the trial and what was wrong after the last kill."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        trial = Trial(target, place, random.Random(seed), whole_readings(place))
        put_pages(place, trial.chance)
        trial.run("read", ["read", str(place)], kill=False)
        for number in range(times):
            what, words = trial.next_command()
            trial.ended["recode began"] = int(what == "recode")
            trial.run(what, words, kill=True)
            faults = trial.faults()
            if faults:
                return trial, [f"after run {number + 1} ({' '.join(words)}):", *faults]
        return trial, as_never_killed(trial)


def main(arguments: list[str]) -> int:
    """Kill as often as asked; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    # A shell that runs this in the background has it ignore Ctrl-C; what it starts shall not.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    trial, faults = kill_often(asked.record, asked.times, asked.seed)
    if faults:
        print(*faults, sep="\n  ")
        return 1
    kinds = Counter(what.split()[0] for what in trial.finished)
    runs = ", ".join(f"{number} {what}" for what, number in sorted(trial.ended.items()) if number)
    print(f"{asked.times} runs ({runs}); ", end="")
    print(f"{kinds['page']} pages and {kinds['decision']} decisions, all there")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

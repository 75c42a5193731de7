"""Names as the sources print them, turned into names as the English press prints them.

The World Factbook puts the token a person goes by in capitals ("Joao Manuel Goncalves LOURENCO",
"XI Jinping"), which tells the family name without knowing the naming custom. ``names.csv`` holds
what no rule can know: nicknames, other romanisations, second given names in use.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

PARTICLES = {
    "bin", "bint", "ibn", "de", "da", "do", "dos", "das", "la", "el", "al", "van", "von", "der",
    "di", "del", "ould", "ag", "wa", "y", "i", "e", "arap",
}  # fmt: skip
_RANK = (
    r"(?:Crown Prince|Prime Minister|Foreign Minister|President|Acting|Interim|Elect|Ministers|"
    r"General|Gen\.?|Lt\.?|Lieutenant|Maj\.?|Major|Col\.?|Colonel|Capt\.?|Captain|Brig\.?|Cdr\.?|"
    r"Commodore|Commander|Admiral|Adm\.?|Marshal|Marshall|Field|Sheikh|Shaykh|Ret\.?|Sr\.|Cdre\.?|"
    r"Ratu|Rear|Air|Monsignor|Monseigneur|Episcopal|Cardinal|Sir|Dame|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|"
    r"Prof\.?|Professor|Rev\.|Father|Lyonpo|Grand Chief|Tan Sri|Dato'?|Datuk|Tun|Tuanku|Sultan|"
    r"Haji|Paduka|Seri|Baginda|Staff|Justice|Chief|Lord|Honorable|Hon\.?|and|or|the|-)"
)
_LEADING = re.compile(rf"^(?:{_RANK}[ ,]+)+")
_TRAILING = re.compile(
    r"(?:, (?:Dr|M\.D|Sr|Lt\. Gen)\.?.*| - .*|,? also spelled.*|,? aka .*|, brother of.*| or$|"
    r" serving as.*| appointed.*|, Jr\.?$)"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in the press, the short forms, and other spellings."""

    person: str
    family: str
    short: tuple[str, ...]
    others: tuple[str, ...]


def plain(text: str) -> str:
    """Return ``text`` without accents and capitals, for comparing."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def is_capital(token: str) -> bool:
    """Tell whether a source printed ``token`` in capitals as the name a person goes by."""
    core = re.sub(r"^(?:al|an|as|ad|ash|el|Al|El|Mc|Mac|O|De|Di|N|M|d)[-']?(?=[^a-z])", "", token)
    letters = [c for c in core if c.isalpha()]
    if len(letters) < 2 or any(c.islower() for c in letters):
        return False
    return re.fullmatch(r"[IVX]+|JR\.?", token) is None


def _titled(token: str) -> str:
    if not any(is_capital(part) for part in re.split(r"(?<=-)", token)) and token.upper() != token:
        return token
    if re.fullmatch(r"[IVX]+|(?:[A-Z]\.)+|[A-Z]", token):
        return token
    pieces = re.split(r"([-' ])", token)
    done = "".join(p if p in "-' " else p[:1].upper() + p[1:].lower() for p in pieces)
    done = re.sub(r"^(?:Al|El)-", lambda m: m[0].lower(), done)
    return re.sub(r"^Mc([a-z])", lambda m: "Mc" + m[1].upper(), done)


def clean(name: str) -> str:
    """Return a name without ranks, notes and nicknames in quotes."""
    name = re.sub(r"^.*?(?:Republic of Afghanistan|of transitional government),? ", "", name)
    name = re.sub(r"^.*(?:Council|Homeland|Chair|Affairs|Interior|Ministers|Prime),? "
                  r"(?:General |Sr\. Gen\. )?(?=[A-Z])", "", name)  # fmt: skip
    name = _TRAILING.sub("", _LEADING.sub("", name.strip()))
    name = re.sub(r"\s*[\"“'‘][^\"”'’ ]+[\"”'’](?=\s)|\s*\([^)]*\)", "", name)
    return _LEADING.sub("", re.sub(r"\s+", " ", name)).strip(" ,-")


def default_name(name: str) -> Name:
    """Return the press name by rule: given name and family name, middle names dropped."""
    tokens = clean(name).split()
    marked = [i for i, token in enumerate(tokens) if is_capital(token)]
    if not marked:
        marked = [len(tokens) - 1]
    first, last = marked[0], marked[-1]
    family = [_titled(t) for t in tokens[first : last + 1]]
    family = [t.lower() if i < len(family) - 1 and t.lower() in PARTICLES else t
              for i, t in enumerate(family)]  # fmt: skip
    short = " ".join(family)
    full = " ".join(_titled(t) for t in tokens)
    person = " ".join(_titled(t) for t in tokens[:3]) if first == 0 else f"{tokens[0]} {short}"
    others = (full,) if plain(full) != plain(person) else ()
    return Name(person, short, (short,), others)


class PressNames:
    """The names of ``names.csv``, found by state and the tokens a source prints."""

    def __init__(self, path: Path) -> None:
        self._rows: dict[str, list[tuple[set[str], Name]]] = {}
        self._by_person: dict[tuple[str, str], Name] = {}
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                name = Name(
                    row["person"],
                    row["family_name"] or row["short"].split(";")[0],
                    tuple(s for s in row["short"].split(";") if s),
                    tuple(s for s in row["spellings"].split(";") if s),
                )
                self._rows.setdefault(row["state"], []).append((set(row["tokens"].split()), name))
                self._by_person[row["state"], plain(name.person)] = name

    def find(self, state: str, printed: str) -> Name | None:
        """Return the name whose tokens all stand in ``printed``, the most specific one."""
        tokens = set(re.split(r"[\s,]+", plain(printed)))
        tokens |= {t.removeprefix("al-").removeprefix("el-") for t in tokens}
        joined = plain(printed)
        best: tuple[int, Name] | None = None
        for keys, name in self._rows.get(state, ()):
            if keys <= tokens or (len(keys) == 1 and next(iter(keys)) in joined.split()):
                best = max(best or (0, name), (len(keys), name), key=lambda pair: pair[0])
        return best[1] if best else None

    def of_person(self, state: str, person: str) -> Name | None:
        """Return the name entry of a person by press name."""
        return self._by_person.get((state, plain(person)))

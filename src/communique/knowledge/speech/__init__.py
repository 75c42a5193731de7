"""Words that tell real speech acts from planned, reported and embedded ones.

The words are data in ``speech/<language>.toml``; comments there say what each list is for.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The lists of ``<language>.toml``, flat; lemmas in small letters."""

    unreal: frozenset[str]
    planned: frozenset[str]
    polite: frozenset[str]
    hypothetical: frozenset[str]
    quoting: frozenset[str]
    urging: frozenset[str]
    silent: frozenset[str]
    refused: frozenset[str]
    while_: frozenset[str]
    pending: frozenset[str]
    realised: frozenset[str]
    occasions: frozenset[str]
    report: frozenset[str]
    of_states: frozenset[str]
    performative: frozenset[str]
    attitudes: frozenset[str]
    attitude_verbs: frozenset[str]
    written: frozenset[str]
    getting: frozenset[str]
    carriers: frozenset[str]
    message_acts: frozenset[str]
    relaying: frozenset[str]
    told_of: frozenset[str]
    handing: frozenset[str]
    felt: frozenset[str]
    bodies: frozenset[str]
    governments: frozenset[str]
    rites: frozenset[str]
    rite: frozenset[str]
    papers: frozenset[str]
    joint_papers: frozenset[str]
    portions: frozenset[str]
    spoken_papers: frozenset[str]
    answering: frozenset[str]
    opinions: frozenset[str]
    by: frozenset[str]
    outlets: frozenset[str]
    sources: frozenset[str]
    audience: frozenset[str]
    epithets: frozenset[str]
    attending: frozenset[str]
    collectives: frozenset[str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    peoples: frozenset[str]
    them: frozenset[str]
    they: frozenset[str]
    we: frozenset[str]
    i: frozenset[str]
    ours: frozenset[str]
    own: frozenset[str]
    conversations: frozenset[str]
    gatherings: frozenset[str]
    speaking_of: frozenset[str]
    feeling: frozenset[str]
    stays: frozenset[str]
    states_of_mind: frozenset[str]
    allusions: frozenset[str]
    encounters: frozenset[str]
    alone: frozenset[str]
    relative: frozenset[str]
    it: frozenset[str]
    events: frozenset[str]
    giving: frozenset[str]
    denying: frozenset[str]
    continuing: frozenset[str]
    stances: frozenset[str]
    willing: frozenset[str]
    backing: frozenset[str]
    supporting: frozenset[str]
    no_such: frozenset[str]
    reflexive: frozenset[str]
    praising: frozenset[str]
    blaming: frozenset[str]
    minuted: frozenset[str]
    were: frozenset[str]
    manner: frozenset[str]
    calling: frozenset[str]
    naming: frozenset[str]
    would: frozenset[str]
    back: frozenset[str]
    asides: frozenset[str]
    had: frozenset[str]
    matters: frozenset[str]
    condoling: frozenset[str]
    visiting: frozenset[str]
    errands: frozenset[str]
    calls_to_do: frozenset[str]
    offered: frozenset[str]
    let: frozenset[str]
    congratulating: frozenset[str]
    thanking: frozenset[str]
    wishing: frozenset[str]
    claims: frozenset[str]
    untrue: frozenset[str]
    baseless: frozenset[str]
    tables: frozenset[str]
    about: frozenset[str]
    manners: frozenset[str]
    main: frozenset[str]
    occurring: frozenset[str]
    mourning: frozenset[str]
    turning: frozenset[str]
    hearts: frozenset[str]
    aching: frozenset[str]
    glad: frozenset[str]
    coming: frozenset[str]
    honours: frozenset[str]
    gladdening: frozenset[str]


@cache
def load_speech_words(language: str = "en") -> SpeechWords:
    """Read ``speech/<language>.toml``. Raises FileNotFoundError where a language has none."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    lists = {name: words for table in data.values() for name, words in table.items()}
    lists["message_acts"] = data["messages"]["acts"]
    lists["manner"] = lists.pop("prepositions")
    return SpeechWords(
        **{name: frozenset(lists[name]) for name in SpeechWords.__dataclass_fields__}
    )

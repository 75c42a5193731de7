"""Officials in a list, each beside the state that sent him: "X (Norway), Y (Ghana), Z (Peru)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import Mention, MentionKind, OfficePhrase, Sentence

# How far behind the words for those listed their names may stand: envoys received one day are
# told of longer than others.
_NEAR = 4
_NEXT = 1
# Fewer do not make a list.
_FEWEST = 2

_NAMES = frozenset({MentionKind.NAME, MentionKind.PERSON})
_SENDERS = frozenset({MentionKind.STATE, MentionKind.ORGANIZATION})

# How a name and its sender stand side by side, by what parts them; brackets are closed behind.
_NAME_FIRST = {
    "of": re.compile(r",? of (?:the )?$"),
    "from": re.compile(r",? from (?:the )?$"),
    "for": re.compile(r",? for (?:the )?$"),
    "representing": re.compile(r",? (?:who represents|representing) (?:the )?$"),
    "bracket": re.compile(r" ?[(\[](?:the )?$"),
    "dash": re.compile(r" ?[-\u2013\u2014] ?(?:the )?$"),
    "comma": re.compile(r", (?:the )?$"),
}
_SENDER_FIRST = {
    "owner": re.compile(r"['\u2019]s? $"),
    "represented": re.compile(r",? (?:is |was )?represented by $"),
    "bracket": re.compile(r" ?[(\[]$"),
    "dash": re.compile(r" ?[-\u2013\u2014:] ?$"),
    "comma": re.compile(r", $"),
}
# What stands before where a listed envoy lives, not who sent him: "with residence in Nairobi".
_LIVING = re.compile(r"(?:residen(?:ce|cy|t)|residing|living|based|stationed) (?:in|at) (?:the )?$")
# Forms that tell somebody's state where nothing but a form of address introduces him.
_TELLING = frozenset({"name from", "name representing"})
# What parts one pair from the next; where commas stand inside the pairs, more than a comma does.
_APART = re.compile(
    r"(?:[)\]]?(?:[,;]? (?:and|as well as)|[,;]|,? &)) ?"
    r"(?:by )?(?:those of |that of |of )?(?:the )?$"
)
_FAR_APART = re.compile(r"(?:;(?: and)?|,? and) (?:the )?$")


@dataclass(frozen=True, slots=True)
class _Told:
    """The several of whom a sentence speaks: their office, where it is one."""

    index: int = -_NEAR - 1
    office: OfficePhrase | None = None
    diplomats: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name beside its sender, and how they stand."""

    name: Mention
    sender: Mention
    form: str


def name_listed_envoys(sentences: Sequence[Sentence], words: ReferenceWords) -> None:
    """Make persons of the names that a list of officials gives with their states.

    Two pairs in one order make a list, where several office-holders are spoken of in the same
    sentence or shortly before; each holds that office for the state it stands beside. Behind words
    that name no office ("delegates", "credentials") only the state is theirs.
    """
    told = _Told()
    for sentence in sentences:
        for pair in _alone(sentence):
            _give(pair, None)
        told = _told(sentence, words) or told
        far = sentence.index - told.index
        if far > (_NEAR if told.diplomats else _NEXT):
            continue
        for pairs in _lists(sentence):
            for pair in pairs:
                _give(pair, told.office)


def _told(sentence: Sentence, words: ReferenceWords) -> _Told | None:
    """Which several a sentence speaks of, None where of nobody."""
    offices = [o for m in sentence.mentions for o in m.offices if o.plural]
    diplomats = next((o for o in offices if o.kind == "diplomat"), None)
    if diplomats is not None:
        return _Told(sentence.index, diplomats, diplomats=True)
    spoken = set(re.findall(r"\w+", sentence.text.lower()))
    if spoken & words.credentials:
        return _Told(sentence.index, None, diplomats=True)
    if offices or spoken & words.attendees:
        return _Told(sentence.index, offices[0] if offices else None)
    return None


def _lists(sentence: Sentence) -> Iterator[list[_Pair]]:
    """Runs of pairs in one order, each behind the other."""
    mentions, at = _without_homes(sentence), 0
    while at < len(mentions):
        run: list[_Pair] = []
        while pair := _pair(sentence, mentions, at + 2 * len(run), run):
            run.append(pair)
        if len(run) >= _FEWEST:
            yield run
        at += 2 * len(run) if len(run) >= _FEWEST else 1


def _without_homes(sentence: Sentence) -> list[Mention]:
    """The mentions of ``sentence`` but for where listed envoys live."""
    found: list[Mention] = []
    home: Mention | None = None
    for mention in sentence.mentions:
        lives = _LIVING.search(sentence.text[: mention.start - sentence.start]) is not None
        around = home is not None and mention.kind is MentionKind.STATE
        around = around and home is not None and _between(sentence, home, mention) == ", "
        home = mention if lives or around else None
        if home is None:
            found.append(mention)
    return found


def _alone(sentence: Sentence) -> Iterator[_Pair]:
    """ "Her Excellency X from Norway", "Mr Y, representing Peru": introduced, with no office."""
    for at, mention in enumerate(sentence.mentions):
        pair = (
            _pair(sentence, sentence.mentions, at, ())
            if mention.kind is MentionKind.PERSON
            else None
        )
        if pair and pair.name is mention and not mention.offices and pair.form in _TELLING:
            yield pair


def _pair(
    sentence: Sentence, mentions: Sequence[Mention], at: int, run: Sequence[_Pair]
) -> _Pair | None:
    """The pair that begins with the mention ``at`` and goes on with ``run``."""
    if at + 1 >= len(mentions):
        return None
    one, other = mentions[at : at + 2]
    if run and not _parted(sentence, mentions[at - 1], one, run[-1].form):
        return None
    between = _between(sentence, one, other)
    if _envoy(one) and _sender(other):
        forms = (f for f, parting in _NAME_FIRST.items() if parting.match(between))
        form = next(forms, None)
        pair = _Pair(one, other, f"name {form}") if form else None
    elif _sender(one) and _envoy(other):
        forms = (f for f, parting in _SENDER_FIRST.items() if parting.match(between))
        form = next(forms, None)
        pair = _Pair(other, one, f"sender {form}") if form else None
    else:
        return None
    alike = pair is not None and (not run or run[-1].form.split()[0] == pair.form.split()[0])
    return pair if alike else None


def _between(sentence: Sentence, left: Mention, right: Mention) -> str:
    return sentence.text[left.end - sentence.start : right.start - sentence.start]


def _parted(sentence: Sentence, left: Mention, right: Mention, form: str) -> bool:
    apart = _FAR_APART if form.endswith("comma") else _APART
    homes = [m for m in sentence.mentions if left.end <= m.start and m.end <= right.start]
    return apart.match(_between(sentence, homes[-1] if homes else left, right)) is not None


def _envoy(mention: Mention) -> bool:
    """A name without an office of its own: one that a form of address introduces, or nothing."""
    own = [o for o in mention.offices if not o.plural]
    return mention.kind in _NAMES and not own


def _sender(mention: Mention) -> bool:
    """A state or body by its name; also at the end of "the ambassadors of Norway (X)"."""
    if mention.kind is MentionKind.OFFICE:
        several = [o for o in mention.offices if o.plural and o.kind == "diplomat"]
        return bool(several) and not several[0].states and several[0].state is not None
    named = mention.form == "name" or mention.kind is MentionKind.ORGANIZATION
    return mention.kind in _SENDERS and named


def _give(pair: _Pair, office: OfficePhrase | None) -> None:
    mention, sender = pair.name, pair.sender
    state = sender.state or next((o.state for o in sender.offices), None)
    mention.kind = MentionKind.PERSON
    if mention.offices:
        mention.offices[0].state = mention.offices[0].state or state
    elif office is not None:
        held = replace(office, state=state, organization=sender.organization, states=())
        held.text, held.plural = office.head.title(), False
        mention.offices = [held]
    else:
        mention.state, mention.organization = state, sender.organization

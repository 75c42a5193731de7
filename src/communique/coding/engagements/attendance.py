"""Who else was at the talks: "The meeting was attended by X", "Also present were Y and Z".

Such a sentence names no new engagement. Those it names are delegates at the talks that the page
told of before it, whatever its grammar makes of long lists of titles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.gatherings import is_gathering
from communique.coding.engagements.status_merging import OFF
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, MentionKind, Person, Sentence, Token
from communique.model import Kind, Role, Status
from communique.partial_dates import to_bounds

_TALKS = frozenset({Kind.MEETING, Kind.CONSULTATION, Kind.SUMMIT, Kind.VIDEO_CALL})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT = frozenset({"presence", "present", "attendance"})
_BEING = frozenset({"was", "were", "is", "are", "included", "include", "includes", ":"})
# Talks that lie further back than this before the news are recalled.
_WEEKS = timedelta(days=14)
# How far behind "attended" the talks are named, behind "present at the meeting" the verb stands.
_NEAR, _FAR = 5, 9


@dataclass(frozen=True, slots=True)
class Attendance:
    """Those whom ``sentence`` names as present; ``noun`` is its word for the talks, if any.

    ``round_table`` is true where it names all who took part: "Participants included X, Y and Z".
    """

    sentence: Sentence
    actors: tuple[Actor, ...]
    noun: Token | None
    round_table: bool = False


def attendances(drafts: Sequence[Draft], analysis: Analysis) -> list[Attendance]:
    """Read who was present, and take them from the drafts of those sentences.

    The ``drafts`` are changed in place: that of the meeting which is only spoken of keeps its
    date and place, and its parties are told elsewhere.
    """
    found = [a for s in analysis.sentences if not s.is_title and (a := _read(s, analysis))]
    for attendance in found:
        for draft in drafts:
            if draft.sentence is attendance.sentence and draft.trigger is attendance.noun:
                draft.parties = []
    return found


def join_attendance(groups: Sequence[Draft], present: Sequence[Attendance]) -> None:
    """Add those present to the talks told before them, as delegates of their sides."""
    for attendance in present:
        if attendance.round_table:
            _seat(attendance, groups)
            continue
        talks = _talks_of(attendance, groups)
        if talks is None:
            continue
        envoys = [a for a in talks.actors() if a.person is not None and _diplomat(a.person)]
        sent = envoys[0].side if len(envoys) == 1 else None
        for actor in attendance.actors:
            person = actor.person
            assert person is not None
            if sent is not None and _of_embassy(person):
                person.state, person.state_from = sent, "the ambassador's embassy"
            if actor.side in talks.sides() and id(person) not in talks.persons():
                talks.add(actor, Role.DELEGATE)


def _seat(attendance: Attendance, groups: Sequence[Draft]) -> None:
    """Seat those who took part at the summit told last, one for each side that it lacks."""
    at = attendance.sentence.index
    told = [g for g in groups if g.kind == Kind.SUMMIT and g.sentence.index < at]
    table = max(told, key=lambda g: (g.main, _told_last(g, at)), default=None)
    for actor in attendance.actors if table is not None and not table.recalled else ():
        if table is not None and actor.side is not None and id(actor.person) not in table.persons():
            table.add(actor, Role.DELEGATE if actor.side in table.sides() else Role.PARTICIPANT)


def _talks_of(attendance: Attendance, groups: Sequence[Draft]) -> Draft | None:
    """The talks told last before those present, which are no older than what the page reports."""
    at = attendance.sentence.index
    news = max((g.when.start for g in groups if g.main and g.when.start), default=None)
    sides = {a.side for a in attendance.actors}
    fitting = [
        g
        for g in groups
        if g.kind in _TALKS
        and g.status not in OFF | {Status.PROPOSED}
        and not (g.recalled or is_gathering(g))
        and not (news and _weeks_before(g, news))
        and g.sentence.index < at
        and (g.sides() & sides or not sides - {None})
    ]
    return max(fitting, key=lambda g: (_told_last(g, at), g.main), default=None)


def _weeks_before(group: Draft, news: str) -> bool:
    start = group.when.start
    return start is not None and to_bounds(start)[1] < to_bounds(news)[0] - _WEEKS


def _told_last(group: Draft, at: int) -> int:
    told = [d.sentence.index for d in (group, *group.echoes)]
    return max(index for index in told if index <= at or index == group.sentence.index)


def _diplomat(person: Person) -> bool:
    return person.office_kinds == {"diplomat"}


def _of_embassy(person: Person) -> bool:
    """ "The political counsellor, X": of the ambassador's house, where the page says no state."""
    printed = any(office.state for m in person.mentions for office in m.offices)
    return _diplomat(person) and not (printed or person.known)


@cache
def _presence_words() -> frozenset[str]:
    """Lemmas that may tell who was there."""
    return word_list("taking_part_in") | word_list("attending") | word_list("taking_part")


def _read(sentence: Sentence, analysis: Analysis) -> Attendance | None:
    for at, token in enumerate(sentence.tokens):
        if token.lemma not in _presence_words() and token.lower not in _PRESENT:
            continue
        seated = token.lemma in word_list("taking_part_in") and _first(sentence.tokens, at)
        verb = _being(sentence.tokens, at) if seated and token.mention is None else None
        if verb is not None:
            behind = sentence.tokens[verb + 1 :]
            all_of_them = tuple(_holders(behind, analysis, leading=True))
            noun = _talks(sentence.tokens[at:verb])
            if len(all_of_them) > 1:
                return Attendance(sentence, all_of_them, noun, round_table=True)
        for first, last, noun in _told(sentence.tokens, at, token):
            actors = _holders(sentence.tokens[first:last], analysis)
            if actors:
                return Attendance(sentence, tuple(actors), noun)
    return None


def _told(
    tokens: Sequence[Token], at: int, token: Token
) -> Iterator[tuple[int, int, Token | None]]:
    """The tokens among which those present are named, where ``token`` tells of presence."""
    if token.lemma in word_list("attending") and token.mention is None:
        by = next((t.i for t in tokens[at + 1 : at + 4] if t.lower == "by"), None)
        noun = _talks(tokens[at + 1 : at + 1 + _NEAR])
        if token.tag == "VBN" and by is not None:
            yield by + 1, _until(tokens, by + 1), _talks(tokens[:at])
        elif token.tag == "VBG" and (verb := _being(tokens, at)) is not None and _first(tokens, at):
            yield verb + 1, _until(tokens, verb + 1), noun
        elif token.tag in _FINITE and noun is not None:
            yield 0, at, noun
    elif token.lower == "presence" and at > 0 and _within(tokens, at):
        yield at + 2, _until(tokens, at + 2), None
    elif token.lemma in word_list("taking_part") and token.tag in _FINITE:
        also = any(t.lower == "also" for t in tokens[max(0, at - 1) : at + 2])
        noun = _talks(tokens[at + 1 : at + 1 + _NEAR])
        if also and noun is not None:
            yield 0, at, noun
    elif token.lower == "present" or (
        token.lower == "attendance" and at > 0 and tokens[at - 1].lower == "in"
    ):
        before = {t.lower for t in tokens[max(0, at - 4) : at]}
        verb = _being(tokens, at)
        if verb is not None and _first(tokens, at):
            yield verb + 1, _until(tokens, verb + 1), _talks(tokens[at:verb])
        elif before & _BEING and tokens[at].tag != "VB":
            yield 0, at, _talks(tokens[at : at + _NEAR])


def _within(tokens: Sequence[Token], at: int) -> bool:
    """ "In the presence of"."""
    before = [t.lower for t in tokens[max(0, at - 2) : at]]
    of = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
    return of and (before[-1:] == ["in"] or before == ["in", "the"])


def _first(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody is named before ``at``: "Also present were X and Y"."""
    return not any(t.persons or t.mention for t in tokens[:at])


def _being(tokens: Sequence[Token], at: int) -> int | None:
    """The verb that follows "present at the meeting"."""
    near = tokens[at + 1 : at + _FAR]
    return next((t.i for t in near if t.lower in _BEING), None)


def _talks(tokens: Sequence[Token]) -> Token | None:
    """The definite noun that speaks of talks: "the meeting", and not "the meeting of the board"."""
    for before, token, behind in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        told = behind is not None and behind.lower in {"of", "between", "with", "organized"}
        plain = before.lower not in {"a", "an", "of"} and not told
        if token.lemma in word_list("attended") and plain:
            return token
    return None


def _until(tokens: Sequence[Token], first: int) -> int:
    """Where the list that begins at ``first`` ends: before the next finite verb."""
    ends = (t.i for t in tokens[first:] if t.tag in _FINITE and t.mention is None)
    return next(ends, len(tokens))


def _holders(tokens: Sequence[Token], analysis: Analysis, *, leading: bool = False) -> list[Actor]:
    """Office-holders named in a list, and not those under whom they serve.

    Heads of state are ``leading``, and come along with nobody.
    """
    found: list[Actor] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        mention, persons = token.mention, token.persons
        if mention is None or mention.kind is not MentionKind.PERSON or len(persons) != 1:
            continue
        person = persons[0]
        under = before is not None and before.lower in {"of", "to", "with", "for", "between"}
        leads = not person.offices or ("head_of_state" in person.office_kinds and not leading)
        if under or leads or any(a.person is person for a in found):
            continue
        span = analysis.span(token.start, token.end)
        office = mention.offices[0].text if mention.offices else None
        found.append(Actor(token, person=person, office=office, spans=(span,)))
    return found

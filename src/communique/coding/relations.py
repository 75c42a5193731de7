"""The declared level of relations between two states, and its dated milestones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from communique.knowledge.relations import RelationWords, load_relation_words
from communique.language.annotations import Analysis, Mention, MentionKind, Sentence
from communique.model import Milestone, Relation, Span

_STATES = frozenset({MentionKind.STATE, MentionKind.PERSON, MentionKind.OFFICE})
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")
# How far before and after a level's words the states that share it are looked for.
_NEAR = 60


@dataclass(slots=True)
class _Found:
    """What a page says of one pair of states."""

    levels: list[tuple[str, bool, Span]] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)


def read_relations(analysis: Analysis, year: int | None = None) -> tuple[Relation, ...]:
    """The levels and milestones that a page declares, one ``Relation`` per pair of states.

    ``year`` is the year that the page is in where it has no publication date. States that a
    sentence leaves out are the two that the page is about.
    """
    words = load_relation_words(analysis.document.language or "en")
    if analysis.published is not None:
        year = analysis.published.year
    main = _main_pair(analysis)
    found: dict[tuple[str, str], _Found] = {}
    for sentence in analysis.sentences:
        for start, end, level, raised in _levels(sentence, words):
            pair = _pair(sentence, start, end) or _recent(analysis, sentence) or main
            if pair is not None:
                span = analysis.span(start, end)
                entry = found.setdefault(pair, _Found())
                entry.levels.append((level, raised, span))
                if raised:
                    what = f"{words.what_raised} {level}"
                    entry.milestones.append(
                        Milestone(what, _year_near(sentence, end, year), (span,))
                    )
        for milestone, start, end in _milestones(analysis, sentence, words, year):
            pair = _pair(sentence, start, end) or _recent(analysis, sentence) or main
            if pair is not None:
                found.setdefault(pair, _Found()).milestones.append(milestone)
    return tuple(_relation(pair, entry) for pair, entry in sorted(found.items()))


def _relation(pair: tuple[str, str], entry: _Found) -> Relation:
    level = _chosen(entry.levels)
    spans = tuple(span for name, _, span in entry.levels if name == level)
    milestones: list[Milestone] = []
    for milestone in entry.milestones:
        if all((m.what, m.year) != (milestone.what, milestone.year) for m in milestones):
            milestones.append(milestone)
    evidence = spans or tuple(span for m in milestones for span in m.evidence)
    return Relation(pair, level, tuple(milestones), evidence)


def _chosen(levels: Sequence[tuple[str, bool, Span]]) -> str | None:
    """The level that relations were raised to, else the one named most, else the fullest."""
    if not levels:
        return None
    raised = [name for name, is_raised, _ in levels if is_raised]
    if raised:
        return max(raised, key=len)
    counts = Counter(name for name, _, _ in levels)
    return max(counts, key=lambda name: (counts[name], len(name)))


# levels


@cache
def _level_pattern(words: RelationWords) -> re.Pattern[str]:
    modifier = "|".join(re.escape(w) for w in words.modifiers)
    head = "|".join(re.escape(w) for w in words.heads)
    coordination = (
        r"(?: of (?:coordination|cooperation|friendship))?(?: (?:for|in) (?:a|the) new era)?"
    )
    return re.compile(rf"\b(?:(?:{modifier}),? )+(?:{head})\b{coordination}", re.IGNORECASE)


def _levels(sentence: Sentence, words: RelationWords) -> Iterator[tuple[int, int, str, bool]]:
    """Levels in a sentence: page offsets, the level in small letters, whether raised to it."""
    lower = sentence.text.lower()
    levelled = any(needed in lower for needed in words.needed)
    for match in _level_pattern(words).finditer(sentence.text) if levelled else ():
        start, end = _cut(match.group(), words)
        phrase = match.group()[start:end]
        marks = phrase.lower().replace("-", " ").split() + phrase.lower().split()
        if not any(needed in marks or needed in phrase.lower() for needed in words.needed):
            continue
        after = sentence.text[match.start() + end :].split()[:1]
        if words.trade & set(marks) and after and after[0].strip(",.;)").lower() in words.papers:
            continue
        at = match.start() + start
        raised = _raised(sentence.text[max(0, at - 80) : at], words)
        level = " ".join(phrase.lower().replace("partnerships", "partnership").split())
        yield sentence.start + at, sentence.start + match.start() + end, level, raised
    for name in words.named:
        if name.lower() not in lower:
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b", sentence.text, re.IGNORECASE):
            before = sentence.text[max(0, match.start() - 80) : match.start()]
            yield (
                sentence.start + match.start(),
                sentence.start + match.end(),
                name,
                _raised(before, words),
            )


def _cut(phrase: str, words: RelationWords) -> tuple[int, int]:
    """Leave out words that a level does not begin with."""
    start = 0
    for word in re.finditer(r"[\w-]+,?", phrase):
        if word.group().rstrip(",").lower() not in words.edges:
            start = word.start()
            break
    return start, len(phrase)


def _raised(before: str, words: RelationWords) -> bool:
    verbs = "|".join(re.escape(w) for w in words.raising)
    return bool(
        re.search(rf"\b(?:{verbs})\b.*\b(?:to|into|by)\b[^,;.]{{0,40}}$", before, re.IGNORECASE)
    )


# milestones


@cache
def _milestone_patterns(words: RelationWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    subjects = "|".join(re.escape(w) for w in words.subjects)
    anniversaries = "|".join(re.escape(w) for w in words.anniversary)
    anniversary = (
        rf"\b(\d{{1,3}})(?:st|nd|rd|th)?[ -](?:{anniversaries})(?: of)?(?: the| their)? "
        rf"(?:{subjects})\b"
    )
    established = "|".join(re.escape(w) for w in words.establish)
    return (
        re.compile(anniversary, re.IGNORECASE),
        re.compile(rf"\b(?:{established})\b", re.IGNORECASE),
    )


def _milestones(
    analysis: Analysis, sentence: Sentence, words: RelationWords, year: int | None
) -> Iterator[tuple[Milestone, int, int]]:
    anniversary, established = _milestone_patterns(words)
    for match in anniversary.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        span = analysis.span(start, end)
        yield (
            Milestone(" ".join(match.group().split()), _year_of(sentence, end, year), (span,)),
            start,
            end,
        )
    for match in established.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        stated = _YEAR.search(sentence.text, match.end(), match.end() + 30)
        if stated is None:
            continue
        span = analysis.span(start, sentence.start + stated.end())
        yield Milestone(words.what_established, int(stated.group()), (span,)), start, end


def _year_of(sentence: Sentence, end: int, year: int | None) -> int | None:
    """The year right behind an anniversary ("this year" aside), else the page's."""
    stated = re.match(
        r"(?: \([^)]*\))? (?:in|next year,?|,) (20\d\d)", sentence.text[end - sentence.start :]
    )
    return int(stated.group(1)) if stated else year


def _year_near(sentence: Sentence, end: int, year: int | None) -> int | None:
    stated = re.match(
        r" (?:in|back in|since) (?:\w+ )?((?:19|20)\d\d)", sentence.text[end - sentence.start :]
    )
    return int(stated.group(1)) if stated else year


# who shares a level


def _pair(sentence: Sentence, start: int, end: int) -> tuple[str, str] | None:
    """The two states named around a level: "X-Y partnership", "partnership with Y", "between"."""
    near = [
        m for m in sentence.mentions
        if m.state and m.kind is MentionKind.STATE
        and (0 <= start - m.end <= _NEAR or 0 <= m.start - end <= _NEAR)
    ]  # fmt: skip
    states = list(dict.fromkeys(m.state for m in _ordered(near, start, end) if m.state))
    if len(states) < 2:
        subject = [m for m in sentence.mentions if m.end <= start and _side(m)]
        states += [side for m in reversed(subject) if (side := _side(m)) and side not in states]
    if len(states) < 2 or not near:
        return None
    return _sorted(states[0], states[1])


def _recent(analysis: Analysis, sentence: Sentence) -> tuple[str, str] | None:
    """The states of "the two leaders", else of those named last in the same paragraph."""
    for token in sentence.tokens:
        states = list(dict.fromkeys([p.state for p in token.persons if p.state] or token.states))
        if len(states) == 2:
            return _sorted(states[0], states[1])
    earlier = [
        s for s in analysis.sentences
        if s.block == sentence.block and s.index <= sentence.index
    ]  # fmt: skip
    named = [side for s in reversed(earlier) for m in reversed(s.mentions) if (side := _side(m))]
    last = list(dict.fromkeys(named))[:2]
    return _sorted(last[0], last[1]) if len(last) == 2 else None


def _ordered(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    return sorted(mentions, key=lambda m: start - m.end if m.end <= start else m.start - end)


def _side(mention: Mention) -> str | None:
    if mention.kind not in _STATES:
        return None
    if mention.person is not None:
        return mention.person.state
    return mention.state or next((o.state for o in mention.offices if o.state), None)


def _main_pair(analysis: Analysis) -> tuple[str, str] | None:
    """The two states that the page names most, by persons first."""
    counts: Counter[str] = Counter()
    for mention in analysis.mentions():
        side = _side(mention)
        if side:
            counts[side] += 3 if mention.kind is MentionKind.PERSON else 1
    top = [state for state, _ in counts.most_common(2)]
    return _sorted(*top) if len(top) == 2 else None


def _sorted(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)

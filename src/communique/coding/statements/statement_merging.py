"""One statement told twice is one: headline, lead, caption and body joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.speech import load_speech_words
from communique.language.grammar import Tree
from communique.model import Act

_WORD = re.compile(r"\w{4,}")
_STEM = 6
# How much of the shorter content must be in the longer for one statement told twice.
_SAME = 0.6
_SAME_ADDRESSED = 0.3
# Acts that one does once on one page to one addressee.
_ONCE = frozenset({Act.ACCEPT, Act.DECLINE})
# Acts that are told apart where each has a verb of its own: "requested A and asked for B".
_EACH = frozenset(
    {
        Act.CONVEY, Act.REQUEST, Act.URGE, Act.PROPOSE, Act.PLEDGE, Act.INFORM, Act.DISCUSS,
    }
)  # fmt: skip
_ADDRESSED = frozenset({Act.INVITE, Act.CONGRATULATE, Act.CONDOLE})


def merge_statements(drafts: Sequence[StatementDraft]) -> list[StatementDraft]:
    """``drafts`` in the page's order, each statement once, in its fullest form."""
    kept: list[StatementDraft] = []
    for draft in _joined_in_sentences(drafts):
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        elif draft.act in _ONCE and (_aside(draft) or _aside(twin)):
            kept[kept.index(twin)] = _fuller(twin, draft)
        elif _rank(draft) > _rank(twin):
            kept[kept.index(twin)] = draft
    kept = [k for k in kept if not any(_speaks_of(k, other) for other in kept)]
    body = [k for k in kept if not _aside(k)]
    found = [k for k in kept if not _aside(k) or not any(_echo(k, b) for b in body)]
    return sorted(found, key=lambda draft: (draft.sentence.index, draft.verb.i))


def _aside(draft: StatementDraft) -> bool:
    return draft.sentence.is_title or draft.sentence.is_caption


def _fuller(one: StatementDraft, other: StatementDraft) -> StatementDraft:
    """The one from the body, with the words of the one that says more."""
    body, aside = (other, one) if _aside(one) else (one, other)
    if len(aside.words) <= len(body.words):
        return body
    evidence = tuple(dict.fromkeys((*body.evidence, *body.content)))
    return replace(body, content=aside.content, evidence=evidence)


def _rank(draft: StatementDraft) -> tuple[bool, bool, int]:
    return (not _aside(draft), draft.addressee is not None, len(draft.words))


def _speakers(draft: StatementDraft) -> frozenset[tuple[object, ...]]:
    if draft.joint:
        return frozenset({("both",)})
    return frozenset(actor.key for actor in draft.speakers)


def _words(draft: StatementDraft) -> set[str]:
    """The first letters of the content's words that name nobody."""
    found: set[str] = set()
    for span in draft.content:
        named = [m for m in draft.sentence.mentions if m.start < span.end and span.start < m.end]
        for match in _WORD.finditer(span.quote.lower()):
            at = span.start + match.start()
            if not any(m.start <= at < m.end for m in named):
                found.add(match.group()[:_STEM])
    return found


def _overlap(one: StatementDraft, other: StatementDraft) -> float:
    a, b = _words(one), _words(other)
    if len(a & b) == 1 and a != b and not (_aside(one) or _aside(other)):
        return 0.0  # one word in common makes no statement told twice
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _same(one: StatementDraft, other: StatementDraft) -> bool:
    if one.act is not other.act or _speakers(one) != _speakers(other):
        return False
    if one.sentence is other.sentence:
        return False
    if one.act in _ONCE:
        return True
    need = _SAME
    both = one.addressee is not None and other.addressee is not None
    if one.act in _ADDRESSED and both and _addressee(one) != _addressee(other):
        return False
    if one.act in _ADDRESSED and _addressee(one) == _addressee(other):
        need = _SAME_ADDRESSED
    return _overlap(one, other) >= need


def _addressee(draft: StatementDraft) -> tuple[object, ...] | None:
    return draft.addressee.key if draft.addressee is not None else None


def _echo(aside: StatementDraft, body: StatementDraft) -> bool:
    """Whether a headline or caption sums up what the body has."""
    shared = bool(_speakers(aside) & _speakers(body)) or aside.joint or body.joint
    sides = {a.side for a in aside.speakers} & {b.side for b in body.speakers} - {None}
    if sides and aside.act is body.act:
        return True
    return shared or _overlap(aside, body) >= _SAME_ADDRESSED


def _speaks_of(draft: StatementDraft, other: StatementDraft) -> bool:
    """ "He extended the invitation in Kyiv": the one of his side that the page has told of."""
    if draft.act is not Act.INVITE or other.act is not Act.INVITE or draft is other:
        return False
    told = draft.words.lower().startswith(tuple(load_speech_words().told_of))
    fuller = other.addressee is not None or not draft.addressee
    sides = {a.side for a in draft.speakers} & {a.side for a in other.speakers} - {None}
    return told and fuller and bool(sides) and other.sentence.index <= draft.sentence.index


def _joined_in_sentences(drafts: Sequence[StatementDraft]) -> list[StatementDraft]:
    """Acts of one kind by one speaker in one sentence are one, unless each has its own clause."""
    found: list[StatementDraft] = []
    for draft in drafts:
        twin = next(
            (
                f for f in reversed(found)
                if f.sentence is draft.sentence and f.act is draft.act
                and _speakers(f) == _speakers(draft) and not _apart(f, draft)
            ),
            None,
        )  # fmt: skip
        if twin is None:
            found.append(draft)
        else:
            found[found.index(twin)] = _joined(twin, draft)
    return found


def _apart(one: StatementDraft, other: StatementDraft) -> bool:
    """Two finite verbs coordinated, each with its own clause or addressee."""
    both = one.addressee is not None and other.addressee is not None
    if both and _addressee(one) != _addressee(other):
        return True
    if one.verb is other.verb:
        return one.clausal and other.clausal and _disjoint(one, other)
    clausal = one.clausal and other.clausal
    each = clausal or one.act in _EACH or _reported(one, other)
    if not each:
        return False
    tree = Tree(one.sentence.tokens)
    return all(
        verb.tag in {"VBD", "VBZ", "VBP"}
        or (verb.tag == "VBN" and not tree.kids(verb, "aux", "aux:pass"))
        or (verb.tag == "VBG" and verb.dep in {"advcl", "acl"} and _disjoint(one, other))
        for verb in (one.verb, other.verb)
    )


def _disjoint(one: StatementDraft, other: StatementDraft) -> bool:
    """ "Said that A and that B": neither holds the other's words."""
    return all(a.end <= b.start or b.end <= a.start for a in one.content for b in other.content)


def _reported(one: StatementDraft, other: StatementDraft) -> bool:
    """ "Reaffirmed the ties and underscored his commitment": a report each, no mere attitude."""
    words = load_speech_words()
    attitudes = words.attitude_verbs - words.allusions
    bare = {draft.verb.lemma for draft in (one, other) if not draft.clausal}
    return one.act is Act.AFFIRM and not bare & attitudes


def _joined(one: StatementDraft, other: StatementDraft) -> StatementDraft:
    """``one`` with the content of ``other`` added."""
    new = tuple(
        span for span in other.content
        if not any(s.start <= span.start and span.end <= s.end for s in one.content)
    )  # fmt: skip
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return replace(one, content=(*one.content, *new), evidence=evidence)

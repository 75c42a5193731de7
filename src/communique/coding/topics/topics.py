"""The topics of talks: fields named in what was said, discussed, agreed and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.coding.statements.statement_drafts import StatementDraft
from communique.knowledge.frames import Frames
from communique.knowledge.topics import (
    TopicForm,
    TopicWords,
    load_topic_words,
    words_of_form,
)
from communique.language.annotations import Analysis, MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Span

_HIDDEN = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.DATE})
# Shorter words may mean something else in the plural: "good", "goods".
_LONG = 5
_PLACES = frozenset({MentionKind.PLACE, MentionKind.STATE})
_JOINTS = frozenset({"-", "–", "/", "—"})


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic and the words that name it. ``said`` is true inside a statement's content."""

    topic: str
    span: Span
    said: bool


@dataclass(slots=True)
class Topics:
    """The topics of a page by the index of their sentence."""

    by_sentence: dict[int, tuple[TopicHit, ...]] = field(default_factory=dict)

    def of_statement(self, draft: StatementDraft) -> tuple[str, ...]:
        """The topics inside a statement's content, in their order, each once."""
        hits = self.by_sentence.get(draft.sentence.index, ())
        inside = [
            hit.topic for hit in hits
            if any(s.start <= hit.span.start and hit.span.end <= s.end for s in draft.content)
        ]  # fmt: skip
        return tuple(dict.fromkeys(inside))


def read_topics(analysis: Analysis, statements: Sequence[StatementDraft], frames: Frames) -> Topics:
    """The topics of each sentence of a page, with the words that name them.

    Strong words count in what is said, discussed, agreed or signed; weak ones only where fields
    are listed. Names of persons and offices, and courtesies, give none.
    """
    del frames
    words = load_topic_words(analysis.document.language or "en")
    found = Topics()
    inside: dict[int, list[StatementDraft]] = {}
    for draft in statements:
        inside.setdefault(id(draft.sentence), []).append(draft)
    for sentence in analysis.sentences:
        hits = tuple(_sentence_hits(analysis, sentence, inside.get(id(sentence), ()), words))
        if hits:
            found.by_sentence[sentence.index] = hits
    return found


def _sentence_hits(
    analysis: Analysis, sentence: Sentence, statements: Sequence[StatementDraft],
    words: TopicWords,
) -> Iterator[TopicHit]:  # fmt: skip
    said, hushed = _said(sentence, statements, words)
    about = _about(sentence, words)
    if said and not (sentence.is_title or sentence.is_caption):
        about |= {t.i for t in sentence.tokens}
    if not said and not about:
        return
    forms = list(_matches(sentence, words))
    listed = _listed(sentence, forms, words)
    for start, end, topics, weak in forms:
        if start in hushed and start not in said:
            continue
        if start not in said and start not in about:
            continue
        counted = sorted(topics) + (sorted(weak - topics) if start in listed else [])
        first, last = sentence.tokens[start], sentence.tokens[end - 1]
        span = analysis.span(first.start, last.end)
        for topic in counted:
            yield TopicHit(topic, span, start in said)


def _said(
    sentence: Sentence, statements: Sequence[StatementDraft], words: TopicWords
) -> tuple[set[int], set[int]]:
    """Tokens inside contents of the statements of ``sentence``, and of courtesies."""
    said: set[int] = set()
    hushed: set[int] = set()
    for draft in statements:
        inside = {
            t.i for t in sentence.tokens
            if any(s.start <= t.start and t.end <= s.end for s in draft.content)
        }  # fmt: skip
        if draft.act.value in words.courtesies:
            hushed |= inside
        else:
            said |= inside
    return said, hushed


# where talks are named


def _about(sentence: Sentence, words: TopicWords) -> set[int]:
    """Tokens that tell what talks, agreements or cooperation were about.

    A sentence of the body that speaks of talks counts whole; of a headline or caption only the
    phrases that hang on such a word.
    """
    talking = [t for t in sentence.tokens if _speaks_of_talks(t, words)]
    if not talking:
        return set()
    if not (sentence.is_title or sentence.is_caption):
        return {t.i for t in sentence.tokens}
    tree = Tree(sentence.tokens)
    return {t.i for word in talking for t in tree.subtree(word, without=("acl:relcl", "advcl"))}


def _speaks_of_talks(token: Token, words: TopicWords) -> bool:
    if token.mention is not None:
        return False
    lists = (words.about_nouns, words.about_verbs, words.raised_verbs)
    return any(token.lemma in each for each in lists)


# forms


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a sentence: as printed and its lemma, in small letters, and its token."""

    text: str
    lemma: str
    token: int
    hidden: bool = False
    named: bool = False
    verb: bool = False


def _stream(sentence: Sentence) -> list[_Word]:
    """The sentence's words without hyphens; names of states and bodies word by word."""
    found: list[_Word] = []
    for token in sentence.tokens:
        if token.mention is not None and token.mention.kind in _HIDDEN:
            found.append(_Word("", "", token.i, hidden=True))
        elif token.mention is not None and token.mention.kind in _PLACES:
            found.append(_Word(token.mention.text.lower(), "", token.i, named=True))
        elif token.mention is not None:
            found += [
                _Word(word, word, token.i, named=True) for word in words_of_form(token.mention.text)
            ]
        elif token.lower not in _JOINTS:
            verb = token.tag.startswith("VB")
            lemma = token.lower if verb else token.lemma
            found.append(_Word(token.lower, lemma, token.i, verb=verb))
    return found


def _matches(
    sentence: Sentence, words: TopicWords
) -> Iterator[tuple[int, int, frozenset[str], frozenset[str]]]:
    """Forms in order: first token, the token behind the last, topics where strong, where weak."""
    stream, at = _stream(sentence), 0
    while at < len(stream):
        match = None if stream[at].hidden else _longest(stream, at, words)
        if match is None:
            at += 1
            continue
        end, strong, weak = match
        if strong or weak:
            yield stream[at].token, stream[end - 1].token + 1, strong, weak
        at = end


def _longest(
    stream: Sequence[_Word], at: int, words: TopicWords
) -> tuple[int, frozenset[str], frozenset[str]] | None:
    best: TopicForm | None = None
    for name in _spellings(stream[at]):
        for form in words.forms.get(name, ()):
            longer = best is None or len(form.words) > len(best.words)
            if longer and _stands(stream, at, form.words):
                best = form
    if best is None:
        return None
    end = at + len(best.words)
    return end, _placed(stream, at, end, best.strong - best.blocked, words), best.weak


def _spellings(word: _Word) -> tuple[str, ...]:
    """A word as printed, its lemma, and the plural under which the data may have it."""
    plural = [f"{word.lemma}s"] if len(word.lemma) >= _LONG and not word.verb else []
    return tuple(dict.fromkeys([word.text, word.lemma, *plural]))


def _stands(stream: Sequence[_Word], at: int, form: Sequence[str]) -> bool:
    part = stream[at : at + len(form)]
    return len(part) == len(form) and all(
        word in (_spellings(this) if n == len(form) - 1 else {this.text, this.lemma})
        and not this.hidden
        for n, (word, this) in enumerate(zip(form, part, strict=True))
    )


def _placed(
    stream: Sequence[_Word], at: int, end: int, strong: frozenset[str], words: TopicWords
) -> frozenset[str]:
    """ "The situation in X" is a conflict or a region's affair by the place."""
    form = " ".join(word.text for word in stream[at:end])
    if form not in words.conflict_frames:
        return strong
    named = " ".join(word.text for word in stream[end : end + 9]).removeprefix("the ")
    if any(named.startswith(place) for place in words.conflict_places):
        return frozenset({"conflict"})
    place = next((word for word in stream[end : end + 2] if word.text != "the"), None)
    return strong if place is not None and place.named else frozenset()


# lists of fields


def _listed(
    sentence: Sentence,
    forms: Sequence[tuple[int, int, frozenset[str], frozenset[str]]],
    words: TopicWords,
) -> set[int]:
    """Forms that stand in a list of fields: coordinated with another, or behind an opener."""
    text = [t.lower for t in sentence.tokens]
    found: set[int] = set()
    for n, (start, _, _, _) in enumerate(forms):
        near = [
            other for m, other in enumerate(forms)
            if m != n and _neighbours(text, forms[min(n, m)], forms[max(n, m)])
        ]  # fmt: skip
        if near or _opened(sentence.tokens, start, words):
            found.add(start)
    return found


def _neighbours(
    text: Sequence[str],
    one: tuple[int, int, frozenset[str], frozenset[str]],
    other: tuple[int, int, frozenset[str], frozenset[str]],
) -> bool:
    """Whether only commas, "and", dashes and one more word part two forms."""
    between = text[one[1] : other[0]]
    if len(between) > 4:
        return False
    joints = {",", "and", "-", "–", "&", "/", "or", "as", "well"}
    return bool(set(between) & joints) and sum(w not in joints for w in between) <= 1


def _opened(tokens: Sequence[Token], start: int, words: TopicWords) -> bool:
    before = " ".join(t.lemma for t in tokens[max(0, start - 4) : start])
    return any(f" {opener}" in f" {before}" for opener in words.openers)


def merged(hits: Mapping[int, Sequence[TopicHit]]) -> dict[str, Span]:
    """Each topic once with its first words."""
    found: dict[str, Span] = {}
    for index in sorted(hits):
        for hit in hits[index]:
            found.setdefault(hit.topic, hit.span)
    return found

"""The topics of talks: fields named in what was said, discussed, agreed and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from communique.coding.statement_drafts import StatementDraft
from communique.knowledge.frames import Frames
from communique.knowledge.topics import TopicForm, TopicWords, load_topic_words
from communique.language.annotations import Analysis, MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Span

_HIDDEN = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.DATE})


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


def read_topics(
    analysis: Analysis, statements: Sequence[StatementDraft], frames: Frames
) -> Topics:
    """The topics of each sentence of a page, with the words that name them.

    Strong words count in what is said, discussed, agreed or signed; weak ones only where fields
    are listed. Names of persons and offices, and courtesies, give none.
    """
    del frames
    words = load_topic_words(analysis.document.language or "en")
    found = Topics()
    for sentence in analysis.sentences:
        hits = tuple(_sentence_hits(analysis, sentence, statements, words))
        if hits:
            found.by_sentence[sentence.index] = hits
    return found


def _sentence_hits(
    analysis: Analysis, sentence: Sentence, statements: Sequence[StatementDraft],
    words: TopicWords,
) -> Iterator[TopicHit]:  # fmt: skip
    said, hushed = _said(sentence, statements, words)
    about = _about(sentence, words)
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
    """Tokens inside contents of statements, and of courtesies."""
    said: set[int] = set()
    hushed: set[int] = set()
    for draft in statements:
        if draft.sentence is not sentence:
            continue
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
    """Tokens of phrases that say what talks, agreements or cooperation were about."""
    tree = Tree(sentence.tokens)
    found: set[int] = set()
    for token in sentence.tokens:
        if tree.is_verb(token) and token.lemma in words.about_verbs:
            found |= _below(tree, [*tree.kids(token, "obj"), *(t for _, t in tree.obliques(token))])
        elif tree.is_verb(token) and token.lemma in words.raised_verbs:
            found |= _below(tree, [*tree.kids(token, "obj", "nsubj", "nsubj:pass")])
            found |= _below(tree, [t for p, t in tree.obliques(token) if p in {"in", "on"}])
        elif token.lemma in words.about_nouns and token.mention is None:
            phrases = [t for p, t in tree.obliques(token) if p in words.about_prepositions]
            phrases += tree.kids(token, "compound", "amod")
            found |= _below(tree, phrases)
    return found


def _below(tree: Tree, tokens: Sequence[Token]) -> set[int]:
    return {t.i for token in tokens for t in tree.subtree(token, without=("acl:relcl", "advcl"))}


# forms


def _matches(
    sentence: Sentence, words: TopicWords
) -> Iterator[tuple[int, int, frozenset[str], frozenset[str]]]:
    """Forms in order: first and last token, topics where strong and where weak."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        if _hidden(tokens[at]):
            at += 1
            continue
        match = _longest(tokens, at, words)
        if match is None:
            at += 1
            continue
        end, strong, weak = match
        if strong or weak:
            yield at, end, strong, weak
        at = end


def _hidden(token: Token) -> bool:
    return token.mention is not None and token.mention.kind in _HIDDEN


def _longest(
    tokens: Sequence[Token], at: int, words: TopicWords
) -> tuple[int, frozenset[str], frozenset[str]] | None:
    best: tuple[int, TopicForm] | None = None
    for name in {tokens[at].lower, tokens[at].lemma}:
        for form in words.forms.get(name, ()):
            end = _end(tokens, at, form.words)
            if end is not None and (best is None or end > best[0]):
                best = (end, form)
    if best is None:
        return None
    end, form = best
    strong = form.strong - form.blocked
    return end, _placed(tokens, at, end, strong, words), form.weak


def _end(tokens: Sequence[Token], at: int, form: tuple[str, ...]) -> int | None:
    """The token behind the last of ``form``'s words, None where they do not stand at ``at``."""
    i = at
    for n, word in enumerate(form):
        while n and i < len(tokens) and tokens[i].lower in {"-", "–", "/", "—"}:
            i += 1
        if i >= len(tokens) or _hidden(tokens[i]):
            return None
        if word not in {tokens[i].lower, tokens[i].lemma}:
            return None
        i += 1
    return i


def _placed(
    tokens: Sequence[Token], at: int, end: int, strong: frozenset[str], words: TopicWords
) -> frozenset[str]:
    """"The situation in X" is a conflict or a region's affair by the place."""
    form = " ".join(t.lower for t in tokens[at:end])
    if form not in words.conflict_frames:
        return strong
    named = " ".join(
        (t.mention.text if t.mention else t.text).lower() for t in tokens[end : end + 4]
    ).removeprefix("the ")
    if any(named.startswith(place) for place in words.conflict_places):
        return frozenset({"conflict"})
    return strong - {"conflict"} if form not in {"war in", "conflict in"} else strong


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

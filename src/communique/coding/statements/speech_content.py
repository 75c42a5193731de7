"""The words of a speech act's content: which tokens, and the spans they make."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.statements.speech_match import Match
from communique.coding.statements.speech_tree import SpeechTree
from communique.language.annotations import Analysis, Token
from communique.model import Span

# Tags of words that no content ends with: prepositions, conjunctions, articles, marks.
_DANGLING = frozenset(
    {"IN", "CC", "DT", "TO", "WDT", "WP", "WRB", "PRP$", ",", ":", ".", "``", "''", "-LRB-", "RB"}
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl"})
_BREAKS = frozenset({";", "“", "”", '"'})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def content_tokens(tree: SpeechTree, match: Match) -> list[Token]:
    """The tokens of what is said, in order; the act's own words are left out."""
    if match.content == [match.verb]:
        return _after(tree, match.verb) or [match.verb]
    found: dict[int, Token] = {}
    if match.verb.dep == "advcl" and tree.head(match.verb) is match.clause and (
        match.clause is not None and match.verb.i < match.clause.i
    ):  # fmt: skip
        said = list(tree.tokens[match.verb.i + 1 :])  # all that was torn apart behind "said"
        while said and (said[0].tag == "RP" or said[0].lower == ","):
            said.pop(0)
        return said
    for head in match.content:
        for token in _phrase(tree, head, match):
            found[token.i] = token
    own = _own_words(tree, match)
    return [found[i] for i in sorted(found) if i not in own]


def _after(tree: SpeechTree, verb: Token) -> list[Token]:
    """What a naming verb calls somebody: all behind it that is not another clause."""
    kept = tree.subtree(verb, without=("conj", "cc", "advcl", "parataxis"))
    as_ = [
        t for kid in tree.kids(verb, "advcl") for t in tree.subtree(kid)
        if any(k.lower == "as" for k in tree.kids(kid, "mark"))
    ]  # fmt: skip
    found = {t.i: t for t in (*kept, *as_) if t.i > verb.i}
    return _trimmed([found[i] for i in sorted(found)])


def _phrase(tree: SpeechTree, head: Token, match: Match) -> list[Token]:
    """``head`` with all below it; coordinated objects belong, coordinated acts do not."""
    if match.verb.i in {t.i for t in tree.subtree(head)} and head is not match.verb:
        inside = {t.i for t in tree.subtree(match.verb)}
        return [t for t in tree.subtree(head) if t.i not in inside]
    kept = tree.subtree(head)
    foreign: set[int] = set()
    if head is match.noun:
        for kid in tree.kids(head, "conj"):
            if tree.is_verb(kid):
                foreign |= {t.i for t in tree.subtree(kid)}
    for token in match.apart:
        foreign |= {t.i for t in tree.subtree(token)}
    for token in kept:
        if tree.slipped(token) and token is not match.verb:
            foreign |= {t.i for t in tree.subtree(tree[token.head])}
        apart = tree.with_subject(token) or tree.meanwhile(token)
        if apart and token is not match.verb and token is not head:
            foreign |= {t.i for t in tree.subtree(token)}
        if token.dep == "conj" and tree.main_of(token) is not None:
            foreign |= {t.i for t in tree.subtree(token)} | {k.i for k in tree.kids(token, "cc")}
    for token in match.addressee:
        if head is not token:
            foreign |= {token.i} | {k.i for k in tree.kids(token, "case")}
    return [t for t in kept if t.i not in foreign]


def _own_words(tree: SpeechTree, match: Match) -> set[int]:
    own = {match.verb.i}
    if match.matter:
        own |= {k.i for head in match.content for k in tree.kids(head, "cop", "advmod", "aux")}
    if match.clause is not None:
        own |= {k.i for k in tree.kids(match.clause, "mark") if k.lower == "that"}
    for head in match.content:
        before = [k for k in tree.kids(head, "case", "cc") if k.i < head.i]
        own |= {t.i for k in before for t in (k, *tree.kids(k, "fixed"))}
    return own


def content_spans(
    analysis: Analysis, tree: SpeechTree, match: Match, stops: Sequence[Token] = ()
) -> tuple[Span, ...]:
    """The content as spans of the page's text: one, or two around a parenthesis.

    ``stops`` are the verbs of other acts in the sentence, before which the content ends.
    """
    tokens = _trimmed(content_tokens(tree, match))
    if not tokens:
        return ()
    tokens = _extended(tree, match, tokens, stops)
    verb = match.verb
    before = _trimmed([t for t in tokens if t.i < verb.i])
    after = _trimmed([t for t in tokens if t.i > verb.i])
    if match.clause is not None and before and after:
        if any(above is match.clause for above in tree.up(verb)):
            return tuple(_span(analysis, part) for part in (before, after))
        part = before if match.clause.i < verb.i else after
        return (_span(analysis, part),)
    return (_span(analysis, tokens),)


def _extended(
    tree: SpeechTree, match: Match, tokens: list[Token], stops: Sequence[Token]
) -> list[Token]:
    """``tokens`` up to where another clause begins: lists and phrases that trail behind belong to
    what was said, however they were hung."""
    last = tokens[-1]
    if last.i <= match.verb.i:
        return tokens
    found = list(tokens)
    subjects = {tree.subtree(t)[0].i: t for t in tree.tokens if t.dep in _SUBJECTS and t.i > last.i}
    inside = {t.i for t in found}
    apart = {t.i for clause in match.apart for t in tree.subtree(clause)}
    for token in tree.tokens[last.i + 1 :]:
        if token.i in apart:
            break
        subject = subjects.get(token.i)
        if subject is not None and not any(t.i in inside for t in tree.up(subject)):
            break
        if _begins_clause(tree, token, match, stops) and not _below(tree, token, inside):
            break
        found.append(token)
        inside.add(token.i)
    while found[-1] is not last and found[-1].tag in _DANGLING:
        found.pop()
    return found


def _below(tree: SpeechTree, token: Token, inside: set[int]) -> bool:
    """Whether a verb's clause hangs on words already inside, as in "to ensure that it is"."""
    head = tree.head(token)
    return tree.is_verb(token) and head is not None and head.i in inside and token.dep != "conj"


def _begins_clause(tree: SpeechTree, token: Token, match: Match, stops: Sequence[Token]) -> bool:
    if token in stops:
        return True
    for verb in stops:
        own = [*tree.kids(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "advmod", "mark")]
        if any(token.i == min(t.i for t in tree.subtree(kid)) for kid in own if kid.i < verb.i):
            return True
    clausal = token.dep not in {"amod", "compound", "case", "fixed", "mark", "nmod", "cc"}
    if tree.is_verb(token) and clausal and token.tag in _FINITE:
        return True
    comma = token.i > 0 and tree[token.i - 1].lower == ","
    if token.tag in {"VBG", "VBN"} and clausal and comma:
        return True
    return token.lower in _BREAKS


def _trimmed(tokens: list[Token]) -> list[Token]:
    kept = list(tokens)
    while kept and (kept[0].pos == "PUNCT" or kept[0].lower == "also"):
        kept.pop(0)
    while kept and kept[-1].pos == "PUNCT":
        kept.pop()
    return kept


def _span(analysis: Analysis, tokens: list[Token]) -> Span:
    return analysis.span(tokens[0].start, max(t.end for t in tokens))

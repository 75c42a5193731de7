"""Where a report is: the city or state that each sentence of a page is told from.

"X flew to London. He then met Y": who moved to a place, or did something in a city, is there
until the page goes on elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from communique.coding.dating.narrative import governor, time_of
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Mention, MentionKind, Sentence, Token
from communique.language.grammar import Tree
from communique.model import Place, Span

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_TOWNS = frozenset({"city", "capital"})
_TOLD = frozenset({"told", "perfect"})
# How many sentences a place named in the running text holds for.
_REACH = 3


@dataclass(frozen=True, slots=True)
class Where:
    """A place, the words that name it, and the sentence and block they stand in."""

    place: Place
    span: Span
    sentence: int
    block: int


class Whereabouts:
    """The place that each sentence of one page is told from."""

    def __init__(self, analysis: Analysis) -> None:
        """``analysis`` is of the whole page."""
        self._analysis = analysis
        self._at: dict[int, Where] = {}
        self._ahead: dict[int, Where] = {}
        told: Where | None = None
        ahead: Where | None = None
        for sentence in analysis.sentences:
            if not sentence.is_title:
                tree = Tree(sentence.tokens)
                told = self._last(tree, sentence, _TOLD) or told
                ahead = self._last(tree, sentence, {"ahead"}) or ahead
            if told is not None:
                self._at[sentence.index] = told
            if ahead is not None and ahead.block == sentence.block:
                self._ahead[sentence.index] = ahead

    def at(self, sentence: Sentence, *, ahead: bool = False) -> Where | None:
        """Where ``sentence`` is told from, or looks ``ahead`` to; None where nothing near says."""
        where = self._at.get(sentence.index)
        if ahead:
            where = self._ahead.get(sentence.index) or where
        if where is None or sentence.is_title:
            return None
        near = sentence.index - where.sentence <= _REACH
        return where if near or where.block == sentence.block else None

    def _last(self, tree: Tree, sentence: Sentence, times: Collection[str]) -> Where | None:
        found = None
        for token in tree.tokens:
            mention = token.mention
            if mention is None or mention.kind not in _PLACES or not mention.state:
                continue
            if _heads_lines(tree, token) or _is_there(tree, token, mention, times):
                place = Place(mention.text, _city(mention), mention.state)
                span = self._analysis.span(mention.start, mention.end)
                if found is not None and place.city is None and found.place.state == place.state:
                    continue  # "in Minsk, on a visit to Belarus": the town says more
                found = Where(place, span, sentence.index, sentence.block)
        return found


def _heads_lines(tree: Tree, token: Token) -> bool:
    """ "Washington." alone, a place that heads what follows."""
    return all(one is token or one.dep == "punct" for one in tree.tokens)


def _city(mention: Mention) -> str | None:
    return mention.city or (mention.text if mention.form in _TOWNS else None)


def _is_there(tree: Tree, token: Token, mention: Mention, times: Collection[str]) -> bool:
    """Whether somebody is at or has come to a place, as the main line tells."""
    if mention.form in {"demonym", "person_noun"}:
        return False
    verb = governor(tree, token)
    if verb is None or any(one.dep == "acl" for one in _between(tree, token, verb)):
        return False
    if time_of(tree, verb) not in times or tree.negated(verb):
        return False
    prep = tree.case(token)
    if verb is token:
        return prep in {"", "in"} and any(
            kid.lemma in word_list("stops") for kid in tree.kids(token, "nsubj")
        )
    if token.dep not in {"obl", "obj", "nmod", "conj"}:
        return False
    if verb.lemma in word_list("moving"):
        return prep in {"", "to", "in", "at", "into", "for"} and token.dep != "nmod"
    town = mention.form in _TOWNS
    return town and prep == "in" and token.dep == "obl" and _somebody(tree, verb)


def _between(tree: Tree, token: Token, verb: Token) -> Iterator[Token]:
    for this in (token, *tree.up(token)):
        if this is verb:
            return
        yield this


def _somebody(tree: Tree, verb: Token) -> bool:
    """Whether persons do what is told, or it is done to them."""
    acting = [*tree.subjects(verb), *tree.kids(verb, "nsubj:pass", "nsubj")]
    return any(
        one.persons
        or one.lemma in word_list("gatherings")
        or (one.mention is not None and one.mention.kind in _PEOPLE)
        for one in acting
    )

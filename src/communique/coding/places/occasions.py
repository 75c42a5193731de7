"""Where talks aside of an occasion are: "on the sidelines of the Munich Security Conference"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.knowledge.frames import word_list
from communique.knowledge.states import surface_forms
from communique.language.annotations import Analysis, MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Place, Span

_TOWNS = frozenset({"city", "capital"})
_LONGEST_TOWN = 3


def occasion_place(
    tree: Tree, heads: Sequence[Token], analysis: Analysis
) -> tuple[Place, Span] | None:
    """The town in or after which the occasion beside talks is named."""
    clauses = [kid for one in heads for kid in tree.kids(one, "acl", "acl:relcl")]
    for one in (*heads, *clauses):
        for _, aside in tree.obliques(one):
            if aside.lemma not in word_list("sidelines"):
                continue
            inside = tree.subtree(aside)
            behind = [t for _, t in tree.obliques(one) if t.i > aside.i and one in clauses]
            for found in (*_towns(tree, inside, analysis), *_towns(tree, behind, analysis)):
                return found
    return None


def _towns(tree: Tree, tokens: Sequence[Token], analysis: Analysis) -> Iterator[tuple[Place, Span]]:
    """Towns where something is first, then those that an event is named after."""
    ordered = sorted(tokens, key=lambda t: tree.case(t) not in {"in", "at"})
    for token in ordered:
        mention = token.mention
        if mention is None:
            continue
        if mention.form in _TOWNS and mention.state is not None:
            place = Place(mention.text, mention.city or mention.text, mention.state)
            yield place, analysis.span(mention.start, mention.end)
        elif mention.kind in {MentionKind.ORGANIZATION, MentionKind.NAME}:
            yield from _named_after(mention.text, mention.start, analysis)


def _named_after(name: str, start: int, analysis: Analysis) -> Iterator[tuple[Place, Span]]:
    words = name.split(" ")
    for count in range(min(_LONGEST_TOWN, len(words) - 1), 0, -1):
        text = " ".join(words[:count])
        form = surface_forms().get(text)
        if form is None or not form.candidates or form.candidates[0].kind not in _TOWNS:
            continue
        town = form.candidates[0]
        yield Place(text, town.city or text, town.id), analysis.span(start, start + len(text))
        return

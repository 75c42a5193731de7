"""Partners of talks that stand outside the noun's own phrase: in its predicate, or above it."""

from __future__ import annotations

from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree

# What tells of partners also where it hangs on another noun of the clause: "on the sidelines of the
# forum, including X and Y".
_DEEP = frozenset({"with", "to", "between", *word_list("some_of_them")})


def deep_partners(tree: Tree, head: Token) -> list[tuple[str, Token]]:
    """Partners that a parser hangs on another noun: "met, on the sidelines of the debate, with the
    ministers of Chad and Peru"."""
    return [
        (prep, token)
        for prep, token in tree.deep_obliques(head)
        if prep in _DEEP and (token.persons or (prep == "with" and _of_states(token)))
    ]


def _of_states(token: Token) -> bool:
    mention = token.mention
    offices = mention.offices if mention is not None else []
    return mention is not None and mention.kind is MentionKind.OFFICE and any(
        office.states or office.state for office in offices
    )  # fmt: skip


def was_with(tree: Tree, noun: Token) -> list[Token]:
    """ "His first meeting was with X": with whom it was."""
    head = tree.head(noun)
    if head is None or noun.dep != "nsubj" or not tree.kids(head, "cop"):
        return []
    return [head] if tree.case(head) == "with" else []


def tellers(tree: Tree, trigger: Trigger) -> list[Token]:
    """ "X said that a summit with A would take place": X's own, where nobody else holds it."""
    noun = trigger.carrier or trigger.token
    indefinite = any(kid.lower in {"a", "an"} for kid in tree.kids(noun, "det"))
    if noun.dep not in {"nsubj", "nsubj:pass"} or not (indefinite or noun.tag == "NNS"):
        return []
    clause = tree.head(noun)
    above = tree.head(clause) if clause is not None and clause.dep == "ccomp" else None
    if above is None or above.lemma not in word_list("reporting"):
        return []
    ends = {prep for prep, _ in tree.obliques(noun)}
    owned = tree.kids(noun, "nmod:poss") or "between" in ends or "of" in ends
    return tree.subjects(above) if "with" in ends and not owned else []


def gone_to_talk(tree: Tree, verb: Token, talks: Token) -> bool:
    """ "Will visit A and B for talks with X and Y": who goes meets them."""
    between = any(prep in {"between", "among"} for prep, _ in tree.obliques(talks))
    gone = word_list("moving") | word_list("departing")
    return tree.case(talks) == "for" and verb.lemma in gone and not between

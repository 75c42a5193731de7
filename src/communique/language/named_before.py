"""What "it", "whom" and the "he" of "..., he said" stand for, told by their own sentence."""

from __future__ import annotations

from communique.knowledge.references import ReferenceWords
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
# What stands before the subject of an attribution, how far its verb may be, and the fewest words
# that can be said before it.
_STOPS = frozenset({",", '"', "\u201d", "''"})
_NEAR = 3
_FEWEST = 3


def attributing(tree: Tree, token: Token, words: ReferenceWords) -> bool:
    """Whether ``token`` is the subject of "..., he said", behind the words that are said."""
    verb = tree.head(token)
    before = tree.tokens[max(0, token.i - 1) : token.i]
    return (
        verb is not None
        and token.dep in _SUBJECTS
        and verb.lemma in words.reporting
        and 0 < verb.i - token.i <= _NEAR
        and token.i >= _FEWEST
        and any(t.text in _STOPS for t in before)
        and not any(t.i > verb.i for t in tree.kids(verb, "ccomp", "xcomp"))
    )


def name_in_sentence(tree: Tree, token: Token, words: ReferenceWords) -> None:
    """Fill "it" and "whom" with the state or person that the same sentence names before."""
    if token.lower == "it" and token.dep == "obj":
        _state_again(tree, token)
    elif token.lower in words.object_relative:
        _named_before(tree, token)


def beside_whom(tree: Tree, token: Token, words: ReferenceWords) -> list[Token]:
    """Who the subject ``token`` is not: X in "met X, to whom he gave it"."""
    verb = tree.head(token) if token.dep in _SUBJECTS else None
    if verb is None:
        return []
    kids = tree.kids(verb, "obl", "obj", "iobj")
    whom = [t for t in kids if t.lower in words.object_relative and t.i < token.i]
    head = tree.head(verb)
    if whom and verb.dep == "acl:relcl" and head is not None:
        return [head]
    return whom


def owner_behind(tree: Tree, token: Token, words: ReferenceWords) -> list[Token]:
    """ "In his letter, President X recalls": who "his" is where the sentence opens with it.

    The subject that follows by name; not the host of "during his visit to Rome, President X of
    Italy received him", nor whoever follows a visit to nowhere named.
    """
    noun = owned = tree.head(token)
    while noun is not None and noun.dep == "nmod":
        noun = tree.head(noun)  # "on the first day of his visit"
    verb = tree.head(noun) if noun is not None else None
    opens = owned is not None and noun is not None and noun.dep.startswith("obl")
    opens = opens and not any(t.mention or tree.is_verb(t) for t in tree.tokens[: token.i])
    if not opens or owned is None or noun is None or verb is None or not tree.is_verb(verb):
        return []
    behind = [t for t in tree.kids(verb, *_SUBJECTS) if t.i > noun.i]
    named = [t for t in behind if t.mention is not None and t.mention.kind is MentionKind.PERSON]
    places = {t.mention.state for t in tree.subtree(noun) if t.mention is not None} - {None}
    if owned.lemma in words.journeys and not places:
        return []
    return [
        t for t in named[:1]
        if t.mention is not None and t.mention.person is not None
        and t.mention.person.state not in places
    ]  # fmt: skip


def _state_again(tree: Tree, token: Token) -> None:
    """ "Thanked Croatia for its vote and congratulated it": the state that the verb before acted
    on, which a second verb acts on again."""
    verb = tree.head(token)
    first = tree.first_conjunct(verb) if verb is not None else None
    if first is None or first is verb:
        return
    for before in tree.kids(first, "obj"):
        mention = before.mention
        if mention is not None and mention.kind is MentionKind.STATE and mention.state is not None:
            token.states, token.worked_from = (mention.state,), before.text


def _named_before(tree: Tree, token: Token) -> None:
    """ "Received by X, to whom he delivered it": a relative pronoun that was not hung on its noun
    stands for who is named last."""
    verb = next((t for t in tree.up(token) if tree.is_verb(t)), None)
    if verb is None or verb.dep == "acl:relcl":
        return
    before = [t for t in tree.tokens[: token.i] if len(t.persons) == 1 and t.mention]
    if before:
        token.persons, token.worked_from = before[-1].persons, token.text

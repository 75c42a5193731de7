"""Sessions of an organisation as the frame of talks: "on the sidelines of the session of X".

"The 79th session of the UN General Assembly", "the UN General Assembly": it is an event where
somebody attends it or where talks are told of as beside it, and by itself no reason to read one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.knowledge.organizations import load_organizations
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree

FRAME = "assembly"
# How many nouns may stand between the words of the frame and the organisation.
_DEEP = 4


def body_of(tree: Tree, token: Token) -> Token | None:
    """The organisation whose session ``token`` names, None where it names none that frames."""
    if _is_body(token):
        session = token.mention is not None and _last_word(token) in word_list("assemblies")
        under = tree.head(token)
        told_above = under is not None and under.lemma in word_list("sessions")
        return token if session and not told_above and _framing(tree, token, itself=True) else None
    if token.lemma not in word_list("sessions") or token.pos not in {"NOUN", "PROPN"}:
        return None
    bodies = [kid for kid in _below(tree, token) if _is_body(kid)]
    above = tree.head(token)
    inner = above is not None and above.lemma in word_list("sessions") and token.dep == "nmod"
    return bodies[0] if bodies and not inner and _framing(tree, token, itself=False) else None


def _below(tree: Tree, token: Token) -> Iterator[Token]:
    """What a session is of: "the general debate of the 78th session of X"."""
    for kid in tree.kids(token, "nmod", "compound", "appos"):
        if tree.case(kid) not in {"", "of"} and kid.dep == "nmod":
            continue
        yield kid
        if kid.lemma in word_list("sessions"):
            yield from _below(tree, kid)


def _is_body(token: Token) -> bool:
    return token.mention is not None and token.mention.kind is MentionKind.ORGANIZATION


def _last_word(token: Token) -> str:
    body = token.mention.organization if token.mention is not None else None
    known = load_organizations().get(body or "")
    return known.name.split()[-1].lower() if known is not None else ""


def _framing(tree: Tree, token: Token, *, itself: bool) -> bool:
    """Whether talks are beside it or somebody goes to it; ``itself`` is the body by its name."""
    top = token
    for _ in range(_DEEP):
        head = tree.head(top)
        if head is None or top.dep not in {"nmod", "conj", "compound"}:
            break
        if head.lemma in word_list("sidelines"):
            return True
        top = head
    verb = tree.head(top)
    if verb is None or not tree.is_verb(verb):
        return False
    case = tree.case(top)
    attended = verb.lemma in word_list("attending_summits")
    there = top.dep == "obj" or (top.dep == "obl" and case in {"in", "at", "to"})
    if attended and there:
        return verb.lemma != "take" or any(k.lower == "part" for k in tree.kids(verb, "obj"))
    if token.lemma == "meeting" and not any(tree.case(k) == "of" for k in tree.kids(token, "nmod")):
        return False  # "was heard at the UN meeting"
    counted = any(kid.tag in {"JJ", "CD"} for kid in tree.kids(token, "amod", "nummod"))
    return case in word_list("beside_sessions") and top.dep == "obl" and (counted or not itself)


def without_bare_assemblies(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out sessions where the page tells of nothing else: who speaks to an assembly meets
    nobody there."""
    others = any(draft.frame != FRAME for draft in drafts)
    return list(drafts) if others else []

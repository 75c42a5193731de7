"""Acts that words show without a verb that names them: "my thoughts are with the families"."""

from __future__ import annotations

from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token
from communique.language.grammar import Tree
from communique.model import Act


def shown_act(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> Act | None:
    """The act that the clause below ``clause`` does by what it says, None where it only tells:
    mourning, honour felt, an invitation gladly taken up."""
    act = _shown(tree, clause, words)
    return None if act is None or tree.negated(clause) else act


def _shown(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> Act | None:
    """The act, whether denied or not. Asked of every word: what few words pass is asked first."""
    if _mourns(tree, clause, words):
        return Act.CONDOLE
    if (named := _named_by_noun(tree, clause, words)) is not None:
        return named
    if _false(tree, clause, words):
        return Act.DENY
    if _would_come(tree, clause, words):
        return Act.ACCEPT
    return Act.APPRECIATE if _feels_honoured(tree, clause, words) else None


def _mourns(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> bool:
    """ "His thoughts were with the victims", "our prayers go out to them", "my heart aches"."""
    for subject in tree.kids(clause, "nsubj"):
        if not tree.kids(subject, "nmod:poss"):
            continue
        if subject.lemma in words.mourning and (
            tree.case(clause) == "with" or clause.lemma in words.turning
            or any(prep == "with" for prep, _ in tree.obliques(clause))
        ):  # fmt: skip
            return True
        if subject.lemma in words.hearts and clause.lemma in words.aching:
            return True
    return False


def _named_by_noun(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> Act | None:
    """ "Heartfelt congratulations to X", "my deepest condolences": no verb, and the act is done;
    "it is with sorrow that we learned of it"."""
    sad = clause.lemma in words.felt and tree.case(clause) == "with"
    if sad and tree.kids(clause, "acl", "acl:relcl", "csubj", "advcl", "ccomp"):
        return Act.CONDOLE
    for word in _offered(tree, clause, words):
        if (act := _of_noun(word, words)) is not None:
            return act
    act = _of_noun(clause, words)
    return act if act is not None and _stands_alone(tree, clause) else None


def _offered(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> list[Token]:
    """ "Please accept my condolences", "allow me to convey our condolences": what is offered."""
    if tree.kids(clause, "nsubj"):
        return []
    below = tree.kids(clause, "xcomp", "ccomp") if clause.lemma in words.let else []
    verbs = below or ([clause] if clause.lemma in words.offered else [])
    nouns = [t for verb in verbs for t in tree.kids(verb, "obj")]
    return [m for t in nouns for m in tree.conjuncts(t)]


def _of_noun(noun: Token, words: SpeechWords) -> Act | None:
    for act, nouns in (
        (Act.CONDOLE, words.condoling), (Act.CONGRATULATE, words.congratulating),
        (Act.THANK, words.thanking), (Act.WISH, words.wishing),
    ):  # fmt: skip
        if noun.lemma in nouns or noun.lower in nouns:
            return act
    return None


def _stands_alone(tree: Tree | SpeechTree, noun: Token) -> bool:
    """Whether a noun says something by itself, as nobody and no preposition stands with it."""
    if noun.pos not in {"NOUN", "PROPN"} or tree.kids(noun, "nsubj", "cop", "nsubj:outer"):
        return False
    return not tree.case(noun)


def _false(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> bool:
    """ "The report was false", "the claims are baseless"."""
    untrue = clause.lemma in words.untrue
    if not untrue and clause.lemma not in words.baseless:
        return False
    told = any(t.lemma in words.claims for t in tree.kids(clause, "nsubj"))
    return bool(tree.kids(clause, "cop")) and (untrue or told)


def _would_come(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> bool:
    """ "He would be delighted to come"."""
    if clause.lemma not in words.glad:
        return False
    would = {kid.lower for kid in tree.kids(clause, "aux")} & words.would
    taken = {kid.lemma for kid in tree.kids(clause, "xcomp", "advcl")} & words.coming
    return bool(would and taken)


def _feels_honoured(tree: Tree | SpeechTree, clause: Token, words: SpeechWords) -> bool:
    """ "It is a great honour to receive him here", "it gives me joy to be here"."""
    pronoun = {kid.lower for kid in tree.kids(clause, "nsubj", "expl")} & words.it
    if not pronoun:
        return False
    if clause.lemma in words.honours:
        felt = bool(tree.kids(clause, "cop"))
    else:
        given = any(kid.lemma in words.honours for kid in tree.kids(clause, "obj"))
        felt = given and clause.lemma in words.gladdening
    to = any(t.tag == "TO" and t.i > clause.i for t in tree.subtree(clause))
    return felt and (to or bool(tree.kids(clause, "csubj", "acl", "advcl", "xcomp")))

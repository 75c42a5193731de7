"""Tables for the rule lemmatizer: word rules widened by what the treebanks teach."""

from collections import Counter, defaultdict
from pathlib import Path

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.lookups import Lookups, load_lookups
from spacy.tokens import DocBin, Token

LEAST_COUNT = 2
LEAST_SHARE = 0.6
RAREST = -25.0
# Names keep their written form, and numbers and marks stand for themselves.
LEFT_OUT = {"PROPN", "NUM", "PUNCT", "SYM", "X", ""}
# For other classes there are no rules: the treebank's words are all the lemmatizer knows.
WITH_RULES = {"adj", "adv", "noun", "verb"}


def add_lemmatizer(nlp: Language, corpus: Path) -> None:
    """Add a `lemmatizer` to the pipeline: rules and word index, plus treebank exceptions."""
    lookups = load_lookups("en", tables=["lemma_rules", "lemma_exc", "lemma_index"])
    settle_ties(lookups)
    _set_up(nlp, lookups)
    exceptions = lookups.get_table("lemma_exc")
    for (pos, word), lemma in treebank_exceptions(corpus, lookups).items():
        exceptions.setdefault(pos, {})[word] = [lemma]
    lemmatizer = nlp.get_pipe("lemmatizer")
    lemmatizer.cache.clear()


def settle_ties(lookups: Lookups) -> None:
    """Where the rules know two verbs or nouns for one form, take the more common ("hoped": hope).

    Base forms that look inflected ("discuss", "witness") are made their own lemma.
    """
    common = load_lookups("en", tables=["lexeme_prob"]).get_table("lexeme_prob")
    for pos in ("verb", "noun"):
        index = set(lookups.get_table("lemma_index")[pos])
        rules = lookups.get_table("lemma_rules")[pos]
        exceptions = lookups.get_table("lemma_exc")[pos]
        for form in sorted({f for base in index for f in _inflected(base)}):
            bases = {form[: -len(old)] + new for old, new in rules if form.endswith(old)}
            known = sorted(bases & index | set(exceptions.get(form, [])))
            if len(known) > 1:
                exceptions[form] = [max(known, key=lambda w: common.get(w, RAREST))]
            elif bases and not known and form in index:
                exceptions[form] = [form]


def _inflected(base: str) -> list[str]:
    stem = base.removesuffix("e")
    return [base, base + "s", base + "es", stem + "ed", stem + "ing"]


def treebank_exceptions(corpus: Path, lookups: Lookups) -> dict[tuple[str, str], str]:
    """Give the lemmas, by part of speech and lower-cased word, that the rules get wrong."""
    plain = English()
    _set_up(plain, lookups)
    lemmatizer = plain.get_pipe("lemmatizer")
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: Counter[tuple[str, str]] = Counter()
    for doc in DocBin().from_disk(corpus).get_docs(plain.vocab):
        for token in doc:
            if token.pos_ not in LEFT_OUT:
                key = (token.pos_.lower(), token.lower_)
                counts[key][token.lemma_] += 1
                wrong[key] += lemmatizer.lemmatize(token)[0] != token.lemma_
    found = {}
    for key, lemmas in counts.items():
        lemma, count = lemmas.most_common(1)[0]
        needed = wrong[key] >= LEAST_COUNT or key[0] not in WITH_RULES
        if needed and count >= max(LEAST_COUNT, LEAST_SHARE * lemmas.total()):
            found[key] = lemma
    return found


def _set_up(nlp: Language, lookups: Lookups) -> None:
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    lemmatizer.initialize(lookups=lookups)

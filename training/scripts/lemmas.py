"""Tables for the rule lemmatizer: word rules widened by what the treebanks teach."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from spacy.lang.en import English
from spacy.language import Language
from spacy.lookups import Lookups, load_lookups
from spacy.pipeline import Lemmatizer
from spacy.tokens import DocBin

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
    lemmatizer = _set_up(nlp, lookups)
    exceptions = lookups.get_table("lemma_exc")
    for (pos, word), lemma in treebank_exceptions(corpus, lookups).items():
        exceptions.setdefault(pos, {})[word] = [lemma]
    lemmatizer.cache.clear()


def settle_ties(lookups: Lookups) -> None:
    """Decide between two words that the rules know for one form; keep bases that look inflected.

    A verb written with one consonant had an "e" ("hoped": hope, for hop makes "hopped"), unless
    the base ends in two ("singing").  Elsewhere the more common word stays in the index.
    """
    common = load_lookups("en", tables=["lexeme_prob"]).get_table("lexeme_prob")
    rules = lookups.get_table("lemma_rules")
    # The lemmatizer prefers what a later rule finds.
    rules["verb"] = sorted(rules["verb"], key=lambda rule: rule[1] == "e")
    for pos in ("verb", "noun"):
        index = set(lookups.get_table("lemma_index")[pos])
        exceptions = lookups.get_table("lemma_exc")[pos]
        for form in sorted({f for base in index for f in _inflected(base)}):
            bases = {form[: -len(old)] + new for old, new in rules[pos] if form.endswith(old)}
            known = sorted(bases & index, key=lambda word: -common.get(word, RAREST))
            if len(known) > 1 and not (pos == "verb" and _doubles(known[0])):
                index -= set(known[1:])
            elif len(known) > 1:
                exceptions.pop(form, None)
            elif bases and not known and form in index:
                exceptions[form] = [form]
        lookups.get_table("lemma_index")[pos] = sorted(index)


def _doubles(base: str) -> bool:
    """Tell whether a verb's last consonant is doubled before -ed and -ing, or it ends in "e"."""
    return base.endswith("e") or bool(re.search(r"(^|[^aeiou])[aeiouy][bdgklmnprt]$", base))


def _inflected(base: str) -> list[str]:
    stem = base.removesuffix("e")
    return [base, base + "s", base + "es", stem + "ed", stem + "ing"]


def treebank_exceptions(corpus: Path, lookups: Lookups) -> dict[tuple[str, str], str]:
    """Give the lemmas, by part of speech and lower-cased word, that the rules get wrong."""
    plain = English()
    lemmatizer = _set_up(plain, lookups)
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


def _set_up(nlp: Language, lookups: Lookups) -> Lemmatizer:
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    assert isinstance(lemmatizer, Lemmatizer)
    lemmatizer.initialize(lookups=lookups)
    return lemmatizer

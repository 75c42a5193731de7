"""Linking again and again, each time only what has changed since the last.

A decision on one engagement leaves copies, persons and all other groups of accounts as they were.
The outcome is that of ``link_corpus``; a test over random pages and decisions holds it.
"""

from __future__ import annotations

from dataclasses import replace

from communique.linking.beliefs import believe
from communique.linking.corpus import Ground, find_ground, in_order, link_on
from communique.linking.decisions import of_verb, without_rejected
from communique.linking.memory import Memory
from communique.linking.outcome import Linked, LinkedEngagement
from communique.linking.rows import Corpus, Verb
from communique.linking.scoring import ScorePairs

# Decisions that a ground rests on; those that reject accounts change its rows.
_ON_THE_GROUND = (Verb.NAME, Verb.COPY)


class Linking:
    """Links what it is given, and keeps of it what the next time may need."""

    def __init__(self, score: ScorePairs | None = None) -> None:
        """``score`` weighs the pairs of many accounts at once, elsewhere than here."""
        self._given: Corpus | None = None
        self._ordered: Corpus | None = None
        self._linked: Corpus | None = None
        self._ground: Ground | None = None
        self._memory = Memory(score)
        self._believed: dict[int, LinkedEngagement] = {}

    def link(self, corpus: Corpus) -> Linked:
        """Join everything; the outcome does not depend on the order of rows."""
        corpus = without_rejected(self._in_order(corpus))
        ground = self._ground
        if ground is None or self._linked is None or not _same_ground(self._linked, corpus):
            ground = self._ground = find_ground(corpus, self._memory)
            known = ground.known
            # The ground keeps its clusters, so that their identities stay theirs.
            self._believed = self._memory.believed(
                ground.clusters,
                lambda page: (known.copies.get(page), known.page_dates.get(page)),
                lambda cluster: believe(cluster, known),
            )
        self._linked = corpus
        believed, on = self._believed, ground.known
        return link_on(
            ground,
            corpus,
            lambda cluster: believed.get(id(cluster)) or believe(cluster, on),
            self._memory,
        )

    def _in_order(self, corpus: Corpus) -> Corpus:
        bare = replace(corpus, decisions=())
        if self._ordered is None or self._given != bare:
            self._given, self._ordered = bare, in_order(bare)
        return replace(self._ordered, decisions=corpus.decisions)


def _same_ground(one: Corpus, other: Corpus) -> bool:
    """Tell whether two corpora rest on the same ground."""
    return (
        (one.pages, one.accounts, one.people) == (other.pages, other.accounts, other.people)
    ) and of_verb(one.decisions, *_ON_THE_GROUND) == of_verb(other.decisions, *_ON_THE_GROUND)

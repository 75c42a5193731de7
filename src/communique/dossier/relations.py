"""The declared level of relations, and its milestones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.dossier.parts import Bullets, Cite, Paragraph, Pieces, Section, Sentence
from communique.dossier.phrases import Slot, listing, phrase, say
from communique.dossier.values import day, plain, state_name

if TYPE_CHECKING:
    from communique.dossier.gathering import Gathered
    from communique.record.entries import LevelEntry, RelationEntry

_CITES = 6
_MOST = 20


def relations(gathered: Gathered, between: Pieces) -> Section:
    """Return what pages call the relations of the states, and the milestones they name."""
    pages = gathered.by_label()
    asked = gathered.asked.states
    sentences = []
    for relation in gathered.relations:
        for level in relation.levels:
            key = "level_undated"
            if level.seen_first:
                key = "level_day" if level.seen_first == level.seen_last else "level"
            words = _level(f"relations.{key}", relation, level, asked)
            sentences.append(Sentence(words, cites(level.documents, pages)))
        for step in relation.milestones:
            name = relation_id(relation)
            year = day(f"{step.year:04}", "relation", name) if step.year else None
            what = plain(step.what, "relation", name)
            words = say(
                "relations.milestone", states=_states(relation, asked), what=what, year=year
            )
            sentences.append(Sentence(words, cites(step.documents, pages)))
    block: Bullets | Paragraph = Bullets(tuple(sentences[:_MOST]))
    if not sentences:
        block = Paragraph((Sentence(say("relations.none", states=between)),))
    return Section("relations", phrase("section.relations"), (block,))


def level_told(relation: RelationEntry, gathered: Gathered) -> Sentence | None:
    """Return what pages last called a relation."""
    if not relation.levels or not relation.levels[0].seen_first:
        return None
    level = relation.levels[0]
    once = level.seen_first == level.seen_last
    words = _level(
        "summary.level_once" if once else "summary.level", relation, level, gathered.asked.states
    )
    return Sentence(words, cites(level.documents, gathered.by_label()))


def relation_id(relation: RelationEntry) -> str:
    """Return the name by which pieces speak of a relation: "RUS-VNM"."""
    return "-".join(relation.states)


def cites(labels: Iterable[str], pages: dict[str, str]) -> tuple[Cite, ...]:
    """Return pages by the labels that name them."""
    return tuple(Cite(pages[label]) for label in labels if label in pages)[:_CITES]


def _states(relation: RelationEntry, asked: tuple[str, ...]) -> Pieces:
    """Return the two states in the order in which they were asked for."""
    name, order = relation_id(relation), {code: number for number, code in enumerate(asked)}
    states = sorted(relation.states, key=lambda code: order.get(code, len(order)))
    return listing([state_name(code, "relation", name) for code in states])


def _level(key: str, relation: RelationEntry, level: LevelEntry, asked: tuple[str, ...]) -> Pieces:
    name = relation_id(relation)
    given: dict[str, Slot] = {
        "states": _states(relation, asked),
        "level": plain(level.level, "relation", name),
    }
    if key.endswith("undated"):
        return say(key, **given)
    first = day(level.seen_first or "", "relation", name)
    if key.endswith(("day", "once")):
        return say(key, **given, first=first)
    return say(key, **given, first=first, last=day(level.seen_last or "", "relation", name))

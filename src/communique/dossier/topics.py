"""What was talked about over time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from communique.dossier.parts import Block, Bullets, Figure, Paragraph, Pieces, Section, Sentence
from communique.dossier.phrases import counted, listing, phrase, say, say_some
from communique.dossier.values import day, topic
from communique.pictures import Writing, topics_by_year

if TYPE_CHECKING:
    from communique.dossier.gathering import Gathered

_MOST = 8


def topics(gathered: Gathered, writing: Writing) -> Section:
    """Return the picture of topics by year, and which came and which went."""
    named = by_topic(gathered)
    blocks: list[Block] = []
    if not named:
        blocks.append(Paragraph((Sentence(say("topics.none")),)))
        return Section("topics", phrase("section.topics"), tuple(blocks))
    speaking = [each.id for each in gathered.engagements if each.topics]
    every = [each.id for each in gathered.engagements]
    words = say_some(
        "topics.lead",
        len(speaking),
        n=counted("engagement", speaking),
        all=counted("engagement", every),
    )
    often = Sentence(most_named(named))
    blocks.append(Paragraph((Sentence(words), often)))
    if picture := topics_by_year(gathered.engagements, writing):
        blocks.append(Figure(picture))
    if turns := _turns(gathered):
        blocks.append(Bullets(tuple(turns)))
    return Section("topics", phrase("section.topics"), tuple(blocks))


def by_topic(gathered: Gathered) -> dict[str, list[str]]:
    """Return the ids of the engagements that name each topic, the most named first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for each in gathered.engagements:
        for one in each.topics:
            found[one].append(each.id)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def most_named(named: dict[str, list[str]], most: int = 4) -> Pieces:
    """Return "Named most often: trade (in 3) and defence (in 2)."; "Named once: conflict."."""
    often = max(len(ids) for ids in named.values())
    told = list(named.items())[:most]
    if often == 1:
        topics = listing([topic(one, "engagement", ids[0]) for one, ids in told])
        return say("summary.topics_once" if len(told) > 1 else "summary.topic_once", topics=topics)
    words = [
        say("summary.topic", topic=topic(one, "engagement", ids[0]), n=counted("engagement", ids))
        for one, ids in told
    ]
    return say("summary.topics", topics=listing(words))


def _turns(gathered: Gathered) -> list[Sentence]:
    """Return the topics named first in the last year, and those no longer named in it."""
    years: defaultdict[str, dict[str, str]] = defaultdict(dict)
    dates: dict[str, tuple[str, str]] = {}
    for each in gathered.engagements:
        when = each.start or each.latest
        if when:
            dates[when[:4]] = (when, each.id)
            for one in each.topics:
                years[when[:4]][one] = each.id
    spoken = sorted(years)
    if len(spoken) < 2:
        return []
    last, before = spoken[-1], {one for year in spoken[:-1] for one in years[year]}
    sentences = []
    new = [one for one in years[last] if one not in before]
    if new:
        told = [topic(one, "engagement", years[last][one]) for one in sorted(new)[:_MOST]]
        year = day(last, "engagement", years[last][new[0]])
        sentences.append(Sentence(say("topics.first_in", year=year, topics=listing(told))))
    prior = spoken[-2]
    gone = [one for one in years[prior] if one not in years[last]]
    if gone:
        told = [topic(one, "engagement", years[prior][one]) for one in sorted(gone)[:_MOST]]
        year = day(prior, "engagement", years[prior][gone[0]])
        sentences.append(Sentence(say("topics.not_since", year=year, topics=listing(told))))
    return sentences

"""Days told of an engagement by a pronoun: "The two will meet. It will be held on 16 July"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.dating.narrative import dates_of
from communique.coding.dating.times import AHEAD, DAY_KINDS, Calendar
from communique.coding.engagements.drafts import Draft
from communique.knowledge.frames import word_list
from communique.language.annotations import Sentence, Token
from communique.language.dates import DateExpression
from communique.language.grammar import Tree
from communique.model import Kind

_IT = frozenset({"it", "this", "they"})
# So many sentences before, the engagement may have been told of.
_NEAR = 2


def date_by_pronoun(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date what the sentence before told of, where "it" is to take place on a day."""
    for sentence in calendar.analysis.sentences:
        tree = Tree(sentence.tokens)
        for verb in tree.tokens:
            days = _days(verb, tree, sentence, calendar) if _of_it(verb, tree) else []
            group = _told_before(sentence, groups) if days else None
            if group is None:
                continue
            when = calendar.when(days, group.status)
            if when.start is not None:
                group.when, group.dates = when, [*group.dates, *days]


def _of_it(verb: Token, tree: Tree) -> bool:
    """ "It will be held", "it is to take place", "it is scheduled"."""
    if verb.lemma not in word_list("taking_place"):
        return False
    subjects = tree.kids(verb, "nsubj", "nsubj:pass")
    pronoun = any(t.lower in _IT and t.pos == "PRON" and not t.persons for t in subjects)
    place = verb.lemma != "take" or any(t.lower == "place" for t in tree.kids(verb, "obj"))
    return pronoun and place


def _days(verb: Token, tree: Tree, sentence: Sentence, calendar: Calendar) -> list[DateExpression]:
    dates = dates_of(verb, tree, sentence, calendar.analysis.dates)
    return [one for one in dates if one.form.kind in DAY_KINDS]


def _told_before(sentence: Sentence, groups: Sequence[Draft]) -> Draft | None:
    """The one undated engagement to come that the sentences before told of, talks before visits."""
    near = [
        g for g in groups
        if g.when.start is None and g.status in AHEAD
        and any(0 < sentence.index - d.sentence.index <= _NEAR for d in (g, *g.echoes))
    ]  # fmt: skip
    talks = [g for g in near if g.kind != Kind.VISIT] or near
    return talks[0] if len(talks) == 1 else None

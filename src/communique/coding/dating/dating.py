"""When, from around: engagements that no date of their own dates take their report's day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from communique.coding.dating.date_owners import not_of_telling
from communique.coding.dating.narrative import another_time, governor, is_heading, time_of, token_at
from communique.coding.dating.times import AHEAD, DATED_OTHERWISE, DAY_KINDS, HAPPENING, Calendar
from communique.coding.engagements.drafts import Draft, When
from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.dates import FormKind
from communique.language.grammar import Tree
from communique.model import Kind, Status

# Times of day and lengths leave the day open.
_NO_DAY = frozenset(
    {FormKind.CLOCK, FormKind.PART_OF_DAY, FormKind.DURATION, FormKind.ANNIVERSARY}
)  # fmt: skip
# What stands further below the main line is spoken of, not told.
_TOLD = 3
_DAY = len("2025-05-16")
_HALF_A_YEAR = timedelta(days=180)
# Times that are not a day: what they date is not the day's.
_OTHER_TIME = frozenset(
    {FormKind.MONTH, FormKind.YEAR, FormKind.PERIOD, FormKind.WITHIN, FormKind.VAGUE,
     FormKind.SEASON, FormKind.FESTIVAL, FormKind.QUARTER, FormKind.HALF, FormKind.DECADE,
     FormKind.SPAN}
)  # fmt: skip


def look_ahead(groups: Sequence[Draft], calendar: Calendar) -> None:
    """A weekday read as the last one is the next one where the page tells of what is to come."""
    today = str(calendar.analysis.published)
    for group in groups:
        start = group.when.start
        if group.status not in AHEAD or start is None or start >= today:
            continue
        words = [e for d in (group, *group.echoes) if d.status in AHEAD for e in d.dates]
        if _last_year(group, calendar):
            group.when = calendar.when(
                [e for d in (group, *group.echoes) for e in d.dates], group.status
            )
            continue
        weekdays = [e for e in words if e.form.kind is FormKind.WEEKDAY]
        when = calendar.when(weekdays, group.status)
        if len(start) == 10 and when.start is not None and when.start > today:
            group.when = when
        elif len(start) == 10 and group.status == Status.PLANNED and not words:
            group.when = When()  # the day of what went before


def _last_year(group: Draft, calendar: Calendar) -> bool:
    """Whether a day without a year was read as last year's, of what is planned."""
    start, published = group.when.start or "", calendar.analysis.published
    if len(start) != _DAY or published is None or group.status != Status.PLANNED:
        return False
    return group.when.basis == "resolved" and start < (published - _HALF_A_YEAR).isoformat()


def share_dates(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date an engagement by the one day its own sentence names, where that is nobody else's.

    The day of another engagement is shared by a main one, and by a visit around it.
    """
    for group in groups:
        if group.when.start is not None or group.status not in HAPPENING | {Status.PLANNED}:
            continue
        if group.frame in DATED_OTHERWISE:
            continue
        for draft in (group, *group.echoes):
            if draft.status == group.status and not draft.sentence.is_title:
                day = _day_of(draft, group, groups, calendar)
                if day is not None:
                    group.when = day
                    break


def _day_of(draft: Draft, group: Draft, groups: Sequence[Draft], calendar: Calendar) -> When | None:
    """The only day a sentence names, unless it dates something of another status."""
    sentence = draft.sentence
    inside = [
        e for e in calendar.analysis.dates
        if sentence.start <= e.start < sentence.end and e.form.kind in DAY_KINDS
    ]  # fmt: skip
    if len(inside) != 1:
        return None
    others = [g for g in groups if g is not group and inside[0] in g.dates]
    if others and group.status not in HAPPENING:
        return None
    if any(g.status not in HAPPENING for g in others):
        return None
    frames_it = group.status == Status.UNDER_WAY or group.relation == "during"
    around = (
        group.kind == Kind.VISIT
        and frames_it
        and any(g.persons() & group.persons() for g in others)
    )
    if others and not (group.main or around):
        return None
    tree = Tree(sentence.tokens)
    token = token_at(tree, sentence, inside[0])
    if token is not None and any(another_time(tree, up) for up in tree.up(token)):
        return None
    apart = group.kind != Kind.VISIT
    if apart and token is not None and tree.case(token) in word_list("stretching"):
        return None  # "X, in Kenya since Monday, met Y"
    if token is not None and _of_another_act(tree, governor(tree, token), draft):
        return None
    verb = governor(tree, token) if token is not None else None
    if _already(tree, governor(tree, draft.trigger), verb):
        return None
    if group.status in AHEAD and verb is not None and _while_telling(tree, verb):
        return None
    telling = verb is not None and verb.lemma in word_list("reporting")
    if telling and verb is not governor(tree, draft.trigger) and not_of_telling(draft, tree):
        return None
    if token is not None and any(
        up.dep in {"acl:relcl", "acl"} and up.i != group.trigger.i
        for up in (token, *tree.up(token))
    ):
        return None
    when = calendar.when(inside, group.status)
    return when if when.start is not None and len(when.start) == 10 else None


def _while_telling(tree: Tree, verb: Token) -> bool:
    """ "Speaking on Monday, X said that Y would visit Oslo": the day of saying."""
    head = tree.head(verb)
    beside = verb.dep == "advcl" and verb.tag == "VBG" and head is not None
    return beside and head is not None and head.lemma in word_list("reporting")


def _of_another_act(tree: Tree, verb: Token | None, draft: Draft) -> bool:
    """ "Met ahead of the forum to take place on Monday", "will meet X and return on Monday"."""
    if verb is None or verb is governor(tree, draft.trigger):
        return False
    if verb.dep == "conj" and verb.lemma in word_list("going_home"):
        return True
    to = any(kid.lower == "to" for kid in tree.kids(verb, "mark"))
    return to and verb.dep == "advcl" and verb.lemma in word_list("taking_place")


def _already(tree: Tree, verb: Token | None, dated: Token | None) -> bool:
    """ "Has already visited Samoa and is in Fiji today": done by then, not on that day."""
    if verb is None or verb is dated:
        return False
    once = any(kid.lower in word_list("other_times") for kid in tree.kids(verb, "advmod"))
    return once and time_of(tree, verb) == "perfect"


def tell_on(groups: Sequence[Draft], calendar: Calendar) -> None:
    """A report goes on with its day: main engagements after the dated one were on it too."""
    dated = [
        g for g in groups
        if g.main and g.status in HAPPENING and len(g.when.start or "") == 10
        and g.when.start == g.when.end
    ]  # fmt: skip
    if len({g.when.start for g in dated}) != 1:
        return
    first = min(dated, key=lambda g: g.sentence.index)
    for group in groups:
        if group.when.start is None and _goes_on(group, first, groups, calendar):
            when = first.when
            group.when = When(
                when.start, when.end, "resolved", "same_report", when.worked_from, when.spans
            )


def _goes_on(group: Draft, first: Draft, groups: Sequence[Draft], calendar: Calendar) -> bool:
    """Whether an undated engagement is told as part of the same day's report."""
    if group.status != Status.HELD or group.kind in {Kind.VISIT, Kind.LETTER}:
        return False
    tree = Tree(group.sentence.tokens)
    if _dated_aside(group, tree, governor(tree, group.trigger), calendar):
        return False
    if group.main:
        return True
    verb = next((t for t in (group.trigger, *tree.up(group.trigger)) if tree.is_verb(t)), None)
    told = verb is not None and verb.tag in {"VBD", "VBN"} and group.prominence <= 1
    before = verb is not None and "had" in tree.auxiliaries(verb)
    visiting = any(
        g.kind == Kind.VISIT and g.status in HAPPENING and g.persons() & group.persons()
        for g in groups
    )
    shared = bool(group.persons() & first.persons()) and visiting
    later = group.sentence.index >= first.sentence.index
    return told and not before and shared and later and not group.dates


def visits_under_way(groups: Sequence[Draft]) -> None:
    """A visit under way without dates of its own is under way on the day of what it frames."""
    days = [
        g.when for g in groups
        if g.main and len(g.when.start or "") == 10 and g.status == Status.HELD
    ]  # fmt: skip
    if not days:
        return
    for group in groups:
        undated = group.kind == Kind.VISIT and group.when.start is None
        if undated and group.status == Status.UNDER_WAY:
            day = days[0]
            group.when = When(
                day.start, None, "resolved", "under_way_on", day.worked_from, day.spans
            )


def take_days(groups: Sequence[Draft], calendar: Calendar) -> None:
    """Date what its own words do not by the day that its sentence is told of."""
    for group in groups:
        if group.when.start is not None or group.frame in DATED_OTHERWISE:
            continue
        if group.kind in {Kind.VISIT, Kind.LETTER} or group.status == Status.PROPOSED:
            continue
        group.when = _day_of_lead(group, calendar)
        for draft in (group, *group.echoes):
            if group.when.start is not None:
                break
            alike = draft.status == group.status or {draft.status, group.status} <= HAPPENING
            if draft.sentence.is_title or not alike:
                continue
            when = _told_day(draft, group, groups, calendar)
            if when is not None:
                group.when = when
                _look_forward(group, calendar)
                break


def _day_of_lead(group: Draft, calendar: Calendar) -> When:
    """What only the headline reports is dated by the lead that tells of the same persons."""
    lead = next((s for s in calendar.analysis.sentences if not s.is_title), None)
    only = group.main and all(d.sentence.is_title for d in (group, *group.echoes))
    if lead is None or not only or group.status != Status.HELD:
        return When()
    named = {id(person) for token in lead.tokens for person in token.persons}
    scene = calendar.scenes.get(lead.index)
    found = scene.told if scene is not None else None
    if found is None or not group.persons() or not group.persons() <= named:
        return When()
    day = found.day.isoformat()
    return When(day, day, "resolved", "day_of_the_lead", (f"told of {day}",), (found.span,))


def date_letters(groups: Sequence[Draft], calendar: Calendar) -> None:
    """A letter printed in full bears its date on a line of its own: "Baku, 20 May 2024"."""
    analysis = calendar.analysis
    lines = {s.start: s.end for s in analysis.sentences if is_heading(s)}
    dated = [
        e
        for e in analysis.dates
        if e.form.kind is FormKind.DATE
        and e.form.year is not None
        and any(start <= e.start and e.end <= end for start, end in lines.items())
    ]
    for group in groups:
        if group.kind != Kind.LETTER or not group.main or group.when.start is not None:
            continue
        if dated and group.status == Status.HELD:
            group.when = calendar.when(dated[-1:], group.status)


def look_on(groups: Sequence[Draft], calendar: Calendar) -> None:
    """ "Is scheduled to see X on Monday and hold talks": an infinitive, whose day is to come."""
    for group in groups:
        verb = governor(Tree(group.sentence.tokens), group.trigger)
        plain = verb is not None and verb.tag == "VB"
        if plain and group.status == Status.HELD and len(group.when.start or "") == _DAY:
            _look_forward(group, calendar)


def _look_forward(group: Draft, calendar: Calendar) -> None:
    """What an agenda tells in the present is planned where its day is still to come."""
    published = calendar.analysis.published
    if published is not None and (group.when.start or "") > published.isoformat():
        group.status = Status.PLANNED


def _told_day(
    draft: Draft, group: Draft, groups: Sequence[Draft], calendar: Calendar
) -> When | None:
    scene = calendar.scenes.get(draft.sentence.index)
    tree = Tree(draft.sentence.tokens)
    verb = governor(tree, draft.trigger)
    own = any(e.form.kind not in _NO_DAY for e in draft.dates)
    if scene is None or own or _dated_aside(draft, tree, verb, calendar):
        return None
    if _of_a_visit_over(draft, groups):
        return None
    time = time_of(tree, verb) if verb is not None else "told"
    if group.status in HAPPENING:
        found = scene.before if time == "before" else scene.told
        if time == "before" and found is None and _just_before(draft):
            found = scene.told
        if found is None or time == "ahead" or (time == "perfect" and not group.main):
            return None
        spoken_of = draft.trigger.dep == "nmod" or draft.prominence > _TOLD
        spoken_of |= verb is not None and verb.tag in {"VB", "VBG"} and not tree.auxiliaries(verb)
        if not group.main and spoken_of:
            return None  # "informed him of the results of his talks with X"
        alone = not group.main and not _joined(group, found.day.isoformat(), groups)
        if alone and not found.heading and not _plainly_told(draft, verb, time):
            return None
    else:
        found = scene.ahead or (scene.told if _in_the_day(draft, calendar) else None)
    if found is None:
        return None
    day, end = found.day.isoformat(), (found.last or found.day).isoformat()
    return When(day, end, "resolved", "day_of_the_report", (f"told of {day}",), (found.span,))


def _of_a_visit_over(draft: Draft, groups: Sequence[Draft]) -> bool:
    """ "During his visit X met Y", on a page by which the undated visit is over."""
    return any(
        visit.kind == Kind.VISIT and visit.status == Status.HELD and visit.when.start is None
        and visit.persons() & draft.persons()
        and any(
            d.sentence is draft.sentence and d.relation == "during"
            for d in (visit, *visit.echoes)
        )
        for visit in groups
    )  # fmt: skip


def _just_before(draft: Draft) -> bool:
    """ "Before that, X had met Y": on the day that is told of."""
    return draft.sentence.text.lower().startswith(tuple(word_list("just_before")))


def _plainly_told(draft: Draft, verb: Token | None, time: str) -> bool:
    """ "X and Y talked for an hour": in the past tense of a sentence's main line."""
    past = verb is not None and verb.tag in {"VBD", "VBN"}
    return past and time == "told" and draft.prominence <= 1


def _joined(group: Draft, day: str, groups: Sequence[Draft]) -> bool:
    """Whether somebody of an engagement is told of elsewhere on that day, or on the page's main."""
    return any(
        g is not group
        and (g.persons() & group.persons() or (group.persons() and g.sides() == group.sides()))
        and (g.main or g.when.start == day)
        for g in groups
    )


def _dated_aside(draft: Draft, tree: Tree, verb: Token | None, calendar: Calendar) -> bool:
    """Whether the clause says that it was some other time: "last month", "recently", "last met"."""
    if verb is None:
        return False
    if any(kid.lower in word_list("other_times") for kid in tree.kids(verb, "advmod")):
        return True
    for expression in calendar.analysis.dates:
        if not draft.sentence.start <= expression.start < draft.sentence.end:
            continue
        if expression.form.kind in _OTHER_TIME:
            token = token_at(tree, draft.sentence, expression)
            clause = governor(tree, token) if token is not None else None
            if token is not None and _of_a_thing(tree, token):
                continue  # "signed a plan for 2024-2026"
            if clause is not None and clause in (verb, *tree.up(verb)):
                return True
    return False


def _of_a_thing(tree: Tree, token: Token) -> bool:
    head = tree.head(token)
    thing = head is not None and head.pos == "NOUN" and head.mention is None
    return thing and token.dep.startswith("nmod") and tree.case(token) in {"for", "of"}


def _in_the_day(draft: Draft, calendar: Calendar) -> bool:
    """ "Will be received in the afternoon": a part of the day that is told of."""
    text = draft.sentence.text.lower()
    return any(phrase in text for phrase in word_list("parts_of_the_day"))

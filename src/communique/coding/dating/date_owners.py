"""Whose date it is: each date expression of a sentence goes to the engagement that governs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.dating.narrative import another_time, governor, time_of, token_at
from communique.coding.dating.times import AHEAD, DATED_OTHERWISE, DAY_KINDS
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.triggers import Trigger
from communique.knowledge.frames import word_list
from communique.language.annotations import Analysis, Sentence, Token
from communique.language.dates import DateExpression, FormKind
from communique.language.grammar import Tree
from communique.model import Kind, Status

# "the September session": a date before a noun belongs to that noun.
_PRENOMINAL = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})


def assign_dates(
    drafts: Sequence[tuple[Draft, Trigger]], sentence: Sentence, tree: Tree, analysis: Analysis
) -> None:
    """Give each date expression of a sentence to the engagement whose words govern it."""
    owners: dict[int, Draft] = {}
    inside = [e for e in analysis.dates if sentence.start <= e.start < sentence.end]
    for draft, trigger in drafts:
        if draft.frame in DATED_OTHERWISE:
            draft.dates += [e for e in inside if _invited_for(tree, sentence, trigger.token, e)]
    drafts = [pair for pair in drafts if pair[0].frame not in DATED_OTHERWISE]
    for draft, trigger in drafts:
        owners.setdefault(trigger.token.i, draft)
        if trigger.carrier is not None:
            owners.setdefault(trigger.carrier.i, draft)
    for draft, trigger in sorted(drafts, key=lambda pair: _followed(pair[1])):
        if trigger.support is not None:
            owners.setdefault(trigger.support.i, draft)
    for draft, trigger in drafts:
        draft.dates += _when_clause(tree, trigger.support or trigger.token, analysis)
    for expression in inside:
        token = token_at(tree, sentence, expression)
        whole = _is_span(expression)  # "concluded his visit from 3 to 5 May"
        lasting = _lasting(tree, token, owners) if token is not None and not whole else None
        if lasting is not None:
            lasting.ends.append(expression)
            continue
        owner = _taker(tree, token, expression, owners, inside)
        if owner is not None and expression not in owner.dates:
            owner.dates.append(_moved_to(tree, token, expression, owner))


def _taker(
    tree: Tree, token: Token | None, expression: DateExpression, owners: dict[int, Draft],
    inside: Sequence[DateExpression],
) -> Draft | None:  # fmt: skip
    """The engagement that a date is of; None where it is of none, or given up for another."""
    if token is None:
        return None
    owner = _owner(tree, token, expression, owners)
    free = not _of_another(tree, token, expression, owners)
    if free and (owner is None or expression.form.rel == "next"):
        owner = _right_before(tree, token, expression, owners) or owner
    elif free and owner is not None and owner.kind == Kind.MEETING and _is_span(expression):
        # "met X during his visit to Chad on 3-5 May": the visit's days
        visit = _right_before(tree, token, expression, owners)
        owner = visit if visit is not None and visit.kind == Kind.VISIT else owner
    if _reaches_back(tree, token, owner, inside):
        return None
    return None if owner is not None and _given_up(tree, token, owner, inside) else owner


def _is_span(expression: DateExpression) -> bool:
    return expression.form.kind is FormKind.SPAN


def _given_up(tree: Tree, token: Token, owner: Draft, inside: Sequence[DateExpression]) -> bool:
    """ "The visit, originally scheduled for 19 May, will take place on 9 June": the first day."""
    verb = tree.head(token)
    once = (
        verb is not None
        and verb.tag == "VBN"
        and any(kid.lower in word_list("at_first") for kid in tree.kids(verb, "advmod"))
    )
    other = any(e.start > token.start and e.form.kind in DAY_KINDS for e in inside)
    return once and other and owner.status not in {Status.POSTPONED, Status.CANCELLED}


def _followed(trigger: Trigger) -> bool:
    """ "His visit follows one by X in June": the time is of what went before."""
    verb = trigger.support
    follows = verb is not None and verb.lemma in word_list("following") and verb.tag != "VBN"
    return follows and (trigger.carrier or trigger.token).dep == "nsubj"


def _moved_to(
    tree: Tree, token: Token | None, expression: DateExpression, owner: Draft
) -> DateExpression:
    """ "Has been moved from 12 to 20 January": the day moved to."""
    verb = governor(tree, token) if token is not None else None
    last = expression.form.last if expression.form.kind is FormKind.SPAN else None
    moved = verb is not None and verb.lemma in word_list("moving_days")
    if owner.status != Status.POSTPONED or last is None or not moved:
        return expression
    return replace(expression, form=last)


def _lasting(tree: Tree, token: Token, owners: dict[int, Draft]) -> Draft | None:
    """ "A visit that ends on Saturday", "will stay until Friday": whose last day it is."""
    verb = governor(tree, token)
    until = tree.case(token) in word_list("stretching") - {"since", "than"}
    if verb is None or tree.is_passive(verb) or (verb.tag in {"VBD", "VBN"} and not until):
        return None
    if verb.lemma not in word_list("lasting") or (
        verb.lemma not in word_list("ending") and not until
    ):
        return None
    if verb.dep == "acl:relcl":
        what = tree.head(verb)
    else:
        what = next(iter(tree.kids(verb, "nsubj", "obj")), None)
    for noun in (what, verb):
        owner = owners.get(noun.i) if noun is not None else None
        if owner is not None and owner.kind == Kind.VISIT:
            return owner
    return None


def _right_before(
    tree: Tree, token: Token, expression: DateExpression, owners: dict[int, Draft]
) -> Draft | None:
    """ "Cancelled a trip on which he was to meet X next Tuesday": the meeting right before."""
    first = min((t.i for t in tree.subtree(token)), default=token.i)
    if first == 0 or tree.case(token) in word_list("bounding") or token.i < first:
        return None
    before = tree[first - 1]
    if before.dep == "punct" or before.end > expression.start:
        return None
    for this in (before, *tree.up(before)):
        if this.i in owners:
            return None if _heard_of(tree, this) else owners[this.i]
        if tree.is_verb(this):
            return None
    return None


def _invited_for(
    tree: Tree, sentence: Sentence, invited: Token, expression: DateExpression
) -> bool:
    """ "Invited him on Monday to come in May": of the two days, that of coming."""
    token = token_at(tree, sentence, expression)
    if token is None or token.i < invited.i:
        return False
    path = list(tree.up(token))
    between = path[: path.index(invited)] if invited in path else []
    if any(tree.kids(this, "nsubj", "nsubj:pass") for this in between):
        return False  # "..., the agency reported on Thursday"
    if any(this.dep == "acl:relcl" and this.i > invited.i for this in (token, *path)):
        return False
    ahead = expression.form.rel == "next" or expression.form.kind is FormKind.MONTH
    ahead = ahead or any(kid.i < token.i for kid in tree.kids(invited, "xcomp"))
    return any(up is invited for up in path) and (ahead or path[0] is not invited)


def _when_clause(tree: Tree, verb: Token, analysis: Analysis) -> list[DateExpression]:
    """The date that "when" takes up: "in September 2023, when they met"."""
    marks = [kid for kid in tree.kids(verb, "advmod", "mark") if kid.lower == "when"]
    if not marks:
        return []
    return [e for e in analysis.dates if 0 < marks[0].start - e.end <= 2]


def _owner(
    tree: Tree, token: Token, expression: DateExpression, owners: dict[int, Draft]
) -> Draft | None:
    """Climb from a date to the nearest engagement; a clause about something else keeps it."""
    if _of_another(tree, token, expression, owners):
        return None
    path = [token, *tree.up(token)]
    telling = False
    for step, this in enumerate(path):
        if this.i in owners:
            if _heard_of(tree, this) or (telling and not_of_telling(owners[this.i], tree)):
                return None  # "postponed his visit, the palace announced on Tuesday"
            spoken_of = step and path[step - 1].dep == "obj" and owners[this.i].frame == "talk_verb"
            return None if spoken_of else _went_before(tree, this, owners)
        telling |= tree.is_verb(this) and this.lemma in word_list("reporting")
        aside = this.dep in {"acl:relcl", "acl", "parataxis"} or (
            this.dep == "ccomp" and this.lemma in word_list("reporting")
        )
        purpose = this.dep in {"advcl", "xcomp", "acl"} and any(
            kid.lower == "to" for kid in tree.kids(this, "mark")
        )
        told_of = this.dep in {"acl:relcl", "acl"} and this.lemma in word_list("taking_place")
        noun = tree.head(this)
        if told_of and noun is not None and tree.case(noun) in word_list("sequence"):
            return None  # "met ahead of the forum to take place on Monday"
        closed = step > 0 and _closed_before(tree, this, path[step - 1])
        if closed or _of_a_house(tree, this, expression) or _scheduled(tree, this):
            continue
        if told_of and (noun is None or _of_talks(tree, noun, this, owners)):
            continue  # "the talks, which took place on Monday", not "X, who comes home on Monday"
        if this.dep == "acl" and this.tag == "VBN" and this.lemma in word_list("heading"):
            continue  # "met a delegation led by X on Monday"
        if step and this.dep == "conj" and this.lemma in word_list("going_home"):
            return None  # "will meet X and return on Wednesday"
        if step and (another_time(tree, this) or _goes_on_now(tree, this)):
            return None
        purpose = purpose and not any(kid.lower == "due" for kid in tree.kids(this))
        for_it = purpose and this.dep == "advcl" and not _goes_to_attend(tree, this, owners)
        if step and (aside or for_it) and tree.is_verb(this):
            return None
    root = path[-1]
    told = root.lemma in word_list("reporting")
    below = [
        owners[i] for i in sorted(owners)
        if _main_argument(tree, tree[i], root) and not _heard_of(tree, tree[i])
    ]  # fmt: skip
    if told and below and not_of_telling(below[0], tree):
        return None
    return below[0] if below else None


def _closed_before(tree: Tree, verb: Token, below: Token) -> bool:
    """ "Received X, who had served for years, at the palace on Monday": commas around the clause
    part it from what the parse has put behind its verb."""
    who = next((t for t in tree.subtree(verb) if t.lower in {"who", "which", "whom"}), None)
    first = min((t.i for t in tree.subtree(below)), default=below.i)
    if verb.dep != "acl:relcl" or who is None or who.i == 0 or tree[who.i - 1].text != ",":
        return False
    ends = [t for t in tree.tokens[verb.i : first] if t.text == "," and tree[t.i + 1].tag == "IN"]
    return bool(ends) and below.dep.startswith(("obl", "nmod"))


def _scheduled(tree: Tree, verb: Token) -> bool:
    """ "The summit scheduled to be held on 8 May": the participle stands right behind the noun."""
    right_behind = verb.dep == "acl" and verb.head == verb.i - 1 and verb.tag == "VBN"
    return right_behind and verb.lemma in word_list("coming")


def _goes_to_attend(tree: Tree, verb: Token, owners: dict[int, Draft]) -> bool:
    """ "Will travel to Rome to take part in the forum on 3 May": the days of the forum."""
    head = tree.head(verb)
    visit = owners.get(head.i) if head is not None else None
    attends = verb.lemma in word_list("attending_summits") and verb.i not in owners
    return attends and visit is not None and visit.kind == Kind.VISIT and visit.status in AHEAD


def _heard_of(tree: Tree, noun: Token) -> bool:
    """ "Allies were told of his trip on Friday": a day on which it was known, or not."""
    verb = tree.head(noun) if tree.case(noun) in word_list("heard_of") else None
    return verb is not None and verb.lemma in word_list("finding_out")


def _of_a_house(tree: Tree, verb: Token, expression: DateExpression) -> bool:
    """ "Arrived at the building, which houses his office, on Friday": not when it houses it."""
    place = tree.head(verb) if verb.dep == "acl:relcl" else None
    named = place is not None and place.mention is not None and not is_person(place)
    lasting = verb.tag in {"VBZ", "VBP"} and verb.lemma not in word_list("taking_place")
    return named and lasting and expression.form.kind in {FormKind.DATE, FormKind.WEEKDAY}


def _went_before(tree: Tree, token: Token, owners: dict[int, Draft]) -> Draft:
    """ "The trip follows a visit to Chad on 30 July": the visit, not the trip."""
    before = [owners[kid.i] for kid in tree.kids(token, "obj") if kid.i in owners]
    return before[0] if before and token.lemma in word_list("following") else owners[token.i]


def _reaches_back(
    tree: Tree, token: Token, owner: Draft | None, inside: Sequence[DateExpression]
) -> bool:
    """ "His first visit since his election in May": the day of what the time is counted from."""
    if owner is None:
        return False
    between = [t for t in tree.tokens[owner.trigger.i : token.i] if t.i < token.i]
    marks = [t for t in between if t.lower in word_list("counted_from")]
    if not marks:
        return False
    rest = [t for t in between if t.i > marks[-1].i]
    named = any(
        marks[0].end <= e.start < token.start and _then(tree, e, token) for e in inside
    )  # fmt: skip
    return not named and not any(t.dep == "punct" for t in rest)


def _then(tree: Tree, earlier: DateExpression, token: Token) -> bool:
    """Whether "and", or a comma, parts a date from an earlier one."""
    between = [t for t in tree.tokens if earlier.end <= t.start < token.start]
    return any(t.text == "," or t.pos == "CCONJ" for t in between)


def _of_talks(tree: Tree, noun: Token, verb: Token, owners: dict[int, Draft]) -> bool:
    """ "The trip, which begins on Monday", not "the fair that Oslo hosted on Monday"."""
    others = [kid for kid in tree.kids(verb, "nsubj") if kid.lower not in {"which", "that"}]
    return not is_person(noun) and (not others or noun.i in owners)


def is_person(token: Token) -> bool:
    """Whether a word names or stands for a person."""
    return bool(token.persons) or (token.mention is not None and token.mention.person is not None)


def _goes_on_now(tree: Tree, verb: Token) -> bool:
    """ "Received X, whose visit ends on Friday": a present clause with a subject of its own."""
    present = verb.tag in {"VBZ", "VBP"} and not tree.auxiliaries(verb)
    head = tree.head(verb)
    past = head is not None and head.tag == "VBD"
    return present and past and verb.dep != "conj" and bool(tree.kids(verb, "nsubj"))


def _of_another(
    tree: Tree, token: Token, expression: DateExpression, owners: dict[int, Draft]
) -> bool:
    """Whether a date belongs to its own noun, or only bounds a stretch of time."""
    noun = tree.head(token)
    if tree.case(token) in word_list("stretching"):
        return not _put_off(tree, token, owners)
    if noun is None or noun.i in owners:
        return False
    if token.i < noun.i and token.dep in _PRENOMINAL:
        return True
    common = noun.pos == "NOUN" and noun.mention is None
    form = expression.form
    years = form.kind is FormKind.SPAN and form.first is not None and form.first.month is None
    wide = form.kind in {FormKind.MONTH, FormKind.YEAR, FormKind.PERIOD} or years
    return token.dep == "nmod" and common and (wide or tree.case(token) == "of")


def _put_off(tree: Tree, token: Token, owners: dict[int, Draft]) -> bool:
    """ "Put off his trip until 3 April": the new date of the trip."""
    verb = tree.head(token)
    put_off = verb is not None and verb.i in owners and tree.is_verb(verb)
    return put_off and verb is not None and owners[verb.i].status == Status.POSTPONED


def not_of_telling(draft: Draft, tree: Tree) -> bool:
    """The day of saying is not that of what is still to come or had happened before."""
    verb = governor(tree, draft.trigger)
    return draft.status in AHEAD or (
        verb is not None and time_of(tree, verb) in {"before", "perfect"}
    )


def _main_argument(tree: Tree, token: Token, root: Token) -> bool:
    """Whether ``token`` hangs on the sentence's main predicate without a clause between."""
    for this in (token, *tree.up(token)):
        if this is root:
            return True
        if this.dep in {"acl:relcl", "ccomp", "advcl"}:
            return False
    return False

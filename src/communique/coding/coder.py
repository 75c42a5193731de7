"""The coding room's one function: an annotated page in, a Reading out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from communique.coding.commitments.commitments import (
    join_invitations,
    settle_visits,
    to_commitment,
)
from communique.coding.commitments.invitation_parts import DraftInvitation
from communique.coding.commitments.invitations import InvitationReader
from communique.coding.commitments.undertakings import UndertakingReader
from communique.coding.commitments.visits_accepted import visits_accepted
from communique.coding.dating.arrangements import settle_arrangements
from communique.coding.dating.borrowed_days import borrow_days
from communique.coding.dating.counted import count_days
from communique.coding.dating.date_sharing import share_in_sentences
from communique.coding.dating.dating import (
    date_letters,
    look_ahead,
    look_on,
    share_dates,
    take_days,
    tell_on,
    visits_under_way,
)
from communique.coding.dating.departures import begin_visits, end_visits
from communique.coding.dating.put_off import leave_out_deciding
from communique.coding.dating.times import Calendar, latest_past, page_year, weekday_of
from communique.coding.dating.told_of_it import date_by_pronoun
from communique.coding.dating.visit_days import (
    close_visits,
    count_visit_days,
    date_by_day,
    date_stops,
    still_there,
)
from communique.coding.engagements.accounts import to_account, to_people
from communique.coding.engagements.accredited import name_accredited
from communique.coding.engagements.assemblies import without_bare_assemblies
from communique.coding.engagements.attendance import attendances, join_attendance
from communique.coding.engagements.captions import is_caption, pictured
from communique.coding.engagements.companions import settle_companions
from communique.coding.engagements.diaries import keep_diary
from communique.coding.engagements.doubt import settle_doubts
from communique.coding.engagements.drafts import Draft, When
from communique.coding.engagements.engagements import read_sentence
from communique.coding.engagements.lists import listed_engagements
from communique.coding.engagements.long_past import departed, long_past, without_history
from communique.coding.engagements.merging import merge
from communique.coding.engagements.questions import without_asked
from communique.coding.engagements.salience import settle_main
from communique.coding.engagements.schedules import plan_schedule, take_owner
from communique.coding.engagements.spoken import in_person
from communique.coding.engagements.status_merging import given_up
from communique.coding.engagements.stays import settle_hosts, settle_programmes, settle_stays
from communique.coding.engagements.stops_met import met_at_stops
from communique.coding.engagements.unread import office_holders, unread_sentences
from communique.coding.messages.letter_pages import letter_of_page
from communique.coding.messages.letter_parties import complete_letters
from communique.coding.messages.message_reading import read_messages
from communique.coding.messages.receivers import receiver_of_page
from communique.coding.places.filling import fill_visits, name_states, settle_places
from communique.coding.places.houses import place_behind, settle_houses
from communique.coding.places.roles import settle_delegates, settle_roles
from communique.coding.places.whereabouts import Whereabouts
from communique.coding.relations import read_relations
from communique.coding.statements.foreign_speech import of_foreign_affairs
from communique.coding.statements.statements import read_statements, to_statement
from communique.coding.topics.topic_shares import share_topics
from communique.coding.topics.topics import read_topics
from communique.knowledge.frames import Frames, load_frames
from communique.knowledge.frames.messages import load_message_words
from communique.knowledge.frames.undertakings import load_undertaking_words
from communique.language.annotations import Analysis
from communique.language.dates import FormKind
from communique.language.grammar import Tree
from communique.model import Commitment, Kind, Reading, Status
from communique.partial_dates import to_bounds

# What lies further back than this is recalled, not reported.
_WEEKS = timedelta(days=21)
_DAY = 10
# Sentences of a page's lead.
_LEAD = 2


def code(analysis: Analysis) -> Reading:
    """Code one page: its accounts with statements, messages and commitments; people; relations."""
    language = analysis.document.language or "en"
    frames = load_frames(language)
    drafts = _drafts(analysis, frames)
    calendar = _date(drafts, analysis)
    whereabouts = Whereabouts(analysis)
    present = attendances(drafts, analysis)
    groups = _engagements(drafts, analysis, whereabouts)
    invitations = _invitations(analysis, groups, language)
    groups += visits_accepted(invitations, groups, calendar)
    _settle(groups, invitations, calendar, analysis)
    join_attendance(groups, present)
    _settle_parties(groups, drafts, analysis, whereabouts)
    main = _main(groups)
    loose = main is None
    partners = main.actors() if main is not None else []
    statements = heard = read_statements(analysis, frames)
    unread = unread_sentences(analysis, groups, frames)
    if loose:
        like = [s for s, _ in unread if office_holders(s) > 1]
        statements = of_foreign_affairs(statements, like, analysis)
    found = read_topics(analysis, statements, frames)
    topics = share_topics(found, analysis.sentences, statements, groups, main)
    names = [partner.label for partner in partners]
    spoken = [to_statement(replace(s, topics=found.of_statement(s)), names) for s in statements]
    messages = read_messages(analysis, main, partners, statements)
    commitments = _commitments(invitations, main, calendar)
    undertaken = UndertakingReader(analysis, main, calendar, load_undertaking_words(language))
    commitments += undertaken.read(statements, heard)
    accounts = [
        to_account(
            group, analysis,
            topics=topics.get(id(group), {}),
            statements=spoken if group is main else (),
            messages=messages if group is main else (),
            commitments=commitments if group is main else (),
            after=latest_past(analysis) if group is main else None,
        )
        for group in groups
    ]  # fmt: skip
    return Reading(
        analysis.document, tuple(accounts), to_people(analysis.people, analysis),
        read_relations(analysis, _year(groups)), tuple(found for _, found in unread),
        statements=tuple(spoken) if loose else (),
        messages=tuple(messages) if loose else (),
        commitments=tuple(commitments) if loose else (),
    )  # fmt: skip


def _drafts(analysis: Analysis, frames: Frames) -> list[Draft]:
    """Every engagement that a sentence, a list or a letter reports, before they are merged."""
    drafts: list[Draft] = []
    for sentence in analysis.sentences:
        drafts += read_sentence(sentence, analysis, frames, drafts)
    drafts += [*listed_engagements(analysis, frames), *pictured(analysis, frames)]
    take_owner(drafts, analysis)
    keep_diary(drafts, analysis)
    drafts = name_accredited(drafts, analysis)
    drafts = without_bare_assemblies(without_asked(drafts, analysis))
    drafts += letter_of_page(analysis)
    words = load_message_words(analysis.document.language or "en")
    return complete_letters(drafts, receiver_of_page(analysis, words))


def _engagements(
    drafts: Sequence[Draft], analysis: Analysis, whereabouts: Whereabouts
) -> list[Draft]:
    """The engagements that the drafts of a page amount to, with roles and rank."""
    in_person(drafts)
    told = given_up([draft for draft in drafts if not draft.denied])
    groups, _ = merge(told, analysis.home_state)
    groups = met_at_stops(groups)
    place_behind(groups, analysis)
    settle_roles(groups, analysis, whereabouts)
    settle_main(groups, _first_body(analysis))
    return without_history(groups)


def _first_body(analysis: Analysis) -> int:
    """The index of the first sentence after the headline."""
    return next((s.index for s in analysis.sentences if not s.is_title), 0)


def _settle(
    groups: list[Draft], invitations: Sequence[DraftInvitation], calendar: Calendar,
    analysis: Analysis,
) -> None:  # fmt: skip
    """Settle what only the whole page tells: visits invited to, what is main, shared dates."""
    settle_visits(invitations, groups)
    settle_main(groups, _first_body(analysis))
    settle_stays(groups, analysis)
    settle_programmes(groups)
    settle_hosts(groups)
    settle_companions(groups, analysis)
    look_ahead(groups, calendar)
    count_days(groups, calendar)
    date_by_day(groups, calendar)
    date_by_pronoun(groups, calendar)
    share_in_sentences(groups, calendar)
    share_dates(groups, calendar)
    _dateline(groups, calendar, analysis)
    take_days(groups, calendar)
    date_letters(groups, calendar)
    tell_on(groups, calendar)
    visits_under_way(groups)
    borrow_days(groups, calendar)
    plan_schedule(groups, analysis)
    begin_visits(groups, calendar)
    end_visits(groups, calendar)
    count_visit_days(groups, calendar)
    close_visits(groups, calendar)
    date_stops(groups, calendar)
    still_there(groups, calendar)
    look_on(groups, calendar)


def _settle_parties(
    groups: list[Draft], drafts: Sequence[Draft], analysis: Analysis, whereabouts: Whereabouts
) -> None:
    """Settle where engagements were, who hosts visits, and who only comes along."""
    settle_houses(groups)
    settle_places(groups, analysis, whereabouts)
    fill_visits(groups, analysis)
    name_states(groups, analysis)
    settle_delegates(groups)
    settle_doubts(groups, [draft for draft in drafts if draft.denied], analysis)


def _date(drafts: Sequence[Draft], analysis: Analysis) -> Calendar:
    calendar = Calendar(analysis, page_year(analysis, drafts))
    calendar.narrate()
    dead, lead = departed(analysis), _first_body(analysis) + _LEAD
    for draft in drafts:
        leave_out_deciding(draft, calendar)
        left = draft.set_out and draft.status == Status.PLANNED
        status = Status.HELD if left else draft.status
        draft.when = calendar.when(draft.dates, status, present=draft.present)
        if left and _before(draft, analysis):
            draft.status = Status.UNDER_WAY
        if draft.was_there and draft.status == Status.UNDER_WAY and _before(draft, analysis):
            draft.status = Status.HELD  # "was in Rome on a visit on 6 May"
        draft.weekday = weekday_of(draft.dates)
        opening = draft.sentence.is_title or draft.sentence.index < lead
        draft.history = long_past(draft, analysis.published, dead, opening=opening)
        draft.recalled = draft.history or _long_before(draft, analysis)
        _spoken_of(draft)
        if draft.status in {Status.HELD, Status.UNDER_WAY}:
            shown = is_caption(draft.sentence, analysis)
            if draft.present and draft.weekday and not (draft.going_on or shown):
                _on_a_day_to_come(draft, calendar, analysis)
            if _ahead(draft, analysis):
                if draft.going_on or draft.trigger.tag == "VBD":
                    draft.when = When()  # "a month later X flew to Y": later than what is recalled
                else:
                    draft.status = Status.PLANNED
    for draft in drafts:
        if draft.purpose and draft.status in {Status.HELD, Status.PLANNED}:
            gone = _gone_on(draft, drafts)
            if gone is not None and _lately(gone.when, analysis):
                draft.status, draft.when = Status.PLANNED, _to_come(draft, calendar, analysis)
            elif gone is not None or _over(draft, calendar, analysis):
                draft.status = Status.HELD
                draft.when = calendar.when(draft.dates, draft.status)
    settle_arrangements(drafts, analysis)
    return calendar


def _spoken_of(draft: Draft) -> None:
    """Settle how a visit stands that the page tells in passing."""
    wide = draft.recalled and len(draft.when.start or "") < _DAY
    if draft.kind == Kind.VISIT and not draft.told and _soon(draft):
        draft.status = Status.PLANNED
    elif wide and draft.status == Status.UNDER_WAY and not draft.present:
        draft.status = Status.HELD  # "came to Kenya on a state visit in May", in autumn


def _soon(draft: Draft) -> bool:
    """ "Welcomed his visit in the near future": one that is only spoken of, and to come."""
    words = [e.form for e in draft.dates]
    ahead = [form for form in words if form.kind is FormKind.VAGUE and form.sign == 1]
    return draft.status == Status.HELD and bool(ahead) and len(ahead) == len(words)


def _gone_on(talks: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The journey of the same sentence that was made for ``talks``."""
    ways = [d for d in drafts if d.sentence is talks.sentence and d.kind == Kind.VISIT]
    return next((d for d in ways if d.status in {Status.HELD, Status.UNDER_WAY}), None)


def _to_come(draft: Draft, calendar: Calendar, analysis: Analysis) -> When:
    """The days ahead of the page that the words of ``draft`` name."""
    when = calendar.when(draft.dates, Status.PLANNED)
    return when if (when.start or "") > str(analysis.published) else When()


def _over(draft: Draft, calendar: Calendar, analysis: Analysis) -> bool:
    """ "Flew in to meet X on November 19": on the last such day, unless the year is printed."""
    start = calendar.when(draft.dates, Status.HELD).start
    told = any(t.tag == "VBD" for t in Tree(draft.sentence.tokens).up(draft.trigger))
    return told and start is not None and start < str(analysis.published)


def _lately(when: When, analysis: Analysis) -> bool:
    """Whether a journey is of the page's own day or the day before, as far as is known."""
    if analysis.published is None:
        return False
    yesterday = (analysis.published - timedelta(days=1)).isoformat()
    return when.start is None or when.start >= yesterday


def _long_before(draft: Draft, analysis: Analysis) -> bool:
    """Whether ``draft`` is dated to weeks before the page."""
    last = draft.when.end or draft.when.start
    if last is None or analysis.published is None:
        return False
    return to_bounds(last)[1] < analysis.published - _WEEKS


def _before(draft: Draft, analysis: Analysis) -> bool:
    """Whether the day of ``draft`` lies before the page's own."""
    published, start = analysis.document.published, draft.when.start
    return published is not None and start is not None and start < published[: len(start)]


def _on_a_day_to_come(draft: Draft, calendar: Calendar, analysis: Analysis) -> None:
    """ "X begins a visit on Friday", "X meets Y on Friday": the next Friday, not the last."""
    coming = calendar.when(draft.dates, Status.PLANNED)
    published = analysis.document.published
    if published is not None and coming.start is not None and coming.start > published:
        draft.when = coming


def _ahead(draft: Draft, analysis: Analysis) -> bool:
    """Whether the page's own date lies before the engagement's."""
    published, start = analysis.document.published, draft.when.start
    return published is not None and start is not None and start > published[: len(start)]


def _dateline(groups: Sequence[Draft], calendar: Calendar, analysis: Analysis) -> None:
    """A wire dateline dates the same day's event that its report is about."""
    if calendar.dateline is None or analysis.document.dateline_date is None:
        return
    day = calendar.dateline.isoformat()
    for group in groups:
        happening = group.status in {Status.HELD, Status.UNDER_WAY}
        if group.main and happening and group.when.start is None and group.kind != Kind.VISIT:
            group.when.start = group.when.end = day
            group.when.basis, group.when.rule = "resolved", "dateline"
            group.when.worked_from = (f"dateline {day}",)
            group.when.spans = (analysis.document.dateline_date,)


def _year(groups: Sequence[Draft]) -> int | None:
    """The year that the page's main engagement is in, for a page without a date of its own."""
    starts = [g.when.start for g in groups if g.main and g.when.start is not None]
    return int(starts[0][:4]) if starts else None


def _main(groups: Sequence[Draft]) -> Draft | None:
    """The engagement that carries the page's statements: the first main one that took place."""
    main = [g for g in groups if g.main] or list(groups)
    talks = [g for g in main if g.kind != Kind.VISIT and g.status == Status.HELD]
    held = [
        g for g in groups if g.kind not in {Kind.VISIT, Kind.CEREMONY} and g.status == Status.HELD
    ]
    order = talks or ([g for g in held if g.main] or held[:1]) or main
    return order[0] if order else None


def _invitations(
    analysis: Analysis, groups: Sequence[Draft], language: str
) -> list[DraftInvitation]:
    words = load_message_words(language)
    drafts = [
        draft
        for sentence in analysis.sentences
        for draft in InvitationReader(sentence, analysis, words).read()
    ]
    body = [d for d in drafts if not d.sentence.is_title]
    titles = [d for d in drafts if d.sentence.is_title]
    return join_invitations([*body, *titles], groups)


def _commitments(
    invitations: Sequence[DraftInvitation], main: Draft | None, calendar: Calendar
) -> list[Commitment]:
    date = main.when.start if main is not None else None
    found = []
    for invitation in invitations:
        due = calendar.when(invitation.due, Status.PROPOSED)
        found.append(to_commitment(invitation, date, due.start))
    return found

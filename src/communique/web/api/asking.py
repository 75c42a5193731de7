"""The questions of the API."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from communique.exchange.compared_form import compared_to_json
from communique.exchange.decisions import decision_to_json
from communique.exchange.json_form import reading_to_json
from communique.exchange.record_form import (
    commitment_to_json,
    document_to_json,
    engagement_to_json,
    hit_to_json,
    person_to_json,
)
from communique.knowledge.states import state_of
from communique.model import TOPICS, CommitmentKind, Kind, Status
from communique.record.decision_list import VERBS, AskedDecisions
from communique.record.finding import Asked, AskedCommitments, AskedDocuments, Order
from communique.record.finding.entries import (
    EngagementLine,
    MonthCount,
    OutletLine,
    Overview,
    PairFound,
    PairLine,
    PersonFound,
    PersonLine,
)
from communique.record.review import Doubt, Question
from communique.web.api.operations import (
    SINCE,
    STATE,
    STATES,
    UNTIL,
    Asking,
    Operation,
    Parameter,
    Refused,
    limit,
    listed,
    piece,
    words_of,
)
from communique.web.api.schemas import COUNT, MAYBE_TEXT, TEXT, Schema, ref, schema_of, some, thing

_PERSON = Parameter("person", "A person's id, or words of a name.")
_WORDS = Parameter("words", "Words in the text; those in double quotes stand together.")
_ORDER = words_of("order", "Which way the list runs through time.", Order, usual="newest")
_DIFFERING = words_of("differing", "Only where accounts cannot all be right.", ("true", "false"))
_STANDINGS = ("open", "overdue", "fulfilled", "declined", "withdrawn", "lapsed")
FILTERS = (
    STATES,
    _PERSON,
    words_of("kind", "Of one of these kinds.", Kind, many=True),
    words_of("status", "Of one of these statuses.", Status, many=True),
    words_of("topic", "About every one of these topics.", sorted(TOPICS), many=True),
    Parameter("outlet", "Told by one of these outlets.", many=True),
    SINCE,
    UNTIL,
    _WORDS,
    _DIFFERING,
    _ORDER,
)


def a_list(items: Schema) -> Schema:
    """Return the schema of a piece of a list."""
    return thing(items=some(items), total=COUNT, next=MAYBE_TEXT)


def _asked(asking: Asking) -> Asked:
    query = asking.query
    return Asked(
        states=query["state"],
        person=query["person"],
        kinds=query["kind"],
        statuses=query["status"],
        topics=query["topic"],
        outlets=query["outlet"],
        since=query["since"],
        until=query["until"],
        words=query["words"],
        differing=query["differing"] == "true",
        order=Order(query["order"]),
    )


def _overview(asking: Asking) -> Any:
    return asdict(asking.record.finding.overview()) | {"waiting": asking.record.waiting()}


def _engagements(asking: Asking) -> Any:
    found = asking.record.finding.engagements(_asked(asking), **asking.piece)
    return listed(found, asdict)


def _whole_engagements(asking: Asking) -> Any:
    found = asking.record.finding.engagements(_asked(asking), **asking.piece)
    whole = {e.id: e for e in asking.record.finding.whole([line.id for line in found.items])}
    some = replace(found, items=tuple(line for line in found.items if line.id in whole))
    return listed(some, lambda line: engagement_to_json(whole[line.id], why=True))


def _engagement(asking: Asking) -> Any:
    return engagement_to_json(asking.record.engagement(asking.path["id"]), why=True)


def _comparison(asking: Asking) -> Any:
    return compared_to_json(asking.record.engagement(asking.path["id"]))


def _months(asking: Asking) -> Any:
    return [asdict(count) for count in asking.record.finding.months(_asked(asking))]


def _commitments(asking: Asking) -> Any:
    query = asking.query
    asked = AskedCommitments(
        standing=query["standing"],
        kinds=query["kind"],
        states=query["state"],
        person=query["person"],
        order=Order(query["order"]),
    )
    found = asking.record.finding.commitments(asked, **asking.piece)
    today = date.today()
    return listed(found, lambda entry: commitment_to_json(entry, today))


def _people(asking: Asking) -> Any:
    query = asking.query
    finding = asking.record.finding
    return listed(finding.people(query["name"], states=query["state"], **asking.piece), asdict)


def _person(asking: Asking) -> Any:
    found = asking.record.finding.person(asking.path["id"])
    return asdict(found) | {"entry": person_to_json(found.entry)}


def _pairs(asking: Asking) -> Any:
    query = asking.query
    found = asking.record.finding.pairs(
        query["state"], since=query["since"], until=query["until"], **asking.piece
    )
    return listed(found, asdict)


def _pair(asking: Asking) -> Any:
    codes = [state_of(asking.path[name]) for name in ("one", "other")]
    if None in codes or len(set(codes)) < 2:
        raise Refused("two states make a pair, by name or ISO code", 404)
    return asdict(asking.record.finding.pair(*map(str, codes)))


def _outlets(asking: Asking) -> Any:
    return listed(asking.record.finding.outlets(asking.query["name"], **asking.piece), asdict)


def _pages(asking: Asking) -> Any:
    query = asking.query
    asked = AskedDocuments(
        outlet=query["outlet"], words=query["words"], since=query["since"], until=query["until"]
    )
    return listed(asking.record.finding.documents(asked, **asking.piece), asdict)


def _page(asking: Asking) -> Any:
    found = asking.record.finding.document(asking.path["id"])
    return {
        "document": document_to_json(found.document),
        "reading": reading_to_json(found.reading),
        "accounts": [{"id": one, "engagement": of} for one, of in found.engagements],
        "copies": [document_to_json(copy) for copy in found.copies],
        "versions": found.versions,
    }


def _search(asking: Asking) -> Any:
    if not asking.query["words"]:
        raise Refused("words are missing")
    found = asking.record.search(asking.query["words"], asking.query["limit"])
    return [hit_to_json(hit) for hit in found]


def _decisions(asking: Asking) -> Any:
    asked = AskedDecisions(by=asking.query["by"], verb=asking.query["verb"])
    found = asking.record.corrections.lines(asked, **asking.piece)
    return listed(
        found,
        lambda line: {
            "decision": decision_to_json(line.entry),
            "engagements": list(line.engagements),
            "waits": line.waits,
        },
    )


def _review(asking: Asking) -> Any:
    return listed(asking.record.review.queue(asking.query["doubt"], **asking.piece), asdict)


def _with(kind: Any, **other: Schema) -> Schema:
    """Return the schema of a type in which some properties are described otherwise."""
    return thing(**schema_of(kind)["properties"] | other)


_PAGE_LINE = thing(document=ref("Page"), accounts=COUNT, unread=COUNT)
_PAGE_FOUND = thing(
    document=ref("Page"),
    reading=ref("Reading"),
    accounts=some(thing(id=TEXT, engagement=MAYBE_TEXT)),
    copies=some(ref("Page")),
    versions=COUNT,
)
_DECISION_LINE = thing(decision=ref("Decision"), engagements=some(TEXT), waits={"type": "boolean"})
_COMMITMENT_FILTERS = (
    words_of("standing", "How it stands.", _STANDINGS),
    words_of("kind", "Of one of these kinds.", CommitmentKind, many=True),
    STATES,
    _PERSON,
    _ORDER,
)
_NAME = Parameter("name", "Words of the name, or their beginnings.")
_OF_STATES = Parameter("state", "One of these states is theirs.", read=STATE.read, many=True)
_OUTLET = Parameter("outlet", "Of this outlet.")
_BY = Parameter("by", "Who decided.")
_MOST_WHOLE = 25

QUESTIONS = (
    Operation(
        "/overview",
        "overview",
        "How much the record holds; `waiting` are changes that are not linked yet.",
        _with(Overview, waiting=COUNT),
        _overview,
    ),
    Operation(
        "/engagements",
        "engagements",
        "Engagements, as lines of a list.",
        a_list(schema_of(EngagementLine)),
        _engagements,
        (*FILTERS, *piece()),
    ),
    Operation(
        "/whole-engagements",
        "whole_engagements",
        "Engagements with their accounts and the words behind them, as `export` writes them.",
        a_list(ref("Engagement")),
        _whole_engagements,
        (*FILTERS, *piece(_MOST_WHOLE)),
    ),
    Operation("/engagements/{id}", "engagement", "One engagement.", ref("Engagement"), _engagement),
    Operation(
        "/engagements/{id}/comparison",
        "comparison",
        "One engagement's accounts set against each other, by the side that tells them.",
        ref("Compared"),
        _comparison,
    ),
    Operation(
        "/months",
        "months",
        "How many engagements there were, by month and kind.",
        some(schema_of(MonthCount)),
        _months,
        FILTERS,
    ),
    Operation(
        "/commitments",
        "commitments",
        "Invitations, pledges and agreed steps, and where each stands.",
        a_list(ref("Commitment")),
        _commitments,
        (*_COMMITMENT_FILTERS, *piece()),
    ),
    Operation(
        "/people",
        "people",
        "Persons, those with most engagements first.",
        a_list(schema_of(PersonLine)),
        _people,
        (_NAME, _OF_STATES, *piece()),
    ),
    Operation(
        "/people/{id}",
        "person",
        "One person: names, offices, whom they met and when.",
        _with(PersonFound, entry=ref("Person")),
        _person,
    ),
    Operation(
        "/pairs",
        "pairs",
        "Pairs of states, those with most engagements first.",
        a_list(schema_of(PairLine)),
        _pairs,
        (STATE, SINCE, UNTIL, *piece()),
    ),
    Operation(
        "/pairs/{one}/{other}",
        "pair",
        "What there is between two states.",
        schema_of(PairFound),
        _pair,
    ),
    Operation(
        "/outlets",
        "outlets",
        "Outlets, those with most pages first.",
        a_list(schema_of(OutletLine)),
        _outlets,
        (_NAME, *piece()),
    ),
    Operation(
        "/pages",
        "pages",
        "Pages, the newest first.",
        a_list(_PAGE_LINE),
        _pages,
        (_OUTLET, _WORDS, SINCE, UNTIL, *piece()),
    ),
    Operation(
        "/pages/{id}", "page", "One page's text with everything read from it.", _PAGE_FOUND, _page
    ),
    Operation(
        "/search",
        "search",
        "Titles, texts and statements that hold all the words, the best first.",
        some(ref("Hit")),
        _search,
        (_WORDS, limit()),
    ),
    Operation(
        "/review",
        "review",
        "What is uncertain and nobody has settled, with what can be decided on it.",
        a_list(schema_of(Question)),
        _review,
        (words_of("doubt", "Of one of these doubts.", Doubt, many=True), *piece()),
    ),
    Operation(
        "/decisions",
        "decisions",
        "What people decided, the newest first.",
        a_list(_DECISION_LINE),
        _decisions,
        (_BY, words_of("verb", "Of this verb.", VERBS), *piece()),
    ),
)

"""The schemas of what ``exchange`` writes, from a page's reading to a decision."""

from __future__ import annotations

from communique.linking.decisions import FIELDS
from communique.linking.outcome import FieldWeight, LinkedParty
from communique.linking.rows import Verb
from communique.model import (
    Act,
    CommitmentKind,
    CommitmentStateKind,
    DateBasis,
    Kind,
    Medium,
    MessageKind,
    Role,
    Status,
    Verdict,
    VisitType,
)
from communique.record.entries import DocumentEntry, Hit, TenureEntry
from communique.web.api.schemas import (
    ANYTHING,
    COUNT,
    FLAG,
    MAYBE_TEXT,
    TEXT,
    Schema,
    maybe,
    one_of,
    ref,
    schema_of,
    some,
    thing,
)

_SPANS = some(ref("Span"))
_TEXTS = some(TEXT)
_STATEMENT = {
    "speaker": {"anyOf": [TEXT, _TEXTS]},
    "addressee": MAYBE_TEXT,
    "act": one_of(Act),
    "content": TEXT,
    "topics": _TEXTS,
    "quoted": FLAG,
    "evidence": _SPANS,
}
_PARTY = {
    "person": MAYBE_TEXT,
    "state": MAYBE_TEXT,
    "organization": MAYBE_TEXT,
    "office": MAYBE_TEXT,
    "role": one_of(Role),
    "evidence": _SPANS,
    "worked_from": MAYBE_TEXT,
    "uncertain": MAYBE_TEXT,
}
_DATES = {"start": MAYBE_TEXT, "end": MAYBE_TEXT, "date_basis": one_of(DateBasis)}
_ACCOUNT = {
    "kind": one_of(Kind),
    "status": one_of(Status),
    "main": FLAG,
    "visit_type": maybe(one_of(VisitType)),
    **_DATES,
    "place": maybe(ref("Place")),
    "parties": some(ref("Party")),
    "topics": _TEXTS,
    "plover": thing(event=TEXT, mode=MAYBE_TEXT),
    "cameo": TEXT,
    "statements": some(ref("Statement")),
    "messages": some(ref("Message")),
    "commitments": some(ref("CommitmentOnPage")),
    "evidence": ref("Evidence"),
    "date_rule": MAYBE_TEXT,
    "date_worked_from": _TEXTS,
    "weekday": MAYBE_TEXT,
    "after": MAYBE_TEXT,
    "before": MAYBE_TEXT,
    "frame": MAYBE_TEXT,
    "uncertain": MAYBE_TEXT,
}
_WORDS = {"document": MAYBE_TEXT, "evidence": _SPANS}
_BELIEVED = {
    "kind": one_of(Kind),
    "status": one_of(Status),
    "visit_type": maybe(one_of(VisitType)),
    **_DATES,
    "earliest": MAYBE_TEXT,
    "latest": MAYBE_TEXT,
    "place": maybe(ref("Place")),
    "parties": some(schema_of(LinkedParty)),
    "decided": some(ref("Decided")),
}

ON_A_PAGE: dict[str, Schema] = {
    "Span": thing(start=COUNT, end=COUNT, quote=TEXT),
    "Place": thing(name=MAYBE_TEXT, city=MAYBE_TEXT, state=MAYBE_TEXT),
    "Party": thing(**_PARTY),
    "Statement": thing(**_STATEMENT),
    "Message": thing(
        **{
            "kind": one_of(MessageKind),
            "medium": maybe(one_of(Medium)),
            "from": _TEXTS,
            "to": _TEXTS,
            "via": MAYBE_TEXT,
            "occasion": MAYBE_TEXT,
            "evidence": _SPANS,
        }
    ),
    "CommitmentOnPage": thing(
        kind=one_of(CommitmentKind),
        by=MAYBE_TEXT,
        to=MAYBE_TEXT,
        via=MAYBE_TEXT,
        what=TEXT,
        due=MAYBE_TEXT,
        states=some(thing(state=one_of(CommitmentStateKind), date=MAYBE_TEXT, evidence=_SPANS)),
    ),
    "Evidence": thing(
        kind=_SPANS,
        status=_SPANS,
        start=_SPANS,
        end=_SPANS,
        place=_SPANS,
        visit_type=_SPANS,
        parties=some(_SPANS),
        topics=some(_SPANS),
    ),
    "Account": thing(**_ACCOUNT),
    "Reading": thing(
        document=thing(
            path=MAYBE_TEXT,
            url=MAYBE_TEXT,
            title=MAYBE_TEXT,
            outlet=MAYBE_TEXT,
            byline=MAYBE_TEXT,
            language=MAYBE_TEXT,
            published=MAYBE_TEXT,
            published_precision=MAYBE_TEXT,
            text=TEXT,
            sha256=TEXT,
            photo_credit=MAYBE_TEXT,
            dateline_place=maybe(ref("Span")),
            dateline_date=maybe(ref("Span")),
            title_span=maybe(ref("Span")),
            captions=_SPANS,
            related=_SPANS,
        ),
        accounts=some(ref("Account")),
        people=some(
            thing(
                person=TEXT,
                state=MAYBE_TEXT,
                organization=MAYBE_TEXT,
                offices=_TEXTS,
                names=_TEXTS,
                deceased=FLAG,
                former=FLAG,
                evidence=_SPANS,
                office_evidence=some(_SPANS),
            )
        ),
        relations=some(
            thing(
                states=_TEXTS,
                level=MAYBE_TEXT,
                milestones=some(
                    thing(what=TEXT, year={"type": ["integer", "null"]}, evidence=_SPANS)
                ),
                evidence=_SPANS,
            )
        ),
        unread=some(thing(span=ref("Span"), reason=TEXT)),
        statements=some(ref("Statement")),
        messages=some(ref("Message")),
        commitments=some(ref("CommitmentOnPage")),
    ),
}

IN_THE_RECORD: dict[str, Schema] = {
    "Page": schema_of(DocumentEntry),
    "Decided": thing(
        field=TEXT, value=ANYTHING, decision=TEXT, made_at=TEXT, made_by=TEXT, why=MAYBE_TEXT
    ),
    "Comparison": thing(
        field=TEXT,
        verdict=one_of(Verdict),
        values=some(thing(value=ANYTHING, documents=_TEXTS)),
        witnesses=COUNT,
        note=MAYBE_TEXT,
    ),
    "Engagement": thing(
        id=TEXT,
        **_BELIEVED,
        main=FLAG,
        topics=_TEXTS,
        witnesses=COUNT,
        part_of=MAYBE_TEXT,
        parts=_TEXTS,
        documents=some(ref("Page")),
        accounts=some(
            thing(
                id=TEXT,
                document=ref("Page"),
                **_ACCOUNT | {"parties": some(thing(**_PARTY, person_id=MAYBE_TEXT))},
                weights=some(schema_of(FieldWeight)),
            )
        ),
        comparison=some(ref("Comparison")),
        commitments=_TEXTS,
    ),
    "Compared": thing(
        id=TEXT,
        **_BELIEVED,
        sides=some(thing(side=MAYBE_TEXT, accounts=some(COUNT))),
        accounts=some(
            thing(
                number=COUNT,
                document=ref("Page"),
                side=MAYBE_TEXT,
                outlet_state=MAYBE_TEXT,
                owner=TEXT,
                independent=FLAG,
                **{
                    name: _ACCOUNT[name]
                    for name in ("kind", "status", "visit_type", *_DATES, "place", "topics")
                },
                parties=some(thing(**_PARTY, person_id=MAYBE_TEXT)),
                uncertain=MAYBE_TEXT,
                evidence=ref("Evidence"),
            )
        ),
        fields=some(ref("Comparison")),
        statements=some(
            thing(
                sides=some(MAYBE_TEXT),
                otherwise=some(MAYBE_TEXT),
                left_out=some(MAYBE_TEXT),
                told=some(thing(account=COUNT, **_STATEMENT)),
                near=some(thing(account=COUNT, words=ref("Span"))),
            )
        ),
    ),
    "Commitment": thing(
        id=TEXT,
        kind=one_of(CommitmentKind),
        by=MAYBE_TEXT,
        by_id=MAYBE_TEXT,
        to=MAYBE_TEXT,
        to_id=MAYBE_TEXT,
        via=MAYBE_TEXT,
        what=TEXT,
        due=MAYBE_TEXT,
        open=FLAG,
        overdue=FLAG,
        open_since=MAYBE_TEXT,
        days_open={"type": ["integer", "null"]},
        last_word=maybe(
            thing(
                state=one_of(CommitmentStateKind),
                date=MAYBE_TEXT,
                outlet=MAYBE_TEXT,
                document=MAYBE_TEXT,
            )
        ),
        states=some(
            thing(
                state=one_of(CommitmentStateKind),
                date=MAYBE_TEXT,
                via=MAYBE_TEXT,
                engagement=MAYBE_TEXT,
                **_WORDS,
                worked_from=MAYBE_TEXT,
                sources=some(thing(**_WORDS)),
            )
        ),
        engagements=_TEXTS,
    ),
    "Person": thing(
        id=TEXT,
        person=TEXT,
        state=MAYBE_TEXT,
        organization=MAYBE_TEXT,
        names=_TEXTS,
        deceased=FLAG,
        tenures=some(
            thing(**schema_of(TenureEntry)["properties"], table_has=_TEXTS),
        ),
    ),
    "Hit": schema_of(Hit),
    "Decision": thing(
        id=TEXT,
        made_at=TEXT,
        made_by=TEXT,
        why=MAYBE_TEXT,
        verb=one_of(Verb),
        subject={"type": "object"},
        value=ANYTHING,
        undoes=MAYBE_TEXT,
        undone_by=MAYBE_TEXT,
    ),
    "SetField": one_of(FIELDS),
}

"""The queue of what is uncertain, and what accepting does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.linking.rows import Verb
from communique.model import Place, Reading, Unread
from communique.record import Author, Record, RecordError
from communique.record.review import Doubt
from record.made_readings import account, page, reading, span
from record.test_keeping import a_call

ME = Author("me")


def doubtful(name: str = "doubtful.txt") -> Reading:
    """Return a page that leaves open who took part, and has a sentence nobody could code."""
    document = page(name, "2023-05-04")
    told = account(document, "meeting", "Ada Obi/NGA", "Jon Dahl/NOR", start="2023-04-01")
    (first, second) = told.parties
    second = replace(second, uncertain="two ministers may be meant")
    told = replace(told, parties=(first, second), uncertain="it may have been a call")
    return reading(document, told, unread=(Unread(span(document)[0], "no frame"),))


def held_in(name: str, city: str, state: str) -> Reading:
    """Return a page that tells of the same meeting as others, but where it was held."""
    document = page(name, "2023-06-03")
    told = account(document, "meeting", "Ada Obi/NGA", "Jon Dahl/NOR", start="2023-06-02")
    return reading(document, replace(told, place=Place(city, city, state)))


TWO_PLACES = (held_in("a.txt", "Oslo", "NOR"), held_in("b.txt", "Abuja", "NGA"))


def test_a_record_in_which_all_is_plain_asks_nothing(record: Record) -> None:
    record.keep(replace(a_call(), unread=()))
    assert set(record.review.counts().values()) == {0}
    assert record.review.queue().items == ()


def test_what_a_page_leaves_in_doubt_is_asked_with_its_words(record: Record) -> None:
    record.keep(doubtful())
    (meeting,) = record.finding.engagements().items
    whole, party = record.review.queue([Doubt.UNCERTAIN]).items
    if whole.party is not None:
        whole, party = party, whole
    assert (whole.said, whole.party) == ("it may have been a call", None)
    assert (party.said, party.party) == ("two ministers may be meant", 1)
    assert whole.engagement == party.engagement == meeting
    assert whole.words == span(doubtful().document)
    (sentence,) = record.review.queue([Doubt.UNREAD]).items
    assert (sentence.said, sentence.words) == ("no frame", span(doubtful().document))
    assert sentence.document
    assert sentence.document.path == "doubtful.txt"
    assert sentence.can == (Verb.ACCEPT,)


def test_an_account_that_does_not_count_is_not_asked_about(record: Record) -> None:
    record.keep(doubtful())
    (question, _) = record.review.queue([Doubt.UNCERTAIN]).items
    assert question.account
    record.corrections.reject(question.account, ME)
    assert record.review.counts()[Doubt.UNCERTAIN] == 0


def test_accounts_that_cannot_both_be_right_are_asked(record: Record) -> None:
    for one in TWO_PLACES:
        record.keep(one)
    (question,) = record.review.queue([Doubt.DISAGREEMENT]).items
    assert question.field == "place"
    assert question.engagement
    assert question.engagement.pages == 2
    assert {label for value in question.values for label in value.documents} == {"a.txt", "b.txt"}
    assert Verb.SET in question.can


def test_an_account_that_hardly_belongs_is_asked(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here every account is taken for a weak one; what each field weighs comes with it."""
    monkeypatch.setattr("communique.record.review.queue.WEAK_BELOW", 1000.0)
    record.keep(a_call("a.txt"))
    record.keep(a_call("b.txt", text="In other words."))
    first, second = record.review.queue([Doubt.WEAK_LINK]).items
    assert first.weight == pytest.approx(sum(one.weight for one in first.weights), abs=0.01)
    record.review.accept(first.id, ME)
    assert record.review.queue([Doubt.WEAK_LINK]).items == (second,)
    assert second.engagement
    assert second.account
    record.corrections.split(second.engagement.id, [second.account], ME)
    assert record.review.counts()[Doubt.WEAK_LINK] == 0
    assert record.finding.engagements().total == 2


def test_pieces_run_through_all_doubts(record: Record) -> None:
    for one in (*TWO_PLACES, doubtful(), doubtful("other.txt")):
        record.keep(one)
    whole = record.review.queue()
    counts = record.review.counts()
    assert whole.total == len(whole.items) == sum(counts.values())
    assert counts[Doubt.UNREAD] == 2
    pieces = [
        question
        for offset in range(whole.total)
        for question in record.review.queue(offset=offset, limit=1).items
    ]
    assert tuple(pieces) == whole.items
    for question in whole.items:
        assert record.review.question(question.id) == question


def test_what_is_accepted_is_asked_no_more_until_that_is_undone(record: Record) -> None:
    for one in (*TWO_PLACES, doubtful()):
        record.keep(one)
    for question in record.review.queue().items:
        before = record.review.queue().total
        linked = record.waiting()
        decision = record.review.accept(question.id, ME)
        assert record.review.queue().total == before - 1
        # Nothing has to be linked for it.
        assert record.waiting() == linked == 0
        with pytest.raises(RecordError, match="nothing asks"):
            record.review.accept(question.id, ME)
        undone = record.corrections.undo(decision.id, ME)
        assert record.review.queue().total == before
        record.corrections.undo(undone.id, ME)
        assert record.review.queue().total == before - 1
    assert record.review.queue().total == 0
    assert [fault for fault in record.check() if "decision" in fault.rule] == []


def test_what_is_accepted_stays_so_when_all_is_linked_anew(record: Record) -> None:
    for one in (*TWO_PLACES, doubtful()):
        record.keep(one)
    for question in record.review.queue().items:
        record.review.accept(question.id, ME)
    record.keep(a_call("later.txt", text="Another day."))
    assert record.review.counts()[Doubt.DISAGREEMENT] == 0
    assert [q.document and q.document.path for q in record.review.queue().items] == ["later.txt"]


def test_other_values_are_asked_again(record: Record) -> None:
    """What was accepted was that two pages differ so; a third that says otherwise is news."""
    for one in TWO_PLACES:
        record.keep(one)
    (question,) = record.review.queue([Doubt.DISAGREEMENT]).items
    record.review.accept(question.id, ME)
    record.keep(held_in("c.txt", "Paris", "FRA"))
    (question,) = record.review.queue([Doubt.DISAGREEMENT]).items
    assert len(question.values) == 3


def test_acceptance_is_handed_on_with_other_decisions(record: Record) -> None:
    for one in (*TWO_PLACES, doubtful()):
        record.keep(one)
    told = [record.review.accept(question.id, ME) for question in record.review.queue().items]
    record.corrections.undo(told[0].id, ME)
    with Record.open(":memory:") as other:
        for one in (*TWO_PLACES, doubtful()):
            other.keep(one)
        assert other.review.queue().total == len(told)
        other.corrections.add(record.corrections.all())
        assert [q.id for q in other.review.queue().items] == [
            q.id for q in record.review.queue().items
        ]

"""Which office a party is best told by: not "his host", "General" or "PM" where the page has more.

A counterpart holds, as far as a page says, the office of whom it is the counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from communique.knowledge.offices import OfficeWords, load_office_words
from communique.language.annotations import (
    Mention,
    MentionKind,
    OfficePhrase,
    Person,
    Sentence,
)
from communique.model import OfficeSpan, Span


def settle_offices(
    sentences: Sequence[Sentence], people: Sequence[Person], data: OfficeWords
) -> None:
    """Put the telling office first wherever a mention has one that tells little.

    Changes the order of ``Person.offices`` and what ``Mention.offices`` begins with.
    """
    stand_ins = data.counterpart | data.host_words | data.guest_words
    little = stand_ins | data.ranks | data.brief

    def tells_little(office: OfficePhrase) -> bool:
        return office.head in little or office.text.lower() in data.leader_words

    told = {id(person): _telling(person, tells_little, sentences) for person in people}
    for sentence in sentences:
        for mention in sentence.mentions:
            person = mention.person
            if person is None or not mention.offices:
                continue
            if not tells_little(mention.offices[0]):
                continue
            own = [office for office in mention.offices if not tells_little(office)]
            best = next(iter(own), None) or told.get(id(person))
            if best is None and mention.offices[0].head in data.counterpart:
                best = _same_office(sentence, mention, tells_little)
            if best is not None:
                mention.offices = [best, *(o for o in mention.offices if o is not best)]
                _put_first(person, best)


def _telling(
    person: Person, tells_little: Callable[[OfficePhrase], bool], sentences: Sequence[Sentence]
) -> OfficePhrase | None:
    """The first office of a person that says what it is, in the body before the headline."""
    titles = [(s.start, s.end) for s in sentences if s.is_title]
    found = [
        office
        for mention in person.mentions
        for office in mention.offices
        if not tells_little(office) and not office.plural
    ]
    in_body = [o for o in found if not any(start <= o.start < end for start, end in titles)]
    return next(iter(in_body or found), None)


def _same_office(
    sentence: Sentence, mention: Mention, tells_little: Callable[[OfficePhrase], bool]
) -> OfficePhrase | None:
    """The office of whose counterpart it is, without that one's state.

    Of whom "his" stands for, where the sentence names that one's office; else of who is named last.
    """
    before = [
        (office, m.person)
        for m in sentence.mentions
        if m.end <= mention.start and m.kind in {MentionKind.PERSON, MentionKind.OFFICE}
        for office in m.offices
        if not tells_little(office) and not office.plural
    ]
    if not before:
        return None
    owners = [
        person
        for t in sentence.tokens
        if t.dep == "nmod:poss" and sentence.tokens[t.head].mention is mention
        for person in t.persons
    ]
    own = [office for office, person in before if any(person is one for one in owners)]
    own = own or [
        office
        for owner in owners
        for m in owner.mentions
        for office in m.offices
        if not tells_little(office) and not office.plural and m.start < mention.start
    ]  # fmt: skip
    last = (own or [office for office, _ in before])[-1]
    low = "|".join(re.escape(word) for word in sorted(load_office_words().lowering))
    printed = re.search(rf"(?:\b(?:{low})[ -])*{re.escape(last.head)}", last.text, re.IGNORECASE)
    text = printed.group() if printed else last.head
    counterpart = mention.offices[0]
    return replace(
        last, text=text, start=counterpart.start, end=counterpart.end, state=counterpart.state,
        organization=counterpart.organization, printed=counterpart.printed or counterpart.text,
    )  # fmt: skip


def _put_first(person: Person, best: OfficePhrase) -> None:
    """``best`` heads the person's offices, as printed where it is printed."""
    known = next((o for o in person.offices if best.text in o.office), None)
    if known is None:
        span = Span(best.start, best.end, best.printed or best.text)
        known = OfficeSpan(best.text, (span,))
    else:
        person.offices.remove(known)
    person.offices.insert(0, known)

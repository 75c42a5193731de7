"""Heads of organisations whom an office alone stands for: "the UN chief", "the Secretary-General".

The office without its body is that of the body which the page is of: whose head it names, else
the one it names most of those that have such a head.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from communique.knowledge.folding import fold
from communique.knowledge.leaders import Tenure, gender_of, holders, load_tenures
from communique.knowledge.organizations import load_organizations, organization
from communique.language.annotations import Mention, MentionKind, OfficePhrase, Person, Sentence
from communique.model import OfficeSpan, Span

_KIND = "head_of_organization"
# Offices that bodies of many states have, and few others with these capitals.
_BARE = frozenset({"secretary general", "director general"})
# By what the press calls whoever leads a body, whatever the office.
_ANY = frozenset({"chief", "head", "leader"})


def settle_heads(
    sentences: Sequence[Sentence], people: list[Person], published: date | None
) -> None:
    """Give offices of organisations their body, and their holder on the day of the page.

    Persons known only from the table of leaders are added to ``people``.
    """
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind is not MentionKind.OFFICE or mention.person is not None:
                continue
            office = mention.offices[0]
            if office.plural or office.former or office.late or office.coming or office.state:
                continue
            bare = fold(office.text) == fold(office.head) and office.organization is None
            if bare and fold(office.head) in _BARE and office.text[0].isupper():
                office.organization = _own_body(sentences, people, fold(office.head))
                office.weak = False
            elif not _of_body_alone(office):
                continue
            if office.organization is not None and published is not None:
                _bind(mention, office, people, published)


def _of_body_alone(office: OfficePhrase) -> bool:
    """ "The UN chief", "Secretary General of NATO": nothing else in the phrase."""
    body = organization(office.organization or "")
    if body is None:
        return False
    words = fold(office.text).split()
    rest = [word for word in words if word not in {"of", "the", *fold(office.head).split()}]
    return bool(rest) and organization(" ".join(rest)) is body


def _own_body(sentences: Sequence[Sentence], people: Sequence[Person], title: str) -> str | None:
    """The id of the organisation whose head a page calls by ``title`` alone."""
    titled = {t.organization for t in load_tenures() if _KIND in t.office_kinds
              and t.organization and fold(t.office) == title}  # fmt: skip
    headed = {t.organization for person in people for t in _tenures(person)
              if t.organization in titled and fold(t.office) == title}  # fmt: skip
    named = Counter(body for body in _bodies(sentences) if body in titled)
    if headed:
        return max(sorted(headed), key=lambda body: named[body])
    return named.most_common(1)[0][0] if named else None


def _tenures(person: Person) -> list[Tenure]:
    names = {fold(name) for name in (person.name, *person.names)}
    return [t for t in load_tenures() if t.organization and names & set(map(fold, t.names))]


def _bodies(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The organisations that a page names, an organ as the one it is of."""
    for sentence in sentences:
        for mention in sentence.mentions:
            names = [mention.organization, *(o.organization for o in mention.offices)]
            names += [_behind_of(o.text) for o in mention.offices if o.state is None]
            for name in filter(None, names):
                body = organization(name)
                while body is not None and body.part_of:
                    body = load_organizations().get(body.part_of)
                if body is not None:
                    yield body.id


def _behind_of(office: str) -> str:
    """ "Security Council" in "member of the Security Council"."""
    return office.partition(" of ")[2]


def _bind(mention: Mention, office: OfficePhrase, people: list[Person], day: date) -> None:
    body = organization(office.organization or "")
    held = holders(body.id, _KIND, day) if body is not None else []
    title = fold(office.head)
    held = [t for t in held if title in _ANY or set(title.split()) <= set(fold(t.office).split())]
    if body is None or len({t.person for t in held}) != 1:
        return
    name = held[0].person
    person = next((p for p in people if fold(p.name) == fold(name)), None)
    if person is None:
        person = Person(name=name, organization=office.organization, known=True)
        person.gender, person.office_kinds = gender_of(name), {office.kind}
        person.state_from = "table of leaders"
        people.append(person)
    mention.person, mention.worked_from = person, f"{mention.text}: {name}"
    person.mentions.append(mention)
    if not person.offices:
        person.offices.append(
            OfficeSpan(office.text, (Span(office.start, office.end, office.text),))
        )

"""Whom an office without a name stands for: "the General Secretary", "the Russian leader"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from communique.knowledge.leaders import Tenure, gender_of, holders
from communique.knowledge.offices import OfficeWords
from communique.knowledge.royalty import ROYAL_TITLES
from communique.language.annotations import Mention, MentionKind, OfficePhrase, Person, Sentence
from communique.language.known_names import known_as
from communique.language.page_owner import owner_of_page
from communique.language.people import LEADER_KINDS
from communique.model import OfficeSpan, Span

_TABLED = frozenset({"head_of_state", "head_of_government", "foreign_minister", "party_leader"})


# Offices by which any head of government goes, whatever the title at home.
_GENERIC = frozenset({"premier", "head of government"})
# Words of who does not hold an office yet, and within how many days it is taken up.
_TAKING_UP = frozenset({"elect", "designate", "incoming"})
_SOON = (45, 120, 240)
_WORD = re.compile(r" \w")
# Heads by which only crowned leaders go.
_CROWNED = frozenset({"monarch"})
# Heads that with a ministry behind them are a minister.
_HEADING = frozenset({"head", "chief"})
# Heads that alone never stand for the deputy of who bears them.
_HIGHEST = frozenset(
    {"president", "prime minister", "premier", "chancellor", "emir", "amir", "foreign minister"}
)


def _heads(person: Person) -> set[str]:
    """The heads of the offices of a person: a vice president is no president."""
    offices = [office for mention in person.mentions for office in mention.offices]
    return {
        o.head
        for o in offices
        if (o.kind != "deputy" or o.head not in _HIGHEST)
        and (o.kind != "foreign_minister" or o.head not in _HEADING)
    }


def _last_seen(person: Person, before: int) -> int:
    return max((m.start for m in person.mentions if m.start < before), default=-1)


def _fits(person: Person, office: OfficePhrase, data: OfficeWords) -> bool:
    if _elect(office) and not any(_elect(o) for m in person.mentions for o in m.offices):
        return False
    if office.state and person.state != office.state:
        return False
    if office.head in _CROWNED and _heads(person).isdisjoint(ROYAL_TITLES):
        return False  # "the monarch" is no prime minister
    if office.head in data.leader_words:
        return bool(person.office_kinds & LEADER_KINDS)
    if office.kind == "deputy" or office.weak:
        held = (office.head, office.kind) in _held(person)
        return held or (office.text.lower() == office.head and _shortened(person, office))
    if office.head in _heads(person) or _shortened(person, office):
        return True
    if office.head in data.ranks and _ranked(person, office):
        return True
    if office.head in _HEADING and office.kind == "foreign_minister":
        return office.kind in person.office_kinds  # "the head of the Foreign Ministry"
    return bool(office.state) and office.kind in person.office_kinds


def _ranked(person: Person, office: OfficePhrase) -> bool:
    """ "The Senior General" for whom the page names by another office and by that rank."""
    rank = office.text.lower()
    return not office.state and any(
        m.text[: m.name_start - m.start].lower().rstrip().endswith(f" {rank}")
        for m in person.mentions
        if m.kind is MentionKind.PERSON and m.name_start is not None
    )


def _in_other_words(person: Person, office: OfficePhrase, data: OfficeWords) -> bool:
    """ "The premier" said of Prime Minister X, "the Prime Minister" of X without an office.

    Or of X whom a headline calls "PM".
    """
    bare = office.text.lower() == office.head and not office.organization
    if not bare or office.state or office.kind != "head_of_government" or person.deceased:
        return False
    called = any(kind == office.kind and head not in data.brief for head, kind in _held(person))
    fits = office.kind in person.office_kinds and bool(person.state) and _named(person)
    return fits and (not called or office.head in _GENERIC | data.brief)


def _called_otherwise(
    people: Sequence[Person], office: OfficePhrase, data: OfficeWords
) -> list[Person]:
    """Those whom the page calls by another word for the office, else whom only the table does."""
    found = [p for p in people if _in_other_words(p, office, data)]
    return [p for p in found if any(kind == office.kind for _, kind in _held(p))] or found


def _shortened(person: Person, office: OfficePhrase) -> bool:
    """ "The Secretary" for a Secretary of State, "the minister" for a foreign minister."""
    named = office.state is not None and office.head != "minister"
    return not named and any(
        kind == office.kind or head.split()[-1] != "minister" or kind == "foreign_minister"
        for head, kind in _held(person)
        if head != office.head and office.head in {head.split()[0], head.split()[-1]}
    )


def _held(person: Person) -> set[tuple[str, str]]:
    return {(o.head, o.kind) for mention in person.mentions for o in mention.offices}


def _mourn(people: Iterable[Person], office: OfficePhrase, data: OfficeWords) -> None:
    """ "The late President": the one whom the page calls a former one is no more."""
    gone = [p for p in people if p.former and _fits(p, office, data)]
    if len(gone) == 1:
        gone[0].deceased = True


def bind_titles(
    sentences: Sequence[Sentence],
    people: list[Person],
    data: OfficeWords,
    published: date | None,
    home: str | None,
) -> None:
    """Give office mentions their ``person`` where the page, or the table of leaders, tells.

    Persons known only from the table are added to ``people``. ``home`` is the state of the
    dateline: "the head of state" without a state is its own.
    """
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind is not MentionKind.OFFICE or mention.person is not None:
                continue
            office = mention.offices[0]
            if office.late:
                _mourn(people, office, data)
            if (
                office.plural
                or office.head in data.counterpart | data.host_words | data.guest_words
            ):
                continue
            if _indefinite(sentence, mention) or office.former or office.late:
                continue
            named = {id(_named_next(sentence, mention)), id(_named_so(sentence, mention))}
            others = [p for p in people if id(p) not in named]
            person = _on_page(others, mention, office, data, home, sentences)
            if person is None and published is not None:
                person = _from_table(people, office, published, data, home)
                person = person or _holder_named(people, office, published)
                own = None if person or home else owner_of_page(sentences, people, office.kind)
                if own is not None:
                    person = _from_table(people, office, published, data, own)
            if person is not None:
                mention.person = person
                mention.worked_from = f"{mention.text}: {person.name}"
                person.mentions.append(mention)
                if not person.offices:
                    span = Span(office.start, office.end, office.text)
                    person.offices.append(OfficeSpan(office.text, (span,)))


def _indefinite(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.text[: mention.start - sentence.start].rstrip().rsplit(" ", 1)[-1].lower()
    if before == "as" and sentence.is_title and mention.offices[0].state:
        # "Talks in Rome as Kenyan leader begins visit", and not "X sworn in as Kenyan leader"
        return not _WORD.match(sentence.text, mention.end - sentence.start)
    return before in {"a", "an", "any", "every", "each", "no", "as", "another"}


def _named_next(sentence: Sentence, mention: Mention) -> Person | None:
    """The person named next: "The President invited President Arce" speaks of two."""
    later = (m for m in sentence.mentions if m.start >= mention.end and m.person is not None)
    following = next((m for m in later if m.kind is MentionKind.PERSON), None)
    if following is None:
        return None
    between = sentence.text[mention.end - sentence.start : following.start - sentence.start]
    return following.person if between.strip(" ,-") else None


def _named_so(sentence: Sentence, mention: Mention) -> Person | None:
    """Who stands before in that office: "Prime Minister Modi, at the invitation of Prime
    Minister", without an article, is another's; one article more may be the same one."""
    before = sentence.text[: mention.start - sentence.start].rstrip().rsplit(" ", 1)[-1].lower()
    if before in {"the", "his", "her"} or mention.text.lower().startswith("the "):
        return None
    return next(
        (
            m.person
            for m in sentence.mentions
            if m.kind is MentionKind.PERSON
            and m.end <= mention.start
            and any(o.head == mention.offices[0].head for o in m.offices)
        ),
        None,
    )


def _on_page(
    people: Sequence[Person],
    mention: Mention,
    office: OfficePhrase,
    data: OfficeWords,
    home: str | None,
    sentences: Sequence[Sentence],
) -> Person | None:
    fitting = [p for p in people if _fits(p, office, data) and not p.deceased]
    fitting = fitting or _called_otherwise(people, office, data)
    if not fitting:
        return None
    if office.head in data.leader_words:  # "the Somali leader" is one whom the page has named
        fitting = [p for p in fitting if _named(p)] or fitting
    before = [p for p in fitting if _last_seen(p, mention.start) >= 0]
    if office.state is None:
        own = [p for p in before if office.head in _bare_heads(p)]
        at_home = [p for p in before if home is not None and p.state == home]
        if office.head in data.leader_words:
            own = at_home or own
        own = [p for p in own if p in at_home] or own
        before = (
            _named_once(before, office.head, sentences)
            or _introduced_bare(own, office.head)
            or own
            or at_home
            or before
        )
    latest = max(before or fitting, key=lambda p: _last_seen(p, mention.start))
    if office.state is None:
        return _subject(latest, before, mention, sentences) or latest
    return latest


def _named(person: Person) -> bool:
    return any(mention.kind is MentionKind.PERSON for mention in person.mentions)


def _subject(
    latest: Person, fitting: Sequence[Person], mention: Mention, sentences: Sequence[Sentence]
) -> Person | None:
    """The first of those who fit in the sentence that named one last: "Minister X met Minister Y.
    The minister said" is X."""
    at = _last_seen(latest, mention.start)
    where = next((s for s in sentences if s.start <= at < s.end), None)
    if where is None or where.start <= mention.start < where.end:
        return None
    named = [p for p in fitting if _last_seen(p, mention.start) >= where.start]
    return min(named, key=lambda p: _last_seen(p, mention.start), default=None)


def _bare_heads(person: Person) -> set[str]:
    """Offices that the page gives a person without saying of which state: its own people."""
    return {o.head for m in person.mentions for o in m.offices if o.state is None}


def _named_once(people: Sequence[Person], head: str, sentences: Sequence[Sentence]) -> list[Person]:
    """The first of several holders, where the page names only that one once and calls it by the
    office from then on: "the President of A, X, met Y, President of B. The President thanked
    President Y"."""
    holders = [p for p in people if head in _heads(p)]
    titles = [(s.start, s.end) for s in sentences if s.is_title]

    def named(person: Person) -> int:
        return sum(
            m.kind is MentionKind.PERSON and not any(a <= m.start < b for a, b in titles)
            for m in person.mentions
        )

    first = min(holders, key=lambda p: p.mentions[0].start, default=None)
    if first is None or named(first) != 1 or any(named(p) == 1 for p in holders if p is not first):
        return []
    return [first] if len(holders) > 1 else []


def _introduced_bare(people: Sequence[Person], head: str) -> list[Person]:
    """Those of whom the page first says the office without its state, where it introduces others
    as of theirs: "Prime Minister X met Prime Minister Y of Greece. The Prime Minister said"."""
    found = []
    for person in people:
        first = min(
            ((m.start, o) for m in person.mentions for o in m.offices if o.head == head),
            key=lambda told: told[0],
            default=None,
        )
        if first is not None and first[1].state is None:
            found.append(person)
    return found


def _elect(office: OfficePhrase) -> bool:
    """Whether an office is still to be taken up: "President-elect"."""
    return office.coming and not _TAKING_UP.isdisjoint(
        office.text.lower().replace("-", " ").split()
    )


def _names(state: str, office: OfficePhrase, day: date) -> set[str]:
    return {tenure.person for tenure in holders(state, office.kind, day, called=office.head)}


def _from(tenure: Tenure, day: date) -> bool:
    """Whether a tenure is known to have begun on ``day``."""
    return tenure.dated == "stated" and tenure.start == day.isoformat()


def _holder_named(people: Sequence[Person], office: OfficePhrase, day: date) -> Person | None:
    """Whom the page names without office, where only one of them is "the President" by the table:
    a page that speaks of "Trump" and of "the President"."""
    bare = office.text.lower() == office.head and not (office.organization or office.coming)
    if not bare or office.state or office.kind not in _TABLED:
        return None
    named = [p for p in people if p.known and p.state and _named(p) and not _heads(p)]
    found = [p for p in named if p.name in _names(p.state or "", office, day)]
    return found[0] if len(found) == 1 else None


def _called_so(person: Person, name: str, state: str) -> bool:
    """Whether a person of the page is the one of the table, under a longer name too."""
    same = any(tenure.person == name for tenure in known_as(person.name))
    return person.name == name or (same and person.state == state)


def _from_table(
    people: list[Person], office: OfficePhrase, day: date, data: OfficeWords, home: str | None
) -> Person | None:
    """Who held the office by the table of leaders; an office of no state is the page's own."""
    bare = office.text.lower() == office.head and not office.organization
    state = office.state or (home if bare else None)
    if not state or office.kind not in _TABLED:
        return None
    names = _names(state, office, day)
    if _elect(office):
        coming = [_names(state, office, day + timedelta(days=ahead)) - names for ahead in _SOON]
        names = next((later for later in coming if later), set())
    if len(names) > 1:  # on the day of a handover it is who took over
        taken = [t for t in holders(state, office.kind, day, called=office.head) if _from(t, day)]
        names = {tenure.person for tenure in taken}
    if len(names) != 1:
        return None
    name = names.pop()
    known = next((p for p in people if _called_so(p, name, state)), None)
    if known is not None:
        return known
    person = Person(name=name, state=state, known=True)
    person.gender = gender_of(name, state)
    person.state_from, person.office_kinds = "table of leaders", {office.kind}
    people.append(person)
    return person

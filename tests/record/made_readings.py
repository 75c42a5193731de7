"""Readings made by hand for tests: from a careful reader's answers, or from a few words."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.model import (
    Account,
    Act,
    Commitment,
    CommitmentKind,
    CommitmentState,
    CommitmentStateKind,
    DateBasis,
    Document,
    Evidence,
    Kind,
    Medium,
    Message,
    MessageKind,
    Milestone,
    OfficeSpan,
    Party,
    PersonOnPage,
    Place,
    Reading,
    Relation,
    Role,
    Span,
    Statement,
    Status,
    VisitType,
)

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLES = ROOT / "examples"


def expected(folder: Path = SEEDS) -> dict[str, Any]:
    """Return the careful reader's answers to the pages of a folder."""
    found: dict[str, Any] = json.loads((folder / "expected.json").read_text("utf-8"))
    return found


def careful_readings(folder: Path = SEEDS) -> list[Reading]:
    """Return the readings that a careful reader has of a folder's pages."""
    answers = expected(folder)
    pages = folder / "pages" if (folder / "pages").is_dir() else folder
    return [_careful(pages / name, one, answers) for name, one in answers["documents"].items()]


def careful_reading(path: Path, answers: dict[str, Any], under: str = "") -> Reading:
    """Return the reading that a careful reader has of one page, kept under ``under`` + its name."""
    reading = _careful(path, answers, {})
    return replace(reading, document=replace(reading.document, path=under + path.name))


def page(
    name: str, published: str | None = None, text: str | None = None, url: str | None = None
) -> Document:
    """Return a page of that name; its text is its own unless given."""
    text = text or " ".join(f"{name}-{n}" for n in range(20))
    return Document(
        path=name,
        url=url,
        title=None,
        outlet=None,
        byline=None,
        language="en",
        published=published,
        published_precision={None: None, 4: "year", 7: "month", 10: "day"}[
            len(published) if published else None
        ],
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
    )


def span(document: Document, length: int = 5) -> tuple[Span, ...]:
    """Return the first words of a page as evidence."""
    return (Span(0, length, document.text[:length]),)


def party(
    who: str, role: str = "participant", office: str | None = None, words: tuple[Span, ...] = ()
) -> Party:
    """Return a party written as ``Name/STA``, ``Name`` or ``STA``."""
    name, _, state = who.rpartition("/")
    if not name and len(state) == 3 and state.isupper():
        return Party(None, state, None, office, Role(role), words)
    return Party(name or state, state if name else None, None, office, Role(role), words)


def account(document: Document, kind: str, *who: str, **values: Any) -> Account:
    """Return an account; ``who`` as ``role:Name/STA``, in words of the codebook."""
    words = span(document)
    parties = []
    for one in who:
        role, _, name = one.rpartition(":")
        parties.append(party(name, role or "participant", words=words))
    topics = tuple(values.pop("topics", ()))
    status = Status(values.pop("status", "held"))
    basis = DateBasis(values.pop("date_basis", _basis(document, values.get("start"))))
    made: dict[str, Any] = {
        "kind": Kind(kind),
        "status": status,
        "main": values.pop("main", True),
        "visit_type": None,
        "start": None,
        "end": None,
        "date_basis": basis,
        "place": None,
        "parties": tuple(parties),
        "topics": topics,
        "plover_event": "CONSULT",
        "plover_mode": None,
        "cameo": "040",
        "evidence": Evidence(
            kind=words,
            start=words,
            place=words,
            visit_type=words,
            parties=tuple(words for _ in parties),
            topics=tuple(words for _ in topics),
        ),
    }
    return Account(**(made | values))


def reading(document: Document, *accounts: Account, **parts: Any) -> Reading:
    """Return a reading of a page with these accounts."""
    made: dict[str, Any] = {"people": (), "relations": ()}
    return Reading(document, tuple(accounts), **(made | parts))


def person(
    document: Document,
    who: str,
    *offices: str,
    names: tuple[str, ...] = (),
    deceased: bool = False,
    former: bool = False,
) -> PersonOnPage:
    """Return a person on a page, written as ``Name/STA``."""
    name, _, state = who.partition("/")
    return PersonOnPage(
        person=name,
        state=state or None,
        organization=None,
        offices=tuple(OfficeSpan(office, span(document)) for office in offices),
        names=(name, *names),
        deceased=deceased,
        former=former,
        evidence=span(document),
    )


def invitation(document: Document, by: str, to: str, *states: str, **values: Any) -> Commitment:
    """Return an invitation with states written as ``accepted`` or ``accepted 2024-03-26``."""
    return Commitment(
        kind=CommitmentKind(values.pop("kind", "invitation")),
        by=by,
        to=to,
        via=values.get("via"),
        what=values.get("what", "visit"),
        due=values.get("due"),
        states=tuple(
            CommitmentState(
                CommitmentStateKind(state.split()[0]),
                [*state.split(), None][1],
                span(document),
            )
            for state in states
        ),
    )


def _careful(path: Path, answers: dict[str, Any], everything: dict[str, Any]) -> Reading:
    text = path.read_text("utf-8")
    published = answers.get("published")
    document = Document(
        path=path.name,
        url=None,
        title=answers.get("title"),
        outlet=None,
        byline=answers.get("byline"),
        language=answers["language"],
        published=published,
        published_precision="day" if published else None,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
    )
    words = span(document)
    accounts = [_gold_account(document, one) for one in answers["engagements"]]
    if accounts:
        accounts[0] = _with_speech(accounts[0], document, answers)
    return Reading(
        document,
        tuple(accounts),
        tuple(
            PersonOnPage(
                one["person"],
                one.get("state"),
                None,
                (OfficeSpan(one["office"], words),) if one.get("office") else (),
                (one["person"], *one.get("also_called", ())),
                one.get("deceased", False),
            )
            for one in answers.get("people", ())
        ),
        _gold_relations(document, answers, everything),
    )


def _gold_account(document: Document, one: dict[str, Any]) -> Account:
    words = span(document)
    what = one.get("what") or one["kind"]
    parties = tuple(
        Party(
            p.get("person"),
            p.get("state"),
            p.get("organization"),
            p.get("office"),
            Role(p["role"]),
            words,
        )
        for p in one["parties"]
    )
    host = next((p.state for p in parties if p.role is Role.HOST), None)
    place = one.get("place")
    start = one.get("start")
    basis = one.get("date_basis") or ("explicit" if start else "unknown")
    return Account(
        kind=Kind(one["kind"]),
        status=Status(one["status"]),
        main=one["main"],
        visit_type=VisitType(one["visit_type"]) if one.get("visit_type") else None,
        start=start,
        end=one.get("end"),
        date_basis=DateBasis(basis),
        place=Place(place, None, host) if place else None,
        parties=parties,
        topics=tuple(one.get("topics", ())),
        plover_event="CONSULT",
        plover_mode=None,
        cameo="040",
        evidence=Evidence(
            kind=(Span(0, len(what), what),) if one["kind"] == "ceremony" else words,
            start=words,
            place=words,
            visit_type=words,
            topics=tuple(words for _ in one.get("topics", ())),
        ),
        weekday=one.get("weekday"),
    )


def _with_speech(main: Account, document: Document, answers: dict[str, Any]) -> Account:
    words = span(document)
    statements = tuple(
        Statement(
            one["speaker"],
            one.get("addressee"),
            Act(one["act"]),
            one["about"],
            tuple(one.get("topics", ())),
            False,
            words,
        )
        for one in answers.get("statements", ())
    )
    messages = tuple(
        Message(
            MessageKind(one["kind"]),
            Medium(one["medium"]) if one.get("medium") else None,
            tuple(one["from"]),
            tuple(one["to"]),
            one.get("via"),
            one.get("occasion"),
            words,
        )
        for one in answers.get("messages", ())
    )
    commitments = tuple(
        invitation(
            document,
            one["by"],
            one["to"],
            *one["states"],
            via=one.get("via"),
            what=one["what"],
            due=one.get("due"),
        )
        for one in answers.get("invitations", ())
    )
    values = {name: getattr(main, name) for name in main.__dataclass_fields__}
    return Account(
        **(values | {"statements": statements, "messages": messages, "commitments": commitments})
    )


def _gold_relations(
    document: Document, answers: dict[str, Any], everything: dict[str, Any]
) -> tuple[Relation, ...]:
    """The answers give milestones for the record as a whole: put each on the page that has it."""
    words = span(document)
    relations = [
        Relation((one["states"][0], one["states"][1]), one["level"], (), words)
        for one in answers.get("relation", ())
    ]
    for one in everything.get("record", {}).get("relation", ()):
        steps = tuple(
            Milestone(step["what"], step["year"], words)
            for step in one["milestones"]
            if step["what"].split()[0] in document.text
        )
        if steps:
            first, second = one["states"]
            relations.append(Relation((first, second), None, steps, words))
    return tuple(relations)


def _basis(document: Document, start: str | None) -> str:
    return "explicit" if start else "published" if document.published else "unknown"

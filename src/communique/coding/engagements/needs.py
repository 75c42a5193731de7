"""What a frame asks for beyond its words: who has to be there for them to report an engagement."""

from __future__ import annotations

import re

from communique.coding.engagements.actors import Actor
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.gatherings import as_gathering
from communique.coding.engagements.triggers import Trigger
from communique.coding.messages.letter_parties import is_likewise
from communique.knowledge.frames import Frames, word_list
from communique.knowledge.states import load_states
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Role, Status

# "won 4-3": a match, whoever met.
_SCORE = re.compile(
    r"\b(?:beat|beaten|defeated|drew|draw|lose|lost|win|won)\b.{0,40}\b\d{1,2}[-–]\d{1,2}\b"
)
_TWO = 2


def meets_needs(draft: Draft, trigger: Trigger, tree: Tree, frames: Frames) -> bool:
    """Whether a draft has what its frame asks for, or may be an echo of one that has."""
    needs, kind = trigger.frame.needs, draft.kind
    if kind == "visit":
        return _is_visit(draft, trigger, tree)
    if needs in {"person_object", "seen_person"}:
        welcomed = draft.frame == "honours" and bool(draft.actors(Role.GUEST))
        met = needs != "seen_person" or _seen(draft, trigger, tree)
        met = met and not (_bidden(trigger, tree) or _of_things(draft, trigger, tree))
        return welcomed or (met and _foreign_pair(draft))
    if _is_process(draft, trigger, tree) or _of_teams(draft, trigger, tree):
        return False
    if needs == "actor_object" and as_gathering(draft):
        return True
    if needs == "actor_object":
        paired = draft.complete() or _plural_pair(draft)
        return bool(draft.parties) and paired and not _with_both(draft, trigger, tree)
    if needs in {"document", "two_openers"} or trigger.frame.id == "signing":
        return _signed(draft, trigger, tree, frames)
    if needs in {"called_person", "spent"}:
        done = _rang(draft, trigger, tree) if needs == "called_person" else _spent(trigger, tree)
        return done and _foreign_pair(draft)
    if trigger.frame.id == "contact":
        return _one_contact(draft, trigger, tree)
    if needs == "person_call":
        known = not _nobody_known(draft, trigger, tree)
        hosted = any(p.role is Role.HOST for p in draft.parties)
        return known and hosted and not _appeals(trigger, tree)
    if needs == "sent":
        return _is_sent(draft, trigger, tree)
    if needs == "to_person":
        return any(p.role is Role.RECIPIENT and p.actor.person for p in draft.parties)
    if needs == "attended":
        return (
            trigger.support is not None and trigger.support.lemma in word_list("attending")
        ) or any(head.lemma in word_list("attending") for head in tree.up(trigger.token))
    return True


def _signed(draft: Draft, trigger: Trigger, tree: Tree, frames: Frames) -> bool:
    """A document of two sides, or a signing that somebody holds or watches."""
    if trigger.frame.needs == "two_openers":
        return len(draft.persons()) > 1 and draft.complete() and draft.status == Status.HELD
    if trigger.frame.id == "signing":
        seen = trigger.support is not None and trigger.support.lemma in word_list("witnessing")
        bare = trigger.token.lemma in word_list("signings")
        return not bare or (seen and draft.complete())
    papers = [t.lemma for t in tree.objects(trigger.token)]
    papers += [t.lemma for prep, t in tree.obliques(trigger.token) if prep == "to"]
    papers += [
        f"{t.lemma} of {kid.lemma}"
        for t in tree.objects(trigger.token)
        for kid in tree.kids(t, "nmod")
    ]
    papers += [t.lemma for t in tree.subtree(trigger.token) if t.dep == "appos"]
    signed = trigger.noun or bool(set(papers) & frames.grammar.documents)
    by_whom = draft.complete() or (not draft.parties and tree.is_passive(trigger.token))
    return signed and by_whom and draft.status == Status.HELD


def _one_contact(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """Not "is in contact with his colleagues", nor "contacts between France and Chad"."""
    held = trigger.support is not None and trigger.support.lemma in word_list("holding")
    lasting = trigger.token.lemma == "contact" and tree.case(trigger.token) == "in"
    named = not all(_bare_name(p.actor) for p in draft.parties)
    return not lasting and (held or named or not draft.parties)


def _of_teams(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "France met Argentina", "they meet France in Kazan", "met in Kazan, where France won 4-3":
    teams more often than governments."""
    if trigger.frame.id != "meet":
        return False
    met = [t for one in tree.kids(trigger.token, "obj") for t in tree.conjuncts(one)]
    against = bool(met) and all(_names_state(t) for t in met)
    scored = bool(_SCORE.search(draft.sentence.text)) and len(draft.parties) <= _TWO
    return against or scored or all(_bare_name(p.actor) for p in draft.parties)


def _names_state(token: Token) -> bool:
    mention = token.mention
    return mention is not None and mention.kind is MentionKind.STATE and mention.form == "name"


def _bare_name(actor: Actor) -> bool:
    mention = actor.token.mention  # "France", and not "the French delegation", "the two presidents"
    named = mention is not None and mention.kind is not MentionKind.OFFICE
    named = named or actor.token.lemma in word_list("rivals")  # "where the two countries met"
    return named and actor.person is None and actor.office is None and actor.group is None


def _people(actor: Actor) -> bool:
    """ "New Zealanders visited Malaysia": people of a state, in no office."""
    mention = actor.token.mention
    return actor.person is None and mention is not None and mention.form == "person_noun"


def _foreign_pair(draft: Draft) -> bool:
    """Persons of two sides: who receives a compatriot holds no engagement."""
    persons = [p.actor for p in draft.parties if p.actor.person is not None or _in_office(p.actor)]
    others = [p.actor for p in draft.parties]
    return len(others) >= 2 and bool(persons) and draft.complete()


def _of_things(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "They welcomed the growth of trade": nobody was received; "greeted one another" are two."""
    things = [t.lemma for t in tree.objects(trigger.token) if not t.persons and t.mention is None]
    met = any(p.role is Role.GUEST for p in draft.parties) or set(things) & word_list("each_other")
    return bool(things) and not met


def _in_office(actor: Actor) -> bool:
    """ "The ambassador of Chad"; "the ambassadors of Chad and Mali", "the ambassadors from"."""
    mention = actor.token.mention
    offices = mention.offices if mention is not None else []
    return bool(actor.office) or any(o.kind == "diplomat" or len(o.states) > 1 for o in offices)


def _nobody_known(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "A delegation of the Senate will call on X": of one whom nothing tells a state of."""
    doers = [] if trigger.noun else tree.subjects(trigger.token)
    nouns = [t for t in doers if t.pos == "NOUN" and not t.persons]
    return len(draft.parties) == 1 and bool(nouns) and len(nouns) == len(doers)


def _is_process(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "Accession negotiations with X": years of work between states, and no one meeting."""
    kinds = {kid.lower for kid in tree.kids(trigger.token, "compound", "amod")}
    names = bool(kinds & word_list("processes")) and not draft.persons()
    held = trigger.support is not None and trigger.support.lemma in word_list("holding")
    verb = tree.head(trigger.token)
    goes_on = verb is not None and verb.lemma == "continue" and trigger.token.dep == "nsubj"
    names |= goes_on and trigger.token.lemma == "dialogue" and not draft.persons()
    return trigger.frame.id == "meeting" and names and not held


def _rang(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "X called Y": on the telephone, not names, and not on him or for something."""
    verb = trigger.token
    named = [
        kid
        for kid in tree.kids(verb, "xcomp", "ccomp", "iobj", "compound:prt")
        if not any(mark.lower == "to" for mark in tree.kids(kid, "mark"))
    ]
    behind = tree[verb.i + 1].lower if verb.i + 1 < len(tree.tokens) else ""
    somebody = any(t.persons or t.mention is not None for t in tree.objects(verb))
    happens = draft.status in {Status.HELD, Status.PLANNED} and not tree.is_passive(verb)
    return happens and somebody and not named and behind not in {"on", "for"}


def _spent(trigger: Trigger, tree: Tree) -> bool:
    """ "Spent an hour with X", "after an hour with X", and not "worked for an hour with X"."""
    head = tree.head(trigger.token)
    had = trigger.token.dep == "obj" and head is not None
    had = had and head is not None and head.lemma in word_list("spending")
    return had or tree.case(trigger.token) == "after"


def _appeals(trigger: Trigger, tree: Tree) -> bool:
    """ "Called on X to stop": what X is asked to do; one calls on X to congratulate X, too."""
    clauses = tree.kids(trigger.token, "xcomp", "advcl", "ccomp")
    asked = [c for c in clauses if any(mark.lower == "to" for mark in tree.kids(c, "mark"))]
    return any(clause.lemma not in word_list("purposes_of_calls") for clause in asked)


def _bidden(trigger: Trigger, tree: Tree) -> bool:
    """ "Welcomed him to visit Hangzhou", "welcomes X to come": asked to come, and not received."""
    clauses = tree.kids(trigger.token, "xcomp", "ccomp", "advcl")
    return trigger.token.lemma == "welcome" and any(
        clause.tag == "VB" and clause.lemma in word_list("moving") | {"attend", "join"}
        for clause in clauses
    )


def _seen(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "Saw X on Monday": met, where nothing is told of what X was seen to do."""
    if any(kid.lower == "off" for kid in tree.kids(trigger.token, "compound:prt", "advmod")):
        return False  # "saw him off at the airport"
    doing = tree.kids(trigger.token, "xcomp", "ccomp")
    doing += [kid for t in tree.objects(trigger.token) for kid in tree.kids(t, "acl")]
    told = bool(tree.obliques(trigger.token)) or draft.sentence.is_title
    told = told and any(t.persons or t.mention for t in tree.objects(trigger.token))
    persons = [p for p in draft.parties if p.actor.person is not None]
    return told and not doing and len(persons) == 2


def _plural_pair(draft: Draft) -> bool:
    unknown = any(p.actor.person is not None and p.actor.side is None for p in draft.parties)
    return len(draft.parties) >= 2 and (unknown or len(draft.sides()) != 1)


def _with_both(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    """ "With both ministers the Secretary discussed trade": who met them is not made out."""
    tokens = {p.actor.token.i for p in draft.parties}
    behind = {t.i for prep, t in tree.obliques(trigger.token) if prep == "with"}
    doers = tree.subjects(trigger.token)
    return not trigger.noun and len(tokens) == 1 and tokens <= behind and bool(doers)


def _is_sent(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    roles = {p.role for p in draft.parties}
    to_persons = any(a.person for a in draft.actors(Role.RECIPIENT))
    if draft.definite and Role.ENVOY in roles and Role.SENDER not in roles and not to_persons:
        return True  # "the letter was handed over by X", "was carried to Kigali by X"
    ends = bool(roles & {Role.RECIPIENT, Role.ENVOY})
    return Role.SENDER in roles and (
        ends
        or is_likewise(tree, trigger.token)
        or _cited(trigger, tree)
        or _from_whom(trigger, tree)
    )


def _from_whom(trigger: Trigger, tree: Tree) -> bool:
    """ "One of the first was a telegram from X": the page may tell to whom all of them go."""
    plain = any(kid.lower in {"a", "another", "the"} for kid in tree.kids(trigger.token, "det"))
    phrases = tree.obliques(trigger.token)
    return plain and any(prep in {"from", "by"} and t.persons for prep, t in phrases)


def _cited(trigger: Trigger, tree: Tree) -> bool:
    """ "Says in his letter", "X's telegram reads": words of a letter, whoever got it."""
    noun = trigger.token
    verb = tree.head(noun)
    told = verb is not None and verb.lemma in tree.words.reporting | word_list("reading")
    written = noun.dep == "obl" and tree.case(noun) in word_list("in_writing")
    if verb is None or not tree.is_verb(verb):
        return False
    inverted = noun.dep == "obj" and not tree.kids(verb, "nsubj")  # "...," reads the letter of X
    quoted = verb.lemma in word_list("reading") and inverted
    return written or quoted or (told and noun.dep == "nsubj")


def _is_visit(draft: Draft, trigger: Trigger, tree: Tree) -> bool:
    guests = draft.actors(Role.GUEST)
    if guests and all(posted_to(g, draft.destination) for g in guests):
        return False  # "the ambassador to Chad arrived in N'Djamena": to stay
    if guests and all(_body(g) or _bare_name(g) or _people(g) for g in guests):
        return False  # "Germany visited Qatar": teams and tourists, not office-holders
    if draft.destination is None and (
        _to_a_meal(trigger, tree) or _elsewhere_bidden(trigger, tree)
    ):
        return False
    if any(p.role is Role.HOST and p.actor.person is not None for p in draft.parties):
        return bool(guests) or trigger.noun
    if not trigger.noun:
        return draft.destination is not None and any(
            _from_elsewhere(guest, draft.destination) for guest in guests
        )
    if draft.destination is not None and guests:
        return any(g.side != draft.destination for g in guests)
    return True


def _to_a_meal(trigger: Trigger, tree: Tree) -> bool:
    """ "Invited him to dinner": no visit."""
    invited = trigger.token.lemma == "invite"
    to = [t for prep, t in tree.obliques(trigger.token) if prep in {"to", "for"}]
    return invited and any(t.lemma in word_list("meals") for t in to)


def _elsewhere_bidden(trigger: Trigger, tree: Tree) -> bool:
    """ "Invited him into the palace", "to take a seat": no visit."""
    if trigger.frame.id != "invite_to":
        return False
    clauses = tree.kids(trigger.token, "xcomp", "ccomp", "advcl")
    asked = [c for c in clauses if any(mark.lower == "to" for mark in tree.kids(c, "mark"))]
    going = word_list("moving") | word_list("asked_to_come")
    inside = any(prep in {"into", "inside", "aboard"} for prep, _ in tree.obliques(trigger.token))
    bare = [c for c in asked if c.lemma == "take"]  # "to take a seat", and not "to take part"
    asked_in = [
        c for c in asked
        if c.lemma in going and not (c in bare and not any(k.lower == "part" for k in tree.kids(c)))
    ]  # fmt: skip
    return inside or (bool(asked) and not asked_in)


def posted_to(actor: Actor, state: str | None) -> bool:
    """Whether an actor is an ambassador to ``state``, by the words of the office."""
    person = actor.person
    if person is None or state is None or person.office_kinds != {"diplomat"}:
        return False
    known = load_states()[state]
    names = {known.display, *known.names, *(name for names in known.capitals for name in names)}
    posts = {o.office.rpartition(" to ")[2].removeprefix("the ") for o in person.offices}
    return bool(posts & names)


def _body(actor: Actor) -> bool:
    """An organisation, and not "the NATO Secretary General"."""
    return actor.organization is not None and actor.office is None


def _from_elsewhere(guest: Actor, destination: str) -> bool:
    """Who goes to a state is of another one, also where no words say of which."""
    if guest.side is None:
        return guest.person is not None and bool(guest.person.offices)
    return guest.side != destination

"""Mends what the parser often gets wrong: lists, and clauses that open with "who".

Behind a day or a place the parser takes the next of a list ("met X on Friday and Y on Saturday") to
go on with that day or place. What is joined is of one sort: persons with persons, states with
states.
A clause with "who" is about a person, never about what was done, as one with "which" may be.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.knowledge.frames import word_list
from communique.language.annotations import MentionKind, Token
from communique.language.dates.lexicon import load_lexicon

_SORTS = {
    MentionKind.PERSON: "person", MentionKind.OFFICE: "person",
    MentionKind.STATE: "place", MentionKind.PLACE: "place", MentionKind.DATE: "day",
}  # fmt: skip
# How the parser hangs on a member of a list whose predecessor it has lost.
_LOST = frozenset({"conj", "parataxis", "dep", "appos"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass"})
_CLAUSE = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "acl:relcl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Kinds of calls.
_CALLS = frozenset({"courtesy", "farewell", "phone", "telephone", "video"})
# What may stand between two members: "on Friday, and by", "in Prague and with the".
_LINKS = frozenset({"ADP", "PUNCT", "CCONJ", "DET", "NUM"})


def mend_lists(tokens: Sequence[Token]) -> None:
    """Join each member of a list to the one before it of its own sort."""
    for token in tokens:
        before = _lost_from(token, tokens)
        if before is None:
            continue
        tokens[token.head].children.remove(token.i)
        token.head, token.dep = before.i, "conj"
        before.children.append(token.i)


def mend_appositions(tokens: Sequence[Token]) -> None:
    """Join an office to the one before it of another state: "the presidents of Chad and Mali, the
    Prime Minister of Niger and ..." are a list, where the parser has one told in other words."""
    for token in tokens:
        before = tokens[token.head]
        if token.dep == "appos" and len(states := {_of_state(token), _of_state(before)}) == 2:
            token.dep = "appos" if None in states else "conj"


def _of_state(token: Token) -> str | None:
    """The state of the office that a word names."""
    offices = token.mention.offices if token.mention is not None else []
    return offices[0].state if offices else None


def mend_relatives(tokens: Sequence[Token]) -> None:
    """Hang a clause whose subject is "who" on the person right before it, not on the verb."""
    for verb in tokens:
        if not verb.dep.startswith("advcl"):
            continue
        subjects = (tokens[kid] for kid in verb.children if tokens[kid].dep in _SUBJECT)
        who = next((one for one in subjects if one.lower == "who"), None)
        person = _person_before(who, tokens) if who is not None else None
        if person is not None and not _hangs_on(person, verb, tokens):
            tokens[verb.head].children.remove(verb.i)
            verb.head, verb.dep = person.i, "acl:relcl"
            person.children.append(verb.i)


def mend_days(tokens: Sequence[Token]) -> None:
    """Hang "which" on what was done, not on its day: "began a tour on Sunday, which took him"."""
    for verb in tokens:
        day = tokens[verb.head]
        if verb.dep != "acl:relcl" or _sort(day) != "day" or not day.dep.startswith("obl"):
            continue
        kids = [tokens[kid] for kid in verb.children]
        done = [tokens[kid] for kid in tokens[day.head].children if tokens[kid].dep == "obj"]
        which = any(kid.lower == "which" and kid.dep in _SUBJECT for kid in kids)
        if which and done and done[0].i < day.i and not any(kid.dep == "cop" for kid in kids):
            day.children.remove(verb.i)
            verb.head = done[0].i
            done[0].children.append(verb.i)


def mend_calls(tokens: Sequence[Token]) -> None:
    """Make "calls" the noun it is in "pay courtesy calls on X", where it was taken for a verb."""
    for calls in tokens:
        if calls.lower != "calls" or calls.tag != "VBZ" or not calls.i:
            continue
        kind = tokens[calls.i - 1]
        if kind.lower not in _CALLS or kind.pos not in {"NOUN", "PROPN", "ADJ"}:
            continue
        if kind.head != calls.i:
            tokens[kind.head].children.remove(kind.i)
            calls.children.append(kind.i)
        kind.head, kind.dep = calls.i, "compound"
        calls.tag, calls.pos, calls.lemma = "NNS", "NOUN", "call"


def mend_called(tokens: Sequence[Token]) -> None:
    """Make "call" the noun it is in "President X call with Y", where it was taken for a verb; and
    the person before "meeting with Y" who meets."""
    for call in tokens[1:-2]:
        preposition, behind = tokens[call.i + 1], tokens[call.i + 2 :]
        partner = next((t for t in behind if t.pos != "DET"), None)
        if preposition.lower != "with" or partner is None or _sort(partner) is None:
            continue
        kids = [tokens[kid] for kid in call.children]
        before = next((t for t in kids if t.i < call.i and _sort(t) == "person"), None)
        if before is None:
            continue
        if call.lower == "meeting" and call.tag == "VBG" and before.dep == "compound":
            before.dep = "nsubj"
        elif call.lower == "call" and call.tag in {"VB", "VBP"}:
            call.tag, call.pos, before.dep = "NN", "NOUN", "nmod:poss"
            for kid in kids:
                kid.dep = "nmod" if kid.dep == "obl" else kid.dep


def mend_auxiliaries(tokens: Sequence[Token]) -> None:
    """Give a verb its subject in "X will on Friday welcome Y", where the auxiliary has it."""
    for token in tokens:
        auxiliary = tokens[token.head]
        verb = tokens[auxiliary.head]
        if token.dep in _SUBJECT and auxiliary.dep == "aux" and verb.i > auxiliary.i > token.i:
            auxiliary.children.remove(token.i)
            token.head = verb.i
            verb.children.append(token.i)
        if token.tag == "UH" and any(_is_modal(tokens[kid]) for kid in token.children):
            token.tag, token.pos = "VB", "VERB"  # "welcome"


def _is_modal(token: Token) -> bool:
    return token.dep == "aux" and token.tag == "MD"


def mend_nouns(tokens: Sequence[Token]) -> None:
    """Join a noun to the one that it is told beside: "a meeting with Chad and meetings with Mali",
    "talks with Chad and a lunch with Mali", where the parser has it join Chad."""
    for token in tokens:
        place = tokens[token.head]
        if token.dep != "conj" or _sort(token) is not None or _sort(place) is None:
            continue
        noun = tokens[place.head]
        alike = noun.lemma == token.lemma or _likewise(place, token, tokens)
        if place.dep == "nmod" and alike and noun.i < place.i < token.i:
            place.children.remove(token.i)
            token.head = noun.i
            noun.children.append(token.i)


def _likewise(place: Token, noun: Token, tokens: Sequence[Token]) -> bool:
    """Whether ``noun`` has somebody behind the preposition that stands before ``place``."""
    phrases = [tokens[kid] for kid in noun.children if tokens[kid].dep == "nmod"]
    case = _cases(place, tokens)
    return any(_sort(t) == _sort(place) and case & _cases(t, tokens) == {"with"} for t in phrases)


def _cases(token: Token, tokens: Sequence[Token]) -> set[str]:
    return {tokens[kid].lower for kid in token.children if tokens[kid].dep == "case"}


def mend_subjects(tokens: Sequence[Token]) -> None:
    """Join a second subject to the list that the first one ends with: "the meeting between Chad,
    Mali and Niger was held", where the parser has Mali held as well."""
    for token in tokens:
        verb = tokens[token.head]
        if token.dep not in _SUBJECT or verb is token or _sort(token) not in {"person", "place"}:
            continue
        others = [tokens[kid] for kid in verb.children if tokens[kid].dep in _SUBJECT]
        first = next((t for t in others if t.i < token.i), None)
        before = _listed_before(token, tokens)
        listed = any(tokens[kid].dep == "conj" for kid in token.children)
        if first is None or before is None or not listed or not _hangs_on(before, first, tokens):
            continue
        verb.children.remove(token.i)
        token.head, token.dep = before.i, "conj"
        before.children.append(token.i)


def _listed_before(token: Token, tokens: Sequence[Token]) -> Token | None:
    """The member of a list right before ``token``: a comma and an article stand between them."""
    at = token.i - 1
    while at >= 0 and tokens[at].pos == "DET":
        at -= 1
    if at < 1 or tokens[at].text != "," or _sort(tokens[at - 1]) != _sort(token):
        return None
    before = first = tokens[at - 1]
    while first.dep == "conj":
        first = tokens[first.head]
    led = any(tokens[kid].dep == "case" for kid in first.children)  # "between", "of"
    return before if led else None


def mend_openings(tokens: Sequence[Token]) -> None:
    """Make the person who opens a sentence the subject of its verb, where a clause in commas stands
    between that the parser took for the subject: "X, carrying a letter, met Y"."""
    root = next((t for t in tokens if t.head == t.i and t.tag in _FINITE), None)
    opening = next((t for t in tokens if t.pos not in {"DET", "PUNCT"}), None)
    if root is None or opening is None or _sort(opening) != "person" or opening.i >= root.i:
        return
    after = tokens[opening.i + 1 : opening.i + 2]
    subjects = [tokens[kid] for kid in root.children if tokens[kid].dep in _SUBJECT | {"csubj"}]
    clause = next((t for t in subjects if t.tag == "VBG" and t.dep == "csubj"), None)
    if not after or after[0].text != "," or clause is None or len(subjects) != 1:
        return
    if clause.i != opening.i + 2:
        return
    for token, head, dep in ((opening, root, "nsubj"), (clause, opening, "acl")):
        tokens[token.head].children.remove(token.i)
        token.head, token.dep = head.i, dep
        head.children.append(token.i)


def mend_participles(tokens: Sequence[Token]) -> None:
    """Hang "scheduled to be held", right behind a noun, on that noun and not on the verb before."""
    for token in tokens[1:]:
        noun = tokens[token.i - 1]
        planned = token.tag == "VBN" and token.lemma in word_list("coming")
        if not planned or token.dep != "advcl" or noun.pos not in {"NOUN", "PROPN"}:
            continue
        apart = not _below(noun, token, tokens)  # as "above" is not, in "exceed the size set above"
        if _sort(noun) is None and token.head < noun.i and apart:
            tokens[token.head].children.remove(token.i)
            token.head, token.dep = noun.i, "acl"
            noun.children.append(token.i)


def _below(token: Token, noun: Token, tokens: Sequence[Token]) -> bool:
    """Whether ``token`` hangs on ``noun``, at whatever depth."""
    for _ in tokens:
        if token.head == token.i:
            return False
        token = tokens[token.head]
        if token is noun:
            return True
    return False


def mend_that_clauses(tokens: Sequence[Token]) -> None:
    """Make the noun behind "that" the subject of the clause that follows, where the parser read
    "that" as its article: "stressed that law and order had to be restored"."""
    for that in tokens:
        noun, verb = tokens[that.head], tokens[tokens[that.head].head]
        if that.lower != "that" or that.dep != "det" or noun.dep != "obj" or noun.i < verb.i:
            continue
        behind = (t for t in tokens[noun.i + 1 :] if not _below(t, noun, tokens))
        clause = next(behind, verb)
        joined = clause.head == verb.i and clause.dep in {"ccomp", "conj"} and clause is not verb
        own = {tokens[kid].dep for kid in clause.children if kid < clause.i}
        if not joined or clause.tag not in _FINITE or own & (_SUBJECT | {"cc"}):
            continue
        for token, head, dep in ((noun, verb, "nsubj"), (that, noun, "mark")):
            head.children.remove(token.i)
            token.head, token.dep = clause.i, dep
            clause.children.append(token.i)
        clause.dep = "ccomp"
        clause.children.sort()


def mend_opened_subjects(tokens: Sequence[Token]) -> None:
    """Make the person behind the comma of an opening phrase the subject of the main verb, where the
    parser hung the name on that phrase: "Upon arrival at the airport, X was welcomed by Y"."""
    root = next((t for t in tokens if t.head == t.i and t.pos == "VERB"), None)
    if root is None or any(tokens[kid].dep in _SUBJECT | {"csubj"} for kid in root.children):
        return
    finite = root.tag in _FINITE or any(tokens[kid].tag in _FINITE for kid in root.children)
    for token in tokens[1 : root.i]:
        place = tokens[token.head]
        lost = token.dep in {"appos", "conj"} and tokens[token.i - 1].text == ","
        if not lost or _sort(token) != "person":
            continue
        opening = next((t for t in tokens if t.pos not in {"DET", "PUNCT"}), None)
        if not finite or opening is None or opening.tag != "IN" or _sort(place) == "person":
            return
        passive = any(tokens[kid].dep == "aux:pass" for kid in root.children)
        for kid in [k for k in place.children if k > token.i and tokens[k].dep in {"conj", "cc"}]:
            place.children.remove(kid)
            tokens[kid].head = token.i
            token.children.append(kid)
        place.children.remove(token.i)
        token.head, token.dep = root.i, "nsubj:pass" if passive else "nsubj"
        root.children.append(token.i)
        return


def _person_before(who: Token, tokens: Sequence[Token]) -> Token | None:
    """The person named right before "who", a comma at most between them."""
    at = who.i - 1
    while at >= 0 and tokens[at].pos == "PUNCT":
        at -= 1
    return tokens[at] if at >= 0 and _sort(tokens[at]) == "person" else None


def _hangs_on(token: Token, other: Token, tokens: Sequence[Token]) -> bool:
    """Whether ``token`` hangs on ``other``, by whatever words between."""
    for _ in tokens:
        if token is other or token is tokens[token.head]:
            break
        token = tokens[token.head]
    return token is other


def is_time(token: Token) -> bool:
    """Whether a word is a day, or a month or a year by itself."""
    if token.mention is not None:
        return token.mention.kind is MentionKind.DATE
    year = token.pos == "NUM" and len(token.text) == 4 and token.text.isdigit()
    month = token.text[:1].isupper() and token.lower in load_lexicon("en").slots["month"].values
    return year or (month and token.pos == "PROPN")


def _sort(token: Token) -> str | None:
    if is_time(token):
        return "day"
    return _SORTS.get(token.mention.kind) if token.mention is not None else None


def _lost_from(token: Token, tokens: Sequence[Token]) -> Token | None:
    """The member of its sort before ``token``, where the parser has lost it."""
    sort, head = _sort(token), tokens[token.head]
    if sort not in {"person", "place"} or token.dep not in _LOST or head.i >= token.i:
        return None
    if _sort(head) == sort or (_sort(head) is None and token.dep not in {"conj", "parataxis"}):
        return None
    if any(tokens[kid].dep in _CLAUSE for kid in token.children):
        return None
    parted = token.dep == "parataxis"  # "met the presidents of A and B, the Premier of C and ..."
    joined = False
    for this in reversed(tokens[: token.i]):
        if _sort(this) == sort:
            return this if parted and joined and this.dep not in _SUBJECT else None
        if _sort(this) is None and this.pos not in _LINKS:
            return None
        parted |= _sort(this) is not None
        joined |= this.pos == "CCONJ" or this.text == ","
    return None

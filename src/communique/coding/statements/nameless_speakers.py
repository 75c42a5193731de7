"""Speakers without a name: pairs, "the two sides", and those called by an epithet."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.engagements.actors import Actor, ActorReader
from communique.knowledge.references import load_reference_words
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Person, Token
from communique.language.grammar import Tree

# Offices that an epithet is used of, where one of several is meant: "the Russian diplomat".
_OF_EPITHETS = {
    "diplomat": frozenset({"foreign_minister", "diplomat"}),
    "envoy": frozenset({"diplomat"}),
    "commander": frozenset({"military"}),
    "general": frozenset({"military"}),
    "monarch": frozenset({"royal"}),
    "sovereign": frozenset({"royal"}),
}

# A sentence's first word without its article: "Sides noted".
_BARE_PAIRS = frozenset({"Sides", "Parties"})
# How long "for his part" between a subject and its verb may be.
_ASIDE = 5
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


def plural_office(token: Token) -> bool:
    """Whether ``token`` is an office held by several: "the ministers"."""
    mention = token.mention
    return (
        mention is not None
        and mention.kind is MentionKind.OFFICE
        and any(office.plural for office in mention.offices)
    )


class Nameless:
    """Tells pairs and epithets among the subjects of one sentence."""

    def __init__(self, tree: Tree, reader: ActorReader, words: SpeechWords) -> None:
        """``reader`` is of the same ``tree``."""
        self.tree = tree
        self.reader = reader
        self.words = words
        self.references = load_reference_words()

    def again(self, token: Token, last: Actor | None, end: int) -> Actor | None:
        """ "He underlined" right behind what somebody said whom the page names without an office.

        ``last`` said it in the sentence that ends at ``end``.
        """
        pronouns = self.references.male | self.references.female
        person = last.person if last is not None else None
        if token.lower not in pronouns or person is None or person.state_from != "stranger":
            return None
        analysis = self.reader.analysis
        between = analysis.text[end : self.tree.tokens[0].start]
        if last is None or between.strip(' \n"“”'):
            return None
        return replace(last, token=token, spans=(analysis.span(token.start, token.end),))

    def pair(self, token: Token) -> bool:
        """ "Both sides", "the two leaders", "they" whom the page leaves unresolved."""
        if token.text in _BARE_PAIRS and not self.tree.kids(token, "amod", "nmod", "compound"):
            return True
        if token.mention is not None and token.mention.kind is not MentionKind.OFFICE:
            return False
        if plural_office(token):
            return self._all_of_them(token)
        references = self.references
        if token.lower in {"they", "both"} and token.pos in {"PRON", "DET", "NOUN"}:
            return True
        kids = {kid.lower for kid in self.tree.kids(token, "nummod", "det", "amod", "det:predet")}
        if token.lemma in self.words.collectives and kids & {"the", "both"}:
            return True
        plural = token.tag in {"NNS", "NNPS"} or token.lower == "two"
        if not plural or not token.lemma:
            return False
        if token.lemma in self.words.attending or self._of_all(token):
            return True
        marked = bool(kids & references.pair_markers) or token.lower == "two"
        people = references.pair_people | references.pair_states
        if token.lower == "two":
            return "the" in kids
        return (token.lemma in people and marked) or (
            "the" in kids and token.lemma in references.pair_bare
            and not self.tree.kids(token, "nmod", "compound", "amod")
        )  # fmt: skip

    def _of_all(self, token: Token) -> bool:
        """ "The participating countries' leaders": those of all who meet."""
        if token.lemma not in self.references.pair_people:
            return False
        owners = self.tree.kids(token, "nmod:poss")
        return any(
            t.lemma in self.references.pair_states and t.tag == "NNS" and not t.states
            and any(kid.lower == "the" for kid in self.tree.kids(t, "det"))
            for t in owners
        )  # fmt: skip

    def holder(self, actor: Actor) -> Actor:
        """ "The Polish deputy minister": the only one named whose office it is, else as it was."""
        token, mention = actor.token, actor.token.mention
        if actor.person is not None or mention is None or not mention.offices:
            return actor
        office = mention.offices[0]
        definite = any(kid.lower == "the" for kid in self.tree.kids(token, "det"))
        if office.plural or not definite or office.state is None:
            return actor
        named = [
            p for p in self.reader.analysis.people
            if p.state == office.state and not (p.former or p.deceased)
            and (office.kind in p.office_kinds or self._called(office.head, p))
        ]  # fmt: skip
        alone = [p for p in named if self._called(office.head, p)] or named
        if len(alone) != 1:
            return actor
        return replace(actor, person=alone[0], group=None, worked_from=mention.text)

    @staticmethod
    def _called(head: str, person: Person) -> bool:
        return any(head in held.office.lower() for held in person.offices)

    def before(self, verb: Token) -> Token | None:
        """ "At the palace Sulyok thanked", "; Xi, for his part, praised": who stands before a verb
        that was left without a subject."""
        tokens, at = self.tree.tokens, verb.i - 1
        if verb.tag not in {"VBD", "VBZ"}:
            return None
        if at > 0 and tokens[at].lower == ",":
            aside = [i for i in range(max(0, at - _ASIDE), at) if tokens[i].lower == ","]
            at = aside[-1] - 1 if aside else -1
        if at < 1 or not tokens[at].persons or tokens[at].dep in _SUBJECTS:
            return None
        place = tokens[at - 1].mention
        apart = place is not None and place.person is None and not place.offices
        return tokens[at] if apart or tokens[at - 1].lower == ";" else None

    def _all_of_them(self, token: Token) -> bool:
        """ "The heads of state", "both ministers": a plural office that belongs to nobody."""
        assert token.mention is not None
        office = token.mention.offices[0]
        kids = {kid.lower for kid in self.tree.kids(token, "nummod", "det", "det:predet")}
        definite = bool(kids & ({"the"} | self.references.pair_markers))
        owners = self.tree.kids(token, "nmod", "amod")
        named = any(t.mention or t.persons for kid in owners for t in self.tree.subtree(kid))
        return definite and office.state is None and not named

    def epithet(self, token: Token) -> Actor | None:
        """ "The Bolivian dignitary": the person of that state whom the page named last."""
        if token.lemma not in self.words.epithets or token.tag not in {"NN", "NNP"}:
            return None
        kids = self.tree.kids(token, "amod", "compound")
        states = {kid.mention.state for kid in kids if kid.mention is not None} - {None}
        named = [
            m.person for m in self.reader.analysis.mentions()
            if m.person is not None and m.start < token.start and m.person.offices
            and m.person.state in states
        ]  # fmt: skip
        fit = _OF_EPITHETS.get(token.lemma, frozenset())
        named = [p for p in named if p.office_kinds & fit] or named
        if not named and not states and any(k.lower == "the" for k in self.tree.kids(token)):
            alone = [p for p in self.reader.analysis.people if p.office_kinds & fit]
            named = alone if len(alone) == 1 else []
        if not named:
            return None
        span = self.reader.analysis.span(token.start, token.end)
        return Actor(token, person=named[-1], spans=(span,), worked_from=token.text)

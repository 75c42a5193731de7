"""Which words of a sentence report an engagement, and by which frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.coding.engagements.assemblies import FRAME, body_of
from communique.knowledge.frames import EngagementFrame, Frames, word_list
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree

_MODIFIERS = (
    "compound",
    "amod",
    "nmod",
    "nmod:poss",
    "nmod:desc",
    "flat",
    "advmod",
    "acl",
    "nummod",
    "conj",
)
_ABOVE = frozenset(
    {"obj", "obl", "nsubj", "nsubj:pass", "nmod", "conj", "xcomp", "obl:agent", "iobj"}
)


_TWO = 2
_POINTING = frozenset({"this", "that", "these", "those"})


def brought(letter: Token, verb: Token, tree: Tree) -> bool:
    """ "Travelled to Kigali with a message from X": whoever goes there carries it."""
    going = verb.lemma in word_list("going") and tree.is_verb(verb)
    return going and letter.dep.startswith("obl") and tree.case(letter) == "with"


@dataclass(slots=True, frozen=True)
class Trigger:
    """A word that reports an engagement.

    ``support`` is the verb that carries a noun ("held" talks), None where the noun stands in
    another's phrase; ``link`` is the relation by which it hangs there, with its preposition.
    """

    token: Token
    frame: EngagementFrame
    noun: bool
    support: Token | None = None
    carrier: Token | None = None


class TriggerFinder:
    """Finds triggers in one tree."""

    def __init__(self, tree: Tree, frames: Frames) -> None:
        """``frames`` are those of the page's language."""
        self.tree = tree
        self.frames = frames

    def find(self) -> Iterator[Trigger]:
        """Triggers in order of the sentence."""
        assembly = next((f for f in self.frames.engagements if f.id == FRAME), None)
        for token in self.tree.tokens:
            if assembly is not None and body_of(self.tree, token) is not None:
                yield Trigger(token, assembly, True, *self._support(token))
                continue
            if token.mention is not None and not self._is_guest(token):
                continue
            noun = token.pos in {"NOUN", "PROPN"} or token.tag.startswith("NN")
            trigger = self._noun(token) if noun else None
            if trigger is None and (self.tree.is_verb(token)):
                trigger = self._verb(token)
            if trigger is not None and not self._inside_another(trigger):
                yield trigger

    def _is_guest(self, token: Token) -> bool:
        """ "Was the guest of X": a word for somebody that here says what happened."""
        predicate = token.lemma in word_list("guests") and bool(self.tree.kids(token, "cop"))
        chief = token.mention is not None and token.mention.text.lower() != token.lower
        return predicate and not chief and not self.tree.kids(token, "amod", "compound")

    def _inside_another(self, trigger: Trigger) -> bool:
        """ "summit talks": the modifier of a noun that reports the engagement itself; "meetings,
        including talks with X": some of those."""
        head, token = self.tree.head(trigger.token), trigger.token
        within = token.dep == "nmod" and self.tree.case(token) in word_list("some_of_them")
        return (
            trigger.noun
            and head is not None
            and (token.dep in {"compound", "amod"} or within)
            and (
                head.lemma in self.frames.by_noun
                or head.lower in self.frames.by_noun
                or (within and head.lemma in self.frames.grammar.carriers)
            )
        )

    def _marks(self, token: Token) -> set[str]:
        kids = self.tree.kids(token, *_MODIFIERS)
        found = {kid.lemma for kid in kids} | {kid.lower for kid in kids}
        found |= {kid.lemma for kid in self.tree.kids(token, "cop")}
        for kid in kids:
            if kid.dep in {"compound", "amod"}:
                found |= {sub.lower for sub in self.tree.kids(kid, "compound", "amod", "punct")}
                joined = "-".join(
                    w.lower for w in self.tree.subtree(kid) if w.lower not in {"-", "a", "the"}
                )
                found.add(joined)
        return found

    def _noun(self, token: Token) -> Trigger | None:
        candidates = self.frames.by_noun.get(token.lemma) or self.frames.by_noun.get(token.lower)
        if token.tag in {"NNP", "NNPS"} and token.lower == "summits":
            candidates = self.frames.by_noun["summit"]  # "the G7 and NATO Summits"
            return Trigger(token, candidates[0], True, *self._support(token))
        if not candidates or self._counts_another(token) or self._at_home(token):
            return None
        marks = self._marks(token)
        chosen = next(
            (f for f in candidates if f.noun_marks & marks and token.lemma in f.nouns), None
        )
        if chosen is None and token.lemma in {"call"}:
            chosen = self._paid(token) or self._weak(token, candidates)
        if chosen is None:
            chosen = next(
                (f for f in candidates if {token.lemma, token.lower} & f.bare_nouns), None
            )
        if chosen is None:
            chosen = self._weak(token, candidates)
        if chosen is None:
            return None
        support, carrier = self._support(token)
        return Trigger(token, chosen, True, support, carrier)

    def _paid(self, token: Token) -> EngagementFrame | None:
        """ "Paid a call on X": in person."""
        head = self.tree.head(token)
        ends = [*self.tree.deep_obliques(token), *self.tree.deep_obliques(head or token)]
        on = any(prep in {"on", "upon", "to"} for prep, _ in ends)
        if head is None or head.lemma != "pay" or token.dep not in {"obj", "nsubj:pass"} or not on:
            return None
        frames = self.frames.by_noun.get("call", ())
        return next((f for f in frames if f.id == "courtesy_call"), None)

    def _weak(
        self, token: Token, candidates: tuple[EngagementFrame, ...]
    ) -> EngagementFrame | None:
        prepositions = {prep for prep, _ in self.tree.deep_obliques(token)}
        head = self.tree.head(token)
        if token.lemma in word_list("messages"):
            return self._sent_message(token, head, candidates)
        if head is not None and self.tree.is_verb(head) and token.dep == "obj":
            prepositions |= {prep for prep, _ in self.tree.deep_obliques(head)} & {"with"}
        ends = self.tree.deep_obliques(token)
        if head is not None and token.dep == "obj" and head.lemma in word_list("having_calls"):
            ends = [*ends, *self.tree.deep_obliques(head)]  # "received calls on Monday from X"
        if token.lemma == "call" and any(p in {"from", "to"} and kid.persons for p, kid in ends):
            prepositions.add("with")
        held = any(kid.lemma in word_list("holding") for kid in self.tree.kids(token, "acl"))
        held = held or (
            head is not None and token.dep == "obj" and head.lemma in word_list("holding")
        )
        joint = len(self._modifying_states(token)) > 1
        held = held or joint or self._made_over(token) or self._in_honour(token, head)
        held = held or self._together(token, head)
        held = held or self._proceeded(token, head) or self._given_for(token, head, prepositions)
        if not prepositions & {"with", "between"} and not held:
            return None
        if prepositions & {"for"} and token.lemma == "call":
            return None
        return next((f for f in candidates if token.lemma in f.weak_nouns), None)

    def _given_for(self, token: Token, head: Token | None, prepositions: set[str]) -> bool:
        """ "Gave a lunch for X"."""
        meal = token.lemma in word_list("meals") and head is not None and token.dep == "obj"
        gives = head is not None and head.lemma in word_list("giving_meals")
        return meal and gives and "for" in prepositions

    def _proceeded(self, token: Token, head: Token | None) -> bool:
        """ "The conversation began at nine and lasted an hour": the one told of before."""
        the = any(kid.lower == "the" for kid in self.tree.kids(token, "det"))
        subject = token.dep in {"nsubj", "nsubj:pass"} and token.lemma in word_list("conversations")
        return the and subject and head is not None and head.lemma in word_list("proceeding")

    def _counts_another(self, token: Token) -> bool:
        """ "The visit is the second exchange between the two sides": the visit, told again."""
        about = self.tree.kids(token, "nsubj") if self.tree.kids(token, "cop") else []
        visits = {frame.id for t in about for frame in self.frames.by_noun.get(t.lemma, ())}
        return "visit" in visits and token.lemma not in {t.lemma for t in about}

    def _at_home(self, token: Token) -> bool:
        """ "The meeting of the National Assembly", "a session of the Politburo": of one state's."""
        sits = token.lemma in word_list("sittings")
        of = [t for prep, t in self.tree.obliques(token) if prep == "of"] if sits else []
        of += [kid for t in of for kid in self.tree.kids(t, "appos")]  # "the 10th-term Assembly"
        return any(t.lemma in word_list("home_bodies") and t.tag != "NNS" for t in of)

    def _together(self, token: Token, head: Token | None) -> bool:
        """ "The two men spent an hour in the palace": with one another."""
        if head is None or token.dep != "obj" or head.lemma not in word_list("spending"):
            return False
        return len({id(p) for t in self.tree.subjects(head) for p in t.persons}) == _TWO

    def _in_honour(self, token: Token, head: Token | None) -> bool:
        """ "Gave a dinner in honour of X"."""
        phrases = self.tree.deep_obliques(token)
        if head is not None and token.dep == "obj":
            phrases = [*phrases, *self.tree.deep_obliques(head)]
        return any(t.lemma in word_list("honours_of") for prep, t in phrases if prep == "in")

    def _modifying_states(self, token: Token) -> set[str]:
        """States named before a noun: "the Russian-US strategic stability dialogue"."""
        words = [w for kid in self.tree.kids(token, "amod", "compound", "nmod:desc", "nmod:poss")
                 for w in self.tree.subtree(kid)]  # fmt: skip
        return {w.mention.state for w in words if w.mention is not None and w.mention.state}

    def _made_over(self, token: Token) -> bool:
        """ "urged him in a call", "over dinner": what one did to another on the occasion."""
        verb = self.tree.head(token)
        if verb is None or token.dep not in {"obl", "obl:unmarked"}:
            return False
        means = word_list("over_the_line") if token.lemma == "call" else {"over"}
        over = self.tree.case(token) in means  # "over dinner"
        spoken = [t for t in self.tree.objects(verb) if t.persons]
        return over and self.tree.is_verb(verb) and bool(spoken)

    def _sent_message(
        self, token: Token, head: Token | None, candidates: tuple[EngagementFrame, ...]
    ) -> EngagementFrame | None:
        """A message is a letter where it is sent, carried or written to somebody.

        "This message" is what somebody has to say.
        """
        if any(kid.lower in _POINTING for kid in self.tree.kids(token, "det")):
            return None
        letter = next((f for f in candidates if token.lemma in f.weak_nouns), None)
        verbs = [head] if head is not None and token.dep in {"obj", "nsubj:pass"} else []
        verbs += self.tree.kids(token, "acl", "acl:relcl")
        # delegations that exchange notes exchange no letters
        both_ways = ("exchanging",) if token.lemma == "message" else ()
        handled = ("sending_messages", "carrying", *both_ways)
        if any(verb.lemma in word_list(name) for verb in verbs for name in handled):
            return letter
        to = [t for prep, t in self.tree.deep_obliques(token) if prep == "to" and t.persons]
        to = to or self.tree.kids(token, "nmod:poss")  # "in his message"
        wrote = head is not None and head.lemma in word_list("writing")
        to = to or ([token] if wrote else [])  # "wrote in a message"
        if to and token.dep.startswith("obl") and self.tree.case(token) in word_list("in_writing"):
            return letter
        if head is not None and brought(token, head, self.tree):
            return letter
        borne = head is not None and head.lemma in word_list("bearers")
        return letter if borne else None

    def _support(self, token: Token) -> tuple[Token | None, Token | None]:
        """The verb that carries a noun, through "a round of", and the outermost carrier noun."""
        grammar, carrier = self.frames.grammar, token
        for _ in range(4):
            head = self.tree.head(carrier)
            if head is None or carrier.dep not in _ABOVE:
                return None, carrier
            if self.tree.is_verb(head) or head.pos == "AUX":
                known = head.lemma in grammar.support | grammar.take_place
                return (
                    (head, carrier)
                    if known or carrier.dep in {"obl", "obl:agent"}
                    else (None, carrier)
                )
            if head.lemma in grammar.carriers or carrier.dep == "conj":
                carrier = head
                continue
            return None, carrier
        return None, carrier

    def _verb(self, token: Token) -> Trigger | None:
        marks: set[str] | None = None
        for frame in self.frames.by_verb.get(token.lemma, ()):
            if token.lemma in frame.bare_verbs:
                return Trigger(token, frame, False)
            if marks is None:
                marks = self._verb_marks(token)
            if frame.verb_marks & marks:
                return Trigger(token, frame, False)
        return None

    def _verb_marks(self, token: Token) -> set[str]:
        marks = {kid.lower for kid in self.tree.kids(token, "compound:prt", "advmod")}
        marks |= {kid.lemma for kid in self.tree.kids(token, "obj", "nsubj:pass")}
        head = self.tree.head(token)
        if token.dep == "acl" and head is not None:
            marks.add(head.lemma)  # "the session chaired by X and Y"
        # what is exchanged says what happened: views in talks, messages from afar
        given = token.lemma in word_list("exchanging") and bool(self.tree.kids(token, "obj"))
        for prep, kid in self.tree.obliques(token):
            if prep in {"by", "over", "via", "on", "through", "in", ""}:
                marks |= {kid.lemma} | {
                    k.lemma for k in self.tree.kids(kid, "compound", "amod", "nmod")
                }
            if prep in {"at", "on", "upon"} and kid.lemma == "invitation":
                marks.add("invitation")
            if prep in {"on", "upon"} and kid.persons:
                marks.add("on")
            named = kid.persons or self._names_some(token, kid)
            if prep in {"with", "to", "into", "alongside", "beside"} and named and not given:
                marks.add(prep)
            place = kid.mention is not None and kid.mention.form in {"name", "capital", "city"}
            if prep == "in" and place and not self.tree.kids(token, "obj"):
                marks.add("there")
        if token.lemma in word_list("receiving"):
            marks |= {
                k.lemma for prep, k in self.tree.deep_obliques(token) if prep in {"with", "to"}
            }
        if self._to_each_other(token):
            marks.add("each other")
        if self._to_a_ministry(token):
            marks.add("to the ministry")
        return marks

    def _to_a_ministry(self, verb: Token) -> bool:
        """ "Was called to the Foreign Ministry", "the ministry called the ambassador": summoned."""
        diplomats = [t for t in self.tree.objects(verb) if _is_envoy(t)]
        by = [t for t in self.tree.subjects(verb) if t.lemma in word_list("ministries")]
        to = [t for prep, t in self.tree.obliques(verb) if prep == "to"]
        called = verb.lemma == "call" and self.tree.is_passive(verb)
        diplomats += [t for t in self.tree.kids(verb, "nsubj:pass") if called and _is_envoy(t)]
        return bool(diplomats) and bool(by or [t for t in to if t.lemma in word_list("ministries")])

    def _names_some(self, verb: Token, many: Token) -> bool:
        """ "Spoke with a number of leaders, including X": some of the many are named."""
        beside = [t for _, t in self.tree.obliques(verb)]
        among = [*self.tree.subtree(many), *beside] if many.tag in {"NN", "NNS"} else []
        some = word_list("some_of_them")
        return any(t.persons and self.tree.case(t) in some for t in among)

    def _to_each_other(self, verb: Token) -> bool:
        """ "X and Y spoke on Thursday": to one another, where nothing says to whom or where."""
        if verb.tag == "VBG" or self.tree.kids(verb, "obj", "ccomp", "xcomp"):
            return False
        for clause in self.tree.kids(verb, "advcl"):
            marks = {kid.lower for kid in self.tree.kids(clause, "mark")}
            if not marks & word_list("sequence"):
                return False  # "spoke to open the session"; "hours after X left" tells only when
        subjects = [t for t in self.tree.subjects(verb) if t.persons]
        persons = {id(p): p for t in subjects for p in t.persons}
        sides = {p.state or p.organization for p in persons.values()}
        beside = self.tree.obliques(verb)
        dated = any(kid.mention and kid.mention.kind is MentionKind.DATE for _, kid in beside)
        allowed = word_list("free_of_place") | (word_list("sequence") if dated else frozenset())
        free = all(not prep or prep in allowed or self._timed(kid) for prep, kid in beside)
        return len(persons) == 2 and len(sides) == 2 and free

    @staticmethod
    def _timed(token: Token) -> bool:
        timed = token.mention is not None and token.mention.kind is MentionKind.DATE
        timed = timed or token.tag == "CD" or token.lemma in word_list("sidelines")
        return timed or token.lemma in word_list("spans_of_time")


def _is_envoy(token: Token) -> bool:
    mention = token.mention
    return mention is not None and any(office.kind == "diplomat" for office in mention.offices)

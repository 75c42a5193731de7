"""Who is what in an engagement: the grammar of a trigger filled into its frame's roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.granted import granted
from communique.coding.engagements.held_by_owner import engaged_by, with_programme
from communique.coding.engagements.journeys import (
    goals_of_purpose,
    legs,
    named_after_goal,
    named_behind,
    state_behind,
    stops_with_days,
    told_with_time,
)
from communique.coding.engagements.modifiers import modifiers
from communique.coding.engagements.objects_behind import is_day, objects_behind
from communique.coding.engagements.spoken import debated
from communique.coding.engagements.told_partners import (
    deep_partners,
    gone_to_talk,
    tellers,
    was_with,
)
from communique.coding.engagements.triggers import Trigger
from communique.coding.messages.letter_parties import LetterParties
from communique.knowledge.frames import word_list
from communique.language.annotations import MentionKind, Token
from communique.language.grammar import Tree
from communique.model import Role

_NAMED = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_GOAL_FORMS = frozenset({"name", "capital", "city"})
_SPREADING = frozenset({"obl", "nmod", "obl:agent", "advcl"})
# Frames of a signature, at which others may be present.
_HELD = frozenset({"meeting", "summit"})
_SIGNED = frozenset({"sign", "signing"})
# Prepositions that hang on what a verb acts on: "lead a delegation to", "attend the parade in".
_BELOW = {"lead_delegation": "to", "attend_invited": "in"}


class ArgumentFiller:
    """Fills drafts from triggers of one sentence."""

    def __init__(self, tree: Tree, reader: ActorReader) -> None:
        """``reader`` reads actors of the same ``tree``."""
        self.tree = tree
        self.reader = reader

    def fill(self, draft: Draft, trigger: Trigger) -> None:
        """Add parties to ``draft`` by the roles of ``trigger``'s frame."""
        if trigger.noun and draft.kind == "letter":
            LetterParties(self.tree, self.reader).fill(draft, trigger)
        elif trigger.noun:
            self._noun(draft, trigger)
        else:
            self._verb(draft, trigger, trigger.token)

    # verbs

    def _verb(self, draft: Draft, trigger: Trigger, verb: Token) -> None:
        roles = trigger.frame.roles
        subjects = self.tree.subjects(verb)
        objects = [t for t in self.tree.objects(verb) if t not in subjects and not is_day(t)]
        if not objects and trigger.frame.needs in {"person_object", "actor_object"}:
            objects = objects_behind(verb, self.tree)
        self._take(draft, roles.get("subject"), subjects)
        self._take(draft, roles.get("object"), objects)
        self._obliques(draft, roles, verb)
        if draft.frame in {"arrive", "depart"} and not draft.goals:
            draft.goals += goals_of_purpose(self.tree, verb)
        if "with" in roles:  # "met with X and, later, with Y"
            more = [t for t in self.tree.kids(verb, "conj") if t.persons]
            self._take(draft, roles["with"], [t for t in more if self.tree.case(t) == "with"])
        if "iobj" in roles:
            self._take(draft, roles["iobj"], self.tree.kids(verb, "iobj"))
        if draft.frame in _SIGNED:
            self._present(draft, verb)
        below = _BELOW.get(draft.frame, "with")
        if not draft.complete() and below in roles:
            things = [m for kid in self.tree.kids(verb, "obj") for m in self.tree.conjuncts(kid)]
            for thing in things:
                self._obliques(draft, {below: roles.get(below)}, thing)

    def _present(self, draft: Draft, verb: Token) -> None:
        """ "Signed in the presence of X and Y": those there take part."""
        for _, phrase in self.tree.obliques(verb):
            if phrase.lemma in word_list("presences"):
                self._take(draft, "participant", [t for _, t in self.tree.obliques(phrase)])
                self._take(draft, "participant", self._owners(phrase))

    def _obliques(self, draft: Draft, roles: object, head: Token) -> None:
        own = self.tree.obliques(head)
        beside = self.tree.adjacent(head)
        if beside is not None and beside not in own and beside[0] in {"with", "between", "to"}:
            own += [(beside[0], token) for token in self.tree.conjuncts(beside[1])]
        deep = [found for found in deep_partners(self.tree, head) if found not in own]
        own += self._before_thing(head)
        own += self._honoured(own)
        if draft.kind == "visit":
            own += told_with_time(own, self.tree)
            agents = [t for prep, t in own if prep in {"by", "of", "from"}]
            own += [p for agent in agents for p in self.tree.obliques(agent) if p[0] == "to"]
        for prep, token in [*own, *deep]:
            role = roles.get(prep.split(" ")[-1] if prep else "")  # type: ignore[attr-defined]
            if role == "guest" and prep == "of" and self._toured(head, token):
                role = "place"
            if prep == "together with":
                role = "participant"
            if prep in word_list("some_of_them") and (token.persons or token.mention):
                role = roles.get("object") or roles.get("with")  # type: ignore[attr-defined]
            if role == "guest" and draft.kind == "visit" and self._any(token, head):
                continue
            if role is not None and prep:
                self._take(draft, role, [token])

    def _any(self, token: Token, visit: Token) -> bool:
        """ "The first visit by an Australian leader": nobody in particular, unless it was the
        last one before."""
        if {kid.lower for kid in self.tree.kids(visit, "amod")} & word_list("visits_before"):
            return False
        mention = token.mention
        unnamed = mention is not None and mention.kind is MentionKind.OFFICE and not token.persons
        return unnamed and any(kid.lower in {"a", "an", "any"} for kid in self.tree.kids(token))

    def _headed(self, draft: Draft, heads: Iterable[Token]) -> None:
        """ "Took place under the chairmanship of X and Y"."""
        for head in heads if draft.kind in {"meeting", "consultation"} else ():
            for prep, phrase in self.tree.deep_obliques(head):
                offices = phrase.mention.offices if phrase.mention is not None else []
                chair = {phrase.lemma, *(o.head for o in offices)} & word_list("headships")
                if prep == "under" and chair:
                    heads_of = [t for _, t in self.tree.obliques(phrase)]
                    named = [phrase] if phrase.persons else [*self._owners(phrase), *heads_of]
                    self._take(draft, "participant", named)

    def _honoured(self, phrases: Iterable[tuple[str, Token]]) -> list[tuple[str, Token]]:
        """ "A dinner in honour of X" is given for X."""
        nouns = [t for prep, t in phrases if prep == "in" and t.lemma in word_list("honours_of")]
        owners = [o for noun in nouns for o in self._owners(noun)]
        owners += [t for noun in nouns for prep, t in self.tree.obliques(noun) if prep == "of"]
        return [("for", owner) for owner in owners]

    @staticmethod
    def _toured(head: Token, token: Token) -> bool:
        """ "A tour of Namibia and Chad": where it goes, unlike "a tour of the minister"."""
        named = token.mention is not None and token.mention.form in _GOAL_FORMS
        named |= token.tag == "NNS" and token.lemma in word_list("lands")
        return named and head.lemma in word_list("tours")

    def _before_thing(self, verb: Token) -> list[tuple[str, Token]]:
        """ "Discussed with X ways to ...": a name parsed into the noun behind it."""
        return [
            ("with", t)
            for t in self.tree.tokens[verb.i + 2 : verb.i + 4]
            if t.persons and t.dep == "compound" and self.tree[t.i - 1].lower == "with"
        ]

    # nouns

    def _noun(self, draft: Draft, trigger: Trigger) -> None:
        roles, noun, tree = trigger.frame.roles, trigger.token, self.tree
        self._take(draft, roles.get("poss"), self._owners(noun))
        self._obliques(draft, roles, noun)
        self._modifying_states(draft, roles, noun)
        self._participles(draft, roles, noun)
        self._headed(draft, [noun, *([trigger.support] if trigger.support is not None else [])])
        if trigger.frame.id == "credentials" and draft.parties:
            self._accredited(draft, noun)
        if tree.kids(noun, "cop"):
            self._take(draft, roles.get("subject"), tree.subjects(noun))
        if trigger.carrier is not None and trigger.carrier is not noun:
            # "a lunch with X and talks with Y": each has a partner of its own
            own = {"of", "with"} if noun.dep == "conj" and draft.parties else {"of"}
            self._obliques(draft, {k: v for k, v in roles.items() if k not in own}, trigger.carrier)
        if draft.kind in _HELD:
            self._take(draft, roles.get("with"), was_with(tree, noun))
            self._take(draft, roles.get("with"), tellers(tree, trigger))
        if draft.kind == "meeting" and tree.kids(noun, "cop"):
            self._take(draft, roles.get("subject"), with_programme(tree, noun))
        head = tree.head(trigger.carrier or noun)
        if head is not None and draft.kind == "visit" and tree.kids(head, "cop"):
            stop = head.lemma in word_list("stops")  # "Chad was the third stop of his tour"
            self._take(draft, "place" if stop else "guest", tree.subjects(head))
            draft.goals.append(head)
        if draft.kind == "visit":
            if head is not None and head.mention is not None and tree.case(noun) == "on":
                self._take(draft, "guest", [head])  # "X, on a visit to Chad, said"
            for goal in [*named_after_goal(tree, noun), *legs(tree, noun, draft)]:
                self._destination(draft, goal)
        if draft.kind == "visit" and self._taken(draft, trigger, head):
            return
        if trigger.support is not None and not debated(draft, trigger):
            self._support(draft, trigger, trigger.support)
        elif head is not None and tree.is_verb(head):
            self._context(draft, trigger, head)

    def _taken(self, draft: Draft, trigger: Trigger, head: Token | None) -> bool:
        """ "The tour took X to Y", "on a tour that will take him to Y": whom it takes is the guest.

        Returns whether the noun is what takes.
        """
        carrier = trigger.carrier or trigger.token
        takes = word_list("taking")
        doing = head is not None and head.lemma in takes and carrier.dep == "nsubj"
        verbs = [head] if doing and head is not None else []
        for verb in [*verbs, *self.tree.kids(trigger.token, "acl", "acl:relcl")]:
            if verb.lemma in takes and not self.tree.is_passive(verb):
                self._take(draft, "guest", self.tree.kids(verb, "obj"))
                self._obliques(draft, {"to": "place", "through": "place"}, verb)
        return doing

    def _held_by(self, clause: Token) -> bool:
        """ "A conversation he had with X"."""
        held = clause.dep == "acl:relcl" and clause.lemma in word_list("holding")
        return held and bool(self.tree.kids(clause, "nsubj"))

    def _accredited(self, draft: Draft, noun: Token) -> None:
        """A list of ambassadors behind their credentials, however the parser has hung them."""
        for token in self.tree.tokens[noun.i :]:
            for person in token.persons:
                if "diplomat" in person.office_kinds:
                    self._take(draft, "guest", [token])

    def _owners(self, noun: Token) -> list[Token]:
        return [m for kid in self.tree.kids(noun, "nmod:poss") for m in self.tree.conjuncts(kid)]

    def _modifying_states(self, draft: Draft, roles: object, noun: Token) -> None:
        """ "Russian-Vietnamese talks", "the Putin-Xi summit"."""
        if roles.get("poss") != "participant":  # type: ignore[attr-defined]
            return
        for word in modifiers(noun, draft.kind, self.tree):
            mention = word.mention
            if mention is None or mention.kind is not MentionKind.STATE:
                self._take(draft, "participant", [word])
            elif mention.state:
                span = self.reader.analysis.span(word.start, word.end)
                state = Actor(word, state=mention.state, spans=(span,), worked_from=mention.text)
                draft.add(state, Role.PARTICIPANT)

    def _participles(self, draft: Draft, roles: object, noun: Token) -> None:
        """ "The call held between X and Y", "the visit paid by X to Y"."""
        for kid in self.tree.kids(noun, "acl", "acl:relcl"):
            if kid.lemma in word_list("accompanying") | word_list("following_on"):
                continue
            if kid.tag == "VBN" or self._held_by(kid):
                self._obliques(draft, roles, kid)
                self._take(draft, roles.get("subject"), self.tree.subjects(kid))  # type: ignore[attr-defined]

    def _support(self, draft: Draft, trigger: Trigger, verb: Token) -> None:
        """Parties of the verb that carries the noun: "X held talks with Y"."""
        roles, tree = trigger.frame.roles, self.tree
        carrier = trigger.carrier or trigger.token
        for place in tree.kids(verb, "obj"):
            if verb.lemma == "take" and place.lower == "place":
                self._obliques(draft, roles, place)
        subjects = [t for t in tree.subjects(verb) if t is not carrier]
        if self._attended(draft, verb, carrier):
            self._take(draft, "participant" if draft.kind == "summit" else "delegate", subjects)
            return
        if carrier.dep in {"nsubj", "nsubj:pass"}:
            subjects = [t for t in subjects if t.i not in {w.i for w in tree.subtree(carrier)}]
        if trigger.frame.id == "credentials" and verb.lemma in word_list("presenting"):
            self._take(draft, "guest", subjects)
            self._obliques(draft, {"to": "host"}, verb)
            return
        if verb.lemma in trigger.frame.given:
            hosts, guests = granted(tree, verb, trigger.token)
            draft.parties = []
            self._take(draft, "host", hosts)
            self._take(draft, "guest", guests)
            return
        going = draft.kind == "visit" and carrier.dep in _SPREADING and draft.actors(Role.GUEST)
        joined = carrier.dep == "obl" and verb.lemma == "join"
        received = carrier.dep == "obl" and verb.lemma in word_list("receiving")
        unsaid = roles.get("subject") == "host"  # "after the reception X met Y": who gave it
        engaged = verb.lemma in word_list("engaging") and tree.case(carrier) in {"in", "into"}
        engaged |= gone_to_talk(tree, verb, carrier) and draft.kind == "meeting"
        settled = carrier.dep in _SPREADING and (unsaid or (draft.complete() and not engaged))
        if not going and not received and not settled:
            self._take(draft, roles.get("subject"), subjects)
        if self._over_the_line(draft, carrier, verb):
            self._take(draft, roles.get("object"), [*tree.objects(verb), *self._spoken_to(verb)])
        for holder in engaged_by(tree, verb, carrier) if draft.kind in _HELD else ():
            self._take(draft, None if draft.complete() else "participant", [holder])
        if carrier.dep == "obl":
            self._told(draft, verb, carrier)
        self._inherited(draft, roles, verb, carrier)
        if "iobj" in roles:
            self._take(draft, "recipient", tree.kids(verb, "iobj"))
        if received or joined:
            self._take(draft, roles.get("subject"), tree.objects(verb))
        welcomed = received and draft.frame == "visit" and not draft.goals
        # "will welcome X for a state visit"
        self._take(draft, "host" if welcomed else None, tree.subjects(verb))

    def _inherited(
        self, draft: Draft, roles: Mapping[str, str], verb: Token, carrier: Token
    ) -> None:
        """Partners that a parser hangs on the verb instead of the noun: "held talks with Y"."""
        inherited = {
            k: v for k, v in roles.items() if k in {"with", "between", "to", "for", "from"}
        }
        if carrier.dep in _SPREADING:
            inherited = {k: v for k, v in roles.items() if k == "with"}
        if draft.kind == "visit" and carrier.dep == "obj" and not self.tree.is_passive(verb):
            inherited |= {k: v for k, v in roles.items() if k == "by"}  # "follows a visit by X"
        self._obliques(draft, inherited, verb)

    def _attended(self, draft: Draft, verb: Token, carrier: Token) -> bool:
        """ "X and Y attended the meeting", "the talks were attended by X": others held them."""
        if self.tree.is_passive(verb):
            return verb.lemma in word_list("attending")
        the = any(kid.lower == "the" for kid in self.tree.kids(carrier, "det"))
        the = the and not any(self.tree.case(t) == "of" for t in self.tree.kids(carrier, "nmod"))
        there = verb.lemma in word_list("attending") and carrier.dep == "obj"
        return the and there and draft.kind == "meeting" and not draft.parties

    def _over_the_line(self, draft: Draft, carrier: Token, verb: Token) -> bool:
        """ "Urged him in a call": whom it was said to was on the line."""
        call = draft.kind in {"call", "video_call"} and carrier.dep in {"obl", "obl:unmarked"}
        call = call and verb.lemma not in word_list("discussing") and not draft.complete()
        return call and self.tree.case(carrier) in word_list("over_the_line")

    def _spoken_to(self, verb: Token) -> list[Token]:
        """ "Expressed condolences to X in a phone call"."""
        return [t for prep, t in self.tree.obliques(verb) if prep == "to" and t.persons]

    def _context(self, draft: Draft, trigger: Trigger, verb: Token) -> None:
        """A noun in a phrase of another verb: "speaking after talks with Y, X said"."""
        carrier = trigger.carrier or trigger.token
        if carrier.dep not in {"obl", "obl:tmod", "obl:unmarked"} or draft.complete():
            return
        if draft.kind == "visit" and draft.actors(Role.GUEST):
            return
        role = trigger.frame.roles.get("subject")
        if role == "host":  # "after the reception X met Y" does not say who gave it
            return
        self._take(draft, role, self.tree.subjects(verb))
        if draft.kind in {"call", "video_call"} and not draft.complete():
            spoken_to = [*self.tree.objects(verb), *self._spoken_to(verb)]
            self._take(draft, trigger.frame.roles.get("object"), spoken_to)
        self._told(draft, verb, carrier)

    def _told(self, draft: Draft, verb: Token, carrier: Token) -> None:
        """ "At the meeting X told Y that ...": who says something there to whom."""
        there = self.tree.case(carrier) in word_list("at_the_talks")
        told = there and verb.lemma in word_list("telling")
        if draft.complete() or draft.kind != "meeting" or not told:
            return
        to = [t for prep, t in self.tree.obliques(verb) if prep == "to"]
        self._take(draft, "participant", [t for t in (*self.tree.objects(verb), *to) if t.persons])

    # taking

    def _take(self, draft: Draft, role: str | None, tokens: Iterable[Token]) -> None:
        if role is None:
            return
        if role == "honoured":
            self._mourned(draft, tokens)
            return
        for token in tokens:
            for member in self.tree.conjuncts(token):
                if role == "place":
                    self._destination(draft, member)
                    continue
                for actor in self.reader.read(member):
                    draft.add(actor, Role(role))

    def _mourned(self, draft: Draft, tokens: Iterable[Token]) -> None:
        """Whose funeral or inauguration it is: his or her state is the host."""
        for actor in self.reader.read_all(tokens):
            if actor.side is not None and actor.side not in draft.sides():
                host = Actor(
                    actor.token, state=actor.side, spans=actor.spans, worked_from=actor.label
                )
                draft.add(host, Role.HOST)

    def _destination(self, draft: Draft, token: Token) -> None:
        """A visit's goal: a state or city, or the person visited."""
        mention = token.mention
        if mention is not None and mention.kind in {MentionKind.PERSON, MentionKind.OFFICE}:
            for actor in self.reader.read(token):
                draft.add(actor, Role.HOST)
            return
        behind = stops_with_days(self.tree, token) or named_behind(self.tree, token)
        for goal in behind or state_behind(self.tree, token) or [token]:
            if goal not in draft.goals:
                draft.goals.append(goal)

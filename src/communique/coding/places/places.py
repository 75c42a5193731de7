"""Where: the place phrase of an engagement, and the state a visit goes to."""

from __future__ import annotations

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.engagements.drafts import Draft
from communique.coding.engagements.journeys import settle_leg
from communique.coding.engagements.triggers import Trigger
from communique.coding.places.occasions import occasion_place
from communique.knowledge.frames import word_list
from communique.knowledge.states import load_states
from communique.language.annotations import Analysis, MentionKind, Token
from communique.language.dates import FormKind
from communique.language.grammar import Tree
from communique.model import Kind, Place, Role

# Phrases of place that a parser hangs on the date or the person before them.
_HELD_PLACES = frozenset({MentionKind.DATE, MentionKind.PERSON, MentionKind.OFFICE})
# What a place's own name does not go on with, though parsed so: "in Doha President X".
_NO_PART = frozenset({MentionKind.DATE, MentionKind.PERSON})
# Relations of words that belong to a place's own name.
_NAMING = frozenset(
    {"compound", "amod", "nmod", "flat", "nummod", "nmod:poss", "nmod:desc", "punct"}
)
# How much of the words before a day may say that it is the first.
_NEAR = 30
_PLACE_KINDS = frozenset({MentionKind.STATE, MentionKind.PLACE})


class PlaceReader:
    """Reads places off one sentence."""

    def __init__(self, analysis: Analysis, tree: Tree) -> None:
        """``tree`` is of a sentence of ``analysis``."""
        self.analysis = analysis
        self.tree = tree

    def read(self, draft: Draft, trigger: Trigger) -> None:
        """Fill ``draft.place`` from the phrases of its trigger and of the verb that carries it."""
        if draft.kind == "visit":
            self._visit(draft, trigger)
            return
        heads = [trigger.token, trigger.carrier, trigger.support]
        head = self.tree.head(trigger.carrier or trigger.token)
        if trigger.support is None and head is not None and self.tree.is_verb(head):
            heads.append(head)
        heads += [kid for verb in (trigger.support, head) for kid in self._to_be_held(verb)]
        phrases: list[Token] = []
        for one in heads:
            if one is None:
                continue
            for prep, token in self._phrases(one, signed=draft.kind == Kind.CEREMONY):
                if prep in word_list("locating") and self._locates(token) and token not in phrases:
                    phrases.append(token)
        if not phrases:
            phrases = self._where(trigger) or self._held_at(trigger)
        if phrases:
            self._set(draft, phrases)
            return
        occasion = occasion_place(self.tree, [one for one in heads if one], self.analysis)
        if occasion is not None:
            draft.place, draft.place_spans = occasion[0], (occasion[1],)
        else:
            self._left_out(draft, heads)

    def put(self, draft: Draft, verb: Token) -> bool:
        """Place ``draft`` by the phrases of ``verb``, "was held at X"; whether there are any."""
        phrases = [
            token for prep, token in self._phrases(verb)
            if prep in word_list("locating") and self._locates(token)
        ]  # fmt: skip
        if phrases:
            self._set(draft, phrases)
        return bool(phrases)

    def _left_out(self, draft: Draft, heads: list[Token | None]) -> None:
        """ "Received in Baghdad X": a place that the parser was not shown."""
        for mention in draft.sentence.mentions:
            follows = draft.sentence.moved.get(mention.start)
            if follows is None or mention.kind not in _PLACE_KINDS:
                continue
            if any(up in heads for up in self.tree.up(self.tree[follows])):
                draft.place = Place(mention.text, mention.city, mention.state)
                draft.place_spans = (self.analysis.span(mention.start, mention.end),)
                return

    def _to_be_held(self, verb: Token | None) -> list[Token]:
        """ "Is planned to be held in Khujand"."""
        held = self.tree.kids(verb, "xcomp") if verb is not None else []
        return [kid for kid in held if kid.lemma in word_list("taking_place")]

    def _held_at(self, trigger: Trigger) -> list[Token]:
        """ "The meeting, held at X,", "the summit that Japan will host in Hiroshima"."""
        return [
            token
            for noun in (trigger.token, trigger.carrier)
            for clause in (self.tree.kids(noun, "acl", "acl:relcl") if noun is not None else ())
            if clause.lemma in word_list("taking_place")
            for prep, token in self.tree.obliques(clause)
            if prep in word_list("locating") and self._locates(token)
        ]

    def _where(self, trigger: Trigger) -> list[Token]:
        """ "came from Moscow, where he met X"."""
        verb = trigger.support or trigger.token
        for this in (verb, *self.tree.up(verb)):
            if any(kid.lower == "where" for kid in self.tree.kids(this, "advmod", "obl")):
                head = self.tree.head(this)
                return [head] if head is not None and self._locates(head) else []
            if this.dep in {"ccomp", "advcl"}:
                return []
        return []

    def _phrases(self, head: Token, *, signed: bool = False) -> list[tuple[str, Token]]:
        """Prepositional phrases of ``head``, and those parsed into a date beside it.

        ``signed`` asks for those of what was signed or laid too: "signed a pact in Minsk".
        """
        found = self.tree.obliques(head)
        people = (
            [t for t in self.tree.objects(head) if t.mention is not None]
            if self.tree.is_verb(head)
            else []
        )
        things = self.tree.kids(head, "obj") if signed and self.tree.is_verb(head) else []
        for thing in things:
            if thing.mention is None:
                found += [p for p in self.tree.obliques(thing) if p[0] in {"in", "at"}]
        for token in [*(t for _, t in found), *people]:
            unmarked = token.dep == "obl:unmarked" or token.lemma in word_list("spans_of_time")
            timed = token.mention is None and unmarked  # "received A and B, one by one, at X"
            if timed or (token.mention is not None and token.mention.kind in _HELD_PLACES):
                found += [p for p in self.tree.obliques(token) if p[0] in {"in", "at"}]
        return found

    def _locates(self, token: Token) -> bool:
        mention = token.mention
        if mention is None and token.lemma in word_list("gatherings"):
            return self._set_in(token)
        if mention is None:
            return token.lemma in word_list("venues")
        if mention.kind is MentionKind.NAME:  # "the Al-Yamamah Palace"
            return any(word.lower() in word_list("venues") for word in mention.text.split())
        if _of_a_pair(self.tree, token):
            return False
        return mention.kind in _PLACE_KINDS and mention.form not in {"demonym", "person_noun"}

    def _set_in(self, gathering: Token) -> bool:
        """ "At the summit in Lima", "the Lima summit"; not "at the talks, on behalf of Peru"."""
        inside = [t for t in self.tree.subtree(gathering) if t.mention and t.mention.state]
        named = any(self.tree.case(t) in {"in", "at"} for t in inside)
        return named or self._city_state(gathering)[0] is not None

    def _set(self, draft: Draft, phrases: list[Token]) -> None:
        phrases = [self._inside(phrase) for phrase in phrases]
        first = phrases[0]
        name, start, end = self._phrase(first)
        city, state = self._city_state(first)
        for other in phrases[1:]:
            more_city, more_state = self._city_state(other)
            city, state = city or more_city, state or more_state
        draft.place = Place(name, city, state)
        draft.place_spans = (
            self.analysis.span(start, end),
            *(self.analysis.span(*self._phrase(other)[1:]) for other in phrases[1:]),
        )

    def _inside(self, token: Token) -> Token:
        """ "At the summit in Lima": the place of an occasion, not the occasion."""
        if token.mention is not None or token.lemma not in word_list("gatherings"):
            return token
        inner = [t for t in self.tree.subtree(token) if t.mention and t is not token]
        return next((t for t in inner if self._locates(t)), token)

    def _phrase(self, token: Token) -> tuple[str, int, int]:
        """A place phrase without its preposition, article and clauses."""
        words = [
            word
            for word in self.tree.subtree(
                token, without=("acl", "acl:relcl", "cc", "conj", "appos")
            )
            if word is token or word.dep not in {"case", "det", "punct"} or word.i > token.i
        ]
        foreign = [
            kid
            for kid in self.tree.kids(token)
            if kid.dep not in _NAMING or (kid.mention is not None and kid.mention.kind in _NO_PART)
        ]
        foreign += self._not_of_state(token)
        out = {w.i for kid in foreign for w in self.tree.subtree(kid)}
        words = [w for w in words if w.i not in out or w is token]
        last = words[-1]
        if last.dep == "punct":
            last = token
        start, end = words[0].start, last.end
        return self.analysis.text[start:end], start, end

    def _not_of_state(self, token: Token) -> list[Token]:
        """ "Fiji on climate change": what a state is visited for is no part of its name."""
        named = token.mention is not None and token.mention.kind is MentionKind.STATE
        kids = self.tree.kids(token, "nmod") if named else []
        return [kid for kid in kids if self.tree.case(kid) not in {"of", "in"}]

    def _city_state(self, token: Token) -> tuple[str | None, str | None]:
        city = state = None
        for word in self.tree.subtree(token):
            mention = word.mention
            if mention is None or mention.kind not in _PLACE_KINDS:
                continue
            if word is not token and self.tree.case(word) == "from":
                continue  # "left for the summit following his return from Los Angeles"
            if mention.form in {"city", "capital"}:
                city, state = city or mention.city or mention.text, state or mention.state
            else:
                state = state or mention.state
        if city is None and state is not None and token.lemma == "capital":
            city = load_states()[state].capital
        return city, state

    # visits

    def _visit(self, draft: Draft, trigger: Trigger) -> None:
        goals = [goal for goal in draft.goals if self._locates(goal)]
        if not goals:
            goals = self._named_before(draft)
            draft.goals += goals
        if not goals and self._own_country(draft):
            return
        if not goals:
            goals = self._cities_beside(trigger)
        if not goals:
            return
        goal = goals[0]
        settle_leg(draft, goal, draft.later)
        city, state = self._city_state(goal)
        mention = goal.mention
        if state is None:  # "landed at the airport in Rio"
            near = (self._city_state(other) for other in goals[1:] or self._cities_beside(trigger))
            city, state = next((found for found in near if found[1] is not None), (city, state))
        if mention is None and state is None:
            return
        name, start, end = self._phrase(goal)
        draft.place = Place(name, city, state)
        draft.destination = state
        draft.place_spans = (self.analysis.span(start, end),)

    def _named_before(self, draft: Draft) -> list[Token]:
        """ "At the invitation of Chad and Togo, X will visit the two countries": those named."""
        going = {actor.side for actor in draft.actors(Role.GUEST)}
        for goal in draft.goals:
            if goal.lemma not in word_list("countries") or self.tree.kids(goal, "nmod:poss"):
                continue
            pointed = {kid.lower for kid in self.tree.kids(goal, "det", "det:predet", "amod")}
            counted = self.tree.kids(goal, "nummod") and not pointed & word_list("definite")
            if counted and "both" not in pointed:
                continue  # "four countries of the region"
            if goal.tag == "NN":
                self._that_country(draft, goal, going)
                continue
            named = [
                token
                for token in self.tree.tokens[: goal.i]
                if token.mention is not None and token.mention.form == "name"
                and token.mention.kind in _PLACE_KINDS and token.mention.state not in going
            ]  # fmt: skip
            if len(named) > 1:
                return named
        return []

    def _that_country(self, draft: Draft, goal: Token, going: set[str | None]) -> None:
        """ "Invited by the President of Chad, X will visit that country"."""
        pointed = {kid.lower for kid in self.tree.kids(goal, "det")} & word_list("definite")
        reader = ActorReader(self.analysis, self.tree)
        for token in reversed(self.tree.tokens[: goal.i] if pointed else []):
            side = next((a.side for a in reader.read(token) if a.side not in {None, *going}), None)
            if token.mention is not None and side is not None:
                draft.destination = side
                draft.place = Place(token.mention.text, None, side)
                draft.place_spans = (self.analysis.span(goal.start, goal.end),)
                return

    def _own_country(self, draft: Draft) -> bool:
        """ "invited him to visit his country": the goal is its owner's state."""
        going = {actor.side for actor in draft.actors(Role.GUEST)}
        for goal in draft.goals:
            owned = goal.lemma in word_list("countries") and self.tree.kids(goal, "nmod:poss")
            if not owned:
                continue
            state = next((s for s in self._owners(goal) if s not in going), None)
            name, start, end = self._phrase(goal)
            draft.place, draft.destination = Place(name, None, state), state
            draft.place_spans = (self.analysis.span(start, end),)
            return state is not None
        return False

    def _owners(self, goal: Token) -> list[str]:
        """States that "his country" may be: of "his", then of who does the verbs above."""
        tokens = self.tree.kids(goal, "nmod:poss")
        for verb in self.tree.up(goal):
            if self.tree.is_verb(verb):
                tokens = [*tokens, *self.tree.subjects(verb)]
        persons = [person for token in tokens for person in token.persons]
        return [person.state for person in persons if person.state is not None]

    def _cities_beside(self, trigger: Trigger) -> list[Token]:
        """ "arrived in Hanoi on a visit": the goal stands with the verb that carries the visit."""
        found: list[Token] = []
        carrier = trigger.carrier or trigger.token
        head = trigger.support or self.tree.head(carrier)
        if head is None or (not self.tree.is_verb(head) and head.pos != "AUX"):
            return found
        if carrier.dep not in {"obl", "obj"} and trigger.support is None:
            return found
        for prep, token in self.tree.obliques(head):
            if prep in {"in", "to", "at"} and self._locates(token):
                found.append(token)
        for obj in self.tree.kids(head, "obj"):
            if head.lemma in {"visit", "tour", "leave", "depart"} and self._locates(obj):
                found.append(obj)
        return found


def goals_of(draft: Draft, reader: ActorReader) -> list[Draft]:
    """One draft for each further goal of a visit ("will visit Laos and Cambodia")."""
    goals = [
        goal
        for goal in draft.goals
        if goal.mention is not None and goal.mention.state and goal.mention.kind in _PLACE_KINDS
    ]
    first = goals[0].mention if goals else None
    made = [
        _towards(draft, goal, reader)
        for goal in goals[1:]
        if goal.mention is not None and first is not None and goal.mention.state != first.state
    ]
    if made:
        for one in made:
            settle_leg(one, one.goals[0], draft.later)
        made_on = [one for one in made if one.goals[0] not in draft.later]
        _date_apart([draft, *made_on], [goals[0], *(one.goals[0] for one in made_on)])
        text = reader.analysis.text
        shared = [one for one in (draft, *made_on) if one.dates == draft.dates]
        for one in shared if len(shared) > 1 else ():
            one.tour = True  # the days of all of them
        for one in made:
            one.dates = [e for e in one.dates if not _sets_out(text[: e.start], e.form.kind)]
    return made


def _sets_out(before: str, kind: FormKind) -> bool:
    """ "Will visit A, B and C starting August 5": the day of the first of them."""
    words = before[-_NEAR:].lower().split()[-2:]
    beginning = not word_list("setting_out").isdisjoint(words[-1:]) or (
        words[-1:] == ["on"] and not word_list("setting_out").isdisjoint(words[:1])
    )
    return beginning and kind is not FormKind.SPAN


def _date_apart(drafts: list[Draft], goals: list[Token]) -> None:
    """ "To Laos on May 3 and to Japan on May 5": each goal has the days that follow it."""
    ends = [goal.start for goal in goals[1:]]
    after = [
        [e for e in drafts[0].dates if goal.end <= e.start and (end is None or e.start < end)]
        for goal, end in zip(goals, [*ends, None], strict=True)
    ]
    if sum(bool(days) for days in after) > 1:
        for draft, days in zip(drafts, after, strict=True):
            draft.dates = days


def _towards(draft: Draft, goal: Token, reader: ActorReader) -> Draft:
    assert goal.mention is not None
    copy = Draft(
        draft.kind, draft.status, draft.frame, draft.sentence, draft.trigger,
        parties=list(draft.parties), visit_type=draft.visit_type,
        visit_type_spans=draft.visit_type_spans, dates=list(draft.dates),
        kind_spans=list(draft.kind_spans), status_spans=list(draft.status_spans),
        prominence=draft.prominence, relation=draft.relation, told=draft.told,
        definite=draft.definite, present=draft.present,
    )  # fmt: skip
    copy.parties = [p for p in copy.parties if p.role is not Role.HOST]
    host = Actor(
        goal, state=goal.mention.state, spans=(reader.analysis.span(goal.start, goal.end),),
        worked_from=None if goal.mention.form == "name" else goal.mention.text,
    )  # fmt: skip
    copy.add(host, Role.HOST)
    copy.place = Place(goal.mention.text, goal.mention.city, goal.mention.state)
    copy.destination = goal.mention.state
    copy.place_spans = (reader.analysis.span(goal.start, goal.end),)
    copy.goals = [goal]
    return copy


def _of_a_pair(tree: Tree, token: Token) -> bool:
    """ "Ghana-Nigeria relations": states joined by a hyphen are no place."""
    near = [tree[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(tree.tokens)]
    hyphened = any(t.text in {"-", "–"} for t in near)
    return token.dep == "compound" and hyphened

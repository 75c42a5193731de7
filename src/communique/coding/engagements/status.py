"""Whether an engagement took place, is under way, planned, proposed, put off or denied.

Read from the words around its trigger: auxiliaries, governing verbs and nouns, adjectives.
``None`` means that the page denies it or only supposes it, so there is no engagement.
"""

from __future__ import annotations

from dataclasses import replace

from communique.coding.engagements.noun_status import NounStatus
from communique.coding.engagements.triggers import Trigger
from communique.coding.engagements.verb_status import PRESENT, StatusReading
from communique.knowledge.frames import word_list
from communique.language.annotations import Token
from communique.language.mending import is_time
from communique.model import Status

# "After the talks": so few words speak of talks without telling of them.
_BARE = 4


class StatusReader(NounStatus):
    """Reads the status of triggers in one tree."""

    def read(self, trigger: Trigger) -> StatusReading:
        """The status of the engagement that ``trigger`` reports."""
        if trigger.noun:
            return self._noun(trigger)
        default = Status(trigger.frame.status) if trigger.frame.status else None
        if trigger.frame.kind == "visit" and self._nth_time(trigger.token):
            return StatusReading(Status.UNDER_WAY, trigger.token, told=False)
        return self.of_verb(trigger.token, default, trigger)

    def _nth_time(self, verb: Token) -> bool:
        """ "This is the third time that he has visited Fiji": the visit that is told of."""
        time = self.tree.head(verb) if verb.dep in {"acl:relcl", "acl"} else None
        if time is None or time.lemma != "time" or not self.tree.kids(time, "amod"):
            return False
        return any(t.lower in word_list("definite") for t in self.tree.subjects(time)) or any(
            t.lemma in word_list("making_visits") | word_list("trips")
            for t in self.tree.kids(time, "nsubj")
        )

    # nouns

    def _noun(self, trigger: Trigger) -> StatusReading:
        noun = trigger.token
        carrier = self._first_listed(trigger.carrier or noun)
        head, case = self.tree.head(carrier), self.tree.case(carrier)
        if carrier is not (trigger.carrier or noun):
            trigger = replace(trigger, support=None, carrier=carrier)
        return (
            self._denied(carrier)
            or self._put_off_or_cancelled(trigger)
            or self._on_agenda(noun)
            or self._here_and_now(trigger)
            or self._described(noun)
            or self._predicate(trigger, head)
            or self._at_invitation(carrier, case)
            or (None if case in self.words["after"] else self._below_noun(self.tree.head(noun)))
            or (None if case in self.words["after"] else self._below_noun(head))
            or self._below_noun(self._noun_before(carrier, case))
            or self._placed_in_time(carrier, case, trigger.frame.kind)
            or self._carried(trigger, head, case)
        )

    def _placed_in_time(self, carrier: Token, case: str, kind: str) -> StatusReading | None:
        """ "ahead of the visit", "after talks"."""
        if carrier.dep in {"obj", "nsubj", "nsubj:pass", "conj"}:
            return None
        first = self.tree.kids(carrier, "case")
        ahead = bool(first) and first[0].i > 0 and self.tree[first[0].i - 1].lower == "ahead"
        if (
            ahead
            or case in self.words["before"]
            or case.split(" ", maxsplit=1)[0] in {"ahead", "prior"}
        ):
            return StatusReading(Status.PLANNED, carrier, "before")
        head = self.tree.head(carrier)
        ahead_of = self.words["opening_verbs"] | word_list("looking_out")
        if kind == "visit":
            ahead_of = word_list("preparing")
        else:
            ahead_of |= word_list("preparing")
        if case == "for" and head is not None and head.lemma in ahead_of:
            return StatusReading(Status.PLANNED, carrier, "before")
        if case in self.words["after"] and self._of_the_future(carrier, kind):
            return StatusReading(Status.PLANNED, carrier, "after")
        if case in self.words["after"] or (case == "from" and kind == "visit"):
            coming = kind != "visit" and head is not None and self._to_come(head)
            return StatusReading(Status.PLANNED if coming else Status.HELD, carrier, "after")
        return None

    def _to_come(self, verb: Token) -> bool:
        """ "Will lead the delegation at the talks", "will speak to the press after the talks"."""
        return bool(set(self.tree.auxiliaries(verb)) & self.words["planned_auxiliaries"])

    def _of_the_future(self, carrier: Token, kind: str) -> bool:
        """ "Will arrive in Rome after his trip to Oslo": that trip is to come as well.

        So are the talks of "after the talks the two will speak to the press".
        """
        verb, phrase = self.tree.head(carrier), {t.lower for t in self.tree.subtree(carrier)}
        spoken_of = {"his", "her", "their"} if kind == "visit" else {"the"}
        if verb is None or not phrase & spoken_of or len(phrase) > _BARE + 3 * (kind == "visit"):
            return False
        ahead = set(self.tree.auxiliaries(verb)) & self.words["planned_auxiliaries"]
        planning = verb.lemma in self.words["planned_verbs"] and verb.tag in {"VBG", *PRESENT}
        return bool(ahead) or planning

    def _put_off_or_cancelled(self, trigger: Trigger) -> StatusReading | None:
        """What is done to a visit or talks counts for more than what they were planned to be."""
        carrier, words = trigger.carrier or trigger.token, self.words
        verb = self.tree.head(carrier)
        if verb is None or carrier.dep not in {"obj", "nsubj:pass", "nsubj", "conj"}:
            return None
        if self._not_until(verb):
            return StatusReading(Status.POSTPONED, verb)
        if (
            self.tree.negated(verb)
            or set(self.tree.auxiliaries(verb)) & words["proposed_auxiliaries"]
        ):
            return None
        if verb.lemma in words["cancelled_verbs"] or self._called_off(verb):
            return StatusReading(Status.CANCELLED, verb)
        if verb.lemma in words["postponed_verbs"] or self._put_off(verb):
            return StatusReading(Status.POSTPONED, verb)
        if verb.lemma in word_list("moving_days") and self._to_a_day(verb):
            return StatusReading(Status.POSTPONED, verb)
        return None

    def _to_a_day(self, verb: Token) -> bool:
        """ "Has been moved to 3 April", "moved from Monday to Friday", "shifted to next week"."""
        return any(prep in {"to", "from"} and _is_day(t) for prep, t in self.tree.obliques(verb))

    def _not_until(self, verb: Token) -> bool:
        """ "The talks set for Friday will not take place until July"."""
        coming = set(self.tree.auxiliaries(verb)) & self.words["planned_auxiliaries"]
        return bool(coming) and self.tree.negated(verb) and any(
            prep in {"until", "till", "before"} and _is_day(token)
            for prep, token in self.tree.obliques(verb)
        )  # fmt: skip

    def _carried(self, trigger: Trigger, head: Token | None, case: str) -> StatusReading:
        verb, carrier = trigger.support, trigger.carrier or trigger.token
        if head is not None and head.pos == "ADJ" and head.lemma in self.words["planned_verbs"]:
            return StatusReading(Status.PLANNED, head)
        if verb is None:
            verb = head if head is not None and self.tree.is_verb(head) else None
        ready = head is not None and head.lemma in word_list("readiness")
        if verb is None and head is not None and (ready or self.tree.kids(head, "cop")):
            return self._judged(trigger, head)
        visit = trigger.frame.kind == "visit"
        if verb is None:
            during = "during" if case else None
            # "aside from his meeting with X, he will give a speech"
            aside = self.tree.head(head) if head is not None and head.lower == "aside" else None
            return StatusReading(self._then(aside), trigger.token, during, told=not visit)
        wanted = self._wanted(verb, carrier)
        if wanted is not None:
            return wanted
        ahead = verb.lemma in word_list("departing") and verb.tag in PRESENT
        coming = verb.lemma in word_list("moving") and verb.tag == "VBG" and self._in_present(verb)
        if (ahead or (coming and trigger.frame.kind != "visit")) and case == "for":
            return StatusReading(Status.PLANNED, verb)  # "heads to Oslo for talks with X"
        spoken_of = self._of_visit(verb, carrier, case, trigger) if visit else None
        if spoken_of is not None:
            return spoken_of
        if carrier.dep in {"obl", "obl:tmod"} and trigger.support is None:
            return StatusReading(self._then(verb), carrier, "during", told=not visit)
        if visit:
            if carrier.lemma in word_list("endings") and carrier.dep.startswith("obl"):
                return StatusReading(Status.HELD, carrier, None)
            if carrier.lemma == "day" and carrier is not trigger.token:  # "on the second day of"
                return StatusReading(Status.UNDER_WAY, carrier, None)
            phase = self._phase(verb, carrier)
            if phase is not None:
                reading = self.of_verb(verb, phase, trigger)
                return StatusReading(reading.status, verb, None)
        relation = "during" if carrier.dep == "obl" else None
        reading = self.of_verb(verb, None, trigger)
        paid = relation is None and verb.lemma in word_list("making_visits")
        paid = paid and not (verb.tag == "VBN" and self._in_present(verb))
        told = not visit or paid or (self._goes(verb) and not carrier.dep.startswith("nsubj"))
        return StatusReading(reading.status, reading.told_by, relation, told)

    def _of_visit(
        self, verb: Token, carrier: Token, case: str, trigger: Trigger
    ) -> StatusReading | None:
        """ "Briefed Y on his visit to Chad", "is leading a delegation on a visit"."""
        if carrier.lemma in word_list("stops") and carrier.dep in {"parataxis", "appos"}:
            # "arrived in Oslo, the first stop of his tour"
            return StatusReading(self._then(verb), carrier, "during", told=False)
        if case in {"on", "about"} and verb.lemma in word_list("finding_out"):
            return StatusReading(Status.HELD, carrier, "after")
        beside = carrier.dep in {"obl", "obl:tmod"} and trigger.support is None
        now = set(self.tree.auxiliaries(verb)) & {"is", "are", "'s"}
        if beside and case == "on" and verb.tag == "VBG" and now:
            return StatusReading(Status.UNDER_WAY, verb, "during", told=False)
        return None

    def _then(self, verb: Token | None) -> Status:
        """When talks are that ``verb`` sets in time: "during his talks with X, he will say"."""
        coming = verb is not None and set(self.tree.auxiliaries(verb))
        return (
            Status.PLANNED if coming and coming & word_list("coming_auxiliaries") else Status.HELD
        )

    def _wanted(self, verb: Token, carrier: Token) -> StatusReading | None:
        """What verbs of wanting, planning and refusing make of talks: "seeks talks"."""
        words = self.words
        if carrier.dep.startswith("obl") and verb.lemma in word_list("asking"):
            back = any(
                kid.lower == "back" for kid in self.tree.kids(verb, "advmod", "compound:prt")
            )
            asked = not back and self.tree.case(carrier) in {"for", "forward to", "to", "on"}
            return StatusReading(Status.PROPOSED, verb) if asked else None
        if carrier.dep not in {"obj", "nsubj:pass", "nsubj"} and not self._particle_verb(verb):
            return None
        if verb.lemma in words["denied_verbs"] and carrier.dep == "obj":
            excluded = verb.lemma in word_list("excluding") and self.tree.negated(verb)
            return StatusReading(Status.PROPOSED if excluded else None, verb)
        proposed = words["proposed_verbs"] - {"discuss", "welcome"}
        if carrier.dep == "obj" and verb.lemma in proposed:
            return StatusReading(Status.PROPOSED, verb)
        # "the summit agreed sanctions", "his visit confirms the friendship"
        acting = carrier.dep == "nsubj" and (
            verb.tag == "VBD" or bool(self.tree.kids(verb, "obj", "ccomp", "xcomp"))
        )
        including = verb.lemma in word_list("including") and verb.tag in PRESENT
        if including or (verb.lemma in words["planned_verbs"] and not acting):
            return StatusReading(None if self.tree.negated(verb) else Status.PLANNED, verb)
        return None

    def _goes(self, verb: Token) -> bool:
        """ "Came on a visit", "will travel on a visit"."""
        return verb.lemma in word_list("going")

    def _judged(self, trigger: Trigger, head: Token) -> StatusReading:
        """ "Talks would be a good thing" are none; talks that "will be hard" are to come."""
        auxiliaries = set(self.tree.auxiliaries(head))
        if auxiliaries & (self.words["proposed_auxiliaries"] | {"would", "'d"}):
            return StatusReading(None, head)
        if auxiliaries & self.words["planned_auxiliaries"]:
            return StatusReading(Status.PLANNED, head)
        if head.lemma in word_list("imaginable"):
            return StatusReading(None if self.tree.negated(head) else Status.PROPOSED, head)
        if head.lemma in word_list("readiness") and trigger.token.dep == "obl":
            return StatusReading(Status.PROPOSED, head)
        now = {"is", "are", "'s"} & {kid.lower for kid in self.tree.kids(head, "cop")}
        described = {kid.lower for kid in self.tree.kids(head, "amod")}
        if head.lemma in word_list("stops") and described & self.words["planned_adjectives"]:
            return StatusReading(Status.PLANNED, head)  # "Chad is the next stop of his tour"
        if now and head.lemma in word_list("programmes") and self.tree.case(head) in {"on", "in"}:
            return StatusReading(Status.PLANNED, head)  # "talks with X are on the agenda"
        if now and head.lemma in word_list("in_progress"):
            return StatusReading(Status.UNDER_WAY, head)
        return StatusReading(Status.HELD, trigger.token, told=trigger.frame.kind != "visit")

    def _phase(self, verb: Token, carrier: Token) -> Status | None:
        """ "is on a visit", "began a visit", "wrapped up a visit"."""
        if verb.lemma in word_list("departing") and carrier.dep == "obl":
            # on the way, and not there yet; who embarked on a tour has begun it
            begun = verb.lemma == "embark" and verb.tag in {"VBD", "VBN"}
            return Status.UNDER_WAY if begun else Status.PLANNED
        opening = verb.lemma in self.words["opening_verbs"] | {"be"}
        tour = carrier.lemma in word_list("tours") and carrier.dep == "obj"
        if opening and tour and "had" in {t.lower for t in self.tree.kids(verb, "aux")}:
            return Status.HELD  # "had started his tour in Oslo": of what went before
        if (opening or (verb.lemma == "undertake" and verb.tag != "VBD")) and carrier.dep in {
            "obj",
            "obl",
            "nsubj",
        }:
            return Status.UNDER_WAY
        if verb.lemma in word_list("receiving") and self.tree.case(carrier) == "for":
            return Status.UNDER_WAY
        if verb.lemma in self.words["ending_verbs"]:
            return Status.UNDER_WAY if verb.tag in PRESENT else Status.HELD
        if verb.lemma in {"come", "arrive"} and carrier.dep == "obl":
            return Status.UNDER_WAY
        return None

    def _particle_verb(self, verb: Token) -> bool:
        return bool(self.tree.kids(verb, "compound:prt"))

    def _called_off(self, verb: Token) -> bool:
        particles = {kid.lower for kid in self.tree.kids(verb, "compound:prt", "advmod")}
        return (verb.lemma, "off") in {
            (verb.lemma, p) for p in particles if verb.lemma == "call"
        } or (verb.lemma == "fall" and "through" in particles)

    def _put_off(self, verb: Token) -> bool:
        particles = {kid.lower for kid in self.tree.kids(verb, "compound:prt", "advmod")}
        held = any(
            prep == "on" and token.lower in word_list("standing_still")
            for prep, token in self.tree.obliques(verb)
        )  # "put his trip on hold"
        back = verb.lemma in {"put", "push"} and bool(particles & {"off", "back"})
        return back or (verb.lemma in {"put", "place"} and held)


def _is_day(token: Token) -> bool:
    return is_time(token) or token.lemma in word_list("spans_of_time") | word_list("seasons")

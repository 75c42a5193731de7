"""Invitations that one sentence speaks of: extended, repeated, accepted, declined, stood upon."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from communique.coding.commitments.invitation_parts import DraftInvitation
from communique.coding.commitments.invitation_welcome import InvitationWelcome
from communique.coding.engagements.actors import Actor
from communique.coding.messages.papers import paper_ends, paper_of
from communique.coding.statements.shown_acts import shown_act
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import load_message_words
from communique.knowledge.speech import load_speech_words
from communique.language.annotations import Token
from communique.model import Act

_MANY = 4


@cache
def _telling(language: str) -> frozenset[str]:
    """Lemmas that may speak of an invitation; only their tokens are looked at further."""
    words = load_message_words(language).invitations
    lists = ("verbs", "asking", "promising", "accept", "nouns")
    return load_speech_words().glad.union(*(words[name] for name in lists))


class InvitationReader(InvitationWelcome):
    """Reads invitations off one sentence."""

    def read(self) -> list[DraftInvitation]:
        """Every invitation that the sentence speaks of; a question tells of none."""
        if self.sentence.text.rstrip("\"'” ").endswith("?"):
            return []
        found: list[DraftInvitation] = []
        telling = _telling(self.analysis.document.language or "en")
        for token in self.tree.tokens:
            if token.mention is not None:
                continue
            if token.lemma not in telling and token.lower not in self.words["welcome"]:
                continue
            bids = token.lemma in self.words["verbs"] or self._asks_over(token)
            if bids and self.tree.is_verb(token):
                found += self._verb(token)
            elif shown_act(self.tree, token, self.speech) is Act.ACCEPT or self._will_come(token):
                found.append(self._taken_up(token, self.one(self.tree.subjects(token))))
            elif token.lemma in self.words["accept"] and self.tree.is_verb(token):
                found += self._accepted(token)
            elif token.lower in self.words["welcome"] and not self.tree.is_verb(token):
                found += self.welcome(token)
            elif token.lemma in self.words["nouns"] and token.pos in {"NOUN", "PROPN"}:
                found += self._noun(token)
        return [draft for draft in found if not self.to_a_meal(draft)]

    def _will_come(self, verb: Token) -> bool:
        """ "Promised to come", "agreed to attend": an invitation spoken of before is taken up."""
        coming = self.tree.kids(verb, "xcomp") if verb.lemma in self.words["promising"] else []
        comes = any(t.lemma in self.words["coming"] or self.comes(t) for t in coming)
        return comes and self.tree.is_verb(verb) and self.done(verb)

    # "invited X to visit", "asked X to come"

    def _asks_over(self, verb: Token) -> bool:
        """ "Asked X to come to Berlin": a place, or the asker, is where one is to come."""
        if verb.lemma not in self.words["asking"]:
            return False
        return any(self.comes(kid) for kid in self.tree.kids(verb, "xcomp", "advcl", "ccomp")) and (
            bool(self.tree.objects(verb))
        )

    def _verb(self, verb: Token) -> list[DraftInvitation]:
        tree = self.tree
        if not self.done(verb):
            return []
        paper = paper_of(tree, verb, self.words["papers"])
        given = self.given_thanks(verb)
        if paper is not None and given is None:
            return self._on_paper(paper, verb)
        objects = tree.objects(verb)
        by, to = self.sides(tree.subjects(verb) or self._late_agents(verb)), self.sides(objects)
        by, to = given or (by, to)
        pairs: list[tuple[Actor | None, Actor]]
        if self.mutual(objects) and len(by) > 1:
            pairs = [(by[0], by[1]), (by[1], by[0])]
        else:
            owner = self.on_behalf(verb)
            inviters: Sequence[Actor | None] = [owner] if owner is not None else (by or [None])
            pairs = [(one, other) for one in inviters for other in to]
        via = by[0] if by and self.on_behalf(verb) is not None else None
        standing = verb.dep in {"acl", "advcl"} and not tree.kids(verb, "aux", "aux:pass")
        found = []
        for one, other in pairs[:_MANY]:
            draft = DraftInvitation(one, other, via, self.what(verb), self.sentence)
            draft.standing = (standing and tree.is_passive(verb)) or self._is_thanked(verb)
            draft.steps["extended"] = [self.span(verb)]
            draft.due = self.due(draft.what)
            draft.destination = self.destination(verb, draft.what)
            found.append(draft)
        return found

    def _on_paper(self, paper: Token, word: Token) -> list[DraftInvitation]:
        """What a letter says: its writer invites its reader, whoever hands it over."""
        writers, readers, bearers = paper_ends(self.tree, paper, self.words["receive"])
        by, to = self.one(writers), self.one(readers)
        to = to or self.one(self.tree.objects(word)) or self._ends(word)[1]
        if by is None or to is None:
            return []
        draft = DraftInvitation(by, to, self.one(bearers), self.what(word), self.sentence)
        draft.steps["extended"] = [self.span(word)]
        draft.due = self.due(draft.what)
        draft.destination = self.destination(word, draft.what)
        return [draft]

    def _is_thanked(self, verb: Token) -> bool:
        """ "Thanked the president for inviting him", "sent her thanks for inviting him"."""
        return verb.tag == "VBG" and self.thanks_above(verb) is not None

    def _late_agents(self, verb: Token) -> list[Token]:
        """ "Was invited to visit Dublin by X": the agent behind the infinitive."""
        if not self.tree.is_passive(verb):
            return []
        told = self._told_by(verb)
        below = self.tree.kids(verb, "xcomp", "advcl", "ccomp")
        late = [t for kid in below for prep, t in self.tree.deep_obliques(kid) if prep == "by"]
        return late or told

    def _told_by(self, verb: Token) -> list[Token]:
        """ "X told Y that he was invited": who says so, of another side than the one invited."""
        head = self.tree.head(verb)
        if head is None or verb.dep not in {"ccomp", "advcl"}:
            return []
        if head.lemma not in self.tree.words.reporting:
            return []
        goal = self.destination(verb, self.what(verb))
        invited = {actor.side for actor in self.sides(self.tree.objects(verb))}
        found = []
        for token in self.tree.subjects(head):
            sides = {actor.side for actor in self.reader.read(token)}
            if sides and not sides & invited and (goal is None or goal in sides):
                found.append(token)
        return found

    # "and X has accepted"

    def _accepted(self, verb: Token) -> list[DraftInvitation]:
        """The invitation spoken of before; or the one that follows, wherever the parse put it."""
        tree = self.tree
        to = self.one(tree.subjects(verb))
        if to is None or not self.done(verb) or self.thanks_above(verb) is not None:
            return []
        if tree.is_passive(verb):
            # "invited him to visit, which was accepted by X"
            what = {t.lower for t in tree.kids(verb, "nsubj:pass")}
            return [self._taken_up(verb, to)] if what & self.words["pronouns"] else []
        noun = self._invitation_behind(verb)
        if noun is not None:
            return self._stepped(noun, verb, to, *self._ends(noun))
        if any(t.lower not in self.words["pronouns"] for t in tree.kids(verb, "obj", "ccomp")):
            return []
        alone = all(t.pos == "PRON" for t in tree.kids(verb, "nsubj"))
        # "X invited Y, and he accepted", "X invited Y, which he accepted": never X
        same = verb.dep in {"conj", "acl:relcl"} and alone
        return [self._taken_up(verb, None if same else to)]

    def _taken_up(self, verb: Token, to: Actor | None) -> DraftInvitation:
        """The invitation spoken of before, accepted by ``to``, None for whoever was invited."""
        draft = DraftInvitation(None, to, None, None, self.sentence, bare=True)
        draft.steps["accepted"] = [self.span(verb)]
        return draft

    def _invitation_behind(self, verb: Token) -> Token | None:
        """The noun a few words behind "accepted with pleasure" that hangs elsewhere."""
        for token in self.tree.tokens[verb.i + 1 : verb.i + 7]:
            if self.tree.is_verb(token):
                return None
            if token.lemma in self.words["nouns"]:
                return token if self._verb_above(token) is not verb else None
        return None

    # the noun

    def _noun(self, noun: Token) -> list[DraftInvitation]:
        tree = self.tree
        by, to = self._ends(noun)
        taken = self.thanked_for_taking(noun)
        if taken is not None:
            return [taken]
        if self._stands_behind(noun):
            return self._standing(noun, by) or self._of_each_host(noun)
        verb = self._verb_above(noun)
        if verb is not None and not self.done(verb) and not self.cannot(verb):
            aside = noun.dep == "obl"  # "will not go despite an invitation from X"
            return self._mentioned(noun, None, by, to) if aside else []
        paper = paper_of(tree, noun, self.words["papers"])
        if paper is not None and tree.case(noun) not in {"of", ""}:
            return self._on_paper(paper, noun)
        thanks = self.thanks_for(noun)
        if thanks is not None:
            return self.thanked(noun, thanks, by)
        if verb is not None and verb.lemma in self.words["exchange"]:
            return self._exchanged(noun, verb)
        subject = self.one(self._asker(verb) or tree.subjects(verb)) if verb is not None else None
        if verb is not None:
            to = to or self.one([t for prep, t in tree.obliques(verb) if prep == "to"])
            given = [t for t in tree.kids(verb, "iobj", "nsubj:pass") if t is not noun]
            given += [t for t in tree.kids(verb, "obj") if t.i < noun.i]  # "handed X an invitation"
            to = to or self.one(given)
            found = self._stepped(noun, verb, subject, by, to)
            if found:
                return [*found, *self.for_others(found[0], verb)]
        return self._mentioned(noun, verb, by, to)

    def _asker(self, verb: Token) -> list[Token]:
        """ "X asked his guest to convey an invitation to Y": X invites."""
        head = self.tree.head(verb)
        asked = head is not None and verb.dep in {"xcomp", "advcl", "ccomp"}
        if not asked or head is None or head.lemma not in self.words["asking"]:
            return []
        return self.tree.subjects(head)

    def _exchanged(self, noun: Token, verb: Token) -> list[DraftInvitation]:
        """ "X and Y exchanged invitations": each invites the other."""
        both = self.sides(self.tree.subjects(verb))
        found = []
        for by, to in (both, both[::-1]) if len(both) == 2 else ():
            draft = DraftInvitation(by, to, None, None, self.sentence)
            draft.steps["extended"] = [self.span(noun)]
            found.append(draft)
        return found

    def _ends(self, noun: Token) -> tuple[Actor | None, Actor | None]:
        """Who invites whom, by the phrases of the noun, its infinitive and its participle."""
        tree = self.tree
        near = tree.obliques(noun)
        below = tree.kids(noun, "acl")
        given = [kid for kid in below if kid.lemma in self.words["extend"] and kid.tag == "VBN"]
        near += [phrase for kid in given for phrase in tree.obliques(kid)]
        far = [phrase for kid in below if kid not in given for phrase in tree.obliques(kid)]
        owners = [t for prep, t in near if prep in {"of", "from", "by"}]
        owners += [t for prep, t in far if prep in {"from", "by"} and (t.persons or t.mention)]
        whose = [t for t in tree.kids(noun, "nmod:poss") if t.mention is not None or t.persons]
        return (
            self.one([*owners, *whose]),
            self.one([t for prep, t in near if prep == "to"]) or self._for_whom(noun),
        )

    def _for_whom(self, noun: Token) -> Actor | None:
        """ "An invitation for X to visit"."""
        tree = self.tree
        infinitives = [*tree.kids(noun, "acl", "advcl")]
        subjects = [t for verb in infinitives for t in tree.kids(verb, "nsubj")]
        phrases = [t for prep, t in tree.obliques(noun) if prep == "for"]
        return self.one([*subjects, *phrases])

    def _stepped(
        self, noun: Token, verb: Token, subject: Actor | None, by: Actor | None, to: Actor | None
    ) -> list[DraftInvitation]:
        words, span = self.words, self.span(verb)
        by = by or self.on_behalf(verb)
        draft = DraftInvitation(by, to, None, self.what(noun), self.sentence)
        draft.due = self.due(draft.what)
        draft.destination = self.destination(noun, draft.what)
        if self.cannot(verb):
            draft.to, draft.steps["declined"] = subject or to, [span]
        elif verb.lemma in words["accept"]:
            draft.to, draft.steps["accepted"] = subject or to, [span]
        elif verb.lemma in words["decline"]:
            draft.to, draft.steps["declined"] = subject or to, [span]
        elif verb.lemma in words["withdraw"]:
            draft.by, draft.steps["withdrawn"] = subject or by, [span]
        elif verb.lemma in words["receive"]:
            draft.to, draft.steps["extended"] = subject, [span]
        elif to is None and self._to_public(noun, verb):
            return []
        elif verb.lemma in words["reiterate"] | words["extend"] | words["carry"]:
            step = "reiterated" if verb.lemma in words["reiterate"] else "extended"
            draft.steps[step] = [span]
            if by is None or (subject is not None and subject.key == by.key):
                draft.by = subject
            elif subject is not None:
                draft.via = subject
        else:
            return []
        return [draft]

    def _to_public(self, noun: Token, verb: Token) -> bool:
        """ "Extended an open invitation to investors"."""
        phrases = [*self.tree.obliques(noun), *self.tree.obliques(verb)]
        return any(prep == "to" and t.lemma in self.words["public"] for prep, t in phrases)

    def _mentioned(
        self, noun: Token, verb: Token | None, by: Actor | None, to: Actor | None
    ) -> list[DraftInvitation]:
        """ "The invitation from X to Y stands"; "Y stayed at home despite an invitation from X"."""
        clause = next((t for t in self.tree.up(noun) if self.tree.is_verb(t)), verb)
        if to is None and clause is not None:
            to = self.one(self.tree.subjects(clause))
        if by is None or to is None or by.side == to.side:
            return []
        draft = DraftInvitation(by, to, None, self.what(noun), self.sentence)
        draft.steps["extended"] = [self.span(noun)]
        draft.due = self.due(draft.what)
        draft.destination = self.destination(noun, draft.what)
        return [draft]

    # "at the invitation of X"

    def _stands_behind(self, noun: Token) -> bool:
        """Whether the noun is in "at the invitation of", "in response to an invitation from"."""
        head = self.tree.head(noun)
        if self.tree.case(noun) in self.words["openers"]:
            return head is None or head.lemma not in word_list("thanking")
        behind = head is not None and noun.dep == "obj" and head.lemma in self.words["followed"]
        return behind or (head is not None and head.lemma in self.words["responses"])

    def _standing(self, noun: Token, by: Actor | None) -> list[DraftInvitation]:
        """Behind a visit that is planned or going on; several hosts may have invited."""
        by = by or self._titled(noun)
        if by is None:
            return []
        guest = self._guest(noun, by)
        owners = [t for prep, t in self.tree.obliques(noun) if prep in {"of", "from", "by"}]
        hosts = [by, *(a for a in self.sides(owners) if a.person is None and a.key != by.key)]
        found = []
        for host in hosts[:_MANY]:
            draft = DraftInvitation(host, guest, None, None, self.sentence, standing=True)
            draft.steps["extended"] = [self.span(noun)]
            found.append(draft)
        return found

    def _of_each_host(self, noun: Token) -> list[DraftInvitation]:
        """ "At the invitation of his counterparts": of each state that the sentence has visited."""
        owners = [t for prep, t in self.tree.obliques(noun) if prep in {"of", "from", "by"}]
        if not any(t.tag == "NNS" and t.lemma in self.words["peers"] for t in owners):
            return []
        guest = self._guest(noun, None)
        found: list[DraftInvitation] = []
        for goal in dict.fromkeys(self.goals()):
            if guest is None or goal == guest.side:
                continue
            host = Actor(noun, state=goal, spans=(self.span(noun),))
            draft = DraftInvitation(host, guest, None, None, self.sentence, standing=True)
            draft.steps["extended"] = [self.span(noun)]
            found.append(draft)
        return found[:_MANY]

    def _titled(self, noun: Token) -> Actor | None:
        """The name behind a chain of offices: "of member of the Bureau and Minister X"."""
        inside = self.tree.subtree(noun, without=("acl", "acl:relcl"))
        return self.one([t for t in inside if t.i > noun.i and t.mention and t.persons][:1])

    def _guest(self, noun: Token, by: Actor | None) -> Actor | None:
        """The nearest above who does what was invited to, or whose visit it is."""
        tree, guest = self.tree, None
        owners = [t for prep, t in tree.obliques(noun) if prep in {"of", "from", "by"}]
        side = by.side if by is not None else None
        listed = [a for a in self.reader.read_all(owners[1:]) if a.person and a.side != side]
        if (
            listed and by is not None and by.person
        ):  # the comma behind the inviter read as one of a list
            return listed[0]
        for head in tree.up(noun):
            does = tree.is_verb(head) or tree.kids(head, "cop")
            if does:
                found = self.one(tree.subjects(head)) or self.one(tree.kids(head, "nsubj"))
                if found is not None and (by is None or found.key != by.key):
                    return found
            elif head.mention is None:
                guest = self.one(tree.kids(head, "nmod:poss")) or guest
        return guest

    def _verb_above(self, noun: Token) -> Token | None:
        tree = self.tree
        first = tree.first_conjunct(noun)
        head = tree.head(first)
        if head is not None and head.lemma in self.words["papers"] and not tree.is_verb(head):
            head = tree.head(tree.first_conjunct(head))
        if head is not None and tree.is_verb(head):
            relative = tree.kids(noun, "acl:relcl")
            accepting = [
                v for v in relative if v.lemma in self.words["accept"] | self.words["decline"]
            ]
            return accepting[0] if accepting and head.lemma not in self.words["extend"] else head
        for kid in tree.kids(noun, "acl:relcl", "acl"):
            if kid.tag != "VB":
                return kid
        return None

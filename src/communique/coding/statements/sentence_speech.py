"""The speech acts of one sentence: found, told from plans, told from what others' words hold."""

from __future__ import annotations

from dataclasses import replace

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.statements.free_speech import own_words
from communique.coding.statements.papers import Before
from communique.coding.statements.quotes import Voices
from communique.coding.statements.relaying import relayed
from communique.coding.statements.speakers import SpeakerReader, Speakers
from communique.coding.statements.speech import Speech
from communique.coding.statements.speech_content import content_spans, content_tokens
from communique.coding.statements.speech_frames import FrameMatcher
from communique.coding.statements.speech_match import Match
from communique.coding.statements.speech_mood import MoodReader
from communique.coding.statements.speech_news import Sharpener
from communique.coding.statements.speech_sides import Sides
from communique.coding.statements.speech_tree import SpeechTree
from communique.coding.statements.statement_drafts import StatementDraft
from communique.coding.statements.whole_sentences import WholeSentence
from communique.knowledge.frames import Frames
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Analysis, Sentence, Token
from communique.model import Act, Span

# Acts that one and the same letter does, however they hang on "sent a letter".
_BY_LETTER = frozenset({Act.CONGRATULATE, Act.CONDOLE})


class SentenceSpeech:
    """Reads the statements of one sentence."""

    def __init__(
        self, analysis: Analysis, sentence: Sentence, frames: Frames, words: SpeechWords,
        voices: Voices, voice: Actor | None = None, before: Before | None = None,
        indirect: bool = False,
    ) -> None:  # fmt: skip
        """``voice`` is who speaks the whole sentence, None where the page tells it; ``before``
        who spoke before it; ``indirect`` is true where ``voice`` is only reported."""
        self.analysis = analysis
        self.sentence = sentence
        self.words = words
        self.voices = voices
        self.voice = voice
        self.indirect = indirect
        self.tree = SpeechTree(sentence.tokens)
        self.reader = ActorReader(analysis, self.tree)
        self.matcher = FrameMatcher(self.tree, self.reader, frames, words)
        self.mood = MoodReader(self.tree, words)
        self.sides = Sides(self.tree, self.reader, words)
        self.sharpener = Sharpener(self.tree, self.reader, words, self.sides)
        self.speakers = SpeakerReader(self.tree, self.reader, words, before)

    def read(self) -> list[StatementDraft]:
        """The statements of the sentence in its order."""
        found = [self._speech(match) for match in self.matcher.find()]
        speeches = [s for s in found if not self._transparent(s)]
        for speech in found:
            self._remember(speech)
        for speech in speeches:
            self._place(speech, speeches)
        for speech in speeches:
            self.sharpener.sharpen(speech)
        drafts = [
            self._draft(speech, found)
            for speech in speeches
            if speech.kept and speech.act is not None and speech.speakers
        ]
        drafts = [draft for draft in drafts if draft.words.lower() not in {"", *self.words.back}]
        if drafts:
            return [replace(draft, indirect=self.indirect) for draft in drafts]
        whole = WholeSentence(self.analysis, self.sentence, self.tree, self.reader, self.words)
        found_whole = (
            whole.spoken(self.voice) if self.voice is not None else whole.according(self.speakers)
        )
        if found_whole is not None and self.indirect and found_whole.act is not Act.URGE:
            side = self.voice.side if self.voice is not None else None
            act = own_words(self.sentence, side, self.words) if side is not None else None
            found_whole = replace(found_whole, act=act) if act is not None else None
        if found_whole is None:
            return []
        found_whole = replace(found_whole, indirect=self.indirect)
        span = found_whole.content[0]
        return [replace(found_whole, quoted=self.voices.quoted(span.start, span.end))]

    def _speech(self, match: Match) -> Speech:
        speakers = self.speakers.of(match, self.voice)
        tokens = {t.i for t in content_tokens(self.tree, match)}
        return Speech(match, self.mood.settle(match), speakers, tokens)

    def _remember(self, speech: Speech) -> None:
        """Who speaks the words in quotation marks that ``speech`` reports."""
        actors, clause = speech.speakers.actors, speech.match.clause
        if self.voice is None and len(actors) == 1 and clause is not None:
            tokens = [self.tree[i] for i in speech.content]
            start = min((t.start for t in tokens), default=clause.start)
            self.voices.told(start, max((t.end for t in tokens), default=clause.end), actors[0])

    # what is nobody's words

    def _transparent(self, speech: Speech) -> bool:
        """ "It was reported": no one's words. Nor do talks say what they "offered a chance" to
        do."""
        if not speech.speakers and self._of_talks(speech.verb):
            return True
        report = speech.act is not None and speech.act.value in self.words.report
        return report and not speech.speakers

    def _of_talks(self, verb: Token) -> bool:
        subjects = self.tree.kids(verb, "nsubj")
        return bool(subjects) and all(t.lemma in self.words.conversations for t in subjects)

    # what stands inside another's words

    def _place(self, speech: Speech, all_: list[Speech]) -> None:
        """Keep, promote or drop ``speech`` by whose words it stands in."""
        if speech.act is None:
            return
        around = [s for s in all_ if s is not speech and speech.verb.i in s.content]
        if not around:
            speech.kept = speech.kept and self._stands_alone(speech)
            self._carries_out(speech, all_)
            return
        outer = max(around, key=lambda s: s.verb.i if s.verb.i < speech.verb.i else -s.verb.i)
        if outer.act is None:
            speech.kept = False
            return
        if self._said_beside(speech):
            return
        self._leave_out_teller(speech, outer)
        root = outer.match.clause in (speech.verb, self._polite_head(speech.verb))
        reporting = outer.act.value in self.words.report
        joint = reporting and speech.match.frame.joint and speech.speakers.joint
        if self._trails(speech, outer):
            speech.speakers = outer.speakers
            outer.match.apart.append(speech.verb)
            return
        if reporting and self.sides.own(speech, outer) and self._in_clause(speech, outer):
            self._promote(speech, outer, root)
        elif joint and root:
            announced = outer.match.frame.act == Act.INFORM and not outer.speakers.body
            (speech if announced else outer).kept = False
        elif joint and outer.speakers.body:
            return  # "held talks, in which trade was discussed, the presidency said"
        elif reporting and self._passed_on(speech, outer):
            only_told = root and outer.verb.lemma in self.words.sources
            outer.kept = outer.kept and not only_told
        elif speech.act.value in self.words.performative and speech.speakers.actors:
            speech.kept = self._person_speaks(speech)
            polite = outer.verb.lemma in self.words.polite
            wished = outer.match.frame.needs == "would" or polite
            if root and (wished or outer.act is Act.PROPOSE or (outer.speakers.body and reporting)):
                outer.kept = False
        else:
            speech.kept = False

    def _leave_out_teller(self, speech: Speech, outer: Speech) -> None:
        """Who tells what "they" did is none of them."""
        told = any(t.lower in self.words.they for t in self.tree.subjects(speech.verb))
        tellers = outer.speakers.actors
        if told and len(tellers) == 1 and any(
            actor.key == tellers[0].key for actor in speech.speakers.actors
        ):  # fmt: skip
            speech.speakers = Speakers(joint=True)

    def _passed_on(self, speech: Speech, outer: Speech) -> bool:
        """ "The ministry said that X asked for it", "X asked for it, his spokesman said": the act
        is told by one who only speaks for another."""
        persons = any(a.person is not None for a in speech.speakers.actors)
        done = speech.match.clause is not None or speech.verb.tag in {"VBD", "VBN"}
        known = self._for_another(outer) and speech.kept and persons and done
        return known and self._in_clause(speech, outer)

    def _for_another(self, outer: Speech) -> bool:
        """Whether a body or a spokesperson speaks."""
        actors = outer.speakers.actors
        return outer.speakers.body or any(
            a.person is not None and "spokesperson" in a.person.office_kinds for a in actors
        )

    def _trails(self, speech: Speech, outer: Speech) -> bool:
        """ "Said that it was safe, promising more": the participle that trails behind a comma is
        an act of who said it, however low it was hung."""
        verb = speech.verb
        if verb.tag != "VBG" or verb.dep not in {"advcl", "acl"}:
            return False
        comma = verb.i > 0 and self.tree[verb.i - 1].lower == ","
        own = self.tree.kids(verb, "nsubj", "mark", "case")
        person = any(a.person is not None for a in outer.speakers.actors)
        said = outer.match.clause or outer.verb
        later = outer.verb.i <= said.i < verb.i
        return comma and not own and later and person and speech.match.noun is not verb

    def _said_beside(self, speech: Speech) -> bool:
        """A relative clause set off by a comma tells an act of its own: "Y, who said that"."""
        verb = speech.verb
        first = self.tree.subtree(verb)[0]
        comma = first.i > 0 and self.tree[first.i - 1].lower == ","
        relative = verb.dep == "acl:relcl" and first.lower in self.words.relative
        persons = any(a.person is not None for a in speech.speakers.actors)
        return relative and comma and persons

    def _carries_out(self, speech: Speech, all_: list[Speech]) -> None:
        """ "Proposed a call to congratulate him": the proposal is only the way there."""
        above = self.tree.head(speech.verb)
        performed = speech.act is not None and speech.act.value in self.words.performative
        if speech.verb.tag == "VB" and performed and speech.kept:
            for other in all_:
                if other.verb is above and other.act is Act.PROPOSE:
                    other.kept = False

    @staticmethod
    def _person_speaks(speech: Speech) -> bool:
        return any(a.person is not None for a in speech.speakers.actors) or speech.speakers.joint

    def _promote(self, speech: Speech, outer: Speech, root: bool) -> None:
        """ "He said he believes": what was said is the belief."""
        report = speech.act is not None and speech.act.value in self.words.report
        if report and not (root and speech.act is Act.INFORM and speech.speakers.first):
            # "said he had asked for it and stressed that": the second is said for itself
            beside = not root and speech.match.clause is not None and not outer.kept
            speech.kept, speech.speakers = beside, outer.speakers
            return
        inner = speech.speakers
        own = inner.first or inner.joint or any(a.person is not None for a in inner.actors)
        if not own and speech.act is not None and speech.act.value not in self.words.of_states:
            speech.kept = False
            return
        ours = speech.speakers.first and speech.match.frame.joint and speech.speakers.joint
        speech.speakers = replace(outer.speakers, joint=True) if ours else outer.speakers
        if not speech.match.addressee:
            speech.match.addressee = outer.match.addressee
        if root:
            outer.kept = False

    def _polite_head(self, verb: Token) -> Token:
        """ "I want to thank", "felt honoured": the verb above what one says politely, or feels."""
        head = self.tree.head(verb)
        above = self.words.polite | self.words.feeling
        polite = verb.dep == "xcomp" and head is not None and head.lemma in above
        return head if polite and head is not None else verb

    def _in_clause(self, speech: Speech, outer: Speech) -> bool:
        clause = outer.match.clause
        if clause is None:
            return False
        verb = self._polite_head(speech.verb)
        first = self.tree.first_conjunct(verb)
        if first is not verb and verb.tag in {"VBZ", "VBP"} and first.tag == "VB":
            # "is ready to work and hopes": no infinitive, the clause's second verb
            return any(above is clause for above in self.tree.up(first))
        return verb is clause or first is clause

    # what a narrator says of attitudes

    def _stands_alone(self, speech: Speech) -> bool:
        if self._by_writing(speech):
            return False
        speakers = speech.speakers
        if self.voice is not None:
            worked_out = self.voice.person is not None and self.voice.person.state_from
            unknown = (
                (self.voice.side is None or worked_out)
                and speech.act is not None
                and (speech.act.value in self.words.of_states)
            )
            return speakers.first or any(
                self.sides.same_side(actor, self.voice)
                or (unknown and actor.person is None)
                or (self.voice.person is None and self._told(speech, actor))
                for actor in speakers.actors
            )
        if speakers.first and any(a.person is None for a in speakers.actors):
            return True
        if speakers.first and not speech.match.frame.joint:
            return self.voices.joint and speakers.joint
        bare = [a for a in speakers.actors if a.person is None and not self._is_body(a)]
        if bare and len(bare) == len(speakers.actors):
            lemma = speech.verb.lemma
            return lemma not in self.words.attitude_verbs and not self._stative(speech)
        return True

    @staticmethod
    def _told(speech: Speech, actor: Actor) -> bool:
        """ "The President congratulated him", by a ministry: it tells what another did."""
        performed = speech.verb.tag in {"VBD", "VBN"} and speech.match.clause is None
        return performed and actor.person is not None and speech.act is not Act.AFFIRM

    def _is_body(self, actor: Actor) -> bool:
        """ "The State Department", "the presidency": one who speaks, not a state as such."""
        mention = actor.token.mention
        words = mention.text.lower().split() if mention is not None else []
        return actor.group is not None or bool(set(words[-1:]) & self.words.bodies)

    def _stative(self, speech: Speech) -> bool:
        return speech.match.noun is speech.verb

    def _by_writing(self, speech: Speech) -> bool:
        """Congratulations sent in writing are a message, no speech."""
        if speech.act is None or speech.act.value not in self.words.message_acts:
            return False
        tree, verb = self.tree, speech.verb
        carried = [m for t in tree.kids(verb, "obj") for m in tree.conjuncts(t)]
        if speech.match.noun is None:
            carried = []
        carried += [t for prep, t in tree.obliques(verb) if prep == "by"]
        told = speech.match.noun is not None and speech.match.noun.lemma in self.words.felt
        own = bool(tree.kids(verb, "nsubj"))
        if not own and (verb.tag != "VBG" or (speech.act in _BY_LETTER and not told)):
            carried += [t for above in tree.up(verb) for t in tree.kids(above, "obj")]
        return any(t.lemma in self.words.written for t in carried)

    # drafts

    def _draft(self, speech: Speech, all_: list[Speech]) -> StatementDraft:
        match, act = speech.match, speech.act
        assert act is not None
        stops = [s.verb for s in all_ if s is not speech and s.verb.i not in speech.content]
        spans = tuple(
            self._inside_quote(span)
            for span in content_spans(self.analysis, self.tree, match, stops)
        )
        addressees = [
            actor for actor in self.reader.read_all(match.addressee)
            if all(actor.key != one.key for one in speech.speakers.actors)
        ]  # fmt: skip
        return StatementDraft(
            speakers=self._voiced(speech),
            joint=speech.speakers.joint,
            addressee=addressees[0] if addressees else None,
            act=relayed(speech, self.tree, self.reader, self.words) or act,
            content=spans,
            topics=(),
            quoted=bool(spans) and self.voices.quoted(spans[0].start, spans[-1].end),
            sentence=self.sentence,
            verb=match.verb,
            evidence=self._evidence(speech),
            clausal=match.clause is not None,
        )

    def _inside_quote(self, span: Span) -> Span:
        """A content that begins in quotation marks ends with them."""
        for start, end in self.voices.quotes:
            mostly = 2 * (end - 1 - span.start) > span.end - span.start
            if start <= span.start < end - 1 < span.end and mostly:
                return self.analysis.span(span.start, end - 1)
        return span

    def _voiced(self, speech: Speech) -> tuple[Actor, ...]:
        """The speakers; in a turn or quotation the one who speaks it, for his or her side."""
        if self.voice is not None and not speech.speakers.joint and self._for_voice(speech):
            return (self.voice,)
        return tuple(speech.speakers.actors)

    def _for_voice(self, speech: Speech) -> bool:
        return speech.speakers.first or not any(
            actor.person is not None for actor in speech.speakers.actors
        )

    def _evidence(self, speech: Speech) -> tuple[Span, ...]:
        spans = [span for actor in speech.speakers.actors for span in actor.spans[:1]]
        verb = speech.verb
        words = [verb] if speech.match.noun is None else [verb, speech.match.noun]
        spans += [self.analysis.span(w.start, w.end) for w in dict.fromkeys(words)]
        return tuple(dict.fromkeys(spans))

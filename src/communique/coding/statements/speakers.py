"""Who does a speech act: persons, sides and bodies found from its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from communique.coding.engagements.actors import Actor, ActorReader
from communique.coding.statements.minutes import by_both
from communique.coding.statements.nameless_speakers import Nameless, plural_office
from communique.coding.statements.papers import Before, owners, paper_of, writers
from communique.coding.statements.speaking_bodies import body_name
from communique.coding.statements.speaking_partners import Partners
from communique.coding.statements.speech_match import Match
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import MentionKind, Token
from communique.model import Act

_DASH = re.compile(r" [-–—]{1,2} |: | — |\n")
# The second part of one of two places: "VIETNAM, October 5 - HANOI --".
_CITY = re.compile(r"\s*[^\W\d_]+(?: [^\W\d_]+){0,2} [-–—]{1,2} ")
# How long a dateline behind its place may be.
_DATELINE = 60


# Forms with which a sentence may begin whose "I" or "we" is left out; "Glad to".
_LEFT_OUT = frozenset({"VBD", "VBN", "VBP", "VB", "JJ"})


@dataclass(slots=True)
class Speakers:
    """Who speaks. ``joint`` without actors means both sides; ``body`` an unnamed office or state;
    ``first`` is true of "I" and "we" whom the page does not name."""

    actors: list[Actor] = field(default_factory=list)
    joint: bool = False
    body: bool = False
    first: bool = False
    paper: bool = False

    def __bool__(self) -> bool:
        return bool(self.actors) or self.joint


class SpeakerReader:
    """Reads the speakers of matches in one sentence."""

    def __init__(
        self,
        tree: SpeechTree,
        reader: ActorReader,
        words: SpeechWords,
        before: Before | None = None,
    ) -> None:
        """``reader`` is of the same ``tree``; ``before`` tells who spoke before it."""
        self.before = before or Before()
        self.tree = tree
        self.reader = reader
        self.words = words
        self.nameless = Nameless(tree, reader, words)

    def of(self, match: Match, voice: Actor | None = None) -> Speakers:
        """The speakers of ``match``; ``voice`` is whom "I" stands for in quotes and transcripts."""
        if match.matter:
            return Speakers(joint=True)
        tokens = self._subjects(match)
        speakers = self._read(tokens, voice)
        if not speakers and voice is None and (lost := self._lost(match.verb)) is not None:
            speakers = self._read([lost], voice)
        if not speakers and self._inherits(match.verb):
            speakers = self._climb(match, voice)
        if self._left_out(match, voice):
            if voice is not None:
                self._put(speakers, voice)
            speakers.first = bool(speakers)
            speakers.joint = speakers.joint or match.frame.joint
        if match.frame.joint:
            self._join(match, speakers, tokens, voice)
        if not speakers and match.frame.joint:
            talks = self.tree.talks_served(match.verb)
            served = self.words.conversations | self.words.stays
            speakers.joint = talks is not None and talks.lemma in served
        if not speakers and voice is None and by_both(self.tree, match.verb, self.words):
            speakers.joint = True
        return speakers

    def _left_out(self, match: Match, voice: Actor | None) -> bool:
        """ "Discussed trade. Look forward to his visit," she posted: "I" or "we" left out, as on
        social media, where the quotation begins with the verb."""
        verb = match.verb
        first = self.tree.subtree(verb)[:3]
        opens = verb in [t for t in first if t.pos not in {"PUNCT", "ADV"}][:1]
        if not opens or self.tree.kids(verb, "aux", "aux:pass", "nsubj", "nsubj:pass", "mark"):
            return False
        quoted = voice is not None and verb.head == verb.i
        said = self.tree.head(verb)
        behind = verb.dep == "ccomp" and said is not None and said.i > verb.i
        return (quoted or behind) and verb.tag in _LEFT_OUT

    def source(self, token: Token) -> Actor | None:
        """The one who speaks as ``token``, the source of a sentence: a person, a body, a paper."""
        found = self._read([token], None)
        return found.actors[0] if len(found.actors) == 1 else None

    def _lost(self, verb: Token) -> Token | None:
        """The subject before ``verb``, or before the one it is joined to, that the parse lost."""
        for one in (verb, self.tree.first_conjunct(verb)):
            if self.tree.kids(one, "nsubj", "nsubj:pass", "nsubj:outer"):
                return None
            found = self.nameless.before(one)
            if found is not None:
                return found
        return None

    def _subjects(self, match: Match) -> list[Token]:
        tree, verb = self.tree, match.verb
        if match.noun is verb or (match.noun is None and self._stative(match)):
            return self._surface(verb)
        quoting = tree.quoted_by(verb)
        if quoting is not None and quoting.lemma in self.words.quoting:
            whom = tree.kids(quoting, "nsubj:pass") or tree.kids(quoting, "obj")
            return [m for t in whom for m in tree.conjuncts(t)]
        if sent := writers(tree, verb, self.words):
            return sent
        bare = not tree.kids(verb, "nsubj", "nsubj:pass", "nsubj:outer")
        found = (bare and self._inverted(match)) or tree.subjects(verb)
        if match.noun is not None:
            inside = {t.i for t in tree.subtree(match.noun)}
            found = [t for t in found if t.i not in inside]
        return self._once(found)

    def _once(self, tokens: list[Token]) -> list[Token]:
        """Subjects without appositions: "the spokesman, X" and "X, the host" are one speaker."""
        kept: list[Token] = []
        for token in tokens:
            head = self.tree.head(token)
            if token.dep != "appos" or head not in kept or head is None:
                kept.append(token)
            elif self._named(token) and not self._named(head):
                kept[kept.index(head)] = token
            elif self._named(token) and self._named(head) and token.persons != head.persons:
                kept.append(token)
        titled = [t for t in kept if plural_office(t)]
        named = [t for t in kept if self._named(t) and t.dep == "appos"]
        return named if titled and named else kept

    @staticmethod
    def _named(token: Token) -> bool:
        return token.mention is not None and token.mention.kind is MentionKind.PERSON

    def _inverted(self, match: Match) -> list[Token]:
        """The speaker behind the verb: "..., remarked X"."""
        verb, clause = match.verb, match.clause
        if clause is None or clause.i > verb.i:
            return []
        return [t for t in self.tree.kids(verb, "obj") if self.tree.subtree(t)[0].i == verb.i + 1]

    def _stative(self, match: Match) -> bool:
        """A participle used as adjective: "was pleased"."""
        return match.verb.lower in match.frame.adjectives

    def _surface(self, token: Token) -> list[Token]:
        tree = self.tree
        for this in (token, *tree.up(token)):
            own = tree.kids(this, "nsubj", "nsubj:pass", "nsubj:outer")
            if own:
                return [m for t in own for m in tree.conjuncts(tree.resolve(t))]
            if this.dep in {"acl", "acl:relcl"}:
                head = tree.head(this)
                return [head] if head is not None else []
        return []

    # reading

    def _read(self, tokens: list[Token], voice: Actor | None) -> Speakers:
        speakers = Speakers()
        label = voice.token if voice is not None else None
        kept = [t for t in tokens if not self._in_dateline(t) and t is not label]
        plain = [t for t in kept if t.text not in self.words.titles]
        for token in plain or kept:
            self._add(speakers, token, voice)
        if len(speakers.actors) > 1:
            speakers.joint = True
        return speakers

    def _in_dateline(self, token: Token) -> bool:
        """Whether ``token`` stands before the dash of a wire dateline: "NAIROBI, Kenya (AP) -"."""
        document = self.reader.analysis.document
        place = document.dateline_place
        if place is None or not place.start <= token.start < place.end + _DATELINE:
            return False
        dash = _DASH.search(document.text, place.end, place.end + _DATELINE)
        again = _CITY.match(document.text, dash.end()) if dash else None
        ends = again.end() if again else dash.start() if dash else place.end
        return token.start < ends

    def _add(self, speakers: Speakers, token: Token, voice: Actor | None) -> None:
        if token.lower in self.words.we | self.words.i:
            speakers.first = True
            if voice is not None:
                self._put(speakers, voice)
            elif token.persons:
                for author in self.reader.read(token):
                    self._put(speakers, author)
            elif token.lower in self.words.we and (own := self._own_state(token)) is not None:
                self._put(speakers, own)
            elif token.lower in self.words.we:
                speakers.joint = True
            return
        again = self.nameless.again(token, self.before.last, self.before.end)
        read = [again] if again else [self.nameless.holder(a) for a in self.reader.read(token)]
        actors = [actor for actor in read if self._speaks(actor)]
        for actor in actors:
            self._put(speakers, self._labelled(actor, token))
            speakers.body = speakers.body or actor.person is None
        if not actors:
            self._add_unnamed(speakers, token)

    def _own_state(self, token: Token) -> Actor | None:
        """ "The United States congratulates X. We look forward": the state that spoke before."""
        last = self.before.last
        if last is None or last.person is not None or last.state is None or last.delegation:
            return None
        span = self.reader.analysis.span(token.start, token.end)
        return replace(last, token=token, spans=(span,))

    def _labelled(self, actor: Actor, token: Token) -> Actor:
        """Who speaks for a known state under its code, bodies with a name of theirs as printed."""
        if actor.group is None or actor.person is not None:
            return actor
        if token.lemma in self.words.governments and actor.state is not None:
            return replace(actor, group=None)
        return replace(actor, group=body_name(self.reader.analysis, self.tree, token, actor.state))

    def _add_unnamed(self, speakers: Speakers, token: Token) -> None:
        paper = paper_of(self.tree, token, self.words)
        if self.nameless.pair(token):
            speakers.joint = True
        elif self._previous(token):
            assert self.before.last is not None
            span = self.reader.analysis.span(token.start, token.end)
            self._put(speakers, replace(self.before.last, token=token, spans=(span,)))
        elif token.mention is not None and token.mention.kind is MentionKind.OFFICE:
            self._own_office(speakers, token)
        elif self.nameless.epithet(token) is not None:
            self._put(speakers, self.nameless.epithet(token))
        elif apposed := [t for t in self.tree.kids(token, "appos") if t.persons]:
            for actor in self.reader.read(apposed[0]):
                self._put(speakers, actor)
        elif token.lemma in self.words.honorifics:
            self._honoured(speakers, token)
        elif paper is not None:
            self._paper(speakers, paper)
        else:
            self._body(speakers, token)

    def _previous(self, token: Token) -> bool:
        """ "The minister" where several are on the page: the one who spoke last."""
        mention, previous = token.mention, self.before.last
        if mention is None or mention.kind is not MentionKind.OFFICE or previous is None:
            return False
        office = mention.offices[0]
        definite = any(kid.lower == "the" for kid in self.tree.kids(token, "det"))
        person = previous.person
        fits = person is not None and (
            office.kind in person.office_kinds
            or any(office.head in o.office.lower() for o in person.offices)
        )
        return definite and fits and not office.plural and office.state is None

    @staticmethod
    def _put(speakers: Speakers, actor: Actor | None) -> None:
        if actor is not None and all(actor.key != known.key for known in speakers.actors):
            speakers.actors.append(actor)

    def _speaks(self, actor: Actor) -> bool:
        """Whether ``actor`` is one who speaks rather than one who reports."""
        if actor.person is not None:
            if actor.person.deceased and actor.person.state_from == "stranger":
                return False
            if actor.person.state_from == "stranger":
                return not self._reports(actor.token)
            return True
        return not self._reports(actor.token)

    def _reports(self, token: Token) -> bool:
        names = {word.lower() for word in (token.mention.text if token.mention else "").split()}
        kids = {kid.lemma for kid in self.tree.kids(token, "compound", "appos", "flat", "amod")}
        return bool((names | kids | {token.lemma}) & self.words.outlets)

    def _own_office(self, speakers: Speakers, token: Token) -> None:
        """ "The Prime Minister" whom the page leaves unnamed: the one of the page's own state."""
        assert token.mention is not None
        office, state = token.mention.offices[0], self.reader.analysis.home_state
        if state is None or office.plural or office.state or office.organization:
            return
        span = self.reader.analysis.span(token.start, token.end)
        speakers.body = True
        self._put(
            speakers,
            Actor(
                token, state=state, office=office.text, spans=(span,),
                worked_from=f"the page is from {state}",
            ),
        )  # fmt: skip

    def _honoured(self, speakers: Speakers, token: Token) -> None:
        """ "His Majesty": who was called so, or else the page's only one of such rank."""
        text = self.reader.analysis.text
        span = self.reader.analysis.span(token.start, token.end)
        for mention in self.reader.analysis.mentions():
            if mention.person is None:
                continue
            near = text[max(0, mention.start - 40) : mention.end].lower()
            if token.lower in near.replace(",", " ").split():
                actor = Actor(token, person=mention.person, spans=(span,), worked_from=token.text)
                self._put(speakers, actor)
                return

    def _paper(self, speakers: Speakers, paper: Token) -> None:
        """ "The joint statement said", "a statement by the ministry said"; one that nobody is
        named as the maker of speaks for who made the last."""
        kids = {kid.lower for kid in self.tree.kids(paper, "amod", "compound", "det")}
        if kids & self.words.joint_papers:
            speakers.joint = speakers.paper = True
            return
        found = list(owners(self.tree, paper))
        for owner in found:
            self._add(speakers, owner, None)
        if not found and self.before.author is not None and not kids & {"a", "an"}:
            span = self.reader.analysis.span(paper.start, paper.end)
            self._put(speakers, replace(self.before.author, token=paper, spans=(span,)))

    def _body(self, speakers: Speakers, token: Token) -> None:
        """ "The Foreign Ministry", "a spokesperson": a body without a state beside it."""
        if token.lemma not in self.words.bodies or self._reports(token):
            return
        mention = token.mention
        if mention is not None and mention.kind is not MentionKind.NAME:
            return
        state = self.reader.analysis.home_state
        span = self.reader.analysis.span(token.start, token.end)
        name = body_name(self.reader.analysis, self.tree, token, state)
        speakers.body = True
        self._put(speakers, Actor(token, state=state, group=name, spans=(span,)))

    # subjects left out

    def _inherits(self, verb: Token) -> bool:
        """Whether ``verb`` has no subject of its own and no passive to hide one."""
        tree = self.tree
        own = tree.kids(verb, "nsubj", "nsubj:pass", "nsubj:outer")
        return not own and not tree.is_passive(verb)

    def _climb(self, match: Match, voice: Actor | None) -> Speakers:
        """The subject of the nearest clause above that is somebody."""
        tree = self.tree
        if any(k.lower == "both" and k.i < match.verb.i for k in tree.kids(match.verb)):
            return Speakers(joint=True)
        for above in (*tree.up(match.verb), *self._next_roots(match.verb)):
            own = tree.kids(above, "nsubj", "nsubj:outer")
            if above.lemma in self.words.quoting:
                own = own or tree.kids(above, "nsubj:pass")
            elif tree.is_passive(above):
                continue
            if not own:
                continue
            speakers = self._read([m for t in own for m in tree.conjuncts(t)], voice)
            if speakers:
                return speakers
        return Speakers()

    def _next_roots(self, verb: Token) -> list[Token]:
        """The main clause behind a participle that was left standing by itself."""
        if verb.tag != "VBG":
            return []
        return [t for t in self.tree.tokens[verb.i + 1 :] if t.head == t.i]

    def _join(
        self, match: Match, speakers: Speakers, subjects: list[Token], voice: Actor | None
    ) -> None:
        """Add those with whom a joint act is done; it is joint where there are any."""
        tree, verb = self.tree, match.verb
        partners = Partners(tree, self.reader, self.words)
        for actor in (*partners.beside(verb), *partners.in_talks(verb, subjects)):
            self._put(speakers, actor)
        spoken = voice is not None or (
            speakers.first and any(s.lower in self.words.we for s in subjects)
        )
        passive = tree.is_passive(verb) or bool(tree.kids(verb, "aux:pass"))
        nobody = not speakers and passive
        talks = partners.talks(verb, subjects)
        understood = match.act is Act.DISCUSS and partners.understood(verb, speakers.actors)
        if spoken or nobody or talks or understood or len(speakers.actors) > 1:
            speakers.joint = True

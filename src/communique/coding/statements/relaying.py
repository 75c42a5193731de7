"""What somebody only hands on: another's greetings, invitation or admiration."""

from __future__ import annotations

from communique.coding.engagements.actors import ActorReader
from communique.coding.statements.speech import Speech
from communique.coding.statements.speech_tree import SpeechTree
from communique.knowledge.speech import SpeechWords
from communique.language.annotations import Token
from communique.model import Act


def relayed(
    speech: Speech, tree: SpeechTree, reader: ActorReader, words: SpeechWords
) -> Act | None:
    """Another's greetings, invitation or admiration are conveyed."""
    noun = speech.match.noun
    if noun is None or noun is speech.verb or speech.act is None:
        return None
    if speech.act is Act.INVITE and _hands_over(tree, words, speech.verb, noun):
        return Act.CONVEY
    joined = tree.conjuncts(tree.first_conjunct(noun))
    owners = tree.kids(noun, "nmod:poss") + [
        t for one in (noun, *joined) for prep, t in tree.obliques(one)
        if prep in {"of", "from"}
    ]  # fmt: skip
    owners += [t for prep, t in tree.obliques(speech.verb) if prep == "from"]
    actors = reader.read_all(owners)
    if not actors or not speech.speakers.actors:
        return None
    sent = speech.act in {
        Act.INVITE, Act.APPRECIATE, Act.CONGRATULATE, Act.CONDOLE, Act.THANK, Act.WISH,
        Act.AFFIRM,
    }  # fmt: skip
    others = all(
        all(actor.key != one.key for one in speech.speakers.actors)
        and not (actor.person is None and actor.group is None)
        for actor in actors
    )
    if speech.act is Act.AFFIRM and not any(actor.person for actor in actors):
        return None
    relaying = speech.act is Act.INVITE or speech.verb.lemma in words.relaying
    return Act.CONVEY if sent and others and relaying else None


def _hands_over(tree: SpeechTree, words: SpeechWords, verb: Token, noun: Token) -> bool:
    """ "Delivered the invitation": one that another has made."""
    known = any(kid.lower == "the" for kid in tree.kids(noun, "det"))
    return known and verb.lemma in words.handing

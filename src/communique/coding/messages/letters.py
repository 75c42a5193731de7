"""A page that is a letter: who signs it, and to whom it goes."""

from __future__ import annotations

from collections.abc import Sequence

from communique.coding.engagements.actors import Actor
from communique.coding.messages.message_parts import Voice
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, MentionKind, Sentence

# A line of address or a signature is short.
_LINE = 160
# A signature may be read by its office, where the name before it is only initials.
_NAMING = frozenset({MentionKind.PERSON, MentionKind.OFFICE})


def correspondents(analysis: Analysis, words: MessageWords) -> tuple[int, Voice] | None:
    """The sentence from which the letter's words run and who writes them to whom.

    None for a page that is no letter with salutation and signature.
    """
    sentences = analysis.sentences
    opening = next((s for s in sentences if _salutes(s, words)), None)
    if opening is None:
        return None
    before = [s for s in sentences if s.index <= opening.index and len(s.text) < _LINE]
    after = [s for s in sentences if s.index > opening.index]
    signer = _first_named(list(reversed(after)))
    addressee = _last_named(before)
    if signer is None or addressee is None or signer.key == addressee.key:
        return None
    return opening.index, Voice(signer, addressee)


def _salutes(sentence: Sentence, words: MessageWords) -> bool:
    text = sentence.text.strip().lstrip("\"“«'").lower()
    short = len(text) < _LINE // 2 and text[-1:] in {",", "!", ":"}
    return short and any(text.startswith(opening + " ") for opening in words.phrases["salutations"])


def _first_named(sentences: Sequence[Sentence]) -> Actor | None:
    """The person whose name begins one of the last lines: the signature."""
    for sentence in sentences[:6]:
        for actor, at in _named(sentence):
            if at == sentence.start and len(sentence.text) < _LINE:
                return actor
    return None


def _last_named(sentences: Sequence[Sentence]) -> Actor | None:
    found = [actor for sentence in sentences for actor, _ in _named(sentence)]
    return found[-1] if found else None


def _named(sentence: Sentence) -> list[tuple[Actor, int]]:
    found = []
    for token in sentence.tokens:
        mention = token.mention
        if mention is None or mention.kind not in _NAMING or mention.person is None:
            continue
        found.append((Actor(token, person=mention.person), mention.start))
    return found

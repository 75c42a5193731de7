"""A speech in quotation marks over hundreds of paragraphs costs what its paragraphs cost."""

from __future__ import annotations

import pytest

from communique.coding.statements import quotes
from communique.knowledge.speech import load_speech_words
from communique.language.annotations import Analysis, Sentence
from reading import analysed

PARAGRAPHS = 40


def speech(opening: str) -> Analysis:
    said = "\n\n".join(f"“We spoke about matter {n} at length.”" for n in range(PARAGRAPHS))
    return analysed(f"{opening}\n\n{said}")


def test_each_sentence_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    analysis = speech("President John Mahama of Ghana wrote a letter.")
    looked: list[int] = []
    real = quotes.is_spoken_whole

    def counted(sentence: Sentence, *rest: object) -> bool:
        looked.append(sentence.index)
        return real(sentence, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(quotes, "is_spoken_whole", counted)
    voices = quotes.find_voices(analysis, load_speech_words("en"))
    for sentence in analysis.sentences:
        quotes.introduced(analysis, sentence, voices)
    assert len(analysis.sentences) > PARAGRAPHS
    assert len(looked) <= 2 * len(analysis.sentences)


@pytest.mark.parametrize("order", [1, -1])
def test_who_brings_a_speech_in_speaks_all_of_it(order: int) -> None:
    analysis = speech("President John Mahama of Ghana wrote a letter. It reads as follows:")
    voices = quotes.find_voices(analysis, load_speech_words("en"))
    spoken = [s for s in analysis.sentences if s.text.startswith("“")][::order]
    found = [quotes.introduced(analysis, sentence, voices) for sentence in spoken]
    assert len(spoken) == PARAGRAPHS
    assert {actor.label if actor is not None else None for actor in found} == {"John Mahama"}

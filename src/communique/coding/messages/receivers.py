"""Who gets the letters or congratulations of a page that lists them one by one."""

from __future__ import annotations

from communique.coding.engagements.actors import Actor, ActorReader
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, Token
from communique.language.grammar import Tree

# The headline and the first sentences say who gets them.
_LEAD = 3


def receiver_of_page(analysis: Analysis, words: MessageWords) -> Actor | None:
    """The one who "receives congratulations from heads of state": whom all that follow are for.

    None where the lead names who sent them, or tells of no such thing.
    """
    body = [s for s in analysis.sentences if not s.is_title]
    titles = [s for s in analysis.sentences if s.is_title]
    for sentence in (*body[:_LEAD], *titles):
        tree = Tree(sentence.tokens)
        reader = ActorReader(analysis, tree)
        for verb in sentence.tokens:
            if verb.lemma not in words.carriage["received"] or not tree.is_verb(verb):
                continue
            papers = [t for t in tree.objects(verb) if _is_paper(t, tree, words)]
            senders = [
                t
                for t in (verb, *papers)
                for prep, t in tree.deep_obliques(t)
                if prep in {"from", "of", "by"}
            ]
            named = [a for a in reader.read_all(senders) if a.person or a.side]
            doers = [a for a in reader.read_all(tree.subjects(verb)) if a.person is not None]
            if papers and not named and len(doers) == 1:
                return doers[0]
    return None


def _is_paper(token: Token, tree: Tree, words: MessageWords) -> bool:
    """ "Congratulations", "letters and telegrams of condolence", "congratulatory messages"."""
    near = [token, *tree.kids(token, "amod", "compound", "nmod")]
    kinds = {words.nouns.get(word.lemma) for word in near} & {"congratulation", "condolence"}
    return bool(kinds) or words.medium.get(token.lemma) in words.written

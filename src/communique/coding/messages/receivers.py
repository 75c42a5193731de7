"""Who gets the letters or congratulations of a page that lists them one by one."""

from __future__ import annotations

from communique.coding.engagements.actors import Actor, ActorReader
from communique.knowledge.frames import word_list
from communique.knowledge.frames.messages import MessageWords
from communique.language.annotations import Analysis, MentionKind, Token
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
        if (addressed := _addressed(tree, reader, words)) is not None:
            return addressed
    return _only_one(analysis, words)


def _addressed(tree: Tree, reader: ActorReader, words: MessageWords) -> Actor | None:
    """ "A flood of messages addressed to X": of nobody in particular, all to one."""
    for paper in tree.tokens:
        if paper.tag != "NNS" or not _is_paper(paper, tree, words):
            continue
        clauses = [t for t in tree.kids(paper, "acl") if t.lemma in word_list("addressing_letters")]
        phrases = [p for t in (paper, *clauses) for p in tree.deep_obliques(t)]
        to = reader.read_all([t for prep, t in phrases if prep in {"to", "for"}])
        verb = tree.head(paper)
        if not to and paper.dep == "nsubj" and verb is not None:
            reached = verb.lemma in word_list("reaching_somebody")
            to = reader.read_all(tree.objects(verb)) if reached else []
            phrases += tree.deep_obliques(verb)
            to = to or reader.read_all([t for prep, t in phrases if prep == "for"])
        others = reader.read_all([t for prep, t in phrases if prep in {"from", "of", "by"}])
        if verb is not None and tree.is_verb(verb):
            others += reader.read_all(tree.subjects(verb))
        named = [a for a in to if a.token.mention and a.token.mention.kind is MentionKind.PERSON]
        if len(named) == 1 and not any(a.person for a in others):
            return named[0]
    return None


def _only_one(analysis: Analysis, words: MessageWords) -> Actor | None:
    """The only one whom the page has others congratulate or condole with, several of them."""
    found: dict[int, Actor] = {}
    doers: set[object] = set()
    for sentence in analysis.sentences:
        tree = Tree(sentence.tokens)
        reader = ActorReader(analysis, tree)
        for verb in sentence.tokens:
            if words.verbs.get(verb.lemma) is None or not tree.is_verb(verb):
                continue
            objects = [a for a in reader.read_all(tree.objects(verb)) if a.person is not None]
            found |= {id(a.person): a for a in objects}
            if objects:
                doers |= {a.key for a in reader.read_all(tree.subjects(verb))}
    return next(iter(found.values())) if len(found) == 1 and len(doers) > 1 else None


def _is_paper(token: Token, tree: Tree, words: MessageWords) -> bool:
    """ "Congratulations", "letters and telegrams of condolence", "congratulatory messages"."""
    near = [token, *tree.kids(token, "amod", "compound", "nmod")]
    kinds = {words.nouns.get(word.lemma) for word in near} & {"congratulation", "condolence"}
    return bool(kinds) or words.medium.get(token.lemma) in words.written

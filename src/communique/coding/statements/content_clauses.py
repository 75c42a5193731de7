"""Where the clause is that a verb or noun of speech says."""

from __future__ import annotations

from communique.coding.statements.listeners import Listeners
from communique.coding.statements.speech_match import Match, prepositions
from communique.coding.statements.speech_tree import SpeechTree
from communique.language.annotations import Token
from communique.model import Act

_CLAUSES = ("ccomp", "xcomp", "advcl", "parataxis", "csubj", "acl")


class ContentClauses:
    """Finds content clauses in one sentence."""

    def __init__(self, tree: SpeechTree, listeners: Listeners) -> None:
        """``listeners`` are of the same ``tree``."""
        self.tree = tree
        self.listeners = listeners

    def of(self, head: Token, match: Match) -> Token | None:
        """The content clause below ``head``, or the one that ``head`` is a parenthesis in."""
        tree = self.tree
        for kid in tree.kids(head, *_CLAUSES, "dep"):
            marks = {k.lower for k in tree.kids(kid, "mark")}
            if self._relative(kid):
                continue
            if kid.dep in {"ccomp", "csubj"} and kid.i != head.i:
                if match.noun is not None and not marks and self._behind_whom(kid):
                    continue
                return kid
            if kid.dep == "xcomp" and (tree.is_verb(kid) or tree.kids(kid, "cop")):
                return kid
            if kid.dep in {"advcl", "acl", "dep"} and "that" in marks:
                return kid
            if kid.dep == "advcl" and kid.tag == "VBG" and kid.i == head.i + 1 and not marks:
                return kid
            if kid.dep in {"acl", "advcl"} and "to" in marks and match.noun is not None and (
                head is match.noun or "to" in prepositions(match.frame)
            ) and kid.i > match.noun.i:  # fmt: skip
                return kid
            told = match.act in {Act.AFFIRM, Act.INFORM} and not self._attribution(kid)
            if kid.dep == "parataxis" and self._is_clause(kid) and told:
                return kid
        behind = self.hung_apart(head) if head is match.noun and head is not match.verb else []
        return behind[0] if behind else self._around(head, match)

    def hung_apart(self, noun: Token) -> list[Token]:
        """ "Joy to receive him", "confidence that it would": the clause that "that" or "to" opens
        right behind ``noun``, though the parser hung it elsewhere; none where it hangs there."""
        last = self.tree.subtree(noun)[-1]
        opens = self.tree.tokens[noun.i + 1 : noun.i + 2]
        if not (opens and opens[0].dep == "mark"):  # "the wish of his country to"
            opens = self.tree.tokens[last.i + 1 : last.i + 2]
        if not opens or opens[0].dep != "mark" or opens[0].lower not in {"that", "to"}:
            return []
        clause = self.tree.tokens[opens[0].head]
        below = any(above is noun for above in self.tree.up(clause))
        return [clause] if clause.i > noun.i and not below else []

    def _around(self, head: Token, match: Match) -> Token | None:
        """The clause that ``head`` was hung on, or a that-clause hung elsewhere."""
        tree, above = self.tree, self.tree.head(head)
        own = bool(tree.kids(head, "nsubj", "nsubj:outer"))
        said = match.noun is None and not self._after_semicolon(head)
        if above is not None and said and own:
            parenthesis = head.dep == "parataxis" and (
                self._is_clause(above) or self._set_off(head)
            )
            if parenthesis or self._torn(head, above) or self._as_said(head, above):
                return above
        if head is match.noun and head is not match.verb:
            return None
        if match.frame.needs in {"clause", "content", "future", "thing"} or match.noun is not None:
            return tree.that_clause(head) or tree.around_parenthesis(head)
        return None

    def _as_said(self, head: Token, above: Token) -> bool:
        """ "As X noted, the aid had saved lives": what is beside the aside was said."""
        marks = [k.lower for k in self.tree.kids(head, "mark")]
        bare = not self.tree.kids(head, "obj", "ccomp", "xcomp", "advcl", "iobj")
        first = self.tree.subtree(head)[0]
        parted = first.i == 0 or self.tree.tokens[first.i - 1].lower == ","
        aside = head.dep == "advcl" and marks == ["as"] and first.lower == "as"
        return aside and bare and parted and self._is_clause(above)

    def _set_off(self, head: Token) -> bool:
        """ "The aid, X said, had saved lives": between commas, whatever the words around make."""
        inside = self.tree.subtree(head)
        around = [t.lower for t in self.tree.tokens[max(0, inside[0].i - 1) : inside[-1].i + 2]]
        commas = around[0] == "," and "," in around[-2:]
        return commas and inside[0].i > 0 and head.i < len(self.tree.tokens) - 3

    def _attribution(self, clause: Token) -> bool:
        """ "X described it, his office said": who tells of it, nothing that is said."""
        bare = not self.tree.kids(clause, "obj", "ccomp", "xcomp")
        source = clause.lemma in self.listeners.words.sources
        return source and bare and bool(self.tree.kids(clause, "nsubj"))

    def _torn(self, verb: Token, clause: Token) -> bool:
        """ "X said relations, trade included, have grown": the subject of what is said, long and
        set off by commas, was taken for all that is said."""
        before = verb.dep == "advcl" and not self.tree.kids(verb, "mark") and verb.i < clause.i
        named = any(t.i > verb.i for t in self.tree.kids(verb, "obj", "nmod", "obl"))
        alone = not self.tree.kids(clause, "nsubj", "nsubj:pass", "nsubj:outer", "expl")
        return before and named and alone and self._is_clause(clause)

    def _relative(self, clause: Token) -> bool:
        """ "Of whom many have fled", "the date of which", "as this year marks": a relative
        clause, or one that tells why, is nothing said."""
        first = self.tree.subtree(clause)[:4]
        if first[0].lower in {"as", "because"} and first[0].tag == "IN" and clause is not first[0]:
            return not (len(first) > 1 and first[1].lower in {"of", "to"})
        whose = any(t.lower in {"whom", "whose"} for t in first[:3])
        return whose or any(t.lower == "which" and self.tree.case(t) == "of" for t in first)

    def _after_semicolon(self, head: Token) -> bool:
        """Whether a semicolon or full stop parts ``head`` from what stands before it."""
        first = self.tree.subtree(head)[0]
        between = {t.lower for t in self.tree.tokens[max(0, first.i - 1) : first.i + 1]}
        return bool(between & {";", ".", ":"})

    def _behind_whom(self, clause: Token) -> bool:
        """ "Concern at the return of refugees, of whom many have fled": hung on the verb."""
        return any(
            t.lower in {"whom", "whose"} and not any(x.pos == "VERB" for x in between)
            for i, t in enumerate(self.tree.tokens[: clause.i])
            for between in [self.tree.tokens[i + 1 : clause.i]]
        )

    def said_before(self, match: Match) -> Token | None:
        """What was said, before ", X said": only where nothing behind the verb is said."""
        verb = match.verb
        needs, addressed = match.frame.needs, "object" in match.frame.addressee
        bare = not self.tree.kids(verb, "obj", "iobj")
        if any(t.tag == "WP" for t in self.tree.kids(verb, "nsubj")):
            return None  # "Y, who conveyed his thanks": what stands before is the page's
        if needs != "clause" and (needs != "content" or (addressed and not bare)):
            return None
        if any(t.i > verb.i and not self.listeners.heard(t) for t in self.tree.kids(verb, "obj")):
            return None
        return self.tree.before_attribution(self.tree.quoted_by(verb) or verb)

    def _is_clause(self, token: Token) -> bool:
        return self.tree.is_verb(token) or bool(self.tree.kids(token, "cop"))

"""Whom of the table of leaders a page can mean by a surname, or by a name spelt in another way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from communique.knowledge.folding import fold
from communique.knowledge.leaders import Tenure, by_surface, by_surname, holders
from communique.knowledge.offices import load_office_words
from communique.language.annotations import Mention, OfficePhrase

# A page may speak of an office-holder shortly before or after the tenure ("outgoing", "-elect").
_TENURE_SLACK = timedelta(days=400)
# An office of these kinds must be the one the table has.
RANKED = frozenset({"head_of_state", "head_of_government", "royal", "foreign_minister"})
# Offices of these kinds are held by others than those who lead, unless the table says so.
_OTHERS = frozenset({"deputy", "diplomat", "legislator", "minister", "spokesperson"})
_SPELLING_CUTOFF = 92
# As near must a name be that the holder of its office bears: "Joko Widoda" for "Joko Widodo".
_MISPRINT_CUTOFF = 84


class TabledLeaders:
    """The table of leaders as one page sees it: from its day, and from its state."""

    def __init__(self, published: date | None, home: str | None) -> None:
        """``home`` is the state of the dateline: whose King Abdullah is meant."""
        self.published = published
        self.home = home

    def near(self, tenure: Tenure) -> bool:
        """Whether a page of that day can speak of the tenure."""
        if self.published is None:
            return True
        day = self.published
        return tenure.covers(day) or any(
            tenure.covers(day + shift) for shift in (_TENURE_SLACK, -_TENURE_SLACK)
        )

    def spelt_like(self, name: str) -> Sequence[Tenure]:
        """A leader's name in another spelling ("Disanayake")."""
        found = extractOne(
            fold(name), by_surface().keys(), scorer=ratio, score_cutoff=_SPELLING_CUTOFF
        )
        if found is None:
            return ()
        return [tenure for tenure in by_surface()[found[0]] if self.near(tenure)]

    def misprinted(self, mention: Mention) -> Sequence[Tenure]:
        """Who held that office of that state on the page's day, under nearly that name."""
        for office in mention.offices:
            place = office.state or self.home
            if office.kind not in RANKED or not place or not self.published or office.former:
                continue
            for tenure in holders(place, office.kind, self.published):
                if ratio(fold(tenure.person), fold(mention.name)) >= _MISPRINT_CUTOFF:
                    return [tenure]
        return ()

    def called(self, token: str, mention: Mention) -> list[Tenure]:
        """Leaders of that surname who held office near the page's date, if they are one person."""
        state = next((o.state for o in mention.offices if o.state), None)
        kinds = {o.kind for o in mention.offices}
        if "royal" in kinds:
            kinds |= {"heir", "head_of_state"}
        tenures = [t for t in by_surname().get(token, ()) if self.near(t)]
        if state:
            tenures = [t for t in tenures if t.state == state]
        if not state and self.home and len({t.person for t in tenures}) > 1:
            tenures = [t for t in tenures if t.state == self.home] or tenures
        if kinds and (len({t.person for t in tenures}) > 1 or kinds <= RANKED | {"heir"}):
            heads = {o.head for o in mention.offices}
            tenures = [t for t in tenures if kinds & set(t.office_kinds) or fold(t.office) in heads]
        tenures = [t for t in tenures if not _below(mention.offices, t)]
        return tenures if len({t.person for t in tenures}) == 1 else []


def _below(offices: Sequence[OfficePhrase], tenure: Tenure) -> bool:
    """Whether every office said of a surname is another than this leader has ever held: "Ambassador
    Macron", "State Minister Sharif"."""
    held = {kind for t in by_surface().get(fold(tenure.person), ()) for kind in t.office_kinds}
    held |= set(tenure.office_kinds)
    return bool(offices) and all(_of_another(office, held) for office in offices)


def _of_another(office: OfficePhrase, held: set[str]) -> bool:
    data = load_office_words()
    if office.kind in held or office.former:
        return False
    if office.kind == "official":
        return office.head in data.below_leaders
    addressed = office.head in data.shared_with_leaders and office.text.lower() == office.head
    return office.kind in _OTHERS and not (addressed and "foreign_minister" in held)

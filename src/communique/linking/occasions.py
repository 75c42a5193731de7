"""On which occasion, and when, something on a page was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.linking.outcome import LinkedEngagement
from communique.linking.persons import Knows
from communique.linking.rows import AccountRow, CommitmentRow, Corpus
from communique.model import Kind, Role, Status

TAKEN_PLACE = frozenset({Status.HELD, Status.UNDER_WAY})
_DAY = len("2000-01-01")

# Who a name on a page is: the person's id and state.
Named = Mapping[tuple[str, str], tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Occasions:
    """What is said on pages, seen against what the pages report.

    ``said_on`` is, by page, the day of what it mainly reports, else the page's own date.
    """

    accounts: Mapping[str, AccountRow]
    on_page: Mapping[str, Sequence[AccountRow]]
    party_people: Mapping[tuple[str, int], str]
    engagement_of: Mapping[str, LinkedEngagement]
    said_on: Mapping[str, str]
    page_dates: Mapping[str, str]
    named: Named

    def of(
        self, row: CommitmentRow, by: str | None, to: str | None
    ) -> tuple[str | None, str | None]:
        """Return the engagement in which a commitment was spoken of, and its date.

        That is the account it hangs on if its page has that take place, else where both sides met,
        else what the page mainly reports.
        """
        hung_on = self.accounts.get(row.account or "")
        if hung_on is None or hung_on.status not in TAKEN_PLACE:
            hung_on = self._where_both_met(row.page, by, to) or self.main_on(row.page)
        if hung_on is None:
            return None, self.said_on.get(row.page)
        engagement = self.engagement_of[hung_on.id]
        return engagement.id, engagement.start or self.said_on.get(row.page)

    def main_on(self, page: str) -> AccountRow | None:
        """Return the account of what a page mainly reports, where that is a single thing."""
        main = [a for a in self.on_page.get(page, ()) if a.main and a.status in TAKEN_PLACE]
        return main[0] if len(main) == 1 else None

    def visit_reported(
        self, page: str, guest: str | None, host: str | None
    ) -> LinkedEngagement | None:
        """Return the visit of ``guest`` to the state ``host`` that a page reports as its news."""
        for account in self.on_page.get(page, ()):
            news = account.status is Status.UNDER_WAY or (
                account.main and account.status is Status.HELD
            )
            if account.kind is Kind.VISIT and news and self._goes(account, guest, host):
                return self.engagement_of[account.id]
        return None

    def people_in(self, account: AccountRow) -> dict[int, str]:
        """Return the persons of an account by position of their party."""
        return {
            n: self.party_people[account.id, n]
            for n in range(len(account.parties))
            if (account.id, n) in self.party_people
        }

    def _where_both_met(self, page: str, by: str | None, to: str | None) -> AccountRow | None:
        """Return the latest contact on the page, visits last, of which both are parties."""
        contacts = [
            account
            for account in self.on_page.get(page, ())
            if account.status in TAKEN_PLACE
            and by
            and to
            and {by, to} <= set(self.people_in(account).values())
        ]
        return max(
            contacts,
            key=lambda a: (a.kind is not Kind.VISIT, a.start or "", a.main, a.id),
            default=None,
        )

    def _goes(self, account: AccountRow, guest: str | None, host: str | None) -> bool:
        people = self.people_in(account)
        guests = {people.get(n) for n, p in enumerate(account.parties) if p.role is Role.GUEST}
        hosts = {p.state for p in account.parties if p.role is Role.HOST}
        place = account.place.state if account.place else None
        return guest in guests and host in (hosts or {place})


def occasions_of(
    corpus: Corpus,
    people: Knows,
    party_people: Mapping[tuple[str, int], str],
    engagements: Iterable[LinkedEngagement],
    page_dates: Mapping[str, str],
) -> Occasions:
    """Return the occasions of all pages."""
    on_page: defaultdict[str, list[AccountRow]] = defaultdict(list)
    for account in corpus.accounts:
        on_page[account.page].append(account)
    engagement_of = {account: e for e in engagements for account in e.accounts}
    return Occasions(
        accounts={account.id: account for account in corpus.accounts},
        on_page=on_page,
        party_people=party_people,
        engagement_of=engagement_of,
        said_on=_days_told(corpus.accounts, engagement_of, page_dates),
        page_dates=page_dates,
        named=_named_on_pages(corpus, people),
    )


def _days_told(
    accounts: Iterable[AccountRow],
    engagement_of: Mapping[str, LinkedEngagement],
    page_dates: Mapping[str, str],
) -> dict[str, str]:
    """Return the last day of what each page mainly reports, else the page's own date."""
    told: dict[str, str] = {}
    for account in accounts:
        start = engagement_of[account.id].start
        if account.main and account.status in TAKEN_PLACE and start and len(start) == _DAY:
            told[account.page] = max(told.get(account.page, ""), start)
    days = dict(page_dates)
    return days | {p: day for p, day in told.items() if p not in days or day <= days[p]}


def _named_on_pages(corpus: Corpus, people: Knows) -> Named:
    named: dict[tuple[str, str], tuple[str, str | None]] = {}
    for row in corpus.people:
        person = people.find(row.person, row.state, row.organization)
        for name in (row.person, *row.names) if person else ():
            named.setdefault((row.page, name), (person or "", row.state))
    for account in corpus.accounts:
        for party in account.parties:
            if party.person:
                person = people.find(party.person, party.state, party.organization)
                if person:
                    named.setdefault((account.page, party.person), (person, party.state))
    return named

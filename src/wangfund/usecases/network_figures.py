"""The fund's figures for the provincial network: counts and sums as of a day, no member's row."""

from __future__ import annotations

from collections import Counter
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.fingerprint import fingerprint
from wangfund.domain.fiscal_year import last_full_year_day
from wangfund.domain.papers.network_book import (
    BenefitMonth,
    ContributionMonth,
    MemberCount,
    NetworkBook,
    SourceTotal,
)
from wangfund.store.books import Books, Reader
from wangfund.store.ledger import balances_on
from wangfund.store.members import MemberRow, all_members, count_members
from wangfund.store.month_events import benefits_paid
from wangfund.store.network import contribution_months
from wangfund.store.past_benefits import all_past
from wangfund.store.periods import first_period_month, sealing_links
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.info import pool_balances, promises
from wangfund.usecases.rules_in_force import all_rulebooks

YOUTH_BELOW, ELDER_FROM = 18, 60
_NO_KIND = 99


def network_figures(books: Books, day: date) -> NetworkBook:
    """Members by village and kind, contributions and benefits by month, money by place and source. Reads only.

    Figures of the day are those at its end.
    """
    with books.read() as r:
        desk = desk_on(r, day)
        balances = balances_on(r, day)
        full_year_day = last_full_year_day(day)
        ever, now, full = count_members(r, day, full_year_day)
        members = _members(r, desk, day)
        sealed = [(month, link) for month, link in sealing_links(r) if month.last_day <= day]
        promised = promises(r, desk, Period.of(day), day)
        cash = balances.get((accounts.CASH, ""), 0)
        bank = sum(satang for (account, _), satang in balances.items() if accounts.is_bank(account))
        return NetworkBook(
            desk.head,
            desk.profile.founded_on,
            day,
            len(desk.profile.villages),
            len({m.moo for m in members if m.current}),
            desk.profile.population,
            ever,
            now,
            full,
            full_year_day,
            cash,
            bank,
            cash + bank,
            pool_balances(desk, balances),
            promised.approved_unpaid_satang,
            promised.paid_ahead_satang,
            sealed[-1][0] if sealed else None,
            fingerprint(sealed[-1][1]) if sealed else "",
            members,
            tuple(ContributionMonth(*row) for row in contribution_months(r, day)),
            _benefits(r, day),
            _sources(desk, balances),
            _before(r, day),
        )


def _members(r: Reader, desk: Desk, day: date) -> tuple[MemberCount, ...]:
    ever: Counter[tuple[int, str]] = Counter()
    current: Counter[tuple[int, str]] = Counter()
    for m in all_members(r):
        if m.starts_on > day:
            continue
        key = (m.moo, kind_of(m, day))
        ever[key] += 1
        if m.ended_on is None or m.ended_on > day:
            current[key] += 1
    names = {v.moo: v.name for v in desk.profile.villages}
    return tuple(
        MemberCount(moo, names.get(moo, ""), kind, n, current[moo, kind])
        for (moo, kind), n in sorted(ever.items())
    )


def kind_of(m: MemberRow, day: date) -> str:
    """The CODI kind of a member on a day, by age alone (fund practice 2.8); unknown_age without a birth date."""
    if m.birth_date is None:
        return "unknown_age"
    had = (day.month, day.day) >= (m.birth_date.month, m.birth_date.day)
    age = day.year - m.birth_date.year - (0 if had else 1)
    if age < YOUTH_BELOW:
        return "youth"
    return "elder" if age >= ELDER_FROM else "general"


def _benefits(r: Reader, day: date) -> tuple[BenefitMonth, ...]:
    cases: Counter[tuple[Period, str]] = Counter()
    satang: Counter[tuple[Period, str]] = Counter()
    seen: set[int] = set()
    for row in benefits_paid(r, first_period_month(r).first_day, day):
        # Heirs who share one claim are one case, of the month in which the first had her share.
        cases[row.month, row.account] += row.claim_id not in seen
        seen.add(row.claim_id)
        satang[row.month, row.account] += row.gross_satang
    return tuple(
        BenefitMonth(month, account, n, satang[month, account])
        for (month, account), n in sorted(cases.items())
    )


def _before(r: Reader, day: date) -> tuple[BenefitMonth, ...]:
    """What was paid before the books, by the kind that the newest version knowing the benefit gives it."""
    kinds: dict[str, int] = {}
    for book in all_rulebooks(r):
        kinds.update({benefit.code: benefit.codi_kind or _NO_KIND for benefit in book.rules.benefits})
    cases: Counter[tuple[Period, str]] = Counter()
    satang: Counter[tuple[Period, str]] = Counter()
    for row in all_past(r):
        when = row.event_on or date(row.year, 1, 1)
        if when > day:
            continue
        key = Period.of(when), accounts.welfare_account(kinds.get(row.benefit, _NO_KIND))
        cases[key] += 1
        satang[key] += row.gross_satang
    return tuple(
        BenefitMonth(month, account, n, satang[month, account])
        for (month, account), n in sorted(cases.items())
    )


def _sources(desk: Desk, balances: dict[tuple[str, str], int]) -> tuple[SourceTotal, ...]:
    total: Counter[str] = Counter()
    for (account, _), satang in balances.items():
        total[account] += satang if not accounts.is_source(account) else -satang
    names = {account: name for _, name, account in desk.banks}
    return tuple(SourceTotal(a, names.get(a, ""), satang) for a, satang in sorted(total.items()) if satang)

"""Who owes, as the first page counts it, is what each member's own line says; on every day of a month."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from tests.usecases.practice.funds import PracticeFund
from wangfund.domain.eligibility.standing import Status
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.usecases.find_members import list_members, standings_today
from wangfund.usecases.grant_months import GrantMonths, grant_months
from wangfund.usecases.home_view import HomeArrears, home_arrears
from wangfund.usecases.month_pack import month_pack

SUSPEND_AT = 3


def one_by_one(fund: PracticeFund, day: date) -> HomeArrears:
    with replace(fund, today=day).books() as books:
        lines = [m for m in list_members(books) if m.ended_on is None or m.ended_on > day]
        standings = standings_today(books, lines).values()
    states = Counter(s.status for s in standings)
    stopped = {Status.SUSPENDED, Status.LAPSED}
    return HomeArrears(
        sum(1 for s in standings if s.arrears_months and s.status not in stopped),
        states[Status.SUSPENDED],
        states[Status.LAPSED],
        states[Status.UNKNOWN_COVERAGE],
        SUSPEND_AT,
    )


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 30), date(2026, 12, 1)])
def test_home_counts_what_each_members_line_says(fund: PracticeFund, day: date) -> None:
    with replace(fund, today=day).books() as books:
        told = home_arrears(books)
    assert told == one_by_one(fund, day)
    assert told.owing


def test_months_last_day_owes_no_more_than_the_day_before(fund: PracticeFund) -> None:
    told = []
    for day in (date(2026, 11, 29), date(2026, 11, 30)):
        with replace(fund, today=day).books() as books:
            told.append(home_arrears(books))
    assert told[0] == told[1]


def test_exempted_member_with_old_debts_is_not_among_the_suspended(
    fund: PracticeFund, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("exempt") / "own.wangfund"
    path.write_bytes(fund.path.read_bytes())
    own = replace(fund, path=path)
    with own.books() as books:
        before = home_arrears(books)
        standings = standings_today(books, list_members(books))
        someone = next(
            m
            for m in list_members(books)
            if m.ended_on is None and standings[m.id].status is Status.SUSPENDED
        )
        grant_months(
            books, GrantMonths(someone.member_no, Period(2026, 11), Period(2027, 3), "exempt", "มติ 9/2569")
        )
        after = home_arrears(books)
    assert (after.suspended, after.owing) == (before.suspended - 1, before.owing + 1)
    assert after == one_by_one(own, own.today)


def test_months_paper_counts_that_month_as_owed(fund: PracticeFund) -> None:
    closed = Period(2026, 10)
    with fund.books() as books:
        paper = month_pack(books, closed).arrears
    with open_fund(fund.path, books.clock) as again:
        assert month_pack(again, closed).arrears == paper
    early = replace(fund, today=date(2026, 10, 31))
    with early.books() as books:
        on_its_last_day = home_arrears(books)
    assert sum(v.owing + v.suspended + v.lapsed for v in paper) > (
        on_its_last_day.owing + on_its_last_day.suspended + on_its_last_day.lapsed
    )

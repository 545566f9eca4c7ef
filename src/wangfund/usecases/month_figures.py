"""Receipts and payments of a stretch of months by account, and what stood before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain import accounts
from wangfund.domain.fiscal_year import first_period, fiscal_year
from wangfund.store.books import Reader
from wangfund.store.ledger import balances_at, moved
from wangfund.store.periods import BalanceRow, first_period_month, sealed_balances
from wangfund.thai.period import Period

Balances = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months first…last: net movement (debit − credit) by account and pool, and balances before and after, satang."""

    first: Period
    last: Period
    moved: Balances
    before: Balances
    after: Balances

    def of_account(self, account: str) -> int:
        """Net movement of an account over all pools."""
        return sum(satang for (code, _), satang in self.moved.items() if code == account)


def stretch(r: Reader, first: Period, last: Period) -> Stretch:
    """The figures of months first…last; balances of sealed months are taken as sealed. Reads only."""
    before = balances_at(r, first.plus(-1))
    after = balances_at(r, last)
    net = {key: after.get(key, 0) - before.get(key, 0) for key in before.keys() | after.keys()}
    return Stretch(first, last, {key: satang for key, satang in net.items() if satang}, before, after)


def year_start(r: Reader, month: Period, starts_in: int) -> Period:
    """The first month of a month's fiscal year, or of the books where they began later. Reads only."""
    first = first_period(fiscal_year(month.first_day, starts_in), starts_in)
    return max(first, first_period_month(r))


def money_total(balances: Balances) -> int:
    """All assets: cash, banks, investments, and what collectors hold."""
    return sum(satang for (account, _), satang in balances.items() if accounts.is_asset(account))


def month_moves(r: Reader, month: Period) -> tuple[BalanceRow, ...]:
    """What moved in a month by account and pool: sealed where it is sealed, else from the ledger. Reads only."""
    return sealed_balances(r, month) or moved(r, month, month)

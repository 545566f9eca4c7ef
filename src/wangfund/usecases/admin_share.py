"""The ceiling on running costs: at most 20 percent of the year's receipts (CODI; 9.11 rule 13)."""

from __future__ import annotations

from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import Refused
from wangfund.domain.fiscal_year import first_period, fiscal_year
from wangfund.store.books import Reader
from wangfund.store.ledger import moved
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk


def admin_share(r: Reader, desk: Desk, until: Period) -> tuple[int, int]:
    """Running costs charged to the admin pool and receipts of the fund's year up to a month, in satang. Reads only."""
    starts = desk.profile.fiscal_year_starts
    first = first_period(fiscal_year(until.first_day, starts), starts)
    admin = desk.rulebook.rules.pools.admin
    costs = receipts = 0
    for row in moved(r, first, until):
        if accounts.is_running_cost(row.account) and row.pool == admin:
            costs += row.balance_satang
        elif accounts.is_source(row.account):
            receipts -= row.balance_satang
    return costs, receipts


def refuse_above_admin_share(r: Reader, desk: Desk, on: date, amount_satang: int) -> None:
    """An expense that lifts running costs above the ceiling needs a resolution. Reads only.

    Raises:
        Refused: ADMIN_SHARE_EXCEEDED with the share in thousandths.
    """
    costs, receipts = admin_share(r, desk, Period.of(on))
    most = desk.rulebook.rules.pools.admin_max_percent
    if (costs + amount_satang) * 100 > receipts * most:
        share = (costs + amount_satang) * 1000 // receipts if receipts > 0 else 1000
        raise Refused("ADMIN_SHARE_EXCEEDED", {"share_permille": share, "most_percent": most})

"""The ceiling on running costs: at most 20 percent of the year's receipts (CODI; 9.11 rule 13)."""

from __future__ import annotations

from datetime import date

from wangfund.domain import accounts
from wangfund.domain.errors import Finding, Refused, Severity, Values
from wangfund.domain.fiscal_year import first_period, fiscal_year
from wangfund.store.books import Reader
from wangfund.store.ledger import moved_by_seals
from wangfund.store.periods import first_period_month
from wangfund.thai.period import Period
from wangfund.usecases.desk import Desk


def admin_share(r: Reader, desk: Desk, until: Period) -> tuple[int, int]:
    """Running costs charged to the admin pool and receipts of the fund's year up to a month, in satang. Reads only."""
    starts = desk.profile.fiscal_year_starts
    # What was brought forward is dated before the books and is no receipt of the year.
    first = max(first_period(fiscal_year(until.first_day, starts), starts), first_period_month(r))
    admin = desk.rulebook.rules.pools.admin
    costs = receipts = 0
    for (account, pool), satang in moved_by_seals(r, first, until).items():
        if accounts.is_running_cost(account) and pool == admin:
            costs += satang
        elif accounts.is_source(account):
            receipts -= satang
    return costs, receipts


def check_admin_share(
    r: Reader, desk: Desk, on: date, amount_satang: int, resolution: str
) -> tuple[Finding, ...]:
    """What an expense does to the share of running costs: a warning near the ceiling, a refusal above it. Reads only.

    Above the ceiling it needs a resolution; with one it is a warning too.

    Raises:
        Refused: ADMIN_SHARE_EXCEEDED with the share in thousandths.
    """
    costs, receipts = admin_share(r, desk, Period.of(on))
    pools = desk.rulebook.rules.pools
    share = (costs + amount_satang) * 1000 // receipts if receipts > 0 else 1000
    values: Values = {"share_permille": share, "most_percent": pools.admin_max_percent}
    if (costs + amount_satang) * 100 > receipts * pools.admin_max_percent and not resolution.strip():
        raise Refused("ADMIN_SHARE_EXCEEDED", values)
    if (costs + amount_satang) * 100 > receipts * pools.admin_warn_percent:
        return (Finding("ADMIN_SHARE_NEAR", "amount", pools.clause, Severity.WARNING, values),)
    return ()

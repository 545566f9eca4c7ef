"""The chart of accounts: codes with one meaning for every fund (accounting practice 5.1)."""

from __future__ import annotations

CASH = "1100"
FIRST_BANK = "1201"
INVESTMENTS = "1300"
COLLECTOR_RECEIVABLE = "1400"
MEMBER_CONTRIBUTIONS = "3100"
PARTNER_PROFIT = "3200"
CODI_START_UP = "3300"
STATE_GRANT = "3400"
LAO_GRANT = "3500"
OTHER_AGENCIES = "3600"
BROUGHT_FORWARD_DIFFERENCE = "3900"
ENTRY_FEE = "4100"
DONATIONS = "4200"
INTEREST = "4300"
OTHER_INCOME = "4900"
WELFARE_FIRST, WELFARE_LAST = "5101", "5199"
STAFF_PAY = "5200"
TRAVEL = "5300"
STATIONERY = "5400"
MEETINGS = "5500"
BANK_FEES = "5600"
CASH_DIFFERENCE = "5700"
OTHER_EXPENSE = "5900"

CHART = (
    CASH,
    INVESTMENTS,
    COLLECTOR_RECEIVABLE,
    MEMBER_CONTRIBUTIONS,
    PARTNER_PROFIT,
    CODI_START_UP,
    STATE_GRANT,
    LAO_GRANT,
    OTHER_AGENCIES,
    BROUGHT_FORWARD_DIFFERENCE,
    ENTRY_FEE,
    DONATIONS,
    INTEREST,
    OTHER_INCOME,
    *(f"51{kind:02d}" for kind in range(1, 14)),
    WELFARE_LAST,
    STAFF_PAY,
    TRAVEL,
    STATIONERY,
    MEETINGS,
    BANK_FEES,
    CASH_DIFFERENCE,
    OTHER_EXPENSE,
)
"""Every account a new fund has, but for one per bank (1201…); in the order of the books."""

EXPENSES = (STAFF_PAY, TRAVEL, STATIONERY, MEETINGS, BANK_FEES, OTHER_EXPENSE)
"""What money may be spent on by hand; benefits have their own way."""

GRANTS = (PARTNER_PROFIT, CODI_START_UP, STATE_GRANT, LAO_GRANT, OTHER_AGENCIES)


def welfare_account(codi_kind: int) -> str:
    """The account of a benefit by its CODI kind 1–13; 99 for what has no kind."""
    return f"51{codi_kind:02d}"


def is_asset(account: str) -> bool:
    """Cash, bank, investments, receivables: lines without a pool."""
    return account.startswith("1")


def is_money(account: str) -> bool:
    """Cash box or bank."""
    return account == CASH or account.startswith("12")


def is_bank(account: str) -> bool:
    """One of the fund's bank accounts."""
    return account.startswith("12")


def is_source(account: str) -> bool:
    """Capital or income: where money comes from."""
    return account[:1] in {"3", "4"}


def is_welfare(account: str) -> bool:
    """Benefits paid to members."""
    return WELFARE_FIRST <= account <= WELFARE_LAST


def is_running_cost(account: str) -> bool:
    """Expenses of running the fund."""
    return account.startswith("5") and not is_welfare(account)

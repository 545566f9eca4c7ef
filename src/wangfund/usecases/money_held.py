"""What a money act gives back, and what must hold before money leaves a place or a pool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain import accounts
from wangfund.domain.errors import Finding, Refused, Values
from wangfund.domain.posting import Numbered
from wangfund.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class MoneyResult:
    """The entry, with its receipt or voucher where there is one, and what the clerk should know (warnings)."""

    entry_id: int
    receipt: Numbered | None
    voucher: Numbered | None
    findings: tuple[Finding, ...] = ()


def require_money(balances: Mapping[tuple[str, str], int], account: str, amount_satang: int) -> None:
    """A place must hold what leaves it.

    Raises:
        Refused: MONEY_SHORT with what is there and what is missing.
    """
    there = balances.get((account, ""), 0)
    if there < amount_satang:
        values: Values = {"account": account, "there_satang": there, "missing_satang": amount_satang - there}
        raise Refused("MONEY_SHORT", values)


def require_pool(balances: Mapping[tuple[str, str], int], pool: str, amount_satang: int) -> None:
    """A pool must hold what is charged to it.

    Raises:
        Refused: POOL_EMPTY with what is there and what is missing (9.11 rule 12).
    """
    there = -sum(satang for (_, of), satang in balances.items() if of == pool)
    if there < amount_satang:
        values: Values = {"pool": pool, "there_satang": there, "missing_satang": amount_satang - there}
        raise Refused("POOL_EMPTY", values)


def require_cash_limit(desk: Desk, out_of: str, amount_satang: int) -> None:
    """A cash payment above the limit goes by bank (accounting practice 5.2).

    Raises:
        Refused: CASH_LIMIT_EXCEEDED.
    """
    limit = desk.rulebook.rules.limits.cash_payment_max_satang
    if out_of == accounts.CASH and amount_satang > limit:
        raise Refused("CASH_LIMIT_EXCEEDED", {"net_satang": amount_satang, "limit_satang": limit})


def named(name: str) -> str:
    """A name that was told, without spaces around it.

    Raises:
        Refused: WHO_MISSING.
    """
    if not name.strip():
        raise Refused("WHO_MISSING")
    return name.strip()

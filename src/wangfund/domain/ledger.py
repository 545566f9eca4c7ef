"""The posting recipes: one function per business event, giving lines that balance, in satang.

Pools are cut by the rulebook's shares (9.11 rule 12); every line but an asset's carries its pool, so that
the pools always add up to cash, bank, investments and what collectors still hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from wangfund.domain import accounts
from wangfund.domain.errors import Refused
from wangfund.domain.money import split_by_percent
from wangfund.domain.posting import Line

Shares = tuple[tuple[str, int], ...]


def _debit(account: str, amount: int, pool: str | None = None) -> Line:
    return Line(account, pool, amount, 0)


def _credit(account: str, amount: int, pool: str | None = None) -> Line:
    return Line(account, pool, 0, amount)


@lru_cache(4096)
def _source(account: str, amount: int, shares: Shares) -> tuple[Line, ...]:
    return tuple(_credit(account, part, pool) for pool, part in split_by_percent(amount, shares))


@lru_cache(4096)
def money_in(into: str, account: str, amount_satang: int, shares: Shares) -> tuple[Line, ...]:
    """Money received into the cash box, a bank or a collector's receivable, from one source cut into pools."""
    return (_debit(into, amount_satang), *_source(account, amount_satang, shares))


def contribution(
    into: str, contribution_satang: int, shares: Shares, fee_satang: int = 0, fee_shares: Shares = ()
) -> tuple[Line, ...]:
    """A member's contribution, with the entry fee when she joins."""
    if not fee_satang:
        return money_in(into, accounts.MEMBER_CONTRIBUTIONS, contribution_satang, shares)
    paid = _source(accounts.MEMBER_CONTRIBUTIONS, contribution_satang, shares) if contribution_satang else ()
    fee = _source(accounts.ENTRY_FEE, fee_satang, fee_shares)
    return (_debit(into, contribution_satang + fee_satang), *paid, *fee)


def expense(out_of: str, account: str, amount_satang: int, pool: str) -> tuple[Line, ...]:
    """Money spent, charged to one pool."""
    return (_debit(account, amount_satang, pool), _credit(out_of, amount_satang))


def benefit(
    out_of: str, account: str, gross_satang: int, setoff_satang: int, pool: str, shares: Shares
) -> tuple[Line, ...]:
    """A benefit paid from its pool, arrears set off as contribution in the same entry (9.11 rule 9)."""
    lines = [_debit(account, gross_satang, pool)]
    if gross_satang > setoff_satang:
        lines.append(_credit(out_of, gross_satang - setoff_satang))
    if setoff_satang:
        lines.extend(_source(accounts.MEMBER_CONTRIBUTIONS, setoff_satang, shares))
    return tuple(lines)


def move(out_of: str, into: str, amount_satang: int) -> tuple[Line, ...]:
    """Money moved between cash box, banks, investments; or brought in by a collector."""
    return (_debit(into, amount_satang), _credit(out_of, amount_satang))


def cash_short(amount_satang: int, pool: str) -> tuple[Line, ...]:
    """Cash counted below the books: carried as a difference until explained."""
    return (_debit(accounts.CASH_DIFFERENCE, amount_satang, pool), _credit(accounts.CASH, amount_satang))


def cash_over(amount_satang: int, pool: str) -> tuple[Line, ...]:
    """Cash counted above the books: carried as a difference until explained."""
    return (_debit(accounts.CASH, amount_satang), _credit(accounts.CASH_DIFFERENCE, amount_satang, pool))


def pool_transfer(account: str, from_pool: str, to_pool: str, amount_satang: int) -> tuple[Line, ...]:
    """Money meant for one pool given to another by resolution; no cash moves."""
    return (_debit(account, amount_satang, from_pool), _credit(account, amount_satang, to_pool))


def opening(
    assets: Mapping[str, int], sources: Sequence[tuple[str, str, int]], difference_pool: str
) -> tuple[tuple[Line, ...], int]:
    """Balances brought forward: assets by account, sources as (account, pool, satang).

    Gives the lines and the difference in satang that was put to ผลต่างยกมา (above zero: assets exceed sources).
    Amounts below zero stand on the other side.
    """
    lines: list[Line] = []
    for account, amount in assets.items():
        if amount:
            lines.append(_debit(account, amount) if amount > 0 else _credit(account, -amount))
    for account, pool, amount in sources:
        if amount:
            lines.append(_credit(account, amount, pool) if amount > 0 else _debit(account, -amount, pool))
    difference = sum(line.debit_satang - line.credit_satang for line in lines)
    if difference:
        account = accounts.BROUGHT_FORWARD_DIFFERENCE
        over = difference > 0
        lines.append(
            _credit(account, difference, difference_pool)
            if over
            else _debit(account, -difference, difference_pool)
        )
    if not lines:
        raise Refused("OPENING_EMPTY")
    return tuple(lines), difference


def mirror(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines with the sides exchanged, in the same order: a reversal."""
    return tuple(Line(line.account, line.pool, line.credit_satang, line.debit_satang) for line in lines)

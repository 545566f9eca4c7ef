"""Balances brought forward: what the old books say the fund has, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Refused
from wangfund.domain.money import split_by_percent
from wangfund.domain.posting import Entry, Posting
from wangfund.store.books import Books
from wangfund.store.ledger import entries_of_kind
from wangfund.store.periods import first_period_month, last_closed
from wangfund.usecases.desk import desk_on


@dataclass(frozen=True, slots=True)
class Opening:
    """Money by place, and sources as (account, pool, satang); a pool "" is cut as the rulebook cuts that source.

    `pools` may instead state what each pool holds in all: then the difference between pools and sources is moved
    between pools without changing any source's total.
    """

    cash_satang: int = 0
    banks: Mapping[str, int] | None = None
    investments_satang: int = 0
    receivable_satang: int = 0
    sources: tuple[tuple[str, str, int], ...] = ()
    pools: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class OpeningResult:
    """The entry, and what had to be put to ผลต่างยกมา: assets − sources, in satang."""

    entry_id: int
    difference_satang: int


def bring_forward(books: Books, command: Opening, who: str = "") -> OpeningResult:
    """Post the balances brought forward on the day before the books begin; only once, before any month is closed. Writes.

    Raises:
        Refused: OPENING_EMPTY, OPENING_TWICE, OPENING_TOO_LATE, ACCOUNT_UNKNOWN, POOL_UNKNOWN, POOLS_DIFFER.
        NotFound: PLACE_UNKNOWN.
    """
    with books.write("fund.opening", who) as w:
        if last_closed(w) is not None:
            raise Refused("OPENING_TOO_LATE")
        if entries_of_kind(w, "opening"):
            raise Refused("OPENING_TWICE")
        first = first_period_month(w)
        desk = desk_on(w, first.first_day)
        pools = desk.rulebook.rules.pools
        assets: dict[str, int] = {accounts.CASH: command.cash_satang}
        for name, amount in (command.banks or {}).items():
            assets[desk.place(name)] = amount
        assets[accounts.INVESTMENTS] = command.investments_satang
        assets[accounts.COLLECTOR_RECEIVABLE] = command.receivable_satang
        sources: list[tuple[str, str, int]] = []
        for account, pool, amount in command.sources:
            if account not in accounts.CHART or accounts.is_asset(account):
                raise Refused("ACCOUNT_UNKNOWN", {"account": account})
            if pool and pool not in pools.names:
                raise Refused("POOL_UNKNOWN", {"pool": pool})
            # What was spent since founding stands on the debit side.
            signed = amount if accounts.is_source(account) else -amount
            if pool:
                sources.append((account, pool, signed))
            else:
                sources += [
                    (account, part, satang)
                    for part, satang in _cut(desk.shares(_SHARE.get(account, "")), signed)
                ]
        sources += _between_pools(sources, assets, command.pools, pools.names, pools.benefits_from)
        lines, difference = ledger.opening(assets, sources, pools.benefits_from)
        day = first.plus(-1).last_day
        (posted,) = desk.post(w, [Posting(Entry(day, "opening", lines))])
        w.facts.update(difference_satang=difference)
        w.commit()
    return OpeningResult(posted.entry_id, difference)


_SHARE = {
    accounts.MEMBER_CONTRIBUTIONS: "member_contribution",
    accounts.STATE_GRANT: "state_grant",
    accounts.CODI_START_UP: "state_grant",
    accounts.LAO_GRANT: "lao_grant",
    accounts.ENTRY_FEE: "entry_fee",
    accounts.INTEREST: "bank_interest",
}


def _cut(shares: ledger.Shares, amount: int) -> list[tuple[str, int]]:
    sign = 1 if amount >= 0 else -1
    return [(pool, sign * part) for pool, part in split_by_percent(abs(amount), shares)]


def _between_pools(
    sources: list[tuple[str, str, int]],
    assets: Mapping[str, int],
    stated: Mapping[str, int] | None,
    names: tuple[str, ...],
    rest: str,
) -> list[tuple[str, str, int]]:
    """Lines that bring the pools to what was stated, on members' contributions, adding up to nothing."""
    if stated is None:
        return []
    for pool in stated:
        if pool not in names:
            raise Refused("POOL_UNKNOWN", {"pool": pool})
    if sum(stated.values()) != sum(assets.values()):
        values = {"pools_satang": sum(stated.values()), "assets_satang": sum(assets.values())}
        raise Refused("POOLS_DIFFER", values)
    have = {pool: sum(satang for _, of, satang in sources if of == pool) for pool in names}
    # The difference brought forward falls to the rest pool, so it is counted there.
    have[rest] += sum(assets.values()) - sum(have.values())
    moves = {pool: stated.get(pool, 0) - have[pool] for pool in names}
    return [(accounts.MEMBER_CONTRIBUTIONS, pool, satang) for pool, satang in moves.items() if satang]

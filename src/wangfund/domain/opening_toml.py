"""Balances brought forward from their TOML text, amounts in baht, or refused with every fault and its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wangfund.domain.rulebook.table_reader import TableReader
from wangfund.domain.toml_faults import opened_text, refuse_faults


@dataclass(frozen=True, slots=True)
class OpeningBalances:
    """Money by place and sources as (account, pool, satang); a pool "" is cut by the rulebook.

    `pools` None: the pools follow from the sources.
    """

    cash_satang: int
    banks: Mapping[str, int]
    investments_satang: int
    receivable_satang: int
    sources: tuple[tuple[str, str, int], ...]
    pools: Mapping[str, int] | None


def parse_opening(text: str) -> OpeningBalances:
    """Opening balances: `cash`, `investments`, `receivable`, [banks], [[sources]] and, if stated, [pools].

    A source has `account`, `amount` and, where its whole money lies in one pool, `pool`.

    Raises:
        Refused: OPENING_INVALID with findings OPENING_NOT_TOML and its like (values: path, line, wanted).
    """
    top, faults = opened_text(text, "OPENING")
    opening = OpeningBalances(
        cash_satang=top.baht("cash", 0),
        banks=dict(top.moneys("banks")) if top.has("banks") else {},
        investments_satang=top.baht("investments", 0),
        receivable_satang=top.baht("receivable", 0),
        sources=_sources(top),
        pools=dict(top.moneys("pools")) if top.has("pools") else None,
    )
    top.done()
    refuse_faults(faults, "OPENING")
    return opening


def _sources(top: TableReader) -> tuple[tuple[str, str, int], ...]:
    if not top.has("sources"):
        return ()
    found = []
    for one in top.tables("sources"):
        found.append((one.text("account"), one.text("pool", ""), one.baht("amount")))
        one.done()
    return tuple(found)

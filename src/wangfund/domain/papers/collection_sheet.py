"""A village's collection sheet as printed before the round."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.papers.fund_head import FundHead
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One member, in order of house then name; months owed before the period and money in satang.

    `coverage_known` False: nobody knows through when she has paid; nothing is asked until it is known.
    """

    member_id: int
    spell_id: int
    member_no: str
    name: str
    house_no: str
    arrears_months: int
    arrears_satang: int
    current_satang: int
    credit_satang: int
    total_satang: int
    cadence: str
    coverage_known: bool = True


@dataclass(frozen=True, slots=True)
class CollectionSheet:
    """The sheet of a village for a month; `round_number` is the village's round in the fiscal year (1 = first month).

    `token` makes posting this sheet twice impossible.
    """

    head: FundHead
    month: Period
    moo: int
    village: str
    collector: str
    fiscal_year: int
    round_number: int
    token: str
    rows: tuple[SheetRow, ...]

    @property
    def total_satang(self) -> int:
        """What the whole sheet asks."""
        return sum(row.total_satang for row in self.rows)

"""The sheet of a cash count: what lay in the box piece by piece, what the books say, who counted and who saw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from wangfund.domain.papers.fund_head import FundHead, Signature
from wangfund.thai.period import Period

PIECES: Final = (100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25)
"""Notes and coins in use, in satang, from the largest."""


@dataclass(frozen=True, slots=True)
class PieceLine:
    """One kind of note or coin: its worth in satang and how many there were."""

    piece_satang: int
    pieces: int

    @property
    def satang(self) -> int:
        """What they make."""
        return self.piece_satang * self.pieces


@dataclass(frozen=True, slots=True)
class CashCountPaper:
    """A count of the cash box, money in satang; `counted_at` as 'HH.MM', "" when nobody noted it.

    The books: brought forward, received, paid, put into banks, taken out of them, what moved after the month's end up
    to the day counted (`after_satang`), and what there should be. `limit_satang` 0: the rules set none.
    """

    head: FundHead
    month: Period
    counted_on: date
    counted_at: str
    lines: tuple[PieceLine, ...]
    opening_satang: int
    received_satang: int
    paid_satang: int
    put_in_banks_satang: int
    taken_from_banks_satang: int
    after_satang: int
    expected_satang: int
    limit_satang: int
    counter: Signature
    witness: Signature

    @property
    def counted_satang(self) -> int:
        """What was counted."""
        return sum(line.satang for line in self.lines)

    @property
    def difference_satang(self) -> int:
        """Counted − recorded: above zero there is too much, below zero some is missing."""
        return self.counted_satang - self.expected_satang

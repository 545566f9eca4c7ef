"""A receipt as printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.posting import ReceiptLine
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """One receipt; `copy` 0 is the original, n the n-th copy; member facts are "" / 0 where the payer is no member.

    `paid_through` is the last covered month after this money, None where it covers none.
    `check_code` is the first letters of the receipt's digest: it tells a forged paper from ours.
    """

    head: FundHead
    fiscal_year: int
    number: int
    book: int
    leaf: int
    date: date
    payer: str
    member_no: str
    house_no: str
    moo: int
    village: str
    lines: tuple[ReceiptLine, ...]
    amount_satang: int
    paid_through: Period | None
    check_code: str
    receiver: str
    receiver_role: str
    voided: bool
    void_reason: str
    copy: int = 0
    row_id: int = 0

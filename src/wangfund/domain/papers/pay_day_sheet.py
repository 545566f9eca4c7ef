"""The sheet a pay day is signed on: one line for each who is paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.papers.fund_head import FundHead, Signature


@dataclass(frozen=True, slots=True)
class PayDayLine:
    """One who is paid: satang given, kept back for contributions owed, handed over; `voucher` "" before it is paid."""

    member_no: str
    name: str
    moo: int
    house_no: str
    gross_satang: int
    setoff_satang: int
    net_satang: int
    voucher: str = ""


@dataclass(frozen=True, slots=True)
class PayDaySheet:
    """Lines by village, house and number; `set_aside` are (member number, name, reason) of those not paid."""

    head: FundHead
    benefit: str
    clause: str
    day: date
    lines: tuple[PayDayLine, ...]
    set_aside: tuple[tuple[str, str, str], ...]
    resolution: str
    signatures: tuple[Signature, ...]

    @property
    def net_satang(self) -> int:
        """What is handed over in all."""
        return sum(line.net_satang for line in self.lines)

    @property
    def gross_satang(self) -> int:
        """What is given in all."""
        return sum(line.gross_satang for line in self.lines)

"""Which paper exactly: one frozen answer, so that a late preview can be told from the one that is wanted now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from wangfund.thai.dates import be_year, long_month, short_date
from wangfund.thai.period import Period
from wangfund.ui.reports.kinds import BY_CODE, ReportKind

EVERY: Final = 0
"""In place of a village: all of them. In place of one receipt or voucher: all of the choice."""

NEWEST: Final = -1
"""In place of one receipt: the newest there is."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper by its kind and what that kind asks for; what it does not ask for is empty.

    `number` is the number on the one receipt or voucher that is wanted, "" for all.
    """

    code: str
    month: Period | None = None
    moo: int | None = None
    member_no: str = ""
    day: date | None = None
    row_id: int = EVERY
    number: str = ""

    @property
    def kind(self) -> ReportKind:
        """The kind of paper."""
        return BY_CODE[self.code]

    @property
    def name(self) -> str:
        """A name for its file, without an ending: 'ใบเก็บเงินประจำหมู่บ้าน 2569-09 หมู่ 4'. It sorts by time."""
        parts = [self.kind.name.removesuffix(" (Excel)")]
        if self.month is not None:
            parts.append(f"{self.month.be_year}-{self.month.month:02d}")
        if self.day is not None:
            parts.append(f"{be_year(self.day)}-{self.day.month:02d}-{self.day.day:02d}")
        return " ".join([*parts, *self._which])

    @property
    def heading(self) -> str:
        """What stands over it on the screen: 'ใบเก็บเงินประจำหมู่บ้าน กันยายน 2569 หมู่ 4'."""
        parts = [self.kind.name]
        if self.month is not None:
            parts.append(long_month(self.month))
        if self.day is not None:
            parts.append(short_date(self.day))
        return " ".join([*parts, *self._which])

    @property
    def _which(self) -> list[str]:
        parts = []
        if self.moo is not None:
            parts.append(f"หมู่ {self.moo}" if self.moo else "ทุกหมู่บ้าน")
        if self.member_no:
            parts.append(f"สมาชิก {self.member_no}")
        if self.number:
            parts.append(self.number)
        return parts

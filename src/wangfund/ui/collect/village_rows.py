"""The list of villages of a month: who is back, who is not, in columns and marks."""

from __future__ import annotations

from collections.abc import Callable

from wangfund.thai.dates import long_month
from wangfund.thai.money_text import format_baht
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.rows_model import Column
from wangfund.ui.words import DASH, baht, day_month
from wangfund.usecases.rounds_of_month import MonthRounds, VillageLine

Half = Callable[[VillageLine], bool]
"""Whether a village's sheet is half typed."""


def village_mark(line: VillageLine, *, half: bool) -> Mark:
    """Where a village's sheet is now."""
    if half:
        return Mark("pencil", "พิมพ์ค้างไว้", "warn")
    if not line.members and not line.times:
        return Mark("minus", "ไม่มีสมาชิก", "ink2", filled=False)
    if line.times:
        if line.over_satang < 0:
            return Mark("triangle-alert", f"ขาด {baht(-line.over_satang)}", "warn")
        if line.over_satang > 0:
            return Mark("scale", f"เกิน {baht(line.over_satang)}", "warn")
        day = f" {day_month(line.returned_on)}" if line.returned_on is not None else ""
        return Mark("circle-check", f"ส่งแล้ว{day}", "ok", filled=False)
    if line.printed:
        return Mark("clock", "รอเงินกลับมา", "pri")
    return Mark("circle-dashed", "ยังไม่พิมพ์ใบ", "ink2", filled=False)


def village_columns(half: Half, *, roomy: bool) -> tuple[Column[VillageLine], ...]:
    """The columns; where there is little room the collector is told at the sheet only."""

    def mark(line: VillageLine) -> Mark:
        return village_mark(line, half=half(line))

    who: Column[VillageLine] = Column("ผู้เก็บ", lambda v: v.collector or DASH)
    name: Column[VillageLine] = Column(
        "หมู่บ้าน", lambda v: v.name, 172 if roomy else 0, second=lambda v: f"{v.members:,} คน"
    )
    return (
        Column("หมู่", lambda v: str(v.moo), 56, right=True, strong=True),
        name,
        *((who,) if roomy else ()),
        Column("ยังต้องเก็บ", lambda v: _money(v.due_satang), 104, right=True),
        Column("เก็บได้แล้ว", lambda v: _money(v.received_satang), 104, right=True, strong=True),
        Column("ใบเก็บเงิน", lambda v: mark(v).words, 148, mark=mark),
    )


def totals(rounds: MonthRounds) -> tuple[str, str, str]:
    """The foot of the list: how many villages are back, what is still to be collected, what came."""
    asked = sum(v.due_satang for v in rounds.villages)
    came = sum(v.received_satang for v in rounds.villages)
    return f"กลับมาแล้ว {rounds.returned} จาก {len(rounds.villages)} หมู่", format_baht(asked), format_baht(came)


def facts(rounds: MonthRounds) -> str:
    """The quiet line of the head."""
    left = len(rounds.villages) - rounds.returned
    month = long_month(rounds.month)
    return f"รอบเดือน{month} · รออีก {left} หมู่บ้าน" if left else f"รอบเดือน{month} · กลับมาครบทุกหมู่บ้าน"


def _money(satang: int) -> str:
    return format_baht(satang) if satang else DASH

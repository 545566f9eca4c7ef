"""What the status bar says, worked out without a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from wangfund.thai.dates import short_date, table_date

_BANGKOK: Final = timezone(timedelta(hours=7))
_WORKING_DAY: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class BackupAge:
    """How old the last verified backup is, in words, shorter words, and its look."""

    words: str
    short: str
    tone: str
    icon: str


def bangkok(at_utc: str) -> datetime | None:
    """An instant written in ISO, as the clock on the wall says it; None when it is none."""
    try:
        return datetime.fromisoformat(at_utc).astimezone(_BANGKOK)
    except ValueError:
        return None


def when_words(at: datetime, now: datetime) -> str:
    """When something was, near days by name: 'วันนี้ 08.12 น.', '5 พ.ย. 2569 16.30 น.'. Both are UTC."""
    here, there = now.astimezone(_BANGKOK), at.astimezone(_BANGKOK)
    days = (here.date() - there.date()).days
    clock = f"{there:%H.%M} น."
    if days == 0:
        return f"วันนี้ {clock}"
    return f"เมื่อวาน {clock}" if days == 1 else f"{short_date(there.date())} {clock}"


def backup_age(last: datetime | None, now: datetime, *, unsaved: bool = False) -> BackupAge:
    """Green on the day it was made, turmeric once work was done since, red after a day. `now` and `last` are UTC."""
    if last is None:
        return BackupAge("ยังไม่เคยสำรองข้อมูล", "ยังไม่เคยสำรอง", "bad", "circle-alert")
    here, there = now.astimezone(_BANGKOK), last.astimezone(_BANGKOK)
    days = (here.date() - there.date()).days
    at = f"{there:%H.%M} น."
    if days <= 0:
        when = f"วันนี้ {at}"
    elif days == 1:
        when = f"เมื่อวาน {at}"
    else:
        when = f"{short_date(there.date())} ({days:,} วันก่อน)"
    short = when if days <= 1 else table_date(there.date())
    if now - last > _WORKING_DAY:
        return BackupAge(f"สำรองครั้งล่าสุด {when}", f"สำรอง {short}", "bad", "circle-alert")
    if unsaved:
        return BackupAge(f"มีงานใหม่หลังสำรอง {when}", f"สำรอง {short}", "warn", "triangle-alert")
    return BackupAge(f"สำรองข้อมูลแล้ว ตรวจแล้ว {when}", f"สำรองแล้ว {short}", "ok", "shield-check")

"""What the page of benefits paid before the program knows, and its words. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import Final

from wangfund.domain.errors import Severity
from wangfund.domain.past.told import PastReading
from wangfund.text.messages import say_finding
from wangfund.thai.dates import short_date
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.words import DASH, baht
from wangfund.usecases.judge_past import PastRow
from wangfund.usecases.past_batches import PastBatch
from wangfund.usecases.record_past_benefits import PastPreview

HELP: Final = (
    "สวัสดิการที่กองทุนจ่ายไปแล้ว ก่อนเริ่มใช้โปรแกรม ใช้นับเพดานและกันจ่ายซ้ำ ไม่มีเงินเข้าออกในบัญชี",
    "กด Ctrl O เลือกไฟล์ Excel ที่มีหัวคอลัมน์ เลขที่สมาชิก เรื่อง วันที่หรือปี จำนวนเงิน คืน เหตุ หมายเหตุ",
    "โปรแกรมให้ดูทุกแถวก่อน แถวที่ผิดบอกเหตุ แก้ในไฟล์แล้วกด F5 เพื่ออ่านอีกครั้ง กด F12 ดูเฉพาะที่ต้องดู",
    "กด F9 บันทึกทั้งหมด ถ้ายังมีแถวผิดจะไม่เข้าเลยสักแถว",
    "กด F2 บันทึกทีละรายการ หรือที่หน้าสมาชิก กด F10 ที่สมาชิกคนนั้น",
    "กด Ctrl Z ถอนครั้งที่เลือก ตราบที่ยังไม่มีมติใดนับไปแล้ว",
)
READ_ONLY: Final = "เปิดดูอย่างเดียว จึงบันทึกหรือถอนไม่ได้"
"""Why nothing can be recorded or taken back in a fund that may only be read."""

_BANGKOK: Final = timezone(timedelta(hours=7))
_GOOD: Final = Mark("circle-check", "พร้อม", "ok", filled=False)
_LOOK: Final = Mark("triangle-alert", "ควรดู", "warn", filled=False)
_WRONG: Final = Mark("circle-alert", "ต้องแก้", "bad", filled=False)
_CAN: Final = Mark("undo-2", "ถอนได้", "pri", filled=False)
_CANNOT: Final = Mark("lock", "ถอนไม่ได้", "ink2", filled=False)
_UNDONE: Final = Mark("circle-x", "ถอนแล้ว", "ink2", filled=False)


@dataclass(frozen=True, slots=True)
class PastList:
    """A list as read from a file, and beside the fund."""

    path: str
    file_name: str
    sha256: str
    reading: PastReading
    preview: PastPreview


@dataclass(slots=True)
class PastState:
    """Lives as long as the fund is open. `listed` None: nothing is looked at."""

    batches: tuple[PastBatch, ...] = ()
    chosen: int | None = None
    listed: PastList | None = None
    only_problems: bool = False
    came_from: str = "import"

    @property
    def rows(self) -> tuple[PastRow, ...]:
        """The rows shown."""
        if self.listed is None:
            return ()
        rows = self.listed.preview.rows
        return tuple(row for row in rows if row.findings) if self.only_problems else rows


def why_not_record(listed: PastList | None, *, readonly: bool) -> str:
    """Why the list cannot come in, "" when it can."""
    if readonly:
        return READ_ONLY
    if listed is None:
        return ""
    for finding in listed.preview.findings:
        return say_finding(finding).message
    if not listed.preview.rows:
        return "ในไฟล์มีแต่หัวตาราง ไม่มีรายการ"
    wrong = listed.preview.wrong
    return f"ยังมี {wrong:,} แถวที่ต้องแก้ในไฟล์ จึงยังบันทึกไม่ได้สักแถว" if wrong else ""


def why_not_undo(batch: PastBatch | None, *, readonly: bool) -> str:
    """Why a batch cannot be taken back, "" when it can."""
    if readonly:
        return READ_ONLY
    if batch is None:
        return "ยังไม่มีรายการให้ถอน"
    if batch.undone:
        return "ถอนไปแล้ว"
    return f"มีมติ {batch.decisions:,} เรื่องหลังจากนั้นที่อาจนับรายการเหล่านี้" if batch.decisions else ""


def list_facts(listed: PastList, *, short: bool = False) -> str:
    """The quiet line of the head: the file, how many rows, what they come to."""
    preview = listed.preview
    many = len(preview.rows)
    ready = f"พร้อม {many - preview.wrong:,} จาก " if preview.wrong else ""
    words = f"{ready}{many:,} แถว รวม {baht(preview.gross_satang)} บาท"
    return words if short else f"{listed.file_name} · {words}"


def row_mark(row: PastRow) -> Mark:
    """Whether a row may come in."""
    if row.wrong:
        return _WRONG
    return _LOOK if any(finding.severity is Severity.WARNING for finding in row.findings) else _GOOD


def row_place(row: PastRow, *, sheets: int = 1) -> str:
    """The row of the file."""
    return f"{row.told.row:,}" if sheets < 2 else f"{row.told.sheet} {row.told.row:,}"


def row_when(row: PastRow) -> str:
    """The day of the event, or its year alone."""
    told = row.told
    if told.event is not None:
        return short_date(told.event)
    return f"ปี {told.year + 543}" if told.year is not None else DASH


def row_member(row: PastRow) -> str:
    """Whose it was."""
    return f"{row.told.member_no} {row.member_name}".strip()


def row_what(row: PastRow) -> str:
    """What it was paid for and when, in a line."""
    return f"{row_benefit(row)} · {row_when(row)}"


def row_benefit(row: PastRow) -> str:
    """What it was paid for."""
    return row.told.benefit if row.benefit is None else row.benefit.name


def row_amount(row: PastRow) -> str:
    """How much."""
    return DASH if row.told.gross_satang is None else baht(row.told.gross_satang)


def row_units(row: PastRow) -> str:
    """How many nights or other units."""
    return DASH if row.told.units is None else f"{row.told.units:,}"


def row_lines(row: PastRow) -> tuple[str, ...]:
    """Every finding of a row, whole."""
    return tuple(say_finding(finding).line for finding in row.findings)


def first_words(row: PastRow) -> str:
    """The gravest finding, in a line."""
    ordered = sorted(row.findings, key=lambda finding: finding.severity is not Severity.ERROR)
    return say_finding(ordered[0]).message if ordered else ""


def batch_day(batch: PastBatch) -> str:
    """The Thai day on which it came in."""
    return short_date(batch.at.astimezone(_BANGKOK).date())


def batch_from(batch: PastBatch) -> str:
    """Its file, or that it was keyed."""
    return batch.file_name or "บันทึกเอง"


def batch_mark(batch: PastBatch) -> Mark:
    """Whether it can be taken back."""
    return _UNDONE if batch.undone else _CANNOT if batch.decisions else _CAN


def marked(batches: Sequence[PastBatch], chosen: int | None) -> PastBatch | None:
    """The batch under the mark, the last where none is."""
    return next((one for one in batches if one.id == chosen), next(iter(batches), None))

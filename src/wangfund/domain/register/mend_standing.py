"""Whether a member still is one, out of a status column, a date column or a remark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import Severity
from wangfund.domain.register.grid import Cell
from wangfund.domain.register.member import STATUS_DIED, STATUS_ENDED, STATUS_NORMAL, STATUS_RESIGNED
from wangfund.domain.register.mend_date import mend_left_on
from wangfund.domain.register.mended import Mended, Remark, cell_text, error, is_nothing

_WORDS: tuple[tuple[str, str], ...] = (
    ("เสียชีวิต", STATUS_DIED),
    ("ถึงแก่กรรม", STATUS_DIED),
    ("มรณภาพ", STATUS_DIED),
    ("มรณะ", STATUS_DIED),
    ("ตาย", STATUS_DIED),
    ("ขอลาออก", STATUS_RESIGNED),
    ("ลาออก", STATUS_RESIGNED),
    ("พ้นสมาชิกภาพ", STATUS_ENDED),
    ("พ้นสภาพ", STATUS_ENDED),
    ("สิ้นสภาพ", STATUS_ENDED),
    ("ขาดสมาชิกภาพ", STATUS_ENDED),
    ("ขาดส่ง", STATUS_ENDED),
    ("คัดชื่อออก", STATUS_ENDED),
    ("จำหน่าย", STATUS_ENDED),
    ("ให้ออก", STATUS_ENDED),
)
_NORMAL = frozenset(
    {"ปกติ", "คงสภาพ", "คงอยู่", "เป็นสมาชิก", "สมาชิก", "ใช้งาน", "ยังเป็นสมาชิก", "active", "/", "✓", "✔"}
)
_LEAD = re.compile(r"^(?:เป็นสมาชิกแล้ว|สมาชิก|ได้)?\s*")
_JOINING_WORDS = re.compile(r"^(?:แล้ว|เมื่อวันที่|เมื่อ|วันที่|\(|:|-|–|ณ|,|\.)+\s*")


@dataclass(frozen=True, slots=True)
class StandingCells:
    """The cells that may speak of a member's standing; `left_heading` is the date column's own heading."""

    status: Cell = None
    left_on: Cell = None
    note: Cell = None
    left_heading: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Status and day of leaving; `remarks` name the field they are about."""

    status: str | None
    left_on: date | None
    remarks: tuple[tuple[str, Remark], ...] = ()


def mend_standing(cells: StandingCells, today: date) -> Standing:
    """Standing of one member: the status column first, else the date column, else how the remark begins.

    A member who left needs a day, else the row waits: nobody could say until when months were owed. A
    remark that only mentions a death ('สามีเสียชีวิต') changes nothing and is pointed out.
    """
    status = _status(cells.status)
    day: Mended[date] = mend_left_on(cells.left_on, today)
    field_of_day = "left_on"
    remarks: list[tuple[str, Remark]] = [("status", remark) for remark in status.remarks]
    said, rest = _beginning(cell_text(cells.note))
    value = status.value
    if said is not None and value in {None, STATUS_NORMAL, said} and not status.remarks:
        if value == STATUS_NORMAL:
            remarks.append(("status", Remark("STATUS_AND_NOTE_DISAGREE")))
        value = said
        if day.value is None and not day.remarks and rest:
            day, field_of_day = mend_left_on(rest, today), "note"
    elif said is None and any(word in cell_text(cells.note) for word, _ in _WORDS[:7]):
        remarks.append(("note", Remark("NOTE_MENTIONS_LEAVING", Severity.WARNING)))
    remarks.extend((field_of_day, remark) for remark in day.remarks)
    if value is None and not status.remarks:
        value = _by_heading(cells.left_heading) if day.value is not None or day.remarks else STATUS_NORMAL
    if value == STATUS_NORMAL and day.value is not None:
        remarks.append(("status", Remark("STATUS_AND_DATE_DISAGREE")))
    if value in {STATUS_DIED, STATUS_RESIGNED, STATUS_ENDED} and day.value is None and not day.remarks:
        remarks.append(("left_on", Remark("LEFT_DATE_MISSING")))
    return Standing(value, day.value, tuple(remarks))


def _status(cell: Cell) -> Mended[str]:
    text = cell_text(cell).strip(" .")
    if is_nothing(text):
        return Mended()
    if text.lower() in _NORMAL:
        return Mended(STATUS_NORMAL)
    said, _ = _beginning(text)
    return Mended(said) if said is not None else error("STATUS_UNKNOWN")


def _beginning(text: str) -> tuple[str | None, str]:
    """The standing a text begins with and what follows it."""
    bare = _LEAD.sub("", text, count=1)
    for word, status in _WORDS:
        if bare.startswith(word):
            rest = bare[len(word) :].strip()
            return status, _JOINING_WORDS.sub("", rest).strip(" )")
    return None, ""


def _by_heading(heading: str) -> str:
    return next((status for word, status in _WORDS if word in heading), STATUS_ENDED)

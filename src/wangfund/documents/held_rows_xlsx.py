"""The rows of a register that were not taken in, with their reasons: a small workbook to carry to the villages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from wangfund.documents.workbook.list_sheet import Column, write_list
from wangfund.documents.workbook.looks import Look
from wangfund.documents.workbook.workbook import Book
from wangfund.text.workbook_words import STATEMENT
from wangfund.thai.dates import short_date

_TITLE: Final = "รายชื่อที่พักไว้ ยังไม่ได้นำเข้า"
_HEADS: Final = ("แผ่นงาน", "แถว", "ชื่อ–สกุล", "ช่อง", "ในไฟล์เขียนว่า", "เหตุที่พักไว้ และสิ่งที่ต้องทำ", "แก้เป็น")
_WARNING: Final = "มีข้อมูลส่วนบุคคล ห้ามติดประกาศ"


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One reason of one row: where it stands in the register's file, whose it is, which cell, what and why."""

    sheet: str
    row: int
    name: str
    cell: str
    written: str
    why: str


def write_held_rows(lines: Sequence[HeldLine], fund: str, file_name: str, path: Path, made_on: date) -> None:
    """Write the workbook; the last column is empty, for a hand to write in.

    Raises:
        OSError: the disk refused.
    """
    book = Book(_TITLE, fund, made_on)
    sheet = book.sheet("พักไว้")
    sheet.row([fund], Look.FUND)
    sheet.row([_TITLE], Look.TITLE)
    people = len({(line.sheet, line.row) for line in lines})
    sheet.row([f"จากไฟล์ {file_name} · {people} คน"], Look.NOTE)
    write_list(
        sheet,
        [Column(head) for head in _HEADS],
        [(line.sheet, line.row, line.name, line.cell, line.written, line.why, None) for line in lines],
    )
    sheet.finish(landscape=True, warning=_WARNING, made=STATEMENT["made"].format(day=short_date(made_on)))
    book.save(path)

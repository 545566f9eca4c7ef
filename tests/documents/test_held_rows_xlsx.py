"""The workbook of rows on hold: what stands in it, and that nothing a person wrote can become a formula."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from wangfund.documents.held_rows_xlsx import HeldLine, write_held_rows

DAY = date(2026, 11, 5)
LINES = [
    HeldLine("Sheet1", 20, "นายประเสริฐ ศรีสุข", "วันเกิด", "31/4/2536", "ไม่มีวันที่ «31/4/2536» ในปฏิทิน"),
    HeldLine("Sheet1", 20, "นายประเสริฐ ศรีสุข", "เลขบัตร", "=1+1", "<b>\x07"),
    HeldLine("Sheet1", 24, "x" * 10_000, "วันเกิด", "", "ว่าง"),
]


def test_held_rows_when_written_then_each_reason_stands_in_its_row(tmp_path: Path) -> None:
    path = tmp_path / "พักไว้.xlsx"
    write_held_rows(LINES, "กองทุนทดสอบ", "ทะเบียน.xlsx", path, DAY)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2][0] == "จากไฟล์ ทะเบียน.xlsx · 2 คน"
    assert rows[4][:6] == ("Sheet1", 20, "นายประเสริฐ ศรีสุข", "วันเกิด", "31/4/2536", "ไม่มีวันที่ «31/4/2536» ในปฏิทิน")
    assert sheet["E6"].data_type == "s"
    assert sheet["E6"].value == "=1+1"
    assert len(str(rows[6][2])) <= 2_000


def test_held_rows_when_none_then_the_list_says_so(tmp_path: Path) -> None:
    write_held_rows([], "กองทุนทดสอบ", "ทะเบียน.xlsx", tmp_path / "a.xlsx", DAY)
    write_held_rows([], "กองทุนทดสอบ", "ทะเบียน.xlsx", tmp_path / "b.xlsx", DAY)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()

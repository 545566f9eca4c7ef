"""`past`: benefits paid before the program, from a spreadsheet or keyed one by one; previewed, taken in, or taken back."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from pathlib import Path
from typing import Any

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.findings import complaint, finding_data, finding_line
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import CannotOpen, Session
from wangfund.domain.errors import Refused, Severity
from wangfund.domain.past.read_past import MOST_UNITS
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.store.books import Books
from wangfund.usecases.judge_past import PastRow
from wangfund.usecases.record_past_benefits import (
    PastPreview,
    PastRecorded,
    RecordPastBenefits,
    keyed,
    preview_past_benefits,
    read_past_sheets,
    record_past_benefits,
    undo_past_benefits,
)

_MOST = 10**9 - 1
_MOST_SAID = 20


def past_options(parser: CommandParser) -> None:
    """The options of `past`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add(
        "book", metavar="BOOK.xlsx", type=Path, nargs="?",
        help="ตารางที่มีหัว เลขที่สมาชิก เรื่อง วันที่ (หรือ ปี) จำนวนเงิน คืน เหตุ หมายเหตุ",
    )  # fmt: skip
    parser.add("--preview", action="store_true", help="ดูก่อน ไม่เปลี่ยนอะไร")
    parser.add("--commit", action="store_true", help="บันทึก ทั้งหมดหรือไม่เลย")
    parser.add(
        "--undo", metavar="BATCH", type=values.whole(1, _MOST), help="ถอนการบันทึกครั้งที่ ถ้ายังไม่มีมติใดนับไปแล้ว"
    )
    parser.add("--member", metavar="NO", type=values.member_no, help="เลขที่สมาชิก (บันทึกทีละรายการ)")
    parser.add("--benefit", metavar="CODE", help="รหัสหรือชื่อสวัสดิการตามระเบียบ")
    parser.add("--event", metavar="DATE", type=values.day, help="วันที่ของเหตุ")
    parser.add("--year", metavar="Y", type=values.year, help="ปีของเหตุ เมื่อไม่ทราบวัน")
    parser.add("--amount", metavar="BAHT", type=values.baht, help="จำนวนเงินที่จ่ายไปแล้ว")
    parser.add("--units", metavar="N", type=values.whole(0, MOST_UNITS), help="จำนวนคืนหรือหน่วย")
    parser.add("--key", metavar="เหตุ", default="", help="สิ่งที่บอกว่าเป็นเหตุใด เช่น ชื่อเด็ก หรือ TRAD|ORDAIN")
    parser.add("--note", metavar="หมายเหตุ", default="", help="หมายเหตุ")


def past(told: Namespace, session: Session) -> Answer:
    """Preview, take in or take back. Writes unless previewing; a row keyed without --preview is written."""
    if told.undo is not None:
        if told.preview or told.commit or told.book is not None or told.member is not None:
            raise WrongUsage("--undo ใช้ตามลำพัง")
        with session.writing(told.file) as books:
            removed = undo_past_benefits(books, told.undo)
        data = {"batch": told.undo, "removed": removed}
        return Answer(data, [f"ถอนการบันทึกครั้งที่ {told.undo} แล้ว {removed:,} รายการ"])
    if told.member is None and told.preview == told.commit:
        raise WrongUsage("ต้องบอกอย่างหนึ่งใน --preview --commit --undo")
    if (told.member is None) == (told.book is None):
        raise WrongUsage("ต้องบอก BOOK.xlsx หรือ --member อย่างหนึ่ง")
    if told.preview:
        with session.reading(told.file) as books:
            return _previewed(preview_past_benefits(books, _reading(told, books)))
    with session.writing(told.file) as books:
        name, sha256 = "", ""
        if told.book is not None:
            name, sha256 = told.book.name, hashlib.sha256(_bytes(told.book)).hexdigest()
        done = record_past_benefits(books, RecordPastBenefits(_reading(told, books), name, sha256))
    return _recorded(done)


def _reading(told: Namespace, books: Books) -> PastReading:
    if told.book is None:
        missing = [name for name in ("benefit", "amount") if getattr(told, name) is None]
        if told.event is None and told.year is None:
            missing.append("event")
        if missing:
            raise WrongUsage("ยังไม่ได้บอก " + " ".join(f"--{name}" for name in missing))
        if told.event is not None and told.year not in {None, told.event.year}:
            raise WrongUsage("--year ไม่ตรงกับ --event")
        year = told.year if told.event is None else told.event.year
        return keyed(
            PastTold(
                told.member, told.benefit, told.event, year, told.amount, told.units, told.key.strip(), told.note.strip()
            )
        )  # fmt: skip
    from wangfund.documents.sheet_grid import read_sheets

    try:
        sheets = read_sheets(told.book)
    except Refused as refused:
        raise CannotOpen(refused) from refused
    return read_past_sheets(books, sheets)


def _bytes(book: Path) -> bytes:
    try:
        return book.read_bytes()
    except OSError as error:
        raise CannotOpen(Refused("FILE_MISSING")) from error


def _previewed(preview: PastPreview) -> Answer:
    data: dict[str, Any] = {
        "rows": [_row_data(row) for row in preview.rows],
        "wrong": preview.wrong,
        "gross_satang": preview.gross_satang,
        "findings": [finding_data(finding) for finding in preview.findings],
    }
    lines = [f"สวัสดิการที่จ่ายก่อนใช้โปรแกรม {len(preview.rows):,} รายการ รวม {money(preview.gross_satang)}"]
    lines += [line for row in preview.rows[:_MOST_SAID] if not row.wrong for line in _row_lines(row)]
    wrong = [row for row in preview.rows if row.wrong]
    lines += [line for row in wrong[:_MOST_SAID] for line in _row_lines(row)]
    if len(preview.rows) > _MOST_SAID:
        lines.append(f"ทั้งหมด {len(preview.rows):,} แถว ต้องแก้ {len(wrong):,} แถว (ดูครบด้วย --json)")
    lines.append("ยังไม่ได้เปลี่ยนอะไรในกองทุน")
    faults = [*preview.findings]
    faults += [f for row in wrong for f in row.findings if f.severity is Severity.ERROR]
    return Answer(data, lines, [complaint(fault) for fault in faults[:_MOST_SAID]])


def _row_data(row: PastRow) -> dict[str, Any]:
    told = row.told
    return {
        "sheet": told.sheet,
        "row": told.row,
        "member_no": told.member_no,
        "benefit": told.benefit if row.benefit is None else row.benefit.code,
        "event": told.event,
        "year": told.year,
        "gross_satang": told.gross_satang,
        "units": told.units,
        "once_key": None if row.entry is None else row.entry.once_key,
        "findings": [finding_data(finding) for finding in row.findings],
    }


def _row_lines(row: PastRow) -> list[str]:
    where = f"แถว {row.told.row}" if row.told.row else "รายการนี้"
    name = row.told.benefit if row.benefit is None else row.benefit.name
    amount = "–" if row.told.gross_satang is None else money(row.told.gross_satang)
    head = f"{where} เลขที่ {row.told.member_no} {row.member_name} {name} {amount}"
    return [" ".join(head.split()), *map(finding_line, row.findings)]


def _recorded(done: PastRecorded) -> Answer:
    data = {"batch": done.batch, "rows": done.rows, "gross_satang": done.gross_satang}
    line = f"บันทึกแล้ว {done.rows:,} รายการ รวม {money(done.gross_satang)} เป็นครั้งที่ {done.batch} (ถอนได้ด้วย --undo {done.batch})"
    return Answer(data, [line, "นับในเพดานและกันจ่ายซ้ำแล้ว ไม่มีเงินเข้าออกในบัญชี"])

"""`import`: a register or a year's matrix from a spreadsheet, previewed, taken in, or taken back."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from wangfund.cli import values
from wangfund.cli.answer import Answer, baht_number
from wangfund.cli.findings import complaint, finding_data, finding_line
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import CannotOpen, Session
from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.domain.register.grid import Sheet
from wangfund.domain.register.matrix import MatrixReading
from wangfund.domain.register.plan import Action
from wangfund.text.terms import IMPORT_ACTIONS
from wangfund.usecases.import_contributions import (
    ImportContributions,
    import_contributions,
    preview_contributions,
)
from wangfund.usecases.import_register import (
    Imported,
    ImportRegister,
    RegisterPreview,
    import_register,
    preview_register,
)
from wangfund.usecases.undo_import import undo_import

_MOST = 10**9 - 1
_MOST_HELD_SAID = 20


def import_file_options(parser: CommandParser) -> None:
    """The options of `import`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("book", metavar="REGISTER.xlsx", type=Path, nargs="?", help="ไฟล์ทะเบียนหรือตารางเงินสมทบ")
    parser.add("--preview", action="store_true", help="ดูก่อน ไม่เปลี่ยนอะไร")
    parser.add("--commit", action="store_true", help="นำเข้า ทั้งหมดหรือไม่เลย แถวที่รอตรวจไม่นำเข้า")
    parser.add("--undo", metavar="BATCH", type=values.whole(1, _MOST), help="ถอนการนำเข้าครั้งที่")
    parser.add("--paid-through", metavar="P", type=values.month, help="ทุกคนชำระแล้วถึงเดือนใด (ไม่บอก: ยังไม่ทราบ)")
    parser.add("--contributions", action="store_true", help="เป็นตารางเงินสมทบรายเดือนของปีหนึ่ง")
    parser.add("--year", metavar="Y", type=values.year, help="ปีของตารางเงินสมทบ")


def import_file(told: Namespace, session: Session) -> Answer:
    """Preview, take in or take back. Writes unless previewing."""
    if sum([told.preview, told.commit, told.undo is not None]) != 1:
        raise WrongUsage("ต้องบอกอย่างหนึ่งใน --preview --commit --undo")
    if told.undo is not None:
        return _undo(told, session)
    if told.book is None:
        raise WrongUsage("ยังไม่ได้บอก REGISTER.xlsx")
    if told.contributions and told.year is None:
        raise WrongUsage("--contributions ต้องมี --year")
    if told.contributions and told.paid_through is not None:
        raise WrongUsage("--paid-through ใช้กับทะเบียนสมาชิกเท่านั้น")
    if told.contributions:
        return _contributions(told, session)
    return _register(told, session)


def _register(told: Namespace, session: Session) -> Answer:
    if told.preview:
        with session.reading(told.file) as books:
            preview = preview_register(books, _sheets(told.book))
        return Answer(_preview_data(preview), _preview_lines(preview), _faults(preview.reading.findings))
    with session.writing(told.file) as books:
        sheets = _sheets(told.book)
        preview = preview_register(books, sheets)
        _refuse_unreadable(preview.reading.findings)
        command = ImportRegister(sheets, told.book.name, _sha256(told.book), told.paid_through)
        done = import_register(books, command)
    return _imported(done)


def _contributions(told: Namespace, session: Session) -> Answer:
    if told.preview:
        with session.reading(told.file) as books:
            reading = preview_contributions(books, _sheets(told.book), told.year)
        lines = [f"ตารางเงินสมทบ {len(reading.rows):,} แถว"]
        held = [row for row in reading.rows if row.on_hold]
        for row in held[:_MOST_HELD_SAID]:
            lines += [f"แถว {row.row} {row.name}", *map(finding_line, row.findings)]
        return Answer(_matrix_data(reading), lines, _faults(reading.findings))
    with session.writing(told.file) as books:
        sheets = _sheets(told.book)
        _refuse_unreadable(preview_contributions(books, sheets, told.year).findings)
        command = ImportContributions(sheets, told.book.name, _sha256(told.book), told.year)
        done = import_contributions(books, command)
    return _imported(done)


def _undo(told: Namespace, session: Session) -> Answer:
    with session.writing(told.file) as books:
        done = undo_import(books, told.undo)
    data = {"batch": told.undo, "removed": done.removed, "restored": done.restored}
    line = f"ถอนการนำเข้าครั้งที่ {told.undo} แล้ว นำออก {done.removed:,} คน คืนค่าเดิม {done.restored:,} คน"
    return Answer(data, [line])


def _sheets(book: Path) -> tuple[Sheet, ...]:
    from wangfund.documents.sheet_grid import read_sheets

    try:
        return read_sheets(book)
    except Refused as refused:
        raise CannotOpen(refused) from refused


def _sha256(book: Path) -> str:
    return hashlib.sha256(book.read_bytes()).hexdigest()


def _refuse_unreadable(findings: Sequence[Finding]) -> None:
    for finding in findings:
        if finding.severity is Severity.ERROR:
            raise Refused(finding.code, finding.values)


def _faults(findings: Sequence[Finding]) -> list[str]:
    return [complaint(finding) for finding in findings if finding.severity is Severity.ERROR]


def _preview_data(preview: RegisterPreview) -> dict[str, Any]:
    return {
        "sheets": [
            {
                "name": sheet.name,
                "header_row": sheet.header_row,
                "columns": dict(sheet.columns),
                "findings": [finding_data(finding) for finding in sheet.findings],
            }
            for sheet in preview.reading.sheets
        ],
        "rows": [
            {
                "sheet": row.row.sheet,
                "row": row.row.row,
                "action": str(row.action),
                "member": asdict(row.row.member),
                "changes": list(row.changes),
                "findings": [finding_data(finding) for finding in row.findings],
            }
            for row in preview.rows
        ],
        "findings": [finding_data(finding) for finding in preview.reading.findings],
        "counts": preview.counts,
    }


def _preview_lines(preview: RegisterPreview) -> list[str]:
    lines = []
    for sheet in preview.reading.sheets:
        lines.append(f"แผ่นงาน «{sheet.name}» {sheet.rows:,} แถว")
        lines += map(finding_line, sheet.findings)
    lines.append(_counts(preview.counts))
    held = [row for row in preview.rows if row.action is Action.HOLD]
    for row in held[:_MOST_HELD_SAID]:
        lines.append(f"รอตรวจ: แผ่นงาน «{row.row.sheet}» แถว {row.row.row}")
        lines += [finding_line(finding) for finding in row.findings if finding.severity is Severity.ERROR]
    if len(held) > _MOST_HELD_SAID:
        lines.append(f"และอีก {len(held) - _MOST_HELD_SAID:,} แถวที่รอตรวจ")
    said = Counter(f.code for row in preview.rows for f in row.findings if f.severity is not Severity.ERROR)
    if said:
        lines.append("ข้อสังเกต: " + " · ".join(f"{code} {count:,}" for code, count in said.most_common()))
    lines.append("ยังไม่ได้เปลี่ยนอะไรในกองทุน")
    return lines


def _matrix_data(reading: MatrixReading) -> dict[str, Any]:
    rows = [
        {
            "sheet": row.sheet,
            "row": row.row,
            "member_no": row.member_no,
            "paid": {str(month): baht_number(satang) for month, satang in sorted(row.paid.items())},
            "total": baht_number(row.total_satang),
            "findings": [finding_data(finding) for finding in row.findings],
        }
        for row in reading.rows
    ]
    findings = [*reading.findings, *(finding for row in reading.rows for finding in row.findings)]
    return {"rows": rows, "findings": [finding_data(finding) for finding in findings]}


def _imported(done: Imported) -> Answer:
    data = {"batch": done.batch, "counts": dict(done.counts)}
    if done.batch is None:
        return Answer(data, ["ไม่มีอะไรเปลี่ยน ข้อมูลในไฟล์นี้มีอยู่ในกองทุนแล้ว", _counts(done.counts)])
    return Answer(
        data, [f"นำเข้าแล้ว เป็นครั้งที่ {done.batch} (ถอนได้ด้วย --undo {done.batch})", _counts(done.counts)]
    )


def _counts(counts: Any) -> str:
    return " · ".join(f"{IMPORT_ACTIONS[action]} {count:,}" for action, count in counts.items())

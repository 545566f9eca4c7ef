"""`ledger`: the whole ledger as text, for a program that is not ours to recompute."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session, output
from wangfund.usecases.ledger_rows import ledger_rows


def ledger_options(parser: CommandParser) -> None:
    """The options of `ledger`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--out", metavar="JOURNAL", type=Path, required=True, help="ไฟล์ข้อความที่จะสร้าง (รูปแบบ hledger)")


def ledger(told: Namespace, session: Session) -> Answer:
    """Write every entry. Reads the fund."""
    with session.reading(told.file) as books:
        rows = ledger_rows(books)
    from wangfund.documents.journal import write_journal

    with output(told.out):
        entries = write_journal(rows.entries, told.out, rows.names)
    data = {"entries": entries, "file": str(told.out)}
    return Answer(data, [f"รายการบัญชีทั้งหมด {entries:,} รายการ {told.out}"])

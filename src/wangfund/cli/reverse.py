"""`reverse`: the opposite of a wrong entry, dated today."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry

_MOST = 10**9 - 1


def reverse_options(parser: CommandParser) -> None:
    """The options of `reverse`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("entry", metavar="ENTRY", type=values.whole(1, _MOST), help="เลขที่รายการบัญชีที่ผิด")
    parser.add("--reason", metavar="TEXT", required=True, help="เหตุผล")


def reverse(told: Namespace, session: Session) -> Answer:
    """Take an entry back with the opposite entry. Writes."""
    with session.writing(told.file) as books:
        entry = reverse_entry(books, ReverseEntry(told.entry, told.reason))
    line = f"ลงรายการกลับของรายการเลขที่ {told.entry} แล้ว เป็นรายการเลขที่ {entry} ใบเสร็จหรือใบสำคัญเดิมยกเลิก เลขที่ยังอยู่"
    return Answer({"entry": entry}, [line])

"""`backup` and `restore`: a verified copy, and putting one back without losing what it replaces."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session, opening
from wangfund.usecases import backup_fund


def backup_options(parser: CommandParser) -> None:
    """The options of `backup`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("dest", metavar="DEST", type=Path, help="ไฟล์สำเนา หรือโฟลเดอร์ที่จะเก็บสำเนา")


def backup(told: Namespace, session: Session) -> Answer:
    """Make a verified copy; never over an existing file. Writes the copy."""
    with session.reading(told.file):
        pass
    made = backup_fund.backup_to(told.file, told.dest, session.clock)
    return _answer(made, f"ทำสำเนาสำรองแล้ว ตรวจแล้วสมบูรณ์ {made.path}")


def restore_options(parser: CommandParser) -> None:
    """The options of `restore`."""
    parser.add("backup", metavar="BACKUP", type=Path, help="สำเนาสำรอง")
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุนที่จะเรียกคืนลงไป")


def restore(told: Namespace, session: Session) -> Answer:
    """Put a backup in the place of a fund file, keeping what stood there. Writes."""
    with opening(), session.reading(told.backup):
        pass
    made = backup_fund.restore(told.backup, told.file, session.clock)
    return _answer(made, f"เรียกคืนแล้ว {made.path} ไฟล์เดิม (ถ้ามี) เก็บไว้ข้างกันในชื่อ .before-restore")


def _answer(made: backup_fund.Backup, line: str) -> Answer:
    data = {"file": str(made.path), "ok": made.ok, "fingerprint": made.fingerprint}
    return Answer(data, [line, f"รหัสท้ายโซ่บันทึก {made.fingerprint}"])

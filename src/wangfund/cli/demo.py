"""`demo`: a practice fund with years of books, the same for the same seed and day."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from time import perf_counter

from wangfund.cli import values
from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import CannotOpen, Session
from wangfund.store.errors import StoreError
from wangfund.usecases.practice.make import make_practice_fund


def demo_options(parser: CommandParser) -> None:
    """The options of `demo`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุนฝึกที่จะสร้าง")
    parser.add(
        "--members", metavar="N", type=values.whole(1, 1_000_000), default=700, help="จำนวนสมาชิก (700)"
    )
    parser.add("--years", metavar="N", type=values.whole(1, 100), default=5, help="บัญชีย้อนหลังกี่ปี (5)")
    parser.add(
        "--seed",
        metavar="N",
        type=values.whole(0, 10**9 - 1),
        default=1,
        help="เลขตั้งต้น: เลขเดิมได้กองทุนเดิม (1)",
    )


def demo(told: Namespace, session: Session) -> Answer:
    """Make a practice fund. Writes."""
    started = perf_counter()
    try:
        made = make_practice_fund(
            told.file,
            session.clock.today(),
            members=told.members,
            years=told.years,
            seed=told.seed,
            progress=lambda done, total: session.progress("ทำบัญชีเดือนที่", done, total),
        )
    except StoreError as error:
        if error.code == "FILE_EXISTS":
            raise
        raise CannotOpen(error) from error
    seconds = perf_counter() - started
    data = {
        "file": str(made.file),
        "members": made.members,
        "entries": made.entries,
        "seconds": round(seconds, 3),
    }
    line = f"สร้างกองทุนฝึกแล้ว {made.file} สมาชิก {made.members:,} คน รายการบัญชี {made.entries:,} ใน {seconds:.1f} วินาที"
    return Answer(data, [line, "ชื่อคนและหมู่บ้านแต่งขึ้นทั้งหมด"])

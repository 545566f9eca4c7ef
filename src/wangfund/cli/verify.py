"""`verify`: is the file whole, and to which month does a printed fingerprint belong."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import CannotOpen, Session
from wangfund.store.books import Books
from wangfund.text.messages import say
from wangfund.thai.dates import long_month
from wangfund.usecases.verify_fund import Verified, verify_fund

_MOST_LINES = 50


def verify_options(parser: CommandParser) -> None:
    """The options of `verify`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--fingerprint", metavar="XXXX-XXXX-XXXX", default="", help="รหัสยืนยันงวดที่พิมพ์บนกระดาษ")


def verify(told: Namespace, session: Session) -> Answer:
    """Recompute everything the file promises. Reads only."""
    started = perf_counter()
    with _reading_even_without_guards(told.file, session) as books:
        found = verify_fund(books, told.fingerprint)
    seconds = perf_counter() - started
    month = found.fingerprint_period
    asked = bool(told.fingerprint)
    data = {
        "ok": not found.problems,
        "problems": [{"code": p.code, "where": p.where, "detail": p.detail} for p in found.problems],
        "entries": found.entries,
        "seconds": round(seconds, 3),
        "fingerprint": {
            "period": None if month is None else month.iso,
            "match": month is not None if asked else None,
        },
    }
    return Answer(data, _lines(found, seconds), _complaints(found, asked=asked))


@contextmanager
def _reading_even_without_guards(path: Path, session: Session) -> Iterator[Books]:
    try:
        with session.reading(path) as books:
            yield books
    except CannotOpen as error:
        if error.reason.code != "GUARDS_MISSING":
            raise
        with Books(path, session.clock, readonly="FILE_OPEN_FOR_READING") as books:
            yield books


def _lines(found: Verified, seconds: float) -> list[str]:
    lines = []
    if not found.problems:
        lines.append(f"ไฟล์สมบูรณ์ ตรวจ {found.entries:,} รายการใน {seconds:.1f} วินาที")
    if found.fingerprint_period is not None:
        lines.append(f"รหัสนี้เป็นของงวด{long_month(found.fingerprint_period)} ตรงกับไฟล์")
    return lines


def _complaints(found: Verified, *, asked: bool) -> list[str]:
    lines = []
    if found.problems:
        lines.append(f"พบปัญหา {len(found.problems):,} อย่าง ไฟล์นี้ไม่เหมือนที่โปรแกรมบันทึกไว้")
        for problem in found.problems[:_MOST_LINES]:
            said = say(problem.code, {"where": problem.where, "detail": problem.detail})
            lines.append(f"  [{problem.code}] {said.message}")
        if len(found.problems) > _MOST_LINES:
            lines.append(f"  และอีก {len(found.problems) - _MOST_LINES:,} อย่าง")
        lines.append(say(found.problems[0].code, {"where": "", "detail": ""}).advice)
    if asked and found.fingerprint_period is None:
        said = say("FINGERPRINT_UNKNOWN")
        lines.append(f"[{said.code}] {said.line}")
    return lines

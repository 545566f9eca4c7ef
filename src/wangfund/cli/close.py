"""`close`: a month's count as a draft, and its seal by resolution."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.findings import complaint, finding_data
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import Session
from wangfund.domain import accounts
from wangfund.thai.dates import long_month
from wangfund.usecases.close_month import CloseMonth, CloseResult, close_month, take_back_draft


def close_options(parser: CommandParser) -> None:
    """The options of `close`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--period", metavar="P", type=values.month, required=True, help="งวดที่จะปิด")
    parser.add("--counted-cash", metavar="BAHT", type=values.baht, help="เงินสดที่นับได้")
    parser.add(
        "--bank", metavar="NAME=BAHT", type=values.pair, nargs="+", action="extend", default=[],
        help="ยอดตามสมุดธนาคาร บอกได้หลายธนาคาร",
    )  # fmt: skip
    parser.add("--counted-on", metavar="DATE", type=values.day, help="วันที่นับเงิน")
    parser.add("--resolution", metavar="R", default="", help="มติที่ประชุม: มีมติคือปิดจริง ไม่มีคือทำร่าง")
    parser.add("--take-back", action="store_true", help="ถอนร่าง ให้งวดเปิดเหมือนเดิม")


def close(told: Namespace, session: Session) -> Answer:
    """Draft a month's close, seal it with a resolution, or take a draft back. Writes."""
    if told.take_back:
        with session.writing(told.file) as books:
            take_back_draft(books, told.period)
        data = {"period": told.period, "fingerprint": None, "closing_satang": {}}
        return Answer(data, [f"ถอนร่างของงวด{long_month(told.period)} แล้ว งวดเปิดเหมือนเดิม"])
    if told.counted_cash is None:
        raise WrongUsage("ยังไม่ได้บอก --counted-cash เงินสดที่นับได้")
    command = CloseMonth(told.period, told.counted_cash, dict(told.bank), told.counted_on, told.resolution)
    with session.writing(told.file) as books:
        done = close_month(books, command)
    closing = done.closing_satang
    cash = closing.get(accounts.CASH, 0)
    bank = sum(satang for account, satang in closing.items() if accounts.is_bank(account))
    data = {
        "period": done.month,
        "fingerprint": done.fingerprint or None,
        "closing_satang": {"cash": cash, "bank": bank, "total": cash + bank},
        "accounts_satang": dict(closing),
        "findings": [finding_data(finding) for finding in done.findings],
    }
    return Answer(data, _lines(done, cash, bank), [complaint(finding) for finding in done.findings])


def _lines(done: CloseResult, cash: int, bank: int) -> list[str]:
    lines = [f"เงินสด {money(cash)} · ธนาคาร {money(bank)} · รวม {money(cash + bank)}"]
    if done.fingerprint:
        lines.insert(0, f"ปิดงวด{long_month(done.month)} แล้ว รหัสยืนยันงวด {done.fingerprint}")
    else:
        lines.insert(0, f"ทำร่างปิดงวด{long_month(done.month)} แล้ว ยังไม่ปิดจนกว่าจะมีมติ")
    return lines

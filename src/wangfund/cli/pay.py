"""`pay`: one member's contribution at the counter."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.numbers import receipt_data, receipt_words
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session
from wangfund.thai.dates import month_span
from wangfund.usecases.take_payment import TakePayment, take_payment


def pay_options(parser: CommandParser) -> None:
    """The options of `pay`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--member", metavar="NO", type=values.member_no, required=True, help="เลขที่สมาชิก")
    parser.add("--amount", metavar="BAHT", type=values.baht, required=True, help="จำนวนเงิน")
    parser.add("--cadence", metavar="M/Q/H/Y", type=str.upper, help="วิธีส่งเงิน (ไม่บอก: โปรแกรมจัดเดือนให้)")
    parser.add("--date", metavar="D", type=values.day, help="วันที่รับเงิน (ไม่บอก: วันนี้)")
    parser.add("--to", metavar="cash/BANK", default="cash", help="รับเงินเข้าที่ใด")


def pay(told: Namespace, session: Session) -> Answer:
    """Take a member's contribution. Writes."""
    on = told.date or session.clock.today()
    with session.writing(told.file) as books:
        done = take_payment(books, TakePayment(told.member, told.amount, on, told.cadence, told.to))
    data = {
        **receipt_data(done.receipt),
        "covers": {"from": done.first_month, "to": done.last_month},
        "credit_satang": done.credit_satang,
        "entry": done.entry_id,
    }
    lines = [f"รับเงินสมทบสมาชิกเลขที่ {told.member} {money(told.amount)} แล้ว {receipt_words(done.receipt)}"]
    if done.first_month is not None and done.last_month is not None:
        lines.append(f"เป็นของเดือน {month_span(done.first_month, done.last_month)}")
    if done.credit_satang:
        lines.append(f"เงินที่ชำระบางส่วนสะสมไว้ {money(done.credit_satang)}")
    return Answer(data, lines)

"""`receive`, `spend`, `move` and `transfer`: money that is no contribution."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.findings import finding_data, finding_line
from wangfund.cli.numbers import receipt_data, receipt_words, voucher_data, voucher_words
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import Session
from wangfund.text.accounts import account_name
from wangfund.text.terms import PLACES, pool_name
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool


def receive_options(parser: CommandParser) -> None:
    """The options of `receive`."""
    _common(parser, who=True)
    parser.add("--account", metavar="CODE", required=True, help="บัญชีที่มาของเงิน เช่น 3400 4200 4300")
    parser.add("--to", metavar="cash/BANK", required=True, help="รับเข้าที่ใด")
    parser.add("--pool", metavar="POOL", default="", help="กองเงินที่ผู้ให้ระบุ")


def receive(told: Namespace, session: Session) -> Answer:
    """Receive money with a receipt. Writes."""
    command = ReceiveMoney(
        told.date or session.clock.today(),
        told.account,
        told.amount,
        told.to,
        told.who,
        told.note,
        told.resolution,
        told.pool,
    )
    with session.writing(told.file) as books:
        done = receive_money(books, command)
    line = (
        f"รับ{account_name(told.account)} จาก {told.who} {money(told.amount)} แล้ว รายการเลขที่ {done.entry_id}"
    )
    lines = [line, *([receipt_words(done.receipt)] if done.receipt else [])]
    return Answer({"entry": done.entry_id, **receipt_data(done.receipt)}, lines)


def spend_options(parser: CommandParser) -> None:
    """The options of `spend`."""
    _common(parser, who=True)
    parser.add("--account", metavar="CODE", required=True, help="บัญชีค่าใช้จ่าย 5200 5300 5400 5500 5600 5900")
    parser.add("--from", dest="out_of", metavar="cash/BANK", required=True, help="จ่ายจากที่ใด")
    parser.add("--pool", metavar="POOL", default="", help="กองเงินที่จ่าย (ไม่บอก: กองบริหาร)")


def spend(told: Namespace, session: Session) -> Answer:
    """Pay an expense with a voucher. Writes."""
    command = SpendMoney(
        told.date or session.clock.today(),
        told.account,
        told.amount,
        told.out_of,
        told.who,
        told.note,
        told.resolution,
        told.pool,
    )
    with session.writing(told.file) as books:
        done = spend_money(books, command)
    line = (
        f"จ่าย{account_name(told.account)} ให้ {told.who} {money(told.amount)} แล้ว รายการเลขที่ {done.entry_id}"
    )
    lines = [
        line,
        *([voucher_words(done.voucher)] if done.voucher else []),
        *map(finding_line, done.findings),
    ]
    found = [finding_data(finding) for finding in done.findings]
    return Answer({"entry": done.entry_id, **voucher_data(done.voucher), "findings": found}, lines)


def move_options(parser: CommandParser) -> None:
    """The options of `move`."""
    _common(parser, who=False)
    parser.add(
        "--from", dest="out_of", metavar="cash/BANK", default="", help="จากที่ใด (1400: ผู้เก็บเงินนำเงินมาส่ง)"
    )
    parser.add("--to", metavar="cash/BANK", default="", help="ไปที่ใด")
    parser.add("--account", metavar="CODE", default="", help="บัญชีของข้างที่ไม่ได้บอกด้วย --from หรือ --to")


def move(told: Namespace, session: Session) -> Answer:
    """Move money between places. Writes."""
    out_of, into = told.out_of or told.account, told.to or told.account
    if not out_of or not into:
        raise WrongUsage("ต้องบอกทั้ง --from และ --to")
    command = MoveMoney(told.date or session.clock.today(), told.amount, out_of, into, told.who, told.note)
    with session.writing(told.file) as books:
        done = move_money(books, command)
    words = f"{PLACES.get(out_of, out_of)} ไป {PLACES.get(into, into)}"
    data = {"entry": done.entry_id, "receipt": None, "voucher": None}
    return Answer(data, [f"ย้ายเงิน {money(told.amount)} จาก {words} แล้ว รายการเลขที่ {done.entry_id}"])


def transfer_options(parser: CommandParser) -> None:
    """The options of `transfer`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--date", metavar="D", type=values.day, help="วันที่ (ไม่บอก: วันนี้)")
    parser.add("--amount", metavar="BAHT", type=values.baht, required=True, help="จำนวนเงิน")
    parser.add("--from", dest="out_of", metavar="POOL", required=True, help="จากกองใด เช่น welfare")
    parser.add("--to", metavar="POOL", required=True, help="ไปกองใด")
    parser.add("--resolution", metavar="R", required=True, help="มติที่ประชุม")


def transfer(told: Namespace, session: Session) -> Answer:
    """Give part of a pool to another by resolution. Writes."""
    command = TransferPool(
        told.date or session.clock.today(), told.amount, told.out_of, told.to, told.resolution
    )
    with session.writing(told.file) as books:
        done = transfer_pool(books, command)
    words = f"{pool_name(told.out_of)}ไป{pool_name(told.to)}"
    return Answer(
        {"entry": done.entry_id}, [f"โอน {money(told.amount)} จาก{words} แล้ว รายการเลขที่ {done.entry_id}"]
    )


def _common(parser: CommandParser, *, who: bool) -> None:
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--date", metavar="D", type=values.day, help="วันที่เงินเข้าออก (ไม่บอก: วันนี้)")
    parser.add("--amount", metavar="BAHT", type=values.baht, required=True, help="จำนวนเงิน")
    parser.add("--who", metavar="TEXT", required=who, default="", help="รับจากใคร จ่ายให้ใคร หรือใครนำไป")
    parser.add("--note", metavar="TEXT", default="", help="รายละเอียด")
    parser.add("--resolution", metavar="R", default="", help="มติที่ประชุม")

"""What is asked before money is written and said after it: amount, name, place; the verb on the button."""

from __future__ import annotations

from typing import NamedTuple

from wangfund.domain import accounts
from wangfund.domain.posting import Numbered
from wangfund.text.accounts import account_name
from wangfund.text.paper_words import resolution_words
from wangfund.text.terms import pool_name
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import baht_text, format_baht
from wangfund.ui.books.entry_words import paper_no, what
from wangfund.ui.books.money_facts import place_name
from wangfund.ui.keys import Key
from wangfund.usecases.entry_view import EntryView
from wangfund.usecases.money_desk import MoneyDesk
from wangfund.usecases.money_held import MoneyResult
from wangfund.usecases.move_money import MoveMoney
from wangfund.usecases.receive_money import ReceiveMoney
from wangfund.usecases.spend_money import SpendMoney
from wangfund.usecases.transfer_pool import TransferPool


class Asked(NamedTuple):
    """A question: its heading, its sentence, the verb on its button."""

    heading: str
    sentence: str
    verb: str


def ask_receive(desk: MoneyDesk, c: ReceiveMoney) -> Asked:
    """Before money is received."""
    amount = format_baht(c.amount_satang)
    pool = f" เข้า{pool_name(c.pool)}" if c.pool else ""
    return Asked(
        f"รับ{account_name(c.account)}",
        f"รับ {amount} บาท ({baht_text(c.amount_satang)}) จาก {c.who} เข้า{place_name(desk, c.into)}{pool}"
        f" วันที่ {short_date(c.on)} แล้วออกใบเสร็จ",
        f"รับ {amount} บาท",
    )


def ask_spend(desk: MoneyDesk, c: SpendMoney) -> Asked:
    """Before money is spent."""
    amount = format_baht(c.amount_satang)
    resolution = f" {resolution_words(c.resolution)}" if c.resolution else ""
    return Asked(
        f"จ่าย{account_name(c.account)}",
        f"จ่าย {amount} บาท ({baht_text(c.amount_satang)}) ให้ {c.who} จาก{place_name(desk, c.out_of)}"
        f" {pool_name(c.pool or desk.admin)} วันที่ {short_date(c.on)}{resolution} แล้วออกใบสำคัญจ่าย",
        f"จ่าย {amount} บาท",
    )


def ask_move(desk: MoneyDesk, c: MoveMoney) -> Asked:
    """Before money is moved."""
    amount = format_baht(c.amount_satang)
    who = f" โดย {c.who}" if c.who else ""
    return Asked(
        "ย้ายเงิน",
        f"ย้าย {amount} บาท ({baht_text(c.amount_satang)}) จาก{place_name(desk, c.out_of)}"
        f" ไป{place_name(desk, c.into)} วันที่ {short_date(c.on)}{who}",
        f"ย้าย {amount} บาท",
    )


def ask_transfer(c: TransferPool) -> Asked:
    """Before a pool gives to another."""
    amount = format_baht(c.amount_satang)
    return Asked(
        "โอนระหว่างกองเงิน",
        f"โอน {amount} บาท ({baht_text(c.amount_satang)}) จาก{pool_name(c.from_pool)} ไป{pool_name(c.to_pool)}"
        f" {resolution_words(c.resolution)} เงินสดและเงินฝากไม่เปลี่ยน",
        f"โอน {amount} บาท",
    )


def ask_reverse(view: EntryView, reason: str, today_words: str) -> Asked:
    """Before an entry is taken back: what will be written on the other side, and what else changes."""
    e = view.entry
    back = [
        f"{account_name(m.account, view.names.accounts.get(m.account, ''))} "
        f"{'ลด' if m.debit_satang else 'เพิ่ม'} {format_baht(m.debit_satang or m.credit_satang)}"
        for m in e.moved
        if accounts.is_asset(m.account)
    ]
    parts = [
        f"ลงรายการกลับของ {reverse_name(view)} วันที่ {today_words} เพราะ {reason}",
        *([f"ผลคือ {' · '.join(back)} บาท"] if back else []),
        *after_reversal(view),
    ]
    return Asked("กลับรายการ", "\n".join(parts), "กลับรายการ")


def reverse_name(view: EntryView) -> str:
    """An entry in a sentence: what, how much, whose, its number."""
    e = view.entry
    amount = max(
        (m.debit_satang + m.credit_satang for m in e.moved if accounts.is_asset(m.account)), default=0
    )
    amount = amount or max((line.debit_satang for line in view.lines), default=0)
    parts = (
        what(e, view.names),
        f"{format_baht(amount)} บาท",
        e.who,
        f"({paper_no(e) or f'รายการที่ {e.id}'})",
    )
    return " ".join(part for part in parts if part)


def after_reversal(view: EntryView) -> tuple[str, ...]:
    """What else a reversal changes, a line each."""
    e, found = view.entry, []
    if e.voucher is not None:
        found.append("ใบสำคัญจ่ายเดิมยกเลิก เลขที่ยังอยู่")
    if e.receipt is not None:
        found.append("ใบเสร็จเดิมยกเลิก เลขที่ยังอยู่")
    if any(line.first_month is not None for line in view.receipt_lines):
        found.append("เดือนที่ชำระไว้จะกลับเป็นยังไม่ชำระ")
    if view.claim is not None:
        found.append("คำขอกลับเป็นอนุมัติแล้ว รอจ่าย")
    return (*found, "รายการเดิมยังอยู่ ไม่ถูกลบ")


def done_words(verb: str, result: MoneyResult) -> str:
    """The line of the head after an act."""
    parts = [f"{verb}แล้ว"]
    if result.receipt is not None:
        parts.append(receipt_words(result.receipt))
    if result.voucher is not None:
        parts.append(f"ใบสำคัญ จ {result.voucher.number:04d}")
    words = " ".join(parts)
    paper = f" · {Key.PRINT.shown} พิมพ์" if result.receipt or result.voucher else ""
    return f"{words}{paper} · {Key.UNDO.shown} เลิกทำ"


def receipt_words(receipt: Numbered) -> str:
    """A receipt in a line."""
    return f"ใบเสร็จเล่ม {receipt.book} เลขที่ {receipt.leaf}"

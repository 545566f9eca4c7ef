"""How an entry is called in the books: what it was, its paper's number, who, and what came in or went out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from wangfund.domain import accounts
from wangfund.text.accounts import account_name
from wangfund.text.terms import ENTRY_KINDS
from wangfund.thai.era import OFFSET
from wangfund.thai.money_text import format_baht
from wangfund.usecases.entries_of_month import BookEntry, BookNames, PaperNo, RoundRow

_SHORT: Final[Mapping[str, str]] = {
    "1100": "เงินสด",
    "1300": "เงินลงทุน",
    "1400": "ผู้เก็บเงิน",
    "3100": "เงินสมทบ",
    "3200": "ผลกำไรกลุ่มในชุมชน",
    "3400": "งบรัฐผ่าน พอช.",
    "3500": "เงินสมทบจาก อปท.",
    "3600": "เงินหน่วยงานรัฐอื่น",
    "4100": "ค่าสมัคร",
    "4300": "ดอกเบี้ย",
    "4900": "เงินอื่นๆ",
    "5900": "รายจ่ายอื่นๆ",
}
"""Shorter than the chart's own names, for a line of the list."""


class Money(NamedTuple):
    """What came in and what went out by an entry, satang; below zero what was taken back."""

    received: int
    paid: int


def short_account(code: str, names: BookNames) -> str:
    """An account in a line of the list."""
    return _SHORT.get(code) or account_name(code, names.accounts.get(code, ""))


def money_of(entry: BookEntry, account: str = "") -> Money:
    """What came in and went out: of the fund, or of one account when it is named.

    Money moved between places is neither for the fund; for a place it is.
    """
    if account:
        m = entry.on(account)
        if accounts.is_asset(account):
            return Money(m.debit_satang, m.credit_satang)
        if accounts.is_source(account):
            return Money(m.credit_satang - m.debit_satang, 0)
        return Money(0, m.debit_satang - m.credit_satang)
    received = sum(m.credit_satang - m.debit_satang for m in entry.moved if accounts.is_source(m.account))
    paid = sum(m.debit_satang - m.credit_satang for m in entry.moved if m.account.startswith("5"))
    return Money(received, paid)


def amount_of(entry: BookEntry) -> int:
    """How much money it was about: what its larger side comes to, satang."""
    own = money_of(entry)
    places = [m.debit_satang for m in entry.moved if accounts.is_asset(m.account) and m.debit_satang]
    if own.received or own.paid:
        return max(abs(own.received), abs(own.paid))
    return sum(places) or max((m.debit_satang for m in entry.moved), default=0)


def what(entry: BookEntry, names: BookNames) -> str:
    """What it was, in a few words."""
    if entry.kind == "reversal":
        return f"กลับรายการ {ENTRY_KINDS.get(entry.kind_reversed, '')}".rstrip()
    if entry.kind == "contribution":
        return "รับเงินสมทบและค่าสมัคร" if entry.on(accounts.ENTRY_FEE).credit_satang else "รับเงินสมทบ"
    if entry.kind == "benefit":
        return f"สวัสดิการ{names.benefits.get(entry.benefit, '')}"
    if entry.kind in {"grant", "donation", "interest", "other_income"}:
        source = next((m.account for m in entry.moved if accounts.is_source(m.account)), "")
        return f"รับ{short_account(source, names)}"
    if entry.kind == "expense":
        cost = next((m.account for m in entry.moved if m.account.startswith("5")), "")
        return f"จ่าย{short_account(cost, names)}"
    if entry.kind == "bank_transfer":
        return _moved(entry, names)
    if entry.kind == "cash_difference":
        return _difference(entry)
    return ENTRY_KINDS.get(entry.kind, entry.kind)


def paper_no(entry: BookEntry) -> str:
    """The number on its paper: the voucher's 'จ 0107', else book and leaf '52/4'; "" where it has none."""
    if entry.voucher is not None:
        return voucher_no(entry.voucher)
    return f"{entry.receipt.book}/{entry.receipt.leaf}" if entry.receipt is not None else ""


def receipt_no(paper: PaperNo) -> str:
    """Book and leaf: 'ใบเสร็จ 52/4'."""
    return f"ใบเสร็จ {paper.book}/{paper.leaf}"


def voucher_no(paper: PaperNo) -> str:
    """'จ 0107', as it stands on the paper."""
    return f"จ {paper.number:04d}"


def year_of(paper: PaperNo) -> int:
    """The fiscal year of a paper in the Buddhist era."""
    return paper.fiscal_year + OFFSET


def second_line(entry: BookEntry) -> str:
    """Number and who; what was moved only between places tells how much here."""
    own = money_of(entry)
    moved = "" if own.received or own.paid else format_baht(amount_of(entry))
    gone = "ถูกกลับแล้ว" if entry.reversed_by is not None else ""
    return " · ".join(part for part in (gone, moved, paper_no(entry), entry.who) if part) or entry.note


def inside_line(entry: BookEntry) -> str:
    """The second line of a receipt inside its round, where the first one is the name."""
    gone = "ถูกกลับแล้ว" if entry.reversed_by is not None else ""
    number = f"เลขที่สมาชิก {entry.member_no}" if entry.member_no else ""
    return " · ".join(part for part in (gone, paper_no(entry), number) if part)


def round_what(row: RoundRow) -> str:
    """A round in the list."""
    return f"รับเงินสมทบ หมู่ {row.moo}"


def round_second(entries: tuple[BookEntry, ...]) -> str:
    """How many receipts and which."""
    papers = [e.receipt for e in entries if e.receipt is not None]
    if not papers:
        return f"{len(entries):,} รายการ"
    first, last = min(papers, key=lambda p: p.number), max(papers, key=lambda p: p.number)
    span = f"{first.book}/{first.leaf}"
    span = span if first == last else f"{span} ถึง {last.book}/{last.leaf}"
    return f"{len(papers):,} ใบ · {span}"


def _moved(entry: BookEntry, names: BookNames) -> str:
    out_of = next((m.account for m in entry.moved if m.credit_satang), "")
    into = next((m.account for m in entry.moved if m.debit_satang), "")
    if out_of == accounts.CASH and accounts.is_bank(into):
        return f"ฝากเข้า {short_account(into, names)}"
    if into == accounts.CASH and accounts.is_bank(out_of):
        return f"ถอนจาก {short_account(out_of, names)}"
    return f"ย้ายจาก{short_account(out_of, names)}ไป{short_account(into, names)}"


def _difference(entry: BookEntry) -> str:
    if entry.on(accounts.COLLECTOR_RECEIVABLE).debit_satang:
        return "เงินขาด อยู่กับผู้เก็บ"
    return "เงินสดเกิน" if entry.on(accounts.CASH_DIFFERENCE).credit_satang else "เงินสดขาด"

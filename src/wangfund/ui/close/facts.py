"""The figures at the right of each step: the books', the month's, or those on the papers."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.money_text import MINUS, format_baht
from wangfund.ui.close.state import CloseState
from wangfund.ui.words import DASH, day_month
from wangfund.usecases.close_checklist import CloseChecklist
from wangfund.usecases.place_book import PlaceBook


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines of name and figure under a heading; the last is the sum when `total` is told."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    total: tuple[str, str] | None = None


def facts_of(state: CloseState) -> Facts:
    """The figures beside the step under the mark."""
    view = state.view
    assert view is not None
    if state.step == "rounds":
        return _round_facts(view)
    if state.step == "papers":
        return _paper_facts(view)
    if state.step == "cash":
        return book_facts("เงินสดตามบัญชี", view.cash, view)
    if state.step == "banks" and view.banks:
        return book_facts(view.banks[state.bank].book.name, view.banks[state.bank].book, view)
    if state.step == "claims":
        return _claim_facts(view)
    if state.step in {"draft", "seal"} and state.pack is not None:
        return pack_facts(state.pack)
    return _place_facts(view)


def book_facts(heading: str, book: PlaceBook, view: CloseChecklist) -> Facts:
    """A place as its own book tells it."""
    cash = book.account == view.cash.account
    out, into = ("นำฝากธนาคาร", "ถอนจากธนาคาร") if cash else ("ถอนหรือโอนออก", "ฝากหรือโอนเข้า")
    money = "เงินสด" if cash else "เงิน"
    lines = [
        (f"ยกมา {day_month(view.month.first_day)}", format_baht(book.opening_satang)),
        (f"รับ{money}", _signed(book.received_satang)),
        (f"จ่าย{money}", _signed(-book.paid_satang)),
    ]
    if book.taken_out_satang or cash:
        lines.append((out, _signed(-book.taken_out_satang)))
    if book.put_in_satang or not cash:
        lines.append((into, _signed(book.put_in_satang)))
    if book.until > view.month.last_day:
        lines.append((f"หลังสิ้นเดือนถึง {day_month(book.until)}", _signed(book.after_satang)))
    return Facts(heading, tuple(lines), ("ควรมี", format_baht(book.expected_satang)))


def pack_facts(pack: MonthPack) -> Facts:
    """The month's figures as they stand on the papers: from the same object."""
    return Facts(
        "ตัวเลขในเอกสาร",
        (
            ("ยอดยกมา", format_baht(pack.opening_month_satang)),
            ("รวมรับ", _signed(pack.received_month_satang)),
            ("รวมจ่าย", _signed(-pack.paid_month_satang)),
        ),
        (f"ยอดยกไป {day_month(pack.month.last_day)}", format_baht(pack.closing_satang)),
    )


def _signed(satang: int) -> str:
    if not satang:
        return DASH
    return f"+ {format_baht(satang)}" if satang > 0 else f"{MINUS} {format_baht(-satang)}"


def _round_facts(view: CloseChecklist) -> Facts:
    back = [v for v in view.villages if v.returned_on is not None]
    asked, counted = sum(v.asked_satang for v in back), sum(v.counted_satang for v in back)
    lines = [
        ("กลับแล้ว", f"{len(back)} หมู่บ้าน"),
        ("ยอดตามใบ", format_baht(asked)),
        ("นับได้", format_baht(counted)),
    ]
    if view.collectors_satang:
        lines.append(("อยู่กับผู้เก็บ", format_baht(view.collectors_satang)))
    missing = sum(v.asked_satang for v in view.villages if v.missing)
    return Facts("ใบเก็บเงินเดือนนี้", tuple(lines), ("ยังต้องเก็บ", format_baht(missing) if missing else DASH))


def _paper_facts(view: CloseChecklist) -> Facts:
    lines = []
    for run in view.papers:
        name = "ใบเสร็จ" if run.paper == "receipt" else "ใบสำคัญจ่าย"
        numbers = _span(run.first, run.last) if run.count else DASH
        lines += [
            (f"{name} เลข", numbers),
            ("จำนวน", f"{run.count:,} ใบ" if run.count else DASH),
            ("เป็นเงิน", format_baht(run.amount_satang) if run.count else DASH),
        ]
    return Facts("เลขเอกสารเดือนนี้", tuple(lines), ("ยกเลิก", f"{len(view.voids)} ใบ" if view.voids else DASH))


def _span(first: int, last: int) -> str:
    return f"{first:,}" if first == last else f"{first:,}–{last:,}"


def _claim_facts(view: CloseChecklist) -> Facts:
    def count(state: str) -> str:
        found = sum(c.state == state for c in view.claims)
        return f"{found} ราย" if found else DASH

    promised = sum(c.net_satang for c in view.claims if c.state == "approved")
    return Facts(
        "สวัสดิการเดือนนี้",
        (
            ("จ่ายแล้ว", f"{view.paid_claims} ราย" if view.paid_claims else DASH),
            ("เป็นเงิน", format_baht(view.paid_satang) if view.paid_satang else DASH),
            ("รอมติ", count("requested")),
            ("รอเอกสาร", count("pending")),
            ("อนุมัติแล้วรอจ่าย", count("approved")),
        ),
        ("ผูกพันไว้", format_baht(promised) if promised else DASH),
    )


def _place_facts(view: CloseChecklist) -> Facts:
    """Money by place at the count, while there is no pack yet."""
    lines = [("เงินสดในมือ", format_baht(view.cash.expected_satang))]
    lines += [(b.book.name, format_baht(b.book.expected_satang)) for b in view.banks]
    total = view.cash.expected_satang + sum(b.book.expected_satang for b in view.banks)
    return Facts("เงินตามบัญชี", tuple(lines), ("รวม", format_baht(total)))

"""How claims stand, as icon and word, and the lists they stand in."""

from __future__ import annotations

from datetime import date
from typing import Final

from wangfund.thai.dates import short_date
from wangfund.thai.era import OFFSET
from wangfund.ui.widgets.chip import Mark
from wangfund.usecases.claim_view import UNDECIDED, ClaimView
from wangfund.usecases.claims_list import ClaimLine

LISTS: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "waiting": ("รอตรวจ รอมติ", frozenset({"requested", "pending"})),
    "approved": ("อนุมัติ รอจ่าย", frozenset({"approved"})),
    "paid": ("จ่ายแล้ว", frozenset({"paid"})),
    "refused": ("ไม่อนุมัติ", frozenset({"refused"})),
    "withdrawn": ("ถอนแล้ว", frozenset({"withdrawn", "reversed"})),
}
"""The lists by name: what stands on the tab, and the states of the claims in it."""

_MARKS: Final = {
    "requested": Mark("clock", "ตรวจแล้ว", "pri", filled=False),
    "pending": Mark("clock", "รอข้อมูล", "warn", filled=False),
    "approved": Mark("circle-dot", "รอจ่าย", "pri", filled=False),
    "paid": Mark("circle-check", "จ่ายแล้ว", "ok", filled=False),
    "refused": Mark("calendar-days", "ไม่อนุมัติ", "pri", filled=False),
    "reversed": Mark("undo-2", "กลับรายการ", "warn", filled=False),
    "withdrawn": Mark("circle-x", "ถอนแล้ว", "ink2", filled=False),
}


_WAITS: Final = {"DOC_MISSING": "รอเอกสาร", "HEIR_RESOLUTION": "รอมติทายาท", "FACT_MISSING": "รอข้อมูล"}


def state_mark(state: str, waits_for: str = "", *, came_back: bool = False) -> Mark:
    """A claim's state; `waits_for` is the code of what must still be brought before it can be decided.

    `came_back`: it was paid, the money was taken back, and it waits to be paid again.
    """
    if came_back and state == "approved":
        return _MARKS["reversed"]
    if waits_for in _WAITS and state in UNDECIDED:
        return Mark("clock", _WAITS[waits_for], "warn", filled=False)
    return _MARKS.get(state, Mark("circle-dashed", state, "ink2", filled=False))


def view_mark(view: ClaimView) -> Mark:
    """The state of a claim that is looked at."""
    back = any(paid.taken_back for paid in view.payments)
    return state_mark(view.state, view.answer.assessment.reason, came_back=back)


def until_words(last_day: date, today: date) -> str:
    """A deadline counted down: '6 พ.ย. 2569 อีก 7 วัน'."""
    left = (last_day - today).days
    if left < 0:
        return f"{short_date(last_day)} เลยมาแล้ว {-left:,} วัน"
    return f"{short_date(last_day)} {'วันนี้วันสุดท้าย' if not left else f'อีก {left:,} วัน'}"


def until_short(row: ClaimLine, today: date) -> str:
    """The same for a row of the list, "" where nothing is counted down: 'ถึง 6 พ.ย. อีก 7 วัน'."""
    if row.last_day is None:
        return ""
    left = (row.last_day - today).days
    if left < 0:
        return f"เลยกำหนด {-left:,} วัน"
    return "วันนี้วันสุดท้าย" if not left else f"อีก {left:,} วัน"


def list_of(state: str) -> str:
    """The list a claim of that state stands in."""
    return next((name for name, (_, states) in LISTS.items() if state in states), "waiting")


def claim_no(number: int, fiscal_year: int) -> str:
    """A claim's number within its year of the Buddhist era."""
    return f"{number}/{fiscal_year + OFFSET}"


def line_no(row: ClaimLine) -> str:
    """The number of a row."""
    return claim_no(row.number, row.fiscal_year)


def voucher_no(number: int) -> str:
    """A voucher's number as it is called."""
    return f"จ {number:04d}"

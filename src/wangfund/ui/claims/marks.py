"""How claims stand, as icon and word, and the lists they stand in."""

from __future__ import annotations

from typing import Final

from wangfund.thai.era import OFFSET
from wangfund.ui.widgets.chip import Mark
from wangfund.usecases.claims_list import ClaimLine

LISTS: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "waiting": ("รอตรวจ รอมติ", frozenset({"requested", "pending"})),
    "approved": ("อนุมัติ รอจ่าย", frozenset({"approved"})),
    "paid": ("จ่ายแล้ว", frozenset({"paid"})),
    "refused": ("ไม่เข้าเกณฑ์", frozenset({"refused"})),
    "withdrawn": ("ถอน กลับรายการ", frozenset({"withdrawn", "reversed"})),
}
"""The lists by name: what stands on the tab, and the states of the claims in it."""

_MARKS: Final = {
    "requested": Mark("clock", "รอมติ", "pri", filled=False),
    "pending": Mark("clock", "รอเอกสาร", "warn", filled=False),
    "approved": Mark("circle-dot", "รอจ่าย", "pri", filled=False),
    "paid": Mark("circle-check", "จ่ายแล้ว", "ok", filled=False),
    "refused": Mark("calendar-days", "ไม่เข้าเกณฑ์", "pri", filled=False),
    "reversed": Mark("undo-2", "กลับรายการ", "warn", filled=False),
    "withdrawn": Mark("circle-x", "ถอนแล้ว", "ink2", filled=False),
}


def state_mark(state: str) -> Mark:
    """A claim's state."""
    return _MARKS.get(state, Mark("circle-dashed", state, "ink2", filled=False))


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

"""How the window says what several of its pages say: standings, amounts, months, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from wangfund.domain.eligibility.standing import Standing, Status
from wangfund.thai.dates import MONTHS_SHORT, month_span
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.widgets.chip import Mark

DASH: Final = "–"
READING: Final = "เปิดดูอย่างเดียว"
"""Why things are grey in a fund that may only be read, where there is little room."""

_PLAIN: Final = {
    Status.ACTIVE: Mark("circle-check", "ปกติ", "ok", filled=False),
    Status.LAPSED: Mark("ban", "ขาดสิทธิ", "bad"),
    Status.SUSPENDED: Mark("ban", "ระงับสิทธิ", "bad"),
    Status.WAITING: Mark("clock", "รอสิทธิ", "pri"),
    Status.REINSTATE_WAIT: Mark("clock", "รอสิทธิคืน", "pri"),
    Status.NOT_YET: Mark("clock", "ยังไม่เริ่ม", "pri"),
    Status.UNKNOWN_COVERAGE: Mark("circle-alert", "ไม่รู้ยอด", "warn"),
}
LEFT: Final = {
    "resigned": Mark("circle-x", "ลาออก", "ink2", filled=False),
    "died": Mark("circle-x", "เสียชีวิต", "ink2", filled=False),
    "lapsed": Mark("circle-x", "พ้นสภาพ", "ink2", filled=False),
    "moved": Mark("circle-x", "ย้ายออก", "ink2", filled=False),
    "unqualified": Mark("circle-x", "พ้นสภาพ", "ink2", filled=False),
}


def standing_mark(standing: Standing, cause: str | None) -> Mark:
    """A member's standing as icon and word; one who left shows why."""
    if standing.status is Status.LEFT:
        return LEFT[cause or "lapsed"]
    if standing.status is Status.OWING:
        return Mark("triangle-alert", f"ค้าง {standing.arrears_months} เดือน", "warn")
    return _PLAIN[standing.status]


def baht(satang: int) -> str:
    """An amount in a sentence: satang only when there are some."""
    text = format_baht(satang)
    return text.removesuffix(".00")


def months_short(ranges: Sequence[tuple[Period, Period]]) -> str:
    """Runs of months, the first few: 'ส.ค.–ก.ย. 2569'."""
    shown = [month_span(first, last) for first, last in ranges[:2]]
    return ", ".join(shown) + (" …" if len(ranges) > len(shown) else "")


def day_month(day: date) -> str:
    """'5 พ.ย.', for days near at hand."""
    return f"{day.day} {MONTHS_SHORT[day.month - 1]}"


def length_of(months: int) -> str:
    """Completed months as years and months."""
    years, rest = divmod(months, 12)
    if not years:
        return f"{rest} เดือน"
    return f"{years} ปี {rest} เดือน" if rest else f"{years} ปี"

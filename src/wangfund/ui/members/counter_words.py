"""The counter's view of a member in words: each line as it stands on the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from wangfund.domain.dues.coverage import Range
from wangfund.domain.eligibility.standing import Status
from wangfund.text.terms import CADENCES, CAUSES, CLAIM_STATES, RECEIPT_LINES
from wangfund.thai.dates import MONTHS_SHORT, long_month, month_span, short_date, table_date
from wangfund.thai.money_text import format_baht
from wangfund.ui.members.claimable_words import Claimables
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.words import DASH, baht, length_of, months_short, standing_mark
from wangfund.usecases.member_view import ClaimWaiting, MemberView, PaidBefore, ReceiptRow

_CLAIM_MARKS = {
    "requested": ("clock", "pri"),
    "pending": ("clock", "warn"),
    "approved": ("circle-dot", "pri"),
    "paid": ("circle-check", "ok"),
    "refused": ("calendar-days", "pri"),
    "reversed": ("undo-2", "warn"),
    "withdrawn": ("circle-x", "ink2"),
}


_SHORT_STATES = {
    "requested": "ยื่นแล้ว",
    "pending": "รอเรื่อง",
    "approved": "รอจ่าย",
    "reversed": "กลับแล้ว",
    "withdrawn": "ถอนแล้ว",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its name and a note in a tone."""

    name: str
    figure: str
    note: str
    tone: str = "ink2"


def who_line(view: MemberView) -> str:
    """Number, house, age."""
    m = view.member
    house = f"บ้าน {m.house_no} " if m.house_no else ""
    parts = [f"เลขที่ {m.member_no}", f"{house}หมู่ {m.moo} {view.village}".strip()]
    if view.age is not None:
        parts.append(f"อายุ {view.age} ปี")
    return " · ".join(parts)


def more_line(view: MemberView) -> str:
    """How she pays and her telephone; her heir stands at what the heir is paid."""
    m = view.member
    parts = [f"ส่ง{CADENCES.get(m.cadence, m.cadence)}"]
    if m.phone:
        parts.append(f"โทร. {m.phone}")
    return " · ".join(parts)


def heir_words(view: MemberView) -> str:
    """Who is paid after her death."""
    m = view.member
    if not m.heir_name:
        return "ยังไม่ได้ระบุผู้รับผลประโยชน์"
    relation = f" ({m.heir_relation})" if m.heir_relation else ""
    return f"ผู้รับ {m.heir_name}{relation}"


def standing_of(view: MemberView) -> Mark:
    """How she stands today."""
    return standing_mark(view.standing, view.member.cause)


def paid_fact(view: MemberView) -> Fact:
    """Through which month she has paid, and what she owes."""
    name = "ชำระแล้วถึง"
    if not view.member.coverage_known:
        return Fact(name, "ไม่ทราบ", "กด F10 บอกเดือนที่ชำระแล้วถึง", "warn")
    figure = long_month(view.paid_through) if view.paid_through is not None else "ยังไม่ได้ชำระ"
    if view.owed:
        bad = view.standing.status in {Status.SUSPENDED, Status.LAPSED}
        return Fact(
            name,
            figure,
            f"ค้าง {months_short(view.owed)} รวม {baht(view.owed_satang)} บาท",
            "bad" if bad else "warn",
        )
    return Fact(name, figure, "ไม่มีเงินค้าง", "ok")


def why_no_money(view: MemberView) -> str:
    """Why no contribution can be taken from her, "" when it can."""
    m = view.member
    if m.ended_on is None:
        return ""
    if m.cause == "died":
        return "เสียชีวิตแล้ว จึงไม่รับเงินสมทบ"
    return "พ้นจากสมาชิกแล้ว จึงไม่รับเงินสมทบ ถ้ากลับเข้าใหม่ กด F10"


def next_step(view: MemberView, told: Claimables) -> str:
    """What to do for her next, with its key; "" when nothing waits. Of one who left other than by death, nothing."""
    m = view.member
    if m.ended_on is not None:
        heirs = m.cause == "died" and any(line.icon == "circle-check" for line in told.lines)
        return "ขอสวัสดิการให้ผู้รับผลประโยชน์ได้ · F6" if heirs else ""
    to_pay = sum(1 for claim in view.claims if claim.state == "approved")
    if to_pay:
        return f"มีคำขออนุมัติแล้วรอจ่าย {to_pay} รายการ · Ctrl 4"
    if view.owed:
        return f"รับเงินที่ค้าง {baht(view.owed_satang)} บาท · F5"
    waiting = sum(1 for claim in view.claims if claim.state in {"requested", "pending"})
    if waiting:
        return f"มีคำขอรอมติ {waiting} รายการ · Ctrl 4"
    lacking = [
        words
        for words, known in (
            ("เลขบัตร", m.national_id),
            ("วันเกิด", m.birth_date),
            ("ผู้รับผลประโยชน์", m.heir_name),
        )
        if not known
    ]
    return f"ทะเบียนยังขาด{' '.join(lacking)} · F3" if lacking else ""


def since_fact(view: MemberView) -> Fact:
    """How long she has been a member, or when and why she left."""
    m = view.member
    if m.ended_on is not None:
        if m.cause == "died":
            # Membership ends the day after; what is told is the day she died.
            died_on = m.ended_on - timedelta(days=1)
            return Fact("เสียชีวิต", short_date(died_on), f"เป็นสมาชิก {length_of(view.membership_months)}")
        cause = CAUSES.get(m.cause or "", "พ้นสภาพ")
        return Fact(
            "พ้นจากสมาชิก", short_date(m.ended_on), f"{cause} · เป็นสมาชิก {length_of(view.membership_months)}"
        )
    first = view.standing.first_day
    note = f"ตั้งแต่ {short_date(m.starts_on)}"
    if view.standing.status in {Status.WAITING, Status.REINSTATE_WAIT} and first is not None:
        return Fact("เป็นสมาชิกมา", length_of(view.membership_months), f"มีสิทธิตั้งแต่ {short_date(first)}", "pri")
    return Fact("เป็นสมาชิกมา", length_of(view.membership_months), note)


def receipt_no(row: ReceiptRow) -> str:
    """Book and leaf."""
    return f"{row.book}/{row.leaf}"


def receipt_what(row: ReceiptRow) -> str:
    """What it was for: the kind of money and its months."""
    months = _months_of(row)
    if row.voided_by is not None or months is None:
        return receipt_months(row)
    return f"{_kind_of(row)} {month_span(*months)}"


def receipt_months(row: ReceiptRow) -> str:
    """The months it paid in the shortest form; the kind of money where it paid none."""
    if row.voided_by is not None:
        return "ยกเลิกแล้ว"
    months = _months_of(row)
    if months is None:
        return _kind_of(row)
    first, last = (f"{MONTHS_SHORT[month.month - 1]} {month.be_year % 100:02d}" for month in months)
    return first if first == last else f"{first}–{last}"


def _months_of(row: ReceiptRow) -> Range | None:
    firsts = [line.first_month for line in row.lines if line.first_month is not None]
    lasts = [line.last_month for line in row.lines if line.last_month is not None]
    return (min(firsts), max(lasts)) if firsts and lasts else None


def _kind_of(row: ReceiptRow) -> str:
    """The kind of the line that paid months, else of the first."""
    line = next((line for line in row.lines if line.first_month is not None), next(iter(row.lines), None))
    return DASH if line is None else RECEIPT_LINES.get(line.kind, line.kind)


def receipt_amount(row: ReceiptRow) -> str:
    """How much."""
    return format_baht(row.amount_satang)


BEFORE = Mark("history", "ก่อนใช้โปรแกรม", "ink2", filled=False)
"""A benefit paid before the program."""


def history_of(view: MemberView) -> tuple[ClaimWaiting | PaidBefore, ...]:
    """What she asked for and was given, newest first; what was paid before the program at the end."""
    return (*view.claims, *view.before)


def history_when(row: ClaimWaiting | PaidBefore) -> date:
    """By what her history sorts; a year alone counts from its first day."""
    return row.event_on or date(row.year, 1, 1) if isinstance(row, PaidBefore) else row.event_on


def history_day(row: ClaimWaiting | PaidBefore) -> str:
    """The day of the event, or its year where only that is known."""
    if row.event_on is not None:
        return table_date(row.event_on)
    assert isinstance(row, PaidBefore)
    return f"ปี {row.year + 543}"


def claim_no(row: ClaimWaiting) -> str:
    """Number within its year of the Buddhist era."""
    return f"{row.number}/{row.fiscal_year + 543}"


def claim_mark(row: ClaimWaiting | PaidBefore, *, short: bool = False) -> Mark:
    """Where it stands; `short` in a word."""
    if isinstance(row, PaidBefore):
        return replace(BEFORE, words="ก่อนหน้า") if short else BEFORE
    icon, tone = _CLAIM_MARKS.get(row.state, ("circle-dashed", "ink2"))
    words = CLAIM_STATES.get(row.state, row.state)
    return Mark(icon, _SHORT_STATES.get(row.state, words) if short else words, tone, filled=False)


def claim_satang(row: ClaimWaiting | PaidBefore) -> int:
    """How much, satang."""
    return row.gross_satang if isinstance(row, PaidBefore) else row.net_satang


def claim_amount(row: ClaimWaiting | PaidBefore) -> str:
    """How much, a dash for none."""
    satang = claim_satang(row)
    return format_baht(satang) if satang else DASH

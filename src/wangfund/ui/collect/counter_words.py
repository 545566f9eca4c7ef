"""One payment at the counter in words: how she stands, and what an amount would cover."""

from __future__ import annotations

from wangfund.domain.errors import Refused
from wangfund.text.messages import say
from wangfund.thai.dates import long_month
from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.sheet_words import Said, covers_words
from wangfund.ui.words import baht, months_short
from wangfund.usecases.payment_view import PaymentView


def who_words(view: PaymentView) -> str:
    """Number, house and village."""
    m = view.member
    house = f"บ้าน {m.house_no} " if m.house_no else ""
    return f"เลขที่ {m.member_no} · {house}หมู่ {m.moo} {view.village}".strip()


def standing_words(view: PaymentView) -> Said:
    """Through when she has paid and what she owes with this month."""
    m = view.member
    if m.ended_on is not None:
        return Said("พ้นจากการเป็นสมาชิกแล้ว รับเงินสมทบไม่ได้", "bad")
    if not m.coverage_known:
        return Said("ยังไม่รู้ว่าชำระถึงเดือนใด ขอดูสมุดประจำตัวก่อนรับเงิน", "warn")
    through = f"ชำระแล้วถึง {long_month(view.paid_through)}" if view.paid_through else "ยังไม่เคยชำระ"
    credit = f" · มีเงินรอรวม {format_baht(view.credit_satang)}" if view.credit_satang else ""
    if not view.owed_months:
        return Said(f"{through} ไม่มีค้าง{credit}", "ok")
    owed = view.owed_months * view.contribution.month_price_satang
    span = months_short(view.owed)
    return Said(f"{through} · ต้องจ่าย {view.owed_months} เดือน {baht(owed)} บาท ({span}){credit}", "warn")


def covering_words(view: PaymentView, amount_satang: int | None, cadence: str) -> Said:
    """What an amount would cover, as taking it will lay it."""
    if amount_satang is None:
        return Said("พิมพ์จำนวนเงิน หรือกด + เพิ่มทีละเดือน")
    if not amount_satang:
        return Said("จำนวนเงินต้องมากกว่าศูนย์", "bad")
    try:
        done = view.lay(amount_satang, cadence or None)
    except Refused as error:
        return Said(say(error.code, error.values).line, "bad")
    through = max((last for _, last in done.ranges), default=view.paid_through)
    after = f" จะชำระแล้วถึง {long_month(through)}" if through is not None and done.months else ""
    return Said(f"{covers_words(done)}{after}", "pri")

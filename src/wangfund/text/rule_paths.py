"""What a word of a rulebook's file is called by a committee: 'benefits.BIRTH.deadline_days' is กำหนดวันยื่น."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "effective_from": "วันที่มีผลใช้",
    "resolution": "มติที่ประชุม",
    "fiscal_year_starts": "เดือนที่เริ่มปีบัญชี",
    "entry_fee_baht": "ค่าสมัคร",
    "month_price_baht": "ราคาของเดือนที่ค้าง",
    "amount_baht": "จำนวนเงิน",
    "start": "วันที่เริ่มนับการเป็นสมาชิก",
    "first_money_within_days": "กำหนดส่งเงินงวดแรก",
    "waiting": "ระยะรอสิทธิ",
    "wait": "ระยะรอสิทธิ",
    "suspend_at_months": "จำนวนเดือนค้างที่ระงับสิทธิ",
    "suspend_after_days": "จำนวนวันเกินกำหนดที่ระงับสิทธิ",
    "lapse_at_months": "จำนวนเดือนค้างที่พ้นสภาพ",
    "lapse_after_days": "จำนวนวันเกินกำหนดที่พ้นสภาพ",
    "reinstate_wait_days": "วันรอสิทธิคืนหลังชำระครบ",
    "set_off": "การหักเงินค้างจากสวัสดิการ",
    "member_contribution": "การแบ่งเงินสมทบเข้ากอง",
    "state_grant": "การแบ่งเงินอุดหนุนรัฐเข้ากอง",
    "lao_grant": "การแบ่งเงินอุดหนุน อปท. เข้ากอง",
    "entry_fee": "การแบ่งค่าสมัครเข้ากอง",
    "bank_interest": "การแบ่งดอกเบี้ยเข้ากอง",
    "committee_up_to_baht": "วงเงินที่กรรมการหมู่บ้านอนุมัติได้",
    "committee_signatures": "จำนวนกรรมการที่ลงชื่อ",
    "above_by_resolution": "การใช้มติเมื่อเกินวงเงิน",
    "in_hand_max_baht": "เงินสดในมือไม่เกิน",
    "payment_max_baht": "จ่ายเงินสดได้ครั้งละไม่เกิน",
    "bank_within_working_days": "กำหนดนำเงินฝากธนาคาร",
    "bank_signatories": "จำนวนผู้มีสิทธิถอนเงิน",
    "bank_sign_any": "จำนวนผู้ลงชื่อถอนเงิน",
    "deadline_days": "กำหนดวันยื่น",
    "year": "แบบของปีที่ใช้นับ",
    "documents": "เอกสาร",
    "pay_days": "วันจ่าย",
    "at_least": "เกณฑ์ขั้นต่ำ",
    "at_most": "เกณฑ์ขั้นสูง",
    "below": "คำตอบก่อนถึงขั้นแรก",
    "tiers": "ขั้นของตาราง",
    "baht": "จำนวนเงิน",
    "units": "เพดานหน่วย",
    "times": "เพดานครั้ง",
    "min_years": "อายุสมาชิกขั้นต่ำ",
    "bank_above_cash_limit": "การจ่ายผ่านธนาคารเมื่อเกินวงเงินสด",
    "codi_kind": "ประเภทตามแบบรายงาน",
}


def path_words(path: str, benefit: str = "") -> str:
    """The name of the word a path ends in, of which benefit; a word without a name stays as its path."""
    parts = [part.partition("[")[0] for part in path.split(".")]
    last = parts[-2] if len(parts) > 1 and parts[-1] in {"days", "months"} else parts[-1]
    name = _NAMES.get(last)
    if name is None:
        return path
    return f"{name}ของ{benefit}" if benefit else name

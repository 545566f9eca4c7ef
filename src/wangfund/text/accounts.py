"""Thai names of the accounts, as a fund's own forms call them (accounting practice 5.1)."""

from __future__ import annotations

from typing import Final

ACCOUNTS: Final[dict[str, str]] = {
    "1100": "เงินสดในมือ",
    "1300": "เงินลงทุนอื่นๆ",
    "1400": "ลูกหนี้ผู้เก็บเงิน",
    "3100": "เงินสมทบจากสมาชิก",
    "3200": "สมทบจากผลกำไรกลุ่มองค์กรในชุมชน",
    "3300": "เงินจาก พอช.",
    "3400": "งบสมทบจากรัฐบาลผ่าน พอช.",
    "3500": "องค์กรปกครองส่วนท้องถิ่น",
    "3600": "หน่วยงานภาครัฐอื่นๆ",
    "3900": "ผลต่างยกมา",
    "4100": "ค่าธรรมเนียมแรกเข้า/ค่าสมัคร",
    "4200": "เงินบริจาค",
    "4300": "ดอกเบี้ยเงินฝากธนาคาร",
    "4900": "เงินรายได้อื่นๆ",
    "5101": "เด็กแรกเกิด/คลอดบุตร",
    "5102": "เจ็บป่วย/รักษาพยาบาล",
    "5103": "ผู้สูงอายุ",
    "5104": "กรณีเสียชีวิต",
    "5105": "ค่าใช้จ่ายเกี่ยวกับงานศพ",
    "5106": "คนด้อยโอกาส/พิการ",
    "5107": "พัฒนาอาชีพ",
    "5108": "การศึกษา",
    "5109": "ประเพณีวัฒนธรรม",
    "5110": "ที่อยู่อาศัย (ซ่อม/สร้าง)",
    "5111": "ผู้ประสบภัยพิบัติ",
    "5112": "กิจกรรมสาธารณประโยชน์",
    "5113": "ทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    "5199": "สวัสดิการอื่นๆ",
    "5200": "ค่าตอบแทนคนทำงาน",
    "5300": "ค่าพาหนะ",
    "5400": "ค่าเอกสาร/เครื่องเขียน",
    "5500": "ค่ากิจกรรม/ประชุม",
    "5600": "ค่าธรรมเนียมธนาคาร",
    "5700": "เงินสดขาดเกิน",
    "5900": "รายจ่ายอื่นๆ",
}
"""Every account of the standard chart; banks (1201…) carry the fund's own names."""

_BANK: Final = "เงินฝากธนาคาร"
_FIRST_WELFARE: Final = "51"


def account_name(code: str, own: str = "") -> str:
    """The Thai name of an account; `own` is the fund's own name of it and wins.

    A bank without a name of its own is a bank deposit; an account nobody knows shows its code.
    """
    if own:
        return own
    return ACCOUNTS.get(code) or (f"{_BANK} ({code})" if code.startswith("12") else f"บัญชี {code}")


def codi_kind_name(kind: int) -> str:
    """The Thai name of a CODI kind of welfare, 1–13; 99 is welfare of no kind."""
    return account_name(f"{_FIRST_WELFARE}{kind:02d}")

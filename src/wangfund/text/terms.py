"""One English term for each concept of a fund, paired with the fund's own Thai word."""

from __future__ import annotations

from typing import Final

TERMS: Final[dict[str, str]] = {
    "fund": "กองทุน",
    "member": "สมาชิก",
    "member number": "เลขที่สมาชิก",
    "national ID": "เลขประจำตัวประชาชน",
    "village": "หมู่บ้าน",
    "village number": "หมู่ที่",
    "house": "บ้านเลขที่",
    "heir": "ผู้รับผลประโยชน์",
    "committee": "คณะกรรมการ",
    "resolution": "มติที่ประชุม",
    "rulebook": "ระเบียบกองทุน",
    "clause": "ข้อ",
    "contribution": "เงินสมทบ",
    "entry fee": "ค่าสมัคร",
    "part payment": "เงินชำระบางส่วน",
    "cadence": "วิธีส่งเงิน",
    "arrears": "เงินค้าง",
    "paid through": "ชำระแล้วถึง",
    "round": "รอบเก็บเงิน",
    "collector": "ผู้เก็บเงิน",
    "collection sheet": "ใบเก็บเงินสมทบ",
    "receipt": "ใบเสร็จรับเงิน",
    "voucher": "ใบสำคัญจ่าย",
    "book": "เล่มที่",
    "leaf": "เลขที่",
    "benefit": "สวัสดิการ",
    "claim": "คำขอรับสวัสดิการ",
    "set-off": "หักเงินค้างจากสวัสดิการ",
    "entry": "รายการบัญชี",
    "reversal": "รายการกลับ",
    "account": "บัญชี",
    "pool": "กองเงิน",
    "cash": "เงินสด",
    "bank": "ธนาคาร",
    "balance": "ยอดคงเหลือ",
    "brought forward": "ยอดยกมา",
    "difference brought forward": "ผลต่างยกมา",
    "promises": "ผูกพันไว้แล้ว",
    "period": "งวด",
    "draft close": "ร่างปิดงวด",
    "final close": "ปิดงวด",
    "fingerprint": "รหัสยืนยันงวด",
    "fiscal year": "ปีบัญชี",
    "backup": "สำเนาสำรอง",
    "practice fund": "กองทุนฝึก",
    "meeting pack": "ชุดเอกสารประชุม",
    "network workbook": "สมุดข้อมูลเครือข่าย",
}

POOLS: Final[dict[str, str]] = {"welfare": "กองสวัสดิการ", "reserve": "กองสำรอง", "admin": "กองบริหาร"}

ENTRY_KINDS: Final[dict[str, str]] = {
    "opening": "ยอดยกมา",
    "contribution": "รับเงินสมทบ",
    "grant": "รับเงินสนับสนุน",
    "donation": "รับเงินบริจาค",
    "interest": "รับดอกเบี้ย",
    "other_income": "รับเงินอื่นๆ",
    "expense": "จ่ายค่าใช้จ่าย",
    "benefit": "จ่ายสวัสดิการ",
    "bank_transfer": "ฝาก ถอน หรือโอนเงิน",
    "hand_in": "ผู้เก็บเงินนำเงินส่ง",
    "cash_difference": "เงินสดขาดหรือเกิน",
    "pool_transfer": "โอนระหว่างกองเงิน",
    "reversal": "รายการกลับ",
}

RECEIPT_LINES: Final[dict[str, str]] = {
    "entry_fee": "ค่าสมัครสมาชิก",
    "contribution": "เงินสมทบ",
    "part_payment": "เงินสมทบชำระบางส่วน",
    "setoff": "เงินสมทบ (หักจากสวัสดิการ)",
    "grant": "เงินสนับสนุน",
    "donation": "เงินบริจาค",
    "interest": "ดอกเบี้ยเงินฝากธนาคาร",
    "other": "เงินรับอื่นๆ",
}

CADENCES: Final[dict[str, str]] = {"M": "รายเดือน", "Q": "ราย 3 เดือน", "H": "รายครึ่งปี", "Y": "รายปี"}

CAUSES: Final[dict[str, str]] = {
    "resigned": "ลาออก",
    "died": "เสียชีวิต",
    "lapsed": "พ้นสภาพเพราะค้างชำระ",
    "moved": "ย้ายออก",
    "unqualified": "ขาดคุณสมบัติ",
}

MEMBER_MOVES: Final[dict[str, str]] = {"joined": "เข้าใหม่", **CAUSES}

CLAIM_STATES: Final[dict[str, str]] = {
    "requested": "ยื่นคำขอแล้ว",
    "pending": "รอเอกสารหรือรอมติ",
    "approved": "อนุมัติแล้ว รอจ่าย",
    "refused": "ไม่อนุมัติ",
    "paid": "จ่ายแล้ว",
    "reversed": "จ่ายแล้วแต่ลงรายการกลับ",
    "withdrawn": "ถอนคำขอ",
}

RESULTS: Final[dict[str, str]] = {"PAY": "จ่ายได้", "REFUSE": "ยังจ่ายไม่ได้", "PENDING": "รอข้อมูลเพิ่ม"}

PERIOD_STATES: Final[dict[str, str]] = {"open": "เปิดอยู่", "draft": "ร่าง", "closed": "ปิดแล้ว"}

COVERAGE_KINDS: Final[dict[str, str]] = {
    "payment": "ชำระเงิน",
    "setoff": "หักจากสวัสดิการ",
    "exempt": "ยกเว้น",
    "waiver": "ผ่อนผันตามมติ",
    "declared": "แจ้งว่าชำระแล้วก่อนเริ่มบัญชี",
}

MEMBER_KINDS: Final[dict[str, str]] = {
    "general": "บุคคลทั่วไป",
    "youth": "เด็ก/เยาวชน",
    "elder": "ผู้สูงอายุ",
    "unknown_age": "ไม่ทราบอายุ",
}

IMPORT_ACTIONS: Final[dict[str, str]] = {
    "add": "เพิ่มใหม่",
    "update": "แก้ไข",
    "same": "เหมือนเดิม",
    "hold": "รอตรวจ",
}

FIELDS: Final[dict[str, str]] = {
    "member_no": "เลขที่สมาชิก",
    "national_id": "เลขประจำตัวประชาชน",
    "title": "คำนำหน้า",
    "given_name": "ชื่อ",
    "family_name": "นามสกุล",
    "full_name": "ชื่อและนามสกุล",
    "birth_date": "วันเกิด",
    "house_no": "บ้านเลขที่",
    "moo": "หมู่ที่",
    "joined_on": "วันที่สมัคร",
    "status": "สถานะ",
    "left_on": "วันที่พ้นสภาพ",
    "starts_on": "วันที่เป็นสมาชิก",
    "cadence": "วิธีส่งเงิน",
    "phone": "โทรศัพท์",
    "heir_name": "ผู้รับผลประโยชน์",
    "heir_relation": "ความเกี่ยวข้อง",
    "address": "ที่อยู่",
    "age": "อายุ",
    "age_at_joining": "อายุเมื่อสมัคร",
    "years": "จำนวนปีที่เป็นสมาชิก",
    "months_paid": "จำนวนเดือนที่ส่งเงินสมทบ",
    "note": "หมายเหตุ",
    "paid": "เงินที่ชำระ",
    "total": "ยอดรวม",
    "name": "ชื่อกองทุน",
    "villages": "หมู่บ้าน",
    "coverage": "ชำระแล้วถึงเดือนใด",
    "event": "วันที่เกิดเหตุ",
    "counted_cash": "เงินสดที่นับ",
    "who": "เป็นเหตุของใคร",
    "payee": "ผู้รับเงิน",
    "claimed_on": "วันที่ยื่นคำขอ",
    "documents": "หลักฐาน",
}

EVENT_OF: Final[dict[str, str]] = {
    "member": "สมาชิกเอง",
    "spouse": "คู่สมรส",
    "child": "บุตร",
    "parent": "บิดามารดา",
    "household": "คนในบ้าน",
}

PLACES: Final[dict[str, str]] = {
    "cash": "เงินสด",
    "bank": "ธนาคาร",
    "1400": "ลูกหนี้ผู้เก็บเงิน",
    "1300": "เงินลงทุนอื่นๆ",
}

ACTS: Final[dict[str, str]] = {
    "claim.decided": "อนุมัติสวัสดิการ",
    "month.closed": "ปิดงวด",
    "pool_transfer": "โอนเงินระหว่างกองเงิน",
    "expense": "จ่ายจากกองอื่นที่ไม่ใช่กองบริหาร",
    "lapsed": "ให้พ้นสภาพ",
    "unqualified": "ให้พ้นจากสมาชิกเพราะขาดคุณสมบัติ",
    "exempt": "ยกเว้นเงินสมทบ",
    "waiver": "ผ่อนผันเงินสมทบ",
}


WANTED: Final[dict[str, str]] = {
    "text": "ข้อความ",
    "texts": "รายการข้อความ",
    "table": "ตาราง [ชื่อ]",
    "tables": "รายการตาราง [[ชื่อ]]",
    "whole": "จำนวนเต็ม",
    "number": "ตัวเลข",
    "baht": "จำนวนเงินบาท",
    "true_false": " true หรือ false",
    "date": "วันที่ เช่น 2026-11-05",
    "duration": "ระยะเวลา เช่น 180d หรือ 2y",
    "founded_on": "วันที่ เช่น 2553-01-01",
    "books_from": "เดือน เช่น 2569-10",
    "bank_name": "ชื่อธนาคารที่ไม่ใช่ cash หรือ bank และไม่มีเครื่องหมาย =",
}


def pool_name(code: str) -> str:
    """The Thai name of a pool; a pool of the fund's own shows the name its rulebook gives."""
    return POOLS.get(code, code)

"""Thai words of the workbooks: names of sheets, heads of columns, lines of statements."""

from __future__ import annotations

from typing import Final

RIGHT: Final = "ตรง"
DIFFERS: Final = "ต่าง"
TOTAL: Final = "รวม"
CHECK_ROW: Final = "ตรวจ (สูตรบวกใหม่)"
NOTHING: Final = "ไม่มีรายการ"
UNIT: Final = "หน่วย: บาท"
PAGE_FOOT: Final = "หน้า &P/&N"
NOT_FOR_WALL: Final = "มีชื่อสมาชิก ห้ามติดประกาศ"
DRAFT: Final = "ร่าง ยังไม่ปิดงวด"
DATE: Final = "วันที่"
DATE_TEXT: Final = "วันที่ (พ.ศ.)"
MONTH: Final = "เดือน"
MONTH_TEXT: Final = "เดือน (พ.ศ.)"
MEMBER_NO: Final = "เลขที่สมาชิก"
NAME: Final = "ชื่อ"
MOO: Final = "หมู่ที่"
VILLAGE: Final = "หมู่บ้าน"
BENEFIT: Final = "สวัสดิการ"
CASES: Final = "ราย"
BAHT: Final = "บาท"
ITEM: Final = "รายการ"
KIND: Final = "ประเภท"
EVER: Final = "สะสม"
CURRENT: Final = "ปัจจุบัน"

SHEETS: Final[dict[str, str]] = {
    "statement": "งบเดือน",
    "paid": "สวัสดิการที่จ่าย",
    "moves": "สมาชิกเข้าออก",
    "arrears": "ค้างรายหมู่",
    "waiting": "คำขอรอ",
    "voids": "ยกเลิก",
    "bars": "สิบสองเดือน",
    "footings": "ตรวจยอด",
    "summary": "สรุป",
    "members": "สมาชิกรายหมู่",
    "contributions": "เงินสมทบรายเดือน",
    "benefits": "สวัสดิการรายเดือน",
    "kinds": "สวัสดิการตามประเภท",
    "position": "ฐานะการเงิน",
    "machine": "machine",
}
"""Sheets of both workbooks; the machine sheet keeps its English name for programs."""

TITLES: Final[dict[str, str]] = {
    "statement": "รายงานรับ–จ่ายและฐานะกองทุน",
    "paid": "สวัสดิการที่จ่าย",
    "moves": "สมาชิกเข้าและออก",
    "arrears": "เงินค้างรายหมู่",
    "waiting": "คำขอรับสวัสดิการที่รออยู่",
    "voids": "ใบเสร็จและใบสำคัญที่ยกเลิก",
    "bars": "เงินเข้าและออกสิบสองเดือน",
    "footings": "ตรวจยอด",
    "summary": "ข้อมูลกองทุนสำหรับเครือข่าย",
    "members": "สมาชิกรายหมู่และประเภท",
    "contributions": "เงินสมทบรายเดือน",
    "benefits": "สวัสดิการรายเดือน",
    "kinds": "สวัสดิการที่จ่ายตามประเภท",
    "position": "รายงานฐานะการเงิน",
}

STATEMENT: Final[dict[str, str]] = {
    "opening": "ยอดยกมา",
    "receipts": "รับ",
    "receipts_total": "รวมรับ",
    "benefits": "จ่ายสวัสดิการ",
    "benefits_total": "รวมสวัสดิการ",
    "expenses": "ค่าใช้จ่ายดำเนินงาน",
    "expenses_total": "รวมค่าใช้จ่าย",
    "paid_total": "รวมจ่าย",
    "closing": "ยอดยกไป {day}",
    "check_month": "ตรวจเดือน",
    "check_year": "ตรวจสะสม",
    "month": "เดือน{month}",
    "places": "เงินอยู่ที่",
    "pools": "แบ่งเป็นกอง",
    "pool_opening": "ยกมา",
    "pool_received": "รับ",
    "pool_paid": "จ่าย",
    "pool_closing": "คงเหลือ",
    "promises": "ผูกพันไว้แล้ว",
    "approved_unpaid": "อนุมัติแล้วรอจ่าย (ราย, บาท)",
    "paid_ahead": "รับล่วงหน้า (เดือน, บาท)",
    "notes": "ประกอบงบ",
    "setoff": "เงินสมทบที่หักจากสวัสดิการ ไม่มีเงินสดเคลื่อนไหว (ราย, บาท)",
    "admin": "ค่าใช้จ่ายกองบริหารต่อรายรับสะสม ร้อยละ {percent}",
    "counted": "เงินสดที่นับได้ {day}",
    "not_counted": "ยังไม่ได้นับเงินสด",
    "members_now": "สมาชิกปัจจุบัน (คน)",
    "members_ever": "สมาชิกสะสม (คน)",
    "closed": "ปิดงวดแล้ว {day} ตาม{resolution}",
    "fingerprint": "รหัสยืนยันงวด {fingerprint}",
    "period": "ประจำเดือน{month}",
    "made": "ทำเมื่อ {day}",
    "signed": "ลงชื่อ ........................................",
    "honest": "ตัวเลขมาจากสมุดบัญชี ช่องตรวจเป็นสูตรที่บวกใหม่ ถ้ามีผู้แก้ตัวเลข ช่องตรวจจะบอกผลต่าง",
}
"""Lines of the month's statement."""

COLUMNS: Final[dict[str, str]] = {
    "voucher": "ใบสำคัญที่",
    "units": "จำนวน",
    "gross": "สวัสดิการเต็ม",
    "setoff": "หักเงินค้าง",
    "net": "จ่ายจริง",
    "one_hand": "ผู้อนุมัติที่จ่ายเอง: เหตุผล",
    "move": "รายการ",
    "members": "สมาชิก",
    "owing": "ค้าง",
    "suspended": "พักสิทธิ",
    "lapsed": "ครบเกณฑ์พ้นสภาพ",
    "unknown": "ไม่รู้ยอดชำระ",
    "owed_months": "เดือนที่ค้าง",
    "owed": "เงินค้าง",
    "claim": "คำขอที่",
    "event": "วันเกิดเหตุ",
    "event_text": "วันเกิดเหตุ (พ.ศ.)",
    "claimed": "วันยื่น",
    "claimed_text": "วันยื่น (พ.ศ.)",
    "state": "สถานะ",
    "claim_net": "เงินที่จะจ่าย",
    "paper": "เอกสาร",
    "fiscal_year": "ปี",
    "number": "ลำดับที่",
    "book": "เล่มที่",
    "leaf": "เลขที่",
    "who": "ผู้จ่ายหรือผู้รับ",
    "amount": "จำนวนเงิน",
    "reason": "เหตุผล",
    "received": "รับ",
    "paid": "จ่าย",
    "left": "ทางหนึ่ง",
    "right": "อีกทางหนึ่ง",
    "difference": "ผลต่าง",
    "receipts": "ใบเสร็จ",
    "contribution": "เงินสมทบ",
    "account": "บัญชี",
    "cases_ever": "ราย (สะสม)",
    "baht_ever": "บาท (สะสม)",
    "cases_year": "ราย (12 เดือนล่าสุด)",
    "baht_year": "บาท (12 เดือนล่าสุด)",
}

PAPERS: Final[dict[str, str]] = {"receipt": "ใบเสร็จรับเงิน", "voucher": "ใบสำคัญจ่าย"}

FOOTINGS: Final[dict[str, str]] = {
    "MONTH_FOOTS": "ยกมา + รับ − จ่าย ของเดือน = ยกไป",
    "YEAR_FOOTS": "ยกมา + รับ − จ่าย ของปีถึงเดือนนี้ = ยกไป",
    "PLACES_FOOT": "เงินสด ธนาคาร และที่อยู่อื่นของเงิน = ยกไป",
    "POOLS_FOOT": "ทุกกองเงินรวมกัน = ยกไป",
    "LEDGER_FOOTS": "ยกมา + ความเคลื่อนไหวในบัญชีแยกประเภท = ยกไป",
    "BENEFITS_FOOT": "สวัสดิการในงบ = สวัสดิการในบัญชีแยกประเภท",
}

RECOMPUTED: Final[dict[str, str]] = {
    "month": "คำนวณใหม่จากแผ่นงบเดือน: เดือนนี้",
    "year": "คำนวณใหม่จากแผ่นงบเดือน: ปีถึงเดือนนี้",
    "places": "คำนวณใหม่จากแผ่นงบเดือน: เงินอยู่ที่",
    "pools": "คำนวณใหม่จากแผ่นงบเดือน: กองเงิน",
}

SUMMARY: Final[dict[str, str]] = {
    "as_of": "ข้อมูล ณ สิ้นวัน {day}",
    "identity": "กองทุน",
    "name": "ชื่อกองทุน",
    "tambon": "ตำบล",
    "amphoe": "อำเภอ",
    "province": "จังหวัด",
    "phone": "โทรศัพท์",
    "founded": "ก่อตั้ง",
    "last_closed": "ปิดงวดล่าสุด",
    "fingerprint": "รหัสยืนยันงวด",
    "members": "สมาชิก",
    "members_ever": "สมาชิกสะสมถึงปัจจุบัน (คน)",
    "members_now": "สมาชิกคงเหลือ หักตาย ลาออก และพ้นสภาพ (คน)",
    "members_full_year": "สมาชิกครบ 1 ปี (คน)",
    "population": "ประชากรในตำบล (คน)",
    "villages": "หมู่บ้านในตำบล",
    "villages_with_members": "หมู่บ้านที่มีสมาชิก",
    "money": "เงินคงเหลือ",
    "cash": "เงินสดในมือ",
    "bank": "เงินฝากธนาคาร",
    "cash_and_bank": "รวมเงินสดและธนาคาร",
    "pools": "แบ่งเป็นกอง",
    "promises": "ผูกพันไว้แล้ว",
    "approved_unpaid": "อนุมัติแล้วรอจ่าย",
    "paid_ahead": "เงินสมทบรับล่วงหน้า",
    "parties": "ที่มาของเงินตั้งแต่เริ่มบัญชี ตามหลัก 3 ประสาน",
    "no_names": "สมุดนี้มีแต่จำนวนและยอดรวม ไม่มีชื่อสมาชิก",
}

PARTIES: Final[dict[str, str]] = {
    "state": "ภาครัฐ",
    "local": "องค์กรปกครองส่วนท้องถิ่น",
    "community": "ชุมชน (สมาชิก กลุ่ม ผู้บริจาค)",
    "own": "ดอกเบี้ย รายได้อื่น และผลต่างยกมา",
}

POSITION: Final[dict[str, str]] = {
    "receipts": "รายการรับ",
    "capital": "รายรับ",
    "income": "รายได้",
    "payments": "รายการจ่าย",
    "assets": "สินทรัพย์และเงินคงเหลือ",
    "welfare": "จ่ายสวัสดิการให้กับสมาชิก",
    "costs": "ค่าใช้จ่าย",
    "receipts_total": "รวมยอดบัญชีรายรับ",
    "payments_total": "รวมยอดบัญชีรายจ่าย",
    "check": "สองยอดต้องเท่ากัน",
}

"""What the verification of a fund file may find."""

from __future__ import annotations

from typing import Final

_CALL: Final = "เก็บไฟล์นี้ไว้โดยไม่ทำรายการต่อ แล้วเทียบกับสำเนาสำรอง และแจ้งผู้ตรวจสอบ"

VERIFY_MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "FINGERPRINT_UNKNOWN": (
        "รหัสนี้ไม่ตรงกับงวดใดในไฟล์นี้",
        "ตรวจว่าพิมพ์ถูก ถ้าถูกแล้ว กระดาษแผ่นนี้เป็นของไฟล์อื่น หรือไฟล์ถูกเปลี่ยนหลังพิมพ์",
    ),
    "FILE_NOT_WHOLE": ("ไฟล์เสียหาย อ่านได้ไม่ครบ ({where} {detail})", _CALL),
    "REFERENCE_LOST": ("{where} อ้างถึงข้อมูลที่ไม่มีอยู่ ({detail})", _CALL),
    "GUARD_WRONG": ("ข้อห้ามที่ป้องกันบัญชี ({where}) หายไปหรือถูกแก้", _CALL),
    "SCHEMA_WRONG": ("โครงของไฟล์ ({where}) หายไป ถูกแก้ หรือไม่ใช่ของโปรแกรม", _CALL),
    "LINK_MISSING": ("โซ่บันทึกขาดที่ {where}", _CALL),
    "LINK_BROKEN": ("โซ่บันทึกไม่ต่อกันที่ {where} ({detail})", _CALL),
    "ROW_WITHOUT_LINK": ("{where} ถูกเพิ่มโดยไม่ผ่านโปรแกรม", _CALL),
    "ROW_CHANGED": ("{where} ถูกแก้โดยไม่ผ่านโปรแกรม", _CALL),
    "ROW_LOST": ("{where} ถูกลบโดยไม่ผ่านโปรแกรม", _CALL),
    "ENTRY_UNBALANCED": ("รายการบัญชี {where} เดบิตไม่เท่าเครดิต ({detail})", _CALL),
    "ENTRY_NOT_POSTED": ("รายการบัญชี {where} ลงไม่เสร็จ", _CALL),
    "RECEIPT_DIFFERS_FROM_ENTRY": ("ใบเสร็จ {where} ไม่เท่ากับรายการบัญชี ({detail})", _CALL),
    "RECEIPT_LINES_DIFFER": ("ใบเสร็จ {where} ไม่เท่ากับผลรวมของรายการในใบ ({detail})", _CALL),
    "COVERAGE_TWICE": ("เดือนเดียวกันถูกนับว่าชำระสองครั้ง ({where} กับ {detail})", _CALL),
    "PAID_ABOVE_DECISION": ("จ่ายสวัสดิการเกินมติ ({where} {detail})", _CALL),
    "RECEIPT_NUMBER_HOLE": ("เลขที่ใบเสร็จไม่ต่อเนื่อง ({where} {detail})", _CALL),
    "VOUCHER_NUMBER_HOLE": ("เลขที่ใบสำคัญจ่ายไม่ต่อเนื่อง ({where} {detail})", _CALL),
    "ROUND_NUMBER_HOLE": ("เลขที่รอบเก็บเงินไม่ต่อเนื่อง ({where} {detail})", _CALL),
    "CLAIM_NUMBER_HOLE": ("เลขที่คำขอสวัสดิการไม่ต่อเนื่อง ({where} {detail})", _CALL),
    "TRIAL_BALANCE": ("งบทดลองเดบิตไม่เท่าเครดิต ({detail})", _CALL),
    "POOLS_DIFFER": ("กองเงินรวมกันไม่เท่าเงินทั้งหมด ({detail})", _CALL),
    "SEALED_HEAD_DIFFERS": ("งวดที่ปิดแล้ว {where} ไม่ตรงกับโซ่บันทึก", _CALL),
    "SEALED_BALANCE_DIFFERS": ("ยอดของงวดที่ปิดแล้ว {where} ไม่ตรงกับรายการบัญชี ({detail})", _CALL),
}

"""A claim on its way: asked for, decided, paid. What the rules say to it lies beside the rulebook's own words."""

from __future__ import annotations

from typing import Final

CLAIM_MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "CLAIM_UNKNOWN": ("ไม่มีคำขอรหัส {claim}", "ตรวจเลขคำขอ"),
    "CLAIM_ALREADY_DECIDED": ("คำขอที่ {claim} มีมติแล้ว ({state}) จึงไม่เปลี่ยน", "ถ้ามติผิด ให้ยื่นคำขอใหม่"),
    "CLAIM_ALREADY_PAID": ("คำขอที่ {claim} จ่ายแล้ว จึงไม่จ่ายซ้ำ", "ไม่ต้องทำอะไร"),
    "CLAIM_NOT_APPROVED": ("คำขอที่ {claim} ยังไม่ได้รับอนุมัติ ({state}) จึงไม่ได้จ่าย", "รอมติที่ประชุมก่อน"),
    "CLAIM_DECIDED_UNPAID": (
        "มติบันทึกไว้แล้วในคำขอรหัส {claim} ยังไม่ได้จ่ายเงิน",
        "ไม่ต้องยื่นใหม่ แก้ตามข้างต้น แล้วสั่ง wangfund claim พร้อม --claim {claim} --pay",
    ),
    "PAID_BEFORE_EVENT": (
        "คำขอที่ {claim} เป็นเหตุวันที่ {event_on} จึงจ่ายลงวันที่ {on} ไม่ได้",
        "ใช้วันที่จ่ายเงินจริง",
    ),
    "CLAIM_STAYS": ("คำขอที่ {claim} {state}แล้ว จึงถอนไม่ได้", "ถ้าจ่ายผิด ให้ลงรายการกลับของใบสำคัญจ่าย"),
    "PAYEE_MISSING": (
        "คำขอที่ {claim} ยังไม่รู้ว่าจ่ายให้ใคร จึงไม่ได้จ่าย",
        "ใส่ชื่อผู้รับเงิน (--payee) เช่น ผู้รับผลประโยชน์ที่สมาชิกแจ้งไว้",
    ),
    "BENEFIT_UNKNOWN": ("ระเบียบไม่มีสวัสดิการ {benefit}", "ใช้รหัสตามระเบียบ: {known}"),
    "FACTS_INVALID": (
        "ข้อเท็จจริงของคำขอ {benefit} ยังไม่ครบหรือไม่ถูกต้อง จึงยังไม่ได้พิจารณา",
        "แก้ตามรายการ แล้วลองอีกครั้ง",
    ),
    "FACT_NOT_ASKED": ("สวัสดิการนี้ไม่ได้ถาม {field}", "ลบออก หรือตรวจตัวสะกด"),
}

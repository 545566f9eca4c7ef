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
    "NOT_A_PAY_DAY": ("วันที่ {date} ไม่ใช่วันจ่าย{benefit}ตามระเบียบ", "เลือกวันจ่ายตามระเบียบ"),
    "NOT_REFUSED": ("คำขอรหัส {claim} ไม่ได้ถูกตัดสินว่าจ่ายไม่ได้ จึงไม่มีหนังสือแจ้งผล", "ตรวจรหัสคำขอ"),
    "MEETING_BEFORE_CLAIM": ("คำขอที่ {claim} ยื่นวันที่ {claimed_on} หลังวันประชุม {on}", "ตรวจวันประชุม"),
    "HEIRS_NOT_ASKED": ("คำขอที่ {claim} ไม่ได้รอมติทายาท จึงไม่ต้องระบุทายาท", "ลงมติโดยไม่ระบุทายาท"),
    "HEIR_UNNAMED": ("ทายาทบางคนยังไม่มีชื่อ", "พิมพ์ชื่อทายาททุกคน"),
    "HEIR_TWICE": ("ทายาทชื่อ {name} ซ้ำกัน", "ลบชื่อที่ซ้ำ หรือแก้ส่วนแบ่ง"),
    "HEIR_WITHOUT_PART": ("ทายาทชื่อ {name} ยังไม่มีส่วนแบ่ง", "ใส่จำนวนส่วนตั้งแต่ 1"),
    "SHARE_NOT_NAMED": ("คำขอที่ {claim} มีส่วนแบ่ง {shares} ส่วน ไม่มีส่วนที่ {share}", "เลือกส่วนแบ่งตามมติ"),
    "SHARE_PAID": ("ส่วนของ {name} ในคำขอที่ {claim} จ่ายแล้ว จึงไม่จ่ายซ้ำ", "ไม่ต้องทำอะไร"),
    "NOBODY_CHOSEN": ("ยังไม่ได้เลือกผู้รับเงิน", "เลือกอย่างน้อยหนึ่งคน"),
    "EXCLUDED_AND_CHOSEN": ("มีสมาชิกที่ทั้งเลือกจ่ายและงดจ่าย จึงยังไม่ได้จ่าย", "เลือกอย่างใดอย่างหนึ่ง"),
    "BENEFIT_UNKNOWN": ("ระเบียบไม่มีสวัสดิการ {benefit}", "ใช้รหัสตามระเบียบ: {known}"),
    "FACTS_INVALID": (
        "ข้อเท็จจริงของคำขอ {benefit} ยังไม่ครบหรือไม่ถูกต้อง จึงยังไม่ได้พิจารณา",
        "แก้ตามรายการ แล้วลองอีกครั้ง",
    ),
    "FACT_NOT_ASKED": ("สวัสดิการนี้ไม่ได้ถาม {field}", "ลบออก หรือตรวจตัวสะกด"),
    # what a claim has passed: the message what it is, the advice how it stands
    "CHECK_MEMBER": ("เป็นสมาชิกในวันเกิดเหตุ", "เป็นมา {length}"),
    "CHECK_WAITED": ("เป็นสมาชิกครบ {waited}", "เป็นมา {length}"),
    "CHECK_YEARS": ("เป็นสมาชิกครบ {min_years} ปี", "เป็นมา {length}"),
    "CHECK_STANDING": ("สิทธิไม่ถูกระงับ", "ตอนเกิดเหตุ{arrears}"),
    "CHECK_IN_TIME": ("ยื่นทันกำหนด {deadline_days} วัน", "วันสุดท้ายคือ {last_day}"),
    "CHECK_PAPERS": ("หลักฐานครบ {papers} รายการ", ""),
    "CHECK_CEILING": ("ไม่เกินเพดานเงินปีละ {limit} บาท", "รับแล้ว {used} รวมครั้งนี้ {total}"),
    # a reason that only the fund's own rulebook knows
    "RULEBOOK_CONDITION": (
        "ยังไม่เข้าเงื่อนไขของระเบียบ: {label} {told} (ระเบียบกำหนด {wanted})",
        "ดูข้อของระเบียบที่แสดงไว้",
    ),
}

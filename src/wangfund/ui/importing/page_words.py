"""What the page says of itself."""

from __future__ import annotations

from typing import Final

from wangfund.ui.importing.state import ImportState, Phase
from wangfund.ui.words import baht

HELP: Final = (
    "Ctrl O เลือกไฟล์ทะเบียน หรือลากไฟล์มาวาง โปรแกรมอ่านแล้วให้ดูก่อน ยังไม่บันทึกอะไร",
    "ช่องสีแดงต้องตัดสินใจ ช่องสีเหลืองควรดู ช่องสีฟ้าโปรแกรมจัดรูปให้ ช่องสีเขียวท่านแก้เอง",
    "ที่ช่องแดง กดเลขเลือกว่าจะทำอย่างไร แล้ว Enter โปรแกรมจะไปจุดถัดไปให้เอง",
    "F3 หรือพิมพ์ แก้ในช่องตามเอกสารจริง Enter เมื่อแก้เสร็จ Esc ไม่แก้",
    "F12 ดูเฉพาะแถวที่ต้องดู กดอีกครั้งดูทุกแถว",
    "F10 บอกว่าคอลัมน์ใดของไฟล์คืออะไร เมื่อโปรแกรมเดาผิด",
    "F9 นำเข้า คนที่พักไว้จะยังไม่เข้า นำเข้าไฟล์เดิมอีกครั้งได้โดยไม่ซ้ำ",
    "Ctrl Z เลิกการนำเข้าครั้งล่าสุดได้ ตราบที่ยังไม่มีใครจ่ายเงินหรือขอสวัสดิการ",
)


def file_facts(state: ImportState, why_grey: str = "", *, brief: bool = False) -> str:
    """The quiet line of the head: the file and its sheets, and why nothing can be imported, when it cannot.

    `brief` where there is little room.
    """
    if state.file is None:
        return ""
    if brief:
        return why_grey or state.file.path.name
    parts = [state.file.path.name]
    if state.phase is Phase.MATRIX:
        if state.matrix is not None:
            total = sum(row.total_satang for row in state.matrix.rows if not row.on_hold)
            parts.append(f"ตารางเงินสมทบปี {state.matrix.year + 543} รวม {baht(total)} บาท")
    elif state.shown is not None:
        read = [sheet for sheet in state.shown.preview.reading.sheets if sheet.columns]
        if len(read) == 1:
            parts.append(f"แผ่นงาน “{read[0].name}”")
        elif read:
            parts.append(f"{len(read)} แผ่นงาน")
    return " · ".join([*parts, why_grey or "ยังไม่มีอะไรถูกบันทึก"])


def import_verb(state: ImportState) -> str:
    """What importing now does: nobody new comes where all are there already, but their months can be told."""
    return f"นำเข้า {state.coming:,} คน" if state.coming or not state.counts.get("same") else "แจ้งเดือนที่ชำระ"


def why_not(state: ImportState, *, readonly: bool) -> str:
    """Why nothing can be imported now, "" when it can."""
    if readonly:
        return "เปิดกองทุนดูอย่างเดียว จึงนำเข้าไม่ได้"
    if state.phase is Phase.REGISTER and state.shown is None:
        return "กำลังอ่านไฟล์"
    if not state.coming and not state.counts.get("same", 0):
        return "ยังไม่มีใครที่นำเข้าได้"
    return ""

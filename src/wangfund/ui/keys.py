"""Every key of the window in one table, beside its words. The same key means the same everywhere."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class KeyWords(NamedTuple):
    """A key as Qt reads it, as it is shown, and what it does."""

    sequence: str
    shown: str
    does: str


class Key(Enum):
    """The keys in use."""

    GO_ON = KeyWords("Return", "Enter", "ไปต่อ เปิดดู")
    BACK = KeyWords("Escape", "Esc", "กลับ ยังไม่ทำ")
    YES = KeyWords("Tab", "Tab Enter", "ตอบตกลงเมื่อโปรแกรมถาม")
    HELP = KeyWords("F1", "F1", "วิธีใช้หน้านี้")
    NEW = KeyWords("F2", "F2", "เพิ่มรายการใหม่")
    EDIT = KeyWords("F3", "F3", "แก้ไข")
    ALL_PAID = KeyWords("F4", "F4", "ทุกคนจ่ายครบ")
    RECEIVE = KeyWords("F5", "F5", "รับเงิน")
    CLAIM = KeyWords("F6", "F6", "ขอสวัสดิการ")
    PRINT = KeyWords("F7", "F7", "พิมพ์ ดูเอกสาร")
    SHOW_MEMBER = KeyWords("F8", "F8", "ให้สมาชิกดู")
    POST = KeyWords("F9", "F9", "บันทึก ลงบัญชี")
    MORE = KeyWords("F10", "F10", "เรื่องอื่นของรายการนี้")
    REMOVE = KeyWords("Del", "Del", "เอาแถวนี้ออก")
    REVERSE = KeyWords("F11", "F11", "กลับรายการ")
    ONLY_PROBLEMS = KeyWords("F12", "F12", "เฉพาะที่ต้องดู")
    UNDO = KeyWords("Ctrl+Z", "Ctrl Z", "เลิกทำรายการล่าสุด")
    SAVE_FILE = KeyWords("Ctrl+S", "Ctrl S", "เก็บเป็นไฟล์")
    FOLDER = KeyWords("Ctrl+E", "Ctrl E", "เปิดโฟลเดอร์ของไฟล์ที่เก็บ")
    IMPORT = KeyWords("Ctrl+I", "Ctrl I", "นำเข้าทะเบียน")
    NEW_FUND = KeyWords("Ctrl+N", "Ctrl N", "ตั้งกองทุนใหม่")
    FIND = KeyWords("Ctrl+K", "Ctrl K", "ค้นหา")
    BYLAW = KeyWords("Ctrl+R", "Ctrl R", "ดูระเบียบ")
    PAST = KeyWords("Ctrl+H", "Ctrl H", "สวัสดิการก่อนใช้โปรแกรม")
    OPEN = KeyWords("Ctrl+O", "Ctrl O", "เปิดกองทุน")
    PRACTICE = KeyWords("Ctrl+T", "Ctrl T", "ทดลองใช้กองทุนฝึก")
    LARGER = KeyWords("Ctrl++", "Ctrl +", "ตัวอักษรใหญ่ขึ้น")
    SMALLER = KeyWords("Ctrl+-", "Ctrl −", "ตัวอักษรเล็กลง")
    USUAL_SIZE = KeyWords("Ctrl+0", "Ctrl 0", "ตัวอักษรขนาดปกติ")
    NEXT_LIST = KeyWords("Alt+Right", "Alt + ลูกศรขวา", "รายการถัดไป")
    MONTH_BEFORE = KeyWords("Ctrl+PgUp", "Ctrl PgUp", "เดือนก่อน")
    MONTH_AFTER = KeyWords("Ctrl+PgDown", "Ctrl PgDn", "เดือนถัดไป")
    CALENDAR = KeyWords("Alt+Down", "Alt + ลูกศรลง", "เปิดปฏิทินในช่องวันที่")

    @property
    def sequence(self) -> str:
        """As Qt reads it."""
        return self.value.sequence

    @property
    def shown(self) -> str:
        """As it stands beside the words."""
        return self.value.shown


def page_key(number: int) -> str:
    """The key of the page with a number, 1 to 9."""
    return f"Ctrl+{number}"

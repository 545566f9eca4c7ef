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
    BACK = KeyWords("Escape", "Esc", "กลับ")
    SHOW_MEMBER = KeyWords("F8", "F8", "ให้สมาชิกดู")
    FIND = KeyWords("Ctrl+K", "Ctrl K", "ค้นหาสมาชิก")
    OPEN = KeyWords("Ctrl+O", "Ctrl O", "เปิดกองทุน")
    PRACTICE = KeyWords("Ctrl+T", "Ctrl T", "ทดลองใช้กองทุนฝึก")
    LARGER = KeyWords("Ctrl++", "Ctrl +", "ตัวอักษรใหญ่ขึ้น")
    SMALLER = KeyWords("Ctrl+-", "Ctrl −", "ตัวอักษรเล็กลง")
    USUAL_SIZE = KeyWords("Ctrl+0", "Ctrl 0", "ตัวอักษรขนาดปกติ")
    NEXT_LIST = KeyWords("Alt+Right", "Alt + ลูกศรขวา", "รายการถัดไป")

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

"""The few words of Qt's own that a person meets, in Thai: the file dialog and the menu of a field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

_FILES: Final = {
    "Look in:": "โฟลเดอร์",
    "File &name:": "ชื่อแฟ้ม",
    "Files of type:": "ชนิดแฟ้ม",
    "Directory:": "โฟลเดอร์",
    "Back": "ย้อนกลับ",
    "Go back": "ย้อนกลับ",
    "Forward": "ไปข้างหน้า",
    "Go forward": "ไปข้างหน้า",
    "Parent Directory": "โฟลเดอร์ชั้นบน",
    "Go to the parent directory": "ไปโฟลเดอร์ชั้นบน",
    "Create New Folder": "สร้างโฟลเดอร์ใหม่",
    "Create a New Folder": "สร้างโฟลเดอร์ใหม่",
    "List View": "แบบรายชื่อ",
    "Change to list view mode": "แสดงเป็นรายชื่อ",
    "Detail View": "แบบละเอียด",
    "Change to detail view mode": "แสดงแบบละเอียด",
    "Sidebar": "ที่ใช้บ่อย",
    "List of places and bookmarks": "ที่ใช้บ่อย",
    "Files": "แฟ้ม",
    "My Computer": "คอมพิวเตอร์เครื่องนี้",
    "Computer": "คอมพิวเตอร์เครื่องนี้",
    "New Folder": "โฟลเดอร์ใหม่",
    "&New Folder": "โฟลเดอร์ใหม่",
    "&Rename": "เปลี่ยนชื่อ",
    "&Delete": "ลบ",
    "Show &hidden files": "แสดงแฟ้มที่ซ่อนไว้",
    "Remove": "เอาออก",
    "Recent Places": "ที่เปิดล่าสุด",
    "Name": "ชื่อ",
    "Size": "ขนาด",
    "Kind": "ชนิด",
    "Type": "ชนิด",
    "Date Modified": "แก้ไขล่าสุด",
    "Folder": "โฟลเดอร์",
    "File Folder": "โฟลเดอร์",
    "Drive": "ไดรฟ์",
    "File": "แฟ้ม",
    "%1 File": "แฟ้ม %1",
    "All Files (*)": "ทุกแฟ้ม (*)",
    "Delete": "ลบ",
    "Are you sure you want to delete '%1'?": "ลบ “%1” จริงหรือไม่",
    "'%1' is write protected.\nDo you want to delete it anyway?": "“%1” ห้ามแก้ไขไว้ จะลบจริงหรือไม่",
    "Could not delete directory.": "ลบโฟลเดอร์ไม่ได้",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "ไม่พบแฟ้ม %1\nตรวจชื่อแฟ้มอีกครั้ง",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "ไม่พบโฟลเดอร์ %1\nตรวจชื่อโฟลเดอร์อีกครั้ง"
    ),
    "%1 already exists.\nDo you want to replace it?": "มี %1 อยู่แล้ว จะเก็บทับหรือไม่",
}
_BUTTONS: Final = {
    "OK": "ตกลง",
    "&OK": "ตกลง",
    "Cancel": "ยกเลิก",
    "&Cancel": "ยกเลิก",
    "&Yes": "ใช่",
    "&No": "ไม่",
    "&Open": "เปิด",
    "Open": "เปิด",
    "&Save": "เก็บ",
    "Save": "เก็บ",
    "&Choose": "เลือก",
}
_MENU: Final = {
    "&Undo": "เลิกทำ",
    "&Redo": "ทำซ้ำ",
    "Cu&t": "ตัด",
    "&Copy": "คัดลอก",
    "&Paste": "วาง",
    "Delete": "ลบ",
    "Select All": "เลือกทั้งหมด",
}
_WORDS: Final = {
    **dict.fromkeys(("QFileDialog", "QFileSystemModel", "QFileIconProvider"), _FILES),
    "QAbstractFileIconProvider": _FILES,
    "QPlatformTheme": _BUTTONS,
    "QDialogButtonBox": _BUTTONS,
    "QMessageBox": _BUTTONS,
    "QLineEdit": _MENU,
    "QWidgetTextControl": _MENU,
}
_NAME: Final = "thai-words"


class ThaiWords(QTranslator):
    """Qt ships no Thai; this knows the words of the dialogs the window uses."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  # Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The Thai words, None for what is not known."""
        return _WORDS.get(context, {}).get(sourceText)

    def isEmpty(self) -> bool:
        """It has words."""
        return False


def speak_thai() -> None:
    """Let Qt's own dialogs speak Thai; done once for an application."""
    app = QCoreApplication.instance()
    if app is not None and app.findChild(ThaiWords, _NAME) is None:
        words = ThaiWords(app)
        words.setObjectName(_NAME)
        QCoreApplication.installTranslator(words)

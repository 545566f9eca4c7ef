"""The whole text of a by-law, for what no field reaches."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wangfund.domain.rulebook.toml_text import TEXT_CAP_BYTES
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel


class _Edit(QPlainTextEdit):
    """Plain text; a paste larger than any rulebook is not taken."""

    too_large = Signal()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if len(source.text()) + self.document().characterCount() > TEXT_CAP_BYTES:
            self.too_large.emit()
            return
        super().insertFromMimeData(source)


class TextEditor(QWidget):
    """`edited` gives the text after every edit by a person, `too_large` tells of a paste that was not taken."""

    edited = Signal(str)
    too_large = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.edit = _Edit()
        self.edit.setAccessibleName("ข้อความทั้งฉบับ")
        self.edit.setFont(theme.font())
        self.edit.setTabChangesFocus(True)
        self.place = ElideLabel(theme, "", Words.SECOND, "ink2")
        column = QVBoxLayout(self)
        pad = theme.px(sizes.PANEL_PAD)
        column.setContentsMargins(pad, theme.px(10), pad, theme.px(6))
        column.setSpacing(theme.px(4))
        column.addWidget(self.edit, 1)
        column.addWidget(self.place)
        self.edit.textChanged.connect(lambda: self.edited.emit(self.edit.toPlainText()))
        self.edit.too_large.connect(self.too_large)
        self.edit.cursorPositionChanged.connect(self._show_place)

    def show_text(self, text: str, *, readonly: bool) -> None:
        """Show a text; nothing is told. Where it is the same the place and the undoing stay."""
        self.edit.setReadOnly(readonly)
        if self.edit.toPlainText() != text:
            with QSignalBlocker(self.edit):
                self.edit.setPlainText(text)
        self._show_place()

    def go_to(self, line: int) -> None:
        """Put the typing on a line, from 1 on."""
        block = self.edit.document().findBlockByNumber(max(line - 1, 0))
        if block.isValid():
            self.edit.setTextCursor(QTextCursor(block))
            self.edit.centerCursor()
        self.edit.setFocus()

    def _show_place(self) -> None:
        number = self.edit.textCursor().blockNumber() + 1
        act = (
            "ดูได้อย่างเดียว กด F2 เพื่อร่างฉบับใหม่"
            if self.edit.isReadOnly()
            else "ตรวจให้ทันทีที่หยุดพิมพ์ ยังไม่มีผลจนกว่าจะกด F9"
        )
        self.place.setText(f"บรรทัด {number:,} · {act}")

"""Closing: the work under way is waited for, and what was done since the last backup is backed up and verified."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.text.messages import lines_of_error
from wangfund.ui.backup_task import WORDS, backup_task
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.workplace import Workplace
from wangfund.usecases.backup_fund import Backup


class ClosingDialog(QDialog):
    """Ends by itself when all is safe; when the backup fails the person decides. `safe` says how it ended."""

    settled = Signal()

    def __init__(self, theme: Theme, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self.safe, self._over = place, False, False
        self.setWindowTitle("ปิดโปรแกรม")
        self.setMinimumWidth(theme.px(520))
        self._heading = WrapLabel(theme, f"กำลัง{WORDS}ก่อนปิด", Words.SUB)
        self.words = WrapLabel(theme, "โปรดรอสักครู่ อย่าเพิ่งถอดแฟลชไดรฟ์")
        lines = QVBoxLayout()
        lines.addWidget(self._heading)
        lines.addWidget(self.words)
        lines.addStretch()
        top = QHBoxLayout()
        top.setSpacing(theme.px(14))
        top.addWidget(icon_label(theme, "shield-check", "pri", 34), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(lines, 1)
        self.stay = ActionButton(theme, "ยังไม่ปิด", key="Esc")
        self.leave = ActionButton(theme, "ปิดโดยไม่สำรอง")
        self.stay.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)
        self.leave.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(12))
        buttons.addStretch()
        buttons.addWidget(self.stay)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(18))
        column.addLayout(top)
        column.addLayout(buttons)
        folder = place.preferences.backup_folder(place.path)
        # One thread does all the work in order: this runs when everything before it is done.
        self._job = place.runner.run(self, backup_task(place.path, folder, place.clock))
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)

    def reject(self) -> None:
        """The person stays; the backup may go on."""
        self._over = True
        super().reject()

    def _on_done(self, backup: Backup) -> None:
        self._place.backed_up(self._place.clock.now(), backup.path)
        self.safe = True
        if not self._over:
            self.accept()

    def _on_failed(self, error: object) -> None:
        if not isinstance(error, (FundError, OSError)):
            assert isinstance(error, BaseException)
            raise error
        self._heading.tell("สำรองข้อมูลไม่สำเร็จ งานที่บันทึกไว้ยังอยู่ในแฟ้มกองทุน")
        said = (
            lines_of_error(error)
            if isinstance(error, FundError)
            else (f"เขียนลงโฟลเดอร์สำรองไม่ได้ ({error.strerror})",)
        )
        self.words.tell("\n".join(said))
        self.leave.show()
        self.stay.setFocus()
        self.settled.emit()

"""Closing: the work under way is waited for, and what was done since the last backup is backed up and verified."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.clock import Clock
from wangfund.domain.errors import FundError
from wangfund.text.messages import lines_of_error
from wangfund.ui.backup_task import WORDS, backup_task
from wangfund.ui.frame.crash import still_whole
from wangfund.ui.frame.grow import grow
from wangfund.ui.frame.press_focused import press_focused
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.backup_fund import Backup

STILL_THERE = "งานที่บันทึกไว้ยังอยู่ในแฟ้มกองทุน"
NOT_THERE = "และตรวจแฟ้มกองทุนไม่ผ่าน"
_ICON = 34


class Failed(NamedTuple):
    """What was in the way of a backup, and whether the fund opens again and verifies."""

    error: FundError | OSError
    whole: bool


class ClosingDialog(QDialog):
    """Ends by itself when all is safe; when the backup fails the person decides. `safe` says how it ended."""

    settled = Signal()

    def __init__(self, theme: Theme, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self.safe, self._over = place, False, False
        self.setWindowTitle("ปิดโปรแกรม")
        self.setMinimumWidth(theme.px(580))
        self.heading = WrapLabel(theme, f"กำลัง{WORDS}ก่อนปิด", Words.SUB)
        self.words = WrapLabel(theme, "โปรดรอสักครู่ อย่าเพิ่งถอดแฟลชไดรฟ์")
        lines = QVBoxLayout()
        lines.addWidget(self.heading)
        lines.addWidget(self.words)
        lines.addStretch()
        top = QHBoxLayout()
        top.setSpacing(theme.px(14))
        self._theme, self._icon = theme, icon_label(theme, "shield-check", "pri", _ICON)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(lines, 1)
        self.stay = ActionButton(theme, "ยังไม่ปิด", key=Key.BACK.shown)
        self.leave = ActionButton(theme, "ปิดโดยไม่สำรอง", key=Key.YES.shown)
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
        self._job = place.runner.run(self, _closing_task(place.path, folder, place.clock))
        self._job.done.connect(self._on_done)

    def reject(self) -> None:
        """The person stays; the backup may go on."""
        self._over = True
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def _on_done(self, told: Backup | Failed) -> None:
        if isinstance(told, Failed):
            self._on_failed(told)
            return
        self._place.backed_up(self._place.clock.now(), told.path)
        self.safe = True
        if not self._over:
            self.accept()

    def _on_failed(self, failed: Failed) -> None:
        error = failed.error
        self._icon.setPixmap(self._theme.icon("circle-alert", "bad", _ICON))
        self.heading.tell(f"สำรองข้อมูลไม่สำเร็จ {STILL_THERE if failed.whole else NOT_THERE}")
        said = (
            lines_of_error(error)
            if isinstance(error, FundError)
            else (f"เขียนลงโฟลเดอร์สำรองไม่ได้ ({error.strerror})",)
        )
        self.words.tell("\n".join(said))
        self.leave.show()
        self.stay.setFocus()
        grow(self)
        self.settled.emit()


def _closing_task(path: Path, folder: Path, clock: Clock) -> Callable[[Progress], Backup | Failed]:
    """The backup; when it fails, what was in the way, and whether the fund itself opens and verifies."""
    back_up = backup_task(path, folder, clock)

    def work(progress: Progress) -> Backup | Failed:
        try:
            return back_up(progress)
        except (FundError, OSError) as error:
            return Failed(error, still_whole(path, clock))

    return work

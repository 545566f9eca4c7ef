"""A panel that shows work under way: after 200 ms it dims, with a bar, what and how many; Esc stops what can be stopped."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import label
from wangfund.ui.worker.job import Job

_PATIENCE_MS: Final = 200
_BAR: Final = 4
_DIM: Final = 0.4
_TAKEN: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class BusyPanel(QWidget):
    """Lies over a panel while a job of it runs; the rest of the window lives."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self._job: Job | None = None
        self._share: float | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._words = label(theme, "", Words.STRONG)
        self._back_to: QWidget | None = None
        self._stop = ActionButton(theme, "ยกเลิก", key=Key.BACK.shown)
        self._stop.clicked.connect(self._cancel)
        self._stop.installEventFilter(self)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._words)
        row.addSpacing(theme.px(14))
        row.addWidget(self._stop)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(row)
        column.addStretch()
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is being done, as shown."""
        return self._words.text()

    def follow(self, job: Job, words: str, *, can_stop: bool = False) -> None:
        """Show a job; `words` says what is done until the job itself says how many."""
        self._job, self._share = job, None
        self._words.setText(words)
        self._stop.setVisible(can_stop)
        job.progressed.connect(self._on_progress)
        job.ended.connect(self._on_end)
        self._patience.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what lies beneath; Esc on the button stops the work, Enter is no answer."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        if watched is self._stop and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _TAKEN:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress and Qt.Key(event.key()) is Qt.Key.Key_Escape:
                self._cancel()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil and the bar."""
        painter = QPainter(self)
        veil = QColor(self._theme.colours.panel)
        veil.setAlphaF(1 - _DIM)
        painter.fillRect(self.rect(), veil)
        bar = self._theme.px(_BAR)
        painter.fillRect(0, 0, self.width(), bar, self._theme.colour("line"))
        share = 1.0 if self._share is None else self._share
        painter.fillRect(0, 0, round(self.width() * share), bar, self._theme.colour("pri"))

    def _appear(self) -> None:
        if self._job is not None:
            self.setGeometry(self._over.rect())
            self.raise_()
            self.show()
            focused = QApplication.focusWidget()
            if not self._stop.isHidden() and (focused is None or self._over.isAncestorOf(focused)):
                # What lies beneath does not answer now: the keys come here, and go back when it is over.
                self._back_to = focused
                self._stop.setFocus()

    def _cancel(self) -> None:
        if self._job is not None:
            self._words.setText("กำลังหยุด")
            self._job.cancel()

    def _on_progress(self, words: str, done: int, total: int) -> None:
        self._words.setText(f"{words} {done:,} จาก {total:,}" if total else words)
        self._share = done / total if total else None
        self.update()

    def _on_end(self) -> None:
        if self.sender() is self._job or self._job is None or not self._job.running:
            self._job = None
            self._patience.stop()
            self.setCursor(Qt.CursorShape.ArrowCursor)
            if self._stop.hasFocus() and self._back_to is not None and isValid(self._back_to):
                self._back_to.setFocus()
            self._back_to = None
            self.hide()

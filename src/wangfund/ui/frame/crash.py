"""Our own mistake: what the person sees, and says that all is safe only after the file was opened and verified again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.clock import Clock
from wangfund.domain.errors import FundError
from wangfund.ui.frame.grow import grow
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.worker.runner import Runner, Runs

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]

CHECKING = "กำลังเปิดแฟ้มกองทุนอีกครั้งเพื่อตรวจว่าข้อมูลยังอยู่ครบ"
WHOLE = "ข้อมูลที่บันทึกแล้วยังอยู่ครบ"
NOT_WHOLE = "ตรวจแฟ้มกองทุนแล้วพบที่ผิดปกติ อย่าทำรายการต่อ ให้คัดลอกแฟ้มเก็บไว้ แล้วเรียกคืนจากสำเนาสำรอง"
NO_FUND = "ตอนนี้ไม่ได้เปิดกองทุนใดไว้"


class CrashDialog(QDialog):
    """`whole` is None while the file is being verified. Left before that, it comes back when something is wrong."""

    def __init__(
        self,
        theme: Theme,
        path: Path | None,
        clock: Clock,
        parent: QWidget | None = None,
        *,
        runner: Runs | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("โปรแกรมขัดข้อง")
        self.setMinimumWidth(theme.px(560))
        self.whole: bool | None = None
        self._own = runner or Runner(self)
        self.words = WrapLabel(theme, CHECKING if path is not None else NO_FUND, Words.STRONG)
        lines = QVBoxLayout()
        lines.addWidget(WrapLabel(theme, "โปรแกรมขัดข้อง", Words.SUB))
        lines.addWidget(
            WrapLabel(theme, "รายการที่กำลังทำอยู่ไม่ถูกบันทึก โปรดทำใหม่อีกครั้ง ถ้ายังเป็นอีก โปรดแจ้งผู้ดูแลโปรแกรม")
        )
        lines.addWidget(self.words)
        lines.addStretch()
        top = QHBoxLayout()
        top.setSpacing(theme.px(14))
        top.addWidget(icon_label(theme, "circle-alert", "bad", 34), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(lines, 1)
        go_on = ActionButton(theme, "ทำงานต่อ", key=Key.GO_ON.shown, main=True)
        go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(go_on)
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(18))
        column.addLayout(top)
        column.addLayout(buttons)
        go_on.setDefault(True)
        go_on.setFocus()
        if path is not None:
            job = self._own.run(self, lambda _progress: still_whole(path, clock))
            job.done.connect(self._on_checked)
            job.failed.connect(lambda _error: self._on_checked(whole=False))

    def _on_checked(self, whole: object) -> None:
        self.whole = bool(whole)
        self.words.tell(WHOLE if self.whole else NOT_WHOLE)
        grow(self)
        if not self.whole and not self.isVisible():
            self.open()


def still_whole(path: Path, clock: Clock) -> bool:
    """Whether the fund opens again and verifies. Reads only."""
    from wangfund.store.fund_file import open_for_reading
    from wangfund.usecases.verify_fund import verify_fund

    try:
        with open_for_reading(path, clock) as books:
            return not verify_fund(books).problems
    except FundError:
        return False


class CrashCatcher:
    """Stands before whoever logged our mistakes before: they still do, and then the person is told."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._before: Hook = sys.excepthook
        self._telling = False

    def install(self) -> None:
        """From now on a mistake is told in the window."""
        self._before = sys.excepthook
        sys.excepthook = self._on_mistake

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook = self._before

    def _on_mistake(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        self._before(kind, error, at)
        if self._telling or issubclass(kind, KeyboardInterrupt):
            return
        self._telling = True
        try:
            self._tell()
        finally:
            self._telling = False

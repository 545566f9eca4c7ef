"""Steps 6 and 7 and what is behind them: the draft for the committee, the seal, the months that are closed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.thai.dates import long_month, short_date, short_month, table_date
from wangfund.ui.close.enter_key import on_enter
from wangfund.ui.close.list_steps import ListStep
from wangfund.ui.close.room import wide
from wangfund.ui.close.state import CloseState
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.ui.words import DASH
from wangfund.usecases.months_to_close import ClosedMonth

_NETWORK = "Ctrl 8"
"""The key of the page itself."""


class DraftStep(Panel):
    """The draft: what it is, its preview, and the way to take it back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "6 พิมพ์ร่างให้กรรมการ")
        self.rule()
        self._said = _Points(theme)
        self.add(self._said, top=10)
        self.column.addStretch()
        self.preview = ActionButton(theme, "ดูร่างและพิมพ์", icon="printer", key=Key.PRINT.shown)
        self.take_back = ActionButton(theme, "ถอนร่าง", icon="undo-2", key=Key.UNDO.shown)
        self._why = WhyGrey(theme, self.take_back)
        buttons = QWidget()
        row = QHBoxLayout(buttons) if wide(theme) else QVBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for button in (self.preview, self.take_back):
            row.addWidget(button)
        row.addStretch()
        self.add(buttons, top=8)
        self.add(self._why, top=4, bottom=12)

    def show_state(self, state: CloseState) -> None:
        """Show how the draft stands."""
        view = state.view
        assert view is not None
        drafted = view.state == "draft"
        points = ["ร่างเก็บยอดที่นับได้ ยอดสมุดธนาคาร และยอดตามบัญชีไว้ แล้วพิมพ์ชุดเอกสารที่มีคำว่า ร่าง"]
        if drafted and view.drafted_on is not None:
            points.append(f"ร่างที่เก็บไว้ นับเงินวันที่ {short_date(view.drafted_on)}")
        points += [
            "กรรมการตรวจและลงชื่อแล้ว จึงปิดงวดตามมติในข้อ 7",
            "ถ้ามีรายการใหม่หลังนับเงิน ร่างใช้ไม่ได้ ต้องนับและทำร่างใหม่",
            "ถอนร่างได้จนกว่าจะปิดงวด สิ่งที่พิมพ์ไว้ยังอยู่",
        ]
        self._said.tell(points)
        self.preview.setEnabled(drafted or view.state == "closed")
        self._why.because(
            ""
            if drafted
            else "ปิดงวดแล้ว ถอนไม่ได้ รายการที่ต้องแก้ลงในเดือนที่เปิดอยู่"
            if view.state == "closed"
            else "ยังไม่มีร่างให้ถอน"
        )

    def stays(self, reason: str) -> None:
        """The draft cannot be taken back, whatever it is."""
        self._why.because(reason)

    def begin(self) -> bool:
        """There is nothing to type here."""
        return False


class SealStep(Panel):
    """The resolution, and once it is sealed the fingerprint. `typed` after each edit, `finished` on Enter."""

    typed = Signal(str)
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "7 ปิดงวดตามมติ")
        self.rule()
        self._ask = QWidget()
        column = QVBoxLayout(self._ask)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self.resolution = TextField(theme, "มติที่ประชุม", required=True, hint="เช่น ครั้งที่ 11/2569 วาระที่ 2")
        self.resolution.changed.connect(lambda _typed: self.typed.emit(self.resolution.text))
        on_enter(self.resolution.edit, self._go_on)
        column.addWidget(label(theme, "มติที่ประชุมคณะกรรมการ", Words.SECOND, "ink2"))
        column.addWidget(self.resolution)
        points = _Points(theme)
        points.tell(
            [
                "ปิดแล้วแก้รายการของเดือนนี้ไม่ได้ ไม่มีทางเปิดงวดคืน",
                "รายการที่มาทีหลัง หรือที่ต้องแก้ ลงในเดือนที่เปิดอยู่",
                "โปรแกรมออกรหัสยืนยันงวด พิมพ์ไว้ข้างลายมือชื่อ ใช้ตรวจได้ว่าตัวเลขไม่ถูกเปลี่ยน",
            ]
        )
        column.addWidget(points)
        self.add(self._ask, top=12)
        self.sealed = Sealed(theme)
        self.add(self.sealed, top=12, bottom=12)
        self.column.addStretch()

    def show_state(self, state: CloseState) -> None:
        """Ask for the resolution, or show what was sealed."""
        closed = state.sealed is not None and state.view is not None and state.view.state == "closed"
        self._ask.setVisible(not closed)
        self.sealed.setVisible(closed)
        if closed and state.sealed is not None:
            self.sealed.show_month(state.sealed)
        if self.resolution.text != state.inputs.resolution and not self.resolution.edit.hasFocus():
            self.resolution.set_text(state.inputs.resolution)

    def begin(self) -> bool:
        """Take the keys."""
        if self._ask.isHidden():
            return False
        self.resolution.edit.setFocus()
        return True

    def _go_on(self) -> None:
        if self.resolution.check():
            self.finished.emit()


class Sealed(QWidget):
    """A closed month: its fingerprint large, in groups of four, and what may be done with its papers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._when = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.fingerprint = label(theme, "", Words.FIGURE)
        self.paper = ActionButton(theme, "ดูเอกสารปิดงวด", icon="printer", key=Key.PRINT.shown)
        self.excel = ActionButton(theme, "เก็บเป็น Excel", icon="file-spreadsheet", key=Key.SAVE_FILE.shown)
        self.network = ActionButton(theme, "สมุดข้อมูลเครือข่าย", icon="waypoints", key=_NETWORK)
        column.addWidget(label(theme, "รหัสยืนยันงวด", Words.SECOND, "ink2"))
        column.addWidget(self.fingerprint)
        column.addWidget(self._when)
        column.addSpacing(theme.px(10))
        for button in (self.paper, self.excel, self.network):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addSpacing(theme.px(4))

    def show_month(self, month: ClosedMonth) -> None:
        """Show a closed month."""
        self.fingerprint.setText(month.fingerprint.replace("-", " "))
        self.fingerprint.setAccessibleName(f"รหัสยืนยันงวด {month.fingerprint}")
        on = "" if month.closed_on is None else f" เมื่อ {short_date(month.closed_on)}"
        self._when.tell(f"ปิดงวด{long_month(month.month)}{on} · {month.resolution}")


class HistoryPanel(Panel):
    """The chosen closed month, at the right of the list of them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "งวดที่เลือก")
        self.sealed = Sealed(theme)
        self.sealed.network.hide()
        self.add(self.sealed, bottom=12)
        self.column.addStretch()


def history_step(theme: Theme) -> ListStep[ClosedMonth]:
    """The months closed for ever, newest first."""
    whole = wide(theme)
    name = long_month if whole else short_month
    on: Column[ClosedMonth] = Column(
        "ปิดเมื่อ", lambda m: DASH if m.closed_on is None else table_date(m.closed_on), 118
    )
    columns: tuple[Column[ClosedMonth], ...] = (
        Column("งวด", lambda m: name(m.month), 168 if whole else 108, sort=lambda m: m.month, strong=True),
        *((on,) if whole else ()),
        Column("รหัสยืนยันงวด", lambda m: m.fingerprint.replace("-", " ")),
    )
    return ListStep(theme, "งวดที่ปิดแล้ว", columns, lambda m: m.month, "ยังไม่เคยปิดงวด")


class _Points(QWidget):
    """Sentences, each beside a small mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._told: tuple[str, ...] = ()

    def tell(self, points: Sequence[str]) -> None:
        """Say these."""
        if tuple(points) == self._told:
            return
        self._told = tuple(points)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        t = self._theme
        for point in points:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(t.px(10))
            row.addWidget(icon_label(t, "chevron-right", "ink3", sizes.ICON), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(WrapLabel(t, point, Words.BODY, "ink"), 1)
            self._column.addWidget(line)

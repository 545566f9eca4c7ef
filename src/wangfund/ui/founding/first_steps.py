"""Over a fund that was just founded: what to do first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.profile import Profile
from wangfund.thai.dates import long_month
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel

_WIDE = 820


class FirstSteps(QWidget):
    """`chosen` asks for a page with what it should show there."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, profile: Profile, path: Path) -> None:
        super().__init__()
        t = theme
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel = Panel(t)
        panel.setMaximumWidth(t.px(_WIDE))
        inside = QVBoxLayout()
        pad = t.px(18 if t.compact else 28)
        inside.setContentsMargins(pad, pad, pad, pad)
        inside.setSpacing(t.px(14))
        top = QHBoxLayout()
        top.setSpacing(t.px(14))
        top.addWidget(icon_label(t, "circle-check", "ok", 34), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(WrapLabel(t, f"ตั้ง{profile.name}แล้ว", Words.SUB))
        words.addWidget(
            WrapLabel(t, f"บัญชีเริ่ม{long_month(profile.books_from)} แฟ้มอยู่ที่ {path}", Words.SECOND, "ink2")
        )
        top.addLayout(words, 1)
        inside.addLayout(top)
        inside.addWidget(WrapLabel(t, "เริ่มจากข้อใดก่อนก็ได้ ทำภายหลังได้ทุกข้อ", Words.BODY, "ink2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(t.px(14))
        grid.setVerticalSpacing(t.px(12))
        grid.setColumnStretch(1, 1)
        self.buttons: list[ActionButton] = []
        for at, (key, verb, icon, line, page, argument) in enumerate(
            (
                (Key.IMPORT, "นำเข้าทะเบียน", "file-input", "มีรายชื่อสมาชิกใน Excel อยู่แล้ว", "import", None),
                (Key.NEW, "รับสมัครสมาชิก", "user-plus", "พิมพ์สมาชิกทีละคน (หน้าสมาชิก กด F2)", "members", None),
                (
                    Key.RECEIVE,
                    "ลงยอดยกมา",
                    "landmark",
                    "กองทุนมีเงินอยู่ก่อนแล้ว ลงก่อนปิดงวดแรก",
                    "settings",
                    "opening",
                ),
                (Key.GO_ON, "ไปหน้าแรก", "house", "ดูว่าวันนี้ต้องทำอะไร", "home", None),
            )
        ):
            button = ActionButton(t, verb, icon=icon, key=key.shown, main=at == 0)
            button.clicked.connect(lambda _on=False, p=page, a=argument: self.chosen.emit(p, a))
            QShortcut(QKeySequence(key.sequence), self).activated.connect(button.click)
            grid.addWidget(button, at, 0)
            grid.addWidget(WrapLabel(t, line, Words.SECOND, "ink2"), at, 1, Qt.AlignmentFlag.AlignVCenter)
            self.buttons.append(button)
        wide = max(button.sizeHint().width() for button in self.buttons)
        for button in self.buttons:
            button.setFixedWidth(wide)
        inside.addLayout(grid)
        panel.column.addLayout(inside)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(panel, 1)
        row.addStretch()
        middle = QVBoxLayout(self)
        middle.addStretch()
        middle.addLayout(row)
        middle.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

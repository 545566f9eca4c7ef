"""The foot of the window: which fund and file, how old the last verified backup is, who is at the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wangfund.ui.frame.status import BackupAge
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.key_hint import key_hint
from wangfund.ui.widgets.label import ElideLabel, icon_label, label, set_tone


class StatusBar(QWidget):
    """One line that never moves."""

    def __init__(self, theme: Theme, fund: str, who: str) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.fund = ElideLabel(theme, fund, Words.SECOND, "ink2")
        self._icon: QLabel = icon_label(theme, "shield-check", "ok", 18)
        self.backup = label(theme, "", Words.SECOND, "ok")
        self.who = ElideLabel(theme, who, Words.SECOND, "ink2")
        self.who.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 1, theme.px(20), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.fund, 3)
        row.addSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addWidget(self.backup)
        row.addSpacing(theme.px(10))
        row.addWidget(self.who, 3)
        row.addSpacing(theme.px(12))
        row.addWidget(key_hint(theme, Key.HELP.shown))
        if theme.roomy:
            row.addWidget(label(theme, "วิธีใช้", Words.SECOND, "ink2"))
        self.setFixedHeight(max(theme.px(sizes.STATUS_BAR), theme.line_height(Words.SECOND)))

    def show_backup(self, age: BackupAge) -> None:
        """How old the last verified backup is."""
        self.backup.setText(age.words if self._theme.roomy else age.short)
        set_tone(self.backup, age.tone)
        self._icon.setPixmap(self._theme.icon(age.icon, age.tone, 18))

"""A part that scrolls by itself and keeps whoever has the focus in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from wangfund.ui.theme.theme import Theme

_AROUND: Final = 40
_LEAST: Final = 110


class FollowScroll(QScrollArea):
    """For a form or a list of lines that may be longer than its panel."""

    def __init__(self, theme: Theme, inside: QWidget) -> None:
        super().__init__()
        self._around = theme.px(_AROUND)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, self._around)


class FormScroll(FollowScroll):
    """For the form of a dialog: it asks for all the height the form needs at a width, and scrolls where there is less.

    `asked` when the form needs another height than before.
    """

    asked = Signal()

    def __init__(self, theme: Theme, form: QWidget) -> None:
        super().__init__(theme, form)
        self._form = form
        self._least = theme.px(_LEAST)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        form.installEventFilter(self)

    def hasHeightForWidth(self) -> bool:
        """Thai lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the form needs at a width."""
        laid = self._form.layout()
        if laid is None:
            return self._least
        # A layout without a line that wraps has no height for a width: it answers −1.
        return laid.totalHeightForWidth(width) if laid.hasHeightForWidth() else laid.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """As the form is."""
        wanted = self._form.sizeHint().width()
        return QSize(wanted, self.heightForWidth(max(wanted, self.width())))

    def minimumSizeHint(self) -> QSize:
        """A field of it."""
        return QSize(self._form.minimumSizeHint().width(), self._least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A finding of two lines makes the form higher."""
        # Qt asks while the form is being put in, before there is a name for it.
        if watched is getattr(self, "_form", None) and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.asked.emit()
        return super().eventFilter(watched, event)

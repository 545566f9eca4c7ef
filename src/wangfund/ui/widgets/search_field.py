"""A field to search as one types: magnifier, words, how many were found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.key_hint import key_hint
from wangfund.ui.widgets.label import icon_label, label

_LONGEST = 200
_ON = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class SearchField(QFrame):
    """`typed` at every key, `entered` on Enter, `moved` when an arrow should move the list below."""

    typed = Signal(str)
    entered = Signal()
    moved = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, hint: str, *, key: str = "") -> None:
        super().__init__()
        self.setProperty("part", "search")
        self.edit = QLineEdit()
        self.edit.setProperty("bare", "true")
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setFont(theme.font())
        self._count = label(theme, "", Words.SECOND, "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, theme.px(12), 0)
        row.setSpacing(theme.px(10))
        row.addWidget(icon_label(theme, "search", "ink2"))
        row.addWidget(self.edit, 1)
        row.addWidget(self._count)
        if key:
            row.addWidget(key_hint(theme, key))
        self.setFixedHeight(max(theme.px(sizes.BUTTON), theme.line_height()))
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self.typed)
        self.edit.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Look for something else; nothing is told."""
        self.edit.blockSignals(True)  # noqa: FBT003  # Qt's own name for it
        self.edit.setText(text)
        self.edit.blockSignals(False)  # noqa: FBT003

    def show_count(self, words: str) -> None:
        """How many were found."""
        self._count.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move the list, Esc empties or leaves, the edge follows the focus."""
        kind = event.type()
        if kind in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.setProperty("focused", "true" if kind is QEvent.Type.FocusIn else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        if isinstance(event, QKeyEvent):
            return self._on_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether the key was the field's own."""
        key = Qt.Key(event.key())
        if event.type() is QEvent.Type.ShortcutOverride and key is Qt.Key.Key_Escape and self.edit.text():
            # Esc belongs to the field while there is something to empty; then it goes back as everywhere.
            event.accept()
            return True
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.edit.isUndoAvailable()
        ):
            # Nothing typed to take back: the key is the page's.
            event.ignore()
            return True
        if event.type() is QEvent.Type.KeyPress:
            if key in _ON:
                self.moved.emit(key)
                return True
            if key is Qt.Key.Key_Escape:
                if self.edit.text():
                    self.edit.clear()
                else:
                    self.left.emit()
                return True
        return False

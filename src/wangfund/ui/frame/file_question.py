"""The question before a file is written over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from wangfund.ui.frame.question import Question
from wangfund.ui.theme.theme import Theme


def ask_over(parent: QWidget, name: str, write: Callable[[], object], other: Callable[[], object]) -> None:
    """Ask whether a file of that name is to be replaced: `write` when so, `other` to choose another name."""
    sentence = f"มีไฟล์ชื่อ “{name}” อยู่แล้ว ถ้าเก็บทับ ของเดิมในไฟล์นั้นจะหายไป"
    question = Question(
        theme_of(parent),
        "เก็บทับไฟล์เดิมหรือไม่",
        sentence,
        "เก็บทับ",
        parent,
        icon="triangle-alert",
        tone="warn",
        leave="ใช้ชื่ออื่น",
    )

    def finished(result: int) -> None:
        question.deleteLater()
        QTimer.singleShot(0, parent, write if result == QDialog.DialogCode.Accepted else other)

    question.finished.connect(finished)
    question.open()


def theme_of(widget: QWidget) -> Theme:
    """The look of the page or dialog a widget stands in."""
    at: QWidget | None = widget
    while at is not None:
        theme = getattr(at, "theme", None)
        if isinstance(theme, Theme):
            return theme
        at = at.parentWidget()
    return Theme()

"""The papers a claim needs, each with its box: the space bar ticks, Enter goes to the next one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.claims.typed_claim import papers_in
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.check_box import CheckBox
from wangfund.ui.widgets.label import WrapLabel

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PapersField(QWidget):
    """A field of a form: its text is the list of the papers that are there, as JSON."""

    changed = Signal(object)

    def __init__(self, theme: Theme, papers: Sequence[str]) -> None:
        super().__init__()
        self._papers = tuple(papers)
        self.boxes: list[CheckBox] = []
        self._words: dict[QObject, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(2))
        column.setSpacing(0)
        for paper in papers:
            box = CheckBox(theme, "")
            box.setAccessibleName(paper)
            box.setFixedWidth(theme.px(30))
            words = WrapLabel(theme, paper, Words.BODY)
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(4))
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
            box.changed.connect(self._on_ticked)
            box.installEventFilter(self)
            words.installEventFilter(self)
            self._words[words] = box
            self.boxes.append(box)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    @property
    def there(self) -> tuple[str, ...]:
        """The papers that are ticked."""
        return tuple(paper for paper, box in zip(self._papers, self.boxes, strict=True) if box.isChecked())

    @property
    def text(self) -> str:
        """The papers that are there, as a draft keeps them."""
        return json.dumps(list(self.there), ensure_ascii=False)

    def set_text(self, text: str) -> None:
        """Tick those that are named; nothing is told."""
        there = papers_in(text)
        for paper, box in zip(self._papers, self.boxes, strict=True):
            box.setChecked(paper in there)

    def check(self) -> bool:
        """It is never wrong: papers that are missing are an answer, too."""
        return True

    def show_finding(self, finding: Finding) -> None:
        """What is missing stands in the decision."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes down the boxes and then on; words ticked with the mouse tick their box."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched in self.boxes:
            at = self.boxes.index(watched)
            if Qt.Key(event.key()) in _ENTER and at + 1 < len(self.boxes):
                self.boxes[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            box = self._words.get(watched)
            if box is not None:
                box.click()
                return True
        return super().eventFilter(watched, event)

    def _on_ticked(self, _on: object) -> None:
        self.changed.emit(self.there)

"""The paper as it will be printed, beside the list: what it is, whether it may hang on a wall, and the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.text.messages import lines_of_error
from wangfund.ui.papers.paper_view import PaperView
from wangfund.ui.papers.view_bar import ViewBar
from wangfund.ui.reports.kinds import ReportKind
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chip import Chip, Mark
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel


class Marks(QWidget):
    """How a paper stands: sealed or a draft, for the wall or not; at the right the fingerprint of its month."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.fingerprint = label(theme, "", Words.SECOND, "ink2")
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.px(14))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._row)
        row.addStretch()
        row.addWidget(self.fingerprint)

    def show_marks(self, marks: Sequence[Mark], fingerprint: str = "") -> None:
        """Show other marks."""
        while self._row.count():
            item = self._row.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for mark in marks:
            self._row.addWidget(Chip(self._theme, mark))
        self.fingerprint.setText(f"รหัสยืนยันงวด {fingerprint}" if fingerprint else "")


class Preview(Panel):
    """Shows a paper, or says in its place why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        t = theme
        self.view = PaperView(t)
        self.title = ElideLabel(t, "", Words.PANEL)
        self.about = WrapLabel(t, "", Words.SECOND, "ink2")
        self.marks = Marks(t)
        self._words = WrapLabel(t, "", Words.BODY, "ink2")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._icon = QVBoxLayout()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty())
        head = QVBoxLayout()
        head.setContentsMargins(t.px(sizes.PANEL_PAD), t.px(8), t.px(12), t.px(8))
        head.setSpacing(t.px(2))
        top = QHBoxLayout()
        top.setSpacing(t.px(10))
        top.addWidget(self.title, 1)
        top.addWidget(ViewBar(t, self.view))
        head.addLayout(top)
        head.addWidget(self.about)
        head.addWidget(self.marks)
        self.column.addLayout(head)
        self.column.addWidget(self._stack, 1)

    @property
    def words(self) -> str:
        """What stands in the place of a paper, "" while there is one."""
        return self._words.words if self._stack.currentIndex() == 1 else ""

    def show_kind(self, kind: ReportKind, heading: str, mark: Mark | None, fingerprint: str) -> None:
        """What the paper is, and how it stands with its month."""
        self.title.setText(heading)
        self.about.tell(kind.about)
        self.marks.show_marks([one for one in (mark, kind.mark) if one is not None], fingerprint)

    def show_pdf(self, pdf: bytes, name: str, *, keep_place: bool = False) -> None:
        """Show a paper."""
        self.view.show_pdf(pdf, name, keep_place=keep_place)
        self._stack.setCurrentIndex(0)

    def say(self, words: str, icon: str = "file-text") -> None:
        """Say why there is no paper, or what is to be told first."""
        self.view.clear()
        old = self._icon.takeAt(0)
        picture = old.widget() if old is not None else None
        if picture is not None:
            picture.deleteLater()
        self._icon.addWidget(icon_label(self.theme, icon, "ink3", sizes.ICON_DECISION))
        self._words.tell(words)
        self._stack.setCurrentIndex(1)

    def refuse(self, error: FundError, none: str = "") -> None:
        """Say why a paper could not be made; `none` when there simply is none."""
        if none:
            self.say(none)
            return
        self.say("\n".join(lines_of_error(error)), "circle-alert")

    def _empty(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        pad = self.theme.px(40)
        column.setContentsMargins(pad, 0, pad, 0)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(self._icon)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._words)
        column.addStretch(2)
        return box

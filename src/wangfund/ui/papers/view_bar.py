"""Which page is in front and how large: a line over or under a paper, for the hand; the view has the keys."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wangfund.ui.papers.paper_view import PaperView
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.icon_button import IconButton
from wangfund.ui.widgets.label import label


class ViewBar(QWidget):
    """'หน้า 1/3' and the zoom of a view."""

    def __init__(self, theme: Theme, view: PaperView) -> None:
        super().__init__()
        self._view = view
        self.where = label(theme, "", Words.SECOND, "ink2")
        self.smaller = IconButton(theme, "zoom-out", "ย่อเอกสาร (−)")
        self.fit = IconButton(theme, "file-text", "พอดีความกว้าง (0)")
        self.larger = IconButton(theme, "zoom-in", "ขยายเอกสาร (+)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.where)
        row.addSpacing(theme.px(4))
        for button, by in ((self.smaller, -1), (self.fit, 0), (self.larger, 1)):
            button.clicked.connect(lambda _on=False, by=by: view.zoom_by(by))
            row.addWidget(button)
        view.turned.connect(self._show)
        self._show(view.page, view.count)

    def _show(self, page: int, count: int) -> None:
        self.where.setText(f"หน้า {page}/{count}" if count else "")
        for button in (self.smaller, self.fit, self.larger):
            button.setEnabled(bool(count))

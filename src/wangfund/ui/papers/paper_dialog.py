"""A paper over the page: seen as it will be printed, F7 prints it, Ctrl S keeps it as a file, Esc goes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.ui.frame.error_words import banner_of
from wangfund.ui.keys import Key
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.papers.page_layout import FIT
from wangfund.ui.papers.paper_acts import PaperActs
from wangfund.ui.papers.paper_view import PaperView
from wangfund.ui.papers.view_bar import ViewBar
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.widgets.label import ElideLabel
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.progress import Progress

if TYPE_CHECKING:
    from wangfund.ui.frame.page import Page
    from wangfund.ui.workplace import Workplace

Make = Callable[[Progress], MadePaper]
_EDGE: Final = 26
_WIDE: Final = 1100
_SHEET: Final = 0.75
_MAKING: Final = "paper-making"


def open_paper(
    page: Page,
    place: Workplace,
    heading: str,
    make: Make,
    words: str = "จัดทำเอกสาร",
) -> None:
    """Make a paper beside the window and show it over the page; a refusal is shown at the page's head.

    Pressed again while it is being made, nothing more happens. `make` runs again after a paper whose printing
    counts has gone out, so that the screen says which copy the next one is.
    """
    if page.findChild(QObject, _MAKING) is not None:
        return
    page.calm()
    job = place.runner.run(page, make)
    job.setObjectName(_MAKING)
    busy = BusyPanel(page.theme, page)
    busy.follow(job, words)

    def ended() -> None:
        job.setObjectName("")
        busy.deleteLater()

    def show(made: MadePaper) -> None:
        dialog = PaperDialog(page.theme, place, heading, made, page, make=make)
        dialog.open()

    job.ended.connect(ended)
    page.watch(job, show)


class PaperDialog(QDialog):
    """As large as the window less a margin. Nothing in it writes to the fund but the count of printings."""

    def __init__(
        self,
        theme: Theme,
        place: Workplace,
        heading: str,
        made: MadePaper,
        parent: QWidget,
        *,
        make: Make | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._place, self._page = theme, place, parent
        self._made, self._make = made, make
        self._kept_at: Path | None = None
        self._banner: Banner | None = None
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        t = theme
        self.view = PaperView(t)
        self.acts = PaperActs(t, place, self)
        self.heading = ElideLabel(t, heading, Words.SUB)
        self.done_line = ElideLabel(t, "", Words.SECOND, "ok")
        self.print_button = ActionButton(t, "พิมพ์", icon="printer", key=Key.PRINT.shown, main=True)
        self.keep_button = ActionButton(t, "เก็บเป็นไฟล์", icon="file-down", key=Key.SAVE_FILE.shown)
        self.folder_button = ActionButton(t, "เปิดโฟลเดอร์", icon="folder-open", key=Key.FOLDER.shown)
        self.back_button = ActionButton(t, "กลับ", key=Key.BACK.shown)
        self._messages = QVBoxLayout()
        self._lay_out()
        self._wire()
        self.view.show_pdf(made.pdf, heading)

    def sizeHint(self) -> QSize:
        """The window less a margin."""
        window = self._page.window().size()
        edge = 2 * self.theme.px(_EDGE)
        return QSize(max(window.width() - edge, 640), max(window.height() - edge, 420))

    def open(self) -> None:
        """Show it over its window, the paper with the keys."""
        size = self.sizeHint()
        self.resize(size)
        # On a wide window a sheet as wide as it would show too little of itself; 0 fills the width.
        self.view.set_zoom(FIT if size.width() < self.theme.px(_WIDE) else _SHEET)
        self.view.setFocus()
        super().open()

    def done(self, result: int) -> None:
        """It goes: the paper's bytes too."""
        self.view.let_go()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Esc goes back."""
        focused = self.focusWidget()
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def complain(self, error: FundError) -> None:
        """Say why a paper did not go out, until it is read."""
        self._calm()
        self._say("")
        self._banner = banner_of(self.theme, error)
        self._banner.closed.connect(self._calm)
        self._messages.addWidget(self._banner)

    def reject(self) -> None:
        """Esc: first a message is read, then the paper is put away."""
        if self._banner is not None:
            self._calm()
        else:
            super().reject()

    def _lay_out(self) -> None:
        t = self.theme
        head = QHBoxLayout()
        head.setSpacing(t.px(14))
        head.addWidget(self.heading, 1)
        head.addWidget(ViewBar(t, self.view))
        foot = QHBoxLayout()
        foot.setSpacing(t.px(12))
        foot.addStretch()
        self.folder_button.hide()
        for button in (self.folder_button, self.back_button, self.keep_button, self.print_button):
            foot.addWidget(button)
        edge = t.px(18)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, t.px(12), edge, t.px(14))
        column.setSpacing(t.px(10))
        column.addLayout(head)
        column.addLayout(self._messages)
        column.addWidget(self.view, 1)
        self.done_line.hide()
        column.addWidget(self.done_line)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.acts.said.connect(self._on_said)
        self.acts.refused.connect(self.complain)
        self.acts.kept.connect(self._on_kept)
        self.acts.went_out.connect(self._make_again)
        for key, act, button in (
            (Key.PRINT, self._print, self.print_button),
            (Key.SAVE_FILE, self._keep, self.keep_button),
            (Key.FOLDER, self._open_folder, self.folder_button),
        ):
            button.clicked.connect(act)
            QShortcut(QKeySequence(key.sequence), self).activated.connect(act)
        self.back_button.clicked.connect(self.reject)

    def _print(self) -> None:
        self._calm()
        self.acts.print(self._made)

    def _keep(self) -> None:
        self._calm()
        self.acts.keep(self._made)

    def _open_folder(self) -> None:
        if self._kept_at is not None:
            self.acts.open_folder(self._kept_at)

    def _on_said(self, words: str) -> None:
        self._calm()
        self._say(words)

    def _say(self, words: str) -> None:
        self.done_line.setText(words)
        self.done_line.setVisible(bool(words))

    def _on_kept(self, path: Path) -> None:
        self._kept_at = path
        self.folder_button.show()
        self.folder_button.setFocus()

    def _make_again(self) -> None:
        if self._make is None:
            return
        job = self._place.runner.run(self, self._make)
        job.done.connect(self._show_again)

    def _show_again(self, made: MadePaper) -> None:
        self._made = made
        self.view.show_pdf(made.pdf, self.windowTitle(), keep_place=True)

    def _calm(self) -> None:
        if self._banner is not None:
            self._messages.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

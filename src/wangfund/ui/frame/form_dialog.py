"""A form over the page. It saves nothing: it gives back a command, says what is wrong, and keeps what is half typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.error_words import banner_of
from wangfund.ui.frame.grow import grow, room_of
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.widgets.follow_scroll import FormScroll
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.label import WrapLabel, label

_KEEP_AFTER_MS: Final = 300


class FormDialog(QDialog):
    """Subclasses add fields to `form` and say in `command` what is wanted.

    `ready` carries the command; whoever does it calls `finish` when it is done or `complain` when it is refused.
    With `drafts` and a `draft` name, what is half typed comes back after a power cut; Esc gives it up.
    """

    ready = Signal(object)

    def __init__(
        self,
        theme: Theme,
        heading: str,
        verb: str,
        parent: QWidget | None,
        *,
        drafts: Drafts | None = None,
        draft: str = "",
        columns: int = 1,
        width: int = 620,
        above: bool = False,
        words_width: int = 150,
        key: Key = Key.POST,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._drafts, self._draft = drafts, draft
        self._closing = self._held = False
        self.setWindowTitle(heading)
        self.setMinimumWidth(theme.px(width) if not theme.compact else min(theme.px(width), 960))
        self.heading = label(theme, heading, Words.SUB)
        self.form = Form(theme, columns=columns, above=above, words_width=words_width)
        self.again = WrapLabel(theme, "", Words.SECOND, "warn")
        self.again.hide()
        self._banner: Banner | None = None
        self._messages = QVBoxLayout()
        self.yes = ActionButton(theme, verb, key=key.shown, main=True)
        self.no = ActionButton(theme, "ยังไม่ทำ", key=Key.BACK.shown)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(12))
        self.foot.addStretch()
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        column = QVBoxLayout(self)
        edge = theme.px(22)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(self.heading)
        column.addWidget(self.again)
        column.addLayout(self._messages)
        column.addWidget(self.form, 1)
        self.body = column
        column.addLayout(self.foot)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)
        self.form.changed.connect(self._keep_soon.start)
        self.form.changed.connect(lambda: grow(self))
        self.form.entered.connect(self.submit)
        self.yes.clicked.connect(self.submit)
        self.no.clicked.connect(self.reject)
        QShortcut(QKeySequence(key.sequence), self).activated.connect(self.submit)

    def command(self) -> object | None:
        """What is wanted, from fields that are all well; None when something was shown to be wrong."""
        raise NotImplementedError

    def begin(self) -> None:
        """Called when all fields are there: brings back what was half typed and puts the focus on the first field."""
        kept = self._drafts.kept(self._draft) if self._drafts is not None and self._draft else None
        if kept:
            self.form.fill(kept)
            self.again.tell("นำสิ่งที่พิมพ์ค้างไว้ครั้งก่อนกลับมาให้แล้ว ยังไม่ได้บันทึก")
            self.again.show()
        if self.form.fields:
            next(iter(self.form.fields.values())).setFocus()

    def open(self) -> None:
        """Show it over its window. Where that is lower than the form, the fields scroll and the buttons stay."""
        self._let_scroll()
        self.begin()
        super().open()
        grow(self)

    def _let_scroll(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setMinimumWidth(min(self.minimumWidth(), parent.window().width() - self.theme.px(16)))
        at = self.body.indexOf(self.form)
        if at < 0:
            # A form that scrolls in a way of its own.
            return
        self.body.removeWidget(self.form)
        scroll = FormScroll(self.theme, self.form)
        scroll.asked.connect(lambda: grow(self))
        self.body.insertWidget(at, scroll, 1)
        wanted = self.body.totalHeightForWidth(max(self.minimumWidth(), self.width()))
        self.resize(self.minimumWidth(), min(wanted, room_of(self)))

    def submit(self) -> None:
        """Give back the command when nothing is wrong."""
        if self._held:
            return
        self._calm()
        fits = self.form.check()
        grow(self)
        if not fits:
            return
        command = self.command()
        if command is not None:
            self.ready.emit(command)

    def complain(self, error: FundError) -> None:
        """Say why it was refused: beside the fields it names, the rest at the head. Nothing typed is lost."""
        rest = self.form.show_findings(error.findings)
        grow(self)
        if error.findings and not rest:
            return
        self._calm()
        self._banner = banner_of(self.theme, error)
        self._banner.closed.connect(self._calm)
        self._messages.addWidget(self._banner)
        grow(self)

    def hold(self) -> None:
        """Its command is being done: it cannot be left or given again until there is an answer."""
        self._held = True

    def release(self) -> None:
        """There is an answer."""
        self._held = False

    def finish(self) -> None:
        """It is done: nothing is half typed any more."""
        self._held = False
        self._drop()
        self.accept()

    def reject(self) -> None:
        """Esc: not now, and what was typed is given up; closed with its window it stays kept."""
        if self._held:
            return
        if not self._closing:
            self._drop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed with the window: what is half typed stays kept."""
        if self._held:
            event.ignore()
            return
        self._keep_soon.stop()
        self._closing = True
        super().closeEvent(event)

    def _keep(self) -> None:
        if self._drafts is not None and self._draft:
            self._drafts.keep(self._draft, self.form.values())

    def _drop(self) -> None:
        self._keep_soon.stop()
        if self._drafts is not None and self._draft:
            self._drafts.drop(self._draft)

    def _calm(self) -> None:
        if self._banner is not None:
            self._messages.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

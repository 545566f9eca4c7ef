"""What every page is: a head, a body, and a way to complain in its own place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.ui.frame.error_words import banner_of
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page_head import PageHead
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Changed, Workplace

T = TypeVar("T")


class Page(QWidget):
    """`go` asks the window for another page by its name, with what it should show there.

    `cover` asks it to lay something over everything (None: take it away).
    """

    go = Signal(str, object)
    cover = Signal(object)

    def __init__(self, theme: Theme, heading: str = "") -> None:
        super().__init__()
        self.heading = heading
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self._tracked: list[tuple[SignalInstance, Any]] = []
        self._banner: Banner | None = None
        self.keys: list[Key] = []
        self._acting: Job | None = None
        self._act_busy: BusyPanel | None = None
        edge = theme.px(sizes.PAGE_EDGE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(edge, 0, edge, theme.px(14))
        outer.setSpacing(0)
        self.head = PageHead(theme, heading)
        outer.addWidget(self.head)
        self._messages = QVBoxLayout()
        self._over_messages = 0 if heading else theme.px(sizes.GAP)
        outer.addLayout(self._messages)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(sizes.GAP))
        outer.addLayout(self.body, 1)

    def shown(self, argument: object = None) -> None:
        """The page has come to the front; refresh what is old and put the focus where work begins."""

    def start_search(self) -> bool:
        """Put the typing into the page's search; whether it has one."""
        return False

    def back(self) -> bool:
        """Esc was pressed and nothing on the page took it; whether the page did something with it."""
        if self._banner is not None:
            self.calm()
            return True
        return False

    def add_scrolled(self, inside: QWidget) -> None:
        """Put the body in. At the usual size nothing scrolls; a low window would rather scroll than lose a line."""
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll)

    def track(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        """Connect to something that outlives the page; `release` undoes all of it."""
        signal.connect(slot)
        self._tracked.append((signal, slot))

    def bind(self, key: Key, act: Callable[[], object], button: QPushButton | None = None) -> None:
        """Let a key do what a button does. It does nothing while that button is grey or not there."""

        def pressed() -> None:
            if button is None:
                act()
            elif button.isEnabled() and button.isVisible():
                button.click()

        if button is not None:
            button.clicked.connect(act)
        self.keys.append(key)
        QShortcut(QKeySequence(key.sequence), self).activated.connect(pressed)

    def act(
        self,
        place: Workplace,
        words: str,
        verb: Callable[[Progress], T],
        done: Callable[[T], object],
        changed: Changed,
        *,
        refused: Callable[[FundError], object] | None = None,
        dialog: FormDialog | None = None,
        can_stop: bool = False,
    ) -> bool:
        """Do something that writes, beside the window; `words` say what while it takes long.

        When it is done everybody hears what has `changed`, then `done` gets the result; a refusal is shown by
        `refused`, or at the head of the page. One act at a time: while one runs, False and nothing is begun.
        The `dialog` that asked for it stays until there is an answer, and shows the refusal.
        """
        if self._acting is not None and self._acting.running:
            return False
        self.calm()
        job = self._acting = place.runner.run(self, verb)
        if self._act_busy is None:
            self._act_busy = BusyPanel(self.theme, self)
        self._act_busy.follow(job, words, can_stop=can_stop)
        if dialog is not None:
            refused = refused or dialog.complain
            dialog.hold()
            # After the answer was told, whatever came of that.
            job.ended.connect(dialog.release)

        def finished(result: T) -> None:
            if changed:
                place.tell_changed(changed)
            done(result)

        def failed(error: object) -> None:
            if isinstance(error, FundError) and refused is not None:
                refused(error)
            else:
                self._on_failed(error)

        job.done.connect(finished)
        job.failed.connect(failed)
        return True

    def ask(
        self,
        dialog: FormDialog,
        place: Workplace,
        words: str,
        verb: Callable[[Any], T],
        done: Callable[[T], object],
        changed: Changed,
    ) -> None:
        """Open a form; each time it is ready its command is done. Refused, it says why and stays; done, it closes."""

        def finished(result: T) -> None:
            dialog.finish()
            done(result)

        def ready(command: object) -> None:
            self.act(place, words, lambda _progress: verb(command), finished, changed, dialog=dialog)

        dialog.ready.connect(ready)
        dialog.open()

    def help_words(self) -> tuple[str, ...]:
        """What F1 says of this page: a few plain sentences in the order of the work."""
        return ()

    def release(self) -> None:
        """The page goes: no ghost of it may answer."""
        for signal, slot in self._tracked:
            signal.disconnect(slot)
        self._tracked.clear()

    def watch(self, job: Job, done: Callable[[Any], None]) -> None:
        """Take a job's answer: its result, or a refusal shown in its place. A bug rises."""
        job.done.connect(done)
        job.failed.connect(self._on_failed)

    def complain(self, error: FundError) -> None:
        """Show a refusal or what the disk says at the head of the page, until it is read."""
        self.tell(banner_of(self.theme, error))

    def tell(self, banner: Banner) -> None:
        """Show a message at the head of the page in place of the one before."""
        self.calm()
        banner.closed.connect(self.calm)
        self._banner = banner
        self._messages.setContentsMargins(0, self._over_messages, 0, self.theme.px(sizes.GAP))
        self._messages.addWidget(banner)

    def calm(self) -> None:
        """Take the message away."""
        if self._banner is not None:
            self._messages.removeWidget(self._banner)
            self._messages.setContentsMargins(0, 0, 0, 0)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def _on_failed(self, error: object) -> None:
        if isinstance(error, FundError):
            self.complain(error)
        else:
            assert isinstance(error, BaseException)
            raise error

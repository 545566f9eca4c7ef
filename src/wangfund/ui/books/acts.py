"""What the page of the books writes: a form, a question with amount and name, the act beside the window, a quiet line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from wangfund.domain.errors import FundError
from wangfund.text.messages import say_finding
from wangfund.thai.dates import short_date
from wangfund.ui.books.move_dialog import MoveDialog
from wangfund.ui.books.new_menu import NewMenu
from wangfund.ui.books.receive_dialog import ReceiveDialog
from wangfund.ui.books.reverse_dialog import ReverseDialog
from wangfund.ui.books.sentences import (
    Asked,
    ask_move,
    ask_receive,
    ask_reverse,
    ask_spend,
    ask_transfer,
    done_words,
)
from wangfund.ui.books.spend_dialog import SpendDialog
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.entry_view import EntryView, LastAct, entry_view, last_act_today
from wangfund.usecases.money_desk import MoneyDesk, money_desk
from wangfund.usecases.money_held import MoneyResult
from wangfund.usecases.move_money import move_money
from wangfund.usecases.receive_money import receive_money
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.spend_money import spend_money
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool

_UNDO_REASON = "ยกเลิกรายการที่เพิ่งลง"


class MoneyActs(QObject):
    """`done` gives the entry an act posted. `just_done` while the head tells of it.

    `dialog` is the form that is open, `question` the question over it.
    """

    done = Signal(int)

    def __init__(self, page: Page, place: Workplace) -> None:
        super().__init__(page)
        self._page, self._place = page, place
        self.just_done = False
        self.menu: NewMenu | None = None
        self.dialog: FormDialog | None = None
        self.question: Question | None = None

    def choose(self) -> None:
        """F2: which of the three."""
        if self.menu is not None or not self._may_write():
            return
        self.menu = NewMenu(self._page.theme, self._page)
        self.menu.chosen.connect(self._on_chosen)
        self.menu.finished.connect(lambda _result: self._forget("menu"))
        self.menu.open()

    def receive(self) -> None:
        """Money comes in."""
        self._with_desk(self._receive)

    def spend(self) -> None:
        """Money goes out."""
        self._with_desk(self._spend)

    def move(self) -> None:
        """Money is moved."""
        self._with_desk(self._move)

    def reverse(self, view: EntryView, reason: str = "") -> None:
        """An entry is taken back."""
        page, today = self._page, short_date(self._place.clock.today())
        books, who = self._place.books, self._place.who

        def finished(entry_id: int) -> None:
            self._say(f"กลับรายการแล้ว เป็นรายการที่ {entry_id:,}")
            self.done.emit(entry_id)

        dialog = ReverseDialog(page.theme, view, page, reason=reason, drafts=self._place.drafts)
        self._open(
            dialog,
            lambda command: ask_reverse(view, command.reason, today),
            lambda command: reverse_entry(books, command, who),
            finished,
            Changed.MONEY | Changed.CLAIMS,
            icon="undo-2",
        )

    def undo(self) -> None:
        """Ctrl Z: the last act of today, taken back like any other."""
        if not self._may_write():
            return
        books = self._place.books
        self._page.watch(
            self._place.runner.run(self._page, lambda _progress: last_act_today(books)), self._on_last
        )

    def _on_last(self, last: LastAct | None) -> None:
        page = self._page
        if last is None:
            page.tell(_note(page, "วันนี้ยังไม่มีรายการที่จะเลิกทำ", "รายการของวันก่อน ให้เลือกแล้วกด F11 กลับรายการ"))
            return
        if last.together > 1:
            words = f"รายการล่าสุดของวันนี้คือรอบเก็บเงิน {last.together:,} รายการ"
            page.tell(_note(page, words, "เปิดรอบนั้น แล้วกลับรายการทีละใบด้วย F11"))
            return
        try:
            view = entry_view(self._place.books, last.entry.id)
        except FundError as error:
            page.complain(error)
            return
        self.reverse(view, _UNDO_REASON)

    def _on_chosen(self, name: str) -> None:
        {"receive": self.receive, "spend": self.spend, "move": self.move}[name]()

    def _with_desk(self, then: Callable[[MoneyDesk], None]) -> None:
        if not self._may_write():
            return
        books = self._place.books
        self._page.watch(self._place.runner.run(self._page, lambda _progress: money_desk(books)), then)

    def _may_write(self) -> bool:
        """Nothing is open already, and the file may be written."""
        return self.dialog is None and self._place.books.readonly is None

    def _receive(self, desk: MoneyDesk) -> None:
        books, who = self._place.books, self._place.who
        self._money(
            ReceiveDialog(self._page.theme, desk, self._page, self._place.drafts),
            lambda command: ask_receive(desk, command),
            lambda command: receive_money(books, command, who),
            "รับ",
        )

    def _spend(self, desk: MoneyDesk) -> None:
        books, who = self._place.books, self._place.who
        self._money(
            SpendDialog(self._page.theme, desk, self._page, self._place.drafts),
            lambda command: ask_spend(desk, command),
            lambda command: spend_money(books, command, who),
            "จ่าย",
        )

    def _move(self, desk: MoneyDesk) -> None:
        books, who = self._place.books, self._place.who

        def ask(command: Any) -> Asked:
            return ask_transfer(command) if isinstance(command, TransferPool) else ask_move(desk, command)

        def move(command: Any) -> MoneyResult:
            if isinstance(command, TransferPool):
                return transfer_pool(books, command, who)
            return move_money(books, command, who)

        self._money(MoveDialog(self._page.theme, desk, self._page, self._place.drafts), ask, move, "ย้าย")

    def _money(
        self,
        dialog: FormDialog,
        ask: Callable[[Any], Asked],
        verb: Callable[[Any], MoneyResult],
        told: str,
    ) -> None:
        def finished(result: MoneyResult) -> None:
            self._say(done_words(told, result))
            for finding in result.findings:
                said = say_finding(finding)
                self._page.tell(_note(self._page, said.message, said.advice))
            self.done.emit(result.entry_id)

        self._open(dialog, ask, verb, finished, Changed.MONEY)

    def _open(
        self,
        dialog: FormDialog,
        ask: Callable[[Any], Asked],
        verb: Callable[[Any], Any],
        finished: Callable[[Any], None],
        changed: Changed,
        *,
        icon: str = "circle-alert",
    ) -> None:
        if self.dialog is not None:
            # Asked for twice while the first was being read for: one form is enough.
            dialog.deleteLater()
            return
        self.dialog = dialog
        # A question goes with the form it stands over, answered or not.
        dialog.finished.connect(lambda _result: self._forget("question", "dialog"))

        def done(result: Any) -> None:
            dialog.finish()
            finished(result)

        def yes(command: Any) -> None:
            self._page.act(
                self._place,
                "กำลังบันทึก",
                lambda _progress: verb(command),
                done,
                changed,
                dialog=dialog,
            )

        def ready(command: ReverseEntry | Any) -> None:
            if self.question is not None:
                return
            asked = ask(command)
            question = Question(
                self._page.theme, asked.heading, asked.sentence, asked.verb, dialog, icon=icon
            )
            self.question = question
            question.finished.connect(lambda _result: self._forget("question"))
            question.accepted.connect(lambda: yes(command))
            question.open()

        dialog.ready.connect(ready)
        dialog.open()

    def _say(self, words: str) -> None:
        self.just_done = True
        self._page.head.say(words, "ok")

    def _forget(self, *names: str) -> None:
        for name in names:
            setattr(self, name, None)


def _note(page: Page, words: str, advice: str) -> Banner:
    return Banner(page.theme, "warn", words, (advice,) if advice else (), can_close=True)

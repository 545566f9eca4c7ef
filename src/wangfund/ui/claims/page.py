"""สวัสดิการ: the claims by where they stand, a claim being checked, and one claim on its way to its voucher."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from wangfund.domain.errors import FundError
from wangfund.thai.era import OFFSET
from wangfund.ui.claims.check_view import CheckView
from wangfund.ui.claims.claim_pane import ClaimPane
from wangfund.ui.claims.help_words import help_words
from wangfund.ui.claims.list_panel import ListPanel
from wangfund.ui.claims.marks import list_of
from wangfund.ui.claims.state import CLAIM, DRAFT, FORM, LIST, ClaimsState
from wangfund.ui.claims.told_panel import head_words
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.claims_list import ClaimLine, claims_list

_HEADINGS: Final = {LIST: "สวัสดิการ", FORM: "ตรวจคำขอสวัสดิการ", CLAIM: "คำขอสวัสดิการ"}
_SHORT: Final = {LIST: "สวัสดิการ", FORM: "ตรวจคำขอ", CLAIM: "คำขอ"}


class ClaimsPage(Page):
    """`list` is the list, `check` the claim being typed, `pane` the claim looked at; one of them is in front."""

    def __init__(self, theme: Theme, place: Workplace, state: ClaimsState) -> None:
        super().__init__(theme, "สวัสดิการ")
        self._place, self._state = place, state
        self._loading = False
        self.new = ActionButton(theme, "ตรวจคำขอใหม่", icon="plus", key=Key.NEW.shown, main=True)
        self.print = ActionButton(theme, "พิมพ์แบบคำขอ", icon="printer", key=Key.PRINT.shown)
        self.more = ActionButton(theme, "เรื่องอื่น", key=Key.MORE.shown)
        for button in (self.more, self.print, self.new):
            self.head.add(button)
        self.list = ListPanel(theme, state)
        self.check = CheckView(self, theme, place, state)
        self.pane = ClaimPane(self, theme, place)
        self._stack = QStackedWidget()
        self._parts: dict[str, QWidget] = {LIST: self.list, FORM: self.check, CLAIM: self.pane}
        for part in self._parts.values():
            self._stack.addWidget(part)
        self.body.addWidget(self._stack)
        self._wire()
        state.recall(place.drafts.kept(DRAFT))
        if state.loaded:
            self.list.show_all()
        self._dress(LIST)

    def shown(self, argument: object = None) -> None:
        """Open what another page asked for, or what was in front before."""
        if not self._state.loaded or self._state.stale:
            self.load()
        if isinstance(argument, dict) and "member" in argument:
            self._try(lambda: self._check_of(int(argument["member"])))
        elif isinstance(argument, dict) and "claim" in argument:
            self._try(lambda: self._open(int(argument["claim"])))
        elif self._state.front == CLAIM and self._state.claim is not None:
            claim = self._state.claim
            self._try(lambda: self._open(claim))
        elif self._state.front == FORM:
            self._try(self._resume)
        else:
            self._to_list()

    def start_search(self) -> bool:
        """Put the typing into the search of the list."""
        self._to_list()
        return True

    def back(self) -> bool:
        """Esc: from a claim or a form to the list; what is half typed stays for later."""
        if super().back():
            return True
        if self._state.front != LIST:
            self._to_list()
            return True
        if not self.list.search.edit.hasFocus():
            self.list.start()
            return True
        return False

    def help_words(self) -> tuple[str, ...]:
        """What F1 says of what is in front."""
        return help_words(self._state.front)

    def load(self, year: int | None = None) -> None:
        """Read the claims beside the window."""
        if self._loading:
            return
        self._loading = True
        books, wanted = self._place.books, year if year is not None else self._state.year
        job = self._place.runner.run(self, lambda _progress: claims_list(books, wanted))
        job.ended.connect(self._on_load_ended)
        self.watch(job, self._on_loaded)

    def new_claim(self) -> None:
        """F2: what is half typed comes back; from within a form a new one is begun."""
        if self._state.front == FORM and not self.check.finding:
            self._begin_anew()
        else:
            self._try(self._resume)

    def _wire(self) -> None:
        self.bind(Key.NEW, self.new_claim)
        self.new.clicked.connect(self.new_claim)
        self.bind(Key.EDIT, self._amend, self.pane.edit)
        self.bind(Key.PRINT, self.pane.print_paper, self.print)
        self.bind(Key.MORE, self.pane.show_others, self.more)
        self.bind(Key.POST, self._post)
        self.check.decision.main.clicked.connect(self.check.record)
        self.pane.decision.main.clicked.connect(self._next_act)
        QShortcut(QKeySequence(Key.NEXT_LIST.sequence), self).activated.connect(self._next_list)
        self.list.opened.connect(self._on_opened)
        self.list.year_chosen.connect(self.load)
        self.check.recorded.connect(self._on_recorded)
        self.pane.amend.connect(lambda _view: self._amend())
        self.pane.said.connect(lambda words: self.head.say(words, "ok"))
        self.pane.shown.connect(self._on_claim_shown)
        self.track(self._place.changed, self._on_changed)

    def _bring(self, front: str) -> None:
        """Put a part in front, with its heading and its buttons."""
        self._state.front = front
        self._dress(front)

    def _dress(self, front: str) -> None:
        self._stack.setCurrentWidget(self._parts[front])
        self.head.heading.setText((_SHORT if self.theme.compact else _HEADINGS)[front])
        self.new.setVisible(front == LIST)
        for button in (self.print, self.more):
            button.setVisible(front == CLAIM)

    def _to_list(self) -> None:
        if self._state.front == FORM:
            self.check.keep()
        self._bring(LIST)
        self._say_list()
        self.list.start()

    def _say_list(self) -> None:
        half = sum(form.begun for no, form in self._state.forms.items() if no)
        year = f"ปีบัญชี {self._state.year + OFFSET}" if self._state.year is not None else ""
        waits = f" · พิมพ์ค้างไว้ {half} คำขอ กด F2 ทำต่อ" if half else ""
        self.head.say(f"{year}{waits}")

    def _try(self, act: Callable[[], object]) -> None:
        """Do something that reads; what stands in the way is shown over the list."""
        try:
            act()
        except FundError as error:
            self._bring(LIST)
            self.complain(error)

    def _resume(self) -> None:
        self._bring(FORM)
        form = self._state.forms.get(self._state.now)
        again = form is not None and form.begun
        self.check.resume()
        self.head.say("นำสิ่งที่พิมพ์ค้างไว้กลับมาให้แล้ว ยังไม่ได้บันทึก" if again else "ยังไม่บันทึกจนกว่าจะกด F9")

    def _check_of(self, member_id: int) -> None:
        self._bring(FORM)
        self.check.begin(member_id)
        again = self.check.facts.typed.begun
        self.head.say("นำสิ่งที่พิมพ์ค้างไว้กลับมาให้แล้ว ยังไม่ได้บันทึก" if again else "ยังไม่บันทึกจนกว่าจะกด F9")

    def _begin_anew(self) -> None:
        typed = self.check.facts.typed
        if not typed.begun:
            self._state.give_up()
            self.check.find_member()
            return
        sentence = f"คำขอของ {typed.name} ที่พิมพ์ไว้ยังไม่ได้บันทึก เริ่มใหม่แล้วที่พิมพ์ไว้จะหายไป"
        question = Question(self.theme, "เริ่มคำขอใหม่", sentence, "เริ่มใหม่", self, leave="พิมพ์ต่อ")
        question.accepted.connect(self._drop_and_find)
        question.open()

    def _drop_and_find(self) -> None:
        self._state.give_up()
        self.check.keep()
        self.check.find_member()

    def _amend(self) -> None:
        view = self.pane.view
        if view is None or not self.pane.may_amend:
            return
        self._bring(FORM)
        self._try(lambda: self.check.amend(view))
        self.head.say(f"แก้{self._words(view)}")

    def _post(self) -> None:
        if self._state.front == FORM:
            if self.check.decision.main.isEnabled():
                self.check.record()
        elif self._state.front == CLAIM:
            self._next_act()

    def _next_act(self) -> None:
        try:
            self.pane.do_next()
        except FundError as error:
            self.complain(error)

    def _next_list(self) -> None:
        if self._state.front == LIST:
            self.list.next_list()

    def _open(self, claim_id: int) -> None:
        self.pane.show_claim(claim_id)
        self._state.claim = claim_id
        self._bring(CLAIM)
        self.pane.start()

    def _on_opened(self, row: object) -> None:
        assert isinstance(row, ClaimLine)
        self._try(lambda: self._open(row.id))

    def _on_recorded(self, claim_id: int) -> None:
        self._state.chosen = claim_id
        self._try(lambda: self._open(claim_id))
        view = self.pane.view
        if view is not None:
            self._state.tab = list_of(view.state)
            self.head.say(f"บันทึกแล้ว {self._words(view)}", "ok")

    def _on_claim_shown(self, view: object) -> None:
        assert isinstance(view, ClaimView)
        self.head.say(self._words(view))
        paid = self.pane.paid is not None
        self.print.setText("ใบสำคัญจ่าย" if paid else "พิมพ์แบบคำขอ")
        self.print.updateGeometry()

    def _words(self, view: ClaimView) -> str:
        return head_words(view, short=not self.theme.roomy)

    def _on_load_ended(self) -> None:
        self._loading = False

    def _on_loaded(self, found: Any) -> None:
        self._state.take(found)
        self.list.show_all()
        if self._state.front == LIST:
            self._say_list()

    def _on_changed(self, what: Changed) -> None:
        if not what & (Changed.CLAIMS | Changed.MONEY | Changed.MEMBERS):
            return
        self._state.stale = True
        if self.isVisible():
            self.load()

"""A claim being checked: the member, the facts at the left, and at the right what the rules say as they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from wangfund.domain.errors import FundError
from wangfund.domain.rulebook.model import Benefit
from wangfund.ui.claims.decision import decision_of
from wangfund.ui.claims.decision_panel import DecisionPanel
from wangfund.ui.claims.facts_panel import FactsPanel
from wangfund.ui.claims.state import DRAFT, ClaimsState
from wangfund.ui.claims.typed_claim import from_claim
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.member_finder import MemberFinder
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.amend_claim import AmendClaim, amend_claim
from wangfund.usecases.benefits_in_force import benefits_in_force
from wangfund.usecases.claim_answer import ClaimAnswer, answer_claim
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.find_members import MemberLine, list_members
from wangfund.usecases.member_view import MemberView, member_view
from wangfund.usecases.request_claim import RequestClaim, request_claim

ASK_AFTER_MS: Final = 150
KEEP_AFTER_MS: Final = 300
_NOBODY: Final = "ค้นหาสมาชิกก่อน แล้วผลตรวจจะขึ้นที่นี่"
_NO_BENEFIT: Final = "เลือกเรื่องที่ขอ แล้วกรอกข้อเท็จจริง"
_NO_EVENT: Final = "กรอกวันที่ให้ครบ แล้วผลตรวจจะขึ้นที่นี่"


class CheckView(QWidget):
    """`recorded` gives the id of the claim that was recorded or put right. Nothing is recorded before F9."""

    recorded = Signal(int)

    def __init__(self, page: Page, theme: Theme, place: Workplace, state: ClaimsState) -> None:
        super().__init__()
        self._page, self._theme, self._place, self._state = page, theme, place, state
        self._search = MemberSearch()
        self._benefits: Sequence[Benefit] = ()
        self.answer: ClaimAnswer | None = None
        self.finder = MemberFinder(theme, self._search)
        self.facts = FactsPanel(theme, place.clock.today())
        self.decision = DecisionPanel(theme, Key.POST.shown)
        self._left = QStackedWidget()
        self._left.addWidget(self._find_panel())
        self._left.addWidget(self.facts)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(sizes.GAP))
        self._row.addWidget(self._left)
        self._row.addWidget(self.decision)
        self._ask_soon = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._ask_soon.timeout.connect(self.ask)
        self._keep_soon = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)
        self.finder.picked.connect(self._on_picked)
        self.facts.changed.connect(self._on_typed)
        self.facts.entered.connect(self.decision.main.setFocus)

    @property
    def finding(self) -> bool:
        """Whether the member is still being looked for."""
        return self._left.currentIndex() == 0

    def find_member(self) -> None:
        """Ask whose claim it is."""
        self._state.now = ""
        self._front(0)
        self.finder.clear()
        self._wait(_NOBODY)
        self.decision.main.setEnabled(False)
        self.load_members()
        self.finder.setFocus()

    def load_members(self) -> None:
        """Read the register beside the window."""
        books = self._place.books
        self._page.watch(
            self._place.runner.run(self._page, lambda _progress: list_members(books)), self._on_members
        )

    def begin(self, member_id: int) -> None:
        """Take a claim of a member in hand: what she half typed before, or a new one.

        Raises:
            FundError: what stands in the way of reading her or the rules.
        """
        member = member_view(self._place.books, member_id)
        m = member.member
        self._show(member, self._state.begin(m.id, m.member_no, m.name))

    def amend(self, view: ClaimView) -> None:
        """Take a recorded claim in hand to put it right.

        Raises:
            FundError: as `begin`.
        """
        benefit = view.answer.benefit
        assert benefit is not None
        member = member_view(self._place.books, view.answer.member.id)
        self._show(member, self._state.amend(from_claim(view, benefit)))

    def resume(self) -> None:
        """Show what is in hand; when nobody is, ask whose claim it is.

        Raises:
            FundError: as `begin`.
        """
        form = self._state.forms.get(self._state.now)
        if form is None or not form.member_id:
            self.find_member()
            return
        self._show(member_view(self._place.books, form.member_id), form)

    def ask(self) -> None:
        """Ask the rules, beside the window; an answer to older typing is never shown."""
        self._ask_soon.stop()
        typed, benefit = self.facts.typed, self.facts.benefit
        number = self._state.next_asked()
        if benefit is None:
            self._wait(_NO_BENEFIT)
            return
        command = typed.command(benefit, self._place.clock.today())
        if command is None:
            self._wait(_NO_EVENT)
            return
        books, but = self._place.books, typed.amends
        job = self._place.runner.run(self._page, lambda _progress: answer_claim(books, command, but=but))
        job.done.connect(lambda answer: self._on_answer(number, answer))
        job.failed.connect(lambda error: self._on_no_answer(number, error))

    def record(self) -> None:
        """Record the claim with what is typed; refused, everything stays as it stands."""
        if self.finding or self.facts.benefit is None:
            return
        if not self.facts.check():
            return
        typed, place = self.facts.typed, self._place
        command = typed.command(self.facts.benefit, place.clock.today())
        if command is None:
            return

        def verb(_progress: object) -> int:
            if typed.amends:
                amend_claim(place.books, AmendClaim(typed.amends, command.benefit, command.facts), place.who)
                return typed.amends
            return _requested(place, command)

        self._page.act(place, "บันทึกคำขอ", verb, self._on_recorded, Changed.CLAIMS, refused=self._on_refused)

    def keep(self) -> None:
        """Keep what is half typed, so that a power cut costs no typing."""
        self._keep_soon.stop()
        kept = self._state.drafts()
        if kept:
            self._place.drafts.keep(DRAFT, kept)
        else:
            self._place.drafts.drop(DRAFT)

    def _find_panel(self) -> Panel:
        t = self._theme
        panel = Panel(t, "ของใคร")
        panel.add(self.finder, top=4, bottom=12)
        panel.column.addStretch(1)
        return panel

    def _show(self, member: MemberView, form: Any) -> None:
        self._benefits = benefits_in_force(self._place.books)
        self._front(1)
        self.facts.show_claim(form, member, self._benefits)
        self.decision.main.setText("บันทึกที่แก้" if form.amends else "บันทึกผลตรวจ")
        self.decision.main.updateGeometry()
        self.facts.year.show_year(None)
        self.answer = None
        self.ask()
        self.facts.start()

    def _front(self, part: int) -> None:
        """While a member is looked for the list has the room, then the decision."""
        self._left.setCurrentIndex(part)
        self.decision.setVisible(bool(part) or not self._theme.compact)
        narrow = (416, 695) if not self._theme.compact else (480, 620)
        for at, stretch in enumerate(narrow if part else (640, 471)):
            self._row.setStretch(at, stretch)

    def _on_members(self, rows: Any) -> None:
        self._search.rows = rows

    def _on_picked(self, member: object) -> None:
        assert isinstance(member, MemberLine)
        try:
            self.begin(member.id)
        except FundError as error:
            self._page.complain(error)

    def _on_typed(self) -> None:
        self._ask_soon.start()
        self._keep_soon.start()

    def _on_answer(self, number: int, answer: ClaimAnswer) -> None:
        if number != self._state.asked:
            return
        self.answer = answer
        self.decision.show_decision(decision_of(answer))
        self.facts.year.show_year(answer.year)
        self.facts.hint(answer.assessment.findings)
        self.decision.main.setEnabled(True)

    def _on_no_answer(self, number: int, error: object) -> None:
        if not isinstance(error, FundError):
            assert isinstance(error, BaseException)
            raise error
        if number != self._state.asked:
            return
        self._wait(_NO_EVENT)
        self.facts.hint(error.findings)

    def _wait(self, words: str) -> None:
        self.answer = None
        self.decision.show_waiting(words)
        self.decision.main.setEnabled(self.facts.benefit is not None and not self.finding)

    def _on_recorded(self, claim_id: int) -> None:
        self._state.give_up()
        self.keep()
        self.recorded.emit(claim_id)

    def _on_refused(self, error: FundError) -> None:
        if error.findings and not self.facts.show_findings(error.findings):
            return
        self._page.complain(error)


def _requested(place: Workplace, command: RequestClaim) -> int:
    claim_id, _ = request_claim(place.books, command, place.who)
    return claim_id

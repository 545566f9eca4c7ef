"""ปิดงวด: the list of what must be in order, one step at work, the books' figures and the answer beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.close.acts import CloseActs
from wangfund.ui.close.answers import answer_of
from wangfund.ui.close.bank_step import BankStep
from wangfund.ui.close.cash_step import CashStep, WhoPanel
from wangfund.ui.close.empty_step import EmptyStep
from wangfund.ui.close.facts import facts_of
from wangfund.ui.close.final_steps import DraftStep, HistoryPanel, SealStep, history_step
from wangfund.ui.close.list_steps import claims_step, papers_step, rounds_step
from wangfund.ui.close.main_act import READ_ONLY, Act, main_act
from wangfund.ui.close.room import over_list, stacked
from wangfund.ui.close.side_column import SideColumn
from wangfund.ui.close.stage import Stage
from wangfund.ui.close.state import HISTORY, NEXT, STEPS, CloseState
from wangfund.ui.close.step_list import StepList
from wangfund.ui.close.steps import direction, heading, in_order, steps_of
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.icon_button import IconButton
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.close_checklist import ClaimAtClose, CloseChecklist, VillageReturn, close_checklist
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.months_to_close import ClosedMonth, months_to_close

_KEEP_AFTER_MS = 300
_OURS = Changed.MONEY | Changed.CLAIMS | Changed.PERIODS | Changed.MEMBERS | Changed.SETTINGS
Reading = tuple[CloseChecklist, MonthPack | None]


class ClosePage(Page):
    """`list` has the steps; each step's panel lies in `steps`, the figures and the answer in `side`."""

    def __init__(self, theme: Theme, place: Workplace, state: CloseState) -> None:
        super().__init__(theme, "ปิดงวด")
        self.place, self.state = place, state
        self.list = StepList(theme)
        self.rounds, self.papers, self.claims = rounds_step(theme), papers_step(theme), claims_step(theme)
        self.cash = CashStep(theme, place.clock.today())
        self.banks, self.draft, self.seal = BankStep(theme), DraftStep(theme), SealStep(theme)
        self.history, self.past = history_step(theme), HistoryPanel(theme)
        self.empty = EmptyStep(theme)
        self.who, self.side = WhoPanel(theme), SideColumn(theme)
        self.steps: dict[str, QWidget] = {
            "rounds": self.rounds, "papers": self.papers, "cash": self.cash, "banks": self.banks,
            "claims": self.claims, "draft": self.draft, "seal": self.seal, HISTORY: self.history, NEXT: self.empty,
        }  # fmt: skip
        self.rest = ActionButton(theme, "พักไว้ก่อน", key=Key.BACK.shown)
        self.main = ActionButton(theme, "ต่อไป", key=Key.GO_ON.shown, main=True)
        self.main_holder = QHBoxLayout()
        self._before = IconButton(theme, "chevron-left", f"งวดก่อน {Key.MONTH_BEFORE.shown}")
        self._after = IconButton(theme, "chevron-right", f"งวดถัดไป {Key.MONTH_AFTER.shown}")
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self.keep)
        self._said = ""
        self.acts = CloseActs(self)
        self._lay_out()
        self._wire()
        if state.months is not None:
            self.show_state()

    def shown(self, argument: object = None) -> None:
        """Read again what changed; the list has the keys."""
        if self.state.sealed is not None and self.state.backed_up:
            self.state.leave_sealed()
        if self.state.stale or self.state.months is None or self.state.month is None:
            self.read()
        self.list.setFocus()

    @property
    def readonly(self) -> bool:
        """Whether the fund is only looked at: nothing of a month can be drafted, sealed or taken back."""
        return self.place.books.readonly is not None

    def read(self, month: Period | None = None) -> None:
        """Read the months, then everything about the one shown (or another, when one is told)."""
        state, books = self.state, self.place.books
        try:
            months = months_to_close(books)
        except FundError as error:
            self.complain(error)
            return
        wanted = month or state.wanted(months)
        name = "" if wanted is None else f"close/{wanted.be_year}-{wanted.month:02d}"
        state.turn_to(months, wanted, self.place.drafts.kept(name) if name else None)
        self.show_state()
        if wanted is None:
            state.stale = False
            return
        counted_on, here = state.inputs.counted_on, wanted

        def work(_progress: object) -> Reading:
            view = close_checklist(books, here, counted_on)
            ready = view.state == "closed" or (view.state == "draft" and not view.stale)
            return view, month_pack(books, here) if ready else None

        self.watch(self.place.runner.run(self, work), self._on_read)

    def say_done(self, words: str, short: str = "") -> None:
        """Tell what was just done, until the next thing is done or typed; `short` where there is little room."""
        self._said = short if short and over_list(self.theme) else words
        self._say()

    def keep(self) -> None:
        """Keep what is typed, so that a power cut costs none of it."""
        self._keep_soon.stop()
        state = self.state
        if state.month is None or state.view is None or state.view.state == "closed":
            return
        if state.inputs.empty:
            self.place.drafts.drop(state.draft_name)
        else:
            self.place.drafts.keep(state.draft_name, state.inputs.as_draft())

    def show_state(self) -> None:
        """Show everything as it stands; what is being typed stays as it is."""
        state = self.state
        steps = steps_of(state)
        if (
            state.step not in {step.name for step in steps}
            and steps
            and (state.view is not None or not state.month)
        ):
            state.step = steps[0].name
        self.head.heading.setText(heading(state, short=self.theme.compact))
        self.rest.setVisible(not self.theme.compact)
        self.list.show_steps(steps, state.step)
        months = len(state.months.open_months) if state.months is not None else 0
        for button, by in ((self._before, -1), (self._after, 1)):
            button.setVisible(months > 1)
            button.setEnabled(state.step_month(by) is not None)
        act = main_act(state)
        self._show_main(act.words, act.icon, shown=bool(steps))
        stays = self.readonly and act.act in {Act.DRAFT, Act.SEAL}
        self.main.setEnabled(not stays)
        self.main.setToolTip(READ_ONLY if stays else "")
        beside = state.step == HISTORY or (state.view is not None and state.step != NEXT)
        self.stage.show_step(
            self.steps.get(state.step, self.empty),
            None if not beside else self.past if state.step == HISTORY else self.side,
        )
        assert self._listed.heading is not None
        self._listed.heading.setText("สิ่งที่ต้องเรียบร้อย" if state.view is not None else "งวด")
        if state.view is None:
            self._say()
            self.empty.show_months(state.months)
        else:
            self._show_view(state.view)
        if state.months is not None:
            self.history.show_rows(state.months.closed)

    def choose(self, step: str) -> None:
        """Put the mark on a step."""
        self.state.step, self._said = step, ""
        self.show_state()
        self.stage.to_top()

    def go_to(self, step: str) -> None:
        """Go on to a step and, where something is to be typed, begin there."""
        self.choose(step)
        self.list.setFocus()
        if step in {"cash", "banks", "seal"}:
            self._begin(step)
        else:
            self.stage.open_step()

    def work_on(self, step: str) -> None:
        """Enter on the list: work on the step; one that is in order leads on."""
        self.choose(step)
        found = next((s for s in steps_of(self.state) if s.name == step), None)
        if (found is not None and found.done and step != HISTORY) or not self._begin(step):
            self.acts.do_main()

    def back(self) -> bool:
        """Esc: from a step to the list, from the list to the first page; nothing typed is lost."""
        if super().back():
            return True
        if self.stage.back_to_list() or not self.list.hasFocus():
            self.list.setFocus()
        else:
            self.acts.leave()
        return True

    def help_words(self) -> tuple[str, ...]:
        """What F1 says of this page."""
        return (
            "ลูกศรขึ้นลงเลือกข้อ กด Enter ทำข้อนั้น ข้อที่เรียบร้อยแล้วกด Enter ไปข้อถัดไป",
            "นับเงินสด ใส่จำนวนใบและเหรียญทีละช่อง Enter ไปช่องถัดไป F7 พิมพ์ใบตรวจนับ",
            "กรอกยอดตามสมุดธนาคารทุกเล่ม ถ้าไม่ตรง โปรแกรมบอกรายการที่น่าจะผิด F3 ไปดูรายการนั้น",
            "ทำร่าง พิมพ์ให้กรรมการตรวจและลงชื่อ แล้วใส่มติเพื่อปิดงวด ปิดแล้วแก้ไม่ได้",
            "สิ่งที่พิมพ์ค้างไว้ยังอยู่ แม้ไฟดับหรือปิดโปรแกรม งวดที่ปิดแล้วดูเอกสารซ้ำได้ที่ท้ายรายการ",
        )

    def release(self) -> None:
        """The page goes: what is typed is kept."""
        self.keep()
        super().release()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page comes to the front: what is typed is kept."""
        if self._keep_soon.isActive():
            self.keep()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        t = self.theme
        self.head.add(self.rest)
        self._main_box = QWidget()
        self._main_box.setLayout(self.main_holder)
        self.main_holder.setContentsMargins(0, 0, 0, 0)
        self.main_holder.addWidget(self.main)
        self.head.add(self._main_box)
        listed = self._listed = Panel(t, "สิ่งที่ต้องเรียบร้อย")
        for button in (self._before, self._after):
            listed.head.addWidget(button)
        listed.rule()
        listed.column.addWidget(self.list, 1)
        if stacked(t):
            for panel in (self.rounds, self.papers, self.claims, self.banks.moves, self.history):
                panel.setMinimumHeight(t.px(300))
        self.stage = Stage(t, listed, self.steps.values(), self.side, self.past, self.who)
        self.body.addWidget(self.stage)

    def _wire(self) -> None:
        self.list.chosen.connect(self.choose)
        self.list.opened.connect(self.work_on)
        self.main.clicked.connect(self.acts.do_main)
        self.rest.clicked.connect(self.acts.leave)
        self.rounds.opened.connect(self._open_village)
        self.claims.opened.connect(self._open_claim)
        self.banks.opened.connect(lambda move: self.go.emit("books", {"entry": move.entry_id}))
        self.banks.typed.connect(self._on_bank)
        self.banks.turned.connect(self._on_bank_turned)
        self.banks.finished.connect(self.acts.do_main)
        self.cash.counted.connect(self._on_count)
        self.cash.dated.connect(self._on_day)
        self.cash.finished.connect(self.who.counter.take_keys)
        self.who.named.connect(self._on_names)
        self.who.finished.connect(self.acts.do_main)
        self.seal.typed.connect(self._on_resolution)
        self.seal.finished.connect(self.acts.do_main)
        self.history.chosen.connect(self._on_past)
        self.history.opened.connect(lambda _month: self.acts.print_paper())
        self.side.answer.mend.connect(self.acts.mend)
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self.bind(Key.MONTH_BEFORE, partial(self._turn, -1))
        self.bind(Key.MONTH_AFTER, partial(self._turn, 1))
        for key, act in (
            (Key.PRINT, self.acts.print_paper),
            (Key.SAVE_FILE, self.acts.save_workbook),
            (Key.EDIT, self.acts.mend),
        ):
            self.bind(key, act)
        self.bind(Key.UNDO, self.acts.take_back, self.draft.take_back)
        for button in (self.who.sheet, self.draft.preview, self.seal.sealed.paper, self.past.sealed.paper):
            button.clicked.connect(self.acts.print_paper)
        for button in (self.seal.sealed.excel, self.past.sealed.excel):
            button.clicked.connect(self.acts.save_workbook)
        self.seal.sealed.network.clicked.connect(lambda: self.go.emit("network", None))
        self.track(self.place.changed, self._on_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.track(app.focusChanged, self._on_focus)

    def _begin(self, step: str) -> bool:
        self.stage.open_step()
        begin = getattr(self.steps[step], "begin", None)
        return bool(begin is not None and begin())

    def _show_main(self, words: str, icon: str, *, shown: bool) -> None:
        if self.main.text() != words:
            made = ActionButton(self.theme, words, icon=icon, key=Key.GO_ON.shown, main=True)
            made.clicked.connect(self.acts.do_main)
            self.main_holder.replaceWidget(self.main, made)
            self.main.hide()
            self.main.deleteLater()
            self.main = made
        self._main_box.setVisible(shown)

    def _show_view(self, view: CloseChecklist) -> None:
        state = self.state
        self._say()
        self.rounds.show_rows(view.villages)
        self.papers.show_rows(view.voids)
        self.claims.show_rows(view.claims)
        self.cash.fill(state.inputs, view.counted_on)
        self.who.fill(state.inputs, view.committee)
        self.banks.show_state(state)
        self.draft.show_state(state)
        if self.readonly:
            self.draft.stays(READ_ONLY)
        self.seal.show_state(state)
        if state.step in STEPS:
            self.side.facts.show_facts(facts_of(state))
            self.side.answer.show_answer(answer_of(state))
        self.who.setVisible(state.step == "cash")

    def _say(self) -> None:
        difference = self.state.cash_difference
        if self._said:
            self.head.say(self._said, "ok")
        elif self.readonly and self.state.view is not None and self.state.view.state != "closed":
            self.head.say(READ_ONLY, "warn")
        elif self.stage.tall is not None and self.state.step == "cash" and difference is not None:
            # The answer lies below the fold there.
            figure = f" {format_baht(abs(difference))}" if difference else ""
            self.head.say(f"{direction(difference)}{figure}", "warn" if difference else "ok")
        elif self.state.view is None:
            self.head.say("")
        else:
            done = f"{in_order(self.state)} จาก {len(STEPS)} ข้อ"
            self.head.say(done if self.theme.compact else f"เรียบร้อย {done}")

    def _turn(self, by: int) -> None:
        month = self.state.step_month(by)
        if month is not None:
            self.keep()
            self.read(month)

    def _on_read(self, reading: Reading) -> None:
        view, pack = reading
        typed = self.state.inputs.counted_on
        if view.month != self.state.month or (
            typed is not None and view.counted_on != min(typed, view.today)
        ):
            # Another month, or another day of counting, has been asked for since.
            return
        self.state.take(view)
        self.state.pack = pack
        self.show_state()

    def _typed(self) -> None:
        self._said = ""
        self._keep_soon.start()
        self.show_state()

    def _on_count(self, text: str) -> None:
        self.state.inputs.count = text
        self.state.note_time(self.place.clock.now())
        self._typed()

    def _on_day(self, day: object) -> None:
        view = self.state.view
        if view is not None and day != view.counted_on:
            self.state.inputs.counted_on = self.cash.day.day
            self._keep_soon.start()
            self.read()

    def _on_names(self) -> None:
        typed = self.state.inputs
        typed.counter, typed.witness = self.who.counter.text, self.who.witness.text
        self._typed()

    def _on_bank(self, name: str, text: str) -> None:
        if self.state.inputs.banks.get(name, "") != text:
            self.state.inputs.banks[name] = text
            self._typed()

    def _on_bank_turned(self, at: int) -> None:
        if self.state.bank != at:
            self.state.bank = at
            self.show_state()

    def _on_resolution(self, text: str) -> None:
        self.state.inputs.resolution = text
        self._typed()

    def _on_past(self, month: ClosedMonth | None) -> None:
        if month is not None:
            self.past.sealed.show_month(month)

    def _open_village(self, village: VillageReturn) -> None:
        self.go.emit("collect", {"moo": village.moo})

    def _open_claim(self, claim: ClaimAtClose) -> None:
        self.go.emit("claims", {"claim": claim.claim_id})

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.stage.follow(now)

    def _on_changed(self, what: Changed) -> None:
        if what & _OURS:
            self.state.stale = True
            if self.isVisible():
                self.read()

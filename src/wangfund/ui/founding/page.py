"""ตั้งกองทุนใหม่: a few calm steps; nothing is made before the last one, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from wangfund.domain.clock import Clock
from wangfund.domain.errors import FundError
from wangfund.ui.drafts import Drafts
from wangfund.ui.founding.places import own_folders
from wangfund.ui.founding.row_entry import RowEntry
from wangfund.ui.founding.rules_choice import PRESET_WORDS, RulesChoice
from wangfund.ui.founding.state import DRAFT, LAST, OWN_RULES, STEPS, FoundingState, home_for
from wangfund.ui.founding.step_forms import HINTS, books_form, list_step, place_form
from wangfund.ui.founding.steps_list import StepsList
from wangfund.ui.founding.summary import Summary
from wangfund.ui.founding.task import WORDS, found_task
from wangfund.ui.frame.choose_file import FileKind, safe_name
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.runner import Runs

_KEEP_AFTER_MS: Final = 300


class FoundingPage(Page):
    """`founded` carries the open fund; `left` when Esc was pressed in the first step. The state outlives the page."""

    founded = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, state: FoundingState, runner: Runs, clock: Clock, drafts: Drafts
    ) -> None:
        super().__init__(theme, "ตั้งกองทุนใหม่")
        self.state, self._runner, self._clock, self._drafts = state, runner, clock, drafts
        self._job: Job | None = None
        today = clock.today()
        self.parts: list[QWidget] = [place_form(theme, today), books_form(theme, state, today)]
        self.parts += [list_step(theme, state, name, today) for name in ("villages", "banks", "committee")]
        self.summary = Summary(theme, state)
        self.parts.append(self.summary)
        self.steps = StepsList(theme)
        self.title = label(theme, "", Words.SUB)
        self.hint = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.stack = QStackedWidget()
        self.before = ActionButton(theme, "กลับ", icon="arrow-left", key=Key.BACK.shown)
        self.next = ActionButton(theme, "ไปต่อ", icon="arrow-right", key=Key.GO_ON.shown, main=True)
        self.make = ActionButton(theme, "ตั้งกองทุน", icon="check", key=Key.POST.shown, main=True)
        self.panel = Panel(theme)
        self._lay_out()
        self.busy = BusyPanel(theme, self.panel)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)
        self._wire()

    def shown(self, argument: object = None) -> None:
        """The step that was being done has the keys."""
        self._turn(self.state.step)

    def back(self) -> bool:
        """Esc: the step before; from the first step back to the welcome page. What is typed stays."""
        if super().back():
            return True
        self._keep()
        if self.state.step == 0:
            self.left.emit()
        else:
            self._turn(self.state.step - 1)
        return True

    def go_on(self) -> None:
        """The next step, when nothing is wrong with this one."""
        if self._is_well():
            self._turn(min(self.state.step + 1, LAST))

    def found(self) -> None:
        """Make the fund, when nothing is wrong with any step; the first that is not well is shown."""
        if self.state.step != LAST or (self._job is not None and self._job.running):
            return
        for step in range(LAST + 1):
            if self.state.findings(step, self._clock.today(), self._effective_from):
                self._turn(step)
                self._is_well()
                return
        self.calm()
        profile = self.state.profile(self._clock.today())
        own_name = self.state.rulebook != OWN_RULES
        self._job = self._runner.run(
            self, found_task(Path(self.state.path), self._clock, profile, own_name=own_name)
        )
        self.busy.follow(self._job, WORDS)
        self.watch(self._job, self._on_founded)

    def help_words(self) -> tuple[str, ...]:
        """How a fund is founded."""
        return (
            "พิมพ์ทีละช่อง กด Enter ไปช่องถัดไป ช่องสุดท้ายกด Enter ไปขั้นต่อไป กด Esc กลับขั้นก่อน สิ่งที่พิมพ์ไว้ไม่หาย",
            "หมู่บ้าน ธนาคาร และกรรมการ พิมพ์ทีละแถว Enter ในช่องแรกที่ว่างคือครบแล้ว",
            "ยังไม่มีการบันทึกจนกว่าจะกด F9 ในขั้นสุดท้าย",
        )

    @property
    def _rules(self) -> RulesChoice:
        form = self.parts[1]
        assert isinstance(form, Form)
        rules = form.fields["rulebook"]
        assert isinstance(rules, RulesChoice)
        return rules

    @property
    def _effective_from(self) -> date | None:
        chosen = self._rules.chosen
        return chosen.rules.effective_from if chosen is not None and not chosen.faults else None

    def _lay_out(self) -> None:
        t = self.theme
        for part in self.parts:
            self.stack.addWidget(_at_top(part))
        inside = QVBoxLayout()
        pad = t.px(sizes.PANEL_PAD + 6)
        inside.setContentsMargins(pad, t.px(14), pad, t.px(14))
        inside.setSpacing(t.px(8))
        inside.addWidget(self.title)
        inside.addWidget(self.hint)
        inside.addWidget(self.stack, 1)
        self.panel.column.addLayout(inside)
        foot = QHBoxLayout()
        foot.setSpacing(t.px(12))
        foot.addWidget(self.before)
        foot.addStretch()
        foot.addWidget(self.next)
        foot.addWidget(self.make)
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        if not t.compact:
            self.steps.setFixedWidth(t.px(278))
            row.addWidget(self.steps)
        right = QVBoxLayout()
        right.setSpacing(t.px(12))
        right.addWidget(self.panel, 1)
        row.addLayout(right, 1)
        if t.compact:
            whole = QWidget()
            whole.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            self.body.addWidget(FollowScroll(t, whole), 1)
        else:
            self.body.addLayout(row, 1)
        self.body.addLayout(foot)

    def _wire(self) -> None:
        for part in self.parts:
            if isinstance(part, Form):
                part.fill({key: text for key, text in self.state.texts.items() if key != "rulebook"})
                part.changed.connect(self._on_typed)
                part.entered.connect(self.go_on)
            elif isinstance(part, RowEntry):
                part.changed.connect(self._keep_soon.start)
                part.finished.connect(self.go_on)
        form = self.parts[0]
        assert isinstance(form, Form)
        for edit in form.fields["tambon"].findChildren(QLineEdit):
            edit.editingFinished.connect(self._suggest_name)
        self.summary.changed.connect(self._keep_soon.start)
        self.next.clicked.connect(self.go_on)
        self.before.clicked.connect(self.back)
        self.bind(Key.POST, self.found, self.make)
        self.bind(Key.BACK, self.back)
        self.bind(Key.SAVE_FILE, self.summary.choose, None)
        self.bind(Key.EDIT, lambda: self._on_list(RowEntry.take_up))
        self.bind(Key.REMOVE, lambda: self._on_list(RowEntry.take_out))

    def _turn(self, step: int) -> None:
        self.state.step = step
        words = STEPS[step][1]
        self.head.say(f"ขั้นที่ {step + 1} จาก {LAST + 1}")
        self.title.setText(words)
        hint = HINTS.get(STEPS[step][0], "") if step < 2 else ""
        self.hint.tell(hint)
        self.hint.setVisible(bool(hint))
        self.steps.show_step(step)
        self.stack.setCurrentIndex(step)
        self.next.setVisible(step < LAST)
        self.make.setVisible(step == LAST)
        part = self.parts[step]
        if isinstance(part, RowEntry):
            part.begin()
        elif isinstance(part, Form):
            _focus_first_empty(part)
        else:
            self._propose_place()
            self.make.setFocus()
        self._keep_soon.start()

    def _is_well(self) -> bool:
        step, part = self.state.step, self.parts[self.state.step]
        if isinstance(part, Form) and not part.check():
            return False
        if isinstance(part, RowEntry) and not part.leave():
            return False
        findings = self.state.findings(step, self._clock.today(), self._effective_from)
        if not findings:
            return True
        if isinstance(part, Form | RowEntry):
            part.show_findings(findings)
        else:
            self.summary.show_place(findings)
        return False

    def _on_typed(self) -> None:
        for part in self.parts:
            if isinstance(part, Form):
                self.state.texts.update(part.values())
        self._keep_soon.start()

    def _suggest_name(self) -> None:
        form = self.parts[0]
        assert isinstance(form, Form)
        if not form.field("name").text.strip() and self.state.suggested_name:
            form.field("name").set_text(self.state.suggested_name)
            self._on_typed()

    def _propose_place(self) -> None:
        profile = self.state.profile(self._clock.today())
        if not self.state.path:
            name = safe_name(f"กองทุน{profile.tambon}", FileKind.FUND)
            place = home_for(name, own_folders())
            self.state.path = "" if place is None else str(place)
        chosen = self._rules.chosen
        words = "" if chosen is None else PRESET_WORDS.get(chosen.name, chosen.rules.name)
        self.summary.show_profile(profile, words)

    def _on_list(self, act: Callable[[RowEntry], None]) -> None:
        part = self.parts[self.state.step]
        if isinstance(part, RowEntry):
            act(part)

    def _on_founded(self, opened: object) -> None:
        self._keep_soon.stop()
        self._drafts.drop(DRAFT)
        self.founded.emit(opened)

    def _keep(self) -> None:
        self._keep_soon.stop()
        if self.state.is_blank:
            self._drafts.drop(DRAFT)
        else:
            self._drafts.keep(DRAFT, self.state.kept())

    def complain(self, error: FundError) -> None:
        """A refusal about the file is shown beside its place, anything else at the head."""
        super().complain(error)
        if self.state.step == LAST:
            self.summary.show_place(self.state.path_findings())


def _at_top(part: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part, 1 if isinstance(part, RowEntry) else 0)
    if not isinstance(part, RowEntry):
        column.addStretch()
    return box


def _focus_first_empty(form: Form) -> None:
    names = list(form.fields)
    wanted = next((name for name in names if not form.field(name).text.strip()), names[0])
    form.fields[wanted].setFocus()

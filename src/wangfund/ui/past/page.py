"""สวัสดิการก่อนใช้โปรแกรม: a list is seen row by row and taken in all or nothing, one row is keyed, a batch is taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from wangfund.text.messages import say_finding
from wangfund.ui.frame.choose_file import FileKind, choose_file
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.past.keyed import begin_keyed
from wangfund.ui.past.list_panel import ListPanel
from wangfund.ui.past.start_panel import StartPanel
from wangfund.ui.past.state import (
    HELP,
    PastList,
    PastState,
    list_facts,
    marked,
    why_not_record,
    why_not_undo,
)
from wangfund.ui.past.tasks import reading
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.words import baht
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.past_batches import PastBatch, past_batches
from wangfund.usecases.record_past_benefits import (
    PastRecorded,
    RecordPastBenefits,
    record_past_benefits,
    undo_past_benefits,
)


class PastPage(Page):
    """Two faces: what came in before, and the list being looked at."""

    def __init__(self, theme: Theme, place: Workplace, state: PastState) -> None:
        super().__init__(theme, "ก่อนใช้โปรแกรม" if theme.compact else "สวัสดิการก่อนใช้โปรแกรม")
        self.place, self.state = place, state
        self.record = ActionButton(theme, "บันทึก", key=Key.POST.shown, main=True)
        self.other = ActionButton(theme, "เลือกไฟล์อื่น", key=Key.OPEN.shown)
        self.head.add(self.other)
        self.head.add(self.record)
        self.start = StartPanel(theme)
        self.list = ListPanel(theme, self.record)
        self.faces = QStackedWidget()
        self.faces.addWidget(self.start)
        self.faces.addWidget(self.list)
        self.body.addWidget(self.faces)
        self._busy = BusyPanel(theme, self.faces)
        self._said = ""
        self.bind(Key.OPEN, self.choose)
        self.other.clicked.connect(self.choose)
        self.start.file.clicked.connect(self.choose)
        self.bind(Key.NEW, self.key_one, self.start.new)
        self.bind(Key.UNDO, self._ask_undo, self.start.undo)
        self.bind(Key.POST, self._ask_record, self.record)
        self.bind(Key.ONLY_PROBLEMS, self._only_problems, self.list.only)
        self.bind(Key.RECEIVE, self._again, self.list.again)
        self.start.table.chosen.connect(self._on_batch)
        self.start.table.left.connect(self.back)
        self.list.table.left.connect(self.back)
        self.track(place.changed, self._on_changed)
        self.show_state()

    @property
    def readonly(self) -> bool:
        """Whether this fund may only be read."""
        return self.place.books.readonly is not None

    def shown(self, argument: object = None) -> None:
        """Read what came in; the keys go where work begins."""
        if isinstance(argument, dict) and isinstance(argument.get("from"), str):
            self.state.came_from = argument["from"]
        self.load()
        self._focus()

    def back(self) -> bool:
        """Esc: from the list to what came in, then to where one came from."""
        if super().back():
            return True
        if self.state.listed is not None:
            self.state.listed = None
            self.show_state()
            self._focus()
        else:
            self.go.emit(self.state.came_from, None)
        return True

    def help_words(self) -> tuple[str, ...]:
        """What F1 says."""
        return HELP

    def load(self) -> None:
        """Read the batches beside the window."""
        books = self.place.books
        self.watch(self.place.runner.run(self, lambda _progress: past_batches(books)), self._on_loaded)

    # --- a list

    def choose(self) -> None:
        """Ctrl O: ask for a file."""
        if not self.readonly:
            choose_file(self, "เลือกไฟล์สวัสดิการที่เคยจ่าย", None, FileKind.TABLE, self.open_path)

    def open_path(self, path: Path) -> None:
        """Read a file beside the window, and hold it beside the fund."""
        self.calm()
        self._said = ""
        job = self.place.runner.run(self, reading(self.place.books, path))
        self._busy.follow(job, "กำลังอ่านไฟล์", can_stop=True)
        self.watch(job, self._on_read)

    def _again(self) -> None:
        if self.state.listed is not None:
            self.open_path(Path(self.state.listed.path))

    def _on_read(self, listed: PastList) -> None:
        self.state.listed = listed
        self.state.only_problems = bool(listed.preview.wrong)
        self.show_state()
        self._focus()
        for finding in listed.preview.findings:
            said = say_finding(finding)
            self.tell(Banner(self.theme, "warn", said.message, (said.advice,), can_close=True))
            return

    def _only_problems(self) -> None:
        self.state.only_problems = not self.state.only_problems
        self.show_state()

    def _ask_record(self) -> None:
        listed = self.state.listed
        if listed is None or why_not_record(listed, readonly=self.readonly):
            return
        rows, satang = len(listed.preview.rows), listed.preview.gross_satang
        sentence = (
            f"บันทึก {rows:,} รายการ รวม {baht(satang)} บาท จากไฟล์ “{listed.file_name}” "
            "นับในเพดานและกันจ่ายซ้ำ ไม่มีเงินเข้าออกในบัญชี ถอนทีหลังได้ตราบที่ยังไม่มีมติใดนับไปแล้ว"
        )
        question = Question(
            self.theme, "บันทึกสวัสดิการก่อนใช้โปรแกรม", sentence, f"บันทึก {rows:,} รายการ", self, icon="history"
        )
        question.accepted.connect(lambda: self._record(listed))
        question.open()

    def _record(self, listed: PastList) -> None:
        books, who = self.place.books, self.place.who
        command = RecordPastBenefits(listed.reading, listed.file_name, listed.sha256)

        def done(made: PastRecorded) -> None:
            self.state.listed = None
            self._recorded(f"บันทึกแล้ว {made.rows:,} รายการ รวม {baht(made.gross_satang)} บาท", made)

        self.act(
            self.place,
            "กำลังบันทึก",
            lambda _progress: record_past_benefits(books, command, who),
            done,
            Changed.CLAIMS | Changed.MEMBERS,
        )

    def _recorded(self, words: str, made: PastRecorded) -> None:
        self.state.chosen = made.batch
        self._said = f"{words} · Ctrl Z ถอน"
        self.show_state()
        self.load()
        self._focus()

    # --- one row, and taking back

    def key_one(self) -> None:
        """F2: one row is keyed."""
        begin_keyed(self, self.place, self._recorded)

    def _ask_undo(self) -> None:
        batch = marked(self.state.batches, self.state.chosen)
        if batch is None or self.state.listed is not None or why_not_undo(batch, readonly=self.readonly):
            return
        sentence = (
            f"รายการ {batch.rows:,} รายการ รวม {baht(batch.gross_satang)} บาท ของครั้งที่ {batch.id} "
            "จะไม่นับในเพดานและไม่กันจ่ายซ้ำอีก"
        )
        question = Question(
            self.theme, f"ถอนครั้งที่ {batch.id}", sentence, "ถอน", self, icon="undo-2", tone="warn"
        )
        question.accepted.connect(lambda: self._undo(batch))
        question.open()

    def _undo(self, batch: PastBatch) -> None:
        books, who = self.place.books, self.place.who

        def done(removed: int) -> None:
            self._said = f"ถอนครั้งที่ {batch.id} แล้ว {removed:,} รายการ"
            self.show_state()
            self.load()

        self.act(
            self.place,
            "กำลังถอน",
            lambda _progress: undo_past_benefits(books, batch.id, who),
            done,
            Changed.CLAIMS | Changed.MEMBERS,
        )

    # --- showing

    def show_state(self) -> None:
        """Show everything as it stands."""
        state, listed = self.state, self.state.listed
        self.faces.setCurrentIndex(0 if listed is None else 1)
        self.other.setVisible(listed is not None and not self.theme.compact)
        self.record.setVisible(listed is not None)
        if listed is None:
            self.start.show_state(state, readonly=self.readonly)
            self.head.say(self._said, "ok")
        else:
            self.record.setText(f"บันทึก {len(listed.preview.rows):,} รายการ")
            self.record.updateGeometry()
            self.list.show_state(state, readonly=self.readonly)
            self.head.say(list_facts(listed, short=self.theme.compact))

    def _focus(self) -> None:
        if self.state.listed is not None:
            self.list.table.setFocus()
        elif self.state.batches:
            self.start.table.setFocus()
        else:
            self.start.file.setFocus()

    def _on_loaded(self, batches: tuple[PastBatch, ...]) -> None:
        first = bool(batches) and not self.state.batches
        self.state.batches = batches
        if self.state.listed is None:
            self.start.show_state(self.state, readonly=self.readonly)
            if first and self.isVisible():
                self._focus()

    def _on_batch(self, batch: PastBatch | None) -> None:
        if batch is not None:
            self.state.chosen = batch.id
            self.start.show_why(self.state, readonly=self.readonly)

    def _on_changed(self, what: Changed) -> None:
        if what & (Changed.CLAIMS | Changed.MEMBERS) and self.isVisible():
            self.load()

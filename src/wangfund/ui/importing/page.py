"""นำเข้าทะเบียน: a file is chosen, seen cell by cell, mended in place, and taken in all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from wangfund.domain.register.reading import RegisterReader
from wangfund.text.messages import say
from wangfund.ui.frame.choose_file import FileKind, choose_file
from wangfund.ui.frame.page import Page
from wangfund.ui.importing.acts import begin_import, begin_save, begin_undo
from wangfund.ui.importing.columns_dialog import ColumnsDialog
from wangfund.ui.importing.done_panel import DonePanel
from wangfund.ui.importing.held_rows import held_rows
from wangfund.ui.importing.kept import KeptFile
from wangfund.ui.importing.matrix_rows import matrix_grid
from wangfund.ui.importing.overlay import Overlay
from wangfund.ui.importing.page_words import HELP, file_facts, import_verb, why_not
from wangfund.ui.importing.start_panel import StartPanel
from wangfund.ui.importing.state import ImportState, Opened, Phase, Shown
from wangfund.ui.importing.tasks import open_file, read_again, read_matrix_again
from wangfund.ui.importing.work_face import WorkFace
from wangfund.ui.importing.year_dialog import REGISTER, FileIs, YearDialog
from wangfund.ui.keys import Key
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.past_imports import PastImport, past_imports


class ImportPage(Page):
    """Three faces: choosing a file, the grid with its finding, and what was done."""

    def __init__(self, theme: Theme, place: Workplace, state: ImportState) -> None:
        super().__init__(theme, "นำเข้าทะเบียน")
        self._place, self._state = place, state
        self._reading: Job | None = None
        self._then_import = False
        self.setAcceptDrops(True)
        self.other = ActionButton(theme, "เลือกไฟล์อื่น", key=Key.OPEN.shown)
        self.import_button = ActionButton(theme, "นำเข้า", key=Key.POST.shown, main=True)
        self.head.add(self.other)
        self.head.add(self.import_button)
        self.start = StartPanel(theme)
        self.work = WorkFace(theme, state)
        self.done = DonePanel(theme)
        self.faces = QStackedWidget()
        for face in (self.start, self.work, self.done):
            self.faces.addWidget(face)
        self.body.addWidget(self.faces)
        self._busy = BusyPanel(theme, self.faces)
        self.kept = KeptFile(place.drafts, state, self)
        self._wire()
        self.show_phase()

    @property
    def villages(self) -> Mapping[str, int]:
        """The fund's villages by their names, as the reading understands them."""
        return {village.name: village.moo for village in self._place.profile.villages if village.name}

    def shown(self, argument: object = None) -> None:
        """The grid has the keys, or the choice of a file."""
        state = self._state
        if state.phase is Phase.START:
            self._load_past()
        elif state.stale and self._reading is None:
            self.read()
        self._focus()

    def back(self) -> bool:
        """Esc: from the finding to the grid, from a filter to all, from the file to the choice, then to the members."""
        state = self._state
        if super().back() or self.work.close_panel():
            return True
        if state.phase in {Phase.REGISTER, Phase.MATRIX}:
            if state.show != "all":
                self.work.filter_by("all")
            else:
                self._leave()
        elif state.phase is Phase.DONE:
            self._leave()
        else:
            self.go.emit("members", None)
        return True

    def help_words(self) -> tuple[str, ...]:
        """What F1 says."""
        return HELP

    def release(self) -> None:
        """The page goes; what was typed is kept."""
        self.kept.now()
        super().release()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It was."""
        event.acceptProposedAction()
        self.open_path(Path(event.mimeData().urls()[0].toLocalFile()))

    # a file

    def choose(self) -> None:
        """Ask for a file."""
        folder = self._state.file.path.parent if self._state.file is not None else None
        choose_file(self, "เลือกไฟล์ทะเบียน", folder, FileKind.TABLE, self.open_path)

    def open_path(self, path: Path) -> None:
        """Read a file beside the window."""
        self.calm()
        self.stop_reading()
        self.kept.now()
        job = self._place.runner.run(self, lambda progress: open_file(path, progress))
        self._busy.follow(job, "กำลังอ่านไฟล์", can_stop=True)
        self.watch(job, self._on_opened)

    def _on_opened(self, opened: Opened) -> None:
        if not opened.matrix:
            self._begin_register(opened)
            return
        dialog = YearDialog(
            self.theme, opened.be_year, self._place.clock.today().year, self, both=opened.register
        )

        def told(answer: FileIs) -> None:
            dialog.finish()
            if answer.kind == REGISTER:
                self._begin_register(opened)
            elif answer.year is not None:
                self._begin_matrix(opened, answer.year)

        dialog.ready.connect(told)
        dialog.open()

    def _begin_register(self, opened: Opened) -> None:
        state = self._state
        reader = RegisterReader(opened.sheets, self._place.clock.today())
        state.take_file(opened, None, reader)
        kept = self.kept.of_file()
        again = kept is not None and state.take_file(opened, kept, reader)
        self.read()
        if again:
            self.tell(
                Banner(
                    self.theme,
                    "pri",
                    "นำสิ่งที่แก้ไว้ครั้งก่อนกลับมาให้แล้ว",
                    ("ยังไม่ได้นำเข้า",),
                    icon="history",
                    can_close=True,
                )
            )

    def _begin_matrix(self, opened: Opened, year: int) -> None:
        state, books = self._state, self._place.books
        state.take_file(opened, None, RegisterReader(opened.sheets, self._place.clock.today()))
        state.phase = Phase.MATRIX
        job = self._place.runner.run(self, lambda _progress: read_matrix_again(books, opened, year))
        self._busy.follow(job, "กำลังอ่านตาราง")

        def read(matrix: Any) -> None:
            state.matrix, state.matrix_rows = matrix, matrix_grid(matrix)
            held = next((row for row in state.matrix_rows if row.problem), None)
            first = held or next(iter(state.matrix_rows), None)
            state.mark = (first.key, "member_no") if first is not None else None
            self.show_phase()
            self._tell_faults(matrix.findings)
            self._focus()

        self.watch(job, read)

    def read(self) -> None:
        """Read the register again with all that was said; an answer under way is not waited for any more."""
        state, books, villages = self._state, self._place.books, self.villages
        if state.reader is None:
            return
        self.stop_reading()
        reader, maker, overlay = state.reader, state.maker, state.overlay
        job = self._reading = self._place.runner.run(
            self, lambda progress: read_again(books, reader, maker, overlay, villages, progress)
        )
        first = state.shown is None
        self._busy.follow(job, "กำลังอ่านทะเบียน", can_stop=first)
        self.watch(job, self._on_shown)
        if first:
            job.cancelled.connect(self._leave)

    def read_anew(self) -> None:
        """Who is in the fund has changed: what importing would do, too."""
        self._state.overlay = replace(self._state.overlay)
        if self.isVisible():
            self.read()

    def _on_shown(self, shown: Shown) -> None:
        state = self._state
        self._reading = None
        first = state.shown is None
        if not state.take_shown(shown):
            return
        self.show_phase()
        self.work.after_reading()
        if first:
            self._tell_faults(shown.preview.reading.findings)
            self._focus()
        if self._then_import:
            self._then_import = False
            self._import()

    def _tell_faults(self, findings: Any) -> None:
        for finding in findings:
            said = say(finding.code, finding.values)
            self.tell(Banner(self.theme, "warn", said.message, (said.advice,), can_close=True))
            return

    def _leave(self) -> None:
        """Back to choosing; what was mended is kept with the file."""
        self.stop_reading()
        self.kept.now()
        self._state.leave_file()
        self.show_phase()
        self._load_past()
        self._focus()

    # what is shown

    def show_phase(self) -> None:
        """Show the face of the phase with what it holds."""
        state = self._state
        faces = {Phase.START: 0, Phase.DONE: 2}
        self.faces.setCurrentIndex(faces.get(state.phase, 1))
        working = state.phase in {Phase.REGISTER, Phase.MATRIX}
        self.other.setVisible(state.phase is not Phase.START and not self.theme.compact)
        self.import_button.setVisible(working)
        if state.phase is Phase.START:
            self.head.say("ดูก่อนทุกแถว แก้ในหน้านี้ได้ แล้วค่อยนำเข้า")
            last = self.kept.last()
            self.start.show_last(last.name if last else "", last.mended if last else 0)
            self.start.show_past(state.past, state.past_chosen)
        elif state.phase is Phase.DONE and state.done is not None:
            self.head.say(state.done.file_name)
            self.done.show_done(
                state.done, held_rows(state.done.held), can_undo=state.done.result.batch is not None
            )
            self.done.members.setFocus()
        else:
            self._show_grid()

    def _show_grid(self) -> None:
        state = self._state
        reason = why_not(state, readonly=self._place.books.readonly is not None)
        self.head.say(file_facts(state, reason, brief=self.theme.compact))
        self.import_button.setText(import_verb(state))
        self.import_button.setAccessibleName(f"{import_verb(state)} {Key.POST.shown}")
        self.import_button.updateGeometry()
        self.import_button.setEnabled(not reason)
        self.import_button.setToolTip(reason)
        self.import_button.setAccessibleDescription(reason)
        self.import_button.set_main(not any(point.must for point in state.points))
        self.work.show_state()

    def _wire(self) -> None:
        self.bind(Key.OPEN, self.choose)
        self.bind(Key.PAST, lambda: self.go.emit("past", {"from": "import"}), self.start.before)
        self.other.clicked.connect(self.choose)
        self.start.wants_file.connect(self.choose)
        self.start.wants_last.connect(self._open_last)
        self.start.wants_undo.connect(self._undo_past)
        self.start.chosen.connect(self._on_past_chosen)
        self.bind(Key.POST, self._import, self.import_button)
        self.bind(Key.EDIT, lambda: self.work.edit(""))
        self.bind(Key.ONLY_PROBLEMS, self.work.only_problems, self.work.only)
        self.bind(Key.MORE, self._ask_columns, self.work.columns_button)
        self.bind(Key.UNDO, self._undo)
        self.bind(Key.SAVE_FILE, self._save)
        self.work.changed.connect(self._on_said)
        self.work.moved.connect(self.kept.soon)
        self.work.said.connect(lambda words: self.head.say(words, "ok"))
        self.work.left.connect(self.back)
        self.done.wants_members.connect(lambda: self.go.emit("members", None))
        self.done.wants_save.connect(self._save)
        self.done.wants_undo.connect(self._undo)
        self.track(self._place.changed, self._on_changed)

    def _focus(self) -> None:
        phase = self._state.phase
        if phase is Phase.START:
            last = self.start.last_button
            (last if not last.isHidden() else self.start.file_button).setFocus()
        elif phase is Phase.DONE:
            self.done.members.setFocus()
        else:
            self.work.take_focus()

    def _on_said(self) -> None:
        self.kept.soon()
        self.read()

    # what is asked and done

    def _ask_columns(self) -> None:
        state = self._state
        if state.file is None:
            return
        name = state.mark[0][0] if state.mark is not None else ""
        dialog = ColumnsDialog(self.theme, state.file.sheets, state.overlay, name, self)

        def told(overlay: Overlay) -> None:
            dialog.finish()
            if overlay != state.overlay:
                state.overlay = overlay
                self.calm()
                self.kept.soon()
                self.read()

        dialog.ready.connect(told)
        dialog.open()

    def _import(self) -> None:
        self.work.grid.close_cell()
        if self._state.stale:
            self._then_import = True
            return
        begin_import(self, self._place, self._state)

    def _undo(self) -> None:
        state = self._state
        if state.phase is Phase.DONE and state.done is not None and state.done.result.batch is not None:
            begin_undo(self, self._place, state, state.done.result.batch, state.done.file_name)
        elif state.phase is Phase.START and self.start.undo_button.isEnabled():
            self.start.undo_button.click()

    def _undo_past(self, past: PastImport) -> None:
        begin_undo(self, self._place, self._state, past.id, past.file_name)

    def _save(self) -> None:
        if self._state.phase is Phase.DONE:
            begin_save(self, self._place, self._state)

    def _open_last(self) -> None:
        last = self.kept.last()
        if last is not None:
            self.open_path(Path(last.path))

    def _load_past(self) -> None:
        books = self._place.books
        job = self._place.runner.run(self, lambda _progress: past_imports(books))
        self.watch(job, self._on_past)

    def _on_past(self, past: Any) -> None:
        self._state.past = past
        if self._state.phase is Phase.START:
            self.start.show_past(past, self._state.past_chosen)

    def _on_past_chosen(self, past: PastImport | None) -> None:
        if past is not None:
            self._state.past_chosen = past.id

    def _on_changed(self, what: Changed) -> None:
        if what & (Changed.MEMBERS | Changed.SETTINGS):
            state = self._state
            if state.phase is Phase.START:
                self._load_past()
            elif state.phase is Phase.REGISTER:
                self.read_anew()

    def stop_reading(self) -> None:
        """The answer under way is not waited for any more."""
        if self._reading is not None:
            self._reading.forget()
            self._reading = None

"""What the page ปิดงวด does: goes on, makes the draft, takes it back, seals, prints, keeps, backs up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wangfund.domain.errors import FundError
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.dates import long_month
from wangfund.thai.period import Period
from wangfund.ui.backup_task import WORDS, backup_task
from wangfund.ui.close.answers import answer_of
from wangfund.ui.close.main_act import Act, main_act, seal_words
from wangfund.ui.close.papers import count_paper, pack_name, pack_paper, pack_workbook
from wangfund.ui.close.state import HISTORY, STEPS
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Changed
from wangfund.usecases.close_month import close_month, seal_draft, take_back_draft
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.months_to_close import ClosedMonth, months_to_close

if TYPE_CHECKING:
    from wangfund.ui.close.page import ClosePage
    from wangfund.ui.frame.question import Question
    from wangfund.usecases.backup_fund import Backup


class CloseActs:
    """The acts of one page."""

    def __init__(self, page: ClosePage) -> None:
        self._page = page
        self._question: Question | None = None

    def do_main(self) -> None:
        """Do what the main button says."""
        page, state = self._page, self._page.state
        if not page.list.rows:
            return
        act = main_act(state)
        if page.readonly and act.act in {Act.DRAFT, Act.SEAL}:
            return
        if act.act is Act.GO_ON:
            page.go_to(act.step)
        elif act.act is Act.BEGIN:
            month = state.step_month(1)
            if month is not None:
                page.read(month)
        elif act.act is Act.DRAFT:
            self._draft()
        elif act.act is Act.SEAL:
            self._ask_seal()
        elif act.act is Act.BACK_UP:
            self._back_up()
        else:
            self.leave()

    def leave(self) -> None:
        """Put the month aside: to the first page, with everything typed kept."""
        self._page.keep()
        if self._page.state.sealed is not None and self._page.state.backed_up:
            self._page.state.leave_sealed()
        self._page.go.emit("home", None)

    def mend(self) -> None:
        """Go where what is not right can be mended."""
        page = self._page
        if page.state.view is None or page.state.step not in STEPS:
            return
        answer = answer_of(page.state)
        if answer.mend is not None:
            page.keep()
            page.go.emit(answer.mend.page, answer.mend.argument)

    def take_back(self) -> None:
        """Take the draft back; what was typed stays."""
        page = self._page
        books, view = page.place.books, page.state.view
        if view is None:
            return
        month, who = view.month, page.place.who

        def done(_none: None) -> None:
            page.state.pack = None
            page.say_done("ถอนร่างแล้ว งวดเปิดเหมือนเดิม", "ถอนร่างแล้ว")

        page.act(
            page.place,
            "ถอนร่าง",
            lambda _progress: take_back_draft(books, month, who),
            done,
            Changed.PERIODS,
        )

    def print_paper(self) -> None:
        """F7: the paper that belongs to the step under the mark."""
        page, state = self._page, self._page.state
        if state.step == HISTORY:
            month = page.history.table.current
            if month is not None:
                self._open_pack(month.month)
        elif state.view is None:
            return
        elif state.step == "cash":
            from wangfund.ui.papers.paper_dialog import open_paper

            if page.cash.count.check():
                make = count_paper(page.place.books, state.count_command())
                open_paper(page, page.place, "ใบตรวจนับเงินสด", make, "จัดทำใบตรวจนับ")
        elif state.view.state in {"draft", "closed"} and state.step in {"draft", "seal"}:
            self._open_pack(state.view.month)

    def save_workbook(self) -> None:
        """Ctrl S: the pack as a workbook, from the same figures as the PDF."""
        from wangfund.ui.frame.choose_file import FileKind, choose_save

        page, state = self._page, self._page.state
        month: Period | None = None
        if state.step == HISTORY:
            chosen = page.history.table.current
            month = None if chosen is None else chosen.month
        elif state.view is not None and state.view.state in {"draft", "closed"}:
            month = state.view.month
        if month is None:
            return
        books, today, here, pack = page.place.books, page.place.clock.today(), month, state.pack
        mine = pack if pack is not None and pack.month == month else None
        name = pack_name(mine) if mine is not None else f"ปิดงวด {month.be_year}-{month.month:02d}"

        def then(path: Path) -> None:
            def work(progress: Progress) -> Path:
                return pack_workbook(mine or month_pack(books, here), path, today)(progress)

            page.act(page.place, "เขียนสมุดงาน Excel", work, self._saved, Changed(0))

        choose_save(page, "เก็บชุดเอกสารเป็น Excel", name, FileKind.EXCEL, then)

    def _saved(self, path: Path) -> None:
        self._page.say_done(f"เก็บแล้ว {path.name}", "เก็บแล้ว")

    def _open_pack(self, month: Period) -> None:
        from wangfund.ui.papers.paper_dialog import open_paper

        page, pack = self._page, self._page.state.pack
        books, today = page.place.books, page.place.clock.today()
        mine = pack if pack is not None and pack.month == month else None

        def make(progress: Progress) -> MadePaper:
            return pack_paper(mine or month_pack(books, month), today)(progress)

        open_paper(page, page.place, f"ชุดเอกสารปิดงวด{long_month(month)}", make, "จัดทำชุดเอกสาร")

    def _draft(self) -> None:
        page, state = self._page, self._page.state
        books, who, command = page.place.books, page.place.who, state.close_command()
        page.keep()

        def work(_progress: Progress) -> MonthPack:
            close_month(books, command, who)
            return month_pack(books, command.month)

        def done(pack: MonthPack) -> None:
            state.pack = pack
            page.say_done("ทำร่างแล้ว พิมพ์ให้กรรมการลงชื่อ", "ทำร่างแล้ว")
            self._open_pack(pack.month)

        page.act(page.place, "ทำร่างปิดงวด", work, done, Changed.PERIODS, refused=self._refused)

    def _ask_seal(self) -> None:
        page = self._page
        if self._question is not None:
            return
        if not page.seal.resolution.check():
            page.seal.resolution.edit.setFocus()
            return
        from wangfund.ui.frame.question import Question

        head, sentence, verb = seal_words(page.state)
        asked = self._question = Question(page.theme, head, sentence, verb, page, icon="stamp", tone="pri")
        asked.accepted.connect(self._seal)
        asked.finished.connect(self._answered)
        asked.open()

    def _answered(self, _result: int) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None

    def _seal(self) -> None:
        page, state = self._page, self._page.state
        view = state.view
        assert view is not None
        books, who = page.place.books, page.place.who
        month, resolution = view.month, page.seal.resolution.words
        page.keep()

        def work(_progress: Progress) -> tuple[ClosedMonth, MonthPack]:
            seal_draft(books, month, resolution, who)
            closed = next(c for c in months_to_close(books).closed if c.month == month)
            return closed, month_pack(books, month)

        def done(result: tuple[ClosedMonth, MonthPack]) -> None:
            page.place.drafts.drop(state.draft_name)
            page.say_done(f"ปิดงวดแล้ว รหัสยืนยันงวด {result[0].fingerprint}", "ปิดงวดแล้ว")

        def sealed(result: tuple[ClosedMonth, MonthPack]) -> None:
            # Before anybody hears of it: the month that is no longer open stays on the page.
            state.sealed, state.pack = result
            page.place.tell_changed(Changed.PERIODS)
            done(result)

        page.act(page.place, "ปิดงวด", work, sealed, Changed(0), refused=self._refused)

    def _refused(self, error: FundError) -> None:
        """Say why; what the page showed was old, so it is read again."""
        self._page.complain(error)
        self._page.read()

    def _back_up(self) -> None:
        page, place = self._page, self._page.place

        def done(backup: Backup) -> None:
            page.state.backed_up = True
            place.backed_up(place.clock.now(), backup.path)
            page.show_state()
            page.say_done(f"สำรองแล้ว ตรวจแล้ว เก็บไว้ที่ {backup.path.parent.name}", "สำรองแล้ว ตรวจแล้ว")

        work = backup_task(place.path, place.preferences.backup_folder(place.path), place.clock)
        page.act(place, WORDS, work, done, Changed(0))

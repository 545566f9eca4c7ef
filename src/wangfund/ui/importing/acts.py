"""What the page does to the fund and to the disk: importing, taking back, keeping the list of those on hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from wangfund.domain.profile import Profile
from wangfund.thai.dates import long_month
from wangfund.thai.period import Period
from wangfund.ui.frame.choose_file import FileKind, choose_save
from wangfund.ui.frame.question import Question
from wangfund.ui.importing.coverage_dialog import PAID, UNKNOWN, Coverage, CoverageDialog
from wangfund.ui.importing.held_rows import held_rows
from wangfund.ui.importing.page_words import import_verb
from wangfund.ui.importing.state import Done, ImportState, Phase
from wangfund.ui.importing.tasks import do_import, save_held
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.import_contributions import ImportContributions
from wangfund.usecases.import_register import Imported, ImportRegister
from wangfund.usecases.undo_import import Undone, undo_import

if TYPE_CHECKING:
    from wangfund.ui.importing.page import ImportPage


def begin_import(page: ImportPage, place: Workplace, state: ImportState) -> None:
    """Ask what must be asked, then whether to import."""
    if state.phase is Phase.MATRIX:
        _ask(page, place, state)
        return
    today = Period.of(place.clock.today())
    dialog = CoverageDialog(page.theme, state.month, today, page, paid=state.coverage == PAID)

    def answered(coverage: Coverage) -> None:
        state.coverage = UNKNOWN if coverage.month is None else PAID
        state.month = coverage.month or state.month
        dialog.finish()
        page.kept.soon()
        # The question comes when the dialog is off the screen: never one over the other.
        QTimer.singleShot(0, page, lambda: _ask(page, place, state))

    dialog.ready.connect(answered)
    dialog.open()


def question_words(state: ImportState) -> tuple[str, str, str]:
    """Heading, sentence and verb of the question before importing."""
    counts = state.counts
    if state.phase is Phase.MATRIX and state.matrix is not None:
        people, held = state.coming, counts.get("hold", 0)
        year = state.matrix.year + 543
        rest = f" พักไว้ {held:,} คน" if held else ""
        sentence = f"ลงเดือนที่ชำระแล้วของปี {year} ให้สมาชิก {people:,} คน{rest} ไม่ลงบัญชีเงิน เลิกทำทีหลังได้"
        return "นำเข้าตารางเงินสมทบ", sentence, import_verb(state)
    parts = [
        f"{word} {counts[name]:,} คน"
        for name, word in (("add", "เพิ่ม"), ("update", "แก้"), ("same", "เหมือนเดิม"), ("hold", "พักไว้"))
        if counts.get(name)
    ]
    sentences = [" ".join(parts)]
    if state.coverage == PAID and state.month is not None:
        sentences.append(f"ทุกคนชำระแล้วถึง{long_month(state.month)}")
    else:
        sentences.append("ยังไม่ทราบว่าชำระถึงเดือนใด")
    villages = state.shown.preview.new_villages if state.shown is not None else ()
    if villages:
        sentences.append(f"เพิ่มหมู่ที่กองทุนยังไม่มี: หมู่ {', '.join(map(str, villages))} (ตั้งชื่อได้ที่หน้าตั้งค่า)")
    sentences.append("ถ้ามีอะไรติดขัดจะไม่มีใครเข้าเลย และเลิกทำทีหลังได้")
    return "นำเข้าทะเบียน", " · ".join(sentences), import_verb(state)


def _ask(page: ImportPage, place: Workplace, state: ImportState) -> None:
    heading, sentence, verb = question_words(state)
    _open(
        page,
        Question(page.theme, heading, sentence, verb, page, icon="users"),
        lambda: _import(page, place, state),
    )


def _import(page: ImportPage, place: Workplace, state: ImportState) -> None:
    file = state.file
    if file is None:
        return
    command: ImportRegister | ImportContributions
    if state.phase is Phase.MATRIX and state.matrix is not None:
        kind = "contributions"
        command = ImportContributions(file.sheets, file.path.name, file.sha256, state.matrix.year)
        out = tuple(row for row in state.matrix.rows if row.on_hold)
        done_of: Callable[[Imported], Done] = lambda result: Done(result, kind, file.path.name, out)  # noqa: E731
    else:
        kind = "register"
        month = state.month if state.coverage == PAID else None
        options = state.overlay.options(page.villages)
        command = ImportRegister(file.sheets, file.path.name, file.sha256, month, options)
        waiting = tuple(r.planned for r in state.rows if r.planned is not None and r.action == "hold")
        done_of = lambda result: Done(result, kind, file.path.name, waiting)  # noqa: E731

    def done(told: tuple[Imported, Profile]) -> None:
        result, profile = told
        if profile != place.profile:
            place.take_profile(profile)
        page.stop_reading()
        state.done, state.phase = done_of(result), Phase.DONE
        page.kept.drop()
        page.show_phase()

    page.act(
        place,
        "กำลังนำเข้า",
        lambda progress: do_import(place.books, command, place.who, progress),
        done,
        Changed.MEMBERS,
        can_stop=True,
    )


def begin_undo(page: ImportPage, place: Workplace, state: ImportState, batch: int, file_name: str) -> None:
    """Ask, then take an import back; a file that is still here can be imported again."""
    sentence = f"คนที่เข้ามากับไฟล์ “{file_name}” จะออกจากทะเบียน คนที่ถูกแก้จะกลับเป็นอย่างเดิม"
    heading = f"เลิกการนำเข้าครั้งที่ {batch}"
    question = Question(page.theme, heading, sentence, "เลิกการนำเข้า", page, icon="undo-2", tone="warn")

    def done(undone: Undone) -> None:
        said = f"เลิกการนำเข้าครั้งที่ {batch} แล้ว นำออก {undone.removed:,} คน"
        if undone.restored:
            said += f" คืนค่าเดิม {undone.restored:,} คน"
        if state.phase is Phase.DONE and state.done is not None:
            state.phase = Phase.MATRIX if state.done.kind == "contributions" else Phase.REGISTER
            state.done = None
        page.show_phase()
        if state.phase is Phase.REGISTER:
            page.read_anew()
        page.head.say(said, "ok")
        page.kept.soon()

    def undo() -> None:
        page.act(
            place,
            "กำลังเลิกการนำเข้า",
            lambda _progress: undo_import(place.books, batch, place.who),
            done,
            Changed.MEMBERS | Changed.SETTINGS,
        )

    _open(page, question, undo)


def begin_save(page: ImportPage, place: Workplace, state: ImportState) -> None:
    """Ask where, then keep the list of those on hold."""
    if state.done is None or not state.done.held:
        return
    done = state.done
    lines, fund, today = held_rows(done.held), place.profile.name, place.clock.today()
    name = f"พักไว้จาก {done.file_name.rpartition('.')[0] or done.file_name}"

    def save(path: object) -> None:
        from pathlib import Path

        assert isinstance(path, Path)
        job = place.runner.run(page, lambda _p: save_held(lines, fund, done.file_name, path, today))
        page.watch(job, lambda saved: page.head.say(f"เก็บแล้วที่ {saved}", "ok"))

    choose_save(page, "เก็บรายชื่อที่พักไว้", name, FileKind.EXCEL, save)


def _open(page: ImportPage, question: Question, yes: Callable[[], None]) -> None:
    # After the question is off the screen: what follows may show its own.
    question.accepted.connect(lambda: QTimer.singleShot(0, page, yes))
    question.finished.connect(lambda _result: question.deleteLater())
    question.open()

"""What is done with a paper that is shown: print it, keep it as a file, open the folder it was kept in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import FundError, Refused
from wangfund.ui.frame.choose_file import FileKind, choose_save, open_folder
from wangfund.ui.papers import printing
from wangfund.ui.papers.made import Give, MadePaper
from wangfund.ui.papers.output import write_file
from wangfund.ui.papers.pages import page_count
from wangfund.ui.papers.print_dialog import PrintDialog
from wangfund.ui.papers.printing import PrintChoice
from wangfund.ui.theme.theme import Theme
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace

_last_printer: list[str] = []


class PaperActs(QObject):
    """One for a page or a dialog that shows papers. One act at a time.

    `said` tells what was done, `refused` why it was not (a FundError), `kept` the path of a file just kept,
    `went_out` that a paper whose printing counts has gone out and will say 'copy' from now on.
    """

    said = Signal(str)
    refused = Signal(object)
    kept = Signal(object)
    went_out = Signal()

    def __init__(self, theme: Theme, place: Workplace, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._place, self._over = theme, place, over
        self._job: Job | None = None
        self._busy: BusyPanel | None = None

    @property
    def running(self) -> bool:
        """Whether a paper is on its way out."""
        return self._job is not None and self._job.running

    def print(self, made: MadePaper) -> None:
        """Ask where and what, then print."""
        if self.running:
            return
        printers = printing.printer_names()
        if not printers:
            self.refused.emit(Refused("PRINTER_NONE"))
            return
        usual = _last_printer[-1] if _last_printer else ""
        dialog = PrintDialog(
            self._theme,
            made.name,
            printers,
            page_count(made.pdf),
            self._over,
            counted=made.whole,
            printer=usual,
        )

        def chosen(choice: object) -> None:
            assert isinstance(choice, PrintChoice)
            if not dialog.isVisible():
                # Pressed twice: it has gone out once.
                return
            dialog.finish()
            _last_printer[:] = [choice.printer]
            self._print(made, choice)

        dialog.ready.connect(chosen)
        dialog.open()

    def keep(self, made: MadePaper) -> None:
        """Ask where, then keep it as a PDF."""
        if self.running:
            return

        def write(path: Path) -> None:
            def work(_progress: Progress) -> None:
                _give_out(made, lambda pdf: _written(path, pdf))

            self._run(work, "เก็บเป็นไฟล์", lambda _nothing: self._on_kept(path, made))

        choose_save(self._over, f"เก็บ{made.name}เป็นไฟล์", made.name, FileKind.PDF, write)

    def keep_bytes(
        self, name: str, kind: FileKind, make: Callable[[Progress], bytes], *, done: str = "เก็บแล้ว"
    ) -> None:
        """Ask where, then make something that is no PDF and keep it there."""
        if self.running:
            return

        def write(path: Path) -> None:
            def work(progress: Progress) -> None:
                write_file(path, make(progress))

            self._run(work, "เก็บเป็นไฟล์", lambda _nothing: self._on_kept(path, None, done))

        choose_save(self._over, f"เก็บ{name}เป็นไฟล์", name, kind, write)

    def open_folder(self, path: Path) -> None:
        """Show where a file was kept."""
        if not open_folder(path):
            self.said.emit(f"เปิดโฟลเดอร์ให้ไม่ได้ ไฟล์อยู่ที่ {path}")

    def _print(self, made: MadePaper, choice: PrintChoice) -> None:
        def work(progress: Progress) -> int:
            sent: list[int] = []
            _give_out(made, lambda pdf: sent.append(printing.print_pdf(pdf, made.name, choice, progress)))
            return sent[0]

        def done(sheets: object) -> None:
            self.said.emit(f"ส่งไปเครื่องพิมพ์ {choice.printer} แล้ว {sheets:,} หน้า")
            self._tell_out(made)

        # What counts goes out whole or not at all.
        self._run(work, "ส่งไปเครื่องพิมพ์", done, can_stop=made.send is None)

    def _run(
        self,
        work: Callable[[Progress], object],
        words: str,
        done: Callable[[object], None],
        *,
        can_stop: bool = False,
    ) -> None:
        if self.running:
            return
        job = self._job = self._place.runner.run(self, work)
        if self._busy is None:
            self._busy = BusyPanel(self._theme, self._over)
        self._busy.follow(job, words, can_stop=can_stop)
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(lambda: self.said.emit("หยุดพิมพ์แล้ว หน้าที่ส่งไปก่อนหน้านี้อาจออกมา"))

    def _on_kept(self, path: Path, made: MadePaper | None, done: str = "เก็บแล้ว") -> None:
        self.said.emit(f"{done} {path}")
        self.kept.emit(path)
        if made is not None:
            self._tell_out(made)

    def _tell_out(self, made: MadePaper) -> None:
        if made.send is not None:
            self.went_out.emit()

    def _on_failed(self, error: object) -> None:
        if isinstance(error, FundError):
            self.refused.emit(error)
        else:
            assert isinstance(error, BaseException)
            raise error


def _give_out(made: MadePaper, give: Give) -> None:
    if made.send is not None:
        made.send(give)
    else:
        give(made.pdf)


def _written(path: Path, pdf: bytes) -> None:
    write_file(path, pdf)

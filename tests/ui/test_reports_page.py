"""รายงาน by sent keys: choose, see, print, keep; a late paper never takes the place of the one that is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.clipping import clipped, words_shown
from tests.ui.papers import dressed, front, over
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.thai.period import Period
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers import paper_acts, printing
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.papers.print_dialog import PrintDialog
from wangfund.ui.papers.printing import PrintChoice
from wangfund.ui.reports.page import ReportsPage
from wangfund.ui.reports.wanted import Wanted
from wangfund.ui.worker.job import Job
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Changed
from wangfund.usecases.paper_choices import claims_refused, pay_days_held
from wangfund.usecases.paper_rows import member_receipts
from wangfund.usecases.pay_day_sheet import paid_sheet
from wangfund.usecases.print_papers import next_copies

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget_folders()
    paper_acts._last_printer.clear()


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def settled(page: ReportsPage) -> None:
    wait_until(lambda: page.choices is not None and page.settled)
    wait(5)


def open_page(window: MainWindow, **asked: object) -> ReportsPage:
    press(window, Qt.Key.Key_7, CTRL)
    if asked:
        window.desk.turn_to("reports", asked)
    page = window.desk.page
    assert isinstance(page, ReportsPage)
    settled(page)
    return page


def text_of(pdf: bytes) -> str:
    """The words of a paper, without the spaces a reader may put between clusters."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return "".join(text.split())


def down_to(page: ReportsPage, code: str) -> None:
    press(page.list, Qt.Key.Key_Home)
    while page.list.code != code:
        press(page.list, Qt.Key.Key_Down)
    settled(page)


def save_by_keys(page: ReportsPage, path: Path) -> None:
    front(page)
    press(page.list, Qt.Key.Key_S, CTRL)
    wait_until(lambda: bool(over(page, QFileDialog)))
    (chooser,) = over(page, QFileDialog)
    edit = chooser.focusWidget()
    press(edit, Qt.Key.Key_A, CTRL)
    type_text(edit, str(path))
    press(edit, Qt.Key.Key_Return)
    wait_until(lambda: not chooser.isVisible())
    wait(10)
    wait_until(lambda: not page.acts.running)
    wait(10)


def test_the_pack_of_the_last_sealed_month_is_seen_at_once(window: MainWindow) -> None:
    page = open_page(window)
    assert page.preview.title.text() == "ชุดเอกสารประชุม กันยายน 2569"
    assert page.preview.view.count >= 3
    assert page.preview.marks.fingerprint.text().startswith("รหัสยืนยันงวด ")
    assert page.list.hasFocus()


def test_every_paper_that_exists_can_be_seen_or_says_why_not(window: MainWindow) -> None:
    page = open_page(window)
    seen = []
    for _ in range(len(page.list._rows)):
        settled(page)
        assert page.preview.view.count or page.preview.words
        seen.append(page.list.code)
        press(page.list, Qt.Key.Key_Down)
    assert len(set(seen)) == len(page.list._rows)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("pack", "รายงานรับ–จ่าย"),
        ("notice", "ฐานะกองทุนของเรา"),
        ("sheet", "ใบเก็บเงินสมทบ"),
        ("handover", "นำส่งเงิน"),
        ("request", "ขอรับสวัสดิการ"),
        ("voucher", "ใบสำคัญจ่าย"),
        ("refusal", "แจ้งผลการพิจารณา"),
        ("payday", "ลงชื่อผู้รับ"),
        ("leaflet", "สวัสดิการ"),
        ("cash_count", "นับเงินสด"),
    ],
)
def test_a_paper_of_the_list_is_the_paper_itself(window: MainWindow, code: str, words: str) -> None:
    page = open_page(window)
    down_to(page, code)
    assert page._made is not None, page.preview.words
    assert page._made.paper is not None
    assert words in text_of(page._made.paper.pdf)


def test_a_refusal_and_a_pay_day_are_chosen_the_newest_first(window: MainWindow) -> None:
    page = open_page(window)
    place = window.place
    assert place is not None
    refused, held = claims_refused(place.books), pay_days_held(place.books)
    assert refused and held
    for code, newest in (("refusal", refused[0].claim_id), ("payday", held[0].id)):
        down_to(page, code)
        assert page._state.row_id == newest
        assert page.choices is not None
        assert page.choices.row.isVisible()
        # One at a time: all of them in one paper is no choice.
        assert "0" not in dict(page._state.row_choices())
    made = page._made
    assert made is not None and made.paper is not None
    shown = text_of(made.paper.pdf)
    sheet = paid_sheet(place.books, held[0].benefit, held[0].day)
    assert len(sheet.lines) == held[0].people
    assert all(line.voucher in shown for line in sheet.lines)


def test_an_unknown_single_paper_gives_the_newest_one(window: MainWindow) -> None:
    page = open_page(window, kind="refusal", row=999_999)
    assert page._made is not None, page.preview.words
    assert window.place is not None
    assert page._state.row_id == claims_refused(window.place.books)[0].claim_id


def test_ctrl_page_keys_turn_the_month(window: MainWindow) -> None:
    page = open_page(window)
    press(page.list, Qt.Key.Key_PageDown, CTRL)
    settled(page)
    assert page.preview.title.text() == "ชุดเอกสารประชุม ตุลาคม 2569"
    assert page.preview.marks.fingerprint.text() == ""
    press(page.list, Qt.Key.Key_PageDown, CTRL)
    assert page.preview.title.text() == "ชุดเอกสารประชุม ตุลาคม 2569"
    for _ in range(2):
        press(page.list, Qt.Key.Key_PageUp, CTRL)
    settled(page)
    assert page.preview.title.text() == "ชุดเอกสารประชุม สิงหาคม 2569"


def test_a_late_paper_never_takes_the_place_of_the_one_wanted_now(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(window)

    class Slow:
        """Runs nothing: the answers are given by hand, in the wrong order."""

        busy = False

        def __init__(self) -> None:
            self.jobs: list[tuple[Job, Any]] = []

        def run(self, owner: QObject | None, task: Any) -> Job:
            job = Job(owner)
            job.begin(Progress(job.on_progress))
            self.jobs.append((job, task))
            return job

        def wait(self) -> None:
            """Nothing runs."""

    slow, place = Slow(), page._place
    real = place.runner
    place.runner = slow
    press(page.list, Qt.Key.Key_PageUp, CTRL)
    page._make()
    press(page.list, Qt.Key.Key_PageUp, CTRL)
    page._make()
    (first, first_task), (second, second_task) = slow.jobs
    second.on_done(second_task(Progress(second.on_progress)))
    first.on_done(first_task(Progress(first.on_progress)))
    place.runner = real
    assert page.preview.title.text() == "ชุดเอกสารประชุม กรกฎาคม 2569"
    assert page._made is not None
    assert page._made.wanted == page._state.wanted(page._today)


def test_enter_opens_the_paper_over_the_page_and_esc_comes_back(window: MainWindow) -> None:
    page = open_page(window)
    press(page.list, Qt.Key.Key_Return)
    (dialog,) = over(page, PaperDialog)
    assert isinstance(dialog, PaperDialog)
    assert dialog.view.count == page.preview.view.count
    press(dialog.view, Qt.Key.Key_Escape)
    assert over(page, PaperDialog) == []


def test_f7_f7_prints_what_is_seen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []

    def print_pdf(pdf: bytes, _name: str, _choice: PrintChoice, _progress: Progress) -> int:
        sent.append(pdf)
        return 4

    monkeypatch.setattr(printing, "printer_names", lambda: ("HP",))
    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    page = open_page(window)
    press(page.list, Qt.Key.Key_F7)
    (ask,) = over(page, PrintDialog)
    press(ask.focusWidget(), Qt.Key.Key_F7)
    wait_until(lambda: page.head.facts.text() != "")
    assert page._made is not None
    assert page._made.paper is not None
    assert sent == [page._made.paper.pdf]
    assert page.head.facts.text() == "ส่งไปเครื่องพิมพ์ HP แล้ว 4 หน้า"


def test_f7_before_the_paper_is_there_prints_the_one_that_is_wanted(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ("HP",))
    page = open_page(window)
    press(page.list, Qt.Key.Key_PageUp, CTRL)
    press(page.list, Qt.Key.Key_F7)
    wait_until(lambda: bool(over(page, PrintDialog)))
    assert page._made is not None
    assert page._made.wanted == page._state.wanted(page._today)
    assert page._made.wanted.month == Period(2026, 8)


def test_without_a_printer_the_page_says_what_can_be_done(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ())
    page = open_page(window)
    press(page.list, Qt.Key.Key_F7)
    assert page._banner is not None
    assert page._banner.accessibleName() == "ไม่พบเครื่องพิมพ์"
    press(page.list, Qt.Key.Key_Escape)
    assert not page._messages.count()


def test_ctrl_s_keeps_the_paper_and_the_workbook_and_the_journal(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(window)
    opened: list[Path] = []
    monkeypatch.setattr(page.acts, "open_folder", opened.append)
    for code, ending, head in (
        ("pack", "pdf", b"%PDF"),
        ("pack_xlsx", "xlsx", b"PK"),
        ("journal", "journal", b"; "),
    ):
        down_to(page, code)
        save_by_keys(page, tmp_path / code)
        path = tmp_path / f"{code}.{ending}"
        assert path.read_bytes().startswith(head)
        assert page.head.facts.text() == f"เก็บแล้ว {path}"
        assert page.folder_button.isVisible()
        front(page)
        press(page.list, Qt.Key.Key_E, CTRL)
        assert opened.pop() == path
    down_to(page, "pack")
    press(page.list, Qt.Key.Key_E, CTRL)
    assert opened == []


def test_what_is_no_paper_cannot_be_printed(window: MainWindow) -> None:
    page = open_page(window)
    down_to(page, "pack_xlsx")
    assert not page.print_button.isVisible()
    press(page.list, Qt.Key.Key_F7)
    assert over(page, PrintDialog) == []
    press(page.list, Qt.Key.Key_Return)
    assert over(page, PaperDialog) == []


def test_a_members_newest_receipt_is_found_by_typing_her_number(window: MainWindow, tmp_path: Path) -> None:
    page = open_page(window)
    down_to(page, "receipt")
    assert page.preview.words == "พิมพ์ชื่อหรือเลขที่สมาชิกที่ต้องการใบเสร็จ"
    assert not page.print_button.isEnabled()
    wait_until(lambda: page._state.members_read)
    assert page.choices is not None
    page.choices.member.setFocus()
    type_text(focus(), "0001")
    press(focus(), Qt.Key.Key_Return)
    settled(page)
    books = page._place.books
    newest = member_receipts(books, "0001")[-1]
    assert page._state.row_id == newest.row_id
    assert f"เล่ม {newest.book} เลขที่ {newest.leaf}" in page.preview.title.text()
    assert next_copies(books, [newest])[0].copy == 0
    page.list.setFocus()
    shown = page._made
    assert shown is not None
    assert shown.paper is not None
    save_by_keys(page, tmp_path / "ใบ")
    assert (tmp_path / "ใบ.pdf").read_bytes() == shown.paper.pdf
    assert next_copies(books, [newest])[0].copy == 1
    wait_until(lambda: page._made is not None and page._made is not shown)
    assert page.head.facts.text().startswith("เก็บแล้ว")


def test_a_day_without_receipts_says_so(window: MainWindow) -> None:
    page = open_page(window)
    down_to(page, "receipt")
    assert page.choices is not None
    page._state.choose_by("day")
    page._after_kind()
    page.choices.day.setFocus()
    type_text(focus(), "๓/๑๐/๒๕๖๙")
    settled(page)
    assert "ไม่มีใบเสร็จตามที่เลือก" in page.preview.words
    assert not page.print_button.isEnabled()
    type_text(focus(), "<b>😀")
    assert "วันที่" in page.preview.words


def test_esc_goes_from_the_choices_to_the_list(window: MainWindow) -> None:
    page = open_page(window)
    assert page.choices is not None
    page.choices.month.setFocus()
    press(page.choices.month, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_what_has_changed_elsewhere_is_read_again(window: MainWindow) -> None:
    page = open_page(window)
    first = page._made
    assert window.place is not None
    window.place.tell_changed(Changed.MONEY | Changed.PERIODS)
    wait_until(lambda: page._made is not None and page._made is not first)
    window.desk.turn_to("home")
    window.place.tell_changed(Changed.MEMBERS)
    assert page._state.stale
    window.desk.turn_to("reports")
    wait_until(lambda: page._made is not None and not page._state.stale)


def test_a_bug_in_a_paper_rises_and_is_no_silent_empty_page(window: MainWindow) -> None:
    page = open_page(window)
    with pytest.raises(ZeroDivisionError):
        page._on_not_made(Wanted("pack"), ZeroDivisionError())


@pytest.mark.parametrize(("percent", "width"), [(100, 1366), (160, 1366), (100, 1024)])
def test_nothing_is_cut_off(window: MainWindow, percent: int, width: int) -> None:
    dressed(window, width, percent)
    page = open_page(window, kind="receipt", member=1)
    wait_until(lambda: page._state.members_read)
    settled(page)
    wait(20)
    assert clipped(window) == []
    assert words_shown(window) > 20
    assert page.choices is not None
    assert page.choices.row.isVisible()


def test_in_the_compact_form_enter_shows_the_paper(window: MainWindow) -> None:
    dressed(window, 1024, 100)
    page = open_page(window)
    assert not page.preview.isVisible()
    press(page.list, Qt.Key.Key_Return)
    (dialog,) = over(page, PaperDialog)
    assert isinstance(dialog, PaperDialog)
    assert dialog.view.count >= 3


def test_help_tells_the_keys(window: MainWindow) -> None:
    words = " ".join(open_page(window).help_words())
    assert all(key in words for key in ("F7", "Ctrl S", "Enter", "Ctrl PgUp"))

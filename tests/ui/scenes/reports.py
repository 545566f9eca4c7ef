"""The pictures of this page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import wait
from wangfund.domain.errors import Refused
from wangfund.store.errors import StoreError
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.papers.print_dialog import PrintDialog
from wangfund.ui.reports.page import ReportsPage

_PRINTERS = ("HP LaserJet M111w", "เครื่องพิมพ์ อบต.")


def _page(window: MainWindow, **asked: object) -> ReportsPage:
    window.desk.turn_to("reports", asked or None)
    page = window.desk.page
    assert isinstance(page, ReportsPage)
    settle(window)
    wait(300)
    settle(window)
    return page


def _pack(window: MainWindow) -> QWidget:
    _page(window, kind="pack")
    return window


def _draft(window: MainWindow) -> QWidget:
    page = _page(window, kind="notice")
    for _ in range(2):
        page._step_month(1)
    settle(window)
    wait(300)
    return window


def _excel(window: MainWindow) -> QWidget:
    _page(window, kind="pack_xlsx")
    return window


def _sheet(window: MainWindow) -> QWidget:
    _page(window, kind="sheet", moo=2)
    return window


def _receipt_missing(window: MainWindow) -> QWidget:
    page = _page(window, kind="receipt")
    page._state.member = None
    page._state.by = "member"
    page._after_kind()
    return window


def _receipt(window: MainWindow) -> QWidget:
    _page(window, kind="receipt", member=20)
    return window


def _receipt_day_wrong(window: MainWindow) -> QWidget:
    page = _page(window, kind="receipt")
    page._state.choose_by("day")
    page._state.day_text = "31/4/2569"
    page._after_kind()
    assert page.choices is not None
    page.choices.day.check()
    return window


def _voucher(window: MainWindow) -> QWidget:
    _page(window, kind="voucher")
    return window


def _refusal(window: MainWindow) -> QWidget:
    _page(window, kind="refusal")
    return window


def _pay_day(window: MainWindow) -> QWidget:
    _page(window, kind="payday")
    return window


def _none(window: MainWindow) -> QWidget:
    page = _page(window, kind="handover")
    for _ in range(2):
        page._step_month(1)
    settle(window)
    wait(300)
    return window


def _journal(window: MainWindow) -> QWidget:
    page = _page(window, kind="journal")
    page.complain(StoreError("OUTPUT_FULL", {"name": "สมุดรายวันสำหรับผู้ตรวจสอบ.journal", "folder": "E:/"}))
    return window


def _over(window: MainWindow) -> QWidget:
    page = _page(window, kind="pack")
    page._open("pack")
    settle(window)
    (dialog,) = page.findChildren(PaperDialog)
    dialog.acts.said.emit("เก็บแล้ว E:/เอกสาร/ชุดเอกสารประชุม 2569-09.pdf")
    dialog.acts.kept.emit(Path("E:/เอกสาร/ชุดเอกสารประชุม 2569-09.pdf"))
    return dialog


def _over_refused(window: MainWindow) -> QWidget:
    page = _page(window, kind="pack")
    page._open("pack")
    settle(window)
    dialog = page.findChildren(PaperDialog)[-1]
    dialog.complain(Refused("PRINTER_NONE"))
    return dialog


def _print(window: MainWindow) -> QWidget:
    page = _page(window, kind="pack")
    dialog = PrintDialog(page.theme, "ชุดเอกสารประชุม 2569-09", _PRINTERS, 4, page)
    dialog.open()
    return dialog


def _print_counted(window: MainWindow) -> QWidget:
    page = _page(window, kind="receipt", member=20)
    dialog = PrintDialog(page.theme, "ใบเสร็จรับเงิน สมาชิก 0020", _PRINTERS, 1, page, counted=True)
    dialog.open()
    return dialog


def _save(window: MainWindow) -> QWidget:
    page = _page(window, kind="pack")
    page.keep_button.click()
    settle(window)
    return page.findChildren(QFileDialog)[-1]


SCENES: Final[tuple[Scene, ...]] = (
    ("reports", _pack),
    ("reports-draft", _draft),
    ("reports-excel", _excel),
    ("reports-sheet", _sheet),
    ("reports-receipt-missing", _receipt_missing),
    ("reports-receipt", _receipt),
    ("reports-receipt-day-wrong", _receipt_day_wrong),
    ("reports-voucher", _voucher),
    ("reports-refusal", _refusal),
    ("reports-payday", _pay_day),
    ("reports-none", _none),
    ("reports-journal-refused", _journal),
    ("reports-paper", _over),
    ("reports-paper-refused", _over_refused),
    ("reports-print", _print),
    ("reports-print-counted", _print_counted),
    ("reports-save", _save),
)

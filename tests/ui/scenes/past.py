"""สวัสดิการก่อนใช้โปรแกรม: nothing yet, a list with what is wrong, one ready, what came in, one keyed."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from wangfund.domain.past.told import PastReading, PastTold
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.past.page import PastPage
from wangfund.ui.past.state import PastList
from wangfund.usecases.record_past_benefits import (
    RecordPastBenefits,
    preview_past_benefits,
    record_past_benefits,
)

_ROWS: Final = (
    PastTold("0001", "ELDER", None, 2025, 500_00, sheet="จ่ายแล้ว", row=2),
    PastTold("0002", "HOSP", date(2026, 2, 5), 2026, 900_00, 3, sheet="จ่ายแล้ว", row=3),
    PastTold("9999", "นอนโรงพยาบาล", date(2026, 2, 5), 2026, 300_00, 3, sheet="จ่ายแล้ว", row=4),
    PastTold("0004", "ค่ารถ", date(2026, 2, 5), 2026, 300_00, sheet="จ่ายแล้ว", row=5),
    PastTold("0005", "HOSP", date(2026, 4, 5), 2026, 300_00, 3, sheet="จ่ายแล้ว", row=6),
)


def _page(window: MainWindow) -> PastPage:
    window.desk.turn_to("past")
    settle(window)
    page = window.desk.page
    assert isinstance(page, PastPage)
    page.state.listed = None
    page.show_state()
    return page


def _listed(window: MainWindow, rows: tuple[PastTold, ...], *, only: bool = False) -> QWidget:
    page = _page(window)
    reading = PastReading(rows)
    preview = preview_past_benefits(page.place.books, reading)
    page.state.listed = PastList("", "สวัสดิการที่จ่ายแล้ว 2566–2569.xlsx", "", reading, preview)
    page.state.only_problems = only
    page.show_state()
    settle(window)
    return window


def _start(window: MainWindow) -> QWidget:
    _page(window)
    settle(window)
    return window


def _wrong(window: MainWindow) -> QWidget:
    return _listed(window, _ROWS)


def _ready(window: MainWindow) -> QWidget:
    return _listed(window, (_ROWS[0], _ROWS[4]))


def _keyed(window: MainWindow) -> QWidget:
    page = _page(window)
    page.key_one()
    settle(window)
    found = [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
    return found[-1] if found else window


def _done(window: MainWindow) -> QWidget:
    page = _page(window)
    if not page.state.batches:
        reading = PastReading((PastTold("0001", "ELDER", None, 2020, 200_00),))
        record_past_benefits(page.place.books, RecordPastBenefits(reading, "สมุดเก่า.xlsx"), "ผู้ทดสอบ")
    page.load()
    settle(window)
    return window


SCENES: Final[tuple[Scene, ...]] = (
    ("past-start", _start),
    ("past-wrong", _wrong),
    ("past-ready", _ready),
    ("past-keyed", _keyed),
    ("past-done", _done),
)

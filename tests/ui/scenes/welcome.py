"""ยินดีต้อนรับ และตั้งกองทุนใหม่; these are taken with no fund open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from wangfund.domain.errors import Finding
from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.store.errors import StoreError
from wangfund.thai.period import Period
from wangfund.ui.founding.first_steps import FirstSteps
from wangfund.ui.founding.page import FoundingPage
from wangfund.ui.founding.state import FoundingState
from wangfund.ui.frame.window import MainWindow

FILLED: Final = FoundingState(
    texts={
        "tambon": "ทดสอบ",
        "amphoe": "เมือง",
        "province": "ตัวอย่าง",
        "name": "กองทุนสวัสดิการชุมชนตำบลทดสอบ",
        "founded_on": "1/2/2555",
        "population": "5200",
        "books_from": "ต.ค. 69",
        "fiscal_year_starts": "1",
        "receipts_per_book": "50",
    },
    rows={
        "villages": [("1", "บ้านเหนือ", "นางแก้ว ทดลอง"), ("2", "บ้านใต้", ""), ("3", "บ้านกลางทุ่ง", "นายคำ ทดลอง")],
        "banks": [("ธ.ก.ส. สาขาทดสอบ", "020-1-23456-7")],
        "committee": [("ประธาน", "นายสมมติ ทดลอง", "1/1/2568", "31/12/2571"), ("เหรัญญิก", "นางตัวอย่าง ทดลอง", "", "")],
    },
    path="D:/เอกสาร/กองทุนทดสอบ.wangfund",
)  # fmt: skip


def _welcome(window: MainWindow) -> QWidget:
    window.leave_fund()
    return window


def _refused(window: MainWindow) -> QWidget:
    window.welcome.complain(StoreError("NOT_A_FUND", {"path": "D:/เอกสาร/ทะเบียนสมาชิก.xlsx"}))
    return window


def _locked(window: MainWindow) -> QWidget:
    window.leave_fund()
    values = {"machine": "OFFICE-PC", "user": "เจ้าหน้าที่", "since": "2026-10-30T01:05:00+00:00"}
    window.moves.offer_instead(Path("a.wangfund"), StoreError("FILE_LOCKED", values))
    return _dialog(window)


def _synced(window: MainWindow) -> QWidget:
    window.moves.offer_move(Path("D:/OneDrive/กองทุนทดสอบ.wangfund"))
    return _dialog(window)


def _dialog(window: MainWindow) -> QWidget:
    settle(window)
    return [d for d in window.findChildren(QDialog) if d.isVisible()][-1]


def _step(step: int) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        page = window.moves.founding_page(FoundingState.of_draft({**FILLED.kept(), "step": step}))
        window.setCentralWidget(page)
        page.shown()
        return window

    return show


def _wrong(window: MainWindow) -> QWidget:
    _step(1)(window)
    page = window.centralWidget()
    assert isinstance(page, FoundingPage)
    page.parts[1].show_findings((Finding("BOOKS_BEFORE_FOUNDING", "books_from", values={"founded_on": "2012-02-01"}),))  # type: ignore[attr-defined]  # fmt: skip
    return window


def _first_steps(window: MainWindow) -> QWidget:
    from datetime import date

    profile = Profile(
        "กองทุนสวัสดิการชุมชนตำบลทดสอบ", "ทดสอบ", "เมือง", "ตัวอย่าง", date(2012, 2, 1), Period(2026, 10), "nasuk",
        (Village(1, "บ้านเหนือ"),), (Bank("ธ.ก.ส.", ""),), (Officer("เหรัญญิก", "นางตัวอย่าง ทดลอง"),),
    )  # fmt: skip
    window.setCentralWidget(FirstSteps(window.theme, profile, Path("D:/เอกสาร/กองทุนทดสอบ.wangfund")))
    return window


SCENES: Final[tuple[Scene, ...]] = (
    ("welcome", _welcome),
    ("welcome-refused", _refused),
    ("welcome-locked", _locked),
    ("welcome-synced", _synced),
    *((f"founding-{step + 1}", _step(step)) for step in range(6)),
    ("founding-wrong", _wrong),
    ("founding-done", _first_steps),
)

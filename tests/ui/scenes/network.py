"""The pictures of this page."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from tests.ui.scenes.scene import Scene, settle
from wangfund.store.errors import StoreError
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.network.page import NetworkPage


def _page(window: MainWindow, code: str) -> NetworkPage:
    window.desk.turn_to("network")
    page = window.desk.page
    assert isinstance(page, NetworkPage)
    settle(window)
    page.days.set_text(code)
    page._on_day(code)
    settle(window)
    return page


def _sealed(window: MainWindow) -> QWidget:
    _page(window, "closed")
    return window


def _today(window: MainWindow) -> QWidget:
    _page(window, "today")
    return window


def _saved(window: MainWindow) -> QWidget:
    page = _page(window, "closed")
    page.acts.said.emit("บันทึกแล้ว E:/ข้อมูลเครือข่าย 2569-09-30.xlsx")
    page.acts.kept.emit(Path("E:/ข้อมูลเครือข่าย 2569-09-30.xlsx"))
    return window


def _refused(window: MainWindow) -> QWidget:
    page = _page(window, "closed")
    page.complain(StoreError("OUTPUT_IN_USE", {"name": "ข้อมูลเครือข่าย 2569-09-30.xlsx"}))
    return window


SCENES: Final[tuple[Scene, ...]] = (
    ("network", _sealed),
    ("network-today", _today),
    ("network-saved", _saved),
    ("network-refused", _refused),
)

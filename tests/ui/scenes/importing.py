"""นำเข้าทะเบียน."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.cell.cell import Cell
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press
from wangfund.thai.digits import to_arabic
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.importing.page import ImportPage
from wangfund.ui.importing.state import Phase
from wangfund.usecases.past_imports import past_imports
from wangfund.usecases.undo_import import undo_import

REGISTERS: Final = Path(__file__).parents[2] / "data" / "registers"


@lru_cache(1)
def _messy_file() -> Path:
    """The messy register with numbers nobody in the practice fund has."""
    book = openpyxl.load_workbook(REGISTERS / "messy.xlsx")
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=7, min_col=2, max_col=2):
        digits = to_arabic(str(row[0].value or ""))
        if isinstance(row[0], Cell) and digits.isdecimal():
            row[0].value = int(digits) + 4000
    path = Path(tempfile.mkdtemp()) / "ทะเบียนสมาชิก 2569.xlsx"
    book.save(path)
    return path


def page_of(window: MainWindow) -> ImportPage:
    window.desk.turn_to("import")
    page = window.desk.page
    assert isinstance(page, ImportPage)
    return page


def _start(window: MainWindow) -> QWidget:
    page = page_of(window)
    if page._state.phase is not Phase.START:
        page._leave()
    return window


def _open(window: MainWindow, name: str) -> ImportPage:
    _start(window)
    page = page_of(window)
    page.open_path(_messy_file() if name == "messy.xlsx" else REGISTERS / name)
    settle(window)
    return page


def _messy(window: MainWindow) -> QWidget:
    _open(window, "messy.xlsx")
    return window


def _duplicate(window: MainWindow) -> QWidget:
    page = _open(window, "messy.xlsx")
    page.work.grid.put_mark((("Sheet1", 112), "national_id"))
    if window.theme.compact:
        page.work.grid.entered.emit()
    return window


def _problems(window: MainWindow) -> QWidget:
    page = _open(window, "messy.xlsx")
    page.work.only_problems()
    return window


def _edited(window: MainWindow) -> QWidget:
    page = _open(window, "messy.xlsx")
    page.work.edit("30/4/25")
    return window


def _mended(window: MainWindow) -> QWidget:
    page = _open(window, "messy.xlsx")
    for _ in range(10):
        page.work.apply()
        settle(window)
    return window


def _villages(window: MainWindow) -> QWidget:
    _open(window, "villages.xlsx")
    return window


def _matrix(window: MainWindow) -> QWidget:
    _open(window, "matrix.xlsx")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    press(dialog, Qt.Key.Key_F9)
    settle(window)
    return window


def _year(window: MainWindow) -> QWidget:
    _open(window, "matrix.xlsx")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def _columns(window: MainWindow) -> QWidget:
    page = _open(window, "messy.xlsx")
    page._ask_columns()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def _coverage(window: MainWindow) -> QWidget:
    place = window.place
    assert place is not None
    for past in past_imports(place.books)[:1]:
        if not past.stuck:
            undo_import(place.books, past.id)
    page = _open(window, "messy.xlsx")
    page._import()
    settle(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def _question(window: MainWindow) -> QWidget:
    dialog = _coverage(window)
    press(dialog, Qt.Key.Key_F9)
    settle(window)
    question = QApplication.activeModalWidget()
    assert isinstance(question, QDialog)
    return question


def _done(window: MainWindow) -> QWidget:
    question = _question(window)
    assert isinstance(question, QDialog)
    question.accept()
    settle(window)
    return window


def _undo(window: MainWindow) -> QWidget:
    page = page_of(window)
    page._undo()
    question = QApplication.activeModalWidget()
    assert isinstance(question, QDialog)
    return question


def _not_a_register(window: MainWindow) -> QWidget:
    _start(window)
    page = page_of(window)
    page.open_path(Path(__file__))
    settle(window)
    return window


SCENES: Final[tuple[Scene, ...]] = (
    ("import", _start),
    ("import-not-a-register", _not_a_register),
    ("import-messy", _messy),
    ("import-duplicate", _duplicate),
    ("import-problems", _problems),
    ("import-edited", _edited),
    ("import-columns", _columns),
    ("import-coverage", _coverage),
    ("import-question", _question),
    ("import-mended", _mended),
    ("import-villages", _villages),
    ("import-year", _year),
    ("import-matrix", _matrix),
    ("import-done", _done),
    ("import-undo", _undo),
    ("import-past", _start),
)

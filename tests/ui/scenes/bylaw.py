"""ระเบียบ: in force, drafted, faulty, replayed, as text; its forms and questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from wangfund.domain.rulebook.edit_text import set_value
from wangfund.ui.bylaw.page import BylawPage
from wangfund.ui.bylaw.state import CHECK, KINDS, PEOPLE, TEXT
from wangfund.ui.frame.window import MainWindow

RESOLUTION: Final = "มติที่ประชุมใหญ่สามัญ ครั้งที่ 1/2570"


def _page(window: MainWindow) -> BylawPage:
    window.desk.turn_to("bylaw")
    settle(window)
    page = window.desk.page
    assert isinstance(page, BylawPage)
    return page


def _begin(window: MainWindow) -> BylawPage:
    page = _page(window)
    page._drop()
    settle(window)
    page.begin_draft()
    settle(window)
    return page


def _dearer(window: MainWindow) -> BylawPage:
    """Nights at 120, the funeral at 700, the resolution said; the examples not yet."""
    page = _begin(window)
    assert page.state.draft is not None
    assert page.state.rules is not None
    codes = [benefit.code for benefit in page.state.rules.benefits]
    text = set_value(page.state.draft.text, ("rulebook", "resolution"), RESOLUTION)
    text = set_value(text, ("benefits", codes.index("HOSP"), "amounts", 0, "baht"), 120)
    text = set_value(text, ("benefits", codes.index("FUNERAL"), "amounts", 0, "baht"), 700)
    page.state.take_text(text)
    page.draft_changed()
    settle(window)
    return page


def _sound(window: MainWindow) -> BylawPage:
    page = _dearer(window)
    page._accept_examples(None)
    settle(window)
    return page


def _choose(page: BylawPage, key: str) -> None:
    page.state.chosen = key
    page._show_all()


def _looking(window: MainWindow) -> QWidget:
    _page(window)._drop()
    settle(window)
    _choose(_page(window), "HOSP")
    return window


def _begun(window: MainWindow) -> QWidget:
    _begin(window)
    return window


def _faulty(window: MainWindow) -> QWidget:
    _choose(_dearer(window), "HOSP")
    settle(window)
    return window


def _ready(window: MainWindow) -> QWidget:
    _choose(_sound(window), "HOSP")
    settle(window)
    return window


def _part(name: str) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        page = _sound(window)
        page.turn(name)
        settle(window)
        return window

    return show


def _check_part(window: MainWindow) -> QWidget:
    page = _dearer(window)
    if page.theme.compact:
        page.turn(CHECK)
    settle(window)
    return window


def _broken(window: MainWindow) -> QWidget:
    page = _begin(window)
    assert page.state.draft is not None
    page.state.take_text(page.state.draft.text.replace('waiting = "standard"', 'waitng = "standard"', 1))
    page.draft_changed()
    settle(window)
    return window


def _form(key: str) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        page = _sound(window)
        _choose(page, key)
        page.edit_row()
        settle(window)
        return _dialog(page, window)

    return show


def _examples(window: MainWindow) -> QWidget:
    page = _dearer(window)
    page._ask_examples(None)
    settle(window)
    return _dialog(page, window)


def _question(window: MainWindow) -> QWidget:
    page = _sound(window)
    page._ask_adopt()
    settle(window)
    return _dialog(page, window)


def _dialog(page: BylawPage, window: MainWindow) -> QWidget:
    found = [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
    return found[-1] if found else window


SCENES: Final[tuple[Scene, ...]] = (
    ("bylaw-in-force", _looking),
    ("bylaw-begun", _begun),
    ("bylaw-faulty", _faulty),
    ("bylaw-check", _check_part),
    ("bylaw-ready", _ready),
    ("bylaw-kinds", _part(KINDS)),
    ("bylaw-people", _part(PEOPLE)),
    ("bylaw-text", _part(TEXT)),
    ("bylaw-broken", _broken),
    ("bylaw-form-hosp", _form("HOSP")),
    ("bylaw-form-death", _form("DEATH")),
    ("bylaw-form-version", _form("rulebook")),
    ("bylaw-examples", _examples),
    ("bylaw-adopt", _question),
)

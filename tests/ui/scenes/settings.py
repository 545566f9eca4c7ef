"""ตั้งค่า: every section and every form of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.scenes.scene import Scene, settle
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.keys import Key
from wangfund.ui.settings.about_section import AboutSection
from wangfund.ui.settings.backup_section import BackupSection
from wangfund.ui.settings.opening_section import OpeningDialog
from wangfund.ui.settings.page import SettingsPage
from wangfund.usecases.settings_view import settings_view


def _page(window: MainWindow) -> SettingsPage:
    page = window.desk.page
    assert isinstance(page, SettingsPage)
    return page


def _section(name: str) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        window.desk.turn_to("settings", name)
        settle(window)
        return window

    return show


def _list(window: MainWindow) -> QWidget:
    window.desk.turn_to("settings")
    return window


def _dialog(name: str, key: Key) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        _section(name)(window)
        _page(window).section.acts[key].click()
        settle(window)
        found = [d for d in _page(window).findChildren(QDialog) if d.isVisible()]
        return found[-1] if found else window

    return show


def _backed_up(window: MainWindow) -> QWidget:
    _section("backup")(window)
    section = _page(window).section
    assert isinstance(section, BackupSection)
    section.back_up()
    settle(window)
    return window


def _verified(window: MainWindow) -> QWidget:
    _section("about")(window)
    section = _page(window).section
    assert isinstance(section, AboutSection)
    section.verify()
    settle(window)
    return window


def _in_use(window: MainWindow) -> QWidget:
    _section("villages")(window)
    page = _page(window)
    page.section.acts[Key.REMOVE].click()
    for dialog in page.findChildren(QDialog):
        if dialog.isVisible():
            dialog.accept()
    settle(window)
    return window


def _opening_form(window: MainWindow) -> QWidget:
    _section("opening")(window)
    assert window.place is not None
    dialog = OpeningDialog(window.theme, settings_view(window.place.books), window.place, window)
    dialog.open()
    dialog.form.fill(
        {"cash": "3,000.00", "bank0": "100,000.00", "3100": "90,000.00", "pool:welfare": "80,000.00"}
    )
    dialog._show_sums()
    return dialog


SCENES: Final[tuple[Scene, ...]] = (
    ("settings-list", _list),
    *((f"settings-{name}", _section(name)) for name in ("fund", "committee", "villages", "banks", "opening")),
    ("settings-opening-form", _opening_form),
    ("settings-officer", _dialog("committee", Key.EDIT)),
    ("settings-village", _dialog("villages", Key.NEW)),
    ("settings-village-in-use", _in_use),
    ("settings-bank", _dialog("banks", Key.NEW)),
    ("settings-bank-close", _dialog("banks", Key.MORE)),
    ("settings-backup", _section("backup")),
    ("settings-backed-up", _backed_up),
    ("settings-restore", _dialog("backup", Key.MORE)),
    ("settings-look", _section("look")),
    ("settings-about", _verified),
)

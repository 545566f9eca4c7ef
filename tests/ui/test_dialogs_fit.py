"""Every form over its window stays on the screen, its buttons in sight, however large the text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.scenes import members, settings
from tests.ui.scenes.scene import settle
from tests.ui.windows import make_window
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.follow_scroll import FormScroll

FORMS: Final = tuple(
    (name, scene)
    for page, names in (
        (
            members,
            (
                "member-new",
                "member-new-wrong",
                "member-edit",
                "member-leave-died",
                "member-leave-lapsed",
                "member-grant",
            ),
        ),
        (
            settings,
            (
                "settings-officer",
                "settings-village",
                "settings-bank",
                "settings-bank-close",
                "settings-opening-form",
            ),
        ),
    )
    for name, scene in page.SCENES
    if name in names
)


@pytest.fixture
def wide(qapp: QApplication, tmp_path: Path, fund: Path) -> MainWindow:
    return make_window(tmp_path, fund=fund)


@pytest.mark.parametrize("percent", [100, 160])
def test_every_form_stays_within_its_window_with_its_buttons_in_sight(wide: MainWindow, percent: int) -> None:
    wide.resize(1366, 698)
    wide.set_look(percent=percent)
    wide.show()
    settle(wide)
    for name, scene in FORMS:
        dialog = scene(wide)
        settle(wide)
        assert isinstance(dialog, QDialog)
        assert dialog.height() <= wide.height(), name
        assert dialog.width() <= wide.width(), name
        # Not only as it was asked to be: as low as this it can be laid out, too.
        assert dialog.minimumHeight() <= wide.height(), name
        for scroll in dialog.findChildren(FormScroll):
            # Nothing scrolls while there is room for all of it.
            hidden = scroll.verticalScrollBar().maximum()
            assert hidden == 0 or dialog.height() == wide.height(), (name, hidden)
        for button in dialog.findChildren(ActionButton):
            if button.isVisible():
                at = QRect(button.mapTo(dialog, QPoint(0, 0)), button.size())
                assert dialog.rect().contains(at), (name, button.text())
        dialog.close()
    wide.close()

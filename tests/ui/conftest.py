"""What the window's tests share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.funds import books, busy, young
from tests.ui.typing import wait
from tests.ui.windows import make_window, practice_file
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.start import dress_application
from wangfund.ui.theme.theme import Theme

__all__ = ["books", "busy", "young"]


@pytest.fixture(autouse=True)
def _no_widget_left(qapp: QApplication) -> Iterator[None]:
    """Every test begins with a dressed application and leaves no window behind."""
    dress_application(qapp)
    before = {id(w) for w in qapp.topLevelWidgets()}
    yield
    for widget in qapp.topLevelWidgets():
        if id(widget) not in before:
            widget.close()
            widget.deleteLater()
    wait(0)
    gc.collect()


@pytest.fixture
def theme() -> Theme:
    """The usual look."""
    return Theme()


@pytest.fixture
def fund(tmp_path: Path) -> Path:
    """A practice fund's file of this test's own."""
    return practice_file(tmp_path)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, fund: Path) -> Iterator[MainWindow]:
    """A window on a practice fund, shown at its usual size; its work runs inline."""
    made = make_window(tmp_path, fund=fund)
    made.show()
    wait(20)
    yield made
    if made.place is not None:
        made.place.wrote = False
    made.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no window manager to ask things of, and says so; nothing else may be said."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))

"""What the window loads while nobody asks for anything."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.typing import type_text, wait, wait_until
from wangfund.ui.frame import preload
from wangfund.ui.pages import BEHIND, PAGES
from wangfund.ui.worker.runner import Runs


def test_pages_are_loaded_while_nobody_asks_and_never_while_work_is_under_way(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Work:
        busy = True

    loaded: list[str] = []
    monkeypatch.setattr(preload, "import_module", loaded.append)
    monkeypatch.setattr(
        preload, "modules", lambda: iter(["wangfund.no_such.one", "sys", "wangfund.no_such.two"])
    )
    monkeypatch.setattr(preload, "_BEGIN_MS", 0)
    owner, work = QWidget(), Work()
    loading = preload.Preload(owner, cast("Runs", work))
    wait(120)
    assert loaded == []
    work.busy = False
    wait_until(lambda: loading.done)
    assert loaded == ["wangfund.no_such.one", "wangfund.no_such.two"]
    owner.deleteLater()


def test_nothing_is_loaded_between_two_keys(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Idle:
        busy = False

    loaded: list[str] = []
    monkeypatch.setattr(preload, "import_module", loaded.append)
    monkeypatch.setattr(preload, "modules", lambda: iter(["wangfund.no_such.one"]))
    monkeypatch.setattr(preload, "_BEGIN_MS", 60)
    field = QLineEdit()
    loading = preload.Preload(field, cast("Runs", Idle()))
    for _ in range(6):
        type_text(field, "ก")
        wait(40)
    assert loaded == []
    assert field.text() == "กกกกกก"
    wait_until(lambda: loading.done)
    assert loaded == ["wangfund.no_such.one"]
    field.deleteLater()


def test_what_is_preloaded_is_there_and_holds_every_page() -> None:
    found = set(preload.modules())
    rooms = {spec.item.name: spec for spec in (*PAGES, *BEHIND)}
    assert len({name.split(".")[2] for name in found if name.endswith(".page")}) == len(rooms) - 1
    assert "wangfund.ui.home.page" not in found, "it is in front already"

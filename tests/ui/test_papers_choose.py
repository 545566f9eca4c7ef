"""Choosing files by keys: names every system takes, Thai words, the folder remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from tests.ui.papers import over
from tests.ui.typing import press, type_text, wait
from wangfund.store.errors import StoreError
from wangfund.ui.frame import choose_file as module
from wangfund.ui.frame.choose_file import (
    FileKind,
    choose_file,
    choose_folder,
    choose_save,
    forget_folders,
    safe_name,
)
from wangfund.ui.frame.file_question import theme_of
from wangfund.ui.frame.qt_words import speak_thai
from wangfund.ui.papers.output import write_file


@pytest.fixture
def parent(qapp: QApplication) -> QWidget:
    forget_folders()
    made = QWidget()
    made.show()
    return made


def chooser(parent: QWidget) -> QFileDialog:
    (dialog,) = over(parent, QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


def answer(parent: QWidget, path: Path) -> None:
    edit = chooser(parent).focusWidget()
    assert edit is not None
    press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, str(path))
    press(edit, Qt.Key.Key_Return)
    wait(10)


def test_a_file_is_chosen_by_typing_its_path(parent: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "ทะเบียน สมาชิก.xlsx"
    path.write_bytes(b"x")
    found: list[Path] = []
    choose_file(parent, "เลือกทะเบียน", tmp_path, FileKind.TABLE, found.append)
    assert found == []
    answer(parent, path)
    assert found == [path]


def test_esc_chooses_nothing(parent: QWidget, tmp_path: Path) -> None:
    found: list[Path] = []
    choose_file(parent, "เลือก", tmp_path, FileKind.FUND, found.append)
    press(chooser(parent), Qt.Key.Key_Escape)
    wait(10)
    assert found == []
    assert over(parent, QFileDialog) == []


def test_the_last_folder_is_remembered_for_its_use(parent: QWidget, tmp_path: Path) -> None:
    first, second = tmp_path / "ก", tmp_path / "ข"
    for folder in (first, second):
        folder.mkdir()
    (second / "a.xlsx").write_bytes(b"x")
    choose_file(parent, "เลือก", first, FileKind.TABLE, lambda _path: None)
    assert Path(chooser(parent).directory().absolutePath()) == first
    answer(parent, second / "a.xlsx")
    choose_file(parent, "เลือก", first, FileKind.TABLE, lambda _path: None)
    assert Path(chooser(parent).directory().absolutePath()) == second
    press(chooser(parent), Qt.Key.Key_Escape)
    choose_file(parent, "เลือก", first, FileKind.FUND, lambda _path: None)
    assert Path(chooser(parent).directory().absolutePath()) == first


def test_a_folder_is_chosen(parent: QWidget, tmp_path: Path) -> None:
    (tmp_path / "สำรอง").mkdir()
    found: list[Path] = []
    choose_folder(parent, "ที่เก็บสำเนาสำรอง", tmp_path, found.append)
    answer(parent, tmp_path / "สำรอง")
    assert found == [tmp_path / "สำรอง"]


def test_a_folder_that_is_gone_begins_somewhere_that_is(parent: QWidget, tmp_path: Path) -> None:
    choose_file(parent, "เลือก", tmp_path / "ถอดแล้ว", FileKind.FUND, lambda _path: None)
    assert Path(chooser(parent).directory().absolutePath()).is_dir()


def test_the_ending_is_given_where_it_lacks(parent: QWidget, tmp_path: Path) -> None:
    found: list[Path] = []
    choose_save(parent, "เก็บ", str(tmp_path / "ใบเสร็จ.v2"), FileKind.PDF, found.append)
    answer(parent, tmp_path / "ใบเสร็จ.v3")
    assert found == [tmp_path / "ใบเสร็จ.v3.pdf"]


def test_a_path_no_system_takes_is_handed_on_and_writing_says_why(parent: QWidget, tmp_path: Path) -> None:
    found: list[Path] = []
    choose_save(parent, "เก็บ", str(tmp_path / "สมุด"), FileKind.EXCEL, found.append)
    answer(parent, tmp_path / ("ก" * 400) / "6")
    (path,) = found
    with pytest.raises(StoreError):
        write_file(path, b"x")
    # And the next question begins somewhere that is.
    choose_save(parent, "เก็บ", "สมุด", FileKind.EXCEL, found.append)
    assert Path(chooser(parent).directory().absolutePath()).is_dir()


def test_every_word_of_the_dialog_is_thai(parent: QWidget, tmp_path: Path) -> None:
    choose_save(parent, "เก็บเป็นไฟล์", "ใบ", FileKind.PDF, lambda _path: None)
    dialog = chooser(parent)
    words = [w.text() for w in dialog.findChildren(QLabel) if w.isVisible()]
    words += [w.text() for w in dialog.findChildren(QPushButton) if w.isVisible()]
    assert words
    assert all("ก" <= word.strip("&")[0] <= "๏" for word in words if word)
    heads = dialog.findChildren(QFileDialog)
    assert heads == []


def test_qt_speaks_thai_once_and_leaves_other_words(qapp: QApplication) -> None:
    speak_thai()
    speak_thai()
    assert QCoreApplication.translate("QFileDialog", "New Folder") == "โฟลเดอร์ใหม่"
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "วาง"
    assert QCoreApplication.translate("QLineEdit", "Something else") == "Something else"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("ชุด 2569/09: ฉบับ*ร่าง?", "ชุด 2569 09 ฉบับ ร่าง.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("", "เอกสาร.pdf"),
        ("...", "เอกสาร.pdf"),
        ("ใบ.PDF", "ใบ.PDF"[:-4] + ".pdf"),
        ("a\nb\x00c", "a b c.pdf"),
        ("=1+1 <b>", "=1+1 b.pdf"),
    ],
)
def test_a_name_is_one_every_system_takes(told: str, name: str) -> None:
    assert safe_name(told, FileKind.PDF) == name


@given(st.text(max_size=400))
def test_any_name_is_short_and_safe(told: str) -> None:
    name = safe_name(told, FileKind.EXCEL)
    assert name.endswith(".xlsx")
    assert len(name.encode()) <= 210
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert not name.startswith((" ", "."))


def test_the_look_is_that_of_whoever_asks(qapp: QApplication) -> None:
    assert theme_of(QWidget()).percent == 100
    assert module._begin("open", "x", None).is_dir()

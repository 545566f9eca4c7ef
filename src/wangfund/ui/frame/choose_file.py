"""Choosing a file, a place to save, a folder: in Thai, without stopping the window, the last folder remembered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QDir, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QSplitter, QWidget

from wangfund.ui.frame.file_question import ask_over, theme_of
from wangfund.ui.frame.qt_words import speak_thai

Then = Callable[[Path], object]
_FORBIDDEN: Final = '<>:"/\\|?*'
"""What no file name may hold on some system."""
_LONGEST_NAME_BYTES: Final = 200
_WIDE: Final = 860
_HIGH: Final = 520
_SIDE: Final = 220
_EDGE: Final = 40
_LEAST: Final = 480


class KindWords(NamedTuple):
    """A kind of file: what it is called, and its endings without the dot; the first is given to a new file."""

    words: str
    endings: tuple[str, ...]


class FileKind(Enum):
    """The kinds of file the window reads and writes."""

    FUND = KindWords("แฟ้มกองทุน", ("wangfund",))
    PDF = KindWords("เอกสาร PDF", ("pdf",))
    EXCEL = KindWords("สมุดงาน Excel", ("xlsx",))
    TABLE = KindWords("ตารางรายชื่อ", ("xlsx", "csv", "xls"))
    LEDGER = KindWords("สมุดรายวันเป็นข้อความ", ("journal",))
    BACKUP = KindWords("แฟ้มสำรอง", ("wangfund", "backup", "zip"))
    RULES = KindWords("แฟ้มระเบียบ", ("toml",))

    @property
    def filter(self) -> str:
        """As Qt reads it: 'เอกสาร PDF (*.pdf)'."""
        return f"{self.value.words} ({' '.join('*.' + ending for ending in self.value.endings)})"


_last: dict[str, Path] = {}


def choose_file(parent: QWidget, heading: str, folder: str | Path | None, kind: FileKind, then: Then) -> None:
    """Ask which file that is there; `then` gets its path, and nothing is called when nothing was chosen.

    Args:
        parent: the page or dialog that asks; the question lies over its window.
        heading: what the choice is for, such as 'เปิดกองทุน'.
        folder: where to begin the first time; later where this kind was last found. None: the documents.
        kind: which files are offered.
        then: called in the window's thread after the dialog is gone.
    """
    dialog = _dialog(parent, heading, _begin("open", kind.name, folder), "เปิด")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind.filter)
    _show(dialog, lambda path: _take("open", kind.name, path.parent, then, path))


def choose_save(parent: QWidget, heading: str, suggested: str, kind: FileKind, then: Then) -> None:
    """Ask where to save; a file that is there already is only written over when a person says so.

    Args:
        parent: the page or dialog that asks.
        heading: what is saved, such as 'เก็บใบเสร็จเป็นไฟล์'.
        suggested: a name for the file, with its ending or without, with a folder or without.
        kind: what is saved; its ending is added where it lacks.
        then: gets the whole path. Nothing has been written yet; the folder may still refuse.
    """
    told = Path(suggested)
    folder = told.parent if told.is_absolute() else _begin("save", kind.name, None)
    name = safe_name(told.name, kind)
    _ask_where(parent, heading, folder / name, kind, then)


def choose_folder(parent: QWidget, heading: str, folder: str | Path | None, then: Then) -> None:
    """Ask which folder; see `choose_file`. What a folder is for is told apart by the heading."""
    dialog = _dialog(parent, heading, _begin("folder", heading, folder), "เลือกโฟลเดอร์นี้")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _show(dialog, lambda path: _take("folder", heading, path, then, path))


def safe_name(name: str, kind: FileKind) -> str:
    """A name every system takes, with an ending of its kind; letters no file name may hold become spaces."""
    plain = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in name)
    plain = " ".join(plain.split()).strip(". ")
    endings = kind.value.endings
    ending = next((e for e in endings if plain.lower().endswith("." + e)), "")
    stem = plain[: -len(ending) - 1] if ending else plain
    while len(stem.encode()) > _LONGEST_NAME_BYTES:
        stem = stem[:-1]
    return f"{stem.strip('. ') or 'เอกสาร'}.{ending or endings[0]}"


def open_folder(path: Path) -> bool:
    """Show the folder of a file in the system's own window; whether the system could."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def forget_folders() -> None:
    """Begin again where nothing was chosen yet; for tests."""
    _last.clear()


def _ask_where(parent: QWidget, heading: str, path: Path, kind: FileKind, then: Then) -> None:
    dialog = _dialog(parent, heading, path.parent, "เก็บ")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    # Qt would ask in English; and it asks before the ending is there.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilter(kind.filter)
    dialog.selectFile(path.name)
    _label(dialog, "เก็บ")

    def chosen(told: Path) -> None:
        wanted = told.with_name(safe_name(told.name, kind))

        def write() -> None:
            _take("save", kind.name, wanted.parent, then, wanted)

        if not _is_there(wanted):
            write()
            return
        again = lambda: _ask_where(parent, heading, wanted, kind, then)  # noqa: E731  # one of two answers
        ask_over(parent, wanted.name, write, again)

    _show(dialog, chosen)


def _is_there(path: Path) -> bool:
    """Whether something stands there; what no system takes for a path stands nowhere, and writing there says why."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _dialog(parent: QWidget, heading: str, folder: Path, verb: str) -> QFileDialog:
    speak_thai()
    dialog = QFileDialog(parent, heading, str(folder))
    _label(dialog, verb)
    theme = theme_of(parent)
    window = parent.window().size()
    dialog.resize(
        min(theme.px(_WIDE), max(window.width() - _EDGE, _LEAST)),
        min(theme.px(_HIGH), max(window.height() - _EDGE, _LEAST)),
    )
    splitter = dialog.findChild(QSplitter)
    if splitter is not None:
        # Room for the whole words of the places at the left.
        side = theme.px(_SIDE)
        splitter.setSizes([side, dialog.width() - side])
    return dialog


def _label(dialog: QFileDialog, verb: str) -> None:
    for part, words in (
        (QFileDialog.DialogLabel.LookIn, "โฟลเดอร์"),
        (QFileDialog.DialogLabel.FileName, "ชื่อแฟ้ม"),
        (QFileDialog.DialogLabel.FileType, "ชนิดแฟ้ม"),
        (QFileDialog.DialogLabel.Accept, verb),
        (QFileDialog.DialogLabel.Reject, "ยกเลิก"),
    ):
        dialog.setLabelText(part, words)


def _show(dialog: QFileDialog, chosen: Then) -> None:
    parent = dialog.parentWidget()
    assert parent is not None

    def finished(result: int) -> None:
        found = dialog.selectedFiles() if result == QDialog.DialogCode.Accepted else []
        dialog.deleteLater()
        if found:
            # After the dialog is off the screen: what follows may open another one.
            QTimer.singleShot(0, parent, lambda: chosen(Path(QDir.toNativeSeparators(found[0]))))

    dialog.finished.connect(finished)
    dialog.open()


def _begin(verb: str, use: str, folder: str | Path | None) -> Path:
    told = _last.get(f"{verb}:{use}") or (Path(folder) if folder else None)
    if told is not None and _is_there(told) and told.is_dir():
        return told
    documents = Path.home() / ("Documents" if sys.platform == "win32" else "")
    return documents if documents.is_dir() else Path.home()


def _take(verb: str, use: str, folder: Path, then: Then, path: Path) -> None:
    _last[f"{verb}:{use}"] = folder
    then(path)

"""Small papers for the tests of the screen, and what is found in pictures of them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.typing import wait, wait_until
from wangfund.ui.frame.window import MainWindow


@lru_cache
def paper(pages: int) -> bytes:
    """A paper of some pages, each with its number in words, black on white."""
    from wangfund.documents.typeset.document import DocumentInfo
    from wangfund.documents.typeset.page import Paper

    made = Paper(DocumentInfo("ทดสอบ", "กองทุน", date(2026, 10, 30)))
    for at in range(pages):
        if at:
            made.next_page()
        # Each page has its words at another height.
        made.skip(60.0 * (at % 10))
        made.write(f"หน้าที่ {at + 1} ของเอกสารทดสอบ ปี่ ที่ น้ำ กุฎี ฤทธิ์")
    return made.to_bytes()


def darkness(picture: QImage, cells: int = 12) -> list[float]:
    """How dark each cell of a picture is, 0 to 1, row by row: the same page drawn by another hand is nearly equal."""
    from PySide6.QtCore import Qt

    small = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        cells, cells, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return [1 - small.pixelColor(x, y).lightnessF() for y in range(cells) for x in range(cells)]


def front(widget: QWidget) -> None:
    """A system with windows gives the keys back to what lies beneath a dialog; the offscreen one must be asked."""
    widget.window().activateWindow()
    wait(5)


def dressed(window: MainWindow, width: int, percent: int) -> None:
    """Another width and size of text, and the window made anew for them."""
    window.resize(width, 698)
    window.set_look(percent=percent)
    wait_until(lambda: window.theme == window._theme_now())
    front(window)


def over(parent: QWidget, kind: type[QDialog]) -> list[QDialog]:
    """The dialogs of a kind that are shown over a widget."""
    wait(5)
    return [dialog for dialog in parent.findChildren(kind) if dialog.isVisible()]


def written(folder: Path) -> list[str]:
    """The names of what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())

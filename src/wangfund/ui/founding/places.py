"""Folders where a fund's file may lie by default: this person's own, on this computer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def own_folders() -> tuple[Path, ...]:
    """The documents, the home, and the program's own folder, in the order in which they are proposed."""
    from platformdirs import user_data_path

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = [Path(documents)] if documents and Path(documents).is_dir() else []
    return (*folders, Path.home(), user_data_path("wangfund", appauthor=False))

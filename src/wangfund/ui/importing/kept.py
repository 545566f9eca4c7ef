"""What was mended in a file and not imported yet, kept over a power cut by the file's digest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer

from wangfund.ui.drafts import Drafts
from wangfund.ui.importing.state import ImportState, Phase

_AFTER_MS: Final = 300
_LAST: Final = "import"


class LastFile(NamedTuple):
    """The file looked at last and not imported: where it was, its name, how many cells were mended in it."""

    path: str
    name: str
    mended: int


class KeptFile(QObject):
    """Writes when the hand rests. Nothing is kept of a file that was imported."""

    def __init__(self, drafts: Drafts, state: ImportState, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._state = drafts, state
        self._later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._later.timeout.connect(self._keep)

    def soon(self) -> None:
        """Keep what stands now, a moment later."""
        self._later.start()

    def now(self) -> None:
        """Keep at once what was to be kept a moment later."""
        if self._later.isActive():
            self._later.stop()
            self._keep()

    def drop(self) -> None:
        """The file was imported: nothing of it is half done."""
        self._later.stop()
        self._drafts.drop(self._state.draft)
        self._drafts.drop(_LAST)

    def of_file(self) -> Mapping[str, Any] | None:
        """What was said over the file that is open, None when nothing; the file is the last one from now on."""
        file = self._state.file
        if file is None:
            return None
        self._drafts.keep(_LAST, {"path": str(file.path), "name": file.path.name, "draft": self._state.draft})
        return self._drafts.kept(self._state.draft)

    def last(self) -> LastFile | None:
        """The file to go on with, None when there is none."""
        told = self._drafts.kept(_LAST) or {}
        path, name = told.get("path"), told.get("name")
        if not isinstance(path, str) or not isinstance(name, str) or not name:
            return None
        fixes = (self._drafts.kept(str(told.get("draft"))) or {}).get("fixes")
        return LastFile(path, name, len(fixes) if isinstance(fixes, list) else 0)

    def _keep(self) -> None:
        if self._state.phase is Phase.REGISTER and self._state.file is not None:
            self._drafts.keep(self._state.draft, self._state.to_draft())
            self.of_file()

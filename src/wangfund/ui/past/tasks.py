"""A list of benefits paid before the program, read from its file and held beside the fund."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.ui.past.state import PastList
from wangfund.ui.worker.progress import Progress
from wangfund.usecases.record_past_benefits import preview_past_benefits, read_past_sheets


def reading(books: Books, path: Path) -> Callable[[Progress], PastList]:
    """Read a file; nothing is written.

    Raises:
        Refused: what read_sheets refuses.
    """

    def work(progress: Progress) -> PastList:
        from wangfund.documents.sheet_grid import read_sheets

        progress.step("กำลังอ่านไฟล์", 0, 0)
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError as error:
            raise Refused("FILE_MISSING") from error
        sheets = read_sheets(path)
        progress.step("กำลังเทียบกับทะเบียน", 0, 0)
        told = read_past_sheets(books, sheets)
        return PastList(str(path), path.name, digest, told, preview_past_benefits(books, told))

    return work

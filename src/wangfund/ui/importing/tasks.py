"""What the page has done beside the window: opening a file, reading it again, importing."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from wangfund.domain.profile import Profile
from wangfund.domain.register.header import find_head
from wangfund.domain.register.matrix import MatrixReading
from wangfund.domain.register.matrix_head import matrix_head
from wangfund.domain.register.reading import RegisterReader
from wangfund.store.books import Books
from wangfund.store.profile import read_profile
from wangfund.ui.importing.grid_rows import GridMaker, counts_of
from wangfund.ui.importing.held_rows import HeldRow
from wangfund.ui.importing.matrix_rows import has_matrix, matrix_year
from wangfund.ui.importing.overlay import Overlay
from wangfund.ui.importing.points import points_of
from wangfund.ui.importing.state import Opened, Shown
from wangfund.ui.papers.output import write_file
from wangfund.ui.worker.progress import Progress
from wangfund.usecases.import_contributions import (
    ImportContributions,
    import_contributions,
    preview_contributions,
)
from wangfund.usecases.import_register import Imported, ImportRegister, import_register, preview_again

# Python runs one thread at a time: a moment's rest lets the window answer its keys.
_REST = 0.001


def teller(progress: Progress, words: str) -> Callable[[int, int], None]:
    """Tells how many rows of how many, and rests."""

    def tell(done: int, total: int) -> None:
        progress.step(words, done, total)
        sleep(_REST)

    return tell


@contextmanager
def _no_full_collection() -> Iterator[None]:
    """A full collection of garbage stops every thread, measured 150 ms with 3,000 rows in hand; rows hold no cycles."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def open_file(path: Path, progress: Progress) -> Opened:
    """Read the cells of a file.

    Raises:
        Refused: what read_sheets refuses.
    """
    from wangfund.documents.sheet_grid import read_sheets

    progress.step("กำลังอ่านไฟล์", 0, 0)
    with _no_full_collection():
        sheets = read_sheets(path)
    progress.step("กำลังอ่านไฟล์", 0, 0)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    matrix = has_matrix(sheets)
    register = not matrix or any(
        not sheet.hidden and matrix_head(sheet) is None and find_head(sheet) is not None for sheet in sheets
    )
    return Opened(path, digest, sheets, register, matrix, matrix_year(sheets) if matrix else None)


def read_again(
    books: Books,
    reader: RegisterReader,
    maker: GridMaker,
    overlay: Overlay,
    villages: Mapping[str, int],
    progress: Progress,
) -> Shown:
    """The register with everything said over it, and its grid."""
    with _no_full_collection():
        preview = preview_again(books, reader, overlay.options(villages), teller(progress, "อ่านแล้ว"))
        sleep(_REST)
        columns, rows = maker.make(
            reader.sheets, preview.reading.sheets, preview.rows, overlay.fixes, overlay.accepted
        )
        sleep(_REST)
        points = points_of(rows, columns, overlay.held, overlay.accepted)
    places = {row.key: at for at, row in enumerate(rows)}
    return Shown(overlay, preview, columns, rows, counts_of(rows), points, places)


def do_import(
    books: Books, command: ImportRegister | ImportContributions, who: str, progress: Progress
) -> tuple[Imported, Profile]:
    """Import, all or nothing; gives what came of it and the fund with the villages it has now."""
    with _no_full_collection():
        if isinstance(command, ImportRegister):
            done = import_register(books, command, who, teller(progress, "ตรวจแล้ว"))
        else:
            done = import_contributions(books, command, who)
    with books.read() as r:
        return done, read_profile(r, books.clock.today())


def save_held(lines: Sequence[HeldRow], fund: str, file_name: str, path: Path, today: date) -> Path:
    """Keep the list of those on hold as a workbook.

    Raises:
        Refused: what the disk says.
    """
    from wangfund.documents.held_rows_xlsx import HeldLine, write_held_rows

    with TemporaryDirectory() as folder:
        made = Path(folder) / "held.xlsx"
        write_held_rows([HeldLine(*line[:-1]) for line in lines], fund, file_name, made, today)
        return write_file(path, made.read_bytes())


def read_matrix_again(books: Books, opened: Opened, year: int) -> MatrixReading:
    """The matrix of a year (C.E.)."""
    return preview_contributions(books, opened.sheets, year)
